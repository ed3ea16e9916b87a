"""Applying decisions to a brief. The brief given is left as it is; the result has every reference in order."""

from collections.abc import Callable, Sequence

from generator.curation.decisions import AddAlias, Answer, Rating, Rename
from generator.curation.lookup import Targets
from generator.curation.merging import merged_actor, merged_agreement, merged_event, merged_question
from generator.curation.reading import Decisions, Placed
from generator.curation.references import mend
from generator.model import Actor, Agreement, Brief, Event, Model, Question, Source, Statement


def apply(brief: Brief, decisions: Decisions) -> tuple[Brief, list[str]]:
    """The brief as people decided, and a note in words for every decision whose target the brief does not have.

    Merges come first, then what is rejected, then all other decisions, each in the order written.
    """
    if not decisions.placed:
        return brief, []
    targets = Targets(brief)
    changed = brief.model_copy(deep=True)
    tables = _Tables(changed, targets)
    for placed in decisions:
        if placed.decision.verb == "merge":
            tables.merge(placed)
    for placed in decisions:
        if placed.decision.verb == "reject":
            tables.reject(placed)
    for placed in decisions:
        if placed.decision.verb not in ("merge", "reject"):
            tables.change(placed)
    return mend(tables.brief(), targets), targets.notes


class _Tables:
    """The facts of a brief by id, while decisions change them."""

    def __init__(self, brief: Brief, targets: Targets) -> None:
        self._brief = brief
        self._targets = targets
        self.sources = {source.id: source for source in brief.sources}
        self.actors = {actor.id: actor for actor in brief.actors}
        self.events = {event.id: event for event in brief.events}
        self.agreements = {agreement.id: agreement for agreement in brief.agreements}
        self.questions = {question.id: question for question in brief.questions}
        self.statements = {statement.id: statement for statement in brief.statements}

    def brief(self) -> Brief:
        """The brief of the facts as they are now."""
        return self._brief.model_copy(
            update={
                "sources": list(self.sources.values()),
                "actors": list(self.actors.values()),
                "events": list(self.events.values()),
                "agreements": list(self.agreements.values()),
                "questions": list(self.questions.values()),
                "statements": list(self.statements.values()),
            }
        )

    # --- merge and reject

    def merge(self, placed: Placed) -> None:
        """The first id named stays and takes over everything of the others."""
        facts = placed.decision.facts
        found = dict.fromkeys(
            i for i in (self._targets.find(placed, wanted) for wanted in placed.decision.content) if i
        )
        into, *others = [*found] or [""]
        for absorbed in others:
            self._absorb(facts, into, absorbed)
            self._targets.merged(facts, absorbed, into)

    def _absorb(self, facts: str, into: str, absorbed: str) -> None:
        match facts:
            case "actors":
                self.actors[into] = merged_actor(self.actors[into], self.actors.pop(absorbed))
            case "events":
                self.events[into] = merged_event(self.events[into], self.events.pop(absorbed))
            case "agreements":
                self.agreements[into] = merged_agreement(self.agreements[into], self.agreements.pop(absorbed))
            case "questions":
                self.questions[into] = merged_question(self.questions[into], self.questions.pop(absorbed))

    def reject(self, placed: Placed) -> None:
        """Take facts out of the brief."""
        facts = placed.decision.facts
        tables: dict[
            str, dict[str, Actor] | dict[str, Event] | dict[str, Agreement] | dict[str, Question] | dict[str, Statement]
        ] = {
            "actors": self.actors,
            "events": self.events,
            "agreements": self.agreements,
            "questions": self.questions,
            "statements": self.statements,
        }
        for wanted in placed.decision.content:
            found = self._targets.find(placed, wanted)
            if found:
                tables[facts].pop(found)
                self._targets.rejected(facts, found)

    # --- other decisions

    def change(self, placed: Placed) -> None:
        """Rename, set, add, answer, reopen or rate."""
        changes: dict[str, Callable[[Placed], None]] = {
            "rename": self._rename,
            "alias": self._alias,
            "set": self._set,
            "answer": self._answer,
            "reopen": self._reopen,
            "rate": self._rate,
        }
        changes[placed.decision.verb](placed)

    def _rename(self, placed: Placed) -> None:
        rename: Rename = placed.decision.content
        found = self._targets.find(placed, rename.id)
        if not found:
            return
        match placed.decision.facts:
            case "actors":
                self.actors[found] = _renamed(self.actors[found], rename.to)
            case "agreements":
                agreement = self.agreements[found]
                aliases = _united_forms([agreement.title, *agreement.aliases], rename.to)
                self.agreements[found] = agreement.model_copy(update={"title": rename.to, "aliases": aliases})
            case "events":
                self.events[found] = self.events[found].model_copy(update={"title": rename.to})

    def _alias(self, placed: Placed) -> None:
        alias: AddAlias = placed.decision.content
        found = self._targets.find(placed, alias.id)
        if found and placed.decision.facts == "actors":
            actor = self.actors[found]
            self.actors[found] = actor.model_copy(
                update={"aliases": _united_forms([*actor.aliases, *alias.add], actor.name)}
            )
        elif found:
            agreement = self.agreements[found]
            forms = _united_forms([*agreement.aliases, *alias.add], agreement.title)
            self.agreements[found] = agreement.model_copy(update={"aliases": forms})

    def _set(self, placed: Placed) -> None:
        wanted: Model = placed.decision.content
        fields = {name: getattr(wanted, name) for name in wanted.model_fields_set}
        found = self._targets.find(placed, fields.pop("id"))
        if not found:
            return
        match placed.decision.facts:
            case "actors":
                self.actors[found] = self.actors[found].model_copy(update=fields)
            case "events":
                self.events[found] = self.events[found].model_copy(
                    update=_without_empty(fields, ("type", "status", "title"))
                )
            case "agreements":
                self.agreements[found] = self.agreements[found].model_copy(update=_without_empty(fields, ("title",)))
            case "questions":
                self.questions[found] = self.questions[found].model_copy(update=fields)
            case "sources":
                self.sources[found] = _set_source(self.sources[found], _without_empty(fields, ("title",)))

    def _answer(self, placed: Placed) -> None:
        answer: Answer = placed.decision.content
        found = self._targets.find(placed, answer.id)
        events = [event for event in (self._targets.find(placed, by, "events") for by in answer.by) if event]
        if found and events:
            question = self.questions[found]
            self.questions[found] = question.model_copy(
                update={"status": "answered", "answered_by": list(dict.fromkeys(events))}
            )

    def _reopen(self, placed: Placed) -> None:
        for wanted in placed.decision.content:
            found = self._targets.find(placed, wanted)
            if found:
                self.questions[found] = self.questions[found].model_copy(update={"status": "open", "answered_by": []})

    def _rate(self, placed: Placed) -> None:
        rating: Rating = placed.decision.content
        found = self._targets.find(placed, rating.id)
        if found:
            self.sources[found] = self.sources[found].model_copy(update={"reliability": rating.reliability})


def _renamed(actor: Actor, name: str) -> Actor:
    return actor.model_copy(update={"name": name, "aliases": _united_forms([actor.name, *actor.aliases], name)})


def _united_forms(forms: Sequence[str], name: str) -> list[str]:
    """The forms but the name itself, each once, in alphabetical order."""
    return sorted(set(forms) - {name}, key=lambda form: (form.casefold(), form))


def _without_empty(fields: dict[str, object], needed: Sequence[str]) -> dict[str, object]:
    """The fields without those that may not be empty and are."""
    return {name: value for name, value in fields.items() if value is not None or name not in needed}


def _set_source(source: Source, fields: dict[str, object]) -> Source:
    """A date of publication that a person gives stands like one from a file beside the article."""
    if "published" in fields:
        fields = fields | {"published_basis": "sidecar" if fields["published"] else None}
    return source.model_copy(update=fields)
