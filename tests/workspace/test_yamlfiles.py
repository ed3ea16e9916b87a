"""YAML that is pleasant to read, gives back exactly what was written, and says where a fault stands."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import Actor, DateSpan, Distillate, Event, EventType, Evidence, Kind, Role, Source, Status
from generator.yamlfiles import YamlError, model_to_yaml, models_to_yaml, read_model, read_models, write_if_different

SCRIPTS = st.characters(exclude_categories=["Cs"])
"""Any character but lone surrogates, which are no text."""

INVISIBLE = ["\n", "\n\n", "\t", "\r\n", "\x85", "\u2028", "\ufeff", "\xa0", "\u202e", " ", "e\u0301"]
FOREIGN = ["🙂", "漢字", "שלום"]
SYNTAX = [*"-:#'\"{}[]|%>&*!@`?,~\\", ": ", " #"]
MISTAKEN = ["no", "on", "null", "1e3", "0x1f", "1:30", "2024-06-18"]
HARD = st.sampled_from([*INVISIBLE, *FOREIGN, *SYNTAX, *MISTAKEN])
"""What YAML, terminals and editors tend to stumble on."""

TEXTS = st.one_of(st.text(SCRIPTS, min_size=1), st.lists(HARD, min_size=1, max_size=12).map("".join))

EVIDENCE = st.builds(
    lambda quote, start, trigger: Evidence(
        source="a", start=start, end=start + len(quote), quote=quote, trigger_start=trigger, trigger_end=trigger
    ),
    TEXTS,
    st.integers(0, 10**6),
    st.none() | st.integers(0, 9),
)


@st.composite
def distillates(draw: st.DrawFn) -> Distillate:
    """A result for one article with hard text in every place that holds text."""
    day = date(2024, 6, 18)
    return Distillate(
        source=Source(
            id="a",
            path=draw(TEXTS),
            sha256="0" * 64,
            title=draw(TEXTS),
            published=draw(st.none() | st.dates()),
            publisher=draw(st.none() | TEXTS),
            text=draw(TEXTS.map(lambda text: text * 9)),
        ),
        actors=[
            Actor(
                id="x",
                name=draw(TEXTS),
                kind=Kind.STATE,
                aliases=draw(st.lists(TEXTS, max_size=3)),
                roles=[Role(title=draw(TEXTS), of=draw(st.none() | TEXTS), evidence=[draw(EVIDENCE)])],
                evidence=draw(st.lists(EVIDENCE, max_size=3)),
            )
        ],
        events=[
            Event(
                id="e",
                title=draw(TEXTS),
                type=EventType.AGREE,
                status=Status.OCCURRED,
                date=DateSpan(start=day, end=day, precision="day", basis="stated"),
                place=draw(st.none() | TEXTS),
                evidence=[draw(EVIDENCE)],
            )
        ],
    )


@given(distillates())
def test_reading_gives_back_exactly_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, distillate: Distillate
) -> None:
    path = tmp_path_factory.mktemp("yaml") / "a.yml"
    write_if_different(path, model_to_yaml(distillate))
    assert read_model(path, Distillate) == distillate
    write_if_different(path, models_to_yaml([*distillate.actors, *distillate.actors]))
    assert read_models(path, Actor) == distillate.actors * 2


@given(TEXTS)
@example("line\n" * 60)
@example(" line \n" * 60)
@example("\n" * 300)
@example("🙂 line\n\n" * 60 + "end")
def test_texts_survive_other_readers_of_yaml_too(text: str) -> None:
    source = Source(id="a", path="a.txt", sha256="0", title="t", text=text)
    assert yaml.safe_load(model_to_yaml(source))["text"] == text


def test_the_text_of_an_article_is_a_block_of_lines() -> None:
    paragraphs = ["Ministers met 🙂 in the old town hall.", "They spoke for five hours: about fish, and tariffs."] * 5
    source = Source(id="a", path="a.txt", sha256="0", title="t", text="\n\n".join(paragraphs))
    lines = model_to_yaml(Distillate(source=source)).splitlines()
    assert "  text: |-" in lines
    assert all("    " + paragraph in lines for paragraph in paragraphs)


def test_a_piece_of_evidence_is_one_line_and_defaults_are_left_out() -> None:
    words = Evidence(source="a", start=4, end=16, quote="ministers met")
    actor = Actor(id="ministers", name="Ministers", kind=Kind.GROUP, evidence=[words])
    assert model_to_yaml(actor).splitlines() == [
        "id: ministers",
        "",
        "name: Ministers",
        "",
        "kind: group",
        "",
        "evidence:",
        "- {source: a, start: 4, end: 16, quote: ministers met}",
    ]


def test_entries_of_a_list_are_parted_by_a_blank_line() -> None:
    actors = [Actor(id=name, name=name, kind=Kind.GROUP, evidence=[]) for name in ("a", "b")]
    text = models_to_yaml(actors)
    assert (
        text
        == "- id: a\n  name: a\n  kind: group\n  evidence: []\n\n- id: b\n  name: b\n  kind: group\n  evidence: []\n"
    )


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("id: x\nname: y: z\n", ":2: mapping values are not allowed"),
        ("id: x\nname: y\nkind: planet\nevidence: []\n", ":3: kind: Input should be 'person'"),
        ("id: x\nname: y\nkind: state\nevidense: []\n", ":4: evidense: unknown field"),
        ("id: x\nname: y\nkind: state\n", ":1: evidence: missing"),
        ("id: x\nid: y\n", ":2: field 'id' is given twice"),
        (
            "id: x\nname: y\nkind: state\nevidence:\n- {source: a, start: -1, end: 2, quote: q}\n",
            ":5: evidence.1.start:",
        ),
        ("id: [x\n", "expected ',' or ']'"),
        ("id: \x01", "not valid YAML"),
        ("id: 2024-13-45", "not valid YAML"),
        ("just text", ":1: the file: "),
    ],
)
def test_a_fault_is_one_line_with_file_line_and_field(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "actor.yml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(YamlError) as caught:
        read_model(path, Actor)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert complaint in message
    assert "\n" not in message


def test_a_fault_in_a_list_names_the_entry(tmp_path: Path) -> None:
    path = tmp_path / "actors.yml"
    path.write_text(
        "- {id: a, name: a, kind: state, evidence: []}\n- {id: b, nam: b, kind: state, evidence: []}\n",
        encoding="utf-8",
    )
    with pytest.raises(YamlError, match=r"actors\.yml:2: 2\.nam: unknown field"):
        read_models(path, Actor)
    path.write_text("id: a\n", encoding="utf-8")
    with pytest.raises(YamlError, match="expected a list"):
        read_models(path, Actor)


def test_a_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "actor.yml"
    path.write_bytes("name: Zoë".encode("latin-1"))
    with pytest.raises(YamlError, match="save the file as UTF-8"):
        read_model(path, Actor)


def test_writing_leaves_an_equal_file_untouched_and_no_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.yml"
    assert write_if_different(path, "a: 1\n")
    before = path.stat().st_mtime_ns
    assert not write_if_different(path, "a: 1\n")
    assert path.stat().st_mtime_ns == before
    assert write_if_different(path, "a: 2\n")
    assert path.read_text(encoding="utf-8") == "a: 2\n"
    assert [file.name for file in path.parent.iterdir()] == ["a.yml"]


def test_nothing_is_left_behind_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.mkdir()
    with pytest.raises(OSError, match=r"a\.yml"):
        write_if_different(path, "a: 1\n")
    assert [file.name for file in tmp_path.iterdir()] == ["a.yml"]
