"""Questions worded from nouns that name a happening: "a visit by A to B" asks "Will A visit B"."""

import re

from generator.distil.question_knowledge import knowledge
from generator.distil.question_parts import closed, is_aside, is_example
from generator.distil.question_wording import LONGEST_QUESTION, QuestionWording
from generator.distil.wording import joined, shorten
from generator.language.arguments import noun_agents
from generator.language.parse import Token


class HappeningWording(QuestionWording):
    """Words questions about nouns of one document."""

    def happening(self, noun: Token, auxiliary: str = "Will", of_subject: bool = False) -> str:
        """What a noun names, through its verb where that is known; else empty.

        `of_subject`: the subject of the verb that governs the noun does it, where the noun itself names nobody.
        """
        entry = knowledge()["happenings"].get(noun.lemma_.lower())
        if entry is None:
            return ""
        verb, participle, preposition = [*entry, "", ""][:3]
        of_itself = len(entry) == 2 and not participle
        agents, objects, rest = self._around(noun, preposition or "of")
        if of_itself:
            agents, objects = agents or objects, ""
        elif preposition and not objects and noun.dep_ == "dobj":
            objects = self._object_on_verb(noun, preposition)
        if of_subject and not agents and (entities := self.entities(noun_agents(noun))):
            agents = self.names(entities)
        if verb.endswith(f" {preposition}") and not objects:
            return ""
        if agents and (objects or not participle or of_subject):
            start = f"{auxiliary} {agents} {verb} {objects}".strip()
            if auxiliary == "Did" and verb.startswith("be "):
                start = f"Was {agents} {verb.removeprefix('be ')} {objects}"
            return shorten([start, *rest], LONGEST_QUESTION - 2)
        if objects and participle:
            plural = self._is_plural_noun(noun, preposition or "of")
            was = f"{'Were' if plural else 'Was'} {objects} {participle}"
            be = was if auxiliary == "Did" else f"{auxiliary} {objects} be {participle}"
            return shorten([be, *rest], LONGEST_QUESTION - 2)
        return ""

    def _object_on_verb(self, noun: Token, preposition: str) -> str:
        """What a noun's preposition leads to where the parser hung it on the verb: "denied involvement in the raid"."""
        behind = (p for c in noun.head.children if c.dep_ == "prep" and c.lower_ == preposition for p in c.children)
        found = next((p for p in behind if p.dep_ == "pobj"), None)
        return self._named(found) if found is not None else ""

    def coming(self, noun: Token, adjective: Token | None = None) -> str:
        """Whether what a noun names will come about: by its verb, by how such a thing is brought about ("be held"), or
        as being there; empty for persons and things. `adjective`: said of the noun, and left out of the question."""
        if text := self.happening(noun):
            return text
        if noun.ent_type_ or self.document.actor_at(noun) is not None:
            return ""
        phrase = self.phrase(noun, leave_out=[adjective.i] if adjective is not None else (), full=False)
        lemma = noun.lemma_.lower()
        participle = knowledge()["brought_about"].get(lemma)
        if not phrase or noun.pos_ == "PRON" or (len(phrase.split()) == 1 and noun.tag_ != "NNS"):
            return ""
        if participle is not None:
            bare = len(phrase.split()) == 1 and participle in knowledge()["handed_over"]
            return "" if bare else f"Will {phrase} be {participle}"
        abstract = lemma.endswith(tuple(knowledge()["abstract_endings"])) and lemma not in knowledge()["concrete"]
        phrase = re.sub(r"^an? ", "", phrase) if lemma in knowledge()["uncounted"] else phrase
        if lemma in knowledge()["existing"]:
            return f"Is there {phrase}" if len(phrase.split()) > 1 else ""
        owned = any(c.dep_ == "poss" for c in noun.children)  # "his condition" is there
        if not abstract or owned or len(phrase.split()) < 2 or phrase.startswith("the "):
            return ""
        return f"Will there be {phrase}"

    def _is_plural_noun(self, noun: Token, preposition: str) -> bool:
        """Whether what a happening is done to is plural."""
        targets = [
            p
            for c in noun.children
            if c.dep_ == "prep" and c.lower_ == preposition
            for p in c.children
            if p.dep_ == "pobj"
        ]
        return any(t.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in t.children) for t in targets)

    def _around(self, noun: Token, preposition: str) -> tuple[str, str, list[str]]:
        """Who does what a noun names, to what, and the other phrases on it."""
        agents, objects, rest = "", "", []
        for child in noun.children:
            if child.dep_ == "poss" or (
                child.dep_ in ("compound", "amod", "nmod") and self.document.actor_at(child) is not None and not agents
            ):
                agents = self._named(child)
            elif child.dep_ == "compound" and child.pos_ == "NOUN" and self.document.mention_at(child) is None:
                objects = objects or child.text
            elif child.dep_ == "prep" and not is_example(child):
                nouns = [c for c in child.children if c.dep_ == "pobj"]
                if nouns and child.lower_ in ("by", "between"):
                    agents = self._named(nouns[0])
                elif nouns and child.lower_ == preposition:
                    objects = self._named(nouns[0])
                elif nouns and child.lower_ == "of" and preposition != "of":
                    agents = agents or self._named(nouns[0])
                elif objects and child.lower_ in ("with", "without") and preposition == "of":
                    objects = f"{objects} {self.words(closed([t for t in child.subtree if not is_aside(t, child)]))}"
                elif child.lower_ not in knowledge()["loose_prepositions"]:
                    rest.append(self.words(closed([t for t in child.subtree if not is_aside(t, child)])))
        return agents, objects, rest

    def _named(self, noun: Token) -> str:
        """A noun and what is coordinated with it, actors by name."""
        tokens = [noun, *noun.conjuncts]
        entities = self.entities(tokens)
        if entities:
            return self.names(entities)
        parts = [self.phrase(t) for t in tokens[:3]]
        return joined(parts) if all(parts) and not any(t.pos_ == "PRON" for t in tokens) else ""
