"""Organisations and groups across articles: what in their names tells them apart.

A body whose name is made of general words alone ("Foreign Ministry", "police") is known by its state, its own or the
scene of the article. A group without a name ("critics") is never the same as that of another article.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.merge.entries import Entry
from generator.merge.knowledge import knowledge, word_set
from generator.merge.known_bodies import known_body
from generator.merge.names import Words, is_vague, words
from generator.merge.states import known_states
from generator.model import Kind

_SAME_MOVEMENT_DAYS = 240
"""Longest time between two articles on what is taken for one movement of a place."""


@dataclass(frozen=True)
class CollectiveKey:
    """What an organisation or group is known by: its state, if its name has one, and the other words in any order."""

    state: str | None
    rest: Words
    inferred: bool = False
    """Whether the state is the scene of the article, not part of the name."""
    passing: bool = False
    """Whether it is a movement, which another year's of the same name is not."""


def split_state(form: Words) -> tuple[list[str], list[str], bool]:
    """The states that a name holds, the remaining words, and whether one of them stood as a noun for its people."""
    states, found, rest, people = known_states(), [], [], False
    i = 0
    while i < len(form):
        for end in range(min(len(form), i + 5), i, -1):
            name = states.any_form(form[i:end])
            if name:
                found.append(name)
                people = people or (form[i:end] in states.people and form[i:end] not in states.adjectives)
                i = end
                break
        else:
            rest.append(form[i])
            i += 1
    return found, rest, people


def _body_rest(rest: list[str]) -> Words:
    replaced = [knowledge("identity")["body_words"].get(word, word) for word in rest]
    idle = {
        word for head, beside in knowledge("identity")["idle_beside"].items() if head in replaced for word in beside
    }
    return tuple(sorted(word for word in replaced if word and word not in idle))


def _is_proper(form: str) -> bool:
    """Whether a group's form has a name in it: a capital that is not only that of a sentence's first word."""
    parts = [part for part in form.replace("-", " ").split() if words(part)]
    if any(part[0].isupper() and not is_vague(part) for part in parts[1:]):
        return True
    return bool(parts) and parts[0][0].isupper() and not is_vague(parts[0])


def collective_key(entry: Entry) -> CollectiveKey | None:
    """What an organisation or group is known by across articles; None if its name says too little."""
    states, rest, people = split_state(words(entry.actor.name))
    if len(states) > 1:
        return CollectiveKey(None, tuple(sorted(words(entry.actor.name))))
    state = states[0] if states else None
    general = [knowledge("identity")["group_words"].get(word, word) for word in rest]
    if people and not rest:
        return CollectiveKey(state, ("people",))
    if general and general[0] in word_set("identity", "movement") | {"people"} and len(general) == 1:
        where = state or entry.scene
        return CollectiveKey(where, (general[0],), state is None, general[0] != "people") if where else None
    body = _body_rest(rest)
    if body and all(word in word_set("identity", "bodies") for word in body):
        where = state or entry.home or entry.scene
        if entry.actor.kind is Kind.GROUP and state is None and "police" not in body and "army" not in body:
            return None
        return CollectiveKey(where, body, state is None) if where else None
    if state is None and (
        is_vague(entry.actor.name) or (entry.actor.kind is Kind.GROUP and not _is_proper(entry.actor.name))
    ):
        return None
    return CollectiveKey(state, body or tuple(rest))


def same_collectives(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The organisations and groups among the entries that are one, each with all its entries."""
    by_key: dict[tuple[str | None, Words], list[tuple[Entry, CollectiveKey]]] = defaultdict(list)
    for entry in entries:
        key = collective_key(entry)
        if key:
            by_key[key.state, key.rest].append((entry, key))
    same = _known_by_name(entries)
    for keyed in by_key.values():
        if any(key.passing for _, key in keyed):
            same += _movements(keyed)
        else:
            same.append([entry for entry, _ in keyed])
    return same


def _known_by_name(entries: Sequence[Entry]) -> list[list[Entry]]:
    """The entries of each body that the knowledge files have under several names: acronyms, spellings, short forms."""
    by_name: dict[Words, list[Entry]] = defaultdict(list)
    for entry in entries:
        body = known_body(entry.actor.name)
        if body and not body.ambiguous and entry.actor.kind is Kind.ORGANISATION:
            by_name[body.name].append(entry)
    return list(by_name.values())


def _movements(keyed: list[tuple[Entry, CollectiveKey]]) -> list[list[Entry]]:
    """Entries of one name, parted where the time between two articles is too long.

    Where an article's time is not known, only a place that the name itself gives counts.
    """
    dated = [(entry.source.published, entry.position, entry) for entry, _ in keyed if entry.source.published]
    chains: list[list[Entry]] = []
    last = None
    for published, _, entry in sorted(dated):
        if last is None or (published - last).days > _SAME_MOVEMENT_DAYS:
            chains.append([])
        chains[-1].append(entry)
        last = published
    undated = [entry for entry, key in keyed if not entry.source.published and not key.inferred]
    if undated and len(chains) == 1:
        chains[0] += undated
    elif undated:
        chains.append(undated)
    return chains
