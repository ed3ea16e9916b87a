"""What a rule of the grammar of dates is: a pattern over classes of words, and a function that reads a match."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from generator.language.date_calendar import Days, every_year, year_of
from generator.language.date_classes import grammar
from generator.language.date_words import Words
from generator.model import Basis, DateSpan

Kind = Literal["point", "duration", "frequency"]

WHICH_YEAR = "(?P<year>(COMMA|OF)? YEAR|COMMA? OF? (THIS|LAST|NEXT) YEARWORD)"
"""The year after a month, season, holiday: "2019", ", 2019", "of 2019", "last year", "of this year"."""

WHICH_PART = "(?P<part>THE? PARTWORD DASH? (IN THE?)?|THE? EDGEWORD OF THE?)"
"""The part before a month, year, decade: "early", "mid-", "late in", "the end of"."""

DAY_MONTH = "(?P<day>DAY|THE? ORDER OF) (?P<month>MONTH|SHORTMONTH DOT?)"
MONTH_DAY = "(?P<month>MONTH|SHORTMONTH DOT?) (THE (?=ORDINAL))? (?P<day>DAY)"
COUNT = "(?P<count>ARTICLE COUPLE OF|DIGITS|NUMBERWORD (DASH NUMBERWORD)?|ARTICLE NUMBERWORD?)"
VAGUE_COUNT = "(?P<vague>ARTICLE? SEVERAL)"


@dataclass(frozen=True)
class Step:
    """The way from a date told before to the one meant.

    `count` units forward (back where negative), None where no number is told. For the units "weekday", "named month"
    and "season", `name` says which (0 Monday, 1 January, first month of the season) and `count` 1 is the next one, -1
    the one before, 0 the one in the same week or year. The unit "month of year" is the month `name` (its day `day`, if
    not 0) of the year `count` years on. The unit "same" is the date told before itself.
    """

    unit: str
    count: int | None
    name: int = 0
    day: int = 0


@dataclass(frozen=True)
class Reading:
    """What an expression means; see `DateMention` for the fields of the same name."""

    span: DateSpan | None = None
    future: DateSpan | None = None
    anaphoric: bool = False
    vague: bool = False
    kind: Kind = "point"
    step: Step | None = None


@dataclass(frozen=True)
class Phrase:
    """A stretch of words that a pattern matched. `first` and `last` (exclusive) are places in `words`."""

    words: Words
    match: re.Match[str]
    first: int
    last: int
    published: date | None

    def has(self, group: str) -> bool:
        """Whether a named group of the pattern took part."""
        return self.match[group] is not None

    def places(self, group: str) -> range:
        """The places of the words of a group, empty where it took no part."""
        return range(*self.match.span(group)) if self.has(group) else range(0)

    def value(self, group: str, name: str | None = None) -> Any:
        """The value of the first word of a group that has one (of the class `name`, if given), else None."""
        for place in self.places(group):
            if self.words.values[place] is not None and (name is None or self.words.is_a(place, name)):
                return self.words.values[place]
        return None

    def word(self, group: str) -> str:
        """The words of a group in lower case, with single spaces."""
        return " ".join(self.words.lower[place] for place in self.places(group))

    @property
    def count(self) -> int | None:
        """The number that the group `count` tells ("a couple of", "twenty-five", 18); None where none is told."""
        if self.match.re.groupindex.get("count") is None or not self.has("count"):
            return None
        values = [self.words.values[place] for place in self.places("count")]
        numbers = [value for value in values if isinstance(value, int)]
        return sum(numbers) if numbers else 2 if "couple" in self.word("count") else 1


Reader = Callable[[Phrase], Reading | None]


@dataclass(frozen=True)
class Rule:
    """A pattern and how to read it. The reader answers None where the words are no date after all.

    A group named `core` bounds the words of the mention where the pattern asks for more than belongs to it.
    """

    pattern: re.Pattern[str]
    read: Reader


def rule(rules: list[Rule], pattern: str) -> Callable[[Reader], Reader]:
    """Decorator: the function below reads what the pattern matches."""

    def add(reader: Reader) -> Reader:
        rules.append(Rule(grammar(pattern), reader))
        return reader

    return add


def stated(days: Days | None) -> Reading | None:
    """A date that the text writes out; None where the calendar has no such day."""
    return Reading(days.span("stated")) if days else None


def relative(days: Days | None) -> Reading:
    """A date worked out from the day of publication; without a span where that is not known."""
    return Reading(days.span("relative") if days else None)


def in_year(phrase: Phrase, make: Callable[[int], Days | None]) -> Reading | None:
    """What `make` gives for the year that the group `year` tells, or for the year meant where none is told."""
    if not phrase.has("year"):
        return in_some_year(phrase.published, make)
    number, basis = told_year(phrase)
    if number is None:
        return Reading()
    found = make(number)
    return Reading(found.span(basis)) if found else None


def in_some_year(published: date | None, make: Callable[[int], Days | None]) -> Reading | None:
    """What `make` gives for the year meant by a text of a day that tells none; None where no year has such a day."""
    if published is None:
        return Reading() if any(make(year) for year in range(2001, 2009)) else None
    best, future = every_year(make, published)
    if best is None:
        return None
    return Reading(best.span("relative"), future.span("relative") if future else None)


def told_year(phrase: Phrase) -> tuple[int | None, Basis]:
    """The year of the group `year`; None where it counts from a day of publication that is not known."""
    number = phrase.value("year", "YEAR")
    if number is not None:
        return number, "stated"
    if phrase.published is None:
        return None, "relative"
    word = phrase.word("year")
    return phrase.published.year + (-1 if "last" in word else 1 if "next" in word else 0), "relative"


def whole_year(number: int) -> Days | None:
    """A year as `in_year` asks for it."""
    return year_of(number)
