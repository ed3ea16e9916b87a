"""Long texts in pieces: an article that is too long to be held as a whole, and paragraphs too long for the parser.

An article of ordinary length is one piece, and each of its paragraphs is parsed as a whole.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Article, Block

WHOLE = 120_000
"""Characters of an article that is read as a whole: more than any news article has."""
_PIECE = 100_000
"""Characters of a piece, at most. About 300 MB are needed to read one."""
_SEARCHED = 0.8
"""Part of a piece's length from which a heading is where it ends."""
_PARAGRAPH = 20_000
"""Characters of a paragraph that is parsed as a whole."""
_CUT_BACK = 2_000
"""Characters before a cut in which the end of a sentence is looked for."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[^\W\d_a-z])")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Piece:
    """Part of an article, as an article of its own; `start` is where its text begins in the whole text."""

    start: int
    article: Article


def pieces(article: Article) -> list[Piece]:
    """The pieces that an article is read in, cut between paragraphs, before headings where there are some.

    A paragraph that is too long for a piece is cut between sentences.
    """
    text = article.source.text
    if len(text) <= WHOLE:
        return [Piece(0, article)]
    blocks = [part for block in article.blocks for part in _parts(text, block)]
    starts = [blocks[first].start for first in _first_blocks(blocks)]
    found = []
    for start, end in pairwise([*starts, len(text)]):
        own = blocks[bisect_right(blocks, start - 1, key=_start) : bisect_right(blocks, end - 1, key=_start)]
        moved = [Block(start=b.start - start, end=b.end - start, kind=b.kind) for b in own]
        words = text[start:end].rstrip()
        found.append(Piece(start, Article(source=article.source.model_copy(update={"text": words}), blocks=moved)))
    return found


def _start(block: Block) -> int:
    return block.start


def _first_blocks(blocks: Sequence[Block]) -> Iterator[int]:
    """The positions of the blocks that pieces begin with."""
    first = 0
    while first < len(blocks):
        yield first
        end = first + 1
        while end < len(blocks) and blocks[end].end - blocks[first].start <= _PIECE:
            end += 1
        if end < len(blocks):
            late = range(first + 1, end)
            headings = [
                n
                for n in late
                if blocks[n].kind == "heading" and blocks[n].start - blocks[first].start >= _SEARCHED * _PIECE
            ]
            end = headings[-1] if headings else end
        first = end


def _parts(text: str, block: Block) -> list[Block]:
    """A block, or those that it is cut into: in front of each stands the white space that parts it from the last."""
    cuts = [block.start, *cuts_in(text, block.start, block.end), block.end]
    if len(cuts) == 2:
        return [block]
    return [
        Block(start=start, end=start + len(text[start:end].rstrip()), kind=block.kind)
        for start, end in pairwise(cuts)
        if text[start:end].strip()
    ]


def cuts_in(text: str, start: int, end: int) -> list[int]:
    """Where the text between two offsets is cut for the parser; nowhere where it is of ordinary length.

    Cuts lie behind the white space after a sentence, else after a word, else anywhere.
    """
    cuts: list[int] = []
    while end - start > _PARAGRAPH:
        latest = start + _PARAGRAPH
        earliest = latest - _CUT_BACK
        start = _last_end(_SENTENCE_END, text, earliest, latest) or _last_end(_SPACE, text, earliest, latest) or latest
        cuts.append(start)
    return cuts


def _last_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Where the last place that a pattern finds ends."""
    ends = [found.end() for found in pattern.finditer(text, start, end)]
    return ends[-1] if ends and ends[-1] > start else None
