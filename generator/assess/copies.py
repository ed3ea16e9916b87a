"""Which articles nearly repeat another's text, and which passages another's passage."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from generator.assess.passages import Passages, Span
from generator.merge.likeness import Text, originals, shingles
from generator.model import Source

_TEXT_REPEATED = 0.7
"""Share of the shorter text's shingles that the longer one repeats, from which one is a copy of the other."""
_PASSAGE_REPEATED = 0.75
_FEWEST_TEXT = 30
"""Shingles of the shortest article that can be called a copy."""
_FEWEST_PASSAGE = 10
"""Shingles of the shortest passage that can be: shorter ones are alike by chance."""

_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")


def _without_speech(text: str) -> str:
    """A passage without what it quotes: who hears the same words writes the same words, each on their own account."""
    return _QUOTED.sub(" ¶ ", text)


def copied_texts(sources: Iterable[Source]) -> dict[str, str]:
    """For every source that nearly repeats another's text the id of that one, the earlier published, else smaller."""
    ordered = sorted(sources, key=lambda source: (source.published or date.max, source.id))
    texts = [Text(source.id, shingles(source.text)) for source in ordered]
    found = originals([text for text in texts if len(text.shingles) >= _FEWEST_TEXT], _TEXT_REPEATED)
    return {key: original for key, original in found.items() if key != original}


class Repeats:
    """Which passages of a brief's sources nearly repeat each other, by the name of the first of them."""

    def __init__(self, wanted: Iterable[tuple[str, Span]], passages: Mapping[str, Passages]) -> None:
        texts = []
        for source, (start, end) in sorted(set(wanted)):
            found = shingles(_without_speech(passages[source].text[start:end]))
            if len(found) >= _FEWEST_PASSAGE:
                texts.append(Text(f"{source} {start} {end}", found))
        self._first = originals(texts, _PASSAGE_REPEATED)

    def first(self, source: str, span: Span) -> str | None:
        """The name of the first passage that this one repeats, its own where there is none; None for a short one."""
        return self._first.get(f"{source} {span[0]} {span[1]}")
