"""What a common noun's phrase tells of an actor: whose it is, whether it is definite, how it is written."""

from generator.language.document import Document, Form, Mention
from generator.language.name_forms import fold
from generator.language.parse import Token
from generator.model import Kind


def is_definite(token: Token) -> bool:
    """Whether a noun means one that the reader knows: "the", "this", "her"."""
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that")) for c in token.children)


def kind_of(document: Document, mention: Mention | None) -> Kind | None:
    """The kind of the actor that a mention means, or of the first of several."""
    return document.entities[mention.entities[0]].kind if mention is not None else None


def owner(document: Document, token: Token) -> int | None:
    """The state or body that a noun belongs to by "of X", "X's" or an adjective."""
    for child in token.children:
        nouns = [child] if child.dep_ in ("amod", "compound", "poss", "nmod") else []
        if child.dep_ == "prep" and child.lower_ == "of":
            nouns = [n for c in child.children for n in (c, *_named_by(c))]
        for noun in nouns:
            mention = document.mention_at(noun)
            if mention is not None and kind_of(document, mention) in (Kind.STATE, Kind.ORGANISATION):
                return mention.entities[0]
    return None


def _named_by(noun: Token) -> list[Token]:
    """The name behind a noun for a sort of state: "the state of | Norland", "Karsk region"."""
    if noun.lemma_.lower() not in ("state", "province", "region", "republic", "city", "territory", "kingdom", "island"):
        return []
    return [n for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for n in c.children]


def add_description(
    document: Document, token: Token, entities: tuple[int, ...], form: Form, alias: bool = False
) -> None:
    """Record that a noun means entities; with `alias`, its phrase becomes another name of the one."""
    text = _phrase(document, token)
    if alias and len(entities) == 1:
        entity = document.entities[entities[0]]
        if fold(text) != fold(entity.name):
            entity.aliases.add(text)
    document.add(Mention(token.i, token.i + 1, token.i, form, text, entities))


def _phrase(document: Document, token: Token) -> str:
    """A noun with the words before it that belong to it, article and possessive pronoun aside."""
    doc, start = token.doc, token.i
    while start > token.left_edge.i and doc[start - 1].pos_ != "PUNCT" and doc[start - 1].head == token:
        start -= 1
    named = document.mention_at(start)
    if named is not None:
        start = min(start, named.start)
    while start < token.i and doc[start].dep_ in ("det", "poss") and doc[start].tag_ in ("DT", "PRP$"):
        start += 1
    return doc.span(start, token.i + 1).text
