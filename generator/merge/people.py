"""Persons across articles: who bears which name. Two persons of one family name stay two."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from generator.merge.disjoint import DisjointSets
from generator.merge.entries import Entry
from generator.merge.knowledge import word_set
from generator.merge.names import Words, given, sound, sounds

Company = Callable[[Entry], frozenset[int]]
"""The other actors of an entry's article, as sets that are known across articles."""


class People:
    """Unites the entries of persons in the given sets."""

    def __init__(self, entries: Sequence[Entry], sets: DisjointSets, company: Company) -> None:
        self._entries = [entry for entry in entries if entry.full or entry.short]
        self._all = entries
        self._sets = sets
        self._company = company

    def unite(self) -> None:
        """Strongest signs first: full names, then variants of them, then names of one word."""
        self._unite_full_names(lambda name: _whole_key(name), certain=True)
        self._unite_full_names(lambda name: _given_key(name), certain=False)
        self._unite_variants()
        self._unite_short_names()

    # --- full names

    def _unite_full_names(self, key: Callable[[Words], Words], certain: bool) -> None:
        by_key: dict[Words, list[Entry]] = defaultdict(list)
        for entry in self._entries:
            if entry.full:
                by_key[key(entry.full)].append(entry)
        for same in by_key.values():
            heads: list[Entry] = []
            for entry in same:
                if any(self._same_set(entry, head) for head in heads):
                    continue
                known = next((head for head in heads if self._may_be_one(head, entry, certain)), None)
                if known:
                    self._sets.unite(known.position, entry.position)
                else:
                    heads.append(entry)

    def _may_be_one(self, a: Entry, b: Entry, certain: bool) -> bool:
        """Two of one full name are one unless all said of them differs; of a like name, only if something agrees."""
        if certain:
            if not (a.titles and b.titles and a.of and b.of):
                return True
            return bool(a.titles & b.titles or a.of & b.of or self._company(a) & self._company(b))
        return not self._share_source(a, b) and bool(self._roles_agree(a, b) or self._company(a) & self._company(b))

    def _unite_variants(self) -> None:
        """Names with and without middle names or with initials, where only one fuller name fits."""
        by_last: dict[str, dict[int, Words]] = defaultdict(dict)
        for entry in self._entries:
            if entry.full:
                for word in {sound(entry.full[0]), sound(entry.full[-1]), *(sound(word) for word in entry.full[1:-1])}:
                    by_last[word][self._sets.find(entry.position)] = entry.full
        for entry in self._entries:
            if not entry.full:
                continue
            here = self._sets.find(entry.position)
            fitting = {
                self._sets.find(root)
                for root, name in by_last[sound(entry.full[-1])].items()
                if self._sets.find(root) != here and _is_variant(entry.full, name)
            }
            if len(fitting) == 1:
                other = fitting.pop()
                if not self._sets_share_source(here, other) and not self._roles_clash(entry, self._all[other]):
                    self._sets.unite(here, other)

    # --- names of one word

    def _unite_short_names(self) -> None:
        bearers = self._bearers()
        for entry in self._entries:
            if not entry.full:
                self._unite_short_name(entry, bearers[sound(entry.short)])
        alone = [entry for entry in self._entries if not entry.full and len(self._sets.members(entry.position)) == 1]
        by_name: dict[str, list[Entry]] = defaultdict(list)
        for entry in alone:
            by_name[sound(entry.short)].append(entry)
        for same in by_name.values():
            for i, entry in enumerate(same):
                for other in same[:i]:
                    if self._supported(entry, [other]) and not self._sets_share_source(entry.position, other.position):
                        self._sets.unite(entry.position, other.position)
                        break

    def _bearers(self) -> dict[str, set[int]]:
        """For every word, the persons whom it may mean: by family name, or because an article calls them so."""
        bearers: dict[str, set[int]] = defaultdict(set)
        for entry in self._entries:
            if not entry.full:
                continue
            root = self._sets.find(entry.position)
            bearers[sound(entry.full[-1])].add(root)
            if entry.full[0] in word_set("identity", "surname_first"):
                bearers[sound(entry.full[0])].add(root)
            for single in entry.singles & set(entry.full):
                bearers[sound(single)].add(root)
        return bearers

    def _unite_short_name(self, entry: Entry, bearers: Iterable[int]) -> None:
        """To the only bearer whose office agrees, else to the only bearer, or the only one whom articles call so."""
        candidates = {self._sets.find(root) for root in bearers}
        fitting = []
        for root in sorted(candidates):
            members = [self._all[position] for position in self._sets.members(root)]
            if not any(self._share_source(entry, member) for member in members):
                fitting.append(members)
        agreeing = [members for members in fitting if any(self._roles_agree(entry, member) for member in members)]
        if len(agreeing) == 1:
            self._sets.unite(entry.position, agreeing[0][0].position)
            return
        called = [members for members in fitting if any(entry.short in member.singles for member in members)]
        likely = fitting if len(candidates) == 1 else called
        if len(likely) == 1 and self._supported(entry, likely[0]):
            self._sets.unite(entry.position, likely[0][0].position)

    def _supported(self, entry: Entry, others: Sequence[Entry]) -> bool:
        """Whether more than the bare word speaks for it: the same office or state, or other actors in common."""
        if any(self._roles_agree(entry, other) for other in others):
            return True
        if any(self._roles_clash(entry, other) for other in others):
            return False
        return any(len(self._company(entry) & self._company(other)) >= 2 for other in others)

    # --- signs

    @staticmethod
    def _roles_agree(a: Entry, b: Entry) -> bool:
        return bool(a.of & b.of)

    @staticmethod
    def _roles_clash(a: Entry, b: Entry) -> bool:
        return bool(a.of and b.of and not a.of & b.of)

    @staticmethod
    def _share_source(a: Entry, b: Entry) -> bool:
        return a.source.id == b.source.id

    def _same_set(self, a: Entry, b: Entry) -> bool:
        return self._sets.find(a.position) == self._sets.find(b.position)

    def _sets_share_source(self, a: int, b: int) -> bool:
        first = {self._all[i].source.id for i in self._sets.members(a)}
        return any(self._all[i].source.id in first for i in self._sets.members(b))


def _whole_key(name: Words) -> Words:
    """One key for all ways to write a full name: family name first where it is written so, given names in one."""
    family_first = word_set("identity", "surname_first")
    if name[0] in family_first:
        return (sound(name[0]), sound("".join(name[1:])))
    if name[-1] in family_first:
        return (sound(name[-1]), sound("".join(name[:-1])))
    return sounds(name)


def _given_key(name: Words) -> Words:
    """As `_whole_key`, given names and their short forms alike."""
    return (*(given(word) for word in name[:-1]), sound(name[-1]))


def _is_variant(short: Words, long: Words) -> bool:
    """Whether a name is a longer one without some of its middle or last words, or with initials in their place.

    Never where the family name stands first: of two such names of one beginning neither is short for the other.
    """
    if len(short) > len(long) or short == long or short[0] in word_set("identity", "surname_first"):
        return False
    if not _fits(short[0], long[0]):
        return False
    remaining = iter(long)
    return all(any(_fits(word, candidate) for candidate in remaining) for word in short)


def _fits(word: str, candidate: str) -> bool:
    return given(word) == given(candidate) or (len(word) == 1 and candidate.startswith(word))
