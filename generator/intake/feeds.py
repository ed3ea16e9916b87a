"""What a feed offers: RSS of any version, Atom, JSON Feed. A feed is read; nothing in it is fetched or run here."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any
from urllib.parse import urljoin

import feedparser

from generator.articles.formats.extracted import day_of, language_code, names, one_line
from generator.articles.wording import is_web_address
from generator.intake.errors import IntakeError

_MOST_ITEMS = 5_000
_LARGEST = 10_000_000
"""Bytes of a feed."""

_IN_FULL = 120
"""Words. A text in a feed that has fewer is a teaser, not the article."""


@dataclass(frozen=True)
class Item:
    """One article that a feed offers. `id` is the feed's own name for it; `text` is its HTML, if that is all of it."""

    id: str
    url: str | None = None
    title: str | None = None
    published: date | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    text: str | None = None


@dataclass(frozen=True)
class Feed:
    """A feed and its items, the newest first. `home` is the address by which it names itself."""

    title: str | None = None
    home: str | None = None
    items: list[Item] = field(default_factory=list)


def read_feed(content: bytes, subject: str, address: str = "", charset: str | None = None) -> Feed:
    """The feed in a file. `address` is where it was fetched, `charset` what the server said. Raises IntakeError."""
    if len(content) > _LARGEST:
        raise IntakeError(subject, f"larger than {_LARGEST // 1_000_000} MB", "no feed is as large; check its address")
    try:
        start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
        feed = _json_feed(content, address) if start == b"{" else _xml_feed(content, address, charset)
    except Exception:
        # Damaged feeds bring parsers to fail in ways that they do not document.
        feed = None
    if feed is None:
        raise IntakeError(
            subject,
            "this is no RSS, Atom or JSON feed",
            "look for the feed's own address on the site; a page is added without --feed",
        )
    return Feed(feed.title, feed.home, _newest_first(feed.items))


def _newest_first(items: list[Item]) -> list[Item]:
    """Items in order of their days where all have one; otherwise as the feed has them, which is the newest first."""
    unique = list({item.id: item for item in reversed(items[:_MOST_ITEMS])}.values())[::-1]
    if any(item.published is None for item in unique):
        return unique
    return sorted(unique, key=lambda item: item.published or date.min, reverse=True)


# --- XML


def _xml_feed(content: bytes, address: str, charset: str | None) -> Feed | None:
    headers = {"content-location": address} if address else {}
    if charset:
        headers["content-type"] = f"application/xml; charset={charset}"
    parsed = feedparser.parse(io.BytesIO(content), response_headers=headers)
    if not parsed.get("version") and not parsed.entries:
        return None
    about: dict[str, Any] = parsed.feed
    title = one_line(about.get("title"))
    outlet = one_line(about.get("publisher")) or title
    language = language_code(about.get("language"))
    items = [_entry(entry, address, outlet, language) for entry in parsed.entries]
    own = next((link.get("href") for link in about.get("links", []) if link.get("rel") == "self"), None)
    return Feed(title, own if _is_address(own) else None, [item for item in items if item])


def _entry(entry: dict[str, Any], address: str, outlet: str | None, language: str | None) -> Item | None:
    url = _absolute(address, entry.get("link"))
    identifier = one_line(entry.get("id")) or url
    if not identifier:
        return None
    origin: dict[str, Any] = entry.get("source") or {}
    texts = [part.get("value") for part in entry.get("content", []) if "html" in str(part.get("type", "html"))]
    writers = [writer.get("name") for writer in entry.get("authors", [])]
    return Item(
        id=identifier,
        url=url,
        title=one_line(entry.get("title")),
        published=next(filter(None, (day_of(entry.get(name)) for name in ("published", "updated", "created"))), None),
        author=names(writers),
        publisher=one_line(origin.get("title")) or outlet,
        language=language_code(entry.get("language")) or language,
        text=_in_full([*texts, entry.get("summary")]),
    )


# --- JSON


def _json_feed(content: bytes, address: str) -> Feed | None:
    value = json.loads(content.decode("utf-8-sig"), strict=False)
    if not isinstance(value, dict) or "jsonfeed.org" not in str(value.get("version")):
        return None
    title, language = one_line(value.get("title")), language_code(value.get("language"))
    entries = value.get("items")
    items = [
        item
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and (item := _json_item(entry, address, title, language))
    ]
    own = value.get("feed_url")
    return Feed(title, own if _is_address(own) else None, items)


def _json_item(entry: dict[str, Any], address: str, title: str | None, language: str | None) -> Item | None:
    url = _absolute(address, entry.get("url")) or _absolute(address, entry.get("external_url"))
    given = entry.get("id")
    identifier = one_line(str(given) if isinstance(given, int) else given) or url
    if not identifier:
        return None
    plain = entry.get("content_text")
    paragraphs = plain.split("\n\n") if isinstance(plain, str) else []
    return Item(
        id=identifier,
        url=url,
        title=one_line(entry.get("title")),
        published=day_of(entry.get("date_published")) or day_of(entry.get("date_modified")),
        author=names(_writers(entry)),
        publisher=title,
        language=language_code(entry.get("language")) or language,
        text=_in_full([entry.get("content_html"), "".join(f"<p>{escape(part)}</p>" for part in paragraphs)]),
    )


def _writers(entry: dict[str, Any]) -> Iterator[object]:
    several, one = entry.get("authors"), entry.get("author")
    for writer in [*(several if isinstance(several, list) else []), one]:
        yield writer.get("name") if isinstance(writer, dict) else None


# --- what both have


def _absolute(address: str, link: object) -> str | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        whole = urljoin(address, link.strip())
    except ValueError:
        return None
    return whole if _is_address(whole) else None


def _is_address(value: object) -> bool:
    return isinstance(value, str) and is_web_address(value)


def _in_full(texts: list[Any]) -> str | None:
    """The longest of several texts, if it is long enough to be an article."""
    longest = max((text for text in texts if isinstance(text, str)), key=len, default="")
    return longest if len(longest.split()) >= _IN_FULL else None


def as_page(item: Item) -> bytes:
    """A web page of what the feed itself has of an article, which states all that the feed says of it."""
    stated = {
        "og:title": item.title,
        "article:published_time": item.published.isoformat() if item.published else None,
        "author": item.author,
        "og:site_name": item.publisher,
    }
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(item.language)}">' if item.language else "<html>",
        '<head><meta charset="utf-8">',
        f"<title>{escape(item.title or '')}</title>",
        *(f'<meta property="{name}" content="{escape(value)}">' for name, value in stated.items() if value),
        f'<link rel="canonical" href="{escape(item.url)}">' if item.url else "",
        "</head><body><article>",
        f"<h1>{escape(item.title)}</h1>" if item.title else "",
        item.text or "",
        "</article></body></html>",
    ]
    return "\n".join(line for line in lines if line).encode("utf-8", "replace") + b"\n"
