"""The knowledge files can be extended by hand; these slips would make a line of them mean nothing."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

KNOWLEDGE = Path(__file__).parents[2] / "generator" / "knowledge"


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner)
    else:
        yield value


@pytest.mark.parametrize("name", ["furniture", "publishers", "languages", "web_pages"])
def test_no_word_is_read_as_a_number_or_a_truth_value(name: str) -> None:
    content = yaml.safe_load((KNOWLEDGE / f"{name}.yml").read_text("utf-8"))
    for entry in content.get("kinds", []):
        entry.pop("longest", None)
        entry.pop("speech", None)
    content.get("dates", {}).pop("months", None)
    assert [leaf for leaf in leaves(content) if not isinstance(leaf, str)] == []


def test_every_pattern_is_a_regular_expression_and_every_kind_takes_something_known() -> None:
    content = yaml.safe_load((KNOWLEDGE / "furniture.yml").read_text("utf-8"))
    for entry in content["kinds"]:
        assert entry["takes"] in {"line", "next", "box", "rest"}, entry["kind"]
        assert entry.get("lines") or entry.get("patterns"), entry["kind"]
        for pattern in entry.get("patterns", []):
            re.compile(pattern)


def test_every_name_of_parts_of_pages_is_a_regular_expression_and_every_box_a_kind_of_furniture() -> None:
    pages = yaml.safe_load((KNOWLEDGE / "web_pages.yml").read_text("utf-8"))
    for pattern in [*pages["classes"], *pages["standfirst"], *pages["authors"], *pages["blocks"].values()]:
        re.compile(pattern)
    kinds = {entry["kind"] for entry in yaml.safe_load((KNOWLEDGE / "furniture.yml").read_text("utf-8"))["kinds"]}
    assert set(pages["boxes"]) <= kinds
    for encoding in {*pages["encodings"].values(), *pages["likely_encodings"]}:
        assert codecs.lookup(encoding)
