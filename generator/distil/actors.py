"""The actors of one article: who of those mentioned is worth an entry, with aliases, roles and evidence."""

from dataclasses import dataclass

from generator.distil.candidates import Report
from generator.distil.evidence import sentence_span
from generator.identifiers import slug, unused
from generator.knowledge_files import knowledge_file
from generator.language.attribution import SpeechAct
from generator.language.description_words import knowledge
from generator.language.document import Document, Entity, Mention
from generator.language.name_forms import fold
from generator.language.name_words import name_words
from generator.language.national_teams import NATIONAL_TEAM
from generator.language.parse import Token
from generator.model import Actor, Evidence, Kind, Role

_PLACE_LABELS = ("GPE", "LOC", "FAC")
_AT = ("in", "at", "near", "outside", "inside", "from", "around", "into")
"""Prepositions before the place of something."""
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj")
_NAME_LABELS = ("GPE", "NORP", "ORG")
_OFTEN = 3
"""Mentions. A group that only suffers and that no words tell apart is told of so often before it counts as an actor."""


@dataclass(frozen=True)
class _Part:
    """What an entity does in an article: acts or speaks, speaks, is acted upon, is whose office somebody holds."""

    acts: bool
    speaks: bool
    suffers: bool
    employs: bool


def choose_actors(document: Document, reports: list[Report], acts: list[SpeechAct]) -> dict[int, str]:
    """Local ids of the entities that are actors: named ones, and groups and bodies that do, suffer or say something."""
    speaking = {s for a in acts for s in a.speakers}
    acting = {e for r in reports for e, role in r.participants if role == "agent"} | speaking
    affected = {e for r in reports for e, _ in r.participants}
    employers = {r.of for e in document.entities for r in e.roles if r.of is not None}
    ids: dict[int, str] = {}
    for index, entity in enumerate(document.entities):
        part = _Part(index in acting, index in speaking, index in affected, index in employers)
        if entity.kind is not None and entity.mentions and _is_actor(document, entity, part):
            ids[index] = unused(slug(entity.name), set(ids.values()))
    return ids


def _is_actor(document: Document, entity: Entity, part: _Part) -> bool:
    """Whether an entity is worth an entry: one with a name mostly is, one without where it does something."""
    certain = entity.known or entity.sure
    if entity.kind == Kind.STATE and not part.acts and _only_of_origin(document, entity):
        return False
    if entity.part:
        done_to = part.suffers and any(_is_done_to(document, m) for m in entity.mentions)
        return done_to or part.acts or part.employs or any(_does_something(document, m) for m in entity.mentions)
    if part.employs and entity.kind == Kind.ORGANISATION and (certain or " " in entity.name):
        return True
    if not part.acts and (_is_premises(document, entity) or _only_narrows(document, entity)):
        return False
    if entity.kind == Kind.GROUP:
        return _is_acting_group(document, entity, part)
    forms = {m.form for m in entity.mentions}
    if forms <= {"group", "pronoun", "description"} and not entity.known:
        return part.suffers or part.acts or _serves_a_state(document, entity)
    if forms <= {"capital"}:
        return part.acts and not all(_locative(document, m) for m in entity.mentions)
    return certain or bool(entity.roles) or _is_named_actor(document, entity, part)


def _is_acting_group(document: Document, entity: Entity, part: _Part) -> bool:
    told_of = sum(m.form == "group" for m in entity.mentions)
    if _serves_a_state(document, entity):
        return True
    if not entity.known and not part.speaks and _is_bystander(document, entity):
        recurs = (part.acts or part.suffers) and told_of > 1 and _is_of_some_sort(document, entity)
        return recurs or (part.acts and _has_complement(document, entity))
    named = [m for m in entity.mentions if m.form in ("name", "demonym")]
    if entity.known and part.suffers and any(document.doc[m.head].dep_ in _ARGUMENTS for m in named):
        return True
    told_apart = any(" " in m.text for m in entity.mentions) or _has_complement(document, entity)
    if entity.known:
        return part.acts
    suffers = part.suffers and (told_apart or told_of >= _OFTEN)
    return part.acts or suffers or any(_does_a_deed(document, m) for m in entity.mentions)


def _is_named_actor(document: Document, entity: Entity, part: _Part) -> bool:
    """Whether a name that only the model takes for an actor's is one: by its length, or by what it does."""
    if not part.acts and all(_listed_with_places(document, m) for m in entity.mentions):
        return False
    person = entity.kind == Kind.PERSON
    if not part.acts and all(_is_place_of_something(document.doc[m.head]) for m in entity.mentions):
        return False
    if person and any(m.form == "name" and m.end > m.start + 1 for m in entity.mentions):
        telling = part.suffers or part.acts or entity.feminine is not None
        return telling or any(_in_actor_position(document, m) for m in entity.mentions)
    if not person and any(_listed_with_bodies(document, m) for m in entity.mentions):
        return True
    takes_part = part.acts or (person and part.suffers)
    return takes_part and any(_in_actor_position(document, m) for m in entity.mentions)


def _only_of_origin(document: Document, entity: Entity) -> bool:
    """Whether a state is only told as where people, companies or things of culture are from."""
    return all(_tells_origin(document, m) for m in entity.mentions)


def _tells_origin(document: Document, mention: Mention) -> bool:
    """Whether an adjective narrows a noun for what is no part of the state: "Norland-based", "Norlandish cuisine"."""
    adjective = document.doc[mention.head]
    behind = document.doc[mention.end : mention.end + 2]
    if len(behind) == 2 and behind[0].text in "-–" and behind[1].lower_ in name_words("origins_behind"):
        return True
    if mention.form != "adjective":
        return False
    while adjective.dep_ == "conj":
        adjective = adjective.head
    noun = adjective.head
    if noun.lemma_.lower() in name_words("of_origin") or _is_edition(document, noun):
        return True
    person = document.mention_at(noun)
    return person is not None and person.form == "group" and noun.lemma_.lower() in knowledge()["anybody"]


def _is_edition(document: Document, noun: Token) -> bool:
    """Whether a noun is a medium's edition for a language or a country: "the Harbour Voice's Norlandish service"."""
    if noun.lemma_.lower() not in knowledge()["editions"]:
        return False
    whose = (document.mention_at(c) for c in noun.children if c.dep_ in ("poss", "compound", "nmod"))
    return any(m is not None and document.entities[m.entities[0]].kind == Kind.ORGANISATION for m in whose)


def _is_bystander(document: Document, entity: Entity) -> bool:
    """Whether a group is of a sort that is everywhere, and no name tells which it is ("people", "countries")."""
    mentions = [m for m in entity.mentions if m.form == "group"]
    nouns = {document.doc[m.head].lemma_.lower() for m in mentions}
    if nouns & set(knowledge()["never_actors"]):
        return True
    if any(_of_named(document, m) for m in mentions):
        return False  # "members of the Harbour Church"
    before = (t for m in mentions for t in document.doc[m.start : m.head])
    return bool(nouns & set(knowledge()["bystanders"])) and not any(t.ent_type_ in _NAME_LABELS for t in before)


def _serves_a_state(document: Document, entity: Entity) -> bool:
    """Whether a group is people who bear arms or office for a state or a people: "Norlandish soldiers"."""
    return any(m.form == "group" and _is_agents_phrase(document, m) for m in entity.mentions)


def _is_agents_phrase(document: Document, mention: Mention) -> bool:
    head = document.doc[mention.head]
    if head.lemma_.lower() not in knowledge_file("groups")["agents_of_states"] or head.dep_ == "attr":
        return False
    if any(c.lower_ in ("no", "any") for c in head.children):
        return False
    return any(t.ent_type_ in ("GPE", "NORP") for t in document.doc[mention.start : mention.head])


def _is_of_some_sort(document: Document, entity: Entity) -> bool:
    """Whether a bystander's noun tells what sort of people they are ("voters", not "people" or "schools")."""
    nouns = {document.doc[m.head].lemma_.lower() for m in entity.mentions if m.form == "group"}
    return nouns.isdisjoint(knowledge()["anybody"]) and nouns.isdisjoint(knowledge()["never_actors"])


def _does_a_deed(document: Document, mention: Mention) -> bool:
    """Whether an unnamed group is the subject of what was done ("Feminists discussed the bill"), not of what may be."""
    head = document.doc[mention.head]
    verb = head.head
    if mention.form != "group" or head.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.dep_ in ("advcl", "relcl"):
        return False
    told = verb.tag_ == "VBD" or document.block_of(verb).kind == "headline"
    if verb.lemma_ in knowledge()["states_of_being"] or not told:
        return False
    if document.quotation_at(head.idx) is not None or any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children):
        return False
    return any(c.dep_ in ("dobj", "ccomp") for c in verb.children)


def _has_complement(document: Document, entity: Entity) -> bool:
    """Whether words behind the noun tell who the people are that do something: "parents of the victims"."""
    if {document.doc[m.head].lemma_.lower() for m in entity.mentions} & set(knowledge()["never_actors"]):
        return False
    return any(word in knowledge()["complements"] for word in entity.name.split())


def _of_named(document: Document, mention: Mention) -> bool:
    """Whether a group's noun has the name of a body or a state behind its "of"."""
    head = document.doc[mention.head]
    nouns = (n for c in head.rights if c.lower_ == "of" and c.i == head.i + 1 for n in c.children if c.dep_ == "prep")
    named = [document.mention_at(n) for n in nouns if n.dep_ == "pobj"]
    return any(m is not None and m.form in ("name", "acronym") for m in named)


def _listed_with_places(document: Document, mention: Mention) -> bool:
    """Whether a name is one of a list of places ("Norburg, Ostheim and Tin Hau")."""
    places = total = 0
    if _follows_place(document, mention):
        return True
    for token in document.doc[mention.head].conjuncts:
        other = document.mention_at(token)
        if other is mention:
            continue
        total += 1
        no_actor = other is None or document.entities[other.entities[0]].kind is None
        place = token.ent_type_ in _PLACE_LABELS or (token.tag_ == "NN" and token.head.lower_ in _AT)
        places += place and no_actor
    return total > 0 and 2 * places >= total


def _follows_place(document: Document, mention: Mention) -> bool:
    """Whether a name that is no subject goes on a list right behind the name of a place, however it is parsed."""
    doc, i = document.doc, mention.start - 1
    while i > 0 and doc[i].text in (",", "and"):
        i -= 1
    if i <= 0 or i == mention.start - 1 or doc[mention.head].dep_ in ("nsubj", "nsubjpass", "poss", "appos"):
        return False
    other = document.mention_at(i)
    no_actor = other is None or document.entities[other.entities[0]].kind is None
    return no_actor and doc[i].ent_type_ in _PLACE_LABELS


def _listed_with_bodies(document: Document, mention: Mention) -> bool:
    """Whether a name of several words is one of a list of bodies ("the Port Union, North Voice and Free Press")."""
    if mention.form != "name" or mention.end < mention.start + 2:
        return False
    others = [document.mention_at(token) for token in document.doc[mention.head].conjuncts]
    bodies = [m for m in others if m is not None and _is_certain_body(document.entities[m.entities[0]])]
    return len(bodies) > 0 and 2 * len(bodies) >= len(others)


def _is_certain_body(entity: Entity) -> bool:
    return entity.kind == Kind.ORGANISATION and (entity.known or entity.sure)


def _does_something(document: Document, mention: Mention) -> bool:
    """Whether a name is the subject of a verb for something done, not for how it is ("Karsk rejected", "Karsk has")."""
    head = document.doc[mention.head]
    verb = head.head
    if (
        mention.form != "name"
        or head.dep_ != "nsubj"
        or verb.pos_ != "VERB"
        or verb.lemma_ in knowledge()["states_of_being"]
    ):
        return False
    return any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)


def _is_done_to(document: Document, mention: Mention) -> bool:
    """Whether something is done to what a name means, and not just there: "sued the state of Karsk"."""
    head = document.doc[mention.head]
    if mention.form != "name" or head.dep_ not in ("dobj", "nsubjpass", "pobj"):
        return False
    return head.dep_ != "pobj" or (head.head.lower_ == "of" and head.head.head.dep_ in ("dobj", "nsubjpass"))


def _only_narrows(document: Document, entity: Entity) -> bool:
    """Whether a name that no list knows only stands before other nouns ("an Executive Branch official")."""
    if entity.known or entity.roles or entity.kind not in (Kind.ORGANISATION, Kind.PERSON):
        return False
    return all(_narrows_a_thing(document, m) for m in entity.mentions)


def _narrows_a_thing(document: Document, mention: Mention) -> bool:
    """Whether a name stands right before a noun that means no actor."""
    head = document.doc[mention.head]
    noun = head.head
    right_before = head.dep_ in ("compound", "nmod") and mention.end <= noun.i <= mention.end + 2
    return right_before and noun.pos_ in ("NOUN", "PROPN") and document.mention_at(noun) is None


def _is_premises(document: Document, entity: Entity) -> bool:
    """Whether a body is only spoken of as the place of something: "launched from the Danvar Space Centre"."""
    if entity.kind != Kind.ORGANISATION or entity.name.split()[-1].lower() not in name_words("premises"):
        return False
    return all(_is_place_of_something(document.doc[m.head]) for m in entity.mentions)


def _is_place_of_something(head: Token) -> bool:
    """Whether a name stands behind "at" and the like, behind the "from" of a verb ("launched from"), or is entered."""
    if head.dep_ == "dobj" and head.head.lemma_ in (
        "enter",
        "leave",
        "reach",
        "storm",
        "evacuate",
        "surround",
        "occupy",
    ):
        return True
    if head.dep_ != "pobj" or head.head.lower_ not in _AT:
        return False
    return head.head.lower_ != "from" or head.head.head.pos_ == "VERB"


def _in_actor_position(document: Document, mention: Mention) -> bool:
    """Whether a name stands where somebody who acts does: subject, possessor, "by X", or described by an apposition."""
    head = document.doc[mention.head]
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass", "poss", "appos", "dative"):
        return True
    beside = head.dep_ == "pobj" and head.head.lower_ in ("by", "with", "between", "against", "from")
    return beside or any(c.dep_ == "appos" for c in head.children)


def _locative(document: Document, mention: Mention) -> bool:
    """Whether a capital is only the place of something: behind "in", "at", "near" or a comma."""
    head = document.doc[mention.head]
    if head.dep_ == "pobj":
        return head.head.lower_ in ("in", "at", "near", "outside", "to", "from", "around")
    return head.dep_ in ("appos", "npadvmod", "compound")


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
                aliases=_aliases(entity, name),
                roles=_roles(document, entity, ids),
                evidence=_evidence(document, entity),
            )
        )
    return actors


def _display(entity: Entity) -> str:
    """The name of an actor; that of a national team, which goes by its state's name, says that it is one."""
    name = entity.name.replace("\n", " ")
    return f"{name} {NATIONAL_TEAM}" if NATIONAL_TEAM in entity.nouns else name


def _aliases(entity: Entity, name: str) -> list[str]:
    return sorted({a for a in {*entity.aliases, entity.name} if fold(a) != fold(name) and a[:1].isalpha()})


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
