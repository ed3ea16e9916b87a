"""Office documents: paragraphs, headings and lists as they are shown, properties for what they are worth."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import docx
import pytest
from docx.oxml import parse_xml
from odfdo import Document, Header, List, ListItem, Paragraph

from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text

type Reader = Callable[[str, str | bytes], Article]
type Fault = Callable[[str, str | bytes], str]


def word(*lines: str) -> bytes:
    document = docx.Document()
    document.core_properties.author = "Press office"
    document.core_properties.created = datetime(2024, 6, 21)
    document.add_heading(HEADLINE, 0)
    for line in (*lines, *BODY):
        document.add_paragraph(line)
    return saved(document)


def saved(document: docx.document.Document | Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def open_document() -> Document:
    document = Document("text")
    document.body.clear()
    document.meta.title = "draft 2"
    document.meta.creation_date = datetime(2024, 6, 21)
    document.body.append(Header(1, HEADLINE))
    for paragraph in BODY:
        document.body.append(Paragraph(paragraph))
    return document


def archive_with(content: bytes, name: str, part: bytes) -> bytes:
    """A document with one more part, or another one in the place of a part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, part)
    return stream.getvalue()


def test_word_document(read_file: Reader) -> None:
    source = check_text(read_file("treaty.docx", word()))
    assert (source.published, source.published_basis) == (date(2024, 6, 21), "file")
    assert (source.title, source.author, source.language) == (HEADLINE, "Press office", "en")


def test_what_the_text_says_comes_before_the_properties_of_the_file(read_file: Reader) -> None:
    source = check_text(read_file("treaty.docx", word("By Hanne Ostrell", "June 19, 2024")))
    assert (source.published, source.published_basis) == (date(2024, 6, 19), "stated")
    assert source.author == "Hanne Ostrell"


def test_word_document_keeps_lists_headings_and_tables_and_drops_what_was_deleted(read_file: Reader) -> None:
    document = docx.Document(io.BytesIO(word()))
    document.add_heading("What comes next", 2)
    document.add_paragraph("Both parliaments vote on the treaty in July.", style="List Bullet")
    document.add_paragraph("The commission meets for the first time in August.", style="List Bullet")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = (
        "Flow at Norburg",
        "300 cubic metres a second, as agreed.",
    )
    last = document.add_paragraph("The treaty is open to other states.")
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in ("<w:del {0}><w:r><w:delText> Never.</w:delText></w:r></w:del>",
                "<w:ins {0}><w:r><w:t> Two have asked to join.</w:t></w:r></w:ins>"):  # fmt: skip
        last._p.append(parse_xml(xml.format(namespace)))
    article = read_file("treaty.docx", saved(document))
    shown = [(block.kind, article.source.text[block.start : block.end]) for block in article.blocks][len(BODY) + 1 :]
    assert shown == [
        ("heading", "What comes next"),
        ("item", "Both parliaments vote on the treaty in July."),
        ("item", "The commission meets for the first time in August."),
        ("prose", "Flow at Norburg; 300 cubic metres a second, as agreed."),
        ("prose", "The treaty is open to other states. Two have asked to join."),
    ]


def test_open_document(read_file: Reader) -> None:
    document = open_document()
    document.body.append(Header(2, "What comes next"))
    document.body.append(List([ListItem("Both parliaments vote on the treaty in July.")]))
    article = read_file("treaty.odt", saved(document))
    source = check_text(article)
    assert (source.published, source.published_basis) == (date(2024, 6, 21), "file")
    assert source.title == HEADLINE, "the headline in the text, not the property"
    assert [block.kind for block in article.blocks][-2:] == ["heading", "item"]


def rich_text() -> bytes:
    def coded(text: str) -> str:
        return "".join(letter if letter < "\x7f" else f"\\u{ord(letter)}?" for letter in text)

    body = "".join(f"{{\\f0\\fs24 {coded(paragraph)}\\par\\par}}\n" for paragraph in BODY)
    return (
        "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title Norland treaty}{\\author Hanne Ostrell}"
        f"{{\\creatim\\yr2024\\mo6\\dy20\\hr9}}}}{{\\b\\fs40 {HEADLINE}\\par}}{body}"
        "{\\pict\\pngblip " + "89504e47" * 1000 + "}}"
    ).encode("ascii")


def test_rich_text(read_file: Reader) -> None:
    source = check_text(read_file("treaty.rtf", rich_text()))
    assert source.author == "Hanne Ostrell"
    assert (source.published, source.published_basis) == (date(2024, 6, 20), "file")


def test_rich_text_that_breaks_off(read_file: Reader) -> None:
    content = rich_text()
    assert "Under the treaty, Sudia receives" in read_file("treaty.rtf", content[: len(content) // 3]).source.text


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_archive_that_grows_without_bound_is_not_unpacked(fault_of: Fault, suffix: str) -> None:
    document = word() if suffix == ".docx" else saved(open_document())
    bomb = archive_with(document, "media/river.bin", bytes(201_000_000))
    assert len(bomb) < 1_000_000
    assert "unpacked, this file would be larger than 200 MB" in fault_of(f"treaty{suffix}", bomb)


@pytest.mark.parametrize(("suffix", "part"), [(".docx", "word/document.xml"), (".odt", "content.xml")])
def test_entities_are_refused(fault_of: Fault, suffix: str, part: str) -> None:
    document = word() if suffix == ".docx" else saved(open_document())
    xml = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'
    assert "declares entities" in fault_of(f"treaty{suffix}", archive_with(document, part, xml))


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"PK\x03\x04 and nothing more", "or a damaged one"),
        (b"Norland and Sudia signed a treaty.", "or a damaged one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document, or one with a password"),
        (b"", "the file is empty"),
    ],
)
def test_files_that_are_no_documents(fault_of: Fault, suffix: str, content: bytes, problem: str) -> None:
    assert problem in fault_of(f"treaty{suffix}", content)


def test_documents_of_another_kind(fault_of: Fault) -> None:
    assert "this is no OpenDocument text" in fault_of("treaty.odt", saved(Document("spreadsheet")))
    assert "this is no Word document" in fault_of("treaty.docx", saved(open_document()))
    assert "this is no rich text document" in fault_of("treaty.rtf", "Norland and Sudia signed a treaty.")


def test_documents_without_text(fault_of: Fault) -> None:
    empty = open_document()
    empty.body.clear()
    assert "there is no text in this document" in fault_of("treaty.odt", saved(empty))
    assert "there is no text in this document" in fault_of("treaty.docx", saved(docx.Document()))
    assert "there is no text in this document" in fault_of("treaty.rtf", "{\\rtf1\\ansi }")
