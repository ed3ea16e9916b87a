"""What a text itself calls open: doubts that remain, matters in dispute, what nobody could confirm, verdicts due."""

from collections.abc import Iterable, Iterator

from generator.distil.question_ground import (
    Ground,
    Opening,
    Raised,
    Rule,
    Trigger,
    has_child,
    infinitive_of,
    is_negated,
    noun_behind,
    objects_of,
)
from generator.distil.question_knowledge import knowledge
from generator.distil.question_names import definite
from generator.language.arguments import is_passive
from generator.language.parse import Token

_ABOUT = ("about", "over", "on", "around", "regarding", "concerning", "as")


class Doubts(Ground):
    """Questions of what is in doubt by the words of the text."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "noun", words["doubt"], self._remaining
        yield "noun", words["asked_nouns"], self._is_the_question
        yield "verb", words["dividing_verbs"], self._divided
        yield "word", words["divided"], self._divided
        yield "noun", words["proofs"], self._unproven
        yield "noun", words["verdicts"], self._verdict_due
        yield "noun", ("date", "timetable", "timeline"), self._no_date
        yield "verb", words["contest_verbs"], self._disputed
        yield "verb", words["verifying_verbs"], self._unverified
        yield "verb", ("plead",), self._pleaded
        yield "verb", words["denial_verbs"], self._charges_denied
        yield "noun", words["talks"], self._without_result
        yield "verb", words["consenting_verbs"], self._must_be_approved
        yield "noun", words["accounts"], self._varying

    def _remaining(self, noun: Token) -> Raised | None:
        """ "Doubts remain over the deal": are they justified?"""
        verb = noun.head
        lasting = verb.lemma_.lower() in knowledge()["lasting_verbs"] and not is_negated(verb)
        thing = noun_behind(verb, _ABOUT)
        if noun.dep_ not in ("nsubj", "nsubjpass") or not lasting or thing is None:
            return None
        if noun_behind(noun, _ABOUT) is not None or not (phrase := self.wording.who(thing)):
            return None
        front = "Are" if noun.tag_ == "NNS" else "Is"
        return self.made(Opening.FEELING, f"{front} the {noun.lower_} about {phrase} justified", verb, thing)

    def _is_the_question(self, noun: Token) -> Raised | None:
        """ "The question is whether the dam is safe": is it?"""
        verb = noun.head
        if noun.dep_ not in ("nsubj", "attr") or verb.lemma_ not in ("be", "remain"):
            return None
        clause = next((c for c in verb.children if c.dep_ in ("ccomp", "advcl", "csubj")), None)
        if clause is None:
            return None
        return self.made(Opening.ASKED, self.wording.asked_by(clause), verb, clause)

    def _divided(self, verb: Token) -> Raised | None:
        """ "Experts are divided over the origin of the statue", "they disagree on who should pay"."""
        if verb.dep_ in ("amod", "acl") or is_negated(verb):
            return None
        for child in verb.children:
            if child.dep_ != "prep" or child.lower_ not in _ABOUT:
                continue
            for content in child.children:
                if content.dep_ == "pcomp" and content.pos_ in ("VERB", "AUX"):
                    return self.made(Opening.ASKED, self.wording.asked_by(content), verb, content)
                if content.dep_ == "pobj" and content.lemma_.lower() in knowledge()["points"]:
                    phrase = self.wording.phrase(content)
                    front = "are" if content.tag_ == "NNS" else "is"
                    return self.made(Opening.PENDING, f"What {front} {phrase}" if phrase else "", verb, content)
        return None

    def _unproven(self, noun: Token) -> Raised | None:
        """ "There is no evidence that the plant leaked": did it?"""
        denied = has_child(noun, ("det",), ("no", "little")) or is_negated(noun.head)
        clause = next(
            (c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and has_child(c, ("mark",), ("that",))),
            None,
        )
        if not denied or clause is None:
            return None
        return self.made(Opening.CLAIM, self.wording.direct(clause), noun, clause)

    def _verdict_due(self, noun: Token) -> Raised | None:
        """ "A verdict is due on Friday", "the results are expected soon": what will they be?"""
        verb = noun.head
        words = knowledge()
        due = noun.dep_ == "nsubjpass" and verb.lemma_.lower() in words["awaiting_verbs"] and not infinitive_of(verb)
        due |= noun.dep_ == "nsubj" and has_child(verb, ("acomp",), words["due_states"]) and not self._goes_on(verb)
        due |= noun.dep_ == "dobj" and verb.lemma_.lower() == "await"
        if (
            not due
            or is_negated(verb)
            or verb.tag_ == "VBD"
            or has_child(verb, ("aux", "auxpass"), ("was", "were", "had"))
        ):
            return None
        phrase = self.wording.defined(noun)
        return self.made(Opening.PENDING, f"What will {phrase} be" if phrase else "", verb, noun)

    @staticmethod
    def _goes_on(verb: Token) -> bool:
        return any(infinitive_of(c) is not None for c in verb.children if c.dep_ == "acomp")

    def _no_date(self, noun: Token) -> Raised | None:
        """ "No date has been set for the trial": when will it be?"""
        verb = noun.head
        fixing = verb.lemma_.lower() in knowledge()["fixing_verbs"] | {"give", "announce", "agree"}
        thing = noun_behind(noun, ("for", "of")) or noun_behind(verb, ("for",))
        denied = has_child(noun, ("det",), ("no",)) or is_negated(verb)
        if not fixing or not denied or thing is None or thing.pos_ == "PRON":
            return None
        phrase = self.wording.defined(thing)
        return self.made(Opening.PENDING, f"When will {phrase} take place" if phrase else "", verb, thing)

    def _disputed(self, verb: Token) -> Raised | None:
        """ "The opposition disputes the official figure": is it right?"""
        thing = next(iter(objects_of(verb)), None)
        if thing is None or thing.lemma_.lower() not in knowledge()["accounts"] or is_negated(verb):
            return None
        phrase = self.wording.phrase(thing)
        front = "Are" if thing.tag_ == "NNS" else "Is"
        told = len(phrase.split()) > 1
        return self.made(Opening.CLAIM, f"{front} {phrase} correct" if told else "", verb, thing)

    def _unverified(self, verb: Token) -> Raised | None:
        """ "The claim could not be verified": is it true?"""
        thing = next(iter(objects_of(verb)), None)
        if thing is None or not is_negated(verb) or thing.lemma_.lower() not in knowledge()["accounts"]:
            return None
        phrase = self.wording.defined(thing)
        front = "Are" if thing.tag_ == "NNS" else "Is"
        return self.made(Opening.PENDING, f"{front} {phrase} true" if phrase else "", verb, thing)

    def _pleaded(self, verb: Token) -> Raised | None:
        """ "Pleaded not guilty to murder": is she guilty?"""
        told = [t for t in verb.subtree if t.i > verb.i]
        guilty = next((t for t in told if t.lower_ == "guilty"), None)
        if guilty is None or not any(t.lower_ == "not" and t.i < guilty.i for t in told):
            return None
        thing = noun_behind(guilty, ("to", "of")) or noun_behind(verb, ("to", "of"))
        return self._guilt(verb, thing, guilty)

    def _charges_denied(self, verb: Token) -> Raised | None:
        """ "Denied the charges": is he guilty?"""
        thing = next(iter(objects_of(verb)), None)
        if thing is None or thing.lemma_.lower() not in knowledge()["wrongs"]:
            return None
        if has_child(verb, ("advmod",), knowledge()["once_adverbs"]):
            return None
        behind = noun_behind(thing, ("of",)) if thing.lemma_.lower() != "wrongdoing" else thing
        return self._guilt(verb, behind, thing)

    def _guilt(self, verb: Token, thing: Token | None, content: Token) -> Raised | None:
        """Whether who denies it is guilty of a thing, or of what the article told before."""
        who = self.wording.subject(verb) if not is_passive(verb) else ""
        front = "Are" if self.wording.is_plural(verb) else "Is"
        phrase = self.wording.phrase(thing) if thing is not None and thing.pos_ != "PRON" else ""
        of_what = f" of {phrase}" if phrase else " of the charges"
        return self.made(Opening.ALLEGATION, f"{front} {who} guilty{of_what}" if who else "", verb, content)

    def _without_result(self, noun: Token) -> Raised | None:
        """ "The talks ended without an agreement": will they lead to one?"""
        verb = noun.head
        missed = noun_behind(verb, ("without", "with"))
        if noun.dep_ != "nsubj" or missed is None or missed.lemma_.lower() not in knowledge()["talk_results"]:
            return None
        open_still = missed.head.lower_ == "without" or has_child(missed, ("det",), ("no",))
        phrase = self.wording.defined(noun)
        text = f"Will {phrase} lead to an agreement" if phrase and open_still else ""
        return self.made(Opening.PENDING, text, verb, noun)

    def _must_be_approved(self, verb: Token) -> Raised | None:
        """ "The sale must be approved by shareholders": will it be?"""
        needed = has_child(verb, ("aux",), ("must",)) or verb.head.lemma_.lower() in ("need", "have", "require")
        thing = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
        thing = thing or next((c for c in verb.head.children if needed and c.dep_ == "nsubj"), None)
        if not needed or thing is None or not is_passive(verb) or thing.pos_ == "PRON" or is_negated(verb):
            return None
        if verb.head != verb and verb.head.tag_ in ("VBD", "VBN"):
            return None
        phrase = definite(self.wording.who(thing))
        return self.made(Opening.PENDING, f"Will {phrase} be {verb.text}" if phrase else "", verb, verb)

    def _varying(self, noun: Token) -> Raised | None:
        """ "Estimates of the toll vary", "accounts of the clash differ": which is right?"""
        verb = noun.head
        thing = noun_behind(noun, ("of", "for"))
        if noun.dep_ != "nsubj" or verb.lemma_.lower() not in knowledge()["varying_verbs"] or thing is None:
            return None
        if noun.tag_ != "NNS" or not (phrase := self.wording.phrase(thing)):
            return None
        return self.made(Opening.PENDING, f"Which of the {noun.lower_} of {phrase} is right", verb, noun)
