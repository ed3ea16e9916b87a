"""A web site on this machine, and pages of invented news."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler

TODAY = date(2031, 6, 1)

SENTENCES = [
    "The foreign ministers of Ardania and Belmor met in Lorvik on Wednesday to talk about the ferries over the sound.",
    "Ilsa Varn, who led the talks for Ardania, said that both sides had come with open hands and would meet again.",
    "The two states have argued over the price of the crossing since the bridge at Norburg was closed last winter.",
    "Belmor's minister, Tove Askell, told reporters that her government wants an agreement before the autumn begins.",
    "Shipping companies said that they had waited for months and could not go on without knowing what they may charge.",
    "A commission of both states is to count the passengers of every line and publish the numbers each month.",
    "People on the islands, who need the ferries to reach a hospital, have asked for cheaper tickets in the evening.",
    "The harbour of Lorvik will be widened in any case, the mayor said, because the larger ships need more water.",
]


def prose(first: int = 0, count: int = 8) -> list[str]:
    """Paragraphs of running text."""
    return [SENTENCES[(first + number) % len(SENTENCES)] for number in range(count)]


def page(title: str, paragraphs: list[str] | None = None, head: str = "") -> bytes:
    """A web page with an article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or prose())
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def dated(day: str) -> str:
    """What a page's head says of the day of publication."""
    return f'<meta property="article:published_time" content="{day}T08:00:00+00:00">'


@dataclass
class Response:
    """What the site answers; a function instead of a body writes to the connection itself."""

    body: bytes | Callable[[BaseHTTPRequestHandler], None] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str | None = "text/html; charset=utf-8"


@dataclass
class Site:
    """A web site that answers what `pages` say; `asked` are the paths that were asked for, `agents` who asked."""

    address: str
    pages: dict[str, Response] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def at(self, path: str) -> str:
        """The whole address of a path."""
        return self.address + path

    def articles(self) -> list[str]:
        """The paths that were asked for, but for robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]
