"""The offices behind a person's name: "Ana Brandt, 52, the defence minister of Norland and chair of the fund"."""

from generator.language.document import Entity, Mention
from generator.language.parse import Token
from generator.language.role_phrases import TitlePhrases
from generator.language.role_words import role_words

_REACH = 14
"""Tokens. How far behind a name its title may end."""


class RolesBehind:
    """Finds the titles set off behind names."""

    def __init__(self, phrases: TitlePhrases) -> None:
        self._phrases = phrases
        self._document = phrases.document
        self._doc = phrases.doc

    def find(self, mention: Mention, entity: Entity) -> None:
        """Add the titles behind one mention of a person."""
        i = self._past_particulars(mention.end)
        if i + 1 >= len(self._doc) or self._doc[i].text not in (",", "(", "-", "—", "–"):
            return
        first = j = self._past_letters(entity, i + 1)
        one_of_several = self._doc[j].lower_ == "one" and j + 1 < len(self._doc) and self._doc[j + 1].lower_ == "of"
        if one_of_several:
            first = j = j + 2  # "Ana Brandt, one of the president's aides"
        owner: int | None = None
        while j < min(len(self._doc), i + _REACH):
            if self._closes_title(j):
                if self._is_of_next(entity, j):
                    return
                self._appositive(entity, first, j, owner, one_of_several)
                return
            if j + 1 < len(self._doc) and self._is_phrase(j):
                self._phrases.add(entity, j, j + 2, owner)  # "running mate"
                return
            if self._phrases.is_title(j) and self._doc[j + 1].tag_ == "POS":
                first, owner = j + 2, None  # "a Norlandish diplomat's wife"
            known = self._document.mention_at(j)
            if known is not None and known.start == j and not self._phrases.is_party_member(j):
                followed = known.end < len(self._doc) and self._doc[known.end].tag_ == "POS"
                if self._phrases.person_at(j) is not None and not followed:
                    return
                owner = known.entities[0]
                j = known.end
            elif self._phrases.is_party_member(j) and self._ends_phrase(j + 1):
                self._phrases.add(entity, j, j + 1, None)
                return
            elif _may_precede_title(self._doc[j]):
                j += 1
            else:
                return

    def _past_letters(self, entity: Entity, i: int) -> int:
        """The token behind the letters of a rank at the bar or an honour, which are a title: "Ana Brandt, QC"."""
        doc = self._doc
        if doc[i].text not in role_words()["behind_names"] or self._phrases.is_title(i):
            return i
        self._phrases.add(entity, i, i + 1, None)
        goes_on = i + 2 < len(doc) and doc[i + 1].text == ","
        return i + 2 if goes_on else i

    def _past_particulars(self, i: int) -> int:
        """The token behind an age or a party in brackets: "Ana Brandt (D-NY)", "Ana Brandt, 52,"."""
        doc = self._doc
        if i + 2 < len(doc) and doc[i].text == "(":
            closing = next((k for k in range(i, min(i + 8, len(doc))) if doc[k].text == ")"), i)
            if (
                closing + 1 < len(doc)
                and doc[closing + 1].text == ","
                and not any(self._phrases.is_title(k) for k in range(i + 1, closing))
            ):
                return closing + 1
        if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].like_num and doc[i + 2].text == ",":
            return i + 2
        return i

    def _closes_title(self, j: int) -> bool:
        """Whether the token is the last word of a title, with no noun behind it that it only narrows."""
        if not self._phrases.is_title(j):
            return False
        if j + 1 >= len(self._doc):
            return True
        following = self._doc[j + 1]
        if following.tag_ == "POS":
            return False
        if self._phrases.is_title(j + 1) or self._phrases.person_at(j + 1) is not None:
            return False
        return not (following.pos_ in ("NOUN", "PROPN") and self._document.mention_at(j + 1) is None)

    def _is_of_next(self, entity: Entity, j: int) -> bool:
        """Whether somebody else is named right behind what an office is of: "Ana Brandt, the head of X Jon Berg"."""
        i = j + 1
        if i + 1 >= len(self._doc) or self._doc[i].lower_ not in role_words()["of"]:
            return False
        while i < min(len(self._doc), j + _REACH):
            token = self._doc[i]
            person = self._phrases.person_at(i)
            if person is not None and person.start == i:
                other = person.form == "name" and self._document.entities[person.entities[0]] is not entity
                return other and self._doc[i - 1].pos_ in ("PROPN", "NOUN") and not self._phrases.is_title(i - 1)
            if token.pos_ not in ("PROPN", "NOUN", "ADJ", "DET", "ADP"):
                return False
            i += 1
        return False

    def _is_phrase(self, j: int) -> bool:
        """Whether two words are a title of which neither is one alone: "running mate"."""
        words = self._doc.span(j, j + 2)
        alone = self._phrases.is_title(j) or self._phrases.is_title(j + 1)
        return words[0].lower_.endswith("ing") and not alone and self._phrases.gazetteer.is_title(words.text)

    def _ends_phrase(self, i: int) -> bool:
        return (
            i >= len(self._doc)
            or self._doc[i].text in (",", ".", ")", ";")
            or self._doc[i].lower_ in ("from", "of", "who", "and")
        )

    def _appositive(self, entity: Entity, first: int, last: int, owner: int | None, singular: bool) -> None:
        if self._phrases.is_plural(last) and not singular:
            return
        start = max(self._phrases.title_start(last + 1), first)
        self._take(entity, start, last, owner, singular and self._phrases.is_plural(last))
        end = self._phrases.office_end(last) or last + 1
        for noun in {n.i: n for t in self._doc[last:end] for n in t.conjuncts}.values():
            if end <= noun.i < last + _REACH and self._is_another(noun):
                begin = self._phrases.title_start(noun.i + 1)
                own = self._phrases.owner_before(begin)[0]
                self._take(entity, begin, noun.i, own, singular=False)

    def _is_another(self, noun: Token) -> bool:
        """Whether a coordinated noun is one more title of the same person, not that of a person named next."""
        if not self._closes_title(noun.i) or self._phrases.is_plural(noun.i):
            return False
        end = self._phrases.office_end(noun.i) or noun.i + 1
        return self._phrases.person_at(end + (end < len(self._doc) and self._doc[end].text == ",")) is None

    def _take(self, entity: Entity, start: int, last: int, owner: int | None, singular: bool) -> None:
        """Record the title whose first noun is at `last`, with the words that run on behind it."""
        end = self._phrases.office_end(last)
        if end is not None:
            inside = [m for k in range(last + 1, end) if (m := self._document.mention_at(k)) is not None]
            end, behind = self._phrases.owner_behind(end, inside[0].entities[0] if inside and owner is None else owner)
        else:
            end, behind = self._phrases.owner_behind(last + 1, owner)
        self._phrases.add(entity, start, end, behind, singular)


def _may_precede_title(token: Token) -> bool:
    if token.tag_ == "POS" or token.text in "-&" or token.tag_ in ("PRP$", "VBN", "VBG"):
        return True
    if token.tag_ == "WP$":
        return False  # "Tarsk, whose mayor"
    return token.pos_ in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "NUM") or token.lower_ in role_words()["before_title"]
