"""What is known of web pages in general (`knowledge/web_pages.yml`), as patterns."""

import functools
import re
from typing import Any

from generator.knowledge_files import knowledge_file

_BETWEEN = r"[\s_-]"
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

_LONGEST_NAME = 500
"""Characters of an element's class and id that are looked at."""


def page_knowledge(part: str) -> Any:
    """One part of `web_pages.yml`. It is shared: nobody may change it."""
    return knowledge_file("web_pages")[part]


@functools.cache
def _names(part: str) -> re.Pattern[str]:
    words = "|".join(page_knowledge(part))
    return re.compile(rf"(?:^|{_BETWEEN})(?:{words})(?:$|{_BETWEEN})", re.IGNORECASE)


def is_named(names: str, part: str) -> bool:
    """Whether one of the names that an element has (its class and its id) has a word of a part of the knowledge."""
    return _names(part).search(_HUMP.sub("-", names[:_LONGEST_NAME])) is not None


@functools.cache
def block_kind(kind: str) -> re.Pattern[str]:
    """The pattern of the names of one kind of blocks in a page's data, such as "heading"."""
    return re.compile(rf"(?:{page_knowledge('blocks')[kind]})", re.IGNORECASE)
