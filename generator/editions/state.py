"""What an edition keeps of a brief: titles and the fields that matter, and where each fact stands in the sources.

A fact is found again by its passages even if its title, and with it its id, has changed.
"""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

from generator.model import (
    Actor,
    Agreement,
    AgreementStatus,
    Brief,
    Confidence,
    DateSpan,
    Event,
    EventType,
    Evidence,
    Judgement,
    Kind,
    Model,
    Question,
    Reliability,
    Role,
    Source,
    Status,
)

_MOST_PASSAGES = 12
"""Passages kept of one fact: enough to find it again."""
_HASH = 8
"""Hexadecimal digits of a passage's hash."""


class KeptSource(Model):
    """A source as an edition keeps it."""

    id: str
    title: str
    published: date | None = None
    reliability: Reliability = "F"


class KeptActor(Model):
    """An actor as an edition keeps it; `roles` in words."""

    id: str
    name: str
    kind: Kind
    aliases: list[str] = []
    roles: list[str] = []
    passages: list[str] = []


class KeptEvent(Model):
    """An event as an edition keeps it; `participants` and `sources` by their ids."""

    id: str
    title: str
    type: EventType
    status: Status
    date: DateSpan | None = None
    place: str | None = None
    participants: list[str] = []
    confidence: Confidence | None = None
    sources: list[str] = []
    passages: list[str] = []


class KeptAgreement(Model):
    """An agreement as an edition keeps it; `parties` and `sources` by their ids."""

    id: str
    title: str
    status: AgreementStatus | None = None
    signed: DateSpan | None = None
    parties: list[str] = []
    provisions: list[str] = []
    confidence: Confidence | None = None
    sources: list[str] = []
    passages: list[str] = []


class KeptQuestion(Model):
    """A question as an edition keeps it; `answered_by` are ids of events."""

    id: str
    text: str
    status: str
    answered_by: list[str] = []
    sources: list[str] = []
    passages: list[str] = []


class KeptJudgement(Model):
    """A judgement as an edition keeps it; `about` are the ids of the facts behind it."""

    text: str
    author: str
    about: list[str]
    likelihood: str | None = None
    confidence: Confidence | None = None


class Edition(Model):
    """The state of a brief. `number` counts the editions of one folder from 1; `generated` is the brief's own date."""

    name: str
    number: int
    title: str
    generated: date | None = None
    bottom_line: list[str] = []
    judgements: list[KeptJudgement] = []
    events: list[KeptEvent] = []
    agreements: list[KeptAgreement] = []
    questions: list[KeptQuestion] = []
    actors: list[KeptActor] = []
    sources: list[KeptSource] = []


def state_of(brief: Brief, name: str, number: int) -> Edition:
    """What an edition keeps of a brief, each kind in the order of the ids, so that two editions can be compared."""
    names = {actor.id: actor.name for actor in brief.actors}
    return Edition(
        name=name,
        number=number,
        title=brief.title,
        generated=brief.generated,
        bottom_line=[line.text for line in brief.bottom_line],
        judgements=[_judgement(judgement) for judgement in brief.judgements],
        events=sorted(map(_event, brief.events), key=lambda kept: kept.id),
        agreements=sorted(map(_agreement, brief.agreements), key=lambda kept: kept.id),
        questions=sorted(map(_question, brief.questions), key=lambda kept: kept.id),
        actors=sorted((_actor(actor, names) for actor in brief.actors), key=lambda kept: kept.id),
        sources=sorted(map(_source, brief.sources), key=lambda kept: kept.id),
    )


def passage(evidence: Evidence) -> str:
    """A passage in short: "SOURCE@OFFSET HASH"; of a happening the offset is that of the word that names it."""
    at = evidence.start if evidence.trigger_start is None else evidence.trigger_start
    word = evidence.quote[at - evidence.start : (evidence.trigger_end or evidence.end) - evidence.start]
    content = f"{evidence.source}\0{evidence.quote}\0{word}"
    return f"{evidence.source}@{at} {hashlib.sha256(content.encode()).hexdigest()[:_HASH]}"


def _passages(evidence: Iterable[Evidence]) -> list[str]:
    ordered = sorted(evidence, key=lambda e: (e.source, e.start, e.end))
    return list(dict.fromkeys(passage(e) for e in ordered))[:_MOST_PASSAGES]


def _sources(evidence: Sequence[Evidence]) -> list[str]:
    return sorted({e.source for e in evidence})


def _judgement(judgement: Judgement) -> KeptJudgement:
    return KeptJudgement(
        text=judgement.text,
        author=judgement.author,
        about=judgement.about,
        likelihood=judgement.likelihood,
        confidence=judgement.confidence,
    )


def _source(source: Source) -> KeptSource:
    return KeptSource(id=source.id, title=source.title, published=source.published, reliability=source.reliability)


def _actor(actor: Actor, names: dict[str, str]) -> KeptActor:
    return KeptActor(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        aliases=sorted(actor.aliases),
        roles=sorted({_role(role, names) for role in actor.roles}),
        passages=_passages(actor.evidence),
    )


def _role(role: Role, names: dict[str, str]) -> str:
    return f"{role.title} ({names[role.of]})" if role.of in names else role.title


def _event(event: Event) -> KeptEvent:
    return KeptEvent(
        id=event.id,
        title=event.title,
        type=event.type,
        status=event.status,
        date=event.date,
        place=event.place,
        participants=sorted({p.actor for p in event.participants}),
        confidence=event.assessment.confidence if event.assessment else None,
        sources=_sources(event.evidence),
        passages=_passages(event.evidence),
    )


def _agreement(agreement: Agreement) -> KeptAgreement:
    return KeptAgreement(
        id=agreement.id,
        title=agreement.title,
        status=agreement.status,
        signed=agreement.signed,
        parties=sorted(agreement.parties),
        provisions=sorted({p.text for p in agreement.provisions}),
        confidence=agreement.assessment.confidence if agreement.assessment else None,
        sources=_sources(agreement.evidence),
        passages=_passages(agreement.evidence),
    )


def _question(question: Question) -> KeptQuestion:
    return KeptQuestion(
        id=question.id,
        text=question.text,
        status=question.status,
        answered_by=question.answered_by,
        sources=_sources(question.evidence),
        passages=_passages(question.evidence),
    )
