"""What the commands share: the data folder's option, progress a person can watch, and faults as lines."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from generator.editions import EditionError
from generator.render import RenderError
from generator.workspace import InputError, Progress

DATA = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    metavar="DIR",
    help="The folder that holds articles/ (yours), distilled/ (the machine's) and curation/ (your decisions).",
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
def reported() -> Iterator[Terminal]:
    """Progress while the block runs; faults of the input become lines, not a traceback."""
    terminal = Terminal()
    try:
        yield terminal
    except InputError as error:
        raise Faults(error.faults) from None
    except (RenderError, EditionError) as error:
        raise Faults([str(error)]) from None
    except OSError as error:
        raise Faults([f"{error.filename or 'input'}: {error.strerror or error}"]) from None
    finally:
        terminal.stop()
