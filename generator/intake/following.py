"""Takes the new items of a feed, one after the other; an item that fails does not keep the others back."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.articles.sidecar import Stated
from generator.intake.adding import Added, Shelf
from generator.intake.bringing import from_page, is_address
from generator.intake.errors import FetchError, IntakeError
from generator.intake.feeds import Feed, Item, as_page, read_feed
from generator.intake.fetching import Fetcher
from generator.intake.staging import OPTIONS, Offer
from generator.intake.taken import Taken
from generator.yamlfiles import plain


@dataclass(frozen=True)
class Passed:
    """An item that was not fetched, since files in the articles folder hold an article of its address already."""

    folder: Path
    item: Item
    files: list[str]


type Outcome = Added | Passed | IntakeError


@dataclass
class Follower:
    """Takes what is new. `limit` is how many items of a feed are looked at, the newest; None for all."""

    shelf: Shelf
    fetcher: Fetcher
    taken: Taken
    stated: Stated
    limit: int | None = None

    def follow(self, name: str) -> Iterator[Outcome]:
        """What became of each new item of a feed, the oldest first. Raises IntakeError if the feed cannot be read."""
        key, feed = self._open(name)
        had = self.taken.has(key)
        with self.shelf.locked():
            self.shelf.known.refresh()
        for item in reversed(feed.items[: self.limit]):
            if item.id in had and not self.shelf.anyway:
                continue
            outcome = self._take(item, name)
            yield outcome
            if not isinstance(outcome, IntakeError) and not self.shelf.only_try:
                with self.shelf.locked():
                    self.taken.note(key, feed.title, item, outcome.files, self.shelf.around.today)

    def _open(self, name: str) -> tuple[str, Feed]:
        """A feed, and what it is known by among those that were taken from."""
        if is_address(name):
            page = self.fetcher.fetch(name)
            return name, read_feed(page.content, name, page.address, page.charset)
        path = Path(name)
        try:
            feed = read_feed(path.read_bytes(), name)
        except OSError as error:
            raise IntakeError(name, f"cannot be read: {error.strerror}", "check the name of the file") from None
        return feed.home or path.name, feed

    def _take(self, item: Item, name: str) -> Outcome:
        if not self.shelf.anyway and (files := self.shelf.known.files_at(item.url)):
            return Passed(self.shelf.articles, item, files)
        try:
            return self._from_page(item) if item.url else self._from_feed(item, "it has no address")
        except FetchError as error:
            if not error.refused or not item.text:
                return error
            reason: IntakeError = error
        except IntakeError as error:
            if not item.text:
                return error
            reason = error
        try:
            return self._from_feed(item, reason.problem)
        except IntakeError:
            return reason if item.url else IntakeError(f"{name}: {item.id}", reason.problem, reason.remedy)

    def _from_page(self, item: Item) -> Added:
        page = self.fetcher.fetch(item.url or "")
        beside = Stated(
            published=item.published,
            publisher=item.publisher,
            author=item.author,
            url=page.address,
            language=item.language,
        )
        return self.shelf.add(from_page(page, page.address, self.stated, beside, "from the feed"))

    def _from_feed(self, item: Item, reason: str) -> Added:
        """The article as the feed itself has it. Raises IntakeError if it does not have it in full."""
        if not item.text:
            raise IntakeError(item.url or item.id, reason, "save the article in a browser and add the file")
        origins = dict.fromkeys(plain(self.stated), OPTIONS)
        remark = f"taken from the feed's own text, since: {reason}"
        return self.shelf.add(
            Offer(item.url or item.id, ".html", as_page(item), "article", self.stated, origins, remarks=[remark])
        )
