"""PDF documents with a text layer: lines put together to paragraphs, running heads and page numbers left out."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from statistics import median
from typing import Any

from generator.articles.characters import tidy
from generator.articles.formats.extracted import Extracted, FormatError, Found, day_of, names, one_line
from generator.articles.paragraphs import Mark, Paragraph
from generator.articles.wording import ends_sentence

_MOST_PAGES = 500
_HEADLINE, _HEADING = 1.3, 1.12
"""How many times the size of the text a headline and a heading are at least."""

_MARGIN = 0.1
"""The share of a page's height at its top and bottom in which running heads and feet stand."""

_SHORT_OF_WIDTH = 0.12
"""The share of the width by which a line that ends a sentence must be short to end its paragraph."""

_PAGE_NUMBER = re.compile(r"\W*(?:page|seite|p\.?)?\s*\d+(?:\s*(?:/|of|von|de)\s*\d+)?\W*", re.IGNORECASE)
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(r"microsoft word\b|untitled|document\d*$|.*\.(?:docx?|indd|pdf|qxp|html?)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Line:
    """A line of text. `top` and `bottom` are shares of the page's height, counted from below; the rest are points."""

    text: str
    left: float
    right: float
    size: float
    top: float
    bottom: float

    @property
    def at_edge(self) -> bool:
        return self.bottom > 1 - _MARGIN or self.top < _MARGIN


@dataclass(frozen=True)
class _Box:
    """Lines that stand together."""

    page: int
    lines: tuple[_Line, ...]

    @property
    def size(self) -> float:
        return median(line.size for line in self.lines)

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


def read(content: bytes) -> Extracted:
    """The article in a PDF document. Raises FormatError for a password, a scan, and what is no PDF."""
    boxes, properties = _opened(content)
    if not boxes:
        raise FormatError(
            "this PDF is a scan without text", "run text recognition (OCR) over it, or type the text into a .txt file"
        )
    boxes = _without_running_heads(boxes)
    sizes = Counter[float]()
    for box in boxes:
        for line in box.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    hyphenated = _hyphenated(boxes)
    paragraphs = [paragraph for box in boxes for paragraph in _paragraphs(box, usual, hyphenated)]
    return Extracted(_one_headline(paragraphs), _found(properties))


def _opened(content: bytes) -> tuple[list[_Box], dict[str, Any]]:
    from pdfminer.high_level import extract_pages
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    if b"%PDF-" not in content[:1024]:
        raise FormatError("this is no PDF document", "save it again, or its text as a .txt file")
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
        properties = {str(name): value for info in document.info for name, value in info.items()}
        pages = extract_pages(io.BytesIO(content), maxpages=_MOST_PAGES)
        return [box for number, page in enumerate(pages) for box in _boxes(page, number)], properties
    except PDFPasswordIncorrect:
        raise FormatError("this PDF has a password", "open it and save or print it to a PDF without one") from None
    except (PSException, ValueError):
        raise FormatError("this PDF is damaged", "open it and print it to a new PDF, or save its text") from None


def _boxes(page: Any, number: int) -> Iterator[_Box]:
    """The boxes on a page; lines that stand together in letters of another size are another box."""
    from pdfminer.layout import LTTextBox

    for box in page:
        if isinstance(box, LTTextBox):
            lines = [line for each in box if (line := _line(each, page.height or 1)) is not None]
            for _, group in groupby(_numbered_by_size(lines), key=itemgetter(0)):
                yield _Box(number, tuple(line for _, line in group))


def _line(line: Any, height: float) -> _Line | None:
    """A line of a box; None if nothing on it can be read."""
    from pdfminer.layout import LTChar

    text = " ".join(line.get_text().replace("\0", "").split())
    if not text or re.fullmatch(r"(?:\(cid:\d+\)\s*)+", text):
        return None
    sizes = [character.size for character in line if isinstance(character, LTChar)]
    return _Line(text, line.x0, line.x1, median(sizes) if sizes else 0.0, line.y1 / height, line.y0 / height)


def _numbered_by_size(lines: Sequence[_Line]) -> Iterator[tuple[int, _Line]]:
    number, size = 0, 0.0
    for line in lines:
        if not size / _HEADING <= line.size <= size * _HEADING:
            number, size = number + 1, line.size
        yield number, line


def _without_running_heads(boxes: Sequence[_Box]) -> list[_Box]:
    """Boxes without page numbers at an edge of the page, and without lines at the edges of more than one page."""
    pages = Counter(
        form for _, form in {(box.page, _form_of_head(line)) for box in boxes for line in box.lines if line.at_edge}
    )
    kept = []
    for box in boxes:
        lines = tuple(
            line
            for line in box.lines
            if not (line.at_edge and (_PAGE_NUMBER.fullmatch(line.text) or pages[_form_of_head(line)] > 1))
        )
        if lines:
            kept.append(_Box(box.page, lines))
    return kept


def _form_of_head(line: _Line) -> str:
    """A running head with the numbers in it made alike."""
    return re.sub(r"\d+", "0", line.text.casefold())


def _paragraphs(box: _Box, usual: float, hyphenated: frozenset[str]) -> Iterator[Paragraph]:
    """The paragraphs in a box: a line that ends a sentence and is short ends one, an indented line begins one."""
    mark, level = _form(box, usual)
    left, right = min(line.left for line in box.lines), max(line.right for line in box.lines)
    text = ""
    previous: _Line | None = None
    for line in box.lines:
        if previous is not None and mark is None and _begins(previous, line, left, right):
            yield Paragraph(_whole(text), box.page, mark, level)
            text = ""
        text = _joined(text, line.text, hyphenated)
        previous = line
    if whole := _whole(text):
        yield Paragraph(whole, box.page, mark, level)


def _begins(previous: _Line, line: _Line, left: float, right: float) -> bool:
    width = right - left
    if ends_sentence(previous.text) and previous.right < right - _SHORT_OF_WIDTH * width:
        return True
    return ends_sentence(previous.text) and line.left > left + 0.5 * line.size and previous.left < line.left - 1


def _form(box: _Box, usual: float) -> tuple[Mark | None, int]:
    if not usual or len(box.text) > 300:
        return None, 0
    if box.size >= _HEADLINE * usual and box.page == 0:
        return "heading", 1
    return ("heading", 2) if box.size >= _HEADING * usual and not ends_sentence(box.text) else (None, 0)


def _one_headline(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Only the first line in large letters is the headline; what is large after it is a heading of the article."""
    first = next((index for index, each in enumerate(paragraphs) if each.level == 1), None)
    return [
        Paragraph(each.text, each.group, each.mark, 2) if each.level == 1 and index != first else each
        for index, each in enumerate(paragraphs)
    ]


def _hyphenated(boxes: Sequence[_Box]) -> frozenset[str]:
    """Words that are written with a hyphen within a line."""
    return frozenset(
        word.casefold() for box in boxes for line in box.lines for word in re.findall(r"\w+-\w+", line.text)
    )


def _joined(text: str, line: str, hyphenated: frozenset[str]) -> str:
    """Two pieces of a paragraph; a hyphen at a line's end goes unless the word has it elsewhere too."""
    if text.endswith("\xad"):
        return text[:-1] + line
    first, second = re.search(r"[^\W\d_]+-$", text), re.match(r"[^\W\d_]+", line)
    if first and second:
        keeps = not second[0][0].islower() or (first[0] + second[0]).casefold() in hyphenated
        return (text if keeps else text[:-1]) + line
    return f"{text} {line}" if text else line


def _whole(text: str) -> str:
    return " ".join(tidy(text).split())


def _found(properties: dict[str, Any]) -> Found:
    def text(name: str) -> str | None:
        from pdfminer.pdftypes import resolve1
        from pdfminer.utils import decode_text

        value = resolve1(properties.get(name))
        return one_line(decode_text(value)) if isinstance(value, bytes) else None

    title, created = text("Title"), _CREATED.match(text("CreationDate") or "")
    return Found(
        title=None if title and _NO_TITLE.match(title) else title,
        published=day_of("-".join(created.groups())) if created else None,
        author=names([text("Author")]),
        basis="file",
    )
