"""A page from the web: politely, within limits, and from no machine that is nobody's business.

Every address on the way is looked at anew: what a page redirects to gets no more trust than what a person typed.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from email.message import Message
from urllib.parse import urljoin

from generator.intake.addresses import Address, parse_address
from generator.intake.connection import BROWSER, Limits, Network
from generator.intake.errors import FetchError
from generator.intake.requesting import Answer, request
from generator.intake.robots import LARGEST as LARGEST_ROBOTS
from generator.intake.robots import Robots

PAUSE = 1.0
"""Seconds between two pages of one site, where its robots.txt does not ask for more."""

_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})

_LATER = "try again later"
_MEANINGS = {
    401: ("the site asks for a password (401)", BROWSER, True),
    402: ("the site asks for a payment (402)", BROWSER, True),
    403: ("the site refuses programs this page (403)", BROWSER, True),
    404: ("there is no such page (404)", "check the address", True),
    406: ("the site refuses programs this page (406)", BROWSER, True),
    410: ("the page is gone (410)", "look for it in an archive, save it and add the file", True),
    429: ("the site asks to be left in peace for a while (429)", f"{_LATER}, or {BROWSER}", False),
    451: ("the site may not show this page here (451)", BROWSER, True),
}
"""What statuses mean in words, what to do, and whether trying again would be of no use."""


@dataclass(frozen=True)
class Fetched:
    """What was fetched: the address that it came from in the end, the media type and charset that the server states."""

    address: str
    content: bytes
    kind: str = ""
    charset: str | None = None


class Fetcher:
    """Fetches pages one after the other. `wait` is told how many seconds to wait."""

    def __init__(
        self,
        network: Network | None = None,
        limits: Limits | None = None,
        pause: float | None = None,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._network = network or Network()
        self._limits = limits or Limits()
        self._pause = PAUSE if pause is None else pause
        self._wait = wait
        self._last: dict[str, float] = {}
        self._robots = Robots(self._rules)

    def fetch(self, text: str) -> Fetched:
        """The page at an address, redirections followed. Raises FetchError, whose `str()` is one clear line."""
        address, answer = self._follow(parse_address(text), self._asked_politely)
        if answer.status != 200:
            raise _unwelcome(text, answer)
        if not answer.content.strip():
            raise FetchError(text, "the page is empty", BROWSER, refused=True)
        header = Message()
        header["content-type"] = answer.headers.get("content-type", "")
        kind = header.get_content_type() if answer.headers.get("content-type") else ""
        return Fetched(address.text, answer.content, kind, header.get_content_charset())

    def _asked_politely(self, address: Address) -> Answer:
        self._robots.check(address)
        if address.host in self._last:
            pause = max(self._pause, self._robots.delay(address))
            if (rest := self._last[address.host] + pause - time.monotonic()) > 0:
                self._wait(rest)
        try:
            return request(address, self._network, self._limits)
        finally:
            self._last[address.host] = time.monotonic()

    def _rules(self, text: str) -> Answer:
        limits = replace(self._limits, largest=LARGEST_ROBOTS)
        return self._follow(parse_address(text), lambda address: request(address, self._network, limits, cut=True))[1]

    def _follow(self, address: Address, ask: Callable[[Address], Answer]) -> tuple[Address, Answer]:
        """The last answer of a chain of redirections, and where it came from. Raises FetchError."""
        first, seen = address, {address.text}
        for _ in range(self._limits.redirects + 1):
            answer = ask(address)
            if answer.status not in _REDIRECTIONS or not answer.headers.get("location"):
                return address, answer
            address = self._next(first, address, answer.headers["location"])
            if address.text in seen:
                raise FetchError(first.text, "its redirections lead round in a circle", BROWSER, refused=True)
            seen.add(address.text)
        raise FetchError(first.text, f"more than {self._limits.redirects} redirections", BROWSER, refused=True)

    @staticmethod
    def _next(first: Address, here: Address, location: str) -> Address:
        # Servers send the bytes of an address as they are, and these are read as Latin-1 on the way here.
        written = location.encode("latin-1", "replace").decode("utf-8", "replace").strip().replace(" ", "%20")
        try:
            return parse_address(urljoin(here.text, written))
        except (FetchError, ValueError):
            raise FetchError(first.text, f"redirects to {written[:200]!r}, which is not fetched", BROWSER) from None


def _unwelcome(text: str, answer: Answer) -> FetchError:
    """What to say of an answer that is not the page."""
    if answer.status >= 500:
        return FetchError(text, f"the site has a fault of its own ({answer.status})", f"{_LATER}, or {BROWSER}")
    problem, remedy, refused = _MEANINGS.get(
        answer.status, (f"the site answered with status {answer.status}", BROWSER, True)
    )
    after = answer.headers.get("retry-after", "")
    if answer.status == 429 and after.isdecimal():
        remedy = f"try again in {int(after)} seconds, or {BROWSER}"
    return FetchError(text, problem, remedy, refused=refused)
