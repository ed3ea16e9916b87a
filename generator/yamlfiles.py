"""YAML as people read it: writing values so that a diff is pleasant, reading files so that an error names its place.

Written files are exact: reading one gives back the very value that was written, whatever characters a text holds.
"""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError
from yaml.representer import BaseRepresenter

from generator.printable import printable
from generator.wholefiles import write_whole
from generator.yaml_limits import check

_UNLIMITED = 1 << 20
"""Characters before the emitter may fold a line: more than any paragraph has."""

_NEEDS_ESCAPES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Controls, and characters that a YAML reader takes for a line break or a byte order mark."""

_LONG = 200
"""Characters from which a text of several lines is worth a block of its own."""

_OTHER_READERS_NUMBER = re.compile(r"[-+]?(0o[0-7]+|\d[\d_]*(\.\d*)?([eE][-+]?\d+)?)")
"""Strings that YAML 1.2 readers take for a number though YAML 1.1 readers do not."""


class YamlError(ValueError):
    """A YAML file that cannot be read. `str()` is one line: file, line, field where there is one, what is wrong."""

    def __init__(self, line: str) -> None:
        super().__init__(printable(line))


class YamlTextError(ValueError):
    """A text that is no YAML that can be read: `problem` on one line, and the `line` from 1 where it is known."""

    def __init__(self, problem: str, line: int | None) -> None:
        self.problem = " ".join(problem.split())
        self.line = line
        super().__init__(self.problem)


_FAULTS_OF_READER = (ValueError, KeyError, IndexError, AttributeError, TypeError, OverflowError, RecursionError)
"""How the reader fails at values that belie their tag, such as `!!timestamp x` or `!!bool maybe`."""


class _OneLine(dict[str, Any]):
    """A mapping that is written on one line."""


def _represent_text(dumper: BaseRepresenter, text: str) -> yaml.ScalarNode:
    style = None
    if _NEEDS_ESCAPES.search(text) or ("\n" in text and (text != text.rstrip("\n") or len(text) < _LONG)):
        style = '"'
    elif "\n" in text:
        style = "|"
    elif _OTHER_READERS_NUMBER.fullmatch(text):
        style = "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_one_line(dumper: BaseRepresenter, value: _OneLine) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)


class _FastDumper(yaml.CSafeDumper):
    """The C emitter: fast, but it writes every character beyond the basic plane as an escape."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


class _WideDumper(yaml.SafeDumper):
    """The Python emitter, for texts with emoji and the like, which it leaves readable."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


for _dumper in (_FastDumper, _WideDumper):
    _dumper.add_representer(str, _represent_text)
    _dumper.add_representer(_OneLine, _represent_one_line)


def plain(value: BaseModel) -> dict[str, Any]:
    """A value's fields in the order of its model, without those that only repeat the default."""
    fields: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        content = getattr(value, name)
        if field.is_required() or content != field.get_default(call_default_factory=True):
            fields[name] = _plain_content(content, name)
    return fields


def _plain_content(content: object, name: str) -> Any:
    if isinstance(content, BaseModel):
        fields = plain(content)
        one_line = not any(isinstance(inner, dict | list) for inner in fields.values()) and name != "source"
        return _OneLine(fields) if one_line else fields
    if isinstance(content, list):
        return [_plain_content(inner, name) for inner in content]
    if isinstance(content, str):
        return str(content)
    return content


def to_yaml(value: object, *, one_line: bool = False) -> str:
    """Any value of mappings, lists, texts, numbers, dates and None as YAML, keys in the order given."""
    wide = _highest_character(value) >= "\U00010000"
    text: str = yaml.dump(
        value,
        Dumper=_WideDumper if wide else _FastDumper,
        allow_unicode=True,
        default_flow_style=one_line,
        sort_keys=False,
        width=_UNLIMITED,
    )
    return text


def _highest_character(value: object) -> str:
    if isinstance(value, str):
        return max(value, default="")
    if isinstance(value, dict):
        return max((_highest_character(inner) for inner in value.values()), default="")
    if isinstance(value, list):
        return max((_highest_character(inner) for inner in value), default="")
    return ""


def model_to_yaml(value: BaseModel) -> str:
    """One value as YAML: a paragraph per field, and per entry of a list."""
    paragraphs = []
    for name, content in plain(value).items():
        if isinstance(content, list) and content and isinstance(content[0], dict):
            paragraphs.append(f"{name}:\n" + _entries(content))
        else:
            paragraphs.append(to_yaml({name: content}))
    return "\n".join(paragraphs) or "{}\n"


def models_to_yaml(values: Sequence[BaseModel]) -> str:
    """A list of values as YAML, a blank line between entries."""
    return _entries([plain(value) for value in values]) or "[]\n"


def _entries(contents: Sequence[dict[str, Any]]) -> str:
    return "\n".join(to_yaml([content]) for content in contents)


# --- reading


def read_yaml(path: Path) -> object:
    """The content of a YAML file; None if it is empty. Raises YamlError."""
    try:
        return load_yaml(_readable(path))
    except YamlTextError as fault:
        place = f"{path}:{fault.line}" if fault.line else f"{path}: not valid YAML"
        raise YamlError(f"{place}: {fault.problem}") from None


def load_yaml(text: str, *, unique: bool = True) -> object:
    """The value that a text in YAML stands for; None if it is empty. Raises YamlTextError, whatever the text.

    With `unique` a field that is given twice is a fault.
    """
    try:
        check(text)
        return yaml.load(text, Loader=_UniqueLoader if unique else yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise YamlTextError(str(error.problem or error.context or "not valid YAML"), line) from None
    except (yaml.YAMLError, *_FAULTS_OF_READER) as error:
        raise YamlTextError(str(error) or type(error).__name__, None) from None


def read_model[Value: BaseModel](path: Path, model: type[Value]) -> Value:
    """A file that holds one value. An empty file is a value of defaults. Raises YamlError."""
    content = read_yaml(path)
    try:
        return model.model_validate({} if content is None else content)
    except ValidationError as error:
        raise YamlError(_explain(path, error, ())) from None


def read_models[Value: BaseModel](path: Path, model: type[Value]) -> list[Value]:
    """A file that holds a list of values. An empty file is an empty list. Raises YamlError."""
    content = read_yaml(path) or []
    if not isinstance(content, list):
        raise YamlError(f"{path}:1: expected a list of entries, each beginning with '- '")
    values = []
    for position, entry in enumerate(content):
        try:
            values.append(model.model_validate(entry))
        except ValidationError as error:
            raise YamlError(_explain(path, error, (position,))) from None
    return values


def _readable(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlError(f"{path}: not UTF-8 text (byte {error.start}); save the file as UTF-8") from None
    except OSError as error:
        raise YamlError(f"{path}: cannot be read: {error.strerror}") from None


class _UniqueLoader(yaml.CSafeLoader):
    """The C loader, to which a field given twice is a fault."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                mark = key.start_mark
                raise yaml.MarkedYAMLError(problem=f"field {key.value!r} is given twice", problem_mark=mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def _explain(path: Path, error: ValidationError, prefix: tuple[int | str, ...]) -> str:
    """One fault of a validation as one line with the line number of the field it is about.

    A field that nobody knows comes first: it is mostly the misspelling of one that is missing.
    """
    fault = min(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
    place = (*prefix, *fault["loc"])
    field = ".".join(str(part + 1) if isinstance(part, int) else part for part in place)
    message = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "extra_forbidden":
        message = "unknown field; check its spelling"
    elif fault["type"] == "missing":
        message = "missing"
    given = fault.get("input")
    if fault["type"] not in {"missing", "extra_forbidden"} and isinstance(given, str | int | float):
        message += f" (found {given!r})"
    return f"{path}:{_line_of(path, place)}: {field or 'the file'}: {message}"


def _line_of(path: Path, place: tuple[int | str, ...]) -> int:
    """The line on which the innermost existing part of `place` stands, from 1."""
    node = yaml.compose(_readable(path), Loader=yaml.CSafeLoader)
    line = 0
    for part in place:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(part)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line
        else:
            break
    return line + 1


# --- writing


def write_if_different(path: Path, text: str, *, lasting: bool = True) -> bool:
    """Writes UTF-8 with plain line ends, whole or not at all; leaves an equal file untouched. True if written.

    `lasting` is for what cannot be made again: the file is on the disk before anything else happens.
    """
    return write_whole(path, text.encode("utf-8"), lasting=lasting)


def sha256(content: bytes) -> str:
    """Hexadecimal SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()
