"""Actors spoken of by a common noun: bodies, groups, governments, titles and descriptions that stand for a name."""

from generator.language.antecedents import Antecedents
from generator.language.common_bodies import CommonBodies
from generator.language.countries import country_meant
from generator.language.couples import Couples
from generator.language.description_words import knowledge
from generator.language.document import Document, Mention, RoleMention
from generator.language.gazetteer import Gazetteer
from generator.language.groups import Groups
from generator.language.home_state import home_state
from generator.language.name_forms import fold
from generator.language.noun_phrases import add_description, is_definite, kind_of, owner
from generator.language.parse import Doc, Token
from generator.model import Kind

_REACH = 3
"""Sentences. How far back "the company" looks for the one that is named."""
_TWO = ("both", "two", "pair", "duo")
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
        self._couples = Couples(document)
        self._home = home_state(document)

    def noun(self, token: Token) -> None:
        """Lead a noun that no name covers to the actor it speaks of, if it speaks of one."""
        lemma, plural = token.lemma_.lower(), token.tag_ in ("NNS", "NNPS")
        plural = plural and self._gazetteer.kin_word(token.lower_) != token.lower_  # "fiancée", tagged as a plural
        if self._couples.add(token) or (plural and self._pair(token, lemma)):
            return
        if lemma in knowledge()["government"]:
            self._government(token, lemma)
        elif lemma in knowledge()["country"] and not plural and is_definite(token):
            self._country(token)
        elif lemma == "police" and (token.is_lower or token.is_sent_start) and self._bodies.add(token, lemma):
            return
        elif plural and token.lower_ not in knowledge()["no_people"]:
            if self._gazetteer.group_noun(lemma) is not None or lemma in knowledge()["crowds"]:
                self._groups.add(token)
        else:
            self._singular(token, lemma)

    def _singular(self, token: Token, lemma: str) -> None:
        if (is_definite(token) or self._in_headline(token)) and self._described(token, lemma):
            return
        if self._in_headline(token) and self._set_off_later(token, lemma):
            return
        if token.is_lower and self._bodies.is_body_noun(token) and self._bodies.add(token, lemma):
            return
        if lemma in knowledge()["teams"] and self._groups.add_team(token, lemma):
            return
        if lemma in knowledge()["households"] and self._groups.add_household(token):
            return
        if self._groups.speaks(token, lemma) or self._groups.takes_part(token, lemma):
            self._groups.add_person(token)
        elif token.lower_ in knowledge()["bare_bodies"]:
            self._bodies.add(token, lemma)
        elif lemma in knowledge()["crowds"]:
            self._groups.add(token)

    def _set_off_later(self, token: Token, lemma: str) -> bool:
        """ "Norlandish man arrested" where the text goes on with "Erik Brandt, a Norlandish man": who is meant."""
        if self._is_named_beside(token) or any(c.lower_ in ("another", "second") for c in token.children):
            return False
        for mention in self._document.mentions:
            head = self._doc[mention.head]
            if mention.start < token.i or kind_of(self._document, mention) != Kind.PERSON or mention.form != "name":
                continue
            nouns = [n for c in head.children if c.dep_ == "appos" for n in (c, *c.conjuncts)]
            if any(n.tag_ == "NN" and n.lemma_.lower() == lemma for n in nouns):
                add_description(self._document, token, mention.entities[:1], "description")
                return True
        return False

    # several at once

    def some(self, token: Token) -> bool:
        """ "Some", "others", "many" as subjects: members of the people told of last, in this or the sentence before."""
        if self._is_one_more(token):
            return self._one_more(token)
        if token.lower_ not in knowledge()["members"] or token.dep_ not in ("nsubj", "nsubjpass") or token.children:
            return False
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > 1:
                return False
            if mention.form in ("group", "demonym") and kind_of(self._document, mention) == Kind.GROUP:
                add_description(self._document, token, mention.entities, "pronoun")
                return True
        return False

    def _is_one_more(self, token: Token) -> bool:
        """Whether "a second" or "another" without a noun says something."""
        if token.lower_ not in knowledge()["further_ones"] or token.dep_ != "nsubj":
            return False
        alone = all(c.dep_ == "det" and c.lower_ in ("a", "the") for c in token.children)
        return alone and token.head.lemma_ in knowledge()["speaking_verbs"]

    def _one_more(self, token: Token) -> bool:
        """A new person of the sort told of last, without a name, in this or one of the two sentences before."""
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > 2:
                return False
            head = self._doc[mention.head]
            told = head.dep_ in ("nsubj", "nsubjpass") or head.head.lower_ == "of"  # not "told reporters"
            if told and mention.form == "group" and kind_of(self._document, mention) in (Kind.PERSON, Kind.GROUP):
                self._groups.add_one_more(token, mention)
                return True
        return False

    def two(self, token: Token) -> bool:
        """ "Both", "the two", "the pair" where no noun says two what: the two told of together, two sentences back."""
        if token.lower_ not in _TWO:
            return False
        alone = token.lower_ in ("both", "two") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "agent")
        definite = token.lower_ == "both" or is_definite(token)
        of_some = any(c.lower_ == "of" for c in token.children)
        if not (alone or token.lower_ in _TWO[2:]) or not definite or of_some:
            return False
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > 2:
                return False
            pair = mention.entities if len(mention.entities) == 2 else self._coordinated(mention)
            if pair and all(self._document.entities[n].kind is not None for n in pair):
                add_description(self._document, token, pair, "description")
                return True
        return False

    def _pair(self, token: Token, lemma: str) -> bool:
        """ "both countries", "the two leaders": the two told of last."""
        numbers = {c.lower_ for c in token.children} & {"both", "two", "three"}
        alone = not numbers and [c.dep_ for c in token.children] == ["det"]  # "the companies" after "A and B"
        if not ("both" in numbers or is_definite(token)) or not (numbers or alone):
            return False
        wanted = 3 if "three" in numbers else 2
        for kind in (Kind(kind) for kind, lemmas in knowledge()["pairs"].items() if lemma in lemmas):
            pair = self._named_together(token, kind, 1 if alone else 3) if wanted == 2 else None
            pair = pair or (self._last_named(token, kind, wanted) if numbers else None)
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

    def _named_together(self, token: Token, kind: Kind, reach: int) -> tuple[int, ...] | None:
        """The last two of a kind that "A and B" names together, at most `reach` sentences back."""
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > reach:
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
        if any(c.dep_ == "conj" for c in head.children) or head.head.dep_ == "conj":
            return None
        return first.entities[0], mention.entities[0]

    # states

    def _government(self, token: Token, lemma: str) -> None:
        """ "the Norlandish government", "the government of Norland", "her government", "the government"."""
        if token.tag_ == "NNS" and lemma == "government" and self._governments(token):
            return
        state = owner(self._document, token)
        theirs = any(c.lower_ == "their" for c in token.children)
        if state is None and lemma in ("government", "administration", "regime"):
            state = self._state_of_leader(token)
        if state is None and (theirs or not self._is_narrowed(token)):
            meant = lemma in ("government", "regime") and is_definite(token)
            state = self._home if meant or token.lower_ == "authorities" else None
        if state is not None and self._document.entities[state].kind == Kind.STATE:
            add_description(self._document, token, (state,), "description", alias=True)

    def _governments(self, token: Token) -> bool:
        """ "The governments of Norland and Sudia" are those states, "the governments of the region" a group."""
        of = next((c for c in token.rights if c.lower_ == "of"), None)
        nouns = [n for c in of.children for n in (c, *c.conjuncts)] if of is not None else []
        mentions = [m for n in nouns if (m := self._document.mention_at(n)) is not None]
        states = [m.entities[0] for m in mentions if kind_of(self._document, m) == Kind.STATE]
        if of is None or len(states) == 1:
            return False
        if states:
            add_description(self._document, token, tuple(dict.fromkeys(states)), "description")
        else:
            self._groups.add(token)
        return True

    @staticmethod
    def _is_narrowed(token: Token) -> bool:
        """Whether other words than "federal" and the like say which government is meant."""
        words = (c.lower_ for c in token.children if c.dep_ in _NARROWING)
        return any(word not in ("federal", "national", "central") for word in words)

    def _state_of_leader(self, token: Token) -> int | None:
        """The state of the person whose government it is: "Brandt's government"."""
        for child in token.children:
            person = self._document.mention_at(child) if child.dep_ in ("poss", "compound") else None
            roles = [r for n in person.entities for r in self._document.entities[n].roles] if person else []
            if states := [r.of for r in roles if r.of is not None]:
                return states[0]
        return None

    def _country(self, token: Token) -> None:
        """ "The country", "this kingdom", "his homeland"."""
        state = country_meant(self._document, self._antecedents, token)
        if state:
            add_description(self._document, token, state, "description")

    # persons and bodies that have a name

    def _described(self, token: Token, lemma: str) -> bool:
        """ "the commissioner", "the Norlandish leader", "the airline": what the article has called an actor."""
        narrowing = ("amod", "compound", "nmod")
        words = [t.lower_ for t in self._doc[token.left_edge.i : token.i + 1] if t.dep_ in narrowing or t == token]
        beside = [self._document.mention_at(c) for c in token.children if c.dep_ in ("amod", "poss", "compound")]
        states = [m.entities[0] for m in beside if m is not None and kind_of(self._document, m) == Kind.STATE]
        state = states[0] if states else self._owning_state(token)
        kin = self._gazetteer.kin_word(token.lower_) is not None
        if kin or self._gazetteer.is_title(lemma) or self._gazetteer.is_title(" ".join(words)):
            return self._titled(token, lemma, state)
        for mention in self._sought(token):
            entity = self._document.entities[mention.entities[0]]
            if entity.kind != Kind.ORGANISATION or entity.plural:
                continue
            parts = fold(entity.name).split()
            by_name = lemma in (*parts[-1:], *parts[:1]) and self._gazetteer.organisation_head(lemma) and state is None
            if not (lemma in entity.nouns or by_name):
                continue
            words_of_it = {w for name in (entity.name, *entity.aliases) for w in fold(name).split()} | entity.nouns
            if all(w in words_of_it for w in self._narrowing(token)):
                add_description(self._document, token, mention.entities[:1], "description", alias=True)
                return True
        return state is None and len(words) == 1 and is_definite(token) and self._of_same_class(token, lemma)

    def _of_same_class(self, token: Token, lemma: str) -> bool:
        """ "The company", "the broadcaster": the body named shortly before whose name tells that class, or none."""
        named = token.i + 1 < len(self._doc) and self._doc[token.i + 1].pos_ == "PROPN"  # "the organisation X"
        if named or lemma not in knowledge()["named_before"]:
            return False
        wanted = self._gazetteer.organisation_class(lemma)
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > _REACH:
                return False
            entity = self._document.entities[mention.entities[0]]
            if entity.kind != Kind.ORGANISATION or entity.plural or mention.form not in ("name", "acronym"):
                continue
            heads = {self._gazetteer.organisation_class(w) for w in fold(entity.name).split()} - {None}
            union = lemma in ("union", "association", "federation") and not heads.isdisjoint({"civil", "parties"})
            alike = wanted in heads or union
            if alike or (not heads and wanted in ("companies", "media")):
                add_description(self._document, token, mention.entities[:1], "description", alias=True)
                return True
        return False

    def _narrowing(self, token: Token) -> list[str]:
        """The words before a noun that tell which one it is, in lower case; states left out."""
        before = (c for c in token.children if c.dep_ in ("amod", "compound", "nmod", "nummod"))
        states = (c for c in before if kind_of(self._document, self._document.mention_at(c)) != Kind.STATE)
        return [c.lower_ for c in states if c.lower_ not in knowledge()["dropped_modifiers"]]

    def _owning_state(self, token: Token) -> int | None:
        """The state in "the president of Norland"."""
        index = owner(self._document, token)
        return index if index is not None and self._document.entities[index].kind == Kind.STATE else None

    def _titled(self, token: Token, lemma: str, state: int | None) -> bool:
        """A person by the title of office, and by the state where one is named; "leader" fits whoever leads a state.

        A headline speaks of whom the article will name, so that there the whole article counts; elsewhere too, where
        the title says whose it is.
        """
        bare = not any(c.dep_ in ("det", "poss", "amod") for c in token.children)
        if self._is_named_beside(token) or (bare and token.head.lower_ == "for") or _is_only_office(token):
            return False  # "the nomination for president": the office, not who holds it
        lesser = {c.lower_ for c in token.children} & set(knowledge()["lesser_offices"])
        possessors = {
            n
            for c in token.children
            if c.dep_ == "poss" and (m := self._document.mention_at(c)) is not None
            for n in m.entities
        }
        mentions = self._sought(token)
        if state is not None and not self._in_headline(token):
            mentions = [*mentions, *(m for m in self._document.mentions if m.start > token.i)]
        for fits in (self._holds, self._held, self._leads):
            for mention in mentions:
                if kind_of(self._document, mention) != Kind.PERSON or mention.form == "group":
                    continue
                entity = self._document.entities[mention.entities[0]]
                if mention.entities[0] in possessors:
                    continue
                roles = [r for r in entity.roles if lesser <= set(r.title.lower().split()) and self._agrees(token, r)]
                later = mention.start > token.i and not self._in_headline(token)
                owners = (state,) if later else (state, None)
                role = next((r for r in roles if fits(lemma, r) and (state is None or r.of in owners)), None)
                if role is not None:
                    if role.of is None and lemma in role.title.lower().split():
                        role.of = owner(self._document, token)
                    add_description(self._document, token, mention.entities[:1], "description")
                    return True
        return False

    def _agrees(self, token: Token, role: RoleMention) -> bool:
        """Whether nothing tells an office apart from the one that a noun names: not "the transport minister" from a
        "prime minister", nor "the leader" from one who only later is told of as "acting leader"."""
        fields = {
            c.lower_ for c in token.children if c.dep_ in ("compound", "nmod") and self._document.mention_at(c) is None
        }
        words = role.title.lower().split()
        of = fold(self._document.entities[role.of].name).split() if role.of is not None else []
        told_apart = len(words) > 1 and bool(fields) and fields.isdisjoint([*words, *of])
        before = self._doc[max(0, role.start - 2) : role.end]
        acting = role.start > token.i and any(t.lower_ in ("acting", "interim") for t in before)
        return not told_apart and not acting

    def _is_named_beside(self, token: Token) -> bool:
        """Whether the holder's name follows: "the president of Norland, A", "the general secretary A"."""
        beside = [c for c in token.children if c.dep_ == "appos"]
        if token.i + 1 < len(self._doc):
            beside.append(self._doc[token.i + 1])
        return any(kind_of(self._document, self._document.mention_at(t)) == Kind.PERSON for t in beside)

    @staticmethod
    def _holds(lemma: str, role: RoleMention) -> bool:
        """Whether a role is the office itself: "president", not "vice president" or "president-elect"."""
        words = role.title.lower().replace("-", " ").split()
        return lemma in words[-1:] and not set(words) & set(knowledge()["lesser_offices"])

    @staticmethod
    def _held(lemma: str, role: RoleMention) -> bool:
        """Whether the word is any part of a role's title."""
        return lemma in role.title.lower().split()

    @staticmethod
    def _leads(lemma: str, role: RoleMention) -> bool:
        """Whether the word means whoever leads a state and the role is such an office."""
        return lemma in knowledge()["any_leader"] and role.title.lower() in knowledge()["leaders"]

    def _sought(self, token: Token) -> list[Mention]:
        """The mentions that a description may mean, best first: those before it, in a headline those behind it."""
        if self._in_headline(token):
            return [m for m in self._document.mentions if m.start > token.i]
        return list(reversed(self._antecedents.before(token)))

    def _in_headline(self, token: Token) -> bool:
        return self._document.block_of(token).kind == "headline"


def _is_only_office(title: Token) -> bool:
    """Whether a title names an office that somebody gets or has ("served as the mayor", "became the 40th president",
    "the next king"), or a part of the body ("was shot in the head")."""
    words = {c.lower_ for c in title.children}
    if title.lower_ == "head" and title.dep_ in ("dobj", "pobj", "nsubjpass"):
        return "of" not in words and not any(c.dep_ in ("compound", "amod") for c in title.children)
    gets = title.dep_ == "attr" and title.head.lemma_ == "become"
    counted = any(c.lower_[:1].isdigit() and c.lower_.endswith(("st", "nd", "rd", "th")) for c in title.children)
    as_office = title.dep_ == "pobj" and title.head.lower_ == "as"
    coming = title.dep_ not in ("nsubj", "nsubjpass") and not words.isdisjoint(knowledge()["coming_offices"])
    return gets or counted or as_office or coming
