"""What nobody knows yet or has said: matters asked, kept silent, estimated, unexplained, not yet done, preliminary."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.distil.question_ground import (
    SUBJECTS,
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
from generator.distil.question_knowledge import knowledge, persons
from generator.distil.question_names import definite
from generator.distil.question_parts import neighbour, text_beside
from generator.language.arguments import is_passive
from generator.language.parse import Token

_DEEPEST = 3
"""Words between a question word and the verb of its clause."""
_CLAUSES = ("ccomp", "pcomp", "xcomp", "advcl", "acl", "csubj", "relcl")


class Unknowns(Ground):
    """Questions of what is not known."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "word", words["question_words"], self._asked
        yield "verb", words["owning_up_verbs"], self._nobody
        yield "verb", words["disclosing_verbs"], self._undisclosed
        yield "word", ("yet",), self._yet
        yield "word", ("only",), self._few
        yield "word", ("not", "n't", "n’t", "never"), self._not_done
        yield "word", ("until", "till"), self._until
        yield "word", words["unknown_adjectives"], self._unknown
        yield "word", words["preliminary_adjectives"], self._preliminary
        yield "word", ("without",), self._unexplained
        yield "word", words["pending_adjectives"], self._pending
        yield "word", words["about"], self._how_many

    def _asked(self, word: Token) -> Raised | None:
        """ "Visitors wonder whether ...", "it will be interesting to see how ..."."""
        clause = next((a for a in islice(word.ancestors, _DEEPEST) if a.pos_ in ("VERB", "AUX")), None)
        if clause is None:
            return None
        if word.lower_ == "what" and word.dep_ in SUBJECTS and (found := self._what(word, clause)):
            return found
        if (
            clause.dep_ not in _CLAUSES
            or clause.dep_ == "relcl"
            or (word.lower_ != "whether" and clause.dep_ == "advcl" and not _is_indirect_if(word, clause))
        ):
            return None
        beside = word.tag_ == "WDT" and (clause.head.dep_ == "relcl" or text_beside(word, -1) == ",")
        if beside or has_child(clause, ("dobj", "dative", "nsubj"), ("you",)):  # "I do not know who told you that"
            return None
        governor = _governor(clause)
        told_of = [c for c in governor.children if c.dep_ in ("acomp", "attr", "oprd")]  # "it remains unclear who"
        lemma = next((w for w in (c.lemma_.lower() for c in told_of) if w in knowledge()["indirect"]), "")
        seen = infinitive_of(governor) if governor.lemma_ == "remain" else None  # "whether it will remains to be seen"
        lemma = lemma or ("question" if _is_as_to(clause) else (seen or governor).lemma_.lower())
        if lemma not in knowledge()["indirect"] or (
            lemma in knowledge()["indirect_if_negated"] and seen is None and not self._left_open(governor)
        ):
            return None
        if clause.i < governor.i and clause.dep_ == "ccomp" and governor.lemma_ in knowledge()["asking_verbs"]:
            return None
        if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children) and word.lower_ not in (
            "whether",
            "whom",
            "who",
        ):
            return None
        question_word = "" if word.lower_ in ("whether", "if") else word.lower_
        if word.head != clause and word.dep_ in ("det", "advmod") and question_word:
            question_word = f"{question_word} {word.head.text}"
        counted = next((c for c in clause.children if c.dep_ in SUBJECTS and word in c.subtree and word != c), None)
        if counted is not None and counted.pos_ == "NOUN":
            question_word = self.wording.words(list(counted.subtree))  # "how many people live there"
        ahead = next((a for a in islice(word.ancestors, _DEEPEST) if a.head == clause), None)
        if ahead is not None and ahead.pos_ == "NOUN" and neighbour(ahead) == clause and clause.lemma_ == "be":
            whole = [t for t in clause.subtree if t.i >= word.i]  # "how many people were on board"
            return self.made(Opening.ASKED, self.wording.words(whole), governor, clause)
        if word.dep_ in SUBJECTS or counted is not None:
            return self.made(Opening.ASKED, self.wording.by_whom(clause, question_word), governor, clause)
        return self.made(Opening.ASKED, self.wording.direct(clause, question_word), governor, clause)

    def _what(self, word: Token, clause: Token) -> Raised | None:
        """ "What will stop the disease is good surveillance": what will?"""
        opens = word.is_sent_start or text_beside(word, -1) in ('"', "“", ":")
        if not opens or not has_child(clause, ("aux",), ("will", "would", "could", "might")):
            return None
        return self.made(Opening.ASKED, self.wording.by_whom(clause, "what"), word, clause)

    def _left_open(self, governor: Token) -> bool:
        """Whether nobody knows yet: negated, or still to be seen."""
        above = governor.head
        if is_negated(governor) or any(c.dep_ == "neg" for c in above.children):
            return True
        if (governor.tag_ == "VB" or is_infinitive(governor)) and above.lemma_ in knowledge()["seeing_verbs"]:
            return True
        return any(t.lower_ in ("not", "nobody", "no") for t in governor.subtree if t.i < governor.i)

    def _nobody(self, verb: Token) -> Raised | None:
        """ "No group claimed responsibility": who is responsible?"""
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        nobody = subject is not None and (subject.lower_ in ("nobody", "none") or has_child(subject, ("det",), ("no",)))
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if not nobody or thing is None:
            return None
        target = noun_behind(thing, ("for",)) or noun_behind(verb, ("for",))
        what = self.wording.phrase(target) if target is not None and target.pos_ != "PRON" else ""
        return self.made(Opening.PENDING, f"Who is responsible for {what}" if what else "", verb, verb)

    def _undisclosed(self, verb: Token) -> Raised | None:
        """ "Did not disclose the price": what is it?"""
        thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"), None)
        told_true = verb.lemma_ == "confirm" and is_passive(verb)  # "the rumours were not confirmed": are they true?
        if (
            thing is None
            or told_true
            or has_child(verb, ("advmod",), ("yet",))
            or not any(c.dep_ == "neg" for c in verb.children)
        ):
            return None
        phrase = definite(self.wording.phrase(thing, full=False))
        asked = "Who" if thing.lemma_.lower() in persons() else "What"
        front = "are" if thing.tag_ == "NNS" else "is"
        return self.made(Opening.PENDING, f"{asked} {front} {phrase}" if phrase else "", verb, thing)

    def _yet(self, word: Token) -> Raised | None:
        """ "Sectors are yet to be detailed", "have yet to decide", "has not yet signed"."""
        verb = word.head
        if word.dep_ != "advmod" or verb.pos_ not in ("VERB", "AUX"):
            return None
        inner = infinitive_of(verb)
        if inner is not None and verb.lemma_ in ("be", "have", "remain"):
            return self.made(Opening.PENDING, self.wording.will(inner), verb, inner)
        persuaded = verb.lemma_.lower() in knowledge()["persuading_verbs"]
        if persuaded and has_child(verb, ("nsubj", "nsubjpass"), ("i", "we")):
            return None  # "I am not yet persuaded that"
        silent = verb.lemma_.lower() in knowledge()["commenting_verbs"]  # "has not yet commented"
        if not silent and (any(c.dep_ == "neg" for c in verb.children) or is_infinitive(verb)):
            return self.made(Opening.PENDING, self.wording.will(verb), verb, verb)
        return None

    def _few(self, word: Token) -> Raised | None:
        """ "Only 27 have ratified it": will the others?"""
        noun = word.head if word.head.pos_ in ("NOUN", "PROPN", "NUM") else word.head.head
        noun = noun.head if noun.pos_ == "NUM" and noun.dep_ == "nummod" else noun
        verb = noun.head
        lemma = verb.lemma_.lower()
        if noun.dep_ not in SUBJECTS or lemma not in knowledge()["joining_verbs"] or word.i > verb.i:
            return None
        thing = next((self.wording.phrase(c) for c in verb.children if c.dep_ == "dobj"), "")
        return self.made(Opening.PENDING, f"Will the others {lemma} {thing}", word, verb)

    def _not_done(self, denial: Token) -> Raised | None:
        """ "The date is not set", "his remains have not been recovered": will it be?"""
        verb = denial.head
        lemma = verb.lemma_.lower()
        if denial.dep_ != "neg" or lemma not in knowledge()["settling_verbs"]:
            return None
        if any(c.tag_ == "MD" for c in verb.children) or is_infinitive(verb) or self._is_asked(verb):
            return None
        if verb.dep_ == "acl" and not has_child(verb, ("advmod",), ("yet", "still")):
            return None  # "readings not identified by officials"
        if verb.dep_ == "relcl" or (lemma in knowledge()["naming_verbs"] and not is_passive(verb)):
            return None
        if has_child(verb, ("aux",), ("do", "does")):
            return None  # "does not find it funny"
        if self.document.in_speech(verb) and not (is_passive(verb) or has_child(verb, ("advmod",), ("yet", "still"))):
            return None
        nouns = [c for c in verb.children if c.dep_ == "nsubjpass"]
        if (
            nouns
            and nouns[0].lemma_.lower() in knowledge()["point_nouns"]
            and (phrase := self.wording.phrase(nouns[0]))
        ):
            return self.made(Opening.PENDING, f"What will {phrase} be", verb, verb)
        text = self.wording.will(verb)
        return self.made(Opening.PENDING, re.sub(r"^Will an? ", "Will the ", text), verb, verb)

    def _is_asked(self, verb: Token) -> bool:
        """Whether a verb governs a question of its own: "has not decided whether"."""
        words = knowledge()["question_words"]
        return any(
            t.lower_ in words for c in verb.children if c.dep_ in ("ccomp", "advcl", "xcomp", "prep") for t in c.subtree
        )

    def _until(self, word: Token) -> Raised | None:
        """ "Until the issue is resolved", "not until they are home": will it be?"""
        verb = word.head
        if word.dep_ != "mark" or verb.pos_ not in ("VERB", "AUX") or verb.tag_ == "VBD":
            return None
        awaited = is_passive(verb) or is_negated(verb.head) or has_child(verb.head, ("aux",), ("will", "would"))
        return self.made(Opening.PENDING, self.wording.will(verb), verb.head, verb) if awaited else None

    def _unknown(self, adjective: Token) -> Raised | None:
        """ "His fate remains unknown", "started on an unspecified date"."""
        noun = adjective.head
        if adjective.dep_ == "amod" and noun.pos_ == "NOUN":
            return self._unspecified(noun)
        subject = next((c for c in noun.children if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
        if (
            subject is None
            or noun.lemma_ not in ("be", "remain", "stay", "seem")
            or adjective.dep_ not in ("acomp", "attr", "oprd")
        ):
            return None
        owner = noun_behind(subject, ("of",)) or next((c for c in subject.children if c.dep_ == "poss"), None)
        if subject.lemma_.lower() == "whereabouts" and owner is not None:
            many = "are" if owner.tag_ in ("NNS", "NNPS") else "is"
            who = self.wording.who(owner)
            return self.made(Opening.PENDING, f"Where {many} {who}" if who else "", noun, noun)
        phrase = self.wording.phrase(subject)
        front = "are" if subject.tag_ == "NNS" else "is"
        return self.made(Opening.PENDING, f"What {front} {phrase}" if phrase else "", noun, noun)

    def _unspecified(self, noun: Token) -> Raised | None:
        asking = knowledge()["asking"].get(noun.lemma_.lower())
        verb = noun.head.head
        if asking is None or noun.dep_ != "pobj" or verb.pos_ != "VERB":
            return None
        subject, plural = self.wording.subject(verb), self.wording.is_plural(verb)
        if not subject:
            return None
        if is_passive(verb):
            return self.made(
                Opening.PENDING, f"{asking} {'were' if plural else 'was'} {subject} {verb.text}", verb, noun
            )
        return self.made(Opening.PENDING, f"{asking} did {subject} {self.wording.base(verb)}", verb, noun)

    def _preliminary(self, adjective: Token) -> Raised | None:
        """ "According to preliminary results": will they be confirmed?"""
        noun = adjective.head
        told = noun.dep_ in ("pobj", "nsubj", "nsubjpass", "dobj") and any(t.pos_ == "VERB" for t in noun.sent)
        if noun.lemma_.lower() not in knowledge()["results"] or not told or not (phrase := self.wording.phrase(noun)):
            return None
        phrase = phrase if phrase.startswith(("the ", "a ", "an ")) or "'s " in phrase else f"the {phrase}"
        return self.made(Opening.PENDING, f"Will {phrase} be confirmed", noun, noun)

    def _unexplained(self, word: Token) -> Raised | None:
        """ "Resigned without explanation": why?"""
        noun = next((c for c in word.children if c.dep_ == "pobj"), None)
        verb = word.head
        if noun is None or noun.lemma_.lower() not in knowledge()["explanations"] or verb.pos_ != "VERB":
            return None
        subject = self.wording.subject(verb)
        if not subject:
            return None
        if is_passive(verb):
            front = "were" if self.wording.is_plural(verb) else "was"
            return self.made(Opening.PENDING, f"Why {front} {subject} {verb.text}", verb, noun)
        return self.made(Opening.PENDING, f"Why did {subject} {self.wording.base(verb)}", verb, noun)

    def _pending(self, adjective: Token) -> Raised | None:
        """ "Overlapping claims", "unresolved disputes": how will they be resolved?"""
        noun = adjective.head
        if adjective.dep_ not in ("amod", "pcomp") or noun.pos_ not in ("NOUN", "ADP"):
            return None
        if noun.pos_ == "ADP":  # "resulted in overlapping border claims", read as a participle
            noun = next(
                (t for t in reversed(list(adjective.subtree)) if t.lemma_.lower() in knowledge()["contentions"]), noun
            )
        if noun.dep_ == "pobj" and noun.head.lower_ in ("following", "after", "since"):
            return None  # "unrest after a disputed election"
        if noun.lemma_.lower() not in knowledge()["contentions"] or not (phrase := self.wording.defined(noun)):
            return None
        return self.made(Opening.PENDING, f"How will {phrase} be resolved", adjective, noun)

    def _how_many(self, word: Token) -> Raised | None:
        """ "Around 300 to 500 people marched", "estimated at two million": how many?"""
        number = word.head if word.head.pos_ == "NUM" else next((t for t in word.subtree if t.pos_ == "NUM"), None)
        if number is None:
            return None
        noun = number.head if number.dep_ == "nummod" else number
        while noun.pos_ == "NUM" and noun.dep_ in ("compound", "quantmod"):
            noun = noun.head
        verb = noun.head
        beside = neighbour(noun)
        if noun.dep_ == "appos" and beside is not None and beside.tag_ == "VBD":
            verb = beside
        if (
            noun.tag_ not in ("NNS", "NNPS")
            or noun.dep_ not in ("nsubj", "nsubjpass", "appos")
            or verb.pos_ != "VERB"
            or noun.ent_type_ in ("DATE", "TIME")
        ):
            return None
        disputed = verb.lemma_.lower() in {*knowledge()["harming"], *knowledge()["turnout_verbs"]}
        happened = verb.tag_ in ("VBD", "VBN")
        if happened and word.lower_ in knowledge()["rounding_words"] and not disputed and not _is_range(number):
            return None  # "around 300 buses blocked the road": told, if roundly
        told = bool(objects_of(verb)) or any(c.dep_ in ("aux", "auxpass") for c in verb.children)
        return self.made(Opening.PENDING, self.wording.how_many(noun, verb), noun, verb) if told else None


def _is_range(number: Token) -> bool:
    """Whether a number is told by two: "300 to 500"."""
    return any(t.lower_ in ("to", "or", "between") or "–" in t.text or "-" in t.text for t in number.subtree)


def _is_indirect_if(word: Token, clause: Token) -> bool:
    """Whether "if" means "whether": "it is unclear if it will"."""
    states = {c.lower_ for c in clause.head.children if c.dep_ in ("acomp", "attr") and c.i < word.i}
    unsaid = is_negated(clause.head) and clause.head.lemma_.lower() in knowledge()["indirect_if_negated"]
    return word.lower_ == "if" and word.i > clause.head.i and (unsaid or bool(states & knowledge()["unsure_states"]))


def _is_as_to(clause: Token) -> bool:
    """ "Questions remain as to why", "conflicting reports as to whether"."""
    return clause.head.lower_ == "to" and clause.head.head.lower_ == "as"


def _governor(clause: Token) -> Token:
    """The word on which an embedded question hangs, be it by a preposition."""
    if _is_as_to(clause):
        return clause.head.head.head
    return clause.head if clause.head.pos_ not in ("ADP", "SCONJ") else clause.head.head
