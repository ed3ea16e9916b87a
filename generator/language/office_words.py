"""Which words of a text belong to titles of office, so that they are no part of a name."""

from collections.abc import Container

from generator.language.gazetteer import Gazetteer
from generator.language.name_words import is_capital, name_words
from generator.language.parse import Doc, Token
from generator.language.role_words import role_words

_LONGEST = 7
"""Words. No title of office is longer."""


class OfficeWords:
    """The titles of office in one text."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer, known: Container[int]) -> None:
        """`known`: tokens of names of several words that the gazetteer knows, which are no titles."""
        self._doc = doc
        self._gazetteer = gazetteer
        self._personal: set[int] = set()
        self._offices_told = {t.lower_ for t in doc[: len(doc) - 1] if t.is_lower or t.nbor(1).lower_ == "of"}
        """Words that the text writes small, or with "of" behind them: names of offices where they can be."""
        self._next_head = self._heads()
        self._tokens = self._find(known)

    def _heads(self) -> list[int]:
        """For each token the first from there on that may be what a title's head ends with, alone or with what is
        written together with it."""
        tokens = self._doc
        found, place = [0] * len(tokens), len(tokens)
        for token in reversed(tokens):
            if not token.is_spaced or self._gazetteer.may_head_title(token.text):
                place = token.i
            found[token.i] = place
        return found

    def __contains__(self, token: int) -> bool:
        return token in self._tokens

    def _find(self, known: Container[int]) -> set[int]:
        """The words of titles ("Secretary of State"), surnames that look like one and names of bodies aside."""
        tokens = self._doc
        found: set[int] = set()
        i = 0
        while i < len(tokens):
            if self._is_party_member(i):
                found.add(i)
            stop = None
            if tokens[i].pos_ in ("NOUN", "PROPN", "ADJ") and i not in known and self._may_begin(i):
                limit = next((k for k in range(i, min(i + 5, len(tokens))) if k in known), len(tokens))
                stop = self._before_name(i, self.end(i, limit))
            if stop is None or self._belongs_to_name(i, stop, found):
                i += 1
                continue
            found |= set(range(i, stop))
            i = stop
        return found

    def _before_name(self, start: int, stop: int | None) -> int | None:
        """Where a title ends whose last words begin a name: "researchers | at Imperial College"."""
        doc = self._doc
        if stop is None or stop >= len(doc) or not (is_capital(doc[stop - 1]) and is_capital(doc[stop])):
            return stop
        preposition = next((k for k in range(stop - 2, start, -1) if doc[k].pos_ == "ADP"), None)
        if preposition is None or (doc[stop].ent_type_ == "PERSON" and doc[stop].ent_iob_ == "B"):
            return stop
        written_small = doc[preposition - 1].is_lower or doc[preposition - 1].is_sent_start
        return preposition if written_small else stop

    def end(self, start: int, limit: int) -> int | None:
        """Where the title ends that starts at a token, if one does ("Prime Minister", "Secretary of State")."""
        doc, tokens = self._doc, self._doc
        if not self._may_begin(start):
            return None
        for stop in range(min(limit, start + _LONGEST), self._next_head[start], -1):
            last, before = tokens[stop - 1], tokens[stop - 2]
            if (stop == start + 1 or before.is_spaced) and not self._gazetteer.may_end_title(last.text):
                continue
            surname = last.ent_type_ == "PERSON" and before.lower_ not in ("and", "of", "for")
            if stop > start + 1 and surname and not self._gazetteer.is_title(last.text):
                continue
            if last.text.rstrip(".").isalpha() and self._gazetteer.is_office(doc.span(start, stop).text):
                article = next((k for k in range(start + 2, stop) if doc[k].lower_ == "the"), None)
                if article is not None and is_capital(last):
                    return article - 1  # "chairman of the House | Intelligence Committee"
                return stop
        return None

    def _may_begin(self, i: int) -> bool:
        """Whether a title can begin with a token, for all that its own word and the head after it tell."""
        token = self._doc[i]
        near = self._next_head[i] < i + _LONGEST
        return near and not (token.is_spaced and not self._gazetteer.may_begin_title(token.text))

    def first(self, start: int, limit: int) -> int | None:
        """Where the first title starts that stands between two tokens."""
        return next((i for i in range(start, limit) if i in self and self.end(i, limit)), None)

    def _belongs_to_name(self, i: int, stop: int, found: set[int]) -> bool:
        """Whether what looks like a title is part of a name."""
        if not is_capital(self._doc[i]):
            return False
        if self._inside_person(i, found) or self._is_surname(i, stop) or self._is_given_name(i, stop):
            self._personal.add(i)
            return True
        return self._inside_body(i, stop) or self._opens_body(i, stop) or self._is_trade_of_body(i, stop)

    def _is_trade_of_body(self, i: int, stop: int) -> bool:
        """ "Tarsk Mayors Association": persons by their trade stand in the name of what they have founded."""
        doc = self._doc
        if stop - i > 1 or doc[i].tag_ not in ("NNPS", "NNS") or not i or not is_capital(doc[i - 1]):
            return False
        limit = min(len(doc), stop + _LONGEST)
        last = next((k for k in range(stop, limit) if not is_capital(doc[k])), limit) - 1
        return last >= stop and self._gazetteer.organisation_head(doc[last].text)

    def is_personal(self, i: int) -> bool:
        """Whether what looks like a title at a token is part of a person's name ("Larry King")."""
        return i in self._personal

    def _inside_person(self, i: int, titles: set[int]) -> bool:
        """Whether a capitalised word continues a person's name that began before it ("Ana Son Brandt")."""
        doc = self._doc
        if not i or i - 1 in titles or not (is_capital(doc[i - 1]) or doc[i - 1].text in "-–"):
            return False
        goes_on = i + 1 < len(doc) and doc[i + 1].ent_iob_ == "I"
        return goes_on and doc[i].ent_type_ == "PERSON" and doc[i].ent_iob_ == "I"

    def _is_party_member(self, i: int) -> bool:
        """Whether a party's noun stands before a person's name like a title ("Democrat Ana Brandt")."""
        if self._doc[i].text not in role_words()["members"] or i + 1 >= len(self._doc):
            return False
        return is_capital(self._doc[i + 1]) and self._doc[i + 1].ent_type_ == "PERSON"

    def _inside_body(self, i: int, stop: int) -> bool:
        """Whether a word ends the name of a body that the title only follows ("Centre for Health Security analyst")."""
        inside = self._doc[i].ent_type_ == "ORG" and self._doc[i].ent_iob_ == "I"
        last = self._doc[stop - 1]
        return inside and last.ent_type_ != "ORG" and last.is_lower

    def _is_surname(self, i: int, stop: int) -> bool:
        """ "Larry King said": the title's word ends a person's name."""
        doc = self._doc
        if stop - i > 1 or not i or doc[i].ent_iob_ != "I":
            return False
        after = doc[stop] if stop < len(doc) else None
        name_goes_on = after is not None and is_capital(after) and after.ent_type_ == "PERSON"
        return doc[i].ent_type_ == doc[i - 1].ent_type_ == "PERSON" and not name_goes_on

    def _is_given_name(self, i: int, stop: int) -> bool:
        """ "Dean Brandt", "the actor Judge Brandt": one surname follows, and the text knows no holder of the office."""
        doc, word = self._doc, self._doc[i]
        if stop - i > 1 or stop >= len(doc) or not is_capital(doc[stop]) or doc[stop].is_sent_start:
            return False
        if stop + 1 < len(doc) and (is_capital(doc[stop + 1]) or doc[stop + 1].text == "-"):
            return False
        before = doc[i - 1] if i and not word.is_sent_start else None
        rare = word.lower_ in name_words("rarely_given")
        if not rare and word.lower_ not in name_words("given_offices"):
            return False
        if rare:  # "Actor Judge Brandt", but no "former Judge Brandt" and no "Chief Judge Brandt"
            return before is not None and self._is_trade(before, word)
        if before is not None and (before.pos_ in ("DET", "ADJ") or before.tag_ in ("POS", "PRP$")):
            return False
        return word.lower_ not in self._offices_told

    def _is_trade(self, before: Token, word: Token) -> bool:
        """Whether a word is a title of its own, which makes no longer one with the word behind it."""
        title = before.tag_ in ("NN", "NNP") and self._gazetteer.is_title(before.lower_)
        return title and not self._gazetteer.is_office(f"{before.text} {word.text}")

    def _opens_body(self, i: int, stop: int) -> bool:
        """ "General Electric", "Governor's Office": the title begins the name of a body."""
        doc = self._doc
        if stop >= len(doc):
            return False
        closes = stop + 1 >= len(doc) or not is_capital(doc[stop + 1])
        if is_capital(doc[stop]) and self._gazetteer.organisation_head(doc[stop].text) and closes:
            return True  # "Communist Party"
        if doc[i].ent_type_ != "ORG":
            return False
        one_word = stop == i + 1 and doc[i].ent_iob_ == "B"
        if one_word and is_capital(doc[stop]) and doc[stop].ent_iob_ == "I" and doc[stop].ent_type_ == "ORG":
            return True
        last = stop
        while last < len(doc) and (is_capital(doc[last]) or doc[last].tag_ == "POS") and doc[last].ent_iob_ == "I":
            last += 1
        return last > stop and self._gazetteer.organisation_head(doc[last - 1].text)
