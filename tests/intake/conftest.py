"""A web site on this machine, and folders to add articles to."""

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.intake import fetching
from generator.intake.adding import Shelf
from generator.intake.connection import Limits, Network
from generator.intake.fetching import Fetcher
from generator.intake.understanding import Circumstances
from tests.intake.site import TODAY, Response, Site


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            found.agents.append(self.headers["User-Agent"])
            response = found.pages.get(self.path, Response(b"nothing here", 404))
            with contextlib.suppress(OSError):  # whoever asked has enough
                self._answer(response)

        def _answer(self, response: Response) -> None:
            self.send_response(response.status)
            if response.kind:
                self.send_header("Content-Type", response.kind)
            for name, value in response.headers.items():
                self.send_header(name, value)
            if callable(response.body):
                self.end_headers()
                response.body(self)
                return
            if "Content-Length" not in response.headers:
                self.send_header("Content-Length", str(len(response.body)))
            self.end_headers()
            self.wfile.write(response.body)

        def log_message(self, format: str, *args: object) -> None:
            """Keeps silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield found
    found.over.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def fetcher() -> Fetcher:
    """Fetches from this machine too, without pauses and with little patience."""
    return Fetcher(Network(allow_private=True), Limits(largest=100_000, connect=0.5, read=0.3, total=0.6), pause=0)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line makes no pauses between the pages of a site."""
    monkeypatch.setattr(fetching, "PAUSE", 0.0)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """An empty articles folder."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    return Shelf(tmp_path / "data" / "articles", tmp_path / "data" / ".cache", Circumstances(TODAY))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder without articles."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    return tmp_path / "data"
