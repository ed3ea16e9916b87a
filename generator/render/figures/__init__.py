"""Figures for the pages they stand in: the timeline and the networks of actors, each with its facts in words too.

`timeline.py` and `network.py` work out values that any page or paper can draw; `timeline_drawing.py` and
`network_drawing.py` draw them as SVG; `tables.py` tells them as Markdown.
"""

from collections.abc import Sequence
from posixpath import relpath

from markupsafe import Markup, escape

from generator.model import Actor, Event
from generator.render.catalogue import Catalogue
from generator.render.figures.network import Network, Ties, neighbourhood, network
from generator.render.figures.network_drawing import legend, network_svg, relation_anchor
from generator.render.figures.signs import STATUS_WORDS, quad_class
from generator.render.figures.tables import relations_table
from generator.render.figures.timeline import Timeline, timeline
from generator.render.figures.timeline_drawing import timeline_svg
from generator.render.linking import Linking, name
from generator.render.words import counted

_EVENTS_PAGE = "events/index.md"
_MOST_EVENTS = {"index.md": 50, _EVENTS_PAGE: 160}
_MOST_ON_OTHERS = 40
_WORTH_SKIPPING = 12


class Figures:
    """Draws what pages ask for; counts what figures share once for all of them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._ties = Ties(catalogue)

    def timeline(self, page: Linking, events: Sequence[Event] | None = None) -> Markup:
        """The dated ones of these events, or of all; their marks lead to the timeline page. Empty for under three."""
        chosen = self._catalogue.brief.events if events is None else events
        laid_out = timeline(self._catalogue, chosen, _MOST_EVENTS.get(page.path, _MOST_ON_OTHERS))
        if not laid_out:
            return Markup()
        drawn = timeline_svg(
            laid_out,
            lambda event: address(page.path, self._catalogue.places.event_of(event), event),
            lambda topic: address(page.path, f"topics/{topic}.md"),
            "timeline",
        )
        marks = sum(len(lane.marks) for lane in laid_out.lanes)
        where = "below" if page.path == _EVENTS_PAGE else "on the page Timeline"
        label = f"Timeline of {counted(marks, 'dated event')}; the same events stand in a list {where}"
        return _figure("timeline", label, drawn, _left_out(laid_out), marks)

    def network(self, page: Linking) -> Markup:
        """The actors in most events and their ties, with the ties as a table; empty where there are too few."""
        return self._network(page, network(self._catalogue, self._ties), "Network")

    def neighbourhood(self, page: Linking, actor: Actor) -> Markup:
        """The actor among those with whom it shares events; empty where these are fewer than three."""
        return self._network(page, neighbourhood(self._catalogue, self._ties, actor), f"{name(actor)} and others")

    def _network(self, page: Linking, laid_out: Network | None, title: str) -> Markup:
        if not laid_out:
            return Markup()
        drawn = network_svg(laid_out, lambda actor, anchor: address(page.path, f"actors/{actor}.md", anchor), "kind")
        label = f"{title}: {counted(len(laid_out.nodes), 'actor')} by the events they share"
        label += "; the same stands in the list below" if laid_out.middle else "; the same stands in the table below"
        figure = _figure(
            "network", label, drawn, _legend(page.path, laid_out, len(self._catalogue.actors)), len(laid_out.nodes)
        )
        if laid_out.middle:
            return figure
        table = relations_table(laid_out, page)
        return figure + Markup(
            '\n\n<details class="fold figure" markdown><summary>As a table</summary>\n\n'
            f'<div class="table ties" markdown>\n\n{table}\n\n</div>\n</details>\n'
        )


def address(page: str, target: str, anchor: str = "") -> str:
    """A link from a page to another, both by their paths below `docs/`, for HTML that no builder rewrites.

    Every page but an index stands in a folder of its own, as builders do by default (`use_directory_urls`); the file's
    name is written out, so that the link leads there from a disk too.
    """
    if page == target and anchor:
        return f"#{anchor}"
    found = relpath(f"{_folder(target)}/index.html", _folder(page))
    return f"{found}#{anchor}" if anchor else found


def _folder(page: str) -> str:
    """The folder that a page's file stands in on the site."""
    path = page.removesuffix(".md")
    return f"/{path.removesuffix('index').rstrip('/')}".rstrip("/") or "/"


def _figure(kind: str, label: str, drawn: Markup, caption: Markup, marks: int) -> Markup:
    """A labelled group of links; one of many can be skipped by keyboard."""
    end = f"after-{kind}"
    skip, landing = "", ""
    if marks > _WORTH_SKIPPING:
        skip = f'<a class="skip" href="#{end}">Skip the figure</a>\n'
        landing = f'<span id="{end}"></span>\n'
    described = f"<figcaption>{caption}</figcaption>\n" if caption else ""
    return Markup(f'<figure class="{kind}" aria-label="{escape(label)}">\n{skip}{drawn}{described}{landing}</figure>')


def _left_out(laid_out: Timeline) -> Markup:
    """What the timeline does not show, in words."""
    parts = []
    if laid_out.further:
        shown = sum(len(lane.marks) for lane in laid_out.lanes)
        parts.append(f"The {shown} events told most; {laid_out.further} more dated ones are in the list")
    if laid_out.undated:
        parts.append(f"{counted(laid_out.undated, 'event')} without a date {_are(laid_out.undated)} not shown")
    return Markup(escape(". ".join(parts) + "." if parts else ""))


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _legend(page: str, laid_out: Network, everybody: int) -> Markup:
    """What the signs say; under the network of all also what it leaves out and where that stands."""
    parts = [legend(laid_out)]
    if laid_out.middle is None:
        parts += [Markup(f"<span>{counted(laid_out.hidden, 'weaker tie')} not drawn</span>")] if laid_out.hidden else []
        all_actors = address(page, "actors/index.md")
        parts += [Markup(f'<a href="{all_actors}">All {counted(everybody, "actor")}</a>')]
    return Markup("\n").join(parts)


__all__ = ["STATUS_WORDS", "Figures", "address", "quad_class", "relation_anchor"]
