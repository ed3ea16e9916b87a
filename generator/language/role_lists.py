"""Titles that several share: "Presidents A of X and B of Y"; "his Norlandish and Sudian counterparts, A and B"."""

from generator.language.document import Mention, RoleMention
from generator.language.parse import Token
from generator.language.role_phrases import TitlePhrases

_REACH = 40
"""Tokens. How far a list goes on."""
_JOINING = (",", "and", "of", "the", "including", "-", ":")


class SharedRoles:
    """Finds plural titles with the persons that they are listed with."""

    def __init__(self, phrases: TitlePhrases) -> None:
        self._phrases = phrases
        self._document = phrases.document
        self._doc = phrases.doc

    def find(self) -> None:
        """Add roles to the persons listed behind each plural title."""
        for token in self._doc:
            plural = token.tag_ in ("NNS", "NNPS") or (token.text.istitle() and token.text.endswith(("s", "men")))
            if not plural or not self._phrases.is_title(token.i):
                continue
            persons = self._persons_after(token.i + 1) or self._persons_before(token.i)
            if not persons and (comma := self._comma_behind(token)) is not None:
                persons = self._persons_after(comma)
            if len(persons) > 1:
                self._share_title(token, persons)

    def _share_title(self, token: Token, persons: list[Mention]) -> None:
        owners = self._owners_before(token)
        start = self._phrases.title_start(token.i + 1)
        word = token.lemma_ if token.tag_ == "NNS" else _singular(token.text)
        word = word.capitalize() if token.is_title else word
        space = "" if self._doc[token.i - 1].text == "-" else " "
        title = f"{self._doc.span(start, token.i).text}{space}{word}" if start < token.i else word
        if token.lemma_.lower() == "counterpart":
            title = self._phrases.counterpart_role(token.i) or title
        for number, mention in enumerate(persons):
            owner = owners[number] if len(owners) == len(persons) else None
            if mention.end + 1 < len(self._doc) and self._doc[mention.end].lower_ == "of":
                known = self._document.mention_at(mention.end + 1)
                owner = known.entities[0] if known else owner
            entity = self._document.entities[mention.entities[0]]
            entity.roles = [r for r in entity.roles if not r.start <= token.i < r.end]
            entity.roles.append(RoleMention(title, owner, token.i, token.i + 1))

    def _comma_behind(self, token: Token) -> int | None:
        """The comma or colon that closes what narrows a plural title: "two judges in the port's history, A and B"."""
        for following in self._doc[token.i + 1 : token.i + 10]:
            if following.text in (",", ":"):
                return following.i
            if following.pos_ not in ("ADP", "DET", "NOUN", "PROPN", "ADJ") or self._phrases.person_at(following.i):
                return None
        return None

    def _persons_after(self, i: int) -> list[Mention]:
        """The persons listed from a token on."""
        found: list[Mention] = []
        stop = min(len(self._doc), i + _REACH)
        while i < stop:
            mention = self._document.mention_at(i)
            if mention is not None:
                if self._phrases.person_at(i) is not None:
                    found.append(mention)
                i = max(mention.end, i + 1)
            elif self._doc[i].lower_ in _JOINING:
                i += 1
            else:
                break
        return found

    def _persons_before(self, i: int) -> list[Mention]:
        """The persons listed before a title that is set off as theirs: "A and B, both lawyers"."""
        comma = next((k for k in range(i - 1, max(0, i - 5), -1) if self._doc[k].text == ","), 0)
        if not comma or self._doc[comma + 1].lower_ not in ("both", "all"):
            return []
        found: list[Mention] = []
        k = comma - 1
        while k >= 0:
            mention = self._phrases.person_at(k)
            if mention is not None:
                found.insert(0, mention)
                k = mention.start - 1
            elif self._doc[k].lower_ in (",", "and"):
                k -= 1
            else:
                break
        return found

    def _owners_before(self, token: Token) -> list[int]:
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


def _singular(word: str) -> str:
    """The singular of a capitalised plural title: "Presidents", "Congresswomen"."""
    return word.removesuffix("men") + "man" if word.endswith("men") else word.removesuffix("s")
