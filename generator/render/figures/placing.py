"""Places for the actors of a network: near to whom they have much to do with, apart from the others.

Stress majorisation (Gansner, Koren and North 2004): each actor moves, again and again, to where its distances on paper
are closest to its distances in the network. Only the four operations and square roots are used, which every machine
works out to the last bit: the same brief has the same figure everywhere. Libraries of layouts call on the machine's own
linear algebra and do not keep that promise.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from math import sqrt

type Place = tuple[float, float]

_ROUNDS = 120
_APART = 3.5  # Distance between those whom nothing connects, in steps; a longer way counts as no longer.
# One step on a sunflower's spiral: a turn by the golden angle.
_TURN = (-0.7373688780783198, 0.6754902942615238)
_EVEN = 0.45  # How far places move towards being spread evenly, as a part of the way.


def places(count: int, ties: Mapping[tuple[int, int], float]) -> list[Place]:
    """Places from 0 to 1 for things 0 to `count` - 1; the strength of ties, by pairs of things, only has to be above 0.

    Things that come first start in the middle.
    """
    if count < 2:
        return [(0.5, 0.5)] * count
    settled = _settle(_spiral(count), _distances(count, ties))
    across, down = ([place[axis] for place in settled] for axis in (0, 1))
    return list(zip(_spread(across), _spread(down), strict=True))


def _distances(count: int, ties: Mapping[tuple[int, int], float]) -> list[list[float]]:
    """The number of ties between any two, a little less where the tie is strong."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for one, other in sorted(ties):
        neighbours[one].append(other)
        neighbours[other].append(one)
    strongest = max(ties.values(), default=1.0)
    table = []
    for start in range(count):
        steps = {start: 0.0}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for there in neighbours[here]:
                if there not in steps:
                    steps[there] = steps[here] + 1
                    waiting.append(there)
        row = [min(steps.get(other, _APART), _APART) for other in range(count)]
        for other in neighbours[start]:
            strength = ties.get((start, other)) or ties[other, start]
            row[other] = 1.15 - 0.35 * sqrt(strength / strongest)
        table.append(row)
    return table


def _spiral(count: int) -> list[Place]:
    found, x, y = [], 1.0, 0.0
    for number in range(count):
        reach = sqrt((number + 0.5) / count)
        found.append((reach * x, reach * y))
        x, y = x * _TURN[0] - y * _TURN[1], x * _TURN[1] + y * _TURN[0]
    return found


def _settle(start: Sequence[Place], distances: Sequence[Sequence[float]]) -> list[Place]:
    current = list(start)
    for _ in range(_ROUNDS):
        for here, (x, y) in enumerate(current):
            sum_x = sum_y = weights = 0.0
            for there, (other_x, other_y) in enumerate(current):
                if there == here:
                    continue
                wanted = distances[here][there]
                apart = sqrt((x - other_x) * (x - other_x) + (y - other_y) * (y - other_y)) or 1e-9
                weight = 1 / (wanted * wanted)
                pull = wanted / apart
                sum_x += weight * (other_x + (x - other_x) * pull)
                sum_y += weight * (other_y + (y - other_y) * pull)
                weights += weight
            current[here] = (sum_x / weights, sum_y / weights)
    return current


def _spread(values: Sequence[float]) -> list[float]:
    """The values from 0 to 1 in the same order, part of the way towards equal distances."""
    low, high = min(values), max(values)
    room = (high - low) or 1.0
    last = len(values) - 1
    ranks = {index: rank / last for rank, index in enumerate(sorted(range(len(values)), key=lambda i: values[i]))}
    return [(1 - _EVEN) * (value - low) / room + _EVEN * ranks[index] for index, value in enumerate(values)]


def parted(
    found: Sequence[Place], reaches: Sequence[float], width: float, height: float, gap: float = 9
) -> list[Place]:
    """The places with those that stand too close in a figure of this size pushed apart, and all within its edges.

    `reaches` is half the size of each thing in pixels. Places are rounded to the thousandth, which no eye can tell.
    """
    points = [[x * width, y * height] for x, y in found]
    for _ in range(80):
        moved = False
        for i, one in enumerate(points):
            for j in range(i):
                other = points[j]
                aside, below = one[0] - other[0], one[1] - other[1]
                wanted = reaches[i] + reaches[j] + gap
                apart = sqrt(aside * aside + below * below)
                if apart >= wanted:
                    continue
                if apart < 1e-6:
                    aside, below, apart = 1.0, 0.5, 1.118
                push = (wanted - apart) / (2 * apart)
                one[0] += aside * push
                one[1] += below * push
                other[0] -= aside * push
                other[1] -= below * push
                moved = True
        for point, reach in zip(points, reaches, strict=True):
            point[0] = min(max(point[0], reach + 2), width - reach - 2)
            point[1] = min(max(point[1], reach + 2), height - reach - 2)
        if not moved:
            break
    return [(round(x / width, 3), round(y / height, 3)) for x, y in points]
