"""What a proper name is taken for: the words in and around it decide first, the model's label last."""

import re
from dataclasses import dataclass

from generator.language.description_words import knowledge as descriptions
from generator.language.gazetteer import Gazetteer, Known
from generator.language.genders import opens_with_given_name
from generator.language.name_persons import has_office_behind, owns_as_person
from generator.language.name_words import kind_of_label, name_words, names_vessel
from generator.language.parse import Doc, Token
from generator.model import Kind

_QUOTES = frozenset("\"“”'‘’")
_OFTEN_PERSONS = ("ORG", "NORP", "PRODUCT", "WORK_OF_ART", "FAC", "EVENT", "LAW", "")
"""Labels that the model gives persons whose names it does not know."""
_ENDINGS_OF_PEOPLES = ("s", "an", "ese", "ish", "ist", "ite", "men", "people")
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}|[B-HJ-Z]")


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
    """The kind of a known name; platforms, on which others publish, and works are no actors."""
    if known.form == "demonym" and known.kind == Kind.PERSON:
        return None  # one of a people is nobody in particular
    return None if known.media in ("platform", "work") else known.kind


class Classifier:
    """Classifies the unknown names of one text."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._gazetteer = gazetteer

    def classify(self, start: int, end: int) -> NamePiece:
        """What an unknown name is."""
        while end > start + 1 and self._doc[end - 1].text in "-–'":
            end -= 1
        if (told := self._by_words(start, end)) is not None:
            return told
        before = self._doc[start - 1] if start else None
        if before is not None and (self._gazetteer.person_honorific(before.text) or self._title_before(start)):
            return NamePiece(start, end, Kind.PERSON, None, True)
        if end - start > 1 and (self.described_as_person(end) or self._opens_with_initial(start)):
            return NamePiece(start, end, Kind.PERSON, None, True)
        if end - start > 1 and (has_office_behind(self._doc, self._gazetteer, end) or owns_as_person(self._doc, end)):
            return NamePiece(start, end, Kind.PERSON, None, True)
        if self._is_apposed_to_title(start, end):
            return NamePiece(start, end, Kind.PERSON, None, True)
        span = self._doc.span(start, end)
        labels = [t.ent_type_ for t in span if t.ent_type_ and t.text not in "-–"]
        label = max(sorted(set(labels)), key=labels.count) if labels else ""
        if not label and span.text.isupper() and len(span.text) > 1 and " " not in span.text:
            label = "ORG"  # an acronym
        if label == "PERSON" and end - start == 1 and self._is_acronym_of_owner(end):
            label = "ORG"
        if label == "NORP" and self._is_singular_body(end):
            label = "ORG"
        if label in _OFTEN_PERSONS and self._bears_given_name(start, end):
            label = "PERSON"
        return NamePiece(start, end, kind_of_label(label), None, False)

    def _by_words(self, start: int, end: int) -> NamePiece | None:
        """What the words of a name and those beside it tell at once: a thing, a people or a body."""
        if self._is_thing(start, end):
            return NamePiece(start, end, None, None, True)
        after = self._doc[end] if end < len(self._doc) else None
        if after is not None and self._is_common(after) and after.lower_ in name_words("peoples_behind"):
            return NamePiece(start, end, Kind.GROUP, None, True)  # "the Danvar tribe"
        if self._is_body(start, end):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        return None

    def _opens_with_initial(self, start: int) -> bool:
        """Whether a name's first word is an initial: "J. Brandt", not "T-cell"."""
        return _INITIALS.fullmatch(self._doc[start].text) is not None and self._doc[start + 1].text not in "-–"

    def _is_acronym_of_owner(self, end: int) -> bool:
        """Whether a word in capitals stands before the title and the name of somebody ("JAXB president Ana Brandt")."""
        doc = self._doc
        if end + 1 >= len(doc) or not doc[end - 1].is_upper or len(doc[end - 1].text) < 3:
            return False
        stops = range(min(end + 3, len(doc) - 1), end, -1)
        office = next((k for k in stops if self._gazetteer.is_title(doc.span(end, k).text)), None)
        return office is not None and doc[end].is_lower and doc[office].text[:1].isupper()

    def _is_singular_body(self, end: int) -> bool:
        """Whether what the model takes for a people is one thing: a party's name, no plural and no adjective."""
        last, after = self._doc[end - 1], self._doc[end] if end < len(self._doc) else None
        if last.tag_ != "NNP" or last.lower_.endswith(_ENDINGS_OF_PEOPLES):
            return False
        return after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ")

    def _bears_given_name(self, start: int, end: int) -> bool:
        """Whether a name of two to four words opens with a given name and nothing in it tells of a body."""
        words = [t for t in self._doc[start:end] if t.is_alpha]
        if not 2 <= len(words) <= 4 or any(t.is_upper and len(t.text) > 1 for t in words):
            return False
        if any(self._gazetteer.organisation_head(t.text) for t in words[1:]):
            return False
        return opens_with_given_name(self._doc.span(start, end).text)

    def introduced_as_body(self, start: int) -> bool:
        """Whether a common noun for a body stands right before a name: "law firm X", "the airline X"."""
        before = self._doc[start - 1] if start else None
        if before is not None and before.is_sent_start and before.lower_ in name_words("classes_before"):
            return not opens_with_given_name(self._doc[start].text)  # "Carmaker Danvar said"
        if before is None or before.tag_ != "NN" or not before.is_lower or self._is_trade_of_person(start):
            return False
        if before.text in name_words("teams_before") and start > 1 and self._doc[start - 2].pos_ in ("PROPN", "ADJ"):
            return True  # "Norlandish team Danvar9"
        narrowed = start > 1 and self._doc[start - 2].tag_ == "NN"  # "consumer group X", "news site X"
        return self._is_class_noun(before) if narrowed else self._is_body_noun(before)

    def _is_trade_of_person(self, start: int) -> bool:
        """Whether a noun before a name is a person's trade here: "the broadcaster Ana Brandt", by the model's label."""
        doc = self._doc
        if doc[start - 1].text not in name_words("persons_or_bodies"):
            return False
        end = next((k for k in range(start, min(start + 5, len(doc))) if doc[k].ent_type_ != "PERSON"), start)
        return 2 <= end - start <= 3 and doc[start].ent_iob_ == "B"

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
        if several and names_vessel(doc.span(start, end)):
            return True
        if several and (self._gazetteer.event_head(last) or self._gazetteer.place_head(last)):
            return not self._is_person_like_thing(start, end)
        if several and end < len(doc) and self._is_common(doc[end]) and doc[end].lemma_ in name_words("works_behind"):
            return True
        if start and doc[start - 1].text == "#":
            return True
        if several and doc[end - 2].text in "-–" and doc[end - 1].text in name_words("participles_behind"):
            return True  # "Danvar Prize-winning"
        numbered = any(c.isdigit() for c in doc.span(start, end).text)
        if numbered or self._is_quoted(start, end) or self._is_shouted(start, end):
            return True
        if several and doc[start].text in name_words("leading_places"):
            return True
        if not several and self._is_plain_modifier(start):
            return True
        if self._is_introduced_as_thing(start):
            return True
        after = doc[end] if end < len(doc) else None
        return self._is_common(after) and after is not None and after.lemma_ in name_words("place_nouns")

    def _is_plain_modifier(self, i: int) -> bool:
        """Whether a capital is a common word's before a noun ("Web sites"), or tells a leaning ("a Marxist party")."""
        doc, token = self._doc, self._doc[i]
        if i + 1 >= len(doc) or doc[i + 1].tag_ not in ("NN", "NNS") or not doc[i + 1].is_lower:
            return False
        if token.tag_ == "NN" and token.dep_ == "compound":
            return token.text.istitle() and token.ent_type_ == ""
        leaning = token.tag_ == "JJ" and token.ent_type_ == "NORP" and token.head.i > i
        return leaning and any(c.lower_ in ("a", "an") for c in (*token.head.children, *token.head.head.children))

    def _is_person_like_thing(self, start: int, end: int) -> bool:
        """Whether a title, the model or the surname tells that "Ellen Park" is a person and no park."""
        doc = self._doc
        if all(t.ent_type_ == "PERSON" for t in doc[start:end]):
            return True
        if not opens_with_given_name(doc.span(start, end).text):
            return False
        alike = doc[end - 1].lower_ in name_words("surnames_like_things") and end - start == 2
        return start > 0 and (self._title_before(start) or (alike and doc[start - 1].lower_ != "the"))

    def _is_spoken_for(self, start: int, end: int) -> bool:
        """Whether "spokesman for", "member of" stand before a name that is no person's and no place's."""
        doc = self._doc
        i = start - 1 - (start > 1 and doc[start - 1].lower_ == "the")
        if i < 1 or doc[i].lower_ not in ("for", "of") or doc[i - 1].lower_ not in name_words("offices_of_bodies"):
            return False
        label = doc[end - 1].ent_type_
        if label in ("GPE", "LOC", "FAC") or (label == "PERSON" and end - start == 1):
            return False
        return label != "PERSON" or not opens_with_given_name(doc.span(start, end).text)

    def _is_introduced_as_thing(self, start: int) -> bool:
        """Whether a common noun before a name tells a place, a work or a vehicle: "the ferry X", "the mayor of X"."""
        if start < 2:
            return False
        before = self._doc[start - 1]
        if before.lower_ == "of":
            return self._doc[start - 2].lower_ in name_words("settlements")
        return self._is_common(before) and before.lower_ in name_words("things_before")

    def _is_body(self, start: int, end: int) -> bool:
        """Whether a common noun beside a name, or one set off behind it, tells that it is an organisation's."""
        if any(t.text == "&" for t in self._doc[start:end]) or self._is_spoken_for(start, end):
            return True
        after = self._doc[end] if end < len(self._doc) else None
        titled = start > 0 and self._title_before(start)
        if end - start < 3 and self._is_common(after) and after is not None and self._is_body_noun(after):
            return not titled
        if titled:
            return self.introduced_as_body(start)
        told = self._described_as_body(end) or self._is_said_to_be_body(start, end) or self._is_set_off(start, end)
        return told or self.introduced_as_body(start)

    def _is_said_to_be_body(self, start: int, end: int) -> bool:
        """Whether a clause tells that a name is a body's: "X is a militant group", "X was founded in 2031"."""
        head = self._doc.span(start, end).root
        verb = head.head
        if head.dep_ == "nsubjpass":
            return verb.lemma_ in name_words("founded") and not opens_with_given_name(self._doc[start].text)
        if head.dep_ != "nsubj" or verb.lemma_ != "be" or any(c.dep_ == "neg" for c in verb.children):
            return False
        noun = next((c for c in verb.children if c.dep_ == "attr"), None)
        if noun is None or noun.tag_ != "NN" or not noun.is_lower or not self._is_class_noun(noun):
            return False
        return any(c.lower_ in ("a", "an") for c in noun.children) and not self._gazetteer.is_title(noun.text)

    def _is_set_off(self, start: int, end: int) -> bool:
        """Whether commas set a name off behind the noun for a body: "the gay rights organization, Stonewall,"."""
        doc = self._doc
        if start < 3 or end >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
            return False
        noun = doc[start - 2]
        if noun.tag_ != "NN" or not noun.is_lower or noun.text in name_words("persons_or_bodies"):
            return False
        determined = any(c.lower_ in ("the", "a", "an") for c in noun.children)
        named = opens_with_given_name(doc.span(start, end).text)
        return determined and not named and self._is_body_noun(noun)

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
        return noun.text not in name_words("loose_nouns") and self._is_class_noun(noun)

    def _is_class_noun(self, noun: Token) -> bool:
        of_body = self._gazetteer.organisation_class(noun.text) in name_words("body_classes")
        return of_body or noun.text in name_words("nouns_of_bodies")

    def _described_as_body(self, end: int) -> bool:
        """Whether an apposition tells that the name is an organisation's: "X, an Italian company"."""
        doc = self._doc
        if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the"):
            return False
        noun = next((t for t in doc[end + 2 : end + 7] if t.dep_ == "appos" or t.text == ","), None)
        if noun is None or noun.tag_ != "NN" or not self._is_class_noun(noun):
            return False
        return noun.i + 1 >= len(doc) or doc[noun.i + 1].pos_ not in ("VERB", "AUX")  # "..., the movement was"

    def described_as_person(self, end: int) -> bool:
        """Whether an age or a trade set off behind a name tells that it is a person's: "X, 54,", "X, a fisherman"."""
        doc = self._doc
        if end + 2 >= len(doc) or doc[end].text != ",":
            return False
        if doc[end + 1].like_num and doc[end + 2].text in ",.":
            return doc[end + 1].text.isdigit() and len(doc[end + 1].text) == 2
        if doc[end + 1].lower_ not in ("a", "an"):
            return False
        noun = next((t for t in doc[end + 2 : end + 9] if t.dep_ == "appos" or t.text == ","), None)
        return noun is not None and noun.tag_ == "NN" and (self._gazetteer.is_title(noun.lower_) or _is_human(noun))

    def _is_apposed_to_title(self, start: int, end: int) -> bool:
        """Whether a description of a person stands before a name and its comma: "A resident of the port, X said"."""
        doc = self._doc
        if start < 3 or doc[start - 1].text != "," or end >= len(doc) or doc[end].pos_ not in ("VERB", "AUX", "PUNCT"):
            return False
        if self._is_subject_set_off(start, end):
            return True
        before = doc[max(doc[start].sent.start, start - 9) : start - 1]
        if any(t.pos_ in ("VERB", "AUX", "PUNCT", "CCONJ", "SCONJ") for t in before) or len(before) < 2:
            return False
        noun = next((t for t in before if t.pos_ in ("NOUN", "PROPN")), None)
        if before[0].lower_ not in ("a", "an", "another", "one") or noun is None or noun.tag_ != "NN":
            return False
        of_people = self._gazetteer.group_noun(noun.lower_) is not None and not self._is_class_noun(noun)
        return of_people or self._gazetteer.is_title(noun.lower_)

    def _is_subject_set_off(self, start: int, end: int) -> bool:
        """Whether commas set a name off between a title and its verb: "The director for X, Y, said"."""
        doc = self._doc
        if end - start < 2 or end + 1 >= len(doc) or doc[end].text != "," or doc[end + 1].pos_ not in ("VERB", "AUX"):
            return False
        subject = next((c for c in doc[end + 1].children if c.dep_ == "nsubj" and c.i < start), None)
        if subject is None or subject.tag_ not in ("NN", "NNP") or subject.i + 1 >= start - 1:
            return False
        behind = doc[subject.i + 1].lower_ in ("of", "for", "at", "in", "who")
        return behind and self._gazetteer.is_title(subject.lower_) and not self._is_class_noun(subject)

    def _title_before(self, start: int) -> bool:
        """Whether a title of office stands right before a position ("political scientist Ma")."""
        before = self._doc[start - 1]
        if before.text in "([":
            return False
        if self._gazetteer.is_title(before.lower_) or self._gazetteer.is_title(before.lemma_.lower()):
            return before.pos_ in ("NOUN", "PROPN", "ADJ")
        return start > 1 and self._gazetteer.is_title(self._doc.span(start - 2, start).text)


def _is_human(noun: Token) -> bool:
    """Whether a noun means a woman or a man by itself ("woman", "grandfather")."""
    return noun.lower_ in descriptions()["feminine"] or noun.lower_ in descriptions()["masculine"]
