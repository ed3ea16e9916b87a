"""What counts as a happening, what kind it is, and which tellings are one and the same."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


@pytest.mark.parametrize(
    ("sentence", "kind", "title"),
    [
        (
            "Norland and Sudia signed a trade accord in Brenholm on Tuesday.",
            "AGREE",
            "Norland and Sudia sign a trade accord in Brenholm",
        ),
        (
            "President Tomas Okeru and Prime Minister Lena Hartwig met in Brenholm on Tuesday.",
            "CONSULT",
            "Tomas Okeru and Lena Hartwig meet in Brenholm",
        ),
        ("Norland urged Sudia to release the sailors.", "REQUEST", "Norland urges Sudia to release the sailors"),
        ("Sudia rejected the proposal of Norland.", "REJECT", "Sudia rejects the proposal of Norland"),
        ("Norland threatened to close the border.", "THREATEN", "Norland threatens to close the border"),
        (
            "Norland imposed sanctions on Corvane Energy.",
            "SANCTION",
            "Norland imposes sanctions on Corvane Energy",
        ),
        ("Norland closed its port on Monday.", "COERCE", "Norland closes its port"),
        (
            "Warships of Sudia shelled Brenholm on Sunday.",
            "ASSAULT",
            "Warships of Sudia shell Brenholm",
        ),
        ("Sudia deployed troops near Brenholm.", "MOBILIZE", "Sudia deploys troops near Brenholm"),
        (
            "Sudia withdrew its troops from Brenholm on Monday.",
            "RETREAT",
            "Sudia withdraws its troops from Brenholm",
        ),
        (
            "Thousands of protesters marched through Brenholm on Saturday.",
            "PROTEST",
            "Thousands of protesters march through Brenholm",
        ),
    ],
)
def test_a_sentence_of_news_is_an_event_of_its_type(told: Tell, sentence: str, kind: str, title: str) -> None:
    event = told(sentence).only()
    assert (event.type.value, event.title) == (kind, title)


def test_background_is_no_happening(told: Tell) -> None:
    assert told("Norland lies on the coast. Its capital has a large harbour.").titles == []


@pytest.mark.parametrize(
    ("sentence", "word", "title"),
    [
        (
            "The signing of the accord by Norland and Sudia took place on Tuesday.",
            "signing",
            "Norland and Sudia sign the accord",
        ),
        (
            "President Tomas Okeru's visit to Norland began on Monday.",
            "visit",
            "Tomas Okeru visits Norland",
        ),
        (
            "A meeting between Tomas Okeru and Lena Hartwig is planned for next week.",
            "meeting",
            "Tomas Okeru and Lena Hartwig meet",
        ),
        ("The resignation of President Tomas Okeru surprised Norland.", "resignation", "Tomas Okeru resigns"),
    ],
)
def test_a_noun_tells_a_happening_too(told: Tell, sentence: str, word: str, title: str) -> None:
    assert told(sentence).event(word).title.startswith(title)


def test_one_visit_told_three_times_is_one_event(told: Tell) -> None:
    article = told(
        "President Tomas Okeru met Prime Minister Lena Hartwig in Brenholm on Tuesday.",
        "The meeting lasted two hours.",
        "The meeting between Okeru and Hartwig was the first in ten years.",
    )
    event = article.only()
    assert [evidence.quote for evidence in event.evidence] == [
        "President Tomas Okeru met Prime Minister Lena Hartwig in Brenholm on Tuesday",
        "The meeting lasted two hours",
        "The meeting between Okeru and Hartwig was the first in ten years",
    ]
    assert article.triggers(event) == ["met", "meeting", "meeting"]


def test_headline_lead_and_background_tell_one_event(told: Tell) -> None:
    article = told(
        "Norland imposed sanctions on Sudia on Tuesday.",
        "The sanctions on Sudia were imposed after months of talks.",
        headline="Norland imposes sanctions on Sudia",
    )
    event = article.event("imposes")
    assert article.triggers(event) == ["imposes", "imposed", "imposed"]
    assert event.date is not None
    assert event.date.start.isoformat() == "2031-06-10"


def test_the_same_act_of_two_states_is_two_events(told: Tell) -> None:
    article = told("Sudia closed the border on 3 June. A week later, Norland closed its port.")
    assert article.titles == ["Sudia closes the border", "Norland closes its port"]


def test_the_same_act_on_two_days_is_two_events(told: Tell) -> None:
    article = told("Norland expelled the ambassador of Sudia in May 2029. Norland expelled his successor on Monday.")
    assert [event.date.start.isoformat() for event in article.distillate.events if event.date] == [
        "2029-05-01",
        "2031-06-09",
    ]


def test_an_act_and_the_answer_to_it_are_two_events(told: Tell) -> None:
    article = told(
        "On Monday, warships of Sudia shelled Brenholm.",
        "The shelling by Sudia destroyed the old harbour.",
        "Norland condemned the shelling of Brenholm.",
    )
    assert article.titles == ["Warships of Sudia shell Brenholm", "Norland condemns the shelling of Brenholm"]
    assert article.triggers(article.event("shelled")) == ["shelled", "shelling", "shelling"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland asked Sudia to send troops to Brenholm.",
        "Norland urged Sudia to withdraw its troops and to open the border.",
        "Norland demanded that Sudia release the sailors.",
        "Foreign Minister Lena Hartwig called on Sudia to withdraw its troops from Brenholm.",
        "Norland promised to send medicine to Sudia.",
        "Norland threatened to close the border.",
        "President Tomas Okeru of Sudia refused to sign the accord.",
    ],
)
def test_what_is_asked_promised_threatened_or_refused_has_not_happened(told: Tell, sentence: str) -> None:
    event = told(sentence).only()
    assert event.type.value in {"REQUEST", "AGREE", "THREATEN", "REJECT"}


def test_a_wish_is_no_happening(told: Tell) -> None:
    assert told("Sudia wants Norland to close its port.").titles == []


def test_two_acts_of_one_sentence_are_two_events(told: Tell) -> None:
    article = told("Norland expelled the ambassador of Sudia and closed the border on Monday.")
    assert article.titles == ["Norland expels the ambassador of Sudia", "Norland closes the border"]


def test_a_subordinate_act_is_an_event_of_its_own(told: Tell) -> None:
    article = told("Tomas Okeru, who visited Norland on Monday, praised the harbour workers.")
    assert article.titles == ["Tomas Okeru visits Norland", "Tomas Okeru praises the harbour workers"]


def test_the_trigger_stands_inside_the_quote(told: Tell) -> None:
    event = told("The talks failed. On Tuesday, however, Norland broke off relations with Sudia.").event("broke off")
    (evidence,) = event.evidence
    assert evidence.trigger_start is not None
    assert evidence.trigger_end is not None
    assert evidence.start <= evidence.trigger_start < evidence.trigger_end <= evidence.end
    assert "Norland broke off relations with Sudia" in evidence.quote
    assert "failed" not in evidence.quote


def test_the_place_is_where_it_happened(told: Tell) -> None:
    assert told("Norland and Sudia signed a trade accord in Brenholm on Tuesday.").only().place == "Brenholm"
    assert told("Workers protested on Friday.").only().place is None
