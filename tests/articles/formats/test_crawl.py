"""Archives of crawled pages: their articles, whatever else lies in them and whatever is damaged."""

import gzip
import zlib
from collections.abc import Callable
from datetime import date

import pytest

from generator.articles import ArticleError
from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text

type Several = Callable[[str, str | bytes], tuple[list[Article], list[str]]]

PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
ADDRESS = "https://courier.example/news/treaty"


def web_page(title: str = HEADLINE) -> bytes:
    """A page with a menu and an article on it, which states nothing but its title."""
    menu = "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
    body = f"<body>{menu}<article><h1>{title}</h1>{PARAGRAPHS}</article></body>"
    return f"<!doctype html><html lang=en><head><title>{title}</title></head>{body}</html>".encode()


def record(kind: str, address: str, block: bytes, *more: str) -> bytes:
    """One record of an archive."""
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Target-URI: {address}", "WARC-Date: 2024-06-20T08:15:00Z", *more]
    return "\r\n".join([*lines, f"Content-Length: {len(block)}", "", ""]).encode() + block + b"\r\n\r\n"


def answer(content: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8", *more: str) -> bytes:
    """What a server answered."""
    return "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {kind}", *more, "", ""]).encode() + content


def page(address: str = ADDRESS, title: str = HEADLINE) -> bytes:
    """A page that was answered in full."""
    return record("response", address, answer(web_page(title)))


ABOUT = record("warcinfo", "urn:x", b"software: crawler\r\n")


def archive(*records: bytes) -> bytes:
    """An archive of records."""
    return b"".join((ABOUT, *records))


def packed(*records: bytes) -> bytes:
    """An archive of records, each compressed by itself."""
    return b"".join(map(gzip.compress, (ABOUT, *records)))


ENDINGS = pytest.mark.parametrize(
    ("name", "write"),
    [("crawl.warc", archive), ("crawl.warc.gz", packed), ("CRAWL.WARC.GZ", lambda *of: gzip.compress(archive(*of)))],
    ids=["plain", "compressed by record", "compressed as a whole"],
)


@ENDINGS
def test_every_page_with_an_article(read_several: Several, name: str, write: Callable[..., bytes]) -> None:
    content = write(page(), page("https://courier.example/news/dam", "Dam on the river Ostra is delayed"))
    articles, faults = read_several(name, content)
    assert faults == []
    source = check_text(articles[0])
    assert (source.url, source.record, source.language) == (ADDRESS, 2, "en")
    assert (source.published, source.published_basis) == (date(2024, 6, 20), "file"), "the day of the crawl"
    assert source.id == "2024-06-20-norland-and-sudia-sign-treaty-on-the-river-ostra"
    assert (articles[1].source.title, articles[1].source.record) == ("Dam on the river Ostra is delayed", 3)


def test_the_page_s_own_date_beats_that_of_the_crawl(read_several: Several) -> None:
    dated = web_page().replace(b"<head>", b'<head><meta property="article:published_time" content="2024-06-18">')
    articles, _ = read_several("crawl.warc", archive(record("response", ADDRESS, answer(dated))))
    assert (articles[0].source.published, articles[0].source.published_basis) == (date(2024, 6, 18), "stated")


def test_what_is_no_article_is_passed_over(read_several: Several) -> None:
    other = (
        record("request", ADDRESS, b"GET /news/treaty HTTP/1.1\r\nHost: courier.example\r\n\r\n"),
        record("revisit", ADDRESS, b"HTTP/1.1 200 OK\r\n\r\n"),
        record("metadata", ADDRESS, b"fetchTimeMs: 12\r\n"),
        record("response", ADDRESS + "/missing", answer(web_page("Page not found"), "404 Not Found")),
        record("response", ADDRESS + "/moved", answer(web_page("Moved"), "301 Moved")),
        record("response", ADDRESS + "/photo.jpg", answer(b"\xff\xd8\xff" * 500, kind="image/jpeg")),
        record("response", ADDRESS + "/", answer(b"<html><body><a href='/x'>News</a></body></html>")),
        record("response", "dns:courier.example", b"20240620 courier.example. 300 IN A 192.0.2.1\r\n"),
    )
    articles, faults = read_several("crawl.warc", archive(*other, page()))
    assert [article.source.record for article in articles] == [10]
    assert faults == []


@pytest.mark.parametrize("kind", ["gzip", "deflate", "chunked"])
def test_pages_as_they_were_sent(read_several: Several, kind: str) -> None:
    content = web_page()
    if kind == "chunked":
        pieces = [content[start : start + 700] for start in range(0, len(content), 700)]
        chunks = b"".join(f"{len(piece):x}\r\n".encode() + piece + b"\r\n" for piece in pieces) + b"0\r\n\r\n"
        block = answer(chunks, "200 OK", "text/html", "Transfer-Encoding: chunked")
    else:
        sent = gzip.compress(content) if kind == "gzip" else zlib.compress(content)
        block = answer(sent, "200 OK", "text/html; charset=utf-8", f"Content-Encoding: {kind}")
    articles, faults = read_several("crawl.warc", archive(record("response", ADDRESS, block)))
    check_text(articles[0])
    assert faults == []


def test_encoding_that_only_the_server_states(read_several: Several) -> None:
    text = web_page().decode().replace("Norland", "Norländer").encode("iso-8859-1", "xmlcharrefreplace")
    block = answer(text, kind="text/html; charset=ISO-8859-1")
    articles, _ = read_several("crawl.warc", archive(record("response", ADDRESS, block)))
    assert "Norländer" in articles[0].source.text


@pytest.mark.parametrize(
    ("damaged", "problem"),
    [
        (page().replace(b"Content-Length", b"Content-Size"), "record 3: its header does not say how long it is"),
        (page()[20:], "record 3: no record begins where one should"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n" + b"X: y\r\n" * 300, "record 3: its header has no end"),
        (
            record("response", ADDRESS, answer(web_page())).replace(b"Content-Length: ", b"Content-Length: 99"),
            "record 3: it breaks off, or is shorter than its header says",
        ),
    ],
)
def test_a_damaged_record_does_not_hide_the_others(read_several: Several, damaged: bytes, problem: str) -> None:
    articles, faults = read_several("crawl.warc", archive(page(), damaged, page(title="Dam on the river is delayed")))
    assert [article.source.title for article in articles] == [HEADLINE, "Dam on the river is delayed"]
    assert faults == [f"{problem}; save the page again; all others are read"]


def test_damaged_compression_does_not_hide_the_others(read_several: Several) -> None:
    broken = bytearray(gzip.compress(page()))
    broken[200:260] = b"\xff" * 60
    content = packed(page()) + bytes(broken) + gzip.compress(page(title="Dam on the river is delayed"))
    articles, faults = read_several("crawl.warc.gz", content)
    assert [article.source.title for article in articles] == [HEADLINE, "Dam on the river is delayed"]
    assert faults
    assert all(fault.startswith("record ") for fault in faults)


@pytest.mark.parametrize("end", [3, 40, 400])
@pytest.mark.parametrize(("name", "write"), [("crawl.warc", archive), ("crawl.warc.gz", packed)])
def test_archive_that_breaks_off(read_several: Several, name: str, write: Callable[..., bytes], end: int) -> None:
    articles, faults = read_several(name, write(page(), page(title="Dam on the river is delayed"))[:-end])
    assert articles[0].source.title == HEADLINE
    assert len(articles) + len(faults) == 2 or (len(articles), end, name) == (2, 3, "crawl.warc.gz")


@pytest.mark.parametrize(
    "content", [b"Some text of no kind.\n" * 50, b"WARC", gzip.compress(b"no archive", mtime=0), b"\x1f\x8b\x08" * 9]
)
def test_what_is_no_archive(read_several: Several, content: bytes) -> None:
    with pytest.raises(ArticleError, match=r"crawl.warc.gz: this is no archive of web pages; save the pages again"):
        read_several("crawl.warc.gz", content)


def test_archive_without_an_article(read_several: Several) -> None:
    with pytest.raises(ArticleError, match="there is no article in this file"):
        read_several("crawl.warc", archive(record("response", ADDRESS, answer(b"\x89PNG", kind="image/png"))))


def test_archive_that_unpacks_without_end(read_several: Several, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.articles.formats.crawl._MOST_UNPACKED", 3_000_000)
    bomb = packed(page()) + gzip.compress(b"\0" * 20_000_000)
    with pytest.raises(ArticleError, match="unpacked, this file would be larger than 3 MB; split the archive"):
        read_several("crawl.warc.gz", bomb)


def test_page_that_unpacks_without_end(read_several: Several) -> None:
    bomb = answer(gzip.compress(b"<p>river" * 4_000_000), "200 OK", "text/html", "Content-Encoding: gzip")
    articles, faults = read_several("crawl.warc.gz", packed(record("response", ADDRESS, bomb), page()))
    assert faults == ["record 2: a page of more than 20 MB; save the page again; all others are read"]
    assert [article.source.title for article in articles] == [HEADLINE]


def test_page_packed_in_a_way_that_is_not_read(read_several: Several) -> None:
    block = answer(bytes(range(128, 256)) * 40, "200 OK", "text/html", "Content-Encoding: zstd")
    articles, faults = read_several("crawl.warc", archive(record("response", ADDRESS, block), page()))
    assert faults == ["record 2: packed in a way that is not read (zstd); save the page again; all others are read"]
    assert len(articles) == 1


def test_one_page_twice_has_two_ids(read_several: Several) -> None:
    articles, _ = read_several("crawl.warc", archive(page(), page()))
    first, second = (article.source.id for article in articles)
    assert second == f"{first}-2"


def test_nothing_is_said_on_the_standard_streams(read_several: Several, capfd: pytest.CaptureFixture[str]) -> None:
    read_several("crawl.warc", archive(page().replace(b"\r\n\r\nWARC", b"junk\r\nWARC") + b"junk\r\n", page()))
    assert tuple(capfd.readouterr()) == ("", "")
