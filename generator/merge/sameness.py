"""Which sources are one article: of one address, of the same text, or of nearly the same.

A text that another publisher took over is no such case: it stays a source of its own, whose origin counts once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from generator.merge.disjoint import DisjointSets
from generator.merge.likeness import Neighbours, repeated
from generator.merge.publishers import Publisher, same_publisher
from generator.merge.texts import NOT_LIKE_ANY, Told
from generator.model import Source

_NEAR = 0.8
"""Share of the shorter text's shingles that the longer one repeats, from which the two are near the same."""
_SHORTER = 0.6
"""Part of the longer text's words that the shorter one has as many of, at least."""
_CANDIDATE = 0.4
"""Estimated share of all shingles of two texts that both have, from which they are compared in full."""
_FEWEST = 32
"""Words of the shortest text that can be near another: shorter ones are alike by chance."""
_STRANGE = 0.05
"""Share of the shorter text's shingles up to which two texts of one address are two articles all the same."""
_MOST_DAYS = 31
"""Days after which a text that does not say that it was corrected is a new article, however like an older one."""
_COMPARED = 8
"""Texts of one address, or of one kind, that a text is compared with, at most."""


class Sameness(StrEnum):
    """Why two sources are one article."""

    ADDRESS = "same address"
    TEXT = "same text"
    NEAR = "near the same"
    STATED = "stated by a person"


def same_article(one: Source, other: Source) -> Sameness | None:
    """Why two sources are one article; None where they are two."""
    return sameness(Told(one), Told(other))


def sameness(one: Told, other: Told) -> Sameness | None:
    """Why two sources are one article; None where they are two."""
    if one.is_apart or other.is_apart:
        return None
    if one.address and one.address == other.address:
        return None if strangers(one, other) else Sameness.ADDRESS
    if same_publisher(one.publisher, other.publisher) is False:
        return None
    if one.words == other.words and (_long_enough(one) or not (one.address and other.address)):
        return Sameness.TEXT
    return Sameness.NEAR if _near(one, other) and not _new_report(one, other) else None


def strangers(one: Told, other: Told) -> bool:
    """Whether two texts have neither title nor words in common, so that their address says nothing about them."""
    if one.title == other.title or one.words == other.words:
        return False
    return repeated(one.shingles, other.shingles) <= _STRANGE


def _long_enough(told: Told) -> bool:
    return told.length >= _FEWEST


def _near(one: Told, other: Told) -> bool:
    shorter, longer = sorted((one.length, other.length))
    if shorter < _FEWEST or shorter < _SHORTER * longer:
        return False
    return repeated(one.shingles, other.shingles) >= _NEAR


def _new_report(one: Told, other: Told) -> bool:
    """Whether a text near to an older one is an article of its own all the same, as daily and yearly reports are.

    It is of another day, says of no correction, and was published elsewhere, or a month later, or tells of other days.
    """
    first, second = one.source.published, other.source.published
    if first is None or second is None or first == second or one.notice or other.notice:
        return False
    elsewhere = bool(one.address and other.address)
    return elsewhere or abs((first - second).days) > _MOST_DAYS or one.days_told != other.days_told


@dataclass(frozen=True)
class Group:
    """Positions of the sources that are one article, in order, and why each but the first of them belongs to it."""

    members: list[int]
    why: dict[int, Sameness]


def groups(sources: Sequence[Told]) -> list[Group]:
    """The sources that are one article; those that stand alone are left out. Near linear in their number."""
    joined = _Joined(sources)
    joined.by_statements()
    joined.by_address()
    joined.by_text()
    joined.by_likeness()
    return joined.groups()


@dataclass
class _Bucket:
    """Texts that are near one another, by the publishers that they come from; unknown ones under an empty name."""

    leaders: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def comparable(self, publisher: Publisher) -> list[int]:
        """Texts of the same publisher and of unknown ones; any where it is itself unknown."""
        name = _first_word(publisher)
        if not name:
            return sorted(number for numbers in self.leaders.values() for number in numbers)[:_COMPARED]
        return [*self.leaders.get(name, [])[:_COMPARED], *self.leaders.get("", [])[:_COMPARED]]


def _first_word(publisher: Publisher) -> str:
    return publisher[0][0] if publisher[0] else ""


class _Joined:
    """Sources, and which of them have been found to be one article."""

    def __init__(self, sources: Sequence[Told]) -> None:
        self._sources = sources
        self._sets = DisjointSets(len(sources))
        self._why: dict[int, Sameness] = {}
        self._publishers: dict[int, list[Publisher]] = {n: [told.publisher] for n, told in enumerate(sources)}

    def groups(self) -> list[Group]:
        """The sets of two sources or more."""
        found = [members for members in self._sets.sets() if len(members) > 1]
        return [Group(members, {n: self._why[n] for n in members if n in self._why}) for members in found]

    def _join(self, one: int, other: int, why: Sameness) -> bool:
        """Makes one of two sets, unless that would put two publishers together for no better reason than likeness."""
        first, second = sorted((self._sets.find(one), self._sets.find(other)))
        if first == second:
            return True
        mine, theirs = self._publishers[first], self._publishers[second]
        loose = why in (Sameness.TEXT, Sameness.NEAR)
        if loose and any(same_publisher(a, b) is False for a in mine for b in theirs):
            return False
        self._sets.unite(first, second)
        self._publishers[first] = list(dict.fromkeys([*mine, *theirs]))
        self._why.setdefault(other, why)
        self._why.setdefault(one, why)
        return True

    def by_statements(self) -> None:
        """What people say in so many words: this file replaces that one."""
        paths = numbers_by_path(self._sources)
        for number, told in enumerate(self._sources):
            if (earlier := superseded(told, paths)) is not None and earlier != number:
                self._join(earlier, number, Sameness.STATED)

    def by_address(self) -> None:
        """Those of one address."""
        self._within(told.address for told in self._sources)

    def by_text(self) -> None:
        """Those of one text."""
        self._within(told.words or None for told in self._sources)

    def _within(self, keys: Iterable[str | None]) -> None:
        """Compares every source with the first of those that share its key and are different articles so far."""
        leaders: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(keys):
            if key is not None and not self._found(number, leaders[key][:_COMPARED]):
                leaders[key].append(number)

    def _found(self, number: int, others: Iterable[int]) -> bool:
        told = self._sources[number]
        return any(
            (why := sameness(self._sources[other], told)) is not None and self._join(other, number, why)
            for other in others
        )

    def by_likeness(self) -> None:
        """Those of nearly the same text: each is compared with the first of every kind that it is near to."""
        firsts = {told.words: number for number, told in reversed(list(enumerate(self._sources)))}
        numbers = sorted(n for n in firsts.values() if _long_enough(self._sources[n]))
        neighbours = Neighbours((self._sources[n].shingles for n in numbers), _CANDIDATE)
        buckets: dict[int, _Bucket] = {}
        for rank, number in enumerate(numbers):
            near = neighbours.near(rank)
            told = self._sources[number]
            others = [other for each in near for other in buckets[each].comparable(told.publisher)]
            found = self._found(number, others)
            alike = near[0] if near and self._alike(numbers[near[0]], number) else None
            if alike is None:
                neighbours.insert(rank)
            if not found or alike is None:
                bucket = buckets.setdefault(rank if alike is None else alike, _Bucket())
                bucket.leaders[_first_word(told.publisher)].append(number)

    def _alike(self, one: int, other: int) -> bool:
        return repeated(self._sources[one].shingles, self._sources[other].shingles) >= _NEAR


def numbers_by_path(sources: Sequence[Told]) -> dict[str, int]:
    """Where a file's first article stands among the sources, by the file's path."""
    return {told.source.path: number for number, told in reversed(list(enumerate(sources)))}


def superseded(told: Told, paths: dict[str, int]) -> int | None:
    """The source that a person says this one replaces: by its path in the articles folder, or beside this one."""
    named = told.source.supersedes
    if not named or named == NOT_LIKE_ANY:
        return None
    beside = PurePosixPath(told.source.path).parent / named
    return paths.get(named, paths.get(beside.as_posix()))
