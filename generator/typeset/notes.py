"""Citations of one document: numbered endnotes, or, in a very large brief, the numbers of the sources alone."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from generator.model import Agreement, Credibility, Event, Evidence, Source
from generator.render import dates
from generator.render.catalogue import Catalogue
from generator.render.citations import passage_anchor
from generator.render.scope import safe_url
from generator.render.text import plain, shorten
from generator.typeset.blocks import Link, Mark, Note, Words

SHOWN_MARKS = 4
ALL_MARKS = 8
"""Where a fact is told in full."""
_MOST_SOURCES = 2
_LONGEST_QUOTE = 480
_LONGEST_TITLE = 38
_QUOTATION_MARKS = frozenset('"“”„«»「」')


def source_anchor(source: str) -> str:
    """The anchor of a source in the list of sources."""
    return f"source {source}"


class Citing(Protocol):
    """What the parts of a document cite with."""

    def cite(self, evidence: Iterable[Evidence], limit: int = SHOWN_MARKS, count: bool = True) -> list[Mark]:
        """The marks for these passages, other sources before further ones of one.

        Beyond `limit` only their number is given, if `count` asks for it.
        """

    def notes(self) -> list[Note]:
        """What the end of the document lists, in the order of the numbers."""

    def sources(self) -> set[str]:
        """The ids of the sources cited so far."""


class SourceNumbers:
    """The number of each source in the list of sources, from 1: "S1", newest first."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._numbers = {source.id: f"S{i}" for i, source in enumerate(catalogue.newest_sources, start=1)}

    def of(self, source: str) -> str:
        """The number of a source by its id."""
        return self._numbers[source]


class Endnotes:
    """A numbered note for each passage, in the order of first citation, linked both ways."""

    def __init__(self, catalogue: Catalogue, numbers: SourceNumbers, site: str | None) -> None:
        self._sources = catalogue.sources
        self._source_numbers = numbers
        self._site = site
        self._numbers: dict[tuple[str, str], int] = {}
        self._passages: list[Evidence] = []
        self._credibility = _credibility(catalogue)

    def cite(self, evidence: Iterable[Evidence], limit: int = SHOWN_MARKS, count: bool = True) -> list[Mark]:
        """The marks for these passages, other sources before further ones of one.

        Beyond `limit` only their number is given, if `count` asks for it.
        """
        passages = in_turns(evidence)
        shown = passages[:limit]
        return [self._mark(passage) for passage in shown] + _left(passages, shown, count)

    def notes(self) -> list[Note]:
        """The notes of all passages cited so far."""
        return [self._note(number, passage) for number, passage in enumerate(self._passages, start=1)]

    def sources(self) -> set[str]:
        """The ids of the sources cited so far."""
        return {passage.source for passage in self._passages}

    def _mark(self, passage: Evidence) -> Mark:
        key = _key(passage)
        first = key not in self._numbers
        if first:
            self._passages.append(passage)
            self._numbers[key] = len(self._passages)
        number = self._numbers[key]
        return Mark(str(number), f"note {number}", f"cited {number}" if first else "")

    def _note(self, number: int, passage: Evidence) -> Note:
        source = self._sources[passage.source]
        told = source.publisher or shorten(source.title, _LONGEST_TITLE)
        published = dates.day(source.published) if source.published else "undated"
        grade = f"{source.reliability}{self._credibility.get(_key(passage), '')}"
        place: Words = [Link(self._source_numbers.of(source.id), source_anchor(source.id)), f" {told}, {published}, "]
        address = passage_address(self._site, passage)
        place += [grade, "; ", Link("passage", url=address)] if address else [grade]
        return Note(str(number), f"note {number}", f"cited {number}", _as_quoted(passage.quote), place)


class SourceCitations:
    """The number of the source for each claim: what a brief of hundreds of dossiers cites with.

    `linked` says whether the marks lead to the list of sources: tens of thousands of links take a gigabyte to set, so
    only what is told in full has them.
    """

    def __init__(self, numbers: SourceNumbers, linked: bool) -> None:
        self._numbers = numbers
        self._linked = linked
        self._cited: set[str] = set()

    def cite(self, evidence: Iterable[Evidence], limit: int = SHOWN_MARKS, count: bool = True) -> list[Mark]:
        """The marks of the sources of these passages, each once; at most two, since each costs room and memory."""
        sources = list(dict.fromkeys(passage.source for passage in evidence))
        self._cited.update(sources)
        shown = sources[: min(limit, _MOST_SOURCES)]
        marks = [Mark(self._numbers.of(each), source_anchor(each) if self._linked else "") for each in shown]
        return marks + _left(sources, shown, count)

    def notes(self) -> list[Note]:
        """None: the list of sources is what the marks lead to."""
        return []

    def sources(self) -> set[str]:
        """The ids of the sources cited so far."""
        return self._cited


def _left(everything: Sequence[object], shown: Sequence[object], count: bool) -> list[Mark]:
    """How many are not shown, as a mark that leads nowhere."""
    number = len(everything) - len(shown)
    return [Mark(f"+{number}")] if number and count else []


def passage_address(site: str | None, passage: Evidence) -> str:
    """Where the passage stands on the site; "" without a public address on the web."""
    if not site or not safe_url(site):
        return ""
    return f"{site.rstrip('/')}/sources/{passage.source}/#{passage_anchor(passage)}"


def web_address(source: Source) -> str:
    """The source's own address if it leads to the web; "" for any other kind of address."""
    return source.url if source.url and safe_url(source.url) else ""


def in_turns(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Each passage once: the first of every source, then the second of every source, and so on."""
    of_source: Counter[str] = Counter()
    turns: dict[tuple[str, str], tuple[int, Evidence]] = {}
    for passage in evidence:
        if _key(passage) not in turns:
            turns[_key(passage)] = (of_source[passage.source], passage)
            of_source[passage.source] += 1
    return [passage for _, passage in sorted(turns.values(), key=lambda turn: turn[0])]


def _as_quoted(quote: str) -> str:
    words = shorten(" ".join(plain(quote).split()), _LONGEST_QUOTE)
    return words if set(words) & _QUOTATION_MARKS else f"“{words}”"


def _key(passage: Evidence) -> tuple[str, str]:
    return passage.source, passage_anchor(passage)


def _credibility(catalogue: Catalogue) -> dict[tuple[str, str], Credibility]:
    """The best grade of the facts that rest on each passage."""
    found: dict[tuple[str, str], Credibility] = {}
    facts: list[Event | Agreement] = [*catalogue.brief.events, *catalogue.brief.agreements]
    for fact in facts:
        if fact.assessment:
            for passage in fact.evidence:
                key = _key(passage)
                found[key] = min(found.get(key, 6), fact.assessment.credibility)
    return found
