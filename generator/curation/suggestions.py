"""Pairs of entries that may be one, and names that may be another's: what a person should look at.

Entries are compared within blocks only, each with so many neighbours at most, so that the time stays near linear.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz

from generator.merge.dates import days_apart
from generator.merge.names import sounds, words
from generator.model import Actor, Brief, Event, Kind

_REACH = 25
"""Entries of one block that each is compared with, at most."""

_NEAR_NAMES = 88
_NEAR_TITLES = 72
"""Likeness, out of 100, from which names or titles may mean one thing."""

_NEAR_DAYS = 7
_BEGINNING = 5
"""Letters of a word by which names are put into blocks, since spellings differ at the end more often."""

type Pair[Entry] = tuple[float, Entry, Entry]


def near_actors(actors: Sequence[Actor]) -> list[Pair[Actor]]:
    """Actors of one kind whose names are near, the most alike first."""
    blocks: dict[tuple[str, str], list[Actor]] = defaultdict(list)
    for actor in actors:
        for word in {word[:_BEGINNING] for form in (actor.name, *actor.aliases) for word in sounds(words(form))}:
            blocks[actor.kind.value, word].append(actor)
    return _pairs(blocks.values(), lambda actor: (actor.name.casefold(), actor.id), _same_name)


def _same_name(a: Actor, b: Actor) -> float:
    """Likeness of two names, 0 if they are none that may be one: near as a whole, or one the end of the other."""
    first, second = sounds(words(a.name)), sounds(words(b.name))
    if not first or not second:
        return 0
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) < len(longer) and longer[-len(shorter) :] == shorter:
        return _NEAR_NAMES
    if a.kind is Kind.PERSON and len(first) == len(second) and first[0][0] != second[0][0]:
        return 0  # two people of one family
    likeness = fuzz.ratio(" ".join(sorted(first)), " ".join(sorted(second)))
    return likeness if likeness >= _NEAR_NAMES else 0


def near_events(events: Sequence[Event]) -> list[Pair[Event]]:
    """Events of one type with an actor in common, near in time and in words, the most alike first."""
    blocks: dict[tuple[str, str, int], list[Event]] = defaultdict(list)
    for event in events:
        if event.date:
            week = event.date.start.toordinal() // _NEAR_DAYS
            for participant in event.participants:
                for near in (week, week + 1):
                    blocks[event.type.value, participant.actor, near].append(event)
    return _pairs(blocks.values(), lambda event: (event.date.start.isoformat() if event.date else "", event.id), _alike)


def _alike(a: Event, b: Event) -> float:
    if not a.date or not b.date or days_apart(a.date, b.date) > _NEAR_DAYS:
        return 0
    likeness = fuzz.token_set_ratio(" ".join(words(a.title)), " ".join(words(b.title)))
    return likeness if likeness >= _NEAR_TITLES else 0


def _pairs[Entry: (Actor, Event)](
    blocks: Iterable[Sequence[Entry]],
    order: Callable[[Entry], tuple[str, str]],
    likeness: Callable[[Entry, Entry], float],
) -> list[Pair[Entry]]:
    found: dict[tuple[str, str], Pair[Entry]] = {}
    seen: set[tuple[str, str]] = set()
    for block in blocks:
        ordered = sorted(block, key=order)
        for i, one in enumerate(ordered):
            for other in ordered[i + 1 : i + 1 + _REACH]:
                a, b = (one, other) if len(one.evidence) >= len(other.evidence) else (other, one)
                key = (min(a.id, b.id), max(a.id, b.id))
                if a.id == b.id or key in seen:
                    continue
                seen.add(key)
                score = likeness(a, b)
                if score:
                    found[key] = (score, a, b)
    return [found[key] for key in sorted(found, key=lambda key: (-found[key][0], key))]


def weak_names(actors: Sequence[Actor]) -> list[tuple[Actor, str]]:
    """Forms of an actor's name that the context alone explains.

    They have no word of the name and are not its initials, or they are as good a short form of another actor's name.
    """
    bearers: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for actor in actors:
        for word in sounds(words(actor.name)):
            bearers[actor.kind, word].add(actor.id)
    found = []
    for actor in actors:
        own = sounds(words(actor.name))
        initials = "".join(word[0] for word in own)
        for alias in actor.aliases if actor.kind is not Kind.STATE else []:
            theirs = sounds(words(alias))
            shared = any(a[:4] == b[:4] for a in own for b in theirs)
            if not theirs:
                continue
            unlike = not shared and not ("".join(theirs) in initials or initials in "".join(theirs))
            several = set.intersection(*(bearers[actor.kind, word] for word in theirs)) - {actor.id}
            if unlike or several:
                found.append((actor, alias))
    return sorted(found, key=lambda pair: (-len(pair[0].evidence), pair[0].id, pair[1]))


def weak_events(brief: Brief) -> list[Event]:
    """Events of low confidence that nobody has looked at, those of the actors who matter most first."""
    weight: dict[str, int] = defaultdict(int)
    for event in brief.events:
        for participant in event.participants:
            weight[participant.actor] += 1
    weak = [
        event
        for event in brief.events
        if event.assessment and event.assessment.confidence == "low" and event.review is None
    ]
    return sorted(weak, key=lambda event: (-sum(weight[p.actor] for p in event.participants), event.id))
