"""Whatever a file holds, it becomes articles whose blocks cover their text, or one line that can be printed."""

import csv
import gzip
import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from generator.articles import SUFFIXES, ArticleError, read_articles
from tests.articles.formats.test_documents import open_document, rich_text, saved, word
from tests.articles.formats.test_pdf import pdf
from tests.fuzz.inputs import MARKUP, PROSE, holds_for, news, words


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def is_read_or_refused(folder: Path, name: str, content: bytes, described: bytes | None = None) -> None:
    """Reads a file, and looks at what came of it."""
    path, sidecar = folder / name, folder / f"{name}.meta.yml"
    path.write_bytes(content)
    if described is not None:
        sidecar.write_bytes(described)
    lines: list[str] = []
    try:
        articles = read_articles(path, folder, lambda fault: lines.append(str(fault)))
    except ArticleError as error:
        lines.append(str(error))
    else:
        assert articles or lines
        assert len({article.source.id for article in articles}) == len(articles)
        for article in articles:
            text, blocks = article.source.text, article.blocks
            assert text.strip()
            assert "\n\n".join(text[block.start : block.end] for block in blocks) == text
            assert all(
                character.isprintable() or character in "\n\u200c\u200d" for character in text if character < "\x7f"
            )
            assert not set(text) & set("\x00\x1b\u202e\u2066\ufeff\ufffe")
            text.encode("utf-8")
            for field in (article.source.title, article.source.publisher, article.source.author):
                assert field is None or ("\n" not in field and "\x00" not in field)
            assert article.source.url is None or article.source.url.lower().startswith(("http://", "https://"))
    finally:
        path.unlink()
        sidecar.unlink(missing_ok=True)
    for line in lines:
        assert line.isprintable(), line


ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1251", "shift_jis", "utf-32"])
TEXTS = st.builds(lambda text, encoding: text.encode(encoding, "replace"), words(20) | news(40), ENCODINGS)
FRONT = st.builds(lambda front, text: f"---\n{front}\n---\n\n{text}".encode(), words(), news())


@holds_for(350, content=TEXTS | st.binary(max_size=300) | FRONT, suffix=st.sampled_from([".txt", ".md"]))
def test_text_in_any_encoding(folder: Path, content: bytes, suffix: str) -> None:
    is_read_or_refused(folder, f"story{suffix}", content)


TAGS = [
    "p", "div", "article", "h1", "h2", "ul", "li", "table", "td", "span", "a", "script", "style", "nav", "figure",
    "blockquote", "br", "title", "meta", "head", "body", "svg", "math", "template", "noscript", "form", "b",
]  # fmt: skip
TAG = st.builds(
    lambda tag, name, value, end: f"<{tag} {name}='{value}'{end}>",
    st.sampled_from(TAGS),
    st.sampled_from(["class", "id", "href", "property", "content", "name", "style", "itemprop", "datetime"]),
    st.sampled_from([*MARKUP, "og:title", "article:published_time", "2030-05-03", "display:none", "related", "author"]),
    st.sampled_from(["", "", "", "/"]),
)
PIECES = st.lists(TAG | st.sampled_from(TAGS).map("</{}>".format) | news(12), max_size=25).map("".join)
LINKED_DATA = st.recursive(
    words(3) | st.integers() | st.none() | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@graph", "headline", "author", "name", "datePublished", "articleBody", "publisher"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
).map(json.dumps)
PAGES = st.builds(
    lambda data, body: f"<html><head><script type='application/ld+json'>{data}</script></head><body>{body}".encode(),
    LINKED_DATA,
    PIECES,
)


@holds_for(150, content=PAGES | PIECES.map(str.encode), suffix=st.sampled_from([".html", ".htm"]))
def test_web_pages(folder: Path, content: bytes, suffix: str) -> None:
    is_read_or_refused(folder, f"story{suffix}", content)


VALUES = st.recursive(
    words(4) | news(20) | st.none() | st.booleans() | st.integers() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words(2), inner, max_size=3),
    max_leaves=6,
)
RECORDS = st.dictionaries(
    st.sampled_from(
        ["title", "text", "body", "content", "date", "url", "author", "source", "language", "articles", "x"]
    ),
    VALUES,
    max_size=6,
)


@holds_for(
    250,
    records=st.lists(RECORDS, min_size=1, max_size=3),
    cut=st.integers(0, 3000),
    suffix=st.sampled_from([".json", ".jsonl", ".ndjson"]),
)
def test_records(folder: Path, records: list[dict[str, Any]], cut: int, suffix: str) -> None:
    lines = [json.dumps(record) for record in records]
    text = "\n".join(lines) if suffix != ".json" else f"[{','.join(lines)}]" if len(lines) > 1 else lines[0]
    is_read_or_refused(folder, f"story{suffix}", text.encode()[: cut or None])


@holds_for(
    200,
    names=st.lists(st.sampled_from(["title", "text", "date", "url", "author", "x", ""]), min_size=1, max_size=5),
    rows=st.lists(st.lists(news(12), max_size=6), max_size=4),
    delimiter=st.sampled_from(",;\t|"),
)
def test_tables(folder: Path, names: list[str], rows: list[list[str]], delimiter: str) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, escapechar="\\")
    writer.writerows([names, *([cell.replace("\x00", "") for cell in row] for row in rows)])
    is_read_or_refused(folder, "story.csv", written.getvalue().encode())


FIELDS = st.sampled_from(
    ["From", "Subject", "Date", "Content-Type", "Content-Transfer-Encoding", "Content-Location", "X"]
)
VALUES_OF_FIELDS = words(4) | st.sampled_from(
    [
        "text/html",
        "multipart/mixed; boundary=b",
        "text/plain; charset=x",
        "base64",
        "quoted-printable",
        "=?utf-8?b?eA==?=",
    ]
)
MAILS = st.builds(
    lambda fields, parts: "".join(f"{name}: {value}\n" for name, value in fields) + "\n" + "\n--b\n".join(parts),
    st.lists(st.tuples(FIELDS, VALUES_OF_FIELDS), min_size=1, max_size=6),
    st.lists(
        news(20) | PIECES | st.just("Content-Type: text/html\n\n<p>The two signed a treaty on Friday."), max_size=3
    ),
)


@holds_for(200, mail=MAILS, suffix=st.sampled_from([".eml", ".mhtml", ".mht"]))
def test_mails_and_pages_with_all_on_them(folder: Path, mail: str, suffix: str) -> None:
    is_read_or_refused(folder, f"story{suffix}", mail.encode())


CONTROL_WORDS = [
    "\\par ", "\\b ", "\\u8217?", "\\u-3?", "\\'e9", "{", "}", "{\\info{\\title ", "{\\field{\\*\\fldinst{", "\\*",
    "HYPERLINK \"x\"", "{\\fonttbl{\\f0\\fcharset204 ", "\\f0 ", "\\ansicpg1251 ", "\\bin5 ", "{\\pict ", "\\\\",
    "\\{",
]  # fmt: skip


@holds_for(250, parts=st.lists(st.sampled_from(CONTROL_WORDS + PROSE + MARKUP), max_size=40))
def test_rich_text(folder: Path, parts: list[str]) -> None:
    is_read_or_refused(folder, "story.rtf", ("{\\rtf1\\ansi " + "".join(parts)).encode())


def repacked(document: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """An office document of which one part is another."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(written, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, change(content) if part.filename == name else content)
    return written.getvalue()


DOCUMENTS = {".docx": ("word/document.xml", word()), ".odt": ("content.xml", saved(open_document()))}
WHOLE = {".docx": DOCUMENTS[".docx"][1], ".odt": DOCUMENTS[".odt"][1], ".pdf": pdf(), ".rtf": rich_text()}


@holds_for(
    60,
    suffix=st.sampled_from(list(DOCUMENTS)),
    start=st.floats(0, 1),
    length=st.integers(0, 300),
    other=words(4)
    | st.sampled_from(["<w:p>", "</w:t>", "<text:p>", "<w:tbl><w:tr>", "<!DOCTYPE a [<!ENTITY b 'c'>]>"]),
)
def test_office_documents(folder: Path, suffix: str, start: float, length: int, other: str) -> None:
    name, document = DOCUMENTS[suffix]

    def change(content: bytes) -> bytes:
        at = int(start * len(content))
        return content[:at] + other.encode() + content[at + length :]

    is_read_or_refused(folder, f"story{suffix}", repacked(document, name, change))


@holds_for(
    80,
    suffix=st.sampled_from(list(WHOLE)),
    start=st.floats(0, 1),
    length=st.integers(0, 99),
    other=st.binary(max_size=40),
)
def test_damaged_files(folder: Path, suffix: str, start: float, length: int, other: bytes) -> None:
    whole = WHOLE[suffix]
    at = int(start * len(whole))
    is_read_or_refused(folder, f"story{suffix}", whole[:at] + other + whole[at + length :])


def record_of_crawl(address: str, body: str, length: int) -> bytes:
    """A record of an archive of web pages that states a length, right or wrong."""
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}".encode()
    fields = f"WARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response"
    head = f"WARC/1.0\r\n{fields}\r\nContent-Length: {len(page) + length}\r\n\r\n"
    return head.encode() + page + b"\r\n\r\n"


@holds_for(
    150,
    pages=st.lists(
        st.tuples(words(3) | st.just("https://x.example/a"), PIECES, st.sampled_from([0, 0, 0, 5, -5])), max_size=3
    ),
    packed=st.booleans(),
    cut=st.integers(0, 2000),
)
def test_archives_of_web_pages(folder: Path, pages: list[tuple[str, str, int]], packed: bool, cut: int) -> None:
    content = b"".join(record_of_crawl(*page) for page in pages)
    content = (gzip.compress(content) if packed else content)[: cut or None]
    is_read_or_refused(folder, f"story.warc{'.gz' * packed}", content)


@holds_for(250, suffix=st.sampled_from(SUFFIXES), content=st.binary(max_size=200))
def test_any_bytes_under_any_name(folder: Path, suffix: str, content: bytes) -> None:
    is_read_or_refused(folder, f"story{suffix}", content)


FIELDS_OF_SIDECARS = ["title", "published", "updated", "publisher", "author", "url", "language", "reliability", "x"]
STATED = st.lists(
    st.builds("{}: {}".format, st.sampled_from(FIELDS_OF_SIDECARS), words(3) | st.dates().map(str)), max_size=5
).map("\n".join)


@holds_for(300, described=STATED.map(str.encode) | words().map(str.encode) | st.binary(max_size=60))
def test_descriptions_of_articles(folder: Path, described: bytes) -> None:
    text = b"River treaty signed\n\nThe presidents signed a treaty on the river on Friday, officials said.\n"
    is_read_or_refused(folder, "story.txt", text, described)
