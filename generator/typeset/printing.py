"""From a document's values to the bytes of a PDF: what cannot be printed replaced, set by Typst, packed small."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from generator.render.text import shorten
from generator.typeset.characters import Printable, named
from generator.typeset.fonts import EAST_ASIAN_HINT, Font, coverage, families, fonts_for, lacks_east_asian

if TYPE_CHECKING:
    from generator.typeset.press import Job, Outcome, Standard

LADDER: "list[list[Standard]]" = [["ua-1", "a-2a"], ["ua-1"], ["a-2b"], []]
"""The standards to keep, best first: readable by everyone and for ever, readable by everyone, for ever, neither."""
LADDER_WITH_ATTACHMENTS: "list[list[Standard]]" = [["ua-1", "a-3a"], ["ua-1"], ["a-3b"], []]
"""Only the third part of PDF/A allows files of any kind inside."""

PRESS = Path(__file__).with_name("press.py")
"""The program that does the setting; it is not imported, since loading Typst takes as long as much of the rest."""
MAIN = "brief.typ"
_LONGEST_STRING = 16_000  # PDF/A-2a allows 32,767 units, of which some characters take two.
_NO_WORDS = {
    *("anchor", "to", "url", "kind", "look", "of", "status", "nature", "state", "page_of", "back"),
    *("actor", "one", "other", "kind_of", "event", "topic", "quad", "paper", "tlp"),
}  # Fields that are never printed.
_WHOLE = {"text", "title", "alternative"}  # Fields that become one string of the file, as what a link says.
_LONGEST_WHOLE = 1000
_NAMED_CHARACTERS = 6


class TypesetError(Exception):
    """The PDF cannot be made: why, in a line or more."""


def print_documents(
    documents: Sequence[Mapping[str, Any]],
    templates: Sequence[Path],
    made: date,
    attachments: Mapping[str, bytes],
    note: Callable[[str], None],
) -> list[bytes]:
    """Each document as a PDF. Of templates of one name, the one in the first folder that has it is used.

    `made` is the day that the files say they were made on. `note` is told, a line each, which characters had no glyph
    and which standard could not be kept. Raises TypesetError if the templates are at fault.
    """
    fonts = fonts_for(set(json.dumps(documents, ensure_ascii=False)))
    printable = Printable(coverage(fonts))
    common = {"fonts": families(fonts), "attachments": sorted(attachments)}
    contents = [_printable(document, printable) | common for document in documents]
    if printable.replaced:
        note(_missing(printable))
    with TemporaryDirectory(prefix="brief-pdf-") as folder:
        root = Path(folder)
        _copy_templates(templates, root)
        for name, data in attachments.items():
            (root / name).write_bytes(data)
        outputs = [root / f"{number}.pdf" for number in range(len(contents))]
        job: Job = {
            "main": str(root / MAIN),
            "root": str(root),
            "fonts": _font_folders(fonts, root),
            "day": made.isoformat(),
            "ladder": LADDER_WITH_ATTACHMENTS if attachments else LADDER,
            "prints": [
                {"inputs": {"data": json.dumps(content, ensure_ascii=False)}, "output": str(output)}
                for content, output in zip(contents, outputs, strict=True)
            ],
        }
        lines = [line for outcome in _run(job) for line in _said(outcome)]
        for line in dict.fromkeys(lines):
            note(line)
        return [_packed(output.read_bytes()) for output in outputs]


def _run(job: "Job") -> "list[Outcome]":
    with subprocess.Popen(
        [sys.executable, str(PRESS)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as press:
        import_module("pikepdf")  # what packs the result is loaded while Typst is
        output, errors = press.communicate(json.dumps(job).encode("ascii"))
    if press.returncode:
        said = errors.decode("utf-8", "replace").strip()
        raise TypesetError(f"the PDF cannot be set: {said or f'Typst ended with {press.returncode}'}")
    outcomes: list[Outcome] = json.loads(output)
    return outcomes


def _said(outcome: "Outcome") -> Iterator[str]:
    """What a person should know of how a document was set."""
    if outcome["refused"]:
        kept = " and ".join(outcome["standards"]) or "no standard"
        yield f"the PDF keeps {kept}; it cannot keep {outcome['refused'][0]}"
    for line in outcome["warnings"]:
        yield f"the PDF: {line}"


def _copy_templates(folders: Sequence[Path], root: Path) -> None:
    """Every template once, the first of its name."""
    for folder in reversed(folders):
        for path in sorted(folder.glob("*.typ")):
            (root / path.name).write_bytes(path.read_bytes())


def _font_folders(fonts: Sequence[Font], root: Path) -> list[str]:
    """The folder that holds the fonts: those that packages keep as data are written, the others linked."""
    folder = root / "fonts"
    folder.mkdir()
    for font in fonts:
        if font.path:
            (folder / font.file).symlink_to(font.path)
        else:
            (folder / font.file).write_bytes(font.data)
    return [str(folder)]


def _packed(pdf: bytes) -> bytes:
    """The same document with its objects in compressed streams: a third of the size."""
    import pikepdf

    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return packed.getvalue()


def _printable(value: Any, printable: Printable) -> Any:
    """The values with every text printable and none longer than the standards allow; a long one becomes a list."""
    if isinstance(value, str):
        text = printable.text(value)
        if len(text) <= _LONGEST_STRING:
            return text
        return [text[start : start + _LONGEST_STRING] for start in range(0, len(text), _LONGEST_STRING)]
    if isinstance(value, list):
        return [_printable(inner, printable) for inner in value]
    if isinstance(value, Mapping):
        return {
            name: inner if name in _NO_WORDS and isinstance(inner, str) else _printable(_cut(name, inner), printable)
            for name, inner in value.items()
        }
    return value


def _cut(name: str, value: Any) -> Any:
    """The value, shortened where it becomes one string of the file and would be too long for one."""
    return shorten(value, _LONGEST_WHOLE) if name in _WHOLE and isinstance(value, str) else value


def _missing(printable: Printable) -> str:
    lacking = named(printable.replaced)
    shown = ", ".join(lacking[:_NAMED_CHARACTERS])
    further = f" and {len(lacking) - _NAMED_CHARACTERS} more" if len(lacking) > _NAMED_CHARACTERS else ""
    line = f"the PDF: no font has a glyph for {shown}{further}; a square stands for each"
    return f"{line}; {EAST_ASIAN_HINT}" if lacks_east_asian(printable.replaced) else line
