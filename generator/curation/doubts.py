"""What a person should decide about a brief: one doubt after the other, with what each answer writes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from generator.curation.lookup import stale
from generator.curation.reading import Decisions
from generator.curation.suggestions import near_actors, near_events, weak_events, weak_names
from generator.model import Actor, Brief, Event, Evidence

_SHOWN = 160
"""Characters of a quote that a person is shown, at most."""


@dataclass(frozen=True)
class Entry:
    """An answer that adds an entry to a curation file, named without ending."""

    file: str
    content: dict[str, Any]


@dataclass(frozen=True)
class Correction:
    """An answer that puts another id into an entry that is there: the one that begins on a line of a file."""

    file: str
    line: int
    old: str
    new: str


type Answer = Entry | Correction


@dataclass(frozen=True)
class Doubt:
    """A question to a person, what speaks for an answer, and what "yes" and "no" write; None writes nothing."""

    question: str
    details: list[str]
    yes: Answer | None
    no: Answer | None
    yes_means: str
    no_means: str


def doubts(brief: Brief, decisions: Decisions, notes: Iterable[str], most: int) -> list[Doubt]:
    """Stale decisions, doubtful merges, facts of low confidence, in this order, so many of each sort at most.

    `brief` is assessed and as people decided so far; `notes` is what applying the decisions said.
    """
    decided = {frozenset(placed.decision.content) for placed in decisions if placed.decision.verb == "apart"}
    confirmed = {
        (placed.decision.content.id, form)
        for placed in decisions.about("actors")
        if placed.decision.verb == "alias"
        for form in placed.decision.content.add
    }
    names = (pair for pair in weak_names(brief.actors) if (pair[0].id, pair[1]) not in confirmed)
    actors = (pair for pair in near_actors(brief.actors) if not _apart(decided, pair[1].id, pair[2].id))
    events = (pair for pair in near_events(brief.events) if not _apart(decided, pair[1].id, pair[2].id))
    return [
        *islice(_stale(notes), most),
        *(_name_doubt(actor, form) for actor, form in islice(names, most)),
        *(_actor_doubt(a, b) for _, a, b in islice(actors, most)),
        *(_event_doubt(a, b) for _, a, b in islice(events, most)),
        *(_weak_doubt(event) for event in weak_events(brief)[:most]),
    ]


def _apart(decided: Iterable[frozenset[str]], a: str, b: str) -> bool:
    return any(a in together and b in together for together in decided)


def _stale(notes: Iterable[str]) -> Iterable[Doubt]:
    found = [gone for gone in map(stale, notes) if gone]
    # last line first, so that a line that one answer takes away moves none that is still to be asked about
    for gone in sorted(found, key=lambda gone: (gone.file, -gone.line)):
        near = f"is it {gone.near!r}, “{gone.label}”?" if gone.near else "nothing is like it; see if it is still needed"
        yield Doubt(
            question=f"{gone.file}:{gone.line}: {gone.verb}: the {gone.noun} {gone.wanted!r} is gone: {near}",
            details=[],
            yes=Correction(gone.file, gone.line, gone.wanted, gone.near) if gone.near else None,
            no=None,
            yes_means="the entry names that one" if gone.near else "nothing is written",
            no_means="nothing is written",
        )


def _name_doubt(actor: Actor, form: str) -> Doubt:
    told = sorted(
        (evidence for evidence in actor.evidence if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", evidence.quote)),
        key=lambda evidence: actor.name in evidence.quote,  # the form alone says most
    )
    return Doubt(
        question=f"Does “{form}” mean {actor.name} ({actor.id})?",
        details=_quotes(told),
        yes=Entry("actors", {"alias": {"id": actor.id, "add": [form]}, **_memory([actor])}),
        no=Entry("actors", {"split": {"id": actor.id, "forms": [form], "name": form}, **_memory([actor])}),
        yes_means="another form of the name, as it is now",
        no_means="an actor of its own",
    )


def _actor_doubt(a: Actor, b: Actor) -> Doubt:
    return Doubt(
        question=f"Are {a.name} ({a.id}) and {b.name} ({b.id}) one {a.kind.value}?",
        details=[*_quotes(a.evidence), *_quotes(b.evidence)],
        yes=Entry("actors", {"merge": [a.id, b.id], **_memory([a, b])}),
        no=Entry("actors", {"apart": [a.id, b.id]}),
        yes_means=f"one, under the name {a.name}",
        no_means="two, as they are now",
    )


def _event_doubt(a: Event, b: Event) -> Doubt:
    return Doubt(
        question=f"Are “{a.title}” ({a.id}) and “{b.title}” ({b.id}) one event?",
        details=[_when(a), *_quotes(a.evidence), _when(b), *_quotes(b.evidence)],
        yes=Entry("events", {"merge": [a.id, b.id], **_memory([a, b])}),
        no=Entry("events", {"apart": [a.id, b.id]}),
        yes_means="one, under the first title",
        no_means="two, as they are now",
    )


def _weak_doubt(event: Event) -> Doubt:
    reason = event.assessment.confidence_reason if event.assessment else ""
    return Doubt(
        question=f"Does “{event.title}” ({event.id}, {event.status.value}) stand? Confidence is low.",
        details=[reason, _when(event), *_quotes(event.evidence)],
        yes=Entry("events", {"about": event.id, "note": "read against its sources; it stands", **_memory([event])}),
        no=Entry("events", {"reject": event.id, **_memory([event])}),
        yes_means="it stays, with a note that a person has read it",
        no_means="it is taken out",
    )


def _memory(facts: Sequence[Actor | Event]) -> dict[str, Any]:
    """What finds the facts again when their ids change."""
    was = {fact.id: fact.name if isinstance(fact, Actor) else fact.title for fact in facts}
    quotes = {fact.id: " ".join(fact.evidence[0].quote.split()) for fact in facts if isinstance(fact, Event)}
    if len(facts) == 1:
        return {"was": was[facts[0].id], **({"quote": quotes[facts[0].id]} if quotes else {})}
    return {"was": was, **({"quote": quotes} if quotes else {})}


def _quotes(evidence: Sequence[Evidence]) -> list[str]:
    """The first words that a fact rests on, with their source."""
    lines = []
    for passage in evidence[:2]:
        line = " ".join(passage.quote.split())
        lines.append(f"“{line if len(line) <= _SHOWN else line[: _SHOWN - 1] + '…'}” ({passage.source})")
    return lines


def _when(event: Event) -> str:
    if not event.date:
        return f"{event.title}: no date"
    days = f"{event.date.start} to {event.date.end}" if event.date.days > 1 else f"{event.date.start}"
    return f"{event.title}: {days}"
