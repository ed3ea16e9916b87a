"""The same facts as a figure's in a table of Markdown, for readers who do not see it."""

from markupsafe import Markup

from generator.render.figures.network import Edge, Network
from generator.render.figures.network_drawing import tie_target
from generator.render.linking import Linking


def relations_table(network: Network, links: Linking) -> Markup:
    """The ties of a network, strongest first: both actors, the number of shared events, how many of which nature.

    The number leads to the line on a dossier that cites these events.
    """
    lines = [
        "| Actor | Actor | Shared events | Cooperative | Conflictual |",
        "| :--- | :--- | ---: | ---: | ---: |",
        *(_row(edge, links) for edge in network.edges),
    ]
    return Markup("\n".join(lines))


def _row(edge: Edge, links: Linking) -> str:
    actor, anchor = tie_target(edge)
    target = links.to(f"actors/{actor}.md", anchor)
    one, other = links.actor(edge.one), links.actor(edge.other)
    return f"| {one} | {other} | [{edge.events}]({target}) | {edge.cooperative or ''} | {edge.conflictual or ''} |"
