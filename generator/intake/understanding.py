"""What was understood of an article, and what about it a person should look at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from generator.articles import suffix_of
from generator.articles.encoding import NotTextError, decode
from generator.articles.formats import COLLECTIONS, FormatError, extract
from generator.articles.formats import SUFFIXES as FORMATS
from generator.articles.languages import may_be_english
from generator.intake.known import Twin
from generator.merge.addresses import host_of
from generator.model import Article, Source

_DISTILLED = "en"
"""Code of the language whose articles are distilled in full."""

_STUB = 80
"""Words. A shorter article may be the beginning of one that is not free to read."""

_BROKEN_OFF = 250
"""Words. A shorter article that ends with dots may be the beginning of a longer one."""

_KEPT = 0.5
"""Share of the words of a file that should be left when page furniture is taken out of it."""

_MOST_WEIGHED = 10_000_000
"""Bytes. Of a larger file nobody counts how much was left out."""

_NOT_FREE = re.compile(rb"""["']?isAccessibleForFree["']?\s*[:=]\s*["']?false""", re.IGNORECASE)
"""How a page tells search engines that it shows only a part."""

_BASES = {
    "stated": "stated in the article",
    "file": "of the file, not stated in the article",
    "inferred": "worked out from the article",
    "sidecar": "stated in the sidecar",
}
"""Where a day of publication comes from, in words."""


@dataclass(frozen=True)
class Understood:
    """One article of a file. `origins` tells for fields that the file itself does not state where they come from."""

    source: Source
    words: int
    doubts: list[str]
    twins: list[Twin] = field(default_factory=list)
    origins: dict[str, str] = field(default_factory=dict)

    @property
    def date_comes_from(self) -> str | None:
        """Where the day of publication comes from, in words; None if there is none."""
        if self.source.published is None:
            return None
        return self.origins.get("published") or _BASES[self.source.published_basis or "stated"]


@dataclass(frozen=True)
class Circumstances:
    """What an article is judged by besides itself: the day, and the languages of which names are read."""

    today: date
    named: frozenset[str] = frozenset()


def words_in(text: str) -> int:
    """Words of a text."""
    return len(text.split())


def doubts_about(article: Article, around: Circumstances) -> list[str]:
    """What looks doubtful about an article by itself, a clause each."""
    return [*_doubts_about_date(article.source, around.today), *_doubts_about_text(article, around)]


def _doubts_about_date(source: Source, today: date) -> list[str]:
    if source.published is None:
        return ['no date of publication, so that days such as "on Wednesday" stay unknown: state it with --published']
    if source.published > today + timedelta(days=1):  # it may be tomorrow already where the article was published
        return [f"the date {source.published} is in the future"]
    if source.published_basis == "file":
        return [f"the date {source.published} is the file's own, not stated in the article: --published states another"]
    return []


def _doubts_about_text(article: Article, around: Circumstances) -> list[str]:
    source = article.source
    found: list[str] = []
    if not any(block.kind == "headline" for block in article.blocks):
        found.append("no headline; the title is the first words of the text: state it with --title")
    words = words_in(source.text)
    if words < _STUB:
        found.append(f"only {words} words: perhaps no more than the beginning, before a paywall")
    elif words < _BROKEN_OFF and source.text.rstrip().endswith(("…", "...")):
        found.append("ends with dots: perhaps no more than the beginning, before a paywall")
    found += _doubts_about_language(source, around.named)
    if lost := source.text.count("\ufffd"):
        found.append(f"{lost} character{'s' if lost > 1 else ''} could not be read: save the file as UTF-8")
    return found


def _doubts_about_language(source: Source, named: frozenset[str]) -> list[str]:
    if source.language in (None, _DISTILLED):
        if may_be_english(source.text):
            return []
        return ["the language could not be told, so that nothing is taken from it: state it with --language"]
    if source.language in named:
        return [f"the language is {source.language}: nothing but names is taken from it"]
    return [f"the language is {source.language}, which cannot be read: nothing is taken from it"]


def doubts_about_address(own: str | None, fetched_from: str | None) -> list[str]:
    """What looks doubtful about the address that a page gives as its own, and that it was fetched from."""
    if fetched_from is None or own is None or host_of(own) == host_of(fetched_from):
        return []
    return [f"it was fetched from {host_of(fetched_from)} but gives {own} as its address"]


def doubts_about_file(path: Path, articles: Sequence[Article]) -> list[str]:
    """What looks doubtful about a file that holds one article: much left out of it, a page that says it is not free."""
    if len(articles) != 1 or articles[0].source.record is not None or path.stat().st_size > _MOST_WEIGHED:
        return []
    content, found = path.read_bytes(), list[str]()
    whole, kept = _words_before(path, content), words_in(articles[0].source.text)
    if whole and kept < _KEPT * whole:
        found.append(f"of {whole} words {whole - kept} were left out as page furniture: look at what was kept")
    if suffix_of(path) in {".html", ".htm"} and _NOT_FREE.search(content):
        found.append("the page says that it is not free to read: check that the whole article is there")
    return found


def _words_before(path: Path, content: bytes) -> int:
    """Words that a file held before furniture was taken out; 0 if that cannot be said."""
    suffix = suffix_of(path)
    try:
        if suffix in FORMATS:
            return sum(words_in(paragraph.text) for paragraph in extract(suffix, content).paragraphs)
        return 0 if suffix in COLLECTIONS else words_in(decode(content))
    except (FormatError, NotTextError):
        return 0
