"""Markdown as paragraphs: headings and items by their marks, links and emphasis as the plain words they show."""

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from generator.articles.paragraphs import Mark, Paragraph, join

_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)

_LONGEST_APART = 400
"""Characters of a line that can stand apart once it is joined."""

_LONGEST_MARKED = 20_000
"""Characters of a paragraph in which links and emphasis are read; the time that takes grows with their square."""


def split_front_matter(text: str) -> tuple[str | None, str]:
    """The YAML between two lines of dashes at the very beginning, or None, and the text after it."""
    match = _FRONT_MATTER.match(text)
    return (match[1] or "", text[match.end() :]) if match else (None, text)


def markdown_paragraphs(text: str, stands_apart: Callable[[str], bool]) -> list[Paragraph]:
    """The paragraphs of a Markdown text, in order.

    Lines of one paragraph are joined as Markdown says, except those that `stands_apart` knows as lines of their own:
    pages saved as Markdown often lack the empty lines between them. Images are dropped with their descriptions.
    """
    # Indented text is no code here: pages saved from the web indent what they quote.
    parser = MarkdownIt("commonmark").enable("table").disable("code")
    parser.core.ruler.at("inline", _read_inline)
    paragraphs: list[Paragraph] = []
    depth = level = 0
    cells: list[str] | None = None
    for group, token in enumerate(parser.parse(text)):
        if token.type.endswith("_list_open"):
            depth += 1
        elif token.type.endswith("_list_close"):
            depth -= 1
        elif token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            paragraphs.append(Paragraph("; ".join(cells), group))
            cells = None
        lines = _lines(token, stands_apart)
        if cells is not None:
            cells.extend(lines)
            continue
        mark: Mark | None = "heading" if level else "item" if depth else None
        paragraphs += [Paragraph(line, group, mark, level) for line in lines]
    return [paragraph for paragraph in paragraphs if paragraph.text]


def _read_inline(state: StateCore) -> None:
    """Reads the marks within paragraphs, except in those so long that it would take long."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if len(token.content) <= _LONGEST_MARKED:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            token.children.append(Token("text", "", 0, content=token.content))


def _lines(token: Token, stands_apart: Callable[[str], bool]) -> Iterator[str]:
    if token.type == "inline":
        rows = _shown(token.children or []).split("\n")
    elif token.type in {"fence", "code_block", "html_block"}:
        rows = _TAG.sub("", token.content).split("\n")
    else:
        return
    waiting: list[str] = []
    apart = False
    for row in (" ".join(row.split()) for row in rows):
        if not row:
            continue
        row_apart = stands_apart(row)
        if waiting and not apart and not row_apart:
            waiting.append(row)
            # A line that was wrapped may show what it is only when it is whole.
            apart = sum(map(len, waiting[:_LONGEST_APART])) < _LONGEST_APART and stands_apart(join(*waiting))
            continue
        if waiting:
            yield join(*waiting)
        waiting, apart = [row], row_apart
    if waiting:
        yield join(*waiting)


def _shown(children: list[Token]) -> str:
    """The words that inline Markdown shows."""
    words = []
    for child in children:
        if child.type in {"text", "code_inline"}:
            words.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or (
            child.type == "html_inline" and child.content.lower().startswith("<br")
        ):
            words.append("\n")
    return "".join(words)
