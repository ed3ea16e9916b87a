"""The folder the machine writes to: whole files only, and no correction by hand lost.

Each file carries a checksum of its own content, so that an edited one is known for what it is wherever it comes from:
a fresh clone, a merge, another machine.
"""

import re
from collections.abc import Callable, Container
from pathlib import Path, PurePosixPath

from generator.identifiers import unused
from generator.yamlfiles import sha256, write_if_different

_HEADER = "# Written by `brief distil`; corrections belong in {up}curation (see docs/about/correct.md)\n"
_CHECKSUM = re.compile(rb"\A(#[^\n]*\n)# checksum ([0-9a-f]{16})\n")
_KEPT = re.compile(r"\.edited(-\d+)?\.yml$")


class DistilledFolder:
    """`folder` is created when the first file is written; `note` is told of every file that was set aside."""

    def __init__(self, folder: Path, note: Callable[[str], None]) -> None:
        self._folder = folder
        self._note = note

    def write(self, name: str, body: str) -> str:
        """Writes one file; `name` is its path in the folder, with slashes. Returns what `fingerprint` will return."""
        header = _HEADER.format(up="../" * (len(PurePosixPath(name).parts)))
        text = f"{header}# checksum {_checksum(body.encode())}\n{body}"
        path = self._folder / name
        if path.is_file() and path.read_bytes() != text.encode():
            self._set_aside_if_edited(path)
        write_if_different(path, text)
        return sha256(text.encode())

    def fingerprint(self, name: str) -> str | None:
        """A hash of the file as it is now; None if there is none."""
        path = self._folder / name
        return sha256(path.read_bytes()) if path.is_file() else None

    def remove_others(self, part: str, wanted: Container[str]) -> None:
        """Removes files of an earlier run from the sub-folder `part` whose name is not among the wanted ones."""
        for path in sorted((self._folder / part).glob("*.yml")):
            if path.name not in wanted and not _KEPT.search(path.name):
                self._set_aside_if_edited(path)
                path.unlink(missing_ok=True)

    def _set_aside_if_edited(self, path: Path) -> None:
        content = path.read_bytes()
        match = _CHECKSUM.match(content)
        if match and match[2].decode() == _checksum(content[match.end() :]):
            return
        names = {other.stem for other in path.parent.iterdir()}
        kept = path.with_name(unused(f"{path.stem}.edited", names) + ".yml")
        path.replace(kept)
        self._note(f"{path}: was edited by hand; kept as {kept.name}. Corrections belong in the curation folder")


def _checksum(body: bytes) -> str:
    return sha256(body.replace(b"\r\n", b"\n"))[:16]
