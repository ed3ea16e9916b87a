"""Days that headings give to what stands under them: "Friday, 28 January 2033", "12 May: talks in Arlen", "Day four".

Reports of several days and live reports are written so. A heading's day lasts until the next such heading, or one
that turns away from the story ("Background"). Where one day of a count is known ("On Monday, day four of the games"),
all of them are.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from generator.language.date_lexicon import knowledge
from generator.language.dates import DateMention, find_dates
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Block, DateSpan

_LONGEST_COUNT = 60
"""Days. A count of days that goes on for longer is none of a report's."""
_BESIDE = 6
"""Characters between "day four" and the date that is told beside it."""
_JOINTS = re.compile(r"^\s*[:,()—–-]|[:,()—–-]\s*$")  # what parts the date of a heading from its other words


class DateSections:
    """The headings of one document that name a day, and what stands under each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._days: dict[int, DateSpan] = {}
        """The day of a paragraph by where it starts."""
        blocks = document.article.blocks
        if any(b.kind == "heading" for b in blocks):
            self._give(blocks)
        self.dates = self._read_anew() if self._days else document.dates
        """The date phrases of the document; in a section, "today" is the section's day."""

    def day_of(self, token: Token) -> DateSpan | None:
        """The day of the section that a token stands in, None where it stands in none."""
        return self._days.get(self._document.block_of(token).start) if self._days else None

    def read(self, mention: DateMention, day: date) -> DateSpan | None:
        """What a date phrase means in words of another day than that of publication."""
        block = next(b for b in self._document.article.blocks if mention.start < b.end)
        found = find_dates(self._document.text[block.start : block.end], day)
        return next((m.span for m in found if block.start + m.start == mention.start and m.text == mention.text), None)

    def _give(self, blocks: list[Block]) -> None:
        """Gives each paragraph under a heading the heading's day."""
        named = [(block, self._date_in(block), self._number_in(block)) for block in blocks if block.kind == "heading"]
        first_prose = next((b.start for b in blocks if b.kind == "prose"), 0)
        if not any(block.start > first_prose and (day or number) for block, day, number in named):
            return  # a date above the whole text is that of publication
        counted = self._counted(named, blocks)
        days = {block.start: day or self._by_count(number, counted) for block, day, number in named}
        turns = {block.start for block, day, number in named if number or day or self._turns_away(block)}
        current: DateSpan | None = None
        before: Block | None = None
        for block in blocks:
            if block.kind != "heading":
                if current is not None and block.kind != "headline":
                    self._days[block.start] = current.model_copy(update={"basis": "inferred"})
            elif block.start in turns:
                beside = before is not None and before.kind == "heading"  # "Second day", and its date below
                current = days[block.start] or (current if beside else None)
            before = block

    def _date_in(self, heading: Block) -> DateSpan | None:
        """The day that a heading is about: it is nothing but a date, or a date set off from its other words."""
        text = self._document.text[heading.start : heading.end]
        for mention in self._document.dates:
            if not (heading.start <= mention.start < heading.end) or not self._is_day(mention):
                continue
            before, after = text[: mention.start - heading.start], text[mention.end - heading.start :]
            if (before.strip("( ") and after.strip(") ")) or not all(_parted(side) for side in (before, after)):
                continue
            return mention.span
        return None

    def _is_day(self, mention: DateMention) -> bool:
        """Whether a date names one day that has come, at publication."""
        span, published = mention.span, self._document.published
        if span is None or span.days != 1 or mention.since or mention.until or mention.anaphoric:
            return False
        return published is None or span.end <= published

    def _number_in(self, block: Block) -> int | None:
        text = self._document.text[block.start : block.end]
        found = _day_count().search(text)
        return _number(found) if found is not None else None

    def _counted(
        self, headings: list[tuple[Block, DateSpan | None, int | None]], blocks: list[Block]
    ) -> tuple[int, DateSpan] | None:
        """A day of the count and its date: from a heading with its date in it or in the next, or told in prose."""
        for _, day, number in headings:
            if number and day:
                return number, day
        for (block, _, number), (below, day, other) in pairwise(headings):
            if number and day and not other and _adjoin(blocks, block, below):
                return number, day
        for block in (b for b in blocks if b.kind == "prose"):
            for found in _day_count().finditer(self._document.text, block.start, block.end):
                beside = (m for m in self._document.dates if self._is_day(m) and block.start <= m.start < block.end)
                told = next((m for m in beside if _gap(m, *found.span()) <= _BESIDE), None)
                number = _number(found)
                if told is not None and told.span is not None and number:
                    return number, told.span
        return None

    def _by_count(self, number: int | None, counted: tuple[int, DateSpan] | None) -> DateSpan | None:
        """The date of a numbered day, counted from the one whose date is known."""
        if number is None or counted is None or abs(number - counted[0]) > _LONGEST_COUNT:
            return None
        day = counted[1].start + timedelta(days=number - counted[0])
        if self._document.published is not None and day > self._document.published:
            return None
        return DateSpan(start=day, end=day, precision="day", basis="inferred")

    def _turns_away(self, heading: Block) -> bool:
        """Whether a heading leaves the story of the day."""
        words = re.findall(r"\w+", self._document.text[heading.start : heading.end].lower())
        return any(word in knowledge().lists["aside_headings"] for word in words)

    def _read_anew(self) -> list[DateMention]:
        """The date phrases, those that count from the day of publication counted from the section's."""
        result: list[DateMention] = []
        anew: dict[tuple[int, int], DateMention] = {}
        for block in self._document.article.blocks:
            day = self._days.get(block.start)
            if day is None or day.start == self._document.published:
                continue
            for mention in find_dates(self._document.text[block.start : block.end], day.start):
                anew[block.start + mention.start, block.start + mention.end] = mention
        for mention in self._document.dates:
            other = anew.get((mention.start, mention.end))
            if other is not None and other.span is not None and mention.span is not None:
                mention = _moved(mention, other)
            result.append(mention)
        return result


def _moved(mention: DateMention, other: DateMention) -> DateMention:
    """A mention with the days that it means when read as of another day."""
    return replace(mention, span=other.span, weekday_future=other.weekday_future)


def _parted(side: str) -> bool:
    """Whether nothing stands on that side of a heading's date, or something set off from it."""
    return not side.strip() or _JOINTS.search(side) is not None


def _adjoin(blocks: list[Block], block: Block, following: Block) -> bool:
    return blocks.index(following) == blocks.index(block) + 1


def _gap(mention: DateMention, start: int, end: int) -> int:
    """Characters between a date and the words from `start` to `end`."""
    return max(mention.start - end, start - mention.end)


@cache
def _day_count() -> re.Pattern[str]:
    """ "Day four", "day 4", "the fourth day", "the 4th day"."""
    cardinals = "|".join(_values("NUMBERWORD"))
    ordinals = "|".join(_values("ORDINALWORD"))
    return re.compile(
        rf"\bday (?P<cardinal>\d{{1,2}}|{cardinals})\b|\b(?P<ordinal>\d{{1,2}}(?:st|nd|rd|th)|{ordinals}) day\b", re.I
    )


def _values(name: str) -> dict[str, int]:
    """The words of a class of numbers with what they say."""
    return {word: value for word, (of, value) in knowledge().words.items() if of == name}


def _number(found: re.Match[str]) -> int | None:
    """The number in "day four", None where it counts no days."""
    word = (found["cardinal"] or found["ordinal"]).lower()
    digits = re.match(r"\d+", word)
    number = int(digits[0]) if digits else (_values("NUMBERWORD") | _values("ORDINALWORD"))[word]
    return number if 0 < number <= _LONGEST_COUNT else None
