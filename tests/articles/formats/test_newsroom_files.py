"""Articles as newsrooms and readers pass them on: printed pages, manuscripts, mails, archives of pages."""

import io
import re
from collections.abc import Callable
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
import typst
from docx.shared import Pt
from odfdo import Document, Header, Paragraph

from generator.model import Article
from tests.articles.formats.test_saved_pages import f1

type Reader = Callable[[str, str | bytes], Article]

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
PULL_QUOTE = '#block[#text(size: 14pt, style: "italic")[“Either he can be in two places, or the camera cannot count”]]'
CAPTION = """#figure(rect(width: 100%, height: 3cm), supplement: none, numbering: none,
    caption: [The embassy of Norland in Sudhaven on Monday. Photo: Ulla Strand])"""


def paragraphs(name: str) -> list[str]:
    return (PAGES / f"{name}.txt").read_text("utf-8").strip().split("\n\n")


def escaped(text: str) -> str:
    return re.sub(r"([#$*_@<>\\`\[\]=~])", r"\\\1", text)


def printed(lines: list[str], columns: int, between: str = "", size: str = "10pt") -> bytes:
    """A page as a paper prints it: running heads, page numbers, columns, words parted at line ends."""
    title, *body = map(escaped, lines)
    body.insert(3, between)
    source = f"""
    #set document(title: "page14.indd", date: datetime(year: 2021, month: 5, day: 3))
    #set page(paper: "a4", margin: 2cm, footer: align(center)[observer.example · Page #context counter(page).display()],
      header: context [World Observer #h(1fr) Tuesday, 20 April 2021 #h(1fr) #counter(page).display()])
    #set text(lang: "en", size: {size}, hyphenate: true)
    #set par(justify: true, first-line-indent: 1em, spacing: 0.65em)
    #text(size: 22pt, weight: "bold", hyphenate: false)[{title}]

    #text(size: 9pt)[By Greta Holm]

    #columns({columns}, gutter: 14pt)[{"\n\n".join(body)}]
    """
    content: bytes = typst.compile(source.encode("utf-8"), format="pdf")
    return content


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("between", ["", PULL_QUOTE, CAPTION])
@pytest.mark.parametrize("size", ["10pt", "13pt"])
def test_printed_page(read_file: Reader, columns: int, between: str, size: str) -> None:
    lines = paragraphs("saved_browser") + paragraphs("author_bio_comments")[1:]
    source = read_file("page.pdf", printed(lines, columns, between, size)).source
    assert f1(source.text, "\n".join(lines)) >= 0.98
    assert source.text.split("\n\n")[0] == lines[0]
    assert (source.title, source.author, source.publisher) == (lines[0], "Greta Holm", "World Observer")
    assert (source.published, source.published_basis) == (date(2021, 4, 20), "stated"), "the day of the issue"


def test_paragraphs_go_on_in_the_next_column_and_on_the_next_page(read_file: Reader) -> None:
    lines = paragraphs("saved_browser") + paragraphs("author_bio_comments")[1:]
    for columns, size in ((1, "13pt"), (2, "10pt"), (3, "12pt")):
        text = read_file("page.pdf", printed(lines, columns, size=size)).source.text
        assert text.split("\n\n") == lines


HEADINGS = ("Who may stand?", "How is the vote held?", "What can the president do?", "And if nobody is elected?")


def test_manuscript_without_styles(read_file: Reader) -> None:
    title, *body = lines = paragraphs("lists_and_quotes")
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "The Capital Courier, Monday edition"
    document.sections[0].footer.paragraphs[0].text = "Page 1 of 3"
    first = document.add_paragraph().add_run(title)
    first.bold, first.font.size = True, Pt(22)
    for line in ("By Ebba Nordin", "Published 6 March 2023", *body, "Photo: Per Wik", "Share this article"):
        document.add_paragraph().add_run(line).bold = line in HEADINGS
    stream = io.BytesIO()
    document.save(stream)
    source = read_file("president.docx", stream.getvalue()).source
    assert source.text.split("\n\n") == lines
    assert (source.title, source.author, source.published) == (title, "Ebba Nordin", date(2023, 3, 6))


def test_open_document_and_rich_text(read_file: Reader) -> None:
    title, *body = lines = paragraphs("lists_and_quotes")
    document = Document("text")
    document.body.clear()
    for line in (title, "By Ebba Nordin, 6 March 2023", *body):
        document.body.append(Header(1 if line == title else 2, line) if line in (title, *HEADINGS) else Paragraph(line))
    stream = io.BytesIO()
    document.save(stream)
    rows = "".join(f"{line}\\par\n" for line in (f"{{\\b\\fs40 {title}}}", "By Ebba Nordin", "6 March 2023", *body))
    coded = "".join(letter if letter < "\x7f" else f"\\u{ord(letter)}?" for letter in rows)
    rich = f"{{\\rtf1\\ansi\\ansicpg1252{{\\header\\pard The Capital Courier\\par}}{coded}}}"
    for name, content in (("president.odt", stream.getvalue()), ("president.rtf", rich.encode("ascii"))):
        source = read_file(name, content).source
        assert source.text.split("\n\n") == lines
        assert (source.author, source.published) == ("Ebba Nordin", date(2023, 3, 6))


def mail(page: str, **fields: str) -> bytes:
    message = EmailMessage()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.set_content("Please view this message as a page.")
    message.add_alternative(page, subtype="html")
    return message.as_bytes()


def test_newsletter_laid_out_in_tables(read_file: Reader) -> None:
    title, *body = lines = paragraphs("drupal")
    rows = "".join(f'<tr><td style="padding: 8px">{line}</td></tr>' for line in body)
    page = f"""<html><body><div style="display: none; max-height: 0">Court stops sale; plus news of the storm</div>
    <table width="100%"><tr><td align="center"><table width="600"><tr><td>Trouble reading this email? <a
    href="https://nb.example/v">View in browser</a></td></tr><tr><td><img src="cid:logo"></td></tr>
    <tr><td style="font-size: 24px"><b>{title}</b></td></tr>{rows}
    <tr><td><a href="https://nb.example/x">Read the full story</a></td></tr>
    <tr><td><a href="https://nb.example/1">Three elk walk through the town hall</a></td></tr>
    <tr><td>You are receiving this email because you signed up at nb.example. <a href="https://nb.example/u">Unsubscribe
    </a> | <a href="https://nb.example/p">Update your preferences</a></td></tr></table></td></tr></table></body>"""
    content = mail(page, From="Northern Broadcasting <news@nb.example>", Subject=title, List_Id="<news.nb.example>",
                   Date="Wed, 09 Nov 2022 15:00:00 +0100")  # fmt: skip
    source = read_file("court.eml", content).source
    assert source.text.split("\n\n") == lines
    assert (source.publisher, source.published) == ("Northern Broadcasting", date(2022, 11, 9))


def test_page_forwarded_with_the_fields_of_the_first_mail_above_it(read_file: Reader) -> None:
    title, *body = lines = paragraphs("drupal")
    page = f"""<html><body><div>For your information, this is the article that I meant. Regards, Tor</div><div><hr>
    <b>From:</b> Rune Askeland &lt;rune@nb.example&gt;<br><b>Sent:</b> Wednesday, 9 November 2022 14:20<br>
    <b>To:</b> Tor<br><b>Subject:</b> {title}<br></div><div><p>{"</p><p>".join(body)}</p></div></body></html>"""
    content = mail(page, From="Tor Vik <tor@b.example>", Subject=f"FW: {title}", Date="Fri, 11 Nov 2022 15:00:00 +0100")
    source = read_file("court.eml", content).source
    assert source.text.split("\n\n") == lines
    assert (source.title, source.author, source.published) == (title, "Rune Askeland", date(2022, 11, 9))


def test_page_saved_in_one_file(read_file: Reader) -> None:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://capitalcourier.example/saved"
    message["Date"] = "Fri, 15 Mar 2024 10:00:00 +0000"
    message.make_related()
    message.add_related((PAGES / "arc.html").read_bytes(), "text", "html", cte="quoted-printable")
    message.add_related(b"\x89PNG", "image", "png")
    source = read_file("railway.mhtml", message.as_bytes()).source
    assert source.text.split("\n\n") == paragraphs("arc")
    assert (source.author, source.published) == ("Ebba Nordin, Jonas Falk", date(2024, 3, 14))
    assert source.url == "https://capitalcourier.example/politics/2024/03/14/parliament-northern-railway/"
