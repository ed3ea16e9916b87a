"""The article in the data that a page's programs carry: pages that browsers put together hold it nowhere else."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from generator.articles.formats.web_knowledge import block_kind, page_knowledge
from generator.articles.headline import same_headline
from generator.articles.wording import weight

_MOST_NODES = 50_000
_DEEPEST = 40
"""Levels of data within data."""

_SHORTEST = 500
"""Characters of a script. A shorter one holds no article."""

_MOST_ASSIGNMENTS = 20
"""Values in one script that are tried."""

_LEAST = 60
"""Words. A shorter text is a summary."""

_ASSIGNMENT = re.compile(r"=\s*(?:JSON\.parse\(\s*)?(?=[{\[\"])")
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)


def article_in_data(tree: Any, title: str | None) -> str | None:
    """The body of the article with this title, as HTML, where the page's scripts carry it as data; else None."""
    if not title:
        return None
    found = ""
    for value in _values(tree):
        for node in _nodes(value):
            if _is_titled(node, title):
                found = max(found, _body(node), key=len)
    return found if weight(_TAG.sub(" ", found)) >= _LEAST else None


def _values(tree: Any) -> Iterator[Any]:
    """The data in a page's scripts: whole scripts of JSON, and what other scripts assign to a name."""
    decoder = json.JSONDecoder(strict=False)
    for script in tree.iter("script"):
        text = script.text or ""
        kind = script.get("type", "")
        if len(text) < _SHORTEST or "ld+json" in kind:
            continue
        starts = [len(text) - len(text.lstrip())]
        if "json" not in kind:
            starts = [
                match.end() for match, _ in zip(_ASSIGNMENT.finditer(text), range(_MOST_ASSIGNMENTS), strict=False)
            ]
        end = 0
        for start in starts:
            if start < end:
                continue  # within what was read already
            try:
                value, end = decoder.raw_decode(text, start)
                yield json.loads(value, strict=False) if isinstance(value, str) else value
            except (ValueError, RecursionError):
                continue


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [(value, 0)]
    count = 0
    while waiting and count < _MOST_NODES:
        node, depth = waiting.pop()
        count += 1
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        if isinstance(node, dict):
            yield node
        if depth < _DEEPEST:
            waiting += [(each, depth + 1) for each in inner if isinstance(each, dict | list)]


def _field(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def _first(node: dict[str, Any], fields: str) -> Iterator[Any]:
    """What a node holds in fields of one sort, in the order in which the knowledge names them."""
    plain = {_field(name): value for name, value in node.items() if value}
    for name in page_knowledge("data")[fields]:
        if name in plain:
            yield plain[name]


def _is_titled(node: dict[str, Any], title: str) -> bool:
    """Whether a node, or one right in it, has the title of the article as its own."""
    for each in (node, *(value for value in node.values() if isinstance(value, dict))):
        if any(isinstance(text, str) and same_headline(text, title) for text in _first(each, "headline")):
            return True
    return False


def _body(node: dict[str, Any]) -> str:
    return max((_as_html(value, 0) for value in _first(node, "body")), key=len, default="")


def _as_html(value: Any, depth: int) -> str:
    """Text, a block, or blocks of an article as HTML; what is no part of its text is left out."""
    if depth > _DEEPEST:
        return ""
    if isinstance(value, str):
        if _TAG.search(value):
            return value if _PARAGRAPH.search(value) else f"<p>{value}</p>"
        return "".join(f"<p>{html.escape(row)}</p>" for row in value.split("\n") if row.strip())
    if isinstance(value, list):
        return "".join(_as_html(each, depth + 1) for each in value)
    if not isinstance(value, dict):
        return ""
    kind = next((kind for kind in _first(value, "kind") if isinstance(kind, str)), "")
    if block_kind("passed_over").fullmatch(kind):
        return ""
    for name, tag in (("heading", "h2"), ("item", "li"), ("paragraph", "p")):
        if block_kind(name).fullmatch(kind) and not _holds_blocks(value, depth):
            text = _inline(value, depth)
            return text if _PARAGRAPH.search(text) else f"<{tag}>{text}</{tag}>" if text.strip() else ""
    return next((text for inner in _first(value, "body") if (text := _as_html(inner, depth + 1))), "")


def _holds_blocks(block: Any, depth: int) -> bool:
    """Whether paragraphs stand in a block, so that it is none itself."""
    inner = block if isinstance(block, list) else list(_first(block, "body")) if isinstance(block, dict) else []
    for each in inner:
        if isinstance(each, dict):
            kinds = [kind for kind in _first(each, "kind") if isinstance(kind, str)]
            if any(block_kind(name).fullmatch(kind) for kind in kinds for name in ("paragraph", "item")):
                return True
        if depth < _DEEPEST and isinstance(each, dict | list) and _holds_blocks(each, depth + 1):
            return True
    return False


def _inline(value: Any, depth: int) -> str:
    """The pieces of text in a block, as HTML."""
    if isinstance(value, str):
        return value if _TAG.search(value) else html.escape(value)
    if isinstance(value, list):
        return "".join(_inline(each, depth + 1) for each in value) if depth < _DEEPEST else ""
    if isinstance(value, dict) and depth < _DEEPEST:
        return next((text for inner in _first(value, "body") if (text := _inline(inner, depth + 1))), "")
    return ""
