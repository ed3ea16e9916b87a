"""What is told in numbers that nobody is sure of: the dead and hurt of the main happening, estimates, rises."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from generator.distil.question_ground import (
    SUBJECTS,
    Ground,
    Opening,
    Raised,
    Rule,
    Trigger,
    content_of,
    has_child,
    is_infinitive,
    is_negated,
    noun_behind,
)
from generator.distil.question_knowledge import knowledge, persons
from generator.language.arguments import is_passive
from generator.language.parse import Token

_LEAD = 2
"""Paragraphs in which an article tells its main happening."""
_BEHIND = 3
"""Words behind a number that can take its certainty: "107 or more"."""


class Numbers(Ground):
    """Questions of how many and by how much."""

    _is_toll_asked = False

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "verb", words["harming"], self._toll
        yield "verb", words["estimating_verbs"], self._estimated
        yield "verb", words["changing_verbs"], self._by_how_much

    def _toll(self, verb: Token) -> Raised | None:
        """ "At least 30 people were killed", "killing 107 or more": how many were? Asked once, of the lead."""
        if self._is_toll_asked or is_negated(verb) or is_infinitive(verb) or verb.tag_ == "VB":
            return None
        hurt = next((c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")), None)
        if hurt is None and verb.lemma_ in knowledge()["dying_verbs"]:
            hurt = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        sure = verb.dep_ == "ccomp" and verb.head.lemma_.lower() == "confirm"
        if hurt is None or sure or not _is_unsure(hurt) or not self._is_in_lead(verb):
            return None
        self._is_toll_asked = True
        if is_passive(verb):
            return self.made(Opening.PENDING, self.wording.how_many(_counted(hurt), verb), verb, verb)
        done = verb.text
        first, second = _harms(verb)
        if hurt.dep_ == "dobj":
            done = f"were {' and '.join(knowledge()['harming'][v.lemma_.lower()] for v in (first, second) if v)}"
        text = self.wording.when(f"How many {self._kind_of(hurt)} {done}", verb)
        return self.made(Opening.PENDING, text, first, second or first)

    def _kind_of(self, hurt: Token) -> str:
        """Those who are counted, without their number: "pilgrims", and people where nothing else is said."""
        if hurt.tag_ != "NNS" or hurt.lower_ in knowledge()["vague_numbers"]:
            return "people"
        compounds = [c for c in hurt.children if c.dep_ == "compound" and c.i < hurt.i]
        return self.wording.words([*compounds, hurt])

    def _is_in_lead(self, token: Token) -> bool:
        """Whether a word stands in the first paragraphs of the article's prose."""
        prose = [b for b in self.document.article.blocks if b.kind == "prose"][:_LEAD]
        return any(b.start <= token.idx < b.end for b in prose)

    def _estimated(self, verb: Token) -> Raised | None:
        """ "Estimates suggest 8000 migrants may be at sea", "estimated that 300 families lost their homes"."""
        clause = content_of(verb)
        if clause is None or is_negated(verb):
            return None
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        of_accounts = subject is not None and subject.lemma_.lower() in knowledge()["accounts"]
        counted = next((c for c in clause.children if c.dep_ in SUBJECTS and c.tag_ in ("NNS", "NNPS")), None)
        if (verb.lemma_ != "estimate" and not of_accounts) or counted is None:
            return None
        if not any(c.dep_ == "nummod" for c in counted.children) or counted.ent_type_ in ("DATE", "TIME"):
            return None
        doubted = has_child(clause, ("aux",), ("may", "might", "could"))
        if verb.lemma_ == "show" and not doubted and not _is_unsure(counted):
            return None  # "figures showed that 367 sailors died": told
        if not doubted:
            return self.made(Opening.PENDING, self.wording.how_many(counted, clause), verb, clause)
        things = self._kind_of(counted)
        form = "are" if clause.lemma_ == "be" else self.wording.base(clause)
        return self.made(Opening.PENDING, self.wording.finished(f"How many {things} {form}", clause), verb, clause)

    def _by_how_much(self, verb: Token) -> Raised | None:
        """ "Sales would rise by 10 or 20 percent, depending on the season": by how much?"""
        amount = noun_behind(verb, ("by",))
        if amount is None or not any(c.tag_ == "MD" for c in verb.children) or is_negated(verb):
            return None
        amounts = [
            p
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ == "by"
            for p in c.subtree
            if p.lower_ in knowledge()["shares"]
        ]
        either = any(t.lower_ in ("either", "or", "between", "to") for p in amounts for t in p.head.subtree)
        depending = has_child(verb, ("prep", "advcl"), ("depending",))
        if not amounts or not (either or depending):
            return None
        subject = self.wording.subject(verb)
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        what = f" {self.wording.phrase(thing)}" if thing is not None else ""
        text = f"By how much will {subject} {self.wording.base(verb)}{what}" if subject else ""
        return self.made(Opening.PENDING, text, verb, verb)


def _counted(hurt: Token) -> Token:
    """The noun that a number counts: the people of "dozens of people"."""
    return noun_behind(hurt, ("of",)) or hurt if hurt.lower_ in knowledge()["vague_numbers"] else hurt


def _harms(verb: Token) -> tuple[Token, Token | None]:
    """A verb of harm with the other that is told beside it: "killing 107 and wounding 238"."""
    harming = knowledge()["harming"]
    if verb.dep_ == "conj" and verb.head.lemma_.lower() in harming:
        return verb.head, verb
    beside = (c for c in verb.children if c.dep_ == "conj" and c.tag_ == verb.tag_)
    return verb, next((c for c in beside if c.lemma_.lower() in harming and c.lemma_ != verb.lemma_), None)


def _is_unsure(noun: Token) -> bool:
    """Whether a noun is counted by a number that is not exact: "over 30 people", "dozens", "107 or more"."""
    words = knowledge()
    person = noun.pos_ in ("NUM", "PROPN") or noun.lemma_.lower() in persons() | words["anybody"] or noun.tag_ == "NNS"
    if not person:
        return False
    if noun.lower_ in words["vague_numbers"]:
        return True
    number = noun if noun.pos_ == "NUM" else next((c for c in noun.children if c.dep_ == "nummod"), None)
    if number is None:
        return False
    before = {t.lower_ for t in noun.subtree if t.i < number.i}
    behind = [t.lower_ for t in noun.doc[number.i + 1 : number.i + 1 + _BEHIND]]
    doubled = any(a == "or" and b in ("more", "so") for a, b in pairwise(behind))
    return bool(before & words["inexact"]) or doubled
