"""How certain a happening is, as the article words it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("Norland and Sudia signed an accord on Tuesday.", "signed", "occurred"),
        ("Norland has accused Sudia of attacking the harbour of Brenholm.", "accused", "occurred"),
        ("The accord was signed by Norland and Sudia.", "signed", "occurred"),
        ("Norland managed to close the border.", "close", "occurred"),
        ("Norland is blockading the port of Tarsk.", "blockading", "ongoing"),
        ("Norland has deployed warships to the strait since March.", "deployed", "ongoing"),
        ("President Tomas Okeru of Sudia will visit Norland on Friday.", "visit", "planned"),
        ("President Tomas Okeru of Sudia plans to visit Norland next week.", "visit", "planned"),
        ("President Tomas Okeru of Sudia is expected to visit Norland next month.", "visit", "planned"),
        ("A meeting between Tomas Okeru and Lena Hartwig is planned for next week.", "meeting", "planned"),
        ("Prime Minister Lena Hartwig announced that Norland would close the border.", "close", "planned"),
        ("Norland may impose sanctions on Sudia.", "impose", "possible"),
        ("Norland could expel the ambassador of Sudia.", "expel", "possible"),
        ("President Tomas Okeru of Sudia might resign.", "resign", "possible"),
        ("Sudia allegedly attacked the harbour of Brenholm on Sunday.", "attacked", "alleged"),
        ("Sudia reportedly sold missiles to Norland.", "sold", "alleged"),
        ("Norland has accused Sudia of attacking the harbour of Brenholm.", "attacking", "alleged"),
        ("Norland accused Sudia of shelling Brenholm on Sunday.", "shelling", "alleged"),
        ("The bank of Norland faces an inquiry over its loans to Sudia.", "inquiry", "ongoing"),
        ("Since Monday, Lena Hartwig has voiced support for the strike.", "voiced support", "occurred"),
        (
            '"Norland shelled the harbour of Tarsk," said President Tomas Okeru of Sudia.',
            "shelled",
            "alleged",
        ),
    ],
)
def test_the_wording_decides(told: Tell, sentence: str, word: str, status: str) -> None:
    assert told(sentence).event(word).status.value == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland did not agree to the proposal.",
        "Sudia did not accept the proposal.",
        "Parliament did not approve the treaty.",
        "Norland has not signed the accord.",
        "Norland refused to attend the talks.",
    ],
)
def test_consent_that_is_not_given_is_a_rejection(told: Tell, sentence: str) -> None:
    event = told(sentence).only()
    assert (event.type.value, event.status.value) == ("REJECT", "occurred")


@pytest.mark.parametrize(
    "sentence", ["Norland did not attack Sudia.", "Norland has never shelled Tarsk.", "Norland declined to comment."]
)
def test_what_did_not_happen_is_no_event(told: Tell, sentence: str) -> None:
    assert told(sentence).titles == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sudia denied attacking the harbour of Brenholm.",
        "Sudia denied that it had attacked the harbour of Brenholm.",
        "The police have denied killing the journalist Marta Quill.",
    ],
)
def test_what_is_denied_is_never_told_as_a_fact(told: Tell, sentence: str) -> None:
    article = told(sentence)
    denial = article.event("denied")
    assert (denial.type.value, denial.status.value) == ("REJECT", "occurred")
    assert {event.status.value for event in article.distillate.events if event is not denial} <= {"denied"}


def test_a_condition_has_not_happened(told: Tell) -> None:
    article = told("If Sudia closes the border, Norland will send troops.")
    assert "occurred" not in {event.status.value for event in article.distillate.events}
    assert article.event("send").status.value == "planned"


def test_a_plan_that_is_carried_out_has_happened(told: Tell) -> None:
    article = told(
        "President Tomas Okeru of Sudia visited Norland on Tuesday.", headline="President Tomas Okeru visits Norland"
    )
    assert article.only().status.value == "occurred"


def test_what_somebody_was_told_will_be_done_is_planned(told: Tell) -> None:
    article = told("Norland lies by the sea.", "Anna Berg told the paper that Norland will look into the fire.")
    assert article.event("look into").status.value == "planned"
