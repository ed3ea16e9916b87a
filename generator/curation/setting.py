"""Setting fields of facts to what a person decided."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.curation.contents import NewActor, RoleOf
from generator.curation.quoting import plain
from generator.curation.reading import Placed
from generator.curation.tables import Tables
from generator.model import Actor, Evidence, Model, Participant, Role

_NEEDED = {
    "sources": ("title",),
    "actors": ("kind",),
    "events": ("type", "status", "title"),
    "agreements": ("title",),
}
"""Fields that may not be empty: null for one of them leaves it as it is."""


def set_fields(tables: Tables, placed: Placed) -> None:
    """Set the fields of one fact that an entry names."""
    wanted: Model = placed.decision.content
    facts = placed.decision.facts
    fields: dict[str, Any] = {name: getattr(wanted, name) for name in wanted.model_fields_set}
    found = tables.targets.find(placed, fields.pop("id"))
    if not found:
        return
    fields = {n: value for n, value in fields.items() if value is not None or n not in _NEEDED.get(facts, ())}
    decided = list(fields)
    match facts:
        case "actors" if "roles" in fields:
            fields["roles"] = _roles(tables, placed, found, fields["roles"])
        case "events":
            if "participants" in fields:
                fields["participants"] = participants(tables, placed, fields["participants"])
            given_by = tables.events[found].given_by
            fields["given_by"] = {name: sources for name, sources in given_by.items() if name not in decided}
        case "agreements" if "parties" in fields:
            fields["parties"] = tables.ids(placed, fields["parties"], "actors")
        case "sources" if "published" in fields:
            # a date of publication that a person gives stands like one from a file beside the article
            fields["published_basis"] = "sidecar" if fields["published"] else None
    tables.change(facts, found, fields, placed, decided)


def set_roles(tables: Tables, placed: Placed) -> None:
    """Give an actor that a person added its roles, when every actor is there that they may be of."""
    new = placed.decision.content
    if isinstance(new, NewActor) and new.roles:
        found = tables.made.get(placed.place)
        current = tables.targets.current("actors", found) if found else None
        if current:
            actor = tables.actors[current]
            roles = [*actor.roles, *_roles(tables, placed, current, new.roles)]
            tables.actors[current] = actor.model_copy(update={"roles": roles})


def participants(tables: Tables, placed: Placed, parts: Mapping[str, str]) -> list[Participant]:
    """Who takes part in an event, of those that are there; a note on every other."""
    found: dict[str, Participant] = {}
    for wanted, part in parts.items():
        actor = tables.targets.find(placed, wanted, "actors")
        if actor:
            found.setdefault(actor, Participant(actor=actor, role=part))
    return list(found.values())


def _roles(tables: Tables, placed: Placed, identifier: str, wanted: Iterable[RoleOf]) -> list[Role]:
    """The roles that a person gives an actor, each with the words that show it; a note on one that nothing shows."""
    actor = tables.actors[identifier]
    roles: list[Role] = []
    for role in wanted:
        of = tables.targets.find(placed, role.of, "actors") if role.of else None
        evidence = tables.evidence(placed, role.evidence) or _shown_by(actor, role.title)
        if evidence:
            roles.append(Role(title=role.title, of=of, evidence=evidence))
        else:
            tables.targets.note(
                placed,
                f"no words about {identifier!r} show the role {role.title!r}; give them as evidence (source, quote)",
            )
    return roles


def _shown_by(actor: Actor, title: str) -> Sequence[Evidence]:
    """The words of articles that hold a role: those of that role before, else those that name it."""
    wanted = plain(title).text.casefold()
    for role in actor.roles:
        if plain(role.title).text.casefold() == wanted:
            return role.evidence
    about = [*actor.evidence, *(evidence for role in actor.roles for evidence in role.evidence)]
    return [evidence for evidence in about if wanted in plain(evidence.quote).text.casefold()][:1]
