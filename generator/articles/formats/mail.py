"""Mails: the text of the message, or of the message that it forwards, with subject, sender and date."""

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from email.utils import parseaddr
from html import unescape
from typing import Any

from generator.articles.characters import tidy
from generator.articles.cleaning import stands_apart
from generator.articles.formats.extracted import Extracted, FormatError, Found, day_of, names, one_line
from generator.articles.formats.web_encoding import page_text
from generator.articles.formats.web_page import read_page
from generator.articles.furniture import sounds_like_publisher
from generator.articles.paragraphs import Paragraph, split_paragraphs
from generator.articles.wording import key

_PREFIX = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|tr|rv|i)\s*(?:\[\d+\])?\s*:)+\s*", re.IGNORECASE)
_FORWARDED = re.compile(
    r"^\s*(?:-{2,}\s*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Message transféré)\s*-{2,}|"
    r"Begin forwarded message:)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_FIELD = re.compile(r"\s*\**(From|Date|Sent|Subject|To|Cc|Reply-To)\s*:\**\s*(.*)", re.IGNORECASE)
_FIELDS = re.compile(
    r"^[ \t]*From[ \t]*:.{1,400}\n(?:[ \t]*(?:(?:Date|Sent|Subject|To|Cc|Reply-To)[ \t]*:.{0,2000})?\n){1,20}",
    re.MULTILINE,
)
"""The fields of a message as programs write them above one that they forward as a page."""

_LINE_END = re.compile(r"<(?:br|/p|/div|/tr|/li|hr|/h\d)\b[^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_HEADER = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]*:|From ")


_LONGEST_FIELD = 2_000
"""Characters of a field that are looked at; the standard library takes a time that grows with their square."""


class _Policy(EmailPolicy):
    """The usual reading of a message's fields, none of which can hold it up."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value if hasattr(value, "name") else value[:_LONGEST_FIELD])


_POLICY: Any = _Policy()  # of EmailMessage, which the class cannot be told while the program runs


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
    return _from_page(part_text(page), found)


def parsed(content: bytes) -> EmailMessage:
    """A message from its bytes. Raises FormatError if they do not begin with the fields of one."""
    if not _HEADER.match(content[:1000]):
        raise FormatError("this is no mail: it does not begin with the fields of one", "save the mail again as .eml")
    try:
        return message_from_bytes(content, policy=_POLICY)
    except (MessageError, ValueError, LookupError):
        raise FormatError("the mail is damaged", "save it again, or its text as a .txt file") from None


def header(part: MIMEPart, name: str) -> str:
    """A field of a message as text; "" if it is not there, or in no form that can be read."""
    try:
        return str(part[name] or "")
    except (AttributeError, IndexError, TypeError, ValueError, RecursionError):
        # the standard library's parser of addresses
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


def _from_page(page: str, found: Found) -> Extracted:
    """The article in a message that is a page, or in the one that it forwards with its fields above it."""
    extracted = read_page(page)
    paragraphs = [each for each in extracted.paragraphs if (each.mark, each.level) != ("heading", 1)]
    rows = unescape(_MARKUP.sub("", _LINE_END.sub("\n", page)))
    forwarded = _FIELDS.search(rows)
    above = key(rows[: forwarded.start()]) if forwarded else ""
    if forwarded and (after := [each for each in paragraphs if key(each.text) not in above]):
        paragraphs = [each for each in after if not _FIELD.match(each.text)]
        fields, _ = _fields(forwarded[0])
        original = _stated(fields.get("subject", ""), fields.get("from", ""), fields.get("date", ""))
        original.add(Found(title=found.title))
        found = original
    title = found.title or extracted.found.title
    found.add(extracted.found)
    return Extracted([*_headline(title), *paragraphs], found)


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
