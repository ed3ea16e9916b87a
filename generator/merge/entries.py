"""The actors of all articles, an entry for each article that speaks of one, and the scene of each article."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.merge.known_bodies import known_body
from generator.merge.names import Words, person_words, words
from generator.merge.states import every_capital, known_states
from generator.merge.titles import office_words, sole_office
from generator.model import Actor, Distillate, Kind, Source

_DOMINANT = 1.5
"""How many times as often as any other a state must be spoken of to be an article's scene."""
_CLEAR = 2.0
"""How many times as often for a body that the article gives no state to be part of it."""


@dataclass(frozen=True)
class Entry:
    """One article's actor."""

    position: int
    actor: Actor
    source: Source
    scene: str | None
    """The state that the article is mainly about; bodies without a state of their own are taken to be its."""
    clear: bool
    """Whether the article speaks of its scene so much more than of any other state that a body without one is its."""
    home: str | None
    """The state that a body known by its name alone belongs to."""
    of: frozenset[str]
    """Names of the states and bodies that its roles belong to, as compared."""
    titles: frozenset[Words]
    offices: frozenset[tuple[str, Words]]
    """Persons: the offices of states that they hold: the state and the title."""
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
    found = states.any_form(form) or states.capitals.get(form) or every_capital().get(form)
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
    return _most_spoken_of(states, _DOMINANT)


def _most_spoken_of(states: Iterable[Actor], margin: float) -> str | None:
    """The state mentioned at least `margin` times as often as any other."""
    counts = Counter[str]()
    for actor in states:
        counts[state_name(actor)] += len(actor.evidence)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1]):
        return None
    return ranked[0][0]


def _homes(distillate: Distillate, where: str | None) -> dict[str, str]:
    """By actor the state that a body known by name belongs to, in an article whose scene is `where`.

    A name that bodies of other states may have too ("Senate") counts only at that scene or beside a name that none has.
    """
    bodies = [(a.id, known_body(a.name)) for a in distillate.actors if a.kind is Kind.ORGANISATION]
    known = [(actor, body, body.state) for actor, body in bodies if body and body.state]
    certain = {where, *(state for _, body, state in known if not body.ambiguous)}
    return {actor: state for actor, body, state in known if not body.ambiguous or state in certain}


def _is_full(name: Words, particles: frozenset[str]) -> bool:
    return sum(word not in particles for word in name) >= 2


def _person_forms(actor: Actor, particles: frozenset[str]) -> tuple[Words, str, frozenset[str]]:
    """The full name, else the one-word name, and all one-word forms; nothing where the name is a title alone."""
    if sole_office(actor.name):
        return (), "", frozenset()
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
        most = _most_spoken_of((actor for actor in distillate.actors if actor.kind is Kind.STATE), _CLEAR)
        clear = most is not None and most == where
        homes = _homes(distillate, where)
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
                    clear=clear,
                    home=homes.get(actor.id),
                    of=frozenset(state_name(a) if a.kind is Kind.STATE else " ".join(words(a.name)) for a in of),
                    titles=frozenset(words(role.title) for role in actor.roles),
                    offices=frozenset(
                        (state_name(local[role.of]), office_words(role.title))
                        for role in actor.roles
                        if role.of in local and local[role.of].kind is Kind.STATE
                    ),
                    full=full,
                    short=short,
                    singles=singles,
                )
            )
    return entries
