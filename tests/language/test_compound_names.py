"""Names that another name or an office stands beside: who or what is meant by which words."""

from collections.abc import Callable

import pytest

from generator.distil import distil
from generator.language import Pipeline
from generator.language.name_forms import misspelt
from generator.model import Actor, Kind
from tests.language.conftest import Read, make_article

Actors = Callable[..., dict[str, Actor]]
type Reader = Callable[..., Read]
PERSON, BODY, GROUP = Kind.PERSON, Kind.ORGANISATION, Kind.GROUP


@pytest.fixture
def actors(pipeline: Pipeline) -> Actors:
    """The actors of an article given as paragraphs, by name."""

    def find(*paragraphs: str, headline: str | None = None) -> dict[str, Actor]:
        article = make_article(*paragraphs, headline=headline)
        return {actor.name: actor for actor in distil(article, pipeline).actors}

    return find


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        # offices and given names
        ("The prize was founded by Dean Holloway, who spoke on Monday.", "Dean Holloway", PERSON),
        ("Duke Ellerton thanked the fans on Friday.", "Duke Ellerton", PERSON),
        ("The actor Judge Halloway thanked the fans.", "Judge Halloway", PERSON),
        ("Chief Judge Berg thanked the court.", "Berg", PERSON),
        # an office with its owner before the name
        ("Former Ambassador to Japan John Berg criticised the plan.", "John Berg", PERSON),
        ("Norwegian Consul in Chad Erik Dahl criticised the plan.", "Erik Dahl", PERSON),
        ("The governor of Norburg Erik Dahl resigned.", "Erik Dahl", PERSON),
        # surnames that are something else too
        ("Presidential candidate Lisa Ford thanked voters.", "Lisa Ford", PERSON),
        ("District Judge Ellen Park dismissed the suit.", "Ellen Park", PERSON),
        ("Councillor Henry Or was elected.", "Henry Or", PERSON),
        # bodies of states
        ("Transport Canada fined the airline.", "Transport Canada", BODY),
        ("Statistics Norway said that prices fell.", "Statistics Norway", BODY),
        ("Water Norway Sweden will look at it.", "Water Norway Sweden", BODY),
        # bodies whose names go on
        ("The United Nations (UN) General Assembly condemned the raid.", "United Nations General Assembly", BODY),
        ("The San Diego Sheriff's office arrested him.", "San Diego Sheriff's office", BODY),
        ("He joined the Harbour Org, which fined him.", "Harbour Org", BODY),
        # what sort of body opens the sentence
        ("Carmaker Danvar said it would cut jobs.", "Danvar", BODY),
        ("Broadcaster NTK condemned the raid.", "NTK", BODY),
        ("Publisher Robert Max condemned the raid.", "Robert Max", PERSON),
        ("Queen Sofia condemned the raid.", "Queen Sofia", PERSON),
        # a person's name right behind a body's
        ("The director of the Harbour Council Ana Brandt condemned the raid.", "Ana Brandt", PERSON),
        ("The director of the Harbour Council Ana Brandt condemned the raid.", "Harbour Council", BODY),
        ("The head of the Karsk chapter of the Council on Ports Ana Brandt spoke.", "Ana Brandt", PERSON),
        ("The managing editor of the monthly Karsk Ledger Weekly Ana Brandt spoke.", "Ana Brandt", PERSON),
        # what is set off or owned tells a person
        ("Zarith al-Dovari, head of the port office, condemned the raid.", "Zarith al-Dovari", PERSON),
        ("Police arrested Zarith Dovar's widow.", "Zarith Dovar", PERSON),
        # a body's name with a place, a number or a legal form beside it
        ("Karsk-based Danvar Airlines was fined on Friday.", "Danvar Airlines", BODY),
        ("Danvar Airlines Flight 214 crashed on Friday. Danvar Airlines apologised.", "Danvar Airlines", BODY),
        ("The University of Karsk at Norburg condemned the raid.", "University of Karsk at Norburg", BODY),
        ("The Union Internationale de l'Alpinisme fined him.", "Union Internationale de l'Alpinisme", BODY),
        # what acts by itself
        ("YouTube removed the film on Friday.", "YouTube", BODY),
    ],
)
def test_a_name_is_told_from_what_stands_beside_it(actors: Actors, sentence: str, name: str, kind: Kind) -> None:
    assert {found.name: found.kind for found in actors(sentence).values()}.get(name) == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "Space Shuttle Meridian lifted off on Monday. Meridian was lost in May.",
        "HMS Valiant sank the ferry.",
        "The film appeared on YouTube.",
    ],
)
def test_vessels_and_places_of_publication_are_no_actors(actors: Actors, sentence: str) -> None:
    assert not [found for found in actors(sentence).values() if found.kind in (PERSON, BODY)]


def test_an_office_that_the_article_speaks_of_is_no_given_name(actors: Actors) -> None:
    found = actors("Dean Holt thanked the students. The dean of the college said so.")
    assert [role.title for role in found["Holt"].roles] == ["Dean"]


def test_a_surname_that_is_a_capital_means_its_bearer_but_not_behind_in(read: Reader) -> None:
    told = read("Lisa London, a nurse, criticised the church. London was born in Sweden. She left her flat in London.")
    means = {m.start: told.document.entities[m.entities[0]].name for m in told.document.mentions if m.text == "London"}
    assert list(dict(sorted(means.items())).values()) == ["Lisa London", "United Kingdom"]


@pytest.mark.parametrize(
    ("word", "surname", "same"),
    [
        ("hartly", "hartley", True),
        ("petrenok", "petrenko", True),
        ("hollowick", "holloweck", True),
        ("berg", "borg", False),
        ("dahlberg", "sahlberg", False),
        ("okeru", "okonjo", False),
    ],
)
def test_a_surname_is_the_same_but_for_a_slip(word: str, surname: str, same: bool) -> None:
    assert misspelt(word, surname) is same


def test_a_misspelt_surname_means_who_was_named_in_full(actors: Actors) -> None:
    found = actors("Alexander Hartley won the vote. Mr Hartly thanked his wife.")
    assert found["Alexander Hartley"].aliases == ["Hartly"]


def test_two_like_surnames_that_are_both_named_in_full_are_two_persons(actors: Actors) -> None:
    found = actors("Hans Hansen met Erik Hanson. Hansen thanked Hanson.")
    assert found["Hans Hansen"].aliases == ["Hansen"]
    assert found["Erik Hanson"].aliases == ["Hanson"]


def test_a_team_is_a_group_and_they_are_its_members(read: Reader) -> None:
    told = read("The six-member Norwegian team was denied visas. The team flew home. They made the trip twice.")
    assert told.meaning("team") == told.meaning("team", 2) == told.meaning("They") == ["Norwegian team"]


def test_the_team_means_the_people_of_the_sentence_before(read: Reader) -> None:
    told = read("Scientists at Harbour College have found a frog. The team spent two years in the forest.")
    assert told.meaning("team") == ["scientists at Harbour College"]


def test_a_plural_means_those_it_names_with_their_parties(read: Reader) -> None:
    told = read("The councillors Ana Brandt from the Harbour Party and Erik Dahl of the Harbour Union were elected.")
    assert told.meaning("councillors") == ["Ana Brandt", "Erik Dahl"]


def test_teams_of_two_states_are_two(read: Reader) -> None:
    told = read("The Norwegian team won. The team flew home. The Swedish team lost.")
    assert told.meaning("team", 3) == ["Swedish team"]


def test_people_told_apart_by_what_stands_behind_them_are_actors_where_they_act(actors: Actors) -> None:
    found = actors("Parents of the victims sued the firm on Monday. Parents were sad.")
    assert found["parents of the victims"].kind == GROUP


def test_a_headline_means_whom_the_text_sets_off_by_the_same_noun(read: Reader) -> None:
    told = read("Erik Dahl, a Norwegian man, was arrested on Monday.", headline="Norwegian man arrested in port")
    assert told.meaning("man") == ["Erik Dahl"]


def test_a_known_company_is_the_same_with_its_legal_form(actors: Actors) -> None:
    names = set(actors("Protesters accused Microsoft on Friday.", "Microsoft Corporation rejected the claim."))
    assert {name for name in names if "Microsoft" in name} == {"Microsoft Corporation"}


def test_somebody_called_by_a_title_and_a_given_name_keeps_the_full_name(actors: Actors) -> None:
    found = actors("Princess Valeska Mahren resigned on Friday.", "Princess Valeska criticised the king.")
    assert "Valeska Mahren" in found
    assert "Princess Valeska" not in found


def test_a_hashtag_is_no_actor(actors: Actors) -> None:
    assert not any("IStand" in name for name in actors("The hashtag #IStandWithBerg had become a phenomenon."))
