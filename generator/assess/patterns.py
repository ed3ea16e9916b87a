"""Lasting patterns: what two actors did together, or one to the other, several times on different days."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.assess.phrases import day, definite, number, sentence, times
from generator.assess.weight import consequence
from generator.model import Actor, Brief, Event, EventType, Status

_FEWEST = 3
"""Happenings of different dates that make a pattern."""
_MOST_PARTICIPANTS = 6
"""Participants above which a happening says little of any two of them, such as a summit."""
_NEITHER = ("about",)


@dataclass(frozen=True)
class Pattern:
    """What `first` and `second` (ids of actors) did, or `first` to `second`: its events, oldest first."""

    type: EventType
    first: str
    second: str
    mutual: bool
    events: tuple[Event, ...]


def patterns(brief: Brief) -> list[Pattern]:
    """The patterns of a brief, those with most happenings first; dates that overlap count as one."""
    known = consequence()["patterns"]
    groups: dict[tuple[EventType, str, str, bool], list[Event]] = defaultdict(list)
    for event in brief.events:
        if event.type.value in known and event.date and event.status is Status.OCCURRED:
            for first, second, mutual in _pairs(event, mutual="both" in known[event.type.value]):
                groups[event.type, first, second, mutual].append(event)
    found = [
        Pattern(kind, first, second, mutual, tuple(told))
        for (kind, first, second, mutual), events in groups.items()
        if len(told := _apart(events)) >= _FEWEST
    ]
    return sorted(found, key=lambda p: (-len(p.events), p.type.value, p.first, p.second))


def _pairs(event: Event, *, mutual: bool) -> Iterator[tuple[str, str, bool]]:
    """Who did it with or to whom."""
    part = {p.actor: p.role for p in event.participants if p.role not in _NEITHER}
    if len(part) > _MOST_PARTICIPANTS:
        return
    if mutual:
        yield from ((first, second, True) for first, second in combinations(sorted(part), 2))
    else:
        agents = sorted(actor for actor, role in part.items() if role == "agent")
        targets = sorted(actor for actor, role in part.items() if role == "target")
        yield from ((agent, target, False) for agent in agents for target in targets if agent != target)


def _apart(events: Sequence[Event]) -> list[Event]:
    """The events whose dates do not overlap: happenings that are certainly different ones, oldest first."""
    found: list[Event] = []
    for event in sorted(events, key=lambda e: (e.date.end, -e.date.days, e.id) if e.date else ()):
        if event.date and not (found and found[-1].date and found[-1].date.overlaps(event.date)):
            found.append(event)
    return found


def told(pattern: Pattern, actors: Mapping[str, Actor]) -> str:
    """A pattern as a sentence: "Norland and Sudia held talks four times between 3 May 2030 and 1 June 2031"."""
    wording = consequence()["patterns"][pattern.type.value]
    first, second = definite(actors[pattern.first].name), definite(actors[pattern.second].name)
    did = f"{first} and {second} {wording['both']}" if pattern.mutual else f"{first} {wording['one']} {second}"
    begun, ended = pattern.events[0].date, pattern.events[-1].date
    between = f" between {day(begun.start)} and {day(ended.end)}" if begun and ended else ""
    sources = {e.source for event in pattern.events for e in event.evidence}
    counted = f"{number(len(sources))} source{'s report' if len(sources) > 1 else ' reports'}"
    return sentence(f"{did} at least {times(len(pattern.events))}{between}, as {counted}")
