"""Claims of several sources about one matter, sorted into the accounts that contradict each other.

Claims are spans of numbers or days. Those that have something in common can both be right: a month is no contradiction
to one of its days, nor "at least 12" to 15.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.assess.phrases import listed
from generator.merge.evidence import united_evidence
from generator.model import Account, Evidence


@dataclass(frozen=True)
class Claim:
    """What one source says: the value in words, the span it stands for, and the quotes."""

    source: str
    value: str
    low: float
    high: float
    evidence: Sequence[Evidence]

    def agrees(self, other: "Claim") -> bool:
        """Whether both can be right."""
        return self.low <= other.high and other.low <= self.high


def contradicting(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The accounts that contradict each other, that of most sources first; empty where all claims agree.

    A claim that fits several accounts supports none. A source that gives several accounts itself takes no side, for it
    may speak of several things.
    """
    ordered = sorted(claims, key=lambda c: (c.high - c.low, c.low, c.source, c.value))
    sides: list[list[Claim]] = []
    for claim in ordered:
        fitting = [side for side in sides if side[0].agrees(claim)]
        if len(fitting) == 1:
            fitting[0].append(claim)
        elif not fitting:
            sides.append([claim])
    told = defaultdict(set)
    for position, side in enumerate(sides):
        for claim in side:
            told[claim.source].add(position)
    kept = [[claim for claim in side if len(told[claim.source]) == 1] for side in sides]
    kept = [side for side in kept if side]
    return sorted(kept, key=lambda s: (-len({c.source for c in s}), s[0].low, s[0].value)) if len(kept) > 1 else []


def as_accounts(sides: Sequence[Sequence[Claim]]) -> list[Account]:
    """The accounts as they are shown, each with the most exact value and all quotes."""
    return [Account(value=side[0].value, evidence=united_evidence(claim.evidence for claim in side)) for side in sides]


def opposed(values: Iterable[tuple[str, frozenset[str], Sequence[Evidence]]]) -> list[Account]:
    """The accounts of sources that each name exactly other things; empty where any two have one in common.

    Each value is a source's id, the names it gives, and its quotes.
    """
    sides: dict[frozenset[str], list[Sequence[Evidence]]] = defaultdict(list)
    for _, names, evidence in sorted(values, key=lambda value: value[0]):
        if names:
            sides[names].append(evidence)
    ordered = sorted(sides, key=lambda side: (-len(sides[side]), sorted(side)))
    if len(ordered) < 2 or any(a & b for a, b in combinations(ordered, 2)):
        return []
    return [Account(value=listed(sorted(side)), evidence=united_evidence(sides[side])) for side in ordered]
