"""The figures: what a reader sees in them, where their marks lead, and that their words do not cover each other."""

import posixpath
import random
import re
from datetime import date, timedelta
from itertools import combinations

import pytest
from lxml import html

from generator.model import Account, Actor, Brief, DateSpan, Discrepancy, Event, EventType, Kind, Participant, Status
from generator.render.catalogue import Catalogue
from generator.render.figures import Figures, address
from generator.render.figures.labels import label_box
from generator.render.figures.measures import NARROW, WIDE
from generator.render.figures.network import MOST_ACTORS, Network, Ties, neighbourhood, network
from generator.render.figures.timeline import timeline
from generator.render.linking import Linking
from generator.render.pages import pages

QUADS = [EventType.AGREE, EventType.AID, EventType.ACCUSE, EventType.ASSAULT, EventType.OTHER]


def drawn(brief: Brief, path: str = "index.md") -> dict[str, html.HtmlElement]:
    """The figures of a page by their class."""
    text = next(page.text for page in pages(brief, []) if page.path == path)
    found = re.findall(r"<figure.*?</figure>", text, re.DOTALL)
    return {figure.get("class"): figure for figure in map(html.fromstring, found)}


def links(figure: html.HtmlElement, kind: str) -> list[html.HtmlElement]:
    return list(figure.xpath(f".//a[contains(concat(' ', @class, ' '), ' {kind} ')]"))


def title(link: html.HtmlElement) -> str:
    return str(link.findtext("title"))


def crowd(strait: Brief, actors: int, events: int) -> Brief:
    """A brief of many invented people and states who meet, agree and quarrel over two years."""
    chance = random.Random(7)
    evidence = strait.events[0].evidence
    people = [
        Actor(id=f"actor-{i}", name=f"Anna Berg of House {i}", kind=list(Kind)[i % 4], evidence=evidence)
        for i in range(actors)
    ]
    told = []
    for i in range(events):
        first = date(2030, 1, 1) + timedelta(days=chance.randrange(600))
        last = first + timedelta(days=chance.choice([0, 0, 0, 6, 30, 364]))
        span = DateSpan(start=first, end=last, precision="range", basis="stated") if i % 5 else None
        taking_part = chance.choices(people, [1 / (k + 1) for k in range(actors)], k=3)
        told.append(
            Event(
                id=f"event-{i}",
                title=f"Norland meets Sudia for the {i}th time over the harbour",
                type=chance.choice(QUADS),
                status=chance.choice(list(Status)),
                date=span,
                participants=[Participant(actor=each, role="with") for each in {p.id for p in taking_part}],
                evidence=evidence,
            )
        )
    topics = [strait.topics[0].model_copy(update={"events": [e.id for e in told[::3]]}), *strait.topics[1:2]]
    return Brief(
        title="Crowd", generated=date(2031, 3, 1), sources=strait.sources, actors=people, events=told, topics=topics
    )


@pytest.fixture(scope="module")
def crowded(strait: Brief) -> Brief:
    return crowd(strait, actors=120, events=1500)


# The timeline


def test_every_dated_event_is_a_mark_that_leads_to_its_line(strait: Brief) -> None:
    marks = links(drawn(strait)["timeline"], "mark")

    dated = {f"events/index.html#{event.id}" for event in strait.events if event.date}
    assert {mark.get("href") for mark in marks} == dated
    assert len(marks) == len(dated)
    titles = [title(mark) for mark in marks]
    assert "10 Jun 2031 · occurred · Verania and Karsk sign the Sandrel Accord" in titles
    assert "4 Oct 2031 · planned, ahead · Ilsa Marrow travels to Dovrin" in titles


def test_status_is_a_shape_and_the_nature_of_an_event_a_class(strait: Brief) -> None:
    figure = drawn(strait)["timeline"]
    for mark in links(figure, "mark"):
        event = next(e for e in strait.events if mark.get("href").endswith(f"#{e.id}"))
        (sign,) = mark.findall("use")
        assert figure.xpath(f".//symbol[@id='{sign.get('href')[1:]}']")
        assert sign.get("href") == f"#timeline-{event.status}"


def test_a_date_of_a_month_is_as_wide_as_the_month_and_a_day_is_a_point(strait: Brief) -> None:
    marks = {mark.get("href").partition("#")[2]: mark for mark in links(drawn(strait)["timeline"], "mark")}

    assert marks["survey-ship-ardent-enters-disputed-waters"].xpath("./line")
    assert not marks["sandrel-accord-is-signed"].xpath("./line")


def test_the_edition_parts_what_was_from_what_is_ahead(strait: Brief) -> None:
    figure = drawn(strait)["timeline"]
    (ground,) = figure.xpath(".//rect[@class='ahead']")
    edition = float(ground.get("x").rstrip("%"))

    assert "edition of 20 Jun 2031" in figure.text_content()
    places = {
        mark.get("href").partition("#")[2]: float(mark.find("use").get("x").rstrip("%"))
        for mark in links(figure, "mark")
    }
    assert places["sandrel-accord-is-signed"] < edition < places["marrow-travels-to-dovrin"]


def test_a_brief_that_looks_back_alone_has_no_ground_ahead(strait: Brief) -> None:
    past = [event for event in strait.events if event.date and event.date.end < date(2031, 6, 1)]
    figure = drawn(strait.model_copy(update={"events": past}))["timeline"]

    assert not figure.xpath(".//rect")
    assert "edition" not in figure.text_content()


def test_a_contested_date_is_marked_and_said(strait: Brief) -> None:
    evidence = strait.events[0].evidence
    differing = Discrepancy(
        id="date-of-signing",
        about="sandrel-accord-is-signed",
        matter="date",
        accounts=[Account(value="10 June", evidence=evidence), Account(value="11 June", evidence=evidence)],
    )
    figure = drawn(strait.model_copy(update={"discrepancies": [differing]}))["timeline"]

    contested = [mark for mark in links(figure, "mark") if "≠" in mark.text_content()]
    assert [title(mark) for mark in contested] == [
        "10 Jun 2031 · occurred · Verania and Karsk sign the Sandrel Accord · sources differ on the date"
    ]


def test_lanes_are_topics_and_lead_to_them(strait: Brief) -> None:
    lanes = links(drawn(strait)["timeline"], "topic")

    assert [lane.text_content() for lane in lanes] == ["The seabed case", "Fishing and protest", "The accord"]
    known = {f"topics/{topic.id}/index.html" for topic in strait.topics}
    assert {lane.get("href") for lane in lanes} <= known


def test_three_events_are_a_timeline_and_two_are_none(strait: Brief) -> None:
    dated = [event for event in strait.events if event.date]

    assert len(links(drawn(strait.model_copy(update={"events": dated[:3]}))["timeline"], "mark")) == 3
    assert "timeline" not in drawn(strait.model_copy(update={"events": dated[:2]}))


def test_of_very_many_events_those_told_most_are_drawn_and_the_rest_is_said(crowded: Brief) -> None:
    home = drawn(crowded)["timeline"]

    assert len(links(home, "mark")) == 50
    assert "The 50 events told most; 1150 more dated ones are in the list" in home.text_content()
    assert "300\N{NO-BREAK SPACE}events without a date are not shown" in home.text_content()


@pytest.mark.parametrize("most", [20, 160])
def test_no_mark_and_no_words_of_a_timeline_cover_others(crowded: Brief, most: int) -> None:
    catalogue = Catalogue(crowded)
    laid_out = timeline(catalogue, crowded.events, most)
    assert laid_out
    assert sum(len(lane.marks) for lane in laid_out.lanes) == most
    assert any(mark.label for lane in laid_out.lanes for mark in lane.marks)
    for width, words in ((320.0, False), (640.0, True), (1100.0, True)):
        for lane in laid_out.lanes:
            for one, other in combinations(lane.marks, 2):
                if one.row == other.row:
                    assert abs(one.x - other.x) * width >= 12
                if one.row != other.row or not words:
                    continue
                for mark, neighbour in ((one, other), (other, one)):
                    start, end = _words(mark.label, mark.before, mark.start, mark.end, width)
                    assert not start < neighbour.x * width < end


def _words(label: str, before: bool, start: float, end: float, width: float) -> tuple[float, float]:
    """The stretch that words take in a figure of this width, at half the size of their letters' height."""
    long = len(label) * 5.2
    return (start * width - 10 - long, start * width - 10) if before else (end * width + 10, end * width + 10 + long)


def test_names_of_months_say_their_year_after_a_gap(strait: Brief) -> None:
    months = drawn(strait)["timeline"].xpath(".//text[starts-with(@class, 'month') and not(@dx)]/text()")
    assert months[:4] == ["Sep 2030", "Jan 2031", "Mar 2031", "May"]


# The network


def test_actors_and_ties_lead_to_pages_and_lines_that_are_there(strait: Brief) -> None:
    written = {page.path: page.text for page in pages(strait, [])}
    figure = drawn(strait)["network"]
    names = {actor.id: actor.name for actor in strait.actors}

    for node in links(figure, "node"):
        folder = node.get("href").removesuffix("/index.html")
        assert f"{folder}.md" in written
        assert title(node).startswith(f"{names[folder.removeprefix('actors/')]}, ")
    for edge in links(figure, "edge"):
        page, _, anchor = edge.get("href").partition("#")
        assert f'id="{anchor}"' in written[f"{page.removesuffix('/index.html')}.md"]
    assert {title(edge) for edge in links(figure, "edge")} >= {
        "Karsk and Verania: 11\N{NO-BREAK SPACE}shared events, 6 cooperative, 5 conflictual"
    }


def test_the_kind_of_an_actor_is_a_shape(strait: Brief) -> None:
    figure = drawn(strait)["network"]
    shapes = {title(node).partition(",")[0]: node.find("use").get("href") for node in links(figure, "node")}

    assert shapes["Karsk"] == "#kind-state"
    assert shapes["Ilsa Marrow"] == "#kind-person"
    assert shapes["Halden Copper"] == "#kind-organisation"
    assert set(shapes.values()) <= {f"#{symbol.get('id')}" for symbol in figure.iter("symbol")}


def test_weight_shows_in_size_and_the_number_of_shared_events_in_thickness(strait: Brief) -> None:
    figure = drawn(strait)["network"]
    sizes = {title(n).partition(",")[0]: float(n.find("use").get("width")) for n in links(figure, "node")}
    thickness = {title(e).partition(":")[0]: float(e.find("line").get("stroke-width")) for e in links(figure, "edge")}

    assert sizes["Karsk"] > sizes["Teodor Vance"] > sizes["Anselm Brandt"]
    assert max(thickness, key=lambda tie: thickness[tie]) == "Karsk and Verania"


def test_at_most_forty_actors_are_drawn_and_all_are_one_click_away(crowded: Brief) -> None:
    figure = drawn(crowded)["network"]

    assert len(links(figure, "node")) == MOST_ACTORS
    (everybody,) = figure.xpath(".//figcaption//a")
    assert (everybody.text, everybody.get("href")) == ("All 120\N{NO-BREAK SPACE}actors", "actors/index.html")
    assert "weaker ties not drawn" in figure.text_content()


def networks(brief: Brief) -> list[Network]:
    catalogue = Catalogue(brief)
    ties = Ties(catalogue)
    found = [network(catalogue, ties), *(neighbourhood(catalogue, ties, actor) for actor in brief.actors)]
    return [each for each in found if each]


def test_no_name_covers_another_or_a_sign_at_any_width(strait: Brief, crowded: Brief) -> None:
    for laid_out in [*networks(strait), *networks(crowded)]:
        for widths, place in ((WIDE, "wide"), (NARROW, "narrow")):
            for width in (widths[0], sum(widths) / 2, widths[1]):
                boxes = _boxes(laid_out, place, width)
                for (name, one), (other_name, other) in combinations(boxes, 2):
                    apart = one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
                    assert apart, (laid_out.middle, place, width, name, other_name)
                assert all(left >= 0 and right <= width for _, (left, right, _, _) in boxes)


def _boxes(laid_out: Network, place: str, width: float) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Left, right, top and bottom of every name in a figure of this width, and of signs but those of the middle."""
    boxes = []
    for node in laid_out.nodes:
        if label := getattr(node, place):
            box = label_box(label, (node.x, node.y), laid_out.height)
            boxes.append((node.name, (node.x * width + box.left, node.x * width + box.right, box.top, box.bottom)))
        x, y = node.x * width, node.y * laid_out.height
        boxes.append(("sign", (x - node.reach, x + node.reach, y - node.reach, y + node.reach)))
    return boxes


def test_on_a_page_every_actor_of_an_ordinary_brief_has_its_name(strait: Brief) -> None:
    laid_out = networks(strait)[0]
    assert all(node.wide and node.narrow for node in laid_out.nodes)


def test_the_ties_stand_in_a_table_too(strait: Brief) -> None:
    home = next(page.text for page in pages(strait, []) if page.path == "index.md")
    table = home.partition("As a table")[2].partition("</details>")[0]
    rows = re.findall(r"^\| \[.*\|$", table, re.MULTILINE)

    assert len(rows) == len(links(drawn(strait)["network"], "edge"))
    assert (
        rows[0]
        == "| [Karsk](actors/karsk.md) | [Verania](actors/verania.md) | [11](actors/karsk.md#with-verania) | 6 | 5 |"
    )


def test_a_dossier_shows_its_own_neighbourhood_from_three_relations_on(strait: Brief, crowded: Brief) -> None:
    figure = drawn(strait, "actors/karsk.md")["network"]
    nodes = [node.get("href") for node in links(figure, "node")]

    assert "index.html" in nodes
    assert "../verania/index.html" in nodes
    assert all(edge.get("href").partition("#")[0] != "index.html" for edge in links(figure, "edge")[-9:])
    assert drawn(strait, "actors/anselm-brandt.md") == {}
    heaviest = drawn(crowded, "actors/actor-0.md")["network"]
    assert len(links(heaviest, "node")) == 16


# All figures


def test_same_brief_same_bytes(strait: Brief, crowded: Brief) -> None:
    for brief in (strait, crowded):
        shuffled = brief.model_copy(update={"actors": list(reversed(brief.actors))})
        first, second = (
            figures.timeline(page) + figures.network(page)
            for figures, page in (
                (Figures(catalogue), Linking(catalogue, "index.md")) for catalogue in map(Catalogue, (brief, shuffled))
            )
        )
        assert first == second


def test_no_id_stands_twice_on_a_page_with_both_figures(strait: Brief) -> None:
    figures = drawn(strait)
    assert set(figures) == {"timeline", "network"}
    ids = [each for figure in figures.values() for each in figure.xpath(".//@id")]
    assert len(ids) == len(set(ids))


def test_a_figure_says_what_it_is_and_can_be_skipped(strait: Brief) -> None:
    for figure in drawn(strait).values():
        assert re.search(r"\d+\N{NO-BREAK SPACE}(dated event|actor)s", figure.get("aria-label"))
        (skip,) = figure.xpath("./a[@class='skip']")
        assert figure.xpath(f".//*[@id='{skip.get('href')[1:]}']")


def test_a_brief_of_nothing_draws_nothing() -> None:
    assert drawn(Brief(title="Nothing yet")) == {}
    assert drawn(Brief(title="Nothing yet"), "events/index.md") == {}


def test_names_and_titles_of_hostile_articles_stay_words(hostile: Brief) -> None:
    catalogue = Catalogue(hostile)
    figures, page = Figures(catalogue), Linking(catalogue, "index.md")
    text = figures.timeline(page) + figures.network(page)
    assert set(re.findall(r"<([a-z]+)", text)) <= {
        *("figure", "svg", "symbol", "circle", "path", "rect", "g", "a", "title", "line", "use", "text", "figcaption"),
        *("span", "details", "summary", "div"),
    }


@pytest.mark.parametrize(
    ("page", "target", "anchor", "link"),
    [
        ("index.md", "actors/karsk.md", "", "actors/karsk/index.html"),
        ("index.md", "events/index.md", "e1", "events/index.html#e1"),
        ("events/index.md", "events/index.md", "e1", "#e1"),
        ("actors/karsk.md", "actors/verania.md", "with-karsk", "../verania/index.html#with-karsk"),
        ("actors/karsk.md", "events/2031-06/index.md", "e1", "../../events/2031-06/index.html#e1"),
        ("topics/accord.md", "index.md", "", "../../index.html"),
    ],
)
def test_links_lead_to_files_so_that_they_work_from_a_disk(page: str, target: str, anchor: str, link: str) -> None:
    assert address(page, target, anchor) == link
    assert posixpath.normpath(link) == link
