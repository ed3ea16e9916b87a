"""What the parser misreads in headlines, which leave out "is": "Dozens killed in storm", "Minister to visit Karsk"."""

from collections.abc import Sequence
from functools import cache

from generator.knowledge_files import knowledge_file
from generator.language.document import Document
from generator.language.parse import Token

_OBJECTS = ("dobj", "ccomp", "attr", "oprd", "acomp", "dative")
_BEHIND = ("ADP", "PART", "PUNCT", "ADV", "SCONJ", "CCONJ", "SPACE")
"""Parts of speech of the word that follows a passive: none that could begin an object."""


@cache
def _words(name: str) -> frozenset[str]:
    words: dict[str, list[str]] = knowledge_file("headlines")
    return frozenset(words[name])


def mend_headlines(document: Document) -> None:
    """In headlines, reads past forms without an object as the passives that they are there, and infinitives behind a
    noun as the verbs of the sentence. Before anything else has looked at the tree."""
    for block in document.article.blocks:
        span = document.doc.char_span(block.start, block.end, "contract") if block.kind == "headline" else None
        for sentence in {t.sent.start: t.sent for t in span or ()}.values():
            tokens = list(sentence)
            for verb in tokens:
                if _is_main_infinitive(verb, tokens):
                    _make_root(verb)
                if _is_passive(verb, tokens):
                    verb.tag_ = "VBN"
                    for child in verb.children:
                        child.dep_ = "nsubjpass" if child.dep_ == "nsubj" else child.dep_


def _is_passive(verb: Token, sentence: Sequence[Token]) -> bool:
    """Whether a form of the past stands for a passive."""
    if verb.tag_ not in ("VBD", "VBN") or verb.pos_ != "VERB":
        return False
    following = sentence[verb.i - sentence[0].i + 1 :]
    is_penalty = bool(following) and verb.lemma_.lower() in _words("with_a_sum") and following[0].is_currency
    if any(c.dep_ in ("aux", "auxpass") or (c.dep_ in _OBJECTS and c.i > verb.i) for c in verb.children):
        return is_penalty
    if following and following[0].pos_ not in _BEHIND:
        return is_penalty
    if verb.lower_ not in _words("participles") and verb.lemma_.lower() in _words("no_passive"):
        return False
    if verb.dep_ == "acl":
        return not any(t.tag_ in ("VBZ", "VBP") for t in sentence)
    return any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)


def _is_main_infinitive(verb: Token, sentence: Sequence[Token]) -> bool:
    """Whether "to" and a verb, taken for a clause on the only noun, tell what is to happen: "Minister to visit"."""
    subject = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in ("relcl", "acl") or subject.dep_ != "ROOT" or subject.i > verb.i:
        return False
    named = subject.pos_ in ("NOUN", "PROPN") and not any(c.dep_ == "det" for c in subject.children)
    to = any(c.lower_ == "to" and c.i == verb.i - 1 for c in verb.children)
    return named and to and not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in sentence)


def _make_root(verb: Token) -> None:
    """Hangs the noun on which a verb hung below it, as its subject."""
    subject = verb.head
    subject.children = tuple(c for c in subject.children if c != verb)
    verb.children = tuple(sorted((*verb.children, subject), key=lambda t: t.i))
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
