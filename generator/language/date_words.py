"""A text cut into words, numbers and marks, each with its class and its value."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from generator.language.date_classes import BREAK, CAPITAL, LETTERS, PLAIN, letters_of
from generator.language.date_lexicon import Knowledge, knowledge

_TOKEN = re.compile(
    r"(?P<gap>\n\s*\n)"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9]|[.,][0-9]))"
    r"|(?P<dotted>[0-9]{1,2}(?P<mark>[./])[0-9]{1,2}(?P=mark)[0-9]{4}(?!\w))"
    r"|(?P<nine>9/11(?![\w/]))"
    r"|(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<decade>[0-9]{4}['’]?s(?!\w)|['’][0-9]0s(?!\w))"
    r"|(?P<number>[0-9]+(?:[.,:/][0-9]+)*(?!\w))"
    r"|(?P<code>(?:FY|Q)[0-9]{1,4}(?!\w))"
    r"|(?P<possessive>['’]s(?!\w))"
    r"|(?P<word>\w(?:[\w\u0300-\u036f]|['’](?!s\b)\w)*)"
    r"|(?P<mark2>[^\w\s\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff])"
)
_SENTENCE_ENDS = frozenset('.!?"“”:;([—•*')
_DASHES = frozenset("-–‑−")
_GLUED_BEFORE = frozenset("$€£¥#@+")
_GLUED_AFTER = frozenset("%°$€£¥")


@dataclass
class Words:
    """A text cut into words, numbers and marks. The lists run in parallel; offsets are code points of the text."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    letters: str = ""

    def word(self, index: int) -> str:
        """The word at a place in lower case, empty outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def letter(self, index: int) -> str:
        """The letter of the class at a place; a break outside the text."""
        return self.letters[index] if 0 <= index < len(self.letters) else BREAK

    def is_a(self, index: int, name: str) -> bool:
        """Whether the word at a place is of a class, or of one of a set of classes."""
        return self.letter(index) in letters_of(name)

    def capital(self, index: int) -> bool:
        """Whether the word at a place begins with a capital letter."""
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the word at a place and the one before it."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def begins_sentence(self, index: int) -> bool:
        """Whether the word at a place is the first of a paragraph or follows a mark that ends a sentence."""
        return index <= 0 or self.letters[index - 1] == BREAK or self.lower[index - 1] in _SENTENCE_ENDS

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The months that stand right after a title or, within a sentence, after a name: "Mrs May", "Brian May"."""
        titles = knowledge().lists["titles_of_persons"]
        return frozenset(
            self.lower[place]
            for place in range(1, len(self.lower))
            if self.is_a(place, "MONTH")
            and (
                self.lower[place - 1] in titles
                or (self.letters[place - 1] == CAPITAL and not self.begins_sentence(place - 1))
            )
        )

    def ends_with(self, index: int, phrases: Iterable[str]) -> bool:
        """Whether one of the phrases stands right before the word at a place."""
        before = " ".join(self.lower[max(0, index - 4) : max(0, index)])
        return any(before == phrase or before.endswith(" " + phrase) for phrase in phrases)


def words_of(text: str) -> Words:
    """Cut a text into words and give each its class."""
    known, words, letters = knowledge(), Words(text), []
    for match in _TOKEN.finditer(text):
        group, shape = match.lastgroup or "", match[0]
        if group == "word":
            lower = shape.lower().replace("’", "'")
            name, value = _class_of_word(shape, lower, known)
            letter = LETTERS[name] if name else CAPITAL if shape[0].isupper() else PLAIN
        else:
            lower = shape.replace("’", "'").lower()
            letter, value = _class_of_mark(group, lower, text, match.start(), match.end())
        words.starts.append(match.start())
        words.ends.append(match.end())
        words.lower.append(lower)
        words.values.append(value)
        letters.append(letter)
    words.letters = "".join(letters)
    return _with_phrases(_with_clock_times(words, known), known)


def _class_of_word(shape: str, lower: str, known: Knowledge) -> tuple[str | None, Any]:
    """Class and value of a word; no class for words of the grammar in the wrong capitals."""
    name, value = known.words.get(lower, (None, None))
    if name in ("MONTH", "SHORTMONTH", "SHORTWEEKDAY") and not shape[0].isupper():
        return (None, None) if name != "MONTH" or lower in known.spoken_months else (name, value)
    return name, value


def _class_of_mark(group: str, lower: str, text: str, start: int, end: int) -> tuple[str, Any]:
    """Letter and value of anything but a word."""
    match group:
        case "gap":
            return BREAK, None
        case "iso" | "dotted":
            found = _numeric_date(lower)
            return (LETTERS["FULLDATE"], found) if found else (PLAIN, None)
        case "nine":
            return PLAIN, None
        case "ordinal":
            return LETTERS["ORDINAL"], int(lower[:-2])
        case "decade":
            number = re.sub(r"\D", "", lower)
            return LETTERS["DECADE"], int(number) if len(number) == 4 else 1900 + int(number)
        case "code":
            return (LETTERS["FISCALYEAR"] if lower[0] == "f" else LETTERS["QUARTERCODE"]), lower
        case "possessive":
            return LETTERS["POSSESSIVE"], None
        case "number":
            return _class_of_number(lower, text[start - 1 : start], text[end : end + 1])
    if lower in _DASHES:
        return LETTERS["DASH"], None
    name = {",": "COMMA", ".": "DOT", "'": "APOSTROPHE"}.get(lower)
    return (LETTERS[name], None) if name else (PLAIN, None)


def _class_of_number(shape: str, before: str, after: str) -> tuple[str, Any]:
    """Day of a month, year or another whole number; prices, times, fractions are none of the grammar's."""
    if pair := re.fullmatch(r"(1[5-9]|20)(\d\d)/(\d\d)", shape):
        first = int(pair[1] + pair[2])
        return (LETTERS["YEARPAIR"], first) if (first + 1) % 100 == int(pair[3]) else (PLAIN, None)
    if (
        (before in _GLUED_BEFORE and before)
        or (after in _GLUED_AFTER and after)
        or not shape.replace(",", "").isdigit()
    ):
        return PLAIN, None
    number = int(shape.replace(",", "")[:9])
    if len(shape) <= 2 and 1 <= number <= 31:
        return LETTERS["SMALL"], number
    if len(shape) == 4 and 1500 <= number <= 2100:
        return LETTERS["YEAR"], number
    return LETTERS["INTEGER"], number


def _numeric_date(shape: str) -> date | None:
    """The day of "2024-06-18", "18.06.2024" or "6/18/2024"; None where day and month could be changed about."""
    numbers = [int(part) for part in re.split(r"\D", shape)]
    if "-" in shape:
        year, month_number, day_number = numbers
    else:
        first, second, year = numbers
        if first <= 12 and second <= 12 and first != second:
            return None
        day_number, month_number = (first, second) if first > 12 else (second, first)
    try:
        return date(year, month_number, day_number) if 1500 <= year <= 2100 else None
    except ValueError:
        return None


def _with_clock_times(words: Words, known: Knowledge) -> Words:
    """Numbers before "UTC", "hours", "local time" are times of day, not years."""
    if letters_of("YEAR") in words.letters:
        clock = known.lists["clock_words"]
        words.letters = "".join(
            PLAIN if letter == letters_of("YEAR") and words.word(n + 1) in clock else letter
            for n, letter in enumerate(words.letters)
        )
    return words


def _with_phrases(words: Words, known: Knowledge) -> Words:
    """Names of several words made one word each."""
    places = [
        n for n, lower in enumerate(words.lower) if lower in known.phrases and not words.text[words.starts[n]].islower()
    ]
    for n in reversed(places):
        for parts, name, value in known.phrases[words.lower[n]]:
            last = n + len(parts)
            if tuple(words.lower[n:last]) == parts and not any(letter == BREAK for letter in words.letters[n:last]):
                words.lower[n:last] = [" ".join(parts)]
                words.values[n:last] = [value]
                words.ends[n:last] = [words.ends[last - 1]]
                del words.starts[n + 1 : last]
                words.letters = words.letters[:n] + LETTERS[name] + words.letters[last:]
                break
    return words
