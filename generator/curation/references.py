"""References inside a brief after decisions: to what was merged under its new id, to what was rejected no more."""

from collections.abc import Iterable

from generator.curation.lookup import Targets
from generator.merge.events import event_order
from generator.merge.topics import size
from generator.model import Actor, Brief, Event, Participant, Question, Statement, Topic

_FEWEST_FACTS = 2


def mend(brief: Brief, targets: Targets) -> Brief:
    """The brief with all references in order, events in their order, no topic of fewer than two facts."""
    mender = _Mender(targets)
    topics = [mender.topic(topic) for topic in brief.topics]
    return brief.model_copy(
        update={
            "actors": [mender.actor(actor) for actor in brief.actors],
            "events": sorted((mender.event(event) for event in brief.events), key=event_order),
            "agreements": [a.model_copy(update={"parties": mender.ids("actors", a.parties)}) for a in brief.agreements],
            "questions": [mender.question(question) for question in brief.questions],
            "statements": [mender.statement(statement) for statement in brief.statements],
            "topics": [topic for topic in topics if size(topic) >= _FEWEST_FACTS],
        }
    )


class _Mender:
    def __init__(self, targets: Targets) -> None:
        self._targets = targets

    def ids(self, facts: str, ids: Iterable[str]) -> list[str]:
        """The ids where they are now, each once, without those rejected."""
        return list(dict.fromkeys(i for i in (self._targets.current(facts, old) for old in ids) if i))

    def subjects(self, ids: Iterable[str]) -> list[str]:
        """As `ids`, for lists that may name actors, agreements or events."""
        found = (
            i for old in ids for i in (self._targets.current(f, old) for f in ("actors", "agreements", "events")) if i
        )
        return list(dict.fromkeys(found))

    def actor(self, actor: Actor) -> Actor:
        roles = [
            role.model_copy(
                update={"of": of if role.of and (of := self._targets.current("actors", role.of)) != actor.id else None}
            )
            for role in actor.roles
        ]
        return actor.model_copy(update={"roles": roles})

    def event(self, event: Event) -> Event:
        found: dict[str, Participant] = {}
        for participant in event.participants:
            actor = self._targets.current("actors", participant.actor)
            if actor:
                found.setdefault(actor, participant.model_copy(update={"actor": actor}))
        return event.model_copy(update={"participants": list(found.values())})

    def question(self, question: Question) -> Question:
        answers = self.ids("events", question.answered_by)
        status = "answered" if answers else "open"
        return question.model_copy(
            update={"about": self.subjects(question.about), "answered_by": answers, "status": status}
        )

    def statement(self, statement: Statement) -> Statement:
        speaker = self._targets.current("actors", statement.speaker) if statement.speaker else None
        return statement.model_copy(update={"speaker": speaker, "about": self.subjects(statement.about)})

    def topic(self, topic: Topic) -> Topic:
        return topic.model_copy(
            update={
                "events": self.ids("events", topic.events),
                "agreements": self.ids("agreements", topic.agreements),
                "questions": self.ids("questions", topic.questions),
                "actors": self.ids("actors", topic.actors),
            }
        )
