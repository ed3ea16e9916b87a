"""What a page states about its publication: day, author, publisher, language, address."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.model import Article

type Reader = Callable[..., Article]

TITLE = "Norland and Sudland settle dispute over river"
BODY = (
    "The presidents of Norland and Sudland signed a treaty on Wednesday that ends a dispute of twenty years over the "
    "waters of the river Lune, officials of both countries said on May 3, 2021.\n\n"
    "Under the treaty each side may use half of the water. It replaces the one of June 1, 1990."
)


def article_with(read: Reader, head: str) -> Article:
    article = read(f"{TITLE}\n\n{head}\n\n{BODY}\n")
    assert article.source.text == f"{TITLE}\n\n{BODY}", "the line is read and taken out of the text"
    return article


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2019-06-23", date(2019, 6, 23)),
        ("2019/06/23", date(2019, 6, 23)),
        ("2019-06-23T06:04:00Z", date(2019, 6, 23)),
        ("Sunday, June 23, 2019", date(2019, 6, 23)),
        ("Wed Jul 26 2023", date(2023, 7, 26)),
        ("26 July 2023", date(2023, 7, 26)),
        ("26th of July, 2023", date(2023, 7, 26)),
        ("26-Jul-2023 10:34 IST", date(2023, 7, 26)),
        ("26/07/2023", date(2023, 7, 26)),
        ("07/26/2023", date(2023, 7, 26)),
        ("05/05/2023", date(2023, 5, 5)),
        ("26.07.2023, 10:34 Uhr", date(2023, 7, 26)),
        ("Published: January 15, 2024 at 6:04 am EST", date(2024, 1, 15)),
        ("Posted on Jan. 15, 2024 | 4 min read", date(2024, 1, 15)),
        ("Published January 15, 2024 Updated January 17, 2024", date(2024, 1, 15)),
        ("Updated: January 17, 2024 3:05 pm", date(2024, 1, 17)),
        ("Last Updated: 2024-01-17 10:00", date(2024, 1, 17)),
        ("January 15, 202410:34 AM GMT+2Updated 2 days ago", date(2024, 1, 15)),
        ("NORBURG, January 15, 2024", date(2024, 1, 15)),
        ("World | January 15, 2024", date(2024, 1, 15)),
        ("Publié le 15 janvier 2024 à 10h34", date(2024, 1, 15)),
        ("Veröffentlicht am 15. März 2024", date(2024, 3, 15)),
        ("15 de enero de 2024", date(2024, 1, 15)),
        ("15 января 2024, 10:34", date(2024, 1, 15)),
        ("2024年1月15日 10:34", date(2024, 1, 15)),
        ("2024년 1월 15일", date(2024, 1, 15)),
    ],
)
def test_day_of_publication(read: Reader, line: str, day: date) -> None:
    source = article_with(read, line).source
    assert (source.published, source.published_basis) == (day, "stated")


@pytest.mark.parametrize(
    "line", ["05/06/2024", "Published 2 hours ago", "Posted June 23", "Last updated :", "2019-02-31 | 3 min read"]
)
def test_day_that_is_not_certain_is_left_open(read: Reader, line: str) -> None:
    source = read(f"{TITLE}\n\n{line}\n\n{BODY}\n").source
    assert (source.published, source.published_basis) == (None, None)


def test_days_in_the_prose_are_not_the_day_of_publication(read: Reader) -> None:
    assert read(f"{TITLE}\n\n{BODY}\n").source.published is None


def test_day_below_the_headline_beats_the_day_of_the_visit_above_it(read: Reader) -> None:
    source = read(f"Monday, March 4, 2024\n\n{TITLE}\n\nJanuary 15, 2024\n\n{BODY}\n").source
    assert source.published == date(2024, 1, 15)


def test_agency_dateline_gives_day_and_publisher(read: Reader) -> None:
    source = read(f"{TITLE}\n\nNORBURG, Jan. 15, 2024 (AP) - {BODY}\n").source
    assert (source.published, source.publisher) == (date(2024, 1, 15), "AP")
    assert source.text.startswith(f"{TITLE}\n\nNORBURG, Jan. 15, 2024 (AP) - The presidents")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By: Jane Roe", "Jane Roe"),
        ("BY JANE ROE", "JANE ROE"),
        ("By Jane Roe and John Poe", "Jane Roe and John Poe"),
        ("By Jane Roe, John Poe and Ann Grey", "Jane Roe, John Poe and Ann Grey"),
        ("By Jane Roe in Norburg", "Jane Roe"),
        ("By Jane Roe, Staff Writer", "Jane Roe"),
        ("By Jane Roe (jane.roe@example.org)", "Jane Roe"),
        ("Jane Roe, Staff Writer", "Jane Roe"),
        ("By Jane van der Roe | January 15, 2024", "Jane van der Roe"),
        ("Posted on January 15, 2024 by Jane Roe", "Jane Roe"),
        ("Jane Roe | January 15, 2024 | 5 min read", "Jane Roe"),
        ("Author: Jane Roe", "Jane Roe"),
        ("By\nJane Roe", "Jane Roe"),
        ("Jane Roe\nDiplomatic Correspondent", "Jane Roe"),
        ("Jane Roe\nJanuary 15, 2024", "Jane Roe"),
        ("Par Jeanne Martin", "Jeanne Martin"),
        ("홍길동 기자", "홍길동"),
    ],
)
def test_author(read: Reader, line: str, author: str) -> None:
    assert article_with(read, line).source.author == author


@pytest.mark.parametrize("line", ["By Friday", "By the numbers", "By land and by sea", "Posted by admin"])
def test_no_author(read: Reader, line: str) -> None:
    assert read(f"{TITLE}\n\n{line}\n\n{BODY}\n").source.author is None


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (f"{TITLE}\n\nNORDPOST - Cultural\n{TITLE}", "NORDPOST"),
        (f"{TITLE} | The Norland Herald", "The Norland Herald"),
        (f"{TITLE} - The Norland Herald\n\n{TITLE}", "The Norland Herald"),
        (f"The Norland Herald\n\n{TITLE}", "The Norland Herald"),
        (f"{TITLE}\n\nSource: The Norland Herald", "The Norland Herald"),
        (f"{TITLE}\n\nBy Jane Roe, BBC News, Norburg", "BBC News"),
        (f"{TITLE}\n\nJane Roe / The Norland Herald", "The Norland Herald"),
        (f"{TITLE}\n\nwww.norland-herald.com", "www.norland-herald.com"),
    ],
)
def test_publisher(read: Reader, head: str, publisher: str) -> None:
    source = read(f"{head}\n\n{BODY}\n").source
    assert source.publisher == publisher
    assert source.text == f"{TITLE}\n\n{BODY}"


def test_agency_that_wrote_the_article_is_author_and_publisher(read: Reader) -> None:
    source = article_with(read, "By Reuters").source
    assert (source.author, source.publisher) == ("Reuters", "Reuters")


def test_paper_that_the_article_only_quotes_is_not_its_publisher(read: Reader) -> None:
    assert read(f"{TITLE}\n\n{BODY} So Reuters reported.\n").source.publisher is None


def test_address(read: Reader) -> None:
    assert article_with(read, "URL: https://example.org/river").source.url == "https://example.org/river"


def test_address_that_is_no_web_address_is_not_taken(read: Reader) -> None:
    assert read(f"{TITLE}\n\nURL: javascript:alert(1)\n\n{BODY}\n").source.url is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        (
            "Les présidents de la Norlande et du Sudland ont signé un traité qui met fin à une dispute sur les eaux.",
            "fr",
        ),
        ("Die Präsidenten haben einen Vertrag unterzeichnet, der den Streit um das Wasser des Flusses beendet.", "de"),
        (
            "Los presidentes firmaron un tratado que pone fin a la disputa por las aguas del río en el norte del país.",
            "es",
        ),
        ("Президенты подписали договор, который завершил спор о воде, и это не всё, что они сделали для мира.", "ru"),
        (
            "Президенти підписали договір, який завершив суперечку про воду, і це не все, що вони зробили для миру.",
            "uk",
        ),
        ("대통령들은 수요일에 조약에 서명했다.", "ko"),
        ("大統領は水曜日に条約に署名した。", "ja"),
        ("两国总统星期三签署了条约。", "zh"),
        ("Zyx wvu tsr qpo.", None),
    ],
)
def test_language_of_the_text(read: Reader, text: str, language: str | None) -> None:
    assert read(f"Lune\n\n{text}\n").source.language == language


@pytest.mark.parametrize("line", ["date 2024-01-15 en English", "Language: English", "Language: en"])
def test_stated_language(read: Reader, line: str) -> None:
    assert read(f"Lune\n{line}\n\nZyx wvu tsr qpo nml kji hgf edc.\n").source.language == "en"
