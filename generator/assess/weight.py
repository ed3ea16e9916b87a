"""How many sources bear a fact out, and how much of the brief an actor is part of."""

from collections import Counter, defaultdict
from itertools import combinations
from typing import Protocol

from generator.model import Brief, Evidence


class Cited(Protocol):
    """Anything that rests on evidence."""

    evidence: list[Evidence]


def corroboration(fact: Cited) -> int:
    """The number of different sources that report a fact."""
    return len({e.source for e in fact.evidence})


def actor_weights(brief: Brief) -> dict[str, int]:
    """For every actor the number of events, agreements, questions and statements that it is part of, 0 if none."""
    weights = Counter({actor.id: 0 for actor in brief.actors})
    for event in brief.events:
        weights.update({p.actor for p in event.participants})
    for agreement in brief.agreements:
        weights.update(set(agreement.parties))
    for question in brief.questions:
        weights.update(set(question.about))
    for statement in brief.statements:
        weights.update({*statement.about, *([statement.speaker] if statement.speaker else [])})
    return dict(weights)


def relations(brief: Brief) -> dict[str, Counter[str]]:
    """For every actor with whom it shares events and agreements, and how many; nobody is counted with themselves."""
    shared: dict[str, Counter[str]] = defaultdict(Counter)
    together = [{p.actor for p in event.participants} for event in brief.events]
    together += [set(agreement.parties) for agreement in brief.agreements]
    for actors in together:
        for a, b in combinations(sorted(actors), 2):
            shared[a][b] += 1
            shared[b][a] += 1
    return dict(shared)
