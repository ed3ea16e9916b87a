"""Which item of a brief is which item of an edition: by id, else by the passages both rest on, else by name."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class Kept(Protocol):
    """An item that an edition keeps."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


@dataclass(frozen=True)
class Matches[Item: Kept]:
    """Pairs of one item then and now, what is only now, and what was only then; each in the order of the ids."""

    pairs: list[tuple[Item, Item]]
    new: list[Item]
    gone: list[Item]

    def now(self) -> dict[str, str]:
        """For every id of the edition that is still there, the id it has now."""
        return {then.id: now.id for then, now in self.pairs}


def matches[Item: Kept](
    then: Sequence[Item], now: Sequence[Item], names: Mapping[str, str] | None = None
) -> Matches[Item]:
    """Pairs up two lists. `names` gives for ids, then or now, a name that only one item can have."""
    current = {item.id: item for item in now}
    pairs = [(item, current.pop(item.id)) for item in then if item.id in current]
    paired = {item.id for item, _ in pairs}
    waiting = {item.id: item for item in then if item.id not in paired}
    for old, new in _by_passages(list(waiting.values()), list(current.values())):
        pairs.append((waiting.pop(old), current.pop(new)))
    for old, new in _by_name(list(waiting), list(current), names or {}):
        pairs.append((waiting.pop(old), current.pop(new)))
    pairs.sort(key=lambda pair: pair[1].id)
    return Matches(pairs, sorted(current.values(), key=_id), sorted(waiting.values(), key=_id))


def _id(item: Kept) -> str:
    return item.id


def _by_passages(then: Sequence[Kept], now: Sequence[Kept]) -> Iterator[tuple[str, str]]:
    """Ids then and now of those that share most passages; a passage is the same by its place or by its words."""
    holders: dict[str, list[str]] = defaultdict(list)
    for item in then:
        for key in passage_keys(item):
            holders[key].append(item.id)
    shared: Counter[tuple[str, str]] = Counter()
    for item in now:
        for key in passage_keys(item):
            shared.update((old, item.id) for old in holders.get(key, ()))
    taken: set[tuple[str, str]] = set()
    for (old, new), _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0])):
        if ("then", old) not in taken and ("now", new) not in taken:
            taken |= {("then", old), ("now", new)}
            yield old, new


def passage_keys(item: Kept) -> list[str]:
    """What a passage is found by: where it stands, and its words."""
    passages: list[str] = getattr(item, "passages", [])
    return list(dict.fromkeys(part for passage in passages for part in passage.split(" ")))


def _by_name(then: Sequence[str], now: Sequence[str], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    current = {names[new].casefold(): new for new in reversed(now) if new in names}
    for old in then:
        if old in names and (new := current.pop(names[old].casefold(), None)):
            yield old, new
