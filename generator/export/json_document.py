"""The whole brief as one JSON document: the form that other programs read (page "Data format" in `docs/`)."""

import json
from typing import Any

from generator.model import Brief

EVIDENCED = ("actors", "agreements", "questions", "statements", "bottom_line")
"""The lists whose evidence has no trigger; only that of events names the words of the happening."""


def to_json(brief: Brief) -> str:
    """The document as text, with a final newline."""
    return json.dumps(document_of(brief), ensure_ascii=False, indent=1) + "\n"


def document_of(brief: Brief) -> dict[str, Any]:
    """The document: every field present, fields in the order of the model."""
    document = brief.model_dump(mode="json")
    for name in EVIDENCED:
        for item in document[name]:
            _drop_triggers(item)
    return document


def _drop_triggers(value: Any) -> None:
    """Removes the offsets of trigger words from all evidence below a value."""
    if isinstance(value, dict):
        for name in ("trigger_start", "trigger_end"):
            value.pop(name, None)
        for inner in value.values():
            _drop_triggers(inner)
    elif isinstance(value, list):
        for inner in value:
            _drop_triggers(inner)
