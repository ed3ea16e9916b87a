"""Web addresses as they are compared: two that lead to one article are one.

What an address says besides is knowledge, in `generator/knowledge/addresses.yml`.
"""

import re
from functools import cache
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from generator.knowledge_files import knowledge_file

_MOST_HELD = 3
"""Addresses inside one another that are looked into."""
_PATH_SIGNS = "/:@!$&'()*+,;=-._~"


@cache
def _knowledge() -> dict[str, Any]:
    content: dict[str, Any] = knowledge_file("addresses")
    return content


@cache
def _holders() -> re.Pattern[str]:
    return re.compile(rf"(?:https?:)?//(?:{'|'.join(_knowledge()['holders'])})(?=\w)", re.IGNORECASE)


@cache
def _parameters() -> tuple[frozenset[str], tuple[str, ...]]:
    """Names of parameters that do not matter, and beginnings of such names."""
    names: list[str] = _knowledge()["parameters"]
    whole = frozenset(name for name in names if not name.endswith("*"))
    return whole, tuple(name.removesuffix("*") for name in names if name.endswith("*"))


def normal_address(address: str | None) -> str | None:
    """An address without scheme, dress and tracking: "example.org/news/a?id=3".

    None where there is none, and for a site's front page, which is nobody's article.
    """
    parts = _split(address)
    if parts is None or not parts.hostname:
        return None
    path, query = _path(parts.path), _query(parts.query)
    if not path and not query:
        return None
    return f"{_host(parts.hostname)}{path}" + (f"?{query}" if query else "")


def host_of(address: str | None) -> str | None:
    """The host of an address without what only gives it another dress; None where there is none."""
    parts = _split(address)
    return _host(parts.hostname) if parts and parts.hostname else None


def _split(address: str | None) -> SplitResult | None:
    """The parts of an address, of the one that it holds if it holds one."""
    if not address:
        return None
    for _ in range(_MOST_HELD):
        held = _holders().match(address)
        if not held:
            break
        address = f"https://{address[held.end() :]}"
    try:
        parts = urlsplit(address)
        return parts if parts.hostname else None
    except ValueError:
        return None


def _host(name: str) -> str:
    labels = name.lower().rstrip(".").split(".")
    dress = frozenset(_knowledge()["hosts"])
    kept = [label for label in labels[:-2] if label not in dress]
    return ".".join([*kept, *labels[-2:]])


def _path(path: str) -> str:
    path = "/".join(["", *filter(None, unquote(path).split("/"))])
    for ending, instead in _knowledge()["endings"].items():
        if path.lower().endswith(ending):
            path = path[: -len(ending)] + instead
            break
    segments = path.split("/")[1:]
    dress = frozenset(_knowledge()["segments"])
    if len(segments) > 1 and segments[0].lower() in dress:
        segments = segments[1:]
    if len(segments) > 1 and segments[-1].lower() in dress:
        segments = segments[:-1]
    return "".join(f"/{quote(segment, safe=_PATH_SIGNS)}" for segment in segments)


def _query(query: str) -> str:
    """The parameters that matter, in order of their names."""
    names, beginnings = _parameters()
    given = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    kept = [(n, v) for n, v in given if n.lower() not in names and not n.lower().startswith(beginnings)]
    return urlencode(sorted(kept))
