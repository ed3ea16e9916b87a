"""Positions told by a noun."""

from collections.abc import Callable

import pytest

from tests.language.conftest import Read

type Reader = Callable[..., Read]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt's demands include a second vote.",
        "The demands of Ana Brandt include a second vote.",
        "Despite criticism by Ana Brandt, the ships left.",
        "The plan drew sharp criticism from Ana Brandt.",
        "Ana Brandt's claim that the harbour was lost has no basis.",
        "There were calls by Ana Brandt for a second vote.",
        "The vote was, in the words of Ana Brandt, a farce.",
        "In Ana Brandt's view, the vote was a farce.",
    ],
)
def test_a_position_told_by_a_noun_is_a_statement(read: Reader, text: str) -> None:
    assert read(text).speakers() == ["Ana Brandt"]


@pytest.mark.parametrize(
    "text",
    [
        "Criticism of Ana Brandt grew.",
        "Ana Brandt's call with Martin Keller lasted an hour.",
        "The ships left without Ana Brandt's view of the sea.",
    ],
)
def test_a_noun_about_somebody_is_no_statement_of_theirs(read: Reader, text: str) -> None:
    assert read(text).statements() == []


def test_the_clause_of_a_claim_is_its_evidence(read: Reader) -> None:
    told = read("Ana Brandt's claim that the harbour was lost has no basis.")
    assert told.statements() == [("Ana Brandt", "Ana Brandt's claim that the harbour was lost")]
