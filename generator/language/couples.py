"""Two persons of one family spoken of together: "the couple", "the parents", "the Brandts"."""

from generator.language.antecedents import Antecedents
from generator.language.description_words import knowledge
from generator.language.document import Document, Mention
from generator.language.name_forms import fold
from generator.language.noun_phrases import add_description
from generator.language.parse import Token
from generator.model import Kind


class Couples:
    """The two persons of one article who are a couple, if it tells of just one."""

    def __init__(self, document: Document) -> None:
        """`document` is one whose names and roles are known."""
        self._document = document
        self._antecedents = Antecedents(document)
        self._couple = self._find()

    def add(self, token: Token) -> bool:
        """Lead "the couple", "her parents", or "parents" in a headline, to the two; False for all other nouns."""
        if self._couple is None or token.lower_ not in knowledge()["couples"]:
            return False
        headline = self._document.block_of(token).kind == "headline"
        definite = any(c.lower_ in ("the", "these", "both") or c.tag_ == "PRP$" for c in token.children)
        narrowing = ("amod", "compound", "prep", "relcl", "acl", "nummod", "conj")
        narrowed = any(c.dep_ in narrowing and c.lower_ != "married" for c in token.children)
        if token.dep_ == "compound" or narrowed or not (definite or headline):
            return False
        add_description(self._document, token, self._couple, "description")
        return True

    def _find(self) -> tuple[int, int] | None:
        """Two persons named side by side of whom one is the other's spouse or who bear one surname."""
        found = {pair for m in self._document.mentions if (pair := self._beside(m)) is not None}
        return next(iter(found)) if len(found) == 1 else None

    def _beside(self, mention: Mention) -> tuple[int, int] | None:
        """The couple of which a mention is the last named ("Erik Brandt and his wife Ana Brandt")."""
        doc, entities = self._document.doc, self._document.entities
        last = mention.entities[0]
        if mention.form != "name" or entities[last].kind != Kind.PERSON or " " not in mention.text:
            return None
        wed = any(r.title.lower().split()[-1] in knowledge()["spouses"] for r in entities[last].roles)
        for other in reversed(self._antecedents.before(doc[mention.start])):
            first = other.entities[0]
            if mention.start - other.end > _REACH or other.end < doc[mention.start].sent.start:
                return None
            if first == last or entities[first].kind != Kind.PERSON or other.form != "name":
                continue
            joined = any(t.lower_ in ("and", "&") for t in doc[other.end : mention.start])
            verbs = any(t.pos_ in ("VERB", "AUX") for t in doc[other.end : mention.start])
            kin = fold(entities[first].name).split()[-1] == fold(mention.text).split()[-1]
            return (first, last) if joined and not verbs and (wed or kin) else None
        return None


def family(document: Document, token: Token) -> tuple[int, ...]:
    """The persons whose surname a plural gives: "the Brandts"; none where fewer than two of the article bear it."""
    if token.i == 0 or token.nbor(-1).lower_ != "the" or not token.text[:1].isupper() or not token.lower_.endswith("s"):
        return ()
    stems = {fold(token.text[:-1]), fold(token.text.removesuffix("es"))}
    bearers = [
        index
        for index, entity in enumerate(document.entities)
        if entity.kind == Kind.PERSON and " " in entity.name and fold(entity.name).split()[-1] in stems
    ]
    return tuple(bearers) if len(bearers) > 1 else ()


_REACH = 9
"""Tokens. How far before a name the other of the two is named ("Erik Brandt, 42, and his wife Ana Brandt")."""
