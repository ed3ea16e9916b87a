"""Offices that an article gives persons, and whose they are."""

from collections.abc import Callable

import pytest

from generator.language.document import Document
from tests.language.conftest import Read

Reader = Callable[..., Read]


def roles_of(document: Document, name: str) -> set[tuple[str, str | None]]:
    """The titles of a person and the names of those whose offices they are."""
    entity = next(e for e in document.entities if e.name == name)
    return {(r.title, document.entities[r.of].name if r.of is not None else None) for r in entity.roles}


@pytest.mark.parametrize(
    ("sentence", "title", "of"),
    [
        # before the name
        ("Norway's Defence Minister Ana Brandt spoke.", "Defence Minister", "Norway"),
        ("The minister, Ana Brandt, spoke.", "minister", None),
        ("On Monday Secretary of State Ana Brandt spoke.", "Secretary of State", None),
        ("Israeli PM Ana Brandt spoke.", "PM", "Israel"),
        ("Governor-elect Ana Brandt spoke.", "Governor-elect", None),
        ("A student named Ana Brandt spoke.", "student", None),
        ("The head of the Harbour Watch Society (HWS), Ana Brandt, spoke.", "head", "Harbour Watch Society"),
        ("A member of the Harbour Watch Society, Ana Brandt, spoke.", "member", "Harbour Watch Society"),
        ("Ambassador to Norway Ana Brandt spoke.", "Ambassador to Norway", None),
        ("Democrat Ana Brandt voted no.", "Democrat", None),
        ("A Republican, Ana Brandt, voted no.", "Republican", None),
        ("They met Emil Sand's sister Ana Brandt.", "sister", "Emil Sand"),
        # behind it
        ("Ana Brandt, the prime minister of Norway, spoke.", "prime minister", "Norway"),
        ("Ana Brandt, 52, a former judge, spoke.", "judge", None),
        ("Ana Brandt (D-NY), chair of the Harbour Watch Society, spoke.", "chair", "Harbour Watch Society"),
        ("Ana Brandt, formerly a deputy administrator at FEMA, spoke.", "deputy administrator", "FEMA"),
        ("Ana Brandt, wife of Emil Sand, spoke.", "wife", "Emil Sand"),
        ("Ana Brandt, a member of Parliament, spoke.", "member of Parliament", None),
        # by a verb
        ("Ana Brandt is the president of Norway.", "president", "Norway"),
        ("Ana Brandt was serving as Emil Sand's personal lawyer.", "personal lawyer", "Emil Sand"),
        ("Ana Brandt, who was elected mayor in 2019, spoke.", "mayor", None),
        ("Ana Brandt, who resigned as chair of the Harbour Watch Society, spoke.", "chair", "Harbour Watch Society"),
        ("Ana Brandt was sworn in as governor on Friday.", "governor", None),
        ("Emil Sand appointed Ana Brandt as director of the bank.", "director", None),
        ("Ana Brandt has been named ambassador to Norway.", "ambassador to Norway", "Norway"),
    ],
)
def test_a_title_beside_a_name_is_a_role(read: Reader, sentence: str, title: str, of: str | None) -> None:
    assert (title, of) in roles_of(read(sentence).document, "Ana Brandt")


def test_the_title_of_the_next_person_is_not_this_ones(read: Reader) -> None:
    document = read("French President Emil Sand, German Chancellor Ana Brandt and Kosta Orlow met.").document
    assert roles_of(document, "Emil Sand") == {("President", "France")}
    assert roles_of(document, "Ana Brandt") == {("Chancellor", "Germany")}


def test_the_person_whose_wife_somebody_is_gets_no_role(read: Reader) -> None:
    assert roles_of(read("Ana Brandt, wife of Emil Sand, spoke.").document, "Emil Sand") == set()


def test_persons_listed_behind_a_plural_title_share_it(read: Reader) -> None:
    document = read("Presidents Emil Sand of Norway and Ana Brandt of Spain met.").document
    assert roles_of(document, "Emil Sand") == {("President", "Norway")}
    assert roles_of(document, "Ana Brandt") == {("President", "Spain")}


def test_what_listed_persons_serve_as_is_the_role_of_each(read: Reader) -> None:
    document = read("The letter was signed by Emil Sand, Ana Brandt and Kosta Orlow, who serve as judges.").document
    assert [("judge", None) in roles_of(document, n) for n in ("Emil Sand", "Ana Brandt", "Kosta Orlow")] == [True] * 3


def test_a_denied_office_is_no_role(read: Reader) -> None:
    assert roles_of(read("Ana Brandt is not the president of Norway.").document, "Ana Brandt") == set()


def test_who_names_somebody_to_an_office_does_not_hold_it(read: Reader) -> None:
    document = read("Emil Sand appointed Ana Brandt as director of the bank.").document
    assert roles_of(document, "Emil Sand") == set()
