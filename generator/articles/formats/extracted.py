"""What a format gives: paragraphs, and what the file states about its article, checked before anybody relies on it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Literal

from generator.articles.characters import tidy
from generator.articles.dates import find_dates
from generator.articles.paragraphs import Paragraph
from generator.articles.wording import is_web_address

type Basis = Literal["stated", "file"]

_LONGEST = 400
"""Characters of a title or a name. What is longer was put into the wrong field."""

_LONGEST_ADDRESS = 2_000
"""Characters of a web address."""

_EARLIEST, _LATEST = 1900, 2100

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
_BY = re.compile(r"^(?:by|von|par|por|de|di|door)\s+(?=[^\W\d_])", re.IGNORECASE)
_MAIL = re.compile(r"\s*[<(]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b[>)]?")


class FormatError(ValueError):
    """A file that cannot be read as what its name says. `problem` and `remedy` say it in words."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


@dataclass
class Found:
    """What a file states about its article; None for what it leaves open.

    `basis` says where `published` comes from: "stated" by the publisher, or one of the "file"'s own properties, which
    tell when somebody made the file and who. The latter count for less than what the text says.
    """

    title: str | None = None
    published: date | None = None
    modified: date | None = None
    """The day of the last change that is stated."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    visited: date | None = None
    """The day on which a program fetched the article, which counts only where nothing tells that of publication."""
    basis: Basis = "stated"

    def add(self, other: "Found") -> None:
        """Takes what is not known yet."""
        for each in fields(self):
            if each.name != "basis" and getattr(self, each.name) is None:
                setattr(self, each.name, getattr(other, each.name))


@dataclass
class Extracted:
    """The paragraphs of a file in order, the headline first where the format knows it, and its metadata."""

    paragraphs: list[Paragraph]
    found: Found = field(default_factory=Found)


def one_line(value: object) -> str | None:
    """A text as one clean line; None if it is empty, no text, or too long to be a title or a name."""
    if not isinstance(value, str) or len(value) > 20 * _LONGEST:
        return None
    line = " ".join(tidy(value).split())
    return line if line and len(line) <= _LONGEST and any(map(str.isalnum, line)) else None


def day_of(value: object) -> date | None:
    """The day in a machine's or a person's way of writing: ISO 8601, a mail's date, seconds since 1970, words.

    A day is taken as it was written, in the publisher's own time zone. None if there is none, or more than one.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value if _EARLIEST <= value.year <= _LATEST else None
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _day_of_seconds(float(value))
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return _day_of_text(value.strip())


def _day_of_text(text: str) -> date | None:
    try:
        if iso := _ISO.match(text):
            return day_of(date(*map(int, iso.groups())))
        if re.fullmatch(r"\d{10}|\d{13}", text):
            return _day_of_seconds(float(text))
        return day_of(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    days = {written.day for written in find_dates(tidy(text))}
    return days.pop() if len(days) == 1 else None


def _day_of_seconds(seconds: float) -> date | None:
    """The day of seconds or thousandths since 1970; small numbers are something else."""
    if seconds > 1e11:
        seconds /= 1000
    if not 1e8 < seconds < 4e9:
        return None
    return datetime.fromtimestamp(seconds, UTC).date()


def address(value: object) -> str | None:
    """A web address; None for anything else, and for a site's front page, which is nobody's article."""
    if not isinstance(value, str) or len(value) > _LONGEST_ADDRESS:
        return None
    text = value.strip()
    if not is_web_address(text):
        return None
    rest = text.split("://", 1)[1]
    return text if rest.partition("/")[2].strip("/") or "?" in rest else None


def language_code(value: object) -> str | None:
    """The small letters of a language code such as "en-GB"; None if it is none."""
    match = _CODE.fullmatch(value.strip()) if isinstance(value, str) else None
    return match[1].lower() if match else None


def names(values: Iterable[object]) -> str | None:
    """Names of writers as one line, without "By", addresses and repetitions; None if none is left."""
    found: dict[str, str] = {}
    for value in values:
        line = one_line(value)
        if line is None or "://" in line:
            continue
        name = _BY.sub("", _MAIL.sub("", line)).strip(" ,;|")
        if any(map(str.isalpha, name)) and len(name) <= 120:
            found.setdefault(name.casefold(), name)
    return ", ".join(found.values()) or None
