"""What the site offers to programs: feeds, a calendar, the list of its pages, the JSON of each dossier."""

from collections.abc import Iterator

from generator.render.catalogue import Catalogue
from generator.render.feeds import atom, calendar, json_feed, llms
from generator.render.feeds.addresses import Addresses
from generator.render.feeds.dossiers import dossiers
from generator.render.feeds.redirects import redirects


def feeds(catalogue: Catalogue, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text of every such file."""
    yield atom.PATH, atom.atom(catalogue, addresses)
    yield json_feed.PATH, json_feed.json_feed(catalogue, addresses)
    yield calendar.PATH, calendar.calendar(catalogue, addresses)
    yield llms.PATH, llms.llms(catalogue, addresses)
    yield from dossiers(catalogue)


__all__ = ["Addresses", "feeds", "redirects"]
