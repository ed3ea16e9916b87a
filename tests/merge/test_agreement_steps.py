"""The stages of an agreement through time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from generator.model import Agreement, AgreementStatus, Brief

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]

STATES = ["Norland", "Sudia"]
PACT = "fisheries partnership pact"


def cast(article: "Telling") -> "Telling":
    return article.actor("Norland", "state").actor("Sudia", "state").actor("Tarn", "state")


def the_agreement(brief: Brief) -> Agreement:
    (agreement,) = brief.agreements
    return agreement


def course(agreement: Agreement) -> list[tuple[str, str | None]]:
    return [(step.status.value, step.date.start.isoformat() if step.date else None) for step in agreement.steps]


def test_signed_ratified_and_suspended_over_three_articles(telling: Begin, merged: Merged) -> None:
    signed = cast(telling("a", "2031-06-20")).event(
        "Norland and Sudia sign pact",
        "AGREE",
        f"Norland and Sudia @signed@ the {PACT} on Friday",
        STATES,
        on="2031-06-18",
    )
    signed.agreement(PACT, STATES, within=True, status="signed")
    ratified = cast(telling("b", "2032-02-02")).event(
        "Norland ratifies pact", "AGREE", f"Norland @ratified@ the {PACT}", "Norland", on="2032-02-01"
    )
    ratified.agreement(PACT, STATES, within=True, status="in force")
    suspended = cast(telling("c", "2033-05-05")).event(
        "Sudia suspends pact", "REJECT", f"Sudia @suspended@ the {PACT}", "Sudia", on="2033-05-04"
    )
    suspended.agreement(PACT, STATES, within=True, status="suspended")
    agreement = the_agreement(merged(suspended, signed, ratified))
    assert course(agreement) == [("signed", "2031-06-18"), ("in force", "2032-02-01"), ("suspended", "2033-05-04")]
    assert agreement.status is AgreementStatus.SUSPENDED
    assert [[e.source for e in step.evidence] for step in agreement.steps] == [["a"], ["b"], ["c"]]
    assert agreement.steps[1].evidence[0].quote == f"Norland ratified the {PACT}"


def test_a_year_and_a_day_in_it_are_one_signing_on_that_day(telling: Begin, merged: Merged) -> None:
    agreement = the_agreement(
        merged(
            cast(telling("a")).agreement(PACT, STATES, signed="2031", quote=f"the {PACT} signed in 2031"),
            cast(telling("b")).agreement(PACT, STATES, signed="2031-06-18", quote=f"the {PACT} was signed on 18 June"),
            cast(telling("c")).agreement(PACT, STATES, status="signed", quote=f"they signed the {PACT}"),
        )
    )
    assert course(agreement) == [("signed", "2031-06-18")]
    assert [e.source for e in agreement.steps[0].evidence] == ["a", "b", "c"]


def test_talks_come_before_the_signing_however_late_they_are_told(telling: Begin, merged: Merged) -> None:
    agreement = the_agreement(
        merged(
            cast(telling("a", "2031-06-20")).agreement(PACT, STATES, signed="2031-06-18", quote=f"signed the {PACT}"),
            cast(telling("b", "2032-01-01")).agreement(PACT, STATES, quote=f"They negotiated the {PACT} for years"),
        )
    )
    assert course(agreement) == [("negotiating", None), ("signed", "2031-06-18")]
    assert agreement.status is AgreementStatus.SIGNED


def test_a_pact_suspended_restored_and_suspended_again_has_all_three_steps(telling: Begin, merged: Merged) -> None:
    agreement = the_agreement(
        merged(
            cast(telling("a", "2031-01-01")).agreement(PACT, STATES, quote=f"Sudia suspended the {PACT}"),
            cast(telling("b", "2032-01-01")).agreement(PACT, STATES, quote=f"the {PACT} is in force again"),
            cast(telling("c", "2033-01-01")).agreement(PACT, STATES, quote=f"Norland suspended the {PACT}"),
        )
    )
    assert [step.status.value for step in agreement.steps] == ["suspended", "in force", "suspended"]
    assert agreement.status is AgreementStatus.SUSPENDED


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(f"Norland did not ratify the {PACT}", id="denied"),
        pytest.param(f"Norland may ratify the {PACT}", id="possible"),
        pytest.param(f"Only two ports have ratified the {PACT}", id="by a few"),
        pytest.param(f"Norland urged Sudia to ratify the {PACT}", id="wished"),
    ],
)
def test_what_is_not_reached_is_no_step(telling: Begin, merged: Merged, quote: str) -> None:
    agreement = the_agreement(merged(cast(telling("a")).agreement(PACT, STATES, quote=quote, status="in force")))
    assert agreement.steps == []


def test_a_signing_that_is_planned_is_no_step(telling: Begin, merged: Merged) -> None:
    article = cast(telling("a")).event(
        "Norland signs pact", "AGREE", f"Norland @signs@ the {PACT} next week", "Norland", status="planned"
    )
    assert the_agreement(merged(article.agreement(PACT, STATES, within=True))).steps == []


def test_one_of_two_that_leaves_breaks_it_and_one_of_three_does_not(telling: Begin, merged: Merged) -> None:
    quote = f"Norland withdrew from the {PACT}"
    two = the_agreement(merged(cast(telling("a")).agreement(PACT, STATES, quote=quote)))
    assert [step.status for step in two.steps] == [AgreementStatus.BROKEN]
    three = the_agreement(merged(cast(telling("a")).agreement(PACT, [*STATES, "Tarn"], quote=quote)))
    assert three.steps == []


def test_the_end_is_told_by_an_event_that_names_the_pact_elsewhere(telling: Begin, merged: Merged) -> None:
    article = cast(telling("a", "2036-01-02")).agreement(PACT, STATES, signed="2031-06-18", quote=f"the {PACT} of 2031")
    article.event("Pact expires", "OTHER", f"the {PACT} @expired@ on New Year's Day", "Norland", on="2036-01-01")
    agreement = the_agreement(merged(article))
    assert course(agreement)[-1] == ("expired", "2036-01-01")
    assert agreement.status is AgreementStatus.EXPIRED
