"""Two entries of a brief as one, because a person says so. The first keeps its id, name and whatever both give."""

import datetime

from generator.merge.dates import exactest
from generator.merge.evidence import united_evidence
from generator.model import Actor, Agreement, Event, EventReport, Question, Role

type Mergeable = Actor | Agreement | Event | Question


def merged(kept: Mergeable, absorbed: Mergeable) -> Mergeable:
    """Two entries of one kind as one; raises TypeError for two of different kinds."""
    match kept, absorbed:
        case Actor(), Actor():
            return merged_actor(kept, absorbed)
        case Event(), Event():
            return merged_event(kept, absorbed)
        case Agreement(), Agreement():
            return merged_agreement(kept, absorbed)
        case Question(), Question():
            return merged_question(kept, absorbed)
    raise TypeError(f"{type(kept).__name__} and {type(absorbed).__name__} cannot be one")


def merged_actor(kept: Actor, absorbed: Actor) -> Actor:
    """All names, roles and evidence of both."""
    forms = {*kept.aliases, absorbed.name, *absorbed.aliases} - {kept.name}
    roles: dict[tuple[str, str | None], Role] = {}
    for role in [*kept.roles, *absorbed.roles]:
        key = (role.title.casefold(), role.of)
        known = roles.get(key)
        roles[key] = (
            known.model_copy(update={"evidence": united_evidence([known.evidence, role.evidence])}) if known else role
        )
    return kept.model_copy(
        update={
            "aliases": sorted(forms, key=lambda form: (form.casefold(), form)),
            "roles": list(roles.values()),
            "part_of": kept.part_of or absorbed.part_of,
            "evidence": united_evidence([kept.evidence, absorbed.evidence]),
        }
    )


def merged_event(kept: Event, absorbed: Event) -> Event:
    """All participants and evidence of both, the more exact date, and the place that either gives."""
    known = {p.actor for p in kept.participants}
    date = exactest([date for date in (kept.date, absorbed.date) if date])
    given_by = dict(kept.given_by)
    for field, theirs in (("date", date != kept.date), ("place", not kept.place)):
        if theirs and field in absorbed.given_by:
            given_by[field] = absorbed.given_by[field]
    return kept.model_copy(
        update={
            "date": date,
            "given_by": given_by,
            "reports": _reports(kept, absorbed),
            "history": sorted(
                [*kept.history, *absorbed.history], key=lambda stage: stage.reported or datetime.date.max
            ),
            "place": kept.place or absorbed.place,
            "mode": kept.mode or (absorbed.mode if kept.type is absorbed.type else None),
            "participants": [*kept.participants, *(p for p in absorbed.participants if p.actor not in known)],
            "evidence": united_evidence([kept.evidence, absorbed.evidence]),
        }
    )


def _reports(kept: Event, absorbed: Event) -> list[EventReport]:
    """The accounts of single sources, where two or more tell one of the events or both."""
    accounts = [account for event in (kept, absorbed) for account in event.reports or [_account(event)]]
    return accounts if len({account.source for account in accounts}) > 1 else []


def _account(event: Event) -> EventReport:
    """What the only source of an event tells."""
    return EventReport(
        source=event.evidence[0].source,
        title=event.title,
        status=event.status,
        date=event.date,
        place=event.place,
        participants=event.participants,
    )


def merged_agreement(kept: Agreement, absorbed: Agreement) -> Agreement:
    """All names, parties, provisions and evidence of both, and the more exact date."""
    forms = {*kept.aliases, absorbed.title, *absorbed.aliases} - {kept.title}
    texts = {provision.text for provision in kept.provisions}
    return kept.model_copy(
        update={
            "aliases": sorted(forms, key=lambda form: (form.casefold(), form)),
            "parties": list(dict.fromkeys([*kept.parties, *absorbed.parties])),
            "signed": exactest([date for date in (kept.signed, absorbed.signed) if date]),
            "status": kept.status or absorbed.status,
            "steps": sorted(
                [*kept.steps, *absorbed.steps], key=lambda s: s.date.start if s.date else datetime.date.max
            ),
            "provisions": [*kept.provisions, *(p for p in absorbed.provisions if p.text not in texts)],
            "evidence": united_evidence([kept.evidence, absorbed.evidence]),
        }
    )


def merged_question(kept: Question, absorbed: Question) -> Question:
    """All evidence of both; answered if one of them is; raised when the earlier one was."""
    answers = list(dict.fromkeys([*kept.answered_by, *absorbed.answered_by]))
    return kept.model_copy(
        update={
            "about": list(dict.fromkeys([*kept.about, *absorbed.about])),
            "answered_by": answers,
            "status": "answered" if answers else "open",
            "answer": united_evidence([kept.answer, absorbed.answer]),
            "indicators": list(dict.fromkeys([*kept.indicators, *absorbed.indicators])),
            "raised": min((day for day in (kept.raised, absorbed.raised) if day), default=None),
            "evidence": united_evidence([kept.evidence, absorbed.evidence]),
        }
    )
