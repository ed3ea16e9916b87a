"""A person whom the article has named, spoken of by age, sex, origin or work: "the 31-year-old Norlandish-born man"."""

from functools import cache
from typing import Any

from generator.knowledge_files import knowledge_file
from generator.language.antecedents import Antecedents
from generator.language.description_words import knowledge as descriptions
from generator.language.document import Document, Mention, RoleMention
from generator.language.noun_phrases import add_description, kind_of
from generator.language.parse import Token
from generator.model import Kind

_DEFINITE = ("the", "this", "that")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "agent")
_SUBJECTS = ("nsubj", "nsubjpass")
_POINTED_OUT = ("relcl", "acl", "appos", "prep", "nummod", "poss", "conj")
"""What stands beside a noun and tells of itself who is meant."""
_REACH = 4
"""Sentences. How far back somebody is still talked about; whom a headline names is so all along."""
_NEAR, _SENTENCE, _SUBJECT, _HEADLINE, _AGE, _CALLED_SO = 3.0, 0.7, 1.0, 4.0, 6.0, 3.0
_OFFICE = 3.0
"""Whoever holds an office is mostly called by it."""
_LEAST, _MARGIN = 1.5, 0.4
"""Scores. What a person needs to be meant, and how far others are behind."""


@cache
def knowledge() -> dict[str, frozenset[str]]:
    """The nouns by section."""
    content: dict[str, Any] = knowledge_file("person_nouns")
    return {section: frozenset(nouns) for section, nouns in content.items()}


class PersonDescriptions:
    """Leads such nouns of one document to the persons they mean; asked word by word, in order of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._antecedents = Antecedents(document)
        self._brought_in: set[str] = set()
        """Nouns and ages by which people without names have been told of: "a man", "a 31-year-old"."""
        self._ages: dict[int, str] = {}
        """The ages that descriptions have told of persons who have names."""

    def describes(self, token: Token) -> bool:
        """Lead a word that no name covers to the person it describes; False where it describes none named before."""
        if token.dep_ not in _ARGUMENTS:
            return False
        lemma = token.lemma_.lower()
        called = lemma in knowledge()["callings"]
        if not called and lemma not in knowledge()["people"]:
            return False
        age = self._age(token)
        if lemma == "old" and age is None:
            return False
        if not self._is_definite(token):
            self._brought_in.update({lemma, age or lemma} - {"old"})
            return False
        told_apart = age is not None or self._origin_before(token)
        if age in self._brought_in or (not told_apart and (called or lemma in self._brought_in)):
            return False
        meant = self._meant(token, lemma, age)
        if meant is None:
            return False
        woman = _is_woman(lemma)
        if woman is not None:
            self._document.entities[meant].feminine = woman
        if age is not None:
            self._ages[meant] = age
        add_description(self._document, token, (meant,), "description")
        return True

    def is_named_behind(self, token: Token) -> bool:
        """Lead a title to the name behind the state or body that it is of: "the president of Norland Anna Berg"."""
        of = next((c for c in token.rights if c.lower_ == "of"), None)
        noun = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
        named = self._document.mention_at(noun) if noun is not None else None
        if of is None or named is None or named.form != "name" or kind_of(self._document, named) != Kind.PERSON:
            return False
        before = self._document.mention_at(named.start - 1)
        if before is None or before.start <= of.i or kind_of(self._document, before) == Kind.PERSON:
            return False
        add_description(self._document, token, named.entities, "description")
        return True

    @staticmethod
    def _is_definite(token: Token) -> bool:
        """Whether "the" says that the reader knows of whom a noun speaks, and no words behind it say who that is."""
        definite = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in token.children)
        return definite and not any(c.dep_ in _POINTED_OUT for c in token.children) and token.tag_ != "NNS"

    def _age(self, token: Token) -> str | None:
        """The years before a noun, or before the "old" that stands for one: "the 31-year-old", "a 31-year-old man"."""
        for word in self._document.doc[token.left_edge.i : token.i]:
            if word.like_num and word.i + 2 <= token.i and word.nbor(2).lower_ == "year":
                return word.text
        return None

    def _origin_before(self, token: Token) -> bool:
        """Whether words before a noun tell where somebody is from: "the Norlandish striker", "the Sudian-born man"."""
        before = self._document.doc[token.left_edge.i : token.i]
        mentions = (self._document.mention_at(t) for t in before)
        return any(t.lower_ in knowledge()["telling"] for t in before) or any(
            m is not None and m.form == "adjective" for m in mentions
        )

    def _meant(self, token: Token, lemma: str, age: str | None) -> int | None:
        """The person who is talked about: in the headline, or shortly before; None where nobody stands out."""
        woman = _is_woman(lemma)
        scores: dict[int, float] = {}
        for mention in self._antecedents.before(token):
            entity = self._document.entities[mention.entities[0]]
            fits = entity.kind == Kind.PERSON and (woman is None or entity.feminine in (None, woman))
            if len(mention.entities) > 1 or not fits or mention.form == "group":
                continue
            value = self._nearness(mention, token)
            scores[mention.entities[0]] = max(scores.get(mention.entities[0], value), value)
        for index in scores:
            scores[index] += self._standing(index, lemma, age)
        ranked = sorted(scores, key=lambda n: -scores[n])
        if not ranked or scores[ranked[0]] < _LEAST:
            return None
        stands_out = len(ranked) == 1 or scores[ranked[0]] >= scores[ranked[1]] + _MARGIN
        return ranked[0] if stands_out else None

    def _nearness(self, mention: Mention, token: Token) -> float:
        """How much somebody is talked about where a mention stands."""
        distance = self._antecedents.distance(mention.head, token.i)
        if distance > _REACH:
            return 0.0
        head = self._document.doc[mention.head]
        return _NEAR - _SENTENCE * distance + (_SUBJECT if head.dep_ in _SUBJECTS else 0.0)

    def _standing(self, index: int, lemma: str, age: str | None) -> float:
        """What the whole article tells for and against a person's being the one described."""
        entity = self._document.entities[index]
        heads = [self._document.doc[m.head] for m in entity.mentions]
        value = _HEADLINE if any(self._document.block_of(h).kind == "headline" for h in heads) else 0.0
        if any(lemma in role.title.lower().split() for role in entity.roles) or lemma in entity.nouns:
            value += _CALLED_SO
        elif any(role.of is not None and not is_calling(role) for role in entity.roles):
            other = lemma in knowledge()["minors"] or lemma in knowledge()["trades"]
            value -= 2 * _OFFICE if other else _OFFICE
        named = (self._age_beside(m) for m in entity.mentions if m.form == "name")
        ages = {a for a in (self._ages.get(index), *named) if a is not None}
        if age is not None and ages:
            value += _AGE if age in ages else -_AGE
        return value

    def _age_beside(self, mention: Mention) -> str | None:
        """The age that a name has beside it: "Anna Berg, 31, ...", "31-year-old Anna Berg"."""
        doc = self._document.doc
        after = doc[mention.end : mention.end + 3]
        if len(after) > 1 and after[0].text in (",", "(") and after[1].like_num:
            return after[1].text if len(after) < 3 or after[2].text in (",", ")", ".") else None
        return self._age(doc[mention.head])


def _is_woman(lemma: str) -> bool | None:
    """Whether a noun is said of women or of men; None where of both."""
    words = descriptions()
    return True if lemma in words["feminine"] else False if lemma in words["masculine"] else None


def is_calling(role: RoleMention) -> bool:
    """Whether a role is no office: "Norland resident", "student"."""
    words = role.title.lower().split()
    return bool(words) and words[-1] in knowledge()["callings"] | knowledge()["people"]
