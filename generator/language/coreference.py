"""Pronouns led back to the actors they mean, with common nouns and short names on the way.

Antecedents are ranked by nearness and by grammar (subjects of main clauses first), within the article, by number, kind
and what the article and given names tell of gender.
"""

from collections.abc import Callable

from generator.language.antecedents import (
    SUBJECTS,
    Antecedents,
    glossed,
    is_expletive,
    is_in_adjunct,
    is_subject_above,
    speakers_around,
    speaks,
    speaks_besides,
    subjects_beside,
)
from generator.language.arguments import knowledge as argument_words
from generator.language.arguments import subject_of
from generator.language.dependents import belongs
from generator.language.description_words import knowledge as descriptions
from generator.language.descriptions import Describer
from generator.language.document import Document, Entity, Mention
from generator.language.gazetteer import Gazetteer
from generator.language.genders import feminine
from generator.language.name_forms import fold
from generator.language.noun_phrases import kind_of
from generator.language.parse import Doc, Token
from generator.language.person_descriptions import PersonDescriptions
from generator.language.person_descriptions import knowledge as person_nouns
from generator.language.speech_verbs import knowledge
from generator.model import Kind

_SINGULAR = {
    "he": False,
    "him": False,
    "his": False,
    "himself": False,
    "she": True,
    "her": True,
    "hers": True,
    "herself": True,
}
_PLURAL = {"they", "them", "their", "theirs", "themselves"}
_NEUTER = {"it", "its", "itself"}
_MEETING = {"meet", "talk", "negotiate", "speak", "marry"}
_PLURAL_BODIES = {"police", "forces", "troops"}
_FURTHER = ("more", "others", "another", "dozens", "hundreds", "thousands", "several", "many", "some")
_ARGUMENTS = (*SUBJECTS, "dobj", "pobj", "dative", "poss", "appos", "conj", "agent", "attr")
_LEAST_PLURAL = 3.0
"""Score. "They" mostly means people whom the article has not named, unless an actor stands out."""
_REACH = 3
"""Sentences. How far back a pronoun looks."""
_FAR_REACH = 6
"""Sentences. How far back "he" and "she" look where nobody nearer can be meant: past the sentences of a quotation."""


class Resolver:
    """Adds mentions that are no names to a document whose names and roles are known."""

    def __init__(self, document: Document, gazetteer: Gazetteer) -> None:
        self._document = document
        self._doc: Doc = document.doc
        self._gazetteer = gazetteer
        self._antecedents = Antecedents(document)
        self._surnames = self._last_words()
        self._of_unnamed = -1
        """The last "he" or "she" that means nobody who has a name."""

    def resolve(self) -> None:
        """Go through the text once, in order, so that each word finds what stands before it."""
        for entity in self._document.entities:
            shown = feminine(entity, self._doc)
            entity.feminine = entity.feminine if shown is None else shown
        describer = Describer(self._document, self._gazetteer)
        persons = PersonDescriptions(self._document)
        for token in self._doc:
            if self._document.mention_at(token) is not None:
                continue
            if describer.two(token) or describer.some(token) or persons.describes(token):
                continue
            if token.pos_ == "PRON" or token.tag_ == "PRP$":
                self._pronoun(token)
            elif self._is_surname(token):
                self._document.add(
                    Mention(token.i, token.i + 1, token.i, "name", token.text, (self._surnames[fold(token.text)],))
                )
            elif token.pos_ in ("NOUN", "PROPN") and token.is_alpha and token.dep_ not in ("compound", "nmod"):
                titled = self._gazetteer.is_title(token.lemma_.lower()) and persons.is_named_behind(token)
                if not titled:
                    describer.noun(token)

    # short names

    def _last_words(self) -> dict[str, int]:
        """The last word of each person's full name, where one person alone bears it."""
        found: dict[str, list[int]] = {}
        for index, entity in enumerate(self._document.entities):
            words = fold(entity.name).split()
            if entity.kind == Kind.PERSON and len(words) > 1 and len(words[-1]) > 2:
                found.setdefault(words[-1], []).append(index)
        return {word: indices[0] for word, indices in found.items() if len(indices) == 1}

    def _is_surname(self, token: Token) -> bool:
        """Whether a word that the parser took for a common noun is the surname of a person named in full elsewhere."""
        if not token.text[:1].isupper() or token.dep_ not in _ARGUMENTS or fold(token.text) not in self._surnames:
            return False
        before = token.nbor(-1) if token.i else None
        return before is None or token.is_sent_start is True or not before.text[:1].isupper()

    # pronouns

    def _pronoun(self, token: Token) -> None:
        word = token.lower_
        if named := glossed(self._document, token):
            self._add(token, named.entities)
        elif word.endswith(("self", "selves")):
            self._reflexive(token)
        elif word in _SINGULAR:
            self._person_pronoun(token, _SINGULAR[word])
        elif word in _PLURAL:
            self._plural_pronoun(token)
        elif word in _NEUTER and not (token.dep_ in (*SUBJECTS, "expl") and is_expletive(token)):
            self._neuter_pronoun(token)

    def _reflexive(self, token: Token) -> None:
        """ "X himself", "X hurt herself": the name right before, else the subject of the clause."""
        before = self._document.mention_at(token.i - 1) if token.i else None
        verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
        subjects = (
            [m for t in subject_of(verb) if (m := self._document.mention_at(t)) is not None] if verb is not None else []
        )
        meant = before or next(iter(subjects), None)
        if meant is not None and meant.form not in ("adjective", "combining"):
            self._add(token, meant.entities)

    def _person_pronoun(self, token: Token, woman: bool) -> None:
        def fits(entity: Entity) -> float | None:
            if entity.kind != Kind.PERSON or entity.feminine not in (None, woman):
                return None
            return 2.0 if entity.feminine == woman else 0.0

        scores = self._scores(token, fits)
        if not scores and (self._of_unnamed < 0 or self._antecedents.distance(self._of_unnamed, token.i) > _REACH):
            scores = self._scores(token, fits, _FAR_REACH)
        best = max(scores, key=lambda n: scores[n], default=None)
        if best is None or scores[best] < self._best_unnamed(token, woman):
            self._of_unnamed = token.i
            return
        self._document.entities[best].feminine = woman
        self._add(token, (best,))

    def _plural_pronoun(self, token: Token) -> None:
        joint = self._undergoing(token) or self._understood_subjects(token) or self._joint_subject(token)
        if joint:
            self._add(token, joint)
            return

        def fits(entity: Entity) -> float | None:
            if entity.plural or entity.kind == Kind.GROUP or entity.name.split()[-1].lower() in _PLURAL_BODIES:
                return 3.0
            if entity.kind == Kind.STATE:
                return -1.0 if token.lower_ != "them" else None
            return 0.5 if entity.kind == Kind.ORGANISATION else None

        scores = self._scores(token, fits)
        best = max(scores, key=lambda n: scores[n], default=None)
        if best is None or self._of_others(token):
            return
        body = self._document.entities[best].kind in (Kind.ORGANISATION, Kind.STATE)
        one = body and not self._document.entities[best].plural
        thing = self._best_thing(token, "NNS") if token.lower_ == "them" or one else _LEAST_PLURAL
        if scores[best] >= thing and not self._is_foreign(best, token, beside=not one):
            self._add(token, (best,))

    def _of_others(self, token: Token) -> bool:
        """Whether "their" belongs to people who are no actors, the subject of its clause: "teams posted their data"."""
        verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
        own = next(iter(subject_of(verb)), None) if verb is not None and token.tag_ == "PRP$" else None
        if own is None or own.i > token.i or own.pos_ != "NOUN":
            return False
        people = own.tag_ == "NNS" or own.lemma_.lower() in descriptions()["teams"]
        return people and self._document.mention_at(own) is None and token not in own.subtree

    def _undergoing(self, token: Token) -> tuple[int, ...] | None:
        """Those to whom the verb above does something: "the crew saved 200 more after they were found swimming"."""
        verb = token.head
        if token.dep_ != "nsubjpass" or verb.dep_ != "advcl" or verb.head.i > token.i:
            return None
        behind = [c for c in verb.head.children if verb.head.i < c.i < token.i]
        target = next((c for c in behind if c.dep_ == "dobj" or (c.lower_ in _FURTHER and list(c.lefts))), None)
        if target is None:
            return None
        mention = self._document.mention_at(target)
        if mention is not None:
            return mention.entities if target.tag_ == "NNS" or len(mention.entities) > 1 else None
        if not target.like_num and target.lower_ not in _FURTHER:
            return None
        for before in reversed(self._antecedents.before(target)):
            head = self._doc[before.head]
            if self._antecedents.distance(before.head, token.i) > 1:
                return None
            if before.form == "group" and head.dep_ in ("dobj", "nsubjpass", "pobj"):
                return before.entities  # "rescued 700 migrants, and 200 more after they were found"
        return None

    def _joint_subject(self, token: Token) -> tuple[int, ...] | None:
        """Actors named together as the subject of this or the sentence before ("A and B met. They ...")."""
        barred = subjects_beside(self._document, token)
        for mention in reversed(self._antecedents.before(token)):
            if self._antecedents.distance(mention.head, token.i) > 1:
                return None
            if barred.issuperset(mention.entities):
                continue
            head = self._doc[mention.head]
            if len(mention.entities) > 1:
                return mention.entities
            if met := self._met(mention):
                return met
            if token.dep_ == "nsubjpass" and head.dep_ == "dobj" and any(c.dep_ == "conj" for c in head.children):
                return mention.entities  # "arrested X and two others. They were released"
            if head.dep_ == "conj" and head.head.dep_ in SUBJECTS:
                first = self._document.mention_at(head.head)
                if first is not None and first.entities != mention.entities:
                    return (*first.entities, *mention.entities)
            if head.dep_ in SUBJECTS and not any(c.dep_ == "conj" for c in head.children):
                return None
        return None

    def _understood_subjects(self, token: Token) -> tuple[int, ...] | None:
        """The several who are to act in the clause that "their" stands in: "urged A and B to resume their talks"."""
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        if token.tag_ != "PRP$" or verb is None or verb.dep_ != "xcomp":
            return None
        subjects = (self._document.mention_at(t) for t in subject_of(verb))
        entities = dict.fromkeys(e for m in subjects if m is not None for e in m.entities)
        bodies = all(self._document.entities[e].kind not in (None, Kind.PERSON) for e in entities)
        asked = verb.head.lemma_.lower() in argument_words()["object_control"]  # "called on Norland to resume their"
        return tuple(entities) if len(entities) > 1 or (entities and bodies and asked) else None

    def _met(self, mention: Mention) -> tuple[int, ...] | None:
        """Both sides of "A met B" and "A met with B", for the mention of B."""
        noun = self._doc[mention.head]
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "with" else noun.head
        if verb.lemma_.lower() not in _MEETING or (noun.dep_ != "dobj" and noun.head.lower_ != "with"):
            return None
        subjects = (self._document.mention_at(t) for t in subject_of(verb))
        entities = dict.fromkeys(e for m in subjects if m is not None for e in m.entities)
        return (*entities, *mention.entities) if entities and not entities.keys() & set(mention.entities) else None

    def _neuter_pronoun(self, token: Token) -> None:
        def fits(entity: Entity) -> float | None:
            return 0.0 if entity.kind in (Kind.STATE, Kind.ORGANISATION) and not entity.plural else None

        scores = self._scores(token, fits)
        if not scores:
            return
        best = max(scores, key=lambda n: scores[n])
        says = token.dep_ == "nsubj" and token.head.lemma_.lower() in knowledge()["reporting"]
        thing = self._best_thing(token)
        if token.dep_ not in (*SUBJECTS, "poss") and thing > 0:
            return  # as an object, "it" mostly means a thing
        if says or (scores[best] >= thing and not self._is_foreign(best, token)):
            self._add(token, (best,))

    def _is_foreign(self, entity: int, token: Token, beside: bool = False) -> bool:
        """Whether "it" or "they" stands in a quotation that does not speak of the actor; with `beside`, nor does the
        paragraph around it."""
        quotation = self._document.quotation_at(token.idx)
        if quotation is None:
            return False
        heads = [self._doc[m.head].idx for m in self._document.entities[entity].mentions if m.end <= token.i]
        if beside and any(idx >= self._document.block_of(token).start for idx in heads):
            return False
        return not any(quotation.start <= idx < quotation.end for idx in heads)

    def _best_thing(self, token: Token, tag: str = "NN") -> float:
        """How likely "it" (or "they", with the tag of plurals) means things named by a common noun.

        On the scale of `_scores`.
        """
        best = -99.0
        for noun in self._doc[max(0, token.i - 60) : token.i]:
            mention = self._document.mention_at(noun)
            thing = noun.tag_ == tag and mention is None
            named = tag == "NN" and mention is not None and mention.head == noun.i
            named = named and kind_of(self._document, mention) is None
            if not (thing or named) or noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr"):
                continue
            if noun.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"):
                continue
            distance = self._antecedents.distance(noun.i, token.i)
            if distance <= 1:
                best = max(best, self._salience(noun, token, distance) - (2.5 if noun.dep_ == "pobj" else 1.0))
        return best

    def _best_unnamed(self, token: Token, woman: bool) -> float:
        """How likely "he" or "she" means somebody without a name ("a survivor"), on the scale of `_scores`."""
        best = -99.0
        for noun in self._doc[max(0, token.i - 40) : token.i]:
            brought_in = noun.tag_ == "NN" and any(c.lower_ in ("a", "an") for c in noun.children)
            if not brought_in or self._document.mention_at(noun) is not None or not belongs(noun, ("person",)):
                continue
            there = noun.dep_ == "attr" and any(c.dep_ == "expl" for c in noun.head.children)
            distance = self._antecedents.distance(noun.i, token.i)
            told = noun.dep_ in (*SUBJECTS, "dobj", "agent") or there
            other = descriptions()["masculine" if woman else "feminine"]
            if told and distance <= 1 and noun.lemma_.lower() not in other:
                best = max(best, self._salience(noun, token, distance) + (2 if there else 0))
        return best

    # ranking

    def _scores(self, token: Token, fits: Callable[[Entity], float | None], reach: int = _REACH) -> dict[int, float]:
        """Entities that a pronoun could mean with how likely they are.

        `fits` gives an entity's bonus, or None where the pronoun cannot mean it.
        """
        scores: dict[int, float] = {}
        barred = subjects_beside(self._document, token) | speakers_around(self._document, token)
        block = self._document.block_of(token)
        for mention in self._antecedents.before(token):
            distance = self._antecedents.distance(mention.head, token.i)
            if distance > reach or len(mention.entities) > 1:
                continue
            index = mention.entities[0]
            bonus = fits(self._document.entities[index])
            if bonus is None:
                continue
            value = bonus + self._salience(self._doc[mention.head], token, distance)
            if mention.form in ("adjective", "combining"):
                value -= 4
            if mention.form == "pronoun":
                value += 1
            elif mention.form == "group" and self._doc[mention.head].dep_ == "attr":
                value -= 3  # "became Norlandish citizens" tells of somebody else
            state = self._document.entities[index].kind == Kind.STATE
            if token.lower_ in _PLURAL and state and self._doc[mention.head].tag_ == "NNS":
                value += 3  # "the authorities"
            if distance == 0 and is_subject_above(self._document, self._doc[mention.head], token):
                value += 2 if token.tag_ == "PRP$" else 1
            if self._doc[mention.head].idx < block.start:
                value -= 0.5
            if distance == 0 and self._is_barred(self._doc[mention.head], token):
                barred.add(index)
            scores[index] = max(scores.get(index, value), value)
        return {index: value for index, value in scores.items() if index not in barred}

    def _salience(self, head: Token, token: Token, distance: int) -> float:
        """How well a noun phrase's place in the text makes it the antecedent of a pronoun."""
        possessive = token.tag_ == "PRP$"
        if possessive and token.head.dep_ == "conj" and token.head.head == head:
            return 14.0  # "X and his son"
        nearness = 20 if possessive and distance == 0 else 100  # a possessive looks to what stands just before it
        value = 10.0 - 3 * distance - (token.i - head.i) / nearness
        if head.dep_ in SUBJECTS:
            value += 0.5 if possessive and distance == 0 else 3 if head.head.dep_ == "ROOT" else 2
        elif head.dep_ == "poss":
            value += 1
        elif head.dep_ in ("dobj", "agent"):
            value += 0.5
        elif head.dep_ == "dative":
            value += 1.5
        spoken, speaking = self._document.in_speech(head), self._document.in_speech(token)
        if spoken != speaking or (spoken and self._document.block_of(head) != self._document.block_of(token)):
            value -= 3
        if distance == 1 and not spoken and not speaking and speaks(token) and speaks(head):
            value += 1  # "Berg said. ... he added"
        if distance == 0 and speaks(head) and any(a == head.head for a in token.ancestors):
            for_another = not possessive and self._speaks_for_another(head)
            value += -6 if for_another else 2  # "X said that he ...", "the spokesman said that he ..."
        return value

    def _speaks_for_another(self, head: Token) -> bool:
        """Whether a subject speaks for somebody: "the spokesman", "his lawyer", "Anna Berg, the minister's doctor"."""
        mention = self._document.mention_at(head)
        roles = self._document.entities[mention.entities[0]].roles if mention is not None else []
        words = {head.lemma_.lower(), *(role.title.lower().split()[-1] for role in roles if role.title)}
        return not words.isdisjoint(person_nouns()["speaking_for_others"])

    def _is_barred(self, head: Token, token: Token) -> bool:
        """Whether the grammar of one sentence forbids that a pronoun means a noun phrase."""
        if token.tag_ != "PRP$" and head.head == token.head and token.dep_ in (*SUBJECTS, "dobj", "dative"):
            return True  # subject and object of one verb are two
        if token.dep_ in ("dobj", "dative") and any(t == head for t in subject_of(token.head)):
            return True
        if token.dep_ in SUBJECTS and is_in_adjunct(head, token.head):
            return True
        # speakers call themselves "I"
        quoted = self._document.in_speech(token) and not self._document.in_speech(head)
        return quoted and (speaks(head) or speaks_besides(head))

    def _add(self, token: Token, entities: tuple[int, ...]) -> None:
        self._document.add(Mention(token.i, token.i + 1, token.i, "pronoun", token.text, entities))
