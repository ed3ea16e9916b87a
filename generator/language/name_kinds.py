"""What a proper name is taken for: the words in and around it decide first, the model's label last."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from generator.language.gazetteer import Gazetteer, Known
from generator.language.name_words import kind_of_label, name_words
from generator.model import Kind

_QUOTES = frozenset("\"“”'‘’")


@dataclass(frozen=True)
class NamePiece:
    """A stretch of tokens (end exclusive) that is one name, and what it is taken for; kind None: a place or thing."""

    start: int
    end: int
    kind: Kind | None
    known: Known | None = None
    sure: bool = False
    """Whether words or the gazetteer say so, not the model's label alone."""


def known_kind(known: Known) -> Kind | None:
    """The kind of a known name; platforms, on which others publish, are no actors."""
    if known.form == "demonym" and known.kind == Kind.PERSON:
        return None  # one of a people is nobody in particular
    return None if known.media == "platform" else known.kind


class Classifier:
    """Classifies the unknown names of one text."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._gazetteer = gazetteer

    def classify(self, start: int, end: int) -> NamePiece:
        """What an unknown name is."""
        while end > start + 1 and self._doc[end - 1].text in "-–'":
            end -= 1
        if self._is_thing(start, end):
            return NamePiece(start, end, None, None, True)
        if self._is_body(start, end):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        before = self._doc[start - 1] if start else None
        if before is not None and (self._gazetteer.person_honorific(before.text) or self._title_before(start)):
            return NamePiece(start, end, Kind.PERSON, None, True)
        span: Span = self._doc[start:end]
        labels = [t.ent_type_ for t in span if t.ent_type_ and t.text not in "-–"]
        label = max(sorted(set(labels)), key=labels.count) if labels else ""
        if not label and span.text.isupper() and len(span.text) > 1 and " " not in span.text:
            label = "ORG"  # an acronym
        return NamePiece(start, end, kind_of_label(label), None, False)

    def introduced_as_body(self, start: int) -> bool:
        """Whether a common noun for a body stands right before a name: "law firm X", "the airline X"."""
        before = self._doc[start - 1] if start else None
        return before is not None and before.tag_ == "NN" and before.is_lower and self._is_body_noun(before)

    def body_kind(self, end: int) -> Kind | None:
        """What a name is that ends, before a token, with a word for a body."""
        last = self._doc[end - 1]
        if last.lower_ in name_words("party_plurals"):
            return Kind.GROUP
        place = self._gazetteer.place_head(last.text) and not self._gazetteer.organisation_head(last.text)
        return None if place else Kind.ORGANISATION

    def _is_thing(self, start: int, end: int) -> bool:
        """Whether a name's words tell a place, a work, a law, a happening, a machine."""
        doc, last = self._doc, self._doc[end - 1].text
        several = end - start > 1
        if several and (self._gazetteer.event_head(last) or self._gazetteer.place_head(last)):
            return True
        if any(c.isdigit() for c in doc[start:end].text) or self._is_quoted(start, end) or self._is_shouted(start, end):
            return True
        if several and doc[start].text in name_words("leading_places"):
            return True
        after = doc[end] if end < len(doc) else None
        return self._is_common(after) and after is not None and after.lemma_ in name_words("place_nouns")

    def _is_body(self, start: int, end: int) -> bool:
        """Whether a common noun beside a name, or one set off behind it, tells that it is an organisation's."""
        after = self._doc[end] if end < len(self._doc) else None
        if end - start < 3 and self._is_common(after) and after is not None and self._is_body_noun(after):
            return not (start and self._title_before(start))
        return self._described_as_body(end) or self.introduced_as_body(start)

    @staticmethod
    def _is_common(token: Token | None) -> bool:
        return token is not None and token.is_lower and token.tag_ == "NN"

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether quotation marks hold the name and nothing else: a word or a work is named."""
        doc = self._doc
        return start > 0 and end < len(doc) and doc[start - 1].text in _QUOTES and doc[end].text in _QUOTES

    def _is_shouted(self, start: int, end: int) -> bool:
        """Whether the capitals are those of a whole clause: "WE WON, BY A LOT"."""
        around = [t for t in self._doc[max(0, start - 4) : end + 4] if t.is_alpha and t.text not in ("I", "A")]
        capitals = [t for t in around if t.is_upper]
        if not self._doc[start].is_upper or len(capitals) < 3:
            return False
        return any(t.is_stop for t in capitals) and 2 * len(capitals) > len(around)

    def _is_body_noun(self, noun: Token) -> bool:
        """Whether a common noun tells that the name beside it is an organisation's."""
        if noun.text in name_words("loose_nouns"):
            return False
        return self._gazetteer.organisation_class(noun.text) in name_words("body_classes")

    def _described_as_body(self, end: int) -> bool:
        """Whether an apposition tells that the name is an organisation's: "X, an Italian company"."""
        doc = self._doc
        if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the"):
            return False
        if doc[end - 1].ent_type_ == "PERSON" and doc[end - 1].ent_iob_ == "I":
            return False
        noun = next((t for t in doc[end + 2 : end + 7] if t.dep_ == "appos" or t.text == ","), None)
        return noun is not None and noun.tag_ == "NN" and self._is_body_noun(noun)

    def _title_before(self, start: int) -> bool:
        """Whether a title of office stands right before a position ("political scientist Ma")."""
        before = self._doc[start - 1]
        if self._gazetteer.is_title(before.lower_) or self._gazetteer.is_title(before.lemma_.lower()):
            return before.pos_ in ("NOUN", "PROPN", "ADJ")
        return start > 1 and self._gazetteer.is_title(self._doc[start - 2 : start].text)
