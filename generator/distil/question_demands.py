"""What is wanted or owed: demands, refusals, obligations, proposals."""

from collections.abc import Iterable, Iterator

from generator.distil.question_ground import (
    Ground,
    Opening,
    Raised,
    Rule,
    Trigger,
    has_child,
    infinitive_of,
    is_infinitive,
    is_negated,
    noun_behind,
    objects_of,
)
from generator.distil.question_knowledge import knowledge
from generator.distil.question_parts import neighbour
from generator.language.arguments import is_passive
from generator.language.parse import Token
from generator.model import Kind

_LONGEST_DEMAND = 60
"""Characters."""


class Demands(Ground):
    """Questions of what somebody wants or has to do."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "verb", words["demand_verbs"], self._demanded
        yield "noun", words["demand_nouns"], self._demand
        yield "verb", words["refusing_verbs"], self._refused
        yield "verb", words["persuading_verbs"], self._not_persuaded
        yield "word", words["obligations"], self._obliged
        yield "verb", ("need", "have"), self._needed
        yield "noun", words["suggestions"], self._suggestion
        yield "noun", words["proposals"], self._proposal
        yield "noun", words["topics"], self._topic
        yield "verb", words["contacting_verbs"], self._contacted

    def _demanded(self, verb: Token) -> Raised | None:
        """ "Called on X to halt drilling", "called for an inquiry": will it be done?"""
        if is_negated(verb) or verb.dep_ in ("amod", "compound") or _is_only_told_of(verb):
            return None
        if _is_alleged(verb):
            return self.made(Opening.ALLEGATION, self.wording.direct(verb), verb, verb)
        wanted = self._wanted(verb) if not self._is_standing_rule(verb) else None
        instructed = verb.lemma_.lower() in knowledge()["instructing_verbs"] and is_passive(verb)
        if wanted is not None:
            counted = any(s.pos_ == "NUM" for s in self.wording.subjects(wanted))  # "required 3/5 to be accepted"
            aside = is_negated(wanted) or _is_attitude(wanted) or wanted.lemma_.lower() in knowledge()["demand_verbs"]
            aside = aside or counted
            if aside or (instructed and not self._is_asked(wanted)):
                return None
            return self.made(Opening.DEMAND, self.wording.will(wanted), verb, wanted)
        if verb.lemma_.lower() not in knowledge()["calling_verbs"]:
            return None
        for child in verb.children:
            thing = child if child.dep_ == "dobj" and verb.lemma_ not in ("call", "ask") else _noun_behind_for(child)
            if thing is not None and thing.pos_ == "NOUN" and self.document.actor_at(thing) is None:
                return self.made(Opening.DEMAND, self.wording.coming(thing), verb, thing)
        return None

    def _is_asked(self, wanted: Token) -> bool:
        """Whether who is to act is named, so that it is no instruction to people at large."""
        asked = self.wording.entities(self.wording.subjects(wanted))
        return any(self.document.entities[e].kind != Kind.GROUP for e in asked)

    def _wanted(self, verb: Token) -> Token | None:
        """The infinitive that a demand asks for: the verb's own, else that of the noun it is made for."""
        nouns = [
            n for c in verb.children for n in ([c] if c.dep_ == "dobj" else c.children if c.dep_ == "prep" else [])
        ]
        nouns = [n for n in nouns if n.lower_ != "order"]  # "in order to"
        asked = [n for n in nouns if self.document.actor_at(n) is not None or n.lower_ in ("for", "that")]
        if verb.lemma_ == "call" and has_child(verb, ("dobj",), [n.lower_ for n in nouns]):
            return None  # "called the office to complain"
        if verb.lemma_ == "demand":
            nouns = asked  # "demand time to prepare": the thing is asked for, and nobody to do it
        if verb.lemma_ == "want" and not nouns and not self._has_object(verb):
            return None
        for governor in (verb, *(asked if verb.lemma_ in ("call", "appeal") else nouns)):
            for child in governor.children:
                if (
                    child.i > verb.i
                    and child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp")
                    and is_infinitive(child)
                ):
                    return child
        return None

    def _is_standing_rule(self, verb: Token) -> bool:
        """Whether a requirement is a body's for whoever joins, or comes of a thing: "the club requires members to"."""
        if verb.lemma_.lower() != "require":
            return False
        body = any(c.dep_ == "nsubj" and self.document.actor_at(c) is not None for c in verb.children)
        anybody = any(c.dep_ == "dobj" and c.tag_ == "NNS" and not list(c.children) for c in verb.children)
        return any(c.dep_ == "csubj" for c in verb.children) or (verb.tag_ in ("VBZ", "VBP") and body and anybody)

    def _has_object(self, verb: Token) -> bool:
        """Whether a verb's infinitive has a subject of its own: "want him to resign"."""
        return any(
            s.dep_ in ("nsubj", "nsubjpass") for c in verb.children if c.dep_ in ("ccomp", "xcomp") for s in c.children
        )

    def _demand(self, noun: Token) -> Raised | None:
        """ "Protesters' demands for an inquiry", "their demands include X": will they be met?"""
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in ("NUM", "PRON", "NOUN"):
            return None
        phrase = self.wording.defined(noun)
        among = self._among(noun)
        text = f"Will {phrase}, among them {among}, be met" if among else f"Will {phrase} be met"
        return self.made(Opening.DEMAND, text if phrase else "", noun, noun)

    def _among(self, noun: Token) -> str:
        """The first of what demands are said to include; empty where that is not told shortly."""
        verb = noun.head
        if noun.dep_ != "nsubj" or verb.lemma_ not in knowledge()["including_verbs"]:
            return ""
        behind = [p for c in verb.children if c.dep_ == "prep" and c.lower_ == "to" for p in c.children]
        told = next(
            (c for c in [*verb.children, *behind] if c.i > verb.i and c.dep_ in ("dobj", "pobj", "xcomp", "attr")), None
        )
        if told is None:
            return ""
        text = self.wording.words(list(told.subtree)) if told.pos_ == "VERB" else self.wording.phrase(told)
        text = text.split(", ")[0]
        return text if len(text) <= _LONGEST_DEMAND else ""

    def _refused(self, verb: Token) -> Raised | None:
        """ "X refused to resign", "rejected calls for Y": will it come all the same?"""
        inner = infinitive_of(verb)
        if inner is not None:
            if inner.lemma_ in knowledge()["speaking_verbs"] or _is_to_speak(inner):
                return None
            return self.made(Opening.DEMAND, self.wording.will(inner), verb, inner)
        thing = next((o for o in objects_of(verb) if o.pos_ == "NOUN" and self.document.actor_at(o) is None), None)
        if thing is None or verb.lemma_ == "decline" or (verb.tag_ == "VBN" and verb.dep_ in ("amod", "acl")):
            return None
        text = self.wording.happening(thing)
        if not text and (phrase := self.wording.phrase(thing)) and thing.lemma_.lower() in knowledge()["acceptable"]:
            text = f"Will {phrase} be accepted"
        return self.made(Opening.DEMAND, text, verb, thing)

    def _not_persuaded(self, verb: Token) -> Raised | None:
        """ "Did not persuade X to impose sanctions": will X?"""
        inner = infinitive_of(verb)
        if inner is None or not is_negated(verb):
            return None
        return self.made(Opening.DEMAND, self.wording.will(inner), verb, inner)

    def _obliged(self, modal: Token) -> Raised | None:
        """ "The issue should be decided by the court"."""
        verb = modal.head
        subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if modal.tag_ != "MD" or is_negated(verb) or has_child(verb, ("aux",), ("have", "'ve")) or not subjects:
            return None
        if subjects[0].pos_ in ("NUM", "DET") or subjects[0].lower_ in ("i", "we", "you", "one", "anyone"):
            return None
        if (
            modal.lower_ == "must"
            and not self.document.in_speech(verb)
            and verb.dep_ != "ccomp"
            and not self.wording.entities(self.wording.subjects(verb))
        ):
            return None
        return self.made(Opening.DEMAND, self.wording.will(verb, "Should"), verb, verb)

    def _needed(self, verb: Token) -> Raised | None:
        """ "The agency needs to be involved"."""
        inner = infinitive_of(verb)
        spoken = has_child(verb, ("nsubj",), ("i", "we", "you", "one"))
        if (
            inner is None
            or spoken
            or inner.dep_ != "xcomp"
            or has_child(verb, ("expl", "nsubj"), ("there",))
            or verb.tag_ not in ("VBZ", "VBP")
            or not (self.document.in_speech(verb) or verb.dep_ == "ccomp")
        ):
            return None
        return self.made(Opening.DEMAND, self.wording.will(inner, "Should"), verb, inner)

    def _suggestion(self, noun: Token) -> Raised | None:
        """ "The suggestion that X be discussed", "a proposal to build Y": will it be?"""
        clauses = (c for c in noun.children if c.i > noun.i and c.dep_ in ("acl", "ccomp", "relcl"))
        content = next(
            (c for c in clauses if is_infinitive(c) or has_child(c, ("mark",), ("that",)) or _is_subjunctive(c)), None
        )
        return self.made(Opening.DEMAND, self.wording.will(content), noun, content) if content is not None else None

    def _proposal(self, noun: Token) -> Raised | None:
        """ "A proposed law": will it be adopted?"""
        adjective = next((c for c in noun.children if c.dep_ == "amod" and c.lower_ in knowledge()["proposed"]), None)
        unreal = any(has_child(c, ("aux",), ("have",)) for c in noun.children if c.dep_ == "relcl")
        if adjective is None or unreal or self._is_given_up(noun):
            return None
        phrase = self.wording.phrase(noun, leave_out=[adjective.i] if adjective.lower_ == "planned" else ())
        phrase = phrase.replace("a proposed", "the proposed", 1) if phrase.startswith("a ") else phrase
        return self.made(Opening.PROPOSAL, f"Will {phrase} be adopted" if phrase else "", noun, noun)

    def _is_given_up(self, noun: Token) -> bool:
        """Whether a proposal is taken back by the verb it depends on."""
        return noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_.lower() in knowledge()["ending_verbs"]

    def _contacted(self, verb: Token) -> Raised | None:
        """ "Contacted the minister over housing for the refugees": will it be provided?"""
        thing = noun_behind(verb, ("over", "about", "regarding", "concerning"))
        if thing is None or thing.lemma_.lower() not in knowledge()["brought_about"] or is_negated(verb):
            return None
        return self.made(Opening.DEMAND, self.wording.coming(thing), verb, thing)

    def _topic(self, noun: Token) -> Raised | None:
        """ "The main issue discussed was the release of the prisoners": will it come?"""
        verb = noun.head
        if noun.dep_ != "nsubj" or verb.lemma_ != "be":
            return None
        thing = next((c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN"), None)
        return self.made(Opening.DEMAND, self.wording.happening(thing), noun, thing) if thing is not None else None


def _is_only_told_of(verb: Token) -> bool:
    """ "Invited to speak, she", "after asking for help", "does not intend to push for it", "is right to urge them"."""
    if is_infinitive(verb):
        return verb.dep_ != "xcomp" or is_negated(verb.head) or verb.head.pos_ == "ADJ"
    if verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.lemma_ == "invite":
        return True
    return verb.dep_ == "pcomp" and verb.head.lower_ in knowledge()["time_words"]


def _is_attitude(wanted: Token) -> bool:
    """Whether only a frame of mind is asked for: "to be patient", "to stay focused", "to pay attention"."""
    if any(c.dep_ == "dobj" and c.lemma_.lower() in knowledge()["attitudes"] for c in wanted.children):
        return True
    return wanted.lemma_ in ("be", "stay", "remain") and any(c.dep_ == "acomp" for c in wanted.children)


def _is_to_speak(verb: Token) -> bool:
    """Whether what is refused is only to speak of something: "refused to give details"."""
    words = knowledge()
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    lemma = verb.lemma_.lower()
    return lemma in words["silent_verbs"] or (lemma in words["telling_verbs"] and bool(objects & words["told_objects"]))


def _is_subjunctive(clause: Token) -> bool:
    """Whether a clause is what somebody recommends: "the fires be added"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children) and (
        clause.tag_ == "VB" or has_child(clause, ("auxpass",), ("be",))
    )


def _noun_behind_for(preposition: Token) -> Token | None:
    """The noun in "called for an inquiry", by its preposition."""
    if preposition.dep_ != "prep" or preposition.lower_ != "for":
        return None
    return next((p for p in preposition.children if p.dep_ == "pobj"), None)


def _is_alleged(verb: Token) -> bool:
    """Whether a clause right behind a noun tells what is alleged: "faces allegations she ordered them to shoot"."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    before = neighbour(subjects[0].left_edge, -1) if subjects and verb.tag_ in ("VBD", "VBZ") else None
    if before is not None and before.lower_ == "that":
        before = neighbour(before, -1)
    return before is not None and before.pos_ == "NOUN" and before.lemma_.lower() in knowledge()["allegation"]
