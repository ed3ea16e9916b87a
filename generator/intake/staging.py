"""What is offered to the articles folder, and what it is found to be before it goes there."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.articles import ArticleError, read_articles
from generator.articles.formats import largest
from generator.articles.sidecar import Stated, common_sidecar
from generator.identifiers import slug
from generator.intake.errors import IntakeError
from generator.intake.naming import LONGEST, stem
from generator.intake.understanding import doubts_about_address, doubts_about_file
from generator.merge.addresses import host_of
from generator.model import Article
from generator.yamlfiles import plain, to_yaml

OPTIONS = "as you stated"
"""Where a field comes from that an option of the command states."""


@dataclass(frozen=True)
class Offer:
    """Something to add. `subject` is what a person calls it; `content` are its bytes, or the file that has them.

    `stated` is what people state about it, which beats what the file says, and `origins` where each field of it comes
    from in words. `beside` is what is known from the way it came, which counts where the file does not say, and
    `beside_from` tells in words where that comes from. `fetched_from` is the web address of a fetch; `remarks` are
    what a person should know of how it came.
    """

    subject: str
    suffix: str
    content: bytes | Path
    name: str = "article"
    stated: Stated = field(default_factory=Stated)
    origins: dict[str, str] = field(default_factory=dict)
    beside: Stated = field(default_factory=Stated)
    beside_from: str = ""
    fetched_from: str | None = None
    remarks: list[str] = field(default_factory=list)


class Staged:
    """An offer as files of their own in a folder of nobody else's, read."""

    def __init__(self, folder: Path, offer: Offer) -> None:
        self.offer = offer
        self.faults: list[str] = []
        self.description: dict[str, Any] = {}
        self.origins = dict(offer.origins)
        self.path = folder / f"{slug(offer.name, LONGEST)}{offer.suffix}"
        if isinstance(offer.content, bytes):
            self.path.write_bytes(offer.content)
        else:
            self._copy(offer.content)
        self._describe(plain(offer.stated))
        self.articles = self._read()
        own = None if self.holds_several else self.articles[0].source.url
        if more := self._not_said():
            self._describe({**more, **self.description})
            self.origins |= dict.fromkeys(more, offer.beside_from)
            self.articles = self._read()
        self.doubts = [*doubts_about_address(own, offer.fetched_from), *doubts_about_file(self.path, self.articles)]

    @property
    def holds_several(self) -> bool:
        """Whether the file is one of several articles, even if there is only one in it now."""
        return len(self.articles) != 1 or self.articles[0].source.record is not None

    @property
    def stem(self) -> str:
        """What the file is to be called, without its ending."""
        if self.holds_several:
            return stem(self.offer.name)
        return stem(self.articles[0].source.title, self.articles[0].source.published)

    def _copy(self, file: Path) -> None:
        size, most = file.stat().st_size, largest(self.offer.suffix)
        if size > most:
            problem = f"{size / 1_000_000:,.1f} MB, more than {most // 1_000_000} MB"
            raise IntakeError(self.offer.subject, problem, "save the article alone, or its text as a .txt file")
        try:
            shutil.copyfile(file, self.path)
        except OSError as error:
            if error.filename != str(file):
                raise
            problem = f"cannot be read: {error.strerror}"
            raise IntakeError(self.offer.subject, problem, "check the file's permissions") from None

    def _describe(self, fields: dict[str, Any]) -> None:
        if fields:
            self.description = fields
            common_sidecar(self.path).write_text(to_yaml(fields), encoding="utf-8")

    def _read(self) -> list[Article]:
        """The articles of the file; lines for records at fault are kept. Raises IntakeError if none can be read."""
        wrong: list[ArticleError] = []
        try:
            articles = read_articles(self.path, self.path.parent, wrong.append)
            if not articles:
                raise wrong[0]
        except ArticleError as error:
            raise IntakeError(self.offer.subject, error.problem, error.remedy) from None
        faults = (str(IntakeError(self.offer.subject, error.problem, error.remedy)) for error in wrong)
        self.faults = list(dict.fromkeys(faults))
        return articles

    def _not_said(self) -> dict[str, Any]:
        """What is known from the way it came and the file does not say itself."""
        if self.holds_several:
            return {}
        source = self.articles[0].source
        said = {name: getattr(source, name, None) for name in Stated.model_fields}
        if source.published_basis == "file":
            said["published"] = None
        if source.url and self.offer.fetched_from and host_of(source.url) != host_of(self.offer.fetched_from):
            said["url"] = None  # where it was fetched is certain; what a page says of another site is not
        del said["title"], said["reliability"]
        return {name: value for name, value in plain(self.offer.beside).items() if name in said and not said[name]}
