"""Which actor is part of which."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import Brief

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]


def parents(brief: Brief) -> dict[str, str | None]:
    """By name of each actor the name of what it is part of."""
    names = {actor.id: actor.name for actor in brief.actors}
    return {actor.name: names[actor.part_of] if actor.part_of else None for actor in brief.actors}


def state_of(name: str, telling: Begin, merged: Merged, kind: str = "organisation") -> str | None:
    states = telling("a")
    for state in ("France", "Spain", "India", "Thailand", "Norland"):
        states.actor(state, "state")
    return parents(merged(states.actor(name, kind)))[name]


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("France's Defense Ministry", "France"),
        ("the French Foreign Ministry", "France"),
        ("Spain Police Service", "Spain"),
        ("Norland Police Service", "Norland"),
        ("Parliament of Norland", "Norland"),
        ("Central Bank of Spain", "Spain"),
        ("Supreme Court of India", "India"),
        ("Indian Air Force", "India"),
        ("Royal Thai Navy", "Thailand"),
        ("French Embassy in Spain", "France"),
        ("Embassy of Spain in France", "Spain"),
        ("Ministry of Foreign Affairs of Norland", "Norland"),
        ("French Human Rights Commission", "France"),
    ],
)
def test_an_organ_is_part_of_the_state_in_its_name(telling: Begin, merged: Merged, body: str, state: str) -> None:
    assert state_of(body, telling, merged) == state


@pytest.mark.parametrize(
    "body",
    [
        "Air Norland",
        "Norland Airways",
        "Bank of Norland",
        "National Bank of Spain",
        "Communist Party of Spain",
        "French Football Federation",
        "French Refugee Council",
        "Norland National Council",
        "Norland Democratic Forces",
        "Free Norland Army",
        "Norland News Agency",
        "University of France",
        "Committee on Norland",
        "Spain Affairs Office",
        "France-Spain Security Commission",
        "France-Italy Security Commission",
        "Former Norland Government",
        "Friends of the Parliament of Spain",
    ],
)
def test_what_only_has_a_state_in_its_name_is_part_of_none(telling: Begin, merged: Merged, body: str) -> None:
    assert state_of(body, telling, merged) is None


@pytest.mark.parametrize("group", ["French officials", "Norland troops", "senior Spanish diplomats"])
def test_those_who_act_for_a_state_are_part_of_it(telling: Begin, merged: Merged, group: str) -> None:
    assert state_of(group, telling, merged, "group") is not None


@pytest.mark.parametrize(
    "group",
    ["French protesters", "French people", "Norland companies", "former French officials", "pro-Norland forces"],
)
def test_those_who_only_come_from_a_state_are_not(telling: Begin, merged: Merged, group: str) -> None:
    assert state_of(group, telling, merged, "group") is None


def test_a_committee_is_part_of_its_parliament_and_that_of_its_state(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a")
        .actor("France", "state")
        .actor("French National Assembly", "organisation", "National Assembly")
        .actor("National Assembly's Finance Committee", "organisation")
        .actor("Secretariat of the French National Assembly", "organisation")
        .actor("members of the National Assembly", "group")
    )
    assert parents(brief) == {
        "France": None,
        "French National Assembly": "France",
        "National Assembly's Finance Committee": "French National Assembly",
        "Secretariat of the French National Assembly": "French National Assembly",
        "members of the National Assembly": "French National Assembly",
    }


def test_of_two_parliaments_neither_is_guessed(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("France", "state").actor("French National Assembly", "organisation", "National Assembly"),
        telling("b").actor("Kenya", "state").actor("Kenyan National Assembly", "organisation", "National Assembly"),
        telling("c").actor("National Assembly Finance Committee", "organisation"),
    )
    assert parents(brief)["National Assembly Finance Committee"] is None


def test_an_organ_without_a_state_is_that_of_the_one_the_article_is_about(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a")
        .actor("Norland", "state", mentions=4)
        .actor("Sudia", "state")
        .actor("police", "organisation")
        .actor("Supreme Court", "organisation")
        .actor("Ministry of Health", "organisation")
        .actor("Harbour Council", "organisation")
    )
    assert parents(brief) == {
        "Norland": None,
        "Sudia": None,
        "police": "Norland",
        "Supreme Court": "Norland",
        "Ministry of Health": "Norland",
        "Harbour Council": None,
    }


def test_an_organ_in_an_article_about_two_states_is_part_of_none(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a")
        .actor("Norland", "state", mentions=3)
        .actor("Sudia", "state", mentions=2)
        .actor("police", "organisation")
    )
    assert parents(brief)["police"] is None


def test_an_organ_known_by_a_name_of_its_own_is_part_of_its_state(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Spain", "state", mentions=5).actor("Germany", "state").actor("Bundestag", "organisation")
    )
    assert parents(brief)["Bundestag"] == "Germany"


def test_a_state_that_the_articles_do_not_speak_of_is_no_parent(telling: Begin, merged: Merged) -> None:
    brief = merged(telling("a").actor("Spain", "state").actor("French Foreign Ministry", "organisation"))
    assert parents(brief)["French Foreign Ministry"] is None


def test_agencies_of_one_system_and_territories_are_linked(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a")
        .actor("United Nations", "organisation", "UN")
        .actor("UNICEF", "organisation")
        .actor("United Kingdom", "state")
        .actor("Scotland", "state")
    )
    assert parents(brief) == {
        "United Nations": None,
        "UNICEF": "United Nations",
        "United Kingdom": None,
        "Scotland": "United Kingdom",
    }


def test_a_state_and_its_ministry_stay_two_across_articles_and_are_linked(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("France", "state").actor("France's Defense Ministry", "organisation", "Defense Ministry"),
        telling("b").actor("France", "state").actor("French Ministry of Defence", "organisation"),
    )
    (state,) = [actor for actor in brief.actors if actor.name == "France"]
    (ministry,) = [actor for actor in brief.actors if actor is not state]
    assert ministry.part_of == state.id
