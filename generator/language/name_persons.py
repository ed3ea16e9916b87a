"""Persons told by the words around a name that the model takes for something else, or runs together with a body's.

"director of the Harbour Council | Ana Brandt", "Ana Brandt, head of the port office", "Ana Brandt's header".
"""

from generator.language.gazetteer import Gazetteer
from generator.language.genders import opens_with_given_name
from generator.language.name_words import is_capital, name_words
from generator.language.office_words import OfficeWords
from generator.language.parse import Doc

_FARTHEST = 10
"""Tokens. An office with what it is of before a name is no longer."""
_LONGEST = 4
"""Tokens. A person's name behind a body's is no longer."""
_ROLE_REACH = 5
"""Tokens. The noun for an office stands no further behind the comma."""
_BEHIND_OFFICE = ("of", "for", "at", "to", "in")


def stands_behind_office(doc: Doc, offices: OfficeWords, start: int) -> bool:
    """Whether an office and its "of" lead up to a name: "director of the | X", "head of the port chapter of | X"."""
    i = start - 1
    while i > 0 and start - i <= _FARTHEST:
        token = doc[i]
        if token.lower_ in _BEHIND_OFFICE:
            if i - 1 in offices:
                return True
            if doc[i - 1].lower_ not in name_words("parts_of_bodies"):
                return False
            i -= 2
            while i > 0 and is_capital(doc[i]):
                i -= 1  # "the | Norburg | chapter of"
        elif token.lower_ == "the" or (token.is_lower and token.pos_ in ("ADJ", "NOUN")):
            i -= 1
        else:
            return False
    return False


def person_at_end(doc: Doc, gazetteer: Gazetteer, start: int, end: int) -> int | None:
    """Where a person's name starts that closes a run of capitals with another name before it; None for one name."""
    for first in range(max(start + 1, end - _LONGEST), end - 1):
        words = doc[first:end]
        if not is_capital(doc[first - 1]) or not all(is_capital(t) or t.text in "-–" for t in words):
            continue
        if any(gazetteer.organisation_head(t.text) or gazetteer.place_head(t.text) or t.is_upper for t in words):
            continue
        if opens_with_given_name(doc.span(first, end).text) and not opens_with_given_name(doc[first - 1].text):
            return first
    return None


def has_office_behind(doc: Doc, gazetteer: Gazetteer, end: int) -> bool:
    """Whether an office that no body bears is set off behind a name: "X, head of the port office", "X, a nurse"."""
    if end + 2 >= len(doc) or doc[end].text != ",":
        return False
    for i in range(end + 1, min(end + 1 + _ROLE_REACH, len(doc) - 1)):
        token = doc[i]
        if token.is_lower and token.tag_ == "NN" and gazetteer.is_title(token.lower_):
            closed = doc[i + 1].lower_ in _BEHIND_OFFICE or doc[i + 1].text in ",."
            return closed and token.lower_ not in name_words("offices_of_all")
        if token.pos_ not in ("ADJ", "NOUN", "PROPN", "DET", "PART"):
            return False
    return False


def owns_as_person(doc: Doc, end: int) -> bool:
    """Whether what a name owns is what only persons have: "X's wife", "X's header"."""
    if end >= len(doc) or doc[end].tag_ != "POS":
        return False
    owned = doc[end - 1].head
    return owned.i > end and owned.lemma_.lower() in name_words("possessions_of_persons")
