"""The agreements that an article tells of: name, parties, signing, standing and provisions."""

from collections.abc import Callable

import pytest

from generator.model import Agreement
from tests.distil.conftest import Told

type Tell = Callable[..., Told]


def agreements(told: Told) -> list[Agreement]:
    return told.distillate.agreements


def parties(told: Told, agreement: Agreement) -> set[str]:
    return {actor.name for actor in told.distillate.actors if actor.id in agreement.parties}


def test_an_agreement_has_its_name_parties_and_day_of_signing(told: Tell) -> None:
    article = told("On Monday, Norland and Sudia signed a comprehensive fisheries treaty.")
    (treaty,) = agreements(article)
    assert treaty.title == "comprehensive fisheries treaty"
    assert parties(article, treaty) == {"Norland", "Sudia"}
    assert treaty.signed is not None
    assert treaty.signed.start.isoformat() == "2031-06-09"
    assert treaty.status == "signed"


def test_the_pact_and_the_deal_are_the_treaty_spoken_of_before(told: Tell) -> None:
    article = told(
        "Norland and Sudia signed a new mutual defense pact.",
        "The pact includes a clause on submarines.",
        "The deal covers the northern islands.",
    )
    (pact,) = agreements(article)
    assert pact.title == "mutual defense pact"
    assert [p.text for p in pact.provisions] == ["includes a clause on submarines", "covers the northern islands"]


def test_an_agreement_is_known_by_what_it_lays_down(told: Tell) -> None:
    article = told(
        "Norland and Sudia signed a strategic partnership agreement.",
        "The agreement includes a mutual defense clause.",
        "The mutual defense pact worries the neighbours.",
    )
    assert [a.title for a in agreements(article)] == ["strategic partnership agreement"]


def test_two_agreements_on_different_matters_are_two(told: Tell) -> None:
    article = told(
        "Norland and Sudia signed a maritime border agreement in May.",
        "The agreement on training Sudian pilots goes further.",
    )
    assert [a.title for a in agreements(article)] == [
        "maritime border agreement",
        "agreement on training Sudian pilots",
    ]


def test_an_agreement_without_a_name_is_called_by_its_parties(told: Tell) -> None:
    article = told("The canal belongs to a pact between Norland and Sudia, which requires free passage for all ships.")
    (pact,) = agreements(article)
    assert pact.title == "pact between Norland and Sudia"
    assert [p.text for p in pact.provisions] == ["requires free passage for all ships"]


def test_who_leaves_a_treaty_was_a_party_to_it(told: Tell) -> None:
    article = told("Norland withdrew from a nuclear treaty with Sudia.")
    (treaty,) = agreements(article)
    assert parties(article, treaty) == {"Norland", "Sudia"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Norland and Sudia have pulled out of the Open Skies Treaty.",
        "The Open Skies Treaty, signed by Norland and Sudia, expired.",
        "Norland and Sudia violated the Open Skies Treaty.",
    ],
)
def test_parties_are_told_by_what_only_a_party_does(told: Tell, sentence: str) -> None:
    article = told(sentence)
    (treaty,) = agreements(article)
    assert parties(article, treaty) == {"Norland", "Sudia"}


def test_rebels_are_a_side_and_ministers_are_not(told: Tell) -> None:
    article = told("Norland and the rebels signed a ceasefire agreement.")
    assert parties(article, agreements(article)[0]) == {"Norland", "rebels"}
    article = told("Ministers of Norland and Sudia signed a fisheries treaty.")
    assert parties(article, agreements(article)[0]) == {"Norland", "Sudia"}


def test_what_was_agreed_in_a_deal_is_its_provision(told: Tell) -> None:
    article = told(
        "Norland and Sudia signed a border deal.", "In the deal, Norland and Sudia agreed on a line through the gulf."
    )
    (deal,) = agreements(article)
    assert [p.text for p in deal.provisions] == ["agreed on a line through the gulf"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Norland and Sudia are negotiating a trade agreement.", "negotiating"),
        ("Norland violated the fisheries treaty with Sudia.", "broken"),
        ("Norland suspended the fisheries treaty with Sudia.", "suspended"),
        ("Norland proposed a trade treaty with Sudia.", "proposed"),
        ("The fisheries treaty between Norland and Sudia expired.", "expired"),
    ],
)
def test_where_an_agreement_stands(told: Tell, sentence: str, status: str) -> None:
    (agreement,) = agreements(told(sentence))
    assert agreement.status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "The parliament of Norland adopted a law on fisheries.",
        "The trial is subject to agreement on the procedures.",
        "Norland and Sudia enjoy a stronger alliance than before.",
        "The government likes deals.",
    ],
)
def test_laws_relations_and_agreement_in_general_are_none(told: Tell, sentence: str) -> None:
    assert agreements(told(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Norland and Sudia will sign a fisheries treaty next month.", "proposed"),
        ("Norland is refusing to sign the fisheries treaty with Sudia.", "proposed"),
        ("Norland and Sudia signed a fisheries treaty. It was ratified in May.", "signed"),
        ("The fisheries treaty between Norland and Sudia entered into force in 2030.", "in force"),
        ("The ceasefire between Norland and Sudia collapsed on Monday.", "broken"),
        ("The Kelm Agreement between Norland and Sudia ended the war.", None),
    ],
)
def test_what_is_only_ahead_is_not_told_as_reached(told: Tell, sentence: str, status: str | None) -> None:
    (agreement,) = agreements(told(sentence))
    assert agreement.status == status


def test_a_truce_is_the_ceasefire_told_before(told: Tell) -> None:
    (ceasefire,) = agreements(told("Norland and Sudia agreed a ten-day ceasefire.", "The truce collapsed on Monday."))
    assert ceasefire.title == "ten-day ceasefire"
    assert ceasefire.status == "broken"


def test_treaties_named_by_one_place_are_two_and_another_matter_is_a_third(told: Tell) -> None:
    article = told(
        "Sudia withdrew from the Kelm Arms Treaty.",
        "The parliament of Norland ratified the Kelm fisheries agreement.",
        "The mine reached a settlement with its workers.",
        "Under the peace deal, the rebels lay down their arms.",
    )
    titles = [a.title for a in agreements(article)]
    assert titles == ["Kelm Arms Treaty", "Kelm fisheries agreement", "settlement", "peace deal"]


def test_the_city_in_a_name_is_where_it_was_signed_and_no_party(told: Tell) -> None:
    article = told("The raids were in violation of the 2024 Brenholm Ceasefire Agreement.")
    (ceasefire,) = agreements(article)
    assert ceasefire.title == "Brenholm Ceasefire Agreement"
    assert ceasefire.parties == []
    assert ceasefire.status == "broken"


@pytest.mark.parametrize(
    "name",
    ["Convention on the Rights of the Child", "Convention against Torture", "Convention for the Protection of Rivers"],
)
def test_a_convention_is_named_with_its_matter(told: Tell, name: str) -> None:
    (convention,) = agreements(told(f"The {name} forbids it.", "However, Sudia did not respect it."))
    assert convention.title == name


def test_who_signed_with_whom_may_stand_before_what_was_signed(told: Tell) -> None:
    (protocol,) = agreements(told("Minister Olaf Brandt signed, with Anna Berg, a protocol of intentions."))
    assert protocol.title == "protocol of intentions"


def test_one_sides_deals_are_with_the_others(told: Tell) -> None:
    article = told("Our deals with Norland and Sudia are yielding benefits.")
    (deals,) = agreements(article)
    assert deals.title == "deals with Norland and Sudia"
    assert parties(article, deals) == {"Norland", "Sudia"}


def test_named_treaties_are_as_many_as_their_names(told: Tell) -> None:
    article = told(
        "Norland has pulled out of the Open Skies Treaty.",
        "The Long-Range Missile Forces Treaty banned missiles.",
        "The Kelm Agreement of 2019 came into force.",
    )
    found = agreements(article)
    assert [a.title for a in found] == ["Open Skies Treaty", "Long-Range Missile Forces Treaty", "Kelm Agreement"]
    assert found[2].signed is not None
    assert found[2].signed.start.year == 2019


def test_who_agrees_to_a_deal_has_concluded_it(told: Tell) -> None:
    (deal,) = agreements(told("Norland and Sudia agreed to a ten-year arms deal.", "The accord foresees patrols."))
    assert deal.title == "ten-year arms deal"
