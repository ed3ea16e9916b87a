"""What a body is part of, after people merged or rejected it."""

from collections.abc import Callable

import pytest

from generator.check import check_brief
from generator.model import Actor, Brief, Evidence, Kind, Source

type Decided = Callable[..., tuple[Brief, list[str]]]

TEXT = "The Harbour Ministry of Norland, or the Realm, met the Fisheries Board."


@pytest.fixture
def brief() -> Brief:
    """A board of a ministry of a state that the machine took for two."""

    def actor(identifier: str, name: str, kind: Kind, part_of: str | None = None) -> Actor:
        start = TEXT.index(name)
        seen = Evidence(source="one", start=start, end=start + len(name), quote=name)
        return Actor(id=identifier, name=name, kind=kind, part_of=part_of, evidence=[seen])

    return Brief(
        title="Norland",
        sources=[Source(id="one", path="one.txt", sha256="0", title="one", text=TEXT)],
        actors=[
            actor("norland", "Norland", Kind.STATE),
            actor("realm", "Realm", Kind.STATE),
            actor("ministry", "Harbour Ministry", Kind.ORGANISATION, "realm"),
            actor("board", "Fisheries Board", Kind.ORGANISATION, "ministry"),
        ],
    )


def part_of(brief: Brief) -> dict[str, str | None]:
    return {actor.id: actor.part_of for actor in brief.actors}


def test_the_bodies_of_a_merged_state_are_those_of_the_one_kept(brief: Brief, decided: Decided) -> None:
    mended, notes = decided(brief, actors="- merge: [norland, realm]\n")
    assert (part_of(mended), notes) == ({"norland": None, "ministry": "norland", "board": "ministry"}, [])


def test_a_body_merged_with_its_state_is_no_part_of_itself(brief: Brief, decided: Decided) -> None:
    mended, _ = decided(brief, actors="- merge: [ministry, realm]\n")
    assert part_of(mended) == {"norland": None, "ministry": None, "board": "ministry"}


def test_the_parts_of_a_rejected_body_are_part_of_none(brief: Brief, decided: Decided) -> None:
    mended, _ = decided(brief, actors="- reject: ministry\n")
    assert part_of(mended) == {"norland": None, "realm": None, "board": None}
    assert check_brief(mended) == []
