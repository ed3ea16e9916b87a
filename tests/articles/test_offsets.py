"""Offsets of blocks count code points of the cleaned text, whatever writing the article is in."""

import tempfile
import unicodedata
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.articles import ArticleError, read_article
from generator.model import Article

WORDS = st.sampled_from(
    [
        "treaty",
        "Norland",
        "река",
        "договор",
        "条约",
        "署名",
        "조약",
        "معاهدة",
        "אמנה",
        "สนธิสัญญา",
        "👩\u200d🌾",
        "🇳🇴",
        "cafe\u0301",
        "Zoe\u0308",
        "𝔗reaty",
        "U.S.",
        "“so”",
        "a\u0328\u0301b",
        "\u202eabc\u202c",
        "x\u00ad-y",
        "&amp;",
        "<b>",
        "•",
        "2024-01-15",
        "By",
        "Share",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30).map(lambda words: " ".join(words) + ".")
LINES = st.one_of(SENTENCES, st.lists(WORDS, min_size=1, max_size=6).map(" ".join), st.text(max_size=40))
PAGES = st.lists(LINES, min_size=1, max_size=12)
LINE_ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2029", "\n   "])


def article_from(text: str, name: str) -> Article | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text.encode("utf-8", "ignore"))
        try:
            return read_article(path, Path(folder))
        except ArticleError as error:
            message = str(error)
    assert "\n" not in message
    return None


@settings(max_examples=150, deadline=None)
@given(PAGES, LINE_ENDS, st.sampled_from(["page.txt", "page.md"]))
def test_blocks_are_the_paragraphs_of_the_text(lines: list[str], line_end: str, name: str) -> None:
    article = article_from(line_end.join(lines), name)
    if article is None:
        return
    text = article.source.text
    paragraphs = [text[block.start : block.end] for block in article.blocks]
    assert "\n\n".join(paragraphs) == text
    assert all(paragraph.strip() == paragraph and paragraph and "\n" not in paragraph for paragraph in paragraphs)
    assert unicodedata.is_normalized("NFC", text)
    assert not any(unicodedata.category(character) in {"Cc", "Co", "Cs"} for character in text.replace("\n", ""))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["река", "条约", "조약", "معاهدة", "אמנה", "🇳🇴", "Zoë", "treaty", "river"]),
            min_size=26,
            max_size=40,
        ),
        min_size=1,
        max_size=5,
    ),
    LINE_ENDS,
)
def test_no_word_of_prose_is_lost(bodies: list[list[str]], line_end: str) -> None:
    sentences = [" ".join(words) + "." for words in bodies]
    parting = (
        line_end
        if line_end.strip("\r\n\u2029 ") == line_end and line_end.count("\n") + line_end.count("\u2029") > 1
        else "\n\n"
    )
    article = article_from(parting.join(["Norland signs treaty at last", *sentences]), "page.txt")
    assert article is not None
    assert article.source.text.split() == " ".join(["Norland signs treaty at last", *sentences]).split()


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=300))
def test_any_text_gives_an_article_or_one_clear_line(text: str) -> None:
    article = article_from(text, "page.txt")
    assert article is None or article.source.text.strip()


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_same_bytes_give_the_same_article(lines: list[str]) -> None:
    assert article_from("\n\n".join(lines), "page.txt") == article_from("\n\n".join(lines), "page.txt")
