"""Words of likelihood and levels of confidence in a text, as ICD 203 means them (`knowledge/likelihood.yml`).

A likelihood says how probable a thing is, a confidence how good the evidence is: never both in one sentence. The
words stand in two rows, of which one product uses one. What a text quotes is not its own word.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from generator.knowledge_files import knowledge_file

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‘[^’]*’(?!\w)")
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"”’)\]]*\s+(?=[\"“‘(\[]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|No|vs))\.$")


class Likelihood(NamedTuple):
    """A word of likelihood as it stands in a text; `row` is 1 or 2, or 0 if the table has no such word."""

    word: str
    row: int


@cache
def _knowledge() -> Mapping[str, Any]:
    content: dict[str, Any] = knowledge_file("likelihood")
    return content


def allowed_words(row: int | None = None) -> list[str]:
    """The words of one row, from almost impossible to almost certain; of both rows if none is given."""
    rows: list[list[dict[str, Any]]] = _knowledge()["rows"]
    return [entry["word"] for number, entries in enumerate(rows, start=1) for entry in entries if row in (None, number)]


def row_of(word: str) -> int | None:
    """The row, 1 or 2, that a word or another form of it belongs to; None if it belongs to none."""
    known = _forms().get(" ".join(word.lower().split()))
    return (known.row or None) if known else None


def percent(word: str) -> tuple[int, int] | None:
    """The range of per cent that a word stands for; None if the table has no such word."""
    for entries in _knowledge()["rows"]:
        for entry in entries:
            if word.lower() in (entry["word"], *entry.get("also", [])):
                low, high = entry["percent"]
                return low, high
    return None


def likelihoods(text: str) -> list[Likelihood]:
    """The words of likelihood in a text, in order, the longest where one holds another; none inside quotations."""
    found = (_forms()[" ".join(match.lower().split())] for match in _pattern().findall(without_quotations(text)))
    return list(found)


def confidences(text: str) -> list[str]:
    """The levels of confidence that a text speaks of, in order: "low", "moderate", "high"."""
    return [(before or after).lower() for before, after in _levels().findall(without_quotations(text))]


def sentences(text: str) -> list[str]:
    """The sentences of a text; a full stop after an initial or a title ends none."""
    found: list[str] = []
    begun = ""
    for part in _SENTENCE_END.split(text):
        begun = f"{begun} {part}".strip()
        if not _ABBREVIATED.search(begun):
            found.append(begun)
            begun = ""
    return [*found, begun] if begun else found


def without_quotations(text: str) -> str:
    """The text with whatever it quotes left out."""
    return _QUOTED.sub("“”", text)


@cache
def _forms() -> dict[str, Likelihood]:
    """Every form that is looked for, and the word of the table that it stands for."""
    forms = {word: Likelihood(word, 0) for word in _knowledge()["unlisted"]}
    for number, entries in enumerate(_knowledge()["rows"], start=1):
        for entry in entries:
            for form in (entry["word"], *entry.get("also", [])):
                forms[form] = Likelihood(entry["word"], number)
    return forms


@cache
def _pattern() -> re.Pattern[str]:
    ambiguous = {entry["word"] for entries in _knowledge()["rows"] for entry in entries if not entry.get("alone", True)}
    return _any_of([form for form in _forms() if form not in ambiguous])


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    """Any of the forms as whole words, longer ones first."""
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


@cache
def _levels() -> re.Pattern[str]:
    levels = "|".join(_knowledge()["levels"])
    between = "|".join(re.escape(words) for words in _knowledge()["between"])
    return re.compile(
        rf"\b({levels})(?:[ -]+to[ -]+(?:{levels}))?[ -]+(?:(?:{between})[ ]+)?confidence\b"
        rf"|\bconfidence\b[^.;]{{0,40}}?\b(?:is|are|remains|as|at|of|,|\()[ ]*({levels})\b",
        re.IGNORECASE,
    )


def mixed_sentences(text: str) -> list[str]:
    """The sentences of a text that hold both a likelihood and a level of confidence; what it quotes is left out."""
    own = without_quotations(text)
    return [told for told in sentences(own) if likelihoods(told) and confidences(told)]
