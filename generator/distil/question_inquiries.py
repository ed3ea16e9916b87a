"""What is before an inquiry, a court or a vote: investigations, trials, lawsuits, what is contested or undecided."""

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
from generator.distil.question_names import definite
from generator.distil.question_parts import dates_in
from generator.language.arguments import is_passive
from generator.language.parse import Token
from generator.model import Status


class Inquiries(Ground):
    """Questions of what is looked into, sued over, contested or to be decided."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        words = knowledge()
        yield "verb", words["deciding_verbs"], self._decided
        yield "noun", words["trials"], self._tried
        yield "noun", words["inquiries"], self._inquiry
        yield "verb", words["inquiry_verbs"], self._looked_into
        yield "verb", words["filing_verbs"], self._filed
        yield "verb", words["suing_verbs"], self._sued
        yield "verb", words["contest_verbs"], self._contested
        yield "noun", words["lawful"], self._legality

    def _tried(self, noun: Token) -> Raised | None:
        """ "Is on trial for murder", "stands trial on charges of fraud": will X be found guilty?"""
        words = knowledge()
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "on" else noun.head
        hosts = words["tried_verbs"] if verb == noun.head else words["on_trial_verbs"]
        own = noun.dep_ in ("dobj", "pobj") and not any(c.dep_ in ("poss", "amod") for c in noun.children)
        coming = verb.tag_ in ("VBZ", "VBP", "VBG", "VB") or verb.lemma_ == "go"
        if not own or verb.lemma_.lower() not in hosts or not coming or is_negated(verb):
            return None
        behind = [p for host in (noun, verb) for c in host.children if c.dep_ == "prep" for p in c.children]
        charge = next((p for p in behind if p.lemma_.lower() in words["charges"]), None)
        offence = noun_behind(noun, ("for", "over")) or noun_behind(verb, ("for", "over"))
        offence = noun_behind(charge, ("of",)) if charge is not None else offence
        subject = self.wording.subject(verb)
        if offence is None or not subject or not (what := self.wording.phrase(offence)):
            return None
        return self.made(Opening.PENDING, f"Will {subject} be found guilty of {what}", noun, offence)

    def _inquiry(self, noun: Token) -> Raised | None:
        """ "An investigation into X": what will it find?"""
        report = self.reports.get(noun.i)
        wanted = any(c.lemma_.lower() in knowledge()["demand_nouns"] for c in noun.head.children if c.dep_ == "nsubj")
        wanted |= is_infinitive(noun.head) or noun.head.lemma_.lower() in knowledge()["demand_verbs"]
        sought = noun.dep_ == "dobj" and wanted
        if (
            sought
            or self._subject_matter(noun) is None
            or (report is not None and report.status == Status.DENIED)
            or self._is_over(noun)
        ):
            return None
        phrase = self.wording.phrase(noun) if noun.tag_ == "NNS" else self.wording.defined(noun)
        matter = self._subject_matter(noun)
        if matter is not None and matter.head != noun and phrase:  # the parser hung "into X" on the verb
            phrase = f"{phrase} {self.wording.words(list(matter.subtree))}"
        return self.made(Opening.INQUIRY, self._outcome(noun, phrase) if phrase else "", noun, noun)

    def _is_over(self, noun: Token) -> bool:
        """Whether an inquiry lies in the past by a date that stands with it."""
        day = self.document.published
        verb = next((a for a in (noun, *noun.ancestors) if a.pos_ in ("VERB", "AUX")), noun)
        closed = verb.lemma_.lower() in knowledge()["overtaken_verbs"] | knowledge()["closing_verbs"]
        if noun.dep_ in ("nsubj", "nsubjpass") and closed:
            return True
        dates = dates_in(self.document, noun) + dates_in(self.document, verb)
        return day is not None and any(d.span is not None and (day - d.span.end).days > 366 for d in dates)

    def _subject_matter(self, noun: Token) -> Token | None:
        """The preposition that leads to what an inquiry is about."""
        prepositions = knowledge()["inquiry_prepositions"]
        if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in knowledge()["effects"]:
            prepositions = [p for p in prepositions if p != "on"]  # "the effects of the inquiry on traders"
        own = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in prepositions), None)
        if own is not None or noun.dep_ not in ("dobj", "nsubjpass"):
            return own
        return next((c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "into"), None)

    def _outcome(self, noun: Token, phrase: str) -> str:
        finds = noun.lemma_.lower() in knowledge()["finding_inquiries"]
        return f"What will {phrase} find" if finds else f"What will be the outcome of {phrase}"

    def _looked_into(self, verb: Token) -> Raised | None:
        """ "Prosecutors are investigating X": what will they find?"""
        thing = next(iter(objects_of(verb)), None)
        going_on = verb.tag_ in ("VBG", "VBZ", "VBP") or has_child(verb, ("auxpass",), ("being",))
        if thing is None or not going_on or is_negated(verb):
            return None
        phrase = self.wording.who(thing)
        text = f"What will the investigation of {phrase} find" if phrase else ""
        return self.made(Opening.INQUIRY, text, verb, thing)

    def _filed(self, verb: Token) -> Raised | None:
        """ "X filed an appeal": will it succeed?"""
        thing = next(iter(objects_of(verb)), None)
        if thing is None or thing.lemma_.lower() not in knowledge()["inquiries"] | {"complaint"}:
            return None
        phrase, against = definite(self.wording.phrase(thing)), noun_behind(verb, ("against",))
        if against is not None and " against " not in phrase:
            phrase = f"{phrase} against {self.wording.phrase(against)}"
        told = len(phrase.split()) > 1  # "lawsuits have been filed": which ones is not told
        return self.made(Opening.INQUIRY, f"Will {phrase} succeed" if told else "", verb, thing)

    def _sued(self, verb: Token) -> Raised | None:
        """ "X sued Y": will it succeed?"""
        who = self.wording.subject(verb) if not is_passive(verb) else ""
        thing = next(iter(objects_of(verb)), None)
        wanted = infinitive_of(verb)
        if who and thing is not None and verb.lemma_ == "sue" and (phrase := self.wording.phrase(thing)):
            return self.made(Opening.INQUIRY, f"Will the lawsuit by {who} against {phrase} succeed", verb, thing)
        if who and wanted is not None:
            return self.made(Opening.INQUIRY, self.wording.will(wanted), verb, wanted)
        return None

    def _contested(self, verb: Token) -> Raised | None:
        """ "Challenged the ruling": will it be upheld?"""
        thing = next(iter(objects_of(verb)), None)
        if thing is None or thing.lemma_.lower() in knowledge()["lawful"] or thing.pos_ != "NOUN":
            return None
        lemma = thing.lemma_.lower()
        asked_about = verb.lemma_ in ("question", "dispute") and lemma in ("policy", "bill", "measure", "act")
        if lemma in knowledge()["upheld"] and not asked_about and (phrase := self.wording.phrase(thing)):
            return self.made(Opening.LAWFULNESS, f"Will {phrase} be upheld", verb, thing)
        inner = infinitive_of(thing)
        owner = next((c for c in thing.children if c.dep_ == "poss"), None)
        if inner is None or owner is None or lemma not in knowledge()["competences"]:
            return None
        who = self.wording.who(owner)
        text = self.wording.finished(f"Does {who} have the {lemma} to {self.wording.base(inner)}", inner)
        return self.made(Opening.LAWFULNESS, text if who else "", verb, thing)

    def _legality(self, noun: Token) -> Raised | None:
        """ "Questioned the legality of X": is it lawful?"""
        subject = noun_behind(noun, ("of",))
        governor = noun.head.head if noun.dep_ == "pobj" else noun.head
        doubted = (
            governor.lemma_.lower() in knowledge()["contest_verbs"] | knowledge()["doubt"] | knowledge()["indirect"]
        )
        if subject is None or not doubted or not (phrase := self.wording.phrase(subject)):
            return None
        front = "Are" if subject.tag_ == "NNS" else "Is"
        return self.made(
            Opening.LAWFULNESS, f"{front} {phrase} {knowledge()['lawful'][noun.lemma_.lower()]}", noun, subject
        )

    def _decided(self, verb: Token) -> Raised | None:
        """ "The court is required to rule on X": how will it?"""
        if not is_infinitive(verb) or verb.dep_ not in ("xcomp", "ROOT", "ccomp"):
            return None
        if verb.dep_ != "ROOT" and verb.head.lemma_.lower() not in knowledge()["binding"]:
            return None
        text = self.wording.will(verb)
        return self.made(Opening.PENDING, f"How will{text.removeprefix('Will')}" if text else "", verb.head, verb)
