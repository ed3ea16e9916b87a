"""Reading the curation files, with errors that name file, line, field and what is allowed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from rapidfuzz import process

from generator.curation.decisions import (
    ActorDecision,
    AgreementDecision,
    Decision,
    EventDecision,
    QuestionDecision,
    SourceDecision,
    StatementDecision,
)
from generator.yamlfiles import YamlError, read_models

FILES: dict[str, type[Decision]] = {
    "sources": SourceDecision,
    "actors": ActorDecision,
    "events": EventDecision,
    "agreements": AgreementDecision,
    "questions": QuestionDecision,
    "statements": StatementDecision,
}
"""File name without ending, in the order in which the files are applied, and the model of its entries."""


READ_ELSEWHERE = ("judgements",)
"""Files of the folder that decide nothing about single facts, and have a reader of their own."""


class CurationError(ValueError):
    """A curation file that cannot be used. `str()` is one line: file, line, field, what is wrong, what is allowed."""


@dataclass(frozen=True)
class Placed:
    """A decision and where it is written."""

    decision: Decision
    file: str
    line: int

    @property
    def place(self) -> str:
        """File and line, as an editor takes them."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class Decisions:
    """All decisions of a curation folder, in the order in which they are applied."""

    placed: list[Placed] = field(default_factory=list)

    def __iter__(self) -> Iterator[Placed]:
        return iter(self.placed)

    def __len__(self) -> int:
        return len(self.placed)

    def about(self, facts: str) -> list[Placed]:
        """The decisions about one field of the brief, such as "events"."""
        return [placed for placed in self.placed if placed.decision.facts == facts]


def load_decisions(folder: Path) -> Decisions:
    """The decisions in the YAML files of a folder; none if there is no such folder. Raises CurationError."""
    if not folder.is_dir():
        return Decisions()
    files: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".yml", ".yaml") or path.stem in READ_ELSEWHERE:
            continue
        if path.stem not in FILES:
            allowed = [*FILES, *READ_ELSEWHERE]
            near = process.extractOne(path.stem, allowed, score_cutoff=60)
            hint = f"did you mean {near[0]}.yml?" if near else "rename or move it."
            raise CurationError(
                f"{path}: unknown curation file; {hint} Allowed: {', '.join(f'{name}.yml' for name in allowed)}"
            )
        if path.stem in files:
            raise CurationError(
                f"{path}: {files[path.stem].name} holds the same kind of decisions; put all of them into one file"
            )
        files[path.stem] = path
    return Decisions([placed for name in FILES if name in files for placed in _read(files[name], FILES[name])])


def _read(path: Path, model: type[Decision]) -> list[Placed]:
    try:
        decisions = read_models(path, model)
    except YamlError as error:
        raise CurationError(str(error).replace("Value error, ", "")) from None
    lines = _lines(path)
    return [
        Placed(decision, f"{path.parent.name}/{path.name}", line)
        for decision, line in zip(decisions, lines, strict=True)
    ]


def _lines(path: Path) -> list[int]:
    """The line on which each entry of a list begins, from 1."""
    node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.CSafeLoader)
    return [entry.start_mark.line + 1 for entry in node.value] if isinstance(node, yaml.SequenceNode) else []
