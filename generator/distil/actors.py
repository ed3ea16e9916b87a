"""The actors of one article: who of those mentioned is worth an entry, with aliases, roles and evidence."""

from generator.distil.candidates import Report
from generator.distil.evidence import sentence_span
from generator.identifiers import slug, unused
from generator.language.attribution import SpeechAct
from generator.language.description_words import knowledge
from generator.language.document import Document, Entity, Mention
from generator.language.name_forms import fold
from generator.model import Actor, Evidence, Kind, Role


def choose_actors(document: Document, reports: list[Report], acts: list[SpeechAct]) -> dict[int, str]:
    """Local ids of the entities that are actors: named ones, and groups and bodies that do, suffer or say something."""
    speaking = {s for a in acts for s in a.speakers}
    acting = {e for r in reports for e, role in r.participants if role == "agent"} | speaking
    affected = {e for r in reports for e, _ in r.participants}
    employers = {r.of for e in document.entities for r in e.roles if r.of is not None}
    ids: dict[int, str] = {}
    for index, entity in enumerate(document.entities):
        named_for_a_role = index in employers and (entity.part or entity.kind == Kind.ORGANISATION) and (entity.known or entity.sure or " " in entity.name)
        if named_for_a_role or _is_actor(document, entity, index in acting, index in affected, index in speaking):
            ids[index] = unused(slug(entity.name), set(ids.values()))
    return ids


def _is_actor(document: Document, entity: Entity, acting: bool, affected: bool, speaking: bool) -> bool:
    """Named persons, bodies and states always; what has no name of its own where it does something, or is described
    closely."""
    if entity.kind is None or not entity.mentions:
        return False
    forms = {m.form for m in entity.mentions}
    if entity.part:
        return acting
    if entity.kind == Kind.GROUP:
        if not entity.known and not speaking and _is_bystander(document, entity):
            return False
        return acting or (affected and " " in entity.name and not entity.known)
    if forms <= {"group", "pronoun", "description"} and not entity.known:
        return affected or acting
    if forms <= {"capital"}:
        return acting and not all(_locative(document, m) for m in entity.mentions)
    if not (entity.known or entity.sure or entity.roles or acting) and all(_listed_with_places(document, m) for m in entity.mentions):
        return False
    if entity.kind == Kind.PERSON and any(m.form == "name" and m.end > m.start + 1 for m in entity.mentions):
        return True
    if not (entity.known or entity.sure or entity.roles):
        return (acting or (entity.kind == Kind.PERSON and affected)) and any(
            _in_actor_position(document, m) for m in entity.mentions
        )
    return True


def _is_bystander(document: Document, entity: Entity) -> bool:
    """Whether a group is of a sort that is everywhere, and no name tells which it is ("people", "countries")."""
    heads = {document.doc[m.head].lemma_.lower() for m in entity.mentions if m.form == "group"}
    if heads & set(knowledge()["never_actors"]):
        return True
    named = any(
        t.ent_type_ in ("GPE", "NORP", "ORG")
        for m in entity.mentions
        if m.form == "group"
        for t in document.doc[m.start : m.head]
    )
    return not named and bool(heads & set(knowledge()["bystanders"]))


def _listed_with_places(document: Document, mention: Mention) -> bool:
    """Whether a name is one of a list of places ("Norburg, Ostheim and Tin Hau")."""
    others = [t for t in document.doc[mention.head].conjuncts if document.mention_at(t) is not mention]
    places = [t for t in others if t.ent_type_ in ("GPE", "LOC", "FAC") and ((m := document.mention_at(t)) is None or document.entities[m.entities[0]].kind is None)]
    return 2 * len(places) >= max(len(others), 1)


def _in_actor_position(document: Document, mention: Mention) -> bool:
    """Whether a name stands where somebody who acts does: subject, possessor, "by X", or described by an apposition."""
    head = document.doc[mention.head]
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass", "poss", "appos", "dative"):
        return True
    return (head.dep_ == "pobj" and head.head.lower_ in ("by", "with", "between", "against", "from")) or any(
        c.dep_ == "appos" for c in head.children
    )


def _locative(document: Document, mention: Mention) -> bool:
    """Whether a capital is only the place of something: behind "in", "at", "near" or a comma."""
    head = document.doc[mention.head]
    return head.dep_ in ("pobj", "appos", "npadvmod", "compound") and (
        head.head.lower_ in ("in", "at", "near", "outside", "to", "from", "around") or head.dep_ != "pobj"
    )


def build_actors(document: Document, ids: dict[int, str]) -> list[Actor]:
    """The actors with one piece of evidence for each sentence that names them."""
    actors = []
    for index, identifier in ids.items():
        entity = document.entities[index]
        name = _display(entity)
        actors.append(
            Actor(
                id=identifier,
                name=name,
                kind=entity.kind or Kind.GROUP,
                aliases=sorted({a for a in entity.aliases if fold(a) != fold(name) and a[:1].isalpha()}),
                roles=_roles(document, entity, ids),
                evidence=_evidence(document, entity),
            )
        )
    return actors


def _display(entity: Entity) -> str:
    """A group's name opens with a capital like any other."""
    return entity.name.replace("\n", " ")


def _roles(document: Document, entity: Entity, ids: dict[int, str]) -> list[Role]:
    roles: dict[tuple[str, str | None], list[Evidence]] = {}
    for role in entity.roles:
        owner = ids.get(role.of) if role.of is not None else None
        token = document.doc[role.start]
        roles.setdefault((role.title, owner), []).append(document.evidence(*sentence_span(document, token)))
    return [Role(title=title, of=owner, evidence=evidence) for (title, owner), evidence in roles.items()]


def _evidence(document: Document, entity: Entity) -> list[Evidence]:
    """Sentences that name the actor; those with only a pronoun where there is no other."""
    named = [m for m in entity.mentions if m.form != "pronoun"] or entity.mentions
    found: dict[int, Evidence] = {}
    for mention in sorted(named, key=lambda m: m.start):
        token = document.doc[mention.head]
        evidence = document.evidence(*sentence_span(document, token))
        found.setdefault(evidence.start, evidence)
    return list(found.values())
