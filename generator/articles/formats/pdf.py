"""PDF documents with a text layer: lines put together to paragraphs, running heads and page numbers left out."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from generator.articles.characters import tidy
from generator.articles.cleaning import stands_apart
from generator.articles.dates import find_dates
from generator.articles.formats.columns import in_reading_order
from generator.articles.formats.extracted import Extracted, FormatError, Found, day_of, names, one_line
from generator.articles.formats.pdf_limits import bound_streams
from generator.articles.formats.repeated import without_repeated
from generator.articles.paragraphs import Mark, Paragraph
from generator.articles.wording import ends_sentence

_MOST_PAGES = 500
_HEADLINE, _HEADING = 1.3, 1.12
"""How many times the size of the text a headline and a heading are at least."""

_MARGIN = 0.1
"""The share of a page's height at its top and bottom in which running heads and feet stand."""

_SHORT_OF_WIDTH = 0.12
"""The share of the width by which a line that ends a sentence must be short to end its paragraph."""

_GAP = 0.3
"""Share of the size of letters by which the space above a line must be larger than usual to begin a paragraph."""

_SPACED = 0.6
"""Share of the size of letters that the space between two lines of one box has at most."""

_FULL = 0.03
"""Share of the width by which a full line may be short, where lines end unevenly."""

_MOST = 0.6
"""Share of the lines of a box, but for the last of paragraphs, that are full where it is justified."""

_SHORT = 0.25
"""Share of the width by which a line among full ones is short only at a paragraph's end."""

_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|p\.?)?\s*\d+(?:\s*(?:/|of|von|de)\s*\d+)?\W*|.{0,60}\W(?:page|seite)\s+\d+\W*", re.IGNORECASE
)
_CREATED = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_NO_TITLE = re.compile(r"microsoft word\b|untitled|document\d*$|.*\.(?:docx?|indd|pdf|qxp|html?)$", re.IGNORECASE)


@dataclass(frozen=True)
class _Line:
    """A line of text on a page of a certain `height`. All numbers are points, counted from the lower left corner."""

    text: str
    left: float
    right: float
    size: float
    top: float
    bottom: float
    height: float

    @property
    def at_top(self) -> bool:
        return self.bottom > (1 - _MARGIN) * self.height

    @property
    def at_edge(self) -> bool:
        return self.at_top or self.top < _MARGIN * self.height


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

    @property
    def left(self) -> float:
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        return max(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        return min(line.bottom for line in self.lines)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def is_justified(self) -> bool:
        """Whether most of its lines are full."""
        return sum(line.right >= self.right - _FULL * self.width for line in self.lines) > _MOST * len(self.lines)

    def is_broken_off(self, following: "_Box") -> bool:
        """Whether the last line is full and in mid-sentence, so that another box goes on with it."""
        last = self.lines[-1]
        full = last.right >= self.right - _FULL * self.width and (
            len(self.lines) > 1 or self.width >= (1 - _FULL) * following.width
        )
        return full and not ends_sentence(last.text)


def read(content: bytes) -> Extracted:
    """The article in a PDF document. Raises FormatError for a password, a scan, and what is no PDF."""
    pages, properties = _opened(content)
    if not any(pages):
        raise FormatError(
            "this PDF is a scan without text", "run text recognition (OCR) over it, or type the text into a .txt file"
        )
    pages = _without_running_heads(pages)
    boxes = [box for number, lines in enumerate(pages) for box in _boxes(in_reading_order(lines), number)]
    sizes = Counter[float]()
    for box in boxes:
        for line in box.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    hyphenated = _hyphenated(boxes)
    paragraphs: list[Paragraph] = []
    before: _Box | None = None
    for box in boxes:
        found = list(_paragraphs(box, usual, hyphenated))
        if before is not None and found and _goes_on(before, box, paragraphs[-1], found[0]):
            whole = _whole(_joined(paragraphs.pop().text, found[0].text, hyphenated))
            found[0] = Paragraph(whole, found[0].group)
        paragraphs += found
        before = box if found else before
    return Extracted(without_repeated(_one_headline(paragraphs)), _found(properties))


def _goes_on(before: _Box, box: _Box, last: Paragraph, first: Paragraph) -> bool:
    """Whether the last paragraph of a box, a column or a page goes on in the next."""
    alike = before.size / _HEADING <= box.size <= before.size * _HEADING
    return alike and last.mark is None and first.mark is None and before.is_broken_off(box)


def _opened(content: bytes) -> tuple[list[list[_Line]], dict[str, Any]]:
    """The lines on each page, and the properties of the document."""
    from pdfminer.high_level import extract_pages
    from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser
    from pdfminer.psexceptions import PSException

    if b"%PDF-" not in content[:1024]:
        raise FormatError("this is no PDF document", "save it again, or its text as a .txt file")
    bound_streams()
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what it says of a damaged page helps nobody
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
        properties = {str(name): value for info in document.info for name, value in info.items()}
        pages = extract_pages(io.BytesIO(content), maxpages=_MOST_PAGES)
        return [_lines(page) for page in pages], properties
    except PDFPasswordIncorrect:
        raise FormatError("this PDF has a password", "open it and save or print it to a PDF without one") from None
    except FormatError:
        raise
    except (PSException, ValueError):
        raise FormatError("this PDF is damaged", "open it and print it to a new PDF, or save its text") from None


def _lines(page: Any) -> list[_Line]:
    from pdfminer.layout import LTTextBox

    boxes = (box for box in page if isinstance(box, LTTextBox))
    return [line for box in boxes for each in box if (line := _line(each, page.height or 1)) is not None]


def _line(line: Any, height: float) -> _Line | None:
    """A line of a box; None if nothing on it can be read."""
    from pdfminer.layout import LTChar

    text = " ".join(line.get_text().replace("\0", "").split())
    if not text or re.fullmatch(r"(?:\(cid:\d+\)\s*)+", text):
        return None
    sizes = [character.size for character in line if isinstance(character, LTChar)]
    return _Line(text, line.x0, line.x1, median(sizes) if sizes else 0.0, line.y1, line.y0, height)


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> list[list[_Line]]:
    """Pages without numbers at their edges, and without lines that stand at the edges of more than one.

    What stands at the top of the first page stays if it holds a day, that of the issue, beside the paper's name.
    """
    heads = Counter(form for page in pages for form in {_form_of_head(line) for line in page if line.at_edge})
    has_day = any(line.at_top and find_dates(line.text) for page in pages[:1] for line in page)
    return [
        [
            line
            for line in page
            if not line.at_edge
            or (not _PAGE_NUMBER.fullmatch(line.text) and heads[_form_of_head(line)] < 2)
            or (has_day and number == 0 and line.at_top and not _PAGE_NUMBER.fullmatch(line.text))
        ]
        for number, page in enumerate(pages)
    ]


def _form_of_head(line: _Line) -> str:
    """A running head with the numbers in it made alike."""
    return re.sub(r"\d+", "0", line.text.casefold())


def _boxes(lines: Sequence[_Line], number: int) -> Iterator[_Box]:
    """Lines of a page in reading order as boxes: lines of one size that stand one below the other."""
    rows = list(_whole_rows(lines))
    gaps = [above.bottom - line.top for above, line in pairwise(rows) if above.top > line.top]
    usual = median(gaps or [0.0])
    box: list[_Line] = []
    for line in rows:
        if box and not _stands_below(box[-1], line, usual):
            yield _Box(number, tuple(box))
            box = []
        box.append(line)
    if box:
        yield _Box(number, tuple(box))


def _whole_rows(lines: Sequence[_Line]) -> Iterator[_Line]:
    """Lines put together from the pieces that wide spaces left of them, as between the words of justified text."""
    row: _Line | None = None
    for line in lines:
        shared = min(row.top, line.top) - max(row.bottom, line.bottom) if row is not None else 0.0
        if row is not None and line.left >= row.right - 1 and shared > 0.5 * min(row.size, line.size):
            row = replace(row, text=f"{row.text} {line.text}", right=line.right)
            continue
        if row is not None:
            yield row
        row = line
    if row is not None:
        yield row


def _stands_below(above: _Line, line: _Line, usual: float) -> bool:
    """Whether a line is the next of a box; `usual` is the space between lines on the page."""
    gap = above.bottom - line.top
    if above.top <= line.top or gap > max(_SPACED * line.size, usual + _GAP * line.size):
        return False
    beside = line.left > above.right or line.right < above.left
    return not beside and above.size / _HEADING <= line.size <= above.size * _HEADING


def _paragraphs(box: _Box, usual: float, hyphenated: frozenset[str]) -> Iterator[Paragraph]:
    """The paragraphs in a box: a line that ends a sentence and is short ends one, an indented line begins one."""
    mark, level = _form(box, usual)
    gap = median([above.bottom - line.top for above, line in pairwise(box.lines)] or [0.0])
    text = ""
    previous: _Line | None = None
    for line in box.lines:
        if previous is not None and mark is None and _begins(previous, line, box, gap):
            yield Paragraph(_whole(text), box.page, mark, level)
            text = ""
        text = _joined(text, line.text, hyphenated)
        previous = line
    if whole := _whole(text):
        yield Paragraph(whole, box.page, mark, level)


def _begins(previous: _Line, line: _Line, box: _Box, gap: float) -> bool:
    """Whether a line begins a paragraph; `gap` is the usual space between two lines of its box."""
    if previous.bottom - line.top > gap + _GAP * line.size and previous.right < box.right - _FULL * box.width:
        return True
    if previous.right < box.right - _FULL * box.width and stands_apart(previous.text):
        return True
    if box.is_justified and previous.right < box.right - _SHORT * box.width and not line.text[0].islower():
        return True
    if ends_sentence(previous.text) and previous.right < box.right - _SHORT_OF_WIDTH * box.width:
        return True
    return ends_sentence(previous.text) and line.left > box.left + 0.5 * line.size and previous.left < line.left - 1


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
