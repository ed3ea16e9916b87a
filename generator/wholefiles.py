"""Files that are there whole or not at all, whatever ends the program or fills the disk."""

import os
import threading
from contextlib import suppress
from pathlib import Path

_PREFIX, _SUFFIX = ".brief-", ".tmp"
"""How the name of a file begins and ends while it is written. The name it is to get, which may be as long as a name can
be, is not part of it."""


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> bool:
    """Writes a file and the folders above it; an equal file stays untouched. True if it was written.

    A reader sees the file as it was or as it is to be, never a part. `lasting` also waits for the disk, so that a power
    cut leaves one of the two as well; without it, which is for what can be made again, the file may come back empty.
    Raises OSError, which names the file, and leaves nothing behind.
    """
    if path.is_file() and path.read_bytes() == content:
        return False
    temporary = path.with_name(f"{_PREFIX}{os.getpid()}-{threading.get_native_id()}{_SUFFIX}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException as error:
        with suppress(OSError):  # on a disk that takes no writing, nothing can be removed either
            temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):  # a person knows the file's own name, and that alone
            raise type(error)(error.errno, error.strerror, str(path)) from error
        raise
    return True


def sweep(folder: Path, *, below: bool = True) -> None:
    """Removes what killed runs left half written in a folder, and `below` it; what a run still writes stays."""
    if not folder.is_dir():
        return
    pattern = f"{_PREFIX}*{_SUFFIX}"
    for path in folder.rglob(pattern) if below else folder.glob(pattern):
        number = path.name.removeprefix(_PREFIX).partition("-")[0]
        if not (number.isdecimal() and _runs(int(number))):
            path.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    """Whether there is a process of this number, as far as this machine knows."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True  # somebody else's
    return True
