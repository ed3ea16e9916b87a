"""`brief zip`: the site as one file to hand on. Thin: MkDocs builds, the room `site` packs."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import click

from generator.site import archive
from generator.terminal import DATA


@click.command("zip")
@DATA
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("brief.zip"),
    show_default=True,
    help="The zip to write; the folder in it has the same name.",
)
def zip_site(data: Path, output: Path) -> None:
    """Builds the site and packs it as a zip that opens from a disk, without a server, with its search.

    \b
    brief zip
    brief zip --output harbour-strike.zip
    """
    if not Path("mkdocs.yml").exists():
        raise click.UsageError("there is no mkdocs.yml here; go to a workspace, or make one with `brief new DIR`")
    with tempfile.TemporaryDirectory() as folder:
        # The index of a large site needs a server; the theme's own does not, and only takes longer to read.
        environment = os.environ | {"BRIEF_DATA": str(data), "BRIEF_SEARCH": "theme", "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
        if code := subprocess.run(command, env=environment, check=False).returncode:
            sys.exit(code)
        files = archive(Path(folder), output)
    click.echo(f"{files} files in {output}: unpack it and open {output.stem}/index.html")
