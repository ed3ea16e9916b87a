"""A text as the parser reads it best, character for character as long as the original.

Every change replaces one code point by one code point, so offsets in the result are offsets in the source.
"""

import re

from generator.model import Block

_PLAIN = {
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "«": '"',
    "»": '"',
    "–": "-",
    "‑": "-",
    "\u00a0": " ",
}
_TYPOGRAPHIC = re.compile(f"[{''.join(_PLAIN)}]")
_DATELINE = re.compile(
    r"\A(?:[A-Z][A-Z.'’\-]+(?:[ ,]+[A-Z][A-Z.'’\-]+)*(?:,? ?(?:[A-Z][a-z]+\.? ?\d{0,2}|\d{1,2} [A-Z][a-z]+))?"
    r"(?: ?\([^)\n]{2,40}\))?|[A-Z][a-z]+(?:[ ,]+[A-Z][a-z]+){0,3} ?\([^)\n]{2,40}\))"
    r"\s*(?::|—|–|-{1,2}(?=\s))\s*"
)
"""An agency's dateline before the first sentence: places in capitals, perhaps day and agency, then a colon or dash."""
_EDITED_STOP = re.compile(r"\[([.,!?])\]")
"""An editor's full stop within a quotation: '... they said[.]"'."""
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_MID_SENTENCE = re.compile(r"(?<=[^.!?:\n\"“”‘([•] )[^\W\d_]+")


def parser_text(text: str, blocks: list[Block]) -> str:
    """The text with straight quotation marks, headlines in the body's own casing and agency datelines blanked."""
    result = list(_EDITED_STOP.sub(r"  \1", _TYPOGRAPHIC.sub(lambda mark: _PLAIN[mark[0]], text)))
    titles = [b for b in blocks if b.kind in ("headline", "heading") and _is_title_case(text[b.start : b.end])]
    if titles:
        prose = " ".join(text[b.start : b.end] for b in blocks if b.kind == "prose")
        seen_lower = {w for w in _WORD.findall(prose) if w[0].islower()}
        seen_capital = {w for w in _MID_SENTENCE.findall(prose) if w[0].isupper()}
        for block in titles:
            _lower_common_words(result, block, seen_lower, seen_capital)
    first = next((b for b in blocks if b.kind == "prose"), None)
    if first is not None and (dateline := _DATELINE.match(text[first.start : first.end])):
        result[first.start : first.start + dateline.end()] = " " * dateline.end()
    return "".join(result)


def _is_title_case(headline: str) -> bool:
    long_words = [w for w in _WORD.findall(headline) if len(w) > 3]
    return len(long_words) > 2 and sum(w[0].isupper() for w in long_words) > 0.6 * len(long_words)


def _lower_common_words(characters: list[str], block: Block, seen_lower: set[str], seen_capital: set[str]) -> None:
    """Write a Title Case headline's common words small: those that the body has no capital for mid-sentence."""
    headline = "".join(characters[block.start : block.end])
    for number, match in enumerate(_WORD.finditer(headline)):
        word = match.group()
        stem = word.removesuffix("'s")
        common = stem.lower() in seen_lower or stem not in seen_capital
        if number and word[0].isupper() and not (len(word) > 1 and word.isupper()) and common and stem[1:].islower():
            start = block.start + match.start()
            characters[start] = characters[start].lower() if len(characters[start].lower()) == 1 else characters[start]
