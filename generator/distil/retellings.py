"""Happenings told before with a date, and spoken of again without one: "the bill was passed", "during the rally"."""

from collections.abc import Callable, Collection

from generator.distil.date_owners import DAYS_OF_A_SCENE, TiedDate, knowledge
from generator.language.attribution import knowledge as speech
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import DateSpan


class Retellings:
    """What one document tells again. `happenings`: the tokens of the verbs and nouns that name happenings."""

    def __init__(self, document: Document, happenings: Collection[int]) -> None:
        self._happenings = happenings
        self._nouns: dict[str, list[Token]] = {}
        """The nouns by lemma, in order of the text, that name happenings or that a verb is about."""
        self._verbs: dict[tuple[str, str], list[Token]] = {}
        """The verbs by their lemma and that of what they are done to."""
        for token in document.doc:
            if token.pos_ == "NOUN" and (
                token.i in happenings or token.dep_ in ("dobj", "nsubj", "nsubjpass") or _has_year(token)
            ):
                self._nouns.setdefault(token.lemma_, []).append(token)
            elif (patient := _patient(token)) is not None:
                self._verbs.setdefault((token.lemma_, patient.lemma_), []).append(token)

    def date_before(self, verb: Token, dated: Callable[[Token], TiedDate | None]) -> DateSpan | None:
        """The date of an earlier sentence that tells the same: the same verb with the same object. `dated`: the date
        that a verb's own clause tells."""
        patient = _patient(verb)
        if patient is None or not is_definite(patient):
            return None
        for earlier in self._verbs.get((verb.lemma_, patient.lemma_), []):
            if earlier.i >= verb.sent.start:
                break
            tied = dated(earlier)
            if tied is not None and tied.span is not None:
                return tied.span
        return None

    def date_during(self, verb: Token, date_of: Callable[[Token], DateSpan | None]) -> DateSpan | None:
        """The date of the happening, told before, in whose course or after which a verb's happened: "spoke at the
        rally", "said after the vote". `date_of`: the date of a noun's happening."""
        if verb.pos_ != "VERB":
            return None
        speaks = verb.lemma_.lower() in speech()["reporting"]
        for preposition in verb.children:
            during = preposition.lower_ in knowledge()["during_prepositions"]
            if preposition.dep_ != "prep" or not (during or (speaks and preposition.lower_ == "after")):
                continue
            for noun in preposition.children:
                date = self.date_of_noun(noun, date_of) if noun.dep_ == "pobj" else None
                if date is not None and date.days <= DAYS_OF_A_SCENE:
                    return date
        return None

    def date_of_cause(
        self,
        verb: Token,
        date_of: Callable[[Token], DateSpan | None],
        dated: Callable[[Token], TiedDate | None],
    ) -> DateSpan | None:
        """The date of a happening told before that a clause tells the course or the outcome of: "the attack killed
        ten", "the attack is reported to have killed ten"."""
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in knowledge()["outcome_verbs"]:
            return None
        clause = verb.head if verb.dep_ == "xcomp" else verb
        if verb.tag_ in ("VBZ", "VBP", "VBG"):
            return None
        subject = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.pos_ != "NOUN" or not is_definite(subject):
            return None
        return self.date_of_noun(subject, date_of, named=True) or self._date_of_act(subject, dated)

    def _date_of_act(self, noun: Token, dated: Callable[[Token], TiedDate | None]) -> DateSpan | None:
        """The date of an earlier verb that a noun takes up: "attacked the port on 4 May. The attack"."""
        for earlier in reversed(noun.doc[: noun.sent.start]):
            if earlier.pos_ == "VERB" and earlier.i in self._happenings and _is_act(earlier.lemma_, noun.lemma_):
                tied = dated(earlier)
                return tied.span if tied is not None else None
        return None

    def date_of_noun(
        self, noun: Token, date_of: Callable[[Token], DateSpan | None], named: bool = False
    ) -> DateSpan | None:
        """The date of a happening that a noun names again: "the rally". `named`: whether it is known to name one."""
        if not (named or noun.i in self._happenings) or not is_definite(noun):
            return None
        told = (n for n in self._nouns.get(noun.lemma_, []) if n.i < noun.sent.start)
        return next((date for n in told if (date := date_of(n)) is not None), None)


def is_definite(noun: Token) -> bool:
    """Whether a noun means something told before: "the vote", "this decision", "Norland's vote"."""
    words = knowledge()["definite_words"]
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in words) for c in noun.children)


def _has_year(noun: Token) -> bool:
    """Whether a noun is told apart by its year: "the bombing of 1998"."""
    behind = list(noun.doc[noun.i + 1 : noun.i + 3])
    return len(behind) > 1 and behind[0].lower_ == "of" and behind[1].tag_ == "CD"


def _is_act(verb: str, noun: str) -> bool:
    """Whether a noun names what a verb tells: "attack", "shooting", "bombing", "explosion"."""
    stem = verb.lower().rstrip("e")
    formed = {verb.lower(), *(stem + ending for ending in knowledge()["act_endings"])}
    if verb.endswith("de"):
        formed.add(stem[:-1] + "sion")  # "explosion", "invasion", "collision"
    return noun.lower() in formed


def _patient(verb: Token) -> Token | None:
    """The noun that a verb's happening is done to, or that comes about in it."""
    if verb.pos_ != "VERB":
        return None
    nouns = {c.dep_: c for c in verb.children if c.pos_ in ("NOUN", "PROPN")}
    return nouns.get("dobj") or nouns.get("nsubjpass") or nouns.get("nsubj")
