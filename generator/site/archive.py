"""A built site as a zip that opens from a disk, with its search: the same bytes for the same site."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from generator.wholefiles import write_whole

_NEEDS_SERVER = re.compile(r"(?:404\.html|sitemap\.xml(?:\.gz)?|robots\.txt|pagefind/.*|.*\.map)$")
"""What is of no use without a server."""
_LINK = re.compile(r'(?<=\shref=")([^"]*)(?=")')
_THEME_SCRIPT = re.compile(r'<script src="([^"]*)assets/javascripts/bundle\.')
_INDEX = "search/search_index.json"
_WHEN = (1980, 1, 1, 0, 0, 0)  # The first moment that a zip can name.
_READABLE = 0o100644 << 16


def archive(site: Path, target: Path) -> int:
    """Writes the site into the zip `target`, below a folder of the zip's name; returns how many files it holds.

    The site's addresses are to end in `/`, as MkDocs makes them by default: links get the name of the file that a
    server would give for them. Its search is the theme's own, of which the zip holds the index as a script.
    """
    files = sorted(_files(site))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files:
            entry = zipfile.ZipInfo(f"{target.stem}/{name}", _WHEN)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _READABLE
            packed.writestr(entry, content)
    write_whole(target, whole.getvalue())
    return len(files)


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or _NEEDS_SERVER.match(name):
            continue
        if name == _INDEX:
            yield name.removesuffix("on"), _search_script(path.read_text(encoding="utf-8")).encode()
        elif name.endswith(".html"):
            yield name, _page(path.read_text(encoding="utf-8")).encode()
        else:
            yield name, path.read_bytes()


def _page(text: str) -> str:
    """The page with links to files, and with the script that lets its search run from a disk."""
    text = _LINK.sub(lambda found: _to_file(found[1]), text)
    return _THEME_SCRIPT.sub(lambda found: f'<script src="{found[1]}assets/offline.js"></script>{found[0]}', text)


def _to_file(link: str) -> str:
    """A link to a folder as a link to the page in it; every other link as it is."""
    if not link or link.startswith(("#", "?", "/")) or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", link):
        return link
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    folder, _, last = path.rpartition("/")
    if last in (".", ".."):
        folder, last = path, ""
    if last:
        return link
    return f"{folder + '/' if folder not in ('', '.') else ''}index.html{mark}{rest}"


def _search_script(index: str) -> str:
    """The search index as the script that the theme looks for where there is no server."""
    content = json.loads(index)
    for page in content["docs"]:
        page["location"] = _to_file(page["location"] or "./")
    return f"var __index = {json.dumps(content, ensure_ascii=False)}"
