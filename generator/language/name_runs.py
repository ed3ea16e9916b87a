"""Maximal stretches of a text that are written like names, before they are cut into names."""

from collections.abc import Collection

from generator.language.gazetteer import Gazetteer
from generator.language.genders import opens_with_given_name
from generator.language.name_words import NAME_TAGS, is_capital, name_words
from generator.language.office_words import OfficeWords
from generator.language.parse import Doc, Token

_FUNCTION = ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT", "SPACE", "SYM")
_SMALL = ("CCONJ", "SCONJ", "ADP", "DET", "ADV", "PART", "AUX")
_QUOTES = frozenset("\"“”'‘’")
_LONGEST = 40
"""Tokens. No run of names is longer, so that a text made of nothing else is cut into many."""
_NEVER_INSIDE = ("DET", "ADP", "CCONJ", "SCONJ", "PRON", "PUNCT", "SPACE", "SYM")
"""What ends a name even with a capital. Parts of rarer names are often tagged as something else than a name."""


class RunFinder:
    """Finds the runs of one text: capitals joined over hyphens, particles and, in names of bodies, "of" and such."""

    def __init__(
        self, doc: Doc, gazetteer: Gazetteer, known: Collection[tuple[int, int]], offices: OfficeWords
    ) -> None:
        """`known`: spans that are certainly one name each."""
        self._doc = doc
        self._gazetteer = gazetteer
        self._inside = {i for start, end in known for i in range(start, end)}
        self._ends = dict(sorted(known))
        self._offices = offices

    def find(self) -> list[tuple[int, int]]:
        """Start and end token (exclusive) of each run, in order."""
        runs: list[tuple[int, int]] = []
        i, tokens = 0, self._doc
        while i < len(tokens):
            if not self._opens(tokens[i]):
                i += 1
                continue
            end = self._extend(i + 1)
            end = max(end, self._labelled_body(i, end))
            end = min(self._join_body(i, end), i + _LONGEST)
            end = max([end, *(self._ends[k] for k in range(i, end) if k in self._ends)])
            runs.append((i, end))
            i = end
        return runs

    def _opens(self, token: Token) -> bool:
        if token.i in self._offices:
            return False
        if token.i in self._inside and (is_capital(token) or self._opens_with_particle(token)):
            return True
        if not is_capital(token):
            return False
        if token.pos_ in _FUNCTION and token.tag_ not in NAME_TAGS and not self._opens_person(token):
            return False
        if self._is_hyphened_acronym(token):
            return True
        if token.is_sent_start or (token.i and token.nbor(-1).text in "\"'(:-—"):
            return self._is_name_at_start(token)
        return not (token.lower_ in ("the", "a", "an") or token.is_currency)

    def _opens_with_particle(self, token: Token) -> bool:
        """Whether a small word opens a known name: "al-Danvar"."""
        end = self._ends.get(token.i)
        return token.lower_ in name_words("particles") and end is not None and is_capital(self._doc[end - 1])

    @staticmethod
    def _opens_person(token: Token) -> bool:
        """Whether the model takes an interjection's word within a sentence for a given name: "captain Boy Brandt"."""
        if token.pos_ != "INTJ" or token.is_sent_start or token.ent_type_ != "PERSON" or token.i + 1 >= len(token.doc):
            return False
        return token.nbor(1).ent_iob_ == "I" and is_capital(token.nbor(1))

    @staticmethod
    def _is_hyphened_acronym(token: Token) -> bool:
        """ "ABS-CBN": whatever the tagger takes its first part for."""
        if not token.is_upper or len(token.text) < 2 or token.i + 2 >= len(token.doc):
            return False
        return token.nbor(1).text == "-" and is_capital(token.nbor(2))

    def _is_name_at_start(self, token: Token) -> bool:
        """Whether the first word of a sentence, which has a capital anyway, is a name."""
        if token.tag_ not in NAME_TAGS:
            return False
        if token.ent_type_ or not any(t.text == token.lower_ for t in self._doc):
            return True
        following = token.nbor(1) if token.i + 1 < len(self._doc) else None
        return following is not None and is_capital(following) and following.tag_ in NAME_TAGS

    def _extend(self, end: int) -> int:
        """Where a run ends that reaches to a token so far."""
        while end < len(self._doc) and end not in self._offices:
            step = self._step(end)
            if not step:
                break
            end += step
        return end

    def _step(self, end: int) -> int:
        """How many tokens from `end` on continue a run: 0 where none does."""
        doc = self._doc
        token, before = doc[end], doc[end - 1]
        after = doc[end + 1] if end + 1 < len(doc) else None
        if is_capital(token) and not token.is_sent_start:
            inside = token.pos_ not in _NEVER_INSIDE or token.tag_ in NAME_TAGS or end in self._inside
            if inside or (token.ent_iob_ == "I" and token.ent_type_ == "PERSON"):
                return 1
        if self._is_short_surname(end):
            return 1
        if token.text.isdigit() and end in self._inside and not before.is_sent_start:
            return 1
        if after is not None and (numbered := self._number(end)):
            return numbered
        if after is None:
            return 0
        if suffix := self._generation(end):
            return suffix
        joined = token.text == "&" and is_capital(after) and before.tag_ in NAME_TAGS
        if joined or self._gazetteer.company_suffix(token.text):
            return 1
        if token.text in "-–" and not before.whitespace_ and not token.whitespace_ and after.text[:1].isalnum():
            return 2
        if token.tag_ == "POS" and self._same_body(token) and is_capital(after) and after.ent_iob_ == "I":
            return 2
        initial = len(before.text) == 1 and before.is_upper and end > 1 and is_capital(doc[end - 2])
        named = before.tag_ in NAME_TAGS or before.ent_type_ == "PERSON" or initial
        return (self._nickname(end) or self._particles(end)) if named else 0

    def _is_short_surname(self, i: int) -> bool:
        """Whether a small word with a capital is a surname: "Henry Or was", "Maria An said"."""
        doc = self._doc
        if not doc[i].text.istitle() or i + 1 >= len(doc) or doc[i - 1].tag_ not in NAME_TAGS:
            return False
        named = opens_with_given_name(doc[i - 1].text) or doc[i - 1].ent_type_ == "PERSON"
        return named and doc[i].pos_ in _SMALL and doc[i + 1].pos_ in ("VERB", "AUX") and doc[i + 1].is_lower

    def _generation(self, end: int) -> int:
        """How many tokens ", Jr." or the stop of a shortened name are: "Robert Kell, Jr.", "Anna Th. Berg"."""
        doc = self._doc
        if doc[end].text == "," and doc[end + 1].text.rstrip(".") in ("Jr", "Sr"):
            return 2
        short = doc[end].text == "." and len(doc[end - 1].text) < 3 and doc[end].ent_type_ == "PERSON"
        return 2 if short and is_capital(doc[end + 1]) and not doc[end + 1].is_sent_start else 0

    def _number(self, end: int) -> int:
        """How many tokens a body's number is: "Tarsk Hospital No. 2"."""
        stop = end + 1 + (self._doc[end].text == "No" and self._doc[end + 1].text == ".")
        numbered = (
            self._doc[end].text in ("No", "No.", "№") and stop < len(self._doc) and self._doc[stop].text.isdigit()
        )
        named = self._gazetteer.organisation_head(self._doc[end - 1].text)
        return stop + 1 - end if numbered and named else 0

    def _nickname(self, end: int) -> int:
        """How many tokens a nickname between a given name and a surname is, with the surname: 'Ana "Nina" Brandt'."""
        doc = self._doc
        for closing in (end + 2, end + 3):
            if closing + 1 >= len(doc) or doc[end].text not in _QUOTES or doc[closing].text not in _QUOTES:
                continue
            inside = doc[end + 1 : closing]
            person = doc[end - 1].ent_type_ == "PERSON" or doc[closing + 1].ent_type_ == "PERSON"
            if person and all(is_capital(t) for t in inside) and is_capital(doc[closing + 1]):
                return closing + 2 - end
        return 0

    def _particles(self, end: int) -> int:
        """How many tokens the small words at `end` and the capital behind them are: "van der Berg", "al-Masri"."""
        doc, i = self._doc, end
        while i + 1 < len(doc) and doc[i].lower_ in name_words("particles") and i < end + 3:
            i += 1
        if i + 1 < len(doc) and doc[i].text in "-–" and is_capital(doc[i + 1]) and i > end:
            return i + 2 - end
        if i == end and i + 2 < len(doc) and doc[i].lower_ in name_words("hyphened") and doc[i + 1].text in "-–":
            return 3 if is_capital(doc[i + 2]) else 0
        return i + 1 - end if i > end and is_capital(doc[i]) and doc[i].tag_ in NAME_TAGS else 0

    @staticmethod
    def _same_body(token: Token, labels: Collection[str] = ("ORG",)) -> bool:
        return token.ent_iob_ == "I" and token.ent_type_ in labels

    def _labelled_body(self, start: int, end: int) -> int:
        """The end of the model's organisation where a run is its beginning and a word for a body stands in it.

        "Securities and Exchange Commission", "Educational, Scientific and Cultural Organization".
        """
        doc, last = self._doc, end
        labels = {doc[end - 1].ent_type_} & {"ORG", "FAC"}
        while last < len(doc) and self._same_body(doc[last], labels) and last not in self._offices:
            joins = doc[last].lower_ in name_words("joiners") or doc[last].text in ",-–."
            if doc[last].pos_ in ("VERB", "AUX") or not (is_capital(doc[last]) or joins):
                break
            if doc[last].lower_ == "and" and last + 1 in self._ends:
                break  # "the Harbour Union and | Amnesty International"
            last += 1
        if last == end or not is_capital(doc[last - 1]):
            return end
        words = [t.text for t in doc[start:last]]
        named = any(self._gazetteer.organisation_head(w) for w in words)
        return last if named and words.count(",") <= 2 and doc[end].lower_ not in ("'s", "'") else end

    def _join_body(self, start: int, end: int) -> int:
        """Join "Ministry" + "of Foreign Affairs", "Institute" + "for Space Research": only behind a word for a body."""
        doc = self._doc
        while end + 1 < len(doc) and doc[end].lower_ in name_words("joiners") and not doc[end].is_sent_start:
            after = end + 1
            if doc[after].lower_ in ("the", "of") and doc[end].lower_ != "and" and after + 1 < len(doc):
                after += 1
            if not is_capital(doc[after]):
                break
            following = self._extend(after + 1)
            if not self._may_join(start, end, following):
                break
            end = following
        return end

    def _is_short_state(self, end: int) -> bool:
        """Whether the word that ends before a token is the short form of a state, in capitals: "the US", "the UAE"."""
        last = self._doc[end - 1]
        short = last.is_upper and self._gazetteer.state_of_adjective(last.text) is not None
        known = self._gazetteer.lookup(last.text) if last.is_upper and not short else None
        return short or (known is not None and known.domain == "state")

    def _may_join(self, start: int, end: int, following: int) -> bool:
        """Whether the small word at `end` joins what is before and behind it to one name."""
        doc = self._doc
        if doc[end].lower_ in (
            "to",
            "in",
            "'",
        ):  # an apostrophe closes a possessive of a plural ("the States' Council")
            return False
        numbered = doc[end].lower_ == "on" and any(c.isdigit() for c in doc.span(end + 1, following).text)
        heads = [i for i in range(start, end) if self._gazetteer.organisation_head(doc[i].text)]
        learned = any(self._gazetteer.organisation_class(doc[i].text) == "learning" for i in heads)
        if learned and end - start > 1 and doc[end].lower_ == "of" and self._is_short_state(following):
            return False  # "Karsk State University of the | US"
        if not heads or numbered:  # "the Harbour Space Centre on | STS-1"
            return False
        runs_on = any(doc[i].lower_ in ("of", "for") for i in range(start, end))
        if doc[end].lower_ != "and":
            return heads[-1] == end - 1 or runs_on
        another_body = doc[end].ent_iob_ != "I" and self._gazetteer.organisation_head(doc[following - 1].text)
        return heads[0] <= start + 1 and runs_on and not another_body
