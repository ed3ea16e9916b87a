"""Bodies known by name: parliaments, services, international organisations, and the state that each belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.merge.knowledge import knowledge
from generator.merge.names import Words, words
from generator.merge.states import state_codes


@dataclass(frozen=True)
class KnownBody:
    """A body as the knowledge files have it."""

    name: Words
    state: str | None
    """Usual name of the state that it belongs to, or is at home in."""
    family: str | None
    """The organisation whose system it belongs to, as the section of the file says."""
    ambiguous: bool
    """Whether the form by which it was looked up often means something else."""


def known_body(form: str) -> KnownBody | None:
    """The body that a form names; None where it names none or more than one."""
    return _known_bodies().get(words(form))


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _entries() -> Iterator[tuple[dict[str, Any], str | None, str | None]]:
    """Every entry of the files with the state and the family it belongs to."""
    codes = state_codes()
    for code, entries in knowledge("institutions").items():
        for entry in entries:
            yield entry, codes.get(str(code)), None
    families: dict[str, str] = knowledge("parents")["families"]
    for section, entries in knowledge("organisations").items():
        for entry in entries:
            yield entry, codes.get(str(entry.get("of"))), families.get(section)


@cache
def _known_bodies() -> dict[Words, KnownBody]:
    found: dict[Words, KnownBody] = {}
    shared: set[Words] = set()
    for entry, state, family in _entries():
        name = words(entry["name"])
        ambiguous = {words(form) for form in _listed(entry.get("ambiguous"))}
        for form in {words(form) for field in ("name", "acronym", "also") for form in _listed(entry.get(field))} - {()}:
            body = KnownBody(name, state, family, form in ambiguous)
            if form in found and found[form].name != name:
                shared.add(form)
            found[form] = body
    return {form: body for form, body in found.items() if form not in shared}
