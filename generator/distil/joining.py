"""What the pieces of a long article tell, as one: offsets in the whole text, each actor and each fact once.

Facts of two pieces are one where they say the same of the same; whatever differs stays apart.
"""

from collections.abc import Iterable, Sequence

from generator.identifiers import slug, unused
from generator.language.name_forms import fold, is_lasting
from generator.model import (
    Actor,
    Agreement,
    Distillate,
    Event,
    Evidence,
    Participant,
    Provision,
    Question,
    Role,
    Source,
    Statement,
)


def joined(source: Source, told: Iterable[tuple[int, Distillate]]) -> Distillate:
    """One distillate of what the pieces of a source tell, each given with the offset at which its text begins."""
    whole = _Whole(source)
    for start, distillate in told:
        whole.add(start, distillate)
    return whole.distillate()


class _Whole:
    """What the pieces told so far."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._actors: dict[str, Actor] = {}
        self._named: dict[tuple[str, str], str] = {}
        """Kind and form of a name to the id of the actor."""
        self._events: dict[object, Event] = {}
        self._agreements: dict[object, Agreement] = {}
        self._questions: dict[object, Question] = {}
        self._statements: list[Statement] = []

    def add(self, by: int, told: Distillate) -> None:
        """Takes what the next piece tells, whose text begins at offset `by`."""
        ids = self._ids(told.actors)
        for actor in told.actors:
            self._add_actor(actor, ids, by)
        for event in told.events:
            parts = {ids[p.actor]: Participant(actor=ids[p.actor], role=p.role) for p in event.participants}
            update = {"participants": list(parts.values()), "evidence": _moved(event.evidence, by)}
            self._add_event(event.model_copy(update=update))
        for agreement in told.agreements:
            update = {
                "parties": list(dict.fromkeys(ids[party] for party in agreement.parties)),
                "provisions": [Provision(text=p.text, evidence=_moved(p.evidence, by)) for p in agreement.provisions],
                "evidence": _moved(agreement.evidence, by),
            }
            self._add_agreement(agreement.model_copy(update=update))
        for question in told.questions:
            update = {"about": [ids.get(a, a) for a in question.about], "evidence": _moved(question.evidence, by)}
            self._add_question(question.model_copy(update=update))
        for statement in told.statements:
            update = {
                "id": f"{self._source.id}-s{len(self._statements) + 1}",
                "speaker": ids[statement.speaker] if statement.speaker else None,
                "about": [ids.get(a, a) for a in statement.about],
                "evidence": _moved(statement.evidence, by),
            }
            self._statements.append(statement.model_copy(update=update))

    def _ids(self, actors: Sequence[Actor]) -> dict[str, str]:
        """The ids of a piece's actors in the whole: those of actors known by one of their names, else new ones."""
        ids: dict[str, str] = {}
        taken = set(self._actors)
        for actor in actors:
            forms = [(actor.kind.value, fold(form)) for form in _lasting_forms(actor)]
            known = next((self._named[form] for form in forms if form in self._named), None)
            ids[actor.id] = known or unused(slug(actor.name), taken)
            taken.add(ids[actor.id])
            for form in forms:
                self._named.setdefault(form, ids[actor.id])
        return ids

    def _add_actor(self, actor: Actor, ids: dict[str, str], by: int) -> None:
        roles = [
            Role(title=r.title, of=ids[r.of] if r.of else None, evidence=_moved(r.evidence, by)) for r in actor.roles
        ]
        update = {"id": ids[actor.id], "roles": roles, "evidence": _moved(actor.evidence, by)}
        moved = actor.model_copy(update=update)
        before = self._actors.setdefault(moved.id, moved)
        if before is moved:
            return
        name = max(before.name, moved.name, key=lambda name: len(name.split()))
        before.aliases = sorted({before.name, *before.aliases, moved.name, *moved.aliases} - {name})
        before.name = name
        before.evidence += moved.evidence
        held = {(role.title, role.of): role for role in before.roles}
        for role in roles:
            if (role.title, role.of) in held:
                held[role.title, role.of].evidence += role.evidence
            else:
                before.roles.append(role)

    def _add_event(self, event: Event) -> None:
        days = (event.date.start, event.date.end) if event.date else None
        key = event.type, fold(event.title), event.status, days
        before = self._events.setdefault(key, event)
        if before is not event:
            there = {participant.actor for participant in before.participants}
            before.participants += [p for p in event.participants if p.actor not in there]
            before.place = before.place or event.place
            before.evidence += event.evidence

    def _add_agreement(self, agreement: Agreement) -> None:
        days = (agreement.signed.start, agreement.signed.end) if agreement.signed else None
        before = self._agreements.setdefault((fold(agreement.title), days), agreement)
        if before is not agreement:
            before.parties = list(dict.fromkeys([*before.parties, *agreement.parties]))
            before.aliases = list(dict.fromkeys([*before.aliases, *agreement.aliases]))
            before.status = agreement.status or before.status
            before.provisions += agreement.provisions
            before.evidence += agreement.evidence

    def _add_question(self, question: Question) -> None:
        before = self._questions.setdefault(fold(question.text), question)
        if before is not question:
            before.about = list(dict.fromkeys([*before.about, *question.about]))
            before.evidence += question.evidence

    def distillate(self) -> Distillate:
        """All of it, with ids that differ."""
        return Distillate(
            source=self._source,
            actors=list(self._actors.values()),
            events=_identified(self._events.values(), "title"),
            agreements=_identified(self._agreements.values(), "title"),
            questions=_identified(self._questions.values(), "text"),
            statements=self._statements,
        )


def _lasting_forms(actor: Actor) -> list[str]:
    """The names by which an actor is the same in another piece: its name, and aliases of several words or acronyms."""
    return [form for form in [actor.name, *filter(is_lasting, actor.aliases)] if fold(form)]


def _moved(evidence: Iterable[Evidence], by: int) -> list[Evidence]:
    """The evidence that much further on in the text."""
    return [
        e.model_copy(
            update={
                "start": e.start + by,
                "end": e.end + by,
                "trigger_start": None if e.trigger_start is None else e.trigger_start + by,
                "trigger_end": None if e.trigger_end is None else e.trigger_end + by,
            }
        )
        for e in evidence
    ]


def _identified[Item: (Event, Agreement, Question)](items: Iterable[Item], field: str) -> list[Item]:
    taken: set[str] = set()
    found = []
    for item in items:
        identifier = unused(slug(getattr(item, field)), taken)
        taken.add(identifier)
        found.append(item.model_copy(update={"id": identifier}))
    return found
