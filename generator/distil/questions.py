"""What an article leaves open, worded as an analyst would: a real question with the clause that raises it.

Raised by a modal ("could"), a possibility or an allegation named, an embedded question ("it is unclear whether"), something
pending ("has yet to"), a doubt, or a demand that is not yet met. Plain opinion about importance raises none.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from spacy.tokens import Token

from generator.distil.candidates import Report
from generator.distil.evidence import clause_span
from generator.distil.wording import complement_tokens, entity_name, joined, sentence_case, shorten, words_of
from generator.language.arguments import is_passive, subject_of
from generator.language.document import Document
from generator.model import EventType, Question, Status

_FILE = Path(__file__).parent.parent / "knowledge" / "questions.yml"
LONGEST_QUESTION = 160


@cache
def knowledge() -> dict[str, Any]:
    """The words that leave something open."""
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in content.items()}


@dataclass
class Raised:
    """A question found: its wording, the token that raises it and the clause it rests on."""

    text: str
    token: Token
    span: tuple[int, int]
    key: str


class QuestionFinder:
    """Finds the open questions of one document."""

    def __init__(self, document: Document, reports: list[Report], actor_ids: dict[int, str]) -> None:
        self._document = document
        self._reports = {r.token.i: r for r in reports}
        self._actor_ids = actor_ids
        self._taken: set[int] = set()

    def find(self) -> list[Question]:
        """One question for each thing left open, in order of the text."""
        raised: list[Raised] = []
        for token in self._document.doc:
            found = self._raised_by(token)
            if found is not None and not (token.tag_ == "MD" and self._is_boilerplate(found)):
                raised.append(found)
        return self._questions(raised)

    def _raised_by(self, token: Token) -> Raised | None:
        words = knowledge()
        lemma = token.lemma_.lower()
        if token.i in self._taken:
            return None
        if lemma in words["question_words"] and (found := self._embedded(token)):
            return found
        if token.tag_ == "MD" and (token.lower_ in words["modals"] or token.lower_ == "can" and self._hoped(token)) and token.head.pos_ in ("VERB", "AUX"):
            return self._modal(token)
        if token.lower_ == "yet" and (found := self._pending(token)):
            return found
        if token.pos_ == "NOUN" and lemma in words["possibility"] | words["allegation"] | words["doubt"] | words["hope"]:
            return self._noun(token, lemma)
        if token.pos_ in ("ADJ", "VERB") and lemma in words["pending_adjectives"] and token.dep_ in ("amod", "acomp", "attr", "oprd"):
            return self._unsettled(token)
        if token.pos_ == "ADJ" and lemma in ("possible", "potential", "future") and token.dep_ == "amod" and token.head.i not in self._taken:
            return self._made(f"Will there be {self._phrase(token.head)}", token, self._own_phrase(token.head), token.head)
        if token.pos_ == "ADJ" and lemma in ("possible", "likely") and (clause := next((c for c in [*token.children, *token.head.children] if c.dep_ == "ccomp"), None)) is not None:
            return self._made(f"Is it true that {self._subject(clause)} {self._finite(clause)}", token, clause_span(self._document, token.head), clause)
        if token.pos_ == "VERB" and lemma in words["watch"] and (found := self._watched(token)):
            return found
        if token.pos_ == "VERB" and lemma in words["allegation_verbs"] and (found := self._accused(token)):
            return found
        if token.pos_ == "NOUN" and lemma in words["inquiries"] and (found := self._inquiry(token)):
            return found
        if token.pos_ == "VERB":
            for rule in (self._announced, self._claimed, self._until, self._to_decide, self._nobody):
                if found := rule(token):
                    return found
        if token.pos_ == "NOUN" and lemma in words["proposals"] and (found := self._proposal(token)):
            return found
        report = self._reports.get(token.i)
        if report is not None:
            return self._from_report(report)
        return None

    def _accused(self, verb: Token) -> Raised | None:
        """ "X accused Y of doing Z", "X is suspected of Z": did Y?"""
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "for"):
                for content in child.children:
                    if content.dep_ == "pcomp":
                        return self._made(self._verb_question(content, "allegation"), verb, clause_span(self._document, verb), content)
                    if content.dep_ == "pobj" and child.lower_ == "of":
                        return self._made(f"Are the allegations of {self._phrase(content)} true", verb, clause_span(self._document, verb), content)
        return None

    def _inquiry(self, noun: Token) -> Raised | None:
        """ "An investigation into X": what will it find?"""
        if not any(c.dep_ == "prep" and c.lower_ in ("into", "of", "on", "against", "over") for c in noun.children):
            return None
        report = self._reports.get(noun.i)
        if report is not None and report.status == Status.DENIED:
            return None
        return self._made(f"What will {self._phrase(noun)} find", noun, self._own_phrase(noun), noun)

    def _announced(self, verb: Token) -> Raised | None:
        """What will, is to, or is expected to happen: "The court will decide on X"."""
        will = any(c.tag_ == "MD" and c.lower_ in ("will", "shall", "wo", "'ll") for c in verb.children)
        expected = verb.tag_ == "VB" and verb.dep_ in ("xcomp", "ccomp") and verb.head.lemma_.lower() in knowledge()["expectation_verbs"]
        if not (will or expected) or any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux"):
            return None
        subject = self._subject(verb)
        if not subject or (self._document.in_speech(verb) and verb.i not in self._reports):
            return None
        return self._made(f"Will {subject} {self._base(verb)} {self._rest(verb)}", verb, clause_span(self._document, verb), verb)

    def _claimed(self, verb: Token) -> Raised | None:
        """ "X claims that Y does Z": does it?"""
        if verb.lemma_.lower() not in knowledge()["claim_verbs"] or any(c.dep_ == "neg" for c in verb.children):
            return None
        clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children)), None)
        if clause is None or clause.i in self._taken:
            return None
        subject = self._subject(clause)
        return self._made(f"Is it true that {subject} {self._finite(clause)}", verb, clause_span(self._document, clause), clause) if subject else None

    def _until(self, verb: Token) -> Raised | None:
        """ "... until the issue is resolved": when will it be?"""
        waits = any(c.dep_ == "mark" and c.lower_ == "until" for c in verb.children)
        subject = self._subject(verb) if waits and is_passive(verb) else ""
        return self._made(f"When will {subject} {self._base(verb)} {self._rest(verb)}", verb, clause_span(self._document, verb.head), verb) if subject else None

    def _to_decide(self, verb: Token) -> Raised | None:
        """ "The court is required to rule on X": how will it?"""
        if verb.lemma_.lower() not in knowledge()["deciding_verbs"] or verb.tag_ != "VB":
            return None
        subject = self._subject(verb)
        if not subject or verb.dep_ not in ("xcomp", "ROOT", "conj", "ccomp", "acl", "relcl"):
            return None
        return self._made(f"How will {subject} {self._base(verb)} {self._rest(verb)}", verb, clause_span(self._document, verb), verb)

    def _nobody(self, verb: Token) -> Raised | None:
        """ "No group claimed responsibility", "did not say when": who, what, when?"""
        lemma = verb.lemma_.lower()
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        nobody = subject is not None and (subject.lower_ in ("nobody", "none") or any(c.dep_ == "det" and c.lower_ == "no" for c in subject.children))
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if nobody and lemma in ("claim", "take", "accept") and thing is not None:
            return self._made("Who is responsible", verb, clause_span(self._document, verb), verb)
        silent = any(c.dep_ == "neg" for c in verb.children) and lemma in knowledge()["disclosing_verbs"]
        if silent and thing is not None and thing.pos_ == "NOUN":
            return self._made(f"What is {self._phrase(thing)}", verb, clause_span(self._document, verb), thing)
        return None

    def _proposal(self, noun: Token) -> Raised | None:
        """ "A proposed law", "the bill was introduced": will it be adopted?"""
        proposed = any(c.dep_ == "amod" and c.lower_ in ("proposed", "draft", "planned") for c in noun.children)
        if not proposed:
            return None
        return self._made(f"Will {self._phrase(noun)} be adopted", noun, self._own_phrase(noun), noun)

    def _hoped(self, modal: Token) -> bool:
        """Whether a "can" stands under a hope, so that it asks rather than tells."""
        clause = modal.head
        return clause.dep_ in ("ccomp", "acl") and clause.head.lemma_.lower() in knowledge()["hope"]

    def _own_phrase(self, noun: Token) -> tuple[int, int]:
        """The noun's own phrase where it is long enough to be found again, else its clause."""
        tokens = [t for t in noun.subtree if not self._outside(t, noun)]
        start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
        return (start, end) if len(tokens) >= 4 else clause_span(self._document, noun)

    def _finite(self, clause: Token) -> str:
        """A clause's verb as it stands, with what follows."""
        tokens = [clause, *(c for c in clause.children if c.dep_ in ("aux", "auxpass", "neg"))]
        return f"{words_of(self._document, sorted(tokens, key=lambda t: t.i))} {self._rest(clause)}".strip()

    def _watched(self, verb: Token) -> Raised | None:
        """ "Analysts are watching for the impact of X": what will it be?"""
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "for":
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        return self._made(f"What will be {self._phrase(noun)}", verb, clause_span(self._document, verb), noun)
        return None

    # kinds of question

    def _embedded(self, word: Token) -> Raised | None:
        """ "Visitors wonder whether ...", "it will be interesting to see how ...": the embedded clause as a question."""
        clause = word.head if word.head.pos_ in ("VERB", "AUX") else word.head.head
        if clause.pos_ not in ("VERB", "AUX") or clause.dep_ not in ("ccomp", "pcomp", "xcomp", "advcl", "acl", "csubj"):
            return None
        governor = clause.head if clause.head.pos_ != "ADP" else clause.head.head
        words = knowledge()
        if governor.lemma_.lower() not in words["indirect"]:
            return None
        if word.lower_ == "if" and clause.dep_ == "advcl":
            return None
        if governor.lemma_.lower() in words["indirect_if_negated"]:
            negated = any(c.dep_ == "neg" for c in governor.children) or any(c.dep_ == "neg" for c in governor.head.children)
            open_phrase = governor.head.lemma_ in ("remain", "wait", "interesting", "be", "keen", "eager", "important") and governor.tag_ == "VB"
            not_even = any(t.lower_ in ("not", "nobody", "no") for t in governor.subtree if t.i < governor.i)
            if not (negated or open_phrase or not_even):
                return None
        text = self._clause_question(clause, word.lower_ if word.lower_ not in ("whether", "if") else "")
        return self._made(text, word, clause_span(self._document, governor), clause)

    def _clause_question(self, clause: Token, question_word: str) -> str:
        """A clause as a direct question, with its own tense."""
        subject = self._subject(clause)
        if clause.lemma_ == "be" and clause.pos_ == "AUX":
            verb, rest_head = clause.lower_ if clause.lower_ in ("is", "are", "was", "were") else "is", ""
        else:
            modal = next((c.lower_ for c in clause.children if c.tag_ == "MD"), "will")
            verb, rest_head = modal, self._base(clause)
        if not subject:
            to = any(c.lower_ == "to" for c in clause.children if c.dep_ == "aux")
            return f"{question_word} {'to' if to else 'will'} {rest_head or 'be'} {self._rest(clause)}".strip() if question_word else ""
        return f"{question_word} {verb} {subject} {rest_head} {self._rest(clause)}".strip()

    def _modal(self, modal: Token) -> Raised | None:
        """ "The deal could expand transfers": "Could the deal expand transfers?" """
        verb = modal.head
        if any(c.lower_ in ("if", "unless", "would") for c in verb.children if c.dep_ == "mark"):
            return None
        if any(c.lower_ == "have" for c in verb.children if c.dep_ == "aux"):
            return None
        if any(c.dep_ == "neg" for c in verb.children):
            return None
        subject = self._subject(verb)
        if not subject:
            return None
        base = "be" if verb.lemma_ == "be" else self._base(verb)
        text = f"{'Could' if modal.lower_ == 'could' else 'Will'} {subject} {base} {self._rest(verb)}"
        return self._made(text, modal, clause_span(self._document, verb), verb)

    def _pending(self, yet: Token) -> Raised | None:
        """ "Sectors are yet to be detailed", "have yet to decide", "we haven't yet agreed on rules"."""
        head = yet.head
        verb = next((c for c in head.children if c.dep_ in ("xcomp",) and c.pos_ in ("VERB", "AUX")), None)
        if verb is None:
            negated = any(c.dep_ == "neg" for c in head.children)
            if head.pos_ not in ("VERB", "AUX") or not (negated or head.tag_ == "VB"):
                return None
            verb = head
        subject = self._subject(verb) or self._subject(head)
        if not subject:
            return None
        return self._made(f"When will {subject} {self._base(verb)} {self._rest(verb)}", yet, clause_span(self._document, head), verb)

    def _noun(self, noun: Token, lemma: str) -> Raised | None:
        """ "The possibility of X meeting Y", "allegations of arms transfers", "scepticism about the bill's withdrawal"."""
        words = knowledge()
        span = self._own_phrase(noun)
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "for", "about", "over", "on"):
                for content in child.children:
                    if content.dep_ == "pcomp" or (content.dep_ == "pobj" and content.pos_ == "VERB"):
                        return self._made(self._verb_question(content, lemma), noun, span, content)
                    if content.dep_ == "pobj":
                        return self._made(self._noun_question(content, lemma), noun, span, content)
            if child.dep_ in ("acl", "ccomp") and child.pos_ in ("VERB", "AUX") and child.i > noun.i and lemma in words["possibility"] | words["allegation"] | words["hope"]:
                if any(c.tag_ == "MD" for c in child.children):
                    return None
                return self._made(self._verb_question(child, lemma), noun, span, child)
        return None

    def _verb_question(self, verb: Token, lemma: str) -> str:
        subject = self._subject(verb)
        if not subject:
            return ""
        auxiliary = "Did" if lemma in knowledge()["allegation"] else "Will"
        base = self._base(verb)
        if auxiliary == "Did" and base.startswith("be "):
            return f"Were {subject} {base[3:]} {self._rest(verb)}"
        return f"{auxiliary} {subject} {base} {self._rest(verb)}"

    def _noun_question(self, noun: Token, lemma: str) -> str:
        inner = next((g for c in noun.children if c.dep_ in ("acl", "pcomp") and c.tag_ == "VBG" and c.i == noun.i + 1 for g in [c]), None)
        if inner is not None:
            return self._verb_question(inner, lemma)
        phrase = self._phrase(noun)
        words = knowledge()
        if lemma in words["allegation"]:
            return f"Are the allegations of {phrase} true"
        if lemma in words["doubt"]:
            return f"Is the {lemma} about {phrase} justified"
        return f"Will there be {phrase}"

    def _unsettled(self, token: Token) -> Raised | None:
        """ "Unresolved disputes", "overlapping claims"."""
        noun = token.head
        if token.dep_ == "amod" and noun.pos_ == "NOUN":
            return self._made(f"How will {self._phrase(noun)} be resolved", token, clause_span(self._document, noun), noun)
        subject = self._subject(noun) if noun.pos_ in ("VERB", "AUX") else ""
        return self._made(f"When will {subject} be settled", token, clause_span(self._document, noun), noun) if subject else None

    def _from_report(self, report: Report) -> Raised | None:
        """From a happening that is only possible or alleged, or a demand."""
        token = report.token
        if report.type == EventType.REQUEST and report.status in (Status.OCCURRED, Status.ONGOING):
            return self._demand(report) if token.pos_ == "VERB" else self._demanded(report)
        if report.status == Status.ALLEGED:
            text = self._alleged(token)
            return self._made(text, token, report.span, token)
        if report.status == Status.POSSIBLE and token.pos_ == "NOUN" and any(c.lemma_.lower() in ("potential", "possible") for c in token.children):
            return self._made(f"Will there be {self._phrase(token)}", token, report.span, token)
        return None

    def _alleged(self, token: Token) -> str:
        if token.pos_ == "VERB":
            subject = self._subject(token)
            if not subject:
                return ""
            base = self._base(token)
            if base.startswith("be "):
                return f"Were {subject} {base[3:]} {self._rest(token)}"
            return f"Did {subject} {base} {self._rest(token)}"
        return f"Is it true that there were {self._phrase(token)}" if token.tag_ == "NNS" else f"Is it true that there was {self._phrase(token)}"

    def _demand(self, report: Report) -> Raised | None:
        """ "Called on X to halt drilling", "called for the bill to be dropped": will it be done?"""
        verb = report.token
        wanted = next((t for t in verb.subtree if t.i > verb.i and t.tag_ == "VB" and any(c.lower_ == "to" for c in t.children if c.dep_ == "aux") and t.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")), None)
        if wanted is None:
            return None
        subject = self._subject(wanted)
        if not subject:
            return None
        return self._made(f"Will {subject} {self._base(wanted)} {self._rest(wanted)}", verb, report.span, wanted)

    def _demanded(self, report: Report) -> Raised | None:
        """ "Protesters' demands for an inquiry": will they be met?"""
        noun = report.token
        if noun.lemma_.lower() not in ("demand", "request", "appeal", "call", "ultimatum"):
            return None
        return self._made(f"Will {self._phrase(noun)} be met", noun, report.span, noun)

    # wording

    def _subject(self, verb: Token) -> str:
        tokens = subject_of(verb)
        named = [m for t in tokens if (m := self._document.mention_at(t)) is not None and m.form not in ("adjective", "combining")]
        entities = list(dict.fromkeys(e for m in named for e in m.entities))
        if entities and all(self._document.entities[e].kind is not None for e in entities) and len(named) == len(tokens):
            return joined([entity_name(self._document, e) for e in entities])
        if not tokens or tokens[0].pos_ == "PRON" and not entities:
            return ""
        return joined([self._phrase(t) for t in tokens[:3]])

    def _base(self, verb: Token) -> str:
        """The verb after an auxiliary: "meet", "be detailed"."""
        particle = "".join(f" {c.text}" for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1)
        if is_passive(verb):
            return f"be {verb.text}{particle}"
        return f"{verb.lemma_}{particle}"

    def _rest(self, verb: Token) -> str:
        phrases = [words_of(self._document, tokens) for tokens in complement_tokens(verb) if not (tokens and tokens[0].dep_ in ("prt", "neg"))]
        return shorten([p for p in phrases if p], 110)

    def _phrase(self, noun: Token) -> str:
        tokens = [t for t in noun.subtree if not self._outside(t, noun)]
        first = tokens[0] if tokens else noun
        text = words_of(self._document, tokens)
        if first.is_sent_start and first.pos_ in ("DET", "ADJ", "NOUN") and text[:1].isupper() and text[1:2].islower() and self._document.mention_at(first) is None:
            text = text[:1].lower() + text[1:]
        return shorten([text], 90)

    def _outside(self, token: Token, noun: Token) -> bool:
        current = token
        while current != noun and current.head != current:
            if current.dep_ in ("relcl", "appos", "advcl") or current.dep_ in ("conj", "cc") and current.head == noun:
                return True
            current = current.head
        return False

    def _made(self, text: str, token: Token, span: tuple[int, int], content: Token) -> Raised | None:
        words = text.split()
        if len(words) < 3:
            return None
        self._taken |= {t.i for t in content.subtree if t.lemma_.lower() in knowledge()["possibility"]} | {content.i}
        question = sentence_case(" ".join(words).strip(" ,.;:?!\"'")) + "?"
        return Raised(question, token, span, content.lemma_.lower()) if len(question) <= LONGEST_QUESTION + 40 else None

    def _is_boilerplate(self, raised: Raised) -> bool:
        """Whether nobody named and nothing that happens stands in the clause: opinion on importance, not a question."""
        document = self._document
        named = any(raised.span[0] <= document.doc[m.head].idx < raised.span[1] for m in document.mentions if document.entities[m.entities[0]].kind is not None)
        happening = any(raised.span[0] <= r.trigger[0] < raised.span[1] for r in self._reports.values())
        return not named and not happening

    def _questions(self, raised: list[Raised]) -> list[Question]:
        groups: list[list[Raised]] = []
        for one in raised:
            group = next((g for g in groups if any(o.text == one.text or (o.key == one.key and _overlap(o.span, one.span) > 0.6) for o in g)), None)
            if group is None:
                groups.append([one])
            else:
                group.append(one)
        questions = []
        for group in groups:
            evidence = {(e.start, e.end): e for e in (self._document.evidence(*r.span) for r in group)}
            about: dict[str, None] = {}
            for mention in self._document.mentions:
                position = self._document.doc[mention.head].idx
                if any(start <= position < end for start, end in evidence):
                    about.update(dict.fromkeys(self._actor_ids[e] for e in mention.entities if e in self._actor_ids))
            questions.append(Question(id="", text=group[0].text, about=list(about), raised=self._document.published, evidence=sorted(evidence.values(), key=lambda e: e.start)))
        return questions


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Share of the shorter span that lies in the other."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(common, 0) / max(1, min(a[1] - a[0], b[1] - b[0]))
