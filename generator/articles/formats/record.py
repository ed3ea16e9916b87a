"""Records (.json): one article, with the field names of news APIs and of programs that collect articles."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.articles.characters import tidy
from generator.articles.cleaning import stands_apart
from generator.articles.encoding import NotTextError, decode
from generator.articles.formats.extracted import (
    Extracted,
    FormatError,
    Found,
    address,
    day_of,
    language_code,
    names,
    one_line,
)
from generator.articles.formats.web_page import read_page
from generator.articles.paragraphs import Paragraph, split_paragraphs

_NAMES = {
    "text": ("maintext", "articlebody", "fulltext", "bodytext", "text", "rawtext", "body", "content", "contentclean",
             "articletext", "contenthtml", "bodyhtml"),
    "summary": ("description", "summary", "abstract", "excerpt", "lead", "trailtext"),
    "title": ("headline", "title", "webtitle", "name"),
    "published": ("publishedat", "datepublished", "published", "publisheddate", "publishdate", "datepublish", "pubdate",
                  "publicationdate", "webpublicationdate", "publishedtime", "publishedon", "firstpublished", "date",
                  "datetime", "timestamp", "created", "createdat"),
    "publisher": ("publisher", "sitename", "source", "sourcename", "outlet", "publication", "hostname", "sourcedomain",
                  "domain", "site"),
    "author": ("authors", "author", "byline", "creator", "writers"),
    "url": ("url", "canonicalurl", "link", "weburl", "sourceurl", "permalink", "uri"),
    "language": ("language", "lang", "inlanguage", "languagecode"),
}  # fmt: skip
"""Field names in small letters without "_" and "-", the more dependable first."""

_LISTS = ("articles", "results", "items", "data", "hits", "docs", "response", "article", "news")
"""Fields in which programs wrap their records."""

_CUT_OFF = re.compile(r"\s*(?:…|\.{3})?\s*\[\+?\d+ char(?:acter)?s\]\s*$")
"""How some services end a text that they do not give in full."""

_TAGS = re.compile(r"<(?:p|div|br|h[1-6]|ul|article|section|span|a)\b[^<>]*>", re.IGNORECASE)


def read(content: bytes) -> Extracted:
    """The article in a record. Raises FormatError if there is none, or more than one."""
    try:
        value = json.loads(decode(content), strict=False)
    except NotTextError as error:
        raise FormatError(error.problem, error.remedy) from None
    except json.JSONDecodeError as error:
        raise FormatError(f"line {error.lineno}: {error.msg}", "correct the JSON; one article per file") from None
    except (RecursionError, ValueError):
        raise FormatError(
            "this JSON is nested too deeply, or holds too large a number", "one article per file"
        ) from None
    records = list(_records(value, 4))
    if len(records) != 1:
        number = f"{len(records)} articles" if records else "no article"
        raise FormatError(
            f"there is {number} in this file" if not records else f"there are {number} in this file",
            "save one article per file, with fields such as title, text, date, source and url",
        )
    return _extracted(records[0])


def _records(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _records(each, depth - 1) if depth else ()
    elif isinstance(value, dict):
        fields = _fields(value)
        if _first_text(fields, "text") or (_first_text(fields, "title") and _first_text(fields, "summary")):
            yield fields
        elif depth:
            for name in _LISTS:
                if isinstance(fields.get(name), list | dict):
                    yield from _records(fields[name], depth - 1)


def _fields(record: dict[str, Any]) -> dict[str, Any]:
    """The fields of a record by their plain names; those in a field "fields" are among them."""
    inner = record.get("fields")
    merged = {**inner, **record} if isinstance(inner, dict) else record
    fields: dict[str, Any] = {}
    for name, value in merged.items():
        fields.setdefault(re.sub(r"[\W_]", "", name).lower(), value)
    return fields


def _first_text(fields: dict[str, Any], field: str) -> str | None:
    values = (fields.get(name) for name in _NAMES[field])
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _extracted(fields: dict[str, Any]) -> Extracted:
    text = _first_text(fields, "text") or _first_text(fields, "summary") or ""
    found = Found(
        title=next(filter(None, (one_line(fields.get(name)) for name in _NAMES["title"])), None),
        published=next(filter(None, (day_of(fields.get(name)) for name in _NAMES["published"])), None),
        publisher=next(filter(None, (names(_named(fields.get(name))) for name in _NAMES["publisher"])), None),
        author=next(filter(None, (names(_named(fields.get(name))) for name in _NAMES["author"])), None),
        url=next(filter(None, (address(fields.get(name)) for name in _NAMES["url"])), None),
        language=next(filter(None, (language_code(fields.get(name)) for name in _NAMES["language"])), None),
    )
    headline = [Paragraph(found.title, -1, "heading", 1)] if found.title else []
    return Extracted([*headline, *_body(_CUT_OFF.sub("", text))], found)


def _body(text: str) -> list[Paragraph]:
    if _TAGS.search(text):
        return read_page(f"<html><body><article>{text}</article></body></html>").paragraphs
    return split_paragraphs(tidy(text), stands_apart)


def _named(value: Any) -> Iterator[object]:
    """The names in a field that holds a text, a record with a name, or a list of either."""
    for each in value if isinstance(value, list) else [value]:
        yield (each.get("name") or each.get("title") or each.get("id")) if isinstance(each, dict) else each
