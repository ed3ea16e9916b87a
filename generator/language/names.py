"""Proper names in a parsed text, found by their capitals and repaired by general patterns before they are believed.

The model's entity labels are one vote among several: titles, organisation words, the gazetteer and the name's other
uses in the article decide first, because the model takes airlines, choirs and agencies for persons or places.
"""

from dataclasses import replace

from spacy.tokens import Doc

from generator.language.gazetteer import Gazetteer, Known
from generator.language.name_kinds import Classifier, NamePiece, known_kind
from generator.language.name_runs import RunFinder
from generator.language.name_words import is_capital, name_words
from generator.language.office_words import OfficeWords
from generator.model import Kind


def find_names(doc: Doc, text: str, gazetteer: Gazetteer) -> list[NamePiece]:
    """The names of a parsed text, in order; none overlaps another. Titles of office are no part of a name."""
    return NameFinder(doc, text, gazetteer).find()


class NameFinder:
    """Finds and classifies the names of one text."""

    def __init__(self, doc: Doc, text: str, gazetteer: Gazetteer) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        self._known = self._known_spans(text)
        self._offices = OfficeWords(doc, gazetteer, {i for s, e in self._known if e - s > 1 for i in range(s, e)})
        self._classifier = Classifier(doc, gazetteer)

    def find(self) -> list[NamePiece]:
        """The names, in order."""
        pieces: list[NamePiece] = []
        for start, end in RunFinder(self._doc, self._gazetteer, self._known, self._offices).find():
            pieces += self._split(start, end)
        taken = {i for p in pieces for i in range(p.start, p.end)}
        for (start, end), entry in self._known.items():
            if not taken & set(range(start, end)):
                pieces.append(NamePiece(start, end, known_kind(entry), entry, True))
                taken |= set(range(start, end))
        return sorted(pieces, key=lambda p: p.start)

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
                span = self._doc[span.start + 1 : span.end]
            if abs(len(span.text) - (end - start)) <= 5:
                found[span.start, span.end] = entry
        return found

    def _split(self, start: int, end: int) -> list[NamePiece]:
        """Cut a run into names: known ones, and what is left once titles of office are taken away."""
        whole = self._whole(start, end)
        if whole is not None:
            return [whole]
        body = self._body_end(start, end)
        if body is None:
            return self._split_at_known(start, end)
        begin = self._body_start(start, body)
        left = self._split(start, begin) if begin > start else []
        rest = self._split(body, end) if body < end else []
        if len(rest) == 1 and not rest[0].known and self._has_office_of(begin):
            rest = [replace(rest[0], kind=Kind.PERSON, sure=True)]  # "director of Free Norland Ana Brandt"
        return [*left, NamePiece(begin, body, self._classifier.body_kind(body), None, True), *rest]

    def _has_office_of(self, begin: int) -> bool:
        """Whether "director of" stands before a body's name."""
        return begin > 1 and self._doc[begin - 1].lower_ in ("of", "for", "at") and begin - 2 in self._offices

    def _whole(self, start: int, end: int) -> NamePiece | None:
        """The run as one name, where it is known or its words tell at once what it is."""
        entry = self._known.get((start, end))
        if entry:
            return NamePiece(start, end, known_kind(entry), entry, True)
        if self._is_thing(start, end):
            return NamePiece(start, end, None, None, True)
        if self._classifier.introduced_as_body(start) and not any(s == start for s, _ in self._known):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        government = self._government(start, end)
        return NamePiece(start, end, Kind.STATE, government, True) if government else None

    def _is_thing(self, start: int, end: int) -> bool:
        """Whether a run is the name of a place, a building, a law or a happening."""
        doc, last = self._doc, self._doc[end - 1].text
        if end - start < 2:
            return False
        if self._gazetteer.place_head(last) and not self._gazetteer.organisation_head(last):
            return True
        if end - start > 2 and all(doc[i].ent_type_ == "FAC" for i in range(start, end)):
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
            office = self._offices.end(i, end)
            entry_end = next((e for s, e in self._known if s == i and e <= end), None)
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
                pieces.append(self._classifier.classify(name_start, i))
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
            pieces.append(self._classifier.classify(name_start, end))
        return pieces

    def _continues_name(self, name_start: int, i: int, closes: bool, known: Known) -> bool:
        """Whether a known word is really the end of a longer name ("Michael Jordan")."""
        persons = self._doc[name_start].ent_type_ == self._doc[i].ent_type_ == "PERSON"
        return persons and closes and known.form == "name" and known.domain == "state"

    def _starts_name(self, start: int, known_end: int, end: int, known: Known) -> bool:
        """Whether a known word is really the start of a longer name ("Chad Norris", "Norland Independent")."""
        if known_end >= end:
            return False
        label = self._doc[start].ent_type_
        if label == "ORG" and self._is_one_entity(start, end) and self._offices.first(known_end, end) is None:
            return True
        if known.form in ("adjective", "combining") or not known.ambiguous:
            return False
        same = all(t.ent_iob_ == "I" for t in self._doc[known_end:end])
        return same and all(t.ent_type_ == "PERSON" for t in self._doc[start:end])

    def _body_end(self, start: int, end: int) -> int | None:
        """Where the name of a body ends that the run holds: behind its head word and the "of ..." that follows."""
        doc = self._doc
        heads = [i for i in range(start, end) if self._gazetteer.organisation_head(doc[i].text)]
        if not heads:
            return None
        last = next((i for i in heads if i + 1 < end and doc[i + 1].lower_ in ("of", "for", "on")), heads[-1])
        stop = last + 1
        if stop < end and doc[stop].lower_ in name_words("joiners"):
            if doc[last].lower_ == "office" and stop + 1 < end and not self._offices.end(stop + 1, end):
                return end  # "Office of the Norlandish High Commissioner"
            return self._offices.first(stop, end) or end
        if heads[0] == start == last and stop < end and not self._offices.end(stop, end):
            # the head word comes first and names follow: "Party Leader" is a title, "Camp David" a name
            return None
        if end - start == 1 or (self._gazetteer.place_head(doc[end - 1].text) and end - 1 > last):
            return None
        return stop

    def _body_start(self, start: int, body_end: int) -> int:
        """A title before the body's name is not part of it ("President Council" aside)."""
        if start >= body_end - 1 or self._doc[start].ent_type_ == "ORG":
            return start
        stop = self._offices.end(start, body_end)
        if stop and stop < body_end and not self._gazetteer.organisation_head(self._doc[stop - 1].text):
            return stop
        return start
