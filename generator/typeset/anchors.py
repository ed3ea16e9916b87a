"""Links of a document that lead somewhere: those to what the document does not hold become plain words."""

from typing import Any

_LEADING = {"to", "back"}  # Fields that hold an anchor to lead to.


def without_dead_links(document: Any) -> Any:
    """The document's plain values with every link whose anchor is not among them taken away, its words kept."""
    return _cleared(document, _anchors(document))


def _anchors(value: Any) -> set[str]:
    found: set[str] = set()
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            if isinstance(anchor := here.get("anchor"), str):
                found.add(anchor)
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
    return found


def _cleared(value: Any, anchors: set[str]) -> Any:
    if isinstance(value, list):
        return [_cleared(inner, anchors) for inner in value if not _points_nowhere(inner, anchors)]
    if not isinstance(value, dict):
        return value
    if "text" in value and "to" in value and value["to"] not in anchors and value.keys() <= {"text", "to"}:
        return value["text"]
    return {name: _cleared(inner, anchors) for name, inner in value.items() if name not in _LEADING or inner in anchors}


def _points_nowhere(value: Any, anchors: set[str]) -> bool:
    return isinstance(value, dict) and "page_of" in value and value["page_of"] not in anchors
