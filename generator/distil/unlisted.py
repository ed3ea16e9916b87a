"""Happenings told by verbs that the event lexicon does not list: somebody did something, told as a fact."""

from collections.abc import Container

from generator.knowledge_files import knowledge_file
from generator.language.arguments import subject_of
from generator.language.attribution import knowledge as speech_words
from generator.language.dependents import is_of_time, keys_of
from generator.language.document import Document
from generator.language.frames import Frame
from generator.language.parse import Token
from generator.model import EventType

_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "relcl", "advcl", "xcomp"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "xcomp"})
_ASIDE = frozenset({"relcl", "advcl", "parataxis"})
_OTHER_TIMES = frozenset({"after", "before", "since", "until", "following"})
"""Prepositions of happenings at another time than the clause's own."""


def unlisted_frame(document: Document, verb: Token, told: Container[int]) -> Frame | None:
    """A frame of type OTHER for a verb that tells what somebody did, where no other word of its clause tells it.

    `told` are the tokens by which happenings are told already. None for verbs of being and of speech, in quotations,
    and where the clause is no plain report of the past or of what is arranged.
    """
    if verb.pos_ != "VERB" or verb.dep_ not in _CLAUSES or not _is_told(verb) or document.in_speech(verb):
        return None
    lemma = verb.lemma_.lower()
    words = knowledge_file("unlisted")
    speaks = lemma in speech_words()["reporting"] and lemma not in speech_words()["quoted_only"]
    speaks = speaks and not (lemma in words["done_to_things"] and _is_done_to(verb))
    is_state = lemma in words["states"] and not (lemma in words["moved"] and _is_done_to(verb))
    if is_state or speaks or any(t.i in told for t in _clause(verb)):
        return None
    if not _says_what(verb) or _is_private(verb):
        return None
    if not any(_is_doer(document, subject, verb) for subject in subject_of(verb)):
        return None
    return Frame(EventType.OTHER, "verb", (lemma,), 0, example="", place="")


def is_unlisted(frame: Frame) -> bool:
    """Whether a frame is that of a verb which the event lexicon does not list."""
    return not frame.example


def _is_told(verb: Token) -> bool:
    """Whether a verb is finite and past ("walked", "has walked", "was shown") or arranged ("are to be shown")."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ == "be" and "to" in auxiliaries and not _is_aim(verb.head)
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    modals = [c.lower_ for c in verb.children if c.tag_ == "MD"]
    if modals:
        return _is_announced(verb, modals[0])
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(auxiliaries & {"has", "have", "had", "was", "were"}))


def _is_done_to(verb: Token) -> bool:
    """Whether a verb in the passive tells what was done to its subject, not what was said: "letters were found"."""
    return any(c.dep_ == "nsubjpass" for c in verb.children) and not any(c.dep_ == "ccomp" for c in verb.children)


def _is_announced(verb: Token, modal: str) -> bool:
    """Whether the article itself tells what is going to be done: "the ship will be sent to Arlen". "Would" tells it
    only in the passive and without a condition: elsewhere it tells what is merely imagined."""
    if verb.dep_ not in ("ROOT", "conj") or verb.tag_ == "VBG" or any(_is_condition(c) for c in verb.children):
        return False
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    return modal == "will" or (modal == "would" and passive)


def _is_condition(clause: Token) -> bool:
    conditionals = knowledge_file("factuality")["conditionals"]
    return clause.dep_ == "advcl" and any(c.lower_ in conditionals for c in clause.children)


def _is_aim(be: Token) -> bool:
    """Whether a sentence says what a plan, a goal or a task is: "the goal is to raise wages"."""
    intentions = knowledge_file("unlisted")["intentions"]
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in intentions for c in be.children)


def _says_what(verb: Token) -> bool:
    """Whether more than the doer is told: an object, a complement or where."""
    said = ("dobj", "prep", "xcomp", "ccomp", "attr", "acomp", "oprd", "dative", "nsubjpass", "auxpass", "prt")
    return any(c.dep_ in said and not is_of_time(c) for c in verb.children)


def _is_private(verb: Token) -> bool:
    """Whether a verb tells what befell somebody's body or was done with everyday things: "her skin broke"."""
    private = frozenset(knowledge_file("unlisted")["private_things"])
    concerned = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj"))
    return any(c.pos_ == "NOUN" and not private.isdisjoint(keys_of(c)) for c in concerned)


def _clause(verb: Token) -> list[Token]:
    """The words of a verb's clause, without the clauses that are told beside it."""
    found = [verb]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _OTHER_TIMES:
            continue  # "was taken to hospital shortly before her death": told of another time
        if child.dep_ not in _ASIDE and not (child.dep_ == "conj" and child.pos_ == "VERB"):
            found += [t for t in child.subtree if not _stands_aside(t, child)]
    return found


def _stands_aside(token: Token, top: Token) -> bool:
    current = token
    while current != top:
        if current.dep_ in _ASIDE:
            return True
        current = current.head
    return False


def _is_doer(document: Document, subject: Token, verb: Token) -> bool:
    """Whether a subject is an actor, or in a main clause a thing that is named."""
    mention = document.actor_at(subject)
    if mention is not None and any(document.entities[e].kind is not None for e in mention.entities):
        return True
    return subject.pos_ in ("NOUN", "PROPN") and verb.dep_ in _MAIN
