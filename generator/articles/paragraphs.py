"""Lines of a plain text file as paragraphs: what was wrapped is joined, what stands apart stays apart."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from generator.articles.wording import ends_sentence

_BULLET = re.compile(r"(?:[•‣▪◦●○■□∙⁃➤►▸✓✔➢❖*·]|-(?=\s))\s*(?=\S)")
_DASH_BULLET = re.compile(r"[–—]\s+(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
_ORNAMENT = re.compile(r"[\W_]+")

_WIDEST_WRAP = 132
"""Characters. Lines longer than a terminal is wide were not wrapped by hand or by an editor."""

_SHORTEST_WRAP = 40
"""Characters. A shorter line was not filled, so the next line does not carry it on."""

Mark = Literal["heading", "item"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph before cleaning. `mark` is what its form says it is; `level` that of a marked heading.

    `group` counts the runs of lines without an empty line between them: paragraphs of one group stood together.
    """

    text: str
    group: int = 0
    mark: Mark | None = None
    level: int = 0


@dataclass(frozen=True)
class _Line:
    text: str
    indent: int
    group: int
    mark: Mark | None = None
    hang: int = 0
    """Where the text of an item begins; lines indented as far carry it on."""
    carries: bool = False
    """It carries on the line before."""


def split_paragraphs(text: str, stands_apart: Callable[[str], bool]) -> list[Paragraph]:
    """The paragraphs of a plain text, in order, none lost.

    `stands_apart` says which lines are never part of a wrapped paragraph (furniture, dates, by-lines).
    """
    lines = list(_lines(text))
    width = _wrap_width(lines)
    paragraphs: list[list[_Line]] = []
    previous: _Line | None = None
    for line in lines:
        if previous and _carries_on(previous, line, width, stands_apart):
            paragraphs[-1].append(line)
            previous = replace(line, mark=previous.mark, hang=previous.hang, carries=True)
        else:
            paragraphs.append([line])
            previous = line
    return [Paragraph(join(*(line.text for line in each)), each[0].group, each[0].mark) for each in paragraphs]


def join(*lines: str) -> str:
    """The lines of one paragraph as one; a word parted at its hyphen keeps it and needs no space."""
    pieces: list[str] = []
    for line in lines:
        parted = pieces and re.search(r"\w-$", pieces[-1][-2:]) and re.match(r"[^\W\d_]", line)
        pieces += [line] if parted or not pieces else [" ", line]
    return "".join(pieces)


def _lines(text: str) -> Iterator[_Line]:
    """Lines with something on them; a line of ornaments alone parts groups as an empty one does."""
    group = 0
    waiting: Mark | None = None
    rows = text.split("\n")
    for number, row in enumerate(rows):
        content = " ".join(row.split())
        if not content or _ORNAMENT.fullmatch(content):
            waiting = "item" if content and content in "•‣▪◦●○■□∙➤►▸·" else None if content else waiting
            group += 1
            continue
        indent = len(row) - len(row.lstrip())
        bullet = _bullet(content, rows[max(0, number - 2) : number + 3])
        if bullet:
            hang = indent + bullet
            yield _Line(content[bullet:].strip(), indent, group, "item", hang)
        elif _NUMBER.match(content):
            yield _Line(content, indent, group, "item", indent + 2)
        else:
            yield _Line(content, indent, group, waiting)
        waiting = None


def _bullet(content: str, around: list[str]) -> int:
    """How many characters of a line are its bullet. A dash is one only in company: alone it may begin a quotation."""
    match = _BULLET.match(content)
    if match and not content.startswith("**"):
        return match.end()
    match = _DASH_BULLET.match(content)
    if match and sum(_DASH_BULLET.match(row.strip()) is not None for row in around) > 1:
        return match.end()
    return 0


def _wrap_width(lines: list[_Line]) -> int:
    """The width that a text was wrapped to; 0 if its lines are paragraphs.

    A wrapped line breaks off in mid-sentence where the first word of the next line would have been too much. If two of
    five lines that have a next one are such, the text is wrapped.
    """
    pairs = [(a, b) for a, b in pairwise(lines) if a.group == b.group and not b.mark]
    lengths = sorted(line.indent + len(line.text) for line in lines[1:])  # headlines are not wrapped, or elsewhere
    if not pairs or not lengths:
        return 0
    width = lengths[-1]
    if width > _WIDEST_WRAP:
        # One long line, such as an address, does not make the rest of the lines paragraphs.
        width = lengths[int(len(lengths) * 0.95)]
    if not _SHORTEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    filled = sum(_is_full(a, b, width) and not ends_sentence(a.text) for a, b in pairs)
    return width if filled >= 0.4 * len(pairs) else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    first_word = following.text.split(" ", 1)[0]
    length = line.indent + len(line.text)
    return length <= width < length + 1 + len(first_word)


def _carries_on(previous: _Line, line: _Line, width: int, stands_apart: Callable[[str], bool]) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    if previous.group != line.group or line.mark:
        return False
    full = width > 0 and _is_full(previous, line, width) and len(previous.text) >= min(_SHORTEST_WRAP, width // 2)
    if not previous.carries and stands_apart(previous.text) and not (full and goes_on(previous.text, line.text)):
        return False
    if stands_apart(line.text):
        # The last words of a wrapped sentence may look like a date line: "... was signed on / June 19, 2024."
        broken_off = previous.text.endswith(",") and len(previous.text) >= _SHORTEST_WRAP
        return broken_off or (full and not ends_sentence(previous.text))
    if previous.mark == "item" and previous.hang and line.indent >= previous.hang:
        return True
    if width and line.indent > previous.indent + 1 and previous.mark is None:
        return False  # an indented first line begins a paragraph
    return full or (len(previous.text) >= _SHORTEST_WRAP and goes_on(previous.text, line.text))


def goes_on(first: str, second: str) -> bool:
    """Whether a line breaks off in mid-sentence and the next takes it up with a small letter."""
    return not ends_sentence(first) and not first.endswith((":", ";")) and second[:1].islower()
