"""Whether one word's happening has the time of another's, by how their clauses hang together."""

from generator.distil.date_owners import knowledge
from generator.distil.tenses import in_one_tense, is_past
from generator.language.arguments import is_passive
from generator.language.attribution import knowledge as speech
from generator.language.factuality import knowledge as factuality_words
from generator.language.parse import Token
from generator.model import Status

_SHARED = {"xcomp", "conj", "dobj", "pobj", "nsubj", "nsubjpass", "advcl", "pcomp", "prep", "attr", "acl", "compound"}
"""Relations by which a word can have the time of the one above it."""
_SUBJECTS = ("nsubj", "nsubjpass")


def has_when(clause: Token) -> bool:
    """Whether a clause is led by "when"."""
    return any(c.lower_ == "when" for c in clause.children if c.dep_ in ("advmod", "mark"))


def tells_what_was_before(verb: Token) -> bool:
    """Whether words in front of a clause say that it tells of an earlier time ("Prior to the ruling, it was banned"),
    or the clause it goes on with does ("Norland had refused him, and he fled")."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    if first != verb and any(c.lower_ == "had" for c in first.children if c.dep_ == "aux"):
        return True
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    before = (c for c in verb.children if subject is not None and c.i < subject.i)
    return any(c.lower_ in knowledge()["earlier_times"] and c.dep_ in ("prep", "advmod", "pcomp") for c in before)


def shares(current: Token, head: Token, speech_act: bool) -> bool:
    """Whether what a word tells happens when what its governor tells does."""
    relation, lemma = current.dep_, head.lemma_.lower()
    if relation not in _SHARED or (relation == "nsubj" and head.pos_ in ("NOUN", "PROPN")):
        return False
    if relation in ("xcomp", "dobj") and head.pos_ == "VERB" and lemma in speech()["reporting"] and not speech_act:
        done = relation == "dobj" or current.tag_ == "VBG"  # "announced the withdrawal", "announced withdrawing"
        return done and lemma in knowledge()["performing_verbs"]
    if is_ground(current, head) or _is_larger(current):
        return False
    if relation == "advcl":
        return current.tag_ == "VBG" and not any(c.dep_ == "mark" for c in current.children)
    if relation == "acl" and current.tag_ == "VBN" and current.lemma_.lower() not in knowledge()["making_verbs"]:
        return False  # "the bodies of those killed in the attack arrived on Monday"
    if relation == "prep":
        return current.lower_ in knowledge()["simultaneous_prepositions"]
    if relation == "conj" and current.lemma_ == "have" and current.tag_ == "VBD" and is_passive(head):
        return False  # "was introduced in March, and had the support of ..."
    return relation != "conj" or current.pos_ != "VERB" or head.pos_ != "VERB" or in_one_tense(current, head)


def _is_larger(noun: Token) -> bool:
    """Whether a noun names what another happening is only a part of: "was held as part of an inquiry"."""
    part = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and part.lemma_ == "part" and part.head.lower_ == "as"


def is_ground(current: Token, head: Token) -> bool:
    """Whether a word tells what somebody is charged with or punished for: it happened before."""
    accusing = knowledge()["accusing_verbs"]
    if current.dep_ == "xcomp":
        return head.lemma_.lower() in accusing
    if current.dep_ == "pcomp":
        return head.lower_ in knowledge()["grounds"] and head.head.lemma_.lower() in accusing
    return current.dep_ == "prep" and current.lower_ in knowledge()["grounds"] and head.lemma_.lower() in accusing


def is_origin(verb: Token) -> bool:
    """Whether a main clause tells how something came into being, by its passive or by who did it once: "the award was
    founded by Anna Berg to ...", "Anna Berg was born in Arlen"."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in knowledge()["origins"] and is_passive(verb)


def is_news(token: Token, status: Status) -> bool:
    """Whether a word of the headline tells the news, and not what was there before it."""
    if token.dep_ in ("amod", "acl", "relcl") or status == Status.ONGOING:
        return False
    beside = (*knowledge()["simultaneous_prepositions"], "after")
    return token.pos_ != "NOUN" or token.dep_ != "pobj" or token.head.lower_ in beside


def is_said(word: Token, main: Token) -> bool:
    """Whether a date's word stands in what somebody says, or is itself a verb of saying beside the main clause."""
    said = (a for a in [word, *word.ancestors] if a.dep_ == "ccomp")
    if any(a.head.lemma_.lower() in speech()["reporting"] for a in said):
        return True
    says = word.lemma_.lower() in speech()["reporting"] and any(c.dep_ == "nsubj" for c in word.children)
    return says and word != main


def came_later(verb: Token) -> bool:
    """Whether a verb says that it tells of a later time than the one before it: "arrested in 2020 and later freed"."""
    return any(c.lower_ in knowledge()["later_words"] for c in verb.children if c.dep_ == "advmod")


def is_of_now(participle: Token) -> bool:
    """Whether a participle goes with a main clause in the present."""
    root = participle.sent.root
    tags = {root.tag_, *(c.tag_ for c in root.children if c.dep_ in ("aux", "auxpass"))}
    return root != participle and bool(tags & {"VBZ", "VBP"}) and not any(is_past(a) for a in participle.ancestors)


def ends_the_time_of(word: Token, main: Token) -> bool:
    """Whether a date's word stands in a clause that says until when the main clause held: "Until leaving last week"."""
    between = [a for a in [word, *word.ancestors] if main in a.ancestors]
    leads = [t for a in between for t in (a, *a.children) if t.dep_ in ("prep", "mark")]
    return any(t.lower_ in ("until", "till", "before") for t in leads)


def has_mark(clause: Token, conjunction: str) -> bool:
    """Whether a clause is led by a conjunction."""
    return any(c.dep_ == "mark" and c.lower_ == conjunction for c in clause.children)


def plans(verb: Token) -> bool:
    """Whether a verb tells of a plan: what it governs comes later."""
    return verb.lemma_.lower() in factuality_words()["verbs"]["planned"]


def lasts(noun: Token) -> bool:
    """Whether a noun names what was there before: "the ongoing outbreak", "the war"."""
    ongoing = factuality_words()["adjectives"]["ongoing"]
    return noun.pos_ == "NOUN" and (
        noun.lemma_.lower() in factuality_words()["lasting_nouns"]
        or any(c.dep_ == "amod" and c.lower_ in ongoing for c in noun.children)
    )
