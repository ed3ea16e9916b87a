"""Whether reports of different articles are of one happening.

Two happenings wrongly taken for one are worse than one happening told twice.
"""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from generator.merge.clashes import types_agree
from generator.merge.reports import Report
from generator.merge.retellings import retold
from generator.merge.themes import Themes
from generator.merge.wording import Weights, befalls_once, happens_once, is_known
from generator.model import EventType, Quad, Status

NEWS_DAYS = 45
"""Two articles that came out within so many days may be on the same news."""

_SAME_STATE_OF_THINGS_DAYS = 240
"""What is said to be going on in two articles so far apart or less may be one."""

_LONGEST_MEMORY_DAYS = 400
"""Undated reports of articles further apart are not compared by their words."""

VISIT = "visit"
"""The sort of happening that many others are part of."""

_FINE_DAYS = 31
"""A date of so many days or fewer tells happenings apart."""

FEW_DAYS = 3
"""A date of so many days or fewer is taken for a day."""

_COPY = 92
"""Likeness of two quotes, out of 100, from which one is a copy of the other, and the fewest words of such a quote."""
_COPY_WORDS = 8

_TELLING_TITLE = 3
"""Words of content from which a title alone tells what happened."""

_TOLD_AS = 0.3
"""Share of an event's quotes that must tell of the sort of happening by which it is compared."""

_SOME_LIKENESS = 0.2
"""Share of words in common, by weight, that is asked for where little else speaks for one happening."""

_COMPANY = 0.2
"""What each person more whom both reports name adds to their likeness."""

_MUCH_ALIKE = 0.33
"""Share of all words of two reports that both have, by weight, from which words alone make them one."""


class Likeness:
    """How surely two reports are of one happening."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self.weights = Weights(report.content for report in reports)
        self.themes = Themes({report.source.id: report.source for report in reports}.values())
        self._cast: dict[str, set[str]] = defaultdict(set)
        for report in reports:
            self._cast[report.source.id] |= report.actors

    def strength(self, a: Report, b: Report) -> float:
        """From 0, no sign of it, to about 2.5; only for reports that do not clash."""
        if a.agreements & b.agreements and self._both_make(a, b):
            return 2.0
        alike = self.alike(a, b)
        if a.actors & b.actors and self._copied(a, b):
            return 1.5 + alike
        reasons = [
            self._befell(a, b),
            self._same_day_of_affair(a, b, alike),
            self._lasts(a, b, alike),
            self._same_deed(a, b),
            self._arrival(a, b),
            self._words_of_affair(a, b, alike),
            retold(a, b, alike, one_affair=self._of_one_cast(a, b), same_news=self.same_news(a, b)),
        ]
        if not a.actors & b.actors:
            reasons += [self._unattended(a, b, alike), self._begun_together(a, b)]
        elif a.sorts & b.sorts and self._stages_agree(a, b, alike):
            reasons += [
                self._once(a, b, alike),
                self._came_about(a, b, alike),
                self._same_day(a, b, alike),
                self._state_of_things(a, b, alike),
                self._words(a, b, alike),
            ]
        best = max(reasons)
        return best + alike + _agreement(a, b) if best else 0.0

    def same_news(self, a: Report, b: Report) -> bool:
        """Whether two articles came out close together or, where that is not known, speak of the same affair."""
        if a.published and b.published:
            return abs((a.published - b.published).days) <= NEWS_DAYS
        return bool(a.agreements_of_source & b.agreements_of_source) or self.kindred(a, b)

    def kindred(self, a: Report, b: Report) -> bool:
        """Whether two articles are about one affair."""
        return self.themes.kindred(a.source.id, b.source.id)

    @staticmethod
    def _stages_agree(a: Report, b: Report, alike: float) -> bool:
        """Whether two statuses may be of one happening: the same, or what else is told leaves little doubt."""
        same = a.event.status is b.event.status
        return same or happens_once(a.sorts & b.sorts) or alike >= 0.5 or _same_start(a, b)

    def _befell(self, a: Report, b: Report) -> float:
        """What befalls a thing only once, of a thing that both titles name, in articles on one affair."""
        if not (befalls_once(a.sorts & b.sorts) and types_agree(a, b) and self._of_one_affair(a, b)):
            return 0.0
        if a.reality != b.reality and a.agents and b.agents and not a.agents & b.agents:
            return 0.0
        shorter, longer = sorted((a.headline, b.headline), key=len)
        return 0.7 if shorter and shorter <= longer else 0.0

    def _same_day_of_affair(self, a: Report, b: Report, alike: float) -> float:
        """What is told of one day in like words, in articles on one affair, whoever is said to act."""
        first, second = a.event.date, b.event.date
        if not (first and second and first.days <= FEW_DAYS and second.days <= FEW_DAYS and first.overlaps(second)):
            return 0.0
        if not self._of_one_affair(a, b):
            return 0.0
        enough = alike >= (0.15 if a.sorts & b.sorts else 0.25) and len(a.content & b.content) >= 2
        return 0.8 if enough else 0.0

    def _lasts(self, a: Report, b: Report, alike: float) -> float:
        """A deed that goes on in one place, told by articles on one affair: protests, whoever is said to march."""
        deeds = a.event.type is b.event.type and a.event.type.quad is Quad.MATERIAL_CONFLICT and a.sorts & b.sorts
        if not deeds or Status.ONGOING not in (a.event.status, b.event.status) or not (a.lasting and b.lasting):
            return 0.0
        if not (a.scene and a.scene == b.scene and self._of_one_affair(a, b)) or a.people | b.people:
            return 0.0
        if a.event.status is b.event.status:
            return 0.6
        if alike >= 0.3 and len(a.content & b.content) >= 2:
            return 0.1
        past = a if b.event.status is Status.ONGOING else b
        # "Protests against the bill" are those that go on; "protests at the gate" are of one day.
        return 0.05 if a.agents & b.agents and past.headline and not past.event.place else 0.0

    def _same_deed(self, a: Report, b: Report) -> float:
        """The same ones acting in the same way upon the same, in articles on one news of one affair, titled alike."""
        if a.event.type is not b.event.type or not a.sorts & b.sorts or not a.agents or a.agents != b.agents:
            return 0.0
        shorter, longer = sorted((a.headline, b.headline), key=len)
        if a.targets != b.targets or a.reality != b.reality or not shorter or not shorter <= longer:
            return 0.0
        return 0.5 if self.same_news(a, b) and self.kindred(a, b) else 0.0

    def _arrival(self, a: Report, b: Report) -> float:
        """A visit, and a title that tells of the visitor's arrival or stay though not as what happens."""
        if a.event.type is not b.event.type or a.reality != b.reality:
            return 0.0
        for visit, other in ((a, b), (b, a)):
            told = VISIT in visit.sorts and visit.share(frozenset({VISIT})) >= _TOLD_AS
            visitors = visit.agents & visit.people & other.people
            if told and visitors and VISIT in other.sorts_of_title:
                return 0.2 if self.kindred(a, b) and self.same_news(a, b) else 0.0
        return 0.0

    def _words_of_affair(self, a: Report, b: Report, alike: float) -> float:
        """Happenings of one known sort, in like words, in articles on one affair; the more alike, the surer."""
        sorts = a.sorts & b.sorts
        if not any(is_known(sort) for sort in sorts) or a.reality != b.reality or not self.kindred(a, b):
            return 0.0
        if not (a.event.status is b.event.status or alike >= 0.5) or not _of_one_time(a, b):
            return 0.0
        if a.agents and b.agents and not a.agents & b.agents:
            return 0.0
        titled = a.headline & b.headline or a.sorts_of_title & b.sorts_of_title & sorts
        return 0.3 if titled and alike >= _SOME_LIKENESS and a.content & b.content else 0.0

    def _of_one_affair(self, a: Report, b: Report) -> bool:
        """Whether articles on one affair, not too far apart, tell of one place or one actor."""
        near = _near(a, b) or not (a.published and b.published)
        return near and self.kindred(a, b) and bool(a.actors & b.actors or (a.scene and a.scene == b.scene))

    def _of_one_cast(self, a: Report, b: Report) -> bool:
        """Whether articles on one affair, not too far apart, tell of one place or have someone in common."""
        if self._of_one_affair(a, b):
            return True
        if a.published and b.published and abs((a.published - b.published).days) > _LONGEST_MEMORY_DAYS:
            return False
        return self.kindred(a, b) and bool(self._cast[a.source.id] & self._cast[b.source.id])

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
        if not types_agree(a, b):
            return False
        return any(
            len(x.quote.split()) >= _COPY_WORDS and fuzz.ratio(x.quote, y.quote, score_cutoff=_COPY) > 0
            for x in a.event.evidence
            for y in b.event.evidence
        )

    def _once(self, a: Report, b: Report, alike: float) -> float:
        """What the same people do once in a while, told of one date or in articles on the same news.

        Words in common then count only for the share of the reports that tells of it (the sum adds `alike` in full).
        """
        if not happens_once(a.sorts & b.sorts) or a.reality != b.reality:
            return 0.0
        people = a.people & b.people
        if not people and (a.people or b.people or len(a.actors & b.actors) < 2):
            return 0.0
        if a.event.date and b.event.date:
            if not (_fine(a) and _fine(b)):
                return 0.0
        elif not self.same_news(a, b):
            return 0.0
        if len(a.actors & b.actors) < 2 and alike < _SOME_LIKENESS:
            return 0.0
        told = min(a.share(a.sorts & b.sorts), b.share(a.sorts & b.sorts))
        met = 1.0 + _COMPANY * min(len(people) - 1, 2) if people else 0.8
        return met * told - (1 - told) * alike if told >= _TOLD_AS else 0.0

    @staticmethod
    def _came_about(a: Report, b: Report, alike: float) -> float:
        """A plan of what the same people do once in a while, and what came of it, of the same company or in like words.

        That one comes after the other, and near the day planned, is what keeps them from clashing.
        """
        if a.reality == b.reality or not happens_once(a.sorts & b.sorts) or not a.agents & b.agents:
            return 0.0
        if len(a.actors & b.actors) < 2 and alike < _MUCH_ALIKE:
            return 0.0
        return 0.6 if min(a.share(a.sorts & b.sorts), b.share(a.sorts & b.sorts)) >= _TOLD_AS else 0.0

    def _unattended(self, a: Report, b: Report, alike: float) -> float:
        """What happens once in a while, told in like words in articles on the same news, one without saying of whom."""
        if (a.actors and b.actors) or not happens_once(a.sorts & b.sorts) or not self.same_news(a, b):
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

    def _state_of_things(self, a: Report, b: Report, alike: float) -> float:
        """What is going on in both articles, by the same actors: protests, blockades, wars; speech if worded alike."""
        statuses = {a.event.status, b.event.status}
        if (
            not (statuses == {Status.ONGOING} or (Status.ONGOING in statuses and _same_start(a, b)))
            or not a.agents & b.agents
        ):
            return 0.0
        if not (_near(a, b) or (not (a.published and b.published) and self.kindred(a, b))):
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


def _agreement(a: Report, b: Report) -> float:
    """What else two reports have in common, to choose among several of one article: date and actors; 0 to 0.2."""
    everyone = len(a.actors | b.actors)
    first, second = a.event.date, b.event.date
    same_date = bool(first and second and (first.start, first.end) == (second.start, second.end))
    return 0.1 * same_date + (0.1 * len(a.actors & b.actors) / everyone if everyone else 0.0)


def _of_one_time(a: Report, b: Report) -> bool:
    """Whether what one report gives a date may be what the other tells without one: not what is long past."""
    for dated, undated in ((a, b), (b, a)):
        span, told = dated.event.date, undated.published
        if span and not undated.event.date and told and (told - span.end).days > _LONGEST_MEMORY_DAYS:
            return False
    return True


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
