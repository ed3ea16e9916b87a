"""One entry of a brief as two, because a person says so. What goes is told by forms of the name, sources or quotes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from generator.curation.contents import SplitActor, SplitEvent, SplitQuestion
from generator.curation.merging import merged_actor
from generator.curation.quoting import plain
from generator.curation.reading import Placed
from generator.curation.tables import Tables, reviewed
from generator.identifiers import slug
from generator.merge.dates import exactest
from generator.model import Actor, Event, EventReport, Evidence, Participant, Question, Role

_TITLE = 90
"""Characters of an event's title, at most."""

type Side = Literal["kept", "gone"]


def split(tables: Tables, placed: Placed) -> None:
    """Split an actor, event or question; a note if nothing would go, or nothing stay."""
    match placed.decision.content:
        case SplitActor() as wanted:
            _split_actor(tables, placed, wanted)
        case SplitEvent() as wanted:
            _split_event(tables, placed, wanted)
        case SplitQuestion() as wanted:
            _split_question(tables, placed, wanted)


def _halves(
    tables: Tables, placed: Placed, identifier: str, kept: Sequence[Evidence], gone: Sequence[Evidence]
) -> bool:
    """Whether both sides of a split have evidence; a note if not."""
    if not gone:
        tables.targets.note(placed, f"nothing that {identifier!r} rests on fits; the decision has no effect")
    elif not kept:
        tables.targets.note(
            placed, f"everything that {identifier!r} rests on would go; rename it instead; the decision has no effect"
        )
    return bool(gone and kept)


# --- actors


class _Forms:
    """Which of two actors a passage names, by the longest forms of their names."""

    def __init__(self, kept: Iterable[str], gone: Iterable[str]) -> None:
        self._side: dict[str, Side] = {plain(form).text: "kept" for form in kept}
        self._side |= {plain(form).text: "gone" for form in gone}
        longest_first = sorted(self._side, key=lambda form: (-len(form), form))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in longest_first)})(?!\w)")

    def sides(self, evidence: Iterable[Evidence]) -> set[Side]:
        """Both, one or none of the two."""
        return {self._side[form] for e in evidence for form in self._pattern.findall(plain(e.quote).text)}


class _ActorSplit:
    """An actor and the one that goes, over all facts that name it."""

    def __init__(self, actor: Actor, forms: Sequence[str], new: str) -> None:
        self.old, self.new = actor.id, new
        there = [form for form in (actor.name, *actor.aliases) if form not in forms]
        self._forms = _Forms(there, forms)
        sides = [(evidence.source, self._forms.sides([evidence])) for evidence in actor.evidence]
        self._sources_gone = {source for source, found in sides if found == {"gone"}}
        self._sources_gone -= {source for source, found in sides if found != {"gone"}}

    def who(self, evidence: Sequence[Evidence]) -> list[str]:
        """The ids that a passage which named the actor names now.

        Where it has none of the forms ("she said"), it means the one that goes only if its source names no other.
        """
        sides = self._forms.sides(evidence)
        if not sides:
            sides = {"gone"} if evidence and {e.source for e in evidence} <= self._sources_gone else {"kept"}
        return [identifier for side, identifier in (("kept", self.old), ("gone", self.new)) if side in sides]

    def ids(self, ids: Sequence[str], evidence: Sequence[Evidence]) -> list[str]:
        """A list of ids with those it names in place of the actor."""
        return list(dict.fromkeys(n for i in ids for n in (self.who(evidence) if i == self.old else [i])))


def _split_actor(tables: Tables, placed: Placed, wanted: SplitActor) -> None:
    found = tables.targets.find(placed, wanted.id)
    if not found:
        return
    actor = tables.actors[found]
    there = tables.targets.current("actors", slug(wanted.name))
    new = there if there and there != found else tables.unused("actors", wanted.name)
    parts = _ActorSplit(actor, wanted.forms, new)
    kept = [evidence for evidence in actor.evidence if found in parts.who([evidence])]
    gone = [evidence for evidence in actor.evidence if new in parts.who([evidence])]
    if not _halves(tables, placed, wanted.id, kept, gone):
        return
    forms = [form for form in wanted.forms if form != wanted.name]
    other = Actor(
        id=new,
        name=wanted.name,
        kind=wanted.kind or actor.kind,
        aliases=sorted(forms, key=lambda form: (form.casefold(), form)),
        roles=_roles(parts, actor.roles, new),
        evidence=gone,
    )
    if there == new:
        other = merged_actor(tables.actors[new], other)
    aliases = [alias for alias in actor.aliases if alias not in wanted.forms]
    rest = actor.model_copy(update={"aliases": aliases, "roles": _roles(parts, actor.roles, found), "evidence": kept})
    note = placed.decision.note
    tables.put("actors", reviewed(rest, ["evidence"], note))
    tables.put("actors", reviewed(other, ["name", "evidence", *(["kind"] if wanted.kind else [])], note))
    _share_facts(tables, parts)


def _roles(parts: _ActorSplit, roles: Sequence[Role], identifier: str) -> list[Role]:
    """The roles that belong to one of the two, each with the words that give it to that one."""
    found = []
    for role in roles:
        evidence = [passage for passage in role.evidence if identifier in parts.who([passage])]
        if evidence:
            found.append(role.model_copy(update={"evidence": evidence}))
    return found


def _share_facts(tables: Tables, parts: _ActorSplit) -> None:
    """Every fact that names the actor names the right one of the two, or both."""
    for actor in list(tables.actors.values()):
        if any(role.of == parts.old for role in actor.roles):
            roles = [
                role.model_copy(update={"of": parts.who(role.evidence)[-1]}) if role.of == parts.old else role
                for role in actor.roles
            ]
            tables.actors[actor.id] = actor.model_copy(update={"roles": roles})
    for event in list(tables.events.values()):
        if any(participant.actor == parts.old for participant in event.participants):
            tables.events[event.id] = _shared_event(parts, event)
    for agreement in list(tables.agreements.values()):
        if parts.old in agreement.parties:
            update = {"parties": parts.ids(agreement.parties, agreement.evidence)}
            tables.agreements[agreement.id] = agreement.model_copy(update=update)
    for question in list(tables.questions.values()):
        if parts.old in question.about:
            update = {"about": parts.ids(question.about, question.evidence)}
            tables.questions[question.id] = question.model_copy(update=update)
    for statement in list(tables.statements.values()):
        if parts.old in (statement.speaker, *statement.about):
            speaker = parts.who(statement.evidence)[-1] if statement.speaker == parts.old else statement.speaker
            about = [i for i in parts.ids(statement.about, statement.evidence) if i != speaker]
            tables.statements[statement.id] = statement.model_copy(update={"speaker": speaker, "about": about})


def _shared_event(parts: _ActorSplit, event: Event) -> Event:
    """An event, and each source's account of it, with the right one of the two among those who take part."""
    reports = []
    for report in event.reports:
        told = [passage for passage in event.evidence if passage.source == report.source]
        reports.append(report.model_copy(update={"participants": _participants(parts, report.participants, told)}))
    update = {"participants": _participants(parts, event.participants, event.evidence), "reports": reports}
    return event.model_copy(update=update)


def _participants(
    parts: _ActorSplit, participants: Sequence[Participant], evidence: Sequence[Evidence]
) -> list[Participant]:
    found: dict[str, Participant] = {}
    for participant in participants:
        for actor in parts.who(evidence) if participant.actor == parts.old else [participant.actor]:
            found.setdefault(actor, participant.model_copy(update={"actor": actor}))
    return list(found.values())


# --- events


def _split_event(tables: Tables, placed: Placed, wanted: SplitEvent) -> None:
    found = tables.targets.find(placed, wanted.id)
    if not found:
        return
    event = tables.events[found]
    sources = set(tables.ids(placed, wanted.sources, "sources"))
    quotes = [plain(quote).text for quote in wanted.quotes]
    gone = [e for e in event.evidence if e.source in sources or any(quote in plain(e.quote).text for quote in quotes)]
    kept = [evidence for evidence in event.evidence if evidence not in gone]
    if not _halves(tables, placed, wanted.id, kept, gone):
        return
    half = _half(tables, event, gone, kept)
    accounts = _accounts(event, gone, kept)
    title = wanted.title or (accounts[0].title if accounts else _title(gone[0].quote))
    set_by_hand: dict[str, object] = {
        n: getattr(wanted, n) for n in ("date", "type", "status") if n in wanted.model_fields_set
    }
    other = half.model_copy(update={"id": tables.unused("events", title), "title": title} | _without_none(set_by_hand))
    other.given_by = {n: given for n, given in other.given_by.items() if n not in ("title", *set_by_hand)}
    note = placed.decision.note
    tables.put("events", reviewed(_half(tables, event, kept, gone), ["evidence"], note))
    tables.put("events", reviewed(other, ["evidence", "title", *set_by_hand], note))
    tables.new.add(other.id)


def _without_none(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields that may be set: only the date may be none."""
    return {name: value for name, value in fields.items() if value is not None or name == "date"}


def _half(tables: Tables, event: Event, evidence: Sequence[Evidence], other: Sequence[Evidence]) -> Event:
    """An event of one part of its reports: whom they name, what they gave, what they told of its stages."""
    sources = {passage.source for passage in evidence}
    places = {(passage.source, passage.start, passage.end) for passage in evidence}
    given_by = {name: [s for s in given if s in sources] for name, given in event.given_by.items()}
    history = []
    for stage in event.history:
        told = [e for e in stage.evidence if (e.source, e.start, e.end) in places]
        if told:
            history.append(stage.model_copy(update={"evidence": told}))
    half = event.model_copy(
        update={
            "participants": [p for p in event.participants if _named(tables, p.actor, evidence, other)],
            "given_by": {name: given for name, given in given_by.items() if given},
            "history": history if len(history) > 1 else [],
            "reports": [],
            "evidence": list(evidence),
        }
    )
    accounts = _accounts(event, evidence, other)
    return half.model_copy(update=_as_told(event, accounts)) if accounts else half


def _accounts(event: Event, evidence: Sequence[Evidence], other: Sequence[Evidence]) -> list[EventReport]:
    """The accounts behind one part of an event's reports; none unless each of its sources is on that side alone."""
    sources = {passage.source for passage in evidence}
    accounts = [report for report in event.reports if report.source in sources]
    shared = sources & {passage.source for passage in other}
    return accounts if not shared and sources == {report.source for report in accounts} else []


def _as_told(event: Event, accounts: Sequence[EventReport]) -> dict[str, object]:
    """What an event is when only some accounts of it are left."""
    involved = {participant.actor for account in accounts for participant in account.participants}
    statuses = [account.status for account in accounts]
    places = [account.place for account in accounts if account.place]
    return {
        "participants": [participant for participant in event.participants if participant.actor in involved],
        "date": exactest([account.date for account in accounts if account.date]),
        "status": event.status if event.status in statuses else statuses[0],
        "place": event.place if event.place in places else next(iter(places), None),
        "reports": list(accounts) if len({account.source for account in accounts}) > 1 else [],
    }


def _named(tables: Tables, actor: str, evidence: Sequence[Evidence], other: Sequence[Evidence]) -> bool:
    """Whether reports name an actor; one that neither these nor the others name by name belongs to both."""
    known = tables.actors.get(actor)
    if known is None:
        return False
    forms = _Forms([known.name, *known.aliases], [])
    return bool(forms.sides(evidence)) or not forms.sides(other)


def _title(quote: str) -> str:
    """The first words of a quote as a title."""
    line = " ".join(quote.split()).strip("“”\"' ").rstrip(".")
    if len(line) > _TITLE:
        line = line[: _TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return line[:1].upper() + line[1:]


# --- questions


def _split_question(tables: Tables, placed: Placed, wanted: SplitQuestion) -> None:
    found = tables.targets.find(placed, wanted.id)
    if not found:
        return
    question = tables.questions[found]
    sources = set(tables.ids(placed, wanted.sources, "sources"))
    gone = [evidence for evidence in question.evidence if evidence.source in sources]
    kept = [evidence for evidence in question.evidence if evidence.source not in sources]
    if not _halves(tables, placed, wanted.id, kept, gone):
        return
    other = Question(
        id=tables.unused("questions", wanted.text),
        text=wanted.text,
        about=question.about,
        raised=tables.raised(gone),
        evidence=gone,
    )
    rest = question.model_copy(update={"evidence": kept, "raised": tables.raised(kept)})
    tables.put("questions", reviewed(rest, ["evidence"], placed.decision.note))
    tables.put("questions", reviewed(other, ["evidence", "text"], placed.decision.note))
    tables.new.add(other.id)
