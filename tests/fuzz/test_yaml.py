"""YAML from elsewhere is a value or one line; what is written here reads back exactly, whatever it holds."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.curation.reading import FILES
from generator.editions.state import Edition
from generator.model import Actor, Brief, Distillate, Evidence, Kind, Source
from generator.workspace import Settings
from generator.yamlfiles import (
    YamlError,
    YamlTextError,
    load_yaml,
    model_to_yaml,
    read_model,
    read_models,
    to_yaml,
    write_if_different,
)
from tests.fuzz.inputs import CHARACTERS, MARKUP, holds_for, words

SYNTAX = [
    *MARKUP,
    "a: ", "- ", "&x ", "*x", "*x\n", "[", "]", "{", "}", "!!int ", "!!float ", "!!bool ", "!!timestamp ", "!!set ",
    "!!omap ", "!!pairs ", "!!binary ", "!!null ", "!!str ", "!!map ", "!!merge ", "!x ", "<<: ", "? ", "|\n ",
    ">-\n  ", "'", "\"", "0x1f", "0b1", "1:30:00", "2024-06-18", "2024-13-45", ".inf", ".nan", "~", "=", "- - - ",
    "\t", "yes", "%TAG ! x",
]  # fmt: skip


@pytest.fixture(scope="module")
def path() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name) / "file.yml"


@holds_for(1500, text=st.lists(st.sampled_from(SYNTAX) | CHARACTERS, max_size=15).map("".join), unique=st.booleans())
def test_any_text_is_a_value_or_one_line(text: str, unique: bool) -> None:
    try:
        value = load_yaml(text, unique=unique)
    except YamlTextError as error:
        lines = str(error).splitlines()
    else:
        lines = [type(value).__name__]
    assert len(lines) == 1


PLAIN = st.recursive(
    words(4) | CHARACTERS | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words(2) | CHARACTERS, inner, max_size=4),
    max_leaves=10,
)


@holds_for(600, value=PLAIN)
def test_what_is_written_reads_back_here_and_elsewhere(value: Any) -> None:
    text = to_yaml(value)
    assert load_yaml(text) == value
    assert yaml.safe_load(text) == value


def a_distillate(text: str, title: str, name: str, alias: str, start: int) -> Distillate:
    """What an article says, with these words in it."""
    text = text or "-"
    quote = text[start : start + 20] or text
    evidence = [Evidence(source="a", start=text.index(quote), end=text.index(quote) + len(quote), quote=quote)]
    actor = Actor(id="x", name=name, kind=Kind.GROUP, aliases=[alias], evidence=evidence)
    return Distillate(source=Source(id="a", path="a.txt", sha256="0" * 64, title=title, text=text), actors=[actor])


@holds_for(
    400,
    distillate=st.builds(
        a_distillate, words(30), words(), words() | CHARACTERS, words() | CHARACTERS, st.integers(0, 60)
    ),
)
def test_what_an_article_says_reads_back_exactly(path: Path, distillate: Distillate) -> None:
    write_if_different(path, model_to_yaml(distillate), lasting=False)
    again = read_model(path, Distillate)
    assert again == distillate
    (evidence,) = again.actors[0].evidence
    assert again.source.text[evidence.start : evidence.end] == evidence.quote


MODELS: list[type[BaseModel]] = [Settings, Edition, Brief, Distillate, *FILES.values()]
KEYS = sorted({name for model in MODELS for name in model.model_fields})
STRUCTURED = st.dictionaries(
    st.sampled_from(KEYS) | words(1),
    st.recursive(
        words(2) | st.integers() | st.none() | st.booleans() | st.dates(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
        max_leaves=5,
    ),
    max_size=5,
)


@holds_for(
    500,
    model=st.sampled_from(MODELS),
    content=STRUCTURED.map(to_yaml) | st.lists(st.sampled_from(SYNTAX), max_size=12).map("".join),
    listed=st.booleans(),
)
def test_a_file_of_any_kind_is_taken_or_one_line(
    path: Path, model: type[BaseModel], content: str, listed: bool
) -> None:
    path.write_bytes((f"- {content.replace(chr(10), chr(10) + '  ')}" if listed else content).encode())
    try:
        if listed:
            read_models(path, model)
        else:
            read_model(path, model)
    except YamlError as error:
        line = str(error)
        assert line.startswith(str(path))
        assert line.isprintable(), line
