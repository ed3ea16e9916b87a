"""The timeline and the network as values that the templates draw: the same layouts that the site draws as SVG."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from generator.model import Event
from generator.render import dates
from generator.render.catalogue import Catalogue
from generator.render.figures.network import Network, Ties, network
from generator.render.figures.timeline import Timeline, timeline
from generator.render.words import counted
from generator.typeset.blocks import Drawing, Link
from generator.typeset.lines import Lines, anchor

MOST_EVENTS = 50


def timeline_drawing(lines: Lines, events: Sequence[Event], most: int = MOST_EVENTS) -> list[Drawing]:
    """The dated ones of these events over one axis; none where there are too few."""
    laid_out = timeline(lines.catalogue, events, most)
    return [_timeline(laid_out, lines.catalogue)] if laid_out else []


def _timeline(laid_out: Timeline, catalogue: Catalogue) -> Drawing:
    values: dict[str, Any] = {
        "stretches": [asdict(stretch) for stretch in laid_out.stretches],
        "ticks": [asdict(tick) for tick in laid_out.ticks if tick.wide],
        "lanes": [
            {
                "title": lane.title,
                "rows": lane.rows,
                "marks": [
                    asdict(mark) | {"status": mark.status.value, "to": anchor(catalogue.events[mark.event])}
                    for mark in lane.marks
                ],
            }
            for lane in laid_out.lanes
        ],
    }
    if laid_out.edition:
        values["edition"] = {"x": laid_out.edition[0], "day": f"edition of {dates.day(laid_out.edition[1])}"}
    marks = sorted((mark for lane in laid_out.lanes for mark in lane.marks), key=lambda mark: (mark.x, mark.event))
    told = f"Timeline of {counted(len(marks), 'dated event')}. " + "; ".join(mark.words for mark in marks[:12])
    further = [f"{laid_out.further} more dated ones are in the list"] if laid_out.further else []
    undated = (
        [f"{counted(laid_out.undated, 'event')} without a date {'is' if laid_out.undated == 1 else 'are'} not shown"]
        if laid_out.undated
        else []
    )
    return Drawing("timeline", values, told, "; ".join([*further, *undated]))


def network_drawing(lines: Lines) -> list[Drawing]:
    """The actors in most events and their ties; none where there are too few."""
    laid_out = network(lines.catalogue, Ties(lines.catalogue))
    return [_network(laid_out, lines)] if laid_out else []


def _network(laid_out: Network, lines: Lines) -> Drawing:
    values: dict[str, Any] = {
        "height": laid_out.height,
        "most": max(edge.events for edge in laid_out.edges),
        "edges": [{"one": e.one, "other": e.other, "events": e.events, "nature": e.nature} for e in laid_out.edges],
        "nodes": [
            {
                "actor": node.actor,
                "kind_of": node.kind.value,
                "x": node.x,
                "y": node.y,
                "reach": node.reach,
                "label": asdict(node.wide) if node.wide else None,
                "link": Link(node.name, anchor(lines.catalogue.actors[node.actor])),
            }
            for node in laid_out.nodes
        ],
    }
    names = {node.actor: node.name for node in laid_out.nodes}
    ties = [f"{names[e.one]} and {names[e.other]} {counted(e.events, 'event')}" for e in laid_out.edges[:12]]
    told = f"Network of {counted(len(laid_out.nodes), 'actor')} by the events they share: {'; '.join(ties)}."
    hidden = f"{counted(laid_out.hidden, 'weaker tie')} not drawn" if laid_out.hidden else ""
    return Drawing("network", values, told, hidden)
