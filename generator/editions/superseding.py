"""What an edition says of articles that have a newer text by now, or stand in several files as one source."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.assess.phrases import listed
from generator.editions.matching import Kept
from generator.editions.state import (
    Edition,
    KeptActor,
    KeptAgreement,
    KeptEvent,
    KeptQuestion,
    KeptSource,
    passage,
)
from generator.model import Actor, Agreement, Brief, Event, Evidence, Question

type Fact = Event | Agreement | Question | Actor


@dataclass(frozen=True)
class Superseding:
    """Sources of an edition by the id they had then: `now` the source that stands for them, `titles` of those whose
    text a newer one superseded since."""

    now: Mapping[str, str]
    titles: Mapping[str, str]

    @classmethod
    def since(cls, edition: Edition, brief: Brief) -> "Superseding":
        """What has become of an edition's sources."""
        then = {source.id for source in edition.sources}
        now = {other: source.id for source in brief.sources for other in source.stands_for if other in then}
        earlier = {e.id for source in brief.sources for e in source.earlier}
        titles = {source.id: source.title for source in brief.sources}
        return cls(now, {other: titles[kept] for other, kept in now.items() if other in earlier})

    def as_now(self, edition: Edition) -> Edition:
        """The edition with its sources under the ids they have now, each once."""
        if not self.now:
            return edition
        sources: dict[str, KeptSource] = {}
        for source in sorted(edition.sources, key=lambda source: source.id in self.now):
            identifier = self.now.get(source.id, source.id)
            sources.setdefault(identifier, source.model_copy(update={"id": identifier}))
        return edition.model_copy(
            update={
                "sources": sorted(sources.values(), key=lambda source: source.id),
                "events": [self._renamed(event) for event in edition.events],
                "agreements": [self._renamed(agreement) for agreement in edition.agreements],
                "questions": [self._renamed(question) for question in edition.questions],
            }
        )

    def _renamed[Item: (KeptEvent, KeptAgreement, KeptQuestion)](self, item: Item) -> Item:
        return item.model_copy(update={"sources": sorted({self.now.get(s, s) for s in item.sources})})

    def why_gone(self, item: Kept) -> list[str]:
        """Why an item of the edition is gone, where all that it rested on was superseded."""
        passages: Sequence[str] = getattr(item, "passages", [])
        rested = {held.partition("@")[0] for held in passages}
        if not rested or not rested <= self.titles.keys():
            return []
        titles = listed([f"“{title}”" for title in sorted({self.titles[source] for source in rested})])
        return [f"it rested on an earlier version of {titles}, which a newer one superseded"]

    def why_changed(self, identifier: str) -> list[str]:
        """What else differs of a source, by the id it has now."""
        replaced = any(kept == identifier for other, kept in self.now.items() if other in self.titles)
        return ["a newer version superseded the one of then"] if replaced else []

    def found_again(self, now: Edition, brief: Brief) -> Edition:
        """The state of a brief with passages as they were called in the sources that are now others', so that a fact
        of the edition is found by its words."""
        then: dict[str, list[str]] = {}
        for other, kept in self.now.items():
            then.setdefault(kept, []).append(other)
        if not then:
            return now
        facts: list[Fact] = [*brief.events, *brief.agreements, *brief.questions, *brief.actors]
        more = {fact.id: former for fact in facts if (former := _former(fact.evidence, then))}
        return now.model_copy(
            update={
                "events": [_with(event, more) for event in now.events],
                "agreements": [_with(agreement, more) for agreement in now.agreements],
                "questions": [_with(question, more) for question in now.questions],
                "actors": [_with(actor, more) for actor in now.actors],
            }
        )


def _former(evidence: Iterable[Evidence], then: Mapping[str, Sequence[str]]) -> list[str]:
    """The words of passages, in short, as passages of the sources that they stand in now stand for."""
    held = (e.model_copy(update={"source": other}) for e in evidence for other in then.get(e.source, ()))
    return list(dict.fromkeys(passage(e).rpartition(" ")[2] for e in held))


def _with[Item: (KeptEvent, KeptAgreement, KeptQuestion, KeptActor)](item: Item, more: Mapping[str, list[str]]) -> Item:
    if item.id not in more:
        return item
    return item.model_copy(update={"passages": [*item.passages, *more[item.id]]})
