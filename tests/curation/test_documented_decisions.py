"""Every example of the page "Correct a result" does what it says, and the schemas for editors accept it."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.check import check_brief
from generator.curation import apply, load_decisions
from generator.curation.judgements import judgements_of, load_judgements
from generator.curation.reading import FILES
from generator.model import Brief, Evidence
from generator.schemas import schema_documents

ABOUT = Path(__file__).parents[2] / "docs" / "about"
ALL_EXAMPLES = re.findall(
    r"```yaml\n# data/curation/(\w+)\.yml\n(.*?)```", (ABOUT / "correct.md").read_text(encoding="utf-8"), re.DOTALL
)
JUDGEMENTS = [text for name, text in ALL_EXAMPLES if name == "judgements"]
EXAMPLES = [(name, text) for name, text in ALL_EXAMPLES if name != "judgements"]


class PlainLoader(yaml.SafeLoader):
    """Reads YAML as editors do: a date is a text."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(name: str, text: str) -> list[str]:
    """What an editor would mark in a file, by its schema."""
    validator = jsonschema.Draft202012Validator(json.loads(schema_documents()[f"{name}.json"]))
    errors = validator.iter_errors(yaml.load(text, Loader=PlainLoader))
    return [line.message for error in errors for line in (error, *error.context)]


@pytest.fixture
def asked_twice(strait: Brief) -> Brief:
    """The brief about the strait, with a question that two sources raise."""
    brief = strait.model_copy(deep=True)
    source = brief.sources[0]
    quote = "The parliaments of both states must still ratify the accord."
    start = source.text.index(quote)
    question = next(question for question in brief.questions if question.id == "will-dovrin-ratify")
    question.evidence.append(Evidence(source=source.id, start=start, end=start + len(quote), quote=quote))
    return brief


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[f"{n}-{t.split(':')[0][2:]}" for n, t in EXAMPLES])
def test_every_example_is_applied_and_leaves_a_brief_that_stands(
    asked_twice: Brief, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    brief, notes = apply(asked_twice, load_decisions(tmp_path))
    moved = [note for note in notes if "is now 'police-arrest-eleven'" in note]
    assert notes == moved
    assert len(moved) == ("was:" in text)
    assert brief.model_dump() != asked_twice.model_dump() or "apart" in text
    assert check_brief(brief) == check_brief(asked_twice)


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[f"{n}-{t.split(':')[0][2:]}" for n, t in EXAMPLES])
def test_editors_accept_every_example(name: str, text: str) -> None:
    assert faults(name, text) == []


def test_the_judgements_on_the_page_stand_and_editors_accept_them(strait: Brief, tmp_path: Path) -> None:
    (text,) = JUDGEMENTS
    (tmp_path / "judgements.yml").write_text(text, encoding="utf-8")
    assert len(load_decisions(tmp_path)) == 0
    judgements, told = judgements_of(strait, load_judgements(tmp_path))
    assert (len(judgements), told) == (text.count("- text"), [])
    assert faults("judgements", text) == []


def test_the_page_shows_every_decision_that_there_is() -> None:
    shown = {(name, verb) for name, text in EXAMPLES for verb in re.findall(r"^- (\w+):", text, re.M)}
    verbs = {verb for _, verb in shown}
    assert {verb for model in FILES.values() for verb in model.verbs()} == verbs


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("events", "- set: {id: x, status: ocurred}", "occurred"),
        ("events", "- set: {id: x, dat: 2031}", "dat"),
        ("events", "- set: {id: x, date: 18.6.2031}", "18.6.2031"),
        ("events", "- rejct: x", "rejct"),
        ("actors", "- reject: x\n  merge: [x, y]", "valid under each of"),
        ("actors", "- merge: [x]", "too short"),
        ("sources", "- rate: {id: x, reliability: G}", "'A'"),
        ("brief", "titel: The strait", "titel"),
        ("article", "reliability: good", "good"),
    ],
)
def test_editors_mark_mistakes(name: str, text: str, words: str) -> None:
    found = faults(name, text)
    assert found
    assert words in " ".join(found)


def test_editors_accept_the_description_of_an_article_and_of_the_brief() -> None:
    text = (ABOUT / "articles.md").read_text(encoding="utf-8")
    _, description, settings = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert faults("article", description) == []
    assert faults("brief", settings) == []
    assert faults("brief", (ABOUT.parents[1] / "data" / "brief.yml").read_text(encoding="utf-8")) == []


def test_an_empty_file_is_accepted() -> None:
    assert [faults(name, "# nothing yet\n") for name in (*FILES, "judgements", "brief", "article")] == [[]] * (
        len(FILES) + 3
    )


def test_every_field_is_explained_to_editors() -> None:
    def unexplained(schema: dict[str, Any]) -> list[str]:
        return [name for name, field in schema.get("properties", {}).items() if "description" not in field]

    for text in schema_documents().values():
        schema = json.loads(text)
        parts = [schema, schema.get("items", {}), *(schema["$defs"].values() if "$defs" in schema else [])]
        assert [name for part in parts for name in unexplained(part)] == []


def test_the_published_schemas_are_those_of_the_program() -> None:
    published = {path.name: path.read_text(encoding="utf-8") for path in (ABOUT / "schemas").iterdir()}
    assert published == schema_documents(), "write them anew with `brief schema`"
