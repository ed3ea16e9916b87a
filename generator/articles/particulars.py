"""The lines at an article's head that say when, by whom and where it was published.

A line is one of these only if nothing of it is left over: "June 23, 2019" is, "The treaty of June 23, 2019" is not.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date

from babel import Locale

from generator.articles.bylines import (
    Writers,
    begins_byline,
    is_likely_person,
    looks_like_name,
    named_writer,
    read_writers,
)
from generator.articles.dates import find_dates, month_pattern, weekday_pattern
from generator.articles.furniture import is_publisher, is_section, is_writer, knowledge, labels, sounds_like_publisher
from generator.articles.languages import LANGUAGES
from generator.articles.wording import folded, is_capitalised

_LONGEST = 30
"""Words. A longer line is prose."""

_LONGEST_LINE = 400
"""Characters."""

_PARTS = re.compile(r"\s*[|•·‖¦]\s*|\s[*/]\s|\s+[-–—]+\s+")
_EDGES = " \t,;:.()[]-–—/|•*·_#"
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_YEAR_AND_TIME = re.compile(r"(\b\d{4})(\d{1,2}:\d{2})")
_RUN_TOGETHER = re.compile(r"([a-z\d])(?=(?:Updated|Published|Posted|Modified)\b)")
_CUT = "\0"
"""Stands where a date or a time was taken out of a line."""


@dataclass
class Particulars:
    """What one line, or the head of a whole article, states about its publication."""

    published: date | None = None
    dated: date | None = None
    """A day without a word that says what happened on it."""
    updated: date | None = None
    author: str | None = None
    beside: str | None = None
    """A person's name beside a date, without a word that says who that is."""
    publisher: str | None = None
    language: str | None = None
    url: str | None = None
    weak: bool = field(default=False, compare=False)
    """The line could also be a short heading; near the headline it is not."""

    def add(self, other: "Particulars") -> None:
        """Takes what is not known yet."""
        for each in fields(self):
            if each.name != "weak" and getattr(self, each.name) is None:
                setattr(self, each.name, getattr(other, each.name))

    def add_writers(self, writers: Writers) -> None:
        """Takes the author and the publisher that a by-line gives, unless they are known."""
        self.add(Particulars(author=writers.author, publisher=writers.publisher))

    @property
    def day(self) -> date | None:
        """The day of publication: the stated one, else one that stands alone, else that of the last update."""
        return self.published or self.dated or self.updated

    @property
    def is_only_day(self) -> bool:
        """Whether the line holds a day without a label and nothing else, as headings of a chronology do."""
        return self == Particulars(dated=self.dated) and self.dated is not None


@functools.lru_cache(maxsize=10_000)
def read_particulars(line: str) -> Particulars | None:
    """What a line states about the article's publication; None if it is no such line. Equal lines share one value."""
    if line.startswith("(") and line.endswith(")"):
        line = line[1:-1]
    text = _parted(line.strip(" \t-–—|•*·[]_#"))
    if not text or len(text) > _LONGEST_LINE or len(text.split()) > _LONGEST:
        return None
    labelled = _labelled_value(text)
    if labelled is not None:
        return labelled
    found, kinds = Particulars(), set()
    for part in filter(None, (part.strip(" \t,;|[]") for part in _PARTS.split(text))):
        kind = _read_part(part, found)
        if kind is None:
            return None
        kinds.add(kind)
    if kinds & {"date", "time", "byline", "writer"}:
        return found
    if "publisher" in kinds and kinds & {"name", "place"}:
        found.weak = True
        return found
    return None


def _parted(text: str) -> str:
    """The line with spaces where a page ran dates, times and labels together: "June 19, 202410:34Updated ..."."""
    return _RUN_TOGETHER.sub(r"\1 ", _YEAR_AND_TIME.sub(r"\1 \2", text))


def _labelled_value(text: str) -> Particulars | None:
    """Lines such as "Source: ...", "Language: ...", "URL: ..."."""
    if _WEB_ADDRESS.fullmatch(text):
        return Particulars(url=text)
    label, colon, value = text.replace("：", ":").partition(":")
    label, value = folded(label), value.strip()
    if label in labels("url") and _WEB_ADDRESS.fullmatch(value):
        return Particulars(url=value)
    if not colon or not value or len(value.split()) > 8:
        return None
    if label in labels("language"):
        return Particulars(language=_language_named(value))
    if label in labels("publisher") and not value.endswith((".", "?", "!")) and not find_dates(value):
        return Particulars(publisher=value) if is_capitalised(value) or "." in value else None
    return None


def _language_named(value: str) -> str | None:
    """The code for "en", "English", "français"; None if it is none that is known."""
    wanted = folded(value)
    return wanted if wanted in LANGUAGES else _language_names().get(wanted)


@functools.cache
def _language_names() -> dict[str, str]:
    return {
        folded(str(Locale(code).get_language_name(language))): code for code in LANGUAGES for language in ("en", code)
    }


# --- parts of a line


def _read_part(part: str, found: Particulars) -> str | None:
    """Reads one part of a line into `found`; its kind, or None if it is nothing that stands at an article's head."""
    rest, dated = _take_dates(_take_language(part, found), found)
    rest, times = _times().subn(_CUT, rest)
    writers = None if begins_byline(rest) else named_writer(rest)
    if writers:
        found.add_writers(writers)
        return "writer"
    start = _byline_within(rest)
    if start is not None:
        names, _, after = rest[start + begins_byline(rest[start:]) :].partition(_CUT)
        writers = read_writers(_trailing_labels().sub("", names))
        if writers is None:
            return None
        found.add_writers(writers)
        found.weak |= writers.author is not None and " " not in writers.author
        rest = rest[:start] + _CUT + after
    kinds = {_kind_of_chunk(chunk, bool(dated or times), found) for chunk in re.split(r"[,;()]|:(?!\d)", rest)}
    if None in kinds:
        return None
    if start is not None:
        return "byline"
    if dated:
        return "date"
    if times or "label" in kinds:
        return "time"
    return next(iter(kinds - {"nothing"}), "nothing")


def _byline_within(rest: str) -> int | None:
    """Where a by-line begins: at the start of a part, or right after a date or a time."""
    begins = [0, *(match.end() for match in re.finditer(rf"{_CUT}[\s,]*", rest))]
    return next((start for start in begins if begins_byline(rest[start:])), None)


@functools.cache
def _trailing_labels() -> re.Pattern[str]:
    """Labels between the names of a by-line and the date after them."""
    return re.compile(rf"(?:\b(?:on|{_any_word('published', 'updated')})\b\s*:?\s*|[,\s(]+)+$", re.IGNORECASE)


def _take_language(part: str, found: Particulars) -> str:
    """Takes a code and a language's name that stand side by side: "en English"."""
    for match in re.finditer(r"\b([a-z]{2}) (\w+)\b", part):
        if _language_names().get(folded(match[2])) == match[1]:
            found.language = found.language or match[1]
            return part[: match.start()] + part[match.end() :]
    return part


def _take_dates(part: str, found: Particulars) -> tuple[str, int]:
    """The part with its dates cut out, and how many there were; each goes where the last label before it says."""
    position, rest = 0, ""
    dates = find_dates(part)
    for written in dates:
        before = part[position : written.start]
        name = _last_label(before)
        if getattr(found, name) is None:
            setattr(found, name, written.day)
        rest, position = f"{rest}{before}{_CUT}", written.end
    return rest + part[position:], len(dates)


def _last_label(before: str) -> str:
    """The field that a date belongs to, by the last label before it."""
    ends = {
        sort: max((match.end() for match in _words(sort).finditer(before)), default=0)
        for sort in ("updated", "published")
    }
    if not any(ends.values()):
        return "dated"
    return max(ends, key=lambda sort: ends[sort])


def _kind_of_chunk(chunk: str, beside_date: bool, found: Particulars) -> str | None:
    """What one chunk between commas is; None if it is words that do not belong to an article's head.

    Words that touch the date itself must be more than a name or a place: "Attack on 7 October 2023" is a heading.
    """
    glued = _CUT in chunk
    rest, labelled = _words("published", "updated").subn(" ", chunk.replace(_CUT, " "))
    if beside_date or labelled:
        rest = _yearless().sub(" ", rest)
    rest = _weekdays().sub(" ", rest) if beside_date or labelled else rest
    if not _words("filler", "zones").sub(" ", rest).strip(_EDGES):
        return "label" if labelled else "nothing"
    rest = re.sub(r"\s(?:on|at|am|le|el)$", "", " ".join(rest.split()).strip(_EDGES))
    kind = _kind_of_name(rest, found)
    if glued and kind == "place":
        return None
    if glued and kind == "name":
        found.weak = True
    return kind


def _kind_of_name(text: str, found: Particulars) -> str | None:
    if is_section(text):
        return "section"
    if is_writer(text) and is_capitalised(text):
        if len(text.split()) > 1 and folded(text).endswith(" desk"):
            found.beside = found.beside or text
        return "role"
    if sounds_like_publisher(text):
        found.publisher = found.publisher or text
        return "publisher"
    if looks_like_name(text):
        if is_likely_person(text):
            found.beside = found.beside or text
        return "name"
    words = text.split()
    return "place" if len(words) <= 3 and all(map(is_capitalised, words)) else None


# --- the dateline that an agency's article begins with

_DATELINE = re.compile(
    r"[^\W\d_a-zà-öø-ÿ][^\d()\n]{1,60}?[\s,/—–-]*"
    r"(?P<date>\b[^()/\n—–]{0,30}?\d[^()/\n—–]{0,20}?)?\s*"
    r"(?:[(](?P<agency>[^()]{2,40})[)]|/\s?(?P<slashed>[^/]{2,40}?)\s?/)\.?\s*(?:[-–—:]+\s|[-–—]+|(?<=/)\s|(?<=/\.)\s)"
)
_DAY = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}[,(/\s]+(?P<date>[^()/—–]{6,30}?\b\d{4})\s*[)/]?\s*(?:[-–—:]+|\.)\s")
_DAY_FIRST = re.compile(r"(?P<date>[^()–—]{6,30}?\b\d{4})\s*\([^\W\d_a-zß-öø-ÿ][^()a-z]{2,40}\)\s*[-–—:]")
_DATELINE_LENGTH = 200
"""Characters at the beginning of an article in which its dateline lies."""


def read_dateline(text: str) -> Particulars:
    """Agency and day of "NORBURG, June 19, 2024 (Agency) - " at the beginning of an article; empty if there is none."""
    beginning = text[:_DATELINE_LENGTH]
    found = Particulars()
    match, day = _DATELINE.match(beginning), _DAY.match(beginning) or _DAY_FIRST.match(beginning)
    agency = (match["agency"] or match["slashed"]).strip() if match else ""
    if is_publisher(agency):
        found.publisher = agency
    else:
        match = None
    dates = find_dates(day["date"]) if day else find_dates(match["date"] or "") if match else []
    found.dated = dates[0].day if dates else None
    return found


# --- words and times


def _any_word(*sorts: str) -> str:
    words: Iterator[str] = (word for sort in sorts for word in labels(sort))
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@functools.cache
def _words(*sorts: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_word(*sorts)})(?!\w)", re.IGNORECASE)


@functools.cache
def _weekdays() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{weekday_pattern()})(?!\w)", re.IGNORECASE)


@functools.cache
def _yearless() -> re.Pattern[str]:
    month = month_pattern()
    return re.compile(
        rf"(?<!\w)(?:{month}\s*\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th|\.)?\s*{month})(?![\w/])",
        re.IGNORECASE,
    )


@functools.cache
def _times() -> re.Pattern[str]:
    zone = rf"(?:{_any_word('zones')})\b(?:\s?[+-]\s?\d{{1,2}}(?::?\d{{2}})?)?"
    clock = r"T?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?"
    return re.compile(
        r"(?<![\w.])(?:"
        + "|".join(knowledge()["ages"])
        + rf"|{clock}(?:\s?[ap]\.?\s?m\b\.?)?(?:\s*\(?{zone}\)?)?(?:\s?[+-]\d{{2}}:?\d{{2}}\b)?"
        rf"|\d{{1,2}}\s?[ap]\.?m\b\.?(?:\s*\(?{zone}\)?)?"
        rf"|\d{{4}}\s?{zone}"
        r")(?!\w)",
        re.IGNORECASE,
    )
