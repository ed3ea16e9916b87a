"""Whether articles are about the same affair, by the words they are full of."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from generator.merge.names import words
from generator.merge.wording import is_empty, stem
from generator.model import Source

_WORDS = 80
"""Stems by which an article is known: those that it uses most and others least."""

_FOREMOST = 8

_KINDRED = 0.12
"""Cosine of two articles' words from which both are about one affair. Articles of no common affair stay below 0.1."""


class Themes:
    """What each article is about."""

    def __init__(self, sources: Iterable[Source]) -> None:
        texts = {source.id: source.text for source in sources}
        uses = {i: Counter(s for s in map(stem, words(texts[i])) if not is_empty(s)) for i in sorted(texts)}
        articles = Counter(s for counted in uses.values() for s in counted)
        self._words = {i: _unit(_telling(counted, articles, len(uses))) for i, counted in uses.items()}
        self._known: dict[tuple[str, str], bool] = {}

    def foremost(self, source: str) -> list[str]:
        """The stems that tell most of what the article of an id is about, at most eight."""
        return list(self._words[source])[:_FOREMOST]

    def kindred(self, a: str, b: str) -> bool:
        """Whether the articles of two ids are about one affair."""
        pair = (a, b) if a < b else (b, a)
        if pair not in self._known:
            first, second = self._words[pair[0]], self._words[pair[1]]
            self._known[pair] = sum(weight * second.get(s, 0.0) for s, weight in first.items()) >= _KINDRED
        return self._known[pair]


def _telling(uses: Mapping[str, int], articles: Mapping[str, int], number: int) -> dict[str, float]:
    """The stems that tell most of an article and their weights: how often it uses them, how few others do."""
    weights = {s: sqrt(count) * log(1 + number / articles[s]) for s, count in uses.items()}
    return dict(sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_WORDS])


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {s: weight / length for s, weight in weights.items()} if length else {}
