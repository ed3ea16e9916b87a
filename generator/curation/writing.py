"""Writing a person's answer into a curation file: nothing else in the file changes, and it is replaced as a whole."""

import re
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from generator.curation.doubts import Answer, Correction, Entry
from generator.curation.reading import FILES, CurationError
from generator.yamlfiles import to_yaml, write_if_different


def write_answer(folder: Path, answer: Answer, schemas: str | None = None) -> Path:
    """Writes an answer into its file of a curation folder. Returns the file.

    `schemas` is where the schemas lie, as a path relative to the folder; a file that is made here names its own in the
    first line. Raises CurationError if the file would not be as expected afterwards; it is then left as it is.
    """
    match answer:
        case Entry():
            return _append(_file(folder, answer.file), answer.content, schemas)
        case Correction():
            return _correct(_file(folder, Path(answer.file).stem), answer)


def schema_line(schemas: str, name: str) -> str:
    """The comment by which an editor finds the schema of a file."""
    return f"# yaml-language-server: $schema={schemas}/{name}.json\n"


def _file(folder: Path, name: str) -> Path:
    other = folder / f"{name}.yaml"
    return other if other.exists() else folder / f"{name}.yml"


def _append(path: Path, content: dict[str, Any], schemas: str | None) -> Path:
    try:
        FILES[path.stem].model_validate(content)
    except ValidationError as error:
        wrong = error.errors()[0]
        raise CurationError(f"{path}: the answer cannot be written: {wrong['msg']}; write it by hand") from None
    before = _read(path)
    entries = _entries(path, before)
    new = entry_text(content)
    if entries is not None and entries.start_mark.column:
        margin = " " * entries.start_mark.column
        new = "".join(f"{margin}{line}" for line in new.splitlines(keepends=True))
    start = before if before or not schemas else schema_line(schemas, path.stem)
    text = start + ("\n" if start and not start.endswith("\n") else "") + new
    if "\r\n" in before:
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    after = _entries(path, text)
    if after is None or len(after.value) != (len(entries.value) if entries else 0) + 1:
        raise CurationError(
            f"{path}: an entry cannot be added below what is there; write it as a list, each entry after '- '"
        )
    write_if_different(path, text)
    return path


def entry_text(content: dict[str, Any]) -> str:
    """An entry as it stands in a file: a line for each of its fields."""
    lines: list[str] = []
    for name, value in content.items():
        text = to_yaml({name: value}, one_line=True)
        lines.append(("  " if lines else "- ") + text.strip("\n").removeprefix("{").removesuffix("}"))
    return "\n".join(lines) + "\n"


def _correct(path: Path, answer: Correction) -> Path:
    """Another id in an entry. What was remembered of the old one on lines of its own goes."""
    before = _read(path)
    entries = _entries(path, before)
    starts = [entry.start_mark.line for entry in entries.value] if entries else []
    if answer.line - 1 not in starts:
        raise CurationError(f"{path}:{answer.line}: no entry begins here any more; look at the list of doubts again")
    position = starts.index(answer.line - 1)
    lines = before.splitlines(keepends=True)
    end = starts[position + 1] if position + 1 < len(starts) else len(lines)
    forgotten = _remembering(entries.value[position]) if entries else set()
    entry = [line for number, line in enumerate(lines[:end]) if number >= starts[position] and number not in forgotten]
    token = re.compile(rf"(?<![\w.-]){re.escape(answer.old)}(?![\w.-])")
    entry = [_outside_comment(token, answer.new, line) for line in entry]
    text = "".join([*lines[: starts[position]], *entry, *lines[end:]])
    after = _entries(path, text)
    if text == before or after is None or len(after.value) != len(starts):
        raise CurationError(
            f"{path}:{answer.line}: the id {answer.old!r} cannot be replaced; write {answer.new!r} by hand"
        )
    write_if_different(path, text)
    return path


def _remembering(entry: yaml.Node) -> set[int]:
    """The lines, from 0, of an entry that hold nothing but what it remembers of its target."""
    found: set[int] = set()
    for key, value in entry.value if isinstance(entry, yaml.MappingNode) else []:
        if key.value in ("was", "quote") and key.start_mark.line > entry.start_mark.line:
            last = value.end_mark.line - (value.end_mark.column == 0)
            found |= set(range(key.start_mark.line, last + 1))
    return found


def _outside_comment(token: re.Pattern[str], new: str, line: str) -> str:
    """A line with another id, but not in a note or comment."""
    if re.match(r"\s+note: ", line):
        return line
    code, mark, comment = line.partition(" #")
    return token.sub(new, code) + mark + comment


def _read(path: Path) -> str:
    """The file's text with its own line ends; "" if there is none."""
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _entries(path: Path, text: str) -> yaml.SequenceNode | None:
    """The list that a file holds; None if it holds nothing. Raises CurationError if it is no list."""
    try:
        node = yaml.compose(text.removeprefix("\ufeff"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        raise CurationError(f"{path}: not valid YAML with this entry; write it by hand") from None
    if node is None or isinstance(node, yaml.SequenceNode):
        return node
    raise CurationError(f"{path}: expected a list of entries, each beginning with '- '")
