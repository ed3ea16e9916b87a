"""The bytes of a file as text.

The order is fixed, so that the same bytes always give the same text: byte order mark, UTF-16 without a mark, UTF-8,
UTF-8 with a few broken bytes, Windows-1252. Text in any other encoding is refused instead of being read as gibberish.
"""

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "an image or a sound",
    b"\x1f\x8b": "a compressed file",
    b"7z\xbc\xaf": "a compressed file",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format": "a database",
    b"{\\rtf": "a rich text document",
}

_CONTROLS = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 0x1A, 0x1B})
"""Control characters that text does not have. NUL is counted apart: UTF-16 is full of them."""

_WINDOWS_1252_LETTERS = 0.35
"""More than this share of accented letters is no western text: it is another encoding."""


class NotTextError(ValueError):
    """The bytes are no text that can be read. `problem` and `remedy` say it in words."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def decode(content: bytes) -> str:
    """The text of a file's bytes, byte order mark gone, everything else as it stands. Raises NotTextError."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            raise NotTextError(f"this is {kind}, not text", "give the file the ending of its kind, such as .pdf")
    unmarked = _utf16_without_mark(content)
    if unmarked:
        return _strictly(content, unmarked)
    if len(content.translate(None, _CONTROLS + b"\0")) < len(content) * 0.98:
        raise NotTextError(
            "this is no text but full of control characters", "save the article as plain text or Markdown"
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(content) or _windows_1252(content)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(f"not valid {encoding.upper()} (byte {error.start})", "save the file as UTF-8") from None


def _utf16_without_mark(content: bytes) -> str | None:
    """UTF-16 shows itself by the zero high bytes of its spaces and line ends, all on the same side of the pair."""
    if len(content) % 2 or len(content) < 4:
        return None
    even, odd = content[0::2].count(0), content[1::2].count(0)
    spaces = max(content.count(b" \0") + content.count(b"\n\0"), content.count(b"\0 ") + content.count(b"\0\n"))
    if not spaces or even + odd < len(content) * 0.02:
        return None
    if odd > 8 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 8 * odd else None


def _damaged_utf8(content: bytes) -> str | None:
    """UTF-8 with a few bytes of another encoding pasted in; None if it is not mainly UTF-8."""
    text = content.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= character <= "\udcff" for character in text)
    sound = sum(character > "\x7f" for character in text) - broken
    if sound < 2 * broken:
        return None
    return re.sub("[\udc80-\udcff]", lambda match: _one_byte(ord(match[0]) - 0xDC00), text)


def _one_byte(value: int) -> str:
    return bytes([value]).decode("cp1252", "replace")


def _windows_1252(content: bytes) -> str:
    text = content.decode("cp1252", "replace")
    letters = [character for character in text if character.isalpha()]
    foreign = sum(unicodedata.name(character, "").startswith("LATIN") and character > "\x7f" for character in letters)
    if text.count("\ufffd") > len(text) * 0.01 or foreign > len(letters) * _WINDOWS_1252_LETTERS:
        raise NotTextError("the encoding is neither UTF-8, UTF-16 nor Windows-1252", "save the file as UTF-8")
    return text
