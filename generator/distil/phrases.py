"""Phrases of the parse cut to a length: a whole part less at a time, from the end, never a word out of its middle."""

from collections.abc import Callable, Sequence

from generator.knowledge_files import knowledge_file
from generator.language.parse import Token

_FINITE = ("VBZ", "VBP", "VBD")
_PARTS = {"prep", "acl", "relcl", "appos", "advcl", "npadvmod", "parataxis", "conj"}
"""Dependencies of what a phrase can do without."""


def fitted(top: Token, tokens: Sequence[Token], wording: Callable[[list[Token]], str], room: int) -> str | None:
    """The words of `tokens`, which hang below `top`, in at most `room` characters: what is last goes first.

    None where even the least of it is longer.
    """
    kept = list(tokens)
    while kept:
        text = wording(kept)
        if len(text) <= room:
            return text
        part = _last_part(top, kept)
        if part is None:
            return None
        kept = _without(part, kept)
    return None


def _last_part(top: Token, kept: Sequence[Token]) -> Token | None:
    """The smallest part at the end of the kept tokens that the phrase can do without."""
    words = [t for t in kept if t.pos_ not in ("PUNCT", "SPACE")]
    current = words[-1] if words else top
    while current not in (top, current.head):
        if current.dep_ in _PARTS and not _is_needed(current) and any(t.i < current.left_edge.i for t in kept):
            while current.dep_ == "conj" and current.head.dep_ == "conj" and current.head != top:
                current = current.head  # of a list all goes but its first member
            return current
        current = current.head
    return None


def _is_needed(part: Token) -> bool:
    """Whether a part completes the word it hangs on: "the end of the war", "due to rain", "between A and B"."""
    if part.dep_ == "conj":
        return part.head.dep_ == "pobj" and part.head.head.lower_ == "between"
    if part.dep_ != "prep":
        return False
    stated = part.head.pos_ in ("ADJ", "ADV") and part.head.head.lemma_ == "be"  # "is far from being ready"
    needed = part.lower_ in ("of", "but", "except", "besides", "without") or stated
    return needed or part.head.dep_ in ("prep", "pcomp") or _is_all_of(part)


def _is_all_of(part: Token) -> bool:
    """Whether a part is all that a verb is said with: "goes against the treaty"."""
    verb = part.head
    alone = verb.tag_ not in _FINITE and verb.dep_ != "acl"
    if alone and verb.lemma_.lower() not in knowledge_file("event_titles")["prepositional_verbs"]:
        return False  # "to resign from office" says enough without the office
    said = [c for c in verb.children if c.i > verb.i and c.dep_ not in ("punct", "cc", "conj", "advmod")]
    return verb.pos_ == "VERB" and said[:1] == [part]


def _without(part: Token, kept: Sequence[Token]) -> list[Token]:
    gone = {t.i for t in part.subtree}
    if part.dep_ == "conj":
        start = part.head.left_edge.i
        gone |= {t.i for t in part.head.children if t.dep_ in ("cc", "preconj", "punct") and t.i > start}
    rest = [t for t in kept if t.i not in gone]
    while rest and rest[-1].pos_ in ("PUNCT", "CCONJ", "SPACE") and rest[-1].text not in "\"'”’)]":
        rest.pop()
    return rest
