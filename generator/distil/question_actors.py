"""How an open question names an actor: with the article it takes, by an acronym where room is short, and the body that
somebody in office speaks for."""

import re
from collections.abc import Iterable, Sequence

from generator.distil.question_knowledge import knowledge
from generator.distil.wording import entity_name, joined
from generator.language.document import Document
from generator.language.parse import Token
from generator.model import Kind

_LONG_NAME = 25
"""Characters."""
_OF_ITS_OWN = ("'s ", "’s ", "s' ", "s’ ")


class ActorNaming:
    """Names the actors of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.short = False
        """Whether acronyms stand for long names."""
        self._definite: dict[int, bool] = {}

    def name(self, entity: int) -> str:
        """An actor's name with the article that it takes: "the World Health Organization"."""
        name = entity_name(self.document, entity)
        if name.islower() and name != "police":
            return f"the {name}"
        if self.short and (acronym := self._acronym(entity, name)):
            return f"the {acronym}" if self._is_said_with_article(acronym) else acronym
        if entity not in self._definite:
            self._definite[entity] = self._takes_article(entity, name)
        return f"the {name}" if self._definite[entity] else name

    def _acronym(self, entity: int, name: str) -> str:
        """The acronym that the article gives a long name."""
        aliases = sorted(
            a for a in self.document.entities[entity].aliases if re.fullmatch(r"[A-Z][A-Za-z]{1,7}[A-Z]", a)
        )
        return aliases[0] if len(name) > _LONG_NAME and aliases else ""

    def _is_said_with_article(self, acronym: str) -> bool:
        """Whether the article writes "the" before an acronym."""
        return f"the {acronym} " in self.document.text

    def names(self, entities: Iterable[int]) -> str:
        """The names of several actors, joined."""
        return joined(list(dict.fromkeys(self.name(e) for e in entities)))

    def speaking(self, pronoun: Token, entities: Sequence[int]) -> str:
        """The names for a pronoun; for "we" and "our" of somebody in office, the body or state spoken for."""
        if pronoun.lower_ not in ("we", "us", "our", "ours") or len(entities) != 1:
            return self.names(entities)
        actor = self.document.entities[entities[0]]
        spoken_for, seen = entities[0], set(entities)
        while actor.kind == Kind.PERSON:
            above = next((r.of for r in actor.roles if r.of is not None and r.of not in seen), None)
            if above is None:
                return self.names(entities)
            spoken_for, actor = above, self.document.entities[above]
            seen.add(above)
        return self.name(spoken_for)

    def _takes_article(self, entity: int, name: str) -> bool:
        """Whether a name stands after "the": as the article writes it, else by its last common noun."""
        actor = self.document.entities[entity]
        if actor.kind == Kind.PERSON or name.lower().startswith(("the ", "a ", "an ")):
            return False
        if any(mark in name for mark in _OF_ITS_OWN) or (actor.plural and name[:1].islower()):
            return False
        words = re.findall(r"[^\W\d_]+", name.lower())
        if actor.kind == Kind.STATE:
            return bool(words) and words[-1] in knowledge()["state_heads"]
        seen = [self._is_definite(m.start, m.head) for m in actor.mentions if m.text == name and m.form != "pronoun"]
        votes = [v for v in seen if v is not None]
        by_kind = bool(knowledge()["body_heads"] & set(words)) and not name.isupper()
        return sum(votes) * 2 + by_kind >= max(len(votes), 1)

    def _is_definite(self, start: int, head: int) -> bool | None:
        """Whether a name at tokens `start` to `head` has "the" before it; None where its place tells nothing."""
        document, doc = self.document, self.document.doc
        noun = doc[head]
        if document.block_of(noun).kind != "prose" or start == 0:
            return None
        before = doc[start - 1]
        while before.i > 0 and before.pos_ == "ADJ" and before.head == noun:
            before = doc[before.i - 1]
        if before.lower_ == "the":
            return True
        if before.dep_ in ("poss", "case", "det") or noun.dep_ in ("compound", "conj", "appos", "nmod", "amod"):
            return None
        return False if before.pos_ != "PROPN" else None
