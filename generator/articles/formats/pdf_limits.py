"""What a PDF may unpack to. A few kilobytes of it can stand for more than any memory holds."""

import zlib
from types import SimpleNamespace

from generator.articles.formats.extracted import FormatError

_MOST_UNPACKED = 20_000_000
"""Bytes of one stream. The text of a page takes some thousands; pictures are not unpacked to read the text."""


def bound_streams() -> None:
    """Has the PDF package unpack no stream any further than that.

    The package has no setting for it, so what it unpacks with is replaced there; nothing else in it is touched.
    """
    from pdfminer import pdftypes

    bounded = SimpleNamespace(error=zlib.error, decompressobj=zlib.decompressobj, decompress=_unpacked)
    setattr(pdftypes, "zlib", bounded)  # noqa: B010 - for the type checker it is a module


def _unpacked(data: bytes) -> bytes:
    """The content of a stream. Raises FormatError if it is too much, zlib.error if it is damaged or not whole."""
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(data, _MOST_UNPACKED)
    if unpacking.unconsumed_tail:
        raise FormatError(
            f"unpacked, a part of this PDF would be larger than {_MOST_UNPACKED // 1_000_000} MB",
            "print it to a new PDF, or save its text as a .txt file",
        )
    if not unpacking.eof:
        raise zlib.error("the stream ends too early")
    return content
