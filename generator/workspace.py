"""The data folder: where things lie in it, and how a brief is made from it, doing again only what changed."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from filelock import FileLock, Timeout

from generator.articles import SUFFIXES as ARTICLE_SUFFIXES
from generator.articles import ArticleError, belongs_to_page, read_article
from generator.changes import DISTILLING, MERGING, ArticleRecord, BriefRecord, Memory, combined, fingerprint
from generator.composing import compose
from generator.distilled import DistilledFolder
from generator.identifiers import unused
from generator.model import Article, Brief, Distillate, Judgement, Model, SourceTexts, Tlp
from generator.yamlfiles import YamlError, model_to_yaml, models_to_yaml, read_model, sha256

if TYPE_CHECKING:
    from generator.language import Pipeline

SIDECAR_SUFFIX = ".meta.yml"
_NO_TEXT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_NO_ARTICLE = f"not read; the names of articles end in {', '.join(ARTICLE_SUFFIXES[:-1])} or {ARTICLE_SUFFIXES[-1]}"

MERGED = ("actors", "events", "agreements", "questions", "statements", "topics", "discrepancies")
"""What all articles say together: a file each, next to `brief.yml`."""

type Distiller = Callable[[Article], Distillate]


class InputError(Exception):
    """Articles or settings at fault: `faults` are clear lines, `brief` is what the rest gave, if it gave one."""

    def __init__(self, faults: Sequence[str], brief: Brief | None = None) -> None:
        super().__init__("\n".join(faults))
        self.faults = list(faults)
        self.brief = brief


class Progress:
    """What a build tells whoever waits for it. This one keeps silent."""

    def started(self, total: int) -> None:
        """So many articles are about to be distilled; not called when nothing changed."""

    def distilled(self, path: str) -> None:
        """One of them is done."""

    def note(self, line: str) -> None:
        """Something that a person should know, though nothing is at fault."""


class Settings(Model):
    """What `brief.yml` in the data folder may say about the brief as a whole.

    `pipeline` names another spaCy pipeline than the one that is installed along. `tlp` is the label of the Traffic
    Light Protocol that stands on every page; RED and AMBER are not built into a site with a public address unless
    `publish_restricted` says so. `sources` decides whether the site shows whole articles or only the passages that are
    cited, with a little around them, where the articles' rights ask for it. `pdf` offers the brief and its dossiers as
    PDFs on the site, on `paper`; `prepared_by` stands on the cover, and `attach` puts the brief's data into the file.
    """

    title: str = "Intelligence brief"
    pipeline: str | None = None
    tlp: Tlp | None = None
    publish_restricted: bool = False
    sources: SourceTexts = "full"
    pdf: bool = True
    paper: Literal["a4", "us-letter"] = "a4"
    prepared_by: str | None = None
    attach: bool = False


class Head(Model):
    """What `distilled/brief.yml` holds: the brief but for its lists of facts."""

    title: str
    generated: date | None = None
    bottom_line: list[Judgement] = []
    judgements: list[Judgement] = []
    source_summary: str | None = None


@dataclass(frozen=True)
class Workspace:
    """A data folder: articles go in, the machine writes `distilled/`, people write `curation/`."""

    data: Path

    @property
    def articles(self) -> Path:
        """The articles, one file each, in sub-folders or not."""
        return self.data / "articles"

    @property
    def distilled(self) -> Path:
        """What the machine made of them, as YAML."""
        return self.data / "distilled"

    @property
    def curation(self) -> Path:
        """People's decisions, which are applied last."""
        return self.data / "curation"

    @property
    def editions(self) -> Path:
        """The brief as it was given out, recorded by explicit command."""
        return self.data / "editions"

    @property
    def cache(self) -> Path:
        """What can be made again at any time."""
        return self.data / ".cache"

    def settings(self) -> Settings:
        """Title and the like. Raises InputError if `brief.yml` cannot be read."""
        path = self.data / "brief.yml"
        try:
            return read_model(path, Settings) if path.exists() else Settings()
        except YamlError as error:
            raise InputError([str(error)]) from None

    def article_files(self) -> list[Path]:
        """Every article in a fixed order. Raises InputError if there is no folder for them."""
        return [path for path in self._input_files() if path.suffix.lower() in ARTICLE_SUFFIXES]

    def unread_files(self) -> list[tuple[Path, str]]:
        """Files among the articles that nothing is done with, and why."""
        described = {path.with_name(path.stem + SIDECAR_SUFFIX) for path in self.article_files()}
        return [
            (path, "describes an article that is not there" if path.name.endswith(SIDECAR_SUFFIX) else _NO_ARTICLE)
            for path in self._input_files()
            if path.suffix.lower() not in ARTICLE_SUFFIXES and path not in described
        ]

    def _input_files(self) -> list[Path]:
        if not self.articles.is_dir():
            raise InputError(
                [f"{self.articles}: no such folder; put articles there, or name another folder with --data"]
            )
        files = [path for path in self.articles.rglob("*") if not path.is_dir() and not self._is_aside(path)]
        return sorted(files, key=self.relative)

    def _is_aside(self, path: Path) -> bool:
        hidden = any(part.startswith(".") for part in path.relative_to(self.articles).parts)
        return hidden or path.stem.upper() == "README" or belongs_to_page(path)

    def relative(self, article: Path) -> str:
        """An article's path as the brief gives it: relative to the articles folder, with slashes."""
        return article.relative_to(self.articles).as_posix()

    @contextmanager
    def locked(self, progress: Progress) -> Iterator[None]:
        """Lets one run at a time write here; another one waits, and says so."""
        self.cache.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.cache / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress.note(f"{self.data}: another run is at work here; waiting for it to end")
            lock.acquire()
        try:
            yield
        finally:
            lock.release()


def build_brief(workspace: Workspace, progress: Progress | None = None, distiller: Distiller | None = None) -> Brief:
    """Distils what changed, merges, assesses, applies curation, writes `distilled/`, and returns the brief.

    `distiller` replaces the installed pipeline. Raises InputError, after everything that is not at fault was done.
    """
    progress = progress or Progress()
    settings = workspace.settings()
    workspace.article_files()  # a folder that is not there must not be made by the lock
    try:
        with workspace.locked(progress):
            return _Build(workspace, settings, progress, distiller or _installed_distiller(settings)).run()
    except OSError as error:
        raise InputError([f"{error.filename or workspace.data}: {error.strerror or error}"]) from None


def _installed_distiller(settings: Settings) -> Distiller:
    """The real thing; the language pipeline is loaded when the first article needs it."""
    loaded: list[Pipeline] = []

    def distil_article(article: Article) -> Distillate:
        from generator.distil import distil
        from generator.language import load_pipeline

        if not loaded:
            loaded.append(load_pipeline(settings.pipeline))
        return distil(article, loaded[0])

    return distil_article


@dataclass
class _Entry:
    """One article on its way. `base` is the id it has by itself, `id` the one that no other article has."""

    path: Path
    input: str
    base: str
    id: str = ""
    article: Article | None = None
    distillate: Distillate | None = None


class _Build:
    """One run over a workspace."""

    def __init__(self, workspace: Workspace, settings: Settings, progress: Progress, distiller: Distiller) -> None:
        self.workspace = workspace
        self.settings = settings
        self.progress = progress
        self.distiller = distiller
        self.folder = DistilledFolder(workspace.distilled, progress.note)
        self.memory = Memory(workspace.cache)
        self.record = self.memory.load(combined([fingerprint(DISTILLING), settings.pipeline or ""]))
        self.faults: list[str] = []

    def run(self) -> Brief:
        """The brief. Raises InputError at the very end."""
        for path, reason in self.workspace.unread_files():
            self.progress.note(f"{path}: {reason}")
        entries = self._entries()
        self._distil(entries)
        self.folder.remove_others("articles", {f"{entry.id}.yml" for entry in entries if entry.distillate})
        brief = self._brief([entry.distillate for entry in entries if entry.distillate])
        if self.faults:
            raise InputError(self.faults, brief)
        return brief

    def _entries(self) -> list[_Entry]:
        """Every article that can be read, with an id of its own."""
        entries = [entry for path in self.workspace.article_files() if (entry := self._entry(path))]
        taken: set[str] = set()
        for entry in entries:
            entry.id = unused(entry.base, taken)
            taken.add(entry.id)
        return entries

    def _entry(self, path: Path) -> _Entry | None:
        """One article; it is read only if it changed. None, and a fault, if that fails."""
        if _NO_TEXT.search(self.workspace.relative(path)):
            self.faults.append(f"{str(path)!a}: the file's name holds characters that are no text; rename it")
            return None
        content = _input_hash(path)
        known = self.record.articles.get(self.workspace.relative(path))
        if known and known.input == content:
            return _Entry(path, content, known.base)
        article = self._read(path)
        return _Entry(path, content, article.source.id, article=article) if article else None

    def _read(self, path: Path) -> Article | None:
        try:
            return read_article(path, self.workspace.articles)
        except ArticleError as error:
            self.faults.append(str(error))
            return None

    def _distil(self, entries: Sequence[_Entry]) -> None:
        """Gives every entry its distillate, from memory where nothing changed; what is done stays done."""
        for entry in entries:
            entry.distillate = self._remembered(entry)
        waiting = [entry for entry in entries if not entry.distillate]
        if waiting:
            self.progress.started(len(waiting))
        written = {entry.id: known.output for entry in entries if (known := self._known(entry))}
        try:
            for entry in waiting:
                if article := entry.article or self._read(entry.path):
                    source = article.source.model_copy(update={"id": entry.id})
                    entry.distillate = self.distiller(article.model_copy(update={"source": source}))
                    written[entry.id] = self.folder.write(f"articles/{entry.id}.yml", model_to_yaml(entry.distillate))
                    self.memory.save_distillate(entry.distillate)
                self.progress.distilled(self.workspace.relative(entry.path))
        finally:
            self.record.articles = {
                self.workspace.relative(entry.path): ArticleRecord(
                    input=entry.input, base=entry.base, id=entry.id, output=written[entry.id]
                )
                for entry in entries
                if entry.distillate
            }
            self.memory.save(self.record)

    def _known(self, entry: _Entry) -> ArticleRecord | None:
        """The record of this article in its present form under its present id."""
        known = self.record.articles.get(self.workspace.relative(entry.path))
        return known if known and (known.input, known.id) == (entry.input, entry.id) else None

    def _remembered(self, entry: _Entry) -> Distillate | None:
        known = self._known(entry)
        if known and self.folder.fingerprint(f"articles/{known.id}.yml") == known.output:
            return self.memory.load_distillate(known.id)
        return None

    def _brief(self, distillates: Sequence[Distillate]) -> Brief:
        """The brief, from memory if neither an article nor a decision nor the generator changed."""
        made_from = self._brief_input()
        remembered = self.memory.load_brief()
        if remembered and remembered.input == made_from and self._stand_as_written(remembered.outputs):
            record = remembered
        else:
            record = self._merge(distillates, made_from)
            self.memory.save_brief(record)
        for line in record.notes:
            self.progress.note(line)
        return record.brief

    def _brief_input(self) -> str:
        data = self.workspace.data
        written = [path for folder in (self.workspace.curation, self.workspace.editions) for path in _files(folder)]
        return combined(
            [
                fingerprint(MERGING),
                self.settings.model_dump_json(),
                *(f"{name} {entry.input} {entry.output}" for name, entry in sorted(self.record.articles.items())),
                *(f"{path.relative_to(data).as_posix()} {sha256(path.read_bytes())}" for path in written),
            ]
        )

    def _stand_as_written(self, outputs: dict[str, str]) -> bool:
        return all(self.folder.fingerprint(name) == written for name, written in outputs.items())

    def _merge(self, distillates: Sequence[Distillate], made_from: str) -> BriefRecord:
        composed = compose(distillates, self.settings.title, self.workspace.curation, self.workspace.editions)
        marking = {"tlp": self.settings.tlp, "source_texts": self.settings.sources}
        brief, self.faults = composed.brief.model_copy(update=marking), [*self.faults, *composed.faults]
        if composed.faults:
            made_from = ""  # so that the fault is found again
        outputs = {
            f"{name}.yml": self.folder.write(f"{name}.yml", models_to_yaml(getattr(brief, name))) for name in MERGED
        }
        head = Head(**{name: getattr(brief, name) for name in Head.model_fields})
        outputs["brief.yml"] = self.folder.write("brief.yml", model_to_yaml(head))
        return BriefRecord(input=made_from, outputs=outputs, notes=composed.notes, brief=brief)


def _files(folder: Path) -> list[Path]:
    """All files below a folder in a fixed order; none if there is no such folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def _input_hash(article: Path) -> str:
    """A hash of an article and of what its sidecar says; "" if it cannot be read, which reading it will explain."""
    sidecar = article.with_name(article.stem + SIDECAR_SUFFIX)
    try:
        described = sidecar.read_bytes() if sidecar.exists() else b""
        return combined([sha256(article.read_bytes()), sha256(described)])
    except OSError:
        return ""
