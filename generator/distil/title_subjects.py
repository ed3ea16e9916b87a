"""Of whom a title tells: the subject with the words that say how many are meant and of what the parse took them."""

from collections.abc import Collection
from functools import cache

from generator.knowledge_files import knowledge_file
from generator.language.arguments import knowledge as argument_words
from generator.language.arguments import noun_agents, subject_of
from generator.language.attribution import knowledge as speech
from generator.language.coordination import counted
from generator.language.dependents import belongs
from generator.language.document import Document
from generator.language.parse import Token
from generator.language.reduced_passives import is_reduced_passive, reads_passive
from generator.language.speech_verbs import is_document
from generator.model import Kind

_PERSONS = ("person", "troops", "police", "worker")


@cache
def _words(name: str) -> frozenset[str]:
    content: dict[str, list[str]] = knowledge_file("event_titles")
    return frozenset(content[name])


def told_subject(document: Document, verb: Token) -> list[Token] | None:
    """The subject of a verb where the parse hangs the verb on another word: the noun behind "in the wake of", the
    driver of a car that cannot be arrested. None where a gerund has no subject that is told."""
    if _is_not_done(verb) or _is_how_known(verb):
        return None
    if (other := _kept_from(verb) or _document_before(verb) or _headline_subject(document, verb)) is not None:
        return [other]
    tokens = subject_of(verb)
    clause = verb
    while clause.dep_ == "conj" and clause.head.pos_ == "VERB":
        clause = clause.head
    if _may_be_another(document, verb, clause):
        return None
    if not tokens or tokens[0] != clause.head or clause.dep_ not in ("acl", "relcl"):
        return _person_of(verb, tokens)
    noun = tokens[0]
    if verb.tag_ in ("VB", "VBP") and clause.dep_ == "acl" and not belongs(noun, _PERSONS):
        return noun_agents(noun)  # "the decision not to [send troops]"
    behind = _behind_of(noun, verb)
    if behind is not None and (noun.lemma_.lower() in _words("phrase_nouns") or _acts(document, behind, noun)):
        return [behind]
    if clause.tag_ == "VBG" and clause.dep_ == "acl" and noun.lemma_.lower() in _words("gerund_nouns"):
        return None
    return _person_of(verb, tokens)


def _is_not_done(verb: Token) -> bool:
    """Whether a gerund tells what somebody does not do: "instead of supporting them", "without firing a shot"."""
    preposition = verb.head
    instead = preposition.lower_ == "of" and preposition.head.lower_ == "instead"
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    rather = preposition.lower_ == "than" and before in ("rather", "other")
    return verb.dep_ == "pcomp" and (instead or rather or before == "instead" or preposition.lower_ == "without")


def _is_how_known(verb: Token) -> bool:
    """Whether a participle only says how something became known: "as revealed at the trial, ..."."""
    aside = verb.dep_ == "advcl" and verb.tag_ == "VBN"
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return aside and not own and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.children)


def _kept_from(verb: Token) -> Token | None:
    """Who or what is kept from doing it: "prevent the crisis from spreading"."""
    noun = verb.head.head
    kept = verb.dep_ == "pcomp" and verb.head.lower_ == "from" and noun.dep_ == "dobj"
    return noun if kept and noun.head.lemma_.lower() in _words("keeping_from") else None


def _document_before(verb: Token) -> Token | None:
    """The letter or order whose words a gerund tells, behind whom it goes to: "a letter to Berg asking for help"."""
    receiver = verb.head
    is_clause = verb.dep_ == "acl" and verb.tag_ == "VBG" and receiver.dep_ == "pobj"
    if not is_clause or receiver.head.lower_ not in ("to", "for", "on", "against", "about"):
        return None
    noun = receiver.head.head
    if receiver.head.dep_ == "dative":
        noun = next((c for c in noun.children if c.dep_ == "dobj"), noun)
    speaks = verb.lemma_.lower() in speech()["reporting"] | speech()["position"] | _words("ordering")
    return noun if speaks and is_document(noun) else None


def _headline_subject(document: Document, verb: Token) -> Token | None:
    """The noun right before the last participle of a headline of two parts: "Dozens die in crash, minister fired"."""
    if document.block_of(verb).kind != "headline" or verb.tag_ not in ("VBN", "VBD") or verb.i < 2:
        return None
    before = verb.nbor(-1)
    comma = next((t for t in reversed(list(verb.sent)) if t.text in (",", ";") and t.i < verb.i), None)
    parted = comma is not None and any(t.i < comma.i for t in subject_of(verb))
    return before if parted and before.pos_ in ("NOUN", "PROPN") else None


def is_acted_on(document: Document, verb: Token) -> bool:
    """Whether a participle without "was" tells what is done to its subject: "had his house searched", "girls being
    taken away and beaten", and in a headline "Twelve killed in attack"."""
    if verb.tag_ not in ("VBN", "VBD") or any(c.dep_ in ("dobj", "aux", "auxpass", "ccomp") for c in verb.children):
        return False
    if verb.tag_ == "VBN" and verb.dep_ == "ccomp" and verb.head.lemma_ in ("have", "get", "see"):
        return True
    if verb.lemma_.lower() not in _words("transitive"):
        return False
    if verb.dep_ == "conj" and reads_passive(verb.head):
        return not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    last = next((t for t in reversed(list(verb.sent)) if not t.is_space), verb)
    unended = document.block_of(verb).kind != "prose" or not last.is_punct
    headline = unended and verb.dep_ in ("ROOT", "acl")
    return headline and not any(t.dep_ == "conj" for t in verb.children)


def _person_of(verb: Token, tokens: list[Token]) -> list[Token]:
    """Who is meant where what befalls people alone is told of a thing of theirs: "the driver of the car arrested"."""
    if len(tokens) != 1 or verb.lemma_.lower() not in _words("personal_verbs") or tokens[0].dep_ != "pobj":
        return tokens
    thing, preposition = tokens[0], tokens[0].head
    owner = preposition.head
    is_thing = thing.pos_ == "NOUN" and not thing.ent_type_ and not belongs(thing, _PERSONS)
    return [owner] if is_thing and preposition.lower_ == "of" and belongs(owner, _PERSONS) else tokens


def _may_be_another(document: Document, verb: Token, clause: Token) -> bool:
    """Whether a participle may tell of somebody other than the main clause's subject: of the person named last before
    it ("A lost B's case after being stopped, then detained by police")."""
    if clause.dep_ == "pcomp" and reads_passive(clause) and clause.head.head.pos_ == "VERB":
        start, end = clause.head.head.i + 1, clause.head.i
    elif verb.dep_ == "conj" and is_reduced_passive(verb) and not reads_passive(clause):
        start, end = clause.i + 1, verb.i
    else:
        return False
    subjects = set(document.subjects_of(subject_of(verb)))
    mentions = (m for t in verb.doc[start:end] if (m := document.actor_at(t)) is not None and m.form == "name")
    named = {e for m in mentions for e in m.entities if document.entities[e].kind is Kind.PERSON}
    return bool(named - subjects)


def is_person(noun: Token) -> bool:
    """Whether a noun names people."""
    return belongs(noun, _PERSONS)


def _behind_of(noun: Token, verb: Token) -> Token | None:
    """What a noun is of, where the verb follows it."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i < verb.i:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _acts(document: Document, behind: Token, noun: Token) -> bool:
    """Whether a gerund tells of the actor behind "of" rather than of the noun: "the danger of Norland attacking"."""
    mention = document.actor_at(behind)
    is_name = mention is not None and mention.form in ("name", "acronym")
    return is_name and noun.pos_ == "NOUN" and not belongs(noun, _PERSONS) and document.mention_at(noun) is None


def counting(token: Token) -> Token:
    """The word that counts a subject ("20 of the 25 workers"), or the token itself."""
    while token.dep_ == "pobj" and token.head.lower_ == "of" and counted(token.head.head) == counted(token):
        if token.head.head == token or (token.head.head.lemma_ == "part" and token.head.head.dep_ == "attr"):
            break
        token = token.head.head
    return token


def says_how_many(tokens: list[Token]) -> bool:
    """Whether the words of a subject say how many, or which of a kind, are meant."""
    if counting(tokens[0]) != tokens[0]:
        return True
    return any(
        c.dep_ == "nummod" or (c.dep_ in ("det", "amod", "advmod", "predet") and c.lower_ in _words("quantifiers"))
        for t in tokens
        if t.pos_ != "PRON"
        for c in t.children
    )


def leaves_out(document: Document, tokens: list[Token]) -> bool:
    """Whether only some of those that a subject lists are actors with a name of their own."""
    listed = [t for t in tokens if t == tokens[0] or t.dep_ == "conj"]
    unknown = [t for t in listed if document.mention_at(t) is None]
    told = (t.tag_ == "NNS" or any(c.dep_ == "det" for c in t.children) for t in unknown)
    return len(unknown) < len(listed) and any(told)


def certain_doers(document: Document, noun: Token, agents: Collection[int]) -> list[int]:
    """Those of the actors of a noun's happening of whom its own words say that they do it: "Norland's attack", "an
    attack by Norland", "Norland launched an attack"; not "Norland spoke of the attack"."""
    carried = noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in argument_words()["light_verbs"]
    near = list(noun.subtree)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        near += [
            t for c in noun.head.head.children if c.dep_ == "poss" for t in c.subtree
        ]  # "Norland's spate of tests"
    if carried:
        near += [*subject_of(noun.head), *(t for c in noun.head.children if c.dep_ == "agent" for t in c.subtree)]
    said = {e for t in near if (m := document.mention_at(t)) is not None for e in m.entities}
    if carried:
        said.update(document.subjects_of(subject_of(noun.head)))
    return [a for a in agents if a in said]


def clause_of(noun: Token) -> Token | None:
    """The verb of the clause that a noun is a part of; none where the clause is one of saying or being."""
    current = noun
    while current.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj", "agent") and current.head != current:
        current = current.head
        if current.pos_ == "VERB":
            return current
        if current.pos_ == "AUX":
            return None
    return None
