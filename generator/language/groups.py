"""Groups of people and single persons that an article does not name: "Norlandish protesters", "a government source"."""

from spacy.tokens import Doc, Token

from generator.language.description_words import knowledge
from generator.language.document import Document, Entity, Mention
from generator.language.gazetteer import Gazetteer
from generator.language.name_forms import fold
from generator.language.noun_phrases import kind_of
from generator.model import Kind


class Groups:
    """The unnamed people of one article."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._groups: dict[str, int] = {}
        """Folded phrase to entity."""

    def speaks(self, token: Token, lemma: str) -> bool:
        """Whether a singular noun for a person is the subject of a verb of speech ("a government source said")."""
        noun = self._gazetteer.group_noun(lemma)
        if noun is None or not noun.speaker or self._gazetteer.organisation_head(lemma):
            return False
        if lemma in knowledge()["leaders"] or self._is_named(token) or any(c.dep_ == "appos" for c in token.children):
            return False
        verb = token.head
        if token.dep_ == "nsubj":
            return verb.lemma_ in knowledge()["speaking_verbs"]
        return token.dep_ == "pobj" and verb.lower_ == "to" and verb.head.lower_ == "according"

    def _is_named(self, token: Token) -> bool:
        """Whether the person's name follows: "a protester called X"."""
        for t in self._doc[token.i + 1 : min(token.i + 9, token.sent.end)]:
            if t.text in ',."':
                return False
            if kind_of(self._document, self._document.mention_at(t)) == Kind.PERSON:
                return True
        return False

    def add_person(self, token: Token) -> None:
        """A person without a name, told apart by the phrase: "Norlandish government source"."""
        start = token.i
        while start > token.left_edge.i and self._doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
            start -= 1
        text = self._doc[start : token.i + 1].text
        self._document.entities.append(Entity(text, Kind.PERSON))
        index = len(self._document.entities) - 1
        self._document.add(Mention(start, token.i + 1, token.i, "group", text, (index,)))

    def add(self, token: Token) -> None:
        """A plural noun for people: "Norlandish protesters", "legal and religious groups", "analysts"."""
        persons = self._named_after(token)
        if persons:
            self._document.add(Mention(token.i, token.i + 1, token.i, "description", token.text, persons))
            return
        start = self._start(token)
        text = self._phrase(start, token)
        key = fold(text)
        index = self._same_people(key, bare=start == token.i)
        if index is None:
            self._document.entities.append(Entity(text, Kind.GROUP, plural=True))
            index = len(self._document.entities) - 1
        entity = self._document.entities[index]
        if len(text) > len(entity.name) and fold(entity.name) == key.split()[-1]:
            entity.aliases.add(entity.name)
            entity.name = text
        elif text != entity.name:
            entity.aliases.add(text)
        self._groups[key] = index
        self._document.add(Mention(start, token.i + 1, token.i, "group", text, (index,)))

    def _start(self, token: Token) -> int:
        """Where a group's phrase starts: at the first word that tells who they are."""
        start = token.i
        while start > token.left_edge.i and self._narrows(self._doc[start - 1]):
            start -= 1
        while start < token.i and self._doc[start].pos_ in ("CCONJ", "PUNCT"):
            start += 1
        return start

    def _narrows(self, left: Token) -> bool:
        if left.pos_ not in ("ADJ", "NOUN", "PROPN", "CCONJ") and left.text != "-" and left.tag_ != "VBN":
            return False
        if left.lower_ in knowledge()["dropped_modifiers"]:
            return False
        return kind_of(self._document, self._document.mention_at(left)) != Kind.PERSON

    def _phrase(self, start: int, token: Token) -> str:
        """A group's phrase; a capital that is only the sentence's is made small."""
        text = self._doc[start : token.i + 1].text
        first = self._doc[start]
        named = first.tag_ in ("NNP", "NNPS") or first.ent_type_ != "" or self._document.mention_at(first) is not None
        return text[:1].lower() + text[1:] if first.is_sent_start and not named else text

    def _same_people(self, key: str, bare: bool) -> int | None:
        """The group told of before: "protesters" after "Norlandish protesters", unless another modifier parts them."""
        index = self._groups.get(key)
        if index is None and bare:
            return next((n for k, n in reversed(self._groups.items()) if k.split()[-1] == key), None)
        return index if index is not None else self._groups.get(key.split()[-1])

    def _named_after(self, token: Token) -> tuple[int, ...]:
        """The persons that a plural noun names at once ("her counterparts, A, B and C")."""
        doc, i = self._doc, token.i + 1
        if i + 1 >= len(doc) or (doc[i].text not in (",", ":") and self._document.mention_at(i) is None):
            return ()
        found: list[int] = []
        while i < len(doc):
            mention = self._document.mention_at(i)
            if mention is None:
                if doc[i].text not in (",", "and", ":"):
                    break
                i += 1
                continue
            if kind_of(self._document, mention) != Kind.PERSON:
                return ()
            found += mention.entities
            i = mention.end
        return tuple(dict.fromkeys(found)) if len(found) > 1 else ()
