"""Which date belongs to which happening. The articles are of Thursday, 12 June 2031."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import Event

if TYPE_CHECKING:
    from tests.distil.conftest import Told

type Tell = Callable[..., "Told"]


def when(event: Event) -> str | None:
    """The day, or first and last day, of an event."""
    if event.date is None:
        return None
    start, end = event.date.start.isoformat(), event.date.end.isoformat()
    return start if start == end else f"{start}/{end}"


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        pytest.param("Norland and Sudia signed an accord on Tuesday.", "signed", "2031-06-10", id="weekday"),
        pytest.param("Norland held talks with Sudia on Thursday.", "held", "2031-06-12", id="weekday of the issue"),
        pytest.param("On 3 June, Sudia closed the border.", "closed", "2031-06-03", id="in front"),
        pytest.param(
            "Norland and Sudia signed the accord in May 2030.", "signed", "2030-05-01/2030-05-31", id="month of a year"
        ),
        pytest.param(
            "Norland's army invaded Sudia in March 2029.", "invaded", "2029-03-01/2029-03-31", id="years before"
        ),
        pytest.param(
            "The accord, which Norland and Sudia signed in May, bans weapons on the border.",
            "signed",
            "2031-05-01/2031-05-31",
            id="in a relative clause",
        ),
        pytest.param(
            "Prime Minister Lena Hartwig, who was elected in 2029, resigned on Monday.",
            "resigned",
            "2031-06-09",
            id="beside a relative clause with another",
        ),
        pytest.param(
            "Prime Minister Lena Hartwig, who was elected in 2029, resigned on Monday.",
            "elected",
            "2029-01-01/2029-12-31",
            id="a year",
        ),
        pytest.param("Norland closed its port.", "closed", None, id="none"),
    ],
)
def test_the_date_of_the_clause_is_the_date_of_the_event(told: Tell, sentence: str, word: str, day: str) -> None:
    assert when(told(sentence).event(word)) == day


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        (
            "Foreign Minister Lena Hartwig said on Wednesday that Sudia had attacked the harbour of Brenholm.",
            "attacked",
            None,
        ),
        (
            "Foreign Minister Lena Hartwig said on Thursday that Norland had signed the accord on Monday.",
            "signed",
            "2031-06-09",
        ),
        (
            "Norland imposed sanctions on Sudia on Monday, Foreign Minister Lena Hartwig said on Wednesday.",
            "imposed",
            "2031-06-09",
        ),
        (
            "Prime Minister Lena Hartwig announced on Monday that Norland would close the border.",
            "close",
            None,
        ),
    ],
)
def test_the_day_on_which_it_is_said_is_not_the_day_on_which_it_happened(
    told: Tell, sentence: str, word: str, day: str
) -> None:
    assert when(told(sentence).event(word)) == day


def test_the_following_day_counts_from_the_day_told_before(told: Tell) -> None:
    article = told("Police arrested Marta Quill, a journalist, on Monday. The following day, Norland released her.")
    assert when(article.event("arrested")) == "2031-06-09"
    assert when(article.event("released")) == "2031-06-10"


def test_the_same_day_is_the_day_told_before(told: Tell) -> None:
    article = told("Norland closed its port on 2 June. Sudia expelled the ambassador of Norland on the same day.")
    assert when(article.event("expelled")) == "2031-06-02"


@pytest.mark.parametrize(
    ("sentence", "begun"),
    [
        ("Workers at Corvane Energy have been on strike since Monday.", "2031-06-09"),
        ("Norland has been holding naval exercises with Sudia since 2 June.", "2031-06-02"),
    ],
)
def test_what_goes_on_since_a_day_is_ongoing_and_began_then(told: Tell, sentence: str, begun: str) -> None:
    event = told(sentence).only()
    assert event.status.value == "ongoing"
    assert event.date is not None
    assert event.date.start.isoformat() == begun


@pytest.mark.parametrize(
    ("sentence", "word", "day"),
    [
        ("President Tomas Okeru of Sudia will visit Norland on Friday.", "visit", "2031-06-13"),
        ("Parliament will vote on the accord on Sunday.", "vote", "2031-06-15"),
        ("President Tomas Okeru of Sudia was to visit Norland on Sunday.", "visit", "2031-06-15"),
        ("President Tomas Okeru of Sudia plans to visit Norland next week.", "visit", "2031-06-16/2031-06-22"),
        (
            "President Tomas Okeru of Sudia is expected to visit Norland next month.",
            "visit",
            "2031-07-01/2031-07-31",
        ),
    ],
)
def test_the_weekday_of_a_plan_lies_ahead(told: Tell, sentence: str, word: str, day: str) -> None:
    event = told(sentence).event(word)
    assert (event.status.value, when(event)) == ("planned", day)


def test_what_the_lead_tells_happened_on_the_day_of_the_lead(told: Tell) -> None:
    article = told(
        "Soldiers of Norland entered Tarsk on Tuesday. They arrested the mayor, Pavel Drun.",
        "They freed three sailors.",
    )
    assert when(article.event("arrested")) == "2031-06-10"
    assert when(article.event("freed")) == "2031-06-10"


def test_a_headline_has_the_day_of_the_lead(told: Tell) -> None:
    article = told("The ministers left Tarsk on Tuesday.", headline="Corvane Energy dismisses 300 workers")
    assert when(article.event("dismisses")) == "2031-06-10"


def test_background_has_not_the_day_of_the_lead(told: Tell) -> None:
    article = told(
        "Norland closed its port on Tuesday.",
        "The port is the largest on the coast.",
        "Sudia has shelled Brenholm twice.",
    )
    assert when(article.event("shelled")) is None


def test_the_most_exact_of_several_tellings_dates_the_event(told: Tell) -> None:
    article = told(
        "Norland and Sudia signed an accord last week.", "Norland and Sudia signed the accord in Brenholm on 4 June."
    )
    assert when(article.event("signed")) == "2031-06-04"
