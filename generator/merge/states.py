"""Which state a form names or belongs to: "Norland", "Norlandic", "Norlanders"."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.merge.knowledge import knowledge
from generator.merge.names import Words, words


@dataclass(frozen=True)
class StateForms:
    """Forms of all states, as words, and the name of the state that each stands for."""

    names: dict[Words, str]
    """Names and other names, no adjectives."""
    adjectives: dict[Words, str]
    people: dict[Words, str]
    capitals: dict[Words, str]

    def any_form(self, form: Words) -> str | None:
        """The state that a name, adjective or noun for its people stands for."""
        return self.names.get(form) or self.adjectives.get(form) or self.people.get(form)


@cache
def state_codes() -> dict[str, str]:
    """The usual names of states and territories by their ISO 3166 codes."""
    return {str(code): entry["name"] for code, entry in knowledge("states").items()}


@cache
def territories() -> dict[str, str]:
    """The state that each territory or part of a state belongs to, by usual names; none whose state is disputed."""
    codes = state_codes()
    found = {
        entry["name"]: codes[entry["part_of"]]
        for entry in knowledge("states").values()
        if entry.get("part_of") in codes
    }
    for code, entries in knowledge("regions").items():
        found |= {entry["name"]: codes[code] for entry in entries if code in codes}
    return found


@cache
def every_adjective() -> dict[Words, str]:
    """The adjectives of states, those that often mean something else too: before an organ's name they do not."""
    return {
        words(form): entry["name"] for entry in knowledge("states").values() for form in _listed(entry.get("adjective"))
    }


@cache
def every_capital() -> dict[Words, str]:
    """The capitals that are only one state's, those that often mean a person or another town too."""
    found: dict[Words, set[str]] = {}
    for entry in knowledge("states").values():
        for form in set(_listed(entry.get("capital"))) - set(_listed(entry.get("shares"))):
            found.setdefault(words(form), set()).add(entry["name"])
    return {form: next(iter(names)) for form, names in found.items() if len(names) == 1}


def _listed(value: Any) -> list[str]:
    if value is None:
        return []
    return value if isinstance(value, list) else [str(value)]


def _add(forms: dict[Words, str], entry: dict[str, Any], fields: list[str]) -> None:
    ambiguous = {words(form) for form in _listed(entry.get("ambiguous"))}
    for field in fields:
        for form in _listed(entry.get(field)):
            if words(form) and words(form) not in ambiguous:
                forms.setdefault(words(form), entry["name"])


@cache
def known_states() -> StateForms:
    """The states and territories of the knowledge files. Forms that often mean something else are left out."""
    values = [*knowledge("states").values(), *knowledge("regions").values()]
    entries = [entry for value in values for entry in (value if isinstance(value, list) else [value])]
    forms = StateForms({}, {}, {}, {})
    for entry in entries:
        _add(forms.names, entry, ["name"])
    for entry in entries:
        _add(forms.names, entry, ["also"])
        _add(forms.adjectives, entry, ["adjective"])
        _add(forms.people, entry, ["people", "person"])
        _add(forms.capitals, entry, ["capital", "capital_also", "seats"])
    return forms
