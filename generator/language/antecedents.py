"""What stands before a word, in the order of the text and how many sentences away, and what the clause around it says
of whom it can mean."""

from generator.language.document import Document, Mention
from generator.language.parse import Token
from generator.language.speech_verbs import can_carry_words

SUBJECTS = ("nsubj", "nsubjpass")


class Antecedents:
    """The mentions before a place in a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ordered: list[Mention] = []
        self._sentence_number = {t.i: n for n, s in enumerate(document.doc.sents) for t in s}

    def before(self, token: Token) -> list[Mention]:
        """Mentions that end before a token, in order of the text."""
        if len(self._ordered) != len(self._document.mentions):
            self._ordered = sorted(self._document.mentions, key=lambda m: m.head)
        return [m for m in self._ordered if m.end <= token.i]

    def distance(self, earlier: int, later: int) -> int:
        """From one token to a later one, in sentences."""
        return self._sentence_number[later] - self._sentence_number[earlier]


def is_expletive(token: Token) -> bool:
    """ "It is possible that": stands for the clause, not for an actor."""
    verb = token.head
    return any(c.dep_ in ("ccomp", "acomp", "csubj", "xcomp") for c in verb.children) and verb.lemma_ in (
        "be",
        "seem",
        "appear",
        "become",
        "remain",
    )


def clause_above(token: Token) -> Token | None:
    """The nearest verb above a pronoun with another subject: "residents stay" in "residents stay unless they leave"."""
    for verb in token.ancestors:
        if verb.pos_ in ("VERB", "AUX"):
            if any(c.dep_ in SUBJECTS and c != token for c in verb.children):
                return verb
            if verb.dep_ == "relcl":
                return None  # "sent them a plan, which they rejected"
    return None


def speaks(noun: Token) -> bool:
    """Whether a noun is the subject of a verb of speech."""
    return noun.dep_ in SUBJECTS and can_carry_words(noun.head)


def speaks_besides(noun: Token) -> bool:
    """Whether the subject of one verb speaks by another coordinated with it: "Berg began the petition, and stated"."""
    return noun.dep_ in SUBJECTS and any(
        can_carry_words(verb) for verb in noun.head.conjuncts if not any(c.dep_ in SUBJECTS for c in verb.children)
    )


def is_in_adjunct(head: Token, verb: Token) -> bool:
    """Whether a noun stands in a phrase whose subject is the verb's own: in "Speaking to X, he said" he is not X."""
    current = head
    while current.head != current and current.head != verb:
        current = current.head
    if current.head != verb or head.dep_ == "poss" or current == head:
        return False
    if current.dep_ == "advcl":
        return current.tag_ in ("VBG", "VBN") and not any(c.dep_ in SUBJECTS for c in current.children)
    return current.dep_ == "prep" and head.dep_ == "pobj" and head.head == current
