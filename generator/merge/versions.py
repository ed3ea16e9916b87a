"""One article in several files: the same text twice is one source, and a newer text supersedes an older one.

Which text is the newer one: a person says so (`supersedes`), else the later day that is stated of its publication or
last change, else the one that says it was corrected or updated, else the later date in its path, else the path that
comes later by name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, cmp_to_key
from itertools import pairwise

from generator.merge.fallen import fallen
from generator.merge.sameness import Group, Sameness, groups, numbers_by_path, same_article, strangers, superseded
from generator.merge.texts import NOT_LIKE_ANY, Told
from generator.model import Distillate, EarlierVersion, Source
from generator.printable import printable

__all__ = ["Sameness", "same_article", "settle_versions"]

_STATED = "a person stated so"
_LATER_DAY = "it is of an earlier day"
_NOTICE = "the newer text says that it was corrected or updated"
_LATER_PATH = "the newer file's path has a later date"
_LATER_NAME = "nothing says which is the newer, so that the file that comes later by name was taken for it"

_MOST_TOLD = 4
"""Fallen facts that a note names; the others are counted."""
_LONGEST_TITLE = 80
"""Characters of a fallen fact's title in a note."""


def settle_versions(distillates: Sequence[Distillate]) -> tuple[list[Distillate], list[str]]:
    """One distillate for each article, in the order of their ids, and a line for each file that stands behind another.

    What is kept names the other files in `source.files`, and in `source.earlier` the texts that it superseded, with
    the facts that fell with them.
    """
    ordered = sorted(distillates, key=lambda distillate: distillate.source.id)
    sources = [Told(distillate.source) for distillate in ordered]
    kept, notes = dict(enumerate(ordered)), _unfit_statements(sources)
    for group in groups(sources):
        settled = _Settled(group, sources, ordered)
        for number in group.members:
            del kept[number]
        kept[settled.kept] = settled.distillate
        notes += settled.notes()
    notes += _strangers(sources)
    return [kept[number] for number in sorted(kept)], notes


@dataclass(frozen=True)
class _Version:
    """One text of an article and the files that hold it, the one that is used first."""

    members: list[int]
    reason: str
    """Why the next newer text is newer; empty for the newest."""


class _Settled:
    """One article's texts, sorted out."""

    def __init__(self, group: Group, sources: Sequence[Told], distillates: Sequence[Distillate]) -> None:
        self._group = group
        self._sources = sources
        self._distillates = distillates
        self._stated = _stated_order(group.members, sources)
        newest_first = sorted(group.members, key=cmp_to_key(self._compared), reverse=True)
        self._versions = self._texts(newest_first)
        self.kept = self._versions[0].members[0]

    def _texts(self, newest_first: Sequence[int]) -> list[_Version]:
        """The different texts, the newest first."""
        texts: list[list[int]] = []
        for number in newest_first:
            same = next((text for text in texts if self._one_text(text[0], number)), None)
            if same is None:
                texts.append([number])
            else:
                same.append(number)
        reasons = ["", *(self._newer(a[0], b[0])[1] for a, b in pairwise(texts))]
        return [_Version(sorted(t, key=self._worth), reason) for t, reason in zip(texts, reasons, strict=True)]

    def _one_text(self, newer: int, older: int) -> bool:
        """Whether nothing shows that one of two texts is another version than the other."""
        a, b = self._sources[newer], self._sources[older]
        if a.words == b.words:
            return True
        if (newer, older) in self._stated or (older, newer) in self._stated or a.notice != b.notice:
            return False
        if a.day and b.day and a.day != b.day:
            return False
        return not (a.address and a.address == b.address and a.rewords(b))

    def _worth(self, number: int) -> tuple[bool, bool, int, int, str, int]:
        """The files of one text in the order in which they are preferred: those that say most of themselves first."""
        source = self._sources[number].source
        said = [source.url, source.published, source.publisher, source.author]
        length = len(source.text)
        return (
            source.notice is not None,
            source.url is None,
            -sum(map(bool, said)),
            -length,
            source.path,
            source.record or 0,
        )

    def _compared(self, one: int, other: int) -> int:
        return self._newer(one, other)[0]

    def _newer(self, one: int, other: int) -> tuple[int, str]:
        """1 where the first is the newer one, -1 where the second is, and why."""
        if ((one, other) in self._stated) != ((other, one) in self._stated):
            return (1 if (one, other) in self._stated else -1), _STATED
        a, b = self._sources[one], self._sources[other]
        if a.day and b.day and a.day != b.day:
            return (1 if a.day > b.day else -1), _LATER_DAY
        if a.notice != b.notice:
            return (1 if a.notice else -1), _NOTICE
        if a.day_in_path and b.day_in_path and a.day_in_path != b.day_in_path:
            return (1 if a.day_in_path > b.day_in_path else -1), _LATER_PATH
        return (1 if _by_name(a.source) > _by_name(b.source) else -1), _LATER_NAME

    @cached_property
    def distillate(self) -> Distillate:
        """What the newest text says, with the other files and texts in its source."""
        own = self._distillates[self.kept]
        newest, *older = self._versions
        earlier: list[EarlierVersion] = []
        told = [own]
        for version in older:
            distilled = self._distillates[version.members[0]]
            earlier.append(
                EarlierVersion(
                    id=distilled.source.id,
                    path=distilled.source.place,
                    sha256=distilled.source.sha256,
                    published=distilled.source.published,
                    files=self._files(version),
                    reason=version.reason,
                    fell=fallen(distilled, told),
                )
            )
            told.append(distilled)
        others = sorted(self._sources[n].source.id for n in self._group.members if n != self.kept)
        update = {"files": self._files(newest), "earlier": earlier, "stands_for": others}
        update |= self._said_elsewhere(newest)
        return own.model_copy(update={"source": own.source.model_copy(update=update)})

    def _files(self, version: _Version) -> list[str]:
        """The paths of a text's files; none where it has one only."""
        paths = [self._sources[number].source.place for number in version.members]
        return paths if len(paths) > 1 else []

    def _said_elsewhere(self, version: _Version) -> dict[str, object]:
        """What the source does not say of itself and another file of the same text does."""
        said: dict[str, object] = {}
        own = self._sources[version.members[0]].source
        others = [self._sources[number].source for number in version.members[1:]]
        for name in ("publisher", "author", "url", "language"):
            value = next((getattr(other, name) for other in others if getattr(other, name)), None)
            if getattr(own, name) is None and value:
                said[name] = value
        rating = next((other.reliability for other in others if other.reliability != "F"), None)
        if own.reliability == "F" and rating:
            said["reliability"] = rating
        return said

    def notes(self) -> list[str]:
        """A line for each file that is not the one kept."""
        kept = self._sources[self.kept].source.place
        settled = self.distillate.source
        newest, *older = self._versions
        lines = [
            f"{path}: is the same article as {kept} ({self._why(n)}); the two are one source"
            for n, path in ((number, self._sources[number].source.place) for number in newest.members[1:])
        ]
        for version, earlier in zip(older, settled.earlier, strict=True):
            lines.append(f"{earlier.path}: superseded by {kept}, since {version.reason}{_told(earlier)}")
            lines += [f"{path}: holds the same text as {earlier.path}" for path in earlier.files[1:]]
        return lines

    def _why(self, number: int) -> str:
        """Why a file holds the same text as the one that is kept."""
        a, b = self._sources[self.kept], self._sources[number]
        if a.words == b.words:
            return Sameness.TEXT.value
        return self._group.why.get(number, Sameness.NEAR).value


def _by_name(source: Source) -> tuple[str, int, str, int]:
    """The order of names: "report", then "report-2", then "report-10", and of the records of one file."""
    stem, _, ending = source.path.rpartition(".")
    base, _, number = stem.rpartition("-")
    if base and number.isdecimal() and len(number) < 4:
        return base, int(number), ending, source.record or 0
    return stem, 0, ending, source.record or 0


def _told(earlier: EarlierVersion) -> str:
    """The facts that fell with a version, for the end of a note."""
    if not earlier.fell:
        return "; no fact fell with it"
    titles = [f"{fact.kind} “{_short(fact.title)}”" for fact in earlier.fell[:_MOST_TOLD]]
    more = len(earlier.fell) - len(titles)
    return f"; no longer told: {', '.join(titles)}" + (f" and {more} more" if more else "")


def _short(title: str) -> str:
    """A title for one line of a terminal."""
    title = printable(title)
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"


def _stated_order(members: Sequence[int], sources: Sequence[Told]) -> set[tuple[int, int]]:
    """Pairs of a source and one that it supersedes, straight or through others, as people stated it."""
    paths = numbers_by_path(sources)
    direct = {n: earlier for n in members if (earlier := superseded(sources[n], paths)) not in (None, n)}
    pairs: set[tuple[int, int]] = set()
    for number in direct:
        earlier = direct.get(number)
        while earlier is not None and (number, earlier) not in pairs:
            pairs.add((number, earlier))
            earlier = direct.get(earlier)
    return {(a, b) for a, b in pairs if a != b}


def _unfit_statements(sources: Sequence[Told]) -> list[str]:
    """A line for each `supersedes` that names no other article."""
    paths = numbers_by_path(sources)
    return [
        f"{told.source.place}: supersedes “{told.source.supersedes}”, but there is no such article; name its file"
        for number, told in enumerate(sources)
        if told.source.supersedes not in (None, NOT_LIKE_ANY) and superseded(told, paths) in (None, number)
    ]


def _strangers(sources: Sequence[Told]) -> list[str]:
    """A line for each file whose address is another article's too, of which it shares neither title nor words."""
    first: dict[str, Told] = {}
    lines = []
    for told in sources:
        other = first.setdefault(told.address, told) if told.address else told
        if other is not told and strangers(other, told) and not (told.is_apart or other.is_apart):
            lines.append(
                f"{told.source.place}: gives the address of {other.source.place}, but is another text; both are kept, "
                "correct the `url` of one"
            )
    return lines
