"""A large brief: no page grows without end, and everything is still found from its index."""

import re
from pathlib import Path

import pytest

from generator.check import check_pages
from generator.model import Brief, Kind
from generator.render.rendering import render

TIMES = 40
LARGEST = 130_000
"""Bytes of Markdown that stay well below 200 KB of HTML."""


@pytest.fixture(scope="module")
def large(strait: Brief) -> Brief:
    """The strait's facts many times over, each time under other ids."""

    def many(items: list) -> list:  # type: ignore[type-arg]
        return [
            item if time == 0 else item.model_copy(update={"id": f"{item.id}-{time}"})
            for time in range(TIMES)
            for item in items
        ]

    actors = [
        actor if time == 0 else actor.model_copy(update={"id": f"{actor.id}-{time}", "name": f"{actor.name} {time}"})
        for time in range(TIMES)
        for actor in strait.actors
    ]
    every_passage = [passage for event in strait.events for passage in event.evidence]
    repeated = strait.events[0].model_copy(update={"evidence": every_passage})
    return strait.model_copy(
        update={
            "actors": actors,
            "events": many([repeated, *strait.events[1:]]),
            "questions": many(strait.questions),
            "statements": many(strait.statements),
            "agreements": many(strait.agreements),
        }
    )


@pytest.fixture(scope="module")
def written(large: Brief, tmp_path_factory: pytest.TempPathFactory) -> Path:
    docs = tmp_path_factory.mktemp("large")
    render(large, docs)
    return docs


def read(docs: Path, path: str) -> str:
    return (docs / path).read_text(encoding="utf-8")


def test_no_page_is_too_large(written: Path) -> None:
    sizes = {path.relative_to(written).as_posix(): path.stat().st_size for path in written.rglob("*.md")}
    assert {path: size for path, size in sizes.items() if size > LARGEST and not path.startswith("sources/")} == {}


def test_every_link_still_leads_to_its_fact(written: Path, large: Brief) -> None:
    assert [fault for fault in check_pages(written, large) if "leads to no" in fault] == []


def test_the_timeline_leads_to_every_event_by_its_year(written: Path, large: Brief) -> None:
    index = read(written, "events/index.md")
    parts = re.findall(r"\]\(((?:\d{4}|undated)[^)]*/index\.md)\)", index)
    told = "".join(read(written, f"events/{part}") for part in parts)

    assert parts
    for event in large.events:
        assert f'id="{event.id}"' in told
    assert len(re.findall(r"^- ", index.split("## All")[0], re.MULTILINE)) >= 40


def test_a_dossier_shows_the_first_and_leads_to_all(written: Path, large: Brief) -> None:
    dossier = read(written, "actors/karsk.md")
    number = sum(any(part.actor == "karsk" for part in event.participants) for event in large.events)

    assert f"[All {number}\N{NO-BREAK SPACE}events](karsk/events/1/index.md)" in dossier
    parts = sorted((written / "actors" / "karsk" / "events").rglob("index.md"))
    dates = [re.findall(r"events/[^)\s]*#([a-z0-9-]+) ", path.read_text(encoding="utf-8")) for path in parts]
    assert len({each for several in dates for each in several}) == number


def test_an_event_of_many_passages_has_a_page_for_them(written: Path, large: Brief) -> None:
    event = large.events[0]
    page = read(written, f"events/passages/{event.id}/index.md")

    assert page.count('class="words"') == len(event.evidence)
    timeline = "".join(path.read_text(encoding="utf-8") for path in written.glob("events/*/index.md"))
    assert f"passages/{event.id}/index.md" in timeline


def test_actors_of_many_are_found_by_their_letters(written: Path, large: Brief) -> None:
    parts = "".join(path.read_text(encoding="utf-8") for path in written.glob("actors/all/person/*/index.md"))
    people = [actor for actor in large.actors if actor.kind is Kind.PERSON]

    assert len(people) > 40
    for actor in people:
        assert f"/{actor.id}.md)" in parts
    assert "all/person/1/index.md" in read(written, "actors/index.md")


def test_a_brief_of_ordinary_size_is_not_parted(strait: Brief, tmp_path: Path) -> None:
    pages = render(strait, tmp_path).pages
    assert not [path for path in pages if path.count("/") > 1]
