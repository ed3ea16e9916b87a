"""How a fact stands, in words: its independent origins, its grades, where sources differ, what a person did to it."""

from collections import defaultdict
from datetime import date

from generator.model import (
    Agreement,
    Brief,
    Discrepancy,
    Event,
    Judgement,
    Question,
    Review,
    StatusChange,
)
from generator.render.words import counted

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
"""What the Admiralty code's letters say of a source."""

CREDIBILITY = {
    1: "confirmed by other independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""What the Admiralty code's numbers say of a piece of information."""

_FIELDS = {"type": "type", "signed": "date of signing", "text": "wording", "name": "name", "of": "role"}
_MONTHS_IN_YEAR = 12
_LONG_OPEN = 24
"""Months from which an age is given in years."""


class Standing:
    """Looks up how the facts of one brief stand."""

    def __init__(self, brief: Brief) -> None:
        self._today = brief.generated
        self._discrepancies: dict[str, list[Discrepancy]] = defaultdict(list)
        for discrepancy in brief.discrepancies:
            self._discrepancies[discrepancy.about].append(discrepancy)

    def discrepancies(self, identifier: str) -> list[Discrepancy]:
        """Where sources differ about the event or agreement."""
        return self._discrepancies.get(identifier, [])

    def age(self, question: Question) -> str:
        """For how long a question has been open: "open for 18 months"; "" where no day is known, or none has passed."""
        raised, today = question.raised, self._today
        if question.status != "open" or raised is None or today is None or today <= raised:
            return ""
        return f"open for {elapsed(raised, today)}"


def elapsed(first: date, last: date) -> str:
    """The time between two days in words, rounded down: "3 days", "5 weeks", "18 months", "3 years"."""
    days = max((last - first).days, 0)
    months = (last.year - first.year) * _MONTHS_IN_YEAR + last.month - first.month - (last.day < first.day)
    if months >= _LONG_OPEN:
        return counted(months // _MONTHS_IN_YEAR, "year")
    if months >= 2:
        return counted(months, "month")
    if days >= 14:
        return counted(days // 7, "week")
    return counted(days, "day")


def told_by(fact: Event | Agreement) -> str:
    """How many sources tell a fact, and how many of them on their own: "3 sources, 2 independent"."""
    sources = len({e.source for e in fact.evidence})
    origins = len(fact.assessment.origins) if fact.assessment else sources
    told = counted(sources, "source")
    return told if origins >= sources else f"{told}, {origins} independent"


def grades(fact: Event | Agreement) -> str:
    """Confidence and credibility with their reasons; "" for a fact that was not assessed."""
    held = fact.assessment
    if held is None:
        return ""
    meaning = CREDIBILITY[held.credibility]
    return (
        f"{held.confidence.capitalize()} confidence: {held.confidence_reason.rstrip('.')}. "
        f"Credibility {held.credibility}, {meaning}: {held.credibility_reason.rstrip('.')}."
    )


def judged(judgement: Judgement) -> str:
    """Who judged and why with that confidence, as a tip."""
    who = "An analyst's judgement." if judgement.author == "analyst" else "Composed by rule."
    return f"{who} {judgement.reason.rstrip('.')}." if judgement.reason else who


def reviewed(review: Review | None) -> str:
    """What a person did to a fact: "added by an analyst", "date set by an analyst"; "" for the machine's work alone."""
    if review is None:
        return ""
    if review.added:
        return "added by an analyst"
    fields = [_FIELDS.get(field, field.replace("_", " ")) for field in review.fields]
    return f"{', '.join(fields)} set by an analyst" if fields else ""


def stages(event: Event) -> list[StatusChange]:
    """The stages of an event's story but the present one, oldest first."""
    return event.history[:-1] if len(event.history) > 1 else []
