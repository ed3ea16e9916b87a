"""What an earlier version of an article told and the newer one does not."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.merge.likeness import words_of
from generator.model import Agreement, DateSpan, Distillate, Event, Evidence, FallenFact, Question, Statement

type _Key = tuple[object, ...]


def fallen(earlier: Distillate, newer: Sequence[Distillate]) -> list[FallenFact]:
    """The facts of an earlier version that none of the newer ones tells.

    A fact stands where a newer text has one of its quotes word for word, or tells the same of the same; an event with
    another date, place or certainty is not the same.
    """
    texts = [f" {' '.join(words_of(version.source.text))} " for version in newer]
    told = {key for version in newer for _, key, _ in _facts(version)}
    found: dict[tuple[str, str], FallenFact] = {}
    for fact, key, evidence in _facts(earlier):
        if key not in told and not any(_stands(e, text) for e in evidence for text in texts):
            found.setdefault((fact.kind, fact.title), fact)
    return list(found.values())


def _stands(evidence: Evidence, text: str) -> bool:
    return f" {' '.join(words_of(evidence.quote))} " in text


def _facts(told: Distillate) -> Iterator[tuple[FallenFact, _Key, list[Evidence]]]:
    """Every fact as a list shows it, what it says as it is compared, and its evidence."""
    names = {actor.id: actor.name for actor in told.actors}
    for event in told.events:
        place = (event.place or "").casefold()
        key: _Key = ("event", _form(event.title), _days(event.date), place, event.status)
        yield _entry("event", event.title, event), key, event.evidence
    for agreement in told.agreements:
        key = ("agreement", _form(agreement.title), _days(agreement.signed), agreement.status)
        yield _entry("agreement", agreement.title, agreement), key, agreement.evidence
    for question in told.questions:
        yield _entry("question", question.text, question), ("question", _form(question.text)), question.evidence
    for statement in told.statements:
        speaker = names.get(statement.speaker or "", "")
        title = f"{speaker}: {statement.text}" if speaker else statement.text
        yield _entry("statement", title, statement), ("statement", _form(title)), statement.evidence
    for actor in told.actors:
        entry = FallenFact(kind="actor", title=actor.name, quote=actor.evidence[0].quote)
        yield entry, ("actor", _form(actor.name)), actor.evidence


def _entry(kind: str, title: str, fact: Event | Agreement | Question | Statement) -> FallenFact:
    return FallenFact.model_validate({"kind": kind, "title": title, "quote": fact.evidence[0].quote})


def _days(span: DateSpan | None) -> tuple[date, date] | None:
    return (span.start, span.end) if span else None


def _form(text: str) -> str:
    return " ".join(words_of(text))
