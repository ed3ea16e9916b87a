"""What an article leaves open, worded as an analyst would: a real question with the clause that raises it.

Rules are called by the words of the text; here their finds are weighed: plain opinion and what the article itself
settles are left out, and those that ask one thing are made one.
"""

from collections import Counter

from generator.distil.question_ground import Opening, Raised
from generator.distil.question_groups import Grouping, is_unnamed_wrong
from generator.distil.question_idle import Idle
from generator.distil.question_quoted import Quoted
from generator.distil.question_rules import RuleBook
from generator.distil.question_settled import Settled
from generator.distil.reports import Report
from generator.language.document import Document
from generator.model import Evidence, Question

_OPINION = (Opening.CLAIM, Opening.CHANCE, Opening.PLAN)
"""What in direct speech may be no more than an opinion."""
_SHORT_SENTENCE = 50
"""Words."""


class QuestionFinder:
    """Finds the open questions of one document."""

    def __init__(
        self,
        document: Document,
        reports: list[Report],
        actor_ids: dict[int, str],
        families: dict[str, str],
    ) -> None:
        """`families`: trigger lemma to the lemma of its family, words that name the same sort of happening."""
        self._document = document
        self._actor_ids = actor_ids
        self._triggers = {r.trigger[0] for r in reports}
        self._named = [(document.doc[mention.head].idx, mention) for mention in document.mentions]
        """Every mention with the offset of its head."""
        self._rules = RuleBook(document, reports)
        self._settled = Settled(document, reports)
        self._idle = Idle(document)
        self._quoted = Quoted(document)
        self._grouping = Grouping(families)

    def find(self) -> list[Question]:
        """One question for each thing left open, in order of the text."""
        raised = sorted(self._rules.raised(), key=lambda r: (r.opener.i, r.content.i))
        asking = [r for r in raised if not self._is_boilerplate(r) and not self._asks_nothing(r)]
        open_still = [r for r in asking if not self._settled.is_settled(r)]
        groups = self._grouping.groups(open_still)
        asked = Counter(r.opener.sent.start for group in groups for r in group)
        return [self._question(group, asked) for group in groups]

    def _asks_nothing(self, raised: Raised) -> bool:
        return self._idle.is_idle(raised) or self._quoted.is_opinion(raised)

    def _evidence(self, raised: Raised, alone: bool) -> Evidence:
        """The clause that raises the question; where its sentence is short and raises no other, the sentence."""
        sentence = raised.opener.sent
        if alone and len(sentence.text.split()) <= _SHORT_SENTENCE:
            return self._document.evidence(sentence.start_char, sentence.end_char)
        return self._document.evidence(*raised.span)

    def _is_boilerplate(self, raised: Raised) -> bool:
        """Whether a mere plan is said of nobody named and nothing that happens: opinion, not a question.

        A headline only says in short what its article tells.
        """
        document = self._document
        if document.block_of(raised.opener).kind in ("headline", "heading"):
            return True
        if raised.opening in _OPINION and document.in_speech(raised.opener) and not self._tells(raised):
            return True
        if raised.opening != Opening.PLAN:
            return False
        named = any(
            raised.span[0] <= place < raised.span[1] and document.entities[m.entities[0]].kind is not None
            for place, m in self._named
        )
        return not named and not any(raised.span[0] <= t < raised.span[1] for t in self._triggers)

    def _tells(self, raised: Raised) -> bool:
        """Whether a question is about somebody named, or about what the lexicon knows as a happening."""
        document = self._document
        named = any(
            m.head in raised.core and document.entities[m.entities[0]].kind is not None for m in document.mentions
        )
        return named or any(document.doc[i].idx in self._triggers for i in raised.core)

    def _question(self, group: list[Raised], asked: Counter[int]) -> Question:
        inside = Counter(r.opener.sent.start for r in group)
        found = (self._evidence(r, inside[r.opener.sent.start] == asked[r.opener.sent.start]) for r in group)
        evidence = {(e.start, e.end): e for e in found}
        about: dict[str, None] = {}
        first, last = min(start for start, _ in evidence), max(end for _, end in evidence)
        for position, mention in self._named:
            if first <= position < last and any(start <= position < end for start, end in evidence):
                about.update(dict.fromkeys(self._actor_ids[e] for e in mention.entities if e in self._actor_ids))
        best = max(group, key=lambda r: (not is_unnamed_wrong(r), r.opening))
        return Question(
            id="",
            text=best.text,
            about=list(about),
            raised=self._document.published,
            evidence=sorted(evidence.values(), key=lambda e: e.start),
        )
