"""What stands before a word, in the order of the text and how many sentences away, and what the clause around it says
of whom it can mean."""

from generator.language.arguments import subject_of
from generator.language.document import Document, Mention
from generator.language.parse import Token
from generator.language.speech_verbs import can_carry_words

SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = {"him", "her", "them"}
"""Forms that never are the subject of a clause that has a tense."""


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
    """ "It is possible that", "it is believed that", "it fell to X to": stands for the clause, not for an actor."""
    verb = token.head
    if verb.lemma_.lower() == "fall" and any(c.lower_ in ("to", "upon") for c in verb.children):
        return True
    if token.dep_ == "nsubjpass" and any(c.dep_ in ("ccomp", "csubjpass", "csubj") for c in verb.children):
        return True
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


def glossed(document: Document, token: Token) -> Mention | None:
    """The name that an editor's brackets put behind a pronoun: "we [the police]", "they (Norland)"."""
    doc, i = document.doc, token.i + 1
    if i + 2 >= len(doc) or doc[i].text not in ("(", "["):
        return None
    i += 2 if doc[i + 1].lower_ == "the" else 1
    named = document.mention_at(i)
    closes = named is not None and named.end < len(doc) and doc[named.end].text in (")", "]")
    return named if closes and named is not None and named.start == i else None


def is_subject_above(document: Document, head: Token, token: Token) -> bool:
    """Whether a noun is the subject of the clause around a pronoun, and no object that acts stands between."""
    verb = clause_above(token)
    if verb is None or head.head != verb or head.dep_ not in SUBJECTS:
        return False
    if token.tag_ != "PRP$":
        return True
    between = (t for t in document.doc[verb.i : token.i] if t.dep_ in ("dobj", "dative"))
    return all((m := document.mention_at(t)) is None or m.form == "pronoun" for t in between)


def subjects_beside(document: Document, token: Token) -> set[int]:
    """The actors that an object pronoun cannot mean: the subject of its verb, or of the verb above it."""
    if token.lower_ not in _OBJECTS or token.tag_ == "PRP$":
        return set()
    verb = token.head.head if token.dep_ in ("pobj", "nsubj") else token.head
    if verb.pos_ not in ("VERB", "AUX"):
        return set()
    subjects = (document.mention_at(t) for t in subject_of(verb) if t != token)
    return {e for m in subjects if m is not None for e in m.entities}


def speakers_around(document: Document, token: Token) -> set[int]:
    """Who says the words that a pronoun stands in, by a verb before them, or just did: speakers call themselves "I"."""
    quotation = document.quotation_at(token.idx)
    if quotation is None or not quotation.is_speech:
        return set()
    first = token.sent
    while first.start > 0 and first.start_char > quotation.start:
        first = document.doc[first.start - 1].sent
    start = first.start
    if first.start_char >= quotation.start and start > 0 and document.block_of(first[0]).start < first.start_char:
        start = document.doc[start - 1].sent.start  # '"It is over," Berg said. "He lost."'
    words = (t for t in document.doc[start : first.end] if t.idx < quotation.start and not document.in_speech(t))
    verbs = (t for t in words if t.pos_ == "VERB" and can_carry_words(t))
    mentions = (document.mention_at(subject) for verb in verbs for subject in subject_of(verb))
    return {e for m in mentions if m is not None for e in m.entities}


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
