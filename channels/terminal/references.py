"""A reference as it is typed at a terminal."""

import click

from hub.values import Reference, WrongValue


class ReferenceParameter(click.ParamType[Reference]):
    """Read a reference however it was written."""

    name = "reference"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Reference:
        """Give the reference, or refuse what is none."""
        if isinstance(value, Reference):
            return value
        try:
            return Reference.parse(str(value))
        except WrongValue:
            self.fail("a reference has 11 digits, such as 1304 378 6620", param, ctx)
