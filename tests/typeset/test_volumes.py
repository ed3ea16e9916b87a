"""A very large brief: one volume to read, further ones to look things up in."""

from datetime import timedelta

import pytest

from generator.model import Brief, DateSpan
from generator.typeset import Design, file_name, typeset, typeset_volume, volumes
from tests.typeset.reading import ReadPdf


@pytest.fixture(scope="module")
def crowded(strait: Brief) -> Brief:
    """A brief of more dossiers and events than one volume holds."""
    model = strait.actors[-1]
    crowd = [model.model_copy(update={"id": f"crowd-{n}", "name": f"Envoy {n:03}", "aliases": []}) for n in range(420)]
    told = next(event for event in strait.events if event.date)
    assert told.date is not None
    days = [told.date.end + timedelta(days=n % 900) for n in range(2100)]
    events = [
        told.model_copy(
            update={"id": f"told-{n}", "date": DateSpan(start=day, end=day, precision="day", basis="stated")}
        )
        for n, day in enumerate(days)
    ]
    asked = [strait.questions[0].model_copy(update={"id": f"asked-{n}"}) for n in range(200)]
    return strait.model_copy(
        update={
            "actors": [*strait.actors, *crowd],
            "events": [*strait.events, *events],
            "questions": [*strait.questions, *asked],
            "comparison": None,
            "tlp": "TLP:GREEN",
        }
    )


def test_an_ordinary_brief_is_one_volume_that_does_not_speak_of_volumes(strait: Brief, read: ReadPdf) -> None:
    (only,) = volumes(strait)
    assert (len(only.events), len(only.actors)) == (len(strait.events), len(strait.actors))
    assert "olume 1" not in read.text


def test_the_volumes_together_hold_everything(crowded: Brief) -> None:
    several = volumes(crowded)
    assert {actor.id for each in several for actor in each.actors} == {actor.id for actor in crowded.actors}
    assert sum(len(each.actors) for each in several) == len(crowded.actors)
    assert sum(len(each.agreements) for each in several) == len(crowded.agreements)
    for kind in ("events", "questions"):
        in_full = [thing.id for each in several[1:] for thing in getattr(each, kind)]
        assert sorted(in_full) == sorted(thing.id for thing in getattr(crowded, kind))
    timelines = [event for each in several[1:] for event in each.events]
    days = [event.date.start for event in timelines if event.date]
    assert days == sorted(days)


def test_the_first_volume_is_to_read_and_names_the_others(crowded: Brief) -> None:
    several = volumes(crowded)
    first = ReadPdf(typeset(crowded))
    assert f"1 of {len(several)}: what weighs most" in first.pages[0]
    for each in several[1:]:
        assert each.name in first.pages[0]
    assert "Key judgements" in [bookmark.title for bookmark in first.bookmarks]
    assert "more in the timeline (volumes 2 to 3)" in first.text


def test_a_further_volume_stands_by_itself(crowded: Brief) -> None:
    number = next(each.number for each in volumes(crowded) if each.number > 1 and each.actors)
    read = ReadPdf(typeset_volume(crowded, number, Design(prepared_by="Desk 4")))
    assert f"{crowded.title}, volume {number}" in read.pages[0]
    assert "Desk 4" in read.pages[0]
    sections = [bookmark.title for bookmark in read.bookmarks if bookmark.depth == 0]
    assert sections == ["Contents", "Dossiers", "Sources"]
    assert all(text.count("TLP:GREEN") == 2 for text in read.pages)
    assert all(read.landing(link) for _, link in read.links_inside)


def test_a_dossier_by_itself_says_where_the_rest_is(crowded: Brief) -> None:
    busy = max(crowded.actors, key=lambda actor: sum(actor.id in str(event.participants) for event in crowded.events))
    text = ReadPdf(typeset(crowded, Design(only=busy.id))).text
    assert "more in the timeline of the whole brief" in text
    assert "page ," not in text


def test_files_stand_beside_one_another() -> None:
    assert [file_name("brief.pdf", 1), file_name("brief.pdf", 2), file_name("brief", 3)] == [
        *("brief.pdf", "brief-2.pdf", "brief-3"),
    ]
