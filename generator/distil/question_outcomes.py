"""How it will end: what is fixed for a day, put off, still closed or held, before a court, a parliament or a doctor."""

from collections.abc import Iterable, Iterator

from generator.distil.question_ground import (
    Ground,
    Opening,
    Raised,
    Rule,
    Trigger,
    has_child,
    is_infinitive,
    is_negated,
    noun_behind,
    objects_of,
)
from generator.distil.question_knowledge import knowledge
from generator.distil.question_names import definite, written
from generator.distil.question_parts import dates_in
from generator.language.arguments import is_passive
from generator.language.dates import DateMention
from generator.language.parse import Token


class Outcomes(Ground):
    """Questions of how something will end."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "verb", words["fixing_verbs"], self._fixed
        yield "word", ("to",), self._to_be_held
        yield "verb", words["postponing_verbs"], self._put_off
        yield "word", words["ending_states"], self._still
        yield "noun", words["illness"], self._patient
        yield "verb", ("claim",), self._claimed_for_itself
        yield "word", ("if",), self._if_done
        yield "verb", words["facing_verbs"], self._faced
        yield "verb", words["sending_verbs"], self._sent_on
        yield "verb", words["requiring_verbs"], self._needs_approval
        yield "verb", ("appeal",), self._appealed
        yield "verb", words["proposing_verbs"], self._proposed
        yield "verb", ("seek",), self._sought_after

    def _day_of(self, verb: Token) -> DateMention | None:
        """The day that something is fixed for."""
        days = [noun_behind(verb, ("for", "on", "in", "by")), *(c for c in verb.children if c.dep_ == "npadvmod")]
        return next((d for day in days if day is not None for d in dates_in(self.document, day)), None)

    def _fixed(self, verb: Token) -> Raised | None:
        """ "The launch is scheduled for Monday": will it take place?"""
        noun = verb.head if verb.dep_ == "acl" else next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        if noun is None or noun.pos_ not in ("NOUN", "PROPN") or verb.tag_ != "VBN" or is_negated(verb):
            return None
        told = self._day_of(verb)
        lemma = noun.lemma_.lower()
        if told is None or lemma in knowledge()["contests"] or self.document.actor_at(noun) is not None:
            return None
        span = told.weekday_future or told.span
        phrase = self.wording.defined(noun, verb)
        published = self.document.published
        over = span is not None and published is not None and span.end < published
        over |= has_child(verb, ("auxpass",), ("was", "were")) and any(
            t.lower_ == "that" and t.dep_ == "det" for c in verb.children if c.dep_ == "prep" for t in c.subtree
        )  # "was scheduled for that night"
        day = f" {written(span)}" if span is not None and span.precision in ("day", "month", "year") else ""
        passed = lemma in knowledge()["proposals"]
        happens = (noun.pos_ == "NOUN" and noun.i in self.reports) or lemma in knowledge()["happenings"] | knowledge()[
            "brought_about"
        ]
        if not phrase or over or not (happens or passed):
            return None
        brought = knowledge()["brought_about"].get(lemma, "held")
        comes = "be adopted" if passed else "take place" if brought in ("held", "carried out") else f"be {brought}"
        return self.made(Opening.PLAN, f"Will {phrase} {comes}{day}", verb, verb)

    def _to_be_held(self, to: Token) -> Raised | None:
        """ "The summit to be held in June": will it be?"""
        verb = to.head
        if verb.dep_ not in ("acl", "relcl") or not is_infinitive(verb) or not has_child(verb, ("auxpass",), ("be",)):
            return None
        noun = verb.head
        told = dates_in(self.document, verb)
        if not told or noun.lemma_.lower() in knowledge()["contests"]:
            return None
        return self.made(Opening.PLAN, self.wording.will(verb), verb, verb)

    def _put_off(self, verb: Token) -> Raised | None:
        """ "The vote has been postponed": when will it be?"""
        noun = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ == "NOUN"), None)
        if noun is None or is_negated(verb) or not is_passive(verb):
            return None
        phrase = definite(self.wording.phrase(noun))
        return self.made(Opening.PENDING, f"When will {phrase} take place" if phrase else "", verb, verb)

    def _still(self, state: Token) -> Raised | None:
        """ "The bridge remains closed", "five miners are still trapped": will it reopen, will they be rescued?"""
        verb = state if state.pos_ == "VERB" and state.dep_ not in ("acomp", "oprd") else state.head
        lasting = verb.lemma_ in ("remain", "stay") or has_child(verb, ("advmod",), ("still", "currently"))
        if not lasting or verb.pos_ not in ("VERB", "AUX") or is_negated(verb) or verb.tag_ == "VBD":
            return None
        subject = self.wording.defined_subject(verb)
        outcome = knowledge()["ending_states"][state.lower_]
        return self.made(Opening.PENDING, f"Will {subject} {outcome}" if subject else "", verb, verb)

    def _patient(self, noun: Token) -> Raised | None:
        """ "Is in critical condition": will the patient survive?"""
        grave = noun.lemma_ == "coma" or has_child(noun, ("amod",), knowledge()["grave_adjectives"])
        verb = noun.head.head
        if (
            not grave
            or noun.head.lower_ != "in"
            or verb.pos_ not in ("VERB", "AUX")
            or verb.lemma_ not in knowledge()["lying_verbs"]
        ):
            return None
        subject = self.wording.defined_subject(verb)
        return self.made(Opening.PENDING, f"Will {subject} survive" if subject else "", verb, verb)

    def _claimed_for_itself(self, verb: Token) -> Raised | None:
        """ "X claimed responsibility for the attack": is X responsible?"""
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_ in knowledge()["responsibility"]), None)
        if thing is None or is_negated(verb):
            return None
        deed = noun_behind(thing, ("for",)) or noun_behind(verb, ("for",))
        subject, phrase = self.wording.subject(verb), self.wording.phrase(deed) if deed is not None else ""
        front = "Are" if self.wording.is_plural(verb) else "Is"
        text = f"{front} {subject} responsible for {phrase}" if subject and phrase else ""
        return self.made(Opening.CLAIM, text, verb, verb)

    def _if_done(self, word: Token) -> Raised | None:
        """ "If convicted, he faces ten years": will he be?"""
        verb = word.head
        decided = verb.lemma_.lower() in knowledge()["settling_verbs"] | knowledge()["judging_verbs"]
        if (
            not decided
            or verb.dep_ != "advcl"
            or verb.tag_ != "VBN"
            or any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)
        ):
            return None
        subject = self.wording.subject(verb.head)
        text = self.wording.finished(f"Will {subject} be {verb.text}", verb) if subject else ""
        return self.made(Opening.CHANCE, text, verb.head, verb)

    def _faced(self, verb: Token) -> Raised | None:
        """ "Faces charges of fraud", "faces up to ten years in prison": will X be convicted?"""
        thing = next(iter(objects_of(verb)), None)
        if thing is None or is_passive(verb) or verb.tag_ in ("VBD", "VBN") or is_negated(verb):
            return None
        lemma = thing.lemma_.lower()
        if lemma not in knowledge()["faced"] or (lemma == "year" and noun_behind(thing, ("in", "behind")) is None):
            return None
        if lemma == "sentence" and not any(c.dep_ in ("compound", "prep", "nummod") for c in thing.children):
            return None  # "we face a harsh sentence": one that is passed
        subject = self.wording.subject(verb)
        return self.made(Opening.PENDING, f"Will {subject} be convicted" if subject else "", verb, verb)

    def _sent_on(self, verb: Token) -> Raised | None:
        """ "The bill now goes to the Senate": will it approve it?"""
        noun = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        body = noun_behind(verb, ("to",))
        if noun is None or body is None or noun.lemma_.lower() not in knowledge()["sent_on"]:
            return None
        entities = self.wording.entities([body])
        phrase = self.wording.phrase(noun)
        if not entities or verb.tag_ in ("VBD", "VBN") or not phrase:
            return None
        return self.made(Opening.PENDING, f"Will {self.wording.names(entities)} approve {phrase}", verb, verb)

    def _needs_approval(self, verb: Token) -> Raised | None:
        """ "The deal requires the approval of parliament": will it approve it?"""
        thing = next(
            (o for o in objects_of(verb) if o.lemma_.lower() in knowledge()["consents"]),
            None,
        )
        if thing is None or verb.tag_ == "VBD":
            return None
        giver = (
            noun_behind(thing, ("of", "by", "from"))
            or noun_behind(verb, ("from", "by"))
            or next((c for c in thing.children if c.dep_ == "poss"), None)
        )
        subject = self.wording.subject(verb)
        who = self.wording.who(giver) if giver is not None else ""
        verb_of = "ratify" if thing.lemma_.lower() == "ratification" else "approve"
        text = f"Will {who} {verb_of} {definite(subject)}" if who and subject else ""
        return self.made(Opening.PENDING, text, verb, verb)

    def _appealed(self, verb: Token) -> Raised | None:
        """ "The company appealed the ruling": will the appeal succeed?"""
        against = noun_behind(verb, ("against",)) or next((o for o in objects_of(verb) if o.dep_ == "dobj"), None)
        if (
            against is None
            or is_negated(verb)
            or verb.tag_ == "VB"
            or against.lemma_.lower() not in knowledge()["appealed"]
        ):
            return None
        phrase = self.wording.phrase(against)
        return self.made(Opening.INQUIRY, f"Will the appeal against {phrase} succeed" if phrase else "", verb, against)

    def _proposed(self, verb: Token) -> Raised | None:
        """ "Proposed a ban on X", "recommended that Y be closed": will it come?"""
        if is_negated(verb) or (verb.tag_ == "VBN" and not has_child(verb, ("aux",), ("have", "has", "had"))):
            return None
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and has_child(c, ("mark",), ("that",))), None)
        if clause is not None and (clause.tag_ == "VB" or has_child(clause, ("auxpass",), ("be",))):
            return self.made(Opening.PROPOSAL, self.wording.will(clause), verb, clause)
        thing = next((o for o in objects_of(verb) if o.dep_ == "dobj" and self.document.actor_at(o) is None), None)
        if thing is None or any(has_child(c, ("aux",), ("have",)) for c in thing.children if c.dep_ == "relcl"):
            return None
        return self.made(Opening.PROPOSAL, definite(self.wording.coming(thing)), verb, thing)

    def _sought_after(self, verb: Token) -> Raised | None:
        """ "Is seeking asylum", "seeks the extradition of X": will it come?"""
        thing = next((o for o in objects_of(verb) if o.dep_ == "dobj" and self.document.actor_at(o) is None), None)
        if thing is None or verb.tag_ not in ("VBZ", "VBP", "VBG") or is_negated(verb):
            return None
        if knowledge()["brought_about"].get(thing.lemma_.lower()) in knowledge()["handed_over"]:
            return None
        return self.made(Opening.PROPOSAL, self.wording.coming(thing), verb, thing)
