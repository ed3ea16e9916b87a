"""Records (.json): articles with the field names of news APIs and of programs that collect articles."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import Any, BinaryIO

from generator.articles.characters import tidy
from generator.articles.cleaning import stands_apart
from generator.articles.encoding import NotTextError, decode
from generator.articles.formats.collection import Record, faulty
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
from generator.knowledge_files import knowledge_file

_CUT_OFF = re.compile(r"\s*(?:…|\.{3})?\s*\[\+?\d+ char(?:acter)?s\]\s*$")
"""How some services end a text that they do not give in full."""

_TAGS = re.compile(r"<(?:p|div|br|h[1-6]|ul|article|section|span|a)\b[^<>]*>", re.IGNORECASE)


NO_TEXT = (
    "no article: it has neither a text nor a title with a summary",
    "give it the fields title and text, or take it out",
)
"""What is wrong with a record that is no article, and what to do."""

_DEEPEST = 4
"""Lists and objects around a record."""


@cache
def _knowledge() -> dict[str, Any]:
    content: dict[str, Any] = knowledge_file("records")
    return content


def _names(field: str) -> list[str]:
    """What programs call a field, as they are compared, the more dependable names first."""
    names: list[str] = _knowledge()["fields"][field]
    return names


def read(content: bytes) -> Extracted:
    """The article in a file of one record. Raises FormatError if there is none, or more than one."""
    found = list(records_of(_parsed(content)))
    if len(found) != 1:
        problem = f"there are {len(found)} articles in this file" if found else "there is no article in this file"
        raise FormatError(problem, "save one article per file, with fields such as title, text, date, source and url")
    return found[0].read()


def records(file: BinaryIO) -> Iterator[Record]:
    """The articles in a file. Raises FormatError if there is none."""
    found = list(records_of(_parsed(file.read())))
    if not any(record.content for record in found):
        raise FormatError(
            "there is no article in this file", "articles are objects with fields such as title, text, date and url"
        )
    yield from found


def records_of(value: Any) -> Iterator[Record]:
    """The articles in a value: itself, or those in the lists that it holds, entries that are no articles among them."""
    for number, fields in enumerate(_found_in(value, _DEEPEST), start=1):
        place = f"record {number}"
        if fields is None:
            yield faulty(number, place, *NO_TEXT)
        else:
            content = json.dumps(fields, sort_keys=True, ensure_ascii=False).encode("utf-8", "surrogatepass")
            yield Record(number, place, content, partial(read_fields, fields))


def text_of(content: bytes) -> str:
    """The characters of a file. Raises FormatError if it is no text."""
    try:
        return decode(content)
    except NotTextError as error:
        raise FormatError(error.problem, error.remedy) from None


def _parsed(content: bytes) -> Any:
    text = text_of(content)
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            raise FormatError(
                f"line {error.lineno}: another record begins here", "give a file of one record a line the ending .jsonl"
            ) from None
        raise FormatError(f"line {error.lineno}: {error.msg}", "correct the JSON") from None
    except (RecursionError, ValueError):
        raise FormatError("this JSON is nested too deeply, or holds too large a number", "correct the JSON") from None


def _found_in(value: Any, depth: int, listed: bool = False) -> Iterator[dict[str, Any] | None]:
    """The fields of every article in a value; None for an entry of a list that is none."""
    if isinstance(value, list):
        for each in value if depth else ():
            yield from _found_in(each, depth - 1, listed=True)
    elif isinstance(value, dict):
        fields = fields_of(value)
        lists = [fields[name] for name in _knowledge()["lists"] if isinstance(fields.get(name), list | dict)]
        if is_article(fields):
            yield fields
        elif lists and depth:
            for each in lists:
                yield from _found_in(each, depth - 1)
        elif listed:
            yield None
    elif listed:
        yield None


# --- one record


def fields_of(record: dict[str, Any]) -> dict[str, Any]:
    """The fields of a record by their plain names; those in a field "fields" are among them."""
    inner = record.get("fields")
    merged = {**inner, **record} if isinstance(inner, dict) else record
    fields: dict[str, Any] = {}
    for name, value in merged.items():
        fields.setdefault(_plain(name), value)
    return fields


def is_article(fields: dict[str, Any]) -> bool:
    """Whether a record has a text, or a title and a summary."""
    return bool(_first_text(fields, "text") or (_first_text(fields, "title") and _first_text(fields, "summary")))


def known_names(names: Iterable[str]) -> int:
    """How many names of columns mean something in a record."""
    known = {name for group in _knowledge()["fields"].values() for name in group}
    return sum(_plain(name) in known for name in names)


def names_article(names: Iterable[str]) -> bool:
    """Whether records with columns of these names can be articles."""
    return is_article({_plain(name): "text" for name in names})


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def _first_text(fields: dict[str, Any], field: str) -> str | None:
    values = (fields.get(name) for name in _names(field))
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def read_fields(fields: dict[str, Any]) -> Extracted:
    """The article in the fields of a record. Raises FormatError if nothing of its text can be read."""
    text = _first_text(fields, "text") or _first_text(fields, "summary") or ""
    found = Found(
        title=next(filter(None, (one_line(fields.get(name)) for name in _names("title"))), None),
        published=next(filter(None, (day_of(fields.get(name)) for name in _names("published"))), None),
        modified=next(filter(None, (day_of(fields.get(name)) for name in _names("modified"))), None),
        publisher=next(filter(None, (names(_named(fields.get(name))) for name in _names("publisher"))), None),
        author=next(filter(None, (names(_named(fields.get(name))) for name in _names("author"))), None),
        url=next(filter(None, (address(fields.get(name)) for name in _names("url"))), None),
        language=next(filter(None, (language_code(fields.get(name)) for name in _names("language"))), None),
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
