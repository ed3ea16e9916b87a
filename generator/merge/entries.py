"""The actors of all articles, an entry for each article that speaks of one, and the scene of each article."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.merge.names import Words, person_words, words
from generator.merge.states import known_states
from generator.model import Actor, Distillate, Kind, Source

_DOMINANT = 1.5
"""How many times as often as any other a state must be spoken of to be an article's scene."""


@dataclass(frozen=True)
class Entry:
    """One article's actor."""

    position: int
    actor: Actor
    source: Source
    scene: str | None
    """The state that the article is mainly about; bodies without a state of their own are taken to be its."""
    of: frozenset[str]
    """Names of the states and bodies that its roles belong to, as compared."""
    titles: frozenset[Words]
    full: Words = ()
    """Persons: the fullest name of two words or more; empty if the article gives none."""
    short: str = ""
    """Persons: the one word by which the article names one without a full name."""
    singles: frozenset[str] = field(default=frozenset())
    """Persons: one-word forms that the article uses."""


def state_name(actor: Actor) -> str:
    """The usual name of a state, whichever of its forms the article uses; its own name where it is not known."""
    states = known_states()
    form = words(actor.name)
    found = states.any_form(form) or states.capitals.get(form)
    if found is None:
        found = next((states.names[words(a)] for a in sorted(actor.aliases) if words(a) in states.names), None)
    return found or " ".join(form) or actor.name


def scene(distillate: Distillate) -> str | None:
    """The state that an article is about: the only one in the headline, or the one it speaks of by far the most."""
    states = [actor for actor in distillate.actors if actor.kind is Kind.STATE]
    headline = f" {' '.join(words(distillate.source.title))} "
    in_headline = {
        state_name(actor)
        for actor in states
        if any(f" {' '.join(words(form))} " in headline for form in [actor.name, *actor.aliases] if words(form))
    }
    if len(in_headline) == 1:
        return in_headline.pop()
    counts = Counter[str]()
    for actor in states:
        counts[state_name(actor)] += len(actor.evidence)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _DOMINANT * ranked[1][1]):
        return None
    return ranked[0][0]


def _is_full(name: Words, particles: frozenset[str]) -> bool:
    return sum(word not in particles for word in name) >= 2


def _person_forms(actor: Actor, particles: frozenset[str]) -> tuple[Words, str, frozenset[str]]:
    """The full name, else the one-word name, and all one-word forms."""
    name = person_words(actor.name)
    forms = [form for form in map(person_words, actor.aliases) if form]
    singles = {form[-1] for form in [name, *forms] if form and not _is_full(form, particles)}
    if _is_full(name, particles):
        return name, "", frozenset(singles)
    short = name[-1] if name else ""
    fuller = sorted({form for form in forms if _is_full(form, particles) and short in form}, key=lambda f: (-len(f), f))
    return (fuller[0], "", frozenset(singles)) if fuller else ((), short, frozenset(singles))


def entries_of(distillates: Sequence[Distillate], particles: frozenset[str]) -> list[Entry]:
    """One entry for every actor of every article, in the order given."""
    entries: list[Entry] = []
    for distillate in distillates:
        where = scene(distillate)
        local = {actor.id: actor for actor in distillate.actors}
        for actor in distillate.actors:
            of = [local[role.of] for role in actor.roles if role.of in local]
            full, short, singles = (
                _person_forms(actor, particles) if actor.kind is Kind.PERSON else ((), "", frozenset[str]())
            )
            entries.append(
                Entry(
                    position=len(entries),
                    actor=actor,
                    source=distillate.source,
                    scene=where,
                    of=frozenset(state_name(a) if a.kind is Kind.STATE else " ".join(words(a.name)) for a in of),
                    titles=frozenset(words(role.title) for role in actor.roles),
                    full=full,
                    short=short,
                    singles=singles,
                )
            )
    return entries
