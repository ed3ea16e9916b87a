"""An edition against a brief in which a newer text superseded one of then, or two files became one source."""

from typing import Any

from generator.editions import Edition, compare, state_of
from generator.model import Brief, EarlierVersion, Event, EventType, Evidence, Source, Status

QUOTE = "Eight dockers were injured."


def source(identifier: str, title: str = "Crane falls", **fields: Any) -> Source:
    """A source."""
    values = {"id": identifier, "path": f"{identifier}.txt", "sha256": "0", "title": title, "text": QUOTE}
    return Source.model_validate(values | fields)


def event(title: str, *sources: str, quote: str = QUOTE, at: int = 0) -> Event:
    """An event that sources tell in the same words."""
    evidence = [Evidence(source=s, start=at, end=at + len(quote), quote=quote) for s in sources]
    name = title.lower().replace(" ", "-")
    return Event(id=name, title=title, type=EventType.OTHER, status=Status.OCCURRED, evidence=evidence)


def edition(*events: Event, sources: list[Source]) -> Edition:
    """What an edition keeps."""
    return state_of(Brief(title="Harbour", events=list(events), sources=sources), "june", 1)


def newer(**fields: Any) -> Source:
    """A source that superseded "old"."""
    earlier = EarlierVersion(id="old", path="old.txt", sha256="0", reason="it is of an earlier day")
    return source("new", earlier=[earlier], stands_for=["old"], **fields)


def changes(brief: Brief, then: Edition) -> list[tuple[str, str, str, list[str]]]:
    """What changed, as a reader sees it."""
    return [(c.what, c.item, c.text, c.details) for c in compare(brief, then).changes]


def test_a_superseded_source_changed_and_is_not_withdrawn() -> None:
    then = edition(sources=[source("old"), source("other", "Rain")])
    brief = Brief(title="Harbour", sources=[newer(title="Crane falls: six injured"), source("other", "Rain")])
    assert changes(brief, then) == [
        (
            "changed",
            "source",
            "Crane falls: six injured",
            [
                "title: Crane falls, now Crane falls: six injured",
                "a newer version superseded the one of then",
            ],
        )
    ]


def test_a_fact_that_fell_with_an_earlier_version_says_why_it_is_gone() -> None:
    then = edition(event("Eight dockers injured", "old"), sources=[source("old")])
    brief = Brief(title="Harbour", events=[event("Six dockers injured", "new", quote="Six.", at=4)], sources=[newer()])
    assert changes(brief, then)[:2] == [
        ("new", "event", "Six dockers injured", []),
        (
            "withdrawn",
            "event",
            "Eight dockers injured",
            ["it rested on an earlier version of “Crane falls”, which a newer one superseded"],
        ),
    ]


def test_a_fact_withdrawn_for_another_reason_says_nothing_of_versions() -> None:
    then = edition(event("Eight dockers injured", "old", "other"), sources=[source("old"), source("other", "Rain")])
    brief = Brief(title="Harbour", sources=[newer(), source("other", "Rain")])
    assert ("withdrawn", "event", "Eight dockers injured", []) in changes(brief, then)


def test_a_fact_that_the_newer_version_still_tells_is_the_same_under_another_title() -> None:
    then = edition(event("Eight dockers injured", "old"), sources=[source("old")])
    told = event("Crane injures eight", "new", at=40)
    brief = Brief(title="Harbour", events=[told], sources=[newer()])
    assert ("changed", "event", "Crane injures eight", ["title: Eight dockers injured, now Crane injures eight"]) in (
        changes(brief, then)
    )


def test_two_sources_that_became_one_are_no_change() -> None:
    then = edition(event("Eight dockers injured", "a", "b"), sources=[source("a"), source("b")])
    one = source("a", files=["a.txt", "b.txt"], stands_for=["b"])
    brief = Brief(title="Harbour", events=[event("Eight dockers injured", "a")], sources=[one])
    assert changes(brief, then) == []
