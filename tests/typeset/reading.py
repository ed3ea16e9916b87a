"""Reads a PDF as a reader's software does: words by page, bookmarks, links. Knows nothing of how the PDF was made."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pikepdf

_NONE = pikepdf.Dictionary()
_SHOWING = {"Tj", "TJ", "'", '"'}
_FAR = -200  # Thousandths of the type size: a gap of a word's space.


def _units(hexadecimal: str) -> str:
    return bytes.fromhex(hexadecimal).decode("utf-16-be")


def to_unicode(stream: bytes) -> dict[int, str]:
    """The characters of each glyph, as the font's own table says."""
    table: dict[int, str] = {}
    text = stream.decode("latin-1")
    for part in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, characters in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            table[int(code, 16)] = _units(characters)
    for part in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, start in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                table[int(first, 16) + step] = _units(start[:-4] + f"{int(start[-4:], 16) + step:04x}")
    return table


@dataclass(frozen=True)
class Bookmark:
    """An entry of the outline and its depth from 0."""

    title: str
    depth: int


class ReadPdf:
    """A PDF, read."""

    def __init__(self, data: bytes) -> None:
        self.document = pikepdf.open(io.BytesIO(data))
        self._tables: dict[tuple[int, int], dict[int, str]] = {}

    @cached_property
    def pages(self) -> list[str]:
        """The words of each page in the order in which they are drawn, parted by single spaces."""
        return [" ".join("".join(self._shown(page)).split()) for page in self.document.pages]

    @cached_property
    def text(self) -> str:
        """All words."""
        return " ".join(self.pages)

    @cached_property
    def close(self) -> str:
        """All words without any space, for what may be broken over lines."""
        return "".join(self.text.split())

    def _shown(self, page: pikepdf.Page) -> Iterator[str]:
        fonts = page.obj.get("/Resources", _NONE).get("/Font", _NONE)
        table: dict[int, str] = {}
        spoken: list[bool] = []
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "Tf":
                table = self._table(fonts[str(operands[0])])
            elif operator in ("BDC", "BMC"):
                replaced = operator == "BDC" and isinstance(operands[1], pikepdf.Dictionary)
                actual = operands[1].get("/ActualText") if replaced else None
                if actual is not None and not any(spoken):
                    yield str(actual)
                spoken.append(actual is not None)
            elif operator == "EMC":
                spoken.pop()
            elif operator in ("Td", "TD", "T*", "Tm", "BT"):
                yield " "
            elif operator in _SHOWING and not any(spoken):
                yield from self._words(list(operands), table)

    @staticmethod
    def _words(operands: Sequence[pikepdf.Object], table: dict[int, str]) -> Iterator[str]:
        parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
        for part in parts:
            if isinstance(part, pikepdf.String):
                raw = bytes(part)
                yield "".join(table.get(int.from_bytes(raw[i : i + 2]), "\ufffd") for i in range(0, len(raw), 2))
            elif float(part) < _FAR:
                yield " "

    def _table(self, font: pikepdf.Object) -> dict[int, str]:
        key = font.objgen
        if key not in self._tables:
            self._tables[key] = to_unicode(font.ToUnicode.read_bytes())
        return self._tables[key]

    @property
    def bookmarks(self) -> list[Bookmark]:
        """The outline, in its order."""

        def below(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[Bookmark]:
            for item in items:
                yield Bookmark(str(item.title), depth)
                yield from below(list(item.children), depth + 1)

        with self.document.open_outline() as outline:
            return list(below(list(outline.root), 0))

    @property
    def annotations(self) -> list[tuple[int, pikepdf.Object]]:
        """Every link with the number of its page, from 1."""
        return [
            (number, annotation)
            for number, page in enumerate(self.document.pages, start=1)
            for annotation in page.obj.get("/Annots", [])
        ]

    @property
    def links_inside(self) -> list[tuple[int, pikepdf.Object]]:
        """Those that do not lead out of the document."""
        return [(number, link) for number, link in self.annotations if "/URI" not in link.get("/A", _NONE)]

    @property
    def addresses(self) -> list[str]:
        """Where links out of the document lead."""
        actions = [link.A for _, link in self.annotations if "/A" in link]
        return [str(action.URI) for action in actions if "/URI" in action]

    def landing(self, link: pikepdf.Object) -> int | None:
        """The page, from 1, on which a link inside the document lands; None for one that lands nowhere."""
        target = link.get("/Dest", link.get("/A", _NONE).get("/D"))
        if isinstance(target, pikepdf.String | pikepdf.Name):
            target = self._named[str(target)]
        if isinstance(target, pikepdf.Dictionary):
            target = target.D
        pages = [page.obj.objgen for page in self.document.pages]
        return pages.index(target[0].objgen) + 1 if target is not None and target[0].objgen in pages else None

    @cached_property
    def _named(self) -> dict[str, pikepdf.Object]:
        names = self.document.Root.get("/Names", _NONE).get("/Dests")
        return {str(name): target for name, target in pikepdf.NameTree(names).items()} if names is not None else {}

    @property
    def fonts(self) -> list[pikepdf.Object]:
        """The descriptors of all fonts in use."""
        described = {}
        for page in self.document.pages:
            for font in page.obj.get("/Resources", _NONE).get("/Font", _NONE).values():
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                described[inner.objgen] = inner.FontDescriptor
        return list(described.values())
