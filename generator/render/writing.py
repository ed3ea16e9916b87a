"""Pages onto the disk: only what differs is written, and what no longer belongs is taken away."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.wholefiles import sweep, write_whole

MANIFEST = ".brief-pages.json"
"""Lists what was written below `docs/`, so that a page whose fact is gone does not stay on the site."""


@dataclass(frozen=True)
class RenderResult:
    """What a rendering did, as paths below `docs/`."""

    pages: list[str]
    written: list[str]
    removed: list[str]


def write_all(docs: Path, files: Mapping[str, bytes]) -> RenderResult:
    """Writes these files below `docs`, and removes what an earlier run wrote and this one did not.

    What is about to be written is listed before: a page of a run that is killed is known to the next one.
    """
    sweep(docs)
    before = _listed(docs)
    _list(docs, {*before, *files})
    written = [path for path, content in files.items() if write_whole(docs / path, content, lasting=False)]
    removed = [path for path in before if path not in files and _remove(docs, path)]
    _list(docs, files)
    return RenderResult([path for path in files if path.endswith(".md")], written, removed)


def _list(docs: Path, paths: Iterable[str]) -> None:
    manifest = json.dumps(sorted(paths), indent=0, ensure_ascii=False) + "\n"
    write_whole(docs / MANIFEST, manifest.encode())


def _listed(docs: Path) -> list[str]:
    try:
        listed = json.loads((docs / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [path for path in listed if isinstance(path, str)] if isinstance(listed, list) else []


def _remove(docs: Path, path: str) -> bool:
    """Removes one file that an earlier run wrote, and the folder it leaves empty. Never leaves `docs`."""
    relative = PurePosixPath(path)
    target = docs / relative
    if relative.is_absolute() or ".." in relative.parts or not target.is_file():
        return False
    target.unlink()
    if target.parent != docs and not any(target.parent.iterdir()):
        target.parent.rmdir()
    return True


def assets(folders: Iterable[Path]) -> dict[str, bytes]:
    """Style sheet, script and fonts from the `assets` folders beside the templates; the first folder's file wins."""
    found: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted((folder / "assets").rglob("*")):
            name = f"assets/{path.relative_to(folder / 'assets').as_posix()}"
            if path.is_file() and not path.name.startswith("."):
                found.setdefault(name, path.read_bytes())
    return found
