"""A brief in other formats: each is a function from a brief to a text, one module per format."""

from collections.abc import Callable

from generator.export.json_document import to_json
from generator.model import Brief

FORMATS: dict[str, Callable[[Brief], str]] = {
    "json": to_json,
}
"""What `brief export --format` offers, by name."""

__all__ = ["FORMATS", "to_json"]
