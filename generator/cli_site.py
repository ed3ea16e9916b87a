"""The commands around a site: `brief new`, `build` and `serve`."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from generator.new import new_workspace
from generator.terminal import DATA


@click.command(context_settings={"ignore_unknown_options": True})
@DATA
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[MKDOCS OPTIONS]...")
def build(data: Path, arguments: tuple[str, ...]) -> None:
    """Distils what changed and builds the site into site/. Options it does not know go to `mkdocs build`.

    \b
    brief build
    brief build --site-dir /srv/www/harbour
    """
    _mkdocs("build", data, ["--strict", *arguments])


@click.command(context_settings={"ignore_unknown_options": True})
@DATA
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[MKDOCS OPTIONS]...")
def serve(data: Path, arguments: tuple[str, ...]) -> None:
    """Shows the site and follows every change of an article, a decision or a template.

    \b
    brief serve
    brief serve --dev-addr 127.0.0.1:8080 --open
    """
    _mkdocs("serve", data, ["--livereload", *arguments])


def _mkdocs(command: str, data: Path, arguments: Sequence[str]) -> None:
    """Runs MkDocs on the workspace of this folder, and ends as it ends."""
    if not Path("mkdocs.yml").exists():
        raise click.UsageError("there is no mkdocs.yml here; go to a workspace, or make one with `brief new DIR`")
    environment = os.environ | {"BRIEF_DATA": str(data), "NO_MKDOCS_2_WARNING": "1"}
    try:
        sys.exit(
            subprocess.run(
                [sys.executable, "-m", "mkdocs", command, *arguments], env=environment, check=False
            ).returncode
        )
    except KeyboardInterrupt:
        sys.exit(130)


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
def new(folder: Path) -> None:
    """Makes a workspace for another topic: a folder with all that is needed.

    \b
    brief new harbour-strike
    """
    try:
        title = new_workspace(folder)
    except OSError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{title}: a new workspace in {folder}\n")
    click.echo(f"  cd {shlex.quote(str(folder))}\n  (save articles into data/articles/)\n  brief serve")
