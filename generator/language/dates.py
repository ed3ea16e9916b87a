"""Date expressions of news text, resolved against the day of publication.

    find_dates("On Wednesday the two sides signed.", date(2020, 5, 15))

gives one mention, "Wednesday", the span 2020-05-13. Three readings are told apart: dates that the text writes out
(basis "stated"), dates counted from the day of publication ("relative"), and dates counted from one told before
(anaphoric, for `resolve_anaphoric`). No year is ever invented: without a day of publication "June 12" has no span.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from generator.language.date_anaphora import ANAPHORIC, resolve, reversed_step
from generator.language.date_calendar import Days, covering
from generator.language.date_classes import letters_of
from generator.language.date_grammar import Kind, Phrase, Reading, Rule, Step
from generator.language.date_guards import is_moved
from generator.language.date_lexicon import knowledge
from generator.language.date_relative import RELATIVE
from generator.language.date_spans import SPANS
from generator.language.date_stated import STATED
from generator.language.date_words import Words, words_of
from generator.model import Basis, DateSpan

_CALENDAR: tuple[Rule, ...] = (*STATED, *SPANS)
_RULES: tuple[Rule, ...] = (*_CALENDAR, *ANAPHORIC, *RELATIVE)
_ISLAND = re.compile(r"[^wW|]+")  # stretches of words that the grammar knows


@dataclass(frozen=True)
class DateMention:
    """One date expression: `text` is what stands at `start` to `end` (code points of the text given).

    `span` is None where the expression cannot be resolved: a weekday without a day of publication, an anaphoric or a
    vague expression. `weekday_future` is the other reading of a weekday, a month, a day or a season without year: the
    next one after the day of publication, for a verb in the future tense. `since` and `until` are true where the
    expression gives the start or the end of something that goes on. `anaphoric`: counted from a date told before;
    `step` says how. `vague`: no calendar can resolve it ("recently", "days later"). `kind` is "frequency" for
    "every Friday", else "point".
    """

    start: int
    end: int
    text: str
    span: DateSpan | None
    anaphoric: bool = False
    since: bool = False
    until: bool = False
    kind: Kind = "point"
    weekday_future: DateSpan | None = None
    vague: bool = False
    step: Step | None = field(default=None, repr=False)


@dataclass(frozen=True)
class _Found:
    """A reading of the words at places `first` to `last` (exclusive), and how it was come by, to read it anew."""

    first: int
    last: int
    reading: Reading
    rule: Rule | None = None
    phrase: Phrase | None = None


def find_dates(text: str, published: date | None) -> list[DateMention]:
    """The date expressions of a text in order, the leftmost and longest, none overlapping. Never raises."""
    words = words_of(text)
    chosen = _in_year_of_sentence(words, _longest(_readings(words, published)))
    return [_mention(words, _of_now(found, published)) for found in _joined(words, chosen)]


def _of_now(found: _Found, published: date | None) -> _Found:
    """A span that holds the day of publication is the one meant, and not the next ("runs from May 3 to July 9")."""
    span, future = found.reading.span, found.reading.future
    if published is None or span is None or future is None or span.days == 1 or future == span:
        return found
    if not span.start <= published <= span.end:
        return found
    return replace(found, reading=replace(found.reading, future=None))


def resolve_anaphoric(mention: DateMention, anchor: DateSpan, back: bool = False) -> DateSpan | None:
    """What an anaphoric mention means after a date was told; None where the mention or the date is too vague.

    `back`: the date told is the one counted to, the one counted from is asked for.
    """
    if mention.step is None:
        return None
    return resolve(reversed_step(mention.step) if back else mention.step, anchor)


def a_year_earlier(span: DateSpan) -> DateSpan:
    """The same days of the year before. The last of February of a leap year moves to the 28th."""
    start, end = (
        day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
        for day in (span.start, span.end)
    )
    return span.model_copy(update={"start": start, "end": end})


def _readings(words: Words, published: date | None) -> Iterator[_Found]:
    """Every reading of every rule, in no order."""
    for island in _ISLAND.finditer(words.letters):
        first, last = island.span()
        if not any(letter in _CORES for letter in island[0]):
            continue
        for rule in _RULES:
            place = first
            while match := rule.pattern.search(words.letters, place, last):
                begin, end = match.span("core" if "core" in rule.pattern.groupindex else 0)
                phrase = Phrase(words, match, *match.span(), published)
                reading = None if _in_compound(words, begin, end) else rule.read(phrase)
                if reading:
                    yield _Found(begin, end, reading, rule, phrase)
                place = match.end() if reading else match.start() + 1


_CORES = frozenset(
    "".join(
        letters_of(name)
        for name in [
            "ANYMONTH",
            "WEEKDAY",
            "WEEKDAYS",
            "YEAR",
            "YEARPAIR",
            "DECADE",
            "FULLDATE",
            "FISCALYEAR",
            "QUARTERCODE",
            "ANYUNIT",
            "WEEKENDWORD",
            "SEASON",
            "HOLIDAY",
            "NAMEDDAY",
            "DAYNAME",
            "ORDINAL",
            "DAYPART",
            "TIME",
            "THEN",
            "RECENT",
            "RECENTLY",
            "ANNUALLY",
            "OVERNIGHT",
        ]
    )
)


def _in_compound(words: Words, first: int, last: int) -> bool:
    """Whether a hyphen ties the words to a neighbour: "COVID-19", "two-year-old", "post-2011", "2019-nCoV"."""
    if _hyphen(words, first - 1):
        before = words.word(first - 2)
        if before[:1].isalpha() and not words.is_a(first - 2, "ANYMONTH"):
            return True
        if before[:1].isdigit() and not words.is_a(first, "ANYMONTH"):
            return True
    return _hyphen(words, last) and not words.is_a(last + 1, "ANYMONTH") and words.word(last + 1)[:1].isalnum()


def _hyphen(words: Words, place: int) -> bool:
    """Whether a hyphen stands there without space on either side; a dash between dates is longer."""
    return words.word(place) in ("-", "‑") and words.glued(place) and words.glued(place + 1)


def _longest(found: Iterator[_Found]) -> list[_Found]:
    """The leftmost, of these the longest readings, none overlapping."""
    chosen: list[_Found] = []
    for each in sorted(found, key=lambda each: (each.first, -each.last)):
        if not chosen or each.first >= chosen[-1].last:
            chosen.append(each)
    return chosen


def _in_year_of_sentence(words: Words, found: list[_Found]) -> list[_Found]:
    """Days and months that follow a year at the head of their sentence ("In 2018 ... on May 3") lie in it."""
    result: list[_Found] = []
    year, read = 0, 0
    for each in found:
        if year and any(words.begins_sentence(place) for place in range(read + 1, each.first + 1)):
            year = 0
        read = each.first
        if each.last - each.first == 1 and words.is_a(each.first, "YEAR"):
            first_in_sentence = words.word(each.first - 1) == "in" and words.begins_sentence(each.first - 1)
            year = words.values[each.first] if first_in_sentence else 0
        result.append(_read_anew(each, year) if year and each.rule in _CALENDAR else each)
    return result


def _read_anew(found: _Found, year: int) -> _Found:
    """What was read without a year, read as of the last day of one; the rest as it is."""
    told = found.reading.span and found.reading.span.basis == "stated"
    if told or not found.rule or not found.phrase or not (found.reading.future or found.phrase.published is None):
        return found
    reading = found.rule.read(replace(found.phrase, published=date(year, 12, 31)))
    if not reading or not reading.span:
        return found
    return replace(found, reading=Reading(reading.span.model_copy(update={"basis": "stated"})))


def _joined(words: Words, found: list[_Found]) -> list[_Found]:
    """Two dates that stand as the ends of one span ("from 18 June 2019 until 3 July 2020") made one."""
    result: list[_Found] = []
    skip = False
    for each, following in pairwise([*found, None]):
        if each is None or skip:
            skip = False
            continue
        both = _span_between(words, each, following) if following else None
        if both and following:
            result.append(both)
            skip = True
        else:
            result.append(each)
    return result


def _span_between(words: Words, start: _Found, end: _Found) -> _Found | None:
    """The span from one date to the next, where the words between and before say so."""
    if end.first != start.last + 1 or not words.is_a(start.last, "JOINT"):
        return None
    lead, joint = words.word(start.first - 1), words.word(start.last)
    led = (lead == "from" and joint != "and") or (lead == "between" and joint == "and")
    dash = words.is_a(start.last, "DASH") and not words.is_a(start.first - 1, "DASH")
    if not (led or dash) or is_moved(words, start.first - 1):
        return None
    first, last = start.reading.span, end.reading.span
    if first is None or last is None or (dash and first.precision != last.precision):
        return None
    both = _covering(first, last)
    if both is None:
        return None
    future = None
    if start.reading.future and end.reading.future:  # "from 20 November to 11 December", of a year to come
        future = _covering(start.reading.future, end.reading.future)
    return _Found(start.first - (1 if led else 0), end.last, Reading(both, future))


def _covering(first: DateSpan, last: DateSpan) -> DateSpan | None:
    """The span from the first day of one date to the last day of another, None where that lies before."""
    both = covering(Days(first.start, first.end, first.precision), Days(last.start, last.end, last.precision))
    basis: Basis = "stated" if first.basis == last.basis == "stated" else "relative"
    return both.span(basis) if both else None


def _mention(words: Words, found: _Found) -> DateMention:
    """A reading as the caller sees it, with what the words before it say: since, until, planned for."""
    start, end = words.starts[found.first], words.ends[found.last - 1]
    reading = found.reading
    lead = _lead(words, found.first)
    lists = knowledge().lists
    since = lead == "since" or (lead == "from" and words.word(found.last) in lists["onwards"])
    until = lead in lists["until_leads"]
    if reading.future and (
        (until and not _over_by_now(words, found.first)) or words.ends_with(found.first, lists["future_leads"])
    ):
        reading = replace(reading, span=reading.future)
    return DateMention(
        start=start,
        end=end,
        text=words.text[start:end],
        span=reading.span,
        anaphoric=reading.anaphoric,
        since=since,
        until=until,
        kind=reading.kind,
        weekday_future=reading.future,
        vague=reading.vague,
        step=reading.step,
    )


def _over_by_now(words: Words, first: int) -> bool:
    """Whether the verb before "until" says that the end has come: "had given them until Thursday"."""
    return any(words.word(place) in knowledge().lists["over_by_now"] for place in range(first - 7, first - 1))


def _lead(words: Words, first: int) -> str:
    """The preposition before a date, over hedges ("since at least", "until about"); empty where none stands there."""
    hedges, lists = knowledge().lists["hedges"], knowledge().lists
    for place in range(first - 1, max(first - 5, -1), -1):
        word = words.word(place)
        if word in ("since", "from") or word in lists["until_leads"]:
            return word
        if word not in hedges:
            return ""
    return ""
