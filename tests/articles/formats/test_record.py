"""Records as news APIs and collecting programs write them."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text

type Reader = Callable[[str, str | bytes], Article]

TEXT = "\n".join(BODY)
PAGE = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
ADDRESS = "https://courier.example/treaty"


@pytest.mark.parametrize(
    "record",
    [
        {"title": HEADLINE, "author": "Hanne Ostrell; Ivo Lind", "hostname": "courier.example", "date": "2024-06-19",
         "text": TEXT, "sitename": "The Harbour Courier", "url": ADDRESS, "language": "en", "fingerprint": "ab12",
         "id": None, "comments": "", "raw_text": " ".join(BODY), "excerpt": "The presidents signed."},
        {"status": "ok", "totalResults": 1, "articles": [
            {"source": {"id": None, "name": "The Harbour Courier"}, "author": "Hanne Ostrell", "title": HEADLINE,
             "description": "The presidents signed.", "url": ADDRESS, "publishedAt": "2024-06-19T19:10:00Z",
             "content": TEXT + "… [+2143 chars]"}]},
        {"response": {"results": [
            {"webTitle": HEADLINE, "webUrl": ADDRESS, "webPublicationDate": "2024-06-19T19:10:00Z",
             "fields": {"body": PAGE, "byline": "By Hanne Ostrell", "publication": "The Harbour Courier"}}]}},
        [{"maintext": TEXT, "title": HEADLINE, "authors": ["Hanne Ostrell"], "date_publish": "2024-06-19 19:10:00",
          "source_domain": "courier.example", "url": ADDRESS, "language": "en"}],
        {"@type": "NewsArticle", "headline": HEADLINE, "articleBody": TEXT, "datePublished": 1718824200, "url": ADDRESS,
         "author": {"@type": "Person", "name": "Hanne Ostrell"}, "publisher": {"name": "The Harbour Courier"}},
    ],
    ids=["trafilatura", "list of articles", "nested fields", "list", "json-ld"],
)  # fmt: skip
def test_field_names(read_file: Reader, record: Any) -> None:
    source = check_text(read_file("treaty.json", json.dumps(record)))
    assert (source.published, source.published_basis) == (date(2024, 6, 19), "stated")
    assert source.publisher in {"The Harbour Courier", "courier.example"}
    assert str(source.author).startswith("Hanne Ostrell")
    assert (source.title, source.url, source.language) == (HEADLINE, ADDRESS, "en")
    assert "chars]" not in source.text


def test_values_that_are_no_values_are_passed_over(read_file: Reader) -> None:
    record = {"title": HEADLINE, "text": TEXT, "date": 7, "author": [None, {"x": 1}, "https://example.org/me"],
              "url": "javascript:alert(1)", "language": ["en"], "source": 4, "published": True}  # fmt: skip
    source = check_text(read_file("treaty.json", json.dumps(record)))
    assert (source.published, source.author, source.url, source.publisher) == (None, None, None, None)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('{"title": "x",', "line 1: "),
        ("[" * 100_000, "nested too deeply"),
        ('{"name": "brief", "version": "1.0"}', "there is no article in this file"),
        ("[]", "there is no article in this file"),
        ("7", "there is no article in this file"),
        (json.dumps([{"text": TEXT}, {"text": TEXT}]), "there are 2 articles in this file; save one article per file"),
        ('{"text": "x"}\n{"text": "y"}', "line 2: another record begins here; give a file of one record a line"),
        (b"%PDF-1.7", "this is a PDF document, not text"),
    ],
)
def test_files_without_one_article(
    fault_of: Callable[[str, str | bytes], str], content: str | bytes, problem: str
) -> None:
    assert problem in fault_of("treaty.json", content)
