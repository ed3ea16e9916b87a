"""Sentences and paragraphs of a source's text, found again around a piece of evidence."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.knowledge_files import knowledge_file

Span = tuple[int, int]
"""First offset and the offset after the last, in code points of the source's text."""

_PARAGRAPH_END = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"""[.!?]['"”’)\]]*\s+(?=['"“‘(\[]?[^\W_])|\n+""")
_LAST_WORD = re.compile(r"(\S+)\s*$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+")


def _abbreviations() -> frozenset[str]:
    titles: Mapping[str, list[str]] = knowledge_file("titles")
    return frozenset([*titles["abbreviations"], *titles["honorifics"]])


def _spans(start: int, text: str, ends: Iterator[int]) -> list[Span]:
    spans = []
    for end in [*ends, len(text)]:
        if text[start:end].strip():
            spans.append((start, end))
            start = end
    return spans


class Passages:
    """The sentences and paragraphs of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def paragraphs(self) -> list[Span]:
        """What blank lines part, in order."""
        return _spans(0, self.text, (m.end() for m in _PARAGRAPH_END.finditer(self.text)))

    @cached_property
    def sentences(self) -> list[Span]:
        """What full stops and line ends part, in order; an abbreviation's full stop parts nothing."""
        return _spans(0, self.text, self._sentence_ends())

    def _sentence_ends(self) -> Iterator[int]:
        for match in _SENTENCE_END.finditer(self.text):
            following = self.text[match.end() : match.end() + 1]
            if "\n" not in match.group():
                word = _LAST_WORD.search(self.text[max(0, match.start() - 20) : match.start() + 1])
                last = word.group(1).lstrip("('\"“‘[") if word else ""
                if following.islower() or last in _abbreviations() or _INITIALS.fullmatch(last):
                    continue
            yield match.end()

    def sentence(self, start: int, end: int) -> Span:
        """From the beginning of the sentence that `start` is in to the end of the one that `end - 1` is in."""
        return _around(self.sentences, start, end)

    def paragraph(self, start: int, end: int) -> Span:
        """The same by paragraphs."""
        return _around(self.paragraphs, start, end)


def _around(spans: list[Span], start: int, end: int) -> Span:
    if not spans:
        return (start, end)
    first = max(0, bisect_right(spans, start, key=lambda span: span[0]) - 1)
    last = max(first, bisect_right(spans, end - 1, key=lambda span: span[0]) - 1)
    return (spans[first][0], spans[last][1])
