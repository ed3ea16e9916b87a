"""One treaty under several names."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.model import AgreementStatus, Brief

if TYPE_CHECKING:
    from tests.merge.conftest import Telling

type Begin = Callable[..., "Telling"]
type Merged = Callable[..., Brief]

STATES = ["Norland", "Sudia"]


def cast(article: "Telling") -> "Telling":
    return article.actor("Norland", "state").actor("Sudia", "state").actor("Tarn", "state")


def test_pact_treaty_and_agreement_of_the_same_parties_are_one_with_all_provisions(
    telling: Begin, merged: Merged
) -> None:
    brief = merged(
        cast(telling("a")).agreement(
            "comprehensive fisheries partnership treaty",
            STATES,
            "includes a clause on shared patrols",
            signed="2031-06-18",
        ),
        cast(telling("b")).agreement(
            "fisheries partnership pact", STATES, "The pact includes a clause on shared patrols"
        ),
        cast(telling("c")).agreement("fisheries partnership agreement", STATES, "opens two ports to trawlers"),
    )
    (agreement,) = brief.agreements
    assert agreement.title == "comprehensive fisheries partnership treaty"
    assert agreement.aliases == ["fisheries partnership agreement", "fisheries partnership pact"]
    assert agreement.signed is not None
    assert agreement.signed.start.isoformat() == "2031-06-18"
    assert [p.text for p in agreement.provisions] == [
        "includes a clause on shared patrols",
        "opens two ports to trawlers",
    ]
    assert {e.source for e in agreement.provisions[0].evidence} == {"a", "b"}


def test_a_treaty_of_other_parties_is_another(telling: Begin, merged: Merged) -> None:
    brief = merged(
        cast(telling("a")).agreement("fisheries partnership pact", STATES),
        cast(telling("b")).agreement("fisheries partnership pact", ["Tarn"]),
    )
    assert len(brief.agreements) == 2


def test_treaties_signed_on_different_days_are_two(telling: Begin, merged: Merged) -> None:
    brief = merged(
        cast(telling("a")).agreement("fisheries partnership pact", STATES, signed="2031-06-18"),
        cast(telling("b")).agreement("fisheries partnership pact", STATES, signed="2035-01-02"),
    )
    assert len(brief.agreements) == 2


def test_the_pact_without_a_name_is_the_one_pact_of_these_parties(telling: Begin, merged: Merged) -> None:
    brief = merged(
        cast(telling("a")).agreement("fisheries partnership pact", STATES),
        cast(telling("b")).agreement("deal", STATES),
    )
    assert [agreement.aliases for agreement in brief.agreements] == [["deal"]]


def test_the_pact_without_a_name_joins_none_of_two(telling: Begin, merged: Merged) -> None:
    brief = merged(
        cast(telling("a")).agreement("fisheries partnership pact", STATES).agreement("extradition treaty", STATES),
        cast(telling("b")).agreement("deal", STATES),
    )
    assert len(brief.agreements) == 3


def test_the_latest_article_says_where_it_stands(telling: Begin, merged: Merged) -> None:
    brief = merged(
        cast(telling("a", "2031-06-18")).agreement("fisheries partnership pact", STATES, status="in force"),
        cast(telling("b", "2033-06-18")).agreement("fisheries partnership pact", STATES, status="suspended"),
        cast(telling("c", "2032-06-18")).agreement("fisheries partnership pact", STATES, status="signed"),
    )
    assert [agreement.status for agreement in brief.agreements] == [AgreementStatus.SUSPENDED]
