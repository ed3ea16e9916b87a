"""Persons whom an article names by an office that one alone holds: "the French president", "prime minister"."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from generator.merge.disjoint import DisjointSets
from generator.merge.entries import Entry, state_name
from generator.merge.knowledge import word_set
from generator.merge.names import Words, words
from generator.merge.organs import Ground
from generator.merge.states import every_adjective, known_states
from generator.merge.titles import is_leader, office_words, sole_office
from generator.model import Kind

Office = tuple[str, Words]
"""A state's usual name and a title."""

_SAME_HOLDER_DAYS = 240
"""Longest time between two articles for which the holder of an office is taken to be the same."""


def unite_offices(entries: Sequence[Entry], sets: DisjointSets) -> None:
    """Unite those known by their office with its only holder of the time, else with each other.

    Articles without a day of publication are left alone: offices change hands.
    """
    holders = _holders(entries, sets)
    states = {words(e.actor.name): state_name(e.actor) for e in entries if e.actor.kind is Kind.STATE}
    unnamed: dict[Office, list[tuple[date, int]]] = defaultdict(list)
    for entry in entries:
        office = _office_of(entry, states)
        published = entry.source.published
        if office is None or published is None:
            continue
        found = {sets.find(root) for root, days in holders[office].items() if _near(published, days)}
        if len(found) == 1:
            sets.unite(entry.position, found.pop())
        elif not found:
            unnamed[office].append((published, entry.position))
    for same in unnamed.values():
        same.sort()
        for (before, one), (after, other) in pairwise(same):
            if (after - before).days <= _SAME_HOLDER_DAYS:
                sets.unite(one, other)


def _holders(entries: Sequence[Entry], sets: DisjointSets) -> defaultdict[Office, dict[int, list[date]]]:
    """By office the persons with a name who hold it, and the days of the articles that say so, in order.

    Whoever leads a state is its "leader" too.
    """
    holders: defaultdict[Office, dict[int, list[date]]] = defaultdict(dict)
    for entry in entries:
        if not (entry.full or entry.short) or entry.source.published is None:
            continue
        offices = set(entry.offices)
        offices |= {(state, ("leader",)) for state, title in entry.offices if is_leader(title)}
        for office in sorted(offices):
            holders[office].setdefault(sets.find(entry.position), []).append(entry.source.published)
    for bearers in holders.values():
        for days in bearers.values():
            days.sort()
    return holders


def _near(day: date, days: Sequence[date]) -> bool:
    """Whether one of the days, which are in order, is near enough for the holder to be the same."""
    at = bisect_left(days, day)
    return any(abs((day - other).days) <= _SAME_HOLDER_DAYS for other in days[max(at - 1, 0) : at + 1])


def _office_of(entry: Entry, states: dict[Words, str]) -> Office | None:
    """The office by which the article names somebody: with its state, or with the one that the article is about."""
    if entry.actor.kind is not Kind.PERSON or sole_office(entry.actor.name) is None:
        return None
    name = office_words(entry.actor.name)
    ground = Ground.of(
        name, lambda form: known_states().any_form(form) or every_adjective().get(form) or states.get(form)
    )
    if ground and " ".join(ground.rest) in word_set("identity", "sole_offices"):
        return ground.state, ground.rest
    if ground is None and " ".join(name) in word_set("identity", "sole_offices"):
        state = next(iter(entry.of)) if len(entry.of) == 1 else entry.scene if entry.clear and not entry.of else None
        return (state, name) if state else None
    return None
