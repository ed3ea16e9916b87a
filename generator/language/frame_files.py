"""Reads the event lexicon: one YAML file per event type, one frame a line, and the classes the frames ask for.

A frame says which word names a happening of that type: `{verb: step down, example: ...}`, `{noun: missile test, ...}`.
Every fault is a LexiconError that names the file, the line and what is allowed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

import yaml

from generator.knowledge_files import WordLoader
from generator.language.word_forms import KNOWLEDGE, key
from generator.model import EventType

Kind = Literal["verb", "noun"]
Side = Literal["agent", "target"]
SPECIAL_CLASSES = frozenset({"actor", "thing", "nothing", "anything"})
"""Classes that are not lists: any actor, what is no actor, no object at all, any object."""
_BROAD_CLASSES = frozenset({"person", "organisation", "state"})
_KEYS = (
    "verb", "noun", "preposition", "direct", "object", "object_lemma", "subject", "mode", "of", "weak", "aspect",
    "example",
)  # fmt: skip


class LexiconError(ValueError):
    """A fault in the event lexicon: one line with file, line, what is wrong and what is allowed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One word, or word with its particles, that names a happening of one type.

    `words` are compared through `word_forms.key`; `head` is the index of the word that heads the others. The named
    conditions all have to hold: `preposition` with an object, `direct` on the direct object, `objects` or
    `object_lemmas` on the preposition's object where there is a preposition and else on the object, `subjects` on the
    subject. Empty sets ask nothing, `nothing` asks for no object, the preposition "to-do" is an infinitive. `of` says
    for nouns whether "of X" acts or is acted on. A weak frame is only a happening when something else says that it
    happened. A frame of aspect ("begin", "take place") only says that its subject happens, and does not hold where
    the subject has a frame of its own. `place` is "file, line n".
    """

    type: EventType
    kind: Kind
    words: tuple[str, ...]
    head: int
    example: str
    place: str
    mode: str | None = None
    weak: bool = False
    aspect: bool = False
    of: Side = "agent"
    preposition: str | None = None
    direct: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    object_lemmas: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How specific the frame is: the heavier one wins where several fit."""
        weight = 6 * (len(self.words) - 1) + 4 * (self.preposition is not None) + 5 * bool(self.object_lemmas)
        for classes in (self.direct, self.objects, self.subjects):
            if classes:
                weight += 1 if classes & SPECIAL_CLASSES else 2 if classes & _BROAD_CLASSES else 4
        return weight

    @property
    def condition(self) -> tuple[object, ...]:
        """What two frames may not have in common."""
        return (self.kind, self.words, self.preposition, self.direct, self.subjects)


@dataclass(frozen=True, slots=True)
class ClassEntry:
    """One member of a class: its words as keys, the last of them the head."""

    words: tuple[str, ...]


@cache
def read_classes(path: Path = KNOWLEDGE / "classes.yml") -> dict[str, dict[str, tuple[ClassEntry, ...]]]:
    """Class name to head lemma to the entries with that head. Raises LexiconError."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=WordLoader)
    except yaml.YAMLError as error:
        raise LexiconError(_yaml_fault(path, error)) from error
    if not isinstance(raw, dict):
        raise LexiconError(f"{path.name}: expected class names, each with a list of lemmas")
    classes: dict[str, dict[str, tuple[ClassEntry, ...]]] = {}
    for name, members in raw.items():
        if not isinstance(members, list) or not all(isinstance(m, str) and m.strip() for m in members):
            raise LexiconError(f"{path.name}: class {name!r} must be a list of lemmas")
        by_head: dict[str, list[ClassEntry]] = {}
        for member in members:
            words = tuple(key(w) for w in member.split())
            by_head.setdefault(words[-1], []).append(ClassEntry(words))
        classes[str(name)] = {head: tuple(entries) for head, entries in by_head.items()}
    return classes


def read_frames(folder: Path) -> tuple[Frame, ...]:
    """All frames of a folder, in the order of files and lines. Raises LexiconError, also for contradictions."""
    files = {t: folder / f"{t.value.lower()}.yml" for t in EventType}
    strangers = sorted(p.name for p in folder.glob("*.yml") if p not in files.values())
    if strangers:
        allowed = ", ".join(p.name for p in files.values())
        raise LexiconError(f"{strangers[0]}: no event type has this name; allowed are {allowed}")
    frames = [frame for event_type, path in files.items() if path.exists() for frame in _read_file(path, event_type)]
    _check_duplicates(frames)
    return tuple(frames)


def _read_file(path: Path, event_type: EventType) -> Iterator[Frame]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise LexiconError(_yaml_fault(path, error)) from error
    if not isinstance(root, yaml.SequenceNode):
        raise LexiconError(f"{path.name}: expected a list of frames, one a line")
    for node in root.value:
        place = f"{path.name}, line {node.start_mark.line + 1}"
        yield _frame(_line_values(node, place), event_type, place)


def _line_values(node: yaml.Node, place: str) -> dict[str, list[str]]:
    """Keys and values of one line, a single value as a list of one."""
    if not isinstance(node, yaml.MappingNode):
        raise LexiconError(f"{place}: expected {{verb: ..., example: ...}} or {{noun: ..., example: ...}}")
    values: dict[str, list[str]] = {}
    for key_node, value_node in node.value:
        name = str(key_node.value)
        if name not in _KEYS:
            raise LexiconError(f"{place}: unknown key {name!r}; allowed are {', '.join(_KEYS)}")
        if name in values:
            raise LexiconError(f"{place}: {name!r} stands twice")
        nodes = value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
        if not nodes or not all(isinstance(n, yaml.ScalarNode) and n.value.strip() for n in nodes):
            raise LexiconError(f"{place}: {name!r} must be a word or a list of words")
        values[name] = [n.value for n in nodes]
    return values


def _frame(values: dict[str, list[str]], event_type: EventType, place: str) -> Frame:
    if ("verb" in values) == ("noun" in values):
        raise LexiconError(f"{place}: give either 'verb' or 'noun'")
    if "example" not in values:
        raise LexiconError(f"{place}: 'example' is missing; give a sentence in which the frame holds")
    kind: Kind = "verb" if "verb" in values else "noun"
    words = tuple(_single(values, kind, place).split())
    preposition = _single(values, "preposition", place) if "preposition" in values else None
    return Frame(
        type=event_type,
        kind=kind,
        words=tuple(key(w) for w in words),
        head=_verb_head(words) if kind == "verb" else _noun_head(words),
        example=_single(values, "example", place),
        place=place,
        mode=_allowed(values, "mode", _modes().get(event_type.value, ()), place),
        weak=_allowed(values, "weak", ("true", "false"), place) == "true",
        aspect=_allowed(values, "aspect", ("true", "false"), place) == "true",
        of=cast(Side, _allowed(values, "of", ("agent", "target"), place) or "agent"),
        preposition=key(preposition) if preposition else None,
        direct=_class_names(values, "direct", place),
        objects=_class_names(values, "object", place),
        object_lemmas=frozenset(key(v) for v in values.get("object_lemma", ())),
        subjects=_class_names(values, "subject", place),
    )


def _verb_head(words: tuple[str, ...]) -> int:
    """The first word, save for a negation: not *ratify*."""
    return 1 if words[0] == "not" and len(words) > 1 else 0


def _noun_head(words: tuple[str, ...]) -> int:
    """The last word, or the one before the first preposition: missile *test*, *exchange* of fire."""
    for index, word in enumerate(words):
        if index and word in ("of", "for", "in", "on", "to", "with"):
            return index - 1
    return len(words) - 1


def _single(values: dict[str, list[str]], name: str, place: str) -> str:
    if len(values[name]) != 1:
        raise LexiconError(f"{place}: {name!r} takes one value, not a list")
    return values[name][0]


def _allowed(values: dict[str, list[str]], name: str, allowed: tuple[str, ...], place: str) -> str | None:
    if name not in values:
        return None
    value = _single(values, name, place)
    if value not in allowed:
        choice = f"allowed are {', '.join(allowed)}" if allowed else "this event type has none"
        raise LexiconError(f"{place}: {name} {value!r} is not known; {choice}")
    return value


def _class_names(values: dict[str, list[str]], name: str, place: str) -> frozenset[str]:
    classes = frozenset(values.get(name, ()))
    known = SPECIAL_CLASSES | read_classes().keys()
    unknown = sorted(classes - known)
    if unknown:
        raise LexiconError(f"{place}: no class {unknown[0]!r} in classes.yml; allowed are {', '.join(sorted(known))}")
    return classes


@cache
def _modes() -> dict[str, tuple[str, ...]]:
    raw = yaml.load((KNOWLEDGE / "modes.yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): tuple(modes) for name, modes in raw.items()}


def _check_duplicates(frames: list[Frame]) -> None:
    """Two frames with one condition and an object in common would leave the type to chance."""
    seen: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        asks = [("class", c) for c in frame.objects] + [("lemma", w) for w in frame.object_lemmas] or [("any", "")]
        for ask in asks:
            other = seen.setdefault((frame.condition, ask), frame)
            if other is not frame:
                what = " ".join(frame.words) + (f" ({ask[1]})" if ask[1] else "")
                raise LexiconError(f"{frame.place}: {what!r} stands already in {other.place}; keep one of the two")


def _yaml_fault(path: Path, error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    line = f", line {mark.line + 1}" if mark else ""
    return f"{path.name}{line}: not valid YAML: {getattr(error, 'problem', error)}"
