"""Which articles a folder holds, and which of them changed: only those are read."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from generator.articles import ArticleError, Piece, no_article, pieces
from generator.changes import ArticleRecord, Record
from generator.identifiers import unused
from generator.model import Article, Distillate

_NO_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")

_MOST_FAULTS = 20
"""Records of one file that a person is told of one by one."""

_HELD = 20_000_000
"""Characters of the articles that are kept from when they were read until they are distilled. Beyond, they are read
again then, so that a folder of any size does not fill the memory."""


@dataclass
class Entry:
    """One article on its way. `base` is the id it has by itself, `id` the one that no other article has.

    `name` is the file's path in the folder, `record` the number of the article's record in a file that holds several.
    """

    path: Path
    name: str
    record: int | None
    input: str
    base: str
    id: str = ""
    article: Article | None = None
    distillate: Distillate | None = None

    @property
    def key(self) -> str:
        """What the article is remembered under. No file of this name with a number is an article's."""
        return self.name if self.record is None else f"{self.name}#{self.record}"

    @property
    def label(self) -> str:
        """What a person calls it."""
        return self.name if self.record is None else f"record {self.record} of {self.name}"

    def recorded(self, output: str) -> ArticleRecord:
        """What is to be remembered of it, `output` being the hash of its YAML."""
        return ArticleRecord(input=self.input, base=self.base, id=self.id, output=output, record=self.record)


class Arrivals:
    """The articles of a folder, compared with the record of an earlier run. `fault` is told what cannot be read."""

    def __init__(self, folder: Path, record: Record, fault: Callable[[str], None]) -> None:
        self._folder = folder
        self._fault = fault
        self._bases: dict[tuple[str, bool, str], str] = {}
        self._known: dict[tuple[str, bool, str, str], ArticleRecord] = {}
        for key, known in record.articles.items():
            name = key if known.record is None else key.removesuffix(f"#{known.record}")
            content = (name, known.record is None, known.input)
            self._bases[content] = known.base
            self._known[*content, known.id] = known
        self._known_without = frozenset(record.without_article)
        self.without: set[str] = set()
        """Hashes of the records that hold no article, and need not be read to find that out again."""

    def entries(self, files: Iterable[Path]) -> list[Entry]:
        """Every article that can be read, with an id of its own."""
        entries: list[Entry] = []
        held = 0
        for path in files:
            for entry in self._entries_of(path):
                held += len(entry.article.source.text) if entry.article else 0
                if held > _HELD:
                    entry.article = None
                entries.append(entry)
        taken: set[str] = set()
        for entry in entries:
            entry.id = unused(entry.base, taken)
            taken.add(entry.id)
        return entries

    def known(self, entry: Entry) -> ArticleRecord | None:
        """The record of this article in its present form under its present id, whatever its number was."""
        return self._known.get((entry.name, entry.record is None, entry.input, entry.id))

    def articles(self, entries: Iterable[Entry]) -> Iterator[tuple[Entry, Article | None]]:
        """Each entry with its article, in order, held no longer than needed; None, and a fault, if it is gone."""
        for path, group in groupby(entries, key=lambda entry: entry.path):
            waiting = list(group)
            for entry in waiting:
                if entry.article is None:
                    break
                article, entry.article = entry.article, None
                yield entry, article
                waiting = waiting[1:]
            yield from self._read_again(path, waiting)

    def _read_again(self, path: Path, waiting: Sequence[Entry]) -> Iterator[tuple[Entry, Article | None]]:
        """The entries of one file that were let go meanwhile."""
        wanted = {(entry.record, entry.input): entry for entry in waiting}
        try:
            for piece in pieces(path, self._folder) if wanted else ():
                if entry := wanted.pop((piece.record, piece.input), None):
                    article, entry.article = entry.article or piece.read(), None
                    yield entry, article
        except ArticleError as error:
            self._fault(str(error))
        for entry in wanted.values():
            self._fault(str(ArticleError(path, "was changed while it was read", "run the command again")))
            yield entry, None

    def _entries_of(self, path: Path) -> Iterator[Entry]:
        """The articles of one file; they are read only if they changed. Faults are told."""
        name = path.relative_to(self._folder).as_posix()
        if _NO_TEXT.search(name):
            self._fault(f"{str(path)!a}: the file's name holds characters that are no text; rename it")
            return
        found = faults = 0
        try:
            for piece in pieces(path, self._folder):
                try:
                    entry = self._entry(path, name, piece)
                except ArticleError as error:
                    faults += 1
                    if faults <= _MOST_FAULTS:
                        self._fault(str(error))
                    continue
                if entry is not None:
                    found += 1
                    yield entry
            if not found and not faults:
                raise no_article(path)
        except ArticleError as error:
            self._fault(str(error))
        if faults > _MOST_FAULTS:
            more = f"{faults - _MOST_FAULTS} more records are at fault"
            self._fault(str(ArticleError(path, more, "correct those above and run the command again")))

    def _entry(self, path: Path, name: str, piece: Piece) -> Entry | None:
        """One article; None if there is none in the record. Raises ArticleError."""
        if piece.record is not None and piece.input in self._known_without:
            self.without.add(piece.input)
            return None
        base = self._bases.get((name, piece.record is None, piece.input))
        if base is not None:
            return Entry(path, name, piece.record, piece.input, base)
        article = piece.read()
        if article is None:
            self.without.add(piece.input)
            return None
        return Entry(path, name, piece.record, piece.input, article.source.id, article=article)
