"""Files that are more than plain text: what each format holds of an article, and what it states about it.

One module per format, each with a function `read` from the file's bytes to an `Extracted`, or where files of the format
hold several articles, a function `records` from the open file to a `Record` for each. A module and the package behind
it are imported when the first file of its format is met.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import BinaryIO

from generator.articles.formats.collection import NoArticleError, Record
from generator.articles.formats.extracted import Extracted, FormatError, Found

_MODULES = {
    ".html": "web_page",
    ".htm": "web_page",
    ".mhtml": "web_archive",
    ".mht": "web_archive",
    ".pdf": "pdf",
    ".docx": "word",
    ".odt": "open_document",
    ".rtf": "rich_text",
    ".eml": "mail",
    ".json": "record",
}

_COLLECTIONS = {
    ".json": "record",
    ".jsonl": "record_lines",
    ".csv": "record_table",
    ".warc": "crawl",
    ".warc.gz": "crawl",
}

SUFFIXES: tuple[str, ...] = tuple(_MODULES)
"""File name endings that `extract` reads, in small letters."""

COLLECTIONS: tuple[str, ...] = tuple(_COLLECTIONS)
"""File name endings that `records` reads, in small letters."""

LARGEST = 50_000_000
"""Bytes. A larger file is no article, whatever else it holds."""

_LARGEST_ARCHIVE = 1_000_000_000
"""Bytes of a file that is read as a stream."""

__all__ = [
    "COLLECTIONS",
    "LARGEST",
    "SUFFIXES",
    "Extracted",
    "FormatError",
    "Found",
    "NoArticleError",
    "Record",
    "extract",
    "largest",
    "read_record",
    "records",
]


def largest(suffix: str) -> int:
    """Bytes that a file of a format may have."""
    return _LARGEST_ARCHIVE if _COLLECTIONS.get(suffix) == "crawl" else LARGEST


def extract(suffix: str, content: bytes) -> Extracted:
    """The paragraphs and metadata in a file of the format that `suffix` (one of `SUFFIXES`) stands for.

    Raises FormatError if the bytes are not of that format or hold no text.
    """
    module = import_module(f"{__name__}.{_MODULES[suffix]}")
    try:
        extracted: Extracted = module.read(content)
    except FormatError:
        raise
    except Exception:
        raise _damaged(f"this {suffix} file") from None
    return extracted


def records(suffix: str, file: BinaryIO) -> Iterator[Record]:
    """Every record of a file that may hold several articles; `suffix` is one of `COLLECTIONS`.

    Raises FormatError if the bytes are not of that format; what came before stands. OSError passes through.
    """
    module = import_module(f"{__name__}.{_COLLECTIONS[suffix]}")
    try:
        yield from module.records(file)
    except (FormatError, OSError):
        raise
    except Exception:
        raise _damaged(f"this {suffix} file") from None


def read_record(record: Record) -> Extracted:
    """The paragraphs and metadata of one record. Raises FormatError, NoArticleError where nothing is at fault."""
    try:
        return record.read()
    except FormatError:
        raise
    except Exception:
        raise _damaged("this record") from None


def _damaged(what: str) -> FormatError:
    """Damaged files bring parsers to fail in ways that they do not document; one must not end the whole run."""
    return FormatError(f"{what} is damaged", "open it and save it again, or save the article's text as a .txt file")
