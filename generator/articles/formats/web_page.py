"""Saved web pages: the main text by trafilatura, with what its authors marked as furniture taken out before."""

import copy
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import lxml.html
from charset_normalizer import from_bytes
from lxml import etree

from generator.articles.characters import tidy
from generator.articles.encoding import NotTextError, decode
from generator.articles.formats.extracted import Extracted, FormatError, address
from generator.articles.formats.web_metadata import article_body, page_metadata
from generator.articles.headline import same_headline
from generator.articles.paragraphs import Mark, Paragraph
from generator.articles.wording import ends_sentence, key, weight

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,40})""", re.IGNORECASE
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_NEVER_TEXT = frozenset(
    {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "form", "button", "select"}
    | {"input", "textarea", "nav", "footer", "dialog", "figcaption", "audio", "video", "canvas"}
)
"""Elements that are no running text. What a page's author put into them is a means of the page or a caption."""

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|subscribe|subscription|paywall|related|recirc\w*|promo\w*|sidebar|"
    r"share|sharing|social|breadcrumbs?|comments?|caption|credits?|pull-?quotes?|most-(?:read|popular)|trending|"
    r"advert\w*|ads?|outbrain|taboola|read-?(?:more|next|also)|recommended|tags?|toolbar|popup|modal|"
    r"author-?(?:bio|box)|skip-?link|sr-only|visually-hidden|screen-reader-text)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Words in an element's class or id by which sites name their furniture."""

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_SHARE_OF_PARAGRAPHS, _SHARE_OF_TEXT = 0.3, 0.5
"""An element with more than these shares of a page holds its article, whatever its class says."""

_FEW = 5
"""Paragraphs. A page with fewer is not made of paragraphs, and shares of them say nothing."""

_MOST_COMPARED = 1_000
"""Paragraphs. A longer page is no news page with pull quotes, and comparing all with all would take long."""

_STUB = 0.6
"""A page's text that has less than this share of the words that its metadata carry in full is a stub."""

_MOST_ELEMENTS = 300_000


def read(content: bytes) -> Extracted:
    """The article on a saved page. Raises FormatError if there is no text on it."""
    return read_page(page_text(content))


def page_text(content: bytes, declared: str | None = None) -> str:
    """The characters of a page: by byte order mark, by what was declared, by what they can be."""
    match = _DECLARED.search(content[:4096])
    names = [declared, match[1].decode("ascii", "replace") if match else None]
    if content[:2] not in {b"\xff\xfe", b"\xfe\xff"} and content[:3] != b"\xef\xbb\xbf":
        for name in filter(None, names):
            try:
                text = content.decode(name, "replace")
            except (LookupError, ValueError):
                continue
            if text.count("\ufffd") <= len(text) * 0.001:
                return text
    try:
        return decode(content)
    except NotTextError as error:
        guessed = from_bytes(content).best() if content[:5] != b"%PDF-" else None
        if guessed is None or content[:2] == b"PK":
            raise FormatError(error.problem, "save the page again as HTML") from None
        return str(guessed)


def read_page(text: str, where: str | None = None) -> Extracted:
    """The article on a page that is given as text. `where` is the address that it was saved from, if known."""
    tree = _parsed(text)
    saved_from = _SAVED_FROM.search(text[:10_000])
    found = page_metadata(tree, address(where) or address(saved_from[1] if saved_from else None))
    in_full = article_body(tree)
    _take_out_furniture(tree)
    _lay_out_without_tables(tree)
    paragraphs = _without_repeated_quotations(list(_main_text(tree)))
    if in_full and _words(paragraphs) < _STUB * weight(in_full):
        rows = (" ".join(row.split()) for row in in_full.split("\n"))
        paragraphs = [Paragraph(row, number) for number, row in enumerate(rows) if row]
    if not paragraphs:
        raise FormatError("no article was found on this page", "open it, copy the article's text into a .txt file")
    if found.title:
        paragraphs = [Paragraph(found.title, -1, "heading", 1), *_below_headline(paragraphs, found.title)]
    return Extracted(paragraphs, found)


def _below_headline(paragraphs: list[Paragraph], title: str) -> Iterator[Paragraph]:
    """The paragraphs without the first main heading, which is the headline again or another wording of it.

    Labels above the headline go with it.
    """
    main = [index for index, each in enumerate(paragraphs) if (each.mark, each.level) == ("heading", 1)]
    headline = main[0] if main and same_headline(paragraphs[main[0]].text, title) else 0
    for index, paragraph in enumerate(paragraphs):
        is_label = index < headline and not ends_sentence(paragraph.text)
        if index not in main and not is_label:
            yield paragraph
        elif index in main[1:]:
            yield replace(paragraph, level=2)


def _parsed(text: str) -> Any:
    """The page as a tree, as far as it can be read. The parser opens no other file and no address."""
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


def _take_out_furniture(tree: Any) -> None:
    """Removes from a page what is marked as no part of its article, keeping the text after each element."""
    for element in list(tree.iter(*_NEVER_TEXT - {"form"})):
        element.drop_tree()
    paragraphs, length = _paragraphs_in(tree), _length(tree)
    for element in list(tree.iter()):
        if element.tag in {"html", "head", "body", "article", "main"} or element.getparent() is None:
            continue
        # Some sites put the whole page into a form.
        if element.tag != "form" and not _is_furniture(element):
            continue
        few = paragraphs >= _FEW and _paragraphs_in(element) <= _SHARE_OF_PARAGRAPHS * paragraphs
        if few or _length(element) <= _SHARE_OF_TEXT * length:
            element.drop_tree()


def _paragraphs_in(element: Any) -> int:
    return sum(1 for _ in element.iter("p"))


def _length(element: Any) -> int:
    return sum(map(len, element.itertext()))


def _lay_out_without_tables(tree: Any) -> None:
    """Makes plain sections of tables that hold paragraphs: old pages and newsletters are laid out in them."""
    for table in list(tree.iter("table")):
        if next(table.iter("p", "h1", "h2", "h3", "article"), None) is not None:
            for element in table.iter("table", "tbody", "thead", "tr", "td", "th"):
                element.tag = "div"


def _is_furniture(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(element.get("style", "")) or element.get("role") in {"navigation", "dialog", "alertdialog"}:
        return True
    return _FURNITURE.search(f"{element.get('class', '')} {element.get('id', '')}"[:500]) is not None


def _main_text(tree: Any) -> Iterator[Paragraph]:
    """The paragraphs of the page's main text."""
    from trafilatura.core import bare_extraction

    try:
        document = bare_extraction(
            copy.deepcopy(tree), favor_recall=True, include_comments=False, include_tables=True, with_metadata=False
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
    """An element's text; two line breaks in a row part paragraphs, a single one is a space."""
    for line in element.iter("lb"):
        line.text = "\n"
    parts = re.split(r"\n\s*\n", "".join(element.itertext()))
    yield from (Paragraph(text, group, mark, level) for part in parts if (text := _text(part)))


def _text(text: str | None) -> str:
    return " ".join(tidy(text or "").split())


def _without_repeated_quotations(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs but for those whose words stand again within a longer one, as pull quotes do, or that are repeated."""
    keys = [key(paragraph.text) for paragraph in paragraphs]
    together = "\n".join(keys)
    kept: list[Paragraph] = []
    seen: set[str] = set()
    for paragraph, words in zip(paragraphs, keys, strict=True):
        long_enough = len(paragraphs) <= _MOST_COMPARED and weight(paragraph.text) >= 6 and paragraph.mark is None
        if long_enough and (words in seen or _stands_within_another(words, together)):
            continue
        seen.add(words)
        kept.append(paragraph)
    return kept


def _stands_within_another(words: str, together: str) -> bool:
    start = together.find(words)
    while start >= 0:
        end = start + len(words)
        if together[max(0, start - 1) : start] not in {"", "\n"} or together[end : end + 1] not in {"", "\n"}:
            return True
        start = together.find(words, end)
    return False


def _words(paragraphs: list[Paragraph]) -> int:
    return sum(weight(paragraph.text) for paragraph in paragraphs)
