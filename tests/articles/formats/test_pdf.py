"""PDF documents: paragraphs across lines, columns and pages; passwords and scans get one clear line."""

import io
from collections.abc import Callable

import pikepdf
import pytest
import typst

from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text

type Reader = Callable[[str, str | bytes], Article]
type Fault = Callable[[str, str | bytes], str]


def pdf(columns: int = 1, body: tuple[str, ...] = BODY, height: str = "297mm") -> bytes:
    """The article as a newspaper would print it."""
    paragraphs = "\n\n".join(paragraph.replace("@", "\\@") for paragraph in body)
    source = f"""
    #set document(title: "{HEADLINE}", author: "Hanne Ostrell", date: datetime(year: 2024, month: 6, day: 20))
    #set page(height: {height}, header: [The Harbour Courier #h(1fr) World], numbering: "1")
    #set text(lang: "en", size: 10pt)
    #set par(justify: true, spacing: 1.4em)
    #text(size: 20pt, hyphenate: false)[{HEADLINE}]

    #columns({columns})[{paragraphs}]
    """
    document: bytes = typst.compile(source.encode("utf-8"), format="pdf")
    return document


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_text_layer(read_file: Reader, columns: int) -> None:
    source = check_text(read_file("treaty.pdf", pdf(columns)))
    assert (source.title, source.author, source.language) == (HEADLINE, "Hanne Ostrell", "en")
    assert source.published_basis == "file"
    assert str(source.published) == "2024-06-20"


def test_running_heads_and_page_numbers_are_left_out(read_file: Reader) -> None:
    source = check_text(read_file("treaty.pdf", pdf(height="85mm")))
    assert "Courier" not in source.text
    assert not any(paragraph.isdecimal() for paragraph in source.text.split("\n\n"))


def test_paragraphs_are_whole(read_file: Reader) -> None:
    text = check_text(read_file("treaty.pdf", pdf())).text
    assert text.split("\n\n") == [HEADLINE, *BODY]


def test_password(fault_of: Fault) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(stream, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    assert "this PDF has a password; open it and save or print it" in fault_of("treaty.pdf", stream.getvalue())


def test_document_that_anybody_may_read_though_it_is_encrypted(read_file: Reader) -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.save(stream, encryption=pikepdf.Encryption(user="", owner="secret"))
    check_text(read_file("treaty.pdf", stream.getvalue()))


def test_scan(fault_of: Fault) -> None:
    stream = io.BytesIO()
    document = pikepdf.new()
    document.add_blank_page()
    document.save(stream)
    assert "this PDF is a scan without text; run text recognition (OCR)" in fault_of("treaty.pdf", stream.getvalue())


@pytest.mark.parametrize(
    "content", [b"Norland and Sudia signed.", b"%PDF-1.7\n1 0 obj\n<<", b"%PDF-1.7\n" + b"\0" * 99]
)
def test_files_that_are_no_documents(fault_of: Fault, content: bytes) -> None:
    assert "this " in fault_of("treaty.pdf", content)
