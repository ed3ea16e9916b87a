"""The part of a brief that pages show: all but what a person hid, and what is left of the rest without it."""

from collections.abc import Iterable, Sequence

from generator.model import Actor, Agreement, Brief, Event, Question, Statement

type Hideable = Actor | Agreement | Event | Question | Statement


def visible(brief: Brief) -> Brief:
    """The brief without hidden facts and without every reference to one; the brief itself where nothing is hidden."""
    facts: list[Sequence[Hideable]] = [
        brief.actors,
        brief.events,
        brief.agreements,
        brief.questions,
        brief.statements,
    ]
    hidden = {fact.id for several in facts for fact in several if fact.review and fact.review.hidden}
    if not hidden:
        return brief

    def left(ids: Iterable[str]) -> list[str]:
        return [identifier for identifier in ids if identifier not in hidden]

    def shown[F: Hideable](several: Sequence[F]) -> list[F]:
        return [fact for fact in several if fact.id not in hidden]

    return brief.model_copy(
        update={
            "actors": [
                actor.model_copy(
                    update={
                        "part_of": None if actor.part_of in hidden else actor.part_of,
                        "roles": [
                            role.model_copy(update={"of": None}) if role.of in hidden else role for role in actor.roles
                        ],
                    }
                )
                for actor in shown(brief.actors)
            ],
            "events": [
                event.model_copy(update={"participants": [p for p in event.participants if p.actor not in hidden]})
                for event in shown(brief.events)
            ],
            "agreements": [a.model_copy(update={"parties": left(a.parties)}) for a in shown(brief.agreements)],
            "questions": [
                q.model_copy(update={"about": left(q.about), "answered_by": left(q.answered_by)})
                for q in shown(brief.questions)
            ],
            "statements": [
                s.model_copy(
                    update={"about": left(s.about), "speaker": None if s.speaker in hidden else s.speaker},
                )
                for s in shown(brief.statements)
            ],
            "topics": [
                topic.model_copy(
                    update={
                        field: left(getattr(topic, field)) for field in ("events", "agreements", "questions", "actors")
                    }
                )
                for topic in brief.topics
            ],
            "discrepancies": [each for each in brief.discrepancies if each.about not in hidden],
            "bottom_line": [line for line in brief.bottom_line if not hidden & set(line.about)],
            "judgements": [
                judgement
                for judgement in brief.judgements
                if judgement.author == "analyst" or not hidden & set(judgement.about)
            ],
        }
    )
