"""What a plan is said to include: "their priorities included holding a vote, disarming the militia"."""

from generator.language.factuality_words import words
from generator.language.parse import Token

_LISTED = ("xcomp", "dobj", "advcl", "conj", "pcomp")


def is_listed_in_plan(token: Token) -> bool:
    """Whether a gerund, or a noun that is the object of one or of the verb, is what a plan includes: it is still to
    come."""
    listed = token
    if listed.tag_ != "VBG" and listed.dep_ == "dobj" and listed.head.tag_ == "VBG":
        listed = listed.head
    while listed.dep_ == "conj" and listed.head.tag_ == "VBG":
        listed = listed.head
    including = listed.head
    if listed.tag_ != "VBG" and listed.dep_ != "dobj":
        return False
    if listed.dep_ not in _LISTED or including.lemma_ != "include" or including.i > listed.i:
        return False
    subjects = [c for c in including.children if c.dep_ == "nsubj"]
    if any(s.tag_ == "WDT" for s in subjects) or including.dep_ == "acl":
        before = including.doc[including.sent.start : including.i]
        return any(_is_plan(t) for t in before)
    return any(_is_plan(s) for s in subjects)


def _is_plan(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in words("listing_plans")
