"""The command `brief edition`: records the state of the brief, so that the next builds show what has changed."""

from pathlib import Path

import click

from generator.check import check_brief
from generator.editions import record
from generator.terminal import DATA, Faults, reported
from generator.workspace import Workspace, build_brief


@click.command()
@click.argument("name", required=False)
@DATA
def edition(name: str | None, data: Path) -> None:
    """Records the brief as it is now; the next builds show what is new, changed, answered and withdrawn since.

    \b
    brief edition                       data/editions/2031-06-19.yml, after the date of the brief
    brief edition after-the-summit      data/editions/after-the-summit.yml

    An edition is never overwritten. A brief with faults is not recorded.
    """
    workspace = Workspace(data)
    with reported() as terminal, workspace.locked(terminal):
        brief = build_brief(workspace, terminal)
        if faults := check_brief(brief):
            raise Faults(faults)
        path = record(brief, workspace.editions, name)
    click.echo(f"{path}: the brief as it is now")
