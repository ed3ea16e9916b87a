"""Text of articles stays text, wherever a template puts it."""

import json
import re

import markdown as python_markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.render.text import attribute, markdown, page_title, plain, shorten

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "fenced_code", "footnotes", "def_list", "abbr", "admonition"]

TROUBLE = (
    "<script> </li> <img␣src=x␣onerror=a> <!--␣ [a](b) [1][p1] ** _ ` ``` {.x} {:␣#y␣} &lt; &#60; & \" ' \\ | \n \n\n "
    "␣␣␣␣ #␣ 1.␣ -␣ >␣ !!!␣x [TOC] *[A]:␣b [^1] :␣d --- === $x$ :smile: {{␣x␣}} {%␣x␣%} ! 😀 e\u0301 שלום"
)
MARKUP = st.lists(
    st.sampled_from([each.replace("␣", " ") for each in re.split(" (?!$)", TROUBLE)])
    | st.text(alphabet=st.characters(codec="utf-8"), max_size=6),
    max_size=10,
).map("".join)


def built(page: str) -> html.HtmlElement:
    """The page as a builder makes it."""
    return html.fragment_fromstring(python_markdown.markdown(page, extensions=EXTENSIONS), create_parent="body")


def shown(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def expected(text: str) -> str:
    return " ".join(plain(text).split())


@pytest.mark.parametrize(
    ("page", "elements"),
    [
        ("{}", ["p"]),
        ("before {} after", ["p"]),
        ("- <span>x</span> {}", ["ul", "li", "span"]),
        ("## x {}", ["h2"]),
        ("| a | b |\n| - | - |\n| x | x {} |", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]),
    ],
    ids=["paragraph", "inside a line", "list item", "heading", "table cell"],
)
@given(text=MARKUP)
def test_shows_the_words_and_nothing_else(page: str, elements: list[str], text: str) -> None:
    body = built(page.replace("{}", markdown(text)))

    found = [element.tag for element in body.iterdescendants()]
    assert found == (elements if expected(text) or page != "{}" else [])
    assert shown(body) == expected(page_words(page).replace("{}", plain(text)))


def page_words(page: str) -> str:
    return {"- <span>x</span> {}": "x {}", "## x {}": "x {}"}.get(page, "a b x x {}" if page.startswith("|") else page)


@given(text=MARKUP)
def test_a_link_keeps_its_words_target_and_title(text: str) -> None:
    body = built(f'x [x {markdown(text)}](page.md#p-1-2){{.cite}} [1][p1]\n\n[p1]: page.md#p-1-2 "x {attribute(text)}"')

    link, citation = body.iterfind(".//a")
    assert (link.get("href"), link.get("class"), shown(link)) == ("page.md#p-1-2", "cite", expected(f"x {text}"))
    assert citation.get("href") == "page.md#p-1-2"
    assert " ".join(citation.get("title").split()) == expected(f"x {text}")


@given(text=MARKUP)
def test_a_page_title_is_one_yaml_string_without_signs_that_are_markup(text: str) -> None:
    title = yaml.safe_load(f"title: {page_title(text)}")["title"]

    assert title == json.loads(page_title(text))
    assert not set(title) & set("<>\"'\n")
    assert html.fragment_fromstring(f'<p title="{title}">{title}</p>').text_content() == title


def test_a_page_title_reads_like_the_original() -> None:
    assert page_title("\"Rock & Roll\": a <b> & 'c'") == '"“Rock & Roll”: a ‹b› & ’c’"'


def test_ordinary_prose_needs_no_escaping() -> None:
    prose = "“The accord,” she said (on 4 October), is 3.5% cheaper – isn’t it?"
    assert markdown(prose) == prose


def test_text_that_would_turn_the_line_round_is_shown_without_its_direction_marks() -> None:
    assert markdown("a\u202eb\u2066c\x00d") == "abcd"


@given(text=st.text(max_size=200), limit=st.integers(min_value=2, max_value=60))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shorten(text, limit)) <= limit


def test_shortened_text_ends_with_a_whole_word() -> None:
    assert shorten("Verania and Karsk sign the accord", 20) == "Verania and Karsk…"
