"""Networks of actors as values: who is in it, where, how large, who is tied to whom. Drawing is another module's.

The site draws these values as SVG and the PDF as its own marks, so nothing in here knows either: places are parts of
the figure's width and height, sizes are pixels of a figure whose text is 12 pixels high, links are the actors' ids.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import sqrt

from generator.model import Actor, Kind
from generator.render.catalogue import CONFLICT, COOPERATION, Catalogue
from generator.render.figures.labels import Label, label_box, labels, shown_name, sign_box
from generator.render.figures.measures import NARROW, TEXT, WIDE, text_width
from generator.render.figures.placing import parted, places
from generator.render.linking import name

MOST_ACTORS = 40
MOST_NEIGHBOURS = 15
FEWEST_RELATIONS = 3
"""Fewer relations are seen at a glance in the list."""

_TIES_EACH = 2  # Ties drawn for each actor, on average: more make a ball of wool.
_SMALLEST, _LARGEST = 5.0, 15.0
_ROW = 26
_SURELY_LISTED = 10  # Lines on relations that every dossier shows on its own page.
_CLOSE, _FAR = 0.075, 0.15  # How far the columns of a neighbourhood bend away from its middle.


@dataclass(frozen=True)
class Edge:
    """A tie between two actors, by id: the events they share, and how many of these are of which nature.

    `told_at` is the one of the two whose dossier tells of it, `listed` whether its own page has a line for it, being
    among that actor's strongest.
    """

    one: str
    other: str
    events: int
    cooperative: int
    conflictual: int
    told_at: str = ""
    listed: bool = False

    @property
    def nature(self) -> str:
        """ "cooperative", "conflictual", "both" or "neither"."""
        if self.cooperative and self.conflictual:
            return "both"
        return "cooperative" if self.cooperative else "conflictual" if self.conflictual else "neither"


@dataclass(frozen=True)
class Node:
    """An actor in the figure: `x` and `y` from 0 to 1, `reach` half its size in pixels, `events` its weight.

    `wide` and `narrow` are its name in a figure as wide as a page and as wide as a phone, None where there is no room.
    """

    actor: str
    name: str
    kind: Kind
    events: int
    x: float
    y: float
    reach: float
    wide: Label | None
    narrow: Label | None


@dataclass(frozen=True)
class Network:
    """The actors and ties of one figure, heaviest first, and its height in pixels.

    `middle` is the actor whose neighbourhood it is, None for the network of all. `hidden` is the number of further ties
    between the actors shown, which the dossiers tell.
    """

    nodes: list[Node]
    edges: list[Edge]
    height: int
    middle: str | None = None
    hidden: int = 0


class Ties:
    """Who shares events with whom in a brief; counted once, asked for every figure."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._of: dict[str, dict[str, Edge]] = defaultdict(dict)
        self._first: dict[str, set[str]] = {}
        self._weights: Counter[str] = Counter()
        counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        for event in catalogue.brief.events:
            quad = event.type.quad
            taking_part = sorted({part.actor for part in event.participants if part.actor in catalogue.actors})
            self._weights.update(taking_part)
            for pair in combinations(taking_part, 2):
                count = counts[pair]
                count[0] += 1
                count[1] += quad in COOPERATION
                count[2] += quad in CONFLICT
        for (one, other), (events, cooperative, conflictual) in counts.items():
            self._of[one][other] = self._of[other][one] = Edge(one, other, events, cooperative, conflictual)

    def of(self, actor: str) -> Mapping[str, Edge]:
        """The actor's ties by the other's id."""
        return self._of.get(actor, {})

    def weight(self, actor: str) -> int:
        """The number of events in which the actor takes part."""
        return self._weights[actor]

    def among(self, actors: Iterable[str], middle: str | None = None) -> list[Edge]:
        """The ties between these actors, strongest first; told at the lighter of the two and not at `middle`."""
        pairs = combinations(sorted(set(actors)), 2)
        found = [edge for one, other in pairs if (edge := self.of(one).get(other))]
        in_order = sorted(found, key=lambda edge: (-edge.events, edge.one, edge.other))
        return [self._told(edge, middle) for edge in in_order]

    def _told(self, edge: Edge, middle: str | None) -> Edge:
        """The tie with where it is told: of the lighter of the two it is among the first lines, if of any."""
        told_at, other = sorted((edge.one, edge.other), key=lambda each: (each == middle, self.weight(each), each))
        return replace(edge, told_at=told_at, listed=other in self._strongest(told_at))

    def _strongest(self, actor: str) -> set[str]:
        """Those with whom the actor's dossier surely has a line."""
        if actor not in self._first:
            order = sorted(
                self.of(actor), key=lambda other: (-self.of(actor)[other].events, self._catalogue.actors[other].name)
            )
            self._first[actor] = set(order[:_SURELY_LISTED])
        return self._first[actor]


def network(catalogue: Catalogue, ties: Ties) -> Network | None:
    """The heaviest actors and their ties, at most 40; None where there are too few for a figure."""
    tied = [actor for actor in catalogue.by_weight if ties.of(actor.id)][:MOST_ACTORS]
    edges = ties.among(actor.id for actor in tied)
    joined = {identifier for edge in edges for identifier in (edge.one, edge.other)}
    actors = [actor for actor in tied if actor.id in joined]
    if len(actors) < 3:
        return None
    drawn = _worth_drawing(edges, int(len(actors) * _TIES_EACH))
    height = min(190 + 9 * len(actors), 500)
    reaches = _reaches([ties.weight(actor.id) for actor in actors])
    order = {actor.id: number for number, actor in enumerate(actors)}
    strength = {(order[edge.one], order[edge.other]): float(edge.events) for edge in edges}
    found = parted(_with_margin(places(len(actors), strength), height), reaches, NARROW[0], height)
    return Network(_nodes(actors, ties, found, reaches, drawn, height), drawn, height, None, len(edges) - len(drawn))


def neighbourhood(catalogue: Catalogue, ties: Ties, actor: Actor) -> Network | None:
    """The actor in the middle, those with whom it shares most events to both sides; None for under three of them."""
    around = sorted(ties.of(actor.id).items(), key=lambda item: (-item[1].events, item[0]))[:MOST_NEIGHBOURS]
    if len(around) < FEWEST_RELATIONS:
        return None
    others = [catalogue.actors[identifier] for identifier, _ in around]
    edges = ties.among([actor.id, *(other.id for other in others)], actor.id)
    own = [edge for edge in edges if actor.id in (edge.one, edge.other)]
    drawn = own + [edge for edge in edges if edge not in own][: len(others)]
    rows = (len(others) + 1) // 2
    height = rows * _ROW + 34
    reaches = _reaches([ties.weight(each.id) for each in (actor, *others)])
    found = [(0.5, 0.5), *_to_both_sides(len(others), height)]
    nodes = [
        _beside(other, ties.weight(other.id), place, min(reach, 10.0))
        for other, place, reach in zip(others, found[1:], reaches[1:], strict=True)
    ]
    own_node = Node(
        *(actor.id, name(actor), actor.kind, ties.weight(actor.id), *found[0], round(reaches[0], 1)),
        _in_the_middle(actor, reaches[0], nodes, height, WIDE),
        _in_the_middle(actor, reaches[0], nodes, height, NARROW),
    )
    return Network([own_node, *nodes], drawn, height, actor.id, len(edges) - len(drawn))


def _in_the_middle(
    actor: Actor, reach: float, around: Sequence[Node], height: int, widths: tuple[float, float]
) -> Label | None:
    """The name below the middle, None where a neighbour is in its way: the page's title says it in any case."""
    label = Label(shown_name(name(actor), NARROW), 0, round(reach + TEXT + 3, 1), "middle")
    taken = [sign_box((node.x, node.y), node.reach, height) for node in around]
    taken += [
        label_box(other, (node.x, node.y), height)
        for node in around
        if (other := node.wide if widths == WIDE else node.narrow)
    ]
    return label if label_box(label, (0.5, 0.5), height).clear_of_all(taken, widths) else None


def _worth_drawing(edges: Sequence[Edge], limit: int) -> list[Edge]:
    """The strongest ties, and the strongest of each actor however weak, so that nobody floats."""
    kept = set(range(min(limit, len(edges))))
    held = {identifier for number in kept for identifier in (edges[number].one, edges[number].other)}
    for number, edge in enumerate(edges):
        if {edge.one, edge.other} - held:
            kept.add(number)
            held |= {edge.one, edge.other}
    return [edges[number] for number in sorted(kept)]


def _reaches(weights: Sequence[int]) -> list[float]:
    """Half the sizes of marks whose areas grow with the weights."""
    heaviest = max(weights) or 1
    return [_SMALLEST + (_LARGEST - _SMALLEST) * sqrt(weight / heaviest) for weight in weights]


def _with_margin(found: Iterable[tuple[float, float]], height: int) -> list[tuple[float, float]]:
    """The places drawn in from the edges, where names need room."""
    across, down = 0.1, (_LARGEST + 8) / height
    return [(across + x * (1 - 2 * across), down + y * (1 - 2 * down)) for x, y in found]


def _nodes(
    actors: Sequence[Actor],
    ties: Ties,
    found: Sequence[tuple[float, float]],
    reaches: Sequence[float],
    edges: Sequence[Edge],
    height: int,
) -> list[Node]:
    names = [name(actor) for actor in actors]
    at = {actor.id: place for actor, place in zip(actors, found, strict=True)}
    lines = [(at[edge.one], at[edge.other]) for edge in edges]
    wide, narrow = (labels(names, found, reaches, lines, height, widths) for widths in (WIDE, NARROW))
    return [
        Node(actor.id, names[i], actor.kind, ties.weight(actor.id), *found[i], round(reaches[i], 1), wide[i], narrow[i])
        for i, actor in enumerate(actors)
    ]


def _to_both_sides(count: int, height: int) -> list[tuple[float, float]]:
    """Places in two columns that bend around the middle; the first ones, which are the strongest, at mid-height."""
    found: list[tuple[float, float]] = []
    for number in range(count):
        side, rank = number % 2, number // 2
        rows = (count + 1 - side) // 2
        row = sorted(range(rows), key=lambda each: (abs(each - (rows - 1) / 2), each))[rank]
        away = (row - (rows - 1) / 2) / max(rows / 2, 1)
        bend = _CLOSE + (_FAR - _CLOSE) * sqrt(max(1 - away * away, 0))
        y = (height / 2 + (row - (rows - 1) / 2) * _ROW) / height
        found.append((round(0.5 + bend if side else 0.5 - bend, 3), round(y, 3)))
    return found


def _beside(actor: Actor, events: int, place: tuple[float, float], reach: float) -> Node:
    """A neighbour with its name on the outer side."""
    left = place[0] < 0.5
    anchor, dx = ("end", -reach - 4) if left else ("start", reach + 4)
    room = (place[0] if left else 1 - place[0]) * NARROW[0] - reach - 6
    called = name(actor)
    wide, narrow = shown_name(called, WIDE), called
    while text_width(narrow) > room and len(narrow) > 4:
        narrow = narrow[:-2].rstrip() + "…"
    return Node(
        *(actor.id, called, actor.kind, events, *place, round(reach, 1)),
        Label(wide, round(dx, 1), 4, anchor),
        Label(narrow, round(dx, 1), 4, anchor),
    )
