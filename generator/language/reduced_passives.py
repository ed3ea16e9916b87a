"""Participles that stand without "was": "the minister, ousted in May", "was arrested and prosecuted". The parser often
takes them for the past tense, by which they would tell the opposite."""

from generator.knowledge_files import knowledge_file
from generator.language.arguments import is_passive
from generator.language.parse import Token

_OBJECTS = frozenset({"dobj", "ccomp", "dative", "attr", "csubj"})
_HAVING = frozenset({"have", "'ve", "has", "'s", "had", "'d", "having"})


def reads_passive(verb: Token) -> bool:
    """Whether the subject of a verb is who it happens to, a participle without "was" included."""
    return is_passive(verb) or is_reduced_passive(verb)


def is_reduced_passive(verb: Token) -> bool:
    """Whether a verb that the parse does not tell as passive is a participle without its "was": who is told to act by
    it is acted on."""
    if verb.tag_ not in ("VBN", "VBD") or is_passive(verb) or _has_object(verb):
        return False
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children) or _shares_auxiliary(verb):
        return False
    if any(c.dep_ == "agent" for c in verb.children) or _has_prefix_apart(verb):
        return True
    if verb.tag_ == "VBN":
        stands_aside = verb.dep_ in ("advcl", "acl") or (verb.dep_ == "conj" and reads_passive(verb.head))
        return stands_aside and verb.lemma_.lower() not in _words("becoming") and not _has_own_subject(verb)
    own_pronoun = any(c.dep_ == "nsubj" and c.pos_ == "PRON" for c in verb.children)
    return verb.lower_.endswith("ed") and needs_object(verb) and not own_pronoun


def needs_object(verb: Token) -> bool:
    """Whether a verb in the active always says to whom or what something is done: "oust", "arrest"."""
    return verb.lemma_.lower() in _words("needing_objects")


def says_stance(verb: Token) -> bool:
    """Whether a participle says on which side its subject is: "rebels opposed to the treaty"."""
    return verb.lemma_.lower() in _words("stances")


def _has_object(verb: Token) -> bool:
    """Whether something is said to be done to: an object, also that of a verb coordinated with this one ("arrested and
    jailed him"), or the noun that a relative clause explains ("the man police arrested")."""
    verbs = [verb, *(c for c in verb.conjuncts if c.i > verb.i and not _has_own_subject(c))]
    if any(c.dep_ in _OBJECTS for v in verbs for c in v.children):
        return True
    return verb.dep_ == "relcl" or any(c.tag_ in ("WDT", "WP") for c in verb.children)


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _shares_auxiliary(verb: Token) -> bool:
    """Whether a verb is coordinated with one in the perfect: "had come and seen"."""
    heads = []
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
        heads.append(verb)
    return any(c.dep_ == "aux" and c.lower_ in _HAVING for v in heads for c in v.children) and not any(
        c.dep_ == "auxpass" for v in heads for c in v.children
    )


def _has_prefix_apart(verb: Token) -> bool:
    """Whether the parser has parted a prefix that has the "was": "was re-elected" as "was re", "-", "elected"."""
    doc = verb.doc
    apart = verb.i > 1 and doc[verb.i - 1].text == "-" and not doc[verb.i - 1].whitespace_
    prefix = doc[verb.i - 2] if apart else verb
    was = any(c.lemma_ == "be" for c in prefix.children if c.dep_ in ("aux", "auxpass")) or prefix.head.lemma_ == "be"
    return apart and verb.tag_ == "VBN" and not prefix.whitespace_ and was


def _words(name: str) -> frozenset[str]:
    content: dict[str, list[str]] = knowledge_file("reduced_passives")
    return frozenset(content[name])
