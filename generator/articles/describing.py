"""From a cleaned page and what is stated about it to an Article."""

from dataclasses import dataclass
from datetime import date

from generator.articles.characters import tidy
from generator.articles.formats import Found
from generator.articles.languages import detect_language
from generator.articles.page import Page
from generator.articles.sidecar import Stated
from generator.articles.wording import is_web_address
from generator.identifiers import slug
from generator.model import Article, Block, PublishedBasis, Source

_TITLE = 120
"""Characters of a title that had to be made from the first words of a text."""


@dataclass(frozen=True)
class Place:
    """Where an article lies: `path` is relative to the articles folder, `stem` the file's name without its ending.

    `record` is the number of its record in a file that holds several articles, `sha256` that of the file or record.
    """

    path: str
    stem: str
    sha256: str
    record: int | None = None


def described(place: Place, page: Page, stated: Stated, found: Found) -> Article | None:
    """The article on a page; None if no text is left on it."""
    blocks = _blocks(page, stated.title)
    return _article(place, page, stated, found, blocks) if blocks else None


def _blocks(page: Page, stated_title: str | None) -> list[tuple[str, Block]]:
    """Every paragraph of the text with its block; a stated title heads a text that has no headline of its own."""
    parts: list[tuple[str, str]] = [(entry.text, entry.mark or "prose") for _, entry in page.kept()]
    if page.headline:
        parts.insert(0, (page.headline, "headline"))
    elif stated_title and parts:
        parts.insert(0, (tidy(stated_title), "headline"))
    blocks: list[tuple[str, Block]] = []
    start = 0
    for text, kind in parts:
        blocks.append((text, Block.model_validate({"start": start, "end": start + len(text), "kind": kind})))
        start += len(text) + 2
    return blocks


def _article(place: Place, page: Page, stated: Stated, found: Found, blocks: list[tuple[str, Block]]) -> Article:
    text = "\n\n".join(paragraph for paragraph, _ in blocks)
    particulars = page.particulars
    published, basis = _published(stated.published, found, particulars.day)
    written = particulars.author or particulars.beside
    author = written or found.author if found.basis == "file" else found.author or written
    url = particulars.url if particulars.url and is_web_address(particulars.url) else None
    title = stated.title or page.headline or found.title or _opening(blocks[0][0])
    source = Source(
        id=slug(place.stem) if place.record is None else _identifier(title, published),
        path=place.path,
        record=place.record,
        sha256=place.sha256,
        title=title,
        published=published,
        published_basis=basis,
        updated=_updated([stated.updated, found.modified, particulars.updated], published),
        publisher=stated.publisher or found.publisher or particulars.publisher,
        author=stated.author or author,
        url=stated.url or found.url or url,
        language=stated.language or _language(found, particulars.language, text),
        reliability=stated.reliability or "F",
        supersedes=stated.supersedes,
        text=text,
    )
    return Article(source=source, blocks=[block for _, block in blocks])


def _identifier(title: str, published: date | None) -> str:
    """The id of an article that has no file of its own: as files are best named, by its day and its title."""
    return slug(f"{published} {title}" if published else title)


def _language(found: Found, written: str | None, text: str) -> str | None:
    """The language that is stated, unless the text is in English where it states another one, or the reverse.

    That of a program which made the file counts only where the text does not show its own.
    """
    shown = detect_language(text)
    stated = written or shown or found.language if found.basis == "file" else found.language or written or shown
    return shown if shown and (shown == "en") != (stated == "en") else stated


def _published(stated: date | None, found: Found, written: date | None) -> tuple[date | None, PublishedBasis | None]:
    """The day and where it comes from. A date in the text says more than the day on which a file was made."""
    if stated is not None:
        return stated, "sidecar"
    if found.published is not None and (found.basis == "stated" or written is None):
        return found.published, found.basis
    if written is not None:
        return written, "stated"
    return (found.visited, "file") if found.visited is not None else (None, None)


def _updated(stated: list[date | None], published: date | None) -> date | None:
    """The first day of a last change that is stated, where it comes after publication."""
    day = next(filter(None, stated), None)
    return day if day and (published is None or day > published) else None


def _opening(text: str) -> str:
    """The first words of a text that has no headline."""
    if len(text) <= _TITLE:
        return text
    return text[:_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
