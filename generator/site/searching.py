"""The search index of a large site: made by Pagefind from the pages as built, read by browsers in pieces."""

import subprocess
from importlib.util import find_spec
from pathlib import Path

LARGE = 1000
"""Pages from which on the theme's own search, one file for the whole site, makes readers wait."""

_LEFT_OUT = ".headerlink, figure, nav.parts, .tlp, .cite, .more, .seen"
"""What stands on pages and is no text to find."""


class SearchError(Exception):
    """The index could not be made. `str()` is one line that says why."""


def pagefind_is_here() -> bool:
    """Whether Pagefind is installed: not every system has a build of it."""
    return find_spec("pagefind_bin") is not None


def index_pages(site: Path) -> None:
    """Writes the index into `site/pagefind/`. Raises SearchError where Pagefind fails."""
    from pagefind_bin import get_executable  # type: ignore[import-untyped]

    command = [str(get_executable()), "--site", str(site), "--root-selector", "article"]
    command += ["--exclude-selectors", _LEFT_OUT, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchError(f"the search index was not made: {(done.stderr or done.stdout).strip()}")
