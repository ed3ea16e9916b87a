"""All rules that find open questions, each called by its words in one pass over the text."""

from collections.abc import Iterable, Iterator

from generator.distil.question_awaited import Awaited
from generator.distil.question_claims import Claims
from generator.distil.question_demands import Demands
from generator.distil.question_doubts import Doubts
from generator.distil.question_ground import Raised, Rule, Trigger
from generator.distil.question_happenings import HappeningWording
from generator.distil.question_hindsight import Hindsight
from generator.distil.question_inquiries import Inquiries
from generator.distil.question_numbers import Numbers
from generator.distil.question_outcomes import Outcomes
from generator.distil.question_prospects import Prospects
from generator.distil.question_unknowns import Unknowns
from generator.distil.reports import Report
from generator.language.document import Document

_CALLED: dict[str, dict[str, list[int]]] = {}
"""The places of the rules by the words that call them: the same for every document, made with the first."""


class RuleBook:
    """The rules of one document by the words that call them."""

    def __init__(self, document: Document, reports: list[Report]) -> None:
        by_token = {r.token.i: r for r in reports}
        wording = HappeningWording(document)
        self._document = document
        families = (
            Unknowns(document, by_token, wording),
            Numbers(document, by_token, wording),
            Outcomes(document, by_token, wording),
            Awaited(document, by_token, wording),
            Inquiries(document, by_token, wording),
            Demands(document, by_token, wording),
            Claims(document, by_token, wording),
            Prospects(document, by_token, wording),
            Doubts(document, by_token, wording),
            Hindsight(document, by_token, wording),
        )
        rules = [(trigger, words, rule) for family in families for trigger, words, rule in family.rules()]
        if not _CALLED:
            _CALLED.update(_numbers_by_word((trigger, words) for trigger, words, _ in rules))
        self._rules: list[Rule] = [rule for _, _, rule in rules]

    def raised(self) -> Iterator[Raised]:
        """Every question that a word of the text raises."""
        by_word = _CALLED["word"]
        by_class = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun"}
        for token in self._document.doc:
            numbers = by_word.get(token.lower_, ())
            word_class = by_class.get(token.pos_)
            if word_class is not None:
                numbers = (*_CALLED[word_class].get(token.lemma_.lower(), ()), *numbers)
            for number in numbers:
                if (found := self._rules[number](token)) is not None:
                    yield found


def _numbers_by_word(calls: Iterable[tuple[Trigger, Iterable[str]]]) -> dict[str, dict[str, list[int]]]:
    """The places of the rules among all, by their sort of trigger and the words that call them."""
    found: dict[str, dict[str, list[int]]] = {"verb": {}, "noun": {}, "word": {}}
    for number, (trigger, words) in enumerate(calls):
        for word in words:
            found[trigger].setdefault(word, []).append(number)
    return found
