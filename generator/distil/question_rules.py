"""What leaves something open, told by verbs: chances, plans, demands, claims, silence, what is not done yet."""

from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Token

from generator.distil.candidates import Report
from generator.distil.evidence import clause_span
from generator.distil.question_wording import QuestionWording, knowledge, question_of
from generator.language.arguments import is_passive
from generator.language.attribution import knowledge as speech_words
from generator.language.document import Document
from generator.model import EventType, Status

_LONGEST = 50
"""Words of evidence."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


class Opening(IntEnum):
    """What leaves the matter open; of two that stand on the same words the higher asks."""

    PLAN = 1
    PROPOSAL = 2
    EFFORT = 3
    INQUIRY = 4
    LAWFULNESS = 5
    CLAIM = 6
    DEMAND = 7
    ALLEGATION = 8
    FEELING = 9
    CHANCE = 10
    PENDING = 11
    ASKED = 12


def reporting() -> frozenset[str]:
    """Lemmas of the verbs that report words."""
    return frozenset(speech_words()["reporting"])


@dataclass
class Raised:
    """A question found: its wording, the word that opens it, the word that says what is open, and the clause."""

    opening: Opening
    text: str
    opener: Token
    content: Token
    span: tuple[int, int]
    core: tuple[int, int]
    """Where what is open stands, without the words that open or report it."""


class Ground:
    """What all rules stand on: the document, its reports of happenings, the wording, and how a question is made."""

    def __init__(self, document: Document, reports: dict[int, Report]) -> None:
        self.document = document
        self.reports = reports
        self.wording = QuestionWording(document)

    def made(self, opening: Opening, text: str, opener: Token, content: Token) -> Raised | None:
        """The question, with the clause from the word that opens it to the end of what is open."""
        question = question_of(text) if text else None
        return (
            Raised(opening, question, opener, content, self._span(opener, content), self._core(opener, content))
            if question
            else None
        )

    def _span(self, opener: Token, content: Token) -> tuple[int, int]:
        """From the clause that opens the question, or the words that report it, to the end of what is open."""
        inner = clause_span(self.document, content)
        for widest in (self._reporting(opener), clause_span(self.document, opener)):
            wide = min(widest[0], inner[0]), max(widest[1], inner[1])
            if len(self.document.text[wide[0] : wide[1]].split()) <= _LONGEST:
                return wide
        return inner

    def _core(self, opener: Token, content: Token) -> tuple[int, int]:
        if content.pos_ in ("VERB", "AUX"):
            return clause_span(self.document, content)
        tokens = [*content.subtree, opener]
        last = max(tokens, key=lambda t: t.i)
        return min(t.idx for t in tokens), last.idx + len(last.text)

    def _reporting(self, token: Token) -> tuple[int, int]:
        """The clause that reports what is said: up from the token to the outermost verb of saying of its sentence."""
        current = verb = token
        while current.head != current:
            current = current.head
            if current.lemma_.lower() in reporting() and current.pos_ == "VERB":
                verb = current
        if self.document.in_speech(token):
            sentence = token.sent
            return sentence.start_char, sentence.end_char
        start, end = clause_span(self.document, verb)
        return start, end

    def has_child(self, token: Token, dependencies: tuple[str, ...], words: frozenset[str] | tuple[str, ...]) -> bool:
        """Whether a token governs one of the words in one of the relations."""
        return any(c.dep_ in dependencies and c.lower_ in words for c in token.children)

    def is_infinitive(self, verb: Token) -> bool:
        """Whether a verb is an infinitive with "to", active or passive."""
        return verb.tag_ in ("VB", "VBN") and self.has_child(verb, ("aux", "auxpass"), ("to",))

    def is_negated(self, verb: Token) -> bool:
        """Whether a verb is denied, by itself or through its subject."""
        if any(c.dep_ == "neg" for c in verb.children):
            return True
        return any(
            g.dep_ == "det" and g.lower_ == "no" for c in verb.children if c.dep_ in _SUBJECTS for g in c.children
        )


class VerbRules(Ground):
    """Questions that a verb raises, or a word that belongs to one."""

    def find(self, token: Token) -> Raised | None:
        """The question that a token raises, if it raises one."""
        if token.lemma_.lower() in knowledge()["question_words"] and (found := self._asked(token)):
            return found
        if token.tag_ == "MD":
            return self._modal(token)
        if token.pos_ not in ("VERB", "AUX"):
            return None
        rules = (
            self._on_condition,
            self._not_yet,
            self._nobody,
            self._undisclosed,
            self._stands,
            self._until,
            self._demanded,
            self._accused,
            self._claimed,
            self._denied,
            self._said_not,
            self._feared,
            self._decided,
            self._announced,
            self._refused,
            self._threatened,
            self._breach,
            self._sued,
            self._watched,
            self._reported,
        )
        return next((found for rule in rules if (found := rule(token)) is not None), None)

    # asked in so many words

    def _asked(self, word: Token) -> Raised | None:
        """ "Visitors wonder whether ...", "it will be interesting to see how ..."."""
        clause = word.head if word.head.pos_ in ("VERB", "AUX") else word.head.head
        if clause.pos_ not in ("VERB", "AUX") or clause.dep_ not in (
            "ccomp",
            "pcomp",
            "xcomp",
            "advcl",
            "acl",
            "csubj",
        ):
            return None
        if word.lower_ == "if" and clause.dep_ == "advcl":
            return None
        governor = clause.head if clause.head.pos_ != "ADP" else clause.head.head
        lemma = governor.lemma_.lower()
        if lemma not in knowledge()["indirect"] or (
            lemma in knowledge()["indirect_if_negated"] and not self._left_open(governor)
        ):
            return None
        question_word = "" if word.lower_ in ("whether", "if") else word.lower_
        if word.head != clause and word.dep_ in ("det", "advmod") and question_word:
            question_word = f"{question_word} {word.head.text}"
        if word.dep_ in _SUBJECTS:
            return self.made(Opening.ASKED, f"{question_word} will {clause.lemma_}", governor, clause)
        return self.made(Opening.ASKED, self.wording.direct(clause, question_word), governor, clause)

    def _left_open(self, governor: Token) -> bool:
        """Whether nobody knows yet: negated, or still to be seen."""
        above = governor.head
        if self.is_negated(governor) or any(c.dep_ == "neg" for c in above.children):
            return True
        if governor.tag_ == "VB" and above.lemma_ in (
            "remain",
            "wait",
            "interesting",
            "be",
            "keen",
            "eager",
            "important",
        ):
            return True
        return any(t.lower_ in ("not", "nobody", "no") for t in governor.subtree if t.i < governor.i)

    # chances

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

    # what is not done, not known, not said

    def _not_yet(self, verb: Token) -> Raised | None:
        """ "Sectors are yet to be detailed", "have yet to decide", "the date is not set", "only 27 have ratified it"."""
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

    def _nobody(self, verb: Token) -> Raised | None:
        """ "No group claimed responsibility": who is responsible?"""
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        nobody = subject is not None and (
            subject.lower_ in ("nobody", "none") or self.has_child(subject, ("det",), ("no",))
        )
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if not nobody or thing is None or verb.lemma_.lower() not in knowledge()["owning_up_verbs"]:
            return None
        target = next(
            (
                p
                for c in thing.children
                if c.dep_ == "prep" and c.lower_ == "for"
                for p in c.children
                if p.dep_ == "pobj"
            ),
            None,
        )
        return self.made(
            Opening.PENDING,
            f"Who is responsible{f' for {self.wording.phrase(target)}' if target is not None else ' for it'}",
            verb,
            verb,
        )

    def _undisclosed(self, verb: Token) -> Raised | None:
        """ "Did not disclose the price": what is it?"""
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        if (
            thing is None
            or verb.lemma_.lower() not in knowledge()["disclosing_verbs"]
            or not any(c.dep_ == "neg" for c in verb.children)
        ):
            return None
        return self.made(Opening.PENDING, f"What is {self.wording.phrase(thing)}", verb, thing)

    def _on_condition(self, verb: Token) -> Raised | None:
        """ "If the House votes to impeach, there will be a trial": will it?"""
        if (
            verb.dep_ != "advcl"
            or not self.has_child(verb, ("mark",), ("if", "unless"))
            or verb.tag_ not in ("VBZ", "VBP", "VBN", "VBD")
            or not any(c.tag_ == "MD" for c in verb.head.children)
            or not any(c.dep_ in _SUBJECTS and c.lower_ not in ("i", "we", "you") for c in verb.children)
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

    # said and not shown

    def _claimed(self, verb: Token) -> Raised | None:
        """ "X claims that Y does Z": does it?"""
        if verb.lemma_.lower() not in knowledge()["claim_verbs"]:
            return None
        clause = self._content(verb)
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        if clause is None and thing is not None and verb.lemma_.lower() == "allege":
            return self.made(
                Opening.ALLEGATION, f"Are the allegations of {self.wording.phrase(thing)} true", verb, thing
            )
        if clause is None or clause.lemma_.lower() in ("say", "tell"):
            return None
        return self.made(Opening.CLAIM, self.wording.direct(clause), verb, clause)

    def _said_not(self, verb: Token) -> Raised | None:
        """ "X said the ban is not part of a plan": is it?"""
        said = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in reporting()
        if not (said or (self.document.in_speech(verb) and verb.dep_ in ("ROOT", "ccomp", "conj"))):
            return None
        denial = next((c for c in verb.children if c.dep_ == "neg" and c.lower_ in ("not", "n't", "never")), None)
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        modal = any(c.tag_ == "MD" for c in verb.children)
        if (
            denial is None
            or modal
            or subject is None
            or subject.lower_ in ("i", "we", "you", "it", "that", "this")
            or verb.doc[denial.i + 1].lower_ in ("just", "only")
        ):
            return None
        return self.made(Opening.CLAIM, self.wording.direct(verb), verb, verb)

    def _denied(self, verb: Token) -> Raised | None:
        """ "X denied that he made a deal", "X denied involvement in Y": did he?"""
        if verb.lemma_.lower() not in knowledge()["denial_verbs"]:
            return None
        clause = self._content(verb) or next((c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VBG"), None)
        if clause is not None:
            return self.made(Opening.CLAIM, self.wording.direct(clause), verb, clause)
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NOUN"), None)
        return (
            self.made(Opening.CLAIM, f"Is the denial of {self.wording.phrase(thing)} true", verb, thing)
            if thing is not None
            else None
        )

    def _content(self, verb: Token) -> Token | None:
        """The clause that tells what a verb of saying or feeling says."""
        return next(
            (
                c
                for c in verb.children
                if c.dep_ == "ccomp" and c.i > verb.i and any(g.dep_ in _SUBJECTS for g in c.children)
            ),
            None,
        )

    def _feared(self, verb: Token) -> Raised | None:
        """ "X hopes that Y will", "X fears that Z": will it?"""
        if verb.lemma_.lower() not in knowledge()["hope_verbs"]:
            return None
        clause = self._content(verb) or next(
            (c for c in verb.children if c.dep_ == "xcomp" and self.is_infinitive(c) and verb.lemma_ == "hope"), None
        )
        return self.made(Opening.FEELING, self.wording.will(clause), verb, clause) if clause is not None else None

    def _accused(self, verb: Token) -> Raised | None:
        """ "X accused Y of doing Z", "X blamed Y for Z": did Y?"""
        lemma = verb.lemma_.lower()
        preposition = {"accuse": "of", "suspect": "of", "blame": "for", "charge": "with"}.get(lemma)
        if preposition is None or verb.dep_ == "acl":
            return None
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == preposition:
                for content in child.children:
                    if content.dep_ == "pcomp":
                        return self.made(Opening.ALLEGATION, self.wording.did(content), verb, content)
                    if (
                        content.dep_ == "pobj"
                        and self._accused_by_name(verb)
                        and self.document.actor_at(content) is None
                    ):
                        return self.made(Opening.ALLEGATION, self._to_blame(verb, lemma, content), verb, content)
        return None

    def _accused_by_name(self, verb: Token) -> bool:
        accused = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
        return any(
            self.document.actor_at(c) is not None
            or self.has_child(c, ("det", "poss"), ("the", "his", "her", "its", "their"))
            for c in accused
        )

    def _to_blame(self, verb: Token, lemma: str, content: Token) -> str:
        accused = next(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
        who, what = self.wording.phrase(accused), self.wording.phrase(content)
        return f"Is {who} to blame for {what}" if lemma == "blame" else f"Is {who} guilty of {what}"

    def _reported(self, verb: Token) -> Raised | None:
        """A happening that is only alleged, planned or possible by what governs it."""
        report = self.reports.get(verb.i)
        if report is None or self._content(verb.head) == verb or not report.named:
            return None
        if report.status == Status.ALLEGED:
            return self.made(Opening.ALLEGATION, self.wording.did(verb), verb, verb)
        if report.status == Status.POSSIBLE and verb.dep_ != "advcl":
            return self.made(Opening.PROPOSAL, self.wording.will(verb), verb, verb)
        return None

    def _breach(self, verb: Token) -> Raised | None:
        """ "X violates the treaty", "is unconstitutional": does it, is it?"""
        words = knowledge()
        if verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP", "VBD"):
            adjectives = [t for c in verb.children if c.dep_ in ("acomp", "attr") for t in [c, *c.conjuncts]]
            if any(a.lemma_.lower() in words["legality_adjectives"] for a in adjectives):
                return self.made(Opening.LAWFULNESS, self.wording.direct(verb), verb, verb)
        objects = [c for c in verb.children if c.dep_ == "dobj"]
        if verb.lemma_.lower() in words["breach_verbs"] and any(
            o.lemma_.lower() in words["breach_objects"] or o.ent_type_ == "LAW" for o in objects
        ):
            return self.made(Opening.LAWFULNESS, self.wording.direct(verb), verb, verb)
        if (
            verb.lemma_.lower() in words["contest_verbs"]
            and (
                thing := next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ == "NOUN"), None)
            )
            is not None
        ):
            return self.made(Opening.LAWFULNESS, f"Will {self.wording.phrase(thing)} be upheld", verb, thing)
        return None

    # wanted, tried, awaited

    def _demanded(self, verb: Token) -> Raised | None:
        """ "Called on X to halt drilling", "called for an inquiry": will it be done?"""
        report = self.reports.get(verb.i)
        wanted = self._wanted(verb)
        if report is None and wanted is not None and verb.lemma_.lower() in knowledge()["demand_verbs"]:
            return self.made(Opening.DEMAND, self.wording.will(wanted), verb, wanted)
        if report is None or report.type != EventType.REQUEST or report.status not in (Status.OCCURRED, Status.ONGOING) or verb.lemma_.lower() not in knowledge()["demand_verbs"]:
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
        if report is None or report.type != EventType.THREATEN:
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

    def _sued(self, verb: Token) -> Raised | None:
        """ "X sued Y", "X filed an appeal": will it succeed?"""
        lemma = verb.lemma_.lower()
        thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
        if thing is None:
            return None
        if lemma in knowledge()["filing_verbs"] and thing.lemma_.lower() in knowledge()["inquiries"] | {
            "complaint",
            "motion",
        }:
            return self.made(Opening.INQUIRY, f"Will {self.wording.phrase(thing)} succeed", verb, thing)
        if lemma in knowledge()["suing_verbs"] and lemma == "sue" and (who := self.wording.subject(verb)):
            return self.made(
                Opening.INQUIRY, f"Will the lawsuit of {who} against {self.wording.phrase(thing)} succeed", verb, thing
            )
        if lemma in knowledge()["inquiry_verbs"] and verb.tag_ in ("VBG", "VBZ", "VBP") and not self.is_negated(verb):
            return self.made(
                Opening.INQUIRY, f"What will the investigation of {self.wording.phrase(thing)} find", verb, thing
            )
        return None

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
