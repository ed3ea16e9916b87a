"""Who did what to whom: one layer of predicates and arguments over the parse, for verbs and for nouns.

Passives, relative clauses, participles, control, light verbs and "with X doing" are resolved here, so that no other
rule walks the tree for a subject of its own.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.coordination import counted, obliques_of, spread
from generator.language.dependents import belongs
from generator.language.parse import Token

_COURSE = {"in", "on", "for", "during", "to", "after", "at", "with"}
DEEPEST = 6
"""Constructions that hand a subject down, one within the other; real sentences have fewer."""
_ACTING = ("person", "troops", "police", "company", "worker")
"""Classes of nouns whose infinitive says what they do."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


@dataclass
class Arguments:
    """The head tokens of a predicate's arguments, coordinations spread out, in order of the text."""

    agents: list[Token] = field(default_factory=list)
    targets: list[Token] = field(default_factory=list)
    obliques: list[tuple[str, Token]] = field(default_factory=list)
    """(preposition, noun): what hangs on the predicate by a preposition."""


@cache
def knowledge() -> dict[str, Any]:
    """Verbs by how they share arguments: object control, light verbs, quantity nouns."""
    content: dict[str, Any] = knowledge_file("arguments")
    return {key: frozenset(value) for key, value in content.items()}


def arguments(token: Token, of_is_agent: bool = True) -> Arguments:
    """The arguments of a verb or of a noun that names a happening. `of_is_agent`: how to read "of X" after a noun."""
    return (
        _of_verb(token)
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB") or _is_predicate(token)
        else _of_noun(token, of_is_agent)
    )


def _of_verb(verb: Token) -> Arguments:
    result = Arguments()
    passive = is_passive(verb)
    subject = subject_of(verb)
    if subject:
        (result.targets if passive else result.agents).extend(subject)
    if any(c.dep_ == "dobj" and c.tag_ in ("WDT", "WP") for c in verb.children) and verb.dep_ == "relcl":
        return Arguments(result.agents, spread(verb.head)[:1])  # "the treaty that Norland signed"
    for child in verb.children:
        if (child.dep_ in ("dobj", "dative", "oprd") and child.pos_ != "ADP") or (
            child.dep_ == "ccomp" and child.pos_ in ("NOUN", "PROPN")
        ):
            result.targets += spread(child)
        elif child.dep_ == "agent":
            result.agents += [t for p in child.children if p.dep_ == "pobj" for t in spread(p)]
        elif child.dep_ in ("prep", "dative") and child.lower_ != "according":
            result.obliques += obliques_of(child)
        elif (
            child.dep_ in ("ccomp", "xcomp")
            and child.i > verb.i
            and child.pos_ == "VERB"
            and verb.lemma_.lower() in knowledge()["object_control"]
        ):
            # "urged Russia to maintain", parsed as a clause with its own subject: who is urged is that subject
            result.targets += [t for s in child.children if s.dep_ in ("nsubj", "nsubjpass") for t in spread(s)]
    if not result.targets:
        for child in verb.children:
            if (
                child.dep_ == "conj"
                and child.pos_ == "VERB"
                and child.i - verb.i <= 4
                and not any(c.dep_ in _SUBJECTS for c in child.children)
            ):
                result.targets += [t for o in child.children if o.dep_ == "dobj" for t in spread(o)]
    if (
        verb.dep_ == "relcl"
        and not passive
        and subject_is_other(verb)
        and not any(c.dep_ == "dobj" or c.tag_ == "WRB" for c in verb.children)
    ):
        # "the treaty that Russia signed": the noun is the object
        result.targets += spread(verb.head)[:1]
    return result


def subject_is_other(verb: Token) -> bool:
    """Whether a relative clause's verb has a subject that is not the relative pronoun."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ not in ("WDT", "WP") for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is who it happens to."""
    if _is_predicate(verb):
        return True
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not any(c.dep_ == "aux" for c in verb.children):
        return True
    if (
        verb.tag_ == "VBN"
        and verb.dep_ == "conj"
        and not any(c.dep_ in ("aux", "nsubj", "dobj") for c in verb.children)
    ):
        return is_passive(verb.head)
    return False


def _is_predicate(verb: Token) -> bool:
    """Whether a participle is parsed as an adjective behind "be": "was re-elected"."""
    return verb.dep_ == "acomp" and verb.head.lemma_ == "be" and verb.lower_.endswith(("ed", "en"))


def subject_of(verb: Token, depth: int = 0) -> list[Token]:
    """The understood subject of a verb, coordination spread: its own, or the one its construction hands down."""
    if depth > DEEPEST:
        return []
    own = _own_subject(verb)
    if own:
        return [*_listed_before(verb, own[0]), *own]
    if absolute := _with_subject(verb):
        return spread(absolute)
    head = verb.head
    if head == verb:
        return []
    if _is_predicate(verb):
        return subject_of(head, depth + 1)
    if verb.dep_ in ("acl", "relcl", "amod") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        infinitive = verb.tag_ == "VB" or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
        can_act = belongs(head, _ACTING)  # "troops to fight", not "a plan to fight"
        return noun_agents(head, depth + 1) if infinitive and not can_act else spread(head)[-1:]
    if verb.dep_ in ("xcomp", "ccomp") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controlled_subject(verb, depth)
    if verb.dep_ in ("conj", "advcl") and head.pos_ in ("VERB", "AUX"):
        return [] if _is_clause_astray(verb) else subject_of(_speaking_head(verb), depth + 1)
    if verb.dep_ in ("pcomp", "pobj"):
        return _subject_behind_preposition(verb, depth)
    return []


def _listed_before(verb: Token, subject: Token) -> list[Token]:
    """Those before the last in "with A, B and C providing help", which the parser parts from the last one."""
    start = subject.left_edge.i
    if verb.tag_ != "VBG" or start - 2 < verb.sent.start or verb.doc[start - 1].lower_ != "and":
        return []
    noun = verb.doc[start - 1].head
    while noun.dep_ == "conj":
        noun = noun.head
    listed = noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.i < start
    return [t for t in spread(noun) if t.i < start] if listed else []


def _is_clause_astray(verb: Token) -> bool:
    """Whether a clause with an object has lost its subject to the parser: "a fever that had, it is said, killed 6"."""
    if verb.dep_ != "advcl" or verb.tag_ != "VBN" or any(c.dep_ in ("aux", "auxpass", "mark") for c in verb.children):
        return False
    return any(c.dep_ == "dobj" for v in (verb, *verb.conjuncts) for c in v.children)


def _speaking_head(verb: Token) -> Token:
    """The verb from which a coordinated one has its subject: "A said the aid was late but denied ..." is A's denial."""
    head = verb.head
    if verb.dep_ != "conj" or head.dep_ != "ccomp" or verb.lemma_.lower() not in knowledge()["told_by_people"]:
        return head
    own = [c for c in head.children if c.dep_ in ("nsubj", "nsubjpass")]
    is_thing = bool(own) and own[0].pos_ == "NOUN" and not own[0].ent_type_ and not belongs(own[0], _ACTING)
    while is_thing and head.dep_ == "ccomp" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    return head


def _own_subject(verb: Token) -> list[Token]:
    """The subjects that hang on the verb itself; a relative pronoun leads to the noun that it stands for."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ != "IN"]
    if len(own) > 1 and own[0].tag_ in ("WDT", "WP"):
        own = own[1:]  # "which A reported left B alone": the pronoun is the subject of what is reported
    relative = bool(own) and own[0].tag_ in ("WDT", "WP") and verb.dep_ in ("relcl", "ccomp")
    if relative and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        first = _antecedent(verb)
        if first != verb.head:
            return spread(first)[-1:]
        while first.dep_ == "conj":
            first = first.head
        together = spread(first)  # "A and B, which are rivals"
        one_each = all(t.tag_ in ("NN", "NNP") for t in together)
        return together if len(together) > 1 and one_each and _is_plural(verb) else spread(verb.head)[-1:]
    return [t for child in own for t in spread(child)]


def _antecedent(verb: Token) -> Token:
    """The noun of which a relative clause tells: of "a treaty with A, which had been signed" not A but the treaty."""
    noun = verb.head
    of_documents = is_passive(verb) and verb.lemma_.lower() in knowledge()["done_to_documents"]
    if of_documents and noun.ent_type_ in ("GPE", "PERSON", "NORP") and noun.dep_ == "pobj":
        governor = noun.head.head
        return governor if governor.pos_ == "NOUN" else noun
    return noun


def _is_plural(verb: Token) -> bool:
    """Whether the form of a verb tells that its subject is more than one: "compete", "have met", "were"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    finite = auxiliaries[0] if auxiliaries else verb
    return finite.tag_ == "VBP" or finite.lower_ == "were"


def _controlled_subject(verb: Token, depth: int) -> list[Token]:
    """The subject of a complement: the governing verb's object where that verb makes others act, else its subject."""
    head = verb.head
    if head.lemma_.lower() in knowledge()["object_control"]:
        objects = [t for c in head.children if c.dep_ in ("dobj", "dative") and c.pos_ != "ADP" for t in spread(c)]
        if objects or is_passive(head):
            return objects or subject_of(head, depth + 1)
        asked = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("on", "to", "upon", "for", "with")]
        if obliques := [t for c in asked for _, t in obliques_of(c)]:
            return obliques
    return subject_of(head, depth + 1) if verb.dep_ == "xcomp" else []


def _subject_behind_preposition(verb: Token, depth: int) -> list[Token]:
    """ "Accused X of aiding", "banned X from flying": the object; "a plan for doing": who has the plan."""
    preposition = verb.head
    governor = preposition.head
    if governor.pos_ in ("VERB", "AUX"):
        objects = [t for c in governor.children if c.dep_ == "dobj" for t in spread(c)]
        helped = preposition.lower_ == "in" and governor.lemma_.lower() in knowledge()["helping"]
        if objects and verb.dep_ == "pcomp" and (helped or preposition.lower_ in ("of", "from", "for", "into")):
            return objects
        return subject_of(governor, depth + 1)
    if verb.dep_ == "pcomp" and governor.pos_ in ("NOUN", "PROPN"):
        return noun_agents(governor, depth + 1)
    return []


def noun_agents(noun: Token, depth: int = 0) -> list[Token]:
    """Who does what a noun names: its possessor, "by X", or the subject of the verb it is the object of."""
    for child in noun.children:
        if child.dep_ == "poss":
            return spread(child)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            return [t for p in child.children if p.dep_ == "pobj" for t in spread(p)]
    head = noun.head
    if noun.dep_ in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
        return subject_of(head, depth + 1)
    if noun.dep_ == "pobj" and head.head.pos_ in ("VERB", "AUX"):
        return subject_of(head.head, depth + 1)
    if noun.dep_ == "pobj" and head.head.pos_ == "NOUN" and depth < 5:
        return noun_agents(head.head, depth + 1)
    return []


def _with_subject(verb: Token) -> Token | None:
    """The subject in "with X doing": the noun between a "with" and a participle that follows it at once."""
    if verb.tag_ not in ("VBG", "VBN") or verb.i < 2:
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "with":
        return None
    i = verb.i - 1
    doc = verb.doc
    while i > verb.sent.start and (doc[i].pos_ in ("PUNCT", "ADV", "AUX") and doc[i].text not in '."'):
        i -= 1
    left = doc[i]
    noun = left
    while noun.head != noun and noun.dep_ != "pobj" and noun.head.i > verb.sent.start:
        noun = noun.head
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "with"
        and noun.i <= i
        and left.pos_ in ("NOUN", "PROPN")
        and noun.head.i < noun.i
    ) and not any(t.pos_ in ("VERB", "AUX") for t in doc[noun.head.i + 1 : i + 1]):
        return noun
    return None


def _of_noun(noun: Token, of_is_agent: bool) -> Arguments:
    result = Arguments()
    of = noun.head
    is_counted = noun.dep_ == "pobj" and of.lower_ == "of" and of.head != noun and counted(of.head) == noun
    for child in [*noun.children, *((c for c in of.head.children if c.dep_ == "poss") if is_counted else ())]:
        if child.dep_ == "poss":
            result.agents += spread(child)
        elif child.dep_ in ("amod", "compound", "nmod"):
            inner = [c for c in child.children if c.dep_ in ("conj", "compound", "amod", "nmod")]
            result.obliques += [("modifier", t) for t in [child, *inner]]
        elif child.dep_ == "prep":
            _addobliques_of(result, child, of_is_agent)
        elif (child.dep_ == "relcl" and is_passive(child)) or (child.dep_ == "acl" and child.tag_ == "VBN"):
            result.agents += [t for c in child.children if c.dep_ == "agent" for _, t in obliques_of(c)]
    _add_carrier(result, noun)
    return result


def _addobliques_of(result: Arguments, preposition: Token, of_is_agent: bool) -> None:
    """What hangs on a noun by a preposition: "of", "by" and "between" tell who acts or is acted on."""
    if preposition.lower_ == "according":
        return
    for word, argument in obliques_of(preposition):
        if word == "of":
            (result.agents if of_is_agent and not result.agents else result.targets).append(argument)
        elif word in ("by", "between", "among"):
            result.agents.append(argument)
        else:
            result.obliques.append((word, argument))


@cache
def _carrying() -> frozenset[str]:
    """The lemmas of the verbs that carry a noun out, with more or less of their own to say."""
    carrying: frozenset[str] = knowledge()["light_verbs"] | knowledge()["carriers"]
    return carrying


def _add_carrier(result: Arguments, noun: Token) -> None:
    """The arguments of the verb that carries a noun out ("X held talks with Y"), or in whose course it happens."""
    head = noun.head
    if noun.dep_ == "dobj" and head.pos_ == "VERB":
        lemma = head.lemma_.lower()
        light = lemma in knowledge()["light_verbs"]
        if lemma in knowledge()["undergoing"]:
            result.targets += subject_of(head)
        elif light or lemma in knowledge()["carriers"]:
            result.agents += [t for t in subject_of(head) if t not in result.agents]
        if light or lemma in knowledge()["carriers"]:
            result.obliques += [pair for c in head.children if c.dep_ in ("prep", "dative") for pair in obliques_of(c)]
    elif noun.dep_ == "nsubjpass" and not result.agents and head.lemma_.lower() in _carrying():
        by = (p for c in head.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj")
        result.agents += [t for p in by for t in spread(p)]  # "the strike was launched by X"
    elif noun.dep_ == "pobj" and not result.agents:
        if head.lower_ == "of" and head.head.pos_ == "NOUN":
            _add_role_in_it(result, head.head)
        new = not any(c.lower_ in ("the", "this", "that") for c in noun.children)
        if new and head.lower_ == "of" and head.head.lower_ in ("part", "course") and head.head.dep_ == "pobj":
            head = head.head.head  # "as part of a rally"
        if head.lower_ in (*_COURSE, "as") and head.head.pos_ in ("VERB", "AUX") and not _is_of_others(head):
            (result.targets if _is_undergone(head) else result.agents).extend(subject_of(head.head))
            if head.lower_ == "in" and not result.targets:  # "beat X in a match"
                result.targets += [t for c in head.head.children if c.dep_ == "dobj" for t in spread(c)]


def _is_of_others(preposition: Token) -> bool:
    """Whether a verb tells what somebody does about a happening, or undergoes in its time, that others make: "cracked
    down on protests", "was appointed during the protests"."""
    verb = preposition.head
    if verb.lemma_.lower() in knowledge()["answering"]:
        return preposition.lower_ != "to"
    return is_passive(verb) and preposition.lower_ in ("during", "after")


def _is_undergone(preposition: Token) -> bool:
    """Whether a happening befalls the subject: "the vote was met with protests", "the guard was hurt in a raid",
    "Norland reacted to the criticism"."""
    verb = preposition.head
    if preposition.lower_ == "to" and verb.lemma_.lower() in knowledge()["answering"]:
        return True
    harms = preposition.lower_ == "in" and verb.lemma_.lower() in knowledge()["harming"]
    return is_passive(verb) and (harms or preposition.lower_ == "with")


def _add_role_in_it(result: Arguments, noun: Token) -> None:
    """Who is told by the part in a happening: "the leader of the attack, X", "a victim of the attack"."""
    lemma = noun.lemma_.lower()
    if lemma in knowledge()["doers_of"]:
        result.agents.append(noun)
    elif lemma in knowledge()["sufferers_of"]:
        result.targets.append(noun)
