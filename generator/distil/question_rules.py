"""The rules that read verbs for open questions, in the order in which they are tried."""

from spacy.tokens import Token

from generator.distil.question_assertions import Assertions
from generator.distil.question_ground import Raised
from generator.distil.question_prospects import Prospects
from generator.distil.question_wording import knowledge


class VerbRules(Prospects, Assertions):
    """Questions that a verb raises, or a word that belongs to one."""

    def find(self, token: Token) -> Raised | None:
        """The question that a token raises, if it raises one."""
        if token.lemma_.lower() in knowledge()["question_words"] and (found := self._asked(token)):
            return found
        if token.tag_ == "MD":
            return self._modal(token)
        if token.pos_ not in ("VERB", "AUX"):
            return None
        rules = (
            self._on_condition,
            self._not_yet,
            self._nobody,
            self._undisclosed,
            self._stands,
            self._until,
            self._demanded,
            self._accused,
            self._claimed,
            self._denied,
            self._said_not,
            self._feared,
            self._decided,
            self._announced,
            self._refused,
            self._threatened,
            self._breach,
            self._sued,
            self._watched,
            self._reported,
        )
        return next((found for rule in rules if (found := rule(token)) is not None), None)
