"""Long texts in pieces: where they are cut, and that every character stays where it was."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language import Pipeline, pieces
from generator.model import Article, Block, Source


def article(*paragraphs: str, headings: tuple[int, ...] = ()) -> Article:
    """An article of paragraphs, those at some positions being headings."""
    blocks, text = [], ""
    for number, paragraph in enumerate(paragraphs):
        text += "\n\n" if text else ""
        kind = "heading" if number in headings else "prose"
        blocks.append(Block.model_validate({"start": len(text), "end": len(text) + len(paragraph), "kind": kind}))
        text += paragraph
    return Article(source=Source(id="a", path="a.txt", sha256="0", title="a", text=text), blocks=blocks)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of a few sentences."""
    for name, value in {"WHOLE": 200, "_PIECE": 150, "_PARAGRAPH": 120, "_CUT_BACK": 60}.items():
        monkeypatch.setattr(pieces, name, value)


SENTENCE = "The ministers of Norland met in Tarsk again. "
PARAGRAPH = SENTENCE.strip()


def test_an_article_of_ordinary_length_is_one_piece() -> None:
    whole = article(*[PARAGRAPH] * 200)
    assert [(piece.start, piece.article) for piece in pieces.pieces(whole)] == [(0, whole)]


@pytest.mark.usefixtures("small")
def test_a_long_article_is_cut_between_paragraphs_and_nothing_is_lost() -> None:
    whole = article(*[f"{PARAGRAPH} Round {number}." for number in range(12)])
    parts = pieces.pieces(whole)
    assert len(parts) > 3
    for part in parts:
        text = part.article.source.text
        assert whole.source.text[part.start : part.start + len(text)] == text
        assert text.startswith("The ministers")
        assert len(text) <= 150
    told = [part.article.source.text[b.start : b.end] for part in parts for b in part.article.blocks]
    assert told == [whole.source.text[b.start : b.end] for b in whole.blocks]


@pytest.mark.usefixtures("small")
def test_a_piece_ends_before_a_late_heading() -> None:
    whole = article(PARAGRAPH, PARAGRAPH, PARAGRAPH[:28], "Border", PARAGRAPH, PARAGRAPH, headings=(3,))
    assert pieces.pieces(whole)[1].article.source.text.startswith("Border")


@pytest.mark.usefixtures("small")
def test_a_paragraph_that_is_too_long_is_cut_between_sentences() -> None:
    whole = article(SENTENCE * 12)
    parts = pieces.pieces(whole)
    assert len(parts) > 3
    assert all(part.article.source.text.startswith("The ministers") for part in parts)
    assert all(part.article.source.text.endswith("again.") for part in parts)


@pytest.mark.usefixtures("small")
@given(st.lists(st.text("ab .\n", min_size=1, max_size=400).filter(str.strip), min_size=1, max_size=6))
def test_pieces_of_any_text_stand_where_they_say_and_hold_all_of_its_words(paragraphs: list[str]) -> None:
    whole = article(*[paragraph.strip() for paragraph in paragraphs])
    parts = pieces.pieces(whole)
    held = "".join(part.article.source.text for part in parts)
    assert "".join(held.split()) == "".join(whole.source.text.split())
    for part in parts:
        text = part.article.source.text
        assert whole.source.text[part.start : part.start + len(text)] == text
        assert all(0 <= b.start < b.end <= len(text) for b in part.article.blocks)
    assert all(a.start < b.start for a, b in itertools.pairwise(parts))


@pytest.mark.parametrize("text", ["word " * 8_000, "w" * 41_000, "First sentence here. Second one there. " * 1_000])
def test_no_part_of_a_paragraph_is_longer_than_the_parser_takes(text: str) -> None:
    cuts = [0, *pieces.cuts_in(text, 0, len(text)), len(text)]
    assert cuts == sorted(set(cuts))
    assert max(b - a for a, b in itertools.pairwise(cuts)) <= 20_000
    assert pieces.cuts_in(text[:20_000], 0, 20_000) == []


def test_a_very_long_paragraph_is_parsed_with_its_offsets(pipeline: Pipeline) -> None:
    whole = article("An opening.", SENTENCE * 600)
    document, _ = pipeline.annotate(whole)
    assert document.doc.text == whole.source.text
    assert all(whole.source.text[token.idx : token.idx + len(token)] == token.text for token in document.doc)
