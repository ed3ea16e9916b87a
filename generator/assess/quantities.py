"""Counts and amounts in English text, as spans of numbers with what they count, so that two can be compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.merge.wording import stem

_LONGEST_NOUN = 3
"""Words of what is counted."""
_ABOUT = 0.15
"""By which share a number told as near may be wrong."""
_EXACT = 100
"""Numbers below this are taken as counted one by one; above, final zeros are taken as rounding."""
_FATE_REACH = 3

_TOKEN = re.compile(r"US\$|[$€£¥₩₽₴]|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Quantity:
    """A number of something: `counted` is what, in stems; the number lies between `low` and `high`, both included.

    `start` and `end` are offsets in the text read; `words` are the words there.
    """

    counted: tuple[str, ...]
    low: float
    high: float
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class _Number:
    value: float
    first: int
    after: int
    """Positions of its first token and of the token after it."""


@cache
def _known() -> dict[str, Any]:
    content: dict[str, Any] = knowledge_file("quantities")
    return content


@cache
def _set(part: str) -> frozenset[str]:
    return frozenset(map(str, _known()[part]))


@cache
def _fates() -> dict[str, str]:
    return {word: fate for fate, words in _known()["fates"].items() for word in words}


def quantities(text: str) -> list[Quantity]:
    """The counts and amounts of a text, in order. Times, ages, shares and ranks are left out."""
    tokens = list(_TOKEN.finditer(text))
    words = [token.group() for token in tokens]
    found = []
    for number in _numbers(words):
        counted = _counted(words, number)
        if counted:
            key, last = counted
            bounds, first = _bounds(words, number)
            start, end = tokens[first].start(), tokens[max(last, number.after - 1)].end()
            found.append(Quantity(key, *bounds, start, end, " ".join(text[start:end].split())))
    return found


def _numbers(words: list[str]) -> Iterator[_Number]:
    i = 0
    while i < len(words):
        number = _number(words, i)
        if number:
            yield number
        i = number.after if number else i + 1


def _number(words: list[str], i: int) -> _Number | None:
    """The number that begins at a token: "3,000", "1.2 million", "twenty-five", "three hundred"."""
    small, scales = _known()["words"], _known()["scales"]
    first = words[i].lower()
    value = 0.0
    if first[:1].isdigit():
        value = float(first.replace(",", "").rstrip("."))
    else:
        parts = first.split("-")
        if not all(part in small for part in parts):
            return None
        value = float(sum(small[part] for part in parts))
    after = i + 1
    while after < len(words) and words[after].lower() in scales:
        value *= scales[words[after].lower()]
        after += 1
    return _Number(value, i, after)


def _counted(words: list[str], number: _Number) -> tuple[tuple[str, ...], int] | None:
    """What is counted, and the position of its last token; None where it is nothing that can be compared."""
    before = words[number.first - 1] if number.first else ""
    if _YEAR.fullmatch(words[number.first]):
        return None
    if before in _known()["currencies"]:
        return ("money", _known()["currencies"][before]), number.after - 1
    if before in ("-", "–", "/", ".", "#") or (before.istitle() and before.lower() in _set("never") | {"article"}):
        return None
    noun = _noun(words, number.after)
    if any(word.lower() in _set("never") or word in _set("never") for word in noun[:1]):
        return None
    last = number.after + len(noun) - 1
    for word in noun:
        if word.lower() in _set("money"):
            return ("money", word.lower()), last
    fate, last = _fate(words, number, noun, last)
    stems = tuple(
        stem(word.lower()) for word in noun if word.lower() not in _set("people") and word.lower() not in _fates()
    )
    if fate:
        return (fate, *stems), last
    return (stems, last) if stems else None


def _noun(words: list[str], start: int) -> list[str]:
    """The words after a number up to one that ends what is counted."""
    noun: list[str] = []
    for word in words[start : start + _LONGEST_NOUN]:
        if not word[:1].isalpha() or word.lower() in _set("ends") or word.lower() in _set("auxiliaries"):
            break
        noun.append(word)
    return noun


def _fate(words: list[str], number: _Number, noun: list[str], last: int) -> tuple[str | None, int]:
    """What happened to those counted, told after them ("12 people were killed") or before ("killed at least 12")."""
    for word in noun:
        if word.lower() in _fates():
            return _fates()[word.lower()], last
    after = number.after + len(noun)
    while after < len(words) and words[after].lower() in _set("auxiliaries"):
        after += 1
    if after > number.after + len(noun) and after < len(words) and words[after].lower() in _fates():
        return _fates()[words[after].lower()], after
    for word in reversed(words[max(0, number.first - _FATE_REACH) : number.first]):
        if word.lower() in _fates():
            return _fates()[word.lower()], last
        if not word[:1].isalpha() or word.lower() == "and":
            break
    return None, last


def _bounds(words: list[str], number: _Number) -> tuple[tuple[float, float], int]:
    """The span that a number stands for, and the position of the first token that says so."""
    value = number.value
    first = number.first - 1 if number.first and words[number.first - 1] in _known()["currencies"] else number.first
    for sort in ("upwards", "downwards", "about"):
        for phrase in map(str, _known()[sort]):
            parts = phrase.split()
            if [word.lower() for word in words[max(0, first - len(parts)) : first]] == parts:
                spans = {
                    "upwards": (value, inf),
                    "downwards": (0.0, value),
                    "about": (value * (1 - _ABOUT), value * (1 + _ABOUT)),
                }
                return spans[sort], first - len(parts)
    step = _step(value)
    return (value - step / 2, value + step / 2), first


def _step(value: float) -> float:
    """To what a round number is rounded: 3,000 to 1,000, 1,240 to 10; 0 for small numbers."""
    if value < _EXACT or value != int(value):
        return 0.0
    step = 1
    while int(value) % (step * 10) == 0:
        step *= 10
    return float(step if step > 1 else 0)
