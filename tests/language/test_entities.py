"""Names of one article that mean the same actor, and which of them become actors."""

from collections.abc import Callable

import pytest

from generator.distil import distil
from generator.language import Pipeline
from generator.model import Actor, Kind
from tests.language.conftest import make_article

Actors = Callable[..., dict[str, Actor]]


@pytest.fixture
def actors(pipeline: Pipeline) -> Actors:
    """The actors of an article given as paragraphs, by name."""

    def find(*paragraphs: str, headline: str | None = None) -> dict[str, Actor]:
        article = make_article(*paragraphs, headline=headline)
        return {actor.name: actor for actor in distil(article, pipeline).actors}

    return find


def test_a_surname_before_the_full_name_is_the_same_person(actors: Actors) -> None:
    found = actors("A meeting with Petrenko was held. In March, Viktor Petrenko denied the report.")
    assert found["Viktor Petrenko"].aliases == ["Petrenko"]


def test_a_relative_before_the_full_name_is_somebody_else(actors: Actors) -> None:
    found = actors("Brandt's sister Eva Brandt said that Ana Brandt would appeal.")
    assert found["Eva Brandt"].aliases == []


def test_a_name_with_the_surname_of_a_person_is_a_persons(actors: Actors) -> None:
    found = actors("Three residents, Pelle Tuvik, Rosavita Tuvik and Emil Sand, sued the town.")
    assert found["Rosavita Tuvik"].kind == Kind.PERSON


def test_one_body_written_in_two_orders_is_one_actor(actors: Actors) -> None:
    found = actors("The Supreme Court of Danvar ruled on Monday. The Danvar Supreme Court's judges agreed.")
    assert found["Supreme Court of Danvar"].aliases == ["Danvar Supreme Court"]


def test_a_body_of_another_state_is_not_the_well_known_one(actors: Actors) -> None:
    found = actors("The Puerto Rico Senate sued on Monday. The Senate said the oath was void.")
    assert found["Puerto Rico Senate"].aliases == ["Senate"]
    assert "Senate" not in found


def test_a_body_is_named_as_the_article_names_it(actors: Actors) -> None:
    assert "UNICEF" in actors("Doctors from UNICEF arrived on Monday, UNICEF said.")
    both = actors("The United Nations Children's Fund (UNICEF) arrived. UNICEF said it would stay.")
    assert both["United Nations Children's Fund"].aliases == ["UNICEF"]


def test_a_government_is_its_state(actors: Actors) -> None:
    found = actors("The Government of Norway signed the treaty. The Norwegian government praised it.")
    assert found["Norway"].aliases == ["Government of Norway", "Norwegian", "Norwegian government"]


def test_police_without_a_name_are_a_body(actors: Actors) -> None:
    assert actors("Police fired tear gas at protesters.")["police"].kind == Kind.ORGANISATION


def test_the_police_are_the_force_that_has_a_name(actors: Actors) -> None:
    found = actors("The Danvar Police Force denied the report. Police arrested nine protesters.")
    assert "police" not in found
    assert found["Danvar Police Force"].kind == Kind.ORGANISATION


def test_crowds_that_are_everywhere_are_no_actors(actors: Actors) -> None:
    found = actors("Two people were killed by a bomb in Norway. Several countries sent aid to their relatives.")
    assert set(found) == {"Norway"}


def test_a_group_with_a_name_before_it_is_an_actor(actors: Actors) -> None:
    assert actors("Norwegian protesters stormed the building.")["Norwegian protesters"].kind == Kind.GROUP


def test_names_in_a_list_of_places_are_places(actors: Actors) -> None:
    assert not actors("Marchers walked through Oslo, Bergen and Tin Hau on Sunday.").keys() & {"Tin Hau"}
