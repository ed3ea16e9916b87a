"""Disjoint sets of positions: what has been found to be one thing."""


class DisjointSets:
    """Positions 0 to `size` - 1, each at first in a set of its own. A set is known by its lowest position."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {}

    def find(self, position: int) -> int:
        """The lowest position of the set that a position is in."""
        root = position
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[position] != root:
            self._parent[position], position = root, self._parent[position]
        return root

    def unite(self, a: int, b: int) -> None:
        """Make one set of the two that hold `a` and `b`."""
        first, second = sorted((self.find(a), self.find(b)))
        if first != second:
            members = self.members(first) + self.members(second)
            self._parent[second] = first
            self._members.pop(second, None)
            self._members[first] = sorted(members)

    def members(self, position: int) -> list[int]:
        """The positions in the same set as `position`, in order."""
        root = self.find(position)
        return self._members.get(root, [root])

    def sets(self) -> list[list[int]]:
        """All sets, ordered by their lowest position."""
        return [self.members(i) for i in range(len(self._parent)) if self.find(i) == i]
