"""The words of a title of office in a parsed text: where they begin and end, and whose office it is."""

from generator.language.document import Document, Entity, Mention, RoleMention
from generator.language.gazetteer import Gazetteer
from generator.language.parse import Doc, Span, Token
from generator.language.role_words import role_words
from generator.model import Kind

_LONGEST = 8
"""Tokens. No title is longer, whose it is left aside."""


class TitlePhrases:
    """The titles of one document whose names are known."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self.document = document
        self.doc: Doc = document.doc
        self.gazetteer = gazetteer

    def is_title(self, i: int) -> bool:
        """Whether a single word is a title or a kinship."""
        token = self.doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not token.text.rstrip(".").isalpha():
            return False
        known = self.document.mention_at(i)
        if known is not None and known.form != "pronoun" and known.end - known.start > 1:
            return False  # a word of a body's name
        as_written = token.is_upper or token.text.endswith(".")  # "CEO", "Col."
        words = {token.text if as_written else token.lower_, token.lemma_.lower()}
        if token.is_lower and not words.isdisjoint(role_words()["trades"]):
            return True
        return any(self.gazetteer.is_title(w) or self.gazetteer.kin_word(w) for w in words)

    def is_party_member(self, i: int) -> bool:
        """Whether a word names a member of a party, which news gives like a title ("a Republican, Ana Brandt")."""
        return self.doc[i].text in role_words()["members"] and self.doc[i].tag_ in ("NN", "NNP", "JJ")

    def person_at(self, i: int) -> Mention | None:
        """The mention of a person that a token belongs to."""
        known = self.document.mention_at(i) if 0 <= i < len(self.doc) else None
        if known is None or self.document.entities[known.entities[0]].kind != Kind.PERSON:
            return None
        return known

    # where a title begins and ends

    def office_start(self, end: int) -> int | None:
        """One past the first word of the title that ends before `end`: "Secretary of State" holds a preposition."""
        if end < 1 or not self.doc[end - 1].text.rstrip(".").isalpha():
            return None
        simple = self.is_title(end - 1)
        for start in range(max(0, end - 5), end - 1):
            words = self.doc.span(start, end)
            if self.doc[start].text in "-–," or not self.gazetteer.is_office(words.text):
                continue
            if (self.is_title(start) and any(t.pos_ == "ADP" for t in words)) or (not simple and self._is_free(words)):
                return start + 1
        ended = end > 2 and self.doc[end - 1].lower_ in ("elect", "designate") and self.doc[end - 2].text == "-"
        return end if simple or (ended and self.is_title(end - 3)) else None

    def _is_free(self, words: Span) -> bool:
        """Whether no name covers any of the words ("running mate")."""
        return all(self.document.mention_at(t) is None and t.pos_ != "ADP" for t in words)

    def title_start(self, end: int) -> int:
        """Where the title phrase starts whose last word is the token before `end`: its modifiers belong to it."""
        i = end - 1
        while i > 0:
            left = self.doc[i - 1]
            if self.document.mention_at(i - 1) is not None and not self.is_party_member(i - 1):
                region = self._region_start(i - 1)
                if region is None:
                    break
                i = region
                continue
            if left.lower_ in role_words()["dropped"]:
                break
            if left.text in "-&" and i > 1:
                i -= 1
            elif left.lower_ == "and" and i > 1 and self._joins_modifiers(i - 1, end):
                i -= 2
            elif left.tag_ == "VBG" and self.gazetteer.is_office(self.doc.span(i - 1, end).text):
                i -= 1  # "managing director"
            elif left.lower_ == "acting" or (
                left.pos_ in ("NOUN", "PROPN", "ADJ") and left.is_alpha and not _is_number_or_date(left)
            ):
                i -= 1
            else:
                break
        return i

    def _region_start(self, i: int) -> int | None:
        """Where a region begins that narrows a title behind its owner: "Harbour Watch's deputy | Asia director"."""
        known = self.document.mention_at(i)
        if known is None or known.form != "name":
            return None
        if self.document.entities[known.entities[0]].kind not in (Kind.STATE, Kind.GROUP, None):
            return None
        k = known.start - 1
        while k > 0 and self.doc[k].pos_ in ("ADJ", "NOUN") and self.document.mention_at(k) is None:
            k -= 1
        owned = k > 0 and self.doc[k].tag_ == "POS"
        owner = self.document.mention_at(k - owned) if k > 0 else None
        return known.start if owner is not None and self._owns(owner) else None

    def _owns(self, mention: Mention) -> bool:
        return self.document.entities[mention.entities[0]].kind in (Kind.STATE, Kind.ORGANISATION)

    def _joins_modifiers(self, i: int, end: int) -> bool:
        """Whether the "and" at i stands inside one title that ends before `end` ("trade and industry commissioner")."""
        left, right = self.doc[i - 1], self.doc[i + 1]
        title = self.doc.span(i - 1, end).text
        if left.pos_ == "PROPN" and not self.is_title(i - 1) and self.gazetteer.is_office(title):
            return True
        return left.pos_ in ("NOUN", "ADJ") and right.pos_ in ("NOUN", "ADJ", "PROPN") and not self.is_title(i - 1)

    def office_end(self, last: int) -> int | None:
        """Where a title ends that runs on behind its first noun: "member of Parliament", "Speaker of the House"."""
        for stop in range(min(len(self.doc), last + _LONGEST), last + 2, -1):
            if self.doc[stop - 1].is_alpha and self.doc[stop - 1].pos_ in ("NOUN", "PROPN"):
                text = self.doc.span(last, stop).text
                joined = next((k for k in range(last, stop) if self.doc[k].lower_ == "and"), stop)
                if any(self.is_title(k) for k in range(joined, stop)):
                    continue  # "a judge and chair of the fund" holds two
                if "," not in text and self._is_short(last, stop) and self.gazetteer.is_office(text):
                    return stop
        return None

    def _is_short(self, start: int, end: int) -> bool:
        """Whether no name of several words stands inside a title: "secretary of the | Harbour Watch Society"."""
        inside = (self.document.mention_at(k) for k in range(start, end))
        return all(m is None or m.end - m.start == 1 for m in inside)

    def is_plural(self, i: int) -> bool:
        """Whether a noun means several; the tagger takes "fiancée" for a plural."""
        token = self.doc[i]
        return token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() != token.lower_

    # whose it is

    def owner_before(self, start: int) -> tuple[int | None, int]:
        """The state or body that stands before a title: "Norlandish", "Norland's"; and where its name starts."""
        j = start - 1
        skipped = role_words()["dropped"] - {"the", "a", "an", "his", "her", "their", "its"}
        while j >= 0 and (self.doc[j].lower_ in skipped or self.doc[j].tag_ == "POS" or self.is_party_member(j)):
            j -= 1
        if j > 2 and self.doc[j].text == ")" and self.doc[j - 2].text == "(":
            j -= 3  # "the Harbour Union (HU) president"
        owner = self.document.mention_at(j) if j >= 0 else None
        if owner is not None and self.document.entities[owner.entities[0]].kind is not None:
            return owner.entities[0], owner.start
        return None, start

    def owner_behind(self, end: int, owner: int | None) -> tuple[int, int | None]:
        """Where a title ends whose words run on, and whose it is: "chair | of Norland", "ambassador to Sudia"."""
        doc = self.doc
        if end + 1 >= len(doc) or doc[end].lower_ not in role_words()["of"]:
            return end, owner
        k = end + 1
        while k + 1 < len(doc) and (doc[k].lower_ in ("the", "a", "an") or self.is_title(k)):
            k += 1  # "fiancée of journalist Ana Brandt"
        known = self.document.mention_at(k)
        if known is not None and known.form in ("adjective", "acronym"):
            while known is not None and known.end < len(doc) and self.is_title(known.end):
                k = known.end + 1  # "ally of Norlandish President Ana Brandt"
                while k + 1 < len(doc) and self.is_title(k):
                    k += 1
                known = self.person_at(k)
        if known is None:
            return self._further_owner(end, k, owner)
        if self.person_at(k) is not None and known.end + 1 < len(doc) and doc[known.end].tag_ == "POS":
            known = self.document.mention_at(known.end + 1)  # "director of Brandt's Harbour Fund"
            if known is None or not self._owns(known):
                return end, owner
        if doc[end].lower_ == "to":
            return known.end, owner if owner is not None else known.entities[0]
        if owner is not None and doc[end].lower_ in ("for", "in") and known.form == "name" and not self._is_body(known):
            return known.end, owner  # "the bank's director for Norland"
        # the office's own words run on: "vice chairman of the Norlandish Congress' Standing Committee"
        return known.end if self._is_body(known) and owner is not None else end, known.entities[0]

    def _further_owner(self, end: int, k: int, owner: int | None) -> tuple[int, int | None]:
        """Whose a title is behind what it is for: "professor of biology | at Harbour College", "aide to the mayor"."""
        doc = self.doc
        if doc[end].lower_ == "to" and k > end + 1 and self.is_title(k - 1) and doc[k - 1].tag_ == "NN":
            return k, owner
        if doc[end].lower_ not in ("of", "for", "in") or k != end + 1 or owner is not None:
            return end, owner
        while k < min(len(doc), end + _LONGEST) and doc[k].is_lower and doc[k].pos_ in ("NOUN", "ADJ", "CCONJ"):
            k += 1
        if k + 1 >= len(doc) or k == end + 1 or doc[k].lower_ not in ("at", "of", "for", "with"):
            return end, owner
        known = self.document.mention_at(k + 1 + (doc[k + 1].lower_ == "the"))
        return end, known.entities[0] if known is not None and self._owns(known) else None

    def _is_body(self, mention: Mention) -> bool:
        return self.document.entities[mention.entities[0]].kind == Kind.ORGANISATION

    def owner_of_name(self, mention: Mention) -> int | None:
        """Whose office somebody holds by what stands behind the name: "President Ana Brandt of Norland"."""
        if mention.end + 1 >= len(self.doc):
            return None
        if self.doc[mention.end].text == "(":
            return self._state_in_bracket(mention.end)
        if self.doc[mention.end].lower_ not in ("of", "from", "at"):
            return None
        k = mention.end + 1 + (self.doc[mention.end + 1].lower_ == "the")
        known = self.document.mention_at(k) if k < len(self.doc) else None
        return known.entities[0] if known is not None and self._owns(known) else None

    def _state_in_bracket(self, bracket: int) -> int | None:
        """The state that a party's letter stands before: "Senator Ana Brandt (R-Texas)"."""
        inside = self.doc[bracket + 1 : bracket + 5]
        if len(inside) < 3 or len(inside[0].text) != 1 or inside[1].text not in "-–":
            return None
        known = self.document.mention_at(bracket + 3)
        return known.entities[0] if known is not None and self._owns(known) else None

    # recording it

    def add(
        self, entity: Entity, start: int, end: int, owner: int | None, singular: bool = False
    ) -> RoleMention | None:
        """Record the title of some tokens, words before it that are no part of it left off; None where it is known."""
        while start < end and (
            self.doc[start].lower_ in role_words()["dropped"] or not self.doc[start].text[0].isalpha()
        ):
            start += 1
        former = start > 1 and self.doc[start - 1].text == "-" and self.doc[start - 2].lower_ == "ex"
        if former and self.gazetteer.kin_word(self.doc[end - 1].lower_):
            start -= 2  # "ex-husband"; an office's "ex" is no part of it
        title = self.doc.span(start, end).text.strip()
        if singular and end > start:
            title = title.removesuffix(self.doc[end - 1].text) + self.doc[end - 1].lemma_
        if title and self.doc[end - 1].lemma_.lower() == "counterpart":
            title = self.counterpart_role(start) or title
        elif title.endswith(".") and (known := self.gazetteer.parse_title(title.split())) is not None:
            title = known.head.capitalize()  # "Gov.", "Rep."
        nouns = {t.lemma_.lower() for t in self.doc[start:end] if t.pos_ in ("NOUN", "PROPN")}
        return self.add_title(entity, title, owner, (start, end), nouns)

    @staticmethod
    def add_title(
        entity: Entity, title: str, owner: int | None, span: tuple[int, int], nouns: set[str]
    ) -> RoleMention | None:
        """Record a title in words; None where the entity has it already."""
        if not title or any(r.title == title and (r.of == owner or owner is None) for r in entity.roles):
            return None
        role = RoleMention(title, owner, *span)
        entity.roles.append(role)
        entity.nouns |= nouns
        return role

    def counterpart_role(self, i: int) -> str | None:
        """The office whose counterpart is meant at a token: the latest one named before."""
        roles = [r for e in self.document.entities for r in e.roles if r.start < i]
        return max(roles, key=lambda r: r.start).title if roles else None


def _is_number_or_date(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME", "CARDINAL", "ORDINAL")
