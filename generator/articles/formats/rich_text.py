"""Rich text (.rtf): its plain text, and the properties that the file carries."""

import re
from collections.abc import Callable
from datetime import date

from generator.articles.characters import tidy
from generator.articles.cleaning import stands_apart
from generator.articles.formats.extracted import Extracted, FormatError, Found, names, one_line
from generator.articles.paragraphs import split_paragraphs

_LARGEST_DATA = re.compile(rb"[0-9a-fA-F\s]{2000,}")
"""Pictures, as digits: millions of them, and no word among them."""

_PROPERTY = r"\{{\\{name}\s+((?:[^{{}}\\]|\\[\\{{}}]|\\'[0-9a-f]{{2}}|\\u-?\d++\s?+\??+)*+)\}}"
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_FIELD_OR_FONT = re.compile(r"(?<!\\)(?=\{\\field\b|\\f\d)")
_HEAD = 100_000
"""Characters at the beginning of a file in which its properties stand."""


def read(content: bytes) -> Extracted:
    """The paragraphs of a document. Raises FormatError."""
    if not content.lstrip().startswith(b"{\\rtf"):
        raise FormatError("this is no rich text document", "give the file the ending of what it is, or save it again")
    # A line end means nothing in rich text; it keeps the search in one field or font from running through all others.
    source = _FIELD_OR_FONT.sub("\n", _LARGEST_DATA.sub(b"", content).decode("latin-1"))
    try:
        text = tidy(_plain(source))
        properties = {name: _property(source[:_HEAD], name) for name in ("title", "author")}
    except (ValueError, LookupError):
        raise FormatError("the document is damaged", "open it and save it again, or its text as a .txt file") from None
    if not text.strip():
        raise FormatError("there is no text in this document", "save the article's text as a .txt file")
    # A paragraph is one line in rich text; only empty lines keep the reader from joining them.
    paragraphs = split_paragraphs(re.sub(r"\n+", "\n\n", text), stands_apart)
    title, author = properties["title"], names([properties["author"]])
    return Extracted(paragraphs, Found(title=title, author=author, published=_created(source[:_HEAD]), basis="file"))


def _plain(source: str) -> str:
    from striprtf import striprtf

    as_text: Callable[..., str] = striprtf.rtf_to_text
    return as_text(source, errors="replace")


def _property(head: str, name: str) -> str | None:
    match = re.search(_PROPERTY.format(name=name), head, re.IGNORECASE)
    return one_line(_plain(f"{{\\rtf1\\ansi {match[1]}}}")) if match else None


def _created(head: str) -> date | None:
    match = _CREATED.search(head)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
