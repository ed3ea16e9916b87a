"""The text that the parser reads: as long as the source, and easier to parse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.normalise import parser_text
from generator.language.word_forms import with_silent_e
from tests.language.conftest import make_article


def parsed(*paragraphs: str, headline: str | None = None) -> str:
    """What the parser is given of an article."""
    article = make_article(*paragraphs, headline=headline)
    return parser_text(article.source.text, article.blocks)


def test_curly_quotation_marks_become_straight() -> None:
    assert parsed("“We’ll stay,” he said – «here».") == '"We\'ll stay," he said - "here".'


def test_a_title_case_headline_is_written_as_the_body_writes_it() -> None:
    text = parsed(
        "The mayor of Lower Tarn said the harbour would open.", headline="Mayor Of Lower Tarn Opens The Harbour"
    )
    assert text.splitlines()[0] == "Mayor of Lower Tarn opens the harbour"


@pytest.mark.parametrize(
    "dateline", ["TOKYO (Reuters) — ", "TOKYO, March 3 (AP) -- ", "LOWER TARN, Japan (AFP) - ", "TOKYO: "]
)
def test_an_agency_dateline_is_blanked(dateline: str) -> None:
    text = parsed(f"{dateline}The harbour opened on Monday.")
    assert text.strip() == "The harbour opened on Monday."
    assert text.index("The harbour") == len(dateline)


def test_an_editors_full_stop_ends_the_sentence() -> None:
    assert parsed('"The harbour is lost[.]" He left.') == '"The harbour is lost  ." He left.'


@given(st.text(alphabet=st.sampled_from(list("aB .,\"'“”’«»—–[]\r\t🚢\u0301港ش\u200fßİı")), min_size=1, max_size=80))
def test_no_character_is_added_or_lost(text: str) -> None:
    assert len(parsed(text, headline=text.upper() or None)) == len(
        make_article(text, headline=text.upper()).source.text
    )


@pytest.mark.parametrize(
    ("form", "lemma", "base"),
    [
        ("waging", "wag", "wage"),
        ("hoped", "hop", "hope"),
        ("hopped", "hop", "hop"),
        ("visited", "visit", "visit"),
        ("added", "add", "add"),
        ("shown", "show", "show"),
        ("meeting", "meet", "meet"),
    ],
)
def test_a_verb_keeps_its_silent_e(form: str, lemma: str, base: str) -> None:
    assert with_silent_e(form, lemma) == base
