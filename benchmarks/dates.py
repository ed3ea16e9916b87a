"""Compare the date reader with dateparser on the sentences of `tests/language/date_expressions.yml`.

    python -m benchmarks.dates

dateparser gives one day for each expression and knows neither spans nor precision, so it is measured leniently: an
expression counts as right where a found piece of text overlaps it and the day given lies within the days meant. Both
readers are measured so; the strict line, exact words and exact span, is for this reader alone. A sentence is right
where every resolvable date in it is right and nothing that is no date was given a day.

The sentences were written by hand before the reader, and the reader was made right on them afterwards: its own share
says that nothing was lost since, not how it does on new text.

dateparser (BSD licence) is needed for this comparison only. Its settings here are what its manual advises for text
with a known date: RELATIVE_BASE is the day of publication, PREFER_DATES_FROM is "past", the language is English.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from generator.language.dates import find_dates

_FILE = Path(__file__).parent.parent / "tests" / "language" / "date_expressions.yml"


@dataclass(frozen=True)
class Found:
    """A piece of a sentence and the days that a reader takes it for."""

    start: int
    end: int
    first: date
    last: date


Reader = Callable[[str, date | None], list[Found]]


def read_here(text: str, published: date | None) -> list[Found]:
    """The dates this project finds that it can resolve."""
    mentions = find_dates(text, published)
    return [Found(m.start, m.end, m.span.start, m.span.end) for m in mentions if m.span]


def dateparser_reader() -> Reader:
    """The same by dateparser; raises ImportError where it is not installed."""
    search_dates = import_module("dateparser.search").search_dates

    def read(text: str, published: date | None) -> list[Found]:
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
        if published:
            settings["RELATIVE_BASE"] = datetime.combine(published, time(12))
        found, place = [], 0
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            place = max(text.find(words, place), 0)
            found.append(Found(place, place + len(words), moment.date(), moment.date()))
        return found

    return read


def wanted_of(case: dict[str, Any]) -> list[Found]:
    """The resolvable dates of a case."""
    wanted, place = [], 0
    for mention in case["finds"]:
        place = case["say"].index(mention["text"], place)
        end = place + len(mention["text"])
        if mention["span"]:
            first, _, last = str(mention["span"]).partition("/")
            wanted.append(Found(place, end, date.fromisoformat(first), date.fromisoformat(last or first)))
        place = end
    return wanted


def is_right(wanted: Found, found: list[Found]) -> bool:
    """Whether something found overlaps the words, with days within those meant."""
    return any(
        each.start < wanted.end and wanted.start < each.end and wanted.first <= each.first and each.last <= wanted.last
        for each in found
    )


def measure(reader: Reader) -> dict[str, tuple[int, int]]:
    """For each measure how many are right, and of how many."""
    counts = {"dates": [0, 0], "sentences": [0, 0], "sentences without a date": [0, 0], "strict": [0, 0]}

    def count(name: str, right: bool) -> None:
        counts[name][0] += right
        counts[name][1] += 1

    for group in yaml.safe_load(_FILE.read_text(encoding="utf-8")):
        for case in group["cases"]:
            found, wanted = reader(case["say"], group["published"]), wanted_of(case)
            hits = [is_right(each, found) for each in wanted]
            for hit, each in zip(hits, wanted, strict=True):
                count("dates", hit)
                count("strict", each in found)
            strays = [
                each for each in found if not any(each.start < other.end and other.start < each.end for other in wanted)
            ]
            count("sentences", all(hits) and not strays)
            if not case["finds"]:
                count("sentences without a date", not found)
    return {name: (right, total) for name, (right, total) in counts.items()}


def main() -> int:
    """Print the shares right of both readers."""
    readers: dict[str, Reader] = {"this reader": read_here}
    try:
        readers["dateparser"] = dateparser_reader()
    except ImportError:
        print("dateparser is not installed: pip install dateparser")
    for name, reader in readers.items():
        for measured, (right, total) in measure(reader).items():
            if measured != "strict" or reader is read_here:
                print(f"{name:12} {measured:25} {right:4} of {total:4}  {right / total:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
