"""`feeds.yml`: which items of which feeds were taken, so that a feed gives only what is new.

The file lies among the data and goes with it into version control, so that a clone knows it too. A person may read it,
and take an entry out to have the item taken again. Articles that are deleted stay in it: what was thrown away does not
come back.
"""

from datetime import date
from pathlib import Path

from generator.intake.errors import IntakeError
from generator.intake.feeds import Item
from generator.model import Model
from generator.yamlfiles import YamlError, models_to_yaml, read_models, write_if_different

NAME = "feeds.yml"
"""The file's name in the data folder."""

_HEADER = "# What `brief add --feed` took. Take an item out, and it is taken again if the feed still has it.\n"


class TakenItem(Model):
    """An item that was taken: the feed's name for it, its address where that is another, its files, and the day."""

    id: str
    url: str | None = None
    files: list[str] = []
    taken: date


class TakenFeed(Model):
    """A feed and what was taken from it, the oldest first."""

    feed: str
    title: str | None = None
    items: list[TakenItem] = []


class Taken:
    """The file of a data folder."""

    def __init__(self, data: Path) -> None:
        self.path = data / NAME

    def has(self, feed: str) -> set[str]:
        """The ids of all items of a feed that were taken. Raises IntakeError if the file is at fault."""
        return {item.id for each in self._read() if each.feed == feed for item in each.items}

    def note(self, feed: str, title: str | None, item: Item, files: list[str], day: date) -> None:
        """Writes down that an item was taken. Only for who holds the lock of those who add."""
        feeds = self._read()
        found = next((each for each in feeds if each.feed == feed), None)
        if found is None:
            found = TakenFeed(feed=feed)
            feeds.append(found)
        found.title = title or found.title
        url = item.url if item.url != item.id else None
        kept = [each for each in found.items if each.id != item.id]
        found.items = [*kept, TakenItem(id=item.id, url=url, files=files, taken=day)]
        write_if_different(self.path, _HEADER + models_to_yaml(feeds))

    def _read(self) -> list[TakenFeed]:
        try:
            return read_models(self.path, TakenFeed) if self.path.exists() else []
        except YamlError as error:
            raise IntakeError(str(self.path), str(error).removeprefix(f"{self.path}:"), "correct the YAML") from None
