"""Spans of the calendar: several years, months or days, halves of a year, weeks of a month."""

from datetime import date
from itertools import pairwise

from generator.language.date_calendar import Days, covering, day, half, month, moved, unit_around, year_of, years
from generator.language.date_grammar import (
    DAY_MONTH,
    MONTH_DAY,
    WHICH_YEAR,
    Phrase,
    Reading,
    Rule,
    in_year,
    rule,
    stated,
)
from generator.language.date_guards import counts_something, is_counted, is_month, is_moved, is_name
from generator.language.date_lexicon import knowledge

SPANS: list[Rule] = []

_DASHES = "-–‑−"


@rule(SPANS, "YEARPAIR")
def two_years(phrase: Phrase) -> Reading | None:
    """2018/19."""
    first = phrase.words.values[phrase.first]
    return stated(years(first, first + 1))


@rule(SPANS, "(?P<lead>FROM|BETWEEN)? (?P<from>YEAR) (?P<joint>JOINT) (?P<to>YEAR|SMALL)")
def several_years(phrase: Phrase) -> Reading | None:
    """1950-1953; 2008–12; between 2011 and 2014; 2015 and 2016."""
    first, last = phrase.value("from"), phrase.value("to")
    place, joint, words = phrase.last - 1, phrase.word("joint"), phrase.words
    if last < 100:
        if joint not in _DASHES or words.ends[place] - words.starts[place] != 2:
            return None
        if last <= first % 100:
            return stated(month(first, last))
        last += first - first % 100
    if phrase.word("lead") == "from" and is_moved(words, phrase.first):
        return None
    if not first < last <= first + 300 or ((last % 100 == 0 or last < 1900) and is_counted(words, place)):
        return None
    if words.word(place + 1) in knowledge().lists["counted_nouns"] or is_name(words, "year", phrase.first, phrase.last):
        return None
    if joint == "and" and not phrase.has("lead"):
        return stated(years(first, last)) if last == first + 1 and _introduced(phrase) else None
    if joint not in _DASHES and not (phrase.has("lead") or _introduced(phrase)):
        return None
    return stated(years(first, last))


def _introduced(phrase: Phrase) -> bool:
    """Whether a word that leads in a year stands before a list of them."""
    lists, before = knowledge().lists, phrase.words.word(phrase.first - 1)
    return before in ("(", "both") or before in lists["year_leads"] or before in lists["year_determiners"]


@rule(SPANS, "THE (?P<order>ORDER) HALF OF ((?P<year>YEAR|(THIS|LAST|NEXT|THE) YEARWORD)|(?P<decade>THE DECADE))")
def half_of_year(phrase: Phrase) -> Reading | None:
    """The first half of 2019, of this year, of the 1990s."""
    number = phrase.value("order")
    if number not in (1, 2):
        return None
    if phrase.has("decade"):
        first = phrase.value("decade") + 5 * (number - 1)
        return stated(years(first, first + 4))
    return in_year(phrase, lambda year: half(year, number))


@rule(SPANS, f"THE (?P<order>ORDER|LAST) (?P<count>SMALL|NUMBERWORD)? "
              f"(?P<unit>DAYWORD|DAYSWORD|WEEKWORD|WEEKSWORD) (OF|IN) (?P<month>MONTH) {WHICH_YEAR}?")  # fmt: skip
def weeks_of_month(phrase: Phrase) -> Reading | None:
    """The last week of April; the first two weeks of August 2019; the last day of June."""
    number, length = phrase.value("month"), (phrase.count or 1) * (7 if phrase.value("unit") == "week" else 1)
    nth = -1 if phrase.word("order") == "last" else phrase.value("order")

    def make(year: int) -> Days | None:
        whole = month(year, number)
        if whole is None:
            return None
        last = whole.end.day
        low = last - length + 1 if nth < 0 else (nth - 1) * length + 1
        return _days_of_month(year, number, low, low + length - 1) if low >= 1 else None

    return in_year(phrase, make)


def _days_of_month(year: int, number: int, first: int, last: int) -> Days | None:
    if first == last:
        return day(year, number, first)
    return covering(day(year, number, first), day(year, number, last))


@rule(SPANS, f"THE WEEKWORD OF {MONTH_DAY} {WHICH_YEAR}?")
@rule(SPANS, f"THE WEEKWORD OF {DAY_MONTH} {WHICH_YEAR}?")
def week_of_day(phrase: Phrase) -> Reading | None:
    """The week of May 4, 2020."""
    number, month_number = phrase.value("day"), phrase.value("month")

    def make(year: int) -> Days | None:
        found = day(year, month_number, number)
        return unit_around(found.start, "week") if found else None

    return in_year(phrase, make)


@rule(SPANS, f"(FROM|BETWEEN)? {MONTH_DAY} (JOINT|OR) (?P<last>DAY) {WHICH_YEAR}?")
@rule(
    SPANS, f"(FROM|BETWEEN)? (?P<day>DAY) (JOINT|OR) (?P<last>DAY) OF? (?P<month>MONTH|SHORTMONTH DOT?) {WHICH_YEAR}?"
)
def days_of_month(phrase: Phrase) -> Reading | None:
    """May 3–5, 2020; from 3 to 5 May; April 5 and 6; 13 or 14 April."""
    number, first, last = phrase.value("month"), phrase.value("day"), phrase.value("last")
    if (
        first >= last
        or counts_something(phrase.words, phrase.first, phrase.last)
        or _is_no_span(phrase, last == first + 1)
    ):
        return None
    return in_year(phrase, lambda year: _days_of_month(year, number, first, last))


def _is_no_span(phrase: Phrase, next_to_each_other: bool) -> bool:
    """ "3 and 9 May" are two dates, "moved from 3 to 9 May" too."""
    words, lead = phrase.words, phrase.words.lower[phrase.first]
    if lead == "from" and is_moved(words, phrase.first):
        return True
    listed = {"and", "or", "&"} & set(words.lower[phrase.first : phrase.last])
    return bool(listed) and not next_to_each_other and lead != "between"


@rule(SPANS, "(FROM|BETWEEN)? (?P<month>MONTH|SHORTMONTH DOT?) (?P<day>DAY) JOINT "
             f"(?P<last_month>MONTH|SHORTMONTH DOT?) (?P<last>DAY) {WHICH_YEAR}?")  # fmt: skip
@rule(SPANS, "(FROM|BETWEEN)? (?P<day>DAY) OF? (?P<month>MONTH|SHORTMONTH DOT?) JOINT "
             f"(?P<last>DAY) OF? (?P<last_month>MONTH|SHORTMONTH DOT?) {WHICH_YEAR}?")  # fmt: skip
def days_across_months(phrase: Phrase) -> Reading | None:
    """From June 30 to July 2, 2019. The year told is that of the end."""
    first, last, low, high = (phrase.value(group) for group in ("month", "last_month", "day", "last"))
    lead = phrase.words.lower[phrase.first]
    if _is_no_span(phrase, False) or ("to" in phrase.words.lower[phrase.first : phrase.last] and lead != "from"):
        return None
    return in_year(phrase, lambda year: covering(day(year - (first > last), first, low), day(year, last, high)))


@rule(
    SPANS,
    "(FROM|BETWEEN)? (?P<month>MONTH) (?P<between>(COMMA MONTH)*) COMMA? (JOINT|OR) "
    f"(?P<last_month>MONTH) {WHICH_YEAR}?",
)
def several_months(phrase: Phrase) -> Reading | None:
    """From June to August 2019; March and April; April, May and June 2021. The year told is that of the end."""
    words, first, last = phrase.words, phrase.value("month"), phrase.value("last_month")
    lead = words.lower[phrase.first]
    listed = [first, *(words.values[place] for place in phrase.places("between") if words.is_a(place, "MONTH")), last]
    in_a_row = all(following == before % 12 + 1 for before, following in pairwise(listed))
    if _is_no_span(phrase, in_a_row) or (len(listed) > 2 and not in_a_row):
        return None
    if not phrase.has("year") and not is_month(words, phrase.places("month")[0]):
        return None
    if "to" in words.lower[phrase.first : phrase.last] and lead != "from" and not phrase.has("year"):
        return None
    return in_year(phrase, lambda year: covering(month(year - (first > last), first), month(year, last)))


@rule(SPANS, "THE (?P<order>ORDER|LAST) (?P<count>SMALL|NUMBERWORD) (?P<unit>UNITSWORD|WEEKSWORD|DAYSWORD) OF "
             "(?P<year>YEAR|(THIS|LAST|NEXT|THE) YEARWORD)")  # fmt: skip
def months_of_year(phrase: Phrase) -> Reading | None:
    """The first three months of 2022; the last two weeks of the year."""
    unit, count, order = phrase.value("unit"), phrase.count, phrase.word("order")
    if order not in ("first", "last") or count is None:
        return None

    def make(year: int) -> Days | None:
        whole = year_of(year)
        if whole is None:
            return None
        if order == "first":
            after = moved(whole.start, unit, count)
            last = after and moved(after, "day", -1)
            return Days(whole.start, last, "range") if last and last <= whole.end else None
        start = moved(date(year + 1, 1, 1), unit, -count) if year < 9999 else None
        return Days(start, whole.end, "range") if start and start >= whole.start else None

    return in_year(phrase, make)
