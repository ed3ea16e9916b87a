"""Maximal stretches of a text that are written like names, before they are cut into names."""

from spacy.tokens import Doc, Token

from generator.language.gazetteer import Gazetteer, Known
from generator.language.name_words import NAME_TAGS, is_capital, name_words
from generator.language.office_words import OfficeWords

_FUNCTION = ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PART", "INTJ", "NUM", "PUNCT", "SPACE", "SYM")
_NEVER_INSIDE = ("DET", "ADP", "CCONJ", "SCONJ", "PRON", "PUNCT", "SPACE", "SYM")
"""What ends a name even with a capital. Parts of rarer names are often tagged as something else than a name."""


class RunFinder:
    """Finds the runs of one text: capitals joined over hyphens, particles and, in names of bodies, "of" and such."""

    def __init__(
        self, doc: Doc, gazetteer: Gazetteer, known: dict[tuple[int, int], Known], offices: OfficeWords
    ) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        self._known = known
        self._inside = {i for start, end in known for i in range(start, end)}
        self._offices = offices

    def find(self) -> list[tuple[int, int]]:
        """Start and end token (exclusive) of each run, in order."""
        runs: list[tuple[int, int]] = []
        i = 0
        while i < len(self._doc):
            if not self._opens(self._doc[i]):
                i += 1
                continue
            end = self._extend(i + 1)
            end = max(end, self._labelled_body(i, end))
            end = self._join_body(i, end)
            end = max([end, *(stop for start, stop in self._known if i <= start < end)])
            runs.append((i, end))
            i = end
        return runs

    def _opens(self, token: Token) -> bool:
        if token.i in self._offices:
            return False
        if token.i in self._inside and is_capital(token):
            return True
        if not is_capital(token) or (token.pos_ in _FUNCTION and token.tag_ not in NAME_TAGS):
            return False
        if self._is_hyphened_acronym(token):
            return True
        if token.is_sent_start or (token.i and token.nbor(-1).text in "\"'(:-—"):
            return self._is_name_at_start(token)
        return not (token.lower_ in ("the", "a", "an") or token.is_currency)

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
            if inside:
                return 1
        if token.text.isdigit() and end in self._inside and not before.is_sent_start:
            return 1
        if after is None:
            return 0
        if token.text in "-–" and not before.whitespace_ and not token.whitespace_ and after.text[:1].isalnum():
            return 2
        if token.tag_ == "POS" and self._same_body(token) and is_capital(after) and after.ent_iob_ == "I":
            return 2
        if token.lower_ in name_words("particles") and before.tag_ in NAME_TAGS:
            hyphened = after.text in "-–" and end + 2 < len(doc) and is_capital(doc[end + 2])
            return 3 if hyphened else 2 if is_capital(after) and after.tag_ in NAME_TAGS else 0
        return 0

    @staticmethod
    def _same_body(token: Token) -> bool:
        return token.ent_iob_ == "I" and token.ent_type_ == "ORG"

    def _labelled_body(self, start: int, end: int) -> int:
        """The end of the model's organisation where a run is its beginning and a word for a body stands in it.

        "Securities and Exchange Commission", "Educational, Scientific and Cultural Organization".
        """
        doc, last = self._doc, end
        while last < len(doc) and self._same_body(doc[last]) and last not in self._offices:
            joins = doc[last].lower_ in name_words("joiners") or doc[last].text in ",-–."
            if doc[last].pos_ in ("VERB", "AUX") or not (is_capital(doc[last]) or joins):
                break
            last += 1
        if last == end or doc[end - 1].ent_type_ != "ORG" or not is_capital(doc[last - 1]):
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

    def _may_join(self, start: int, end: int, following: int) -> bool:
        """Whether the small word at `end` joins what is before and behind it to one name."""
        doc = self._doc
        if doc[end].lower_ in (
            "to",
            "in",
            "'",
        ):  # an apostrophe closes a possessive of a plural ("the States' Council")
            return False
        heads = [i for i in range(start, end) if self._gazetteer.organisation_head(doc[i].text)]
        if not heads:
            return False
        runs_on = any(doc[i].lower_ in ("of", "for") for i in range(start, end))
        if doc[end].lower_ != "and":
            return heads[-1] == end - 1 or runs_on
        another_body = doc[end].ent_iob_ != "I" and self._gazetteer.organisation_head(doc[following - 1].text)
        return heads[0] <= start + 1 and runs_on and not another_body
