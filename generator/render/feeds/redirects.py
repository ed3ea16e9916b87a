"""Pages for addresses that a page once had: each leads on to where the page is now."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from html import escape

_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={address}">
<link rel="canonical" href="{address}">
<title>Moved</title>
<body data-pagefind-ignore="all">
<p>This page has moved <a href="{address}">here</a>.</p>
</html>
"""


def redirects(moved: Mapping[str, str], pages: Iterable[str], directories: bool = True) -> Iterator[tuple[str, str]]:
    """Path below `docs/` and HTML of a page for every old path (`actors/old.md`) whose page is now at another.

    An old path at which there is a page again, and one that leads to no page, get none.
    """
    there = set(pages)
    for old, new in moved.items():
        if old not in there and new in there:
            yield _file(old, directories), _PAGE.format(address=escape(_between(old, new, directories)))


def _file(path: str, directories: bool) -> str:
    stem = path.removesuffix(".md")
    return f"{stem}/index.html" if directories else f"{stem}.html"


def _between(old: str, new: str, directories: bool) -> str:
    """The relative address from one page to another."""
    here = posixpath.dirname(_file(old, directories))
    return posixpath.relpath(_file(new, directories), here)
