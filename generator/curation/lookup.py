"""Finding what a decision is about, and saying so in words when it is gone or has changed."""

import re
from dataclasses import dataclass

from generator.curation.quoting import plain
from generator.curation.reading import Placed
from generator.curation.refinding import Fact, Known, certain, known, known_facts, nearest
from generator.model import Brief
from generator.printable import printable

NOUNS = {
    "sources": "source",
    "actors": "actor",
    "events": "event",
    "agreements": "agreement",
    "questions": "question",
    "statements": "statement",
}
"""The fields of a brief that decisions change, and what one entry of each is called."""

_GONE = re.compile(
    r"(?P<file>[^:]+):(?P<line>\d+): (?P<verb>\w+): the brief has no (?P<noun>\w+) '(?P<wanted>[^']+)'"
    r"; the decision has no effect(?: \(nearest: '(?P<near>[^']+)', “(?P<label>.*)”\))?"
)


@dataclass(frozen=True)
class Stale:
    """A decision without effect: where it stands, the id that is gone, and the one that is nearest, with its name."""

    file: str
    line: int
    verb: str
    noun: str
    wanted: str
    near: str | None
    label: str | None


def stale(note: str) -> Stale | None:
    """What a note says about a decision whose target is gone; None for any other note."""
    match = _GONE.fullmatch(note)
    if match is None:
        return None
    part = match.groupdict()
    return Stale(
        part["file"], int(part["line"]), part["verb"], part["noun"], part["wanted"], part["near"], part["label"]
    )


class Targets:
    """The ids of a brief while decisions change it: where each is now, and notes on those that are not there."""

    def __init__(self, brief: Brief) -> None:
        self._known = known_facts(brief)
        self._moved: dict[tuple[str, str], str] = {
            ("sources", other): source.id for source in brief.sources for other in source.stands_for
        }
        self._rejected: set[tuple[str, str]] = set()
        self.notes: list[str] = []

    def note(self, placed: Placed, words: str) -> None:
        """Say something about a decision, in one line, whatever the names and titles in it hold."""
        self.notes.append(printable(f"{placed.place}: {placed.decision.verb}: {words}"))

    def find(self, placed: Placed, wanted: str, facts: str | None = None) -> str | None:
        """The id that a decision means, after earlier merges. None, with a note, where the brief has none such.

        Where the id is gone or stands for something else now, the target is looked for by what the entry says of it.
        """
        facts = facts or placed.decision.facts
        memory = dict(placed.decision.remembered(wanted)) if facts == placed.decision.facts else {}
        current = self.current(facts, wanted)
        if current:
            return self._as_remembered(placed, facts, wanted, current, memory)
        if (facts, wanted) in self._rejected:
            self.note(placed, f"the {NOUNS[facts]} {wanted!r} is rejected by another decision; this one has no effect")
            return None
        there = list(self._known[facts].values())
        found = certain(there, wanted, memory.get("was"), memory.get("quote"))
        if found:
            self.note(placed, f"the {NOUNS[facts]} {wanted!r} is now {found.id!r}, “{_short(found.label)}”")
            return found.id
        near = nearest(there, wanted, memory.get("was"), memory.get("quote"))
        words = f" (nearest: {near.id!r}, “{_short(near.label)}”)" if near else ""
        self.note(placed, f"the brief has no {NOUNS[facts]} {wanted!r}; the decision has no effect{words}")
        return None

    def _as_remembered(self, placed: Placed, facts: str, wanted: str, current: str, memory: dict[str, str]) -> str:
        """The id, or that of another fact if only that has the words which the entry quotes; with a note if so."""
        fact, quote, was = self._known[facts][current], memory.get("quote"), memory.get("was")
        if quote and not fact.rests_on(plain(quote).text):
            moved = certain(list(self._known[facts].values()), wanted, was, quote)
            if moved and moved.id != current:
                self.note(placed, f"the {NOUNS[facts]} {wanted!r} is now {moved.id!r}, “{_short(moved.label)}”")
                return moved.id
            self.note(
                placed, f"the {NOUNS[facts]} {wanted!r} no longer rests on “{_short(quote)}”; see if it still fits"
            )
        elif was and current == wanted and was not in fact.names:
            self.note(placed, f"the {NOUNS[facts]} {wanted!r} was “{_short(was)}”, it is now “{_short(fact.label)}”")
        return current

    def has(self, facts: str, identifier: str) -> bool:
        """Whether an id stands for something, now or before decisions changed it."""
        taken = identifier in self._known[facts] or (facts, identifier) in self._moved
        return taken or (facts, identifier) in self._rejected

    def added(self, facts: str, fact: Fact) -> None:
        """Record a fact that decisions made or changed, so that others find it."""
        self._known[facts][fact.id] = known(fact)

    def known(self, facts: str, identifier: str) -> Known:
        """A fact that is there, as it can be found."""
        return self._known[facts][identifier]

    def merged(self, facts: str, absorbed: str, into: str) -> None:
        """Record that an id stands for another one from now on."""
        self._moved[facts, absorbed] = into
        self._known[facts].pop(absorbed, None)

    def rejected(self, facts: str, identifier: str) -> None:
        """Record that an id is gone by decision."""
        self._rejected.add((facts, identifier))
        self._known[facts].pop(identifier, None)

    def current(self, facts: str, identifier: str) -> str | None:
        """Where an id of the brief is now; None if it was rejected or never there."""
        while (facts, identifier) in self._moved:
            identifier = self._moved[facts, identifier]
        return identifier if identifier in self._known[facts] else None


def _short(text: str) -> str:
    label = " ".join(text.split())
    return label if len(label) <= 80 else label[:79].rstrip() + "…"
