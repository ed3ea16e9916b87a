"""What rests on which passage of which source, and what falls with a source."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.model import (
    Account,
    Actor,
    Agreement,
    Brief,
    Event,
    Evidence,
    Judgement,
    Question,
    Source,
    Statement,
)

if TYPE_CHECKING:
    from generator.assess.assessing import Fall

Fact = Event | Agreement | Question | Statement


@dataclass(frozen=True)
class Rest:
    """A fact that rests on a passage: what it is called and where it stands."""

    evidence: Evidence
    fact: Actor | Fact
    text: str


class Resting:
    """The passages of one brief's sources, by source."""

    def __init__(self, brief: Brief) -> None:
        self.brief = brief
        self.sources = {source.id: source for source in brief.sources}

    @cached_property
    def _rests(self) -> dict[str, list[Rest]]:
        rests: dict[str, list[Rest]] = defaultdict(list)

        def add(evidence: Iterable[Evidence], fact: Actor | Fact, text: str) -> None:
            for passage in evidence:
                rests[passage.source].append(Rest(passage, fact, text))

        for event in self.brief.events:
            add([*event.evidence, *(e for stage in event.history for e in stage.evidence)], event, event.title)
        for agreement in self.brief.agreements:
            steps = (e for step in agreement.steps for e in step.evidence)
            add([*agreement.evidence, *steps], agreement, agreement.title)
            for provision in agreement.provisions:
                add(provision.evidence, agreement, provision.text)
        for question in self.brief.questions:
            add([*question.evidence, *question.answer], question, question.text)
        for statement in self.brief.statements:
            add(statement.evidence, statement, statement.text)
        for actor in self.brief.actors:
            add(actor.evidence, actor, actor.name)
            for role in actor.roles:
                add(role.evidence, actor, actor.name)
        return {source: sorted(found, key=lambda rest: rest.evidence.start) for source, found in rests.items()}

    def rests_on(self, source: Source) -> list[Rest]:
        """What rests on the source's passages, in the order of its text."""
        return self._rests.get(source.id, [])

    def passages_of(self, source: Source) -> list[Evidence]:
        """Every passage of the source that the brief cites."""
        return [rest.evidence for rest in self.rests_on(source)] + self._unfiled[source.id]

    def names_only(self, source: Source) -> set[tuple[int, int]]:
        """The offsets of the passages that only name an actor: no other fact rests on them."""
        named = {_offsets(r.evidence) for r in self.rests_on(source) if isinstance(r.fact, Actor)}
        told = {_offsets(r.evidence) for r in self.rests_on(source) if not isinstance(r.fact, Actor)}
        return named - told - {_offsets(passage) for passage in self._unfiled[source.id]}

    @cached_property
    def _unfiled(self) -> dict[str, list[Evidence]]:
        """By source the passages of what is no fact of its own: judgements, accounts of discrepancies."""
        found: dict[str, list[Evidence]] = {source: [] for source in self.sources}
        accounts = (account for each in self.brief.discrepancies for account in each.accounts)
        lines = (line for actor in self.brief.actors for line in actor.bottom_line)
        cited_things: list[Judgement | Account] = [*self.brief.bottom_line, *self.brief.judgements, *lines, *accounts]
        for cited in cited_things:
            for passage in cited.evidence:
                found[passage.source].append(passage)
        return found

    def facts_from(self, source: Source) -> int:
        """How many facts other than the mere mention of an actor rest on the source."""
        return len({(type(r.fact), r.fact.id, r.text) for r in self.rests_on(source) if not isinstance(r.fact, Actor)})

    @cached_property
    def falls(self) -> "dict[str, Fall]":
        """For every source what falls if it goes."""
        # Loaded only where a page asks: the PDF does not.
        from generator.assess.assessing import falls

        return falls(self.brief)


def _offsets(passage: Evidence) -> tuple[int, int]:
    return passage.start, passage.end
