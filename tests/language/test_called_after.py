"""Who is meant by a name that another goes by: cabinets, missions, movements, national teams, people of somebody's."""

from collections.abc import Callable

import pytest

from generator.distil import distil
from generator.language import Pipeline
from generator.language.name_forms import is_part
from generator.language.names import find_names
from generator.language.parse import Doc
from generator.model import Actor, Kind
from tests.language.conftest import make_article

Named = Callable[[str], dict[str, Kind | None]]
Actors = Callable[..., dict[str, Actor]]
PERSON, BODY, STATE, GROUP = Kind.PERSON, Kind.ORGANISATION, Kind.STATE, Kind.GROUP


@pytest.fixture
def named(pipeline: Pipeline) -> Named:
    """The names of a sentence and what each is taken for; None is a place or a thing."""

    def find(sentence: str) -> dict[str, Kind | None]:
        doc = Doc([pipeline.nlp(sentence)])
        return {doc.span(p.start, p.end).text: p.kind for p in find_names(doc, sentence, pipeline.gazetteer)}

    return find


@pytest.fixture
def actors(pipeline: Pipeline) -> Actors:
    """The actors of an article given as paragraphs, by name."""

    def find(*paragraphs: str) -> dict[str, Actor]:
        return {actor.name: actor for actor in distil(make_article(*paragraphs), pipeline).actors}

    return find


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Ana Brandt spoke. The Brandt administration rejected the plan.", "Brandt administration", BODY),
        ("Ana Brandt spoke. Brandt's coalition government fell.", "Brandt's coalition government", BODY),
        ("He served in the administration of President Ana Brandt.", "administration of President Ana Brandt", BODY),
        ("The Harbour Union Mission in Chad opened a camp.", "Harbour Union Mission in Chad", BODY),
        ("They joined the May 4 Youth Coalition.", "May 4 Youth Coalition", BODY),
        ("She thanked Veterans for Harbours on Monday.", "Veterans for Harbours", BODY),
        ("She thanked the Friends of El-Karsk on Monday.", "Friends of El-Karsk", BODY),
        ("The U.S. Campaign for Safe Harbours protested.", "U.S. Campaign for Safe Harbours", BODY),
        ("Police fought al-Qaeda in the port.", "al-Qaeda", BODY),
        ("The Convention on the Rights of Sailors forbids it.", "Convention on the Rights", None),
        ("Lena Berg and D T H van der Marwe both scored.", "D T H van der Marwe", PERSON),
        ("Danvar Prize-winning cartoonist Ana Berg drew it.", "Danvar Prize-winning", None),
    ],
)
def test_how_far_a_name_reaches_and_what_it_is(named: Named, sentence: str, name: str, kind: Kind | None) -> None:
    found = named(sentence)
    assert name in found
    assert found[name] == kind


def test_a_state_has_its_own_government(named: Named) -> None:
    assert "government of Sudia" not in named("The government of Sudia sits in Tarsk.")


def test_a_field_of_office_is_no_movement(named: Named) -> None:
    assert "Security for Karsk" not in named("Erik Dahl, Secretary of Security for Karsk, spoke on Monday.")


@pytest.mark.parametrize(
    ("short", "full", "same"),
    [
        ("ana brandt", "ana maria brandt quintana", True),
        ("ana quintana", "ana maria brandt quintana", True),
        ("brandt ana", "ana maria brandt quintana", False),
        ("eva brandt", "ana maria brandt quintana", False),
    ],
)
def test_a_name_left_short_of_a_longer_one(short: str, full: str, same: bool) -> None:
    assert is_part(short.split(), full.split()) is same


MATCH = (
    "Denmark beat Chad 3-1 in the semi-final on Sunday in Oslo, Norway.",
    "Striker Erik Dahl scored an equaliser from a penalty before half-time, and the goalkeeper saved a header.",
    "The Danes won by a late penalty. The referee booked two players.",
)


def test_a_state_that_plays_is_its_national_team(actors: Actors) -> None:
    found = actors(*MATCH)
    assert found["Denmark national team"].kind == BODY
    assert "Denmark" in found["Denmark national team"].aliases
    assert "Danes" in found["Denmark national team"].aliases
    assert "Chad national team" in found


def test_a_state_where_they_play_is_a_state(actors: Actors) -> None:
    assert "Norway national team" not in actors(*MATCH)


def test_a_state_that_wins_a_war_is_no_team(actors: Actors) -> None:
    found = actors("Denmark defeated Chad at sea on Sunday. Denmark lost two ships and won the port.")
    assert found["Denmark"].kind == STATE


def test_two_from_different_states_are_not_one_person(actors: Actors) -> None:
    found = actors(
        "Erik Dahl (DAN), the coach, praised the players on Sunday.",
        "Jon Berg (CHA), the captain, criticised the referee on Sunday.",
    )
    assert {"Erik Dahl", "Jon Berg"} <= found.keys()
    assert {role.title for role in found["Erik Dahl"].roles} == {"coach"}


def test_people_are_called_after_whose_they_are(actors: Actors) -> None:
    found = actors("Ana Brandt lost the vote. Brandt's lawyers criticised the count on Monday.")
    assert found["Ana Brandt's lawyers"].kind == GROUP


def test_the_same_people_by_two_forms_of_their_state(actors: Actors) -> None:
    found = actors("Danish officials closed the port on Monday. Denmark officials arrested two men on Tuesday.")
    assert "Danish officials" in found
    assert "Denmark officials" not in found


def test_forces_of_two_states_are_two_bodies(actors: Actors) -> None:
    found = actors("Danish and Chadian forces attacked the port on Monday.")
    assert found["Danish forces"].kind == BODY
    assert found["Chadian forces"].kind == BODY


def test_security_forces_are_a_body_and_foreign_troops_a_group(actors: Actors) -> None:
    found = actors("Security forces arrested two men on Monday. Foreign troops attacked the port.")
    assert found["security forces"].kind == BODY
    assert found["foreign troops"].kind == GROUP


def test_a_person_without_a_name_is_called_by_the_whole_phrase(actors: Actors) -> None:
    found = actors("A nurse at Danvar Hospital said that the port was closed.")
    assert found["nurse at Danvar Hospital"].kind == PERSON
