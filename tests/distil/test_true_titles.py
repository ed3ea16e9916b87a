"""A title never says more, or other, than its sentence: who did it, how many, whether it was done at all."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Found guilty by the Supreme Court of Norland, Carl Dahl left Tarsk.", "Carl Dahl is found guilty"),
        (
            "A small ceremony was held at the base, attended by Anna Berg and Carl Dahl.",
            "A small ceremony is attended by Anna Berg and Carl Dahl",
        ),
        ("Rebels opposed to the treaty met in Tarsk on Sunday.", "Rebels are opposed to the treaty"),
    ],
)
def test_who_undergoes_it_does_not_do_it(told: Tell, sentence: str, title: str) -> None:
    titles = told(sentence).titles
    assert any(one.startswith(title) for one in titles), titles


def test_a_participle_without_its_auxiliary_makes_its_subject_the_target(told: Tell) -> None:
    article = told("Anna Berg was arrested in Sudia, and prosecuted for fraud.")
    parts = [role for event in article.distillate.events for role in article.parts(event).items()]
    assert ("Anna Berg", "target") in parts
    assert ("Anna Berg", "agent") not in parts


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("About 20 of the 25 sailors were arrested in Sudia on Sunday.", "About 20 of the 25 sailors are arrested"),
        ("Only some of the ships of Norland were bombed by Sudia.", "Only some of the ships of Norland are bombed"),
        ("Over 4,000 farmers and fishermen were deported to Sudia.", "Over 4,000 farmers and fishermen are deported"),
        ("Dozens of journalists were arrested in Norland on Sunday.", "Dozens of journalists are arrested"),
        ("Other members of the opposition criticised the treaty.", "Other members of the opposition criticise"),
        ("The head of the embassy's security was killed on Sunday.", "The head of the embassy's security is killed"),
    ],
)
def test_how_many_and_which_are_meant_stands_in_the_title(told: Tell, sentence: str, start: str) -> None:
    titles = told(sentence).titles
    assert any(title.startswith(start) for title in titles), titles


def test_both_who_are_named_before_stand_by_name(told: Tell) -> None:
    article = told("Anna Berg met Carl Dahl in Tarsk on Sunday.", "Both were arrested in Sudia on Monday.")
    assert not any(title.startswith("Both") for title in article.titles)


@pytest.mark.parametrize(
    ("sentence", "title", "untrue"),
    [
        (
            "Three men were charged with fraud in the wake of Anna Berg stepping down from her post.",
            "Anna Berg steps down",
            "The wake",
        ),
        (
            "The paper reported an instance of two ministers of Norland apologising to Sudia.",
            "Two ministers of Norland apologise",
            "An instance",
        ),
    ],
)
def test_a_fixed_phrase_is_no_subject(told: Tell, sentence: str, title: str, untrue: str) -> None:
    titles = told(sentence).titles
    assert any(one.startswith(title) for one in titles), titles
    assert not any(one.startswith(untrue) for one in titles), titles


def test_experience_does_nothing(told: Tell) -> None:
    titles = told("Anna Berg has a decade of experience training other pilots in Norland.").titles
    assert not any("xperience" in title.split()[0] for title in titles), titles


def test_a_person_is_arrested_not_the_car(told: Tell) -> None:
    titles = told(
        "The guards stopped a car in Tarsk, and the driver of the car arrested by soldiers had a bomb."
    ).titles
    assert not any("car is arrested" in title for title in titles), titles


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Anna Berg failed to score on Sunday for Norland.", "fails to score"),
        ("Norland attempted to ban the party in May.", "Norland attempts to ban the party"),
    ],
)
def test_what_was_only_tried_is_not_told_as_done(told: Tell, sentence: str, title: str) -> None:
    assert all(title in one for one in told(sentence).titles)


def test_a_bracket_keeps_its_negation(told: Tell) -> None:
    article = told('Anna Berg said: "I made the decision not to [send troops] to Sudia, upon advice."')
    assert not any(" sends troops" in title for title in article.titles), article.titles


def test_who_only_speaks_of_charges_does_not_make_them(told: Tell) -> None:
    article = told("Anna Berg has not commented on the allegations.")
    assert not any(title.startswith("Anna Berg's") for title in article.titles), article.titles


def test_what_belongs_to_a_body_is_not_the_body(told: Tell) -> None:
    article = told(
        "The Norland Space Agency met on Sunday.", "A secret Norland Space Agency document was found in Tarsk."
    )
    assert not any(title.startswith("Norland Space Agency is found") for title in article.titles), article.titles


def test_after_being_stopped_may_tell_of_another_man(told: Tell) -> None:
    article = told(
        "Anna Berg lost an appeal to hide the treatment of Carl Dahl after being stopped in Sudia, then detained and "
        "tortured by agents."
    )
    assert not any(title.startswith(("Anna Berg is", "Anna Berg detains")) for title in article.titles), article.titles


def test_two_that_are_named_keep_their_names(told: Tell) -> None:
    titles = told(
        "Norland signed a treaty with Sudia in Tarsk. The two nations celebrated a milestone on Sunday."
    ).titles
    assert any("Norland" in title and "Sudia" in title and "celebrate" in title for title in titles), titles


def test_whose_spate_of_tests_it_is(told: Tell) -> None:
    titles = told("Norland's recent spate of missile tests has raised concern in Sudia.").titles
    assert any("Norland's missile tests" in title for title in titles), titles


def test_what_did_not_come_about_is_no_event(told: Tell) -> None:
    article = told("Talks between Norland and Sudia ended without a deal on Tuesday.")
    assert not [title for title in article.titles if "deal" in title.lower() and "talks" not in title.lower()]
    assert [event.date.start.isoformat() for event in article.distillate.events if event.date] == ["2031-06-10"]
