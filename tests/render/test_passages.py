"""Cited passages in a source's text: each has one place to land on, whatever they do to each other."""

import re

import markdown as python_markdown
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.model import Brief, Evidence
from generator.render.pages import pages
from generator.render.passages import marked_paragraphs, paragraphs

TEXT = "One accord was signed.\n\nA second line follows & ends."


def passage(quote: str, text: str = TEXT) -> Evidence:
    start = text.index(quote)
    return Evidence(source="s", start=start, end=start + len(quote), quote=quote)


def marks(*quotes: str) -> list[str]:
    return [str(paragraph.markdown) for paragraph in marked_paragraphs(TEXT, [passage(quote) for quote in quotes])]


def test_a_passage_is_marked_where_it_stands() -> None:
    assert marks("accord") == ['One <mark id="p-4-10">accord</mark> was signed.', "A second line follows &amp; ends."]


def test_a_passage_inside_another_is_a_mark_inside_a_mark() -> None:
    assert marks("One accord was", "accord")[0] == (
        '<mark id="p-0-14">One <mark id="p-4-10">accord</mark> was</mark> signed.'
    )


def test_where_passages_cross_the_later_one_goes_on_in_a_second_piece() -> None:
    first, _ = marked_paragraphs(TEXT, [passage("One accord"), passage("accord was")])

    assert first.markdown == (
        '<mark id="p-0-10">One <mark id="p-4-14">accord</mark></mark><mark data-of="p-4-14"> was</mark> signed.'
    )
    assert first.continued == ["p-4-14"]


def test_a_passage_over_two_paragraphs_begins_in_the_first() -> None:
    assert marks("signed.\n\nA second") == [
        'One accord was <mark id="p-15-32">signed.</mark>',
        '<mark data-of="p-15-32">A second</mark> line follows &amp; ends.',
    ]


def test_a_passage_that_only_names_an_actor_shows_less() -> None:
    first, _ = marked_paragraphs(TEXT, [passage("accord")], names={(4, 10)})
    assert first.markdown == 'One <mark id="p-4-10" class="name">accord</mark> was signed.'


WORDS = st.text(alphabet=st.sampled_from("ab &<*\n\n😀é́ש世.-#1"), min_size=1, max_size=60)


@given(text=WORDS, cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=6))
def test_every_passage_has_one_element_and_its_pieces_are_its_words(text: str, cuts: list[tuple[int, int]]) -> None:
    passages = {
        (start, start + length): Evidence(source="s", start=start, end=start + length, quote=quote)
        for start, length in cuts
        if (quote := text[start : start + length]).strip() and start + length <= len(text)
    }

    page = "\n\n".join(paragraph.markdown for paragraph in marked_paragraphs(text, passages.values()))
    body = html.fragment_fromstring(python_markdown.markdown(page, extensions=["attr_list"]), create_parent="body")

    for cited in passages.values():
        anchor = f"p-{cited.start}-{cited.end}"
        assert len(body.xpath(f"//*[@id='{anchor}']")) == 1
        pieces = body.xpath(f"//mark[@id='{anchor}' or @data-of='{anchor}']")
        assert without_space("".join(piece.text_content() for piece in pieces)) == without_space(cited.quote)


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(text=WORDS)
def test_paragraphs_hold_every_word_once(text: str) -> None:
    found = "".join(text[paragraph.start : paragraph.end] for paragraph in paragraphs(text))
    assert without_space(found) == without_space(text)


def test_only_the_sentences_of_cited_passages_are_shown_where_rights_ask_for_it(strait: Brief) -> None:
    passages = strait.model_copy(update={"source_texts": "passages"})
    texts = {page.path: page.text for page in pages(passages, [])}
    whole = {page.path: page.text for page in pages(strait, [])}
    shown, all_of_it = texts["sources/accord-signed.md"], whole["sources/accord-signed.md"]

    assert "Only the cited passages of this article are shown here" in shown
    for words, stays in (
        ("in the old customs house, in front of some two hundred guests", True),  # the rest of a cited sentence
        ("nine months of talks over who may fish, mine and patrol", True),
        ("Not everyone is content", False),
    ):
        assert words in all_of_it
        assert (words in shown) is stays
    assert "&#91;…&#93;" in shown
    assert set(re.findall(r'id="p-\d+-\d+"', shown)) == set(re.findall(r'id="p-\d+-\d+"', all_of_it))
