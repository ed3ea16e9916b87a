"""Finding what a decision is about, and saying so in words when it is gone."""

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from generator.curation.reading import Placed
from generator.model import Brief

_NEAR = 55
"""Likeness of ids or names, out of 100, from which one is worth suggesting."""

_NOUNS = {
    "sources": "source",
    "actors": "actor",
    "events": "event",
    "agreements": "agreement",
    "questions": "question",
    "statements": "statement",
}


class Targets:
    """The ids of a brief while decisions merge and reject: where each is now, and notes on those that are not there."""

    def __init__(self, brief: Brief) -> None:
        self._labels: dict[str, dict[str, str]] = {
            "sources": {s.id: s.title for s in brief.sources},
            "actors": {a.id: a.name for a in brief.actors},
            "events": {e.id: e.title for e in brief.events},
            "agreements": {a.id: a.title for a in brief.agreements},
            "questions": {q.id: q.text for q in brief.questions},
            "statements": {s.id: s.text for s in brief.statements},
        }
        self._moved: dict[tuple[str, str], str] = {}
        self._rejected: set[tuple[str, str]] = set()
        self.notes: list[str] = []

    def find(self, placed: Placed, wanted: str, facts: str | None = None) -> str | None:
        """The id that a decision means, after earlier merges. None, with a note, where the brief has none such."""
        facts = facts or placed.decision.facts
        current = wanted
        while (facts, current) in self._moved:
            current = self._moved[facts, current]
        if current in self._labels[facts]:
            return current
        verb, noun = placed.decision.verb, _NOUNS[facts]
        if (facts, current) in self._rejected:
            self.notes.append(
                f"{placed.place}: {verb}: the {noun} {wanted!r} is rejected by another decision; this one has no effect"
            )
        else:
            near = _nearest(wanted, self._labels[facts])
            self.notes.append(
                f"{placed.place}: {verb}: the brief has no {noun} {wanted!r}; the decision has no effect{near}"
            )
        return None

    def merged(self, facts: str, absorbed: str, into: str) -> None:
        """Record that an id stands for another one from now on."""
        self._moved[facts, absorbed] = into
        self._labels[facts].pop(absorbed, None)

    def rejected(self, facts: str, identifier: str) -> None:
        """Record that an id is gone by decision."""
        self._rejected.add((facts, identifier))
        self._labels[facts].pop(identifier, None)

    def current(self, facts: str, identifier: str) -> str | None:
        """Where an id of the brief is now; None if it was rejected."""
        while (facts, identifier) in self._moved:
            identifier = self._moved[facts, identifier]
        return identifier if identifier in self._labels[facts] else None


def _nearest(wanted: str, labels: Mapping[str, str]) -> str:
    """The id that is most like the one wanted, with its name, as the end of a sentence."""
    texts = {identifier: f"{identifier.replace('-', ' ')}" for identifier in labels}
    near = process.extractOne(wanted.replace("-", " "), texts, scorer=fuzz.WRatio, score_cutoff=_NEAR)
    if near is None:
        return ""
    label = " ".join(labels[near[2]].split())
    label = label if len(label) <= 80 else label[:79].rstrip() + "…"
    return f" (nearest: {near[2]!r}, “{label}”)"
