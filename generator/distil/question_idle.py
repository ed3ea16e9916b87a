"""What has the words of an open question and asks nothing: vows, courtesies, what could be heard, what is for all."""

from generator.distil.question_ground import SUBJECTS, Opening, Raised, has_child
from generator.distil.question_knowledge import documents, knowledge
from generator.language.arguments import is_passive, subject_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Kind

_BESIDE = (Opening.PLAN, Opening.EFFORT, Opening.DEMAND)
"""What a relative clause or a clause of time only tells beside the matter."""
_SPEAKING = ("i", "we")
_RELATIVES = ("who", "which", "that")


class Idle:
    """Tells which questions of one document ask nothing that anybody would follow up."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def is_idle(self, raised: Raised) -> bool:
        """Whether the words that raise a question leave nothing open."""
        return (
            self._is_vow(raised)
            or _is_ability(raised)
            or self._is_beside(raised)
            or _is_for_everybody(raised)
            or self._is_asked_by_a_thing(raised)
            or _is_courtesy(raised)
            or _is_untold(raised)
        )

    def _is_vow(self, raised: Raised) -> bool:
        """ "We will fight until we die", "I will accept the result": somebody says what she feels or stands for."""
        verb = raised.content
        subjects = subject_of(verb)
        if not subjects or any(s.lower_ not in _SPEAKING for s in subjects):
            return False
        spoken = self._document.in_speech(verb)
        complete = any(c.dep_ in ("attr", "acomp") for c in verb.children)
        feels = verb.lemma_.lower() in knowledge()["vowing_verbs"] or (verb.lemma_ == "be" and not complete)
        return spoken and (feels or has_child(verb, ("mark",), ("until", "till")))

    def _is_beside(self, raised: Raised) -> bool:
        """ "The people who try to change it", "on the day when a meeting will be held"."""
        opener = raised.opener
        if raised.opening not in _BESIDE:
            return False
        if opener.dep_ == "advcl" and opener == raised.content:
            return has_child(opener, ("advmod", "mark"), knowledge()["time_words"])
        if opener.dep_ != "relcl" or raised.opening == Opening.PLAN:
            return False
        return any(c.dep_ in SUBJECTS and c.lower_ in _RELATIVES for c in opener.children) and (
            self._document.actor_at(opener.head) is None or opener.head.tag_ == "NNS"
        )

    def _is_asked_by_a_thing(self, raised: Raised) -> bool:
        """ "The rules demand a vote", "the programme encourages schools to": nobody is asked, now and here."""
        verb = raised.opener
        if raised.opening != Opening.DEMAND or is_passive(verb):
            return False
        if verb == raised.content:  # "the law states an airline must help"
            verb = verb.head if verb.dep_ == "ccomp" else verb
        elif self._is_put_to_somebody(raised):
            return False
        subjects = [s for s in subject_of(verb) if s.pos_ in ("NOUN", "PROPN")]
        things = knowledge()["provisions"] - documents()
        return any(s.lemma_.lower() in things for s in subjects)

    def _is_put_to_somebody(self, raised: Raised) -> bool:
        """Whether an actor is named who is to act: "the law requires Norland to pay"."""
        asked = [
            c
            for v in (raised.opener, raised.content)
            for c in v.children
            if c.dep_ in ("dobj", "nsubj") and c.i > raised.opener.i
        ]
        named = [m for c in asked if (m := self._document.actor_at(c)) is not None]
        return any(self._document.entities[m.entities[0]].kind not in (None, Kind.GROUP) for m in named)


def _is_ability(raised: Raised) -> bool:
    """ "Shots could be heard": what could be, was."""
    verb = raised.content
    return raised.opener.lower_ == "could" and verb.lemma_.lower() in knowledge()["perceiving_verbs"]


def _is_for_everybody(raised: Raised) -> bool:
    """ "All tradition should be abolished", "nobody's rights should be at risk", "an airline must help": it is held to
    be right for all there are."""
    verb = raised.content
    if raised.opening not in (Opening.DEMAND, Opening.LAWFULNESS, Opening.PROPOSAL):
        return False
    subjects = subject_of(verb)
    generic = knowledge()["generic_words"]
    for subject in subjects:
        before = [t for t in subject.subtree if t.i <= subject.i]
        if any(t.lower_ in generic for t in before) or (
            raised.opener == verb and not is_passive(verb) and has_child(subject, ("det",), ("a", "an"))
        ):
            return True
    return False


def _is_courtesy(raised: Raised) -> bool:
    """ "Called for remembrance of the dead", "urged people to pray": nothing that could fail to come."""
    content: Token = raised.content
    words = knowledge()["courtesies"]
    return raised.opening == Opening.DEMAND and content.lemma_.lower() in words


def _is_untold(raised: Raised) -> bool:
    """ "Are the claims true?": of claims that the question does not tell."""
    words = raised.text.rstrip("?").split()
    bare = len(words) == 4 and words[0] in ("Are", "Is") and words[1] == "the" and words[3] in ("true", "correct")
    return bare and words[2].removesuffix("s") in knowledge()["allegation"]
