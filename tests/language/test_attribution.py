"""Who says what: speakers of quotations, reported speech and positions."""

from collections.abc import Callable

import pytest

from generator.language.speech_spans import LONGEST
from tests.language.conftest import Read

type Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ana Brandt said, "We will rebuild the harbour before winter."', "Ana Brandt"),
        ('"We will rebuild the harbour before winter," Ana Brandt said.', "Ana Brandt"),
        ('"We will rebuild the harbour before winter," said Ana Brandt, who leads the council.', "Ana Brandt"),
        ('"The harbour will be rebuilt before winter." Ana Brandt said.', "Ana Brandt"),
        ('Ana Brandt wrote on Twitter: "We will rebuild the harbour before winter."', "Ana Brandt"),
        ('According to Ana Brandt, the harbour was "burnt down to the last plank of wood."', "Ana Brandt"),
        ('The Daily Herald quoted Ana Brandt as saying "the harbour will be rebuilt before winter".', "Ana Brandt"),
        ('Speaking to Martin Keller of the Daily Herald, Ana Brandt said, "The harbour will reopen."', "Ana Brandt"),
    ],
)
def test_a_quotation_has_the_speaker_that_its_sentence_names(read: Reader, text: str, speaker: str) -> None:
    assert read(text).speakers() == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Brandt said the harbour would be rebuilt.", "Ana Brandt"),
        ("Ana Brandt called on Japan to release the ships.", "Ana Brandt"),
        ("Ana Brandt condemned the raid on the harbour.", "Ana Brandt"),
        ("Ana Brandt asked the minister to resign.", "Ana Brandt"),
        ("The raid was condemned by Ana Brandt.", "Ana Brandt"),
        ("The harbour was burnt down, according to Ana Brandt.", "Ana Brandt"),
        ("Ana Brandt described the raid as an act of piracy.", "Ana Brandt"),
        ("Ana Brandt claimed responsibility for the raid.", "Ana Brandt"),
        ("Ana Brandt raised concerns about the harbour.", "Ana Brandt"),
        ("Ana Brandt defended the law.", "Ana Brandt"),
        ("Ana Brandt ruled out a second vote.", "Ana Brandt"),
        ("Ana Brandt committed to holding a second vote.", "Ana Brandt"),
        ("Ana Brandt replied that the harbour was closed.", "Ana Brandt"),
        ("Ana Brandt puts the cost of the harbour at two million.", "Ana Brandt"),
        ("Ana Brandt was critical of the law.", "Ana Brandt"),
        ("Ana Brandt is opposed to a second harbour.", "Ana Brandt"),
        ("Two ships have been lost, per Ana Brandt.", "Ana Brandt"),
        ("The harbour, Ana Brandt said, was burnt down.", "Ana Brandt"),
        ("The harbour is believed by Ana Brandt to have burnt down.", "Ana Brandt"),
    ],
)
def test_speech_without_quotation_marks_is_a_statement_too(read: Reader, text: str, speaker: str) -> None:
    assert read(text).speakers() == [speaker]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("According to the Daily Herald, Ana Brandt believes the raid will fail.", ["Ana Brandt"]),
        ("According to a poll by the Daily Herald, Ana Brandt opposes the raid.", ["Daily Herald", "Ana Brandt"]),
        ("According to the Daily Herald, the raid failed.", ["Daily Herald"]),
    ],
)
def test_what_another_passes_on_is_said_by_whom_it_tells_of(read: Reader, text: str, speakers: list[str]) -> None:
    assert {*read(text).speakers()} == {*speakers}


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt did not say when the harbour would reopen.",
        "Ana Brandt could announce a date next week.",
        "Ana Brandt plans to announce a date.",
        "The storm claimed twelve lives in Japan.",
        "Japan denied entry to the ships.",
        "Ana Brandt defended her title.",
        "The judge dismissed the lawsuit.",
        "The ships left early, suggesting that the harbour was unsafe.",
        "Taxes rise by two crowns per day.",
        "The pupils sat in the hall, attached to the Brandt device called the E-meter.",
        "The other two winners were Ana Brandt from the Labour Party and Eva Moor of the Civic Party, both considered "
        "to be in the moderate camp.",
        "The document, which had a stamp on every page, detailed the flaws of the harbour.",
        "On the form, it referred to Japan as the harbour master.",
        'Japan is governed under the "two houses, one crown" model.',
    ],
)
def test_what_nobody_has_said_is_no_statement(read: Reader, text: str) -> None:
    assert read(text).statements() == []


def test_a_name_between_commas_speaks_rather_than_the_description_before_it(read: Reader) -> None:
    told = read(
        "A member of the Japanese Parliament, Ana Brandt said the port was lost.",
        "The spokesman for the harbour union (HU), Martin Keller, said the port would be rebuilt.",
    )
    assert told.speakers() == ["Ana Brandt", "Martin Keller"]


def test_a_quotation_goes_on_after_the_verb_that_attributes_it(read: Reader) -> None:
    told = read('"The harbour is lost," said Ana Brandt. "We will build another one. It will be larger."')
    assert told.speakers() == ["Ana Brandt"]
    assert told.statements()[0][1].endswith("We will build another one. / It will be larger.")


def test_a_participle_belongs_to_its_verb_and_a_second_verb_is_a_second_statement(read: Reader) -> None:
    told = read("Ana Brandt criticised the raid, calling it an act of piracy. She added that ships would be sent.")
    assert [words.split()[0] for _, words in told.statements()] == ["Ana", "She"]
    assert told.speakers() == ["Ana Brandt", "Ana Brandt"]


def test_a_headline_is_told_again_in_the_body(read: Reader) -> None:
    told = read("On Monday, Ana Brandt condemned the raid.", headline="Ana Brandt condemns raid on harbour")
    assert len(told.acts) == 1
    assert [told.document.text[a:b] for a, b in told.acts[0].spans][-1] == "Ana Brandt condemns raid on harbour"


def test_a_statement_speaks_for_whoever_issued_it(read: Reader) -> None:
    told = read(
        "The Harbour Workers Union released a statement on Monday.",
        'The ships had been sold. "We will stop work until every one of them is back in port," the statement read.',
    )
    assert told.speakers() == ["Harbour Workers Union"]


def test_words_of_a_study_without_an_author_are_kept_unattributed(read: Reader) -> None:
    assert read("The study found that the harbour loses a metre of sand a year.").speakers() == [None]


def test_studies_in_general_are_nobody(read: Reader) -> None:
    assert read("Studies suggest that harbours lose a metre of sand a year.").statements() == []


def test_they_who_speak_are_who_spoke_before_rather_than_whom_these_named(read: Reader) -> None:
    told = read(
        "Two shopkeepers said that the raid would ruin the fishermen of Japan. They called on the mayor to resign."
    )
    assert told.speakers() == ["shopkeepers", "shopkeepers"]


def test_a_name_beside_a_participle_is_its_speaker(read: Reader) -> None:
    told = read('The senators left, with Ana Brandt calling the vote "a farce" and Martin Keller calling it "a shame".')
    assert told.speakers() == ["Ana Brandt", "Martin Keller"]


def test_a_question_put_by_nobody_named_is_no_statement(read: Reader) -> None:
    told = read("Asked whether the harbour would reopen, Ana Brandt said that it was too early to say.")
    assert told.speakers() == ["Ana Brandt"]


def test_who_reported_a_quotation_is_not_its_speaker(read: Reader) -> None:
    told = read('Ana Brandt said, as reported by the Daily Herald, "The harbour will be rebuilt before winter."')
    assert told.speakers() == ["Ana Brandt"]


def test_people_without_a_name_speak(read: Reader) -> None:
    assert read("Two shopkeepers said that the harbour had been empty for days.").speakers() == ["shopkeepers"]


def test_i_and_we_in_a_quotation_mean_the_speaker(read: Reader) -> None:
    assert read('"We will send the ships when I say so," said Ana Brandt.').meaning("We") == ["Ana Brandt"]


def test_an_according_to_in_the_next_paragraph_does_not_name_the_speaker(read: Reader) -> None:
    told = read(
        '"The only way is to build another harbour," tweeted Ana Brandt. "That is the only way left to us."',
        "According to the Daily Herald, the harbour was built in 1820.",
    )
    assert told.speakers()[0] == "Ana Brandt"
    assert "only way left" in told.statements()[0][1]


def test_evidence_is_short_even_where_the_sentence_is_long(quotes: Callable[..., list[str]]) -> None:
    told = ", ".join(f"the {n} ships of the fleet would sail" for n in range(40))
    found = quotes(f"Ana Brandt said that {told}.")
    assert found
    assert all(len(quote.split()) <= LONGEST for quote in found)
    assert found[0].startswith("Ana Brandt said")


def test_words_quoted_within_reported_speech_are_those_of_the_speaker(read: Reader) -> None:
    told = read(
        "Ana Brandt told the Daily Herald that on October 6 after travelling back from Japan, Keller "
        '"walked into the lobby of the station and turned himself in", and told officers he was sorry.'
    )
    assert told.speakers()[0] == "Ana Brandt"


def test_they_are_the_last_who_spoke_rather_than_a_group_that_never_speaks(read: Reader) -> None:
    told = read(
        "Half of all pupils are short of zinc, researchers say. A new study of zinc in Japanese school children has "
        "shown that many get too little. They say that flour should be enriched."
    )
    assert told.speakers()[-1] == "researchers"
