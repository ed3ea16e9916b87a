"""Mails: newsletters, articles that somebody pasted, and articles that were forwarded."""

from collections.abc import Callable
from datetime import date
from email.message import EmailMessage

import pytest

from generator.model import Article
from tests.articles.formats.known import BODY, HEADLINE, check_text

type Reader = Callable[[str, str | bytes], Article]

PLAIN = "\n\n".join(BODY)
PAGE = f"""<html><body><table><tr><td><a href="https://courier.example/">View in browser</a></td></tr><tr><td>
<h1>{HEADLINE}</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in BODY)}</td></tr>
<tr><td class="footer-social"><a>Unsubscribe</a></td></tr></table></body></html>"""


def mail(subject: str = HEADLINE, sender: str = "The Harbour Courier <news@courier.example>") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "desk@example.org", subject
    message["Date"] = "Wed, 19 Jun 2024 21:10:00 +0200"
    return message


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_plain_mail(read_file: Reader, charset: str) -> None:
    message = mail()
    message.set_content(PLAIN + "\n\n-- \nAnna Berg\nDesk 4, telephone 55-3030\n", charset=charset, cte="base64")
    source = check_text(read_file("treaty.eml", message.as_bytes()))
    assert "telephone" not in source.text
    assert (source.title, source.publisher, source.author) == (HEADLINE, "The Harbour Courier", None)
    assert (source.published, source.published_basis) == (date(2024, 6, 19), "stated")


def test_newsletter_with_pictures(read_file: Reader) -> None:
    message = mail()
    message.set_content("Your mail program cannot show this message.")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"\x89PNG", "image", "png", filename="../../river.png")
    source = check_text(read_file("treaty.eml", message.as_bytes()))
    assert "View in browser" not in source.text
    assert "Unsubscribe" not in source.text


def test_forwarded_article_is_that_of_its_first_sender(read_file: Reader) -> None:
    message = mail(f"Fwd: {HEADLINE}", "Ivo Lind <ivo@example.org>")
    message.replace_header("Date", "Mon, 1 Jul 2024 08:00:00 +0200")
    message.set_content(
        "For your file, as we said on the telephone.\n\n---------- Forwarded message ---------\n"
        f"From: Hanne Ostrell <ostrell@courier.example>\nDate: Wed, Jun 19, 2024 at 9:10 PM\nSubject: {HEADLINE}\n"
        f"To: Ivo Lind <ivo@example.org>\n\n\n{PLAIN}\n"
    )
    source = check_text(read_file("treaty.eml", message.as_bytes()))
    assert "telephone" not in source.text
    assert (source.author, source.published) == ("Hanne Ostrell", date(2024, 6, 19))


def test_subject_in_another_script_and_header_that_would_break_out(read_file: Reader) -> None:
    content = (
        "From: =?utf-8?q?Anna_Berg?= <a@example.org>\nSubject: =?utf-8?b?0JTQvtCz0L7QstC+0YA=?= \n =?utf-8?q?=0AX?=\n"
        "Date: no day at all\nContent-Type: text/plain; charset=no-such-thing\n\n" + PLAIN
    )
    source = read_file("treaty.eml", content).source
    assert source.title.startswith("Договор")
    assert "\n" not in source.title
    assert source.published is None


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("\x01\x02\x03", "this is no mail"),
        ("From: a@example.org\nSubject: Nothing\n\n", "this mail has no text"),
        ("From: a@example.org\nContent-Type: application/pdf\n\n%PDF-1.7", "this mail has no text"),
    ],
)
def test_mails_without_an_article(fault_of: Callable[[str, str | bytes], str], content: str, problem: str) -> None:
    assert problem in fault_of("treaty.eml", content)


def test_web_archive_without_a_page(fault_of: Callable[[str, str | bytes], str]) -> None:
    assert "there is no web page in this file" in fault_of(
        "treaty.mht", "From: x\nContent-Type: text/plain\n\nNo page."
    )
