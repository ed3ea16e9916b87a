"""Happenings that one article tells as real and another as what did not happen.

They stay two events of the brief, since no report of a denial is a report of the deed. Here only those are paired that
are evidently about the same: the same sort of happening, the same actors in the same parts, like words, the same days.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.merge.names import words
from generator.merge.reports import trigger_text
from generator.merge.wording import content, sorts_named, stems
from generator.model import Brief, Event, Status

_LIKE = 0.5
"""Share of the words of the shorter title, without names, that the other one has."""
_FEWEST_LIKE = 2
_SAME_NEWS_DAYS = 7
"""Undated denials must come out within so many days of the report: later ones may be of something new."""
_FINE_DAYS = 31


@dataclass(frozen=True)
class _Told:
    event: Event
    agents: frozenset[str]
    targets: frozenset[str]
    sorts: frozenset[str]
    said: frozenset[str]
    published: frozenset[date]
    sources: frozenset[str]


def denied_happenings(brief: Brief) -> Iterator[tuple[Event, Event]]:
    """Pairs of what is told as real and its denial by another source, in the order of the brief."""
    denials: dict[frozenset[str], list[_Told]] = defaultdict(list)
    teller = _Teller(brief)
    for event in brief.events:
        if event.status is Status.DENIED:
            denial = teller.told(event)
            if denial.agents:
                denials[denial.agents].append(denial)
    for event in brief.events:
        if denials and event.status in (Status.OCCURRED, Status.ONGOING):
            real = teller.told(event)
            for denial in denials.get(real.agents, []):
                if _same(real, denial):
                    yield event, denial.event


class _Teller:
    def __init__(self, brief: Brief) -> None:
        self._names = {a.id: frozenset(s for form in [a.name, *a.aliases] for s in stems(form)) for a in brief.actors}
        self._published = {source.id: source.published for source in brief.sources}

    def told(self, event: Event) -> _Told:
        named = frozenset(s for p in event.participants for s in self._names.get(p.actor, ()))
        triggers = [text for text in map(trigger_text, event.evidence) if text] or [event.title]
        sources = frozenset(e.source for e in event.evidence)
        return _Told(
            event=event,
            agents=frozenset(p.actor for p in event.participants if p.role in ("agent", "with")),
            targets=frozenset(p.actor for p in event.participants if p.role == "target"),
            sorts=frozenset(sort for text in triggers for sort in sorts_named(text)),
            said=content(event.title) - named if words(event.title) else frozenset(),
            published=frozenset(day for source in sources if (day := self._published.get(source))),
            sources=sources,
        )


def _same(real: _Told, denial: _Told) -> bool:
    if real.sources & denial.sources or real.event.type is not denial.event.type:
        return False
    if not real.sorts & denial.sorts or (real.targets and denial.targets and real.targets != denial.targets):
        return False
    shared = len(real.said & denial.said)
    if shared < _FEWEST_LIKE or shared < _LIKE * min(len(real.said), len(denial.said)):
        return False
    first, second = real.event.date, denial.event.date
    if first and second:
        return max(first.days, second.days) <= _FINE_DAYS and first.overlaps(second)
    return any(abs((a - b).days) <= _SAME_NEWS_DAYS for a in real.published for b in denial.published)
