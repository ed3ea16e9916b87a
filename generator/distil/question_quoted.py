"""What somebody quoted only opines: a condition set, a belief, a prophecy, a matter to heed.

It leaves nothing open that anybody would follow up, unlike a deed announced or asked for.
"""

from generator.distil.question_ground import Opening, Raised, has_child, is_negated
from generator.distil.question_knowledge import knowledge
from generator.distil.question_parts import dates_in
from generator.language.arguments import is_passive
from generator.language.document import Document
from generator.language.parse import Token

_FIRST_PERSON = ("i", "we", "us", "me")
_ADVICE = ("should", "must")
_CONDITIONS = ("if", "unless", "provided")
_DEPENDENT = ("advcl", "acl", "relcl", "pcomp")


class Quoted:
    """Tells which questions of one document are raised by mere opinion in direct speech."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def is_opinion(self, raised: Raised) -> bool:
        """Whether a question is raised in a quotation, by words that only say what the speaker thinks."""
        if not self._document.in_speech(raised.opener):
            return False
        if raised.opening == Opening.CHANCE:
            return _is_condition(raised.content)
        if raised.opening == Opening.CLAIM:
            return _is_believed(raised) or _is_told_of_they(raised)
        if raised.opening == Opening.PLAN:
            return self._is_foretold(raised)
        return raised.opening == Opening.DEMAND and (_is_heeded(raised) or _is_recalled(raised))

    def _is_foretold(self, raised: Raised) -> bool:
        """ "They will be missed", "the rule will be a burden", "we will not be beaten", "they would pay": foretold of
        what nobody has decided."""
        verb = raised.content
        if raised.opener != verb:
            return False
        if dates_in(self._document, verb):
            return False
        if has_child(verb, ("aux",), ("would", "'d", "’d")):
            return True
        described = verb.lemma_ == "be" and any(c.dep_ in ("attr", "acomp") for c in verb.children)
        return described or is_negated(verb) or verb.lemma_.lower() in knowledge()["foretold_verbs"]


def _is_heeded(raised: Raised) -> bool:
    """ "The ordeal should be highlighted", "needs to be remembered": speaking or thinking is all that is to be done."""
    verb = raised.content
    needed = raised.opener.lemma_.lower() in ("need", "have") and raised.opener != verb
    advised = needed or has_child(verb, ("aux",), _ADVICE)
    return advised and is_passive(verb) and verb.lemma_.lower() in knowledge()["heeding_verbs"]


def _is_condition(verb: Token) -> bool:
    """ "If they attack, we will resist": only a case is thought of."""
    return verb.dep_ == "advcl" and has_child(verb, ("mark",), _CONDITIONS)


def _is_believed(raised: Raised) -> bool:
    """ "We believe that she is right", "people who argue that": who is quoted has a belief, or tells of others'."""
    verb = raised.opener
    believing = verb.lemma_.lower() in knowledge()["claim_verbs"]
    return believing and verb != raised.content and any(c.dep_ == "nsubj" for c in verb.children)


def _is_told_of_they(raised: Raised) -> bool:
    """ "They would load the goods in their cars": what somebody used to do."""
    verb = raised.content
    return has_child(verb, ("aux",), ("would",)) and any(c.dep_ == "nsubj" and c.tag_ == "PRP" for c in verb.children)


def _is_recalled(raised: Raised) -> bool:
    """ "I have ordered the army to", "they asked us to", "when we invite her to": a demand that is only told of."""
    verb = raised.opener
    if verb == raised.content:
        return False
    if verb.dep_ in _DEPENDENT:
        return True
    past = verb.tag_ == "VBD" or has_child(verb, ("aux",), ("have", "has", "had", "'ve", "’ve"))
    near = [c for v in (verb, raised.content) for c in v.children if c.dep_ in ("nsubj", "dobj", "dative")]
    return past and any(c.lower_ in _FIRST_PERSON for c in near)
