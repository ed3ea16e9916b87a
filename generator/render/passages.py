"""A source's text with its cited passages marked, paragraph by paragraph."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model import Actor, Evidence, Statement
from generator.render.citations import passage_anchor
from generator.render.resting import Rest
from generator.render.text import markdown

_HEADING_LENGTH = 90
_LEFT_OUT = "[…]"
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n[ \t]*\n\s*")
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph's offsets in the source's text, without the white space around it."""

    start: int
    end: int


@dataclass(frozen=True)
class MarkedParagraph:
    """A paragraph as Markdown, with a `<mark>` around every passage in it.

    A passage inside another is a mark inside a mark. Where two cross, or one runs over several paragraphs, the first
    piece carries the passage's id and the others name it in `data-of`: every passage has one element to land on.
    `continued` holds the ids of the passages of which a further piece stands here.
    """

    start: int
    end: int
    markdown: Markup
    continued: Sequence[str]


@dataclass(frozen=True)
class SourceParagraph:
    """A paragraph of a source's page: its marked words, the facts that rest on it, and the actors it names."""

    words: MarkedParagraph
    heading: bool
    facts: list[Rest]
    actors: list[Actor]


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    anchor: str
    first: bool
    name: bool

    def tag(self) -> Markup:
        """The opening tag."""
        identity = f'id="{self.anchor}"' if self.first else f'data-of="{self.anchor}"'
        return Markup(f'<mark {identity} class="name">' if self.name else f"<mark {identity}>")


def paragraphs(text: str) -> list[Paragraph]:
    """The parts of the text between blank lines."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.end() - (len(words) - len(words.rstrip()))
        if start < end:
            found.append(Paragraph(start, end))
    return found


class Shown:
    """What is shown of a text: all of it, or only stretches of it with a sign for what is left out between them."""

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]] | None = None) -> None:
        """`stretches` in order and apart; None for the whole text."""
        self._text = text
        self._stretches = stretches

    def words(self, start: int, end: int) -> Markup:
        """The part of the text between two offsets as far as it is shown."""
        if self._stretches is None:
            return markdown(self._text[start:end])
        done, position = Markup(), start
        for first, last in self._stretches:
            if last <= start or first >= end:
                continue
            done += self._left_out(position, max(first, start)) + markdown(
                self._text[max(first, start) : min(last, end)]
            )
            position = min(last, end)
        return done + self._left_out(position, end)

    def _left_out(self, start: int, end: int) -> Markup:
        gap = self._text[start:end]
        return Markup(f" {markdown(_LEFT_OUT)} ") if gap.strip() else markdown(gap)


def cited_stretches(
    text: str, passages: Iterable[Evidence], names: Container[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """The sentences that these passages stand in, in order and apart; of a mere name only the name."""
    found: list[tuple[int, int]] = []
    bounds = [0, *(stop.end() for stop in _SENTENCE_END.finditer(text)), len(text)]
    for passage in passages:
        if (passage.start, passage.end) in names:
            found.append((passage.start, passage.end))
        else:
            first = bounds[bisect_right(bounds, passage.start) - 1]
            found.append((first, bounds[bisect_left(bounds, passage.end)]))
    united: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(united[-1][1], end))
        else:
            united.append((start, end))
    return united


def marked_paragraphs(
    text: str, passages: Iterable[Evidence], names: Container[tuple[int, int]] = (), shown: Shown | None = None
) -> list[MarkedParagraph]:
    """The text, with these passages marked; those at the offsets `names` only as names, which show less."""
    shown = shown or Shown(text)
    distinct = {(passage.start, passage.end): passage for passage in passages}
    waiting = [distinct[key] for key in sorted(distinct)]
    starts = [passage.start for passage in waiting]
    marked, position, over = [], 0, list[Evidence]()
    for paragraph in paragraphs(text):
        first, position = position, bisect_left(starts, paragraph.end, position)
        here = over + waiting[first:position]
        pieces = [_piece(text, paragraph, passage, names) for passage in here if passage.end > paragraph.start]
        over = [passage for passage in here if passage.end > paragraph.end]
        words = _mark_up(shown, paragraph.start, paragraph.end, pieces)
        if not pieces and words.strip() == markdown(_LEFT_OUT):
            continue
        continued = list(dict.fromkeys(re.findall(r'<mark data-of="([^"]+)"', words)))
        marked.append(MarkedParagraph(paragraph.start, paragraph.end, words, continued))
    return marked


def source_paragraphs(text: str, marked: Sequence[MarkedParagraph], rests: Iterable[Rest]) -> list[SourceParagraph]:
    """The paragraphs, each with what rests on the passages that begin in it."""
    starts = [paragraph.start for paragraph in marked]
    here: list[list[Rest]] = [[] for _ in marked]
    for rest in rests:
        number = bisect_right(starts, rest.evidence.start) - 1
        if number >= 0:
            here[number].append(rest)
    return [source_paragraph(text, words, found) for words, found in zip(marked, here, strict=True)]


def source_paragraph(text: str, words: MarkedParagraph, rests: Iterable[Rest]) -> SourceParagraph:
    """The paragraph with what rests on the passages that begin in it: each fact once, each speaker once."""
    here = [rest for rest in rests if words.start <= rest.evidence.start < words.end]
    facts = {_same(rest): rest for rest in reversed(here) if not isinstance(rest.fact, Actor)}
    actors = {rest.fact.id: rest.fact for rest in here if isinstance(rest.fact, Actor)}
    return SourceParagraph(
        words, _is_heading(text[words.start : words.end]), [*reversed(facts.values())], [*actors.values()]
    )


def _same(rest: Rest) -> tuple[type, str, str]:
    if isinstance(rest.fact, Statement) and rest.fact.speaker:
        return Statement, rest.fact.speaker, ""
    return type(rest.fact), rest.fact.id, rest.text


def _is_heading(words: str) -> bool:
    """Whether a paragraph looks like a heading between others: short, and no sentence."""
    return len(words) <= _HEADING_LENGTH and words[:1].isalnum() and words[-1].isalnum()


def _piece(text: str, paragraph: Paragraph, passage: Evidence, names: Container[tuple[int, int]]) -> _Piece:
    start, end = max(passage.start, paragraph.start), min(passage.end, paragraph.end)
    first = not text[passage.start : start].strip()
    name = (passage.start, passage.end) in names
    return _Piece(start, end, passage_anchor(passage), first, name)


def _mark_up(shown: Shown, start: int, end: int, pieces: Sequence[_Piece]) -> Markup:
    waiting = sorted(pieces, key=_outer_first)
    done = Markup()
    while waiting:
        outer = waiting.pop(0)
        inside = [piece for piece in waiting if piece.start < outer.end]
        crossing = [replace(piece, start=outer.end, first=False) for piece in inside if piece.end > outer.end]
        waiting = sorted([*waiting[len(inside) :], *crossing], key=_outer_first)
        within = [replace(piece, end=min(piece.end, outer.end)) for piece in inside]
        words = _mark_up(shown, outer.start, outer.end, within)
        done += shown.words(start, outer.start) + outer.tag() + words + Markup("</mark>")
        start = outer.end
    return done + shown.words(start, end)


def _outer_first(piece: _Piece) -> tuple[int, int]:
    return piece.start, -piece.end
