"""The commands by which people decide from the terminal: `brief curate`, and `brief schema` for their editors."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from generator.curation import CurationError, load_decisions
from generator.curation.doubts import Answer, Correction, Doubt, Entry, doubts
from generator.curation.writing import entry_text, write_answer
from generator.printable import printable
from generator.schemas import schema_documents
from generator.terminal import DATA, Faults
from generator.workspace import InputError, Progress, Workspace, build_brief
from generator.yamlfiles import write_if_different

SCHEMAS = Path("about") / "schemas"
"""Where the schemas lie below the folder of the pages; they are published with the site."""

_FOLDER = click.Path(file_okay=False, path_type=Path)


class _Notes(Progress):
    """Keeps what a build says."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def note(self, line: str) -> None:
        self.lines.append(line)


class _Waiting(Progress):
    """Says at once what a build says."""

    def note(self, line: str) -> None:
        click.echo(line, err=True)


@click.command()
@DATA
@click.option(
    "--docs", type=_FOLDER, default=Path("docs"), show_default=True, metavar="DIR", help="The folder of the pages."
)
@click.option("--list", "only_list", is_flag=True, help="Only show what is doubtful; write nothing.")
@click.option("--yes", "yes", type=int, multiple=True, metavar="N", help="Answer yes to number N of the list.")
@click.option("--no", "no", type=int, multiple=True, metavar="N", help="Answer no to number N of the list.")
@click.option(
    "--most", type=click.IntRange(min=1), default=10, show_default=True, metavar="N", help="So many of each sort."
)
def curate(data: Path, docs: Path, only_list: bool, yes: tuple[int, ...], no: tuple[int, ...], most: int) -> None:
    """Asks what is doubtful, and writes each answer into data/curation/.

    \b
    brief curate                    one question after the other
    brief curate --list             all of them, numbered; nothing is written
    brief curate --yes 3 --no 4     answers by number

    Doubtful are decisions whose target is gone, names that may be another's, entries that may be one, and events of low
    confidence. Nothing else in your files is changed.
    """
    workspace, notes = Workspace(data), _Notes()
    try:
        with workspace.locked(_Waiting()):
            brief = build_brief(workspace, notes)
        found = doubts(brief, load_decisions(workspace.curation), notes.lines, most)
    except (InputError, CurationError) as error:
        raise Faults([str(error)]) from None
    _check_numbers([*yes, *no], len(found))
    if both := set(yes) & set(no):
        raise click.UsageError(f"number {min(both)} is answered with yes and with no")
    if not found:
        click.echo("Nothing is doubtful.")
        return
    if only_list or yes or no:
        chosen = [(found[n - 1], "yes") for n in yes] + [(found[n - 1], "no") for n in no]
        if only_list:
            for number, doubt in enumerate(found, start=1):
                _show(number, doubt)
        else:
            _write(workspace, docs, chosen)
        return
    _ask(workspace, docs, found)


def _check_numbers(numbers: Sequence[int], last: int) -> None:
    for number in numbers:
        if not 1 <= number <= last:
            raise click.UsageError(f"there is no number {number}; the list has {last} (see `brief curate --list`)")


def _show(number: int, doubt: Doubt) -> None:
    click.echo(f"\n{number}. {printable(doubt.question)}")
    for line in doubt.details:
        click.echo(f"   {printable(line)}")
    click.echo(f"   yes: {printable(doubt.yes_means)}; no: {printable(doubt.no_means)}")


def _ask(workspace: Workspace, docs: Path, found: Sequence[Doubt]) -> None:
    """One question after the other; every answer is written at once, so that none is lost."""
    for number, doubt in enumerate(found, start=1):
        _show(number, doubt)
        answer = click.prompt(
            "   [y]es, [n]o, [s]kip, [q]uit", type=click.Choice(["y", "n", "s", "q"]), default="s", show_choices=False
        )
        if answer == "q":
            return
        if answer in ("y", "n"):
            _write(workspace, docs, [(doubt, "yes" if answer == "y" else "no")])


def _write(workspace: Workspace, docs: Path, chosen: Sequence[tuple[Doubt, str]]) -> None:
    """Writes answers. Corrections of entries come last to first, before anything is added, so that lines hold."""
    answers: list[Answer] = []
    for doubt, answer in chosen:
        wanted = doubt.yes if answer == "yes" else doubt.no
        if wanted is None:
            click.echo(f"nothing to write: {printable(doubt.question)}")
        else:
            answers.append(wanted)
    schemas = _schemas_from(workspace.curation, docs)
    for answered in sorted(answers, key=_latest_line_first):
        try:
            with workspace.locked(_Waiting()):
                path = write_answer(workspace.curation, answered, schemas)
        except CurationError as error:
            raise Faults([str(error)]) from None
        click.echo(f"{path}:")
        click.echo(_words_of(answered))


def _latest_line_first(answer: Answer) -> tuple[int, int]:
    return (0, -answer.line) if isinstance(answer, Correction) else (1, 0)


def _words_of(answer: Answer) -> str:
    """What was written."""
    match answer:
        case Entry():
            return "\n".join(printable(line) for line in entry_text(answer.content).splitlines())
        case Correction():
            return f"line {answer.line}: {answer.old} is now {answer.new}"


def _schemas_from(curation: Path, docs: Path) -> str | None:
    """Where the schemas lie as seen from the curation folder; None if there are none."""
    folder = docs / SCHEMAS
    if not folder.is_dir():
        return None
    try:
        return Path(os.path.relpath(folder.resolve(), curation.resolve())).as_posix()
    except ValueError:  # another drive
        return folder.resolve().as_posix()


@click.command()
@click.option(
    "--output",
    type=_FOLDER,
    default=Path("docs") / SCHEMAS,
    show_default=True,
    metavar="DIR",
    help="The folder that the schemas are written into.",
)
def schema(output: Path) -> None:
    """Writes the JSON Schemas of the files that people edit, for their editors.

    \b
    brief schema
    brief schema --output ~/schemas
    """
    documents = schema_documents()
    written = sum(write_if_different(output / name, text) for name, text in documents.items())
    click.echo(f"{len(documents)} schemas in {output}: {written} written")
