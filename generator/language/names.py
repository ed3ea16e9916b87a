"""Proper names in a parsed text, found by their capitals and repaired by general patterns before they are believed.

The model's entity labels are one vote among several: titles, organisation words, the gazetteer and the name's other
uses in the article decide first, because the model takes airlines, choirs and agencies for persons or places.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from generator.language.gazetteer import Gazetteer, Known
from generator.language.role_words import role_words
from generator.model import Kind

_PARTICLES = {"al", "el", "de", "del", "della", "da", "di", "dos", "das", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn", "bint", "abu", "ul", "ur", "y", "e", "st"}
_JOINERS = {"of", "for", "and", "on", "&", "the", "to", "de", "du", "des", "in", "'"}
_NEVER = {"I", "I'm", "Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms.", "Dr", "Dr.", "UTC", "GMT", "AM", "PM", "BST", "EST", "CET", "A.M.", "P.M."}
_PLACE_NOUNS = {"district", "province", "region", "county", "city", "town", "village", "neighbourhood", "neighborhood", "suburb", "island", "peninsula", "river", "street", "area", "trial", "virus", "disease", "outbreak", "spacecraft", "rocket", "missile", "capsule", "vaccine"}
_QUOTES = set("\"“”'‘’")
PARTY_PLURALS = {"republicans", "democrats", "liberals", "conservatives", "socialists", "greens"}
_LEADING_PLACES = {"Hotel", "Lake", "Mount", "Mt", "Mt.", "Cape", "Fort", "Camp", "Port", "Masjid", "Villa", "Palazzo", "Highway", "Route", "Interstate", "Gulf", "Strait", "Bay", "Sea", "River", "Isle", "Operation", "Hurricane", "Typhoon", "Tropical", "Cyclone", "Article", "Section", "Resolution"}
_LOOSE = {"museum", "library", "school", "church", "theatre", "theater", "opera", "ballet", "gallery", "archive", "university", "college", "order", "court", "group", "lobby", "circus", "camp", "list", "lab", "plant", "factory", "works", "network", "front", "family", "team", "rally", "festival", "platform", "initiative", "air", "power", "gas", "oil", "energy", "capital", "defence", "defense", "news", "press", "campaign", "order", "trust", "channel", "post", "nation", "watch", "project", "daily", "weekly", "review"}
_BRACKETS = set("[]()<>{}$")
_MONTH_NAMES = {"March", "April", "May", "June", "August"}
_CALENDAR = _MONTH_NAMES | {"January", "February", "July", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
_NAME_TAGS = {"NNP", "NNPS"}
_FUNCTION_POS = {"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT", "SPACE", "SYM"}
_NEVER_INSIDE = {"DET", "ADP", "CCONJ", "SCONJ", "PRON", "PUNCT", "SPACE", "SYM"}
"""What ends a name even with a capital. Parts of rarer names are often tagged as something else than a name."""


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


def is_capital(token: Token) -> bool:
    """Whether a token is written like part of a name."""
    text = token.text
    if text in _CALENDAR and (text not in _MONTH_NAMES or token.ent_type_ == "DATE" or token.nbor(-1 if token.i else 0).lower_ in ("in", "on", "since", "until", "by", "last", "next")):
        return False
    return text[:1].isupper() and any(c.isalpha() for c in text) and text not in _NEVER and not set(text) & _BRACKETS


class NameFinder:
    """Finds and classifies names. `titles` says whether a lower-case word is a title of office."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._titles: set[int] = set()
        """Tokens that belong to a title of office."""

    def find(self, doc: Doc, parser_text: str) -> list[NamePiece]:
        """The names of a text, in order; none overlaps another. Titles of office are no part of a name."""
        known = self._known(doc, parser_text)
        self._titles = self._title_tokens(doc, {i for s, e in known for i in range(s, e) if e - s > 1})
        pieces: list[NamePiece] = []
        for start, end in self._runs(doc, known):
            pieces += self._split(doc, start, end, known)
        taken = {i for p in pieces for i in range(p.start, p.end)}
        for (start, end), entry in known.items():
            if not taken & set(range(start, end)):
                pieces.append(NamePiece(start, end, known_kind(entry), entry, True))
                taken |= set(range(start, end))
        return sorted(pieces, key=lambda p: p.start)

    def _known(self, doc: Doc, text: str) -> dict[tuple[int, int], Known]:
        """What the gazetteer knows, by token span. Hyphenated compounds are looked into ("Turkish-Libyan")."""
        found: dict[tuple[int, int], Known] = {}
        for start, end, entry in self._gazetteer.find(text):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is None or "$" in span.text:
                continue
            if span.end < len(doc) and doc[span.end].lower_ in ("dollar", "dollars"):
                continue
            if span[0].text.lower() == "the" and len(span) > 1 and entry.domain != "media":
                span = doc[span.start + 1 : span.end]
            if abs(len(span.text) - (end - start)) <= 5:
                found[span.start, span.end] = entry
        return found

    def _title_tokens(self, doc: Doc, known: set[int]) -> set[int]:
        """The words of titles of office ("Secretary of State"), surnames that look like one and names of bodies aside."""
        found: set[int] = set()
        i = 0
        while i < len(doc):
            if self._is_party_member(doc, i):
                found.add(i)
            limit = next((k for k in range(i, min(i + 5, len(doc))) if k in known), len(doc))
            stop = self._title_end(doc, i, limit) if doc[i].pos_ in ("NOUN", "PROPN", "ADJ") and i not in known else None
            if stop is None or self._inside_name(doc, i, found) or self._inside_body(doc, i, stop) or self._is_surname(doc, i, stop) or self._opens_body(doc, i, stop):
                i += 1
                continue
            found |= set(range(i, stop))
            i = stop
        return found

    @staticmethod
    def _inside_name(doc: Doc, i: int, titles: set[int]) -> bool:
        """Whether a capitalised word continues a person's name that began before it ("Ana Son Brandt")."""
        if not i or not is_capital(doc[i]) or i - 1 in titles or not is_capital(doc[i - 1]) and doc[i - 1].text not in "-–":
            return False
        return doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "I" and i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I"

    @staticmethod
    def _is_party_member(doc: Doc, i: int) -> bool:
        """Whether a party's noun stands before a person's name like a title ("Democrat Ana Brandt")."""
        return doc[i].text in role_words()["members"] and i + 1 < len(doc) and is_capital(doc[i + 1]) and doc[i + 1].ent_type_ == "PERSON"

    @staticmethod
    def _inside_body(doc: Doc, i: int, stop: int) -> bool:
        """Whether a capitalised word ends the name of a body that the title only follows ("Centre for Health Security analyst")."""
        return is_capital(doc[i]) and doc[i].ent_type_ == "ORG" and doc[i].ent_iob_ == "I" and doc[stop - 1].ent_type_ != "ORG" and doc[stop - 1].is_lower

    def _is_surname(self, doc: Doc, i: int, stop: int) -> bool:
        """ "Larry King said": the title's word ends a person's name."""
        if stop - i > 1 or not i or not is_capital(doc[i]):
            return False
        before, after = doc[i - 1], doc[stop] if stop < len(doc) else None
        return doc[i].ent_type_ == before.ent_type_ == "PERSON" and doc[i].ent_iob_ == "I" and not (after is not None and is_capital(after) and after.ent_type_ == "PERSON")

    def _opens_body(self, doc: Doc, i: int, stop: int) -> bool:
        """ "General Electric", "Governor's Office": the title begins the name of a body."""
        if stop >= len(doc) or not is_capital(doc[i]):
            return False
        if is_capital(doc[stop]) and self._gazetteer.organisation_head(doc[stop].text) and not (stop + 1 < len(doc) and is_capital(doc[stop + 1])):
            return True  # "Communist Party"
        if doc[i].ent_type_ != "ORG":
            return False
        if stop == i + 1 and doc[i].ent_iob_ == "B" and doc[stop].ent_iob_ == "I" and is_capital(doc[stop]) and doc[stop].ent_type_ == "ORG":
            return True
        last = stop
        while last < len(doc) and (is_capital(doc[last]) or doc[last].tag_ == "POS") and doc[last].ent_iob_ == "I":
            last += 1
        return last > stop and self._gazetteer.organisation_head(doc[last - 1].text)

    def _runs(self, doc: Doc, known: dict[tuple[int, int], Known]) -> list[tuple[int, int]]:
        """Maximal stretches of capitalised words, joined over hyphens, particles and, in names of bodies, "of" and the like."""
        inside = {i for s, e in known for i in range(s, e)}
        runs: list[tuple[int, int]] = []
        i = 0
        while i < len(doc):
            if not self._opens(doc[i], inside):
                i += 1
                continue
            end = self._extend(doc, i + 1, inside)
            end = max(end, self._labelled_body(doc, i, end))
            end = self._join_body(doc, i, end, inside)
            end = max([end, *(e for s, e in known if i <= s < end)])
            runs.append((i, end))
            i = end
        return runs

    def _labelled_body(self, doc: Doc, start: int, end: int) -> int:
        """The end of the model's organisation where a run is its beginning and a word for a body stands in it ("Securities and
        Exchange Commission", "Educational, Scientific and Cultural Organization")."""
        last = end
        while last < len(doc) and doc[last].ent_type_ == "ORG" and doc[last].ent_iob_ == "I" and last not in self._titles:
            if doc[last].pos_ in ("VERB", "AUX") or not (is_capital(doc[last]) or doc[last].lower_ in _JOINERS or doc[last].text in ",-–."):
                break
            last += 1
        if last == end or doc[end - 1].ent_type_ != "ORG" or not is_capital(doc[last - 1]):
            return end
        words = [t.text for t in doc[start:last]]
        heads = [w for w in words if self._gazetteer.organisation_head(w)]
        return last if heads and words.count(",") <= 2 and doc[end].lower_ not in ("'s", "'") else end

    def _opens(self, token: Token, inside: set[int]) -> bool:
        if token.i in self._titles:
            return False
        if token.i in inside and is_capital(token):
            return True
        if not is_capital(token) or token.pos_ in _FUNCTION_POS and token.tag_ not in _NAME_TAGS:
            return False
        if token.is_upper and len(token.text) > 1 and token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and is_capital(token.nbor(2)):
            return True
        if token.is_sent_start or (token.i and token.nbor(-1).text in '"\'(:-—'):
            # the first word of a sentence is capital anyway
            if token.tag_ in _NAME_TAGS and (token.ent_type_ or not self._common_word(token)):
                return True
            following = token.nbor(1) if token.i + 1 < len(token.doc) else None
            return bool(token.tag_ in _NAME_TAGS and following is not None and is_capital(following) and following.tag_ in _NAME_TAGS)
        return not (token.lower_ in ("the", "a", "an") or token.is_currency)

    @staticmethod
    def _common_word(token: Token) -> bool:
        """Whether the document writes the same word small elsewhere."""
        return any(t.text == token.lower_ for t in token.doc)

    def _extend(self, doc: Doc, end: int, inside: set[int]) -> int:
        while end < len(doc):
            token = doc[end]
            if end in self._titles:
                break
            if is_capital(token) and (token.pos_ not in _NEVER_INSIDE or token.tag_ in _NAME_TAGS or end in inside) and not token.is_sent_start:
                end += 1
            elif token.text in "-–" and not doc[end - 1].whitespace_ and not token.whitespace_ and end + 1 < len(doc) and doc[end + 1].text[:1].isalnum():
                end += 2
            elif token.lower_ in _PARTICLES and end + 2 < len(doc) and doc[end + 1].text in "-–" and is_capital(doc[end + 2]) and doc[end - 1].tag_ in _NAME_TAGS:
                end += 3
            elif token.tag_ == "POS" and token.ent_iob_ == "I" and token.ent_type_ == "ORG" and end + 1 < len(doc) and is_capital(doc[end + 1]) and doc[end + 1].ent_iob_ == "I":
                end += 2
            elif token.lower_ in _PARTICLES and end + 1 < len(doc) and is_capital(doc[end + 1]) and doc[end + 1].tag_ in _NAME_TAGS and doc[end - 1].tag_ in _NAME_TAGS:
                end += 2
            elif token.text.isdigit() and not doc[end - 1].is_sent_start and end in inside:
                end += 1
            else:
                break
        return end

    def _join_body(self, doc: Doc, start: int, end: int, inside: set[int]) -> int:
        """Join "Ministry" + "of Foreign Affairs", "Institute" + "for Space Research": only behind a word for a body."""
        while end + 1 < len(doc) and doc[end].lower_ in _JOINERS and not doc[end].is_sent_start:
            after = end + 1
            if doc[after].lower_ in ("the", "of") and doc[end].lower_ != "and" and after + 1 < len(doc):
                after += 1
            if not is_capital(doc[after]):
                break
            # an apostrophe closes a possessive of a plural ("Congress' Standing Committee")
            heads = [i for i in range(start, end) if self._gazetteer.organisation_head(doc[i].text)]
            following = self._extend(doc, after + 1, inside)
            if doc[end].lower_ == "and":
                both = heads and start <= heads[0] <= start + 1 and any(doc[i].lower_ in ("of", "for") for i in range(start, end))
                if not both or (doc[end].ent_iob_ != "I" and self._gazetteer.organisation_head(doc[following - 1].text)):
                    break
            elif not heads or heads[-1] != end - 1 and not any(doc[i].lower_ in ("of", "for") for i in range(start, end)):
                break
            if doc[end].lower_ in ("to", "in") or doc[end].text == "'":
                break
            end = following
        return end

    def _split(self, doc: Doc, start: int, end: int, known: dict[tuple[int, int], Known]) -> list[NamePiece]:
        """Cut a run into names: known ones, and what is left once titles of office are taken away."""
        whole = known.get((start, end))
        if whole:
            return [NamePiece(start, end, known_kind(whole), whole, True)]
        if end - start > 1 and self._gazetteer.place_head(doc[end - 1].text) and not self._gazetteer.organisation_head(doc[end - 1].text):
            return [NamePiece(start, end, None, None, True)]
        if end - start > 2 and all(doc[i].ent_type_ == "FAC" for i in range(start, end)):
            return [NamePiece(start, end, None, None, True)]
        if self._one_entity(doc, start, end) and self._gazetteer.event_head(doc[end - 1].text) and not any(self._gazetteer.organisation_head(doc[i].text) and doc[i + 1].lower_ in _JOINERS for i in range(start, end - 1)):
            return [NamePiece(start, end, None, None, True)]
        if self._company_before(doc, start) and not any(s == start for s, _ in known):
            return [NamePiece(start, end, Kind.ORGANISATION, None, True)]
        government = self._government(doc, start, end, known)
        if government is not None:
            return [NamePiece(start, end, Kind.STATE, government, True)]
        body = self._body_end(doc, start, end)
        if body is not None:
            begin = self._body_start(doc, start, body)
            rest = self._split(doc, body, end, known) if body < end else []
            if len(rest) == 1 and rest[0].start == body and not rest[0].known and begin > 1 and doc[begin - 1].lower_ in ("of", "for", "at") and begin - 2 in self._titles:
                rest = [NamePiece(rest[0].start, rest[0].end, Kind.PERSON, None, True)]  # "director of Free Norland Ana Brandt"
            left = self._split(doc, start, begin, known) if begin > start else []
            return [*left, NamePiece(begin, body, self._body_kind(doc, begin, body), None, True), *rest]
        pieces: list[NamePiece] = []
        name_start: int | None = None
        i = start
        while i < end:
            title_end = self._title_end(doc, i, end)
            entry = next(((s, e) for (s, e) in known if s == i and e <= end), None)
            if title_end or entry:
                if name_start is not None and entry and not title_end and self._continues_name(doc, name_start, i, entry[1], end, known[entry]):
                    i = entry[1]
                    continue
                if name_start is not None:
                    pieces.append(self._classify(doc, name_start, i))
                    name_start = None
                if entry and (not title_end or entry[1] >= title_end):
                    if self._starts_name(doc, entry, end, known[entry]):
                        name_start, i = i, entry[1]
                        continue
                    pieces.append(NamePiece(entry[0], entry[1], known_kind(known[entry]), known[entry], True))
                    i = entry[1]
                else:
                    i = title_end or i + 1
                continue
            if name_start is None and is_capital(doc[i]):
                name_start = i
            i += 1
        if name_start is not None:
            pieces.append(self._classify(doc, name_start, end))
        return pieces

    @staticmethod
    def _one_entity(doc: Doc, start: int, end: int) -> bool:
        """Whether the model takes a run of several words for one name."""
        return end - start > 1 and bool(doc[start].ent_type_) and all(doc[i].ent_iob_ == "I" for i in range(start + 1, end))

    def _government(self, doc: Doc, start: int, end: int, known: dict[tuple[int, int], Known]) -> Known | None:
        """The state that "Government of Norland" or "Norlandish Government" means."""
        inside = [(s, e, entry) for (s, e), entry in known.items() if start <= s and e <= end and entry.domain == "state"]
        if len(inside) != 1:
            return None
        rest = [doc[i].lower_ for i in range(start, end) if not inside[0][0] <= i < inside[0][1] and doc[i].lower_ not in ("of", "the")]
        return replace(inside[0][2], form="name") if rest in (["government"], ["federal", "government"]) else None

    def _continues_name(self, doc: Doc, name_start: int, i: int, entry_end: int, end: int, entry: Known) -> bool:
        """Whether a known word is really the end of a longer name ("Michael Jordan")."""
        return entry.form == "name" and entry_end == end and doc[name_start].ent_type_ == "PERSON" and doc[i].ent_type_ == "PERSON" and entry.domain == "state"

    def _starts_name(self, doc: Doc, entry: tuple[int, int], end: int, known: Known) -> bool:
        """Whether a known word is really the start of a person's name ("Chad Norris")."""
        if entry[1] >= end:
            return False
        if self._one_entity(doc, entry[0], end) and doc[entry[0]].ent_type_ == "ORG" and not any(self._title_end(doc, i, end) for i in range(entry[1], end)):
            return True  # "Norland Independent"
        if known.form in ("adjective", "combining"):
            return False
        label = {doc[i].ent_type_ for i in range(entry[0], end)}
        same_entity = doc[entry[0]].ent_iob_ in "BI" and all(doc[i].ent_iob_ == "I" for i in range(entry[1], end))
        return label == {"PERSON"} and same_entity and known.ambiguous

    def _title_end(self, doc: Doc, i: int, end: int) -> int | None:
        """Where the title of office ends that starts at i, if one does ("Prime Minister", "Secretary of State")."""
        for stop in range(min(end, i + 7), i, -1):
            last = doc[stop - 1]
            surname = last.ent_type_ == "PERSON" and doc[stop - 2].lower_ not in ("and", "of", "for")
            if stop > i + 1 and surname and not self._gazetteer.is_title(last.text):
                continue
            if last.text.rstrip(".").isalpha() and self._gazetteer.is_office(doc[i:stop].text):
                article = next((k for k in range(i + 1, stop) if doc[k].lower_ == "the"), None)
                if article is not None and article > i + 1 and is_capital(doc[stop - 1]):
                    return article - 1  # "chairman of the House | Intelligence Committee"
                return stop
        return None

    def _body_end(self, doc: Doc, start: int, end: int) -> int | None:
        """Where the name of a body ends that the run holds: behind its head word and the "of ..." that follows."""
        heads = [i for i in range(start, end) if self._gazetteer.organisation_head(doc[i].text)]
        if not heads:
            return None
        last = next((i for i in heads if i + 1 < end and doc[i + 1].lower_ in ("of", "for", "on")), heads[-1])
        stop = last + 1
        if stop < end and doc[stop].lower_ in _JOINERS:
            if doc[last].lower_ == "office" and stop + 1 < end and not self._title_end(doc, stop + 1, end):
                return end  # "Office of the Norlandish High Commissioner"
            return end if not self._holds_title(doc, stop, end) else self._title_start(doc, stop, end)
        first = heads[0]
        if first == start and stop == start + 1 and stop < end and not self._title_end(doc, stop, end):
            # the head word comes first and names follow: "Party Leader" is a title, "Camp David" a name
            return None
        if end - start == 1:
            return None
        if self._gazetteer.place_head(doc[end - 1].text) and end - 1 > last:
            return None
        return stop

    def _holds_title(self, doc: Doc, start: int, end: int) -> bool:
        return any(self._title_end(doc, i, end) for i in range(start, end))

    def _title_start(self, doc: Doc, start: int, end: int) -> int:
        return next(i for i in range(start, end) if self._title_end(doc, i, end))

    def _body_start(self, doc: Doc, start: int, body_end: int) -> int:
        """A title before the body's name is not part of it ("President Council" aside)."""
        for i in range(start, body_end - 1):
            stop = self._title_end(doc, i, body_end)
            if stop and stop < body_end and not self._gazetteer.organisation_head(doc[stop - 1].text) and i == start and doc[i].ent_type_ != "ORG":
                return stop
        return start

    def _body_kind(self, doc: Doc, start: int, end: int) -> Kind | None:
        if doc[end - 1].lower_ in PARTY_PLURALS:
            return Kind.GROUP
        return None if self._gazetteer.place_head(doc[end - 1].text) and not self._gazetteer.organisation_head(doc[end - 1].text) else Kind.ORGANISATION

    def _classify(self, doc: Doc, start: int, end: int) -> NamePiece:
        """What an unknown name is, from its words and the model's label."""
        while end > start + 1 and doc[end - 1].text in "-–'":
            end -= 1
        span: Span = doc[start:end]
        if self._gazetteer.event_head(doc[end - 1].text) and end - start > 1 or any(c.isdigit() for c in span.text):
            return NamePiece(start, end, None, None, True)
        if self._gazetteer.place_head(doc[end - 1].text) and end - start > 1:
            return NamePiece(start, end, None, None, True)
        if self._quoted(doc, start, end) or self._shouted(doc, start, end):
            return NamePiece(start, end, None, None, True)
        after = doc[end] if end < len(doc) else None
        if after is not None and after.is_lower and after.tag_ == "NN" and end - start < 3 and self._body_noun(after) and not self._title_before(doc, start):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        if self._described_as_body(doc, end):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        if doc[start].text in _LEADING_PLACES and end - start > 1:
            return NamePiece(start, end, None, None, True)
        if after is not None and after.is_lower and after.lemma_ in _PLACE_NOUNS and after.tag_ == "NN":
            return NamePiece(start, end, None, None, True)
        if self._company_before(doc, start):
            return NamePiece(start, end, Kind.ORGANISATION, None, True)
        labels = [t.ent_type_ for t in span if t.ent_type_ and t.text not in "-–"]
        label = max(sorted(set(labels)), key=labels.count) if labels else ""
        before = doc[start - 1] if start else None
        if before is not None and (self._gazetteer.person_honorific(before.text) or self._title_before(doc, start)):
            return NamePiece(start, end, Kind.PERSON, None, True)
        if span.text.isupper() and 1 < len(span.text) and " " not in span.text:
            return NamePiece(start, end, Kind.ORGANISATION if label in ("ORG", "") else _KINDS.get(label), None, False)
        return NamePiece(start, end, _KINDS.get(label), None, False)

    @staticmethod
    def _quoted(doc: Doc, start: int, end: int) -> bool:
        """Whether quotation marks hold the name and nothing else: a word or a work is named."""
        return start > 0 and end < len(doc) and doc[start - 1].text in _QUOTES and doc[end].text in _QUOTES

    @staticmethod
    def _shouted(doc: Doc, start: int, end: int) -> bool:
        """Whether the capitals are those of a whole clause: "WE WON, BY A LOT"."""
        around = [t for t in doc[max(0, start - 4) : end + 4] if t.is_alpha and t.text not in ("I", "A")]
        capitals = [t for t in around if t.is_upper]
        return doc[start].is_upper and any(t.is_stop for t in capitals) and len(capitals) >= 3 and 2 * len(capitals) > len(around)

    def _company_before(self, doc: Doc, start: int) -> bool:
        """Whether a common noun for a body introduces the name: "law firm X", "the airline X"."""
        before = doc[start - 1] if start else None
        return before is not None and before.tag_ == "NN" and before.is_lower and self._body_noun(before)

    def _body_noun(self, token: Token) -> bool:
        """Whether a common noun tells that the name beside it is an organisation's."""
        classes = ("companies", "media", "learning", "health", "civil", "armed", "parties", "sport", "culture")
        return token.text not in _LOOSE and self._gazetteer.organisation_class(token.text) in classes

    def _described_as_body(self, doc: Doc, end: int) -> bool:
        """Whether an apposition tells that the name is an organisation's: "X, an Italian company"."""
        if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the"):
            return False
        if doc[end - 1].ent_type_ == "PERSON" and doc[end - 1].ent_iob_ == "I":
            return False
        noun = next((t for t in doc[end + 2 : end + 7] if t.dep_ == "appos" or t.text == ","), None)
        return noun is not None and noun.tag_ == "NN" and self._body_noun(noun)

    def _title_before(self, doc: Doc, start: int) -> bool:
        """Whether a title of office stands right before a position ("political scientist Ma")."""
        if self._gazetteer.is_title(doc[start - 1].text.lower()) or self._gazetteer.is_title(doc[start - 1].lemma_.lower()):
            return doc[start - 1].pos_ in ("NOUN", "PROPN", "ADJ")
        return start > 1 and self._gazetteer.is_title(doc[start - 2 : start].text)


_KINDS = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANISATION, "NORP": Kind.GROUP}
