"""Whatever the bytes are, a file is read or gets one clear line."""

import io
import json
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles.formats import COLLECTIONS, SUFFIXES, FormatError, extract, read_record, records
from tests.articles.formats.test_crawl import archive, packed, page
from tests.articles.formats.test_documents import open_document, rich_text, saved, word
from tests.articles.formats.test_mail import PAGE, mail
from tests.articles.formats.test_pdf import pdf
from tests.articles.formats.test_record import TEXT
from tests.articles.formats.test_web_page import COURIER


def _newsletter() -> bytes:
    message = mail()
    message.set_content("Short.")
    message.add_alternative(PAGE, subtype="html")
    return message.as_bytes()


_WHOLE: dict[str, Callable[[], bytes]] = {
    ".html": COURIER.encode,
    ".mht": _newsletter,
    ".eml": _newsletter,
    ".pdf": pdf,
    ".docx": word,
    ".odt": lambda: saved(open_document()),
    ".rtf": rich_text,
    ".json": json.dumps({"title": "Treaty", "text": TEXT}).encode,
}


@pytest.mark.parametrize("suffix", list(_WHOLE))
def test_damaged_files(suffix: str) -> None:
    whole = _WHOLE[suffix]()

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, len(whole)), st.integers(0, 200), st.binary(max_size=40))
    def damage(start: int, length: int, other: bytes) -> None:
        content = whole[:start] + other + whole[start + length :]
        try:
            paragraphs = extract(suffix, content).paragraphs
        except FormatError:
            return
        assert all(paragraph.text.strip() and "\n" not in paragraph.text for paragraph in paragraphs)

    damage()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("content", [b"\0" * 5000, b"\xff\xfe", b"PK\x03\x04", b"<", b"{", b"\x1f\x8b" * 40])
def test_files_of_no_format(suffix: str, content: bytes) -> None:
    with pytest.raises(FormatError):
        extract(suffix, content)


_SEVERAL: dict[str, Callable[[], bytes]] = {
    ".json": json.dumps([{"title": "Treaty", "text": TEXT}, {"title": "River", "text": TEXT}]).encode,
    ".jsonl": "\n".join(json.dumps({"title": title, "text": TEXT}) for title in ("Treaty", "River")).encode,
    ".csv": f'title;text\nTreaty;"{TEXT}"\nRiver;"{TEXT}"\n'.encode,
    ".warc": lambda: archive(page("https://courier.example/a/1"), page("https://courier.example/a/2")),
    ".warc.gz": lambda: packed(page("https://courier.example/a/1"), page("https://courier.example/a/2")),
}


@pytest.mark.parametrize("suffix", list(_SEVERAL))
def test_damaged_files_of_several(suffix: str) -> None:
    whole = _SEVERAL[suffix]()

    @settings(max_examples=30, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, len(whole)), st.integers(0, 200), st.binary(max_size=40))
    def damage(start: int, length: int, other: bytes) -> None:
        content = whole[:start] + other + whole[start + length :]
        try:
            for record in records(suffix, io.BytesIO(content)):
                try:
                    paragraphs = read_record(record).paragraphs
                except FormatError:
                    continue
                assert all(paragraph.text.strip() and "\n" not in paragraph.text for paragraph in paragraphs)
        except FormatError:
            return

    damage()


@pytest.mark.parametrize("suffix", COLLECTIONS)
@pytest.mark.parametrize("content", [b"\0" * 5000, b"\xff\xfe", b"PK\x03\x04", b"<", b"{", b"\x1f\x8b\x08" * 40, b""])
def test_files_of_no_format_hold_no_article(suffix: str, content: bytes) -> None:
    read = 0
    with suppress(FormatError):
        for record in records(suffix, io.BytesIO(content)):
            with suppress(FormatError):
                read_record(record)
                read += 1
    assert read == 0
