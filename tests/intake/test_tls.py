"""A server with a certificate: it must be the one that the address names, however its machine was found."""

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import trustme

from generator.intake import connection
from generator.intake.connection import Limits, Network
from generator.intake.errors import FetchError
from generator.intake.fetching import Fetcher


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """One that nobody believes but who is told to."""
    return trustme.CA()


@pytest.fixture
def port(authority: trustme.CA) -> Iterator[int]:
    """The port of a server on this machine that calls itself news.example."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.headers["Host"].encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Keeps silent."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(context)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def fetch(port: int, host: str) -> bytes:
    network = Network(allow_private=True, look_up=lambda *_: ["127.0.0.1"])
    return Fetcher(network, Limits(connect=2, read=2, total=4), pause=0).fetch(f"https://{host}:{port}/a").content


def test_the_name_of_the_address_is_asked_for_and_checked(
    port: int, authority: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    believed = ssl.create_default_context()
    authority.configure_trust(believed)
    monkeypatch.setattr(connection, "_trust", lambda: believed)
    assert fetch(port, "news.example") == f"news.example:{port}".encode()
    with pytest.raises(FetchError, match=r"no safe connection to other.example: hostname mismatch"):
        fetch(port, "other.example")


def test_a_certificate_that_nobody_vouches_for_is_not_believed(port: int) -> None:
    with pytest.raises(FetchError, match=r"no safe connection to news.example: unable to get local issuer"):
        fetch(port, "news.example")
