"""Classes of words, one letter each, so that the grammar of dates can be written over classes and matched as letters.

A text of words becomes a string of letters; "MONTH DAY COMMA YEAR" becomes a regular expression over them, and is
matched in time near linear in the words.
"""

import re
from functools import cache

# fmt: off
_WORD_CLASSES = [
    "THE", "ARTICLE", "OF", "IN", "ON", "AT", "BY", "FROM", "BETWEEN", "AND", "OR", "TO", "UNTIL", "SINCE",
    "THIS", "LAST", "NEXT", "PAST", "COMING", "THAT", "SAME", "FOLLOWING", "PREVIOUS", "PRIOR", "EARLIER",
    "LATER", "BEFORE", "AFTER", "AGO", "NOW", "TIME", "TIMES", "ONCE", "EVERY", "OTHER", "SEVERAL", "RECENT",
    "COUPLE", "HALF", "FISCAL", "THEN", "RECENTLY", "ANNUALLY", "OVERNIGHT",
]
_CORE_CLASSES = [
    "MONTH", "SHORTMONTH", "WEEKDAY", "SHORTWEEKDAY", "WEEKDAYS", "YEAR", "DECADE", "YEARPAIR", "FULLDATE",
    "FISCALYEAR", "QUARTERCODE", "DAYWORD", "WEEKWORD", "MONTHWORD", "QUARTERWORD", "YEARWORD", "CENTURYWORD",
    "WEEKENDWORD", "SPANWORD", "CLOCKWORD", "DAYSWORD", "WEEKSWORD", "UNITSWORD", "SEASON", "HOLIDAY",
    "NAMEDDAY", "DAYNAME", "ORDINAL", "DAYPART",
]
_OTHER_CLASSES = [
    "SMALL", "NUMBERWORD", "INTEGER", "ORDINALWORD", "PARTWORD", "EDGEWORD", "COMMA", "DASH", "DOT",
    "POSSESSIVE", "APOSTROPHE",
]
# fmt: on
LETTERS = {name: chr(0x100 + n) for n, name in enumerate([*_WORD_CLASSES, *_CORE_CLASSES, *_OTHER_CLASSES])}

# Classes that the grammar speaks of together.
_SETS = {
    "DAY": "SMALL ORDINAL",
    "UNIT": "DAYWORD WEEKWORD MONTHWORD QUARTERWORD YEARWORD SPANWORD",
    "UNITS": "DAYSWORD WEEKSWORD UNITSWORD",
    "ANYUNIT": "DAYWORD WEEKWORD MONTHWORD QUARTERWORD YEARWORD SPANWORD CENTURYWORD CLOCKWORD "
    "DAYSWORD WEEKSWORD UNITSWORD",
    "ORDER": "ORDINAL ORDINALWORD",
    "JOINT": "DASH TO UNTIL AND",
    "ANYMONTH": "MONTH SHORTMONTH",
    "DIGITS": "SMALL INTEGER YEAR",
    "NUMBER": "SMALL INTEGER YEAR NUMBERWORD SEVERAL",
}
PLAIN, CAPITAL, BREAK = "w", "W", "|"  # words outside the grammar, and the break between paragraphs or sentences


@cache
def letters_of(name: str) -> str:
    """The letters of a class or of a set of classes."""
    return "".join(LETTERS[part] for part in _SETS.get(name, name).split())


def grammar(pattern: str) -> re.Pattern[str]:
    """A pattern over names of classes ("MONTH DAY (?P<year>COMMA? YEAR)?") as one over their letters."""
    return re.compile(re.sub(r"[A-Z]{2,}", lambda found: f"[{letters_of(found[0])}]", pattern).replace(" ", ""))
