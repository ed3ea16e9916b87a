"""The course of a match: what players do with the ball, beside the goals and results that are news."""

from generator.knowledge_files import knowledge_file
from generator.language.dependents import keys_of, verb_objects
from generator.language.document import Document
from generator.language.parse import Token

_SIGNS_OF_A_REPORT = 5
_SORTS_OF_SIGNS = 3
"""So many words of play, and so many different ones, make an article the report of a match."""


class Play:
    """The play that one document tells."""

    def __init__(self, document: Document) -> None:
        signs = set(knowledge_file("play")["signs"])
        found = [t.lemma_.lower() for t in document.doc if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in signs]
        self._is_report = len(found) >= _SIGNS_OF_A_REPORT and len(set(found)) >= _SORTS_OF_SIGNS

    def is_act(self, verb: Token) -> bool:
        """Whether a verb tells, in the report of a match, an act of play that decides nothing: "was booked", "won a
        corner", "the ball sped past"."""
        if not self._is_report or verb.pos_ != "VERB":
            return False
        lemma = verb.lemma_.lower()
        if lemma in knowledge_file("play")["acts"]:
            return True
        done_to = set(knowledge_file("play")["acts_on"].get(lemma, ()))
        return bool(done_to) and any(k in done_to for o in verb_objects(verb) for k in keys_of(o))
