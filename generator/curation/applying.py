"""Applying decisions to a brief. The brief given is left as it is; the result has every reference in order."""

from collections.abc import Callable, Sequence
from typing import Any

from generator.curation.adding import add
from generator.curation.contents import AddAlias, Answer, Rating, Rename
from generator.curation.lookup import NOUNS
from generator.curation.merging import merged
from generator.curation.reading import Decisions, Placed
from generator.curation.references import mend
from generator.curation.setting import set_fields, set_roles
from generator.curation.splitting import split
from generator.curation.tables import Tables, reviewed
from generator.model import Brief


def apply(brief: Brief, decisions: Decisions) -> tuple[Brief, list[str]]:
    """The brief as people decided, and a note in words for every decision that could not be applied as it is written.

    What is added and split comes first, then merges, then what is rejected, then all other decisions, each in the order
    written, so that every decision may name what others make.
    """
    placed = [entry for entry in decisions if entry.decision.facts in NOUNS]
    if not placed:
        return brief, []
    tables = Tables(brief)
    steps: list[tuple[tuple[str, ...], Callable[[Tables, Placed], None]]] = [
        (("split",), split),
        (("add",), add),
        (("merge",), _merge),
        (("reject",), _reject),
        (tuple(_CHANGES), _change),
    ]
    for verbs, step in steps:
        for entry in placed:
            if entry.decision.verb in verbs:
                step(tables, entry)
    return mend(tables.brief(), tables.targets, tables.new), tables.targets.notes


def _merge(tables: Tables, placed: Placed) -> None:
    """The first id named stays and takes over everything of the others."""
    facts = placed.decision.facts
    into, *others = tables.ids(placed, placed.decision.content, facts) or [""]
    for absorbed in others:
        kept = merged(tables.of(facts)[into], tables.of(facts).pop(absorbed))
        tables.put(facts, reviewed(kept, ["evidence"]))
        tables.targets.merged(facts, absorbed, into)
    if others:
        tables.of(facts)[into] = reviewed(tables.of(facts)[into], note=placed.decision.note)


def _reject(tables: Tables, placed: Placed) -> None:
    """Take facts out of the brief."""
    facts = placed.decision.facts
    for wanted in placed.decision.content:
        found = tables.targets.find(placed, wanted)
        if found:
            tables.of(facts).pop(found)
            tables.targets.rejected(facts, found)


# --- other decisions


def _change(tables: Tables, placed: Placed) -> None:
    _CHANGES[placed.decision.verb](tables, placed)


def _rename(tables: Tables, placed: Placed) -> None:
    rename: Rename = placed.decision.content
    facts = placed.decision.facts
    found = tables.targets.find(placed, rename.id)
    if not found:
        return
    fact, field = tables.of(facts)[found], {"actors": "name", "questions": "text"}.get(facts, "title")
    fields: dict[str, Any] = {field: rename.to}
    if facts in ("actors", "agreements"):
        fields["aliases"] = _united_forms([getattr(fact, field), *fact.aliases], rename.to)
    if facts == "events":
        fields["given_by"] = {name: sources for name, sources in fact.given_by.items() if name != field}
    tables.change(facts, found, fields, placed, [field])


def _alias(tables: Tables, placed: Placed) -> None:
    alias: AddAlias = placed.decision.content
    facts = placed.decision.facts
    found = tables.targets.find(placed, alias.id)
    if found:
        fact = tables.of(facts)[found]
        name = fact.name if facts == "actors" else fact.title
        tables.change(facts, found, {"aliases": _united_forms([*fact.aliases, *alias.add], name)}, placed)


def _answer(tables: Tables, placed: Placed) -> None:
    answer: Answer = placed.decision.content
    found = tables.targets.find(placed, answer.id)
    events = tables.ids(placed, answer.by, "events")
    if found and events:
        question = tables.questions[found]
        words = tables.evidence(placed, answer.evidence)
        kept = question.answer if set(question.answered_by) <= set(events) else []
        fields = {"status": "answered", "answered_by": events, "answer": words or kept}
        tables.change("questions", found, fields, placed)


def _reopen(tables: Tables, placed: Placed) -> None:
    for found in tables.ids(placed, placed.decision.content, "questions"):
        tables.change("questions", found, {"status": "open", "answered_by": [], "answer": []}, placed)


def _rate(tables: Tables, placed: Placed) -> None:
    rating: Rating = placed.decision.content
    found = tables.targets.find(placed, rating.id)
    if found:
        tables.change("sources", found, {"reliability": rating.reliability}, placed)


def _mark(tables: Tables, placed: Placed) -> None:
    """Pin, hide, or only note something."""
    facts, verb = placed.decision.facts, placed.decision.verb
    for found in tables.ids(placed, placed.decision.content, facts):
        tables.of(facts)[found] = reviewed(
            tables.of(facts)[found], note=placed.decision.note, pinned=verb == "pin", hidden=verb == "hide"
        )


def _apart(tables: Tables, placed: Placed) -> None:
    """Nothing to change; but a person must know if they are one by now."""
    facts, wanted = placed.decision.facts, list(dict.fromkeys(placed.decision.content))
    found = [tables.targets.find(placed, one) for one in wanted]
    if None not in found and len(set(found)) < len(wanted):
        names = " and ".join(repr(one) for one in wanted)
        tables.targets.note(placed, f"{names} are one {NOUNS[facts]} now; split it if they are two")


def _united_forms(forms: Sequence[str], name: str) -> list[str]:
    """The forms but the name itself, each once, in alphabetical order."""
    return sorted(set(forms) - {name}, key=lambda form: (form.casefold(), form))


_CHANGES: dict[str, Callable[[Tables, Placed], None]] = {
    "rename": _rename,
    "alias": _alias,
    "set": set_fields,
    "add": set_roles,
    "answer": _answer,
    "reopen": _reopen,
    "rate": _rate,
    "pin": _mark,
    "hide": _mark,
    "about": _mark,
    "apart": _apart,
}
