"""What is new as a JSON Feed, version 1.1 (jsonfeed.org)."""

import json

from generator.render.catalogue import Catalogue
from generator.render.feeds.addresses import Addresses
from generator.render.feeds.news import news
from generator.render.text import plain

PATH = "feed.json"


def json_feed(catalogue: Catalogue, addresses: Addresses) -> str:
    """The feed; its text is plain, so that no reader takes words of an article for markup."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": plain(catalogue.brief.title),
        "home_page_url": addresses.page("index.md"),
        "feed_url": addresses.file(PATH),
        "items": [
            {
                "id": addresses.tag(*item.name),
                "url": addresses.page(item.path, item.anchor),
                "title": item.title,
                "content_text": item.text,
                "date_published": f"{item.day}T00:00:00Z",
                "tags": [item.label],
            }
            for item in news(catalogue)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
