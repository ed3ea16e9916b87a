"""Whether two articles come from one publisher, as far as they say from whom they come."""

import re
from functools import cache

from generator.knowledge_files import knowledge_file
from generator.merge.addresses import host_of
from generator.model import Source

type Publisher = tuple[tuple[str, ...], str]
"""The words of the name as they are compared, and the host of the address; empty where it is not known."""

_WORD = re.compile(r"\w+")


@cache
def _passed_over() -> frozenset[str]:
    """Words that a name has or has not."""
    return frozenset(knowledge_file("versions")["publisher_words"])


def publisher_of(source: Source) -> Publisher:
    """From whom a source comes."""
    words = _WORD.findall((source.publisher or "").casefold())
    return tuple(word for word in words if word not in _passed_over()), host_of(source.url) or ""


def same_publisher(one: Publisher, other: Publisher) -> bool | None:
    """Whether two are one; None where that cannot be told.

    A name may go on where the other ends ("Norland Radio News", "Norland Radio"). Hosts are asked only where a name is
    missing: pages that collect other publishers' articles have one host for all.
    """
    (name, host), (other_name, other_host) = one, other
    if name and other_name:
        return name[: len(other_name)] == other_name[: len(name)]
    if host and other_host:
        return f".{host}".endswith(f".{other_host}") or f".{other_host}".endswith(f".{host}")
    return None
