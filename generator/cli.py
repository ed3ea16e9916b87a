"""The command `brief`. Thin: every command calls one room of the generator and says what came of it.

Exit codes: 0 done; 1 the input or the brief is at fault, one line per fault; 2 wrong use.
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from generator.check import check_brief, check_pages
from generator.export import FORMATS
from generator.model import Brief
from generator.new import new_workspace
from generator.render import MANIFEST, RenderError
from generator.render import render as render_pages
from generator.workspace import InputError, Progress, Workspace, build_brief
from generator.yamlfiles import write_if_different

DATA = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    metavar="DIR",
    help="The folder that holds articles/ (yours), distilled/ (the machine's) and curation/ (your decisions).",
)

DOCS = click.option(
    "--docs",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("docs"),
    show_default=True,
    metavar="DIR",
    help="The folder that the pages are written below.",
)


class Faults(click.ClickException):
    """Lines that say what is wrong, each naming its file and place."""

    exit_code = 1

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))

    def show(self, file: IO[Any] | None = None) -> None:
        """Writes the lines as they are."""
        click.echo(self.message, file=file or sys.stderr)


class Terminal(Progress):
    """Shows a bar to a person who waits; to a file or a pipe it only writes notes."""

    def __init__(self) -> None:
        self.articles = 0
        console = Console(stderr=True)
        columns = (TextColumn("Distilling"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        what = TextColumn("{task.description}", markup=False)
        self._bar = Bar(*columns, what, console=console, transient=True, disable=not console.is_terminal)

    def started(self, total: int) -> None:
        """Shows the bar."""
        self._bar.start()
        self._task = self._bar.add_task("loading the language model", total=total)

    def distilled(self, path: str) -> None:
        """Moves it on."""
        self.articles += 1
        self._bar.update(self._task, advance=1, description=path)

    def note(self, line: str) -> None:
        """Writes a line."""
        self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def stop(self) -> None:
        """Takes the bar away."""
        self._bar.stop()


@contextmanager
def _reported() -> Iterator[Terminal]:
    """Progress while the block runs; faults of the input become lines, not a traceback."""
    terminal = Terminal()
    try:
        yield terminal
    except InputError as error:
        raise Faults(error.faults) from None
    except RenderError as error:
        raise Faults([str(error)]) from None
    except OSError as error:
        raise Faults([f"{error.filename or 'input'}: {error.strerror or error}"]) from None
    finally:
        terminal.stop()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="brief-generator")
def main() -> None:
    """Turns a folder of articles into a cited intelligence brief, on this machine alone.

    \b
    A topic of your own:
      brief new harbour-strike            makes a folder with all that is needed
      cd harbour-strike
      (save articles as text into data/articles/)
      brief serve                         shows the brief and follows every change

    \b
    An existing workspace:
      brief distil                        articles -> data/distilled (only what changed)
      brief check                         is every quote in its source, word for word?
      brief build                         the site, into site/
      brief export --output brief.json    everything as one document
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
    with _reported() as terminal:
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
    with _reported() as terminal:
        try:
            _write(FORMATS[name](build_brief(Workspace(data), terminal)), output)
        except InputError as error:
            if error.brief:
                _write(FORMATS[name](error.brief), output)
            raise


def _write(document: str, output: Path) -> None:
    if str(output) == "-":
        sys.stdout.buffer.write(document.encode("utf-8"))
    else:
        write_if_different(output, document)


@main.command()
@DATA
@DOCS
def render(data: Path, docs: Path) -> None:
    """Writes the pages as Markdown below docs/, for any site builder that reads mkdocs.yml.

    \b
    brief render && zensical build
    """
    with _reported() as terminal:
        brief = build_brief(Workspace(data), terminal)
        _stop_at(check_brief(brief))
        result = render_pages(brief, docs, [docs.parent / "templates"])
        _stop_at(check_pages(docs, brief))
    click.echo(f"{len(result.pages)} pages in {docs}: {len(result.written)} written, {len(result.removed)} removed")


@main.command()
@DATA
@DOCS
def check(data: Path, docs: Path) -> None:
    """Compares every quote with its source, and looks at the pages that `brief render` wrote.

    \b
    brief check
    brief check --data ~/topics/harbour/data --docs ~/topics/harbour/docs
    """
    with _reported() as terminal:
        brief = build_brief(Workspace(data), terminal)
        _stop_at([*check_brief(brief), *(check_pages(docs, brief) if (docs / MANIFEST).exists() else [])])
    click.echo(f"{_counts(brief)}: every quote stands in its source")


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
    click.echo(f"  cd {shlex.quote(str(folder))}\n  (save articles as text into data/articles/)\n  brief serve")
