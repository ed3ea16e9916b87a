"""The paragraphs of a page's main text: those that trafilatura finds, and what stands among them and it passed over."""

import copy
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from lxml import etree

from generator.articles.characters import tidy
from generator.articles.cleaning import stands_apart
from generator.articles.formats.repeated import without_repeated
from generator.articles.formats.web_knowledge import is_named
from generator.articles.formats.web_measures import BLOCKS, HEADINGS, Measures, is_leaf
from generator.articles.paragraphs import Mark, Paragraph, split_paragraphs
from generator.articles.wording import key, weight

_MOST_COMPARED = 3_000
"""Lines of a page. A longer one is no news page, and comparing all with all would take long."""

_REPEATED = 6
"""Words from which a paragraph that stands on a page twice is said once."""

_LAYOUT = 40
"""Words. A table with a longer cell is a page laid out in columns."""

_STANDFIRST = 80
"""Words that a standfirst has at most."""


def main_text(tree: Any) -> list[Paragraph]:
    """The paragraphs of the main text of a page from which the furniture has been taken. The tree is changed."""
    _lay_out_without_tables(tree)
    paragraphs = list(_extracted(tree))
    return without_repeated(_with_lines_between(tree, paragraphs)) if paragraphs else []


def with_standfirst(paragraphs: list[Paragraph], tree: Any, headline: Any, description: str | None) -> list[Paragraph]:
    """The paragraphs with the standfirst of the page before them, if they do not have it.

    It stands between the element that is the `headline` and the text, and is known by its name or by its being the
    page's own `description`.
    """
    standfirst = _standfirst(tree, headline, description)
    if not standfirst or key(standfirst) in "\n".join(key(each.text) for each in paragraphs):
        return paragraphs
    return [Paragraph(standfirst, -1), *paragraphs]


def _lay_out_without_tables(tree: Any) -> None:
    """Makes plain sections of tables that are no tables: old pages and newsletters are laid out in them."""
    measures = Measures(tree)
    for table in list(tree.iter("table")):
        parts = list(table.iter("p", "h1", "h2", "h3", "article"))
        if parts or any(measures.words[cell] > _LAYOUT for cell in table.iter("td")):
            for element in list(table.iter("table", "tbody", "thead", "tr", "td", "th")):
                element.tag = "p" if element.tag in {"td", "th"} and is_leaf(element) else "div"
    for element in list(tree.iter("font", "center")):
        element.drop_tag()


def _extracted(tree: Any) -> Iterator[Paragraph]:
    from trafilatura.core import bare_extraction

    try:
        document = bare_extraction(
            copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        document = None
    if document is not None and not isinstance(document, dict):
        for group, element in enumerate(document.body):
            yield from _paragraphs(element, group)


def _paragraphs(element: Any, group: int) -> Iterator[Paragraph]:
    if element.tag in {"list", "quote"} and len(element):
        for part in (_text(element.text), *element):
            if isinstance(part, str):
                yield from ([Paragraph(part, group)] if part else [])
            elif part.tag == "item":
                yield from _lines(part, group, "item")
            else:
                yield from _paragraphs(part, group)
            if not isinstance(part, str) and (tail := _text(part.tail)):
                yield Paragraph(tail, group)
    elif element.tag == "table":
        for row in element.iter("row"):
            cells = filter(None, (_text(" ".join(cell.itertext())) for cell in row.iter("cell")))
            if line := "; ".join(cells):
                yield Paragraph(line, group)
    elif element.tag == "head":
        level = element.get("rend", "h2").removeprefix("h")
        yield from _lines(element, group, "heading", int(level) if level.isdecimal() else 2)
    else:
        yield from _lines(element, group, None)


def _lines(element: Any, group: int, mark: Mark | None, level: int = 0) -> Iterator[Paragraph]:
    """An element's text. Lines parted by breaks are paragraphs, unless they were wrapped or belong to one heading."""
    for line in element.iter("lb"):
        line.text = "\n"
    text = "".join(element.itertext()).strip()
    if mark is None and "\n" in text:
        yield from (replace(each, group=group) for each in split_paragraphs(tidy(text), stands_apart))
    elif text := _text(text):
        yield Paragraph(text, group, mark, level)


def _text(text: str | None) -> str:
    return " ".join(tidy(text or "").split())


# --- what stands between the paragraphs


def _with_lines_between(tree: Any, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs with the headings, and lines of their own kind, that stand among them and were passed over."""
    leaves = [element for element in tree.iter(*BLOCKS) if is_leaf(element)]
    if max(len(leaves), len(paragraphs)) > _MOST_COMPARED:
        return paragraphs
    keys = [key(paragraph.text) for paragraph in paragraphs]
    together = "\n".join(keys)
    lines = [(element, words) for element in leaves if (words := key(_shown(element)))]
    hits = [index for index, (_, words) in enumerate(lines) if words in together]
    beside: dict[Any, set[str]] = defaultdict(set)
    for index in hits:
        element, words = lines[index]
        if element.tag == "p" or weight(_shown(element)) >= _REPEATED:
            beside[element.getparent()] |= {element.tag, *HEADINGS}
    missing: dict[int, list[Paragraph]] = defaultdict(list)
    for index, following in pairwise(hits):
        place = next(number for number, each in enumerate(keys) if lines[following][1] in each)
        for element, _ in lines[index + 1 : following]:
            if element.tag in beside.get(element.getparent(), ()):
                missing[place].append(_paragraph(element))
    return [each for index, paragraph in enumerate(paragraphs) for each in (*missing.get(index, ()), paragraph)]


def _shown(element: Any) -> str:
    return _text(element.text_content())


def _paragraph(element: Any) -> Paragraph:
    if element.tag in HEADINGS:
        return Paragraph(_shown(element), -1, "heading", int(element.tag[1]))
    return Paragraph(_shown(element), -1, "item" if element.tag == "li" else None)


def _standfirst(tree: Any, headline: Any, description: str | None) -> str | None:
    """The standfirst below the headline; None if there is none that is known as one."""
    if headline is None:
        return None
    wanted = key(description or "")
    is_below = False
    for element in tree.iter():
        if element is headline:
            is_below = True
        elif is_below and element.tag in BLOCKS and headline not in element.iterancestors():
            line = _shown(element) if is_leaf(element) else ""
            if not line or weight(line) > _STANDFIRST:
                continue
            if (wanted and key(line) == wanted) or is_named(element.get("class", ""), "standfirst"):
                return line
            if element.tag == "p" and weight(line) > 2 * _REPEATED:
                return None  # the text has begun
    return None
