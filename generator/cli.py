"""The command `brief`. Thin: every command calls one room of the generator and says what came of it.

Exit codes: 0 done; 1 the input or the brief is at fault, one line per fault; 2 wrong use.
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from mkdocs.utils.yaml import yaml_load

from generator.check import check_brief, check_pages, marking_faults
from generator.cli_add import add
from generator.cli_curate import curate, schema
from generator.cli_edition import edition
from generator.cli_pdf import pdf
from generator.cli_zip import zip_site
from generator.editions import moved
from generator.export import FORMATS
from generator.model import Brief
from generator.new import new_workspace
from generator.render import MANIFEST, Addresses
from generator.render import render as render_pages
from generator.terminal import DATA, Commands, Faults, reported, write_output
from generator.workspace import InputError, Workspace, build_brief

DOCS = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    metavar="DIR",
    help="The folder that the pages are written below.",
)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="brief-generator")
def main() -> None:
    """Turns a folder of articles into a cited intelligence brief, on this machine alone.

    \b
    A topic of your own:
      brief new harbour-strike            makes a folder with all that is needed
      cd harbour-strike
      brief add ~/Downloads/article.html  or an address, or save articles into data/articles/
      brief serve                         shows the brief and follows every change

    \b
    An existing workspace:
      brief add --feed URL                the new articles of an RSS or Atom feed
      brief distil                        articles -> data/distilled (only what changed)
      brief check                         is every quote in its source, word for word?
      brief build                         the site, into site/
      brief pdf                           the brief as one document, into brief.pdf
      brief zip                           the site as a file that opens without a server, into brief.zip
      brief export --output brief.json    everything as one document
      brief curate                        what is doubtful, and the decision to write for it
      brief edition                       record the brief as it is; builds then show what changed since
    """


@main.command()
@DATA
def distil(data: Path) -> None:
    """Reads the articles and writes what they say as YAML; only what changed is done again.

    \b
    brief distil
    brief distil --data ~/topics/harbour/data

    An article at fault gets one line; all others are distilled, and the exit code is 1.
    """
    with reported() as terminal:
        workspace = Workspace(data)
        brief = build_brief(workspace, terminal)
    click.echo(f"{_counts(brief)} ({terminal.articles} newly distilled) in {workspace.distilled}")


def _counts(brief: Brief) -> str:
    """How much a brief holds, in words."""
    numbers = {
        "article": len(brief.sources),
        "actor": len(brief.actors),
        "event": len(brief.events),
        "agreement": len(brief.agreements),
        "open question": sum(question.status == "open" for question in brief.questions),
    }
    return ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for noun, number in numbers.items())


@main.command()
@DATA
@click.option("--format", "name", type=click.Choice(sorted(FORMATS)), default="json", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), required=True, help="A file; - is standard output.")
def export(data: Path, name: str, output: Path) -> None:
    """Writes the whole brief as one document, after distilling what changed.

    \b
    brief export --format json --output brief.json
    brief export --output - | jq '.events[].title'
    """
    with reported() as terminal:
        try:
            write_output(FORMATS[name](build_brief(Workspace(data), terminal)).encode(), output)
        except InputError as error:
            if error.brief:
                write_output(FORMATS[name](error.brief).encode(), output)
            raise


@main.command()
@DATA
@DOCS
def render(data: Path, docs: Path) -> None:
    """Writes the pages as Markdown below docs/, for any site builder that reads mkdocs.yml.

    \b
    brief render && zensical build
    """
    workspace = Workspace(data)
    with reported() as terminal, workspace.locked(terminal):
        brief = build_brief(workspace, terminal)
        _stop_at(check_brief(brief))
        addresses = Addresses(_site_url(docs.parent / "mkdocs.yml"))
        result = render_pages(
            brief, docs, [docs.parent / "templates"], addresses, moved(brief, workspace.editions)
        )
        _stop_at(check_pages(docs, brief))
    click.echo(f"{len(result.pages)} pages in {docs}: {len(result.written)} written, {len(result.removed)} removed")


@main.command()
@DATA
@DOCS
def check(data: Path, docs: Path) -> None:
    """Compares every quote with its source, and looks at the pages that `brief render` wrote and at who may read them.

    \b
    brief check
    brief check --data ~/topics/harbour/data --docs ~/topics/harbour/docs
    """
    with reported() as terminal:
        brief = build_brief(Workspace(data), terminal)
        settings = Workspace(data).settings()
        _stop_at(marking_faults(settings.tlp, _site_url(docs.parent / "mkdocs.yml"), settings.publish_restricted))
        _stop_at([*check_brief(brief), *(check_pages(docs, brief) if (docs / MANIFEST).exists() else [])])
    click.echo(f"{_counts(brief)}: every quote stands in its source")


def _site_url(configuration: Path) -> str | None:
    """The address that the site will have, as its configuration says; None where it says nothing."""
    if not configuration.is_file():
        return None
    with configuration.open(encoding="utf-8") as file:
        read: dict[str, Any] = yaml_load(file)
    address = read.get("site_url")
    return str(address) if address else None


def _stop_at(faults: Sequence[str]) -> None:
    """Ends the command if there is a fault."""
    if faults:
        raise Faults(faults)


@main.command(context_settings={"ignore_unknown_options": True})
@DATA
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[MKDOCS OPTIONS]...")
def build(data: Path, arguments: tuple[str, ...]) -> None:
    """Distils what changed and builds the site into site/. Options it does not know go to `mkdocs build`.

    \b
    brief build
    brief build --site-dir /srv/www/harbour
    """
    _mkdocs("build", data, ["--strict", *arguments])


@main.command(context_settings={"ignore_unknown_options": True})
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


for command in (add, curate, edition, pdf, schema, zip_site):
    main.add_command(command)


@main.command()
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
