"""Events across articles: one entry for one happening, with every report of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.identifiers import slug, unused
from generator.merge.dates import exactest
from generator.merge.disjoint import DisjointSets
from generator.merge.evidence import united_evidence
from generator.merge.happenings import NEWS_DAYS, Likeness, clash
from generator.merge.knowledge import word_set
from generator.merge.names import words
from generator.merge.reports import Report
from generator.merge.wording import content, happens_once
from generator.model import Actor, Event, Participant, Status

_REACH = 25
"""Reports of one block that each is compared with, at most, so that the time stays near linear."""

_RARE_WORDS = 5
_LONGEST_TITLE = 90
_FEWEST_WORDS = 3
_PARTS = ["agent", "target", "with", "about"]


def merge_events(
    reports: Sequence[Report], actors: Mapping[str, Actor]
) -> tuple[list[Event], dict[tuple[str, str], str]]:
    """The events of all articles as one list, by date then id, undated last, and what articles' own ids have become."""
    likeness = Likeness(reports)
    sets = DisjointSets(len(reports))
    strengths = []
    for a, b in sorted(_candidates(reports, likeness)):
        strength = 0.0 if clash(reports[a], reports[b]) else likeness.strength(reports[a], reports[b])
        if strength > 0:
            strengths.append((-round(strength, 6), a, b))
    for _, a, b in sorted(strengths):
        first, second = sets.members(a), sets.members(b)
        if sets.find(a) != sets.find(b) and not any(clash(reports[x], reports[y]) for x in first for y in second):
            sets.unite(a, b)
    return _compose([[reports[i] for i in positions] for positions in sets.sets()], actors)


def _candidates(reports: Sequence[Report], likeness: Likeness) -> set[tuple[int, int]]:
    """Pairs worth comparing: of one treaty, or of one sort of happening with an actor and a time, news or rare word."""
    blocks: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in reports:
        for key in set(_keys(report, likeness)):
            blocks[key].append(report)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        ordered = sorted(
            block, key=lambda r: (r.event.date.start.isoformat() if r.event.date else "", r.event.title, r.position)
        )
        for i, a in enumerate(ordered):
            for b in ordered[i + 1 : i + 1 + _REACH]:
                pairs.add((min(a.position, b.position), max(a.position, b.position)))
    return pairs


def _keys(report: Report, likeness: Likeness) -> Iterator[tuple[object, ...]]:
    for agreement in report.agreements:
        yield "agreement", agreement
    rarest = likeness.weights.rarest(report.content, _RARE_WORDS)
    if len(rarest) == _RARE_WORDS:
        yield "copy", *rarest[:3]
    rare = list(dict.fromkeys([*rarest, *likeness.weights.rarest(report.headline, _RARE_WORDS)]))
    times = [*_months(report), *(("stem", s) for s in rare), *_news(report)]
    for sort in report.sorts:
        for word in rare if happens_once(report.sorts) else ():
            yield sort, "stem", word
        for time in _months(report) if report.scene and report.event.date and report.event.date.days > 1 else ():
            yield sort, "scene", report.scene, *time
        for actor in report.actors:
            for time in times:
                yield sort, actor, *time


def _months(report: Report) -> list[tuple[object, ...]]:
    """The months that a date of up to a quarter touches."""
    date = report.event.date
    if not date or date.days > 92:
        return []
    first, last = date.start.year * 12 + date.start.month, date.end.year * 12 + date.end.month
    return [("month", month) for month in range(first, last + 1)]


def _news(report: Report) -> list[tuple[object, ...]]:
    """The news that a report may be part of: its article's time and agreements. Only where no more words need agree."""
    if not happens_once(report.sorts) and report.event.status is not Status.ONGOING:
        return []
    keys: list[tuple[object, ...]] = [("treaty", agreement) for agreement in report.agreements_of_source]
    if report.event.status is Status.ONGOING:
        keys.append(("ongoing", report.event.type))
    if report.published:
        period = report.published.toordinal() // NEWS_DAYS
        keys += [("news", period), ("news", period + 1)]
    return keys


# --- the merged values


def _compose(
    groups: Sequence[Sequence[Report]], actors: Mapping[str, Actor]
) -> tuple[list[Event], dict[tuple[str, str], str]]:
    merged = [(_best_title(group, actors), group) for group in groups]
    merged.sort(key=lambda item: (slug(item[0]), item[1][0].position))
    ids: dict[tuple[str, str], str] = {}
    events: dict[str, Event] = {}
    for title, group in merged:
        identifier = unused(slug(title), events)
        events[identifier] = _united(identifier, title, group)
        ids |= {(report.source.id, report.event.id): identifier for report in group}
    return sorted(events.values(), key=event_order), ids


def event_order(event: Event) -> tuple[str, str]:
    """By date, then id; undated last."""
    return (event.date.start.isoformat() if event.date else "9999-99-99", event.id)


def _best_title(group: Sequence[Report], actors: Mapping[str, Actor]) -> str:
    """The title that fits a line, is whole, and says most of what the other reports say and who took part."""
    titles = Counter(report.event.title for report in group)
    involved = sorted({actor for report in group for actor in report.actors if actor in actors})
    told = {report.position: content(" ".join(e.quote for e in report.event.evidence)) for report in group}

    def rank(title: str) -> tuple[bool, bool, float, int, int, str]:
        text, said = f" {' '.join(words(title))} ", content(title)
        named = sum(any(f" {' '.join(words(form))} " in text for form in _forms(actors[i])) for i in involved)
        others = [told[report.position] for report in group if report.event.title != title] or [said]
        central = sum(len(said & other) for other in others) / len(others)
        broken = len(title.split()) < _FEWEST_WORDS or title.rsplit(" ", 1)[-1].lower() in word_set("wording", "empty")
        told_at_length = max(min(len(r.event.evidence), 4) for r in group if r.event.title == title) / 2
        weight = min(named, 3) + central + told_at_length
        return (len(title) > _LONGEST_TITLE, broken, -weight, -titles[title], -len(title), title)

    return min(titles, key=rank)


def _forms(actor: Actor) -> list[str]:
    return [form for form in [actor.name, *actor.aliases] if words(form)]


def _united(identifier: str, title: str, group: Sequence[Report]) -> Event:
    events = [report.event for report in group]
    best = next(event for event in events if event.title == title)
    types, statuses = Counter(event.type for event in events), Counter(event.status for event in events)
    kind = min(types, key=lambda t: (-types[t], t is not best.type, t.value))
    places = Counter(event.place for event in events if event.place)
    return Event(
        id=identifier,
        title=title,
        type=kind,
        mode=next((event.mode for event in [best, *events] if event.mode and event.type is kind), None),
        status=min(statuses, key=lambda s: (-statuses[s], s is not Status.OCCURRED, s.value)),
        date=exactest([event.date for event in events if event.date]),
        place=min(places, key=lambda p: (-places[p], p != best.place, -len(p), p), default=None),
        participants=_united_participants(events),
        evidence=united_evidence(event.evidence for event in events),
    )


def _united_participants(events: Sequence[Event]) -> list[Participant]:
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
