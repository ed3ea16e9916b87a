"""Who takes part where the sentence itself does not say it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        pytest.param("The curfew was lifted on Monday.", "lifted", id="a measure that ends"),
        pytest.param("Veils were banned in public offices in 2029.", "banned", id="what only governments do"),
        pytest.param("The vaccination campaign started on Monday.", "vaccination campaign", id="a measure in itself"),
    ],
)
def test_a_measure_without_a_doer_is_about_the_state_of_the_article(told: Tell, sentence: str, word: str) -> None:
    article = told(sentence, headline="Norland after the storm: Norland counts the damage")
    assert article.parts(article.event(word)).get("Norland") == "about"


def test_the_state_where_a_measure_holds_goes_before_that_of_the_article(told: Tell) -> None:
    article = told("Veils were banned in Sudia in 2029.", headline="Norland after the storm: Norland counts the damage")
    assert article.parts(article.event("banned")) == {"Sudia": "about"}


def test_who_is_named_as_the_doer_stands_alone(told: Tell) -> None:
    article = told(
        "The curfew was lifted by the council of Brenholm on Monday.", headline="Norland after the storm in Norland"
    )
    assert "Norland" not in article.parts(article.event("lifted"))


def test_where_two_states_are_as_near_none_is_taken(told: Tell) -> None:
    article = told("The curfew was lifted on Monday.", headline="A week on the border")
    assert article.parts(article.event("lifted")) == {}


def test_protests_are_those_of_the_protesters_of_the_article(told: Tell) -> None:
    article = told(
        "Thousands of protesters marched through Brenholm on Saturday.",
        "The protests against a change of the law of Sudia went on.",
    )
    assert article.parts(article.event("protests")).get("protesters") == "agent"


def test_words_are_about_whom_they_name(told: Tell) -> None:
    article = told('"Corvane Energy has lied to us and it is a disgrace," said Marta Quill, a fisherman.')
    [event] = [e for e in article.distillate.events if "Marta Quill" in article.parts(e)]
    assert article.parts(event) == {"Marta Quill": "agent", "Corvane Energy": "about"}


def test_a_happening_told_again_without_a_doer_is_about_the_earlier_doer(told: Tell) -> None:
    article = told(
        "Corvane Energy launched a satellite on Monday.",
        "The launch was delayed on 2 June because of the storm.",
    )
    assert all("Corvane Energy" in article.parts(event) for event in article.distillate.events)


def test_what_an_office_holder_does_alone_is_about_the_state_too(told: Tell) -> None:
    article = told("President Tomas Okeru of Sudia resigned on Monday.")
    assert article.parts(article.event("resigned")) == {"Tomas Okeru": "agent", "Sudia": "about"}


def test_a_former_office_holder_acts_for_nobody(told: Tell) -> None:
    article = told("Former Sudian president Tomas Okeru was arrested on Monday.", "Sudia is a republic.")
    assert article.parts(article.event("arrested")) == {"Tomas Okeru": "target"}


def test_who_says_that_a_thing_is_bad_finds_fault(told: Tell) -> None:
    article = told("Anna Berg lives in Norland.", "Anna Berg said the lapses raise questions about the harbour.")
    event = article.event("raise")
    assert (event.type.value, event.status.value) == ("ACCUSE", "occurred")
    assert article.parts(event) == {"Anna Berg": "agent"}


def test_what_is_done_without_a_doer_is_about_the_body_of_the_article(told: Tell) -> None:
    article = told(
        "The Norland Space Agency celebrated its birthday on Tuesday.",
        "The Norland Space Agency announced a new mission on Wednesday. The old ship was sold in May.",
        headline="Norland Space Agency plans a mission",
    )
    assert article.parts(article.event("sold")) == {"Norland Space Agency": "about"}


def test_a_group_stands_with_the_state_that_its_people_are_of(told: Tell) -> None:
    article = told("Two Japanese sailors were killed by a mine on Monday.")
    assert article.parts(article.event("killed")) == {"Japanese sailors": "target", "Japan": "about"}


def test_whom_somebody_tells_it_is_not_whom_it_is_about(told: Tell) -> None:
    article = told('Marta Quill told the Tarsk Herald, "Corvane Energy has lied to us and it is a disgrace."')
    [event] = [e for e in article.distillate.events if "Marta Quill" in article.parts(e)]
    assert article.parts(event) == {"Marta Quill": "agent", "Corvane Energy": "about"}


def test_where_somebody_lives_is_no_office(told: Tell) -> None:
    article = told("Norland resident Marta Quill was arrested on Monday.")
    assert article.parts(article.event("arrested")) == {"Marta Quill": "target"}


@pytest.mark.parametrize(
    ("headline", "sentence", "word"),
    [
        pytest.param("Storm over the valley", "The old ship was sold in May.", "sold", id="not what it is headed by"),
        pytest.param("Norland Space Agency at ten", "Two people were arrested in May.", "arrested", id="people"),
    ],
)
def test_what_others_do_is_not_about_the_body_that_acts_most(
    told: Tell, headline: str, sentence: str, word: str
) -> None:
    article = told(
        "The Norland Space Agency celebrated its birthday on Tuesday.",
        f"The Norland Space Agency announced a new mission on Wednesday. {sentence}",
        headline=headline,
    )
    assert "Norland Space Agency" not in article.parts(article.event(word))


def test_an_election_is_about_the_state_that_its_paragraph_names(told: Tell) -> None:
    article = told("Norland was rocked by a storm in May. The presidential elections are scheduled for November 28.")
    assert article.parts(article.distillate.events[-1]) == {"Norland": "about"}


def test_a_body_takes_part_with_the_state_whose_it_is(told: Tell) -> None:
    article = told("On Monday, Norland's Senate passed the harbour bill.")
    assert article.parts(article.event("passed")).get("Norland") == "about"


def test_whom_somebody_travels_to_meet_takes_part(told: Tell) -> None:
    article = told("Erik Brandt flew to the coast on Monday to meet Anna Berg.")
    assert article.parts(article.event("flew")) == {"Erik Brandt": "agent", "Anna Berg": "target"}
