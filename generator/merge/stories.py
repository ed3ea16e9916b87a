"""One event out of all reports of it: its best title, its stages, its fullest date, and which source gave what."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from generator.merge.dates import exactest
from generator.merge.evidence import united_evidence
from generator.merge.knowledge import word_set
from generator.merge.names import words
from generator.merge.reports import Report
from generator.merge.wording import content
from generator.model import Actor, DateSpan, Event, EventReport, EventType, Participant, Status, StatusChange

_LONGEST_TITLE = 90
_FEWEST_WORDS = 3
_PARTS = ["agent", "target", "with", "about"]

_SURENESS = [Status.POSSIBLE, Status.ALLEGED, Status.PLANNED, Status.DENIED, Status.ONGOING, Status.OCCURRED]
"""Of what is told on one day, the later in this list stands."""


def best_title(group: Sequence[Report], actors: Mapping[str, Actor]) -> str:
    """The title that fits a line, is a clause, is whole, and says most of what the others say and who took part."""
    titles = Counter(report.event.title for report in group)
    involved = sorted({actor for report in group for actor in report.actors if actor in actors})
    told = {report.position: content(" ".join(e.quote for e in report.event.evidence)) for report in group}
    names = [form for actor in involved for form in _forms(actors[actor])]

    def rank(title: str) -> tuple[bool, bool, bool, bool, float, int, int, str]:
        text, said = f" {' '.join(words(title))} ", content(title)
        named = sum(any(f" {' '.join(words(form))} " in text for form in _forms(actors[i])) for i in involved)
        others = [told[report.position] for report in group if report.event.title != title] or [said]
        central = sum(len(said & other) for other in others) / len(others)
        broken = len(title.split()) < _FEWEST_WORDS or title.rsplit(" ", 1)[-1].lower() in word_set("wording", "empty")
        told_at_length = max(min(len(r.event.evidence), 4) for r in group if r.event.title == title) / 2
        weight = min(named, 3) + central + told_at_length
        nominal = not is_clause(title, names)
        cut = title.rstrip("”").endswith("…")
        return (len(title) > _LONGEST_TITLE, broken, nominal, cut, -weight, -titles[title], -len(title), title)

    return min(titles, key=rank)


def is_clause(title: str, names: Sequence[str]) -> bool:
    """Whether a title says that someone does something: "Norland signs the pact", not "Signing of the pact".

    It is one if it has a form of "be", "have", "do" or "will", or if it begins with one of the names and goes on with
    a word that can be a verb. `names` are the forms of those who take part.
    """
    parts = title.lower().split()
    if word_set("wording", "auxiliaries") & set(parts[1:]):
        return True
    rest = _after_names(parts, {tuple(name.lower().split()) for name in names})
    return bool(rest) and rest[0].isalpha() and rest[0] not in word_set("wording", "no_verbs")


def _after_names(parts: Sequence[str], names: set[tuple[str, ...]]) -> Sequence[str]:
    """What follows the names, joined by "and" or commas, with which a title begins; empty where it begins with none."""
    longest = max(map(len, names), default=0)
    position = 0
    while True:
        start = position + (parts[position : position + 1] == ["the"])
        furthest = min(start + longest, len(parts))
        ends = [end for end in range(furthest, start, -1) if _bare(parts[start:end]) in names]
        if not ends:
            return []
        position = ends[0]
        if parts[position : position + 1] == ["and"]:
            position += 1
        elif not parts[position - 1].endswith(","):
            return parts[position:]


def _bare(parts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.removesuffix(",") for part in parts)


def _forms(actor: Actor) -> list[str]:
    return [form for form in [actor.name, *actor.aliases] if words(form)]


def united(identifier: str, title: str, group: Sequence[Report]) -> Event:
    """The event that some reports tell, under the title chosen among theirs."""
    events = [report.event for report in group]
    best = next(event for event in events if event.title == title)
    kind = _most(Counter(event.type for event in events), best.type)
    places = Counter(event.place for event in events if event.place)
    place = min(places, key=lambda p: (-places[p], p != best.place, -len(p), p), default=None)
    happened = date_of(group)
    several = len({report.source.id for report in group}) > 1
    return Event(
        id=identifier,
        title=title,
        type=kind,
        mode=next((event.mode for event in [best, *events] if event.mode and event.type is kind), None),
        status=status_of(group),
        date=happened,
        place=place,
        participants=_participants(events),
        given_by=_given_by(group, title, kind, happened, place) if several else {},
        history=history_of(group) if several else [],
        reports=[_account(report) for report in group] if several else [],
        evidence=united_evidence(event.evidence for event in events),
    )


def _most(kinds: Counter[EventType], best: EventType) -> EventType:
    return min(kinds, key=lambda t: (-kinds[t], t is not best, t.value))


def _account(report: Report) -> EventReport:
    event = report.event
    return EventReport(
        source=report.source.id,
        title=event.title,
        status=event.status,
        date=event.date,
        place=event.place,
        participants=event.participants,
    )


def _given_by(
    group: Sequence[Report], title: str, kind: EventType, happened: DateSpan | None, place: str | None
) -> dict[str, list[str]]:
    """For each field that has a value, the sources that give this very value."""
    givers = {
        "title": {r.source.id for r in group if r.event.title == title},
        "type": {r.source.id for r in group if r.event.type is kind},
        "date": {
            r.source.id
            for r in group
            if happened and r.event.date and (r.event.date.start, r.event.date.end) == (happened.start, happened.end)
        },
        "place": {r.source.id for r in group if place and r.event.place == place},
    }
    return {field: sorted(sources) for field, sources in givers.items() if sources}


def _latest_stage(group: Sequence[Report]) -> list[Report]:
    """The reports that tell it as real; if none does, those of the surest stage that is told last."""
    real = [report for report in group if report.reality == "real"]
    if real or len({report.reality for report in group}) == 1:
        return real or list(group)
    last = max(group, key=_order)
    return [report for report in group if report.reality == last.reality]


def status_of(group: Sequence[Report]) -> Status:
    """The status of the last stage.

    Of what is real, the status that most reports give, "occurred" first: "occurred" and "ongoing" are often two words
    for one thing. Of what is not, the one told last: what was possible is planned now.
    """
    stage = _latest_stage(group)
    if stage[0].reality != "real":
        return max(stage, key=_order).event.status
    statuses = Counter(report.event.status for report in stage)
    return min(statuses, key=lambda s: (-statuses[s], s is not Status.OCCURRED, s.value))


def date_of(group: Sequence[Report]) -> DateSpan | None:
    """The fullest date that the last stage is given, else the fullest of any; of what goes on, the earliest start."""
    stage = _latest_stage(group)
    dates = [r.event.date for r in stage if r.event.date] or [r.event.date for r in group if r.event.date]
    if status_of(group) is Status.ONGOING and dates:
        first = min(span.start for span in dates)
        dates = [span for span in dates if span.start == first]
    return exactest(dates)


def _order(report: Report) -> tuple[date, int, int]:
    """When a report was told, as far as is known: of one that does not say, the day of the happening if it is real."""
    happened = report.event.date if report.reality == "real" else None
    unknown = date.max if report.reality == "real" else date.min
    told = report.published or (happened.start if happened else unknown)
    return told, _SURENESS.index(report.event.status), report.position


def history_of(group: Sequence[Report]) -> list[StatusChange]:
    """The stages of a story, oldest first; empty where the articles tell of no change from or to what is not real."""
    if all(report.reality == "real" for report in group):
        return []
    stages: list[list[Report]] = []
    for report in sorted(group, key=_order):
        if stages and (stages[-1][0].event.status is report.event.status or _goes_back(stages[-1][0], report)):
            stages[-1].append(report)
        else:
            stages.append([report])
    return [_stage(reports) for reports in stages] if len(stages) > 1 else []


def _goes_back(earlier: Report, later: Report) -> bool:
    """Whether a later report adds no stage: what has happened does not come to be under way or planned again."""
    return earlier.reality == "real" and _SURENESS.index(later.event.status) < _SURENESS.index(earlier.event.status)


def _stage(reports: Sequence[Report]) -> StatusChange:
    first = reports[0]
    same_day = [r for r in reports if r.published == first.published and r.event.status is first.event.status]
    return StatusChange(
        status=first.event.status,
        reported=first.published,
        date=exactest([r.event.date for r in same_day if r.event.date]),
        evidence=united_evidence([r.event.evidence[:1] for r in same_day]),
    )


def _participants(events: Sequence[Event]) -> list[Participant]:
    """Everyone whom any report names, in the part that most reports give."""
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for event in events:
        for participant in event.participants:
            parts[participant.actor][participant.role] += 1
    order = {role: i for i, role in enumerate(_PARTS)}
    chosen = [
        Participant(actor=actor, role=min(roles, key=lambda r: (-roles[r], order.get(r, len(order)), r)))
        for actor, roles in parts.items()
    ]
    told = {actor: sum(roles.values()) for actor, roles in parts.items()}
    return sorted(chosen, key=lambda p: (order.get(p.role, len(order)), -told[p.actor], p.actor))
