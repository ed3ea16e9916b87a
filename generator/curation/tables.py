"""The facts of a brief by id, while decisions change them, and the record on each of what people did."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from generator.curation.fields import Passage
from generator.curation.lookup import Targets
from generator.curation.quoting import Quotations
from generator.curation.reading import Placed
from generator.curation.refinding import Fact
from generator.identifiers import slug
from generator.merge.evidence import united_evidence
from generator.model import Actor, Agreement, Brief, Event, Evidence, Question, Review, Source, Statement


class Tables:
    """The facts of a brief by id. The brief given is left as it is."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self.targets = Targets(brief)
        self._quotations = Quotations(brief.sources)
        self.sources: dict[str, Source] = {source.id: source for source in brief.sources}
        self.actors: dict[str, Actor] = {actor.id: actor for actor in brief.actors}
        self.events: dict[str, Event] = {event.id: event for event in brief.events}
        self.agreements: dict[str, Agreement] = {agreement.id: agreement for agreement in brief.agreements}
        self.questions: dict[str, Question] = {question.id: question for question in brief.questions}
        self.statements: dict[str, Statement] = {statement.id: statement for statement in brief.statements}
        self.new: set[str] = set()
        """Ids of facts that decisions made."""
        self.made: dict[str, str] = {}
        """The id of the fact that an entry added, by the entry's file and line."""

    def brief(self) -> Brief:
        """The brief of the facts as they are now."""
        return self._brief.model_copy(
            update={
                "sources": list(self.sources.values()),
                "actors": list(self.actors.values()),
                "events": list(self.events.values()),
                "agreements": list(self.agreements.values()),
                "questions": list(self.questions.values()),
                "statements": list(self.statements.values()),
            }
        )

    def of(self, facts: str) -> dict[str, Any]:
        """The table of one field of the brief, such as "events"."""
        table: dict[str, Any] = getattr(self, facts)
        return table

    def change(
        self, facts: str, identifier: str, fields: dict[str, Any], placed: Placed, decided: Iterable[str] | None = None
    ) -> None:
        """Give a fact new fields, and record on it those that a person decided (all, if not said) and the note."""
        fact = self.of(facts)[identifier].model_copy(update=fields)
        self.of(facts)[identifier] = reviewed(fact, fields if decided is None else decided, placed.decision.note)

    def put(self, facts: str, fact: Fact) -> None:
        """Keep a fact that is new or holds other evidence than before, so that later decisions find it by that."""
        self.of(facts)[fact.id] = fact
        self.targets.added(facts, fact)

    def unused(self, facts: str, title: str) -> str:
        """An id for a new fact that nothing has had so far."""
        wanted, number = slug(title), 1
        candidate = wanted
        while self.targets.has(facts, candidate):
            number += 1
            candidate = f"{wanted}-{number}"
        return candidate

    def ids(self, placed: Placed, wanted: Iterable[str], facts: str) -> list[str]:
        """The ids that are there, each once, with a note on each that is not."""
        return list(dict.fromkeys(i for i in (self.targets.find(placed, one, facts) for one in wanted) if i))

    def subjects(self, placed: Placed, wanted: Iterable[str]) -> list[str]:
        """As `ids`, for lists that may name actors, agreements or events."""
        found: list[str] = []
        for one in wanted:
            facts = next((f for f in ("actors", "agreements", "events") if self.targets.current(f, one)), "actors")
            found += self.ids(placed, [one], facts)
        return list(dict.fromkeys(found))

    def evidence(self, placed: Placed, passages: Iterable[Passage]) -> list[Evidence]:
        """The passages that stand in their sources, with a note on each that does not."""
        found: list[Evidence] = []
        for passage in passages:
            source = self.targets.find(placed, passage.source, "sources")
            evidence = self._quotations.evidence(passage, source) if source else None
            if isinstance(evidence, Evidence):
                found.append(evidence)
            elif evidence:
                self.targets.note(placed, f"{evidence}; the quote is left out")
        return united_evidence([found])

    def raised(self, evidence: Iterable[Evidence]) -> date | None:
        """The day of publication of the earliest source of some evidence; None if none has one."""
        days = (self.sources[passage.source].published for passage in evidence)
        return min((day for day in days if day), default=None)


def reviewed[Kept: Fact](
    fact: Kept,
    fields: Iterable[str] = (),
    note: str | None = None,
    *,
    added: bool = False,
    pinned: bool = False,
    hidden: bool = False,
) -> Kept:
    """The fact with what a person did to it recorded, after what is recorded already."""
    known = fact.review or Review()
    notes = [text for text in (known.note, note) if text]
    review = Review(
        fields=list(dict.fromkeys([*known.fields, *fields])),
        added=known.added or added,
        pinned=known.pinned or pinned,
        hidden=known.hidden or hidden,
        note="; ".join(dict.fromkeys(notes)) or None,
    )
    copy: Any = fact.model_copy(update={"review": review})
    kept: Kept = copy
    return kept
