"""What may come: chances, plans, conditions, decisions awaited, demands, refusals, threats."""

from spacy.tokens import Token

from generator.distil.question_ground import SUBJECTS, Ground, Opening, Raised
from generator.distil.question_wording import knowledge
from generator.language.arguments import is_passive
from generator.model import EventType, Status


class Prospects(Ground):
    """Questions of what will be, raised by verbs."""

    def _modal(self, modal: Token) -> Raised | None:
        """ "The deal could expand transfers", "Trump may have misused his office"; "would" and "will" as plans."""
        verb, word = modal.head, modal.lower_
        if verb.pos_ not in ("VERB", "AUX") or self.has_child(verb, ("mark",), ("if", "unless")):
            return None
        if self.is_negated(verb) and (
            word not in ("will", "wo", "would") or self.has_child(verb, ("nsubj",), ("i", "we", "you"))
        ):
            return None
        perfect = self.has_child(verb, ("aux",), ("have", "'ve", "’ve"))
        if word in knowledge()["modals"]:
            if self.has_child(verb, ("advmod",), knowledge()["permission_adverbs"]):
                return None
            if perfect:
                return self.made(Opening.CHANCE, self.wording.did(verb), modal, verb) if word != "could" else None
            return self.made(
                Opening.CHANCE, self.wording.will(verb, "Could" if word == "could" else "Will"), modal, verb
            )
        if (
            word == "can"
            and verb.dep_ in ("ccomp", "acl")
            and verb.head.lemma_.lower() in knowledge()["hope"] | knowledge()["hope_verbs"]
        ):
            return self.made(Opening.CHANCE, self.wording.will(verb), verb.head, verb)
        if perfect:
            return None
        if word in ("will", "shall", "'ll", "wo"):
            return self._planned(verb)
        if word in knowledge()["obligations"]:
            return self.made(Opening.DEMAND, self.wording.will(verb, "Should"), verb, verb)
        if word in ("would", "'d") and verb.dep_ in ("ccomp", "ROOT") and not self.has_child(verb, ("advcl",), ()):
            return self.made(Opening.PLAN, self.wording.will(verb), verb, verb)
        return None

    def _planned(self, verb: Token) -> Raised | None:
        return self.made(Opening.PLAN, self.wording.will(verb), verb, verb)

    def _announced(self, verb: Token) -> Raised | None:
        """ "Is expected to", "plans to", "is to": announced and not yet happened."""
        if not self.is_infinitive(verb):
            return None
        head = verb.head
        if verb.dep_ in ("xcomp", "ccomp") and head.lemma_ == "be" and head.pos_ in ("AUX", "VERB"):
            return self.made(Opening.PLAN, self.wording.will(verb), head, verb)
        if (
            verb.dep_ in ("xcomp", "ccomp")
            and head.lemma_.lower() in knowledge()["expectation_verbs"]
            and head.dep_ not in ("acl", "amod")
        ):
            return self.made(Opening.PLAN, self.wording.will(verb), head, verb)
        if verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in knowledge()["likely_adjectives"]:
            return self.made(Opening.CHANCE, self.wording.will(verb), head, verb)
        if verb.dep_ == "acl" and head.lemma_.lower() in knowledge()["expectation_nouns"]:
            return self.made(Opening.PLAN, self.wording.will(verb), head, verb)
        return None

    def _not_yet(self, verb: Token) -> Raised | None:
        """ "Sectors are yet to be detailed", "have yet to decide", "no date is set", "only 27 have ratified it"."""
        yet = next((c for c in verb.children if c.lower_ == "yet" and c.dep_ == "advmod"), None)
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and self.is_infinitive(c)), None)
        if yet is not None and inner is not None and verb.lemma_ in ("be", "have", "remain"):
            return self.made(Opening.PENDING, self._when(inner), verb, inner)
        negated = any(c.dep_ == "neg" for c in verb.children)
        if yet is not None and negated:
            return self.made(Opening.PENDING, self._when(verb), verb, verb)
        if yet is not None and self.is_infinitive(verb):
            return self.made(Opening.PENDING, self._when(verb), verb, verb)
        lemma = verb.lemma_.lower()
        if lemma in ("ratify", "sign", "approve", "join") and (few := self._only(verb)) is not None:
            thing = next((self.wording.phrase(c) for c in verb.children if c.dep_ == "dobj"), "")
            return self.made(Opening.PENDING, f"Will the others {lemma} {thing}", few, verb)
        if negated and lemma in knowledge()["settling_verbs"] and not self.document.in_speech(verb):
            return self.made(Opening.PENDING, self._when(verb), verb, verb)
        return None

    def _only(self, verb: Token) -> Token | None:
        """The subject of "only 27 have ratified it"."""
        subjects = (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
        return next((n for n in subjects if any(t.lower_ == "only" for t in n.subtree)), None)

    def _when(self, verb: Token) -> str:
        text = self.wording.will(verb)
        return f"When will{text.removeprefix('Will')}" if text else ""

    def _on_condition(self, verb: Token) -> Raised | None:
        """ "If the House votes to impeach, there will be a trial": will it?"""
        if (
            verb.dep_ != "advcl"
            or not self.has_child(verb, ("mark",), ("if", "unless"))
            or verb.tag_ not in ("VBZ", "VBP", "VBN", "VBD")
            or not any(c.tag_ == "MD" for c in verb.head.children)
            or not any(c.dep_ in SUBJECTS and c.lower_ not in ("i", "we", "you") for c in verb.children)
        ):
            return None
        return self.made(Opening.EFFORT, self.wording.will(verb), verb.head, verb)

    def _stands(self, verb: Token) -> Raised | None:
        """ "A clampdown is imminent", "his fate remains unknown", "the trial is under way"."""
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
        if subject is None or verb.lemma_ not in ("be", "remain", "continue", "seem", "appear"):
            return None
        states = {
            t.lower_
            for c in verb.children
            if c.i > verb.i and c.dep_ in ("acomp", "attr", "advmod", "prep", "oprd", "xcomp")
            for t in [c, *c.children, *(g for p in c.children for g in p.children)]
        }
        words = knowledge()
        if subject.lemma_.lower() in words["inquiries"] and (states & words["underway"] or verb.lemma_ == "continue"):
            return self.made(Opening.INQUIRY, f"What will be the outcome of {self.wording.phrase(subject)}", verb, verb)
        if states & words["unknown_adjectives"]:
            return self.made(Opening.PENDING, f"What is {self.wording.phrase(subject)}", verb, verb)
        to_come = next((x for c in verb.children for x in c.children if c.i > verb.i and x.dep_ == "xcomp"), None)
        if states & words["imminent"] and to_come is not None and self.is_infinitive(to_come):
            return self.made(Opening.CHANCE, self.wording.will(to_come), verb, to_come)
        if states & words["imminent"]:
            return self.made(Opening.CHANCE, self.wording.direct(verb), verb, verb)
        return None

    def _until(self, verb: Token) -> Raised | None:
        """ "... until the issue is resolved": when will it be?"""
        waits = self.has_child(verb, ("mark",), ("until",)) and is_passive(verb)
        return self.made(Opening.PENDING, self._when(verb), verb.head, verb) if waits else None

    def _decided(self, verb: Token) -> Raised | None:
        """ "The court is required to rule on X": how will it?"""
        if (
            verb.lemma_.lower() not in knowledge()["deciding_verbs"]
            or not self.is_infinitive(verb)
            or verb.dep_ not in ("xcomp", "ROOT", "ccomp")
        ):
            return None
        if verb.dep_ != "ROOT" and verb.head.lemma_.lower() not in knowledge()["binding"]:
            return None
        text = self.wording.will(verb)
        return self.made(Opening.PENDING, f"How will{text.removeprefix('Will')}" if text else "", verb.head, verb)

    def _demanded(self, verb: Token) -> Raised | None:
        """ "Called on X to halt drilling", "called for an inquiry": will it be done?"""
        report = self.reports.get(verb.i)
        wanted = self._wanted(verb)
        if report is None and wanted is not None and verb.lemma_.lower() in knowledge()["demand_verbs"]:
            return self.made(Opening.DEMAND, self.wording.will(wanted), verb, wanted)
        if (
            report is None
            or report.type != EventType.REQUEST
            or report.status not in (Status.OCCURRED, Status.ONGOING)
            or verb.lemma_.lower() not in knowledge()["demand_verbs"]
        ):
            return None
        if wanted is not None and (text := self.wording.will(wanted)):
            return self.made(Opening.DEMAND, text, verb, wanted)
        for child in verb.children:
            noun = (
                child
                if child.dep_ == "dobj"
                else next((c for c in child.children if c.dep_ == "pobj"), None)
                if child.lower_ == "for"
                else None
            )
            if noun is not None and noun.pos_ == "NOUN" and self.document.actor_at(noun) is None:
                return self.made(
                    Opening.DEMAND,
                    self.wording.happening(noun) or f"Will there be {self.wording.phrase(noun)}",
                    verb,
                    noun,
                )
        return None

    def _wanted(self, verb: Token) -> Token | None:
        """The infinitive that a demand asks for: the verb's own, else that of the noun it is made for."""
        nouns = [
            n for c in verb.children for n in ([c] if c.dep_ == "dobj" else c.children if c.dep_ == "prep" else [])
        ]
        for governor in (verb, *nouns):
            for child in governor.children:
                if (
                    child.i > verb.i
                    and child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp")
                    and self.is_infinitive(child)
                ):
                    return child
        return None

    def _refused(self, verb: Token) -> Raised | None:
        """ "X refused to resign", "rejected calls for Y": will it come all the same?"""
        if verb.lemma_.lower() not in knowledge()["refusing_verbs"]:
            return None
        inner = next((c for c in verb.children if c.dep_ == "xcomp" and self.is_infinitive(c)), None)
        if inner is not None:
            return self.made(Opening.DEMAND, self.wording.will(inner), verb, inner)
        thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"), None)
        if thing is None or self.document.actor_at(thing) is not None:
            return None
        return self.made(
            Opening.DEMAND,
            self.wording.happening(thing) or f"Will {self.wording.phrase(thing)} be accepted",
            verb,
            thing,
        )

    def _threatened(self, verb: Token) -> Raised | None:
        """ "X warned Y of Z", "threatened sanctions": will it come?"""
        report = self.reports.get(verb.i)
        if report is None or report.type != EventType.THREATEN or self.is_negated(verb):
            return None
        thing = next(
            (c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN" and self.document.actor_at(c) is None),
            None,
        )
        return (
            self.made(
                Opening.PLAN,
                self.wording.happening(thing) or f"Will there be {self.wording.phrase(thing)}",
                verb,
                thing,
            )
            if thing is not None
            else None
        )

    def _watched(self, verb: Token) -> Raised | None:
        """ "Analysts are watching for the impact of X": what will it be?"""
        if verb.lemma_.lower() not in knowledge()["watch"]:
            return None
        nouns = [
            n for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" for n in c.children if n.dep_ == "pobj"
        ]
        return (
            self.made(Opening.FEELING, f"What will be {self.wording.phrase(nouns[0])}", verb, nouns[0])
            if nouns
            else None
        )
