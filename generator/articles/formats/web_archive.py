"""Web pages saved with everything on them in one file (MHTML): the page among the parts, and where it came from."""

from email.message import EmailMessage

from generator.articles.formats.extracted import Extracted, FormatError
from generator.articles.formats.mail import header, parsed, part_text
from generator.articles.formats.web_page import read_page


def read(content: bytes) -> Extracted:
    """The article on the page. The date of the file is that of the visit, so nothing is made of it."""
    message = parsed(content)
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        raise FormatError("there is no web page in this file", "save the page again, as HTML")
    page = _first(message, pages)
    return read_page(part_text(page), header(message, "snapshot-content-location") or header(page, "content-location"))


def _first(message: EmailMessage, pages: list[EmailMessage]) -> EmailMessage:
    """The page that the message names as its first part, else the first page in it; frames come after it."""
    start = message.get_param("start")
    return next((page for page in pages if start and header(page, "content-id") == start), pages[0])
