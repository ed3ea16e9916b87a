"""Puts articles into the articles folder: named, described, told from what is there already, whole or not at all.

A file is first read where nobody looks for articles. Under the lock of those who add, it is compared with the folder
and gets its name; its description goes there before it does, so that no run meets the one without the other.
"""

import errno
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock

from generator.articles import ArticleError, read_articles, suffix_of
from generator.articles.sidecar import SIDECAR_SUFFIX, common_sidecar
from generator.intake.errors import IntakeError
from generator.intake.known import Known, Twin, digest_of
from generator.intake.naming import candidates
from generator.intake.staging import Offer, Staged
from generator.intake.understanding import Circumstances, Understood, doubts_about, doubts_about_file, words_in
from generator.model import Article
from generator.wholefiles import sweep
from generator.yamlfiles import to_yaml

_DAY = 86_400
"""Seconds."""


@dataclass(frozen=True)
class Added:
    """What became of an offer to the articles folder `folder`.

    `path` is the file in the articles folder, or the one that would be there; None where it was not taken since `twin`
    is the same. `sidecar` is what was written into its description. `faults` are records that cannot be read.
    """

    folder: Path
    offer: Offer
    articles: list[Understood]
    path: Path | None = None
    twin: Twin | None = None
    sidecar: dict[str, Any] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    tried: bool = False

    @property
    def files(self) -> list[str]:
        """The file or files of the folder that hold the article now."""
        return [self.path.name] if self.path else [self.twin.name] if self.twin else []

    @property
    def lies_there(self) -> bool:
        """Whether the file that was offered is itself one of the folder."""
        return self.twin is not None and self.offer.content == self.folder / self.twin.name


@dataclass
class Shelf:
    """The articles folder as those see it who add to it. With `anyway` what is there already is added again.

    With `only_try` nothing is written there.
    """

    articles: Path
    cache: Path
    around: Circumstances
    anyway: bool = False
    only_try: bool = False

    def __post_init__(self) -> None:
        self.known = Known(self.articles, self.cache)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Lets one command at a time add here; `brief distil` need not wait for it."""
        self.cache.mkdir(parents=True, exist_ok=True)
        with FileLock(self.cache.resolve() / "adding.lock", is_singleton=True):
            yield

    def add(self, offer: Offer) -> Added:
        """Adds an offer. Raises IntakeError if it is no article that can be read; OSError if it cannot be written."""
        with self._aside() as folder:
            staged = Staged(Path(folder), offer)
            with self.locked():
                self.known.refresh()
                understood = [self._understood(article, staged) for article in staged.articles]
                twin = None if self.anyway else self._whole_twin(staged, understood)
                if twin is not None:
                    return Added(self.articles, offer, understood, twin=twin, faults=staged.faults)
                path = self._put(staged)
        return Added(self.articles, offer, understood, path, None, staged.description, staged.faults, self.only_try)

    @contextmanager
    def _aside(self) -> Iterator[str]:
        """A folder for one offer; those of commands that were killed are taken away after a day."""
        self.cache.mkdir(parents=True, exist_ok=True)
        for left in self.cache.glob("adding-*/"):
            with suppress(OSError):
                if left.stat().st_mtime < time.time() - _DAY:
                    shutil.rmtree(left)
        with tempfile.TemporaryDirectory(dir=self.cache, prefix="adding-") as folder:
            yield folder

    def look(self, path: Path) -> Added:
        """What is understood of a file that lies in the folder. Raises IntakeError."""
        offer = Offer(str(path), suffix_of(path), path)
        faults: list[str] = []
        try:
            articles = read_articles(path, self.articles, lambda error: faults.append(str(error)))
        except ArticleError as error:
            raise IntakeError(str(error.path), error.problem, error.remedy) from None
        with self.locked():
            self.known.refresh()
        name = path.relative_to(self.articles).as_posix()
        more = doubts_about_file(path, articles)
        understood = [
            Understood(
                article.source,
                words_in(article.source.text),
                [*doubts_about(article, self.around), *more],
                self.known.twins(article.source, besides=name),
            )
            for article in articles
        ]
        return Added(self.articles, offer, understood, twin=Twin(name, "the file itself", True), faults=faults)

    def _understood(self, article: Article, staged: Staged) -> Understood:
        return Understood(
            article.source,
            words_in(article.source.text),
            [*doubts_about(article, self.around), *staged.doubts],
            self.known.twins(article.source),
            staged.origins,
        )

    def _whole_twin(self, staged: Staged, understood: Sequence[Understood]) -> Twin | None:
        """The file that has all of this already: the same bytes, or every article of it."""
        if name := self.known.same_bytes(digest_of(staged.path)):
            return Twin(name, "the same bytes", whole=True)
        firsts = [each.twins[0] if each.twins else None for each in understood]
        if firsts and not staged.faults and all(twin is not None and twin.whole for twin in firsts):
            return firsts[0]
        return None

    def _put(self, staged: Staged) -> Path:
        """Writes the description and the file under the first name that is free. Returns the file's path."""
        self._clear()
        taken = self._stems()
        description = to_yaml(staged.description).encode("utf-8") if staged.description else None
        for wanted in candidates(staged.stem):
            path = self.articles / f"{wanted}{staged.offer.suffix}"
            sidecar = common_sidecar(path)
            if wanted in taken and not _left_behind(sidecar, description, taken[wanted]):
                continue
            if self.only_try:
                break
            if description is not None and not sidecar.exists():
                _write(sidecar, description)
            _write(path, staged.path)
            self.known.note(path.name, [article.source for article in staged.articles])
            break
        return path

    def _clear(self) -> None:
        """Takes away what a command that was killed left half written."""
        if not self.only_try:
            self.articles.mkdir(parents=True, exist_ok=True)
            sweep(self.articles)

    def _stems(self) -> dict[str, list[str]]:
        """The names of the folder's files without endings, in small letters, as some systems compare them."""
        stems: dict[str, list[str]] = {}
        for path in self.articles.iterdir() if self.articles.is_dir() else ():
            name = path.name.removesuffix(SIDECAR_SUFFIX)
            for short in {name, name.partition(".")[0]}:
                stems.setdefault(short.lower(), []).append(path.name)
        return stems


def _left_behind(sidecar: Path, description: bytes | None, names: Sequence[str]) -> bool:
    """Whether all that has a name is the description that a command wrote for this very file before it was killed."""
    return description is not None and list(names) == [sidecar.name] and sidecar.read_bytes() == description


def _write(path: Path, content: bytes | Path) -> None:
    """Makes a file that is not there yet, whole or not at all. Raises OSError, FileExistsError if it is there."""
    temporary = path.with_name(f".brief-{os.getpid()}-{threading.get_native_id()}.tmp")
    try:
        if isinstance(content, Path):
            shutil.copyfile(content, temporary)
        else:
            temporary.write_bytes(content)
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        _name(temporary, path)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _name(temporary: Path, path: Path) -> None:
    """Gives a file its name, which no other file may have. Raises FileExistsError."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # not every disk can give a file two names
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        temporary.rename(path)
