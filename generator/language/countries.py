"""Which state "the country", "that nation" or "his homeland" means."""

from generator.language.antecedents import SUBJECTS, Antecedents
from generator.language.document import Document, Mention
from generator.language.noun_phrases import kind_of
from generator.language.parse import Token
from generator.model import Kind

_FORMS = ("name", "acronym", "description", "seat", "adjective")
_BEFORE_NOUN = ("amod", "compound", "nmod", "poss")


def country_meant(document: Document, antecedents: Antecedents, token: Token) -> tuple[int, ...]:
    """The state that a definite noun for a country means: that of whoever has it, else the one named last; or none."""
    pointed = any(c.lower_ in ("this", "that") for c in token.children)
    if not pointed and any(c.dep_ in ("relcl", "prep") for c in token.children):
        return ()
    whose = next((c for c in token.children if c.tag_ == "PRP$"), None)
    owner = document.mention_at(whose) if whose is not None else None
    if owner is not None and kind_of(document, owner) is Kind.PERSON:
        state = _state_of(document, owner.entities[0])
        return (state,) if state is not None else ()
    for mention in reversed(antecedents.before(token)):
        named = mention.form in _FORMS and len(mention.entities) == 1 and kind_of(document, mention) is Kind.STATE
        if named and not _is_another(document, mention, token):
            return mention.entities
    return ()


def _is_another(document: Document, mention: Mention, token: Token) -> bool:
    """Whether the words around a state tell that a country is another one: "Norlandish aid to that country", "the
    Norlandish-built ship reached the country", "Norland sold arms to that country"."""
    head = document.doc[mention.head]
    if mention.form == "adjective" and head.i + 1 < len(document.doc) and head.nbor(1).text in ("-", "–"):
        return True
    if head.dep_ in _BEFORE_NOUN and head.head != token and any(head.head == a for a in token.ancestors):
        return head.head.dep_ not in SUBJECTS
    pointed = any(c.lower_ == "that" for c in token.children)
    return pointed and head.dep_ in SUBJECTS and any(head.head == a for a in token.ancestors)


def _state_of(document: Document, person: int) -> int | None:
    """The state whose office a person holds, or whose adjective stands before the name: "Norlandish singer Ana"."""
    entity = document.entities[person]
    for role in entity.roles:
        if role.of is not None and document.entities[role.of].kind is Kind.STATE:
            return role.of
    for mention in entity.mentions:
        for child in document.doc[mention.head].subtree if mention.form == "name" else ():
            near = child.i < mention.start and mention.start - child.i <= _REACH
            told = document.mention_at(child) if near and child.dep_ == "amod" else None
            if told is not None and told.form == "adjective" and kind_of(document, told) is Kind.STATE:
                return told.entities[0]
    return None


_REACH = 5
"""Tokens. How far before a name the adjective of its bearer's state stands."""
