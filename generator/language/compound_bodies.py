"""Names of bodies put together of two: a field of work and a state ("Transport Norland"), a body with its letters in
brackets and an organ of it ("United Nations (UN) General Assembly"), a place and who heads an office there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.language.gazetteer import Gazetteer, Known
from generator.language.name_kinds import NamePiece
from generator.language.name_words import is_capital, name_words
from generator.language.office_words import OfficeWords
from generator.language.parse import Doc
from generator.model import Kind

_LETTERS = re.compile(r"[A-Z][A-Za-z]*[A-Z]")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_LONGEST = 8
"""Tokens. No part before or behind a bracket is longer."""


def of_states(doc: Doc, states: Mapping[int, int]) -> list[tuple[int, int]]:
    """Names made of a field of work and the states behind it: "Food Standards Norland Sudia", "Sport Norland"."""
    found = []
    for first, end in states.items():
        start = _field_start(doc, first)
        if start is None or first - 1 in states:
            continue
        while end in states:
            end = states[end]
        if start == 0 or (doc[start - 1].lower_ != "in" and doc[start - 1].text not in "-–"):
            found.append((start, end))
    return found


def _field_start(doc: Doc, end: int) -> int | None:
    """Where the capitals start that name a field of work and end before a token; more capitals are another name."""
    for start in (end - 2, end - 1):
        if start < 0 or not all(is_capital(t) for t in doc[start:end]):
            continue
        free = start == 0 or doc[start].is_sent_start or not is_capital(doc[start - 1])
        if free and doc.span(start, end).text.lower() in name_words("fields_of_bodies"):
            return start
    return None


def around_brackets(doc: Doc, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """Names that go on behind the letters of their first part: "Harbour Health Union (HHU) Regional Office"."""
    found = []
    for token in doc[2:-3]:
        if token.text != "(" or token.nbor(2).text != ")" or not _LETTERS.fullmatch(token.nbor(1).text):
            continue
        end = _run_end(doc, token.i + 3)
        if token.i + 3 < end < len(doc) - 1 and doc[end].lower_ in ("for", "of") and is_capital(doc[end + 1]):
            end = _run_end(doc, end + 1)
        start = token.i
        while start > max(0, token.i - _LONGEST) and is_capital(doc[start - 1]) and doc[start - 1].lower_ != "the":
            start -= 1
        initials = "".join(t.text[0] for t in doc[start : token.i])
        spelled = initials.endswith(token.nbor(1).text.upper())
        if end > token.i + 3 and spelled and any(gazetteer.organisation_head(t.text) for t in doc[token.i + 3 : end]):
            found.append((token.i - len(token.nbor(1).text), end))
    return found


def campuses(doc: Doc, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """Names of seats of learning that a place tells apart: "University of Karsk at Norburg"."""
    found = []
    for of in doc[1:-3]:
        token = doc[of.i - 1]
        if of.lower_ != "of" or not is_capital(token) or gazetteer.organisation_class(token.text) != "learning":
            continue
        at = _run_end(doc, token.i + 2)
        if token.i + 2 < at < len(doc) - 1 and doc[at].lower_ == "at" and (end := _run_end(doc, at + 1)) > at + 1:
            named = any(gazetteer.organisation_head(t.text) for t in doc[at + 1 : end])
            if not named and not any(t.ent_type_ == "PERSON" for t in doc[at + 1 : end]):
                found.append((token.i, end))
    return found


def offices_of_places(doc: Doc, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """Offices called after who heads them, with the place before: "the Norburg Sheriff's office"."""
    found = []
    for token in doc[2:-1]:
        noun = token.nbor(1)
        if token.tag_ != "POS" or noun.lower_ not in name_words("offices_of_heads") or not is_capital(doc[token.i - 1]):
            continue
        start = token.i
        while start > max(0, token.i - _LONGEST) and is_capital(doc[start - 1]) and doc[start - 1].lower_ != "the":
            start -= 1
        titles = (k for k in range(start + 1, token.i) if gazetteer.is_title(doc.span(k, token.i).text))
        title = next(titles, None)
        whole = gazetteer.is_office(doc.span(start, token.i).text)
        if title is not None and not whole and doc[title - 1].ent_type_ != "PERSON":
            found.append((start, noun.i + 1))
    return found


def is_movement(doc: Doc, known: Mapping[tuple[int, int], Known], offices: OfficeWords, start: int, end: int) -> bool:
    """Whether a run that the model takes for one is a body's name that states open: "Norland Sudia Solidarity
    Campaign", "Sudia Net Watch". `known`: the known names by their places."""
    if end - start < 3 or doc[end - 1].lower_ not in name_words("heads_of_movements") or doc[start].ent_type_ != "ORG":
        return False
    plain = all(k.form == "name" for (s, e), k in known.items() if start <= s and e <= end)
    return plain and offices.first(start, end) is None


def is_free_name(known: Mapping[tuple[int, int], Known], offices: OfficeWords, start: int, end: int) -> bool:
    """Whether no known name opens a run, but for the adjective of a people: "the charity | Christian Aid". `known`: the
    known names by their places."""
    opens = next(((e, k) for (s, e), k in known.items() if s == start), None)
    if opens is None:
        return True
    people = opens[1].kind == Kind.GROUP and opens[1].form == "adjective" and opens[1].domain != "state"
    return people and opens[0] < end and offices.first(opens[0], end) is None


def closes_with_number(doc: Doc, end: int) -> bool:
    """Whether a run of capitals closes with the word for a thing that the number behind it tells: "Flight 214"."""
    number = doc[end].text if end < len(doc) else ""
    return doc[end - 1].lower_ in name_words("numbered_things") and number.isdigit()


def missions(doc: Doc, states: Mapping[int, int]) -> list[tuple[int, int]]:
    """Names of missions with the state behind them in which they are: "Harbour Union Mission in Norland"."""
    found = []
    for first, end in states.items():
        head = first - 2
        if head < 1 or doc[first - 1].lower_ != "in" or doc[head].lower_ not in name_words("missions_abroad"):
            continue
        start = head + 1
        while start > 0 and is_capital(doc[start - 1]) and head - start < _LONGEST:
            start -= 1
        start += doc[start].lower_ == "the"
        if start < head:
            found.append((start, end))
    return found


def settled(doc: Doc, pieces: Sequence[NamePiece]) -> list[NamePiece]:
    """The names of a text with bodies grown by the numbers before them, and with treaties told to be no bodies."""
    return _without_papers(doc, [_numbered(doc, piece) for piece in pieces])


def _numbered(doc: Doc, piece: NamePiece) -> NamePiece:
    """A body's name with the number or the day before it: "3rd Marine Brigade", "the May 4 Youth Movement"."""
    before = piece.start - 1
    if piece.kind is not Kind.ORGANISATION or piece.known or before < 0:
        return piece
    if _ORDINAL.fullmatch(doc[before].text):
        return replace(piece, start=before)
    if before < 2 or not piece.sure or piece.end == piece.start + 1 or doc[before - 2].lower_ != "the":
        return piece
    words = {doc[before - 1].text, doc[before].text}
    dated = not words.isdisjoint(name_words("months") | name_words("calendar")) and any(w.isdigit() for w in words)
    return replace(piece, start=before - 1) if dated else piece


def _without_papers(doc: Doc, pieces: Sequence[NamePiece]) -> list[NamePiece]:
    """Names with treaties told to be no bodies: "Convention on the Rights of Sailors", then "the Convention"."""
    heads = {p.start for p in pieces if p.kind is Kind.ORGANISATION and not p.known and _is_paper(doc, p)}
    words = {doc[i].text for i in heads}
    alone = {p.start for p in pieces if p.end == p.start + 1 and not p.known and doc[p.start].text in words}
    return [replace(p, kind=None, sure=True) if p.start in heads | alone else p for p in pieces]


def _is_paper(doc: Doc, piece: NamePiece) -> bool:
    """Whether a name opens with the word for a treaty and what that is about."""
    behind = doc[piece.start + 1].lower_ if piece.start + 1 < len(doc) else ""
    return doc[piece.start].lower_ in name_words("treaties") and behind in ("on", "against", "concerning", "relating")


def past_origin(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Where a place ends and a name starts that a participle parts: "Norland-based | Danvar Airlines"."""
    for i in range(start + 1, end - 2):
        joined = doc[i].text in "-–" and doc[i + 1].is_lower and doc[i + 1].tag_ == "VBN"
        if joined and is_capital(doc[i + 2]):
            return i, i + 2
    return None


def _run_end(doc: Doc, start: int) -> int:
    """Where the capitals end that begin at a token."""
    limit = min(len(doc), start + _LONGEST)
    return next((k for k in range(start, limit) if not is_capital(doc[k]) or doc[k].is_sent_start), limit)
