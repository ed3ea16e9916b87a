"""Facts found by what they are about, by their passages and by the words in them, without looking at all of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model import Event, Evidence, Question, Statement


class Findable[F: Event | Question | Statement]:
    """Facts of one kind, found by what they are about, by their passages and by the words in them."""

    def __init__(self, facts: Iterable[F]) -> None:
        self._about: defaultdict[str, list[F]] = defaultdict(list)
        self._by_word: defaultdict[str, list[F]] = defaultdict(list)
        self._by_source: defaultdict[str, list[tuple[int, int, F]]] = defaultdict(list)
        for fact in facts:
            for identifier in getattr(fact, "about", ()):
                self._about[identifier].append(fact)
            for word in set(re.findall(r"\w+", _words(fact).lower())):
                self._by_word[word].append(fact)
            for passage in fact.evidence:
                self._by_source[passage.source].append((passage.start, passage.end, fact))

    def about(self, identifier: str) -> list[F]:
        """Those that say themselves that they are about it."""
        return self._about.get(identifier, [])

    def in_passages(self, passages: Iterable[Evidence]) -> Iterator[F]:
        """Those of which a passage has words in common with one of these."""
        for passage in passages:
            for start, end, fact in self._by_source.get(passage.source, ()):
                if start < passage.end and passage.start < end:
                    yield fact

    def naming(self, names: Iterable[str]) -> Iterator[F]:
        """Those in whose text one of the names, in lower case, stands as words of its own."""
        for name in names:
            words = re.findall(r"\w+", name)
            rarest = min((self._by_word.get(word, []) for word in words), key=len, default=[])
            pattern = re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE)
            yield from (fact for fact in rarest if pattern.search(_words(fact)))


def _words(fact: Event | Question | Statement) -> str:
    return fact.title if isinstance(fact, Event) else fact.text
