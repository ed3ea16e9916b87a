"""Feeds: what is read of them, and that each gives only what is new."""

import json
from datetime import date
from html import escape
from pathlib import Path
from xml.sax.saxutils import escape as xml_escape

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.articles import read_article
from generator.cli import main
from generator.intake.errors import IntakeError
from generator.intake.feeds import read_feed
from tests.intake.site import Response, Site, page, prose

pytestmark = pytest.mark.usefixtures("hasty")

IN_FULL = "".join(f"<p>{paragraph}</p>" for paragraph in prose())


def add(data: Path, *arguments: str | Path) -> Result:
    """`brief add` with these arguments, this machine's site allowed."""
    return CliRunner().invoke(main, ["add", "--data", str(data), "--allow-private", *map(str, arguments)])


def files(data: Path) -> list[str]:
    """The articles in the folder."""
    return sorted(path.name for path in (data / "articles").iterdir() if not path.name.endswith(".meta.yml"))


def rss(*items: str, more: str = "") -> Response:
    """An RSS 2.0 feed."""
    body = (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Courier</title>'
        f"<language>en-gb</language>{more}{''.join(items)}</channel></rss>"
    )
    return Response(body.encode(), kind="application/rss+xml")


def item(link: str, day: int = 1, identifier: str = "", text: str = "") -> str:
    """An item of an RSS feed."""
    content = f"<content:encoded>{xml_escape(text)}</content:encoded>" if text else ""
    guid = f'<guid isPermaLink="false">{identifier}</guid>' if identifier else ""
    return (
        f"<item><title>News of day {day}</title><link>{link}</link>{guid}<dc:creator>Anna Berg</dc:creator>"
        f"<pubDate>{day:02} May 2024 23:30:00 -0500</pubDate><description>A teaser.</description>{content}</item>"
    )


@pytest.fixture
def news(site: Site) -> Site:
    """A site with three articles, which state no date themselves, and a feed of them."""
    for day in (1, 2, 3):
        site.pages[f"/{day}"] = Response(page(f"Ferries of day {day}", [f"On day {day}:", *prose(2 * day, 5)]))
    site.pages["/rss"] = rss(*(item(site.at(f"/{day}"), day) for day in (3, 2, 1)))
    return site


# --- reading


ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title>
<link rel="self" href="https://courier.example/atom"/>
<entry><id>urn:1</id><title type="html">Ferries &amp;amp; trains</title><link href="/ferries"/>
<author><name>Anna Berg</name></author><published>2024-05-09T23:30:00-05:00</published>
<updated>2024-05-11T00:00:00Z</updated>
<content type="html">{escape(IN_FULL)}</content></entry></feed>"""

RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://courier.example">
<title>Courier</title></channel><item rdf:about="urn:1"><title>Ferries &amp; trains</title>
<link>https://courier.example/ferries</link><dc:date>2024-05-09</dc:date>
<dc:creator>Anna Berg</dc:creator></item></rdf:RDF>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Courier",
        "items": [
            {
                "id": "urn:1",
                "url": "/ferries",
                "title": "Ferries & trains",
                "date_published": "2024-05-09T23:30:00-05:00",
                "authors": [{"name": "Anna Berg"}],
                "content_text": "\n\n".join(prose()),
            }
        ],
    }
)


@pytest.mark.parametrize("text", [ATOM, RDF, JSON, "\ufeff" + ATOM, ATOM.replace("</feed>", "")])
def test_a_feed_of_any_kind_is_read(text: str) -> None:
    feed = read_feed(text.encode(), "feed", "https://courier.example/feed")
    found = feed.items[0]
    assert (feed.title, len(feed.items)) == ("Courier", 1)
    assert (found.id, found.url, found.title) == ("urn:1", "https://courier.example/ferries", "Ferries & trains")
    assert (found.published, found.author, found.publisher) == (date(2024, 5, 9), "Anna Berg", "Courier")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><body>No feed</body></html>",
        b"{}",
        b'{"version": "https://jsonfeed.org/version/1"',
        b"[1]",
        b"\x00\xff",
        b"plain text",
        b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000,
    ],
)
def test_what_is_no_feed_gets_one_line(content: bytes) -> None:
    with pytest.raises(IntakeError, match=r"^feed: this is no RSS, Atom or JSON feed; look for the feed's own address"):
        read_feed(content, "feed")


def test_entities_without_end_do_no_harm() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ten letters">{entities}]>'
        '<rss version="2.0"><channel><title>&e12;</title><item><guid>1</guid><title>&e12;</title>'
        "<link>https://courier.example/a</link></item></channel></rss>"
    )
    feed = read_feed(bomb.encode(), "feed")
    assert len(feed.title or "") < 1_000
    assert all(len(found.title or "") < 1_000 for found in feed.items)


def test_entities_that_name_files_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    text = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e SYSTEM "file://{tmp_path / "secret.txt"}">]>'
        '<rss version="2.0"><channel><title>&e;</title><item><guid>1</guid><title>&e; told</title></item>'
        "</channel></rss>"
    )
    feed = read_feed(text.encode(), "feed")
    assert "the secret" not in str(feed)


# --- taking


def test_a_feed_gives_its_items_and_then_only_what_is_new(data: Path, news: Site) -> None:
    first = add(data, "--feed", news.at("/rss"))
    assert first.exit_code == 0, first.output
    assert files(data) == [f"2024-05-0{day}-ferries-of-day-{day}.html" for day in (1, 2, 3)]
    assert "  date       2024-05-01 (from the feed)" in first.output
    assert "  publisher  The Harbour Courier (from the feed)" in first.output
    assert "  author     Anna Berg (from the feed)" in first.output
    assert first.output.splitlines()[-1] == "3 added"

    news.asked.clear()
    second = add(data, "--feed", news.at("/rss"))
    assert second.output == f"Nothing new in {news.at('/rss')}\n"
    assert second.exit_code == 0
    assert news.articles() == ["/rss"]

    news.pages["/4"] = Response(page("Ferries of day 4", ["On day 4:", *prose(1, 5)]))
    news.pages["/rss"] = rss(*(item(news.at(f"/{day}"), day) for day in (4, 3, 2, 1)))
    third = add(data, "--feed", news.at("/rss"))
    assert third.output.startswith(f"Added {data / 'articles' / '2024-05-04-ferries-of-day-4.html'} ")
    assert len(files(data)) == 4


def test_what_was_taken_stands_in_a_file_that_a_clone_has_too(data: Path, news: Site, tmp_path: Path) -> None:
    add(data, "--feed", news.at("/rss"), "--limit", "1")
    text = (data / "feeds.yml").read_text(encoding="utf-8")
    assert text.startswith("# What `brief add --feed` took.")
    assert yaml.safe_load(text) == [
        {
            "feed": news.at("/rss"),
            "title": "The Harbour Courier",
            "items": [
                {"id": news.at("/3"), "files": ["2024-05-03-ferries-of-day-3.html"], "taken": date.today()},
            ],
        }
    ]
    clone = tmp_path / "clone"
    (clone / "articles").mkdir(parents=True)
    (clone / "feeds.yml").write_text(text, encoding="utf-8")
    add(clone, "--feed", news.at("/rss"))
    assert files(clone) == ["2024-05-01-ferries-of-day-1.html", "2024-05-02-ferries-of-day-2.html"]


def test_an_article_that_was_thrown_away_does_not_come_back_until_its_entry_is_taken_out(
    data: Path, news: Site
) -> None:
    add(data, "--feed", news.at("/rss"))
    (data / "articles" / "2024-05-02-ferries-of-day-2.html").unlink()
    assert add(data, "--feed", news.at("/rss")).output == f"Nothing new in {news.at('/rss')}\n"
    kept = yaml.safe_load((data / "feeds.yml").read_text(encoding="utf-8"))
    kept[0]["items"] = [entry for entry in kept[0]["items"] if entry["id"] != news.at("/2")]
    (data / "feeds.yml").write_text(yaml.safe_dump(kept), encoding="utf-8")
    add(data, "--feed", news.at("/rss"))
    assert "2024-05-02-ferries-of-day-2.html" in files(data)


def test_without_that_file_nothing_is_taken_twice_either(data: Path, news: Site) -> None:
    add(data, "--feed", news.at("/rss"))
    (data / "feeds.yml").unlink()
    news.asked.clear()
    done = add(data, "--feed", news.at("/rss"))
    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == "3 already there"
    assert news.articles() == ["/rss"]
    assert len(files(data)) == 3


def test_the_newest_are_taken_where_only_some_are_wanted(data: Path, news: Site) -> None:
    news.pages["/rss"] = rss(*(item(news.at(f"/{day}"), day) for day in (1, 3, 2)))
    add(data, "--feed", news.at("/rss"), "--limit", "2")
    assert files(data) == ["2024-05-02-ferries-of-day-2.html", "2024-05-03-ferries-of-day-3.html"]


def test_an_item_that_fails_keeps_no_other_back_and_is_tried_again(data: Path, news: Site) -> None:
    news.pages["/2"] = Response(status=503)
    done = add(data, "--feed", news.at("/rss"))
    assert done.exit_code == 1
    assert done.stderr == (
        f"{news.at('/2')}: the site has a fault of its own (503); try again later, or open the page in a browser, save "
        "it and add the file\n"
    )
    assert done.stdout.splitlines()[-1] == "2 added, 1 not added"
    news.pages["/2"] = Response(page("Ferries of day 2", prose(4, 5)))
    assert add(data, "--feed", news.at("/rss")).exit_code == 0
    assert len(files(data)) == 3


@pytest.mark.parametrize("refusal", ["403", "robots", "stub"])
def test_what_the_feed_has_in_full_is_taken_where_the_page_is_refused(data: Path, news: Site, refusal: str) -> None:
    news.pages["/rss"] = rss(item(news.at("/1"), 1, text=IN_FULL + "<script>alert(1)</script>"))
    if refusal == "403":
        news.pages["/1"] = Response(status=403)
    elif refusal == "robots":
        news.pages["/robots.txt"] = Response(b"User-agent: *\nDisallow: /1", kind="text/plain")
    else:
        news.pages["/1"] = Response(b"<html><body><script>show()</script></body></html>")
    done = add(data, "--feed", news.at("/rss"))
    assert done.exit_code == 0, done.output
    assert "  note       taken from the feed's own text, since: " in done.output
    source = read_article(data / "articles" / files(data)[0], data / "articles").source
    assert (source.title, source.published, source.url) == ("News of day 1", date(2024, 5, 1), news.at("/1"))
    assert (source.publisher, source.author, source.language) == ("The Harbour Courier", "Anna Berg", "en")
    assert prose()[3] in source.text
    assert "alert" not in source.text


def test_a_teaser_is_not_taken_for_the_article(data: Path, news: Site) -> None:
    news.pages["/rss"] = rss(item(news.at("/1"), 1, text="<p>A short teaser.</p>"))
    news.pages["/1"] = Response(status=403)
    done = add(data, "--feed", news.at("/rss"))
    assert done.exit_code == 1
    assert files(data) == []


def test_an_item_without_an_address_is_taken_from_the_feed(data: Path, news: Site) -> None:
    news.pages["/rss"] = rss(item("", 1, identifier="one", text=IN_FULL), item("", 2, identifier="two"))
    done = add(data, "--feed", news.at("/rss"))
    assert files(data) == ["2024-05-01-news-of-day-1.html"]
    assert done.exit_code == 1
    assert done.stderr.startswith("two: it has no address; ")


def test_items_that_lead_to_private_machines_are_not_fetched(data: Path, news: Site, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    body = rss(item(news.at("/1"), 1, text=IN_FULL)).body
    feed.write_bytes(body if isinstance(body, bytes) else b"")
    done = CliRunner().invoke(main, ["add", "--data", str(data), "--feed", str(feed)])
    assert done.exit_code == 1
    assert "127.0.0.1 is a private address" in done.stderr
    assert news.asked == []
    assert files(data) == []


def test_a_feed_in_a_file_is_known_by_the_address_that_it_states(data: Path, news: Site, tmp_path: Path) -> None:
    own = f'<link xmlns="http://www.w3.org/2005/Atom" rel="self" href="{news.at("/rss")}"/>'
    news.pages["/rss"] = rss(item(news.at("/1"), 1), more=own)
    body = news.pages["/rss"].body
    (tmp_path / "feed.xml").write_bytes(body if isinstance(body, bytes) else b"")
    assert add(data, "--feed", tmp_path / "feed.xml").exit_code == 0
    assert add(data, "--feed", news.at("/rss")).output == f"Nothing new in {news.at('/rss')}\n"


def test_a_dry_run_takes_nothing(data: Path, news: Site) -> None:
    done = add(data, "--feed", news.at("/rss"), "--dry-run")
    assert done.output.splitlines()[-1] == "3 would be added"
    assert files(data) == []
    assert not (data / "feeds.yml").exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("- feed: x\n  itms: []\n", "feeds.yml: 2: 1.itms: unknown field"),
        ("- feed: [", "feeds.yml: "),
    ],
)
def test_a_fault_in_the_file_of_what_was_taken_is_a_line(data: Path, news: Site, content: str, words: str) -> None:
    (data / "feeds.yml").write_text(content, encoding="utf-8")
    done = add(data, "--feed", news.at("/rss"))
    assert done.exit_code == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (data / "feeds.yml").read_text(encoding="utf-8") == content


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--feed", "nosuch.xml"], "nosuch.xml: cannot be read: No such file"),
        (["--feed", "http://127.0.0.1:1/rss"], "no connection to 127.0.0.1"),
    ],
)
def test_a_feed_that_cannot_be_had_is_a_line(data: Path, arguments: list[str], words: str) -> None:
    done = add(data, *arguments)
    assert done.exit_code == 1
    assert words in done.stderr


def test_json_tells_of_items_that_are_there_already(data: Path, news: Site) -> None:
    add(data, news.at("/1"))
    done = add(data, "--feed", news.at("/rss"), "--json")
    first, *others = map(json.loads, done.stdout.splitlines())
    assert (first["outcome"], first["from"]) == ("already there", news.at("/1"))
    assert [other["outcome"] for other in others] == ["added", "added"]
