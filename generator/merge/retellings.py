"""What an article tells again of a happening that another reported: later, in a noun, with a vaguer date.

Every sign asks for the same sort of happening, told of one time in articles on one affair, and for what it happened to:
the person, the place, the thing or the very day.
"""

from generator.merge.asked import meanings, settled_by
from generator.merge.clashes import types_agree
from generator.merge.reports import Report
from generator.merge.wording import befalls_a_person, befalls_a_place, befalls_once, happens_once
from generator.model import DateSpan, Status

_DAY = 3
"""A date of so many days or fewer is taken for a day."""

_MONTH = 31
"""A date of so many days or fewer is vague but still tells happenings apart."""

_LIKE_WORDS = 0.15
"""Share of words in common, by weight, that is asked for of what may happen twice on one day."""


def retold(a: Report, b: Report, alike: float, *, one_affair: bool, same_news: bool) -> float:
    """How surely one report tells again what the other does, 0 to 0.9; only for reports that do not clash.

    `alike` is the share of words in common, by weight; `one_affair`: their articles are on one affair and one place or
    actor; `same_news`: these came out close together.
    """
    sorts = a.sorts & b.sorts
    if a.reality != b.reality:
        return max(_foretold(a, b, alike), _on_the_day_planned(a, b)) if one_affair else 0.0
    if not sorts:
        return 0.0
    reasons = [0.0]
    if befalls_a_person(sorts):
        reasons.append(_befell_person(a, b, one_affair=one_affair, same_news=same_news))
    if one_affair:
        reasons += [
            _befell_place(a, b, same_news=same_news),
            _befell_thing(a, b),
            _that_day(a, b, alike),
        ]
    return max(reasons)


def _foretold(a: Report, b: Report, alike: float) -> float:
    """A plan, and what the same ones then did to the same or in like words; it is no clash that one comes later."""
    if not (a.sorts & b.sorts and (a.agents & b.agents or not (a.actors or b.actors))):
        return 0.0
    if not a.actors and not (a.event.date and b.event.date):
        return 0.0
    same = (a.targets & b.targets and a.own_actors & b.own_actors) or meanings(a.headline) & meanings(b.headline)
    return 0.4 if same and (alike >= 2 * _LIKE_WORDS or a.targets & b.targets) else 0.0


def _on_the_day_planned(a: Report, b: Report) -> float:
    """What is planned for a day, and what the same ones, who are no states, did on that day, in the same way.

    One does many things on a day: it must be the same sort, or one by which the plan is settled, or told in like words.
    """
    if a.event.type is not b.event.type or not a.own_actors & b.own_actors or not _one_day(a, b):
        return 0.0
    plan, outcome = (a, b) if a.reality == "ahead" else (b, a)
    wanted = plan.sorts | frozenset(other for sort in plan.sorts for other in settled_by(sort))
    return 0.4 if wanted & outcome.sorts or meanings(a.headline) & meanings(b.headline) else 0.0


def _befell_person(a: Report, b: Report, *, one_affair: bool, same_news: bool) -> float:
    """What befalls a person once in a while: "police arrested Berg on March 3", "Berg's arrest in March"."""
    if not a.befallen & b.befallen:
        return 0.0
    first, second = a.event.date, b.event.date
    if first and second:
        return 0.9 if min(first.days, second.days) <= _MONTH else 0.0
    if not one_affair:
        return 0.0
    return 0.6 if same_news or _told_before(a, b) else 0.0


def _told_before(a: Report, b: Report) -> bool:
    """Whether the one without a date is told in the later article, of what the earlier one dates."""
    for dated, undated in ((a, b), (b, a)):
        if dated.event.date and not undated.event.date and dated.published and undated.published:
            return dated.published <= undated.published
    return False


def _befell_place(a: Report, b: Report, *, same_news: bool) -> float:
    """What befalls a place once in a while: "soldiers overthrew the president on Sunday", "the August 18 coup"."""
    if not befalls_a_place(a.sorts & b.sorts) or a.lasting or b.lasting:
        return 0.0
    first, second = a.event.date, b.event.date
    if first and second:
        return 0.7 if _of_one_month(first, second) else 0.0
    return 0.4 if same_news and meanings(a.content) & meanings(b.content) else 0.0


def _befell_thing(a: Report, b: Report) -> float:
    """What befalls a thing once in a while, of a thing called by one name in both titles and with dates that meet."""
    first, second = a.event.date, b.event.date
    if not (befalls_once(a.sorts & b.sorts) and first and second and _of_one_month(first, second)):
        return 0.0
    same_day = first.days <= _DAY and second.days <= _DAY
    if not same_day and a.agents and b.agents and not a.agents & b.agents:
        return 0.0
    return 0.65 if meanings(a.headline) & meanings(b.headline) else 0.0


def _of_one_month(first: DateSpan, second: DateSpan) -> bool:
    """Whether one date is a day and the other that day or a month around it."""
    finer, coarser = sorted((first, second), key=lambda span: span.days)
    return finer.days <= _DAY and coarser.days <= _MONTH and finer.overlaps(coarser)


def _one_day(a: Report, b: Report) -> bool:
    first, second = a.event.date, b.event.date
    return bool(first and second and first.days == second.days == 1 and first.start == second.start)


def _that_day(a: Report, b: Report, alike: float) -> float:
    """What both tell of one and the same day: of company that they share, or that one of them leaves out."""
    if not _one_day(a, b) or a.event.status is Status.DENIED:
        return 0.0
    company = a.own_actors & b.own_actors
    if happens_once(a.sorts & b.sorts) and types_agree(a, b):
        return 0.7 if company or not (a.actors and b.actors) else 0.0
    shared = meanings(a.content) & meanings(b.content)
    if company and types_agree(a, b):
        return 0.6 if shared and alike >= _LIKE_WORDS else 0.0
    return 0.5 if shared and alike >= 2 * _LIKE_WORDS and not (a.agents and b.agents) else 0.0
