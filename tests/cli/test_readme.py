"""The README keeps its word: its commands run as they stand there, its links lead somewhere."""

import functools
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

ARTICLE = """Ministers meet in Lorvik

3 May 2030

The foreign ministers of Ardania and Belmor met in Lorvik on Friday. "We will talk again," said Ilsa Varn.
"""


def commands() -> list[str]:
    """Every command of the README in order, without remarks."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="{day}"></head><body><article><h1>{title}</h1>
<p>The ministers of Ardania and Belmor will sign the treaty on ferries in Lorvik, a spokeswoman said on Monday.</p>
<p>"We have talked for long enough," said Ilsa Varn, who led the talks for Ardania since the bridge was closed.</p>
</article></body></html>
"""


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """The address of a site that stands for the one that the README names."""
    folder = tmp_path / "web"
    (folder / "news").mkdir(parents=True)
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    for name, title, day in (("ministers-meet", "Ministers meet", "2030-05-06"), ("treaty", "A treaty", "2030-05-07")):
        (folder / "news" / f"{name}.html").write_text(PAGE.format(title=title, day=day), encoding="utf-8")
    link = f"<item><title>A treaty</title><link>{address}/news/treaty.html</link></item>"
    feed = f'<rss version="2.0"><channel><title>Courier</title>{link}</channel></rss>'
    (folder / "rss.xml").write_text(feed, encoding="utf-8")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


def test_the_commands_run_as_they_stand_there(tmp_path: Path, web: str) -> None:
    checkout = tmp_path / "checkout"
    (checkout / ".venv").mkdir(parents=True)
    (checkout / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / "lorvik.txt").write_text(ARTICLE, encoding="utf-8")
    alone = [line for line in commands() if not line.startswith("make ") and line != "brief serve"]
    assert len(alone) >= 7
    # The site that the README names is one on this machine here.
    wanted = [re.sub(r"https://example\.org(\S*)", rf"{web}\1 --allow-private", line) for line in alone]
    environment = os.environ | {"HOME": str(tmp_path), "PATH": f"{checkout / '.venv' / 'bin'}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["sh", "-ec", "\n".join(wanted)], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "harbour-strike" / "site" / "index.html").exists()
    assert (tmp_path / "harbour-strike" / "brief.json").exists()
    articles = {path.name for path in (tmp_path / "harbour-strike" / "data" / "articles").iterdir()}
    assert {"2030-05-03-ministers-meet-in-lorvik.txt", "2030-05-06-ministers-meet.html"} <= articles
    assert "2030-05-07-a-treaty.html" in articles


@pytest.mark.parametrize("command", sorted({line for line in commands() if line.startswith("make ")}))
def test_make_knows_every_target(command: str) -> None:
    done = subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "page", ["README.md", *(f"docs/about/{path.name}" for path in (ROOT / "docs/about").glob("*.md"))]
)
def test_links_between_pages_of_prose_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        if target.startswith("../"):  # a page that is made; building the site with --strict looks at it
            continue
        assert (ROOT / page).parent.joinpath(target).exists(), target
