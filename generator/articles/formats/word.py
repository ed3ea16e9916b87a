"""Word documents (.docx): paragraphs with what their styles say, text boxes and tables among them."""

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

from generator.articles.characters import tidy
from generator.articles.formats.archive import check_archive
from generator.articles.formats.extracted import Extracted, FormatError, Found, day_of, language_code, names, one_line
from generator.articles.formats.rows import row_of_table
from generator.articles.paragraphs import Mark, Paragraph

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_SHOWN = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "instrText")} | {_FALLBACK}


def read(content: bytes) -> Extracted:
    """The paragraphs of a document, without what was deleted in it. Raises FormatError."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml import etree

    check_archive(content, "Word document", ".docx")
    try:
        document = docx.Document(io.BytesIO(content))
        styles = {style.style_id: (style.name or "").lower() for style in document.styles if style.style_id}
        paragraphs = list(_paragraphs(document.element.body, styles))
        found = _properties(document.core_properties)
    except (OpcError, BadZipFile, etree.LxmlError, KeyError, ValueError):
        raise FormatError("this is no Word document, or a damaged one", "open it and save it again as .docx") from None
    if not paragraphs:
        raise FormatError("there is no text in this document", "save the article's text as a .txt file")
    return Extracted(paragraphs, found)


def _paragraphs(parent: Any, styles: dict[str, str]) -> Iterator[Paragraph]:
    for element in parent:
        if element.tag == f"{_W}p":
            yield from _paragraph(element, styles)
        elif element.tag == f"{_W}tr":
            yield from row_of_table([list(_paragraphs(cell, styles)) for cell in element.iterchildren(f"{_W}tc")])
        elif element.tag not in _NOT_SHOWN:
            yield from _paragraphs(element, styles)


def _paragraph(element: Any, styles: dict[str, str]) -> Iterator[Paragraph]:
    boxes: list[Any] = []
    text = "".join(_shown(element, boxes))
    mark, level = _form(element, styles)
    for part in text.split("\n\n"):
        if line := " ".join(tidy(part).split()):
            yield Paragraph(line, 0, mark, level)
    for box in boxes:
        yield from _paragraphs(box, styles)


def _shown(element: Any, boxes: list[Any]) -> Iterator[str]:
    """The pieces of text in a paragraph; text boxes that are anchored in it are put into `boxes`."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag == f"{_W}tab":
            yield " "
        elif child.tag in {f"{_W}br", f"{_W}cr"}:
            yield "\n"
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag not in _NOT_SHOWN:
            yield from _shown(child, boxes)


def _form(element: Any, styles: dict[str, str]) -> tuple[Mark | None, int]:
    """What a paragraph is by its style: title, heading of a level, or item of a list."""
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    if name == "title":
        return "heading", 1
    if name.startswith("heading "):
        number = name.removeprefix("heading ")
        return "heading", int(number) if number.isdecimal() else 2
    numbered = element.find(f"{_W}pPr/{_W}numPr") is not None
    return ("item", 0) if numbered or name.startswith("list ") else (None, 0)


def _properties(properties: Any) -> Found:
    return Found(
        title=one_line(properties.title),
        published=day_of(properties.created),
        author=names([properties.author]),
        language=language_code(properties.language),
        basis="file",
    )
