"""Faults in a line each: what a room refuses, what the system refuses, and what the generator got wrong itself."""

import errno
import os
import platform
import sys
import traceback
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from generator.printable import printable
from generator.wholefiles import write_whole

DEBUG = "BRIEF_DEBUG"
"""Where this variable of the environment is set, an error of the generator's own ends the run with its traceback."""

REPORT = "fault.txt"
"""The file in the folder of what can be made again that tells the last fault of the generator's own."""

_LONGEST = 160
"""Characters of an error's own words in a line."""

_REMEDIES = {
    errno.ENOSPC: "make room, then run the command again; what was made before is whole",
    errno.EDQUOT: "make room, then run the command again; what was made before is whole",
    errno.EFBIG: "the system does not let files grow so large; what was made before is whole",
    errno.EACCES: "check the permissions, then run the command again",
    errno.EPERM: "check the permissions, then run the command again",
    errno.EROFS: "copy the folder to where it can be written",
}


class RefusedError(Exception):
    """What a room will not do for reasons that a person can mend; its `str()` is lines for that person."""


def of_the_system(error: OSError, where: Path | str) -> str:
    """A line for what the operating system refused: the file or else `where`, why, and what to do if that is known."""
    remedy = f"; {_REMEDIES[error.errno]}" if error.errno in _REMEDIES else ""
    return printable(f"{error.filename or where}: {error.strerror or error}{remedy}")


def own_fault(doing: str, error: Exception, folder: Path | None) -> str:
    """A line for an error that nobody foresaw: what was being done, which error, and where its report lies.

    The report is written into `folder`; without one, or if that fails, the line says how to see it. Raises `error`
    itself where the environment asks for it by `BRIEF_DEBUG`.
    """
    if os.environ.get(DEBUG):
        raise error
    if isinstance(error, MemoryError):
        return f"{doing}: there is not enough memory; what was made before is whole"
    words = " ".join(str(error).split())
    what = f"{type(error).__name__}: {words[:_LONGEST]}" if words else type(error).__name__
    return printable(f"{doing}: an error of the generator itself ({what}); {_how_to_report(error, folder)}")


def _how_to_report(error: Exception, folder: Path | None) -> str:
    if folder is not None and folder.is_dir():
        report = folder / REPORT
        try:
            write_whole(report, _report(error).encode("utf-8", "backslashreplace"))
        except OSError:
            pass
        else:
            return f"please report it with {report} (docs/about/security.md says where)"
    return f"please report it (docs/about/security.md says where) with what {DEBUG}=1 shows"


def _report(error: Exception) -> str:
    """The traceback, and what it happened with. Words of articles are in it only where the error quotes them."""
    lines = [
        f"Brief generator {version('brief-generator')}, Python {platform.python_version()}, {platform.platform()}",
        f"{datetime.now(UTC).isoformat(timespec='seconds')}  {' '.join(sys.argv[1:])}",
        "",
        *traceback.format_exception(error),
    ]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"
