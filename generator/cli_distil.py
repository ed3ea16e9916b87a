"""The commands from articles to facts and pages: `brief distil`, `check`, `render` and `export`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from generator.check import check_brief, check_pages, marking_faults
from generator.editions import moved
from generator.export import FORMATS
from generator.model import Brief
from generator.render.rendering import MANIFEST, Addresses
from generator.render.rendering import render as render_pages
from generator.terminal import DATA, Faults, reported, write_output
from generator.workspace import InputError, Workspace, build_brief

DOCS = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    metavar="DIR",
    help="The folder that the pages are written below.",
)


@click.command()
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


@click.command()
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


@click.command()
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
        result = render_pages(brief, docs, [docs.parent / "templates"], addresses, moved(brief, workspace.editions))
        _stop_at(check_pages(docs, brief))
    click.echo(f"{len(result.pages)} pages in {docs}: {len(result.written)} written, {len(result.removed)} removed")


@click.command()
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
    try:
        with configuration.open(encoding="utf-8") as file:
            read: Any = yaml_load(file)
    except (ConfigurationError, ValueError) as error:
        raise Faults([f"{configuration}: {' '.join(str(error).split())}"]) from None
    address = read.get("site_url") if isinstance(read, dict) else None
    return str(address) if address else None


def _stop_at(faults: Sequence[str]) -> None:
    """Ends the command if there is a fault."""
    if faults:
        raise Faults(faults)
