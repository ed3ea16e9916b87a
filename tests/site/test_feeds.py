"""Feeds, calendar, lists and the JSON of dossiers: read back by readers of their own, whatever the articles say."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from icalendar import Calendar
from lxml import etree, html

from generator.export import to_json
from generator.model import Brief, Review, Status
from generator.render.rendering import Addresses, render

ATOM = {"a": "http://www.w3.org/2005/Atom"}
HOME = "https://brief.example/strait/"


@pytest.fixture
def addressed(strait: Brief, tmp_path: Path) -> Path:
    """The files of a site whose address is known."""
    render(strait, tmp_path, addresses=Addresses(HOME))
    return tmp_path


def entries(path: Path) -> list[etree._Element]:
    found: list[etree._Element] = etree.parse(str(path)).getroot().findall("a:entry", ATOM)
    return found


def text(entry: etree._Element, name: str) -> str:
    return str(entry.findtext(f"a:{name}", namespaces=ATOM))


def test_the_feed_tells_what_is_new_since_the_last_edition(addressed: Path, strait: Brief) -> None:
    assert strait.comparison
    titles = [text(entry, "title") for entry in entries(addressed / "feed.xml")]

    assert titles[0] == "New event: The first joint patrol leaves Port Lisse with mixed crews"
    assert len(titles) == len(strait.comparison.changes)
    first = entries(addressed / "feed.xml")[0]
    assert first.find("a:link", ATOM).get("href") == f"{HOME}events/#first-joint-patrol-leaves"
    assert "the first joint patrol left Port Lisse" in text(first, "summary")


def test_the_json_feed_says_the_same(addressed: Path) -> None:
    feed = json.loads((addressed / "feed.json").read_text(encoding="utf-8"))

    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{HOME}feed.json"
    read = entries(addressed / "feed.xml")
    assert [item["title"] for item in feed["items"]] == [text(entry, "title") for entry in read]
    assert [item["id"] for item in feed["items"]] == [text(entry, "id") for entry in read]
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])


def test_without_an_edition_the_newest_articles_are_the_news(strait: Brief, tmp_path: Path) -> None:
    render(strait.model_copy(update={"comparison": None}), tmp_path)
    read = entries(tmp_path / "feed.xml")
    days = [text(entry, "updated") for entry in read]

    assert days == sorted(days, reverse=True)
    assert {text(entry, "title") for entry in read} <= {event.title for event in strait.events}
    assert read[0].find("a:link", ATOM).get("href").startswith("events/#")


def test_a_feed_has_the_dates_of_the_articles_and_never_that_of_today(addressed: Path, strait: Brief) -> None:
    assert strait.generated
    feed = etree.parse(str(addressed / "feed.xml")).getroot()
    assert feed.findtext("a:updated", namespaces=ATOM) == f"{strait.generated}T00:00:00Z"
    before = {path: path.read_bytes() for path in addressed.glob("*.*")}
    render(strait, addressed, addresses=Addresses(HOME))
    assert {path: path.read_bytes() for path in addressed.glob("*.*")} == before


def test_the_links_of_the_feed_lead_to_what_they_name(strait_site: Path) -> None:
    linked = [entry.find("a:link", ATOM).get("href") for entry in entries(strait_site / "feed.xml")]
    for link in linked:
        path, _, anchor = urljoin("https://x/", link).removeprefix("https://x/").partition("#")
        page = html.parse(str(strait_site / path / "index.html")).getroot()
        assert not anchor or page.xpath("//*[@id=$anchor]", anchor=anchor), link


def calendar(path: Path) -> list[Any]:
    return list(Calendar.from_ical((path / "calendar.ics").read_bytes()).walk("VEVENT"))


def test_the_calendar_holds_what_is_planned_and_dated(addressed: Path) -> None:
    journeys = [entry for entry in calendar(addressed) if "Ilsa Marrow travels to Dovrin" in entry["SUMMARY"]]

    (journey,) = journeys
    assert (journey["DTSTART"].dt, journey["DTEND"].dt) == (date(2031, 10, 4), date(2031, 10, 5))
    assert journey["STATUS"] == "CONFIRMED"
    assert journey["URL"] == f"{HOME}events/#marrow-travels-to-dovrin"
    assert "her office confirmed" in journey["DESCRIPTION"]


def test_the_calendar_has_nothing_that_is_past(addressed: Path, strait: Brief) -> None:
    assert strait.generated
    found = calendar(addressed)
    assert found
    assert all(entry["DTEND"].dt > strait.generated for entry in found)


def test_lines_of_the_calendar_are_as_short_as_readers_demand(addressed: Path) -> None:
    lines = (addressed / "calendar.ics").read_bytes().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)
    assert any(line.startswith(b" ") for line in lines)


def test_the_words_of_a_hostile_article_are_only_words_in_every_feed(hostile: Brief, tmp_path: Path) -> None:
    ahead = hostile.events[0].model_copy(update={"status": Status.PLANNED})
    brief = hostile.model_copy(update={"events": [ahead, *hostile.events[1:]], "generated": date(2031, 1, 1)})
    render(brief, tmp_path)

    titles = [text(entry, "title") for entry in entries(tmp_path / "feed.xml")]
    assert ahead.title in titles
    assert etree.parse(str(tmp_path / "feed.xml")).getroot().findtext("a:title", namespaces=ATOM) == hostile.title
    feed = json.loads((tmp_path / "feed.json").read_text(encoding="utf-8"))
    assert [item["title"] for item in feed["items"]] == titles
    assert all("content_html" not in item for item in feed["items"])
    (entry,) = calendar(tmp_path)
    assert entry["SUMMARY"] == ahead.title
    listed = (tmp_path / "llms.txt").read_text(encoding="utf-8")
    assert "<script" not in listed
    assert "](javascript:" not in listed


def test_every_page_of_the_brief_is_listed_with_a_line(addressed: Path, strait: Brief) -> None:
    listed = (addressed / "llms.txt").read_text(encoding="utf-8")

    assert listed.startswith("# The Sandrel Strait\n")
    for kind in ("actors", "agreements", "topics", "sources"):
        for thing in getattr(strait, kind):
            assert f"]({HOME}{kind}/{thing.id}/): " in listed


DOCUMENTED = ("events", "agreements", "statements", "questions")


def test_the_json_of_every_dossier_is_its_part_of_the_whole_document(addressed: Path, strait: Brief) -> None:
    document = json.loads(to_json(strait))
    for kind in ("actor", "agreement", "topic"):
        for thing in document[f"{kind}s"]:
            part = json.loads((addressed / f"{kind}s" / f"{thing['id']}.json").read_text(encoding="utf-8"))
            assert part[kind] == thing
            for name in DOCUMENTED:
                given = part.get(name, [])
                assert given == [item for item in document[name] if item in given], thing["id"]
            assert "text" not in json.dumps(part["sources"])


def test_the_json_of_an_actor_holds_all_that_names_it(addressed: Path, strait: Brief) -> None:
    part = json.loads((addressed / "actors" / "karsk.json").read_text(encoding="utf-8"))

    wanted = [event.id for event in strait.events if any(p.actor == "karsk" for p in event.participants)]
    assert [event["id"] for event in part["events"]] == wanted
    quoted = {passage["source"] for event in part["events"] for passage in event["evidence"]}
    assert quoted <= {source["id"] for source in part["sources"]}


def test_what_a_person_hid_is_in_no_feed(strait: Brief, tmp_path: Path) -> None:
    secret = strait.model_copy(deep=True)
    secret.comparison = None
    event = next(event for event in secret.events if event.id == "marrow-travels-to-dovrin")
    event.review = Review(hidden=True)
    render(secret, tmp_path)

    for path in [*tmp_path.glob("*.*"), *tmp_path.glob("actors/*.json")]:
        assert event.title not in path.read_text(encoding="utf-8"), path
