"""Actors spoken of by a common noun: bodies, groups, governments, titles and descriptions that stand for a name."""

from spacy.tokens import Doc, Token

from generator.language.antecedents import Antecedents
from generator.language.common_bodies import CommonBodies
from generator.language.description_words import knowledge
from generator.language.document import Document, Mention
from generator.language.gazetteer import Gazetteer
from generator.language.groups import Groups
from generator.language.name_forms import fold
from generator.language.noun_phrases import add_description, is_definite, kind_of, owner
from generator.model import Kind

_NARROWING = ("amod", "compound", "nmod", "poss")


class Describer:
    """Adds mentions by common nouns to a document whose names and roles are known; asked noun by noun, in order."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._antecedents = Antecedents(document)
        self._groups = Groups(document, gazetteer)
        self._bodies = CommonBodies(document, gazetteer)
        self._home = self._home_state()

    def _home_state(self) -> int | None:
        """The state that the article speaks of most."""
        states = [(len(e.mentions), -n) for n, e in enumerate(self._document.entities) if e.kind == Kind.STATE]
        return -max(states)[1] if states else None

    def noun(self, token: Token) -> None:
        """Lead a noun that no name covers to the actor it speaks of, if it speaks of one."""
        lemma, plural = token.lemma_.lower(), token.tag_ in ("NNS", "NNPS")
        if plural and self._pair(token, lemma):
            return
        if lemma in knowledge()["government"]:
            self._government(token, lemma)
        elif lemma in knowledge()["country"] and not plural and is_definite(token):
            self._country(token)
        elif lemma == "police" and (token.is_lower or token.is_sent_start) and self._bodies.add(token, lemma):
            return
        elif plural:
            if self._gazetteer.group_noun(lemma) is not None or lemma in knowledge()["crowds"]:
                self._groups.add(token)
        else:
            self._singular(token, lemma)

    def _singular(self, token: Token, lemma: str) -> None:
        if (is_definite(token) or self._in_headline(token)) and self._described(token, lemma):
            return
        if token.is_lower and self._bodies.is_body_noun(token) and self._bodies.add(token, lemma):
            return
        if self._groups.speaks(token, lemma):
            self._groups.add_person(token)
        elif token.lower_ in knowledge()["bare_bodies"]:
            self._bodies.add(token, lemma)
        elif lemma in knowledge()["crowds"]:
            self._groups.add(token)

    # several at once

    def _pair(self, token: Token, lemma: str) -> bool:
        """ "both countries", "the two leaders": the two told of last."""
        numbers = {c.lower_ for c in token.children} & {"both", "two", "three"}
        if not numbers:
            return False
        wanted = 3 if "three" in numbers else 2
        for kind in (Kind(kind) for kind, lemmas in knowledge()["pairs"].items() if lemma in lemmas):
            pair = self._named_together(token, kind) if wanted == 2 else None
            pair = pair or self._last_named(token, kind, wanted)
            if pair:
                add_description(self._document, token, pair, "description")
                return True
        return False

    def _last_named(self, token: Token, kind: Kind, wanted: int) -> tuple[int, ...] | None:
        """The actors of a kind that were named last; of more than wanted, those that the article names most."""
        found: list[int] = []
        for mention in reversed([m for m in self._document.mentions if m.end <= token.i]):
            if mention.form in ("adjective", "description"):
                continue
            near = self._antecedents.distance(mention.head, token.i) <= 6
            found += [
                n for n in mention.entities if near and n not in found and self._document.entities[n].kind == kind
            ]
        if len(found) > wanted:
            found = sorted(found[:6], key=lambda n: -len(self._document.entities[n].mentions))[:wanted]
        return tuple(found) if len(found) == wanted else None

    def _named_together(self, token: Token, kind: Kind) -> tuple[int, ...] | None:
        """The last two of a kind that "A and B" names together, three sentences back at most."""
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > 3:
                return None
            if len(mention.entities) == 2 and kind_of(self._document, mention) == kind:
                return mention.entities
            pair = self._coordinated(mention)
            if pair and all(self._document.entities[n].kind == kind for n in pair):
                return pair
        return None

    def _coordinated(self, mention: Mention) -> tuple[int, int] | None:
        """The entities of "A and B" where a mention is the last of just two."""
        head = self._doc[mention.head]
        first = self._document.mention_at(head.head) if head.dep_ == "conj" else None
        if (
            first is None
            or len(first.entities) != 1
            or len(mention.entities) != 1
            or first.entities == mention.entities
        ):
            return None
        if any(c.dep_ == "conj" for c in head.children) or head.head.dep_ not in ("nsubj", "nsubjpass", "pobj"):
            return None
        return first.entities[0], mention.entities[0]

    # states

    def _government(self, token: Token, lemma: str) -> None:
        """ "the Norlandish government", "the government of Norland", "her government", "the government"."""
        state = owner(self._document, token)
        if state is None and lemma in ("government", "administration", "regime"):
            state = self._state_of_leader(token)
        if state is None and not self._is_narrowed(token):
            meant = lemma in ("government", "regime") and is_definite(token)
            state = self._home if meant or token.lower_ == "authorities" else None
        if state is not None and self._document.entities[state].kind == Kind.STATE:
            add_description(self._document, token, (state,), "description", alias=True)

    @staticmethod
    def _is_narrowed(token: Token) -> bool:
        """Whether other words than "federal" and the like say which government is meant."""
        words = (c.lower_ for c in token.children if c.dep_ in _NARROWING)
        return any(word not in ("federal", "national", "central") for word in words)

    def _state_of_leader(self, token: Token) -> int | None:
        """The state of the person whose government it is: "Brandt's government"."""
        for child in token.children:
            person = self._document.mention_at(child) if child.dep_ == "poss" else None
            roles = [r for n in person.entities for r in self._document.entities[n].roles] if person else []
            if states := [r.of for r in roles if r.of is not None]:
                return states[0]
        return None

    def _country(self, token: Token) -> None:
        """ "the country", "this kingdom": the state named last."""
        pointed = any(c.lower_ in ("this", "that") for c in token.children)
        if not pointed and any(c.dep_ in ("relcl", "prep") for c in token.children):
            return
        for mention in reversed(self._antecedents.before(token)):
            named = mention.form in ("name", "acronym", "description", "seat", "adjective")
            if named and len(mention.entities) == 1 and kind_of(self._document, mention) == Kind.STATE:
                add_description(self._document, token, mention.entities, "description")
                return

    # persons and bodies that have a name

    def _described(self, token: Token, lemma: str) -> bool:
        """ "the commissioner", "the Norlandish leader", "the airline": what the article has called an actor."""
        narrowing = ("amod", "compound", "nmod")
        words = [t.lower_ for t in self._doc[token.left_edge.i : token.i + 1] if t.dep_ in narrowing or t == token]
        beside = [self._document.mention_at(c) for c in token.children if c.dep_ in ("amod", "poss", "compound")]
        states = [m.entities[0] for m in beside if m is not None and kind_of(self._document, m) == Kind.STATE]
        state = states[0] if states else None
        if self._gazetteer.is_title(lemma) or self._gazetteer.is_title(" ".join(words)):
            return self._titled(token, lemma, state)
        if state is not None:
            return False
        for mention in reversed(self._antecedents.before(token)):
            entity = self._document.entities[mention.entities[0]]
            if entity.kind != Kind.ORGANISATION or entity.plural:
                continue
            parts = fold(entity.name).split()
            by_name = lemma in (*parts[-1:], *parts[:1]) and self._gazetteer.organisation_head(lemma)
            if lemma in entity.nouns or by_name:
                add_description(self._document, token, mention.entities[:1], "description", alias=True)
                return True
        return False

    def _titled(self, token: Token, lemma: str, state: int | None) -> bool:
        """A person by the title of office, and by the state where one is named; "leader" fits whoever leads a state.

        A headline speaks of whom the article will name, so that there the whole article counts.
        """
        before = list(reversed(self._antecedents.before(token)))
        mentions = [m for m in self._document.mentions if m.start > token.i] if self._in_headline(token) else before
        leaders = knowledge()["leaders"]
        for wide in (False, True):
            if wide and lemma not in knowledge()["any_leader"]:
                break
            for mention in mentions:
                if kind_of(self._document, mention) != Kind.PERSON or mention.form == "group":
                    continue
                for role in self._document.entities[mention.entities[0]].roles:
                    title = role.title.lower()
                    same = title in leaders if wide else lemma in title.split()
                    if same and (state is None or role.of in (state, None)):
                        add_description(self._document, token, mention.entities[:1], "description")
                        return True
        return False

    def _in_headline(self, token: Token) -> bool:
        return self._document.block_of(token).kind == "headline"
