"""Titles without the times that only make sense beside the article's own day: "on Wednesday", "earlier this week"."""

import re
from functools import cache

from generator.knowledge_files import knowledge_file

_FEWEST_WORDS = 3
_QUOTED = re.compile(r"[“\"].*[”\"…]")


@cache
def _words() -> dict[str, str]:
    """The alternatives of each list of the knowledge file, the longest first."""
    known: dict[str, list[str]] = knowledge_file("title_times")
    return {part: "|".join(sorted(map(re.escape, words), key=len, reverse=True)) for part, words in known.items()}


@cache
def _times() -> re.Pattern[str]:
    """Times as adverbs, with the words that go with them, where no word of a name or noun goes on with them."""
    w = _words()
    weekday = rf"(?:on|last|next|this|this past) (?:{w['weekdays']})(?: (?:{w['parts_of_day']}))?"
    span = rf"(?:{w['before']}) (?:{w['spans']})"
    led = rf",?(?: (?:{w['leading']}))*"
    after = rf"(?=$|,| (?!(?:{w['spans']})\b)[a-z])"
    return re.compile(rf"{led}(?: (?:{weekday}|{span}|{w['single_words']})|(?<=,) (?:{w['weekdays']})(?=$)){after}")


@cache
def _owned() -> re.Pattern[str]:
    """Times as possessors: "yesterday's march", "last week's protests"; not of the next one, which is another."""
    w = _words()
    span = rf"(?:{w['before']}) (?:{w['spans']}|{w['weekdays']})"
    time = rf"(?:the )?(?!next|the coming|this coming)(?:{span}|{w['single_words']}|{w['weekdays']})"
    return re.compile(rf"(?<!\w){time}['’]s (?=[a-z])", re.IGNORECASE)


def without_times(title: str, *, dated: bool) -> str:
    """A title without such times, as it was where it cannot do without them.

    `dated`: whether the day of the happening stands beside the title; else only possessors fall ("the march" for
    "yesterday's march"), for "on Friday" is better than nothing.
    """
    if _QUOTED.search(title):
        return title
    shorter = _owned().sub(lambda match: "The " if match.start() == 0 else "the ", title)
    if dated:
        shorter = " ".join(_times().sub("", shorter).split()).rstrip(",")
    words = shorter.split()
    ends = knowledge_file("title_times")["open_ends"]
    return shorter if len(words) >= _FEWEST_WORDS and words[-1].lower() not in ends else title
