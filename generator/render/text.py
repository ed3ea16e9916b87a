"""Text of articles made harmless: for Markdown, for a link's title, for a page's title.

Nothing that an article says may become markup. Every character that Markdown or one of its usual extensions could act
on becomes a character reference, which every builder shows as the character itself. Backslashes would read better on
disk but do not protect inside link titles and are not understood for all of these characters.
"""

import json
import re

from markupsafe import Markup

# Control characters have no glyph (and STX and ETX are the Markdown parser's own placeholders); directional embeddings,
# overrides and isolates would turn the words around them, such as our own dates, the wrong way round.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_SPACE = re.compile(r"[ \t\r\n\u2028\u2029]*[\t\r\n\u2028\u2029][ \t\r\n\u2028\u2029]*")
_REFERENCES = {ord(character): f"&#{ord(character)};" for character in r"\`*_{}[]~^=+|$#"} | {
    ord("&"): "&amp;",
    ord("<"): "&lt;",
    ord(">"): "&gt;",
}
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_INDENT = re.compile("^ {2,}")
_LINE_START = re.compile(r"^(\s*)(?:([-:!?.@%])|(\d+)([.)]))")


def plain(text: str) -> str:
    """The text in one line, without characters that cannot be seen."""
    return _UNSEEN.sub("", _SPACE.sub(" ", text))


def markdown(text: object) -> Markup:
    """Any value as Markdown that shows exactly its words and nothing else. Markup passes through unchanged."""
    if isinstance(text, Markup):
        return text
    if isinstance(text, int | float):
        return Markup(text)
    escaped = _SHORTCODE.sub("&#58;", _INDENT.sub(" ", plain(str(text))).translate(_REFERENCES))
    return Markup(_LINE_START.sub(_not_a_block, escaped))


def _not_a_block(found: re.Match[str]) -> str:
    indent, sign, number, stop = found.groups()
    return f"{indent}&#{ord(sign)};" if sign else f"{indent}{number}&#{ord(stop)};"


def attribute(text: str) -> Markup:
    """The text for a quoted title or attribute, in Markdown or in HTML."""
    return Markup(str(markdown(text)).replace('"', "&quot;").replace("'", "&#39;"))


def page_title(text: str) -> Markup:
    """The text as a value in a page's front matter, in YAML's double quotes.

    Themes print front matter into the page's head, some escaping it and some not: so signs that could be markup are
    replaced by their typographic neighbours, which are safe either way.
    """
    opened = re.sub(r'(^|[\s(\[“‘])"', r"\1“", plain(text))
    typographic = opened.replace('"', "”").replace("'", "’").replace("<", "‹").replace(">", "›")
    return Markup(json.dumps(re.sub(r"&(?=#?\w+;)", "＆", typographic), ensure_ascii=False))


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters of the text, cut between words and marked with an ellipsis."""
    text = plain(text).strip()
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:–—-") + "…"
