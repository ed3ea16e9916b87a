"""Where facts come from: sources, their earlier versions, and articles as read."""

from datetime import date
from typing import Literal

from generator.model.codes import PublishedBasis, Reliability
from generator.model.evidence import Model, Review


class FallenFact(Model):
    """What an earlier version of an article told and the newer one does not: its title, and the words it rested on."""

    kind: Literal["actor", "event", "agreement", "question", "statement"]
    title: str
    quote: str


class EarlierVersion(Model):
    """A text of an article that a newer one superseded. No fact of the brief rests on it.

    `id` is the one that the text had as a source of its own; `path`, `published` and `sha256` are those of its file;
    `files` are the paths of all files that hold it, its own first, where there are several. `reason` says in words
    why it is the earlier one.
    """

    id: str
    path: str
    sha256: str
    published: date | None = None
    files: list[str] = []
    reason: str
    fell: list[FallenFact] = []


class Source(Model):
    """One article: where it came from and its cleaned text (headline first, paragraphs parted by a blank line).

    `path` is relative to the articles folder; `record` is the number of the article's record, from 1, in a file that
    holds several; `sha256` is of the file's bytes, or of the record's; `reliability` is the Admiralty code
    that an analyst gave, F (cannot be judged) until then. `descriptor` says in a sentence what kind of source it is
    (ICD 206), `copy_of` is the id of the source whose text it nearly repeats, and `relays` names the agencies and
    outlets whose reports it passes on. `updated` is the day of the last change that the article states; `supersedes`
    is what a person said of which file it replaces ("none": it is an article of its own, however like another).
    `files` are the paths of all files that hold this text, its own first, where there are several; `earlier` are the
    texts that this one superseded, the newest first; `stands_for` are the ids that all of those would have as sources
    of their own. `notice` tells readers why not all of it could be distilled.
    """

    id: str
    path: str
    record: int | None = None
    sha256: str
    title: str
    published: date | None = None
    published_basis: PublishedBasis | None = None
    updated: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    reliability: Reliability = "F"
    descriptor: str | None = None
    copy_of: str | None = None
    relays: list[str] = []
    review: Review | None = None
    supersedes: str | None = None
    files: list[str] = []
    earlier: list[EarlierVersion] = []
    stands_for: list[str] = []
    notice: str | None = None
    text: str

    @property
    def place(self) -> str:
        """Where it lies, in words: its file, or its record in a file that holds several."""
        return self.path if self.record is None else f"record {self.record} of {self.path}"


class Block(Model):
    """One paragraph of a source's text: its offsets and what it is."""

    start: int
    end: int
    kind: Literal["headline", "heading", "item", "prose"]


class Article(Model):
    """A source as read from disk: the source itself and its text's blocks, in order, covering every paragraph."""

    source: Source
    blocks: list[Block]
