"""Web addresses that may be fetched: their form, and which machines they may lead to."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from generator.intake.errors import FetchError

_LONGEST = 2_000
"""Characters of an address."""

_OTHERS_INSIDE = (
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),  # NAT64: an IPv4 address in the last 32 bits
    (ipaddress.IPv6Network("64:ff9b:1::/48"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),  # 6to4: after the first 16 bits
)
"""IPv6 networks whose addresses lead to an IPv4 address, and how many bits stand behind that."""

_TEREDO = ipaddress.IPv6Network("2001::/32")


@dataclass(frozen=True)
class Address:
    """A web address taken apart. `text` is the whole, without a fragment; `target` what a server is asked for."""

    text: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == (443 if self.scheme == "https" else 80)
        return f"{self.scheme}://{host}" if usual else f"{self.scheme}://{host}:{self.port}"


def parse_address(text: str) -> Address:
    """An address that may be fetched, as far as its form says. Raises FetchError."""
    text = text.strip()
    subject = text[:_LONGEST]
    if len(text) > _LONGEST or any(character.isspace() or not character.isprintable() for character in text):
        raise FetchError(subject, "this is no web address", "copy it anew from the browser")
    scheme, separator, _ = text.partition("://")
    if not separator or scheme.lower() not in {"http", "https"}:
        raise FetchError(subject, "only http and https are fetched", "save the article as a file and add that")
    try:
        host = urlsplit(text).hostname or ""
        written = text if host.isascii() else text.replace(host, host.encode("idna").decode("ascii"), 1)
        url = parse_url(written)
        port = url.port or (443 if url.scheme == "https" else 80)
    except (LocationParseError, ValueError):
        raise FetchError(subject, "this is no web address", "copy it anew from the browser") from None
    if url.auth is not None:
        shown = f"{url.scheme}://{url.host}{url.request_uri}"
        raise FetchError(shown, "addresses with a user name or password are not fetched", "leave that part out")
    if not url.host or url.scheme is None:
        raise FetchError(subject, "this is no web address", "copy it anew from the browser")
    host = url.host.strip("[]")
    plain = Address("", url.scheme, host, port, url.request_uri)
    return Address(plain.site + url.request_uri, url.scheme, host, port, url.request_uri)


def is_public(machine: str) -> bool:
    """Whether an IP address is of a machine that everybody can reach, however the address is wrapped.

    Private, loopback, link-local, shared, multicast and reserved addresses are not; nor are addresses of IPv6 that
    lead to such a one of IPv4.
    """
    try:
        address = ipaddress.ip_address(machine.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(str(address.ipv4_mapped))
        if address in _TEREDO or address.is_site_local:
            return False
        for network, behind in _OTHERS_INSIDE:
            if address in network:
                return is_public(str(ipaddress.IPv4Address((int(address) >> behind) & 0xFFFFFFFF)))
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
