"""What a site's robots.txt allows, read once per site (RFC 9309)."""

from collections.abc import Callable

from protego import Protego

from generator.intake.addresses import Address
from generator.intake.connection import BROWSER
from generator.intake.errors import FetchError
from generator.intake.requesting import NAME, Answer

LARGEST = 512_000
"""Bytes of a robots.txt that are read; the rest is passed over."""

_LONGEST_DELAY = 30.0
"""Seconds. A site that asks for more between two pages gets this much."""


class Robots:
    """The rules of every site that was asked. `get` fetches an address, its redirections followed."""

    def __init__(self, get: Callable[[str], Answer]) -> None:
        self._get = get
        self._rules: dict[str, Protego | None] = {}

    def check(self, address: Address) -> None:
        """Raises FetchError if the site does not want this page fetched by programs, or cannot say whether it does."""
        rules = self._of(address)
        if rules is not None and not rules.can_fetch(address.text, NAME):
            problem = f"the robots.txt of {address.host} asks programs not to fetch this page"
            raise FetchError(address.text, problem, BROWSER, refused=True)

    def delay(self, address: Address) -> float:
        """Seconds that a site wants between two pages; 0 where it does not say."""
        rules = self._of(address)
        return min(float((rules and rules.crawl_delay(NAME)) or 0), _LONGEST_DELAY)

    def _of(self, address: Address) -> Protego | None:
        """The rules of a site; None where it has none. Raises FetchError if they cannot be had for now."""
        if address.site not in self._rules:
            self._rules[address.site] = self._read(address)
        return self._rules[address.site]

    def _read(self, address: Address) -> Protego | None:
        try:
            answer = self._get(f"{address.site}/robots.txt")
        except FetchError as error:
            if error.refused:
                return None  # a loop of redirections, or something that is no text: the site has no rules
            raise FetchError(address.text, error.problem, error.remedy) from None
        if answer.status >= 500:
            problem = f"{address.host} cannot show its robots.txt now ({answer.status}), so nothing is fetched from it"
            raise FetchError(address.text, problem, f"try again later, or {BROWSER}")
        if answer.status >= 400:
            return None
        return Protego.parse(answer.content.decode("utf-8-sig", "replace"))
