"""Files that are more than plain text: what each format holds of an article, and what it states about it.

One module per format, each with a function `read` from the file's bytes to an `Extracted`. A module and the package
behind it are imported when the first file of its format is met.
"""

from importlib import import_module

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

SUFFIXES = tuple(_MODULES)
"""File name endings that `extract` reads, in small letters."""

LARGEST = 50_000_000
"""Bytes. A larger file is no article, whatever else it holds."""

__all__ = ["LARGEST", "SUFFIXES", "Extracted", "FormatError", "Found", "extract"]


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
        # Damaged files bring parsers to fail in ways that they do not document; one file must not end the whole run.
        raise FormatError(
            f"this {suffix} file is damaged", "open it and save it again, or save the article's text as a .txt file"
        ) from None
    return extracted
