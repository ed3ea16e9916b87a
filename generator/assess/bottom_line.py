"""The bottom line: two or three sentences composed by rule from the facts that matter most and are best borne out.

A fact weighs by the number of sources that report it, the consequence of its type (`knowledge/consequence.yml`), how
central its actors are and how recent it is. What is open comes last. Every sentence carries its evidence.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from generator.assess.phrases import as_sources_report, listed, sentence, when, with_article
from generator.assess.weight import actor_weights, corroboration
from generator.knowledge_files import knowledge_file
from generator.model import Agreement, AgreementStatus, Brief, Event, EventType, Evidence, Judgement, Question, Status

_FACTS = 2
_PER_SOURCE = 3.0
"""What each source adds to the weight of a fact; more than two types can differ by."""
_BACKGROUND = 1.5
"""What it takes from an event's weight to go on: it is more often the background than the news."""
_PER_HEADLINE = 1.0
"""What each headline that tells an event adds to its weight."""
_MOST_SOURCES = 6
_MOST_CITATIONS = 6
_RECENT_DAYS = 120
_LATELY_DAYS = 400
_CENTRAL = 6
"""Number of actors that count as central: those with the most connections."""


@cache
def _knowledge() -> dict[str, Any]:
    content: dict[str, Any] = knowledge_file("consequence")
    return content


def _consequence() -> dict[str, float]:
    types: dict[str, float] = _knowledge()["types"]
    return types


def _gesture(event: Event) -> float:
    """What it takes from an event's weight to be told as a gesture ("shakes hands"); 0 for others."""
    words = event.title.lower().split()
    told = any(word.startswith(gesture) for word in words for gesture in _knowledge()["gestures"])
    return float(_knowledge()["gesture_weight"]) if told else 0.0


def assess(brief: Brief) -> Brief:
    """The brief with its bottom line; what it held of one before is replaced. A brief without facts gets none."""
    scale = _Scale(brief)
    chosen: list[Event | Agreement] = []
    ranked = scale.ranked()
    for told in ranked:
        fact = _as_agreement(told, ranked)
        if len(chosen) < _FACTS and not any(_same_story(fact, other) for other in chosen):
            chosen.append(fact)
    line = [scale.reported(fact) for fact in chosen]
    opened = scale.open_matter()
    return brief.model_copy(update={"bottom_line": [*line, *([opened] if opened else [])]})


def _as_agreement(fact: Event | Agreement, facts: Sequence[Event | Agreement]) -> Event | Agreement:
    """The agreement that a signing makes, where it is among the facts: it says more than its signing."""
    if not isinstance(fact, Event) or fact.type is not EventType.AGREE:
        return fact
    return next((a for a in facts if isinstance(a, Agreement) and _same_story(a, fact)), fact)


class _Scale:
    """What is needed to weigh the facts of one brief against each other."""

    def __init__(self, brief: Brief) -> None:
        self._headline_ends = {source.id: source.text.find("\n\n") for source in brief.sources}
        self._brief = brief
        self._names = {actor.id: actor.name for actor in brief.actors}
        weights = actor_weights(brief)
        self._central = sorted((a for a in weights if weights[a]), key=lambda a: (-weights[a], a))[:_CENTRAL]
        dates = [
            event.date.start
            for event in brief.events
            if event.date and event.status in (Status.OCCURRED, Status.ONGOING)
        ]
        self._latest = max(dates, default=None)

    def ranked(self) -> list[Event | Agreement]:
        """What has happened and what has been agreed, the weightiest first."""
        facts: list[Event | Agreement] = [*self._agreements(), *self._events()]
        return sorted(facts, key=lambda fact: (-self._weight(fact), isinstance(fact, Event), fact.id))

    def _events(self) -> Iterator[Event]:
        return (event for event in self._brief.events if event.status in (Status.OCCURRED, Status.ONGOING))

    def _agreements(self) -> Iterator[Agreement]:
        known = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)
        return (a for a in self._brief.agreements if a.status in known and len(self._parties(a)) >= 2)

    def _parties(self, agreement: Agreement) -> list[str]:
        return [self._names[party] for party in agreement.parties if party in self._names]

    def _weight(self, fact: Event | Agreement) -> float:
        weight = _PER_SOURCE * min(corroboration(fact), _MOST_SOURCES) + self._headlines(fact)
        if isinstance(fact, Agreement):
            weight += _consequence()["AGREE"] + self._recency(fact.signed.start if fact.signed else None)
            return weight + self._centrality(fact.parties)
        weight += _gesture(fact) - (_BACKGROUND if fact.status is Status.ONGOING else 0)
        weight += _consequence().get(fact.type.value, 1.0) + self._recency(fact.date.start if fact.date else None)
        return weight + self._centrality([p.actor for p in fact.participants])

    def _headlines(self, fact: Event | Agreement) -> float:
        """What an article's headline tells is its news: each such headline adds to the weight."""
        told = {e.source for e in fact.evidence if e.start < self._headline_ends.get(e.source, 0)}
        return _PER_HEADLINE * len(told)

    def _recency(self, day: date | None) -> float:
        if day is None or self._latest is None:
            return 0.5
        age = (self._latest - day).days
        return 2.0 if age <= _RECENT_DAYS else 1.0 if age <= _LATELY_DAYS else 0.0

    def _centrality(self, actors: Sequence[str]) -> float:
        return min(2, len(set(actors) & set(self._central))) * 0.75

    # --- sentences

    def reported(self, fact: Event | Agreement) -> Judgement:
        """One fact as a sentence."""
        told = as_sources_report(corroboration(fact))
        if isinstance(fact, Agreement):
            signed = f" {when(fact.signed)}" if fact.signed else ""
            text = f"{listed(self._parties(fact))} signed {with_article(fact.title)}{signed}, {told}"
            if fact.status is AgreementStatus.IN_FORCE:
                text += "; it is in force"
        else:
            text = self._event_text(fact, told)
        return Judgement(text=sentence(text), about=[fact.id], evidence=citations(fact.evidence))

    @staticmethod
    def _event_text(event: Event, told: str) -> str:
        title = event.title.rstrip(" .")
        if event.status is Status.ONGOING:
            return f"{title} (ongoing), {told}"
        if event.date is None:
            return f"{title}, {told}; the date is not given"
        return f"{when(event.date)}, {title}, {told}"

    def open_matter(self) -> Judgement | None:
        """The weightiest open question, else the weightiest thing planned or thought possible."""
        questions = [q for q in self._brief.questions if q.status == "open"]
        if questions:
            question = min(questions, key=lambda q: (*self._question_rank(q), q.id))
            return Judgement(text=f"Open: {question.text}", about=[question.id], evidence=citations(question.evidence))
        ahead = [e for e in self._brief.events if e.status in (Status.PLANNED, Status.POSSIBLE)]
        if not ahead:
            return None
        event = min(ahead, key=lambda e: (-self._weight(e), e.id))
        text = sentence(f"{event.status.value}: {event.title}, {as_sources_report(corroboration(event))}")
        return Judgement(text=text, about=[event.id], evidence=citations(event.evidence))

    def _question_rank(self, question: Question) -> tuple[int, float, int]:
        """More sources, then more central actors by name ("the two countries" tells a reader nothing), then newer."""
        raised = question.raised.toordinal() if question.raised else 0
        named = [actor for actor in question.about if self._names.get(actor, "?") in question.text]
        return (-corroboration(question), -self._centrality(named), -raised)


def _same_story(fact: Event | Agreement, other: Event | Agreement) -> bool:
    """Whether two facts rest on the same words, as a treaty and its signing do."""
    return any(
        a.source == b.source and a.start < b.end and b.start < a.end for a in fact.evidence for b in other.evidence
    )


def citations(evidence: Sequence[Evidence]) -> list[Evidence]:
    """One piece of evidence for each source, the first in its text, at most six."""
    first: dict[str, Evidence] = {}
    for e in sorted(evidence, key=lambda e: (e.source, e.start)):
        first.setdefault(e.source, e)
    return list(first.values())[:_MOST_CITATIONS]
