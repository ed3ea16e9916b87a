"""Proper names in a parsed text, found by their capitals and repaired by general patterns before they are believed.

The model's entity labels are one vote among several: titles, organisation words, the gazetteer and the name's other
uses in the article decide first, because the model takes airlines, choirs and agencies for persons or places.
"""

from dataclasses import replace

from generator.language.compound_bodies import closes_with_number, is_free_name, is_movement, past_origin, settled
from generator.language.gazetteer import Gazetteer, Known
from generator.language.genders import opens_with_given_name
from generator.language.name_bodies import long_bodies
from generator.language.name_cabinets import with_leaders
from generator.language.name_kinds import Classifier, NamePiece, known_kind
from generator.language.name_persons import person_at_end, stands_behind_office
from generator.language.name_runs import RunFinder
from generator.language.name_words import is_capital, name_words, names_vessel
from generator.language.office_words import OfficeWords
from generator.language.parse import Doc
from generator.model import Kind

_WHOLE_NAMES = ("name", "acronym")
_PLAIN_FORMS = ("name", "capital")
_LONGEST_PERSON, _LONGEST_WITH_PLACE = 4, 6
"""Tokens. A person's name alone, and with the place or the paper before it whose office the person has."""


def find_names(doc: Doc, text: str, gazetteer: Gazetteer) -> list[NamePiece]:
    """The names of a parsed text, in order; none overlaps another. Titles of office are no part of a name."""
    return NameFinder(doc, text, gazetteer).find()


class NameFinder:
    """Finds and classifies the names of one text."""

    def __init__(self, doc: Doc, text: str, gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        self._known = self._known_spans(text)
        states = {
            s: e for (s, e), k in self._known.items() if k.domain in ("state", "region") and k.form in _WHOLE_NAMES
        }
        self._bodies = long_bodies(doc, gazetteer, {i for s, e in self._known for i in range(s, e)}, states)
        self._body_ends = dict(self._bodies)
        self._known_ends = dict(sorted(self._known))
        named = [(s, e) for s, e in self._known if e - s > 1]
        self._offices = OfficeWords(doc, gazetteer, {i for s, e in [*named, *self._bodies] for i in range(s, e)})
        self._classifier = Classifier(doc, gazetteer)

    def find(self) -> list[NamePiece]:
        """The names, in order."""
        pieces: list[NamePiece] = []
        for start, end in RunFinder(self._doc, self._gazetteer, [*self._known, *self._bodies], self._offices).find():
            pieces += self._split(start, end)
        pieces = settled(self._doc, [p for p in pieces if not self._is_product(p)])
        taken = {i for p in pieces for i in range(p.start, p.end)}
        for (start, end), entry in self._known.items():
            piece = NamePiece(start, end, known_kind(entry), entry, True)
            part_of_title = entry.domain == "organisation" and end - start == 1 and self._names_field(start)
            if not taken & set(range(start, end)) and not self._is_product(piece) and not part_of_title:
                pieces.append(piece)
                taken |= set(range(start, end))
        return with_leaders(self._doc, sorted(pieces, key=lambda p: p.start), self._offices)

    def _names_field(self, i: int) -> bool:
        """Whether a word that also names a party is the field of an office ("Labour Minister")."""
        following = self._doc[i + 1].lower_ if i in self._offices and i + 1 < len(self._doc) else ""
        return following == "and" or following in name_words("offices_of_fields")

    def _is_product(self, piece: NamePiece) -> bool:
        """Whether "a" before the name of a body tells that one thing it makes is meant: "hit by a Danvar"."""
        one_name = piece.kind == Kind.ORGANISATION or (piece.kind == Kind.PERSON and piece.end == piece.start + 1)
        if not one_name or not piece.start or piece.end >= len(self._doc):
            return False
        if self._doc[piece.start - 1].lower_ not in ("a", "an"):
            return False
        after = self._doc[piece.end]
        return after.pos_ not in ("NOUN", "PROPN", "ADJ") and after.text not in "-–" and after.tag_ != "POS"

    def _known_spans(self, text: str) -> dict[tuple[int, int], Known]:
        """What the gazetteer knows, by token span. Hyphenated compounds are looked into ("Turkish-Libyan")."""
        found: dict[tuple[int, int], Known] = {}
        for start, end, entry in self._gazetteer.find(text):
            span = self._doc.char_span(start, end, alignment_mode="expand")
            if span is None or "$" in span.text:
                continue
            if span.end < len(self._doc) and self._doc[span.end].lower_ in ("dollar", "dollars"):
                continue
            if span[0].lower_ == "the" and len(span) > 1 and entry.domain != "media":
                span = self._doc.span(span.start + 1, span.end)
            if abs(len(span.text) - (end - start)) <= 5:
                found[span.start, span.end] = entry
        return found

    def _split(self, start: int, end: int) -> list[NamePiece]:
        """Cut a run into names: known ones, and what is left once titles of office are taken away."""
        cut = self._known_ends.get(start, end)
        if start > 1 and cut < end and self._doc[start - 1].text == "-" and self._doc[start - 2].is_lower:
            entry = self._known[start, cut]  # "pro-Norland | Harbour Party"
            return [NamePiece(start, cut, known_kind(entry), entry, True), *self._split(cut, end)]
        if end - start > 1 and closes_with_number(self._doc, end):
            return self._split(start, end - 1)  # "Danvar Airlines | Flight 214"
        based = past_origin(self._doc, start, end)
        if based is not None:
            return [*self._split(start, based[0]), *self._split(based[1], end)]
        opens = self._doc[start].is_sent_start and start not in self._known_ends and start not in self._body_ends
        if opens and end - start > 1 and self._doc[start].lower_ in name_words("classes_before"):
            return self._split(start + 1, end)  # "Carmaker | Danvar"
        whole = self._whole(start, end)
        if whole is not None:
            return [whole]
        body = self._body_end(start, end)
        if body is None:
            return self._split_at_known(start, end)
        settled = self._settled(start, end)
        begin = min(self._body_start(start, body), settled[0] if settled else body)
        if self._has_office_of(begin) and (person := person_at_end(self._doc, self._gazetteer, begin, body)):
            body = person  # "head of the Harbour Council | Ana Brandt"
        left = self._split(start, begin) if begin > start else []
        rest = self._split(body, end) if body < end else []
        if len(rest) == 1 and not rest[0].known and self._has_office_of(begin):
            rest = [replace(rest[0], kind=Kind.PERSON, sure=True)]  # "director of Free Norland Ana Brandt"
        kind = Kind.ORGANISATION if settled else self._classifier.body_kind(body)
        return [*left, NamePiece(begin, body, kind, None, True), *rest]

    def _has_office_of(self, begin: int) -> bool:
        """Whether "director of" stands before a body's name."""
        return stands_behind_office(self._doc, self._offices, begin)

    def _whole(self, start: int, end: int) -> NamePiece | None:
        """The run as one name, where it is known or its words tell at once what it is."""
        entry = self._known.get((start, end))
        if entry:
            return NamePiece(start, end, known_kind(entry), entry, True)
        if self._is_thing(start, end) and self._settled(start, end) is None:
            return NamePiece(start, end, None, None, True)
        if self._doc[start].text in name_words("legal_forms_before") and 2 <= end - start <= _LONGEST_WITH_PLACE:
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        if self._classifier.introduced_as_body(start) and is_free_name(self._known, self._offices, start, end):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        if self._is_one_entity(start, end) and is_movement(self._doc, self._known, self._offices, start, end):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        government = self._government(start, end)
        return NamePiece(start, end, Kind.STATE, government, True) if government else None

    def _is_thing(self, start: int, end: int) -> bool:
        """Whether a run is the name of a place, a building, a law or a happening."""
        doc, last = self._doc, self._doc[end - 1].text
        if end - start < 2:
            return False
        if names_vessel(doc.span(start, end)):
            return True
        if self._is_person_like_place(start, end):
            return False
        head = self._gazetteer.organisation_head(last)
        if self._gazetteer.place_head(doc.span(end - 2, end).text) or (self._gazetteer.place_head(last) and not head):
            return True
        if end - start > 2 and not head and all(doc[i].ent_type_ == "FAC" for i in range(start, end)):
            return True
        if not self._gazetteer.event_head(last) or not self._is_one_entity(start, end):
            return False
        joiners = name_words("joiners")
        body = (
            self._gazetteer.organisation_head(doc[i].text)
            for i in range(start, end - 1)
            if doc[i + 1].lower_ in joiners
        )
        return not any(body)

    def _is_person_like_place(self, start: int, end: int) -> bool:
        """Whether a title, the model or the surname tells that "Ellen Park" is a person and no park."""
        if end - start > 3 or not opens_with_given_name(self._doc.span(start, end).text):
            return False
        if self._has_title(start) or all(t.ent_type_ == "PERSON" for t in self._doc[start:end]):
            return True
        the = start > 0 and self._doc[start - 1].lower_ == "the"
        return self._doc[end - 1].lower_ in name_words("surnames_like_things") and end - start == 2 and not the

    def _is_one_entity(self, start: int, end: int) -> bool:
        """Whether the model takes a run of several words for one name."""
        doc = self._doc
        return end - start > 1 and doc[start].ent_type_ != "" and all(t.ent_iob_ == "I" for t in doc[start + 1 : end])

    def _government(self, start: int, end: int) -> Known | None:
        """The state that "Government of Norland" or "Norlandish Government" means."""
        states = [(s, e) for (s, e), k in self._known.items() if start <= s and e <= end and k.domain == "state"]
        if len(states) != 1:
            return None
        first, last = states[0]
        rest = [t.lower_ for t in self._doc[start:end] if not first <= t.i < last and t.lower_ not in ("of", "the")]
        return (
            replace(self._known[first, last], form="name")
            if rest in (["government"], ["federal", "government"])
            else None
        )

    def _split_at_known(self, start: int, end: int) -> list[NamePiece]:
        """Cut a run that holds no body's name at titles and known names."""
        pieces: list[NamePiece] = []
        name_start: int | None = None
        i = start
        while i < end:
            office = None if self._offices.is_personal(i) else self._offices.end(i, end)
            known_end = self._known_ends.get(i)
            entry_end = known_end if known_end is not None and known_end <= end else None
            if office is None and entry_end is None:
                name_start = i if name_start is None and is_capital(self._doc[i]) else name_start
                i += 1
                continue
            known = self._known[i, entry_end] if entry_end and not (office and office > entry_end) else None
            if (
                known
                and entry_end
                and name_start is not None
                and not office
                and self._continues_name(name_start, i, entry_end == end, known)
            ):
                i = entry_end
                continue
            if name_start is not None:
                pieces += self._classified(name_start, i, pieces)
                name_start = None
            if known and entry_end:
                if self._starts_name(i, entry_end, end, known):
                    name_start = i
                else:
                    pieces.append(NamePiece(i, entry_end, known_kind(known), known, True))
                i = entry_end
            else:
                i = office or i + 1
        if name_start is not None:
            pieces += self._classified(name_start, end, pieces)
        return pieces

    def _classified(self, start: int, end: int, before: list[NamePiece]) -> list[NamePiece]:
        """A name by what stands before it: "ambassador to Norland | Ana Brandt", "mayor of | Tarsk | Ana Brandt"."""
        beside = before[-1].start if before and before[-1].end == start else start
        if beside == start and self._is_titled_person(start, end):
            return [NamePiece(start, end, Kind.PERSON, None, True)]
        if not self._has_office_of(beside) or not 2 <= end - start <= _LONGEST_WITH_PLACE:
            return [self._classifier.classify(start, end)]
        inner = person_at_end(self._doc, self._gazetteer, start, end)
        if inner is not None and not self._given_name(start, end):
            place = [NamePiece(start, inner, None, None, False)] if beside == start else []
            return [*place, NamePiece(inner, end, Kind.PERSON, None, True)]
        if end - start > _LONGEST_PERSON or beside == start:
            return [self._classifier.classify(start, end)]
        return [NamePiece(start, end, Kind.PERSON, None, True)]

    def _is_titled_person(self, start: int, end: int) -> bool:
        """Whether a name of several words stands right behind an office: "Minister for Health Ana Berg"."""
        words = self._doc[start:end]
        if not 2 <= len(words) <= 4 or not self._has_title(start) or self._doc[start].is_sent_start:
            return False
        if words[0].text in name_words("leading_places"):
            return False  # "Forward | Operating Base Danvar"
        if any(self._gazetteer.organisation_head(t.text) or t.is_upper or t.text == "&" for t in words[1:]):
            return False
        office = self._given_name(start, end) or is_capital(self._doc[start - 1])
        return office and not any(t.ent_type_ in ("GPE", "LOC", "FAC") for t in words)

    def _given_name(self, i: int, end: int) -> bool:
        """Whether the words from a token on open with a given name."""
        return opens_with_given_name(self._doc.span(i, end).text)

    def _continues_name(self, name_start: int, i: int, closes: bool, known: Known) -> bool:
        """Whether a known word is really the end of a longer name ("Michael Jordan")."""
        if self._doc[i - 1].text in "-–" and self._doc[name_start].ent_type_ == "PERSON":
            return True  # "Xavier Bettel-Roche"
        first, last = self._doc[name_start].ent_type_, self._doc[i].ent_type_
        if not closes or known.form not in _PLAIN_FORMS or known.domain == "media" or self._doc[i].is_upper:
            return False
        if first == last == "PERSON" and known.domain == "state" and (known.form == "name" or i - name_start == 1):
            return True
        if i - name_start == 1 and self._classifier.described_as_person(i + 1) and first not in ("GPE", "LOC", "NORP"):
            return True  # "Valeska London, a nurse,"
        # "Lisa Ford", "Ana London": a given name alone before one word
        given = i - name_start == 1 and opens_with_given_name(self._doc[name_start].text)
        return given and (first == "PERSON" or self._has_title(name_start)) and i not in self._offices

    def _has_title(self, start: int) -> bool:
        """Whether a title stands right before a name."""
        return start > 0 and start - 1 in self._offices

    def _starts_name(self, start: int, known_end: int, end: int, known: Known) -> bool:
        """Whether a known word is really the start of a longer name ("Chad Norris", "Norland Independent")."""
        if known_end >= end or (self._has_office_of(start) and known.form == "name"):
            return False
        label = self._doc[start].ent_type_
        if label == "ORG" and self._is_one_entity(start, end) and self._offices.first(known_end, end) is None:
            return True
        if (
            known.domain in ("organisation", "media")
            and known.form in ("name", "acronym")
            and self._is_branch(known_end, end)
        ):
            return True
        if known.domain == "region" and known.form == "name" and self._names_regional(known_end, end):
            return True
        if known.form == "capital" and end == known_end + 1 and known_end not in self._offices:
            return all(t.ent_type_ == "PERSON" for t in self._doc[start:end])  # "Victoria Brandt"
        if known.form in ("adjective", "combining") or not known.ambiguous:
            return False
        same = all(t.ent_iob_ == "I" for t in self._doc[known_end:end])
        return same and all(t.ent_type_ == "PERSON" for t in self._doc[start:end])

    def _is_branch(self, start: int, end: int) -> bool:
        """Whether a place behind the name of a body tells which branch of it is meant: "Amnesty International | UK"."""
        after = self._doc[end] if end < len(self._doc) else None
        if end - start > 2 or (after is not None and after.pos_ in ("NOUN", "PROPN", "ADJ")):
            return False
        known = next((k for (s, e), k in self._known.items() if s == start and e == end), None)
        if known is not None:
            return known.domain in ("state", "region", "bloc")
        free = not any(start <= s < end for s, _ in self._known) and self._offices.first(start, end) is None
        return free and all(t.tag_ == "NNP" and t.ent_type_ != "PERSON" for t in self._doc[start:end])

    def _names_regional(self, start: int, end: int) -> bool:
        """Whether capitals behind the name of a region make one name with it: "Karsk | Free Voice"."""
        rest = self._doc[start:end]
        free = not any(start <= s < end for s, _ in self._known) and self._offices.first(start, end) is None
        return free and all(t.tag_ == "NNP" and t.ent_type_ not in ("PERSON", "GPE") for t in rest)

    def _body_end(self, start: int, end: int) -> int | None:
        """Where the name of a body ends that the run holds: behind its head word and the "of ..." that follows."""
        doc = self._doc
        settled = self._settled(start, end)
        if settled is not None:
            return settled[1]
        heads = [i for i in range(start, end) if self._gazetteer.organisation_head(doc[i].text)]
        if not heads:
            return None
        last = next((i for i in heads if i + 1 < end and doc[i + 1].lower_ in ("of", "for", "on")), heads[-1])
        stop = last + 1
        if stop < end and doc[stop].lower_ in name_words("joiners"):
            if doc[last].lower_ == "office" and stop + 1 < end and not self._offices.end(stop + 1, end):
                return end  # "Office of the Norlandish High Commissioner"
            return self._before_office(stop, end)
        if heads[0] == start == last and stop < end and not self._offices.end(stop, end):
            # the head word comes first: "Party Leader" is a title, "Camp David" a name, "Banco Sul" a body
            return end if doc[start].lower_ in name_words("opening_heads") else None
        if stop < end and doc[stop].text in ("No", "No.", "№"):
            return end
        if stop < end and (self._is_seat(stop, end) or self._is_rest(stop, end) or self._is_branch(stop, end)):
            return end
        if end - start == 1 or (self._gazetteer.place_head(doc[end - 1].text) and end - 1 > last):
            return None
        return stop

    def _is_seat(self, start: int, end: int) -> bool:
        """Whether what follows a body's head word is the place that its name ends with: "Harbour College | London"."""
        place = self._known.get((start, end))
        if place is None or place.domain not in ("state", "region") or place.form in ("adjective", "combining"):
            return False
        one_name = self._doc[start].ent_iob_ == "I" and self._doc[start].ent_type_ == "ORG"
        return one_name or self._gazetteer.organisation_class(self._doc[start - 1].text) == "learning"

    def _is_rest(self, start: int, end: int) -> bool:
        """Whether the model takes what follows a body's head word for the rest of its name, and no title is there."""
        rest = self._doc[start:end]
        one_name = (
            all(t.ent_type_ == "ORG" and t.ent_iob_ == "I" for t in rest) and self._offices.first(start, end) is None
        )
        return one_name and all(is_capital(t) for t in rest)

    def _before_office(self, start: int, end: int) -> int:
        """Where a name ends at the latest that a title of office may follow; no small word closes it."""
        stop = self._offices.first(start, end) or end
        while stop < end and self._doc[stop - 1].lower_ in name_words("joiners"):
            stop -= 1
        return stop

    def _settled(self, start: int, end: int) -> tuple[int, int] | None:
        """The long name of a body that the run holds, if its extent is settled."""
        return next(((k, e) for k in range(start, end) if (e := self._body_ends.get(k, end + 1)) <= end), None)

    def _body_start(self, start: int, body_end: int) -> int:
        """A title before the body's name is not part of it ("President Council" aside)."""
        if start >= body_end - 1 or self._doc[start].ent_type_ == "ORG" or start not in self._offices:
            return start
        stop = self._offices.end(start, body_end)
        if stop and stop < body_end and not self._gazetteer.organisation_head(self._doc[stop - 1].text):
            return stop
        return start
