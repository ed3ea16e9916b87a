"""Saved news pages: the article whole and clean, and what the page states about it."""

import json
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text, f1

type Reader = Callable[[str, str | bytes], Article]

LINKED = json.dumps(
    {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#us", "name": "The Harbour Courier"},
            {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another story"}]},
            {
                "@type": ["NewsArticle"],
                "headline": HEADLINE,
                "datePublished": "2024-06-19T21:10:00+02:00",
                "dateModified": "2024-06-21T08:00:00+02:00",
                "author": [{"@type": "Person", "name": "By Hanne Ostrell"}, {"@type": "Person", "name": "Ivo Lind"}],
                "publisher": {"@id": "#us"},
                "inLanguage": "en-GB",
            },
        ],
    }
)


def paragraphs(texts: tuple[str, ...] = BODY) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts)


COURIER = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | The Harbour Courier</title>
<link rel="canonical" href="https://courier.example/world/norland-sudia-treaty">
<script type="application/ld+json">{LINKED}</script><style>p {{ color: red }}</style></head>
<body onload="track()">
<div id="cookie-banner" role="dialog"><p>We value your privacy. We and our partners store cookies on your device to
show you personal advertising and to measure what you read. You can change this at any time.</p>
<button>Accept all</button><button>Manage choices</button></div>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li>
</ul></nav></header>
<main><article><h1>{HEADLINE}</h1>
<div class="byline">By <a rel="author" href="/ostrell">Hanne Ostrell</a> and Ivo Lind</div>
<time datetime="2024-06-19T21:10">19 June 2024, 9:10 pm</time>
<div class="share-tools"><a>Facebook</a> <a>Telegram</a> <button>Copy link</button></div>
<figure><img src="river.jpg"><figcaption>The river Ostra near Norburg, seen from the old bridge on Monday evening.
Photograph: Ulla Strand/Harbour Pictures</figcaption></figure>
{paragraphs(BODY[:2])}
<aside class="pull-quote"><p>This is a good day for everybody who lives on the river</p></aside>
{paragraphs(BODY[2:4])}
<div class="related-stories"><h3>Related stories</h3><ul><li><a href="/1">Norburg counts its bridges again</a></li>
<li><a href="/2">Why the fish of the Ostra left</a></li></ul></div>
{paragraphs(BODY[4:])}
<div class="newsletter-signup"><p>Sign up for our daily newsletter and never miss a story from the river.</p>
<form><input name="mail"><button>Subscribe</button></form></div>
</article></main>
<aside><h2>Most read</h2><ol><li><a href="/3">Harbour strike enters its third week</a></li></ol></aside>
<section class="comments"><h2>12 comments</h2><p>I do not believe a word of what these presidents have signed there,
and I have lived on this river for forty years.</p></section>
<footer><p>© 2024 The Harbour Courier. All rights reserved. Terms of use. Privacy policy.</p></footer>
<script>alert("stolen")</script></body></html>"""

TIMES = f"""<html><head><title>{HEADLINE} - Sudia Times</title>
<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="Sudia Times">
<meta property="article:published_time" content="2024-06-19"><meta name="author" content="Pavel Orlin">
<meta property="og:url" content="https://times.example/a/4711"><meta property="og:locale" content="en_US"></head>
<body><div class="top"><a href="/">Front page</a> | <a href="/e">Economy</a> | <a href="/w">Weather</a></div>
<div class="page"><div class="content"><h1 class="t">{HEADLINE}</h1>
<div class="meta">Pavel Orlin | June 19, 2024</div>
<div class="story">{"<br><br>".join(BODY)}</div>
<blockquote><p>{BODY[3].split(". ")[0]}</p></blockquote>
<div class="tags">Tags: <a>rivers</a> <a>treaties</a></div></div>
<div class="right"><h4>Also in Economy</h4><p><a href="/7">Prices of barley fall for the fourth month</a></p>
<p><a href="/8">Port of Sudhaven to be dredged</a></p></div></div>
<p class="small">Copyright Sudia Times</p></body></html>"""

STUB = f"""<html><head><title>{HEADLINE}</title><script type="application/ld+json">{
    json.dumps(
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "articleBody": chr(10).join(BODY),
            "datePublished": "2024-06-19",
            "author": "Hanne Ostrell",
            "isAccessibleForFree": False,
        }
    )
}</script></head><body><article><h1>{HEADLINE}</h1><p>{BODY[0]}</p>
<div class="paywall"><h2>Read on with a subscription</h2><p>Four weeks for one crown, then 12 crowns a month.
You can cancel at any time.</p></div></article></body></html>"""


def test_page_with_everything_around_its_article(read_file: Reader) -> None:
    source = check_text(read_file("treaty.html", COURIER))
    for furniture in ("cookie", "Home", "Photograph", "bridges again", "newsletter", "believe a word", "©", "alert"):
        assert furniture not in source.text
    assert source.text.count("This is a good day") == 1, "the pull quote is not said twice"
    assert (source.title, source.publisher, source.language) == (HEADLINE, "The Harbour Courier", "en")
    assert (source.published, source.published_basis) == (date(2024, 6, 19), "stated")
    assert source.author == "Hanne Ostrell, Ivo Lind"
    assert source.url == "https://courier.example/world/norland-sudia-treaty"


def test_page_without_marks_and_with_line_breaks_for_paragraphs(read_file: Reader) -> None:
    source = check_text(read_file("treaty.htm", TIMES))
    for furniture in ("Front page", "barley", "Tags", "Copyright"):
        assert furniture not in source.text
    assert (source.publisher, source.author) == ("Sudia Times", "Pavel Orlin")
    assert (source.published, source.url) == (date(2024, 6, 19), "https://times.example/a/4711")


def test_names_of_classes_do_not_cost_an_article(read_file: Reader) -> None:
    page = TIMES.replace('class="page"', 'class="page has-sidebar with-comments"').replace('"story"', '"story social"')
    check_text(read_file("treaty.html", page))
    check_text(read_file("treaty.html", COURIER.replace("<article>", "<article class='paywall has-related'>")))


def test_page_behind_a_paywall_whose_metadata_carry_the_article(read_file: Reader) -> None:
    source = check_text(read_file("treaty.html", STUB))
    assert "crown" not in source.text


def test_stub_of_a_page_behind_a_paywall_is_what_it_is(read_file: Reader) -> None:
    page = (
        f"<html><body><article><h1>{HEADLINE}</h1><p>{BODY[0]}</p><div class='paywall'><p>Read on for 1 crown a week."
        "</p></div></article></body></html>"
    )
    assert read_file("treaty.html", page).source.text == f"{HEADLINE}\n\n{BODY[0]}"


def test_page_saved_in_one_file(read_file: Reader) -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://courier.example/2024/06/19/treaty"
    message["Date"] = "Thu, 4 Jul 2024 10:00:00 +0000"
    message.make_related()
    message.add_related(TIMES.replace("og:url", "x").encode(), "text", "html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    for name in ("treaty.mhtml", "treaty.mht"):
        source = check_text(read_file(name, message.as_bytes()))
        assert source.url == "https://courier.example/2024/06/19/treaty"
        assert source.published == date(2024, 6, 19), "the day of publication, not that of the visit"


def test_day_and_address_where_only_the_address_gives_them(read_file: Reader) -> None:
    page = f"""<html><!-- saved from url=(0042)https://times.example/2024/06/19/treaty.html -->
    <body><h1>{HEADLINE}</h1>{paragraphs()}</body></html>"""
    source = check_text(read_file("treaty.html", page))
    assert (source.url, source.published) == ("https://times.example/2024/06/19/treaty.html", date(2024, 6, 19))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251", "koi8-r"])
def test_encodings(read_file: Reader, encoding: str) -> None:
    sentence = (
        "Президенты Норландии и Судии подписали в среду договор о водах реки Остра, который завершил давний спор."
    )
    page = f"<html><head><meta charset='{encoding}'></head><body><h1>Договор о реке подписан</h1>"
    page += (
        "".join(f"<p>{sentence} Это абзац номер {number} из статьи.</p>" for number in range(1, 7)) + "</body></html>"
    )
    source = read_file("treaty.html", page.encode(encoding)).source
    assert source.text.startswith("Договор о реке подписан\n\nПрезиденты Норландии")
    assert source.language == "ru"


def test_encoding_that_is_not_declared(read_file: Reader) -> None:
    page = "<html><body><h1>Договор о реке подписан</h1>" + "".join(
        f"<p>Президенты подписали в среду договор о водах реки, который завершил спор. Абзац {number}.</p>"
        for number in range(8)
    )
    assert "Президенты подписали в среду договор" in read_file("treaty.html", page.encode("cp1251")).source.text


def test_broken_page_is_read_as_far_as_it_goes(read_file: Reader) -> None:
    page = COURIER.replace("</p>", "").replace("</div></header>", "").replace("\n", "\x00\n")
    text = read_file("treaty.html", page[: page.index("Sign up for")]).source.text
    assert f1(text) >= 0.95
    assert "\x00" not in text


def test_scripts_are_no_text_even_in_titles(read_file: Reader) -> None:
    page = f"""<html><head><title>{HEADLINE}</title>
    <meta property="og:title" content="&lt;script&gt;alert(1)&lt;/script&gt; {HEADLINE}">
    <meta name="author" content="javascript:alert(1)"><link rel="canonical" href="javascript:alert(2)"></head>
    <body><h1><script>alert(3)</script>{HEADLINE}</h1>{paragraphs()}<p onclick="alert(4)">It {{{{ 7 * 7 }}}} rained.</p>
    </body></html>"""
    source = read_file("treaty.html", page).source
    assert source.url is None
    assert source.title.endswith(HEADLINE)
    assert source.title in source.text, "what a page states is text like any other"
    assert not any(f"alert({number})" in source.text for number in (2, 3, 4))


def test_what_a_sidecar_states_wins(read_file: Reader, tmp_path: Path) -> None:
    (tmp_path / "treaty.meta.yml").write_text("published: 2024-06-20\npublisher: Norland News\n", encoding="utf-8")
    source = check_text(read_file("treaty.html", COURIER))
    assert (source.published, source.published_basis) == (date(2024, 6, 20), "sidecar")
    assert (source.publisher, source.author) == ("Norland News", "Hanne Ostrell, Ivo Lind")


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x</script></body></html>", "<p></p>"])
def test_page_without_text(fault_of: Callable[[str, str | bytes], str], page: str) -> None:
    assert "no article was found on this page" in fault_of("treaty.html", page)


def test_page_of_nothing_but_nested_elements(fault_of: Callable[[str, str | bytes], str]) -> None:
    assert fault_of("treaty.html", "<div>" * 200_000 + "x")
