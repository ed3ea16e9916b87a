"""The name that an added file gets: the day of the article and its title, such as a person would choose.

It is made of small ASCII letters, digits and hyphens alone, so that no title can lead out of the folder, hide a file or
be a name that some system keeps for itself.
"""

from collections.abc import Iterator
from datetime import date

from generator.identifiers import slug

LONGEST = 60
"""Characters of the part of a name that is made from a title."""

_KEPT_BY_SYSTEMS = frozenset(
    {"con", "prn", "aux", "nul", "item", "readme", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
"""Names that Windows keeps for its devices, that are no articles here, or that say nothing."""


def stem(title: str, published: date | None = None) -> str:
    """The name of a file without its ending: "2024-06-19-ministers-meet-in-lorvik"."""
    words = slug(title, LONGEST)
    if published is not None:
        return f"{published.isoformat()}-{'article' if words == 'item' else words}"
    return f"article-{words}".removesuffix("-item") if words in _KEPT_BY_SYSTEMS else words


def candidates(wanted: str) -> Iterator[str]:
    """`wanted`, then `wanted-2`, `wanted-3`, and so on without end."""
    yield wanted
    number = 2
    while True:
        yield f"{wanted}-{number}"
        number += 1
