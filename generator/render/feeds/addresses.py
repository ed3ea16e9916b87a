"""Addresses of pages and files for readers that are not on the site: feeds, calendars, lists for machines."""

import posixpath
from urllib.parse import quote, urlsplit

_NO_HOST = "brief.invalid"  # A name that RFC 2606 keeps free for ever.
_SINCE = "2025"  # A tag URI names a day on which its host was the publisher's; that day must never change.


class Addresses:
    """Where the site will stand. Without its address, all addresses are relative to the site's top.

    `directories` says whether a page `actors/karsk.md` becomes `actors/karsk/` or `actors/karsk.html`.
    """

    def __init__(self, site_url: str | None = None, directories: bool = True) -> None:
        self.top = (site_url or "").rstrip("/") + "/" if site_url else ""
        self.directories = directories
        self._host = urlsplit(self.top).hostname or _NO_HOST

    @property
    def absolute(self) -> bool:
        """Whether the site's own address is known."""
        return bool(self.top)

    def page(self, path: str, anchor: str = "") -> str:
        """The address of a page by its path below `docs/`."""
        stem = path.removesuffix(".md")
        folder, name = posixpath.split(stem)
        if not self.directories:
            address = f"{stem}.html"
        elif name == "index":
            address = f"{folder}/" if folder else ""
        else:
            address = f"{stem}/"
        address = self.top + quote(address) or "./"
        return f"{address}#{quote(anchor)}" if anchor else address

    def file(self, path: str) -> str:
        """The address of a file that is no page, by its path below `docs/`."""
        return self.top + quote(path)

    def tag(self, *parts: str) -> str:
        """A name for ever, as RFC 4151 makes it: the same for the same parts, whatever the brief comes to say."""
        return f"tag:{self._host},{_SINCE}:{'/'.join(quote(part, safe='') for part in parts)}"
