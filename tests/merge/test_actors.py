"""Who is who across articles."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import Brief, Kind

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]


def names(brief: Brief) -> list[str]:
    return [actor.name for actor in brief.actors]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Jin-su", "Pak Jin Su"),
        ("Pak Jin Su", "Pak Jinsu"),
        ("Sergei Oblomin", "Sergey Oblomin"),
        ("Émile Vārn", "Emile Varn"),
        ("Yusuf al-Karim", "Yousef al Karim"),
        ("Dmitriy Voskresenskiy", "Dmitry Voskresensky"),
    ],
)
def test_one_name_written_in_two_ways_is_one_person(telling: Begin, merged: Merged, one: str, other: str) -> None:
    brief = merged(telling("a").actor(one, "person"), telling("b").actor(other, "person"))
    assert len(brief.actors) == 1
    assert {brief.actors[0].name, *brief.actors[0].aliases} == {one, other}
    assert {e.source for e in brief.actors[0].evidence} == {"a", "b"}


@pytest.mark.parametrize("other", ["Jon Q. Merrow", "Jon Quentin Merrow", "President Jon Merrow"])
def test_middle_names_and_titles_do_not_make_another_person(telling: Begin, merged: Merged, other: str) -> None:
    brief = merged(telling("a").actor("Jon Merrow", "person"), telling("b").actor(other, "person"))
    assert len(brief.actors) == 1


def test_the_fullest_name_is_the_name(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Norland", "state").actor("Merrow", "person", role=("President", "Norland")),
        telling("b").actor("Norland", "state").actor("Jon Merrow", "person", "Merrow", role=("leader", "Norland")),
    )
    merrow = next(actor for actor in brief.actors if actor.kind is Kind.PERSON)
    assert (merrow.id, merrow.name, merrow.aliases) == ("jon-merrow", "Jon Merrow", ["Merrow"])
    assert {(role.title, role.of) for role in merrow.roles} == {("President", "norland"), ("leader", "norland")}


def test_two_persons_of_one_family_name_stay_two(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Jon Merrow", "person").actor("Ada Merrow", "person"),
        telling("b").actor("Ada Merrow", "person"),
    )
    assert names(brief) == ["Ada Merrow", "Jon Merrow"]


def test_a_family_name_alone_that_two_may_bear_stays_alone(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Norland", "state").actor("Pak Jin Su", "person").actor("Pak Yong Ho", "person"),
        telling("b").actor("Norland", "state").actor("Pak", "person"),
    )
    assert names(brief) == ["Norland", "Pak", "Pak Jin Su", "Pak Yong Ho"]


def test_the_office_tells_which_of_two_is_meant(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a")
        .actor("Norland", "state")
        .actor("Sudia", "state")
        .actor("Pak Jin Su", "person", role=("leader", "Norland"))
        .actor("Pak Yong Ho", "person", role=("envoy", "Sudia")),
        telling("b").actor("Norland", "state").actor("Pak", "person", role=("leader", "Norland")),
    )
    pak = next(actor for actor in brief.actors if actor.name == "Pak Jin Su")
    assert "Pak" in pak.aliases
    assert len(brief.actors) == 4


def test_a_family_name_in_an_unrelated_article_is_somebody_else(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Norland", "state").actor("Jon Merrow", "person", role=("President", "Norland")),
        telling("b").actor("Sudia", "state").actor("Merrow", "person", role=("sheriff", "Sudia")),
    )
    assert len(brief.actors) == 4


def test_namesakes_of_whom_everything_differs_stay_two(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Norland", "state").actor("Jon Merrow", "person", role=("President", "Norland")),
        telling("b").actor("Sudia", "state").actor("Jon Merrow", "person", role=("coach", "Sudia")),
    )
    assert [actor.id for actor in brief.actors] == ["jon-merrow", "jon-merrow-2", "norland", "sudia"]


def test_states_are_one_whatever_the_form(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("United States", "state", "US"),
        telling("b").actor("U.S.", "state"),
        telling("c").actor("the United States of America", "state"),
    )
    assert names(brief) == ["United States"]


def test_a_state_and_its_ministry_stay_two(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("France", "state").actor("France's Defense Ministry", "organisation", "Defense Ministry"),
        telling("b").actor("France", "state").actor("French Ministry of Defence", "organisation"),
    )
    assert [(actor.kind, len({e.source for e in actor.evidence})) for actor in brief.actors] == [
        (Kind.STATE, 2),
        (Kind.ORGANISATION, 2),
    ]


def test_ministries_of_two_states_stay_two(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("France", "state").actor("Foreign Ministry", "organisation"),
        telling("b").actor("Spain", "state").actor("Foreign Ministry", "organisation"),
    )
    assert [actor.id for actor in brief.actors] == [
        "france",
        "france-foreign-ministry",
        "spain",
        "spain-foreign-ministry",
    ]


def test_a_word_that_anybody_may_be_called_joins_nobody(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Oriel Party", "organisation", "the government").actor("officials", "group"),
        telling("b").actor("Tern Alliance", "organisation", "the government").actor("officials", "group"),
    )
    assert len(brief.actors) == 4


def test_first_letters_join_the_full_name(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Northern Fisheries Union", "organisation"),
        telling("b").actor("NFU", "organisation"),
    )
    assert (names(brief), brief.actors[0].aliases) == (["Northern Fisheries Union"], ["NFU"])


def test_first_letters_that_two_may_have_join_none(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Northern Fisheries Union", "organisation"),
        telling("b").actor("New Farmers Unit", "organisation"),
        telling("c").actor("NFU", "organisation"),
    )
    assert len(brief.actors) == 3


def test_the_police_of_one_place_are_one(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Spain", "state").actor("Spanish police", "organisation", "police"),
        telling("b").actor("Spain", "state").actor("police", "organisation"),
        telling("c").actor("Italy", "state").actor("police", "organisation"),
    )
    police = [actor for actor in brief.actors if "police" in actor.name.lower()]
    assert [{e.source for e in actor.evidence} for actor in police] == [{"c"}, {"a", "b"}]


def test_protesters_of_one_place_and_time_are_one_and_of_another_year_are_others(
    telling: Begin, merged: Merged
) -> None:
    brief = merged(
        telling("a", "2031-03-01").actor("Spain", "state").actor("Spanish protesters", "group", "protesters"),
        telling("b", "2031-05-01").actor("Spain", "state").actor("protesters", "group"),
        telling("c", "2035-05-01").actor("Spain", "state").actor("protesters", "group"),
    )
    groups = [actor for actor in brief.actors if actor.kind is Kind.GROUP]
    assert sorted(sorted({e.source for e in group.evidence}) for group in groups) == [["a", "b"], ["c"]]


def test_a_name_of_several_words_is_one_actor_even_if_one_article_was_misread(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Corvane Energy", "organisation"),
        telling("b").actor("Corvane Energy", "organisation"),
        telling("c").actor("Corvane Energy", "person"),
    )
    assert [(actor.name, actor.kind) for actor in brief.actors] == [("Corvane Energy", Kind.ORGANISATION)]


def test_a_title_given_with_and_without_its_state_is_one_role(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Norland", "state").actor("Jon Merrow", "person", role=("President", "Norland")),
        telling("b").actor("Norland", "state").actor("Jon Merrow", "person", role=("president", None)),
    )
    (role,) = next(actor for actor in brief.actors if actor.kind is Kind.PERSON).roles
    assert (role.title, role.of, {e.source for e in role.evidence}) == ("President", "norland", {"a", "b"})


def test_an_acronym_that_one_article_defines_names_its_bearer_in_another(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Harbour Workers' League", "organisation", "HAWL"),
        telling("b").actor("HAWL", "organisation"),
    )
    (league,) = brief.actors
    assert (league.name, league.aliases) == ("Harbour Workers' League", ["HAWL"])


@pytest.mark.parametrize("metonym", ["Paris", "Elysée Palace", "Élysée"])
def test_the_seat_of_a_government_stands_for_its_state(telling: Begin, merged: Merged, metonym: str) -> None:
    brief = merged(telling("a").actor("France", "state"), telling("b").actor(metonym, "state"))
    assert (names(brief), brief.actors[0].aliases) == (["France"], [metonym])


@pytest.mark.parametrize("title", ["French president", "the French leader", "president of France"])
def test_a_title_without_a_name_means_its_only_holder_of_the_time(telling: Begin, merged: Merged, title: str) -> None:
    brief = merged(
        telling("a", "2031-03-01").actor("France", "state").actor("Merrow", "person", role=("President", "France")),
        telling("b", "2031-04-01").actor("France", "state").actor(title, "person"),
    )
    merrow = next(actor for actor in brief.actors if actor.kind is Kind.PERSON)
    assert (merrow.name, merrow.aliases) == ("Merrow", [title])
    assert len(brief.actors) == 2


def test_a_title_years_later_may_be_somebody_elses(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a", "2031-03-01").actor("France", "state").actor("Jon Merrow", "person", role=("President", "France")),
        telling("b", "2036-04-01").actor("France", "state").actor("French president", "person"),
        telling("c", "2041-04-01").actor("France", "state").actor("French president", "person"),
    )
    assert [actor.kind for actor in brief.actors].count(Kind.PERSON) == 3


def test_a_title_that_two_may_hold_means_neither(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a", "2031-03-01")
        .actor("France", "state")
        .actor("Jon Merrow", "person", role=("President", "France"))
        .actor("Ada Varn", "person", role=("Prime Minister", "France")),
        telling("b", "2031-03-02").actor("France", "state").actor("French leader", "person"),
    )
    assert [actor.name for actor in brief.actors if actor.kind is Kind.PERSON] == [
        "Ada Varn",
        "French leader",
        "Jon Merrow",
    ]


def test_a_title_alone_belongs_to_the_state_that_the_article_is_about(telling: Begin, merged: Merged) -> None:
    holder = telling("a", "2031-03-01").actor("Norland", "state").actor("Sudia", "state")
    holder.actor("Jon Merrow", "person", role=("prime minister", "Norland"))
    holder.actor("Ada Varn", "person", role=("prime minister", "Sudia"))
    brief = merged(
        holder,
        telling("b", "2031-03-02")
        .actor("Norland", "state", mentions=5)
        .actor("Sudia", "state")
        .actor("prime minister", "person"),
        telling("c", "2031-03-02")
        .actor("Norland", "state", mentions=2)
        .actor("Sudia", "state", mentions=2)
        .actor("prime minister", "person"),
    )
    sources = {a.name: {e.source for e in a.evidence} for a in brief.actors if a.kind is Kind.PERSON}
    assert sources == {"Jon Merrow": {"a", "b"}, "Ada Varn": {"a"}, "prime minister": {"c"}}


def test_a_family_name_that_is_also_a_title_is_a_name(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a", "2031-03-01").actor("Norland", "state").actor("Jon Merrow", "person", role=("king", "Norland")),
        telling("b", "2031-03-02").actor("Norland", "state").actor("Ada King", "person"),
        telling("c", "2031-03-02").actor("Norland", "state").actor("Ada King", "person"),
    )
    assert names(brief) == ["Ada King", "Jon Merrow", "Norland"]


def test_every_alias_stands_in_a_passage_that_is_kept(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a", "2031-03-01")
        .actor("France", "state")
        .actor("Jon Merrow", "person", role=("President", "France"))
        .actor("Northern Fisheries Union", "organisation"),
        telling("b", "2031-03-02").actor("Paris", "state").actor("French president", "person"),
        telling("c", "2031-03-02").actor("NFU", "organisation"),
    )
    aliases = [(alias, actor) for actor in brief.actors for alias in actor.aliases]
    assert sorted(alias for alias, _ in aliases) == ["French president", "NFU", "Paris"]
    assert all(any(alias in passage.quote for passage in actor.evidence) for alias, actor in aliases)


def test_roles_say_which_sources_give_them(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a", "2031-03-01").actor("Norland", "state").actor("Jon Merrow", "person", role=("envoy", "Norland")),
        telling("b", "2032-03-01")
        .actor("Norland", "state")
        .actor("Jon Merrow", "person", role=("President", "Norland")),
        telling("c", "2032-04-01")
        .actor("Norland", "state")
        .actor("Jon Merrow", "person", role=("President", "Norland")),
    )
    merrow = next(actor for actor in brief.actors if actor.kind is Kind.PERSON)
    said = {role.title: [passage.source for passage in role.evidence] for role in merrow.roles}
    assert said == {"President": ["b", "c"], "envoy": ["a"]}


def test_a_body_known_under_several_names_is_one(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("UN General Assembly", "organisation"),
        telling("b").actor("United Nations General Assembly", "organisation"),
        telling("c").actor("U.N. General Assembly", "organisation"),
    )
    assert names(brief) == ["United Nations General Assembly"]


def test_a_body_known_by_name_is_that_of_its_own_state_wherever_it_is_spoken_of(telling: Begin, merged: Merged) -> None:
    brief = merged(
        telling("a").actor("Spain", "state", mentions=5).actor("State Department", "organisation"),
        telling("b").actor("United States", "state").actor("U.S. State Department", "organisation"),
    )
    assert names(brief) == ["Spain", "U.S. State Department", "United States"]
