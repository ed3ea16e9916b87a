"""Dates of the calendar: days, months, years, quarters, seasons, decades, centuries, holidays.

What lacks a year is read against the day of publication.
"""

import re
from datetime import date

from generator.language.date_calendar import (
    Days,
    day,
    holiday,
    month,
    nth_weekday,
    one_day,
    part_of,
    quarter,
    season,
    year_of,
    years,
)
from generator.language.date_grammar import (
    DAY_MONTH,
    MONTH_DAY,
    WHICH_PART,
    WHICH_YEAR,
    Phrase,
    Reading,
    Rule,
    in_some_year,
    in_year,
    rule,
    stated,
)
from generator.language.date_guards import (
    counts_something,
    is_counted,
    is_holiday_alone,
    is_month,
    is_name,
    is_of_play,
    is_tumble,
    is_year,
)
from generator.language.date_lexicon import knowledge

STATED: list[Rule] = []

_WEEKDAY = "(?P<weekday>(WEEKDAY|SHORTWEEKDAY DOT?) COMMA? (ON? THE)?)?"


@rule(STATED, "FULLDATE")
def numeric_date(phrase: Phrase) -> Reading | None:
    """2024-06-18, 18.06.2024."""
    return stated(one_day(phrase.words.values[phrase.first]))


@rule(STATED, f"{_WEEKDAY} {DAY_MONTH} {WHICH_YEAR}?")
@rule(STATED, f"{_WEEKDAY} {MONTH_DAY} {WHICH_YEAR}?")
def day_and_month(phrase: Phrase) -> Reading | None:
    """18 June 2024; Tuesday, June 18; the 18th of June. The day of the week, if told, tells the year that is not."""
    number, month_number = phrase.value("day"), phrase.value("month")
    if counts_something(phrase.words, phrase.first, phrase.last):
        return None
    if phrase.has("weekday") and not phrase.has("year"):
        return _by_weekday(phrase, month_number, number)
    return in_year(phrase, lambda year: day(year, month_number, number))


def _by_weekday(phrase: Phrase, month_number: int, number: int) -> Reading | None:
    """The nearest year, past ones first, in which the day falls on that day of the week."""
    if phrase.published is None:
        return Reading() if day(2020, month_number, number) else None
    weekday, year = phrase.value("weekday"), phrase.published.year
    candidates = [day(year + shift, month_number, number) for shift in (-1, 0, 1)]
    fitting = [found for found in candidates if found and found.start.weekday() == weekday]
    if not fitting:
        return in_some_year(phrase.published, lambda year: day(year, month_number, number))
    published = phrase.published
    nearest = min(fitting, key=lambda found: abs((found.start - published).days))
    return Reading(nearest.span("relative"))


@rule(STATED, f"{WHICH_PART}? (MONTH|SHORTMONTH DOT?) {WHICH_YEAR}?")
def whole_month(phrase: Phrase) -> Reading | None:
    """June; June 2019; early June of last year; the end of June; mid-August."""
    place = next(n for n in range(phrase.first, phrase.last) if phrase.words.is_a(n, "ANYMONTH"))
    number, bare = phrase.words.values[place], not phrase.has("year") and not phrase.has("part")
    if bare and (not is_month(phrase.words, place) or _day_follows(phrase, place)):
        return None
    part = phrase.value("part")
    return in_year(phrase, lambda year: part_of(month(year, number), part) if part else month(year, number))


def _day_follows(phrase: Phrase, place: int) -> bool:
    """A number after the month that makes no day with it ("February 30") spoils the month too, unless it counts."""
    following = phrase.words.letter(place + 1)
    number = phrase.words.values[place + 1] if place + 1 < len(phrase.words.values) else None
    return (
        phrase.words.is_a(place + 1, "DAY") and following != "" and not (number and is_counted(phrase.words, place + 1))
    )


@rule(STATED, f"{WHICH_PART}? (?P<number>YEAR)")
def whole_year(phrase: Phrase) -> Reading | None:
    """2019; late 2019; the end of 2021."""
    whole = year_of(phrase.value("number"))
    if phrase.has("part"):
        return stated(part_of(whole, phrase.value("part")))
    return stated(whole) if is_year(phrase.words, phrase.first) else None


@rule(STATED, "FISCALYEAR | FISCAL YEARWORD? (?P<number>YEAR)")
def fiscal_year(phrase: Phrase) -> Reading | None:
    """FY2020, FY20, fiscal year 2020: taken as the calendar year, since budgets begin in many months."""
    if "number" in phrase.match.groupdict() and phrase.has("number"):
        return stated(year_of(phrase.value("number")))
    number = int(re.sub(r"\D", "", phrase.words.lower[phrase.first]))
    number += 2000 if number < 100 else 0
    return stated(year_of(number)) if 1900 <= number <= 2100 else None


@rule(STATED, "(THE|THE? (?P<part>PARTWORD) DASH?)? DECADE")
def decade(phrase: Phrase) -> Reading | None:
    """The 1990s; the mid-1980s; the '90s. The "1800s" are a century."""
    first = phrase.words.values[phrase.last - 1]
    if not 1500 <= first <= 2090 or first % 10:
        return None
    whole = years(first, first + (99 if first % 100 == 0 and first != 2000 else 9))
    return stated(part_of(whole, phrase.value("part")) if phrase.has("part") else whole)


@rule(STATED, "THE (?P<part>PARTWORD)? DASH? (?P<order>ORDER) DASH? CENTURYWORD")
def century(phrase: Phrase) -> Reading | None:
    """The 19th century. The present one says nothing of when."""
    number = phrase.value("order")
    if not 10 <= number <= 20:
        return None
    whole = years(100 * number - 99, 100 * number)
    return stated(part_of(whole, phrase.value("part")) if phrase.has("part") else whole)


@rule(STATED, f"(THE? (?P<order>ORDER) DASH? QUARTERWORD|(?P<code>QUARTERCODE)) {WHICH_YEAR}?")
def quarter_of_year(phrase: Phrase) -> Reading | None:
    """The third quarter of 2020; Q3; third-quarter."""
    number = phrase.value("order") if phrase.has("order") else int(phrase.value("code")[1:])
    if not 1 <= number <= 4 or (not phrase.has("year") and is_of_play(phrase.words, phrase.first)):
        return None
    return in_year(phrase, lambda year: quarter(year, number))


@rule(
    STATED,
    "(THE|THIS|LAST|NEXT|PAST|COMING)? SEASON (?P<year>OF? YEAR (DASH SMALL)?|OF? (THIS|LAST|NEXT) YEARWORD)?",
)
def season_of_year(phrase: Phrase) -> Reading | None:
    """The summer of 2018; last winter; in the spring; the winter of 2018-19."""
    place = next(n for n in range(phrase.first, phrase.last) if phrase.words.is_a(n, "SEASON"))
    first_month, name, words = phrase.words.values[place], phrase.words.lower[place], phrase.words
    lead = words.lower[phrase.first] if place > phrase.first else ""
    if is_name(words, "season", place, place + 1) or is_name(words, "season", phrase.first, phrase.last):
        return None
    if phrase.has("year"):
        return _season_of_told_year(phrase, first_month)
    if lead in ("this", "last", "next", "past", "coming", "upcoming"):
        return _season_beside(phrase.published, first_month, lead)
    leads, following = knowledge().lists["season_leads"], words.word(phrase.last)
    if words.word(phrase.first - 1) not in leads or following in ("of", "for") or words.capital(phrase.last):
        return None
    if name == "fall" and (
        not lead
        or is_tumble(words, phrase.first)
        or (words.letter(phrase.last) in ("w", "W") and words.word(phrase.last)[:1].isalpha())
    ):
        return None
    return in_some_year(phrase.published, lambda year: season(year, first_month))


def _season_of_told_year(phrase: Phrase, first_month: int) -> Reading | None:
    """A season with a year; of a winter without its second year only the year is sure."""
    two_years = any(phrase.words.is_a(place, "SMALL") for place in phrase.places("year"))
    if first_month == 12 and not two_years:
        return in_year(phrase, year_of)
    return in_year(phrase, lambda year: season(year, first_month))


def _season_beside(published: date | None, first_month: int, lead: str) -> Reading | None:
    """The last season of that name to have ended, the next to begin, or the one nearest to the day of publication."""
    if published is None:
        return Reading()
    around = [found for shift in (-2, -1, 0, 1) if (found := season(published.year + shift, first_month))]
    ended = [found for found in around if found.end < published]
    coming = [found for found in around if found.start > published]
    if lead in ("last", "past"):
        chosen = ended[-1]
    elif lead == "this":
        chosen = min(around, key=lambda found: abs((found.start - published).days + 45))
    else:
        chosen = coming[0]
    return Reading(chosen.span("relative"))


@rule(STATED, f"(?P<which>LAST|THIS|NEXT)? (?P<name>HOLIDAY) {WHICH_YEAR}?")
def holiday_of_year(phrase: Phrase) -> Reading | None:
    """Christmas Day; Easter Sunday 2019; Halloween last year; last Christmas."""
    name, words = phrase.value("name"), phrase.words
    place, told = phrase.places("name")[0], knowledge().holidays[phrase.value("name")]
    if is_name(words, "holiday", place, phrase.last):
        return None
    if (
        not told.get("alone", True)
        and not phrase.has("year")
        and not phrase.has("which")
        and not is_holiday_alone(words, place)
    ):
        return None
    if name.startswith("May Day") and words.word(place + 1) in ("call", "calls", "signal"):
        return None
    if phrase.has("which") and not phrase.has("year") and phrase.published:
        return _beside(phrase, [holiday(told, phrase.published.year + shift) for shift in (-1, 0, 1)])
    return in_year(phrase, lambda year: holiday(told, year))


@rule(STATED, "NAMEDDAY")
def named_day(phrase: Phrase) -> Reading | None:
    """The September 11 attacks: a happening named by its day."""
    return stated(one_day(phrase.words.values[phrase.first]))


@rule(STATED, f"{WHICH_PART}? (?P<which>(THIS|LAST|NEXT) (PAST|COMING)?) (?P<month>MONTH)")
def month_beside(phrase: Phrase) -> Reading | None:
    """Last November; early this March; next June."""
    if phrase.published is None:
        return Reading()
    number, part, year = phrase.value("month"), phrase.value("part"), phrase.published.year
    around = [part_of(found, part) if part else found for shift in (-1, 0, 1) if (found := month(year + shift, number))]
    if phrase.word("which") == "this":
        return Reading(around[1].span("relative")) if around[1] else None
    return _beside(phrase, [month(year + shift, number) for shift in (-1, 0, 1)], part)


@rule(STATED, f"(?P<which>(THIS|LAST|NEXT) (PAST|COMING)?) {MONTH_DAY}")
@rule(STATED, f"(?P<which>(THIS|LAST|NEXT) (PAST|COMING)?) {DAY_MONTH}")
def day_beside(phrase: Phrase) -> Reading | None:
    """Last June 12; next 10 September."""
    if counts_something(phrase.words, phrase.first, phrase.last):
        return None
    if phrase.published is None:
        return Reading()
    year, month_number, number = phrase.published.year, phrase.value("month"), phrase.value("day")
    return _beside(phrase, [day(year + shift, month_number, number) for shift in (-1, 0, 1)])


def _beside(phrase: Phrase, around: list[Days | None], part: str | None = None) -> Reading | None:
    """Of the same day or month in three years: the last to have ended, or the next to begin."""
    published, which = phrase.published, phrase.word("which")
    if published is None:
        return Reading()
    known = [found for found in around if found]
    if "next" in which or "coming" in which:
        chosen = next((found for found in known if found.start > published), None)
    elif "last" in which or "past" in which:
        chosen = next((found for found in reversed(known) if found.end < published), None)
    else:
        chosen = next((found for found in known if found.start.year == published.year), None)
    whole = part_of(chosen, part) if part else chosen
    return Reading(whole.span("relative")) if whole else None


@rule(STATED, f"(THE? (?P<order>ORDER|LAST)) (?P<weekday>WEEKDAY) (OF|IN) (?P<month>MONTH) {WHICH_YEAR}?")
def weekday_of_month(phrase: Phrase) -> Reading | None:
    """The first Tuesday of November 2021; the last Friday in July."""
    nth = -1 if phrase.word("order") == "last" else phrase.value("order")
    weekday, number = phrase.value("weekday"), phrase.value("month")
    return in_year(phrase, lambda year: nth_weekday(year, number, nth, weekday))


@rule(STATED, "ON (?P<core>THE (?P<order>ORDINAL))")
def day_of_some_month(phrase: Phrase) -> Reading | None:
    """On the 21st: of the latest month in which it lies on or before the day of publication."""
    words, number = phrase.words, phrase.value("order")
    following = words.word(phrase.last)
    if following[:1].isalpha() and following not in knowledge().lists["after_day_of_month"]:
        return None
    if phrase.published is None:
        return Reading()
    start = phrase.published.year * 12 + phrase.published.month - 1
    around = [day((start + shift) // 12, (start + shift) % 12 + 1, number) for shift in (-2, -1, 0, 1, 2)]
    known = [found for found in around if found]
    past = [found for found in known if found.start <= phrase.published]
    future = [found for found in known if found.start > phrase.published]
    if not past or not future:
        return None
    return Reading(past[-1].span("relative"), future[0].span("relative"))
