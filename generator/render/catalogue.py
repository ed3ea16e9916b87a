"""The brief looked at from every side: what belongs to an actor, an agreement, a topic, a source."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from generator.model import (
    Actor,
    Agreement,
    Brief,
    Discrepancy,
    Event,
    Evidence,
    Kind,
    Quad,
    Question,
    Source,
    Statement,
    Status,
    Topic,
)
from generator.render.finding import Findable
from generator.render.places import Places
from generator.render.resting import Fact, Resting
from generator.render.standing import Standing

COOPERATION = {Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION}
CONFLICT = {Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT}
# What has not happened yet as far as the articles know.
AHEAD = {Status.PLANNED, Status.POSSIBLE}
_BACKGROUND = timedelta(days=366)


@dataclass(frozen=True)
class Relation:
    """Two actors in the same events: the other one, the events, and how many of them are of which nature."""

    actor: Actor
    events: list[Event]
    cooperative: int
    conflictual: int

    @property
    def evidence(self) -> list[Evidence]:
        """One passage of each shared event."""
        return [event.evidence[0] for event in self.events]


class Catalogue(Resting):
    """Everything that pages look up. Built once per brief; each look-up takes time in what it finds, not in all."""

    def __init__(self, brief: Brief) -> None:
        super().__init__(brief)
        self.standing = Standing(brief)
        self.actors = {actor.id: actor for actor in brief.actors}
        self.events = {event.id: event for event in brief.events}
        self.agreements = {agreement.id: agreement for agreement in brief.agreements}
        self.questions = {question.id: question for question in brief.questions}
        self._events_of = _by_member(brief.events, lambda event: [part.actor for part in event.participants])
        self._agreements_of = _by_member(brief.agreements, lambda agreement: agreement.parties)
        self._questions_about = _by_member(brief.questions, lambda question: question.about)
        self._statements_by = _by_member(brief.statements, lambda statement: [statement.speaker or ""])
        self._statements_about = _by_member(brief.statements, lambda statement: statement.about)
        self._bodies_of = _parts(brief.actors)

    # Whole lists in the order in which a reader wants them

    @cached_property
    def by_date(self) -> list[Event]:
        """All events, oldest first, undated last."""
        return sorted(self.brief.events, key=_oldest_first)

    @cached_property
    def latest(self) -> list[Event]:
        """What has happened or is said to have happened, newest first.

        Undated events, which most articles tell as news, come after the dated ones of the articles' own time; what
        lies long before the first article is background and comes last.
        """
        told = self.newest_first(event for event in self.brief.events if event.status not in AHEAD)
        recent = (self.period[0] - _BACKGROUND) if self.period else date.min
        return sorted(told, key=lambda event: (unpinned(event), event.date is not None and event.date.end < recent))

    @cached_property
    def ahead(self) -> list[Event]:
        """What is planned or possible and not yet past when the newest article appeared; undated last."""
        today = self.brief.generated or date.min
        expected = (event for event in self.brief.events if event.status in AHEAD)
        return sorted((event for event in expected if not event.date or event.date.end >= today), key=_oldest_first)

    @cached_property
    def by_weight(self) -> list[Actor]:
        """All actors: pinned ones, then those in most events, then those in most sources."""
        return sorted(self.brief.actors, key=lambda actor: (unpinned(actor), *self._weight(actor), actor.name))

    def of_kind(self, kind: Kind) -> list[Actor]:
        """The actors of one kind, by weight."""
        return [actor for actor in self.by_weight if actor.kind is kind]

    @cached_property
    def newest_sources(self) -> list[Source]:
        """All sources, newest first, undated last."""
        return sorted(
            self.brief.sources,
            key=lambda source: (-(source.published or date.min).toordinal(), source.title, source.id),
        )

    @cached_property
    def open_questions(self) -> list[Question]:
        """Questions without an answer, newest first."""
        return sorted(
            (q for q in self.brief.questions if q.status == "open"), key=lambda q: (unpinned(q), *_newest_question(q))
        )

    @cached_property
    def answered_questions(self) -> list[Question]:
        """Questions that a later article answers, newest first."""
        return sorted((q for q in self.brief.questions if q.status == "answered"), key=_newest_question)

    @cached_property
    def questions_by_topic(self) -> list[tuple[Topic | None, list[Question]]]:
        """The open questions under the topic that gathers most of them, each once; those of no topic last."""
        topics = sorted(self.brief.topics, key=lambda topic: (-len(topic.questions), topic.name))
        under: dict[str, str] = {}
        for topic in topics:
            for identifier in topic.questions:
                under.setdefault(identifier, topic.id)
        gathered = [(topic, [q for q in self.open_questions if under.get(q.id) == topic.id]) for topic in topics]
        of_none = [q for q in self.open_questions if q.id not in under]
        return [*((topic, found) for topic, found in gathered if found), *([(None, of_none)] if of_none else [])]

    @cached_property
    def topics(self) -> list[Topic]:
        """All topics, those of most events first."""
        return sorted(self.brief.topics, key=lambda topic: (-len(topic.events), topic.name))

    @cached_property
    def _answers(self) -> dict[str, list[Question]]:
        found: dict[str, list[Question]] = defaultdict(list)
        for question in self.answered_questions:
            for event in question.answered_by:
                found[event].append(question)
        return found

    def answered_by(self, event: Event) -> list[Question]:
        """The questions that the event answers, newest first."""
        return self._answers.get(event.id, [])

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """First and last day of publication of the sources, as far as known."""
        return self.seen(Evidence(source=s.id, start=0, end=1, quote="-") for s in self.brief.sources)

    @cached_property
    def places(self) -> Places:
        """Where things are told, and how long lists are parted."""
        spoken = {actor.id: self.statements_by(actor) for actor in self.brief.actors}
        return Places(self.by_date, self.questions_by_topic, self.answered_questions, self.disputed(), spoken)

    # What belongs to what

    def newest_first(self, events: Iterable[Event]) -> list[Event]:
        """These events with the newest first; the undated follow, those that most sources tell first."""
        return sorted(events, key=self._newest_event)

    def events_of(self, actor: Actor) -> list[Event]:
        """The events in which the actor takes part, newest first."""
        return self.newest_first(self._events_of[actor.id])

    def agreements_of(self, actor: Actor) -> list[Agreement]:
        """The agreements to which the actor is a party."""
        return self._agreements_of[actor.id]

    def statements_by(self, actor: Actor) -> list[Statement]:
        """What the actor said, newest first."""
        return sorted(self._statements_by[actor.id], key=self._newest_statement)

    def questions_about(self, actor: Actor) -> list[Question]:
        """The questions that concern the actor, open ones first."""
        return sorted(self._questions_about[actor.id], key=lambda q: (q.status == "answered", *_newest_question(q)))

    def relations(self, actor: Actor) -> list[Relation]:
        """The other actors of the actor's events, those of most shared events first."""
        shared: dict[str, list[Event]] = defaultdict(list)
        for event in self.events_of(actor):
            for other in dict.fromkeys(part.actor for part in event.participants):
                if other != actor.id and other in self.actors:
                    shared[other].append(event)
        relations = [
            Relation(self.actors[other], events, _count(events, COOPERATION), _count(events, CONFLICT))
            for other, events in shared.items()
        ]
        return sorted(relations, key=lambda relation: (-len(relation.events), relation.actor.name))

    @cached_property
    def agreements_in_order(self) -> list[Agreement]:
        """All agreements, pinned ones first."""
        return sorted(self.brief.agreements, key=unpinned)

    def sources_of(self, evidence: Iterable[Evidence]) -> list[Source]:
        """The sources of these passages, newest first."""
        return sorted((self.sources[each] for each in {passage.source for passage in evidence}), key=_newest_source)

    def seen(self, evidence: Iterable[Evidence]) -> tuple[date, date] | None:
        """When the first and the last of these sources appeared; None if no date is known."""
        sources = {passage.source for passage in evidence}
        days = sorted(day for source in sources if (day := self.sources[source].published))
        return (days[0], days[-1]) if days else None

    def role_said(self, evidence: Sequence[Evidence]) -> date | None:
        """The newest day on which a source said so."""
        seen = self.seen(evidence)
        return seen[1] if seen else None

    def alias_evidence(self, alias: str, evidence: Iterable[Evidence]) -> list[Evidence]:
        """The first passages of each source in which the other name stands."""
        first: dict[str, Evidence] = {}
        for passage in evidence:
            if alias in passage.quote:
                first.setdefault(passage.source, passage)
        return list(first.values())

    def disputed(self) -> list[tuple[Event | Agreement, list[Discrepancy]]]:
        """The facts about which sources differ, newest first, with what they differ on."""
        agreed = [agreement for agreement in self.brief.agreements if self.standing.discrepancies(agreement.id)]
        events = self.newest_first(event for event in self.brief.events if self.standing.discrepancies(event.id))
        facts: list[Event | Agreement] = [*agreed, *events]
        return [(fact, self.standing.discrepancies(fact.id)) for fact in facts]

    def disputes_of(self, actor: Actor) -> list[Event | Agreement]:
        """The actor's events and agreements about which sources differ."""
        facts: list[Event | Agreement] = [*self.agreements_of(actor), *self.events_of(actor)]
        return [fact for fact in facts if self.standing.discrepancies(fact.id)]

    # Agreements: what stands in the same passages, or names them

    def events_around(self, agreement: Agreement) -> list[Event]:
        """The events told in the agreement's passages or by its name, oldest first."""
        return sorted(self._around(self._findable_events, agreement), key=_oldest_first)

    def questions_around(self, agreement: Agreement) -> list[Question]:
        """The questions raised in the agreement's passages, about it, or by its name."""
        return sorted(self._around(self._findable_questions, agreement), key=_newest_question)

    def statements_around(self, agreement: Agreement) -> list[Statement]:
        """What is said in the agreement's passages, about it, or by its name."""
        return sorted(self._around(self._findable_statements, agreement), key=self._newest_statement)

    def _around[F: Event | Question | Statement](self, facts: Findable[F], agreement: Agreement) -> list[F]:
        evidence = [*agreement.evidence, *(passage for part in agreement.provisions for passage in part.evidence)]
        found = [*facts.about(agreement.id), *facts.in_passages(evidence), *facts.naming(self._own_names[agreement.id])]
        return list({fact.id: fact for fact in found}.values())

    @cached_property
    def _own_names(self) -> dict[str, list[str]]:
        """The names that mean one agreement and no other: "treaty" alone does not, where there are two treaties."""
        names = {each.id: {name.lower() for name in (each.title, *each.aliases)} for each in self.brief.agreements}
        words = Counter(
            word for several in names.values() for word in {word for name in several for word in name.split()}
        )
        meant = Counter(name for several in names.values() for name in several)
        return {
            identifier: sorted(name for name in several if max(meant[name], words[name]) == 1)
            for identifier, several in names.items()
        }

    @cached_property
    def _findable_events(self) -> Findable[Event]:
        return Findable(self.brief.events)

    @cached_property
    def _findable_questions(self) -> Findable[Question]:
        return Findable(self.brief.questions)

    @cached_property
    def _findable_statements(self) -> Findable[Statement]:
        return Findable(self.brief.statements)

    def bodies_of(self, actor: Actor) -> list[Actor]:
        """What is part of the actor: ministries of a state, committees of a parliament; by weight."""
        return sorted(self._bodies_of[actor.id], key=lambda body: (unpinned(body), *self._weight(body), body.name))

    def topics_of(self, actor: Actor) -> list[Topic]:
        """The topics to which the actor belongs."""
        return [topic for topic in self.brief.topics if actor.id in topic.actors]

    def _weight(self, actor: Actor) -> tuple[int, int]:
        return -len(self._events_of[actor.id]), -len({passage.source for passage in actor.evidence})

    def _newest_event(self, event: Event) -> tuple[int, int, int, str]:
        day = event.date.end.toordinal() if event.date else 0
        return -day, -len({passage.source for passage in event.evidence}), -len(event.evidence), event.id

    def _newest_statement(self, statement: Statement) -> tuple[int, str]:
        return -self.statement_day(statement).toordinal(), statement.id

    def statement_day(self, statement: Statement) -> date:
        """When it was said, or at the latest: when its first source appeared; the first of all days if unknown."""
        if statement.date:
            return statement.date.end
        return self.sources[statement.evidence[0].source].published or date.min


def unpinned(fact: Actor | Agreement | Event | Question) -> bool:
    """Whether a person did not say that the fact comes first; sorts pinned facts before all others."""
    return not (fact.review and fact.review.pinned)


def _by_member[F: Fact](facts: Iterable[F], members: Callable[[F], Iterable[str]]) -> defaultdict[str, list[F]]:
    found: defaultdict[str, list[F]] = defaultdict(list)
    for fact in facts:
        for member in dict.fromkeys(members(fact)):
            found[member].append(fact)
    return found


def _parts(actors: Iterable[Actor]) -> defaultdict[str, list[Actor]]:
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.part_of:
            found[actor.part_of].append(actor)
    return found


def _count(events: Iterable[Event], quads: set[Quad]) -> int:
    return Counter(event.type.quad in quads for event in events)[True]


def _oldest_first(event: Event) -> tuple[date, date, str]:
    return (event.date.start, event.date.end, event.id) if event.date else (date.max, date.max, event.id)


def _newest_question(question: Question) -> tuple[int, str]:
    return -(question.raised or date.min).toordinal(), question.id


def _newest_source(source: Source) -> tuple[int, str, str]:
    return -(source.published or date.min).toordinal(), source.title, source.id
