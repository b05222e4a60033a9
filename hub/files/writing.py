"""Plain values written as a file that can be read again and gives the same."""

import yaml

from hub.files.part import Plain

_WIDTH = 100


def write(value: Plain) -> str:
    """Write a value as YAML, a key a line, in the order it has."""
    written = yaml.dump(
        value, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=_WIDTH
    )
    return str(written)
