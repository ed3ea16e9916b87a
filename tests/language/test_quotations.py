"""Where words stand in quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.normalise import parser_text
from generator.language.quotations import find_quotations
from tests.language.conftest import make_article

ODD = ["🚢", "👩‍🚒", "e\u0301", "港が", "مرفأ", "\u200f", "\r\n", "ß", "naïve", "word"]


def quoted(*paragraphs: str) -> list[str]:
    """The words inside each pair of marks of an article of paragraphs."""
    article = make_article(*paragraphs)
    found = find_quotations(parser_text(article.source.text, article.blocks), article.blocks)
    return [article.source.text[q.start : q.end] for q in found]


@pytest.mark.parametrize("marks", ['""', "“”", "„“", "«»", "‘’", "''"])
def test_all_styles_of_marks_quote(marks: str) -> None:
    assert quoted(f"The mayor said: {marks[0]}We stay here.{marks[1]}") == ["We stay here."]


def test_apostrophes_do_not_quote() -> None:
    assert quoted("The mayors' council didn't meet; it's the union's harbour.") == []


def test_inches_do_not_quote() -> None:
    assert quoted("The man is 6'2\" tall and left.") == []


def test_speech_across_paragraphs_is_open_to_the_end_of_each_but_the_last() -> None:
    assert quoted("“The harbour is lost.", "“We will build another.”") == [
        "The harbour is lost.",
        "We will build another.",
    ]


def test_a_quotation_within_another_is_part_of_it() -> None:
    assert quoted("“They told us ‘stay away’ twice,” he said.") == ["They told us ‘stay away’ twice,"]


@pytest.mark.parametrize(("words", "speech"), [("rescue", False), ("We stay in this harbour", True)])
def test_a_quoted_term_is_no_speech(words: str, speech: bool) -> None:
    article = make_article(f'They call it "{words}".')
    assert [q.is_speech for q in find_quotations(article.source.text, article.blocks)] == [speech]


@given(st.lists(st.sampled_from(ODD), max_size=6), st.lists(st.sampled_from(ODD), min_size=1, max_size=6))
def test_offsets_hold_whatever_the_script(before: list[str], inside: list[str]) -> None:
    words = " ".join(inside)
    if words.strip():
        assert quoted(f"{' '.join(before)} “{words}” end") == [words]
