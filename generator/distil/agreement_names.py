"""Which nouns name an agreement, what it is called, and which words tell it from others of the same article."""

from functools import cache
from typing import Any

from generator.distil.wording import words_of
from generator.knowledge_files import knowledge_file
from generator.language.document import Document, Mention
from generator.language.parse import Token
from generator.model import Kind

_MODIFIERS = ("amod", "compound", "nmod", "npadvmod", "nummod")
_PROPER = ("NNP", "NNPS")


@cache
def knowledge() -> dict[str, Any]:
    """The words for agreements."""
    content: dict[str, Any] = knowledge_file("agreements")
    return content


class AgreementNames:
    """Reads the nouns of one document that name agreements."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def names_agreement(self, token: Token) -> bool:
        """Whether a noun names an agreement between parties here."""
        words = knowledge()
        lemma = token.lemma_.lower()
        if lemma not in words["nouns"] or token.pos_ not in ("NOUN", "PROPN"):
            return False
        if token.dep_ == "compound" and token.head.pos_ in ("NOUN", "PROPN"):
            return False
        if any(c.dep_ == "compound" and c.i == token.i + 1 for c in token.children):
            return False
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in words["nouns"]:
            return False  # the understanding of "memorandum of understanding"
        if lemma in words["weak_nouns"]:
            return self._is_concluded(token)
        between = any(c.dep_ == "prep" and c.lower_ in ("between", "with", "among") for c in token.children)
        return (
            between or self.modifiers(token) != [] or any(c.dep_ in ("det", "poss", "nummod") for c in token.children)
        )

    def _is_concluded(self, token: Token) -> bool:
        """Whether a noun that may mean something else is here signed, between parties, named or spoken of as known."""
        words = knowledge()
        verb, lemma = governor_of(token), token.lemma_.lower()
        if (token.dep_ in ("dobj", "nsubjpass") or verb != token.head) and verb.lemma_ in words["signing_verbs"]:
            return True
        if (
            token.dep_ == "pobj"
            and verb.head.lemma_ in words["verbs_of_assent"]
            and verb.lower_ in ("on", "onto", "to")
        ):
            return True
        if token.dep_ == "pobj" and verb.head.lemma_.lower() in words["signing_nouns"]:
            return True
        if lemma not in words["states_of_affairs"] and self._has_parties_behind(token):
            return True
        if token.tag_ in _PROPER and any(c.dep_ in _MODIFIERS and c.tag_ in _PROPER for c in token.children):
            return True
        if token.tag_ in _PROPER and self._matter(token) is not None:
            return True
        if any(c.text[:1].isdigit() for c in token.children if c.dep_ in ("nummod", "npadvmod") and c.i > token.i):
            return True
        return self.is_definite(token) and lemma in words["known_nouns"] and token.tag_ in ("NN", "NNP")

    def _has_parties_behind(self, token: Token) -> bool:
        """Whether a noun goes on with those between whom it is: "the deal between ...", "our deals with Norland"."""
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "between":
                return True
            if child.dep_ == "prep" and child.lower_ == "with":
                mentions = (self._document.mention_at(c) for c in child.children if c.dep_ == "pobj")
                entities = [self._document.entities[e] for m in mentions if m is not None for e in m.entities]
                if any(e.kind in (Kind.STATE, Kind.ORGANISATION) for e in entities):
                    return True
        return False

    def is_plural(self, token: Token) -> bool:
        """Whether a noun speaks of several agreements."""
        return token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() not in ("memorandum", "memoranda")

    def is_own(self, token: Token) -> bool:
        """Whether a plural names something all the same: "the Kelm Accords", "the deals with Norland"."""
        return self._has_parties_behind(token) or (token.tag_ == "NNPS" and self.is_proper(token))

    def is_place_in_name(self, token: Token, noun: Token) -> bool:
        """Whether a capital in a proper name says where it was concluded, and not by whom: "the Kelm Accords"."""
        mention = self._document.mention_at(noun)
        if mention is None or mention.form != "capital" or not self.is_proper(token):
            return False
        others = [m for t in self.modifiers(token) if (m := self._document.mention_at(t)) is not None]
        return all(m == mention or m.form != "capital" for m in others)

    def _matter(self, token: Token) -> Token | None:
        """The preposition with which a proper name goes on: "Convention against Torture", "Treaty on Open Skies"."""
        behind = next((c for c in token.children if c.dep_ == "prep" and c.i == token.i + 1), None)
        if behind is None or behind.lower_ not in knowledge()["matter_prepositions"]:
            return None
        named = (n for n in behind.children if n.dep_ in ("pobj", "pcomp"))
        return behind if any(n.text[:1].isupper() for n in named) else None

    def is_definite(self, token: Token) -> bool:
        """Whether the noun speaks of an agreement as known: "the pact", "their deal"."""
        return any(
            (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "both")) or c.dep_ == "poss"
            for c in token.children
        )

    def is_proper(self, token: Token) -> bool:
        """Whether the noun is part of a proper name, so that it can only be that agreement."""
        return token.tag_ in _PROPER and any(c.tag_ in _PROPER for c in token.children if c.dep_ in _MODIFIERS)

    def modifiers(self, token: Token) -> list[Token]:
        """The words before the noun that belong to its name."""
        return [
            word
            for left in token.lefts
            if left.dep_ in _MODIFIERS
            for word in left.subtree
            if word.pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "VERB") or word.text in "-–"
        ]

    def proper_marks(self, token: Token) -> set[str]:
        """The marks that are names: of places, of parties."""
        return {t.lemma_.lower() for t in self.modifiers(token) if t.tag_ in _PROPER}

    def marks(self, token: Token) -> set[str]:
        """What tells the agreement from others: its modifiers, the words of a name among them, what it is on."""
        found = {t.lemma_.lower() for t in self.modifiers(token) if t.is_alpha and not self._is_date(t)}
        for word in self.modifiers(token):
            if (mention := self._document.mention_at(word)) is not None and mention.form in ("name", "acronym"):
                found |= {w.lower() for e in mention.entities for w in self._document.entities[e].name.split()}
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("on", "over", "about"):
                content = [t for c in child.children for t in [c, *c.children] if t.pos_ in ("NOUN", "VERB")]
                found |= {t.lemma_.lower() for t in content if self._document.mention_at(t) is None}
        return found - set(knowledge()["passing_adjectives"]) - set(knowledge()["nouns"])

    def name(self, token: Token) -> str:
        """The agreement's name: the noun with its modifiers, dates and possessors left off."""
        mention = self._document.mention_at(token)
        if mention is not None and mention.form == "name":
            proper = [t for t in self.modifiers(token) if t.tag_ in _PROPER]
            matter = self._matter(token)
            behind = [t for t in matter.subtree if not _is_apart(t, matter)] if matter is not None else []
            tokens = [*proper, *self._document.doc[mention.start : mention.end], *behind]
        else:
            passing = knowledge()["passing_adjectives"]
            tokens = [t for t in self.modifiers(token) if self._is_of_name(t) and t.lower_ not in passing]
            tokens += [token, *self._after(token)]
        tokens += [c for c in token.rights if c.dep_ in ("nummod", "npadvmod") and c.text[:1].isdigit()]
        tokens = sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
        text = words_of(self._document, tokens, replaced=False)
        return self._in_full(tokens, text.replace('"', "").replace("“", "").replace("”", ""))

    def _is_of_name(self, token: Token) -> bool:
        """Whether a word before the noun is part of its name: no date, no verb of a headline, no party by its name."""
        if self._is_date(token) or (token.pos_ == "VERB" and token.dep_ != "amod"):
            return False
        if token.pos_ == "NUM" and any(t.tag_ == "$" for t in [*token.children, *token.head.children]):
            return False  # what it costs
        mention = self._document.mention_at(token)
        party = mention is not None and mention.form == "name" and token.text not in "-–"
        return not (party and mention and self._document.entities[mention.entities[0]].kind == Kind.STATE)

    def _after(self, token: Token) -> list[Token]:
        """ "... of understanding", "... on sending troops": what the name needs behind the noun."""
        for child in token.children:
            if child.dep_ != "prep" or child.i != token.i + 1:
                continue
            if child.lower_ == "of" and token.lemma_.lower() in knowledge()["nouns_with_of"]:
                return [
                    t
                    for t in child.subtree
                    if not any(a.lower_ in ("between", "with", "in") for a in [t, *t.ancestors] if a.i > child.i)
                ][:6]
            if child.lower_ == "on" and not self.modifiers(token) and not any(map(self._is_date, child.subtree)):
                kept = [
                    t for t in child.subtree if not any(a.dep_ == "relcl" for a in [t, *t.ancestors] if a.i > child.i)
                ]
                return [t for t in kept if t.pos_ != "PUNCT"] if len(kept) <= 8 else []
        return []

    def _in_full(self, tokens: list[Token], text: str) -> str:
        """The name with the acronym of an actor in it written out."""
        for token in tokens:
            mention = self._document.mention_at(token)
            if mention is not None and mention.end - mention.start == 1 and sum(c.isupper() for c in token.text) > 2:
                full = self._document.entities[mention.entities[0]].name
                return text.replace(token.text, full) if full not in text else text
        return text

    def mentions_in_name(self, token: Token) -> list[Mention]:
        """Organisations that the agreement is named by: the free trade area of "the X agreement"."""
        found = [self._document.mention_at(t) for t in self.modifiers(token) if t.tag_ in _PROPER]
        return [m for m in found if m is not None and m.form in ("name", "acronym")]

    def _is_date(self, token: Token) -> bool:
        return any(d.start <= token.idx < d.end for d in self._document.dates)


def governor_of(token: Token) -> Token:
    """What governs a noun: its head, or the verb for one that stands behind whom it was signed with ("signed, with Anna
    Berg, a protocol")."""
    partner = token.head
    if token.dep_ == "appos" and partner.dep_ == "pobj" and partner.head.lower_ == "with":
        verb = partner.head.head
        if verb.pos_ == "VERB" and verb.i < partner.head.i and verb.nbor(1).text == ",":
            return verb
    return token.head


def _is_apart(token: Token, above: Token) -> bool:
    """Whether a word below another stands in a clause of its own or behind a comma."""
    chain = [token, *(a for a in token.ancestors if a.i > above.i)]
    return token.pos_ == "PUNCT" or any(t.dep_ in ("relcl", "acl", "appos", "advcl") for t in chain)
