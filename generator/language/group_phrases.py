"""The phrases by which an article speaks of people whom it does not name: where they start, what tells who is meant."""

from generator.language.description_words import knowledge
from generator.language.document import Document
from generator.language.gazetteer import Gazetteer
from generator.language.name_forms import fold
from generator.language.noun_phrases import kind_of
from generator.language.parse import Doc, Token
from generator.model import Kind

_LONGEST_COMPLEMENT = 7
"""Tokens."""
_NO_COMPLEMENT = ("VERB", "AUX", "PRON", "NUM")


class GroupPhrases:
    """Reads the phrases around nouns for people in one document."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer

    def start(self, token: Token) -> int:
        """Where a group's phrase starts: at the first word that tells who they are."""
        start = token.i
        while start > token.left_edge.i and self._narrows(self._doc[start - 1]):
            start -= 1
        if 0 < start < token.i and self._doc[start].text == "-" and self._doc[start - 1].pos_ in ("NUM", "DET", "PRON"):
            start = min(start + 2, token.i)  # "a six-member | Norlandish team", "June 7, 2031 - | Soldiers"
        while start < token.i and self._doc[start].pos_ in ("CCONJ", "PUNCT"):
            start += 1
        if start < token.i and self._hides_verb(start, token):
            return token.i
        return token.i if any(self._acts_inside(self._doc[i], token) for i in range(start, token.i)) else start

    def text(self, start: int, token: Token) -> str:
        """A group's phrase; a capital that is only the sentence's is made small."""
        text = self._doc.span(start, token.i + 1).text
        first = self._doc[start]
        named = first.tag_ in ("NNP", "NNPS") or first.ent_type_ != "" or self._document.mention_at(first) is not None
        named = named or any(t.text == first.text and not t.is_sent_start for t in self._doc)
        return text[:1].lower() + text[1:] if first.is_sent_start and not named else text

    def key(self, start: int, token: Token, text: str) -> str:
        """A group's phrase for comparing, with the name of a state for its other forms: "US officials"."""
        state = self._document.mention_at(start)
        if state is None or state.end > token.i or kind_of(self._document, state) is not Kind.STATE:
            return fold(text)
        return fold(f"{self._document.entities[state.entities[0]].name} {self._doc.span(state.end, token.i + 1).text}")

    def owned(self, start: int, text: str) -> str | None:
        """A group's phrase with the name of whose people they are: "Brandt's supporters", "Norland's leaders"."""
        i = start - 1
        while i > 0 and (self._doc[i].pos_ == "NUM" or self._doc[i].lower_ in knowledge()["dropped_modifiers"]):
            i -= 1
        if i < 1 or self._doc[i].tag_ not in ("POS", "PRP$"):
            return None
        whose = self._document.mention_at(i - 1 if self._doc[i].tag_ == "POS" else i)
        if whose is None or len(whose.entities) > 1 or whose.form == "group":
            return None
        owner = self._document.entities[whose.entities[0]]
        named = any(m.form in ("name", "acronym") for m in owner.mentions)
        return f"{owner.name}'s {text}" if named and owner.kind is not None else None

    def with_complement(self, start: int, token: Token) -> str | None:
        """A group's phrase with what tells who they are behind it: "researchers at Harbour College"."""
        preposition = next((c for c in token.rights if c.dep_ == "prep"), None)
        if preposition is None or preposition.i != token.i + 1 or preposition.lower_ not in knowledge()["complements"]:
            return None
        noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
        if noun is None:
            return None
        mention = self._document.mention_at(noun)
        named = mention is not None and mention.form in ("name", "acronym") and mention.end <= noun.i + 3
        end = max(mention.end if named and mention is not None else noun.i + 1, noun.i + 1)
        if any(c.dep_ == "conj" for c in noun.children):
            end = max(t.i for t in noun.subtree) + 1  # "ministers of Norland and Sudia"
        inside = self._doc[token.i + 2 : end]
        if len(inside) > _LONGEST_COMPLEMENT or any(t.pos_ in _NO_COMPLEMENT or t.text == "," for t in inside):
            return None
        pointed = preposition.lower_ == "at" or any(c.tag_ == "PRP$" for c in noun.children)
        plain = noun.tag_ in ("NNS", "NN") and not pointed
        return f"{self.text(start, token)} {self._doc.span(token.i + 1, end).text}" if named or plain else None

    def _hides_verb(self, start: int, token: Token) -> bool:
        """Whether a "that" before a name has no verb of its own: "asked that Norland free journalists"."""
        mention = self._document.mention_at(start)
        named = mention is not None and mention.form == "name" and mention.start == start
        return named and any(c.dep_ == "mark" and c.i == start - 1 for c in token.children)

    def _acts_inside(self, word: Token, token: Token) -> bool:
        """Whether a word is people of their own, with a verb taken for a noun behind: "smugglers move migrants"."""
        between = self._doc[word.i + 1 : token.i]
        if word.tag_ != "NNS" or not between or word.lemma_.lower() in knowledge()["anybody"]:
            return False
        run_on = any(t.text in "-'’" or t.pos_ in ("CCONJ", "PROPN") or t.tag_ != "NN" for t in between)
        return not run_on and self._gazetteer.group_noun(word.lemma_.lower()) is not None

    def _narrows(self, left: Token) -> bool:
        if left.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ") and left.text != "-" and left.tag_ != "VBN":
            return False
        before = left.nbor(-1) if left.i else None
        if (
            left.tag_ == "VBN"
            and before is not None
            and before.pos_ in ("NOUN", "PROPN")
            and before.i >= left.sent.start
        ):
            return False  # "a bus tripped pilgrims": a verb taken for a participle
        if left.ent_type_ in ("DATE", "TIME") or (left.lower_.endswith("ing") and left.i and left.nbor(-1).text == ","):
            return False  # "... on Monday, surprising investors"
        if left.lower_ in knowledge()["dropped_modifiers"] and left.nbor(1).text != "-":
            return False
        return kind_of(self._document, self._document.mention_at(left)) != Kind.PERSON
