"""The data folder: where things lie in it, and how a brief is made from it, doing again only what changed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout
from pydantic import field_validator

from generator.arrivals import Arrivals, Entry
from generator.articles import SIDECAR_SUFFIX, belongs_to_page, idle_sidecars, shared_sidecars, suffix_of
from generator.articles import SUFFIXES as ARTICLE_SUFFIXES
from generator.changes import DISTILLING, MERGING, BriefRecord, Memory, combined, fingerprint
from generator.distilled import DistilledFolder
from generator.model import Article, Brief, Distillate, EarlierVersion, Judgement, Model, SourceTexts, Tlp
from generator.own_faults import of_the_system, own_fault
from generator.pipelines import PipelineError, missing_pipelines, versions
from generator.wholefiles import sweep
from generator.yamlfiles import YamlError, model_to_yaml, models_to_yaml, read_model, sha256

CACHE = ".cache"
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

    `pipeline` names another spaCy pipeline for English than the one that is installed along, `pipelines` those for
    other languages, by the language's code. `tlp` is the label of the Traffic Light Protocol that stands on every page;
    RED and AMBER are not built into a site with a public address unless `publish_restricted` says so. `sources` decides
    whether the site shows whole articles or only the passages that are cited, with a little around them, where the
    articles' rights ask for it. `pdf` offers the brief and its dossiers as PDFs on the site, on `paper`; `prepared_by`
    stands on the cover, and `attach` puts the brief's data into the file.
    """

    title: str = "Intelligence brief"
    pipeline: str | None = None
    pipelines: dict[str, str] = {}
    tlp: Tlp | None = None
    publish_restricted: bool = False
    sources: SourceTexts = "full"
    pdf: bool = True
    paper: Literal["a4", "us-letter"] = "a4"
    prepared_by: str | None = None
    attach: bool = False

    @field_validator("pipelines")
    @classmethod
    def _by_code(cls, named: dict[str, str]) -> dict[str, str]:
        for code in named:
            if code == "en":
                raise ValueError("English has its own field, pipeline")
            if not (code.isascii() and code.isalpha() and code.islower() and len(code) in (2, 3)):
                raise ValueError(f"{code!r} is no code of a language; write one such as de, ru or ar")
        return named

    def named_pipelines(self) -> dict[str, str]:
        """Every language pipeline that is named, by the field that names it."""
        english = {"pipeline": self.pipeline} if self.pipeline else {}
        return english | {f"pipelines: {code}": name for code, name in self.pipelines.items()}


class SeveralFiles(Model):
    """A source that stands in several files: those that hold its text, and the texts that it superseded."""

    id: str
    files: list[str] = []
    earlier: list[EarlierVersion] = []


class Head(Model):
    """What `distilled/brief.yml` holds: the brief but for its lists of facts, and its sources of several files."""

    title: str
    generated: date | None = None
    bottom_line: list[Judgement] = []
    judgements: list[Judgement] = []
    source_summary: str | None = None
    sources: list[SeveralFiles] = []

    @classmethod
    def of(cls, brief: Brief) -> "Head":
        """That of a brief."""
        told = ("title", "generated", "bottom_line", "judgements", "source_summary")
        several = [s for s in brief.sources if s.files or s.earlier]
        sources = [SeveralFiles(id=source.id, files=source.files, earlier=source.earlier) for source in several]
        return cls(**{name: getattr(brief, name) for name in told}, sources=sources)


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
        return self.data / CACHE

    def settings(self) -> Settings:
        """Title and the like. Raises InputError if `brief.yml` cannot be read or names a pipeline that is not there."""
        path = self.data / "brief.yml"
        try:
            settings = read_model(path, Settings) if path.exists() else Settings()
        except YamlError as error:
            raise InputError([str(error)]) from None
        if missing := missing_pipelines(settings.named_pipelines()):
            raise InputError([f"{path}: {line}" for line in missing])
        return settings

    def article_files(self) -> list[Path]:
        """Every article in a fixed order. Raises InputError if there is no folder for them."""
        return [path for path in self._input_files() if suffix_of(path)]

    def unread_files(self) -> list[tuple[Path, str]]:
        """Files among the articles that nothing is done with, and why."""
        files = self._input_files()
        idle = {fault.path: f"{fault.problem}; {fault.remedy}" for fault in idle_sidecars(files)}
        return [
            (path, idle.get(path, _NO_ARTICLE))
            for path in files
            if path in idle or not (suffix_of(path) or path.name.endswith(SIDECAR_SUFFIX))
        ]

    def _input_files(self) -> list[Path]:
        self._check()
        files = [path for path in self.articles.rglob("*") if not path.is_dir() and not self._is_aside(path)]
        return sorted(files, key=self.relative)

    def _check(self) -> None:
        if not self.articles.is_dir():
            raise InputError(
                [f"{self.articles}: no such folder; put articles there, or name another folder with --data"]
            )

    def _is_aside(self, path: Path) -> bool:
        hidden = any(part.startswith(".") for part in path.relative_to(self.articles).parts)
        return hidden or path.stem.upper() == "README" or belongs_to_page(path)

    def relative(self, article: Path) -> str:
        """An article's path as the brief gives it: relative to the articles folder, with slashes."""
        return article.relative_to(self.articles).as_posix()

    @contextmanager
    def locked(self, progress: Progress) -> Iterator[None]:
        """Lets one run at a time write here; another one waits, and says so. Who holds the lock may take it again.

        What runs that were killed left half written is gone inside. Raises InputError if this is no data folder.
        """
        self._check()  # a folder that is not there must not be made by the lock
        self.cache.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.cache.resolve() / "lock", is_singleton=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            progress.note(f"{self.data}: another run is at work here; waiting for it to end")
            lock.acquire()
        try:
            if lock.lock_counter == 1:
                for folder in (self.cache, self.distilled, self.curation, self.editions):
                    sweep(folder)
            yield
        finally:
            lock.release()


def build_brief(workspace: Workspace, progress: Progress | None = None, distiller: Distiller | None = None) -> Brief:
    """Distils what changed, merges, assesses, applies curation, writes `distilled/`, and returns the brief.

    `distiller` replaces the installed pipeline. Raises InputError, after everything that is not at fault was done.
    """
    progress = progress or Progress()
    settings = workspace.settings()
    try:
        with workspace.locked(progress):
            return _Build(workspace, settings, progress, distiller or _installed_distiller(settings)).run()
    except PipelineError as error:
        raise InputError([f"{workspace.data / 'brief.yml'}: {error}"]) from None
    except OSError as error:
        raise InputError([of_the_system(error, workspace.data)]) from None


def _installed_distiller(settings: Settings) -> Distiller:
    """The real thing; it is imported when the first article needs it."""
    made: list[Distiller] = []

    def distil_article(article: Article) -> Distillate:
        if not made:
            from generator.distil.by_language import DistilByLanguage

            made.append(DistilByLanguage(settings.pipeline, settings.pipelines))
        return made[0](article)

    return distil_article


class _Build:
    """One run over a workspace."""

    def __init__(self, workspace: Workspace, settings: Settings, progress: Progress, distiller: Distiller) -> None:
        self.workspace = workspace
        self.settings = settings
        self.progress = progress
        self.distiller = distiller
        self.folder = DistilledFolder(workspace.distilled, progress.note)
        self.memory = Memory(workspace.cache)
        self.record = self.memory.load(combined([fingerprint(DISTILLING), versions(settings.named_pipelines())]))
        self.faults: list[str] = []
        self.arrivals = Arrivals(workspace.articles, self.record, lambda line: self.faults.append(line))

    def run(self) -> Brief:
        """The brief. Raises InputError at the very end."""
        for path, reason in self.workspace.unread_files():
            self.progress.note(f"{path}: {reason}")
        files = self.workspace.article_files()
        for line in shared_sidecars(files):
            self.progress.note(line)
        entries = self.arrivals.entries(files)
        self._distil(entries)
        self.folder.remove_others("articles", {f"{entry.id}.yml" for entry in entries if entry.distillate})
        brief = self._brief([entry.distillate for entry in entries if entry.distillate])
        if self.faults:
            raise InputError(self.faults, brief)
        return brief

    def _distil(self, entries: Sequence[Entry]) -> None:
        """Gives every entry its distillate, from memory where nothing changed; what is done stays done."""
        for entry in entries:
            entry.distillate = self._remembered(entry)
        waiting = [entry for entry in entries if not entry.distillate]
        if waiting:
            self.progress.started(len(waiting))
        written = {entry.id: known.output for entry in entries if (known := self.arrivals.known(entry))}
        written |= self._renumber(entries)
        try:
            for entry, article in self.arrivals.articles(waiting):
                if article and (distillate := self._distilled(entry, article)):
                    written[entry.id] = self.folder.write(f"articles/{entry.id}.yml", model_to_yaml(distillate))
                    self.memory.save_distillate(distillate)
                    entry.distillate = distillate
                    self.memory.note(self.record.fingerprint, entry.key, entry.recorded(written[entry.id]))
                self.progress.distilled(entry.label)
        finally:
            self.record.articles = {
                entry.key: entry.recorded(written[entry.id]) for entry in entries if entry.distillate
            }
            self.record.without_article = sorted(self.arrivals.without)
            self.memory.save(self.record)

    def _renumber(self, entries: Sequence[Entry]) -> dict[str, str]:
        """Gives articles that stand elsewhere in their file than they did their new number: YAML's hash by id."""
        written: dict[str, str] = {}
        for entry in entries:
            if entry.distillate and entry.distillate.source.record != entry.record:
                source = entry.distillate.source.model_copy(update={"record": entry.record})
                entry.distillate = entry.distillate.model_copy(update={"source": source})
                written[entry.id] = self.folder.write(f"articles/{entry.id}.yml", model_to_yaml(entry.distillate))
                self.memory.save_distillate(entry.distillate)
        return written

    def _distilled(self, entry: Entry, article: Article) -> Distillate | None:
        """One article distilled under its id. None, and a fault, if the generator fails at it."""
        source = article.source.model_copy(update={"id": entry.id})
        try:
            return self.distiller(article.model_copy(update={"source": source}))
        except OSError:
            raise  # the language pipeline that the settings name is not there
        except Exception as error:
            # Whatever one article brings to fail, all others are still distilled.
            record = f"record {entry.record}: " if entry.record else ""
            what = f"{entry.path}: {record}cannot be distilled"
            self.faults.append(own_fault(what, error, self.workspace.cache))
            return None

    def _remembered(self, entry: Entry) -> Distillate | None:
        known = self.arrivals.known(entry)
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
        # Loaded only where there is something to merge, as most runs have nothing.
        from generator.composing import compose

        composed = compose(distillates, self.settings.title, self.workspace.curation, self.workspace.editions)
        marking = {"tlp": self.settings.tlp, "source_texts": self.settings.sources}
        brief, self.faults = composed.brief.model_copy(update=marking), [*self.faults, *composed.faults]
        if composed.faults:
            made_from = ""  # so that the fault is found again
        outputs = {
            f"{name}.yml": self.folder.write(f"{name}.yml", models_to_yaml(getattr(brief, name))) for name in MERGED
        }
        outputs["brief.yml"] = self.folder.write("brief.yml", model_to_yaml(Head.of(brief)))
        return BriefRecord(input=made_from, outputs=outputs, notes=composed.notes, brief=brief)


def _files(folder: Path) -> list[Path]:
    """All files below a folder in a fixed order; none if there is no such folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
