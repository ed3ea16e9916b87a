"""A network's values as SVG: signs at parts of the width, so that it fits any screen, and every mark a link."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from generator.model import Kind
from generator.render.figures.labels import Label
from generator.render.figures.network import Edge, Network, Node
from generator.render.figures.signs import KIND_SIGNS
from generator.render.text import plain
from generator.render.words import counted

_KIND_WORDS = {
    Kind.PERSON: "person",
    Kind.STATE: "state",
    Kind.ORGANISATION: "organisation",
    Kind.GROUP: "group",
}
_THINNEST, _THICKEST = 1.2, 6.0
_DASHES = 14  # Pixels of one dash of conflict and one of cooperation.
_KEY_LINE = 'x1="0" x2="26" y1="4" y2="4"'
_KEY_CONFLICT = {"cooperative": 0.0, "conflictual": 1.0, "both": 0.5, "neither": 0.0}

Address = Callable[[str, str], str]


def network_svg(network: Network, address: Address, key: str) -> Markup:
    """The drawing. `address` gives the link to an actor's dossier and an anchor there; `key` parts ids of figures."""
    nodes = {node.actor: node for node in network.nodes}
    heaviest = max((edge.events for edge in network.edges), default=1)
    kinds = sorted({node.kind for node in network.nodes})
    signs = "".join(f'<symbol id="{key}-{kind}" viewBox="0 0 20 20">{KIND_SIGNS[kind]}</symbol>\n' for kind in kinds)
    edges = "".join(
        _edge(edge, nodes, network, heaviest, address)
        for edge in sorted(network.edges, key=lambda edge: (edge.events, edge.one, edge.other))
    )
    drawn = "".join(_node(node, network, address, key) for node in network.nodes)
    size = f'width="100%" height="{network.height}" font-size="12"'
    return Markup(f'<svg {size}>\n{signs}<g aria-hidden="true">\n{edges}</g>\n{drawn}</svg>\n')


def legend(network: Network) -> Markup:
    """What the shapes and lines say: those that the figure has."""
    kinds = [kind for kind in _KIND_WORDS if any(node.kind is kind for node in network.nodes)]
    natures = [nature for nature in _KEY_CONFLICT if any(edge.nature == nature for edge in network.edges)]
    shapes = (
        '<span><svg class="kind" width="11" height="11" viewBox="0 0 20 20" aria-hidden="true">'
        f"{KIND_SIGNS[kind]}</svg>"
        f"{_KIND_WORDS[kind]}</span>"
        for kind in kinds
    )
    lines = (
        f'<span><svg class="edge {nature}" width="26" height="8" aria-hidden="true">'
        f"{_lines(_KEY_LINE, 3, _KEY_CONFLICT[nature])}</svg>{nature}</span>"
        for nature in natures
    )
    return Markup("\n".join([*shapes, *lines]))


def tie_words(edge: Edge, names: Iterable[str]) -> str:
    """A tie in words: "Norland and Sudia: 3 events, 2 cooperative, 1 conflictual"."""
    parts = [counted(edge.events, "shared event")]
    parts += [f"{edge.cooperative} cooperative"] if edge.cooperative else []
    parts += [f"{edge.conflictual} conflictual"] if edge.conflictual else []
    return plain(f"{' and '.join(names)}: {', '.join(parts)}")


def relation_anchor(actor: str) -> str:
    """The id of the line on a dossier that tells of the relation to this actor."""
    return f"with-{actor}"


def tie_target(edge: Edge) -> tuple[str, str]:
    """The actor whose dossier tells of a tie, and the anchor there."""
    other = edge.one if edge.told_at == edge.other else edge.other
    return edge.told_at, relation_anchor(other) if edge.listed else "relations"


def _edge(edge: Edge, nodes: dict[str, Node], network: Network, heaviest: int, address: Address) -> str:
    """A tie: not in the way of the keyboard and of readers' voices, which have it from the table or the list."""
    one, other = nodes[edge.one], nodes[edge.other]
    words = tie_words(edge, (one.name, other.name))
    target = address(*tie_target(edge))
    thickness = _THINNEST + (_THICKEST - _THINNEST) * (edge.events - 1) / max(heaviest - 1, 1)
    ends = f'x1="{_percent(one.x)}" x2="{_percent(other.x)}" y1="{_y(one, network)}" y2="{_y(other, network)}"'
    conflict = edge.conflictual / max(edge.cooperative + edge.conflictual, 1)
    return (
        f'<a href="{escape(target)}" class="edge {edge.nature}" tabindex="-1">'
        f"<title>{escape(words)}</title>{_lines(ends, thickness, conflict)}</a>\n"
    )


def _lines(ends: str, thickness: float, conflict: float) -> str:
    """The line, and a second one upon it: unseen, wide and easy to hit, or the part of the ties that is conflict."""
    line = f'<line {ends} stroke-width="{thickness:.1f}"/>'
    if not 0 < conflict < 1:
        return f'{line}<line class="hit" {ends}/>'
    dash = min(max(_DASHES * conflict, 3.0), _DASHES - 3)
    dashes = f'stroke-dasharray="{dash:.1f} {_DASHES - dash:.1f}"'
    return f'{line}<line class="upon" {ends} stroke-width="{thickness:.1f}" {dashes}/>'


def _node(node: Node, network: Network, address: Address, key: str) -> str:
    y = _y(node, network)
    size = round(2 * node.reach, 1)
    words = plain(f"{node.name}, {_KIND_WORDS[node.kind]}: {counted(node.events, 'event')}")
    sign = (
        f'<use href="#{key}-{node.kind}" x="{_percent(node.x)}" y="{y}" width="{size}" height="{size}" '
        f'transform="translate(-{node.reach} -{node.reach})"/>'
    )
    middle = " middle" if node.actor == network.middle else ""
    return (
        f'<a href="{escape(address(node.actor, ""))}" class="node{middle}">'
        f"<title>{escape(words)}</title>{sign}{_names(node, y)}</a>\n"
    )


def _names(node: Node, y: int) -> str:
    """The name for a page and for a phone; once where both are the same."""
    if node.wide == node.narrow:
        return _name(node, node.wide, y, "")
    return _name(node, node.wide, y, "wide") + _name(node, node.narrow, y, "narrow")


def _name(node: Node, label: Label | None, y: int, shown: str) -> str:
    if label is None:
        return ""
    classes = f' class="{shown}"' if shown else ""
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    text = (
        f'<text{classes} x="{_percent(node.x)}" y="{round(y + label.dy, 1)}" dx="{label.dx}"{anchor}>'
        f"{escape(label.text)}</text>"
    )
    if not label.leader:
        return text
    start, end = (node.reach, label.dy - 10) if label.dy > 0 else (-node.reach, label.dy + 3)
    x = _percent(node.x)
    return f'<line class="leader {shown}" x1="{x}" x2="{x}" y1="{round(y + start, 1)}" y2="{round(y + end, 1)}"/>{text}'


def _y(node: Node, network: Network) -> int:
    return round(node.y * network.height)


def _percent(place: float) -> str:
    return f"{place * 100:.1f}%"
