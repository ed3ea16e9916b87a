"""What a reader on a slow line waits for: `python benchmarks/loading.py [SITE]` (default: `site`).

The built site is served as a web server does, compressed, to a recorded Chromium on a line of 1.6 megabits a second
with 150 milliseconds of delay, the "slow 4G" of Lighthouse. Printed are bytes over the wire without the search, and the
largest paint.
"""

import gzip
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
_BYTES_A_SECOND = 1_600_000 / 8
_DELAY_MILLISECONDS = 150
_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
_LARGEST_PAINT = """() => new Promise(done => {
    new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
        .observe({type: "largest-contentful-paint", buffered: true});
})"""


class _Compressing(SimpleHTTPRequestHandler):
    """Serves files compressed, and keeps the connection open, as web servers do."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """One file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content, packed = path.read_bytes(), path.suffix in _COMPRESSED
        content = gzip.compress(content, 6) if packed else content
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Keeps the requests out of the output."""


def main(arguments: list[str]) -> int:
    """Prints a line per page; 2 if there is no site."""
    site = Path(arguments[0]) if arguments else ROOT / "site"
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not (site / "index.html").is_file() or not chromium:
        print(f"{site}: no site there, or no Chromium here; build one with `make brief`", file=sys.stderr)
        return 2
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for path in _paths(site):
            _measure(browser, f"http://127.0.0.1:{server.server_port}/{path}", path or "home")
        browser.close()
    server.shutdown()
    return 0


def _paths(site: Path) -> Iterator[str]:
    """Home, the largest dossier, the timeline."""
    yield ""
    dossiers = list((site / "actors").glob("*/index.html"))
    if dossiers:
        yield max(dossiers, key=lambda path: path.stat().st_size).parent.relative_to(site).as_posix() + "/"
    yield "events/"


def _measure(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(viewport={"width": 412, "height": 823})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    line = {"offline": False, "latency": _DELAY_MILLISECONDS, "uploadThroughput": _BYTES_A_SECOND}
    session.send("Network.emulateNetworkConditions", line | {"downloadThroughput": _BYTES_A_SECOND})
    received: dict[str, float] = {}
    addresses: dict[str, str] = {}

    def asked(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def loaded(event: dict[str, Any]) -> None:
        received[event["requestId"]] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", loaded)
    page.goto(address, wait_until="networkidle")
    paint = float(page.evaluate(_LARGEST_PAINT)) / 1000
    wire = sum(size for request, size in received.items() if "search" not in addresses.get(request, ""))
    document = max((size for request, size in received.items() if addresses.get(request) == address), default=0)
    print(f"{name:40} {wire / 1024:6.0f} KB over the wire, {document / 1024:4.0f} KB of it the page; {paint:.2f} s")
    context.close()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
