"""Of which kind a content is: the ending that its file gets."""

import io
import json
import re
import zipfile
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.articles import SUFFIXES
from generator.intake.connection import BROWSER
from generator.intake.errors import FetchError
from generator.intake.fetching import Fetched

FEED = "feed"
"""What `sniff` says of an RSS or Atom feed, which is no article."""

_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/x-mimearchive": ".mhtml",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "application/json-lines": ".jsonl",
    "text/csv": ".csv",
    "application/warc": ".warc",
}
"""Media types, and the ending of their files."""

_UNKNOWN = ("", "application/octet-stream", "binary/octet-stream", "application/download", "application/force-download")
"""Media types that say nothing."""

_LEAD = 2_048
"""Bytes at the beginning of a content that show its kind."""

_BEFORE = rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,1000}?-->\s*)*"
_PAGE = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    _BEFORE + rb"(?:<\?[^>]*>\s*|<!doctype[^>]*>\s*|<!--.{0,1000}?-->\s*)*<(?:rss|feed|(?:\w+:)?rdf)\b",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def sniff(content: bytes) -> str | None:
    """The ending for a content that shows its kind, or `FEED`; None for plain text and for what is not known."""
    lead = content[:_LEAD]
    for start, suffix in ((b"%PDF-", ".pdf"), (b"{\\rtf", ".rtf"), (b"WARC/1", ".warc")):
        if lead.lstrip().startswith(start):
            return suffix
    if lead.startswith(b"PK\x03\x04"):
        return _of_zip(content)
    if _PAGE.match(lead):
        return ".html"
    if _FEED.match(lead):
        return FEED
    if re.match(rb"[\w-]+:", lead) and _MHTML.search(lead):
        return ".mhtml"
    return _of_json(content) if lead.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") else None


def _of_zip(content: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if "word/document.xml" in names:
        return ".docx"
    return ".odt" if {"mimetype", "content.xml"} <= names else None


def _of_json(content: bytes) -> str | None:
    """JSON, or JSON line by line."""
    for suffix, part in ((".json", content), (".jsonl", content.lstrip().partition(b"\n")[0])):
        try:
            value = json.loads(part.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict | list):
            return suffix
    return None


def kind_of_page(page: Fetched) -> str:
    """The ending for what was fetched: by what it is, by what the server says, by its address. Raises FetchError."""
    shown = sniff(page.content)
    if shown == FEED:
        raise FetchError(page.address, "this is a feed, no article", f"brief add --feed {page.address}", refused=True)
    named = PurePosixPath(unquote(urlsplit(page.address).path)).name.lower()
    by_name = next((suffix for suffix in SUFFIXES if named.endswith(suffix)), None)
    if page.kind in _UNKNOWN or page.kind in {"application/gzip", "application/x-gzip"}:
        suffix = shown or by_name
    else:
        suffix = shown or _TYPES.get(page.kind)
    if suffix is None:
        what = page.kind[:60] if page.kind not in _UNKNOWN else "something without a known type"
        raise FetchError(page.address, f"this is {what}, no article", BROWSER, refused=True)
    return suffix


# --- characters

_OWN_WORD = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE
)
_TEXTS = (".html", ".txt", ".md", ".csv")


def readable(page: Fetched, suffix: str) -> bytes:
    """The bytes of a page such that a file of them is read as the server meant them.

    What the server says of the encoding is lost with its answer, so that a page which does not say the same itself
    becomes UTF-8 with a mark. Bytes that are sound UTF-8 stay as they are, whatever is said of them.
    """
    content = page.content
    if suffix not in _TEXTS or not page.charset or content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return content
    own = _OWN_WORD.search(content[:4_096])
    if own and own[1].decode("ascii").lower() == page.charset.lower():
        return content
    try:
        content.decode("utf-8")
        return content
    except UnicodeDecodeError:
        pass
    try:
        return b"\xef\xbb\xbf" + content.decode(page.charset).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return content
