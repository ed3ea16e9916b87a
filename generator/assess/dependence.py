"""What falls if a source goes: what rests on it alone, and what would lose its second, independent origin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.assess.weight import Cited, corroboration
from generator.model import Agreement, Assessment, Brief, Evidence

type Dependent = Literal["actor", "role", "event", "agreement", "provision", "step", "question", "answer", "statement"]

_CORROBORATED: tuple[Dependent, ...] = ("event", "agreement")
"""What corroboration is counted of."""


@dataclass(frozen=True)
class Fallen:
    """A fact that a source bears. `id` is that of its page; `text` is its title, or, of a part, the part's words."""

    item: Dependent
    id: str
    text: str


@dataclass
class Fall:
    """What happens to the brief if one source goes.

    `gone` rests on no other source; `uncorroborated` still stands, but on one independent origin instead of several.
    """

    gone: list[Fallen] = field(default_factory=list)
    uncorroborated: list[Fallen] = field(default_factory=list)


def falls(brief: Brief) -> dict[str, Fall]:
    """For every source of a brief, by id, what falls if it goes; in one pass over the evidence."""
    found = {source.id: Fall() for source in brief.sources}
    for fallen, evidence, assessment in _borne(brief):
        sources = {e.source for e in evidence}
        if len(sources) == 1:
            (only,) = sources
            if only in found:
                found[only].gone.append(fallen)
            continue
        for source in _last_but_one(sources, assessment) if fallen.item in _CORROBORATED else ():
            if source in found:
                found[source].uncorroborated.append(fallen)
    return found


def _last_but_one(sources: Iterable[str], assessment: Assessment | None) -> list[str]:
    """The sources without which a corroborated fact has one origin left; two sources count as two where none is known.

    An origin falls only with its last source: the copy of a report bears it as well as the report.
    """
    if assessment and assessment.origins:
        origins: Sequence[Sequence[str]] = [origin.sources for origin in assessment.origins]
    else:
        origins = [[source] for source in sorted(sources)]
    if len(origins) != 2:
        return []
    return sorted(origin[0] for origin in origins if len(set(origin)) == 1)


def _borne(brief: Brief) -> Iterator[tuple[Fallen, Sequence[Evidence], Assessment | None]]:
    """Everything that rests on evidence, with it, in the order of the brief; parts after what they are part of."""
    for event in brief.events:
        yield Fallen("event", event.id, event.title), event.evidence, event.assessment
    for agreement in brief.agreements:
        yield Fallen("agreement", agreement.id, agreement.title), agreement.evidence, agreement.assessment
        if not _one_source(agreement):
            yield from _parts(agreement)
    for question in brief.questions:
        yield Fallen("question", question.id, question.text), question.evidence, None
        if question.answer and not _one_source(question):
            yield Fallen("answer", question.id, question.text), question.answer, None
    for statement in brief.statements:
        yield Fallen("statement", statement.id, statement.text), statement.evidence, None
    for actor in brief.actors:
        yield Fallen("actor", actor.id, actor.name), actor.evidence, None
        for role in actor.roles:
            if not _one_source(actor):
                yield Fallen("role", actor.id, f"{role.title}, {actor.name}"), role.evidence, None


def _parts(agreement: Agreement) -> Iterator[tuple[Fallen, Sequence[Evidence], Assessment | None]]:
    """The parts of an agreement; where it rests on one source they fall with it anyway."""
    for provision in agreement.provisions:
        yield Fallen("provision", agreement.id, provision.text), provision.evidence, None
    for step in agreement.steps:
        yield Fallen("step", agreement.id, f"{agreement.title}: {step.status.value}"), step.evidence, None


def _one_source(fact: Cited) -> bool:
    return corroboration(fact) == 1
