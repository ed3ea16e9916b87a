"""Which facts of a brief are told first: the best borne out and most consequential, one for each story and matter."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from generator.assess.patterns import Pattern, patterns
from generator.assess.telling import Teller, same_words, unfit
from generator.assess.weight import Scale, consequence, independent
from generator.model import Agreement, AgreementStatus, Brief, DateSpan, Event, EventType, Evidence, Question, Status

_CANDIDATES = 200
"""Facts looked at, the weightiest of each kind; the others cannot come first."""
_CANDIDATES_OF_ACTOR = 40
_SAME_WORDING = 85
"""Likeness of two titles, out of 100, from which they tell one story."""
_PINNED = 100.0
_AN_ANSWER = 1.0
"""What it adds to an event's weight that it answers a question."""
_PER_KNOWN_TOPIC = 1.5
_PER_SAME_TYPE = 0.75
_PER_SAME_ACTORS = 1.0
_OF_WORDS = (EventType.OTHER, EventType.ACCUSE, EventType.REQUEST, EventType.SUPPORT, EventType.REJECT)
"""Types that somebody's words alone may make."""
_CONCLUDED = (
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.SUSPENDED,
    AgreementStatus.BROKEN,
    AgreementStatus.EXPIRED,
)

type Tellable = Event | Agreement | Pattern


@dataclass(frozen=True)
class Candidate:
    """A fact that may be told, and what is compared when others are chosen beside it.

    `readable` is whether its title makes a whole sentence.
    """

    fact: Tellable
    weight: float
    origins: int
    readable: bool
    title: str
    kind: EventType
    actors: frozenset[str]
    topics: frozenset[str]
    evidence: Sequence[Evidence] = field(repr=False)

    @property
    def day(self) -> DateSpan | None:
        """When it happened or was signed; None if that is not known, or of a pattern."""
        match self.fact:
            case Event() as event:
                return event.date
            case Agreement() as agreement:
                return agreement.signed
        return None


class Selection:
    """The facts of one brief in the order in which they are worth telling."""

    def __init__(self, brief: Brief) -> None:
        self.teller = Teller(brief.actors, brief.sources)
        self.scale = Scale(brief)
        self._topics = _topics(brief)
        self._answers = {event for q in brief.questions if q.status == "answered" for event in q.answered_by}
        facts = [*self._agreements(brief), *self._events(brief)]
        facts.sort(key=lambda c: (-c.weight, isinstance(c.fact, Event), _identifier(c.fact)))
        self._facts = facts[:_CANDIDATES]
        self._agreements_told = [c for c in self._facts if isinstance(c.fact, Agreement)]
        self._of_actor: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in facts:
            for actor in candidate.actors:
                if len(self._of_actor[actor]) < _CANDIDATES_OF_ACTOR:
                    self._of_actor[actor].append(candidate)
        self._patterns = [self._pattern(p) for p in patterns(brief) if not any(map(is_hidden, p.events))]

    def chosen(self, most: int, *, with_patterns: bool = False) -> Iterator[Candidate]:
        """At most so many candidates, the worthiest first; what repeats a story told already is left out."""
        return self._told([*self._facts, *(self._patterns if with_patterns else [])], most)

    def about(self, actor: str) -> Iterator[Candidate]:
        """The candidates in which an actor takes part, the worthiest first, none of which repeats another.

        Only such as read well: a dossier can do without a sentence, not with a broken one.
        """
        return self._told([c for c in self._of_actor.get(actor, []) if c.readable], _CANDIDATES_OF_ACTOR)

    def _told(self, waiting: list[Candidate], most: int) -> Iterator[Candidate]:
        told: list[Candidate] = []
        while waiting and len(told) < most:
            # A pattern never comes first: it is what lies behind the news.
            free = [c for c in waiting if told or not isinstance(c.fact, Pattern)] or waiting
            best = min(free, key=lambda c: (-c.weight + _repetition(c, told), _identifier(c.fact)))
            waiting.remove(best)
            best = self._as_agreement(best)
            if not any(_same_story(best, other) for other in told):
                told.append(best)
                yield best

    def _as_agreement(self, candidate: Candidate) -> Candidate:
        """The agreement that a signing makes, where it is among the facts: it says more than its signing."""
        if not isinstance(candidate.fact, Event) or candidate.kind is not EventType.AGREE:
            return candidate
        return next((a for a in self._agreements_told if _same_story(a, candidate)), candidate)

    def _events(self, brief: Brief) -> Iterator[Candidate]:
        for event in brief.events:
            happened = event.status in (Status.OCCURRED, Status.ONGOING)
            if happened and not unfit(event.title) and not is_hidden(event):
                yield self._event(event)

    def _event(self, event: Event) -> Candidate:
        quality = self.teller.quality(event)
        weight = self.scale.weight(event) + quality + _pinned(event)
        weight += _AN_ANSWER if event.id in self._answers else 0.0
        if event.type in _OF_WORDS and self.teller.is_saying(event):
            weight += float(consequence()["saying_weight"])
        actors = frozenset(p.actor for p in event.participants)
        topics = self._topics.get(event.id, frozenset())
        return Candidate(
            event, weight, independent(event), quality >= 0, event.title, event.type, actors, topics, event.evidence
        )

    def _agreements(self, brief: Brief) -> Iterator[Candidate]:
        for agreement in brief.agreements:
            concluded = agreement.status in _CONCLUDED and len(self.teller.parties(agreement)) >= 2
            if concluded and not unfit(agreement.title) and not is_hidden(agreement):
                weight, parties = self.scale.weight(agreement) + 1 + _pinned(agreement), frozenset(agreement.parties)
                topics = self._topics.get(agreement.id, frozenset())
                yield Candidate(
                    agreement,
                    weight,
                    independent(agreement),
                    True,
                    agreement.title,
                    EventType.AGREE,
                    parties,
                    topics,
                    agreement.evidence,
                )

    def _pattern(self, pattern: Pattern) -> Candidate:
        weight = max(self.scale.weight(event) for event in pattern.events) + 1
        topics = frozenset(t for event in pattern.events for t in self._topics.get(event.id, ()))
        evidence = [e for event in pattern.events for e in event.evidence]
        origins = min(independent(event) for event in pattern.events)
        actors = frozenset((pattern.first, pattern.second))
        return Candidate(pattern, weight, origins, True, "", pattern.type, actors, topics, evidence)


def is_hidden(fact: Event | Agreement | Question) -> bool:
    """Whether a person hid a fact: the brief does not stand for it in a sentence of its own."""
    return fact.review is not None and fact.review.hidden


def _pinned(fact: Event | Agreement) -> float:
    """What a person's pin adds to a weight: more than anything else can."""
    return _PINNED if fact.review is not None and fact.review.pinned else 0.0


def _identifier(fact: Tellable) -> str:
    return fact.events[0].id if isinstance(fact, Pattern) else fact.id


def _topics(brief: Brief) -> Mapping[str, frozenset[str]]:
    """For every event and agreement the topics that it belongs to."""
    found: dict[str, set[str]] = {}
    for topic in brief.topics:
        for identifier in (*topic.events, *topic.agreements):
            found.setdefault(identifier, set()).add(topic.id)
    return {identifier: frozenset(topics) for identifier, topics in found.items()}


def _repetition(candidate: Candidate, told: Sequence[Candidate]) -> float:
    """What it takes from a candidate's weight that others like it are told already."""
    if not told:
        return 0.0
    covered = frozenset().union(*(other.topics for other in told))
    known = len(candidate.topics & covered) / len(candidate.topics) if candidate.topics else 0.5
    kinds = sum(other.kind is candidate.kind for other in told)
    actors = sum(bool(candidate.actors) and other.actors == candidate.actors for other in told)
    return _PER_KNOWN_TOPIC * known + _PER_SAME_TYPE * kinds + _PER_SAME_ACTORS * actors


def _same_story(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates tell one story: on the same words, in the same wording, or as a treaty and its signing."""
    if isinstance(one.fact, Pattern) or isinstance(other.fact, Pattern):
        return isinstance(one.fact, Pattern) and isinstance(other.fact, Pattern) and one.actors == other.actors
    mixed = isinstance(one.fact, Agreement) != isinstance(other.fact, Agreement)
    if mixed and not one.kind is other.kind is EventType.AGREE:
        return False  # what is done about an agreement is a story of its own
    if same_words(one.evidence, other.evidence):
        return True
    if fuzz.token_set_ratio(one.title.lower(), other.title.lower()) >= _SAME_WORDING:
        return True
    if mixed:
        return one.actors == other.actors and one.day is not None and one.day == other.day
    return False
