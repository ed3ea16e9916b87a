"""Whom and what a verb or noun is said of: its subjects and objects in the parse, and the class each belongs to.

All functions work on one spaCy document; tokens are compared with `==` or by `.i`.
"""

from collections.abc import Iterable, Iterator

from generator.language.frame_files import read_classes
from generator.language.parse import Token
from generator.language.word_forms import key

_DIRECT = frozenset({"dobj", "obj", "nsubjpass", "oprd", "attr"})
_COMPLEMENT = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_HOSTS = frozenset({"dobj", "nsubjpass", "acomp", "prt", "prep", "advmod"})
_SUBJECT = frozenset({"nsubj", "csubj"})
_NOT_FINITE = frozenset({"VB", "VBG", "VBN"})
_PLACE_OR_TIME = frozenset({"in", "at", "by", "with", "during", "after", "before", "since", "until", "near", "amid"})
_PLACE_OR_TIME_PARTICLES = frozenset({"on", "in", "at", "for", "from", "by", "over", "into", "to"})
_ACTORS = ("person", "organisation", "state", "company", "body", "troops", "police", "protester", "worker", "refugee")
_LABELS = {
    "person": {"PERSON", "NORP"},
    "organisation": {"ORG"},
    "state": {"GPE"},
    "company": {"ORG"},
    "territory": {"GPE", "LOC"},
    "agreement": {"LAW"},
    "law": {"LAW"},
}
"""The classes that an entity's label alone proves."""
_NO_ACTOR = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LAW", "WORK_OF_ART", "PRODUCT", "EVENT"}
)


def keys_of(token: Token) -> tuple[str, ...]:
    """The keys under which a token may stand in the knowledge: its lemma's and its own."""
    return (key(token.lemma_), key(token.lower_))


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, participles without an auxiliary ("a bill suspended by ...") included."""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    return verb.dep_ == "conj" and not any(c.dep_ == "aux" for c in verb.children) and is_passive(verb.head)


def verb_objects(verb: Token) -> list[Token]:
    """What the verb acts on: direct objects, passive subjects, the noun of a relative clause or participle."""
    found = [c for c in verb.children if c.dep_ in _DIRECT and not _is_relative(c)]
    if not found:
        found = list(_antecedent_objects(verb))
    if not found and is_passive(verb):
        found = _inherited(verb, frozenset({"nsubjpass", "nsubj"}))
    if not found and not is_passive(verb):
        found = [s for c in verb.children if _is_small_clause(c) for s in c.children if s.dep_ == "nsubj"]
    if not found and not is_passive(verb):
        found = [o for c in verb.conjuncts if c.i > verb.i and c.pos_ == "VERB" for o in c.children if o.dep_ == "dobj"]
    return found


def _is_small_clause(word: Token) -> bool:
    """What is said of the object, parsed as a clause: "ordered the firm *to pay*", "called it *regrettable*"."""
    return word.dep_ == "ccomp" and (is_infinitive(word) or word.pos_ == "ADJ")


def verb_subjects(verb: Token) -> list[Token]:
    """Who acts: subject, agent of a passive, noun of a relative clause or participle, subject of the verb above."""
    if is_passive(verb):
        return [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    found = [c for c in verb.children if c.dep_ in _SUBJECT and not _is_relative(c)]
    if found:
        return found
    if verb.dep_ == "relcl" and any(c.dep_ in _SUBJECT for c in verb.children):
        return [verb.head]
    if verb.dep_ in ("acl", "amod") and verb.tag_ == "VBG":
        return [verb.head]
    return _inherited(verb, frozenset({"nsubj", "nsubjpass"}))


def subject_is_open(verb: Token) -> bool:
    """Whether the verb leaves its subject to the context: "accused of attacking", "please step down"."""
    return not is_passive(verb) and verb.tag_ in _NOT_FINITE and not verb_subjects(verb)


def noun_objects(noun: Token) -> list[Token]:
    """What a noun is of: "closure of the border", "border closure", "the border's closure", "ban on imports"."""
    found = [c for c in noun.children if c.dep_ in ("compound", "poss", "nmod", "amod") and c.pos_ != "VERB"]
    for preposition in noun.children:
        if preposition.dep_ == "prep" and preposition.lower_ not in _PLACE_OR_TIME:
            found += [o for o in preposition.children if o.dep_ in ("pobj", "pcomp")]
    return found


def noun_subjects(noun: Token) -> list[Token]:
    """Who may act in a noun: "the president's arrival", "arrival of the president", "strike by nurses"."""
    found = [c for c in noun.children if c.dep_ in ("poss", "compound", "nmod")]
    for preposition in noun.children:
        if preposition.dep_ in ("prep", "agent") and preposition.lower_ in ("of", "by", "between"):
            found += [o for o in preposition.children if o.dep_ == "pobj"]
    return found


def preposition_objects(word: Token, preposition: str) -> list[Token] | None:
    """Objects of that preposition of the word or of its direct object; None where it has no such preposition."""
    if preposition == "todo":
        infinitives = [c for c in word.children if c.dep_ in _COMPLEMENT and is_infinitive(c)]
        return infinitives or None
    hosts = [word, *(c for c in word.children if c.dep_ in _HOSTS and (c.dep_ != "prep" or c.i == word.i + 1))]
    found = [p for h in hosts for p in h.children if p.dep_ in ("prep", "dative") and key(p.lower_) == preposition]
    found = [p for p in found if not is_of_time(p)]
    if not found:
        return None
    return [o for p in found for o in p.children if o.dep_ in ("pobj", "pcomp")]


def is_infinitive(verb: Token) -> bool:
    """Whether the verb has "to" before it."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def is_of_time(preposition: Token) -> bool:
    """Whether the preposition only says when: "on Monday", "in 2004"."""
    if preposition.lower_ not in _PLACE_OR_TIME_PARTICLES:
        return False
    return any(o.dep_ == "pobj" and o.ent_type_ in ("DATE", "TIME") for o in preposition.children)


def belongs(token: Token, classes: Iterable[str]) -> bool:
    """Whether the token, a conjunct of it or what it measures ("thousands of troops") is of one of the classes."""
    names = tuple(classes)
    return any(_is_of(candidate, name) for candidate in readings(token) for name in names)


def has_lemma(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether the token, a conjunct of it or what it measures is one of the words."""
    return any(k in lemmas for candidate in readings(token) for k in keys_of(candidate))


def readings(token: Token) -> Iterator[Token]:
    """The token, its conjuncts, and of "thousands of troops" the troops too."""
    for candidate in (token, *token.conjuncts):
        yield candidate
        if any(k in read_classes()["measure"] for k in keys_of(candidate)):
            for preposition in candidate.children:
                if preposition.lower_ == "of":
                    yield from (o for o in preposition.children if o.dep_ == "pobj")


def _is_of(token: Token, name: str) -> bool:
    if name == "anything":
        return True
    if name == "thing":
        return not _is_actor(token)
    if name == "actor":
        return _is_actor(token)
    if token.ent_type_ in _LABELS.get(name, ()) and token.pos_ != "NOUN":
        return True
    if name == "person" and (token.lower_ in read_classes()["pronoun"] or _has_title(token)):
        return True
    return _is_listed(token, name)


def _is_listed(token: Token, name: str) -> bool:
    members = read_classes()[name]
    for word in keys_of(token):
        for entry in members.get(word, ()):
            if len(entry.words) == 1:
                return True
            before = {k for c in token.children if c.i < token.i for k in keys_of(c)}
            if set(entry.words[:-1]) <= before:
                return True
    return False


def _is_actor(token: Token) -> bool:
    if any(_is_of(token, name) for name in _ACTORS):
        return True
    return token.pos_ == "PROPN" and token.ent_type_ not in _NO_ACTOR


def _has_title(token: Token) -> bool:
    """ "President Orlo": a proper name with a person's role before it."""
    return token.pos_ == "PROPN" and any(c.dep_ == "compound" and _is_listed(c, "person") for c in token.children)


def _is_relative(token: Token) -> bool:
    return token.tag_ in ("WDT", "WP") and token.head.dep_ == "relcl"


def _antecedent_objects(verb: Token) -> Iterator[Token]:
    """The noun that a relative clause, participle or infinitive is said of, where it is what is acted on."""
    if verb.dep_ == "relcl":
        has_subject = any(c.dep_ in ("nsubj", "csubj") and not _is_relative(c) for c in verb.children)
        if has_subject or is_passive(verb):
            yield verb.head
        return
    is_misread_verb = verb.dep_ in ("compound", "amod", "nmod") and verb.tag_ in ("VBZ", "VBP", "VBD")
    is_attribute = verb.dep_ in ("acl", "amod") and (verb.tag_ == "VBN" or is_infinitive(verb))
    if is_misread_verb or is_attribute:
        yield verb.head


def _inherited(verb: Token, relations: frozenset[str]) -> list[Token]:
    """The subject of the verb above, where this one is joined to it or its complement ("is expected to be signed")."""
    current = verb
    while current.dep_ in ("conj", "xcomp", "advcl") and current.head.pos_ in ("VERB", "AUX"):
        current = current.head
        found = [c for c in current.children if c.dep_ in relations and not _is_relative(c)]
        if found:
            return found
        if current.dep_ == "relcl":
            return [current.head]
        if current.dep_ == "acl":
            return [current.head]
    return []
