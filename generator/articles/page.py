"""A page on its way to being an article: its paragraphs, and for each that went why it went."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.articles.paragraphs import Mark, Paragraph
from generator.articles.particulars import Particulars
from generator.articles.wording import ends_sentence, weight

LONG = 25
"""Words from which a paragraph is taken for prose however it ends."""


@dataclass(eq=False)
class Entry:
    """One paragraph of a page. `gone` says why it is no part of the article; empty for what is."""

    paragraph: Paragraph
    gone: str = ""
    mark: Mark | None = None

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    @cached_property
    def words(self) -> int:
        """Its length in words."""
        return weight(self.paragraph.text)

    def is_prose(self, least: int = 8) -> bool:
        """Whether it reads as running text: a long paragraph, or a sentence of at least `least` words."""
        if self.mark == "heading":
            return False
        return self.words >= LONG or (self.words >= least and (ends_sentence(self.text) or self.text.endswith(":")))


@dataclass
class Page:
    """All entries of a page in order, its headline, and what it states about its publication."""

    entries: list[Entry]
    headline: str | None = None
    particulars: Particulars = field(default_factory=Particulars)
    story_without_title: int = -1
    """Index above which it is known that the page does not end in a list of other stories."""

    def kept(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Entry]]:
        """Index and entry of what is still part of the article, between two indices."""
        for index in range(start, len(self.entries) if end is None else end):
            if not self.entries[index].gone:
                yield index, self.entries[index]

    def prose_words(self, start: int = 0, end: int | None = None) -> int:
        """Words of running text still kept between two indices."""
        return sum(entry.words for _, entry in self.kept(start, end) if entry.is_prose())

    def drop(self, start: int, why: str) -> None:
        """Takes out everything still kept from an index on."""
        for _, entry in self.kept(start):
            entry.gone = why

    def drop_next(self, index: int, why: str) -> None:
        """Takes out the entry right after an index if it is no longer than a caption."""
        if index + 1 < len(self.entries):
            following = self.entries[index + 1]
            if not following.gone and following.words <= 2 * LONG:
                following.gone = why
