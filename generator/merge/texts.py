"""An article's text as it is compared with another article's: its words, what tells its version, whose it is."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from generator.knowledge_files import knowledge_file
from generator.merge.addresses import normal_address
from generator.merge.likeness import Shingles, repeated, shingles, words_of
from generator.merge.publishers import Publisher, publisher_of
from generator.model import Source
from generator.yamlfiles import sha256

NOT_LIKE_ANY = "none"
"""What `supersedes` says of an article that is one of its own, however like another."""

_LOOKED_AT = 3
"""Paragraphs at either end of a text in which it may say that it was corrected."""
_LONGEST_NOTICE = 600
"""Characters of a paragraph that is looked at."""
_REWORDED = 0.5
"""Share of the shorter paragraph's shingles that the other repeats, from which one is the other in other words."""
_MOST = 200
"""Paragraphs of a text that are compared with as many of another."""
_DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


@cache
def _notices() -> re.Pattern[str]:
    patterns: list[str] = knowledge_file("versions")["notices"]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def _days() -> re.Pattern[str]:
    """Words for a day: names of the days of the week, a month with a number."""
    dates = knowledge_file("dates")
    weekdays = [day["full"] for day in dates["weekdays"].values()]
    months = [form for month in dates["months"].values() for form in [month["full"], *month.get("short", [])]]
    month = rf"(?:{'|'.join(months)})\.?"
    return re.compile(rf"\b(?:(?:{'|'.join(weekdays)})\b|{month} \d{{1,2}}\b|\d{{1,2}} {month})", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """A source as it is compared. All of it is worked out when it is asked for."""

    source: Source

    @cached_property
    def address(self) -> str | None:
        """The address it was published at, as compared."""
        return normal_address(self.source.url)

    @cached_property
    def publisher(self) -> Publisher:
        """From whom it comes."""
        return publisher_of(self.source)

    @cached_property
    def _words(self) -> tuple[str, int]:
        words = words_of(self.source.text)
        return sha256(" ".join(words).encode()) if words else "", len(words)

    @property
    def words(self) -> str:
        """What stands for its words in order, whatever the punctuation and white space between them; empty for none."""
        return self._words[0]

    @property
    def length(self) -> int:
        """Its words."""
        return self._words[1]

    @cached_property
    def title(self) -> str:
        """The words of its title."""
        return " ".join(words_of(self.source.title))

    @property
    def shingles(self) -> Shingles:
        """The runs of three words in it. They are not kept: those of many articles are more than fits."""
        return shingles(self.source.text)

    @cached_property
    def notice(self) -> bool:
        """Whether it says of itself that it was corrected or updated."""
        paragraphs = [part for part in self.source.text.split("\n\n") if part.strip()]
        ends = paragraphs[:_LOOKED_AT] + paragraphs[_LOOKED_AT:][-_LOOKED_AT:]
        return any(_notices().search(part.strip()[:_LONGEST_NOTICE]) for part in ends)

    @property
    def day(self) -> date | None:
        """The day of its last change as far as it is stated, else that of publication; a mere file's date is none."""
        published = self.source.published if self.source.published_basis not in ("file", "inferred") else None
        return self.source.updated or published

    @cached_property
    def day_in_path(self) -> date | None:
        """The last date in its file's path."""
        for year, month, day in reversed(_DAY_IN_PATH.findall(self.source.path)):
            try:
                return date(int(year), int(month), int(day))
            except ValueError:
                continue
        return None

    @cached_property
    def days_told(self) -> frozenset[str]:
        """The days that its text names, as it names them."""
        return frozenset(" ".join(found.casefold().split()) for found in _days().findall(self.source.text))

    @property
    def is_apart(self) -> bool:
        """Whether a person said that it is an article of its own."""
        return self.source.supersedes == NOT_LIKE_ANY

    @cached_property
    def _paragraphs(self) -> dict[str, str]:
        return {" ".join(words_of(part)): part for part in self.source.text.split("\n\n")}

    def rewords(self, other: "Told") -> bool:
        """Whether a paragraph stands in the other text in other words; not where one only has more than the other."""
        own = [part for words, part in self._paragraphs.items() if words not in other._paragraphs]
        others = [part for words, part in other._paragraphs.items() if words not in self._paragraphs]
        mine, theirs = [shingles(part) for part in own[:_MOST]], [shingles(part) for part in others[:_MOST]]
        return any(_REWORDED <= repeated(a, b) < 1 for a in mine for b in theirs)
