"""Whether a brief stands: every quote in its source, every reference to something that is there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from generator.check.facts import Fact, all_facts, shortened
from generator.check.judgements import judgement_faults
from generator.model import Actor, Agreement, Brief, Event, Evidence, Question, Statement

TITLE_LIMIT = 90


def check_brief(brief: Brief) -> list[str]:
    """Faults of the brief itself; empty if every quote stands in its source and every reference leads somewhere."""
    return [
        *_evidence_faults(brief),
        *_identifier_faults(brief),
        *_reference_faults(brief),
        *_title_faults(brief),
        *judgement_faults(brief),
    ]


def _cited(brief: Brief) -> Iterator[tuple[str, str, Sequence[Evidence]]]:
    """Everything that must rest on evidence."""
    for file, item, fact in all_facts(brief):
        yield file, item, fact.evidence
        for part, evidence in _parts(fact):
            yield file, f"{item}, {part}", evidence
        if isinstance(fact, Question) and fact.answer:
            yield file, f"{item}, answer", fact.answer
    for line in brief.bottom_line:
        yield "brief.yml", f'bottom line "{shortened(line.text)}"', line.evidence
    for judgement in brief.judgements:
        yield "brief.yml", f'judgement "{shortened(judgement.text)}"', judgement.evidence
    for discrepancy in brief.discrepancies:
        for account in discrepancy.accounts:
            item = f'discrepancy "{discrepancy.id}", account "{shortened(account.value)}"'
            yield "discrepancies.yml", item, account.evidence


def _parts(fact: Fact) -> Iterator[tuple[str, Sequence[Evidence]]]:
    """The parts of a fact that have evidence of their own, as messages name them."""
    match fact:
        case Actor():
            yield from ((f'role "{shortened(role.title)}"', role.evidence) for role in fact.roles)
            yield from ((f'line "{shortened(line.text)}"', line.evidence) for line in fact.bottom_line)
        case Event():
            yield from ((f'stage "{stage.status.value}"', stage.evidence) for stage in fact.history)
        case Agreement():
            yield from ((f'provision "{shortened(part.text)}"', part.evidence) for part in fact.provisions)
            yield from ((f'step "{step.status.value}"', step.evidence) for step in fact.steps)


def _evidence_faults(brief: Brief) -> Iterator[str]:
    texts = {source.id: source.text for source in brief.sources}
    for file, item, evidence in _cited(brief):
        if not evidence:
            yield f"{file}: {item}: no evidence; a fact without a passage of an article cannot stand in the brief"
        for passage in evidence:
            place = f'{file}: {item}: evidence "{shortened(passage.quote)}"'
            text = texts.get(passage.source)
            if text is None:
                yield f'{place}: there is no source "{passage.source}"'
            elif text[passage.start : passage.end] != passage.quote:
                yield f"{place}: {_what_stands_there(text, passage)}"
            elif not _trigger_fits(passage):
                yield (
                    f"{place}: the trigger at {passage.trigger_start} to {passage.trigger_end} "
                    f"is not inside the quote at {passage.start} to {passage.end}"
                )


def _what_stands_there(text: str, passage: Evidence) -> str:
    place = f'not in source "{passage.source}" at {passage.start} to {passage.end}'
    found = text[passage.start : passage.end]
    there = f'there stands "{shortened(found)}"' if found else f"the text ends at {len(text)}"
    elsewhere = text.find(passage.quote)
    return f"{place}, {there}" + (f"; it stands at {elsewhere}" if elsewhere >= 0 else "; it stands nowhere in it")


def _trigger_fits(passage: Evidence) -> bool:
    start, end = passage.trigger_start, passage.trigger_end
    if start is None and end is None:
        return True
    return start is not None and end is not None and passage.start <= start < end <= passage.end


def _identifier_faults(brief: Brief) -> Iterator[str]:
    for name in ("sources", "actors", "events", "agreements", "questions", "statements", "topics", "discrepancies"):
        counted = Counter(item.id for item in getattr(brief, name))
        for identifier, number in counted.items():
            if number > 1:
                yield f'{name}.yml: the id "{identifier}" is used {number} times; every id belongs to one item'
            if not re.fullmatch(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", identifier):
                yield f'{name}.yml: the id "{shortened(identifier)}" cannot be an address; use a-z, 0-9 and -'


def _reference_faults(brief: Brief) -> Iterator[str]:
    known = {
        name: {item.id for item in getattr(brief, name)} for name in ("actors", "events", "agreements", "questions")
    }
    anything = known["actors"] | known["events"] | known["agreements"] | known["questions"]
    anything |= {statement.id for statement in brief.statements} | {topic.id for topic in brief.topics}
    for file, item, field, identifiers, wanted in _references(brief):
        for identifier in identifiers:
            if identifier not in (known[wanted] if wanted else anything):
                yield f'{file}: {item}: {field} names "{identifier}", but there is no such {(wanted or "items")[:-1]}'


def _references(brief: Brief) -> Iterator[tuple[str, str, str, Iterable[str], str]]:
    """Every list of ids: file, item, field, the ids, and what they are ids of ("" for anything)."""
    for file, item, fact in all_facts(brief):
        match fact:
            case Actor():
                yield file, item, "roles", [role.of for role in fact.roles if role.of], "actors"
                yield file, item, "part_of", [fact.part_of] if fact.part_of else [], "actors"
            case Event():
                yield file, item, "participants", [part.actor for part in fact.participants], "actors"
            case Agreement():
                yield file, item, "parties", fact.parties, "actors"
            case Question():
                yield file, item, "answered_by", fact.answered_by, "events"
                yield file, item, "about", fact.about, ""
            case Statement():
                yield file, item, "speaker", [fact.speaker] if fact.speaker else [], "actors"
                yield file, item, "about", fact.about, ""
    for topic in brief.topics:
        for field in ("events", "agreements", "questions", "actors"):
            yield "topics.yml", f'topic "{topic.id}"', field, getattr(topic, field), field
    for name, lines in (("bottom line", brief.bottom_line), ("judgement", brief.judgements)):
        for line in lines:
            yield "brief.yml", f'{name} "{shortened(line.text)}"', "about", line.about, ""
    for discrepancy in brief.discrepancies:
        yield "discrepancies.yml", f'discrepancy "{discrepancy.id}"', "about", [discrepancy.about], ""


def _title_faults(brief: Brief) -> Iterator[str]:
    for event in brief.events:
        if len(event.title) > TITLE_LIMIT:
            yield (
                f'events.yml: event "{event.id}": the title has {len(event.title)} characters, '
                f'{TITLE_LIMIT} are allowed: "{shortened(event.title)}"'
            )
