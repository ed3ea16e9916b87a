"""What the commands share: the data folder's option, progress a person can watch, and faults as lines."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from generator.own_faults import RefusedError, of_the_system, own_fault
from generator.printable import printable
from generator.wholefiles import sweep, write_whole
from generator.workspace import CACHE, InputError, Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_DATA_FOLDER = "brief.data"
"""Under which a command's data folder is kept for whoever has to write a report into it."""


def _keep(context: click.Context, _: click.Parameter, data: Path) -> Path:
    context.meta[_DATA_FOLDER] = data
    return data


DATA = click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    metavar="DIR",
    callback=_keep,
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
        self._bar: Bar | None = None

    def started(self, total: int) -> None:
        """Shows the bar."""
        # Loaded only now: most runs have nothing to wait for.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        console = Console(stderr=True)
        columns = (TextColumn("Distilling"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        what = TextColumn("{task.description}", markup=False)
        self._bar = Bar(*columns, what, console=console, transient=True, disable=not console.is_terminal)
        self._bar.start()
        self._task = self._bar.add_task("loading the language model", total=total)

    def distilled(self, path: str) -> None:
        """Moves it on."""
        self.articles += 1
        if self._bar:
            self._bar.update(self._task, advance=1, description=path)

    def note(self, line: str) -> None:
        """Writes a line; what a terminal would obey in it is written as an escape."""
        line = printable(line)
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def stop(self) -> None:
        """Takes the bar away."""
        if self._bar:
            self._bar.stop()


@contextmanager
def reported() -> Iterator[Terminal]:
    """Progress while the block runs; faults of the input become lines, not a traceback."""
    terminal = Terminal()
    try:
        yield terminal
    except InputError as error:
        raise Faults(error.faults) from None
    except RefusedError as error:
        raise Faults([str(error)]) from None
    except BrokenPipeError:
        raise  # whoever read the output has seen enough
    except OSError as error:
        raise Faults([of_the_system(error, "input")]) from None
    finally:
        terminal.stop()


class Commands(click.Group):
    """Commands of which none ever ends with a traceback, whatever it meets.

    `later` says by its name where a command stands ("module:function"); it is imported when somebody asks for it.
    """

    def __init__(self, *arguments: Any, later: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._later = later

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted({*super().list_commands(context), *self._later})

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of a name; None if there is none."""
        if name not in self._later:
            return super().get_command(context, name)
        module, _, function = self._later[name].partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command

    def invoke(self, context: click.Context) -> Any:
        """Runs a command. What nobody foresaw becomes a line, and a report in the data folder."""
        try:
            return super().invoke(context)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise Faults([of_the_system(error, "input")]) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            data = context.meta.get(_DATA_FOLDER)
            folder = data / CACHE if isinstance(data, Path) else None
            raise Faults([own_fault(f"brief {context.invoked_subcommand}", error, folder)]) from None


def write_output(document: bytes, output: Path) -> None:
    """Gives a command's document out: to standard output for "-", else into a file, whole or not at all.

    A link is followed, and what is no file, such as a pipe, is written into.
    """
    if str(output) == "-":
        sys.stdout.buffer.write(document)
        sys.stdout.buffer.flush()
        return
    target = output.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(document)
    else:
        with suppress(OSError):
            sweep(target.parent, below=False)
        write_whole(target, document)
