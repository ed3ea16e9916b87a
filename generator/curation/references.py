"""References inside a brief after decisions: to what was merged under its new id, to what was rejected no more."""

from collections.abc import Container, Iterable

from generator.curation.lookup import Targets
from generator.merge.events import event_order
from generator.merge.topics import size, topics_of
from generator.model import Actor, Brief, Event, Participant, Question, Statement, Topic

_FEWEST_FACTS = 2


def mend(brief: Brief, targets: Targets, new: Container[str] = ()) -> Brief:
    """The brief with all references in order, events in their order, no topic of fewer than two facts.

    `new` holds the ids of facts that no topic has yet; each is filed under those that its words speak for.
    """
    mender = _Mender(targets)
    mended = brief.model_copy(
        update={
            "actors": [mender.actor(actor) for actor in brief.actors],
            "events": sorted((mender.event(event) for event in brief.events), key=event_order),
            "agreements": [a.model_copy(update={"parties": mender.ids("actors", a.parties)}) for a in brief.agreements],
            "questions": [mender.question(question) for question in brief.questions],
            "statements": [mender.statement(statement) for statement in brief.statements],
            "topics": [mender.topic(topic) for topic in brief.topics],
        }
    )
    topics = _with_new(mended, new)
    return mended.model_copy(update={"topics": [topic for topic in topics if size(topic) >= _FEWEST_FACTS]})


def _with_new(brief: Brief, new: Container[str]) -> list[Topic]:
    """The topics with the new facts among theirs."""
    events = [event for event in brief.events if event.id in new]
    agreements = [agreement for agreement in brief.agreements if agreement.id in new]
    questions = [question for question in brief.questions if question.id in new]
    if not (events or agreements or questions):
        return brief.topics
    known = {topic.id: topic for topic in brief.topics}
    for topic in topics_of(brief.events, brief.agreements, brief.questions):
        if topic.id not in known:
            known[topic.id] = topic
            continue
        before = known[topic.id]
        update = {
            "events": [*before.events, *(event.id for event in events if event.id in topic.events)],
            "agreements": [*before.agreements, *(a.id for a in agreements if a.id in topic.agreements)],
            "questions": [
                *before.questions,
                *(question.id for question in questions if question.id in topic.questions),
            ],
        }
        if any(len(ids) > len(getattr(before, field)) for field, ids in update.items()):
            update["actors"] = list(dict.fromkeys([*before.actors, *topic.actors]))
            known[topic.id] = before.model_copy(update=update)
    return list(known.values())


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
        parent = self._targets.current("actors", actor.part_of) if actor.part_of else None
        return actor.model_copy(update={"roles": roles, "part_of": parent if parent != actor.id else None})

    def event(self, event: Event) -> Event:
        reports = [
            report.model_copy(update={"participants": self.participants(report.participants)})
            for report in event.reports
        ]
        return event.model_copy(update={"participants": self.participants(event.participants), "reports": reports})

    def participants(self, participants: Iterable[Participant]) -> list[Participant]:
        found: dict[str, Participant] = {}
        for participant in participants:
            actor = self._targets.current("actors", participant.actor)
            if actor:
                found.setdefault(actor, participant.model_copy(update={"actor": actor}))
        return list(found.values())

    def question(self, question: Question) -> Question:
        answers = self.ids("events", question.answered_by)
        words = question.answer if answers or not question.answered_by else []
        return question.model_copy(
            update={
                "about": self.subjects(question.about),
                "answered_by": answers,
                "answer": words,
                "status": "answered" if answers or words else "open",
            }
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
