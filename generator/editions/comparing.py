"""A brief against an edition recorded earlier: what is new, changed, answered and withdrawn since, in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.editions.differences import (
    actor_details,
    agreement_details,
    event_details,
    question_details,
    source_details,
)
from generator.editions.matching import Kept, Matches, matches
from generator.editions.state import Edition, KeptJudgement, KeptQuestion, state_of
from generator.editions.superseding import Superseding
from generator.model import Brief, Change, Comparison

type _Item = Literal["actor", "event", "agreement", "question", "judgement", "source"]

_ITEMS: tuple[_Item, ...] = ("judgement", "event", "agreement", "question", "actor", "source")
_WHATS = ("answered", "new", "changed", "withdrawn")


def compare(brief: Brief, edition: Edition) -> Comparison:
    """What has changed since an edition: judgements first, then events, agreements, questions, actors and sources.

    An item whose id changed is found again by the passages it rests on, and is then one that changed.
    """
    superseding = Superseding.since(edition, brief)
    edition = superseding.as_now(edition)
    now = superseding.found_again(state_of(brief, edition.name, edition.number), brief)
    names = {actor.id: actor.name for actor in (*edition.actors, *now.actors)}
    difference = _Difference(superseding)
    actors = matches(edition.actors, now.actors, names)
    moved = actors.now()
    events = matches(edition.events, now.events)
    agreements = matches(edition.agreements, now.agreements)
    titles = {event.id: event.title for event in now.events}
    difference.add("actor", actors, lambda a: a.name, actor_details)
    difference.add("event", events, lambda e: e.title, lambda a, b: event_details(a, b, names, moved))
    difference.add("agreement", agreements, lambda a: a.title, lambda a, b: agreement_details(a, b, names, moved))
    questions = matches(edition.questions, now.questions)
    difference.add("question", questions, lambda q: q.text, lambda a, b: question_details(a, b, titles))
    difference.add(
        "source",
        matches(edition.sources, now.sources),
        lambda s: s.title,
        lambda a, b: [*source_details(a, b), *superseding.why_changed(b.id)],
    )
    kept = {**events.now(), **agreements.now(), **questions.now(), **moved}
    difference.judgements(edition.judgements, now.judgements, kept)
    order = {item: place for place, item in enumerate(_ITEMS)}
    changes = sorted(difference.changes, key=lambda c: (order[c.item], _WHATS.index(c.what)))
    return Comparison(since=edition.name, changes=changes)


@dataclass
class _Difference:
    """The changes found so far; those of facts by the id that a judgement now names."""

    superseding: Superseding
    changes: list[Change] = field(default_factory=list)
    facts: dict[str, Change] = field(default_factory=dict)

    def add[Item: Kept](
        self,
        item: _Item,
        found: Matches[Item],
        title: Callable[[Item], str],
        details: Callable[[Item, Item], list[str]],
    ) -> None:
        """The changes of one kind of item."""
        for new in found.new:
            self._note(Change(what="new", item=item, id=new.id, text=title(new)))
        for gone in found.gone:
            why = self.superseding.why_gone(gone)
            self._note(Change(what="withdrawn", item=item, id=gone.id, text=title(gone), details=why))
        for then, now in found.pairs:
            if differing := details(then, now):
                answered = isinstance(then, KeptQuestion) and isinstance(now, KeptQuestion) and _answered(then, now)
                what: Literal["answered", "changed"] = "answered" if answered else "changed"
                self._note(Change(what=what, item=item, id=now.id, text=title(now), details=differing))

    def _note(self, change: Change) -> None:
        self.changes.append(change)
        self.facts[change.id] = change

    def judgements(self, then: Sequence[KeptJudgement], now: Sequence[KeptJudgement], kept: Mapping[str, str]) -> None:
        """The changes of judgements, each with what changed underneath. Their id is that of the first fact behind."""
        waiting = list(then)
        for judgement in now:
            earlier = next((old for old in waiting if _is_earlier(old, judgement, kept)), None)
            if earlier is None:
                why = list(self._reasons(judgement.about)) or ["what it rests on was known before"]
                self._judgement("new", judgement, judgement.about[0], why)
                continue
            waiting.remove(earlier)
            if differing := _judgement_details(earlier, judgement):
                why = list(self._reasons(judgement.about)) or ["nothing that it rests on has changed"]
                self._judgement("changed", judgement, judgement.about[0], [*differing, *why])
        for old in waiting:
            about = [kept.get(identifier, identifier) for identifier in old.about]
            why = list(self._reasons(about)) or ["what it rests on still stands; other facts weigh more now"]
            if old.author == "analyst":
                why = list(self._reasons(about)) or ["the analyst took it back"]
            self._judgement("withdrawn", old, old.about[0], why)

    def _judgement(
        self, what: Literal["new", "changed", "withdrawn"], judgement: KeptJudgement, identifier: str, why: list[str]
    ) -> None:
        self.changes.append(Change(what=what, item="judgement", id=identifier, text=judgement.text, details=why))

    def _reasons(self, about: Sequence[str]) -> Iterator[str]:
        """What changed underneath, in words."""
        for identifier in about:
            if change := self.facts.get(identifier):
                words = f"the {change.item} “{change.text}” "
                match change.what:
                    case "new":
                        yield words + "is new"
                    case "withdrawn":
                        yield words + "is no longer in the brief" + "".join(f": {why}" for why in change.details)
                    case _:
                        yield f"{words}has changed ({'; '.join(change.details)})"


def _answered(then: KeptQuestion, now: KeptQuestion) -> bool:
    return then.status == "open" and now.status == "answered"


def _is_earlier(then: KeptJudgement, now: KeptJudgement, kept: Mapping[str, str]) -> bool:
    """Whether two judgements of one author are about the same first fact, or say the same."""
    first = kept.get(then.about[0], then.about[0]) if then.about else None
    return then.author == now.author and (then.text == now.text or (bool(now.about) and first == now.about[0]))


def _judgement_details(then: KeptJudgement, now: KeptJudgement) -> list[str]:
    details = [f"text: “{then.text}”, now “{now.text}”"] if then.text != now.text else []
    for name in ("likelihood", "confidence"):
        before, after = getattr(then, name), getattr(now, name)
        if before != after:
            details.append(f"{name}: {before or 'none'}, now {after or 'none'}")
    return details
