"""Two entries of a brief as one, because a person says so. The first keeps its id, name and whatever both give."""

from generator.merge.dates import exactest
from generator.merge.evidence import united_evidence
from generator.model import Actor, Agreement, Event, Question, Role


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
            "evidence": united_evidence([kept.evidence, absorbed.evidence]),
        }
    )


def merged_event(kept: Event, absorbed: Event) -> Event:
    """All participants and evidence of both, the more exact date, and the place that either gives."""
    known = {p.actor for p in kept.participants}
    return kept.model_copy(
        update={
            "date": exactest([date for date in (kept.date, absorbed.date) if date]),
            "place": kept.place or absorbed.place,
            "mode": kept.mode or (absorbed.mode if kept.type is absorbed.type else None),
            "participants": [*kept.participants, *(p for p in absorbed.participants if p.actor not in known)],
            "evidence": united_evidence([kept.evidence, absorbed.evidence]),
        }
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
            "raised": min((day for day in (kept.raised, absorbed.raised) if day), default=None),
            "evidence": united_evidence([kept.evidence, absorbed.evidence]),
        }
    )
