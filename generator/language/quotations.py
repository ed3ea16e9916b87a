"""Where words stand in quotation marks: spans of direct speech, and short quoted words (scare quotes) apart."""

import re
from dataclasses import dataclass

from generator.model import Block

_DOUBLE = re.compile(r'"')
SHORTEST_SPEECH = 4
"""Words. Fewer, without a verb of speech beside them, are a quoted term rather than a quotation."""


@dataclass(frozen=True)
class Quotation:
    """What stands between two quotation marks: code-point offsets of the words inside, without the marks."""

    start: int
    end: int
    words: int

    @property
    def is_speech(self) -> bool:
        """Whether it is long enough to be an utterance rather than a quoted term."""
        return self.words >= SHORTEST_SPEECH


def find_quotations(text: str, blocks: list[Block]) -> list[Quotation]:
    """The quotations of a text whose quotation marks are straight (see `parser_text`), in order.

    A quotation that its paragraph does not close runs to the paragraph's end (speech across paragraphs opens each
    paragraph anew and closes only the last).
    """
    found: list[Quotation] = []
    for block in blocks:
        marks = [block.start + m.start() for m in _DOUBLE.finditer(text[block.start : block.end])]
        marks = [m for m in marks if not _is_inch_mark(text, m)]
        if len(marks) % 2:
            marks.append(block.end)
        for opening, closing in zip(marks[::2], marks[1::2], strict=True):
            words = len(text[opening + 1 : closing].split())
            if words:
                found.append(Quotation(opening + 1, closing, words))
        found.extend(_single_quoted(text, block, marks))
    return sorted(found, key=lambda q: q.start)


_SINGLE = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\())'(?=\S)([^'\n]*(?:\w'\w[^'\n]*)*)(?<=\S)'(?!\w)")


def _single_quoted(text: str, block: Block, marks: list[int]) -> list[Quotation]:
    """Quotations in single marks, outside double ones."""
    inside = list(zip(marks[::2], marks[1::2], strict=True))
    found = []
    for match in _SINGLE.finditer(text[block.start : block.end]):
        start, end = block.start + match.start(1), block.start + match.end(1)
        if not any(opening <= start <= closing for opening, closing in inside):
            found.append(Quotation(start, end, len(match.group(1).split())))
    return found


def _is_inch_mark(text: str, position: int) -> bool:
    """Whether a mark after a digit measures inches or seconds (6'2") rather than closes a quotation."""
    return position > 1 and text[position - 1].isdigit() and text[position - 2] in "'’"
