"""Files that hold several articles: one a line, one a row, or a list of records."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.articles import ArticleError, read_article, read_articles
from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text

type Several = Callable[[str, str | bytes], tuple[list[Article], list[str]]]

TEXT = "\n".join(BODY)
TREATY = {"title": HEADLINE, "text": TEXT, "date": "2024-06-19", "source": "The Harbour Courier",
          "url": "https://courier.example/treaty", "language": "en", "author": "Hanne Ostrell"}  # fmt: skip
DAM = {**TREATY, "title": "Dam on the river Ostra is delayed", "url": "https://courier.example/dam"}


def lines(*values: Any) -> str:
    """Records, one a line."""
    return "\n".join(value if isinstance(value, str) else json.dumps(value) for value in values) + "\n"


def table(*rows: dict[str, str], delimiter: str = ",") -> str:
    """Records as a table with the names of the first."""
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


ALL_FORMS = pytest.mark.parametrize(
    ("name", "content"),
    [
        ("feed.jsonl", lines(TREATY, DAM)),
        ("feed.jsonl", json.dumps({"articles": [TREATY, DAM]}, indent=2)),
        ("feed.json", json.dumps([TREATY, DAM])),
        ("feed.json", json.dumps({"status": "ok", "totalResults": 2, "articles": [TREATY, DAM]})),
        ("feed.csv", table(TREATY, DAM)),
        ("feed.csv", "sep=;\r\n" + table(TREATY, DAM, delimiter=";")),
        ("feed.CSV", table(TREATY, DAM, delimiter="\t")),
    ],
    ids=["lines", "one value over many lines", "list", "object with a list", "table", "semicolons", "tabs"],
)


@ALL_FORMS
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_record_is_an_article(read_several: Several, name: str, content: str, encoding: str) -> None:
    articles, faults = read_several(name, content.encode(encoding))
    assert faults == []
    source = check_text(articles[0])
    assert (source.path, source.record, source.publisher) == (name, 1, "The Harbour Courier")
    assert (source.published, source.published_basis) == (date(2024, 6, 19), "stated")
    assert (source.author, source.url, source.language) == ("Hanne Ostrell", TREATY["url"], "en")
    assert source.id == "2024-06-19-norland-and-sudia-sign-treaty-on-the-river-ostra"
    assert source.place == f"record 1 of {name}"
    assert [article.source.record for article in articles] == [1, 2]
    assert articles[1].source.id == "2024-06-19-dam-on-the-river-ostra-is-delayed"


@ALL_FORMS
def test_records_of_one_title_have_ids_of_their_own(read_several: Several, name: str, content: str) -> None:
    articles, _ = read_several(name, content.replace(DAM["title"], TREATY["title"]))
    first, second = (article.source.id for article in articles)
    assert second == f"{first}-2"


def test_a_record_is_told_apart_by_its_own_bytes(read_several: Several) -> None:
    (first, second), _ = read_several("feed.jsonl", lines(TREATY, DAM))
    (later,), _ = read_several("later.jsonl", lines(DAM))
    assert first.source.sha256 != second.source.sha256 == later.source.sha256


def test_a_single_record_has_the_file_for_itself_in_json_alone(read_several: Several) -> None:
    assert read_several("treaty.json", json.dumps([TREATY]))[0][0].source.record is None
    assert read_several("treaty.jsonl", lines(TREATY))[0][0].source.record == 1


def test_a_file_of_several_is_no_file_of_one(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(lines(TREATY, DAM), encoding="utf-8")
    with pytest.raises(ArticleError, match="there are 2 articles in this file; save one article per file"):
        read_article(path, tmp_path)


def test_without_a_place_for_faults_the_first_is_raised(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text(lines(TREATY, "{", DAM), encoding="utf-8")
    with pytest.raises(ArticleError, match="line 2: "):
        read_articles(path, tmp_path)


def test_bad_lines_are_named_and_the_others_read(read_several: Several) -> None:
    bad = ('{"title": "x"', "[" * 100_000, '{"id": 7}', "null", '"text"', json.dumps({"text": "<p></p>"}))
    articles, faults = read_several("feed.jsonl", lines(TREATY, *bad, "", DAM))
    assert [article.source.record for article in articles] == [1, 8]
    assert [fault.split(": ")[0] for fault in faults] == [f"line {number}" for number in range(2, 8)]
    assert "correct the JSON; one record per line" in faults[0]
    assert "nested too deeply" in faults[1]
    assert "neither a text nor a title with a summary" in faults[2]


def test_entries_of_a_list_that_are_no_articles_are_named(read_several: Several) -> None:
    removed = {"title": "[Removed]", "content": None, "description": None}
    articles, faults = read_several("feed.json", json.dumps({"articles": [TREATY, removed, 7, DAM]}))
    assert [article.source.record for article in articles] == [1, 4]
    assert [fault.split(": ")[0] for fault in faults] == ["record 2", "record 3"]


def test_hostile_text_stays_text(read_several: Several) -> None:
    hostile = "=cmd|'/c calc'!A0 \u202e<script>alert(1)</script>\u0000 the two leaders signed {{ a }} treaty."
    for name, content in (
        ("feed.jsonl", lines({"title": HEADLINE, "text": hostile}, DAM)),
        ("feed.csv", table({"title": HEADLINE, "text": hostile}, {"title": "Dam", "text": TEXT})),
    ):
        articles, faults = read_several(name, content)
        assert faults == []
        assert articles[0].source.text.startswith(f"{HEADLINE}\n\n=cmd|'/c calc'!A0 ")
        assert not {"\0", "\u202e"} & set(articles[0].source.text)


def test_null_bytes_and_stray_bytes_in_a_line(read_several: Several) -> None:
    content = (
        lines(TREATY).encode() + b'{"title": "x\0", \0 "text": "y"}\n' + lines(DAM).encode().replace(b"dam", b"d\xe4m")
    )
    articles, faults = read_several("feed.jsonl", content)
    assert [fault.split(": ")[0] for fault in faults] == ["line 2"]
    assert [article.source.record for article in articles] == [1, 3]


@pytest.mark.parametrize("name", ["feed.jsonl", "feed.csv", "feed.json"])
@pytest.mark.parametrize("content", ["Договор о реке подписан".encode("cp1251"), bytes(range(256)) * 9, b"%PDF-1.7"])
def test_files_that_are_no_text(read_several: Several, name: str, content: bytes) -> None:
    with pytest.raises(ArticleError, match=rf"{name}: .*; "):
        read_several(name, content)


def test_a_very_long_line(read_several: Several) -> None:
    long = "The two presidents signed a treaty on the river. " * 60_000
    for name, content in (
        ("feed.jsonl", lines({"title": HEADLINE, "text": long}, DAM)),
        ("feed.csv", table({"title": HEADLINE, "text": long}, {"title": "Dam", "text": TEXT})),
    ):
        articles, faults = read_several(name, content)
        assert (len(articles), faults) == (2, [])
        assert len(articles[0].source.text) > 2_900_000


def test_a_record_whose_text_is_too_long(read_several: Several) -> None:
    long = "The two presidents signed a treaty on the river.\n\n" * 210_000
    articles, faults = read_several("feed.jsonl", lines({"title": HEADLINE, "text": long}, DAM))
    assert faults == ["line 1: 10.1 MB of text, more than 10 MB; split the file, one article each"]
    assert len(articles) == 1


# --- tables


def test_columns_by_any_name_and_in_any_order(read_several: Several) -> None:
    header = "id,pubDate,Full Text,source.name,HEADLINE,link\n"
    articles, _ = read_several("feed.csv", header + f'7,2024-06-19,"{TEXT}",The Harbour Courier,"{HEADLINE}",x\n')
    source = check_text(articles[0])
    assert (source.publisher, source.url) == ("The Harbour Courier", None)


def test_bad_rows_are_named_and_the_others_read(read_several: Several) -> None:
    header, first, *_ = table(TREATY).partition("\r\n")
    del first
    good = table(TREATY).split("\r\n", 1)[1]
    bad = 'x,"The two "leaders" signed.",2024,,,,\r\n' + "a,b,c,d,e,f,g,h,i\r\n" + "title alone,,,,,,\r\n"
    articles, faults = read_several("feed.csv", f"{header}\r\n{good}\r\n{bad}{good}")
    assert len(articles) == 2
    first_line = 2 + len(BODY) + 1  # below the header and the article before
    assert [fault.split(": ")[0] for fault in faults] == [f"row {n} (line {first_line + n - 2})" for n in (2, 3, 4)]
    assert "write quotation marks within a cell twice" in faults[0]
    assert "9 cells where the first row names 7 columns" in faults[1]
    assert "neither a text nor a title with a summary" in faults[2]


def test_a_quotation_mark_that_is_never_closed_hides_one_row(read_several: Several) -> None:
    rows = [
        "title,text",
        f'{HEADLINE},"{BODY[0]}"',
        'Dam,"The dam is delayed.',
        *(f"News {n},{n} ships." for n in (1, 2)),
    ]
    articles, faults = read_several("feed.csv", "\n".join(rows))
    assert [article.source.title for article in articles] == [HEADLINE, "News 1", "News 2"]
    remedy = "close it, or write quotation marks within a cell twice"
    assert faults == [f"row 2 (line 3): a quotation mark is opened and never closed; {remedy}"]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("name,version\nbrief,1\n", "name, version"),
        ("\n\n", "nothing"),
        ("Norland and Sudia sign treaty\n\nThe two signed on Wednesday.\n", "Norland and Sudia sign treaty"),
        ("x" * 200_000, "x" * 30),
    ],
)
def test_a_table_whose_first_row_names_no_text(read_several: Several, content: str, named: str) -> None:
    with pytest.raises(ArticleError) as caught:
        read_several("feed.csv", content)
    assert f"names no column with an article's text (it names {named}); name the columns" in str(caught.value)


def test_a_table_without_rows(read_several: Several) -> None:
    with pytest.raises(ArticleError, match="there is no article in this file"):
        read_several("feed.csv", "title,text\n")


# --- sidecars


def test_a_sidecar_holds_for_every_record(read_several: Several, tmp_path: Path) -> None:
    (tmp_path / "feed.meta.yml").write_text("reliability: B\npublisher: The Ostra Post\n", encoding="utf-8")
    articles, _ = read_several("feed.jsonl", lines(TREATY, DAM))
    assert {(each.source.reliability, each.source.publisher) for each in articles} == {("B", "The Ostra Post")}


def test_a_title_cannot_be_that_of_all_records(read_several: Several, tmp_path: Path) -> None:
    (tmp_path / "feed.csv.meta.yml").write_text("title: Treaty\n", encoding="utf-8")
    path = tmp_path / "feed.csv"
    path.write_text(table(TREATY, DAM), encoding="utf-8")
    with pytest.raises(ArticleError) as caught:
        read_articles(path, tmp_path)
    assert "feed.csv.meta.yml: field 'title' cannot be that of all articles in feed.csv; take it out" in str(
        caught.value
    )
