"""Dates, counts and lists as they stand in an English sentence."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from babel.dates import format_date

from generator.knowledge_files import knowledge_file
from generator.model import DateSpan, Origin

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("first", "second", "third", "fourth")
_LOCALE = "en_GB"


def day(value: date) -> str:
    """A day: "18 June 2024"."""
    return str(format_date(value, "d MMMM y", locale=_LOCALE))


def when(span: DateSpan) -> str:
    """A date with its preposition, as exact as it is: "on 18 June 2024", "in June 2024", "in 2024"."""
    match span.precision:
        case "day":
            return f"on {day(span.start)}"
        case "week":
            return f"in the week of {day(span.start)}"
        case "month":
            return f"in {format_date(span.start, 'MMMM y', locale=_LOCALE)}"
        case "quarter":
            return f"in the {_ORDINALS[(span.start.month - 1) // 3]} quarter of {span.start.year}"
        case "year":
            return f"in {span.start.year}"
        case "range":
            return f"between {day(span.start)} and {day(span.end)}"


def as_sources_report(count: int) -> str:
    """How many sources stand behind a sentence: "as three sources report"."""
    if count == 1:
        return "as one source reports"
    return f"as {number(count)} sources report"


def listed(names: Sequence[str]) -> str:
    """Names as a list: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def with_article(title: str) -> str:
    """A title as the object of a sentence: "the border treaty"; one that has an article keeps it."""
    first = title.split(" ", 1)[0].lower()
    return title if first in ("the", "a", "an") else f"the {title}"


@cache
def _definite_names() -> tuple[frozenset[str], frozenset[str]]:
    known = knowledge_file("definite_names")
    return frozenset(known["names"]), frozenset(known["heads"])


def definite(name: str) -> str:
    """A name as it stands inside a sentence: "the United Nations", "the Sudian Ministry of Health", "Norland"."""
    names, heads = _definite_names()
    if name in names:
        return f"the {name}"
    if "'s " in name or "’s " in name or name.split(" ", 1)[0].lower() in ("the", "a", "an"):
        return name
    words = name.split()
    return f"the {name}" if len(words) > 1 and heads.intersection(words) else name


def definite_start(text: str, names: Sequence[str]) -> str:
    """A text that begins with one of the names, with the article that the name needs."""
    found = max((name for name in names if text.startswith(f"{name} ")), key=len, default=None)
    return definite(found) + text[len(found) :] if found else text


@cache
def _bare_names() -> re.Pattern[str]:
    known = knowledge_file("definite_names")
    before, after = ("|".join(map(re.escape, known[part])) for part in ("before", "after"))
    names = "|".join(map(re.escape, sorted(known["names"], key=len, reverse=True)))
    return re.compile(rf"(?<=\b)((?:{before}) )({names})(?=$|[,.;:!?]|(?: (?:{after})\b))")


def definite_inside(text: str) -> str:
    """A text in a headline's wording ("arrived in United States"), each name in it with the article that it needs.

    Only where a name stands by itself behind a preposition: in "by United States officials" it takes none.
    """
    return _bare_names().sub(r"\1the \2", text)


def sentence(text: str) -> str:
    """A text with a capital at its beginning and a mark at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ".”", '."')) else ".")


def number(count: int) -> str:
    """A count in words up to nine: "three", "12"."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def borne_out(sources: int, origins: Sequence[Origin]) -> str:
    """What stands behind a sentence, copies and relays of one report counted once.

    "as two independent sources report", "as two sources report, both on the account of one agency". `sources` is the
    number of sources, `origins` the independent ones among them, if anybody looked for them.
    """
    if sources == 1 or not origins:
        return as_sources_report(sources)
    if len(origins) > 1:
        return f"as {number(len(origins))} independent sources report"
    both = "both" if sources == 2 else "all"
    return f"{as_sources_report(sources)}, {both} on the account of {origins[0].name or 'one of them'}"


def times(count: int) -> str:
    """How often: "twice", "four times"."""
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def date_words(span: DateSpan | None) -> str:
    """A date by itself: "18 June 2024", "June 2024", "16 June 2031 to 2 July 2031"; "no date" for none."""
    if span is None:
        return "no date"
    if span.precision == "range":
        return f"{day(span.start)} to {day(span.end)}"
    return when(span).split(" ", 1)[1]
