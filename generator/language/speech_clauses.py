"""Of whom a clause of speech tells where the parse hangs its subject elsewhere: told by grammar alone."""

from generator.language.parse import Token
from generator.language.speech_verbs import knowledge


def speaking_above(verb: Token) -> Token | None:
    """The verb whose speaker goes on in a participle that the parser hung elsewhere: "met Dahl, who asked for help,
    saying ..." is said by Dahl, "Norland insists Sudia is a threat, accusing it" by Norland."""
    above = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or above.i > verb.i:
        return None
    reporting = knowledge()["reporting"]
    if above.lemma_ == "be" and above.dep_ == "ccomp" and above.head.lemma_.lower() in reporting:
        return above.head
    for token in reversed(list(verb.doc[above.i + 1 : verb.i])):
        says = token.dep_ == "relcl" and token.tag_ in ("VBD", "VBZ") and token.lemma_.lower() in reporting
        if says and any(c.dep_ == "nsubj" and c.lower_ == "who" for c in token.children):
            return token
    return None


def beside_conjunct(verb: Token) -> Token | None:
    """The subject that the parse hung on the verb before: "with A calling it a plot and *B* calling it a coup"."""
    names = [c for c in verb.head.children if c.dep_ == "conj" and c.pos_ == "PROPN" and verb.head.i < c.i < verb.i]
    if not names or any(t.pos_ == "VERB" for t in verb.doc[names[-1].i : verb.i]):
        return None
    return names[-1]


def is_any(noun: Token) -> bool:
    """Whether a plural means no particular ones: "studies show", "reports suggest"."""
    return noun.tag_ == "NNS" and not any(c.dep_ in ("det", "poss", "nummod") for c in noun.children)


def included(noun: Token) -> list[Token]:
    """Whom a relative clause names as being of the group: "critics, which include X"."""
    clauses = [c for c in noun.children if c.dep_ == "relcl" and c.lemma_ == "include"]
    return [t for clause in clauses for c in clause.children if c.dep_ == "dobj" for t in [c, *c.conjuncts]]
