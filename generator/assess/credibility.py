"""The grades of a fact: credibility by the Admiralty code and confidence by ICD 203, by the rules of `grading.yml`.

What is graded is the fact as it is told: of a plan, that it is planned; of a denial, that it is denied. Only of an
allegation it is the thing alleged.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.assess.phrases import listed, number
from generator.knowledge_files import knowledge_file
from generator.model import MATTERS, Assessment, Matter, Origin, Reliability


@dataclass(frozen=True)
class Grounds:
    """What the grades of one fact rest on."""

    origins: Sequence[Origin]
    ratings: Mapping[str, Reliability]
    """The rating of every source that tells the fact."""
    alleged: bool
    """Whether the fact is told as an allegation or from hearsay."""
    contradicted_by: Sequence[str]
    """The sources that say it did not happen (or, where that is the fact, that it did)."""
    differing: Sequence[Matter]
    """Matters on which the sources differ."""

    @property
    def best_of_origins(self) -> list[Reliability]:
        """For every origin the best rating of its sources."""
        return [min(self.ratings[source] for source in origin.sources) for origin in self.origins]


def assessment(grounds: Grounds) -> Assessment:
    """Both grades of a fact, each with its reason."""
    credibility, why_credible = _graded("credibility", grounds, 6)
    confidence, why_confident = _graded("confidence", grounds, credibility)
    return Assessment(
        origins=list(grounds.origins),
        credibility=credibility,
        credibility_reason=why_credible,
        confidence=confidence,
        confidence_reason=why_confident,
    )


def _graded(scale: Literal["credibility", "confidence"], grounds: Grounds, credibility: int) -> tuple[Any, str]:
    """The grade by the first rule that holds, and its reason as a sentence without a full stop."""
    rule = next(rule for rule in _rules(scale) if _holds(rule["when"], grounds, credibility))
    words = _words(grounds)
    reason = str(rule["reason"]).format(**words)
    return rule["grade"], reason


@cache
def _rules(scale: str) -> list[dict[str, Any]]:
    rules: list[dict[str, Any]] = knowledge_file("grading")[scale]
    return rules


def _holds(when: Mapping[str, Any], grounds: Grounds, credibility: int) -> bool:
    return all(_CONDITIONS[name](value, grounds, credibility) for name, value in when.items())


def _contradicted(value: str, grounds: Grounds) -> bool:
    against = len(set(grounds.contradicted_by))
    return against > (len(grounds.origins) if value == "by more" else 0)


def _rated(value: Sequence[Any], grounds: Grounds) -> bool:
    fewest, grades = value
    return sum(best in grades for best in grounds.best_of_origins) >= int(fewest)


_CONDITIONS: dict[str, Callable[[Any, Grounds, int], bool]] = {
    "contradicted": lambda value, grounds, _: _contradicted(value, grounds),
    "told": lambda _value, grounds, _: grounds.alleged,
    "origins": lambda value, grounds, _: len(grounds.origins) >= int(value),
    "rated": lambda value, grounds, _: _rated(value, grounds),
    "all_rated": lambda value, grounds, _: all(best in value for best in grounds.best_of_origins),
    "differing": lambda value, grounds, _: bool(grounds.differing) is value,
    "credibility": lambda value, _, credibility: credibility in value,
}


# --- in words


def _words(grounds: Grounds) -> dict[str, str]:
    """What the blanks of a reason are filled with."""
    count = len(grounds.origins)
    sources = sum(len(origin.sources) for origin in grounds.origins)
    copies = sources - count
    told = "one source tells it" if count == 1 else f"{number(count)} independent sources tell it"
    relayed = grounds.origins[0].name if count == 1 else None
    if relayed:
        tellers = "one source tells" if sources == 1 else f"{number(sources)} sources tell"
        told = f"{tellers} it on the account of {relayed}"
    matters = listed([MATTERS[matter] for matter in dict.fromkeys(grounds.differing)])
    return {
        "told": told,
        "rated": _ratings(grounds),
        "copies": f"; {number(copies)} more {_copying(copies)}" if copies and not relayed else "",
        "differing": f"; the sources differ on {matters}" if matters else "",
    }


def _copying(count: int) -> str:
    return "rests on the same origin" if count == 1 else "rest on the same origins"


def _ratings(grounds: Grounds) -> str:
    """How the origins are rated: "not rated yet", "rated B", "one of them rated B, the others not yet"."""
    rated = sorted(best for best in grounds.best_of_origins if best != "F")
    count = len(grounds.origins)
    if count == 1:
        return f"rated {rated[0]}" if rated else "not rated yet"
    if not rated:
        return "none of them rated yet"
    known = f"rated {listed(list(dict.fromkeys(rated)))}"
    if len(rated) == count:
        return known
    return f"{number(len(rated))} of them {known}, the {'other' if count - len(rated) == 1 else 'others'} not yet"
