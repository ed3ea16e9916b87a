"""The offices that an article gives persons: before, beside and behind their names.

"Norland's Defence Minister Ana Brandt", "Ana Brandt, the defence minister of Norland,", "the minister, Ana Brandt",
"Chief Executive of Norland Ana Brandt", "Presidents A of X and B of Y", "her counterpart Ana Brandt".
"""

from spacy.tokens import Doc, Token

from generator.language.document import Document, Entity, Mention, RoleMention
from generator.language.gazetteer import Gazetteer
from generator.model import Kind

_OF = {"of", "for", "to", "at", "in"}
_DROPPED = {"former", "ex", "then", "late", "current", "new", "outgoing", "incoming", "longtime", "veteran", "embattled", "top", "the", "a", "an", "his", "her", "their", "its", "our", "my"}


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
                self._copula(mention, entity)
        self._plural_titles()

    def _is_title(self, i: int) -> bool:
        token = self._doc[i]
        if token.pos_ not in ("NOUN", "PROPN", "ADJ") or not token.is_alpha:
            return False
        words = (token.lower_, token.lemma_.lower())
        return any(self._gazetteer.is_title(w) or self._gazetteer.kin_word(w) for w in words)

    def _title_start(self, end: int) -> int:
        """Where the title phrase starts whose last word is the token before `end`: modifiers to its left belong to it."""
        i = end - 1
        while i > 0:
            left = self._doc[i - 1]
            if left.is_sent_start and not is_word(left):
                break
            if self._document.mention_at(i - 1) is not None or left.lower_ in _DROPPED:
                break
            if left.text in "-&" and i > 1:
                i -= 1
                continue
            if left.lower_ == "and" and i > 1 and self._doc[i - 2].pos_ in ("NOUN", "ADJ") and self._doc[i].pos_ in ("NOUN", "ADJ", "PROPN") and not self._is_title(i - 2):
                i -= 2
                continue
            if left.pos_ in ("NOUN", "PROPN", "ADJ") and left.is_alpha and left.ent_type_ not in ("DATE", "TIME", "CARDINAL", "ORDINAL"):
                i -= 1
                continue
            break
        return i

    def _before(self, mention: Mention, entity: Entity) -> None:
        i = mention.start
        if i == 0 or self._doc[i].is_sent_start and self._doc[i].i != mention.start:
            return
        j = i - 1
        comma = self._doc[j].text == "," and j > 0
        if comma:
            j -= 1
            if not self._is_title(j) and self._document.mention_at(j) is None:
                return
        if self._doc[i].is_sent_start:
            return
        if self._is_title(j):
            start = self._title_start(j + 1)
            self._add(entity, start, j + 1, self._owner_before(start))
            return
        # "Chief Executive of Norland Ana Brandt", "Ambassador to Sudia Ana Brandt", "director of Free Press Ana Brandt"
        owner = self._document.mention_at(j)
        if owner is not None and owner.start > 1 and owner.entities != mention.entities:
            k = owner.start - 1
            if self._doc[k].lower_ == "the":
                k -= 1
            if k > 0 and self._doc[k].lower_ in _OF and self._is_title(k - 1):
                start = self._title_start(k)
                before = self._owner_before(start)
                if before is None:
                    self._add(entity, start, k, owner.entities[0])
                else:
                    self._add(entity, start, owner.end, before)

    def _owner_before(self, start: int) -> int | None:
        """The state or body that stands before a title: "Norlandish", "Norland's", or that the sentence names."""
        j = start - 1
        while j >= 0 and (self._doc[j].lower_ in _DROPPED and self._doc[j].lower_ not in ("the", "a", "his", "her", "their", "its") or self._doc[j].tag_ == "POS"):
            j -= 1
        owner = self._document.mention_at(j) if j >= 0 else None
        if owner is not None and self._document.entities[owner.entities[0]].kind is not None:
            return owner.entities[0]
        return None

    def _behind(self, mention: Mention, entity: Entity) -> None:
        """ "Ana Brandt, the defence minister of Norland, ..." """
        i = mention.end
        if i + 1 >= len(self._doc) or self._doc[i].text not in (",", "(", "-", "—"):
            return
        owner: int | None = None
        j = i + 1
        first = j
        while j < len(self._doc) and j < i + 10:
            token = self._doc[j]
            known = self._document.mention_at(j)
            if known is not None and known.start == j:
                if self._document.entities[known.entities[0]].kind == Kind.PERSON and j + 1 < len(self._doc) and self._doc[known.end].tag_ != "POS":
                    return
                owner = known.entities[0]
                j = known.end
                continue
            if self._is_title(j) and not (j + 1 < len(self._doc) and self._is_title(j + 1)) and not (j + 1 < len(self._doc) and self._doc[j + 1].pos_ in ("NOUN", "PROPN") and self._document.mention_at(j + 1) is None):
                self._appositive(entity, first, j, owner)
                return
            if token.tag_ == "POS" or token.pos_ in ("DET", "ADJ", "ADV", "NOUN", "PROPN", "NUM") or token.text in "-&" or token.tag_ in ("PRP$", "VBN"):
                j += 1
                continue
            return

    def _appositive(self, entity: Entity, first: int, last: int, owner: int | None) -> None:
        doc = self._doc
        if doc[last].tag_ in ("NNS", "NNPS"):
            return
        start = max(self._title_start(last + 1), first)
        end = last + 1
        if end < len(doc) and doc[end].lower_ in _OF:
            k = end + 1
            if k < len(doc) and doc[k].lower_ == "the":
                k += 1
            known = self._document.mention_at(k)
            if known is not None:
                owner = owner if owner is not None and doc[end].lower_ == "to" else known.entities[0]
                # the office's own words run on: "vice chairman of the Norlandish Congress' Standing Committee"
                stop = known.end
                end = stop if self._document.entities[known.entities[0]].kind != Kind.STATE or doc[end].lower_ == "to" else end
        elif end < len(doc) and doc[end].text == "," and owner is None:
            pass
        self._add(entity, start, end, owner)

    def _copula(self, mention: Mention, entity: Entity) -> None:
        """ "Ana Brandt is the president of Norland" """
        head = self._doc[mention.head]
        if head.dep_ == "nsubj" and head.head.lemma_ in ("be", "become"):
            for child in head.head.children:
                if child.dep_ == "attr" and self._is_title(child.i) and child.tag_ in ("NN", "NNP") and not any(c.dep_ == "neg" for c in head.head.children):
                    owner = self._owner_before(self._title_start(child.i + 1))
                    for prep in child.children:
                        if prep.dep_ == "prep" and prep.lower_ == "of":
                            for noun in prep.children:
                                known = self._document.mention_at(noun)
                                owner = known.entities[0] if known else owner
                    self._add(entity, self._title_start(child.i + 1), child.i + 1, owner)

    def _plural_titles(self) -> None:
        """ "Presidents A of X and B of Y"; "his Norlandish and Sudian counterparts, A and B, respectively"."""
        for token in self._doc:
            if not (token.tag_ in ("NNS", "NNPS") or token.text.istitle() and token.text.endswith("s")) or not self._is_title(token.i):
                continue
            persons = self._persons_after(token)
            if len(persons) < 2:
                continue
            owners = self._owners_before_plural(token)
            title = token.lemma_ if token.tag_ == "NNS" else token.text.removesuffix("s")
            word = title
            shared = self._counterpart_role(token) if token.lemma_.lower() == "counterpart" else None
            for number, mention in enumerate(persons):
                owner = owners[number] if len(owners) == len(persons) else None
                if mention.end + 1 < len(self._doc) and self._doc[mention.end].lower_ == "of":
                    known = self._document.mention_at(mention.end + 1)
                    owner = known.entities[0] if known else owner
                entity = self._document.entities[mention.entities[0]]
                start = self._title_start(token.i + 1)
                if start < token.i:
                    title = self._doc[start : token.i].text + " " + word
                entity.roles = [r for r in entity.roles if not r.start <= token.i < r.end]
                if title:
                    entity.roles.append(RoleMention(shared or title, owner, token.i, token.i + 1))

    def _persons_after(self, token: Token) -> list[Mention]:
        """The persons listed right behind a plural title."""
        found: list[Mention] = []
        i = token.i + 1
        while i < len(self._doc) and i < token.i + 40:
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
        while i >= 0 and (self._document.mention_at(i) is not None or self._doc[i].lower_ in (",", "and", "foreign", "prime", "defence", "defense")):
            mention = self._document.mention_at(i)
            if mention is not None:
                owners.insert(0, mention.entities[0])
                i = mention.start
            i -= 1
        return owners

    def _counterpart_role(self, token: Token) -> str | None:
        """The office whose counterparts these are: the latest one named before."""
        roles = [r for e in self._document.entities for r in e.roles if r.start < token.i]
        return max(roles, key=lambda r: r.start).title if roles else None

    def _add(self, entity: Entity, start: int, end: int, owner: int | None) -> None:
        while start < end and self._doc[start].lower_ in _DROPPED:
            start += 1
        title = self._doc[start:end].text.strip()
        if not title or any(r.title == title and (r.of == owner or owner is None) for r in entity.roles):
            return
        entity.roles.append(RoleMention(title, owner, start, end))
        entity.nouns |= {t.lemma_.lower() for t in self._doc[start:end] if t.pos_ in ("NOUN", "PROPN")}


def is_word(token: Token) -> bool:
    """Whether a token is a word rather than punctuation."""
    return token.is_alpha
