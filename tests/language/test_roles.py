"""Offices that an article gives persons, and whose they are."""

from collections.abc import Callable

import pytest

from generator.language.document import Document
from generator.model import Kind
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
        ("The managing director of Harbour Watch Ana Brandt spoke.", "managing director", "Harbour Watch"),
        ("The head of the Karsk chapter of the Harbour Watch Ana Brandt spoke.", "head", "Harbour Watch"),
        ("The special assessor of the Harbour Watch, Ana Brandt, spoke.", "special assessor", "Harbour Watch"),
        ("They toppled the rebel leadership of Ana Brandt.", "leader", None),
        ("Former Ambassador to Japan Ana Brandt spoke.", "Ambassador to Japan", None),
        ("Federal Minister for Health Ana Brandt spoke.", "Federal Minister for Health", None),
        ("Transport Canada spokeswoman Ana Brandt spoke.", "spokeswoman", "Transport Canada"),
        ("Her ex-husband and Berg's son, Ana Brandt, spoke.", "ex-husband", None),
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
        ("His running mate, Ana Brandt, spoke.", "running mate", None),
        ("The judge Ana Brandt spoke.", "judge", None),
        ("Justice minister Dr Ana Brandt spoke.", "Justice minister", None),
        ("On Monday businessman and party loyalist Ana Brandt spoke.", "businessman", None),
        ("NASA president and chair Ana Brandt spoke.", "president", "NASA"),
        ("NASA president and chair Ana Brandt spoke.", "chair", "NASA"),
        (
            "Amnesty International's deputy Asia director Ana Brandt spoke.",
            "deputy Asia director",
            "Amnesty International",
        ),
        ("On Monday President Ana Brandt of Norway spoke.", "President", "Norway"),
        ("The governor of Norway, General Ana Brandt, spoke.", "governor", "Norway"),
        ("Senator Ana Brandt (R-Texas) spoke.", "Senator", "Texas"),
        ("Gov. Ana Brandt spoke.", "Governor", None),
        ("The head of the parliament's trade committee, Ana Brandt, spoke.", "head", None),
        ("The wife of a US diplomat, Ana Brandt, spoke.", "wife", None),
        ("Parliament elected Ana Brandt president on Friday.", "president", None),
        ("The governor replaced Emil Sand with Ana Brandt as trade minister.", "trade minister", None),
        ('"No," said a protester using the pseudonym Ana Brandt.', "protester", None),
        ("A miner who gave her name as Ana Brandt spoke.", "miner", None),
        # behind it
        ("Ana Brandt, the prime minister of Norway, spoke.", "prime minister", "Norway"),
        ("Ana Brandt, 52, a former judge, spoke.", "judge", None),
        ("Ana Brandt, professor of marine biology at Harbour College, spoke.", "professor", "Harbour College"),
        ("Ana Brandt, an adviser to the president, spoke.", "adviser to the president", None),
        ("Ana Brandt, Emil Sand's running mate, spoke.", "running mate", "Emil Sand"),
        ("Ana Brandt was forced to resign as mayor on Monday.", "mayor", None),
        ("Ana Brandt stepped down as chairwoman of FEMA.", "chairwoman", "FEMA"),
        ("Ana Brandt (D-NY), chair of the Harbour Watch Society, spoke.", "chair", "Harbour Watch Society"),
        ("Ana Brandt, formerly a deputy administrator at FEMA, spoke.", "deputy administrator", "FEMA"),
        ("Ana Brandt, wife of Emil Sand, spoke.", "wife", "Emil Sand"),
        ("Ana Brandt, a member of Parliament, spoke.", "member of Parliament", None),
        ("Ana Brandt, the Speaker of the House, spoke.", "Speaker of the House", "House"),
        ("Ana Brandt, one of Emil Sand's aides, spoke.", "aide", "Emil Sand"),
        ("Ana Brandt, a US diplomat's wife, spoke.", "wife", None),
        ("Ana Brandt, deputy prime minister and minister of finance, spoke.", "minister of finance", None),
        ("Ana Brandt, a former judge and chair of the Harbour Watch Society, spoke.", "judge", None),
        ("Ana Brandt, a former judge and chair of the Harbour Watch Society, spoke.", "chair", "Harbour Watch Society"),
        ("Ana Brandt, NASA's director for Norway, spoke.", "director for Norway", "NASA"),
        ("Ana Brandt, state secretary for digital affairs, spoke.", "state secretary for digital affairs", None),
        # by a verb
        ("Ana Brandt is the president of Norway.", "president", "Norway"),
        ("Ana Brandt was serving as Emil Sand's personal lawyer.", "personal lawyer", "Emil Sand"),
        ("Ana Brandt, who was elected mayor in 2019, spoke.", "mayor", None),
        ("Ana Brandt, who resigned as chair of the Harbour Watch Society, spoke.", "chair", "Harbour Watch Society"),
        ("Ana Brandt was sworn in as governor on Friday.", "governor", None),
        ("Emil Sand appointed Ana Brandt as director of the bank.", "director", None),
        ("Ana Brandt has been named ambassador to Norway.", "ambassador to Norway", "Norway"),
        ("Ana Brandt, who heads the Harbour Watch Society, spoke.", "head", "Harbour Watch Society"),
        ("Ana Brandt, who chairs the committee on ports, spoke.", "chair of the committee on ports", None),
        ("The Harbour Watch Society, led by Ana Brandt, sued.", "leader", "Harbour Watch Society"),
        ("The tax was cut during Ana Brandt's presidency.", "president", None),
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


def test_persons_set_off_behind_a_plural_title_share_it(read: Reader) -> None:
    document = read(
        "The court has removed only two judges in the history of the port, Emil Sand and Ana Brandt."
    ).document
    assert roles_of(document, "Emil Sand") == {("judge", None)}
    assert roles_of(document, "Ana Brandt") == {("judge", None)}


def test_a_counterpart_holds_the_office_named_before(read: Reader) -> None:
    document = read("Norway's trade minister, Emil Sand, met his Spanish counterpart, Ana Brandt.").document
    assert roles_of(document, "Ana Brandt") == {("trade minister", "Spain")}


def test_a_description_by_age_means_the_subject_named_last(read: Reader) -> None:
    document = read("Ana Brandt criticised the bank. The 61-year-old economist left it in May.").document
    assert ("economist", None) in roles_of(document, "Ana Brandt")


def test_two_set_off_as_both_holding_an_office_hold_it(read: Reader) -> None:
    document = read("Emil Sand and Ana Brandt, both lawyers, resigned.").document
    assert roles_of(document, "Emil Sand") == roles_of(document, "Ana Brandt") == {("lawyer", None)}


def test_a_title_that_nobody_bears_is_that_of_the_subject_before(read: Reader) -> None:
    document = read("Ana Brandt resigned on Monday. The governor said she would leave the island.").document
    assert roles_of(document, "Ana Brandt") == {("governor", None)}


def test_a_title_that_somebody_else_bears_is_not_that_of_the_subject_before(read: Reader) -> None:
    document = read(
        "Governor Emil Sand met Ana Brandt. Ana Brandt resigned. The governor said she would leave."
    ).document
    assert roles_of(document, "Ana Brandt") == set()


def test_a_headline_gives_an_office_without_its_verb(read: Reader) -> None:
    document = read("Ana Brandt won on Sunday.", headline="Ana Brandt projected Norway's president-elect").document
    assert ("president-elect", "Norway") in roles_of(document, "Ana Brandt")


def test_a_place_whose_mayor_is_named_holds_no_office(read: Reader) -> None:
    document = read("They landed near Tarsk, whose mayor, Ana Brandt, spoke.").document
    assert roles_of(document, "Ana Brandt") == {("mayor", None)}
    assert [e.name for e in document.entities if e.roles] == ["Ana Brandt"]


def test_the_wife_of_a_diplomat_of_a_state_is_not_of_the_state(read: Reader) -> None:
    assert roles_of(read("Ana Brandt, wife of a US diplomat, spoke.").document, "Ana Brandt") == {("wife", None)}


def test_a_denied_office_is_no_role(read: Reader) -> None:
    assert roles_of(read("Ana Brandt is not the president of Norway.").document, "Ana Brandt") == set()


def test_who_names_somebody_to_an_office_does_not_hold_it(read: Reader) -> None:
    document = read("Emil Sand appointed Ana Brandt as director of the bank.").document
    assert roles_of(document, "Emil Sand") == set()


def test_a_kin_word_that_closes_a_fronted_clause_is_not_the_role_of_the_subject(read: Reader) -> None:
    document = read("After calling to speak with his mother, Emil Sand was put through to a lawyer.").document
    assert roles_of(document, "Emil Sand") == set()


def test_letters_behind_a_name_are_a_role(read: Reader) -> None:
    story = read("They heard the prosecutor, Mark Tedder, QC, on Friday. Tom Molten, SC, said that they were free.")
    assert ("QC", None) in roles_of(story.document, "Mark Tedder")
    assert roles_of(story.document, "Tom Molten") == {("SC", None)}


def test_trades_without_a_capital_are_roles(read: Reader) -> None:
    story = read(
        "The novel was made with illustrator Erik Holm. As coauthor Clara Lund told the paper, it sold well. Ivo Krell,"
        " a practising homeopath, treated him. Kevin Corvin, the voice of the hero, spoke to fans."
    )
    assert roles_of(story.document, "Erik Holm") == {("illustrator", None)}
    assert roles_of(story.document, "Clara Lund") == {("coauthor", None)}
    assert {title.split()[-1] for title, _ in roles_of(story.document, "Ivo Krell")} == {"homeopath"}
    assert roles_of(story.document, "Kevin Corvin") == {("voice", None)}


def test_a_rank_with_a_capital_behind_an_office_is_a_second_role(read: Reader) -> None:
    story = read("Harbour Defence Authority director General Sulan Amr told reporters that all were safe.")
    assert {title for title, _ in roles_of(story.document, "Sulan Amr")} == {"General", "director"}


def test_an_office_before_the_next_name_is_not_the_last_persons(read: Reader) -> None:
    sentence = "He met Ana Brandt, the head of the Harbour Watch Society Erik Dahl, and a reporter."
    document = read(sentence).document
    assert roles_of(document, "Ana Brandt") == set()
    assert roles_of(document, "Erik Dahl") == {("head", "Harbour Watch Society")}


def test_what_somebody_is_declared_to_be_is_no_office_of_the_declarer(read: Reader) -> None:
    document = read("Ana Brandt declared Erik Dahl to be the president.").document
    assert roles_of(document, "Ana Brandt") == set()


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Deputy director for Norway and Sweden, Ana Brandt, said no.", "Deputy director"),
        ("An exiled commander who lives in Norway, Ana Brandt, is backing the plan.", "exiled commander"),
        ("One such aid worker that brought the grain was Ana Brandt.", "aid worker"),
        ("One of the study's authors, Professor Ana Brandt of Harbour College, spoke.", "author"),
        ("Emil Sand lost and Ana Brandt was the only survivor.", "survivor"),
    ],
)
def test_a_title_apart_from_its_name_is_the_persons(read: Reader, sentence: str, title: str) -> None:
    document = read(sentence).document
    assert title in {t for t, _ in roles_of(document, "Ana Brandt")}
    persons = [e.name for e in document.entities if e.kind == Kind.PERSON]
    assert set(persons) <= {"Ana Brandt", "Emil Sand"}


def test_whom_somebody_meets_lends_no_office(read: Reader) -> None:
    read_text = read("After his meeting with the prime minister, General Emil Sand met with President Ana Brandt.")
    assert {t for t, _ in roles_of(read_text.document, "Emil Sand")} == {"General"}
