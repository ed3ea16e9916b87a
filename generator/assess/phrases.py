"""Dates, counts and lists as they stand in an English sentence."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from generator.model import DateSpan

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
    return f"as {_NUMBERS[count] if count < len(_NUMBERS) else count} sources report"


def listed(names: Sequence[str]) -> str:
    """Names as a list: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def with_article(title: str) -> str:
    """A title as the object of a sentence: "the border treaty"; one that has an article keeps it."""
    first = title.split(" ", 1)[0].lower()
    return title if first in ("the", "a", "an") else f"the {title}"


def sentence(text: str) -> str:
    """A text with a capital at its beginning and a mark at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ".”", '."')) else ".")
