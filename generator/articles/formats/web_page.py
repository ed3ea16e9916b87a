"""Saved web pages: the main text by trafilatura, with what its authors marked as furniture taken out before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import lxml.html
from lxml import etree

from generator.articles.formats.extracted import Extracted, FormatError, address
from generator.articles.formats.web_clearing import clear
from generator.articles.formats.web_data import article_in_data
from generator.articles.formats.web_encoding import page_text
from generator.articles.formats.web_metadata import article_body, author_on_page, page_description, page_metadata
from generator.articles.formats.web_text import main_text, with_standfirst
from generator.articles.headline import same_headline
from generator.articles.paragraphs import Paragraph
from generator.articles.wording import ends_sentence, weight

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_STUB = 0.6
"""A page's text that has less than this share of the words that its metadata carry in full is a stub."""

_PROSE = 25
"""Words of a paragraph that is text, not a line above it."""

_MOST_ELEMENTS = 100_000

_MOST_ATTRIBUTES = 2_000
"""Of an element. The parser compares each with all others, so that a hundred thousand take it minutes."""

_TAG = re.compile(r"<[A-Za-z][^<>]{10000,}+")
"""The longest tags, which are those with room for so many."""


def read(content: bytes) -> Extracted:
    """The article on a saved page. Raises FormatError if there is no text on it."""
    return read_page(page_text(content))


def read_page(text: str, where: str | None = None) -> Extracted:
    """The article on a page that is given as text. `where` is the address that it was saved from, if known."""
    tree = _parsed(text)
    saved_from = _SAVED_FROM.search(text[:10_000])
    found = page_metadata(tree, address(where) or address(saved_from[1] if saved_from else None))
    description = page_description(tree)
    in_full, data = article_body(tree), article_in_data(tree, found.title)
    headline = clear(tree, found.title)
    found.author = found.author or author_on_page(tree)
    paragraphs = main_text(tree)
    if data and _words(paragraphs) < _STUB * weight(re.sub(r"<[^<>]*>", " ", data)):
        paragraphs = main_text(_parsed(f"<html><body><article>{data}</article></body></html>"))
    if in_full and _words(paragraphs) < _STUB * weight(in_full):
        rows = (" ".join(row.split()) for row in in_full.split("\n"))
        paragraphs = [Paragraph(row, number) for number, row in enumerate(rows) if row]
    if not paragraphs:
        raise FormatError("no article was found on this page", "open it, copy the article's text into a .txt file")
    paragraphs = with_standfirst(paragraphs, tree, headline, description)
    if found.title:
        paragraphs = [Paragraph(found.title, -1, "heading", 1), *_below_headline(paragraphs, found.title)]
    return Extracted(paragraphs, found)


def _below_headline(paragraphs: list[Paragraph], title: str) -> Iterator[Paragraph]:
    """The paragraphs without the main heading above the text, which is the headline again or another wording of it.

    Labels above the headline go with it; main headings within the text are headings of the article.
    """
    main = [index for index, each in enumerate(paragraphs) if (each.mark, each.level) == ("heading", 1)]
    text = next((index for index, each in enumerate(paragraphs) if weight(each.text) >= _PROSE), len(paragraphs))
    same = next((index for index in main if same_headline(paragraphs[index].text, title)), None)
    headline = same if same is not None else next((index for index in main if index < text), None)
    for index, paragraph in enumerate(paragraphs):
        is_label = same is not None and index < same and not ends_sentence(paragraph.text)
        if index == headline or is_label:
            continue
        yield replace(paragraph, level=2) if index in main else paragraph


def _parsed(text: str) -> Any:
    """The page as a tree, as far as it can be read. The parser opens no other file and no address."""
    if any(len(tag[0].split()) > _MOST_ATTRIBUTES for tag in _TAG.finditer(text)):
        raise FormatError("an element has too many attributes", "copy the article's text into a .txt file")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", recover=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml.html.document_fromstring(_CONTROLS.sub("", text).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError):
        raise FormatError("this is no web page", "save the page again as HTML, or its text as a .txt file") from None
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise FormatError("the page has too many elements for an article", "copy the article's text into a .txt file")
    return tree


def _words(paragraphs: list[Paragraph]) -> int:
    return sum(weight(paragraph.text) for paragraph in paragraphs)
