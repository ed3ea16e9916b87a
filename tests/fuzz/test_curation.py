"""Whatever people write into the curation folder, it is applied, noted, or one line each; evidence stays exact."""

import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, TypeAliasType, Union, get_args, get_origin

import pytest
import yaml
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.assess.assessing import assess
from generator.check import check_brief
from generator.curation import CurationError, apply, load_decisions
from generator.curation.doubts import Entry
from generator.curation.judgements import judgements_of, load_judgements
from generator.curation.reading import FILES
from generator.curation.writing import write_answer
from generator.yamlfiles import to_yaml
from tests.conftest import FIXTURES, load_brief
from tests.fuzz.inputs import holds_for, words

STRAIT = load_brief(FIXTURES / "strait.yml")
IDS = sorted(
    {fact.id for facts in ("sources", "actors", "events", "agreements", "questions") for fact in getattr(STRAIT, facts)}
)
QUOTES = sorted({words.quote for event in STRAIT.events for words in event.evidence})
LEAF = (
    st.sampled_from(IDS)
    | st.sampled_from(QUOTES)
    | words(3)
    | st.booleans()
    | st.integers(-2, 9)
    | st.dates().map(str)
    | st.none()
)


def value_of(annotation: Any) -> st.SearchStrategy[Any]:
    """What may stand under a field of this type, and now and then what may not."""
    inner = get_args(annotation)
    if isinstance(annotation, TypeAliasType):
        return value_of(annotation.__value__)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = {name: value_of(field.annotation) for name, field in annotation.model_fields.items()}
        needed = {name: value for name, value in fields.items() if annotation.model_fields[name].is_required()}
        return st.fixed_dictionaries(needed, optional={name: fields[name] for name in fields.keys() - needed.keys()})
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return st.sampled_from([each.value for each in annotation]) | LEAF
    if get_origin(annotation) is Literal:
        return st.sampled_from(inner) | LEAF
    if get_origin(annotation) is list:
        return st.lists(value_of(inner[0]), max_size=3)
    if get_origin(annotation) in (UnionType, Union):
        return st.one_of([value_of(each) for each in inner if each is not type(None)])
    return value_of(inner[0]) if get_origin(annotation) is Annotated else LEAF


def entries(name: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Entries of a file, each with a decision that its kind knows."""
    model = FILES[name]
    entry = st.sampled_from(model.verbs()).flatmap(
        lambda verb: st.fixed_dictionaries(
            {verb: value_of(model.model_fields[verb].annotation)}, optional={"note": words(3), "was": words(3)}
        )
    )
    return st.lists(entry, min_size=1, max_size=3)


WRITTEN = st.sampled_from(sorted(FILES)).flatmap(lambda name: st.tuples(st.just(name), entries(name)))


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def is_printable(lines: str) -> None:
    for line in lines.splitlines():
        assert line.isprintable(), line


def is_applied_or_refused(folder: Path, name: str, content: str) -> None:
    """Applies a file, and looks at what came of it."""
    path = folder / f"{name}.yml"
    path.write_bytes(content.encode())
    try:
        brief, notes = apply(STRAIT, load_decisions(folder))
        brief = assess(brief)
        judgements, faults = judgements_of(brief, load_judgements(folder))
    except CurationError as error:
        is_printable(str(error))
        return
    finally:
        path.unlink()
    is_printable("\n".join([*notes, *faults]))
    assert check_brief(brief.model_copy(update={"judgements": judgements})) == []


@holds_for(300, written=WRITTEN)
def test_decisions(folder: Path, written: tuple[str, list[dict[str, Any]]]) -> None:
    name, content = written
    is_applied_or_refused(folder, name, to_yaml(content))


@holds_for(150, name=st.sampled_from([*FILES, "judgements"]), text=words(12) | words(6).map("- id: {}".format))
def test_any_text(folder: Path, name: str, text: str) -> None:
    is_applied_or_refused(folder, name, text)


FIELDS_OF_JUDGEMENTS = ["text", "likelihood", "confidence", "reason", "about", "evidence", "change", "indicators", "x"]


@holds_for(
    200,
    content=st.lists(
        st.dictionaries(
            st.sampled_from(FIELDS_OF_JUDGEMENTS), LEAF | st.lists(LEAF, max_size=3), min_size=1, max_size=6
        ),
        max_size=3,
    ),
)
def test_judgements(folder: Path, content: list[dict[str, Any]]) -> None:
    is_applied_or_refused(folder, "judgements", to_yaml(content))


def ended_alike(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@holds_for(
    200,
    before=words(10)
    | st.sampled_from(["", "# mine\n", "- pin: x\n", "- {pin: x}", "  - pin: x\n", "[]", "- pin: x\r\n"]),
    name=words(3),
    note=words(),
)
def test_an_answer_is_added_to_a_file_or_leaves_it_as_it_is(folder: Path, before: str, name: str, note: str) -> None:
    path = folder / "actors.yml"
    path.write_bytes(before.encode())
    content = {"alias": {"id": "verania", "add": [name]}, "note": note}
    try:
        write_answer(folder, Entry("actors", content))
    except CurationError as error:
        is_printable(str(error))
        assert path.read_bytes() == before.encode()
    else:
        after = path.read_bytes().decode()
        assert ended_alike(after).startswith(ended_alike(before))
        loaded = yaml.safe_load(after)
        assert loaded[-1] == content
    finally:
        path.unlink()
