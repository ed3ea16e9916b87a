"""One request and its answer, unpacked, within limits of size and time."""

from dataclasses import dataclass
from importlib.metadata import version

from urllib3.exceptions import DecodeError
from urllib3.response import BaseHTTPResponse

from generator.intake.addresses import Address
from generator.intake.connection import BROWSER, Limits, Network, connected
from generator.intake.errors import FetchError

NAME = "brief-generator"
"""What this program calls itself to web sites; their robots.txt may speak of it by this name."""

_PIECE = 65_536
"""Bytes that are unpacked at a time."""

_PACKINGS = ("", "identity", "gzip", "x-gzip", "deflate")
"""How a body may be packed."""


@dataclass(frozen=True)
class Answer:
    """What a server said. `content` is unpacked; `headers` have names in small letters."""

    status: int
    headers: dict[str, str]
    content: bytes


def request(address: Address, network: Network, limits: Limits, *, cut: bool = False) -> Answer:
    """The answer to a plain request for an address; redirections are not followed.

    A body larger than the limit, packed or unpacked, is a fault, or with `cut` it ends there. Raises FetchError.
    """
    headers = {
        "User-Agent": f"{NAME}/{version(NAME)}",
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    with connected(address, network, limits) as connection:
        connection.http.request("GET", address.target, headers=headers, preload_content=False)
        response = connection.http.getresponse()
        received = {name.lower(): value for name, value in response.headers.items()}
        content = b"" if 300 <= response.status < 400 else _body(address, response, received, limits.largest, cut)
        return Answer(response.status, received, content)


def _body(address: Address, response: BaseHTTPResponse, headers: dict[str, str], largest: int, cut: bool) -> bytes:
    packing = headers.get("content-encoding", "").strip().lower()
    if packing not in _PACKINGS:
        raise FetchError(
            address.text, f"the page came packed as {packing[:40]!r}, which was not asked for", BROWSER, refused=True
        )
    announced = headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > largest and not cut:
        raise _too_large(address, largest)
    body = bytearray()
    try:
        for piece in response.stream(_PIECE, decode_content=True):
            body += piece
            if len(body) > largest:
                if cut:
                    return bytes(body[:largest])
                raise _too_large(address, largest)
    except DecodeError:
        raise FetchError(address.text, "what came is damaged and cannot be unpacked", BROWSER) from None
    return bytes(body)


def _too_large(address: Address, largest: int) -> FetchError:
    return FetchError(
        address.text, f"larger than {largest / 1_000_000:g} MB", "save the article alone and add the file", refused=True
    )
