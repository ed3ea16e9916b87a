"""How many sources bear a fact out, how much of the brief an actor is part of, and how much a fact matters."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any, Protocol

from generator.knowledge_files import knowledge_file
from generator.model import Agreement, Assessment, Brief, Event, Evidence, Status

_PER_ORIGIN = 3.0
"""What each independent origin adds to the weight of a fact; more than two types can differ by."""
_PER_HEADLINE = 2.0
"""What each headline that tells an event adds to its weight."""
_BACKGROUND = 1.5
"""What it takes from an event's weight to go on: it is more often the background than the news."""
_HALF_TOLD = 3.0
"""What it takes from the weight of an attack, a sanction, ... that nobody is named to have suffered."""
_PER_MENTION = 0.5
"""What it adds that an article comes back to a happening, up to three times."""
_GRAVE_TYPE = 2.0
"""Weight of a type from which grave words add nothing: it is grave by itself."""
_MOST_ORIGINS = 6
_RECENT_DAYS = 120
_LATELY_DAYS = 400
_LONG_AGO_DAYS = 1000
_HISTORY_DAYS = 730
_HISTORY = 4.0
"""What it takes from the weight of a fact that lay so many days back when every one of its articles came out."""
_CENTRAL = 6
"""Number of actors that count as central: those with the most connections."""
_GRADES = {"high": 1.0, "moderate": 0.5, "low": 0.0}


class Cited(Protocol):
    """Anything that rests on evidence."""

    evidence: list[Evidence]


def corroboration(fact: Cited) -> int:
    """The number of different sources that report a fact."""
    return len({e.source for e in fact.evidence})


def independent(fact: Cited) -> int:
    """The number of independent origins behind a fact; of its sources, where nobody has looked for origins."""
    assessment: Assessment | None = getattr(fact, "assessment", None)
    return len(assessment.origins) if assessment and assessment.origins else corroboration(fact)


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


@cache
def consequence() -> Mapping[str, Any]:
    """What is known of how much happenings matter: `knowledge/consequence.yml`."""
    content: dict[str, Any] = knowledge_file("consequence")
    return content


class Scale:
    """Weighs the facts of one brief against each other: how well borne out, how consequential, central and recent."""

    def __init__(self, brief: Brief) -> None:
        self._headline_ends = {source.id: source.text.find("\n\n") for source in brief.sources}
        self._published = {source.id: source.published for source in brief.sources}
        weights = actor_weights(brief)
        self.central = frozenset(sorted((a for a in weights if weights[a]), key=lambda a: (-weights[a], a))[:_CENTRAL])
        happened = [e.date.start for e in brief.events if e.date and e.status in (Status.OCCURRED, Status.ONGOING)]
        self._latest = max(happened, default=None)

    def weight(self, fact: Event | Agreement) -> float:
        """The weight of a fact; only differences between the facts of one brief mean something."""
        weight = _PER_ORIGIN * min(independent(fact), _MOST_ORIGINS) + self._headlines(fact)
        weight += _GRADES[fact.assessment.confidence] if fact.assessment else 0.0
        if isinstance(fact, Agreement):
            signed = fact.signed.start if fact.signed else None
            weight += float(consequence()["types"]["AGREE"]) + self._recency(signed) - self._history(fact, signed)
            return weight + self.centrality(fact.parties)
        weight += _PER_MENTION * min(len(fact.evidence) - 1, 3)
        day = fact.date.start if fact.date else None
        recency = self._recency(day) if day else min(0.0, self._recency(self._told(fact)))
        weight += self._kind(fact) + recency - self._history(fact, fact.date.end if fact.date else None)
        return weight + self.centrality([p.actor for p in fact.participants])

    def centrality(self, actors: Collection[str]) -> float:
        """What the central actors among these add to a weight."""
        return min(2, len(self.central & set(actors))) * 0.75

    @staticmethod
    def _kind(event: Event) -> float:
        known = consequence()
        weight = float(known["types"].get(event.type.value, 1.0)) + float(known["modes"].get(event.mode, 0.0))
        title = event.title.lower()
        if any(f" {word}" in f" {title}" for word in known["gestures"]):
            weight += float(known["gesture_weight"])
        if known["types"].get(event.type.value, 1.0) < _GRAVE_TYPE and any(
            f" {w}" in f" {title}" for w in known["grave"]
        ):
            weight += float(known["grave_weight"])
        if event.status is Status.ONGOING:
            weight -= _BACKGROUND
        suffered = any(p.role == "target" for p in event.participants) or event.place
        if event.type.value in known["need_target"] and not suffered:
            weight -= _HALF_TOLD
        return weight

    def _headlines(self, fact: Event | Agreement) -> float:
        """What an article's headline tells is its news: each such headline adds to the weight."""
        told = {e.source for e in fact.evidence if e.start < self._headline_ends.get(e.source, 0)}
        return _PER_HEADLINE * len(told)

    def _told(self, fact: Cited) -> date | None:
        """When the last article came out that tells a fact: what has no date of its own is hardly newer."""
        return max((d for e in fact.evidence if (d := self._published.get(e.source))), default=None)

    def _history(self, fact: Cited, day: date | None) -> float:
        """What a fact loses that its articles tell as history: an impeachment of 1998 in news of 2019."""
        told = [self._published.get(e.source) for e in fact.evidence]
        if day is None or not told:
            return 0.0
        return _HISTORY if all(t is not None and (t - day).days > _HISTORY_DAYS for t in told) else 0.0

    def _recency(self, day: date | None) -> float:
        if day is None or self._latest is None:
            return 0.0
        age = (self._latest - day).days
        if age > _LONG_AGO_DAYS:
            return -2.0
        return 2.0 if age <= _RECENT_DAYS else 1.0 if age <= _LATELY_DAYS else 0.0
