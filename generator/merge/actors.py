"""Who is who across articles: every actor of every article gets one actor of the brief."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.identifiers import slug, unused
from generator.merge.collectives import collective_key, same_collectives, split_state
from generator.merge.disjoint import DisjointSets
from generator.merge.entries import Entry, entries_of, state_name
from generator.merge.evidence import united_evidence
from generator.merge.knowledge import word_set
from generator.merge.names import is_initials, is_vague, person_words, words
from generator.merge.offices import unite_offices
from generator.merge.parents import with_parents
from generator.merge.people import People
from generator.merge.states import known_states
from generator.merge.titles import sole_office
from generator.model import Actor, Distillate, Kind, Role

_LONGEST_NAME = 10
"""Words. A longer form is a description, not the fullest name."""


@dataclass(frozen=True)
class MergedActors:
    """The actors of the brief, by id, and what each article's own actor ids have become."""

    actors: list[Actor]
    ids: dict[tuple[str, str], str]
    """From source id and the article's actor id to the brief's."""

    def of(self, source: str, local: str) -> str | None:
        """The brief's id for an article's actor; None where the article names no such actor."""
        return self.ids.get((source, local))


def merge_actors(distillates: Sequence[Distillate]) -> MergedActors:
    """The actors of all articles as one list. Needs the distillates in a fixed order, so that the result is fixed."""
    entries = entries_of(_with_states(distillates), word_set("identity", "particles"))
    sets = DisjointSets(len(entries))
    _unite_states(entries, sets)
    for same in same_collectives([e for e in entries if e.actor.kind in (Kind.ORGANISATION, Kind.GROUP)]):
        _unite_all(same, sets)
    _unite_other_names(entries, sets)
    company = _company(entries, sets)
    People(entries, sets, lambda entry: company[entry.source.id] - {sets.find(entry.position)}).unite()
    unite_offices(entries, sets)
    _unite_kinds(entries, sets)
    return _compose(entries, sets)


def _with_states(distillates: Sequence[Distillate]) -> list[Distillate]:
    """The articles with what one of them shows to be a state a state in all ("the president of Norland" tells)."""
    states = {actor.name for d in distillates for actor in d.actors if actor.kind is Kind.STATE}
    known: list[Distillate] = []
    for d in distillates:
        wrong = [a for a in d.actors if a.kind is Kind.ORGANISATION and a.name in states]
        actors = [a.model_copy(update={"kind": Kind.STATE}) if a in wrong else a for a in d.actors]
        known.append(d.model_copy(update={"actors": actors}) if wrong else d)
    return known


def _unite_all(same: Sequence[Entry], sets: DisjointSets) -> None:
    for entry in same[1:]:
        sets.unite(same[0].position, entry.position)


def _unite_states(entries: Sequence[Entry], sets: DisjointSets) -> None:
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.actor.kind is Kind.STATE:
            by_name[state_name(entry.actor).casefold()].append(entry)
    for same in by_name.values():
        _unite_all(same, sets)


def _company(entries: Sequence[Entry], sets: DisjointSets) -> dict[str, frozenset[int]]:
    """For every source its actors that are known across articles: all but persons of one-word names."""
    company: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        if entry.actor.kind is not Kind.PERSON:
            company[entry.source.id].add(sets.find(entry.position))
    return {entry.source.id: frozenset(company[entry.source.id]) for entry in entries}


def _unite_other_names(entries: Sequence[Entry], sets: DisjointSets) -> None:
    """Organisations that one article calls by what another gives as an alias, or by the first letters of the name."""
    organisations = [entry for entry in entries if entry.actor.kind is Kind.ORGANISATION and not _is_general(entry)]
    known: dict[tuple[str, ...], set[int]] = defaultdict(set)
    initials: dict[str, set[int]] = defaultdict(set)
    for entry in organisations:
        root = sets.find(entry.position)
        for alias in entry.actor.aliases:
            if not is_vague(alias) and (len(words(alias)) > 1 or alias.isupper()):
                known[words(alias)].add(root)
        if len(entry.actor.name.split()) > 1:
            letters = "".join(part[0] for part in entry.actor.name.replace("-", " ").split() if part[0].isupper())
            initials[letters].add(root)
    sources = {sets.find(e.position): {entries[i].source.id for i in sets.members(e.position)} for e in organisations}
    for entry in organisations:
        name = entry.actor.name
        here = sets.find(entry.position)
        letters = name.replace(".", "")
        bearers = known[words(name)] | (
            {r for r in initials[letters] if is_initials(name, entries[r].actor.name)} if letters else set()
        )
        others = {sets.find(root) for root in bearers} - {here}
        if len(others) == 1:
            other = others.pop()
            if not sources.get(here, set()) & sources.get(other, set()):
                sets.unite(here, other)
                sources[sets.find(here)] = sources.get(here, set()) | sources.get(other, set())


def _is_general(entry: Entry) -> bool:
    """Whether a body's name is made of words alone that every state has a body of."""
    rest = split_state(words(entry.actor.name))[1]
    return all(word in word_set("identity", "bodies") for word in rest)


def _unite_kinds(entries: Sequence[Entry], sets: DisjointSets) -> None:
    """One full name of several words is one actor, even where articles were read as giving it different kinds."""
    by_name: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        name = words(entry.actor.name)
        if (
            len(name) > 1
            and name not in known_states().names
            and not _is_general(entry)
            and not is_vague(entry.actor.name)
        ):
            by_name[name].append(entry)
    for same in by_name.values():
        roots = sorted({sets.find(entry.position) for entry in same})
        if len({entry.actor.kind for entry in same}) > 1:
            for root in roots[1:]:
                sets.unite(roots[0], root)


# --- the merged values


def _compose(entries: Sequence[Entry], sets: DisjointSets) -> MergedActors:
    groups = [[entries[i] for i in positions] for positions in sets.sets()]
    named = []
    for group in groups:
        kind = _voted_kind(group)
        name = _fullest_name(group, kind)
        named.append((slug(_told_apart(name, kind, group)), group[0].source.id, group[0].position, name, kind, group))
    named.sort(key=lambda item: item[:3])
    ids: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    merged = []
    for wanted, _, _, name, kind, group in named:
        identifier = unused(wanted, taken)
        taken.add(identifier)
        ids |= {(entry.source.id, entry.actor.id): identifier for entry in group}
        merged.append((identifier, name, kind, group))
    actors = [_united(identifier, name, kind, group, ids) for identifier, name, kind, group in merged]
    scenes = {identifier: state for identifier, _, _, group in merged if (state := _common_scene(group))}
    return MergedActors(with_parents(sorted(actors, key=lambda actor: actor.id), scenes), ids)


def _common_scene(group: Sequence[Entry]) -> str | None:
    """The state that all articles of an actor are about, one of them clearly, or that it is known to belong to."""
    states = {entry.home or entry.scene for entry in group}
    return states.pop() if len(states) == 1 and any(entry.home or entry.clear for entry in group) else None


def _voted_kind(group: Sequence[Entry]) -> Kind:
    votes = Counter(entry.actor.kind for entry in group)
    mentions = Counter[Kind]()
    for entry in group:
        mentions[entry.actor.kind] += len(entry.actor.evidence)
    return min(votes, key=lambda kind: (-votes[kind], -mentions[kind], kind.value))


def _fullest_name(group: Sequence[Entry], kind: Kind) -> str:
    """For a state its usual name; else the form with the most words, and of those the one most articles use."""
    names = Counter(entry.actor.name for entry in group)
    if kind is Kind.STATE:
        known = state_name(group[0].actor)
        if known in names or known in {alias for entry in group for alias in entry.actor.aliases}:
            return known
    fuller = {
        form
        for entry in group
        for form in entry.actor.aliases
        if kind is Kind.PERSON and person_words(form) == entry.full != ()
    }
    forms = Counter(
        {form: names[form] for form in [*names, *sorted(fuller)] if len(words(form)) <= _LONGEST_NAME} or names
    )

    def rank(form: str) -> tuple[bool, int, int, bool, str]:
        size = len(person_words(form)) or len(words(form)) if kind is Kind.PERSON else len(words(form))
        extra = len(form.split()) - len(person_words(form)) if kind is Kind.PERSON else 0
        untitled = kind is not Kind.PERSON or sole_office(form) is None
        return (not untitled, -size, -forms[form] + max(extra, 0), form.isupper(), form)

    return min(forms, key=rank)


def _told_apart(name: str, kind: Kind, group: Sequence[Entry]) -> str:
    """The name with its state before it where the name alone is that of many bodies."""
    if kind in (Kind.ORGANISATION, Kind.GROUP):
        keys = [collective_key(entry) for entry in group]
        if all(key and key.inferred for key in keys) and keys[0] and keys[0].state:
            return f"{keys[0].state} {name}"
    return name


def _united(identifier: str, name: str, kind: Kind, group: Sequence[Entry], ids: dict[tuple[str, str], str]) -> Actor:
    forms = {form for entry in group for form in [entry.actor.name, *entry.actor.aliases]}
    return Actor(
        id=identifier,
        name=name,
        kind=kind,
        aliases=sorted(forms - {name}, key=lambda form: (form.casefold(), form)),
        roles=_united_roles(group, ids),
        evidence=united_evidence(entry.actor.evidence for entry in group),
    )


def _united_roles(group: Sequence[Entry], ids: dict[tuple[str, str], str]) -> list[Role]:
    """One role per title and body, whatever the case of the title, the one that most sources give first.

    A title without a body joins that of the only body it is known with.
    """
    by_key: dict[tuple[tuple[str, ...], str | None], list[Role]] = defaultdict(list)
    for entry in group:
        for role in entry.actor.roles:
            of = ids.get((entry.source.id, role.of)) if role.of else None
            by_key[words(role.title), of].append(role)
    for bare in [key for key in by_key if key[1] is None]:
        owners = [key for key in by_key if key[0] == bare[0] and key[1] is not None]
        if len(owners) == 1:
            by_key[owners[0]] += by_key.pop(bare)
    roles = []
    for (_, of), same in by_key.items():
        titles = Counter(role.title for role in same)
        title = min(titles, key=lambda form: (-titles[form], form))
        roles.append(Role(title=title, of=of, evidence=united_evidence(role.evidence for role in same)))
    return sorted(
        roles, key=lambda role: (-len({e.source for e in role.evidence}), role.title.casefold(), role.of or "")
    )
