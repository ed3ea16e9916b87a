"""Finding the words that a person quotes in the text of a source, whatever its line breaks, quotation marks, dashes."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.curation.fields import Passage
from generator.model import Evidence, Source

_LIKE = 50
"""Likeness out of 100 from which a passage is worth showing as the nearest."""

_SHOWN = 100
"""Characters of a passage that a message shows, at most."""

_STYLES = dict.fromkeys("\"'`´‘’‚‛“”„‟«»‹›′″＂＇", "'")
_STYLES |= dict.fromkeys("‐‑‒–—―−", "-")
_STYLES["…"] = "..."


@dataclass(frozen=True)
class Plain:
    """A text in one style of quotation marks, dashes and white space. `offsets[i]` is where character i came from."""

    text: str
    offsets: Sequence[int]


def plain(text: str) -> Plain:
    """A text as quotes are compared: white space runs are one space, none at either end."""
    characters: list[str] = []
    offsets: list[int] = []
    for position, character in enumerate(text):
        if character.isspace():
            if not characters or characters[-1] == " ":
                continue
            written = " "
        else:
            written = _STYLES.get(character, character)
        characters.extend(written)
        offsets.extend([position] * len(written))
    if characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    return Plain("".join(characters), offsets)


class Quotations:
    """The texts of a brief's sources, as quotes are looked up in them."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.id: source for source in sources}
        self._plain: dict[str, Plain] = {}

    def evidence(self, passage: Passage, source: str) -> Evidence | str:
        """The passage with its offsets in the source with this id, or, where it is not there once, why in words."""
        text = self._sources[source].text
        places = self._places(source, plain(passage.quote).text)
        if not places:
            return f"the source {source!r} does not say “{_short(passage.quote)}”{self._nearest(source, passage.quote)}"
        if passage.nth is None and len(places) > 1:
            return (
                f"the source {source!r} says “{_short(passage.quote)}” {len(places)} times; add nth: 1 to {len(places)}"
            )
        if (passage.nth or 1) > len(places):
            return (
                f"the source {source!r} says “{_short(passage.quote)}” only {len(places)} times; nth is {passage.nth}"
            )
        start, end = places[(passage.nth or 1) - 1]
        return Evidence(source=source, start=start, end=end, quote=text[start:end])

    def _in_plain(self, source: str) -> Plain:
        if source not in self._plain:
            self._plain[source] = plain(self._sources[source].text)
        return self._plain[source]

    def _places(self, source: str, wanted: str) -> list[tuple[int, int]]:
        """Start and end in the source's own text of everything that reads as wanted."""
        where = self._in_plain(source)
        found: list[tuple[int, int]] = []
        position = where.text.find(wanted) if wanted else -1
        while position >= 0:
            end = position + len(wanted)
            found.append((where.offsets[position], where.offsets[end - 1] + 1))
            position = where.text.find(wanted, end)
        return found

    def _nearest(self, source: str, quote: str) -> str:
        """The passage most like a quote, as the end of a sentence."""
        where, wanted = self._in_plain(source).text, plain(quote).text
        alignment = fuzz.partial_ratio_alignment(wanted, where) if wanted and where else None
        if alignment is None or alignment.score < _LIKE or len(wanted) > len(where):
            return ""
        start, end = alignment.dest_start, alignment.dest_end
        start = where.rfind(" ", 0, start + 1) + 1
        end = where.find(" ", end) if where.find(" ", end) >= 0 else len(where)
        return f" (nearest: “{_short(where[start:end])}”)"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
