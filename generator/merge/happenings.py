"""Whether reports of different articles are of one happening.

Two happenings wrongly taken for one are worse than one happening told twice.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from rapidfuzz import fuzz

from generator.merge.dates import days_apart
from generator.merge.knowledge import knowledge
from generator.merge.reports import Report
from generator.merge.wording import Weights, happens_once
from generator.model import EventType, Quad, Status

NEWS_DAYS = 45
"""Two articles that came out within so many days may be on the same news."""

_SAME_STATE_OF_THINGS_DAYS = 240
"""What is said to be going on in two articles so far apart or less may be one."""

_LONGEST_MEMORY_DAYS = 400
"""Undated reports of articles further apart are not compared by their words."""

_FINE_DAYS = 31
"""A date of so many days or fewer tells happenings apart."""

_COPY = 92
"""Likeness of two quotes, out of 100, from which one is a copy of the other, and the fewest words of such a quote."""
_COPY_WORDS = 8


_TELLING_TITLE = 3
"""Words of content from which a title alone tells what happened."""


_TOLD_AS = 0.3
"""Share of an event's quotes that must tell of the sort of happening by which it is compared."""

_MUCH_ALIKE = 0.33
"""Share of all words of two reports that both have, by weight, from which words alone make them one."""


@cache
def _compatible() -> frozenset[tuple[str, str]]:
    groups: Any = knowledge("wording")["compatible_types"]
    return frozenset((a, b) for group in groups for a in group for b in group)


def clash(a: Report, b: Report) -> bool:
    """Whether two reports cannot be of one happening."""
    return (
        a.source.id == b.source.id
        or a.reality != b.reality
        or a.anniversary != b.anniversary
        or (
            (a.event.type, b.event.type) not in _compatible() and a.event.type != b.event.type and not a.sorts & b.sorts
        )
        or bool(a.agreements and b.agreements and not a.agreements & b.agreements)
        or _dates_clash(a, b)
        or _participants_clash(a, b)
        or bool(a.place_states and b.place_states and not a.place_states & b.place_states)
    )


def _dates_clash(a: Report, b: Report) -> bool:
    """Dates that do not meet; one day is allowed between days of which one is worked out, for the same treaty."""
    first, second = a.event.date, b.event.date
    if first and second:
        slack = 1 if a.agreements & b.agreements and "relative" in (first.basis, second.basis) else 0
        return days_apart(first, second) > slack
    if a.reality == "real":
        for dated, undated in ((a, b), (b, a)):
            if dated.event.date and undated.published and dated.event.date.start > undated.published:
                return True
    return False


def _participants_clash(a: Report, b: Report) -> bool:
    """Different persons, or the one acting in one report is the one acted upon in the other."""
    if a.agreements & b.agreements:
        return False
    if a.people and b.people and not a.people & b.people:
        return True
    if a.agents and b.agents and not a.agents & b.agents and (a.agents & b.targets or b.agents & a.targets):
        return True
    return bool("visit" in a.sorts & b.sorts and a.agents and b.agents and not a.agents & b.agents)


class Likeness:
    """How surely two reports are of one happening."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.weights = Weights(report.content for report in reports)

    def strength(self, a: Report, b: Report) -> float:
        """From 0, no sign of it, to about 2.5; only for reports that do not clash."""
        if a.agreements & b.agreements and self._both_make(a, b):
            return 2.0
        alike = self.alike(a, b)
        if not a.actors & b.actors:
            best = max(self._unattended(a, b, alike), self._begun_together(a, b))
            return best + alike if best else 0.0
        if self._copied(a, b):
            return 1.5 + alike
        if not a.sorts & b.sorts:
            return 0.0
        if a.event.status is not b.event.status and not (
            happens_once(a.sorts & b.sorts) or alike >= 0.5 or _same_start(a, b)
        ):
            return 0.0
        reasons = (
            self._once(a, b, alike),
            self._same_day(a, b, alike),
            self._state_of_things(a, b, alike),
            self._words(a, b, alike),
        )
        best = max(reasons)
        return best + alike if best else 0.0

    def alike(self, a: Report, b: Report) -> float:
        """Share of words in common, by weight: of everything said, or of the titles if these say enough."""
        alike = self.weights.similarity(a.content, b.content)
        if min(len(a.headline), len(b.headline)) >= _TELLING_TITLE:
            alike = max(alike, self.weights.similarity(a.headline, b.headline))
        return alike

    @staticmethod
    def _both_make(a: Report, b: Report) -> bool:
        """Whether both tell of making the agreement, and not one of ratifying or renewing it."""
        other = {"ratify", "renew", "negotiate"}
        return (a.sorts & other) == (b.sorts & other)

    @staticmethod
    def _copied(a: Report, b: Report) -> bool:
        if (a.event.type, b.event.type) not in _compatible() and a.event.type != b.event.type:
            return False
        return any(
            len(x.quote.split()) >= _COPY_WORDS and fuzz.ratio(x.quote, y.quote, score_cutoff=_COPY) > 0
            for x in a.event.evidence
            for y in b.event.evidence
        )

    @staticmethod
    def _once(a: Report, b: Report, alike: float) -> float:
        """What the same people do once in a while, told of one date or in articles on the same news.

        Words in common then count only for the share of the reports that tells of it (the sum adds `alike` in full).
        """
        if not happens_once(a.sorts & b.sorts):
            return 0.0
        people = a.people & b.people
        if not people and (a.people or b.people or len(a.actors & b.actors) < 2):
            return 0.0
        dated = bool(a.event.date and b.event.date)
        if dated and not (_fine(a) and _fine(b)):
            return 0.0
        if not dated and not same_news(a, b):
            return 0.0
        told = min(a.share(a.sorts & b.sorts), b.share(a.sorts & b.sorts))
        return (1.0 if people else 0.8) * told - (1 - told) * alike if told >= _TOLD_AS else 0.0

    @staticmethod
    def _unattended(a: Report, b: Report, alike: float) -> float:
        """What happens once in a while, told in like words in articles on the same news, one without saying of whom."""
        if (a.actors and b.actors) or not happens_once(a.sorts & b.sorts) or not same_news(a, b):
            return 0.0
        return 0.6 if alike >= 0.4 and len(a.content & b.content) >= 2 else 0.0

    @staticmethod
    def _begun_together(a: Report, b: Report) -> float:
        """A deed of some length in one place, from one month or year on, told by one article without saying by whom."""
        deeds = a.event.type is b.event.type and a.event.type.quad is Quad.MATERIAL_CONFLICT
        going_on = Status.ONGOING in (a.event.status, b.event.status)
        if not (deeds and going_on and a.sorts & b.sorts and a.scene and a.scene == b.scene):
            return 0.0
        return 0.6 if not (a.actors and b.actors) and _same_start(a, b) and _near(a, b) else 0.0

    @staticmethod
    def _same_day(a: Report, b: Report, alike: float) -> float:
        """The same one acting in the same way at the same time, the same words used of it."""
        if not (a.event.date and b.event.date and _fine(a) and _fine(b) and a.agents & b.agents):
            return 0.0
        day = a.event.date.days == b.event.date.days == 1
        enough = alike >= (0.2 if day else 0.35) and len(a.content & b.content) >= (1 if day else 2)
        return 0.9 if enough else 0.0

    @staticmethod
    def _state_of_things(a: Report, b: Report, alike: float) -> float:
        """What is going on in both articles, by the same actors: protests, blockades, wars; speech if worded alike."""
        statuses = {a.event.status, b.event.status}
        if (
            not (statuses == {Status.ONGOING} or (Status.ONGOING in statuses and _same_start(a, b)))
            or not a.agents & b.agents
        ):
            return 0.0
        if not _near(a, b):
            return 0.0
        deeds = a.event.type is b.event.type and a.event.type.quad in (
            Quad.MATERIAL_CONFLICT,
            Quad.MATERIAL_COOPERATION,
        )
        if deeds and a.event.type is not EventType.SANCTION:
            return 0.7
        return 0.6 if alike >= 0.3 and len(a.content & b.content) >= 2 else 0.0

    def _words(self, a: Report, b: Report, alike: float) -> float:
        """Much the same words, of the same actors, in articles not too far apart."""
        if alike < 0.5 or len(a.content & b.content) < 3 or self.weights.common(a.content, b.content) < _MUCH_ALIKE:
            return 0.0
        if a.agents and b.agents and not a.agents & b.agents:
            return 0.0
        if a.published and b.published:
            return 0.5 if abs((a.published - b.published).days) <= _LONGEST_MEMORY_DAYS else 0.0
        return 0.5


def same_news(a: Report, b: Report) -> bool:
    """Whether two articles came out close together or, where that is not known, speak of the same agreement."""
    if a.published and b.published:
        return abs((a.published - b.published).days) <= NEWS_DAYS
    return bool(a.agreements_of_source & b.agreements_of_source)


def _near(a: Report, b: Report) -> bool:
    """Whether what goes on in one article may still go on in the other; false where the time is not known."""
    if not (a.published and b.published):
        return False
    return abs((a.published - b.published).days) <= _SAME_STATE_OF_THINGS_DAYS


def _same_start(a: Report, b: Report) -> bool:
    """Whether both are dated to one and the same month, year or other span of more than a day."""
    first, second = a.event.date, b.event.date
    return bool(first and second and first.days > 1 and (first.start, first.end) == (second.start, second.end))


def _fine(report: Report) -> bool:
    return report.event.date is not None and report.event.date.days <= _FINE_DAYS
