"""Which actor is part of which: a ministry of its state, a committee of its parliament, a territory of its state.

A link is made only where a name says so, or where the knowledge files do; of two readings neither is taken.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.merge.entries import state_name
from generator.merge.knowledge import word_set
from generator.merge.known_bodies import KnownBody, known_body
from generator.merge.names import Words, is_vague, words
from generator.merge.organs import Ground, has_part_head, is_organ, is_personnel, is_unnamed_organ, members_of
from generator.merge.states import every_adjective, every_capital, known_states, territories
from generator.model import Actor, Kind


def with_parents(actors: Sequence[Actor], scenes: Mapping[str, str]) -> list[Actor]:
    """The actors, each with the id of what it is part of.

    `scenes` gives, by actor, the usual name of the state that all articles which name the actor are clearly about.
    """
    parents = _Parents(actors, scenes)
    return [actor.model_copy(update={"part_of": parents.of(actor)}) for actor in actors]


class _Parents:
    def __init__(self, actors: Sequence[Actor], scenes: Mapping[str, str]) -> None:
        self._scenes = scenes
        self._by_state_name = {state_name(a).casefold(): a.id for a in actors if a.kind is Kind.STATE}
        self._state_forms = _unique(
            (words(form), state_name(actor))
            for actor in actors
            if actor.kind is Kind.STATE
            for form in [actor.name, *actor.aliases]
            if _names_a_state(form)
        )
        organisations = [actor for actor in actors if actor.kind is Kind.ORGANISATION]
        self._body_forms = _unique(
            (words(form), actor.id) for actor in organisations for form in [actor.name, *actor.aliases] if _tells(form)
        )
        self._own_state = {actor.id: self._state_of(actor) for actor in organisations}

    def of(self, actor: Actor) -> str | None:
        """The id of what the actor is part of."""
        if actor.kind is Kind.PERSON:
            return None
        if actor.kind is Kind.STATE:
            found = self._state(territories().get(state_name(actor)))
        elif actor.kind is Kind.GROUP:
            found = self._body_of_members(actor) or self._state_of(actor)
        else:
            found = self._body_of(actor) or self._family_of(actor) or self._own_state[actor.id]
        return found if found != actor.id else None

    # --- states

    def _state(self, name: str | None) -> str | None:
        """The id of the state of a usual name, if the brief speaks of it."""
        return self._by_state_name.get(name.casefold()) if name else None

    def _form(self, form: Words) -> str | None:
        """The name of the state whose name, adjective or people a form is: known, or else told by the articles."""
        return known_states().any_form(form) or every_adjective().get(form) or self._state_forms.get(form)

    def _state_of(self, actor: Actor) -> str | None:
        """The state of which a body or group is an organ: as its names say, as is known, else the articles' scene."""
        forms = sorted({actor.name, *actor.aliases}, key=lambda form: (form != actor.name, -len(words(form)), form))
        known = _homes(forms)
        if known:
            return self._state(known.pop()) if len(known) == 1 else None
        acts_for_it = is_organ if actor.kind is Kind.ORGANISATION else is_personnel
        grounds = [ground for form in forms if (ground := Ground.of(words(form), self._form))]
        named = {ground.state for ground in grounds if acts_for_it(ground.rest)}
        if named:
            return self._state(named.pop()) if len(named) == 1 else None
        scene = self._scenes.get(actor.id)
        proper = [form for form in forms if form == actor.name or (form[:1].isupper() and not is_vague(form))]
        if actor.kind is Kind.ORGANISATION and all(_is_organ_of(form, scene) for form in proper):
            return self._state(scene)
        return None

    # --- bodies

    def _body_of(self, actor: Actor) -> str | None:
        """The body that the name of a part names: "the Assembly's Finance Committee", "Secretariat of the Council"."""
        for form in sorted({actor.name, *actor.aliases}, key=lambda form: (form != actor.name, form)):
            for whole in self._wholes(words(form)):
                if whole != actor.id and not self._elsewhere(whole, actor.id):
                    return whole
        return None

    def _wholes(self, name: Words) -> Iterator[str]:
        """The bodies that stand in a name as that of which the rest is a part, the longest first."""
        for cut in range(len(name) - 1, 0, -1):
            whole = self._body_forms.get(name[:cut])
            if whole and has_part_head(name[cut:]):
                yield whole
        for i, word in enumerate(name):
            whole = self._body_forms.get(name[i + 1 :])
            if word == "of" and whole and has_part_head(name[:i]):
                yield whole

    def _elsewhere(self, whole: str, part: str) -> bool:
        """Whether the two are organs of different states."""
        return None not in (states := {self._own_state[whole], self._own_state[part]}) and len(states) > 1

    def _family_of(self, actor: Actor) -> str | None:
        body = known_body(actor.name)
        if body is None or body.family is None or body.ambiguous or " ".join(body.name) in _listed("independent"):
            return None
        whole = self._body_forms.get(words(body.family))
        return whole if body.name != words(body.family) else None

    def _body_of_members(self, actor: Actor) -> str | None:
        name = words(actor.name)
        for rest in members_of(name):
            whole = self._body_forms.get(rest)
            if whole:
                return whole
        return None


def _listed(part: str) -> frozenset[str]:
    return word_set("parents", part)


def _unique(forms: Iterator[tuple[Words, str]]) -> dict[Words, str]:
    """Forms that mean one bearer alone."""
    bearers: dict[Words, set[str]] = defaultdict(set)
    for form, bearer in forms:
        bearers[form].add(bearer)
    return {form: next(iter(several)) for form, several in bearers.items() if form and len(several) == 1}


def _names_a_state(form: str) -> bool:
    """Whether an alias of a state can stand for it in a name: no "government", no capital, no part of the world."""
    name = words(form)
    return (
        form[:1].isupper() and not is_vague(form) and not (name in known_states().capitals or name in every_capital())
    )


def _tells(form: str) -> bool:
    """Whether a form of a body tells which one is meant: several words, initials, or the word for an organ."""
    name = words(form)
    if is_vague(form) or not name:
        return False
    return len(name) > 1 or (len(form) > 1 and form.isupper()) or (form[:1].isupper() and name[0] in _organ_words())


def _organ_words() -> frozenset[str]:
    return _listed("organs") | _listed("common")


def _homes(forms: Sequence[str]) -> set[str]:
    """The states of the organs of state that the forms name without doubt."""
    bodies = [body for body in map(known_body, forms) if body]
    return {body.state for body in bodies if body.state and not body.ambiguous and _is_state_organ(body)}


def _is_organ_of(form: str, scene: str | None) -> bool:
    """Whether a form without a state is that of an organ which every state has, or which this one is known to have."""
    body = known_body(form)
    return is_unnamed_organ(form) or (body is not None and body.state == scene and _is_state_organ(body))


def _is_state_organ(body: KnownBody) -> bool:
    ground = Ground.of(body.name, known_states().any_form)
    return " ".join(body.name) in _listed("proper") or is_organ(ground.rest if ground else body.name)
