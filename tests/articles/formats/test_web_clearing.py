"""What is taken out of a page and what stays, where hints mislead; articles that only a page's programs carry."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text

type Reader = Callable[[str, str | bytes], Article]


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>{HEADLINE}</title>{head}</head><body>{body}</body></html>"


def paragraphs(texts: tuple[str, ...] = BODY, name: str = "") -> str:
    return "".join(f"<p{name}>{text}</p>" for text in texts)


def test_links_in_the_text_stay_and_lines_of_links_go(read_file: Reader) -> None:
    linked = f'<a href="/tag/norland">{BODY[1][:60]}</a>{BODY[1][60:]}'
    text = paragraphs(
        (BODY[0], linked, '[ <i><a href="/s/1">Nine pictures of the river in winter</a></i> ]', *BODY[2:])
    )
    source = check_text(read_file("treaty.html", page(f"<h1>{HEADLINE}</h1>{text}")))
    assert "pictures" not in source.text


def test_page_in_which_a_link_was_never_closed(read_file: Reader) -> None:
    check_text(read_file("treaty.html", page(f'<a href="/start"><h1>{HEADLINE}</h1><div>{paragraphs()}</div>')))


def test_page_that_calls_its_article_an_advertisement(read_file: Reader) -> None:
    check_text(read_file("treaty.html", page(f'<div class="promo ads"><h1>{HEADLINE}</h1>{paragraphs()}</div>')))
    check_text(
        read_file("treaty.html", page(f'<h1 class="banner">{HEADLINE}</h1><div id="modal">{paragraphs()}</div>'))
    )


def test_title_repeated_in_a_list_at_the_end_does_not_hide_the_article(read_file: Reader) -> None:
    latest = f"<div><h3><a href='/1'>Strike closes the ferries of Sudia</a></h3></div><div><h3>{HEADLINE}</h3></div>"
    head = f'<meta property="og:title" content="{HEADLINE}">'
    check_text(read_file("treaty.html", page(f"<div>{paragraphs()}</div>{latest}", head)))


def test_small_pictures_in_the_text_do_not_take_paragraphs_with_them(read_file: Reader) -> None:
    text = "".join(f'<div class="row"><p><img src="{number}.png">{each}</p></div>' for number, each in enumerate(BODY))
    check_text(read_file("treaty.html", page(f"<h1>{HEADLINE}</h1>{text}")))


def test_report_in_pieces_is_one_article_and_the_next_story_is_not(read_file: Reader) -> None:
    pieces = "".join(f"<article><time>10.{number}0</time><p>{each}</p></article>" for number, each in enumerate(BODY))
    source = check_text(read_file("treaty.html", page(f"<header><h1>{HEADLINE}</h1></header><div>{pieces}</div>")))
    other = "<h1>Barley is dear</h1>" + paragraphs(
        tuple(f"The price rose by {n} crowns in that week." for n in range(9))
    )
    with_next = page(f"<div><div><h1>{HEADLINE}</h1>{paragraphs()}</div><div>{other}</div></div>")
    assert read_file("treaty.html", with_next).source.text == source.text


def test_headings_of_the_first_level_within_an_article_stay(read_file: Reader) -> None:
    text = f"{paragraphs(BODY[:4])}<h1>What comes next</h1>{paragraphs(BODY[4:])}"
    source = check_text(read_file("treaty.html", page(f"<header><h1>{HEADLINE}</h1></header><div>{text}</div>")))
    assert "\n\nWhat comes next\n\n" in source.text


BLOCKS = {
    "blocks of an editor": [{"type": "paragraph", "data": {"text": text}} for text in BODY],
    "a document of nodes": {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]} for text in BODY],
    },
    "spans of text": [{"_type": "block", "children": [{"_type": "span", "text": text}]} for text in BODY],
    "elements of HTML": [{"type": "text", "content": f"<p>{text}</p>"} for text in BODY],
    "HTML": paragraphs(),
    "text": "\n\n".join(BODY),
}


@pytest.mark.parametrize("body", BLOCKS.values(), ids=list(BLOCKS))
@pytest.mark.parametrize(
    "script", ['<script type="application/json">{}</script>', "<script>window.__STATE__ = {};</script>"]
)
def test_article_in_the_data_of_a_page(read_file: Reader, body: object, script: str) -> None:
    other = {"headline": "Prices of barley fall again", "body": paragraphs(("Barley is cheap.",) * 200)}
    state = {"page": {"props": {"story": {"headline": HEADLINE, "body": body}, "next": [other]}}}
    data = json.dumps(state).replace("</", "<\\/")
    source = check_text(read_file("t.html", page(f"<h1>{HEADLINE}</h1><p>Loading …</p>{script.replace('{}', data)}")))
    assert "arley" not in source.text
    assert "Loading" not in source.text


def test_other_stories_in_the_data_of_a_page_do_not_take_the_place_of_a_stub(read_file: Reader) -> None:
    data = json.dumps({"next": [{"headline": "Prices of barley fall", "body": "Barley is cheap this year. " * 90}]})
    content = page(f'<h1>{HEADLINE}</h1><p>{BODY[0]}</p><script type="application/json">{data}</script>')
    assert read_file("treaty.html", content).source.text == f"{HEADLINE}\n\n{BODY[0]}"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://times.example/2024/06/19/treaty", date(2024, 6, 19)),
        ("https://times.example/world/2024/jun/19/treaty", date(2024, 6, 19)),
        ("https://times.example/world/treaty-2024-06-19/", date(2024, 6, 19)),
        ("https://times.example/politics/20240619/1779123.html", date(2024, 6, 19)),
        ("https://times.example/politics/20241399/treaty", None),
        ("https://times.example/id-2024061945", None),
    ],
)
def test_day_in_the_address(read_file: Reader, address: str, day: date | None) -> None:
    head = f'<link rel="canonical" href="{address}">'
    assert read_file("treaty.html", page(f"<h1>{HEADLINE}</h1>{paragraphs()}", head)).source.published == day


def test_description_of_the_page_itself_among_those_of_others(read_file: Reader) -> None:
    nodes = [
        {
            "@type": "NewsArticle",
            "headline": "Prices of barley fall",
            "datePublished": "2024-01-01",
            "author": "N. Body",
        },
        {"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2024-06-19", "author": "Hanne Ostrell"},
    ]
    head = "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)
    source = check_text(read_file("treaty.html", page(f"<h1>{HEADLINE}</h1>{paragraphs()}", head)))
    assert (source.author, source.published) == ("Hanne Ostrell", date(2024, 6, 19))
