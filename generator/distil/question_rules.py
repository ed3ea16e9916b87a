"""All rules that find open questions, each called by its words in one pass over the text."""

from collections.abc import Iterator

from generator.distil.question_awaited import Awaited
from generator.distil.question_claims import Claims
from generator.distil.question_demands import Demands
from generator.distil.question_doubts import Doubts
from generator.distil.question_ground import Raised, Rule
from generator.distil.question_happenings import HappeningWording
from generator.distil.question_inquiries import Inquiries
from generator.distil.question_outcomes import Outcomes
from generator.distil.question_prospects import Prospects
from generator.distil.question_unknowns import Unknowns
from generator.distil.reports import Report
from generator.language.document import Document


class RuleBook:
    """The rules of one document by the words that call them."""

    def __init__(self, document: Document, reports: list[Report]) -> None:
        by_token = {r.token.i: r for r in reports}
        wording = HappeningWording(document)
        self._document = document
        families = (
            Unknowns(document, by_token, wording),
            Outcomes(document, by_token, wording),
            Awaited(document, by_token, wording),
            Inquiries(document, by_token, wording),
            Demands(document, by_token, wording),
            Claims(document, by_token, wording),
            Prospects(document, by_token, wording),
            Doubts(document, by_token, wording),
        )
        self._called: dict[str, dict[str, list[Rule]]] = {"verb": {}, "noun": {}, "word": {}}
        for family in families:
            for trigger, words, rule in family.rules():
                for word in words:
                    self._called[trigger].setdefault(word, []).append(rule)

    def raised(self) -> Iterator[Raised]:
        """Every question that a word of the text raises."""
        by_word = self._called["word"]
        by_class = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}
        for token in self._document.doc:
            rules = by_word.get(token.lower_, ())
            word_class = by_class.get(token.pos_)
            if word_class is not None:
                rules = (*self._called[word_class].get(token.lemma_.lower(), ()), *rules)
            for rule in rules:
                if (found := rule(token)) is not None:
                    yield found
