"""Which tellings are one happening, in a clause and across an article, and what the happening takes from each."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Norland held a vote on the border on Monday.", "Norland holds a vote on the border"),
        ("The launch planned for Monday was scrubbed by Norland.", "The launch planned for Monday is scrubbed"),
        ("President Tomas Okeru's visit to Norland began on Monday.", "Tomas Okeru visits Norland"),
        (
            "Norland announced plans to withdraw its troops from Sudia.",
            "Norland announces plans to withdraw its troops",
        ),
        ("Norland attacked Sudia on Monday, shelling Brenholm.", "Norland attacks Sudia"),
    ],
)
def test_a_verb_and_what_it_carries_out_are_one_event(told: Tell, sentence: str, title: str) -> None:
    assert told(sentence).only().title.startswith(title)


def test_the_stage_of_a_happening_is_no_event_of_its_own(told: Tell) -> None:
    event = told("The opening of the talks between Norland and Sudia took place on Monday.").only()
    assert event.type.value == "CONSULT"


def test_a_headline_tells_the_lead_in_other_words(told: Tell) -> None:
    article = told(
        "The government of Norland passed a law on the border on Tuesday. The parliament met in Brenholm.",
        headline="Norland's government approves border law",
    )
    assert article.triggers(article.event("passed")) == ["approves", "passed"]
    assert article.triggers(article.event("met")) == ["met"]


def test_the_decision_stands_for_what_was_decided(told: Tell) -> None:
    article = told(
        "President Tomas Okeru of Norland closed the port of Brenholm on Tuesday. Okeru made the decision at night."
    )
    assert article.triggers(article.only()) == ["closed", "decision"]


def test_a_decision_that_somebody_else_criticises_is_not_the_criticism(told: Tell) -> None:
    article = told("Norland closed its port on Tuesday. President Lena Hartwig of Sudia criticised the decision.")
    assert article.triggers(article.event("criticised")) == ["criticised"]


def test_a_quotation_may_tell_the_day_before_as_today(told: Tell) -> None:
    article = told(
        "Prime Minister Lena Hartwig of Norland signed the accord with Sudia on Monday.",
        '"Today I signed the accord with Sudia," said Hartwig.',
    )
    event = article.event("signed")
    assert article.triggers(event) == ["signed", "signed"]
    assert event.date is not None
    assert event.date.start.isoformat() == "2031-06-09"


def test_the_members_of_a_body_meet_where_the_body_meets(told: Tell) -> None:
    article = told(
        "Members of the Coast Union met on Tuesday in Brenholm.", "The meeting of the Coast Union lasted two days."
    )
    assert article.triggers(article.only()) == ["met", "meeting"]


def test_what_is_asked_of_another_one_is_asked_again(told: Tell) -> None:
    article = told("Norland urged Corvane Energy to leave Sudia.", "Norland also urged its banks to leave Sudia.")
    assert article.titles == ["Norland urges Corvane Energy to leave Sudia", "Norland urges its banks to leave Sudia"]


def test_the_body_dates_what_a_word_in_passing_only_names(told: Tell) -> None:
    article = told(
        "Gunmen murdered the reporter Marta Quill in May 2029. The murder shocked Norland.",
        headline="Daughter of murdered reporter Marta Quill speaks",
    )
    event = article.event("murder")
    assert event.date is not None
    assert event.date.start.isoformat() == "2029-05-01"


def test_who_takes_part_is_told_by_the_verb(told: Tell) -> None:
    article = told(
        "President Tomas Okeru of Norland held a rally in Brenholm on Tuesday.",
        "Sudia tightened its border controls during the rally.",
    )
    assert article.parts(article.event("held")) == {"Tomas Okeru": "agent"}


def test_a_statement_and_what_it_says_are_one_event(told: Tell) -> None:
    article = told("The government of Norland issued a statement rejecting the claims of Sudia.")
    assert article.triggers(article.only()) == ["issued", "rejecting"]


def test_an_order_and_what_it_does_are_one_event(told: Tell) -> None:
    article = told("President Tomas Okeru of Norland signed a decree that bans foreign ships from the port.")
    assert article.triggers(article.only()) == ["signed", "bans"]


def test_a_cancelled_trip_is_one_event(told: Tell) -> None:
    article = told("Anna Berg criticised President Tomas Okeru's visit to Norland, which was cancelled.")
    assert "Norland is cancelled" not in article.titles


def test_the_persons_named_and_their_common_office_are_one_party(told: Tell) -> None:
    article = told(
        "Foreign ministers met in Brenholm on Tuesday.",
        "Foreign minister Lena Hartwig and foreign minister Anna Berg gathered in Brenholm on Tuesday.",
    )
    assert article.triggers(article.only()) == ["met", "gathered"]


def test_deeds_to_different_persons_on_one_day_stay_two(told: Tell) -> None:
    article = told(
        "President Tomas Okeru praised Lena Hartwig on Tuesday.", "Okeru endorsed the bid of Anna Berg on Tuesday."
    )
    assert article.triggers(article.event("praised")) == ["praised"]


def test_the_dead_and_the_injured_of_one_sentence_are_one_event(told: Tell) -> None:
    article = told("Two dockers were killed and eight were injured in Brenholm on Tuesday.")
    assert article.triggers(article.only()) == ["killed", "injured"]


def test_speaking_to_the_press_and_what_is_said_are_one_event(told: Tell) -> None:
    article = told("Lena Hartwig addressed reporters in Brenholm on Tuesday, calling for the release of Marta Quill.")
    event = article.only()
    assert event.type.value == "REQUEST"
    assert "addressed" in article.triggers(event)


def test_a_coup_and_whom_it_removed_are_one_event(told: Tell) -> None:
    article = told("A military coup removed then-prime-minister Tomas Okeru in 2006, and another his sister in 2014.")
    event = article.event("coup")
    assert article.triggers(event) == ["coup", "removed"]
    assert "Tomas Okeru" in article.parts(event)


def test_a_happening_and_the_concern_over_it_are_one_event(told: Tell) -> None:
    event = told("Norland's missile tests have raised concern in Sudia.").only()
    assert (event.type.value, event.title) == ("MOBILIZE", "Norland's missile tests")


def test_what_a_deed_sparks_has_a_type_of_its_own(told: Tell) -> None:
    assert told("The new tax has sparked protests in Norland.").event("protests").type.value == "PROTEST"


def test_concern_over_what_is_only_alleged_proves_nothing(told: Tell) -> None:
    article = told("Allegations of arms transfers between Norland and Sudia have raised concern.")
    assert article.only().status.value == "alleged"


def test_what_comes_on_top_is_an_event_of_its_own(told: Tell) -> None:
    article = told(
        "Foreign minister Lena Hartwig arrived in Brenholm on Tuesday.",
        "Dancers from Sudia have also arrived in Brenholm.",
    )
    assert len([event for event in article.distillate.events if "arrived" in article.triggers(event)]) == 2


def test_calls_on_others_are_other_calls(told: Tell) -> None:
    article = told(
        "Anna Berg called on Norland to release the fishermen.", "Sudia was called on to open the strait to fishermen."
    )
    assert len([event for event in article.distillate.events if "called on" in article.triggers(event)]) == 2


def test_what_protesters_do_is_a_part_of_their_protest(told: Tell) -> None:
    assert told("Protesters headed for the tower on Tuesday.").event("headed").type.value == "PROTEST"


def test_new_things_found_are_found_apart(told: Tell) -> None:
    article = told("A ring was found in Tarsk harbour by Anna Berg.", "In May, letters were found in a park.")
    assert len([event for event in article.distillate.events if "found" in article.triggers(event)]) == 2


def test_the_previous_election_is_another_one(told: Tell) -> None:
    article = told("The Norland election took place on Sunday.", "The previous election in Norland was calm.")
    days = [event.date for event in article.distillate.events if "election" in article.triggers(event)]
    assert len(days) == 2


def test_a_war_of_long_ago_is_not_the_one_that_goes_on(told: Tell) -> None:
    article = told(
        "Anna Berg said the 1950-1953 war was begun by Ardania.",
        "Norland has aided Sudia in its conflict with Merrin since May.",
    )
    old = next(event for event in article.distillate.events if event.date and event.date.start.year == 1950)
    assert not {"Sudia", "Merrin"} & set(article.parts(old))
