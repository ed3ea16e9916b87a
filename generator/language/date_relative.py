"""Dates counted from the day of publication: weekdays, "last week", "two days ago", "over the last four years"."""

from datetime import date, timedelta

from generator.language.date_calendar import Days, moved, one_day, part_of, unit_around, weekday_after, weekday_before
from generator.language.date_classes import PLAIN, letters_of
from generator.language.date_grammar import (
    COUNT,
    VAGUE_COUNT,
    WHICH_PART,
    Phrase,
    Reading,
    Rule,
    Step,
    relative,
    rule,
)
from generator.language.date_guards import is_name, is_of_play, looks_ahead
from generator.language.date_lexicon import knowledge
from generator.model import DateSpan

RELATIVE: list[Rule] = []

_WHICH = "(?P<which>THIS (PAST|COMING)?|LAST|NEXT|PAST|COMING)"
_FRIDAY = 4
"""As `date.weekday` counts."""
_MORE_THAN_A_YEAR = 13
"""Months."""
_SIDE = "(?P<side>EARLIER|LATER)"


@rule(RELATIVE, f"PARTWORD?  {_WHICH}? (?P<weekday>WEEKDAY) DAYPART?")
def weekday(phrase: Phrase) -> Reading | None:
    """Wednesday; late Thursday; last Friday; this coming Sunday; Monday morning."""
    if is_name(phrase.words, "weekday", phrase.first, phrase.last):
        return None
    number, which = phrase.value("weekday"), phrase.word("which")
    published = phrase.published
    if published is None:
        return Reading()
    past, future = weekday_before(published + timedelta(days=1), number), weekday_after(published, number)
    if not which:
        return Reading(_one(past), _one(future))
    if which == "this":
        meant = moved(published, "day", number - published.weekday())
        return Reading(_one(past), _one(meant)) if meant and meant > published else Reading(_one(meant))
    ahead = "next" in which or "coming" in which
    return Reading(_one(future if ahead else weekday_before(published, number)))


def _one(found: date | None) -> DateSpan | None:
    return one_day(found).span("relative") if found else None


@rule(RELATIVE, "(?P<weekday>WEEKDAY) DAYPART? (OF|IN)? (?P<which>THIS|LAST|NEXT) WEEKWORD")
@rule(RELATIVE, "(EARLIER|LATER|PARTWORD)? (?P<which>THIS|LAST|NEXT) WEEKWORD COMMA? ON (?P<weekday>WEEKDAY) DAYPART?")
def weekday_of_week(phrase: Phrase) -> Reading | None:
    """Tuesday of last week; earlier this week on Wednesday."""
    if phrase.published is None:
        return Reading()
    weeks = {"last": -1, "this": 0, "next": 1}[phrase.word("which")]
    return Reading(
        _one(moved(phrase.published, "day", 7 * weeks + phrase.value("weekday") - phrase.published.weekday()))
    )


@rule(RELATIVE, "(?P<lead>FROM|BETWEEN)? (?P<weekday>WEEKDAY) (?P<joint>JOINT) (?P<last>WEEKDAY)")
def several_weekdays(phrase: Phrase) -> Reading | None:
    """Friday and Saturday; from Monday to Wednesday. Days that do not follow each other are two dates, not a span."""
    first, last = phrase.value("weekday"), phrase.value("last")
    length = (last - first) % 7
    if not length or (phrase.word("joint") == "and" and length > 1 and not phrase.has("lead")):
        return None
    if phrase.published is None:
        return Reading()
    end = weekday_before(phrase.published + timedelta(days=1), last)
    start = end and moved(end, "day", -length)
    if not start or not end:
        return None
    week = timedelta(days=7)
    return Reading(Days(start, end, "range").span("relative"), Days(start + week, end + week, "range").span("relative"))


@rule(RELATIVE, "((EARLIER|LATER|PARTWORD) ON?)? (?P<name>DAYNAME) DAYPART?")
def named_from_publication(phrase: Phrase) -> Reading | None:
    """Yesterday; today; early yesterday afternoon; tonight."""
    if is_name(phrase.words, "day", phrase.first, phrase.last):
        return None
    return _days_from(phrase, phrase.value("name", "DAYNAME"))


@rule(RELATIVE, "((EARLIER|LATER|PARTWORD) (?=THIS|LAST))? (?P<which>THIS|LAST) (?P<part>DAYPART)")
def part_of_day(phrase: Phrase) -> Reading | None:
    """This morning; late last night."""
    if phrase.word("which") == "last" and phrase.word("part") not in ("night", "evening"):
        return None
    return _days_from(phrase, -1 if phrase.word("which") == "last" else 0)


@rule(RELATIVE, "THE DAYWORD (?P<side>BEFORE|AFTER) (?P<name>DAYNAME)")
def two_days_off(phrase: Phrase) -> Reading | None:
    """The day before yesterday; the day after tomorrow."""
    return _days_from(phrase, phrase.value("name", "DAYNAME") + (-1 if phrase.word("side") == "before" else 1))


@rule(RELATIVE, "OVERNIGHT")
def overnight(phrase: Phrase) -> Reading | None:
    """Overnight: the night up to the day of publication. Not "an overnight flight"."""
    words, following = phrase.words, phrase.words.word(phrase.last)
    described = following[:1].isalpha() and words.letter(phrase.last) == PLAIN and not words.capital(phrase.last)
    if (described and following not in knowledge().lists["after_overnight"]) or words.is_a(phrase.last, "DASH"):
        return None
    if phrase.published is None:
        return Reading()
    return relative(Days(phrase.published - timedelta(days=1), phrase.published, "range"))


@rule(RELATIVE, "THE (?P<unit>WEEKWORD|MONTHWORD|YEARWORD|WEEKENDWORD) BEFORE LAST")
def before_last(phrase: Phrase) -> Reading | None:
    """The week before last."""
    return relative(_unit_from(phrase.published, phrase.value("unit"), -2))


def _days_from(phrase: Phrase, count: int) -> Reading:
    return relative(_unit_from(phrase.published, "day", count))


def _unit_from(published: date | None, unit: str, count: int) -> Days | None:
    """The week, month, ... that lies `count` units from the day of publication."""
    return unit_around(moved(published, unit, count), unit) if published else None


@rule(
    RELATIVE,
    f"({WHICH_PART}|{_SIDE})? (?P<which>THIS|LAST|NEXT) (?P<unit>WEEKWORD|MONTHWORD|QUARTERWORD|YEARWORD|SPANWORD)",
)
def unit_beside(phrase: Phrase) -> Reading | None:
    """This week; last month; earlier this year; late last year; the end of next month."""
    words = phrase.words
    if (
        words.word(phrase.first - 1) == "the"
        and phrase.first == phrase.places("which")[0]
        and phrase.word("which") != "this"
    ):
        return None
    unit, count = phrase.value("unit"), {"last": -1, "this": 0, "next": 1}[phrase.word("which")]
    found = _unit_from(phrase.published, unit, count)
    return relative(part_of(found, phrase.value("part")) if phrase.has("part") else found)


@rule(
    RELATIVE,
    "(?P<edge>THE? EDGEWORD OF|(EARLIER|LATER|PARTWORD) IN) THE (?P<unit>WEEKWORD|MONTHWORD|YEARWORD|QUARTERWORD)",
)
def unit_of_publication(phrase: Phrase) -> Reading | None:
    """Earlier in the month; the end of the year; not "the end of the year of", which is another year."""
    if phrase.value("unit") == "quarter" and is_of_play(phrase.words, phrase.first):
        return None
    if phrase.words.word(phrase.last) in ("of", "before", "after") or (
        phrase.words.glued(phrase.last) and phrase.words.is_a(phrase.last, "DASH")
    ):
        return None
    found = _unit_from(phrase.published, phrase.value("unit"), 0)
    part = phrase.value("edge", "EDGEWORD") or phrase.value("edge", "PARTWORD")
    side = Step(phrase.value("unit"), 0)
    reading = relative(part_of(found, part) if part else found)
    return Reading(reading.span, step=side)


@rule(RELATIVE, f"({_WHICH}|THE) WEEKENDWORD")
def weekend(phrase: Phrase) -> Reading | None:
    """This weekend; last weekend; over the weekend: the latest to have begun."""
    which, published = phrase.word("which"), phrase.published
    following = phrase.words.word(phrase.last)
    if following == "of" or (not which and following in ("before", "after")):
        return None
    if published is None:
        return Reading()
    this = unit_around(published, "weekend")
    if this is None:
        return None
    week = timedelta(days=7)
    last = Days(this.start - week, this.end - week, "range")
    begun = this if published >= this.start else last
    coming = Days(begun.start + week, begun.end + week, "range")
    if which == "this" and published.weekday() < _FRIDAY:  # in the past tense the one before
        return Reading(last.span("relative"), this.span("relative"))
    if which == "this":
        return relative(this)
    if which == "last":
        return relative(last)
    if "past" in which:
        return relative(begun if published >= begun.end else last)
    if which == "next":
        return relative(Days(this.start + week, this.end + week, "range"))
    if "coming" in which:
        return relative(coming)
    return Reading(begun.span("relative"), coming.span("relative"))


@rule(
    RELATIVE,
    f"({COUNT}|{VAGUE_COUNT}) (?P<half>AND ARTICLE HALF)? (?P<unit>ANYUNIT) AGO "
    "(?P<exact>(ON|THIS)? (DAYNAME|WEEKDAY))?",
)
@rule(RELATIVE, "(?P<vague>(?P<unit>UNITS|CLOCKWORD)) AGO")
def ago(phrase: Phrase) -> Reading | None:
    """Two days ago; a year ago today; decades ago; two and a half years ago."""
    unit, count = phrase.value("unit"), phrase.count
    if unit in ("hour", "minute", "moment") and (count is None or count < 12):
        return _days_from(phrase, 0)
    if phrase.has("vague") or count is None:
        return Reading(vague=True)
    if phrase.published is None:
        return Reading()
    groups = phrase.match.groupdict()
    if unit == "year" and count == 1 and _is_exceeded(phrase):
        before = moved(phrase.published, "month", -_MORE_THAN_A_YEAR)
        return relative(unit_around(before, unit)) if before else None
    if groups.get("half") and unit in ("year", "decade"):
        back = moved(phrase.published, "month", -(count * 12 + 6) * (10 if unit == "decade" else 1))
    else:
        back = moved(phrase.published, unit, -count)
    if groups.get("exact") and back is not None:
        number = phrase.value("exact", "WEEKDAY")
        return relative(one_day(back if number is None else weekday_before(back + timedelta(days=4), number) or back))
    return relative(unit_around(back, unit)) if back else None


def _is_exceeded(phrase: Phrase) -> bool:
    """Whether more time has passed than told: "more than a year ago", "over a year ago"; not "just over"."""
    words, first = phrase.words, phrase.first
    before, second, third = (words.word(first - n) for n in (1, 2, 3))
    if before == "over":
        return second not in ("just", "little")
    return before == "than" and second == "more" and third not in ("little", "slightly", "just")


@rule(RELATIVE, f"IN {COUNT} (?P<unit>UNITS|UNIT|CLOCKWORD) (?P<time>(POSSESSIVE|APOSTROPHE) TIME)?")
def in_some_time(phrase: Phrase) -> Reading | None:
    """In two days; in three weeks' time: ahead of the day of publication, where the clause looks ahead."""
    if not phrase.has("time") and not looks_ahead(phrase.words, phrase.first, phrase.last):
        return None
    if phrase.words.glued(phrase.last) and phrase.words.is_a(phrase.last, "DASH"):
        return None
    return _ahead(phrase)


@rule(RELATIVE, f"{COUNT} (?P<unit>UNITS|UNIT|CLOCKWORD) FROM (NOW|(?P<exact>DAYNAME))")
def from_now(phrase: Phrase) -> Reading | None:
    """Two months from now."""
    return _ahead(phrase)


def _ahead(phrase: Phrase) -> Reading | None:
    count = phrase.count
    if phrase.published is None or count is None:
        return Reading()
    found = _unit_from(phrase.published, phrase.value("unit"), count)
    return relative(found) if found else None


@rule(RELATIVE, f"THE? (?P<which>LAST|PAST|NEXT|COMING|THIS PAST) {COUNT} (?P<unit>ANYUNIT)")
@rule(RELATIVE, "THE? (?P<which>PAST|COMING|THIS PAST|THIS COMING) (?P<unit>UNIT|CENTURYWORD|CLOCKWORD)")
@rule(
    RELATIVE,
    "THE (?P<which>LAST|NEXT) (?P<unit>WEEKWORD|MONTHWORD|QUARTERWORD|YEARWORD|SPANWORD|CENTURYWORD|CLOCKWORD)",
)
def up_to_publication(phrase: Phrase) -> Reading | None:
    """Over the last four years; the past week; over the next three years: from or to the day of publication."""
    words, which = phrase.words, phrase.word("which")
    if words.word(phrase.last) == "of" or (which in ("last", "next") and phrase.count is None and not _over(phrase)):
        return None
    if which in ("past", "coming", "upcoming") and words.lower[phrase.first] != "the" and not _over(phrase):
        return None
    if phrase.published is None:
        return Reading()
    count, ahead = phrase.count or 1, which in ("next", "coming", "upcoming", "this coming")
    other = moved(phrase.published, phrase.value("unit"), count if ahead else -count)
    if other is None:
        return None
    first, last = min(other, phrase.published), max(other, phrase.published)
    return relative(Days(first, last, "range"))


def _over(phrase: Phrase) -> bool:
    return phrase.words.word(phrase.first - 1) in knowledge().lists["ranges_over"]


@rule(RELATIVE, "RECENT (UNITS|WEEKENDWORD)?")
@rule(RELATIVE, "RECENTLY")
@rule(RELATIVE, "THE? (LAST|PAST|NEXT|COMING) SEVERAL (UNITS|CLOCKWORD)")
@rule(RELATIVE, "THE? (PAST|COMING) UNITS")
def vague(phrase: Phrase) -> Reading | None:
    """Recently; in recent weeks; in the coming days; over the past few months. Not "as recently as January"."""
    if phrase.words.word(phrase.last) == "as":
        return None
    return Reading(vague=True)


@rule(RELATIVE, "EVERY (OTHER|ORDER|SMALL|NUMBERWORD)? (UNIT|UNITS|CLOCKWORD|WEEKDAY|WEEKENDWORD|MONTH|SEASON|DAYPART)")
@rule(RELATIVE, "(ONCE|(SMALL|NUMBERWORD|SEVERAL) TIMES) (ARTICLE|EVERY) (UNIT|CLOCKWORD)")
@rule(RELATIVE, "WEEKDAYS (AND WEEKDAYS)?")
@rule(RELATIVE, "ANNUALLY")
def frequency(phrase: Phrase) -> Reading | None:
    """Every Friday; on Sundays; twice a week; annually. "Two Sundays" are counted."""
    counted = phrase.words.letter(phrase.first - 1) in letters_of("NUMBER")
    if counted or is_name(phrase.words, "weekday", phrase.first, phrase.last):
        return None
    return Reading(kind="frequency")
