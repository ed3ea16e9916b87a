"""Long names of bodies whose extent their own words settle, before titles of office and runs of capitals are read.

An acronym in brackets spells out how far a name reaches ("National Union of Rail, Harbour and Canal Workers (NURHCW)");
a word for a body takes what stands behind its "of" or "for", be it a title or a list ("Office of the High Commissioner
for Ports", "Ministry of Labour, Family and Social Affairs").
"""

import re
from collections.abc import Mapping

from generator.language.compound_bodies import around_brackets, campuses, missions, of_states, offices_of_places
from generator.language.gazetteer import Gazetteer
from generator.language.name_words import is_capital, name_words
from generator.language.parse import Doc, Token

_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]|[A-Z]{2,}")
_ENDINGS_OF_FIELDS = ("al", "ary", "ic", "ural", "ial")
"""Of adjectives that tell a field of work: "Agricultural and Fisheries Department"."""
_LONGEST = 16
"""Tokens. No name of a body is longer."""
_LONGEST_OFFICE = 7


def long_bodies(doc: Doc, gazetteer: Gazetteer, known: set[int], states: Mapping[int, int]) -> list[tuple[int, int]]:
    """Start and end token (exclusive) of the names whose extent is settled; none overlaps another.

    `known`: tokens of names that the gazetteer knows, which do not join a list of common words. `states`: first token
    of the name of a state or of a part of one to where it ends.
    """
    complements = _Complements(doc, gazetteer, known)
    found = [
        *(s for s in _spelled_out(doc, gazetteer) if _names_body(doc, s, gazetteer)),
        *complements.find(),
        *_of_a_place(doc, gazetteer, known),
        *_for_a_cause(doc, gazetteer),
        *_sharing_a_head(doc),
        *of_states(doc, states),
        *missions(doc, states),
        *around_brackets(doc, gazetteer),
        *offices_of_places(doc, gazetteer),
        *campuses(doc, gazetteer),
        *complements.find_shared(),
    ]
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda s: (s[0] - s[1], s[0])):
        if all(end <= other_start or other_end <= start for other_start, other_end in chosen):
            chosen.append((start, end))
    return sorted(chosen)


def _names_body(doc: Doc, span: tuple[int, int], gazetteer: Gazetteer) -> bool:
    """Whether the words of a name tell a body, not a document, a disease or a measure."""
    last = doc[span[1] - 1].text
    if gazetteer.event_head(last) and not gazetteer.organisation_head(last):
        return False
    return any(gazetteer.organisation_head(t.text) for t in doc[span[0] : span[1]])


# acronyms


def _spelled_out(doc: Doc, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """Names that an acronym beside them in brackets spells, before or behind it."""
    found = []
    for token in doc[1:-2]:
        if token.text != "(" or token.is_sent_start:
            continue
        if _is_acronym(token.nbor(1)):
            start = _start_of_spelled(doc, token.i, token.nbor(1).text)
            if start is not None:
                found.append((start, token.i))
        elif (end := _bracketed_name(doc, token.i, gazetteer)) is not None:
            found.append((token.i + 1, end))
    return found


def _is_acronym(token: Token) -> bool:
    return _ACRONYM.fullmatch(token.text) is not None and (token.nbor(1).text in "),;" or token.nbor(1).lower_ == "or")


def _start_of_spelled(doc: Doc, bracket: int, acronym: str) -> int | None:
    """Where the name starts that ends before a bracket and whose capitals the acronym in it spells."""
    letters = [c for c in acronym if c.isupper()]
    initials: list[str] = []
    for i in range(bracket - 1, max(-1, bracket - 1 - _LONGEST), -1):
        token = doc[i]
        if not (is_capital(token) or _may_stand_inside(token)):
            return None
        if is_capital(token):
            initials.insert(0, token.text[0])
            if initials == letters and i < bracket - 1:
                return None if all(t.ent_type_ == "PERSON" for t in doc[i:bracket]) else i
        if token.is_sent_start:
            return None
    return None


def _may_stand_inside(token: Token) -> bool:
    """Whether a token that is no capital may stand inside the name of a body."""
    small = token.lower_ in name_words("joiners") or token.lower_ in ("with", "against", "without", "from", "by")
    return small or token.text in ",-–" or token.tag_ == "POS"


def _bracketed_name(doc: Doc, bracket: int, gazetteer: Gazetteer) -> int | None:
    """Where the name ends that a bracket holds and an acronym before it stands for: "the NUR union (National ...)"."""
    end = next((i for i in range(bracket + 1, min(bracket + _LONGEST, len(doc))) if doc[i].text == ")"), bracket + 1)
    inside = doc[bracket + 1 : end]
    if len(inside) < 3 or not all(is_capital(t) or _may_stand_inside(t) for t in inside) or not is_capital(inside[0]):
        return None
    if not any(gazetteer.organisation_head(t.text) for t in inside):
        return None
    initials = iter([t.text[0] for t in inside if is_capital(t)])
    before = next((t for t in reversed(doc[max(0, bracket - 2) : bracket]) if _ACRONYM.fullmatch(t.text)), None)
    if before is None or not all(letter in initials for letter in before.text if letter.isupper()):
        return None
    return end


# what stands behind "of" and "for"


class _Complements:
    """Names of bodies with a title or a list behind their "of" or "for"."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer, known: set[int]) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        self._known = known

    def find(self) -> list[tuple[int, int]]:
        """Spans from the word for a body to the end of what belongs to it."""
        found = []
        for token in self._doc[: len(self._doc) - 2]:
            if (
                is_capital(token)
                and token.nbor(1).lower_ in ("of", "for")
                and self._gazetteer.organisation_head(token.text)
            ):
                end = self._end(token.i)
                if end is not None:
                    found.append((token.i, end))
        return found

    def _end(self, head: int) -> int | None:
        """Where a name ends whose complement holds a title or a list; None where it is a plain one."""
        first = self._past_article(head + 2)
        while self._is_inside(first) and first in self._known and self._is_inside(first + 1):
            first += 1  # "Office of the Norlandish High Commissioner"
        end = self._people_end(first)
        if end is None and (first == self._past_article(head + 2) or self._doc[head].lower_ == "office"):
            end = self._title_end(first)
        told = end is not None
        if end is None:
            end = self._capitals_end(first)
            if end is None:
                return None
        while end < min(len(self._doc) - 1, head + _LONGEST):
            further = self._list_end(first, end) or self._joined_end(end) or (self._further_end(end) if told else None)
            if further is None:
                break
            end, told = further, True
        return end if told else None

    def _further_end(self, i: int) -> int | None:
        """Where a second "of" or "for" phrase ends: "(Alliance of Liberals and Democrats) for Norland"."""
        first = self._past_article(i + 1)
        if self._doc[i].lower_ not in ("of", "for") or not self._is_inside(first) or self._title_end(first) is not None:
            return None
        return _run_end(self._doc, first)

    def find_shared(self) -> list[tuple[int, int]]:
        """Names of one body with two fields or trades before its head word: "Nurses and Midwives Council"."""
        found = []
        for token in self._doc[2:]:
            if token.lower_ not in ("and", "&") or not self._is_inside(token.i - 1):
                continue
            end = _run_end(self._doc, token.i + 1)
            if end - 1 <= token.i + 1 or not self._gazetteer.organisation_head(self._doc[end - 1].text):
                continue
            left = token.i - 1
            adjective = self._doc[left].lower_.endswith(_ENDINGS_OF_FIELDS) and self._is_field(token.i + 1, end - 1)
            if left not in self._known and (self._is_people(left) or adjective or self._is_field(left, left + 1)):
                if any(self._doc[k].ent_type_ == "PERSON" or k in self._known for k in range(token.i + 1, end)):
                    continue
                found.append((_run_start(self._doc, left), end))
        return found

    def _past_article(self, i: int) -> int:
        return i + 1 if self._doc[i].lower_ == "the" and i + 1 < len(self._doc) else i

    def _is_inside(self, i: int) -> bool:
        return i < len(self._doc) and is_capital(self._doc[i]) and not self._doc[i].is_sent_start

    def _title_end(self, first: int) -> int | None:
        """Where a title ends that opens a complement, unless a person who bears it follows."""
        if not self._is_inside(first) or first in self._known:
            return None
        for end in range(min(first + _LONGEST_OFFICE, len(self._doc)), first, -1):
            if is_capital(self._doc[end - 1]) and self._gazetteer.is_office(self._doc.span(first, end).text):
                if self._is_inside(end):
                    return first + 1 if end > first + 1 else None  # "Court of Justice | President Ana Brandt"
                return self._past_possessive(end)
        return None

    def _people_end(self, first: int) -> int | None:
        """Where capitals end that close with persons by their trade or belief: "(Union of) Danvar Employers"."""
        end = first
        while end < first + _LONGEST and self._is_inside(end) and self._doc[end].ent_type_ != "PERSON":
            end += 1
        if end == first or self._is_inside(end) or not self._is_people(end - 1):
            return None
        return self._past_possessive(end)

    def _is_people(self, i: int) -> bool:
        token = self._doc[i]
        if token.tag_ not in ("NNPS", "NNS"):
            return False
        return self._gazetteer.is_title(token.text) or self._gazetteer.group_noun(token.lower_) is not None

    def _past_possessive(self, end: int) -> int:
        """The end of the capitals behind a plural's apostrophe: "Federation of Employers' Unions"."""
        if end + 1 < len(self._doc) and self._doc[end].text == "'" and self._is_inside(end + 1):
            return _run_end(self._doc, end + 1)
        return end

    def _capitals_end(self, first: int) -> int | None:
        """Where one or two capitalised common words end that open a complement; None for names and longer runs."""
        end = first
        while self._is_inside(end) and self._is_plain(end):
            end += 1
        return end if first < end <= first + 2 else None

    def _is_plain(self, i: int) -> bool:
        """Whether a capitalised word is not taken for the beginning of a name of its own."""
        token = self._doc[i]
        no_name = token.ent_type_ == "" or (token.ent_type_ == "ORG" and token.ent_iob_ == "I")
        return (i not in self._known and no_name) or self._is_field(i, i + 1)

    def _list_end(self, first: int, end: int) -> int | None:
        """Where ", B and C" ends behind the first item of a list of common words."""
        doc, i = self._doc, end
        if end > first + 2:
            return None
        items = 0
        while i < len(doc) and doc[i].text == ",":
            item = self._capitals_end(i + 1)
            if item is None or item >= len(doc) or not self._is_field(i + 1, item):
                return None
            items, i = items + 1, item
        return self._joined_end(i) if items else None

    def _joined_end(self, i: int) -> int | None:
        """Where "and C" ends that closes a list, or that ends with persons by their trade: "and Canal Workers"."""
        doc = self._doc
        if i + 1 >= len(doc) or doc[i].lower_ not in ("and", "&"):
            return None
        end = i + 1
        while end < i + _LONGEST and self._is_inside(end) and self._may_join(end):
            end += 1
        last = doc[end - 1]
        if end == i + 1 or self._is_inside(end) or (end < len(doc) and doc[end].tag_ == "POS"):
            return None
        listed = any(t.text == "," for t in doc[max(0, i - 3) : i]) and self._is_field(i + 1, end)
        return end if self._is_people(last.i) or listed else None

    def _may_join(self, i: int) -> bool:
        """Whether a capital may belong to the last item of a list: no person's name and none that is known."""
        return self._doc[i].ent_type_ != "PERSON" and (i not in self._known or self._is_people(i))

    def _is_field(self, start: int, end: int) -> bool:
        """Whether words name a field of office: "maritime", "social affairs"."""
        return self._gazetteer.is_office(f"minister of {self._doc.span(start, end).text.lower()}")


# "Electricity of Norland"


def _of_a_place(doc: Doc, gazetteer: Gazetteer, known: set[int]) -> list[tuple[int, int]]:
    """Names of bodies that the model sees in "X of Norland" though no word of them says what they are."""
    found = []
    for entity in doc.ents:
        start = entity.start + (entity[0].lower_ == "the")
        of = next((t.i for t in doc[start : entity.end] if t.lower_ == "of"), start)
        if (
            entity.label_ != "ORG"
            or of == start
            or of - start > 2
            or entity.end - of > 3
            or entity.end - 1 not in known
        ):
            continue
        first = doc.span(start, of)
        if all(is_capital(t) and t.tag_ == "NNP" for t in first) and not (
            gazetteer.is_office(first.text) or gazetteer.place_head(doc[of - 1].text)
        ):
            found.append((start, entity.end))
    return found


# "Mothers Against Drunk Driving"


def _for_a_cause(doc: Doc, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """Names of movements, "X for Y" and "X Against Y", with capitals in the middle of a sentence, or by the model."""
    found = []
    for token in doc[1:-1]:
        fellows = token.lower_ == "of" and token.nbor(-1).text in name_words("fellowships")
        cause = token.lower_ in name_words("causes") or fellows
        if not cause or not is_capital(token.nbor(1)) or not is_capital(token.nbor(-1)):
            continue
        start = _run_start(doc, token.i)
        end = _run_end(doc, token.i + 1)
        while fellows and end + 1 < len(doc) and doc[end].text in "-–" and is_capital(doc[end + 1]):
            end += 2  # "Friends of El-Danvar"
        if doc[token.i - 1].lower_ in name_words("heads_of_movements") and token.i - start > 1:
            found.append((start, end))  # "Norland Campaign for Safe Ports"
            continue
        first, label = doc.span(start, token.i), token.ent_type_ == "ORG" and token.ent_iob_ == "I"
        several = doc[token.i - 1].tag_ in ("NNS", "NNPS") and not doc[start].is_sent_start
        if any(gazetteer.organisation_head(t.text) for t in first):
            continue
        if not several and gazetteer.is_office(doc.span(start, end).text):
            continue
        if start > 1 and doc[start - 1].lower_ == "of" and gazetteer.is_office(f"minister of {first.text.lower()}"):
            continue  # "the Secretary of | Ports for Norland"
        if token.ent_type_ == "WORK_OF_ART" or any(t.ent_type_ in ("PERSON", "GPE", "LOC") for t in first):
            continue
        if gazetteer.organisation_head(doc[end - 1].text) and not gazetteer.is_title(first.text):
            found.append((start, end))  # "Cinema for Peace Foundation"
            continue
        if (label and not gazetteer.is_title(first.text)) or token.text.istitle() or several:
            found.append((start, end))
    return found


# "A and B Tribes"


def _sharing_a_head(doc: Doc) -> list[tuple[int, int]]:
    """Names of two peoples that are one body: "Salt River and Tarsk Tribes", with the reservation behind "of"."""
    found = []
    for token in doc:
        if token.lower_ not in name_words("shared_heads") or not is_capital(token) or token.i < 3:
            continue
        start = _run_start(doc, token.i)
        if start < 2 or start == token.i or doc[start - 1].lower_ != "and" or not is_capital(doc[start - 2]):
            continue
        first = _run_start(doc, start - 1)
        end = token.i + 1
        if end + 1 < len(doc) and doc[end].lower_ == "of" and is_capital(doc[end + 1]):
            end = _run_end(doc, end + 1)
        found.append((first, end))
    return found


def _run_end(doc: Doc, start: int) -> int:
    """Where the capitals end that begin at a token, within the longest name and the sentence."""
    limit = min(len(doc), start + _LONGEST)
    return next((k for k in range(start, limit) if not is_capital(doc[k]) or doc[k].is_sent_start), limit)


def _run_start(doc: Doc, end: int) -> int:
    start = end
    while start > max(0, end - _LONGEST) and is_capital(doc[start - 1]) and not doc[start - 1].is_punct:
        start -= 1
    return start + (start < end and doc[start].lower_ in ("the", "a", "an"))
