"""What the grammar of a clause says of what may come: its purpose and time, whom it is of, what a noun is about."""

from generator.distil.question_ground import SUBJECTS, has_child
from generator.distil.question_knowledge import knowledge
from generator.language.parse import Token


def is_of_such(verb: Token) -> bool:
    """Whether it is held of anything of a sort: "such a state will bring peace"."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    return any(g.lower_ == "such" for s in subjects for g in s.children)


def is_over(striving: Token) -> bool:
    """Whether a participle tells what somebody strove for in the past: "was trying to", "spent hours struggling to"."""
    above = striving.head
    if striving.dep_ == "pcomp":
        return True
    if has_child(striving, ("aux",), ("was", "were", "been")):
        return striving.dep_ != "ccomp"  # "said it was trying to": she still does
    beside = "," in striving.doc.span(above.i, striving.i).text if above.i < striving.i else True
    return striving.dep_ in ("xcomp", "advcl") and above.tag_ == "VBD" and not beside


def is_purpose(verb: Token) -> bool:
    """Whether a clause tells what something is done for: "so (that) they could be near"."""
    return verb.dep_ == "advcl" and any(c.lower_ == "so" and c.i < verb.i for c in verb.children)


def content_behind(noun: Token) -> Token | None:
    """What a noun of chance, claim or feeling is about: a clause or a noun."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBG" and child.lower_ in knowledge()["about_participles"]:
            return None  # "speculation concerning the raid"
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "about", "over", "on", "that"):
            for content in child.children:
                if content.dep_ in ("pcomp", "pobj"):
                    return content
        if (
            child.dep_ in ("acl", "ccomp", "relcl")
            and child.pos_ in ("VERB", "AUX")
            and child.i > noun.i
            and child.tag_ != "VBN"
            and not has_child(child, ("nsubj", "dobj"), ("that", "which", "who"))
        ):
            return child
    return None
