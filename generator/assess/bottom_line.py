"""The bottom line: two or three sentences composed by rule from the facts that matter most and are best borne out.

A fact weighs by its independent origins, the consequence of its type (`knowledge/consequence.yml`), how central its
actors are and how recent it is. What is open comes last. Every sentence carries its evidence.
"""

from collections.abc import Sequence

from generator.assess.phrases import as_sources_report, sentence
from generator.assess.selection import Candidate, Selection, is_hidden
from generator.assess.telling import citations, unfit
from generator.assess.weight import corroboration
from generator.model import Actor, Agreement, Brief, Event, Judgement, Question, Status

_FACTS = 2
_FACTS_OF_ACTOR = 3
_WORTH_A_LINE = 2
_LONG_QUESTION = 140
"""Characters above which a question says too much at once for the bottom line."""


def bottom_line(brief: Brief, selection: Selection) -> list[Judgement]:
    """The bottom line of a brief; empty if the brief has no facts."""
    line = [_reported(candidate, selection) for candidate in selection.chosen(_FACTS)]
    opened = _open_matter(brief, selection)
    return [*line, *([opened] if opened else [])]


def with_bottom_lines(actors: Sequence[Actor], selection: Selection) -> list[Actor]:
    """The actors, each with two or three sentences on what it did or what was done to it; few facts need none."""
    return [actor.model_copy(update={"bottom_line": _of_actor(actor, selection)}) for actor in actors]


def _of_actor(actor: Actor, selection: Selection) -> list[Judgement]:
    told: list[Judgement] = []
    for candidate in selection.about(actor.id):
        assert isinstance(candidate.fact, Event | Agreement)
        text = selection.teller.plainly(candidate.fact)
        if text and not unfit(text):
            told.append(Judgement(text=text, about=[candidate.fact.id], evidence=citations(candidate.fact.evidence)))
        if len(told) == _FACTS_OF_ACTOR:
            break
    return told if len(told) >= _WORTH_A_LINE else []


def _reported(candidate: Candidate, selection: Selection) -> Judgement:
    fact = candidate.fact
    assert isinstance(fact, Event | Agreement)
    teller = selection.teller
    text = teller.agreement(fact) if isinstance(fact, Agreement) else teller.event(fact)
    return Judgement(text=text, about=[fact.id], evidence=citations(fact.evidence))


def _open_matter(brief: Brief, selection: Selection) -> Judgement | None:
    """The weightiest open question, else the weightiest thing planned or thought possible."""
    questions = [q for q in brief.questions if q.status == "open" and not unfit(q.text) and not is_hidden(q)]
    if questions:
        names = {actor.id: actor.name for actor in brief.actors}

        def rank(question: Question) -> tuple[bool, int, bool, float, int, str]:
            """What a person pinned, then more sources, then a plain one, then more central actors by name, then newer.

            By name, since "the two countries" tells a reader nothing.
            """
            raised = question.raised.toordinal() if question.raised else 0
            named = [actor for actor in question.about if names.get(actor, "?") in question.text]
            long = len(question.text) > _LONG_QUESTION
            pinned = question.review is not None and question.review.pinned
            return not pinned, -corroboration(question), long, -selection.scale.centrality(named), -raised, question.id

        question = min(questions, key=rank)
        return Judgement(text=f"Open: {question.text}", about=[question.id], evidence=citations(question.evidence))
    coming = (e for e in brief.events if e.status in (Status.PLANNED, Status.POSSIBLE))
    ahead = [e for e in coming if not unfit(e.title) and not is_hidden(e)]
    if not ahead:
        return None
    event = min(ahead, key=lambda e: (-selection.scale.weight(e), e.id))
    text = sentence(f"{event.status.value}: {event.title}, {as_sources_report(corroboration(event))}")
    return Judgement(text=text, about=[event.id], evidence=citations(event.evidence))
