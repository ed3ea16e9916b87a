"""Sites built as a person builds them, from the repository's own configuration; only the brief is given."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright

from generator import workspace
from generator.model import Brief

REPOSITORY = Path(__file__).parents[2]

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

needs_chromium = pytest.mark.skipif(
    not CHROMIUM and "CI" not in os.environ,
    reason="no Chromium here: install Debian's package chromium to run this test",
)

type Builder = Callable[..., Path]


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Builds a brief's site, strictly and through the plugin, in a folder of its own, and returns `site/`."""

    def site(brief: Brief, pdf: bool = False) -> Path:
        folder = tmp_path_factory.mktemp("workspace")
        (folder / "data" / "articles").mkdir(parents=True)
        (folder / "data" / "brief.yml").write_text(f"pdf: {str(pdf).lower()}\n", encoding="utf-8")
        shutil.copy(REPOSITORY / "mkdocs.yml", folder)
        shutil.copytree(REPOSITORY / "docs" / "about", folder / "docs" / "about")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(workspace, "build_brief", lambda *_: brief)
            patch.setenv("NO_MKDOCS_2_WARNING", "1")
            build(load_config(str(folder / "mkdocs.yml"), strict=True))
        return folder / "site"

    return site


@pytest.fixture(scope="session")
def strait_site(build_site: Builder, strait: Brief) -> Path:
    return build_site(strait, True)


@pytest.fixture(scope="session")
def hostile_site(build_site: Builder, hostile: Brief) -> Path:
    return build_site(hostile)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Keeps the requests out of the test's output."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder and returns its address."""
    servers = []

    def served(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield served
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def address(serve: Callable[[Path], str], strait_site: Path) -> str:
    """Where the site of the strait brief is served."""
    return serve(strait_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "there is no Chromium on this machine"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page in a browser that must not complain, nor ask any other host for anything."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    yield page
    page.close()
    assert complaints == []
    local = ("http://127.0.0.1:", "file:///", "data:", "blob:")
    assert [url for url in requests if not url.startswith(local)] == []
