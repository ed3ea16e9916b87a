"""Whether a cue in a statement does what it seems to do: "must" demands, "must have been" guesses; "it is dangerous"
finds fault, "a cure for dangerous fevers" does not."""

from generator.knowledge_files import knowledge_file
from generator.language.parse import Token
from generator.model import EventType

_VALUING = (EventType.ACCUSE, EventType.SUPPORT)
_NEGATIVE = ("not", "n't", "no", "never", "nothing", "hardly")
_OBLIGING = ("need", "have")


def proves(event_type: EventType, cue: list[Token], quoted: bool) -> bool:
    """Whether the words of a cue do what its type says. `quoted`: whether they stand in quotation marks."""
    if event_type is EventType.REQUEST:
        return _obliges(cue[0])
    if event_type in _VALUING and len(cue) == 1:
        said = not _is_in_passing(cue[0]) if quoted else _is_said_of_something(cue[0])
        return said and not _is_denied(cue[0])
    return True


def _obliges(word: Token) -> bool:
    """Whether a word demands: not in the past ("had to"), foretold ("will have to"), denied, guessed ("must have been")
    or as a condition ("should it rain")."""
    if word.lemma_.lower() in _OBLIGING and word.pos_ in ("VERB", "AUX"):
        if word.dep_ == "relcl":
            return False  # "countries that we have to work with"
        hedged = any(c.dep_ in ("aux", "neg") for c in word.children)
        return not (hedged or word.tag_ in ("VBD", "VBN") or _has_condition(word))
    if word.tag_ != "MD":
        return not _is_denied(word)
    verb = word.head
    guessed = any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux") and word.lower_ == "must"
    return not (guessed or word.i == word.sent.start or _has_condition(verb))


def _has_condition(verb: Token) -> bool:
    conditionals = knowledge_file("factuality")["conditionals"]
    return any(c.lower_ in conditionals for c in verb.children if c.dep_ in ("mark", "advmod"))


def _is_denied(word: Token) -> bool:
    """Whether a negation stands just before a word of praise or blame: "not illegal", "no mistake"."""
    before = word.doc[max(word.sent.start, word.i - 2) : word.i]
    return any(t.lower_ in _NEGATIVE for t in before)


def _is_in_passing(word: Token) -> bool:
    """Whether a word of praise or blame stands in a phrase of circumstance, even in a quotation: "to deal with
    criminals", "after living in worry"."""
    noun = word.head if word.dep_ in ("amod", "compound") else word
    return noun.dep_ == "pobj" and noun.head.head.pos_ in ("VERB", "AUX")


def _is_said_of_something(word: Token) -> bool:
    """Whether a word of praise or blame is what is said of something, and not a part of the name of a thing: "the law
    is unfair", "an unfair law", not "victims of abuse", "an intake of inadequate food"."""
    noun = word.head if word.dep_ in ("amod", "compound") else word
    if noun.dep_ == "compound":
        return False
    if noun.dep_ != "pobj":
        return True
    governor = noun.head.head
    return governor.dep_ in ("attr", "acomp", "ROOT", "ccomp") or governor.pos_ in ("VERB", "AUX", "ADJ")
