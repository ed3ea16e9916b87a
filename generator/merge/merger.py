"""Merging as a whole: actors first, since every other fact speaks of them, then agreements, events and questions."""

from collections.abc import Iterable, Sequence
from datetime import date

from generator.identifiers import unused
from generator.merge.actors import MergedActors, merge_actors
from generator.merge.agreement_steps import with_steps
from generator.merge.agreements import by_source, merge_agreements
from generator.merge.answers import Answers
from generator.merge.entries import scene
from generator.merge.events import merge_events
from generator.merge.indicators import with_indicators
from generator.merge.questions import latest_publication, merge_questions
from generator.merge.reports import Report, name_stems, report_of
from generator.merge.topics import topics_of
from generator.model import Actor, Agreement, Brief, Distillate, Event, Participant, Question, Source, Statement, Status


def merge(distillates: Sequence[Distillate], title: str) -> Brief:
    """What all articles say together, under a title. The order in which the distillates come does not matter."""
    told = sorted(distillates, key=lambda distillate: distillate.source.id)
    sources = [distillate.source for distillate in told]
    by_id = {source.id: source for source in sources}
    people = merge_actors(told)
    actors = {actor.id: actor for actor in people.actors}
    accounts = _agreements(told, people)
    agreements, ids = merge_agreements(accounts, actors)
    events, _ = merge_events(_reports(told, people, actors, agreements), actors)
    agreements = with_steps(agreements, accounts, ids, events)
    answers = Answers(events, actors, by_id)
    asked = merge_questions(_questions(told, people), actors, by_id)
    questions = [with_indicators(answers.settle(question), actors) for question in asked]
    return Brief(
        title=title,
        generated=_edition_day(sources, events),
        sources=sources,
        actors=people.actors,
        events=events,
        agreements=agreements,
        questions=questions,
        statements=_statements(told, people),
        topics=topics_of(events, agreements, questions),
    )


def _edition_day(sources: Sequence[Source], events: Sequence[Event]) -> date | None:
    """The newest day that the input speaks of: a publication, or a happening told as past by an undated article."""
    published = latest_publication(sources)
    dated = [e.date for e in events if e.date is not None and e.status is Status.OCCURRED]
    happened = [span.end for span in dated if span.precision == "day"]
    return max([day for day in [published, *happened] if day is not None], default=None)


def _known(ids: Iterable[str], source: Source, people: MergedActors) -> list[str]:
    """An article's actor ids as the brief's, each once; ids of none are left out."""
    found = (people.of(source.id, local) for local in ids)
    return list(dict.fromkeys(actor for actor in found if actor))


def _agreements(told: Sequence[Distillate], people: MergedActors) -> list[tuple[Source, Agreement]]:
    return [
        (d.source, agreement.model_copy(update={"parties": _known(agreement.parties, d.source, people)}))
        for d in told
        for agreement in d.agreements
    ]


def _reports(
    told: Sequence[Distillate], people: MergedActors, actors: dict[str, Actor], agreements: Sequence[Agreement]
) -> list[Report]:
    spoken_of = by_source(agreements)
    names = {i: name_stems(actor) for i, actor in actors.items()}
    reports: list[Report] = []
    for distillate in told:
        source, where = distillate.source, scene(distillate)
        agreed = spoken_of.get(source.id, [])
        for event in distillate.events:
            renamed = event.model_copy(update={"participants": _participants(event, source, people)})
            reports.append(report_of(len(reports), renamed, source, where, actors, names, agreed))
    return reports


def _participants(event: Event, source: Source, people: MergedActors) -> list[Participant]:
    """The participants under the brief's ids, each actor once, in its first part."""
    found: dict[str, Participant] = {}
    for participant in event.participants:
        actor = people.of(source.id, participant.actor)
        if actor:
            found.setdefault(actor, Participant(actor=actor, role=participant.role))
    return list(found.values())


def _questions(told: Sequence[Distillate], people: MergedActors) -> list[Question]:
    return [q.model_copy(update={"about": _known(q.about, d.source, people)}) for d in told for q in d.questions]


def _statements(told: Sequence[Distillate], people: MergedActors) -> list[Statement]:
    """All statements, numbered within their source."""
    statements: dict[str, Statement] = {}
    for distillate in told:
        for number, statement in enumerate(distillate.statements, 1):
            identifier = unused(f"{distillate.source.id}-s{number}", statements)
            speaker = people.of(distillate.source.id, statement.speaker) if statement.speaker else None
            statements[identifier] = statement.model_copy(
                update={
                    "id": identifier,
                    "speaker": speaker,
                    "about": _known(statement.about, distillate.source, people),
                }
            )
    return list(statements.values())
