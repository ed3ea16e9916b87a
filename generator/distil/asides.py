"""Words that could tell a happening, but only describe a thing, say what it is for, or name the time of another
happening."""

from collections.abc import Container

from generator.distil.ties import grouping_words
from generator.knowledge_files import knowledge_file
from generator.language.factuality import knowledge as factuality_words
from generator.language.parse import Token

_TIMES = frozenset({"after", "before", "during", "following", "since", "until", "upon"})
"""Prepositions that name a happening only to say when another one was."""
_ORDINALS = frozenset({"first", "second", "third", "last", "only"})
_ANY = frozenset({"any", "a", "an", "anybody", "anyone", "somebody", "someone"})
_POINTING = frozenset({"the", "this", "that", "these", "those"})


def describes_its_noun(verb: Token) -> bool:
    """Whether a participle says how somebody or something is provided for: "rebels armed with rifles", "Sudia, backed
    by its allies"."""
    bare = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass", "advmod", "npadvmod") for c in verb.children)
    return bare and verb.dep_ in ("acl", "advcl") and verb.lemma_.lower() in _words("describing_participles")


def is_what_it_is_for(verb: Token) -> bool:
    """Whether an infinitive says what a thing is for: "events intended to honour the poet", "described as designed to
    restore order"."""
    made = verb.head
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "advcl")
        and made.tag_ == "VBN"
        and made.dep_ in ("acl", "pcomp", "amod", "advcl")
        and made.lemma_.lower() in _words("purposes")
    )


def is_awaited_time(verb: Token) -> bool:
    """Whether a clause of time in the present names what has to come first: "until we die", "once it is calm"."""
    words = factuality_words()["time_conjunctions"]
    if not any(c.dep_ in ("mark", "advmod") and c.lower_ in words for c in verb.children):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    present = verb.tag_ in ("VBP", "VBZ") or (verb.tag_ == "VBN" and bool(helpers & {"is", "are"}))
    return present and verb.dep_ in ("advcl", "relcl", "pcomp")


def is_left_out(verb: Token) -> bool:
    """Whether what is told did not come about: "without any charges being brought"."""
    noun = verb.head
    return verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.lower_ == "without"


def is_compared(verb: Token) -> bool:
    """Whether a clause only says what another happening is measured by: "the first time any president has visited",
    "as opposed to the treaty", "thanks to the treaty"."""
    if verb.lemma_.lower() in ("oppose", "compare") and verb.tag_ in ("VBN", "VBD"):
        return any(c.dep_ in ("mark", "prep", "advmod") and c.lower_ == "as" and c.i < verb.i for c in verb.children)
    if verb.lower_ == "thanks" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "to":
        return True
    noun = verb.head
    ordinal = noun.lemma_ == "time" and any(c.lower_ in _ORDINALS for c in noun.children)
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return verb.dep_ == "relcl" and ordinal and any(c.lower_ in _ANY for s in subjects for c in [s, *s.children])


def is_of_kind(verb: Token) -> bool:
    """Whether a clause says in which way something is done, not that it was: "the way the council is elected"."""
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in ("way", "manner")


def only_dates(noun: Token) -> bool:
    """Whether a noun that points back only says when another happening was: "after the match", "during this trial"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in _TIMES or noun.head.head.pos_ not in ("VERB", "AUX"):
        return False
    children = [*noun.children]
    return all(c.dep_ in ("det", "punct") for c in children) and any(c.lower_ in _POINTING for c in children)


def shares_patient(verb: Token, told: Container[int]) -> bool:
    """Whether a verb only goes on with what the one before it does to the same: "arrested and questioned the man",
    "was detained and searched". `told`: the tokens that name happenings."""
    first = verb.head
    if verb.dep_ != "conj" or first.i not in told or first.pos_ != "VERB" or verb.tag_ != first.tag_:
        return False
    if any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "advmod", "npadvmod") for c in verb.children):
        return False
    if any(t.dep_ not in ("cc", "punct", "conj") for t in first.doc[first.i + 1 : verb.i]):
        return False
    return any(c.dep_ == "dobj" for c in verb.children) or any(c.dep_ == "auxpass" for c in first.children)


def is_only_tried(verb: Token) -> bool:
    """Whether an infinitive tells what somebody failed to do, or used something for: "failed to quell the flames",
    "will use the visit to urge restraint"."""
    trying = verb.head
    tried = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl")
    return tried and trying.pos_ == "VERB" and trying.lemma_.lower() in _words("attempts")


def is_known_by_its_verb(verb: Token) -> bool:
    """Whether a participle only says of a thing that it came about, or whose it is: "the poll conducted", "fears
    expressed by officials"."""
    bare = verb.tag_ == "VBN" and verb.dep_ == "acl" and not any(c.lower_ == "to" for c in verb.children)
    return bare and verb.lemma_.lower() in _words("empty_participles")


def is_judged(noun: Token) -> bool:
    """Whether a noun takes up somebody's doing only to say what it is like: "his dismissal is unjust"."""
    whose = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in noun.children)
    return whose and noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and noun.head.pos_ in ("AUX", "VERB")


def says_where(verb: Token) -> bool:
    """Whether a participle only tells where or to whom the words of its clause were said: "speaking at a rally, she
    praised the crews"."""
    speaks = verb.lemma_.lower() in grouping_words("addressing_verbs")
    return speaks and verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.pos_ == "VERB"


def is_said_in_passing(verb: Token) -> bool:
    """Whether a verb of a quotation only describes or goes on with what is said: a clause on a noun ("the friends who
    helped us"), a second infinitive or present, or how somebody stands to something ("they support the rebels")."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    if verb.dep_ in ("relcl", "acl"):
        return True
    if verb.dep_ == "conj":
        return verb.tag_ in ("VB", "VBP", "VBZ", "VBG")
    return verb.tag_ == "VBP" and verb.lemma_.lower() in _words("said_attitudes")


def _words(part: str) -> list[str]:
    words: list[str] = knowledge_file("unlisted")[part]
    return words
