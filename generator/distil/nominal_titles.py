"""Titles for happenings told by a noun: "X's visit to Y" reads better as "X visits Y"."""

from collections.abc import Sequence

from generator.distil.question_knowledge import knowledge
from generator.distil.wording import LONGEST_TITLE, entity_name, joined, sentence_case, shorten, third_person, words_of
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Kind

_MOST_ACTORS = 3


def nominal_title(
    document: Document, noun: Token, agents: Sequence[int], targets: Sequence[int], place: str | None
) -> str | None:
    """The noun through its verb, with who does it and to what; None where the verb or who does it is not known."""
    entry = knowledge()["happenings"].get(noun.lemma_.lower())
    doers = [a for a in agents if document.entities[a].kind != Kind.GROUP] or list(agents)
    if entry is None or not doers:
        return None
    verb, participle, preposition = [*entry, "", ""][:3]
    if " " in verb:
        return None
    plural = len(doers) > 1 or document.entities[doers[0]].plural
    thing = _object(document, noun, preposition or "of", doers) or _names(document, targets, doers)
    if verb == "visit":
        thing = thing or place or ""
    if verb == "travel" and thing:
        thing = f"to {thing}"
    if participle and not thing:
        return None
    subject = joined([entity_name(document, a) for a in doers[:_MOST_ACTORS]])
    text = f"{subject} {verb if plural else third_person(verb)}"
    return sentence_case(shorten([text, thing], LONGEST_TITLE)) if thing else sentence_case(text)


def _names(document: Document, targets: Sequence[int], doers: Sequence[int]) -> str:
    others = [t for t in targets if t not in doers][:_MOST_ACTORS]
    return joined([entity_name(document, t) for t in others]) if others else ""


def _object(document: Document, noun: Token, preposition: str, doers: Sequence[int]) -> str:
    """What the noun's object phrase says, actors by name: "of the treaty", "to Norland"."""
    for child in noun.children:
        if child.dep_ != "prep" or child.lower_ != preposition:
            continue
        for argument in (c for c in child.children if c.dep_ == "pobj"):
            mention = document.actor_at(argument)
            if mention is not None and set(mention.entities) & set(doers):
                return ""
            if mention is not None:
                return joined([entity_name(document, e) for e in mention.entities])
            kept = [t for t in argument.subtree if not _explains(t, argument)]
            return words_of(document, kept)
    return ""


def _explains(token: Token, noun: Token) -> bool:
    """Whether a token stands in a clause or in a phrase of parties that a title can do without."""
    current = token
    while current != noun:
        parties = current.dep_ == "prep" and current.lower_ in ("between", "with", "by")
        if parties or current.dep_ in ("relcl", "acl", "appos", "advcl"):
            return True
        current = current.head
    return False
