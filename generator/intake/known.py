"""The articles that are in the folder already, and which of them a new one is.

Reading all of them again for each new one would take long, so that what was read is kept in the folder of what can be
made again, and used while the file stays as it was.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ValidationError

from generator.articles import ArticleError, iter_article_paths, read_articles, sidecar_path
from generator.changes import combined, fingerprint
from generator.merge.addresses import normal_address
from generator.merge.sameness import Sameness, sameness
from generator.merge.texts import Told
from generator.model import Source
from generator.wholefiles import write_whole
from generator.yamlfiles import sha256

_PARTS = ("model", "identifiers.py", "yamlfiles.py", "knowledge_files.py", "articles", "knowledge")
"""The parts of the generator that reading a file depends on."""


_SHORTER = 0.4
"""Part of the longer text's characters that the shorter one has at least, if the two are near the same."""


class _Remembered(BaseModel):
    """What a file held when it was read last. `state` tells whether it is the same still; `sha256` is the file's."""

    path: str
    state: str
    sha256: str
    sources: list[Source]


@dataclass
class _File:
    sha256: str
    told: list[Told]


@dataclass(frozen=True)
class Twin:
    """An article in the folder that is the same as another, and why. `whole` is true where the other adds nothing.

    `name` is the path of its file relative to the folder, `record` its number in a file that holds several.
    """

    name: str
    how: str
    whole: bool = False
    record: int | None = None


@dataclass
class Known:
    """The articles of the folder `articles`; `cache` is the folder of what can be made again."""

    articles: Path
    cache: Path
    _files: dict[str, _File] = field(default_factory=dict)
    _states: dict[str, str] = field(default_factory=dict)

    def refresh(self) -> None:
        """Reads what came or changed since the last time. Files that cannot be read count only by their bytes."""
        paths = iter_article_paths(self.articles) if self.articles.is_dir() else []
        present = {path.relative_to(self.articles).as_posix(): path for path in paths}
        for name in self._files.keys() - present.keys():
            del self._files[name], self._states[name]
        for name, path in present.items():
            state = _state(path)
            if self._states.get(name) != state:
                self._files[name] = self._read(name, path, state)
                self._states[name] = state

    def note(self, name: str, sources: Sequence[Source]) -> None:
        """Takes up a file that was just added under a path relative to the folder, without reading it again."""
        path = self.articles / name
        moved = [source.model_copy(update={"path": name}) for source in sources]
        self._states[name] = _state(path)
        self._files[name] = self._remember(name, path, self._states[name], moved)

    def files_at(self, address: str | None) -> list[str]:
        """The files that hold an article of a web address."""
        wanted = normal_address(address)
        if wanted is None:
            return []
        return [name for name, file in self._files.items() if any(told.address == wanted for told in file.told)]

    def same_bytes(self, digest: str) -> str | None:
        """The file with this SHA-256."""
        return next((name for name, file in self._files.items() if file.sha256 == digest), None)

    def twins(self, source: Source, besides: str | None = None) -> list[Twin]:
        """The articles that are the same as one, the most alike first; `besides` is a file that does not count."""
        new = Told(source)
        found: list[tuple[int, Twin]] = []
        for name, file in self._files.items():
            for told in file.told if name != besides else ():
                if not _of_like_length(told, new) and (new.address is None or told.address != new.address):
                    continue
                if (why := sameness(told, new)) is None:
                    continue
                same_words = told.words == new.words
                whole = same_words and (new.address is None or new.address == told.address)
                twin = Twin(name, _how(why, same_words), whole, told.source.record)
                found.append((_rank(why, same_words, whole), twin))
        return [twin for _, twin in sorted(found, key=lambda each: each[0])]

    def _read(self, name: str, path: Path, state: str) -> _File:
        try:
            remembered = _Remembered.model_validate_json(self._place(name).read_bytes())
        except (OSError, ValidationError):
            remembered = None
        if remembered and (remembered.path, remembered.state) == (name, state):
            return _File(remembered.sha256, [Told(source) for source in remembered.sources])
        try:
            sources = [article.source for article in read_articles(path, self.articles, lambda _: None)]
        except ArticleError:
            sources = []
        return self._remember(name, path, state, sources)

    def _remember(self, name: str, path: Path, state: str, sources: list[Source]) -> _File:
        digest = digest_of(path)
        entry = _Remembered(path=name, state=state, sha256=digest, sources=sources)
        write_whole(self._place(name), entry.model_dump_json().encode(), lasting=False)
        return _File(digest, [Told(source) for source in sources])

    def _place(self, name: str) -> Path:
        return self.cache / "known" / f"{sha256(name.encode('utf-8', 'surrogatepass'))[:32]}.json"


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes; "" if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _state(path: Path) -> str:
    """What changes when a file or its description does, or the way in which files are read."""
    parts = [fingerprint(_PARTS)]
    for each in (path, sidecar_path(path)):
        try:
            status = each.stat()
            parts.append(f"{each.name} {status.st_size} {status.st_mtime_ns}")
        except OSError:
            parts.append("")
    return combined(parts)


def _of_like_length(one: Told, other: Told) -> bool:
    """Whether two texts can be the same or near the same by their length, which takes no time to tell."""
    shorter, longer = sorted((len(one.source.text), len(other.source.text)))
    return shorter >= _SHORTER * longer


def _rank(why: Sameness, same_words: bool, whole: bool) -> int:
    if whole:
        return 0
    if same_words:
        return 1
    return 2 if why is Sameness.ADDRESS else 3


def _how(why: Sameness, same_words: bool) -> str:
    if why is Sameness.ADDRESS:
        return "same address and text" if same_words else str(why)
    return "same text" if same_words else str(why)
