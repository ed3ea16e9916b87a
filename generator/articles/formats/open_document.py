"""OpenDocument texts (.odt): paragraphs, headings, lists and tables as they are shown."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from generator.articles.characters import tidy
from generator.articles.formats.archive import check_archive
from generator.articles.formats.extracted import Extracted, FormatError, Found, day_of, language_code, names, one_line
from generator.articles.formats.rows import row_of_table
from generator.articles.paragraphs import Mark, Paragraph

_NOT_SHOWN = {
    "text:tracked-changes", "office:annotation", "office:annotation-end", "office:forms", "text:sequence-decls",
    "text:note", "office:binary-data", "svg:desc", "svg:title", "text:table-of-content",
}  # fmt: skip


def read(content: bytes) -> Extracted:
    """The paragraphs of a document, without what was deleted in it. Raises FormatError."""
    from lxml import etree
    from odfdo import Document

    check_archive(content, "OpenDocument text", ".odt")
    try:
        document = Document(io.BytesIO(content))
        if document.get_type() not in {"text", "text-template"}:
            raise ValueError
        paragraphs = list(_paragraphs(document.body, None))
        found = _properties(document.meta)
    except (BadZipFile, etree.LxmlError, KeyError, ValueError):
        raise FormatError(
            "this is no OpenDocument text, or one that is damaged or has a password",
            "open it and save it again as .odt without a password",
        ) from None
    if not paragraphs:
        raise FormatError("there is no text in this document", "save the article's text as a .txt file")
    return Extracted(paragraphs, found)


def _paragraphs(parent: Any, mark: Mark | None) -> Iterator[Paragraph]:
    for element in parent.children:
        if element.tag in {"text:p", "text:h"}:
            boxes: list[Any] = []
            text = " ".join(tidy("".join(_shown(element, boxes))).split())
            level = _level(element)
            if text:
                yield Paragraph(text, 0, "heading" if level else mark, level)
            for box in boxes:
                yield from _paragraphs(box, None)
        elif element.tag == "table:table-row":
            cells = [cell for cell in element.children if cell.tag == "table:table-cell"]
            yield from row_of_table([list(_paragraphs(cell, None)) for cell in cells])
        elif element.tag not in _NOT_SHOWN:
            yield from _paragraphs(element, "item" if element.tag == "text:list" else mark)


def _level(element: Any) -> int:
    """The level of a heading, or 0: a title is styled, not marked."""
    if (element.get_attribute_string("text:style-name") or "") == "Title":
        return 1
    if element.tag != "text:h":
        return 0
    level = element.get_attribute_string("text:outline-level") or "2"
    return int(level) if level.isdecimal() and int(level) else 2


def _shown(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The pieces of text in a paragraph; text boxes that are anchored in it are put into `boxes`."""
    yield element.text or ""
    for child in element.children:
        if child.tag in {"text:s", "text:tab", "text:line-break"}:
            yield " "
        elif child.tag == "draw:text-box":
            boxes.append(child)
        elif child.tag not in _NOT_SHOWN:
            yield from _shown(child, boxes)
        yield child.tail or ""


def _properties(meta: Any) -> Found:
    return Found(
        title=one_line(meta.title),
        published=day_of(meta.creation_date),
        author=names([meta.initial_creator or meta.creator]),
        language=language_code(meta.language),
        basis="file",
    )
