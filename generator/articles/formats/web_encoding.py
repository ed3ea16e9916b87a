"""The bytes of a saved page as text: by what they are where that is certain, by what was declared where it fits.

Pages declare wrong encodings often enough: programs that save them convert the text and leave the declaration. So a
declaration counts if the text reads as one in it, and what the bytes look like is asked where it does not.
"""

import re

from charset_normalizer import from_bytes

from generator.articles.encoding import NotTextError, decode
from generator.articles.formats.extracted import FormatError
from generator.articles.formats.web_knowledge import page_knowledge

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE
)
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_MARKUP = re.compile(rb"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[a-z/!?][^<>]*>", re.IGNORECASE | re.DOTALL)
_ESCAPE = b"\x1b"
"""Begins another set of characters in encodings of seven bits, which look like ASCII otherwise."""

_HEAD = 4096
"""Bytes in which a declaration stands."""

_SAMPLE = 100_000
"""Bytes of the page's text that are looked at."""

_DAMAGE = 0.001
"""Share of characters that may be broken in an encoding that was declared."""


def page_text(content: bytes, declared: str | None = None) -> str:
    """The characters of a page; `declared` is the encoding that a message or a server stated. Raises FormatError."""
    try:
        if content.startswith(_MARKS) or b"\0" in content[:_HEAD]:
            return decode(content)
        if (text := _certain(content)) is not None:
            return text
        match = _DECLARED.search(content[:_HEAD])
        names = [declared, match[1].decode("ascii", "replace") if match else None]
        encodings = [page_knowledge("encodings").get(name.lower(), name) for name in names if name]
        sample = _text_on(content)
        for encoding in [*encodings, _likely(sample, page_knowledge("likely_encodings"))]:
            text = _in(encoding, content) if encoding else None
            if text is not None and (encoding not in encodings or _reads_as(sample, encoding)):
                return text
        return decode(content)
    except NotTextError as error:
        raise FormatError(error.problem, "save the page again as HTML") from None


def _certain(content: bytes) -> str | None:
    """The text if the bytes are ASCII or UTF-8 and nothing else; hardly any other text happens to be valid UTF-8."""
    if _ESCAPE in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _text_on(content: bytes) -> bytes:
    """The first part of a page's text without its markup, which would make every encoding look like a western one."""
    return b" ".join(_MARKUP.sub(b" ", content[: 10 * _SAMPLE]).split())[:_SAMPLE]


def _in(encoding: str, content: bytes) -> str | None:
    try:
        text = content.decode(encoding, "replace")
    except (LookupError, ValueError):
        return None
    return text if text.count("\ufffd") <= len(text) * _DAMAGE else None


def _reads_as(sample: bytes, encoding: str) -> bool:
    """Whether a text in an encoding is likely to be one: letters that follow each other in some language."""
    if not any(byte > 0x7F for byte in sample):
        return True
    try:
        return _likely(sample, [encoding]) is not None
    except LookupError:
        return False


def _likely(sample: bytes, encodings: list[str]) -> str | None:
    best = from_bytes(sample, cp_isolation=encodings).best()
    return best.encoding if best is not None else None
