"""YAML that would not end well, refused before anything is made of it: nested too deeply, or grown by aliases.

The reader is written in C and calls itself for every level: what is nested a hundred thousand deep ends the program.
An alias stands for a copy of what its anchor names, so that ten lines can stand for thousands of millions of values.
"""

from dataclasses import dataclass
from typing import Any

import yaml

DEEPEST = 100
"""Lists and mappings within each other. What people and programs write about articles has fewer than ten."""

MOST_BY_ALIASES = 100_000
"""Values that aliases may stand for, all together."""


@dataclass
class _Open:
    """A list or mapping that has not ended: its anchor, and the values in it so far, with those of its aliases."""

    anchor: str | None
    values: int = 1


def check(text: str) -> None:
    """Raises yaml.MarkedYAMLError, which names the line, if a text passes a limit or is no YAML."""
    sizes: dict[str, int | None] = {}
    within = [_Open(None)]
    by_aliases = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            within.append(_Open(event.anchor))
            if event.anchor is not None:
                sizes[event.anchor] = None
            if len(within) > DEEPEST:
                raise _refused(f"nested more than {DEEPEST} levels deep", event)
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = within.pop()
            within[-1].values += ended.values
            if ended.anchor is not None:
                sizes[ended.anchor] = ended.values
        elif isinstance(event, yaml.ScalarEvent):
            within[-1].values += 1
            if event.anchor is not None:
                sizes[event.anchor] = 1
        elif isinstance(event, yaml.AliasEvent):
            size = sizes.get(event.anchor or "", 1)
            if size is None:
                raise _refused(f"*{event.anchor} stands within what it names", event)
            within[-1].values += size
            by_aliases += size
            if by_aliases > MOST_BY_ALIASES:
                raise _refused(f"aliases stand for more than {MOST_BY_ALIASES} values; write them out", event)


def _refused(problem: str, event: Any) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
