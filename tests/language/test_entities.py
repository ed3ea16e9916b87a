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
    assert not actors("Marchers walked through Oslo, Bergen and Orsk Wan on Sunday.").keys() & {"Orsk Wan"}


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        (
            "The Norwegian Foreign Ministry summoned the envoy.",
            "Norway's Ministry of Foreign Affairs denied the report.",
            "Ministry of Foreign Affairs",
        ),
        (
            "The Norwegian foreign ministry summoned the envoy.",
            "The Foreign Ministry denied the report.",
            "Foreign Ministry",
        ),
        (
            "The Legislative Assembly of Danvar voted on Monday.",
            "The Assembly rejected the bill.",
            "Legislative Assembly of Danvar",
        ),
        ("The broadcaster AXB-CBN went off air.", "AXB-CBN Corp. denied the report.", "AXB-CBN Corp."),
        ("The Charité Hospital in Tarsk treated him.", "Charité denied the report.", "Charité Hospital"),
        ("The Harbour Watch Society sued the town.", "HWS denied the report.", "Harbour Watch Society"),
        ("The Danvar Green Party sued the town.", "The Greens denied the report.", "Danvar Green Party"),
        ("Danvar Airways sued the town.", "The airline denied the report.", "Danvar Airways"),
        ("Governor Elena Marrero resigned.", "Elena Marrero Quintana denied the report.", "Elena Marrero Quintana"),
        ("Governor Elena Marrero Quintana resigned.", "Marrero denied the report.", "Elena Marrero Quintana"),
        ("Alexei Brandt fell ill.", "Alexey Brandt denied the report.", "Alexei Brandt"),
        ("President Kim Song Il resigned.", "Kim Song-il denied the report.", "Kim Song Il"),
    ],
)
def test_two_forms_of_a_name_are_one_actor(actors: Actors, first: str, second: str, name: str) -> None:
    assert [n for n, a in actors(first, second).items() if a.kind != Kind.STATE] == [name]


def test_a_committee_of_a_party_is_not_the_party(actors: Actors) -> None:
    found = actors("The Danvar National Party (DNP) sued. A DNP Standing Committee member criticised the DNP's leader.")
    assert {"Danvar National Party", "DNP Standing Committee"} <= set(found)
    assert found["Danvar National Party"].aliases == ["DNP"]


def test_ministries_of_two_states_stay_two(actors: Actors) -> None:
    found = actors("The Norwegian Foreign Ministry sued.", "Sweden's Ministry of Foreign Affairs denied the report.")
    assert {"Norwegian Foreign Ministry", "Ministry of Foreign Affairs"} <= set(found)


def test_a_man_s_and_a_woman_s_surname_are_two_persons(actors: Actors) -> None:
    found = actors("Anton Petrenkov fell ill. Anna Petrenkova denied the report.")
    assert {"Anton Petrenkov", "Anna Petrenkova"} <= set(found)


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("On Friday a federal judge rejected the lawsuit.", "federal judge", "federal judge"),
        ("Police arrested a teenage protester on Friday.", "teenage protester", "teenage protester"),
        (
            "A Norwegian government official said the plan had failed.",
            "Norwegian government official",
            "government official",
        ),
    ],
)
def test_somebody_told_of_by_a_role_alone_is_an_actor(actors: Actors, sentence: str, name: str, role: str) -> None:
    found = actors(sentence)[name]
    assert found.kind == Kind.PERSON
    assert [r.title for r in found.roles] == [role]


def test_a_person_told_of_by_a_role_is_told_again_by_it(actors: Actors) -> None:
    assert set(actors("A judge rejected the lawsuit on Friday. The judge said it was late.")) == {"judge"}


def test_a_group_is_named_with_the_body_it_belongs_to(actors: Actors) -> None:
    found = actors("Researchers at Harbour College London criticised the minister. The researchers sued him.")
    assert found["researchers at Harbour College London"].aliases == ["researchers"]


def test_a_body_without_capitals_has_its_field_and_its_state(actors: Actors) -> None:
    found = actors("The ministry of internal affairs of Norway rejected the lawsuit.")
    assert found["Norway's ministry of internal affairs"].kind == Kind.ORGANISATION


def test_a_body_that_is_only_the_place_of_something_is_no_actor(actors: Actors) -> None:
    assert "Danvar Space Centre" not in actors("Norway launched a rocket from the Danvar Space Centre on Friday.")


def test_a_part_of_a_state_is_an_actor_where_it_does_something(actors: Actors) -> None:
    assert "Wales" in actors("Wales has made no recommendation.")
    assert "Wales" not in actors("Norway held a festival in Wales.")


def test_a_name_in_a_list_of_bodies_is_a_body(actors: Actors) -> None:
    found = actors("The plaintiffs are the Harbour Union, Northern Free Voice, the Salt Society and the Port Council.")
    assert found["Northern Free Voice"].kind == Kind.ORGANISATION


def test_a_title_right_before_a_name_means_nobody_else(actors: Actors) -> None:
    found = actors("The mayor, Ana Brandt, resigned. The mayor, Pavel Drun, denied the report.")
    assert set(found) == {"Ana Brandt", "Pavel Drun"}


def test_soldiers_behind_a_dateline_are_a_group(actors: Actors) -> None:
    assert "Soldiers" in {name.capitalize() for name in actors("June 7, 2031 - Soldiers attacked Arlen.")}


def test_a_state_asked_to_do_something_is_no_part_of_a_group(actors: Actors) -> None:
    found = actors("Harbour Watch has requested that Iran free journalists imprisoned after the vote.")
    assert "Iran" in found
    assert not any("Iran " in name for name in found)


def test_a_language_service_is_its_broadcasters(actors: Actors) -> None:
    found = actors("In October, CNN's Spanish service reported that Ana Berg had resigned.")
    assert "CNN" in found
    assert "Spain" not in found


def test_a_ministry_has_no_court(actors: Actors) -> None:
    found = actors(
        "The Home Office spoke. Berg left after their highest court rejected his plea. Norway's highest court met."
    )
    assert not any("Office's" in name for name in found)


def test_a_trade_before_a_company_is_no_group(actors: Actors) -> None:
    found = actors("State-owned builders PT Danvar Orsk completed the bridge in May.")
    assert not any("builders" in name for name in found)
