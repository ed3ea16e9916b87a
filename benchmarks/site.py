"""How long a large site takes, and how large its pages are.

    python -m benchmarks.site [ARTICLES_FOLDER] [MOST]

`MOST` articles (default: 1,500) are made as `merging.py` makes them and merged into one brief. Its pages are written
and checked, and MkDocs builds them twice: as this project does, and as plain Material for MkDocs builds the same
Markdown. What is compared is the time after the pages were written. No page is to have 200 KB, and the build is to take
at most 1.3 times as long as the plain one.
"""

import gzip
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.merging import distillates
from generator.assess.assessing import assess
from generator.check import check_pages
from generator.merge import merge
from generator.model import Brief
from generator.render.rendering import render
from generator.site import LARGE, index_pages

ROOT = Path(__file__).parents[1]
_LARGEST = 5


def main(arguments: list[str]) -> int:
    """Prints times and sizes."""
    folder = Path(arguments[0]) if arguments else ROOT / "data" / "articles"
    most = int(arguments[1]) if len(arguments) > 1 else 1500
    made = distillates(folder, most)
    for number in (most // 2, most):
        with tempfile.TemporaryDirectory() as place:
            measure(assess(merge(made[:number], "Bench")), Path(place), whole=number == most)
    return 0


def measure(brief: Brief, place: Path, whole: bool) -> None:
    """Renders a brief into a folder and says how long it takes; builds its site too if `whole`."""
    docs = place / "docs"
    shutil.copytree(ROOT / "docs" / "about", docs / "about")
    start = time.perf_counter()
    pages = len(render(brief, docs).pages)
    rendered = time.perf_counter()
    faults = check_pages(docs, brief)
    checked = time.perf_counter()
    print(
        f"{len(brief.sources):6} articles: {pages} pages, rendered {rendered - start:.1f} s, "
        f"checked {checked - rendered:.1f} s, {len(faults)} faults",
        flush=True,
    )
    if whole:
        plain = _built(place, ours=False)
        site, seconds = place / "site-ours", _built(place, ours=True)
        if pages >= LARGE:
            start = time.perf_counter()
            index_pages(site)
            seconds += time.perf_counter() - start
        print(f"  MkDocs: plain {plain:.1f} s, ours {seconds:.1f} s: {seconds / plain:.2f} times")
        _weigh(site)


def _built(place: Path, ours: bool) -> float:
    """Seconds for MkDocs to build the folder as this project does, but for the pages, or as it is out of the box."""
    name = "ours" if ours else "plain"
    settings = yaml.unsafe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    settings["plugins"] = [] if ours else ["search"]
    if not ours:
        for key in ("extra_css", "extra_javascript"):
            settings.pop(key, None)
    settings["site_dir"] = f"site-{name}"
    path = place / f"{name}.yml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    start = time.perf_counter()
    build(load_config(str(path), strict=False))
    return time.perf_counter() - start


def _weigh(site: Path) -> None:
    """The largest pages, and what the home page and a dossier weigh over the wire."""
    pages = sorted(((path.stat().st_size, path) for path in site.rglob("*.html")), reverse=True)
    for size, path in pages[:_LARGEST]:
        print(f"  {size / 1000:6.0f} KB  {path.relative_to(site).as_posix()}")
    print(f"  home: {_wire([site / 'index.html']):.0f} KB over the wire, alone")


def _wire(files: Iterable[Path]) -> float:
    """Kilobytes of files as a server sends them."""
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) / 1000


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
