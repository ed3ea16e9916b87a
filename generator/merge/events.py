"""Events across articles: one entry for one happening, with every report of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from generator.identifiers import slug, unused
from generator.merge.clashes import clash
from generator.merge.disjoint import DisjointSets
from generator.merge.happenings import FEW_DAYS, NEWS_DAYS, VISIT, Likeness
from generator.merge.reports import Report
from generator.merge.stories import best_title, united
from generator.merge.wording import befalls_a_person, befalls_a_place, befalls_once, happens_once, is_known, is_stage
from generator.model import Actor, Event, Status

_REACH = 25
"""Reports of one block that each is compared with, at most, so that the time stays near linear."""

_RARE_WORDS = 5

_COMPANY = 4
"""Actors of a report of whom each two make a block, at most."""


def merge_events(
    reports: Sequence[Report], actors: Mapping[str, Actor]
) -> tuple[list[Event], dict[tuple[str, str], str]]:
    """The events of all articles as one list, by date then id, undated last, and what articles' own ids have become."""
    sets = _united_sets(reports, Likeness(reports))
    return _compose([[reports[i] for i in positions] for positions in sets.sets()], actors)


def _united_sets(reports: Sequence[Report], likeness: Likeness) -> DisjointSets:
    """The reports of each happening as one set, the likeliest first; all of a set fit together."""
    links: list[tuple[float, int, int]] = []
    for a, b in sorted(_candidates(reports, likeness)):
        strength = 0.0 if clash(reports[a], reports[b]) else likeness.strength(reports[a], reports[b])
        if strength > 0:
            links.append((-round(strength, 6), a, b))
    sets, spare = DisjointSets(len(reports)), set[int]()
    sources = {report.position: {report.source.id} for report in reports}
    for _, a, b in sorted(links):
        first, second = sets.find(a), sets.find(b)
        if first == second or a in spare or b in spare:
            continue
        if sources[first] & sources[second]:
            # An article's second report of what the others tell once: it must not gather a second event about itself.
            spare |= {root for root in (first, second) if len(sources[root]) == 1 and root in (a, b)}
        elif not _any_clash(reports, sets.members(a), sets.members(b)):
            sets.unite(a, b)
            sources[sets.find(a)] = sources[first] | sources[second]
    return sets


def _any_clash(reports: Sequence[Report], first: Sequence[int], second: Sequence[int]) -> bool:
    return any(clash(reports[x], reports[y]) for x in first for y in second)


def _candidates(reports: Sequence[Report], likeness: Likeness) -> set[tuple[int, int]]:
    """Pairs worth comparing: of one treaty, or of one sort of happening with an actor and a time, news or rare word."""
    blocks: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in reports:
        for key in set(_keys(report, likeness)):
            blocks[key].append(report)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda r: (_day(r), r.event.title, r.position))
        for i, a in enumerate(ordered):
            for b in ordered[i + 1 : i + 1 + _REACH]:
                pairs.add((min(a.position, b.position), max(a.position, b.position)))
    return pairs


def _day(report: Report) -> date:
    """The day by which reports are put in order: of the happening, else of the article."""
    return report.event.date.start if report.event.date else report.published or date.min


def _keys(report: Report, likeness: Likeness) -> Iterator[tuple[object, ...]]:
    for agreement in report.agreements:
        yield "agreement", agreement
    rarest = likeness.weights.rarest(report.content, _RARE_WORDS)
    if len(rarest) == _RARE_WORDS:
        yield "copy", *rarest[:3]
    rare = list(dict.fromkeys([*rarest, *likeness.weights.rarest(report.headline, _RARE_WORDS)]))
    times = [*_months(report), *(("stem", s) for s in rare), *_news(report)]
    yield from _keys_of_place(report)
    yield from _keys_of_retelling(report)
    for sort in report.sorts | (report.sorts_of_title & {VISIT}):
        if is_known(sort):
            yield from ((sort, "affair", word) for word in likeness.themes.foremost(report.source.id))
        if happens_once([sort]):
            yield from ((sort, "met", *pair) for pair in combinations(sorted(report.actors)[:_COMPANY], 2))
        if befalls_once([sort]) or is_stage(sort):
            yield from ((sort, "thing", word) for word in sorted(report.headline))
        for word in rare if happens_once(report.sorts) else ():
            yield sort, "stem", word
        for actor in report.actors:
            for time in times:
                yield sort, actor, *time


def _keys_of_place(report: Report) -> Iterator[tuple[object, ...]]:
    """For what may be one whoever is said to act: the state that the article is about, the type and the time."""
    if not report.scene:
        return
    months = _months(report)
    if report.lasting:
        yield "lasting", report.event.type, report.scene
    if report.event.date and report.event.date.days <= FEW_DAYS:
        yield from (("day", report.event.type, report.scene, *month) for month in months)
    elif report.event.date:
        yield from ((sort, "scene", report.scene, *month) for sort in sorted(report.sorts) for month in months)


def _keys_of_retelling(report: Report) -> Iterator[tuple[object, ...]]:
    """For what is told again: the sort with the very day, or with the person that it befell."""
    span = report.event.date
    if span and span.days == 1:
        yield from ((report.event.type, actor, span.start) for actor in sorted(report.own_actors))
    for sort in sorted(report.sorts):
        if span and span.days == 1:
            yield sort, "on", span.start
        if befalls_a_person([sort]):
            yield from ((sort, "befell", person) for person in sorted(report.befallen))
        if befalls_a_place([sort]) and report.scene:
            yield sort, "in", report.scene


def _months(report: Report) -> list[tuple[object, ...]]:
    """The months that a date of up to a quarter touches."""
    span = report.event.date
    if not span or span.days > 92:
        return []
    first, last = span.start.year * 12 + span.start.month, span.end.year * 12 + span.end.month
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
    merged = [(best_title(group, actors), group) for group in groups]
    merged.sort(key=lambda item: (slug(item[0]), item[1][0].position))
    ids: dict[tuple[str, str], str] = {}
    events: dict[str, Event] = {}
    for title, group in merged:
        identifier = unused(slug(title), events)
        events[identifier] = united(identifier, title, group)
        ids |= {(report.source.id, report.event.id): identifier for report in group}
    return sorted(events.values(), key=event_order), ids


def event_order(event: Event) -> tuple[str, str]:
    """By date, then id; undated last."""
    return (event.date.start.isoformat() if event.date else "9999-99-99", event.id)
