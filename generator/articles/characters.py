"""Characters that mean nothing to a reader, or that hide something from one.

Offsets into an article count the code points of what comes out of here.
"""

import html
import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x85\u2028]")
_PARAGRAPH_ENDS = re.compile("[\x0c\u2029]")
_ENTITIES = re.compile(r"&(?:[A-Za-z]{2,24}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")

_VISIBLE_FORMATS = {
    "\u200c",  # joins and parts letters: Persian and the Indian scripts need both, emoji the second
    "\u200d",
    *map(chr, range(0x0600, 0x0606)),  # Arabic signs that enclose a number
    "\u06dd",
    "\u070f",
    "\u08e2",
}
"""Characters of Unicode's category Cf that a reader sees."""


def tidy(text: str) -> str:
    """Text in NFC with `\\n` as its only control character and plain spaces.

    Soft hyphens, zero-width and direction marks, tags, private-use characters (icons), surrogates and control
    characters are gone; character references (`&amp;`) are read; tabs and all other spaces are single spaces each.
    Line ends of every kind are `\\n`; a page or paragraph end is an empty line.
    """
    text = _ENTITIES.sub(lambda match: html.unescape(match[0]), text)
    text = _PARAGRAPH_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text))
    text = "".join(map(_kept, text))
    return unicodedata.normalize("NFC", text)


def _kept(character: str) -> str:
    if character < "\x7f":
        return character if character >= " " or character == "\n" else " " if character == "\t" else ""
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category in {"Cc", "Co", "Cs"} or (category == "Cf" and character not in _VISIBLE_FORMATS):
        return ""
    return "" if _is_noncharacter(character) else character


def _is_noncharacter(character: str) -> bool:
    return 0xFDD0 <= ord(character) <= 0xFDEF or ord(character) & 0xFFFE == 0xFFFE
