"""Runs of `brief` in processes of their own that can be killed at any moment.

They are forked from a process that has loaded the language pipeline, in which time nothing is read or written: a run
begins where its folder is first looked at.
"""

import contextlib
import multiprocessing
import os
import random
import resource
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from generator import workspace
from generator.cli import main
from generator.model import Article, Distillate
from tests.faults.loaded import capitalised

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["tests.faults.forking"])
_ONE_AT_A_TIME = threading.Lock()
"""A process that begins asks every other for its exit code, which can be read but once: never two threads together."""

PLACES = ["Norland", "Sudia", "Ardania", "Belmor", "Verania", "Karsk", "Lorvik", "Merrin"]
PEOPLE = ["Anna Berg", "Ilsa Varn", "Tomas Reck", "Mira Holt", "Pavel Orn", "Lena Falk"]
DEEDS = ["visited", "accused", "met officials of", "signed an agreement with", "held talks with"]


def write_articles(folder: Path, numbers: Sequence[int], seed: int = 0) -> None:
    """Articles of one sentence each; the same number and seed always give the same article."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        choice = random.Random(f"{seed} {number}")
        (first, second), person, deed = choice.sample(PLACES, 2), choice.choice(PEOPLE), choice.choice(DEEDS)
        text = f"{first} {deed} {second} on {choice.randint(1, 28)} May 2030, {person} said on Friday.\n"
        (folder / f"article-{number:03}.txt").write_text(text, encoding="utf-8")


def started(
    *arguments: str | Path,
    where: Path | None = None,
    light: bool = False,
    stop_before: int | None = None,
    largest: int | None = None,
    said: Path | None = None,
) -> ForkServerProcess:
    """A run of `brief` that has begun, in the folder `where`. `light` finds capitalised words only, in no time.

    `stop_before` kills it before it changes the disk for that time, counted from 1. `largest` is how many bytes the
    system lets a file of it have. What it says goes into the file `said`.
    """
    words = [str(each) for each in arguments]
    process = _CONTEXT.Process(target=_run, args=(words, where, light, stop_before, largest, said))
    with _ONE_AT_A_TIME:
        process.start()
    return process


def ended(process: ForkServerProcess, seconds: float | None = None) -> int:
    """Waits for a run; kills it after so many seconds. Its exit code: 0, or -9 if it was killed."""
    if not wait([process.sentinel], seconds):
        process.kill()
        wait([process.sentinel])
    with _ONE_AT_A_TIME:
        process.join()
    assert process.exitcode is not None
    return process.exitcode


def _run(
    arguments: list[str],
    where: Path | None,
    light: bool,
    stop_before: int | None,
    largest: int | None,
    said: Path | None,
) -> None:
    if where:
        os.chdir(where)
    with (
        (said or Path(os.devnull)).open("w", encoding="utf-8") as told,
        contextlib.redirect_stdout(told),
        contextlib.redirect_stderr(told),
    ):
        if largest is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
        if light:
            workspace._installed_distiller = _light  # type: ignore[assignment]
        if stop_before is not None:
            _stop_before(stop_before)
        main(arguments)


def _light(_: workspace.Settings) -> Callable[[Article], Distillate]:
    return capitalised


def _stop_before(number: int) -> None:
    """Kills this process before it changes something on the disk for the time `number`."""
    count = 0

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        if event in _CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING):
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate", "shutil.rmtree"}
_WRITING = os.O_WRONLY | os.O_RDWR


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
