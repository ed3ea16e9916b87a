"""Mails: the text of the message, or of the message that it forwards, with subject, sender and date."""

import re
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from generator.articles.characters import tidy
from generator.articles.cleaning import stands_apart
from generator.articles.formats.extracted import Extracted, FormatError, Found, day_of, names, one_line
from generator.articles.formats.web_page import page_text, read_page
from generator.articles.furniture import sounds_like_publisher
from generator.articles.paragraphs import Paragraph, split_paragraphs

_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|i)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_FORWARDED = re.compile(
    r"^\s*(?:-{2,}\s*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Message transféré)\s*-{2,}|"
    r"Begin forwarded message:)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(r"\s*\**(From|Date|Sent|Subject|To|Cc|Reply-To)\s*:\**\s*(.*)", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]*:|From ")


def read(content: bytes) -> Extracted:
    """The article in a mail. Raises FormatError if it is no mail or has no text."""
    message = parsed(content)
    found = _stated(header(message, "subject"), header(message, "from"), header(message, "date"))
    if header(message, "list-id") and found.author:
        found.publisher, found.author = found.publisher or found.author, None
    plain = message.get_body(("plain",))
    page = message.get_body(("html",))
    text = part_text(plain) if plain is not None else ""
    if plain is not None and (page is None or _FORWARDED.search(text) or len(text.split()) > 40):
        return _from_plain(text, found)
    if page is None:
        raise FormatError("this mail has no text", "save what is attached to it instead")
    extracted = read_page(part_text(page))
    title = found.title or extracted.found.title
    found.add(extracted.found)
    body = [each for each in extracted.paragraphs if (each.mark, each.level) != ("heading", 1)]
    return Extracted([*_headline(title), *body], found)


def parsed(content: bytes) -> EmailMessage:
    """A message from its bytes. Raises FormatError if they do not begin with the fields of one."""
    if not _HEADER.match(content[:1000]):
        raise FormatError("this is no mail: it does not begin with the fields of one", "save the mail again as .eml")
    try:
        return message_from_bytes(content, policy=policy.default)
    except (MessageError, ValueError, LookupError):
        raise FormatError("the mail is damaged", "save it again, or its text as a .txt file") from None


def header(part: MIMEPart, name: str) -> str:
    """A field of a message as text; "" if it is not there, or in no form that can be read."""
    try:
        return str(part[name] or "")
    except (AttributeError, IndexError, TypeError, ValueError):  # the standard library's parser of addresses
        return ""


def part_text(part: MIMEPart) -> str:
    """The characters of one part of a message, in the encoding that it states or in the one that it has."""
    try:
        content = part.get_payload(decode=True)
        charset = part.get_content_charset()
    except (ValueError, LookupError, AttributeError, TypeError):
        return ""
    return page_text(content, charset) if isinstance(content, bytes) and content else ""


def _from_plain(text: str, found: Found) -> Extracted:
    forwarded = _FORWARDED.search(text)
    if forwarded:
        fields, text = _fields(_QUOTED.sub("", text[forwarded.end() :]))
        original = _stated(fields.get("subject", ""), fields.get("from", ""), fields.get("date", ""))
        original.add(Found(title=found.title))
        found = original
    signature = _SIGNATURE.search(text)
    body = tidy(text[: signature.start()] if signature else text)
    if not body.strip():
        raise FormatError("this mail has no text", "save what is attached to it instead")
    return Extracted([*_headline(found.title), *split_paragraphs(body, stands_apart)], found)


def _fields(text: str) -> tuple[dict[str, str], str]:
    """The fields that stand at the beginning of a forwarded message, and what follows them."""
    fields: dict[str, str] = {}
    rows = text.lstrip().split("\n")
    for number, row in enumerate(rows):
        match = _FIELD.match(row)
        if match is None:
            if fields and row.strip():
                return fields, "\n".join(rows[number:])
            continue
        name = match[1].lower()
        fields.setdefault("date" if name == "sent" else name, match[2].strip())
    return fields, ""


def _stated(subject: str, sender: str, sent: str) -> Found:
    name = one_line(parseaddr(sender)[0]) or one_line(re.sub(r"[<(\[].*", "", sender))
    is_publisher = name is not None and "@" not in name and sounds_like_publisher(name)
    return Found(
        title=one_line(_PREFIX.sub("", subject)),
        published=day_of(sent),
        publisher=name if is_publisher else None,
        author=None if is_publisher else names([name]),
    )


def _headline(title: str | None) -> list[Paragraph]:
    return [Paragraph(title, -1, "heading", 1)] if title else []
