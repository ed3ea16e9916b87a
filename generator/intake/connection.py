"""One connection to a web server, opened to the very machine that was looked at, and ended when its time is up.

The name of a server is looked up once. Every address that this gives is checked, and one of these, not what a second
look-up might say, is connected to. The server's name still stands in the request and is what its certificate is checked
against.
"""

import functools
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, ReadTimeoutError

from generator.intake.addresses import Address, is_public
from generator.intake.errors import FetchError

type Lookup = Callable[[str, int], list[str]]
"""From a host and a port to the IP addresses of the host. Raises OSError if there is none."""

BROWSER = "open the page in a browser, save it and add the file"
"""What to do where only a person gets through."""


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses that the system knows a host by, in its order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True)
class Limits:
    """How much and how long a fetch may take: `largest` in bytes, the rest in seconds, `redirects` in number.

    `connect` is for opening a connection, `read` for the longest silence, `total` for one answer from beginning to end.
    """

    largest: int = 50_000_000
    connect: float = 15
    read: float = 30
    total: float = 120
    redirects: int = 5


@dataclass(frozen=True)
class Network:
    """The way out: which machines may be reached, and how names become addresses."""

    allow_private: bool = False
    look_up: Lookup = look_up

    def machines(self, address: Address) -> list[str]:
        """The IP addresses of a server that may be connected to. Raises FetchError."""
        try:
            machines = self.look_up(address.host, address.port)
        except (OSError, UnicodeError):
            raise FetchError(
                address.text,
                f"no machine has the name {address.host}",
                "check the address, and whether this computer is connected",
            ) from None
        private = [machine for machine in machines if not is_public(machine)]
        if private and not self.allow_private:
            where = address.host if address.host == private[0] else f"{address.host} ({private[0]})"
            raise FetchError(
                address.text,
                f"{where} is a private address",
                "add --allow-private if this is a server of your own that you trust",
            )
        return machines


@contextmanager
def connected(address: Address, network: Network, limits: Limits) -> Iterator["Connection"]:
    """A connection to the server of an address. Raises FetchError, also for what fails while it is used."""
    connection = Connection(address, network, limits)
    try:
        yield connection
    except (OSError, HTTPError, HTTPException) as error:
        raise connection.fault(error) from None
    else:
        if connection.expired:  # what was cut off may look like an answer that came to its end
            raise connection.fault(TimeoutError())
    finally:
        connection.close()


class Connection:
    """An open connection; `http` is urllib3's. When the time for the whole is over, it ends whatever it is doing."""

    def __init__(self, address: Address, network: Network, limits: Limits) -> None:
        self._limits = limits
        self._address = address
        self._over = time.monotonic() + limits.total
        self._handle: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self.expired = False
        opened = functools.partial(self._open, network.machines(address))
        if address.scheme == "https":
            self.http: HTTPConnection = _Secured(opened, address.host, address.port, ssl_context=_trust())
        else:
            self.http = _Plain(opened, address.host, address.port)
        self.http.timeout = limits.connect
        self._connect()
        self.http.timeout = limits.read

    def close(self) -> None:
        """Ends the connection; nothing waits for it any more."""
        if self._timer:
            self._timer.cancel()
        with suppress(OSError):
            self.http.close()
        if self._handle:
            self._handle.close()

    def _connect(self) -> None:
        try:
            self.http.connect()
        except FetchError:
            self.close()
            raise
        except (OSError, HTTPError) as error:
            self.close()
            raise self.fault(error) from None

    def fault(self, error: Exception) -> FetchError:
        """What to say of an error that ended the connection."""
        subject, host = self._address.text, self._address.host
        if self.expired:
            problem = f"took longer than {self._limits.total:g} seconds"
            return FetchError(subject, problem, f"try again later, or {BROWSER}")
        if isinstance(error, TimeoutError | ReadTimeoutError):
            problem = f"{host} was silent for {self._limits.read:g} seconds"
            return FetchError(subject, problem, f"try again later, or {BROWSER}")
        if isinstance(error, ssl.SSLError):
            reason = getattr(error, "verify_message", "") or error.reason or "the server speaks another protocol"
            words = str(reason).replace("_", " ").lower()
            return FetchError(subject, f"no safe connection to {host}: {words}", f"check the address, or {BROWSER}")
        if isinstance(error, OSError):
            problem = f"no connection to {host}: {(error.strerror or str(error)).lower()}"
            return FetchError(subject, problem, "check the address, or try again later")
        problem = f"{host} broke off, or answered with something that is no web page"
        return FetchError(subject, problem, f"try again later, or {BROWSER}")

    def _open(self, machines: list[str]) -> socket.socket:
        """A socket to the first of these machines that answers. Raises FetchError or OSError."""
        refusal: OSError | None = None
        for machine in machines:
            try:
                found = socket.create_connection((machine, self._address.port), self._limits.connect)
            except TimeoutError:
                refusal = TimeoutError(f"no answer within {self._limits.connect:g} seconds")
            except OSError as error:
                refusal = error
            else:
                self._watch(found)
                return found
        if isinstance(refusal, TimeoutError):
            problem = f"{self._address.host} did not answer within {self._limits.connect:g} seconds"
            raise FetchError(self._address.text, problem, "try again later")
        raise refusal or OSError("it has no address")

    def _watch(self, opened: socket.socket) -> None:
        """Sees to it that the connection ends in time, whatever waits on it: a server may send a byte now and then."""
        self._handle = opened.dup()  # stays valid when TLS takes the socket over
        self._timer = threading.Timer(max(0.0, self._over - time.monotonic()), self._end)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        self.expired = True
        if self._handle:
            with suppress(OSError):
                self._handle.shutdown(socket.SHUT_RDWR)


class _Plain(HTTPConnection):
    """A connection over a socket that somebody else opens."""

    def __init__(self, opened: Callable[[], socket.socket], host: str, port: int) -> None:
        super().__init__(host, port)
        self._opened = opened

    def _new_conn(self) -> socket.socket:
        return self._opened()


class _Secured(HTTPSConnection):
    """The same with TLS, the certificate checked against the host's name."""

    def __init__(self, opened: Callable[[], socket.socket], host: str, port: int, ssl_context: ssl.SSLContext) -> None:
        super().__init__(host, port, ssl_context=ssl_context)
        self._opened = opened

    def _new_conn(self) -> socket.socket:
        return self._opened()


@functools.cache
def _trust() -> ssl.SSLContext:
    """Whom to believe: the authorities that this computer knows, and those that browsers know."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
