"""The course of a match: what players do with the ball, beside the goals and results that are news; where an article
tells of several matches, their results alone are."""

import re

from generator.knowledge_files import knowledge_file
from generator.language.dependents import keys_of, verb_objects
from generator.language.document import Document
from generator.language.parse import Token

_SIGNS_OF_A_REPORT = 5
_SORTS_OF_SIGNS = 3
"""So many words of play, and so many different ones, make an article the report of a match."""
_SEVERAL = 4
"""Final scores from which on an article tells of several matches."""
SCORE = re.compile(r"(?<![\d-])(\d{1,3})[-–](\d{1,3})(?![\d-])")
"""The score of a match: "3-0"."""


class Play:
    """The play that one document tells."""

    def __init__(self, document: Document) -> None:
        signs = set(knowledge_file("play")["signs"])
        found = [t.lemma_.lower() for t in document.doc if t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() in signs]
        self._is_report = len(found) >= _SIGNS_OF_A_REPORT and len(set(found)) >= _SORTS_OF_SIGNS
        ended = {t.sent.start: t.sent for t in document.doc if t.lemma_.lower() in knowledge_file("play")["endings"]}
        finals = {frozenset(m.groups()) for s in ended.values() for m in SCORE.finditer(s.text)}
        self._tells_several = len(finals) >= _SEVERAL

    def is_act(self, verb: Token) -> bool:
        """Whether a verb tells, in the report of a match, an act of play that decides nothing: "was booked", "won a
        corner", "the ball sped past"."""
        if verb.pos_ != "VERB":
            return self._tells_several and verb.lemma_.lower() in knowledge_file("play")["goals"]
        if self._tells_several and (_is_of(verb, "goal_acts") or _is_on(verb, "goal_acts_on")):
            return True
        return self._is_report and (_is_of(verb, "acts") or _is_on(verb, "acts_on"))


def _is_of(verb: Token, part: str) -> bool:
    return verb.lemma_.lower() in knowledge_file("play")[part]


def _is_on(verb: Token, part: str) -> bool:
    """Whether a verb is done to one of the things with which it tells play."""
    done_to = set(knowledge_file("play")[part].get(verb.lemma_.lower(), ()))
    return bool(done_to) and any(k in done_to for o in verb_objects(verb) for k in keys_of(o))
