"""From how many independent origins a fact comes, whatever the number of articles that tell it.

Sources are one origin where they are of one publisher, where one copies the other's text or passage, and where they
relay the same outlet for this fact, or one relays the other. See the page "How facts are weighed" in `docs/`.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.assess.copies import Repeats, copied_texts
from generator.assess.outlets import Outlet, Outlets
from generator.assess.passages import Passages, Span
from generator.assess.relays import Relay, relayed_at, relays_of
from generator.assess.weight import Cited
from generator.merge.disjoint import DisjointSets
from generator.model import Evidence, Origin, Source

_Key = tuple[str, str]


@dataclass(frozen=True)
class _Account:
    """On whom a source's telling of one fact rests: the outlet it relays there, None for its own account."""

    source: Source
    outlet: Outlet | None
    keys: tuple[_Key, ...]


def _key(outlet: Outlet) -> _Key:
    return ("outlet", outlet.name)


class Provenance:
    """What of a brief's sources is copied or relayed, from which the origins of any of its facts follow."""

    def __init__(self, sources: Iterable[Source], facts: Iterable[Cited]) -> None:
        self.sources = {source.id: source for source in sources}
        self._outlets = Outlets(self.sources.values())
        self._passages = {i: Passages(source.text) for i, source in self.sources.items()}
        self.copies = copied_texts(self.sources.values())
        self._relays: dict[str, list[Relay]] = {i: relays_of(s, self._outlets) for i, s in self.sources.items()}
        shared = (fact for fact in facts if len({e.source for e in fact.evidence}) > 1)
        quotes = (e for fact in shared for e in fact.evidence if e.source in self.sources)
        self._repeats = Repeats(((e.source, self._sentence(e)) for e in quotes), self._passages)

    def sentence(self, e: Evidence) -> str:
        """The sentence or sentences of the source that a quote stands in."""
        start, end = self._sentence(e)
        return self.sources[e.source].text[start:end]

    def _sentence(self, e: Evidence) -> Span:
        return self._passages[e.source].sentence(e.start, e.end)

    def relayed(self, source: str) -> list[str]:
        """The names of the outlets that a source relays anywhere, in alphabetical order."""
        return sorted({relay.outlet.name for relay in self._relays[source]})

    def origins(self, fact: Cited) -> list[Origin]:
        """The independent origins of a fact: those of most sources first, then by source."""
        quotes: dict[str, list[Evidence]] = defaultdict(list)
        for e in fact.evidence:
            if e.source in self.sources:
                quotes[e.source].append(e)
        accounts = [self._account(self.sources[source], quotes[source]) for source in sorted(quotes)]
        told = {key for account in accounts for key in account.keys}
        published = {_key(outlet) for account in accounts if (outlet := self._outlets.named(account.source.publisher))}
        joined = [(*account.keys, *self._second_hand(account, told, published)) for account in accounts]
        origins = [_origin([accounts[i] for i in members]) for members in _connected(joined)]
        return sorted(origins, key=lambda origin: (-len(origin.sources), origin.sources))

    def _account(self, source: Source, quotes: list[Evidence]) -> _Account:
        outlet = self._relayed_for(source, quotes)
        own = outlet or self._outlets.named(source.publisher)
        keys: list[_Key] = [("text", self.copies.get(source.id, source.id))]
        keys += [("passage", first) for e in quotes if (first := self._repeats.first(source.id, self._sentence(e)))]
        if own:
            keys += [_key(own), *([("government", own.state)] if own.state else [])]
        return _Account(source, outlet, tuple(dict.fromkeys(keys)))

    def _relayed_for(self, source: Source, quotes: list[Evidence]) -> Outlet | None:
        """The outlet whose report all passages with the fact pass on; the one that a sentence names before others.

        Headline and first paragraph sum up, so that they need not say what the passages after them say.
        """
        relays = self._relays[source.id]
        if not relays:
            return None
        passages = self._passages[source.id]
        opening = passages.paragraphs[:2][-1][1]
        after = [e for e in quotes if e.start >= opening] or quotes
        found = [relayed_at(e.start, e.end, passages, relays) for e in after]
        if not all(outlet for _, outlet in found):
            return None
        return next((sentence for sentence, _ in found if sentence), found[0][1])

    def _second_hand(self, account: _Account, told: set[_Key], published: set[_Key]) -> list[_Key]:
        """The outlets among a fact's origins that a source relays elsewhere: it knows their report and may rest on it.

        A source with an author counts so only where the outlet is itself a source of the fact.
        """
        if account.outlet:
            return []
        elsewhere = {_key(relay.outlet) for relay in self._relays[account.source.id]} & told
        return sorted(key for key in elsewhere if not account.source.author or key in published)


def _connected(keys: list[tuple[_Key, ...]]) -> list[list[int]]:
    """Positions grouped so that those that share a key, or are linked by others that do, are together."""
    sets, first = DisjointSets(len(keys)), dict[_Key, int]()
    for position, held in enumerate(keys):
        for key in held:
            sets.unite(first.setdefault(key, position), position)
    return sets.sets()


def _origin(accounts: list[_Account]) -> Origin:
    """One origin: its name is that of the outlet that most of its sources relay, a named outlet before an unnamed."""
    names = [account.outlet.name for account in accounts if account.outlet]
    name = min(names, key=lambda n: (n[:1].islower(), -names.count(n), n), default=None)
    return Origin(name=name, sources=sorted(account.source.id for account in accounts))
