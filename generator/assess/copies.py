"""Near-duplicate texts and passages, found by the shingles they share.

Two texts are compared only where their MinHash signatures fall into one bucket, and each only with originals, so that
the time stays near linear. The signatures are seeded: the same texts give the same answer on every machine.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.assess.passages import Passages, Span
from generator.model import Source

Shingles = frozenset[bytes]

_SHINGLE = 3
"""Words of a shingle."""
_PERMUTATIONS = 64
_SEED = 1
_CANDIDATE = 0.5
"""Estimated share of all shingles of two texts that both have, from which they are compared in full."""
_COMPARED = 8
"""Originals that a text is compared with, at most: those of the likest signatures."""
_TEXT_REPEATED = 0.7
"""Share of the shorter text's shingles that the longer one repeats, from which one is a copy of the other."""
_PASSAGE_REPEATED = 0.75
_FEWEST_TEXT = 30
"""Shingles of the shortest article that can be called a copy."""
_FEWEST_PASSAGE = 10
"""Shingles of the shortest passage that can be: shorter ones are alike by chance."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTED = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"")


def _shingles(text: str) -> Shingles:
    words = [word.group().casefold().replace("’", "'") for word in _WORD.finditer(text)]
    return frozenset(" ".join(words[i : i + _SHINGLE]).encode() for i in range(len(words) - _SHINGLE + 1))


def _without_speech(text: str) -> str:
    """A passage without what it quotes: who hears the same words writes the same words, each on their own account."""
    return _QUOTED.sub(" ¶ ", text)


def _repeated(a: Shingles, b: Shingles) -> float:
    """The share of the shorter text's shingles that the other has, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@dataclass(frozen=True)
class _Text:
    key: str
    shingles: Shingles


def _originals(texts: Sequence[_Text], enough: float) -> dict[str, str]:
    """For every text the key of the earliest one, in the order given, that it nearly repeats; its own where none is."""
    # Loading it takes a second, which `brief --help` and the like should not.
    from datasketch import MinHash, MinHashLSH  # type: ignore[import-untyped]  # the package has no type hints

    distinct: dict[Shingles, _Text] = {}
    for text in texts:
        distinct.setdefault(text.shingles, text)
    firsts = list(distinct.values())
    signatures = MinHash.bulk([sorted(text.shingles) for text in firsts], num_perm=_PERMUTATIONS, seed=_SEED)
    index = MinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS)
    found: dict[Shingles, str] = {}
    for rank, (text, signature) in enumerate(zip(firsts, signatures, strict=True)):
        likest = sorted(index.query(signature), key=lambda other: (-signature.jaccard(signatures[other]), other))
        repeated = [other for other in likest[:_COMPARED] if _repeated(text.shingles, firsts[other].shingles) >= enough]
        if repeated:
            found[text.shingles] = firsts[min(repeated)].key
        else:
            found[text.shingles] = text.key
            index.insert(rank, signature)
    return {text.key: found[text.shingles] for text in texts}


def copied_texts(sources: Iterable[Source]) -> dict[str, str]:
    """For every source that nearly repeats another's text the id of that one, the earlier published, else smaller."""
    ordered = sorted(sources, key=lambda source: (source.published or date.max, source.id))
    texts = [_Text(source.id, _shingles(source.text)) for source in ordered]
    originals = _originals([text for text in texts if len(text.shingles) >= _FEWEST_TEXT], _TEXT_REPEATED)
    return {key: original for key, original in originals.items() if key != original}


class Repeats:
    """Which passages of a brief's sources nearly repeat each other, by the name of the first of them."""

    def __init__(self, wanted: Iterable[tuple[str, Span]], passages: Mapping[str, Passages]) -> None:
        texts = []
        for source, (start, end) in sorted(set(wanted)):
            shingles = _shingles(_without_speech(passages[source].text[start:end]))
            if len(shingles) >= _FEWEST_PASSAGE:
                texts.append(_Text(f"{source} {start} {end}", shingles))
        self._first = _originals(texts, _PASSAGE_REPEATED)

    def first(self, source: str, span: Span) -> str | None:
        """The name of the first passage that this one repeats, its own where there is none; None for a short one."""
        return self._first.get(f"{source} {span[0]} {span[1]}")
