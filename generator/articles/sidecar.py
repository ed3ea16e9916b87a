"""What people state about an article: a file `NAME.txt.meta.yml` or `NAME.meta.yml` beside `NAME.txt`, or front matter.

The file that carries the article's whole name comes first; the one without its ending may describe several articles.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from generator.articles.errors import ArticleError
from generator.articles.filenames import stem_of
from generator.articles.wording import is_web_address
from generator.model import Reliability
from generator.yamlfiles import YamlError, YamlTextError, load_yaml, read_yaml

SIDECAR_SUFFIX = ".meta.yml"

_FIELDS = "title, published, updated, publisher, author, url, language, reliability, supersedes"
_ALLOWED = {
    "title": "the headline as text",
    "published": "a day such as 2024-06-18",
    "updated": "a day such as 2024-06-20",
    "publisher": "a name as text",
    "author": "a name as text, or a list of names",
    "url": "an address that begins with http:// or https://",
    "language": "a code such as en or fr",
    "reliability": "one of A, B, C, D, E, F",
    "supersedes": "the file of an earlier version, such as story.txt, or none",
}
_OTHER_NAMES = {
    "date": "published",
    "lastmod": "updated",
    "modified": "updated",
    "source": "url",
    "lang": "language",
    "authors": "author",
    "site": "publisher",
}
"""Fields that other programs write into front matter, and what they are here."""


_LONGEST_SHOWN = 80
"""Characters of a value in a line about it."""


class Stated(BaseModel):
    """What a person stated about an article; None for what was left open. A sidecar's word beats the text's."""

    model_config = ConfigDict(extra="forbid")

    title: str | None = None
    published: date | None = None
    updated: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    reliability: Reliability | None = None
    supersedes: str | None = None

    @field_validator("title", "publisher", "author", mode="before")
    @classmethod
    def _one_line(cls, value: object) -> object:
        if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
            value = ", ".join(value)
        if isinstance(value, str):
            value = " ".join(value.replace("[[", "").replace("]]", "").split())
            if not value or any(not character.isprintable() for character in value):
                raise ValueError("empty, or holds characters that cannot be printed")
        return value

    @field_validator("supersedes")
    @classmethod
    def _file(cls, value: str | None) -> str | None:
        if value is not None and (not value.strip() or not value.isprintable()):
            raise ValueError("no path of a file")
        return value

    @field_validator("published", "updated", mode="before")
    @classmethod
    def _day(cls, value: object) -> object:
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, str) and re.match(r"\d{4}-\d{2}-\d{2}[T ]\d", value):
            return value[:10]
        if isinstance(value, int | float):
            raise ValueError("not a day")  # pydantic would take a number for seconds since 1970
        return value

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None and not is_web_address(value):
            raise ValueError("no web address")
        return value

    @field_validator("language")
    @classmethod
    def _code(cls, value: str | None) -> str | None:
        if value is None:
            return None
        code = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*", value)
        if code is None:
            raise ValueError("no language code")
        return code[1].lower()


def own_sidecar(article: Path) -> Path:
    """The description that can be of this article alone."""
    return article.with_name(article.name + SIDECAR_SUFFIX)


def common_sidecar(article: Path) -> Path:
    """The description that this article may have in common with others of its name and other endings."""
    return article.with_name(stem_of(article) + SIDECAR_SUFFIX)


def sidecar_path(article: Path) -> Path:
    """Where the description of an article lies, whether there is one or not."""
    return own_sidecar(article) if own_sidecar(article).is_file() else common_sidecar(article)


def read_sidecar(article: Path) -> Stated:
    """What the article's sidecar states; nothing if there is none. Raises ArticleError, naming the sidecar."""
    path = sidecar_path(article)
    if not path.is_file():
        return Stated()
    try:
        content = read_yaml(path)
    except YamlError as error:
        place, _, problem = str(error).removeprefix(str(path)).lstrip(":").partition(": ")
        raise ArticleError(path, f"line {place}: {problem}" if problem else place, "correct the YAML") from None
    return _checked(path, content)


def read_front_matter(article: Path, front_matter: str) -> Stated:
    """What the front matter of a Markdown article states; fields of other programs are passed over.

    Raises ArticleError for bad YAML and for a bad value of a known field.
    """
    try:
        content = load_yaml(front_matter, unique=False)
    except YamlTextError as fault:
        place = f"line {fault.line + 1}: " if fault.line else ""
        raise ArticleError(
            article, f"{place}front matter: {fault.problem}", "correct the YAML between the lines of dashes"
        ) from None
    if not isinstance(content, dict):
        return Stated()
    known: dict[str, Any] = {}
    for name, value in content.items():
        field = _shown(name, str).lower()
        if field in _ALLOWED:
            known[field] = value
        elif field in _OTHER_NAMES and value not in (None, "", []):
            known.setdefault(_OTHER_NAMES[field], value)
    if "url" in known and "url" not in content and not is_web_address(_shown(known["url"], str)):
        del known["url"]  # another program's "source" need not be an address
    return _checked(article, {name: value for name, value in known.items() if value not in ("", [])})


def _checked(path: Path, content: object) -> Stated:
    if content is None:
        return Stated()
    if not isinstance(content, dict):
        raise ArticleError(path, "holds no fields", f"write lines such as 'title: ...'; allowed fields: {_FIELDS}")
    unknown = [_shown(name, str) for name in content if name not in _ALLOWED]
    if unknown:
        raise ArticleError(path, f"unknown field {unknown[0]!r}", f"allowed fields: {_FIELDS}")
    try:
        return Stated.model_validate(content)
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise ArticleError(
            path, f"field {field!r}: bad value {_shown(content[field])}", f"allowed: {_ALLOWED[field]}"
        ) from None


def _shown(value: object, form: Callable[[object], str] = repr) -> str:
    """A value from a file as it stands in a line about it: not too long, and even if Python cannot print it."""
    try:
        text = form(value)
    except (ValueError, RecursionError):  # a number of more digits than Python prints
        return "that cannot be shown"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
