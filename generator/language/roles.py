"""The offices that an article gives persons: before, beside and behind their names.

"Norland's Defence Minister Ana Brandt", "Ana Brandt, 52, formerly the defence minister of Norland,", "the minister, Ana
Brandt", "Chief Executive of Norland Ana Brandt", "Presidents A of X and B of Y", "Ana Brandt, who serves as chair".
"""

from spacy.tokens import Doc, Token

from generator.language.document import Document, Entity, Mention, RoleMention
from generator.language.gazetteer import Gazetteer
from generator.language.role_words import role_words
from generator.model import Kind


class RoleFinder:
    """Finds the titles that stand with persons' names."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer

    def find(self) -> None:
        """Add roles to the document's persons."""
        for mention in list(self._document.mentions):
            entity = self._document.entities[mention.entities[0]]
            if entity.kind == Kind.PERSON and mention.form == "name":
                self._before(mention, entity)
                self._behind(mention, entity)
                self._held(mention, entity)
        self._plural_titles()

    # words of titles

    def _is_title(self, i: int) -> bool:
        token = self._doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not token.text.rstrip(".").isalpha():
            return False
        known = self._document.mention_at(i)
        if known is not None and known.form != "pronoun" and known.end - known.start > 1:
            return False  # a word of a body's name
        words = {token.text if token.is_upper else token.lower_, token.lemma_.lower()}
        return any(self._gazetteer.is_title(w) or self._gazetteer.kin_word(w) for w in words)

    def _office_start(self, end: int) -> int | None:
        """One past the first word of the title that ends before `end`: "Secretary of State" holds a preposition."""
        for start in range(max(0, end - 5), end - 2):
            words = self._doc[start:end]
            if self._is_title(start) and any(t.pos_ == "ADP" for t in words) and self._gazetteer.is_office(words.text):
                return start + 1
        if (
            end > 2
            and self._doc[end - 1].lower_ in ("elect", "designate")
            and self._doc[end - 2].text == "-"
            and self._is_title(end - 3)
        ):
            return end
        return end if self._is_title(end - 1) else None

    def _is_party_member(self, i: int) -> bool:
        return self._doc[i].text in role_words()["members"] and self._doc[i].tag_ in ("NN", "NNP", "JJ")

    def _title_start(self, end: int) -> int:
        """Where the title phrase starts whose last word is the token before `end`: its modifiers belong to it."""
        i = end - 1
        while i > 0:
            left = self._doc[i - 1]
            if self._document.mention_at(i - 1) is not None and not self._is_party_member(i - 1):
                break
            if left.lower_ in role_words()["dropped"]:
                break
            if left.text in "-&" and i > 1:
                i -= 1
            elif left.lower_ == "and" and i > 1 and self._joins_modifiers(i - 1):
                i -= 2
            elif left.pos_ in ("NOUN", "PROPN", "ADJ") and left.is_alpha and not self._is_number_or_date(left):
                i -= 1
            else:
                break
        return i

    @staticmethod
    def _is_number_or_date(token: Token) -> bool:
        return token.ent_type_ in ("DATE", "TIME", "CARDINAL", "ORDINAL")

    def _joins_modifiers(self, i: int) -> bool:
        """Whether the "and" at i stands inside one title ("trade and industry commissioner")."""
        left, right = self._doc[i - 1], self._doc[i + 1]
        return left.pos_ in ("NOUN", "ADJ") and right.pos_ in ("NOUN", "ADJ", "PROPN") and not self._is_title(i - 1)

    # before the name

    def _before(self, mention: Mention, entity: Entity) -> None:
        i = mention.start
        if i == 0 or self._doc[i].is_sent_start:
            return
        j = i - 1
        apposed = self._doc[j].text in (",", ")") and j > 0
        if apposed:
            j = self._past_bracket(j) - 1 if self._doc[j].text == "," else self._opening_bracket(j) - 1
            if j < 0:
                return
        if self._doc[j].lower_ in role_words()["naming"] and not any(
            c.lower_ == "the" for c in self._doc[j].head.children
        ):
            j -= 1
        office = self._office_start(j + 1)
        if office is not None:
            start = self._title_start(office)
            self._add(entity, start, j + 1, self._owner_before(start))
        elif self._is_party_member(j) and (not apposed or self._doc[j - 1].lower_ in ("a", "the", "another", "fellow")):
            self._add(entity, j, j + 1, None)
        else:
            self._title_with_owner_between(mention, entity, j)

    def _past_bracket(self, comma: int) -> int:
        """The position of a comma, or of the bracket that it closes: "the head of the union (NUR), Ana Brandt"."""
        return self._opening_bracket(comma - 1) if self._doc[comma - 1].text == ")" else comma

    def _opening_bracket(self, closing: int) -> int:
        return next((k for k in range(closing, max(-1, closing - 15), -1) if self._doc[k].text == "("), closing)

    def _title_with_owner_between(self, mention: Mention, entity: Entity, j: int) -> None:
        """ "Chief Executive of Norland Ana Brandt", "Ambassador to Sudia Ana Brandt", "a member of X, Ana Brandt"."""
        owner = self._document.mention_at(j)
        k = j
        if owner is not None and owner.form != "pronoun":
            k = owner.start - 1
        elif self._doc[j].pos_ in ("NOUN", "PROPN"):
            while k > 0 and self._doc[k].pos_ in ("NOUN", "PROPN", "ADJ"):  # a body with a common noun behind its name
                known = self._document.mention_at(k)
                owner = known if owner is None else owner
                k = known.start - 1 if known is not None else k - 1
        if k < 1 or k == j or (owner is not None and owner.entities == mention.entities):
            return
        if self._doc[k].lower_ == "the":
            k -= 1
        if k > 0 and self._doc[k].lower_ in role_words()["of"] and self._is_title(k - 1):
            start = self._title_start(k)
            before = self._owner_before(start)
            if before is None or owner is None:
                self._add(entity, start, k, owner.entities[0] if owner is not None else before)
            else:
                self._add(entity, start, owner.end, before)

    def _owner_before(self, start: int) -> int | None:
        """The state or body that stands before a title: "Norlandish", "Norland's", or that the sentence names."""
        j = start - 1
        skipped = role_words()["dropped"] - {"the", "a", "an", "his", "her", "their", "its"}
        while j >= 0 and (self._doc[j].lower_ in skipped or self._doc[j].tag_ == "POS" or self._is_party_member(j)):
            j -= 1
        owner = self._document.mention_at(j) if j >= 0 else None
        if owner is not None and self._document.entities[owner.entities[0]].kind is not None:
            return owner.entities[0]
        return None

    # behind the name

    def _behind(self, mention: Mention, entity: Entity) -> None:
        """ "Ana Brandt, the defence minister of Norland, ..." """
        i = self._past_particulars(mention.end)
        if i + 1 >= len(self._doc) or self._doc[i].text not in (",", "(", "-", "—", "–"):
            return
        first = j = i + 1
        owner: int | None = None
        while j < min(len(self._doc), i + 12):
            token = self._doc[j]
            known = self._document.mention_at(j)
            if self._closes_title(j):
                self._appositive(entity, first, j, owner)
                return
            if known is not None and known.start == j and not self._is_party_member(j):
                followed = known.end < len(self._doc) and self._doc[known.end].tag_ == "POS"
                if self._document.entities[known.entities[0]].kind == Kind.PERSON and not followed:
                    return
                owner = known.entities[0]
                j = known.end
            elif self._is_party_member(j) and self._ends_phrase(j + 1):
                self._add(entity, j, j + 1, None)
                return
            elif self._may_precede_title(token):
                j += 1
            else:
                return

    def _past_particulars(self, i: int) -> int:
        """The token behind an age or a party in brackets: "Ana Brandt (D-NY)", "Ana Brandt, 52,"."""
        doc = self._doc
        if i + 2 < len(doc) and doc[i].text == "(":
            closing = next((k for k in range(i, min(i + 8, len(doc))) if doc[k].text == ")"), i)
            if (
                closing + 1 < len(doc)
                and doc[closing + 1].text == ","
                and not any(self._is_title(k) for k in range(i + 1, closing))
            ):
                return closing + 1
        if i + 2 < len(doc) and doc[i].text == "," and doc[i + 1].like_num and doc[i + 2].text == ",":
            return i + 2
        return i

    @staticmethod
    def _may_precede_title(token: Token) -> bool:
        if token.tag_ == "POS" or token.text in "-&" or token.tag_ in ("PRP$", "VBN"):
            return True
        return (
            token.pos_ in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "NUM") or token.lower_ in role_words()["before_title"]
        )

    def _closes_title(self, j: int) -> bool:
        """Whether the token is the last word of a title, with no noun behind it that it only narrows."""
        if not self._is_title(j):
            return False
        if j + 1 >= len(self._doc):
            return True
        following, named = self._doc[j + 1], self._document.mention_at(j + 1)
        if self._is_title(j + 1) or (
            named is not None and self._document.entities[named.entities[0]].kind == Kind.PERSON
        ):
            return False
        return not (following.pos_ in ("NOUN", "PROPN") and self._document.mention_at(j + 1) is None)

    def _ends_phrase(self, i: int) -> bool:
        return (
            i >= len(self._doc)
            or self._doc[i].text in (",", ".", ")", ";")
            or self._doc[i].lower_ in ("from", "of", "who", "and")
        )

    def _appositive(self, entity: Entity, first: int, last: int, owner: int | None) -> None:
        if self._doc[last].tag_ in ("NNS", "NNPS"):
            return
        start = max(self._title_start(last + 1), first)
        stop = last + 3
        if (
            stop <= len(self._doc)
            and self._doc[stop - 1].is_alpha
            and self._gazetteer.is_office(self._doc[last:stop].text)
        ):
            self._add(entity, start, stop, owner)  # "member of Parliament"
            return
        end, behind = self._owner_behind(last + 1, owner)
        self._add(entity, start, end, behind)

    def _owner_behind(self, end: int, owner: int | None) -> tuple[int, int | None]:
        """Where a title ends whose words run on, and whose it is: "chair | of Norland", "ambassador to Sudia"."""
        doc = self._doc
        if end + 1 >= len(doc) or doc[end].lower_ not in role_words()["of"]:
            return end, owner
        k = end + 1
        while k + 1 < len(doc) and (doc[k].lower_ in ("the", "a", "an") or self._is_title(k)):
            k += 1  # "fiancée of journalist Ana Brandt"
        known = self._document.mention_at(k)
        if known is None:
            return end, owner
        if doc[end].lower_ == "to":
            return known.end, owner if owner is not None else known.entities[0]
        # the office's own words run on: "vice chairman of the Norlandish Congress' Standing Committee"
        body = self._document.entities[known.entities[0]].kind == Kind.ORGANISATION and owner is not None
        return known.end if body else end, known.entities[0]

    # by a verb

    def _held(self, mention: Mention, entity: Entity) -> None:
        """ "Ana Brandt is the president of Norland", "who serves as chair of X", "named Ana Brandt as director"."""
        head = self._doc[mention.head]
        first = head
        while first.dep_ == "conj":
            first = first.head
        places = [head, *self._pronouns(head, first)]
        for verb in (place.head for place in places if self._gets_office(place)):
            if any(c.dep_ == "neg" for c in verb.children):
                continue
            nouns = [*self._office_nouns(verb), *(self._office_nouns(head) if verb == head.head else [])]
            for noun in nouns:
                self._add_noun_phrase(entity, noun)

    def _pronouns(self, head: Token, first: Token) -> list[Token]:
        """The "who" of a relative clause on a name or on the list it stands in ("A and B, who are judges")."""
        found: list[Token] = []
        for noun in {first, head, *head.conjuncts}:
            for clause in (c for c in noun.children if c.dep_ == "relcl"):
                if noun in (first, head) or any(n.tag_ == "NNS" for n in self._office_nouns(clause)):
                    found += [c for c in clause.children if c.lower_ in ("who", "that")]
        return sorted(found, key=lambda t: t.i)

    @staticmethod
    def _gets_office(place: Token) -> bool:
        """Whether a verb says of the word that it holds an office, or is given one."""
        lemma = place.head.lemma_
        if place.dep_ == "nsubj":
            return lemma in role_words()["holding"]
        return place.dep_ in ("nsubjpass", "dobj") and lemma in role_words()["giving"]

    @staticmethod
    def _office_nouns(verb: Token) -> list[Token]:
        """The nouns that say as what somebody acts: complements, and those behind "as"."""
        found = [c for c in verb.children if c.dep_ in ("attr", "oprd")]
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "as":
                found += [c for c in child.children if c.dep_ == "pobj"]
        return [n for noun in found for n in (noun, *noun.conjuncts)]

    def _add_noun_phrase(self, entity: Entity, noun: Token) -> None:
        if not self._is_title(noun.i) or any(c.lower_ == "no" for c in noun.children):
            return
        start = self._title_start(noun.i + 1)
        end, owner = self._owner_behind(noun.i + 1, self._owner_before(start))
        self._add(entity, start, end, owner, singular=noun.tag_ in ("NNS", "NNPS"))

    # titles of several persons

    def _plural_titles(self) -> None:
        """ "Presidents A of X and B of Y"; "his Norlandish and Sudian counterparts, A and B, respectively"."""
        for token in self._doc:
            plural = token.tag_ in ("NNS", "NNPS") or (token.text.istitle() and token.text.endswith("s"))
            if not plural or not self._is_title(token.i):
                continue
            persons = self._persons_after(token)
            if len(persons) > 1:
                self._share_title(token, persons)

    def _share_title(self, token: Token, persons: list[Mention]) -> None:
        owners = self._owners_before_plural(token)
        start = self._title_start(token.i + 1)
        word = token.lemma_ if token.tag_ == "NNS" else token.text.removesuffix("s")
        word = word.capitalize() if token.is_title else word
        title = f"{self._doc[start : token.i].text} {word}" if start < token.i else word
        if token.lemma_.lower() == "counterpart":
            title = self._counterpart_role(token) or title
        for number, mention in enumerate(persons):
            owner = owners[number] if len(owners) == len(persons) else None
            if mention.end + 1 < len(self._doc) and self._doc[mention.end].lower_ == "of":
                known = self._document.mention_at(mention.end + 1)
                owner = known.entities[0] if known else owner
            entity = self._document.entities[mention.entities[0]]
            entity.roles = [r for r in entity.roles if not r.start <= token.i < r.end]
            entity.roles.append(RoleMention(title, owner, token.i, token.i + 1))

    def _persons_after(self, token: Token) -> list[Mention]:
        """The persons listed right behind a plural title."""
        found: list[Mention] = []
        i = token.i + 1
        while i < min(len(self._doc), token.i + 40):
            mention = self._document.mention_at(i)
            if mention is not None:
                if self._document.entities[mention.entities[0]].kind == Kind.PERSON:
                    found.append(mention)
                i = max(mention.end, i + 1)
            elif self._doc[i].lower_ in (",", "and", "of", "the", "including", "-"):
                i += 1
            else:
                break
        return found

    def _owners_before_plural(self, token: Token) -> list[int]:
        owners: list[int] = []
        i = token.i - 1
        while i >= 0:
            mention = self._document.mention_at(i)
            if mention is not None:
                owners.insert(0, mention.entities[0])
                i = mention.start
            elif self._doc[i].lower_ not in (",", "and", "foreign", "prime", "defence", "defense"):
                break
            i -= 1
        return owners

    def _counterpart_role(self, token: Token) -> str | None:
        """The office whose counterparts these are: the latest one named before."""
        roles = [r for e in self._document.entities for r in e.roles if r.start < token.i]
        return max(roles, key=lambda r: r.start).title if roles else None

    def _add(self, entity: Entity, start: int, end: int, owner: int | None, singular: bool = False) -> None:
        while start < end and (
            self._doc[start].lower_ in role_words()["dropped"] or not self._doc[start].text[0].isalpha()
        ):
            start += 1
        title = self._doc[start:end].text.strip()
        if singular and end > start:
            title = title.removesuffix(self._doc[end - 1].text) + self._doc[end - 1].lemma_
        if not title or any(r.title == title and (r.of == owner or owner is None) for r in entity.roles):
            return
        entity.roles.append(RoleMention(title, owner, start, end))
        entity.nouns |= {t.lemma_.lower() for t in self._doc[start:end] if t.pos_ in ("NOUN", "PROPN")}
