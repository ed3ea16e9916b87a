"""Recording an edition in a folder, one YAML file each, and finding the last one."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.editions.state import Edition, state_of
from generator.identifiers import unused
from generator.model import Brief
from generator.own_faults import RefusedError
from generator.wholefiles import write_whole
from generator.yamlfiles import YamlError, model_to_yaml, read_model

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
_HEAD = "# Recorded by `brief edition`: the brief as it was then. The next build shows what has changed since.\n"
_UNDATED = "edition"


class EditionError(RefusedError, ValueError):
    """An edition that cannot be recorded or read. `str()` is one line that says why."""


def record(brief: Brief, folder: Path, name: str | None = None) -> Path:
    """Records the state of a brief as FOLDER/NAME.yml and returns that path.

    Without a name the edition is called after the brief's date; a second one of that day gets "-2". Raises EditionError
    where the name is no file name or an edition has it already: none is ever overwritten, as long as whoever calls has
    the folder to itself.
    """
    earlier = list(recorded(folder))
    taken = {path.stem for path in folder.glob("*.yml")} if folder.is_dir() else set()
    if name is None:
        name = unused(brief.generated.isoformat() if brief.generated else _UNDATED, taken)
    elif not _NAME.fullmatch(name):
        raise EditionError(f"{name!r} cannot be an edition's name; allowed: letters, digits, '-', '_' and '.'")
    path = folder / f"{name}.yml"
    if name in taken:
        raise EditionError(f"{path}: there is an edition of this name already; give another one")
    number = max((edition.number for edition in earlier), default=0) + 1
    write_whole(path, (_HEAD + model_to_yaml(state_of(brief, name, number))).encode())
    return path


def latest(folder: Path) -> Edition | None:
    """The edition recorded last; None if there is none. Raises EditionError where a file cannot be read."""
    return max(recorded(folder), key=lambda edition: (edition.number, edition.name), default=None)


def recorded(folder: Path) -> Iterator[Edition]:
    """All editions, by name. Raises EditionError where a file cannot be read."""
    for path in sorted(folder.glob("*.yml")) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue
        try:
            yield read_model(path, Edition)
        except YamlError as error:
            raise EditionError(str(error)) from None
