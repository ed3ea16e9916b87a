"""What keeps reports of different articles apart: two that clash are never of one happening."""

from functools import cache
from typing import Any

from generator.merge.dates import days_apart
from generator.merge.knowledge import knowledge
from generator.merge.reports import Report
from generator.merge.wording import is_mutual
from generator.model import Status

_BEGINNING_DAYS = 45
"""Dates of what lasts are of its beginning or of a day on which it was seen; so far apart they may still be of one."""

_AHEAD_DAYS = 400
"""A plan and what comes of it lie no further apart, from the day that the plan is told."""

_DELAY_DAYS = 31
"""What is planned for a day may happen so much earlier or later."""


@cache
def _compatible() -> frozenset[tuple[str, str]]:
    groups: Any = knowledge("wording")["compatible_types"]
    return frozenset((a, b) for group in groups for a in group for b in group)


def types_agree(a: Report, b: Report) -> bool:
    """Whether two coders may have given one happening the types of the two reports."""
    return a.event.type is b.event.type or (a.event.type, b.event.type) in _compatible()


def clash(a: Report, b: Report) -> bool:
    """Whether two reports cannot be of one happening."""
    return (
        a.source.id == b.source.id
        or _realities_clash(a, b)
        or a.anniversary != b.anniversary
        or not (types_agree(a, b) or a.sorts & b.sorts)
        or bool(a.agreements and b.agreements and not a.agreements & b.agreements)
        or _dates_clash(a, b)
        or _participants_clash(a, b)
        or bool(a.place_states and b.place_states and not a.place_states & b.place_states)
    )


def _realities_clash(a: Report, b: Report) -> bool:
    """Whether one report cannot be a later stage of what the other tells.

    A plan becomes real or is called off after it was told; what is alleged may be told as a fact on the same day.
    """
    if a.reality == b.reality:
        return False
    told = {a.reality: a, b.reality: b}
    if "ahead" in told:
        plan, outcome = (a, b) if a.reality == "ahead" else (b, a)
        return outcome.reality == "alleged" or not comes_after(plan, outcome)
    if set(told) == {"alleged", "real"}:
        alleged, real = told["alleged"], told["real"]
        return not (alleged.event.date and real.event.date and alleged.event.date.overlaps(real.event.date))
    return True


def comes_after(plan: Report, outcome: Report) -> bool:
    """Whether a happening may be what a plan told of: known to be later than the telling, and near the day planned."""
    told, day, planned = plan.published, outcome.event.date, plan.event.date
    if told is None:
        return False
    if outcome.event.status is Status.DENIED:
        day = None
    if day is None:
        later = outcome.published
        return later is not None and 0 < (later - told).days <= _AHEAD_DAYS and not (planned and planned.start > later)
    if day.end < told or (day.start - told).days > _AHEAD_DAYS or (day.start < told and day.days > _DELAY_DAYS):
        return False
    return planned is None or days_apart(planned, day) <= _DELAY_DAYS


def _dates_clash(a: Report, b: Report) -> bool:
    """Dates that do not meet; one day is allowed between days of which one is worked out, for the same treaty."""
    first, second = a.event.date, b.event.date
    if first and second:
        if a.reality != b.reality:
            return days_apart(first, second) > _DELAY_DAYS
        apart = days_apart(first, second)
        going_on = Status.ONGOING in (a.event.status, b.event.status)
        if going_on and a.lasting and b.lasting and a.event.type is b.event.type:
            return apart > _BEGINNING_DAYS
        return apart > (1 if a.agreements & b.agreements and "relative" in (first.basis, second.basis) else 0)
    if a.reality == b.reality == "real":
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
    shared = a.sorts & b.sorts
    if any(sorts and all(is_mutual([sort]) for sort in sorts) for sorts in (shared, a.sorts, b.sorts)):
        return False
    if a.agents and b.agents and not a.agents & b.agents and (a.agents & b.targets or b.agents & a.targets):
        return True
    return bool("visit" in shared and a.agents and b.agents and not a.agents & b.agents)
