"""What the machine knows of dates: the words of `dates.yml`, looked up in lower case."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file

_PART = re.compile(r"9/11|'s(?!\w)|[\w](?:\w|'(?!s\b)\w)*|[^\w\s]")  # as the words of a text are cut


@dataclass(frozen=True)
class Knowledge:
    """What `dates.yml` holds, ready for looking up: words in lower case to (class, value)."""

    words: dict[str, tuple[str, Any]]
    phrases: dict[str, list[tuple[tuple[str, ...], str, Any]]]
    seasons: dict[str, int]
    holidays: dict[str, dict[str, Any]]
    lists: dict[str, frozenset[str]]
    names: dict[str, dict[str, frozenset[str]]]
    ambiguous_months: frozenset[int]
    spoken_months: frozenset[str]


@cache
def knowledge() -> Knowledge:
    """The words of dates, read once."""
    content: dict[str, Any] = knowledge_file("dates")
    words: dict[str, tuple[str, Any]] = {}
    for name, listed in content["words"].items():
        words |= {word: (name.upper(), None) for word in listed}
    for number, named in content["months"].items():
        words[named["full"].lower()] = ("MONTH", number)
        words |= {short.lower(): ("SHORTMONTH", number) for short in named["short"]}
    for number, named in content["weekdays"].items():
        words[named["full"].lower()] = ("WEEKDAY", number)
        words[named["full"].lower() + "s"] = ("WEEKDAYS", number)
        words |= {short.lower(): ("SHORTWEEKDAY", number) for short in named["short"]}
    for key, name in {
        "seasons": "SEASON", "numbers": "NUMBERWORD", "ordinals": "ORDINALWORD", "parts": "PARTWORD",
        "edges": "EDGEWORD", "days_from_publication": "DAYNAME",
    }.items():  # fmt: skip
        words |= {word: (name, value) for word, value in content[key].items()}
    words |= {word: ("DAYPART", word) for word in content["parts_of_day"]}
    words |= _unit_words(content["units"])
    return Knowledge(
        words=words,
        phrases=_phrases(content),
        seasons=content["seasons"],
        holidays=content["holidays"],
        lists={key: frozenset(value) for key, value in content.items() if isinstance(value, list)},
        names={kind: {side: frozenset(of) for side, of in sides.items()} for kind, sides in content["names"].items()},
        ambiguous_months=frozenset(words[name.lower()][1] for name in content["ambiguous_months"]),
        spoken_months=frozenset({"march", "may", "august"}),
    )


def _unit_words(units: dict[str, list[str]]) -> dict[str, tuple[str, Any]]:
    """Units of time by class: singular and plural, and apart those that some expressions alone use."""
    singular = {
        "day": "DAYWORD",
        "week": "WEEKWORD",
        "month": "MONTHWORD",
        "quarter": "QUARTERWORD",
        "year": "YEARWORD",
        "century": "CENTURYWORD",
        "weekend": "WEEKENDWORD",
        "hour": "CLOCKWORD",
        "minute": "CLOCKWORD",
        "moment": "CLOCKWORD",
    }
    plural = {"day": "DAYSWORD", "week": "WEEKSWORD"}
    found: dict[str, tuple[str, Any]] = {}
    for unit, (one, many) in units.items():
        found[one] = (singular.get(unit, "SPANWORD"), unit)
        found[many] = (plural.get(unit, "UNITSWORD"), unit)
    return found


def _phrases(content: dict[str, Any]) -> dict[str, list[tuple[tuple[str, ...], str, Any]]]:
    """Names of several words by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, Any]]] = {}
    named = [(name, "HOLIDAY", name) for name in content["holidays"]]
    named += [(name, "NAMEDDAY", value) for name, value in content["named_days"].items()]
    for name, kind, value in named:
        parts = tuple(_PART.findall(name.lower()))
        found.setdefault(parts[0], []).append((parts, kind, value))
    return {first: sorted(of, key=lambda entry: -len(entry[0])) for first, of in found.items()}
