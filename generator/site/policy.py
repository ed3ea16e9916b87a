"""A content security policy for every page: nothing from elsewhere, and no script that an article's text might hold."""

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_DATA = re.compile(r"""type=["']?application/(?:json|ld\+json)""", re.IGNORECASE)

_FIXED = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
)
"""Styles may stand in the page, since figures and bars have widths of their own; what runs may not unless hashed."""


def with_policy(page: str) -> str:
    """The page with its policy in its head.

    The theme's own inline scripts are allowed by their hashes. Those inside the article, where the words of sources
    stand, never are: there is none, and if there were one it would not run.
    """
    head = _HEAD.search(page)
    if not head:
        return page
    allowed = " ".join(dict.fromkeys(f"'sha256-{_hash(code)}'" for code in _own_scripts(page)))
    policy = "; ".join([*_FIXED, f"script-src 'self' {allowed}".rstrip()])
    tag = f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page[: head.end()] + tag + page[head.end() :]


def _own_scripts(page: str) -> list[str]:
    """The code of the inline scripts before and after the article."""
    start = page.find("<article")
    end = page.rfind("</article>")
    frame = page if start < 0 or end < start else page[:start] + page[end:]
    return [
        found["code"]
        for found in _SCRIPT.finditer(frame)
        if found["code"].strip() and "src=" not in found["attributes"] and not _DATA.search(found["attributes"])
    ]


def _hash(code: str) -> str:
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
