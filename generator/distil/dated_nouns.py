"""When the happening that a noun names came about, by the words behind the noun: "a decision made on Monday", "the
truce, which was declared in May", "the trial is to begin on 5 July"."""

from collections.abc import Collection

from generator.distil.date_owners import DateOwners, TiedDate, knowledge
from generator.language.arguments import is_passive
from generator.language.document import Document
from generator.language.parse import Token

SUBJECTS = ("nsubj", "nsubjpass")


class DatedNouns:
    """The nouns of one document. `happenings`: the tokens of the verbs and nouns that name happenings."""

    def __init__(self, document: Document, owners: DateOwners, happenings: Collection[int]) -> None:
        self._doc = document.doc
        self._owners = owners
        self._happenings = happenings

    def described(self, noun: Token) -> TiedDate | None:
        """The date of the words behind a noun that say when it came about: "a decision made on Monday"."""
        if noun.pos_ not in ("NOUN", "PROPN"):
            return None
        participle = self._participle_behind(noun)
        clauses = [c for c in noun.children if _says_when(c, noun.head.i in self._happenings)]
        if noun.dep_ in SUBJECTS and self._owners.of(noun.head) is not None:
            clauses = [c for c in clauses if c.dep_ != "relcl"]  # "the strike, which began in May, ended on Tuesday"
        arranged = [] if participle is None else [participle, *(c for c in participle.children if c.tag_ == "VB")]
        arranged += _set_for(noun)
        dates = (self._owners.of(c) for c in arranged + clauses)
        described = next((t for t in dates if t is not None and t.start > noun.i), None)
        if described is not None:
            return described
        lasting = (self._owners.of(c) for c in noun.children if c.dep_ == "relcl")
        return next((t for t in lasting if t is not None and t.start > noun.i and t.mention.since), None)

    def _participle_behind(self, noun: Token) -> Token | None:
        """The participle right behind a noun: "the decision made", "the election to be held"."""
        behind = [t for t in self._doc[noun.i + 1 : noun.i + 4] if t.lower_ not in ("to", "be")][:1]
        made = (t for t in behind if t.tag_ in ("VBN", "VBD") and t.lemma_.lower() in knowledge()["making_verbs"])
        return next(made, None)


def _set_for(noun: Token) -> list[Token]:
    """The infinitive that says of a noun when it is to come about: "the trial is to begin on 5 July", "is expected
    to be held in May"."""
    if noun.dep_ not in SUBJECTS:
        return []
    coming = knowledge()["happening_verbs"] | {"hold", "open"}
    below = (c for a in (noun.head, *(c for c in noun.head.children if c.dep_ == "acomp")) for c in a.children)
    return [c for c in below if c.dep_ == "xcomp" and c.tag_ == "VB" and c.lemma_.lower() in coming]


def _says_when(clause: Token, goes_on: bool) -> bool:
    """Whether a clause behind a noun says when it came about, or what was done there and then. `goes_on`: whether the
    verb above the noun tells what became of it."""
    lemma = clause.lemma_.lower()
    if clause.dep_ == "acl":
        acts = clause.tag_ == "VBN" and any(c.dep_ == "dobj" for c in clause.children)  # "a coup removed X in 2006"
        return acts or (clause.tag_ != "VBG" and lemma in knowledge()["making_verbs"])
    if clause.dep_ != "relcl":
        return False
    tags = {c.tag_ for c in clause.children}
    if "WRB" in tags or ("WDT" in tags and lemma in knowledge()["happening_verbs"]):
        return True
    made = not goes_on and lemma in knowledge()["making_verbs"] and is_passive(clause)
    return made and any(  # "a truce, which was declared in May"
        c.dep_ == "nsubjpass" and c.tag_ == "WDT" for c in clause.children
    )
