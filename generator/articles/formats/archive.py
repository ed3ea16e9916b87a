"""The ZIP archives that office documents are: refused before anything is unpacked if they would not end well."""

import io
import zipfile
import zlib

from generator.articles.formats.extracted import FormatError

_MOST_UNPACKED = 200_000_000
"""Bytes of all parts together."""

_MOST_TEXT_UNPACKED = 60_000_000
"""Bytes of a part that holds text."""

_MOST_PARTS = 10_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def check_archive(content: bytes, kind: str, suffix: str) -> None:
    """Raises FormatError unless `content` is an archive that can be unpacked: `kind` is said, `suffix` the ending."""
    if content.startswith(_OLD_OFFICE):
        raise FormatError(
            f"an old office document, or one with a password, not {kind}",
            f"open it and save it as {suffix} without one",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
                raise FormatError(
                    f"unpacked, this file would be larger than {_MOST_UNPACKED // 1_000_000} MB",
                    "save the article's text as a .txt file",
                )
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_part(archive, part)
    # zipfile raises NotImplementedError for a packing that it does not know.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise FormatError(f"this is no {kind}, or a damaged one", f"open it and save it again as {suffix}") from None


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if part.flag_bits & 1:
        raise FormatError("the document has a password", "save it without one")
    if part.file_size > _MOST_TEXT_UNPACKED:
        raise FormatError(
            f"unpacked, its text would be larger than {_MOST_TEXT_UNPACKED // 1_000_000} MB",
            "save the article's text as a .txt file",
        )
    # Entities could grow without bound or name other files; office documents never declare any.
    beginning = archive.read(part)[:100_000].replace(b"\0", b"").lower()
    if b"<!doctype" in beginning or b"<!entity" in beginning:
        raise FormatError(
            "its XML declares entities, which documents never do", "save the article's text as a .txt file"
        )
