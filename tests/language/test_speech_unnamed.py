"""Those who speak without a name."""

from collections.abc import Callable

import pytest

from generator.model import Kind
from tests.language.conftest import Read

type Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The prosecutor's office confirmed that the port had burnt down.", "prosecutor's office", Kind.ORGANISATION),
        ("A survivor told reporters that the port had burnt down.", "survivor", Kind.PERSON),
        ("One poster wrote that the port had burnt down.", "poster", Kind.PERSON),
        ("The lighthouse crew said that the port had burnt down.", "lighthouse crew", Kind.PERSON),
        ("A tugboat cooperative said that the port had burnt down.", "tugboat cooperative", Kind.ORGANISATION),
    ],
)
def test_whoever_speaks_is_an_actor(read: Reader, text: str, name: str, kind: Kind) -> None:
    told = read(text)
    assert told.speakers() == [name]
    assert next(e.kind for e in told.document.entities if e.name == name) == kind


def test_a_law_does_not_speak_as_an_actor(read: Reader) -> None:
    assert read("The agreement said that the port would be rebuilt.").speakers() in ([], [None])


def test_the_firm_is_the_body_that_acted_last(read: Reader) -> None:
    told = read(
        "Blackwater Quay Ltd bought the port in May. Passengers should use the old pier, the firm advised on Monday."
    )
    assert told.speakers() == ["Blackwater Quay Ltd"]


def test_an_army_is_not_the_body_named_before_it(read: Reader) -> None:
    told = read("The Harbour Workers Union called a strike. The Japanese army said that it was calm.")
    assert told.speakers()[-1] != "Harbour Workers Union"


def test_no_group_is_nobody(read: Reader) -> None:
    assert read("No group has yet claimed responsibility for the attacks.").document.entities == []


def test_an_edition_speaks_for_its_paper(read: Reader) -> None:
    assert read("The Monday edition of the Norburg Gazette stated that the mayor resigned.").speakers() == [
        "Norburg Gazette"
    ]


def test_a_body_s_common_noun_is_the_body_named_behind_it(read: Reader) -> None:
    text = "The human rights organization Danvar International has stated that it will leave."
    assert read(text).speakers() == ["Danvar International"]


def test_a_second_speaker_is_one_more_of_the_same_sort(read: Reader) -> None:
    text = "One witness said that the car was red. A second said that it was blue."
    assert read(text).speakers() == ["witness", "second witness"]


def test_a_relative_without_a_name_is_told_by_whose_it_is(read: Reader) -> None:
    text = "Ana Berg fled. Her uncle said that she was tired. Berg's uncle said that she was ill."
    assert read(text).speakers() == ["Ana Berg's uncle", "Ana Berg's uncle"]


def test_a_house_of_parliament_is_its_states(read: Reader) -> None:
    text = "Norway's upper house said that it would vote."
    assert read(text).speakers() == ["Norway's upper house"]
