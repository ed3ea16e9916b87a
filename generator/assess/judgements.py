"""The key judgements: three to seven sentences, one for each story, composed by rule and cited.

They tell what happened between whom, when, and how well it is borne out; no word of likelihood is the machine's. Their
confidence is that of the fact they rest on; of a pattern, that of its weakest happening.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.assess.bottom_line import bottom_line, with_bottom_lines
from generator.assess.patterns import Pattern, told
from generator.assess.phrases import listed, when
from generator.assess.selection import Candidate, Selection
from generator.assess.telling import citations, told_provisions, unfit
from generator.model import (
    Agreement,
    Assessment,
    Brief,
    Confidence,
    DateSpan,
    Discrepancy,
    Event,
    Evidence,
    Judgement,
    Question,
    Status,
)

_FEWEST, _MOST = 3, 7
_WORTH_TELLING = 7.0
"""Weight from which a fact that rests on one origin alone is told beyond the third judgement."""
_MOST_CITATIONS = 6
_CONFIDENCES: tuple[Confidence, ...] = ("low", "moderate", "high")
_MATTERS = {
    "date": "its date",
    "number": "the number",
    "party": "who took part",
    "place": "where it took place",
    "occurrence": "whether it took place",
}
_BEFORE = (Status.PLANNED, Status.POSSIBLE, Status.ALLEGED)


def judged(brief: Brief) -> Brief:
    """The brief with its bottom line, those of its actors, and the machine's key judgements, in place of earlier ones.

    A brief without facts gets none.
    """
    selection = Selection(brief)
    return brief.model_copy(
        update={
            "bottom_line": bottom_line(brief, selection),
            "judgements": key_judgements(brief, selection),
            "actors": with_bottom_lines(brief.actors, selection),
        }
    )


def key_judgements(brief: Brief, selection: Selection) -> list[Judgement]:
    """Three to seven judgements, fewer where the brief holds no more stories, the weightiest first."""
    composer = _Composer(brief, selection)
    found: list[Judgement] = []
    for candidate in selection.chosen(_MOST, with_patterns=True):
        worthy = candidate.readable and (candidate.origins > 1 or candidate.weight >= _WORTH_TELLING)
        if worthy or len(found) < _FEWEST:
            found.append(composer.judgement(candidate))
    return found


class _Composer:
    """Composes the judgements of one brief."""

    def __init__(self, brief: Brief, selection: Selection) -> None:
        self._teller = selection.teller
        self._actors = {actor.id: actor for actor in brief.actors}
        self._answers: dict[str, Question] = {}
        for question in brief.questions:
            for event in question.answered_by if question.status == "answered" else ():
                self._answers.setdefault(event, question)
        self._discrepancies: dict[str, Discrepancy] = {}
        for discrepancy in brief.discrepancies:
            self._discrepancies.setdefault(discrepancy.about, discrepancy)

    def judgement(self, candidate: Candidate) -> Judgement:
        """One candidate as a judgement."""
        match candidate.fact:
            case Pattern() as pattern:
                return self._pattern(pattern)
            case Agreement() as agreement:
                return self._agreement(agreement)
            case Event() as event:
                return self._event(event)

    def _pattern(self, pattern: Pattern) -> Judgement:
        confidence, reason = weakest([event.assessment for event in pattern.events])
        return Judgement(
            text=told(pattern, self._actors),
            about=[event.id for event in pattern.events],
            confidence=confidence,
            reason=reason,
            evidence=[e for event in pattern.events for e in citations(event.evidence, 1)][:_MOST_CITATIONS],
        )

    def _agreement(self, agreement: Agreement) -> Judgement:
        provisions = told_provisions(agreement)
        text = self._teller.agreement(agreement)
        if provisions:
            text = f"{text.removesuffix('.')}; it {listed([p.text.rstrip(' .,;') for p in provisions])}."
        differ = list(self._differences(agreement.id))
        return self._judgement(
            agreement, _continued(text, differ), [], [e for p in provisions for e in citations(p.evidence, 1)]
        )

    def _event(self, event: Event) -> Judgement:
        question = self._answers.get(event.id)
        clauses = [*self._differences(event.id), *_first_told(event)]
        about: list[str] = []
        evidence: list[Evidence] = []
        if question and not unfit(question.text):
            raised = f" raised {when(_on(question.raised))}" if question.raised else ""
            clauses.append(f"this answers the question{raised}: “{question.text}”")
            about, evidence = [question.id], citations(question.evidence, 1)
        return self._judgement(event, _continued(self._teller.event(event), clauses), about, evidence)

    @staticmethod
    def _judgement(fact: Event | Agreement, text: str, about: list[str], evidence: list[Evidence]) -> Judgement:
        assessment = fact.assessment
        cited = citations(fact.evidence, _MOST_CITATIONS)
        return Judgement(
            text=text,
            about=[fact.id, *about],
            confidence=assessment.confidence if assessment else None,
            reason=assessment.confidence_reason if assessment else None,
            evidence=[*cited, *(e for e in evidence if e not in cited)],
        )

    def _differences(self, identifier: str) -> Iterator[str]:
        if discrepancy := self._discrepancies.get(identifier):
            yield f"the sources differ on {_MATTERS[discrepancy.matter]}"


def weakest(assessments: Sequence[Assessment | None]) -> tuple[Confidence | None, str | None]:
    """The lowest confidence among those of several facts and its reason; nothing where one of them has none."""
    known = [a for a in assessments if a]
    if not known or len(known) < len(assessments):
        return None, None
    lowest = min(known, key=lambda a: _CONFIDENCES.index(a.confidence))
    reason = lowest.confidence_reason
    return lowest.confidence, f"of its weakest part: {reason}" if len(known) > 1 else reason


def _first_told(event: Event) -> Iterator[str]:
    """That a happening was only planned, possible or alleged when it was first told of."""
    if len(event.history) < 2 or event.status is not Status.OCCURRED:
        return
    first = event.history[0]
    if first.status in _BEFORE:
        reported = f" {when(_on(first.reported))}" if first.reported else ""
        yield f"first told of{reported} as {first.status.value}"


def _on(value: date) -> DateSpan:
    return DateSpan(start=value, end=value, precision="day", basis="stated")


def _continued(text: str, clauses: Sequence[str]) -> str:
    """A sentence with further clauses behind semicolons."""
    return text if not clauses else "; ".join([text.removesuffix("."), *clauses]) + "."
