"""`brief add`: articles into the articles folder, from files, standard input, the web and feeds. Thin."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.terminal import DATA, reported
from generator.workspace import Workspace

if TYPE_CHECKING:
    from generator.articles.sidecar import Stated
    from generator.intake.adding import Added, Shelf
    from generator.intake.fetching import Fetcher
    from generator.intake.staging import Offer

_OF_ONE = ("title", "url", "author")
"""Options that can be true of one article only."""

_ALLOWED = {
    "published": "a day such as 2024-06-18",
    "url": "an address that begins with http:// or https://",
    "language": "a code such as en or fr",
}


def _stating(function: Callable[..., None]) -> Callable[..., None]:
    """The options that state something about an article."""
    for name, metavar, meaning in (
        ("reliability", "A-F", "The grade of the source."),
        ("language", "CODE", "Its language, such as en."),
        ("url", "URL", "Where it was published."),
        ("author", "NAME", "Who wrote it."),
        ("publisher", "NAME", "Who published it."),
        ("published", "DAY", "The day of publication, such as 2024-06-18."),
        ("title", "TEXT", "The headline."),
    ):
        function = click.option(f"--{name}", metavar=metavar, help=meaning)(function)
    return function


@click.command()
@DATA
@click.argument("names", nargs=-1, metavar="[PATH|URL|-]...")
@click.option("--feed", "feeds", multiple=True, metavar="URL|FILE", help="Take the new items of an RSS or Atom feed.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the N newest items of a feed.")
@_stating
@click.option("--anyway", is_flag=True, help="Add also what is in the folder already.")
@click.option("--dry-run", "only_try", is_flag=True, help="Only say what would be added.")
@click.option("--allow-private", is_flag=True, help="Fetch from servers of your own network too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per article, each on a line.")
def add(
    data: Path,
    names: tuple[str, ...],
    feeds: tuple[str, ...],
    limit: int | None,
    anyway: bool,
    only_try: bool,
    allow_private: bool,
    as_json: bool,
    **stating: str | None,
) -> None:
    """Adds articles: copies files, fetches pages, takes what is new in feeds; and says what it understood of each.

    \b
    brief add ~/Downloads/interview.pdf ~/Downloads/saved-pages
    brief add https://example.org/news/ministers-meet
    brief add - --title "Ministers meet" --published 2024-06-18 < article.txt
    brief add --feed https://example.org/rss.xml --limit 20

    Each gets a name such as 2024-06-18-ministers-meet.html and, where something is stated or known that the file itself
    does not say, a sidecar. Nothing is overwritten; what is there already is not added again. This command alone goes
    to the web, and only to the addresses that you name and that a feed names.
    """
    from generator.intake.connection import Network
    from generator.intake.fetching import Fetcher

    if not names and not feeds:
        raise click.UsageError("name a file, a folder, an address or - for standard input, or a feed with --feed")
    if limit and not feeds:
        raise click.UsageError("--limit is for feeds; name one with --feed")
    with reported():
        shelf = _shelf(Workspace(data), anyway, only_try)
        session = _Session(shelf, Fetcher(Network(allow_private)), _stated(stating), as_json)
        for name in names:
            session.add(name, alone=len(names) == 1 and not feeds)
        for feed in feeds:
            session.follow(feed, data, limit)
    session.end()


def _shelf(workspace: Workspace, anyway: bool, only_try: bool) -> "Shelf":
    from generator.intake.adding import Shelf
    from generator.intake.understanding import Circumstances

    around = Circumstances(date.today(), frozenset(workspace.settings().pipelines))
    return Shelf(workspace.articles, workspace.cache, around, anyway, only_try)


def _stated(fields: dict[str, str | None]) -> "Stated":
    """What the options state. Wrong use if a value is none that a sidecar may have."""
    from pydantic import ValidationError

    from generator.intake.bringing import checked

    try:
        return checked(fields.items())
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        allowed = _ALLOWED.get(field, "one of A, B, C, D, E, F" if field == "reliability" else "one line of text")
        raise click.BadParameter(f"{fields[field]!r}; allowed: {allowed}", param_hint=f"--{field}") from None


class _Session:
    """One run of the command: it tells what became of each, and ends with exit code 1 if anything was at fault."""

    def __init__(self, shelf: "Shelf", fetcher: "Fetcher", stated: "Stated", as_json: bool) -> None:
        self._shelf = shelf
        self._fetcher = fetcher
        self._stated = stated
        self._as_json = as_json
        self._added = self._there = self._failed = 0

    def add(self, name: str, alone: bool) -> None:
        """Adds what a person named; `alone` if nothing else was named."""
        from generator.intake.bringing import files_of, from_input, from_web, is_address

        with self._faults():
            if name == "-":
                self._check(alone)
                self._offer(lambda: from_input(_standard_input(), self._stated))
            elif is_address(name):
                self._check(alone)
                self._offer(lambda: from_web(name, self._fetcher, self._stated))
            else:
                paths, faults = files_of(name)
                self._check(alone and len(paths) == 1)
                for line in faults:
                    self._fault(line)
                for path in paths:
                    self._file(path)

    def follow(self, feed: str, data: Path, limit: int | None) -> None:
        """Takes what is new in a feed."""
        from generator.intake.errors import IntakeError
        from generator.intake.following import Follower, Passed
        from generator.intake.taken import Taken
        from generator.intake.telling import passed_line, passed_record

        self._check(alone=False)
        before = self._added + self._there + self._failed
        with self._faults():
            follower = Follower(self._shelf, self._fetcher, Taken(data), self._stated, limit)
            for outcome in follower.follow(feed):
                if isinstance(outcome, IntakeError):
                    self._fault(str(outcome))
                elif isinstance(outcome, Passed):
                    self._there += 1
                    click.echo(passed_record(outcome) if self._as_json else passed_line(outcome))
                else:
                    self._tell(outcome)
            if before == self._added + self._there + self._failed and not self._as_json:
                click.echo(f"Nothing new in {feed}")

    def end(self) -> None:
        """Says how much was done. Ends the command with exit code 1 if anything was at fault."""
        counts = {
            "would be added" if self._shelf.only_try else "added": self._added,
            "already there": self._there,
            "not added": self._failed,
        }
        if sum(counts.values()) > 1 and not self._as_json:
            click.echo(", ".join(f"{number} {words}" for words, number in counts.items() if number))
        if self._failed:
            raise click.exceptions.Exit(1)

    def _check(self, alone: bool) -> None:
        """Wrong use if something is stated about several articles that can be true of one only."""
        given = [name for name in _OF_ONE if getattr(self._stated, name)]
        if given and not alone:
            raise click.UsageError(f"--{given[0]} is stated about one article; add that one alone")

    def _file(self, path: Path) -> None:
        from generator.articles import sidecar_path
        from generator.intake.bringing import from_file
        from generator.intake.errors import IntakeError

        lies = self._shelf.articles / _within(path, self._shelf.articles) if self._is_inside(path) else None
        with self._faults():
            if lies is None:
                self._offer(lambda: from_file(path, self._stated))
            elif self._stated.model_fields_set:
                problem = "lies in the articles folder already"
                raise IntakeError(str(path), problem, f"state that in {sidecar_path(path)}")
            else:
                self._tell(self._shelf.look(lies))

    def _is_inside(self, path: Path) -> bool:
        return path.resolve().is_relative_to(self._shelf.articles.resolve())

    def _offer(self, make: "Callable[[], Offer]") -> None:
        self._tell(self._shelf.add(make()))

    def _tell(self, added: "Added") -> None:
        from generator.intake.telling import lines, records

        if added.twin is None:
            self._added += 1
        else:
            self._there += 1
        for line in records(added) if self._as_json else lines(added):
            click.echo(line)
        for fault in added.faults:
            self._fault(fault)

    def _fault(self, line: str) -> None:
        self._failed += 1
        click.echo(line, err=True)

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """What cannot be added becomes a line, and the command goes on with the next."""
        from generator.intake.errors import IntakeError

        try:
            yield
        except IntakeError as error:
            self._fault(str(error))


def _within(path: Path, folder: Path) -> Path:
    return path.resolve().relative_to(folder.resolve())


def _standard_input() -> bytes:
    """What is piped into the command, up to a little more than an article may have."""
    from generator.articles.formats import LARGEST

    stream: Any = sys.stdin.buffer
    content: bytes = stream.read(LARGEST + 1)
    return content
