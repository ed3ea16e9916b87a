"""Dates counted from one told before: "the following day", "two weeks earlier", "that evening", "since then"."""

from dataclasses import replace

from generator.language.date_calendar import (
    Days,
    day,
    latest_begun,
    month,
    moved,
    next_to_begin,
    one_day,
    season,
    unit_around,
    weekday_after,
    weekday_before,
)
from generator.language.date_classes import letters_of
from generator.language.date_grammar import COUNT, DAY_MONTH, MONTH_DAY, VAGUE_COUNT, Phrase, Reading, Rule, Step, rule
from generator.language.date_guards import is_name
from generator.language.date_lexicon import knowledge
from generator.model import DateSpan

ANAPHORIC: list[Rule] = []

_NAMED = "(?P<named>UNIT|WEEKENDWORD|DAYPART|WEEKDAY|MONTH|SEASON)"
_TOLD_YEAR = "(THAT SAME?|THE SAME|THE (?P<side>FOLLOWING|NEXT|PREVIOUS|PRIOR)) YEARWORD"
_TIMES = ("hour", "minute", "moment")
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 2, "month": 31, "quarter": 92, "year": 366}


@rule(ANAPHORIC, f"THE? (?P<side>FOLLOWING|NEXT|PREVIOUS|PRIOR) {_NAMED}")
def beside(phrase: Phrase) -> Reading | None:
    """The following day; the previous month; the next morning; the following Monday."""
    words, side, the = phrase.words, phrase.word("side"), phrase.words.lower[phrase.first] == "the"
    place = phrase.places("named")[0]
    if side == "next":
        short = words.is_a(place, "DAYWORD") or words.is_a(place, "DAYPART")
        over = words.word(phrase.first - 1) in knowledge().lists["ranges_over"]
        if not short and (not the or over):
            return None
    elif not the or words.word(phrase.last) in ("-", "‑"):
        return None
    forward = side not in ("previous", "preceding", "prior")
    return _told(phrase, 1 if forward else -1)


@rule(ANAPHORIC, f"(?P<side>EARLIER|LATER)? (?P<which>THAT SAME?|THE SAME) {_NAMED}")
def same(phrase: Phrase) -> Reading | None:
    """That day; the same month; later that week; that Sunday."""
    words, place = phrase.words, phrase.places("named")[0]
    if words.glued(phrase.last) and words.is_a(phrase.last, "DASH"):
        return None
    if phrase.word("which") == "that" and not phrase.has("side") and not _points_back(phrase, place):
        return None
    return _told(phrase, 0)


def _points_back(phrase: Phrase, place: int) -> bool:
    """Whether "that" before the name of a day, month or season is no conjunction ("said that Monday was a holiday")."""
    words = phrase.words
    if not any(words.is_a(place, name) for name in ("WEEKDAY", "MONTH", "SEASON")):
        return True
    led = words.begins_sentence(phrase.first) or words.word(phrase.first - 1) in knowledge().lists["told_leads"]
    return led and not is_name(words, "weekday", place, place + 1)


@rule(ANAPHORIC, f"{MONTH_DAY} COMMA? OF? {_TOLD_YEAR}")
@rule(ANAPHORIC, f"{DAY_MONTH} COMMA? OF? {_TOLD_YEAR}")
@rule(ANAPHORIC, f"(?P<month>MONTH) COMMA? OF? {_TOLD_YEAR}")
def month_of_told_year(phrase: Phrase) -> Reading | None:
    """October of the same year; June 12 of the following year."""
    side = phrase.word("side")
    count = 1 if side in ("following", "next") else -1 if side in ("previous", "prior") else 0
    number = phrase.value("day") if "day" in phrase.match.groupdict() else 0
    return Reading(anaphoric=True, step=Step("month of year", count, phrase.value("month"), number))


@rule(ANAPHORIC, "(EARLIER|LATER|PARTWORD) IN THE (DAYWORD|DAYPART)")
def later_in_the_day(phrase: Phrase) -> Reading | None:
    """Later in the day; not "late in the evening of May 2"."""
    if phrase.words.word(phrase.last) == "of":
        return None
    return Reading(anaphoric=True, step=Step("day", 0))


@rule(ANAPHORIC, "AT (THE|THAT) TIME")
@rule(ANAPHORIC, "(BY|SINCE|UNTIL) (?P<core>THAT TIME)")
@rule(ANAPHORIC, "(BY|SINCE|UNTIL) (?P<core>THEN)")
def then(phrase: Phrase) -> Reading | None:
    """Since then; by then; at the time."""
    if phrase.words.word(phrase.last) in ("of", "-", "when") or phrase.words.word(phrase.first - 1) in ("all", "same"):
        return None
    return Reading(anaphoric=True, step=Step("same", 0))


@rule(ANAPHORIC, "THE (?P<named>UNIT|DAYPART|WEEKENDWORD|WEEKDAY) (?P<side>BEFORE|AFTER)")
def day_before(phrase: Phrase) -> Reading | None:
    """The day before; the week after; the morning after."""
    return _told(phrase, -1 if phrase.word("side") == "before" else 1)


@rule(ANAPHORIC, f"({COUNT}|{VAGUE_COUNT}) (?P<unit>ANYUNIT) (?P<side>EARLIER|LATER|BEFORE|AFTER|PRIOR)")
@rule(ANAPHORIC, "(?P<vague>(?P<unit>UNITS|CLOCKWORD)) (?P<side>EARLIER|LATER|BEFORE|AFTER|PRIOR)")
def some_time_off(phrase: Phrase) -> Reading | None:
    """Two days later; three weeks earlier; days after; hours before; two days prior."""
    if phrase.words.word(phrase.first - 1) in knowledge().lists["duration_leads"]:
        return None
    if phrase.word("side") == "prior" and phrase.words.word(phrase.last) not in ("to", ",", ".", ""):
        return None
    unit, count = phrase.value("unit"), phrase.count
    bare_singular = phrase.first == phrase.places("unit")[0] and not phrase.words.lower[phrase.first].endswith("s")
    if (
        bare_singular
        or phrase.words.word(phrase.first - 1) == "the"
        or phrase.words.letter(phrase.first - 1) in letters_of("NUMBER")
    ):
        return None
    if phrase.has("vague") or count is None:
        hours = unit in _TIMES
        return Reading(anaphoric=True, vague=not hours, step=Step("day", 0) if hours else Step(unit, None))
    sign = -1 if phrase.word("side") in ("earlier", "before", "prior") else 1
    if unit in _TIMES:
        return Reading(anaphoric=True, step=Step("day", sign * (count // 24) if unit == "hour" else 0))
    return Reading(anaphoric=True, step=Step(unit, sign * count))


def _told(phrase: Phrase, count: int) -> Reading:
    """The step to the unit, weekday, month or season that the group `named` holds."""
    words, place = phrase.words, phrase.places("named")[0]
    value = words.values[place]
    for name, unit in {"WEEKDAY": "weekday", "MONTH": "named month", "SEASON": "season"}.items():
        if words.is_a(place, name):
            return Reading(anaphoric=True, step=Step(unit, count, value))
    if words.is_a(place, "DAYPART"):
        return Reading(anaphoric=True, step=Step("day", count))
    return Reading(anaphoric=True, step=Step(value, count))


def reversed_step(step: Step) -> Step:
    """The way back: from the one meant to the date told before."""
    return replace(step, count=-step.count if step.count is not None else None)


def resolve(step: Step, anchor: DateSpan) -> DateSpan | None:
    """The date meant by an expression of `step` after one of `anchor` was told; None where that is too vague."""
    found = _stepped(step, anchor)
    return found.span("relative") if found else None


def _stepped(step: Step, anchor: DateSpan) -> Days | None:
    if step.unit == "same" or (step.unit == "day" and step.count == 0):
        return Days(anchor.start, anchor.end, anchor.precision)
    if step.count is None:
        return None
    if step.unit == "month of year":
        year = (anchor.end if step.count > 0 else anchor.start).year + step.count
        return day(year, step.name, step.day) if step.day else month(year, step.name)
    if step.unit in ("weekday", "named month", "season"):
        return _named(step, anchor)
    unit = step.unit
    if anchor.precision != "range" and anchor.days > _LENGTHS.get(unit, 3660):
        return None
    if anchor.precision == "range" and anchor.days > max(3, _LENGTHS.get(unit, 3660)):
        return None
    edge = anchor.end if step.count > 0 else anchor.start
    return unit_around(moved(edge, unit, step.count), unit)


def _named(step: Step, anchor: DateSpan) -> Days | None:
    """The next, previous or same week's or year's day, month or season of that name."""
    if step.unit == "weekday":
        if step.count == 0:
            week = unit_around(anchor.start, "week")
            found = moved(week.start, "day", step.name) if week else None
        else:
            found = (
                weekday_after(anchor.end, step.name)
                if (step.count or 0) > 0
                else weekday_before(anchor.start, step.name)
            )
        return one_day(found) if found and anchor.days <= 7 else None

    def make(year: int) -> Days | None:
        return month(year, step.name) if step.unit == "named month" else season(year, step.name)

    if step.count == 0:
        return make(anchor.start.year)
    if (step.count or 0) > 0:
        return next_to_begin(make, anchor.end)
    earlier = moved(anchor.start, "month", -1 if step.unit == "named month" else -3)
    return latest_begun(make, earlier) if earlier else None
