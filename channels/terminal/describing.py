"""The form of a service's file, for an editor that helps to fill it."""

import click

from hub.catalogue import schema


@click.command("schema")
@click.option("--overlay", is_flag=True, help="Of what a council changes of a service.")
def print_schema(*, overlay: bool) -> None:
    """Print the JSON Schema of a service's file, for editors."""
    made = schema.overlay_schema() if overlay else schema.service_schema()
    click.echo(schema.written(made), nl=False)
