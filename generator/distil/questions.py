"""What an article leaves open, worded as an analyst would: a real question with the clause that raises it.

Rules look at every word (verbs and nouns apart); here their finds are weighed, those that stand on the same words are
made one, and plain opinion about importance is left out.
"""

import re
from collections import Counter

from generator.distil.candidates import Report
from generator.distil.question_ground import Opening, Raised
from generator.distil.question_nouns import NounRules
from generator.distil.question_rules import VerbRules
from generator.language.document import Document
from generator.model import Evidence, Question, Status

_ASKING = {
    "will",
    "does",
    "were",
    "have",
    "what",
    "when",
    "with",
    "from",
    "there",
    "that",
    "could",
    "shoul",
    "their",
    "this",
    "into",
    "been",
}
_SHORT_SENTENCE = 50
"""Words."""
_STEM = 5
"""Letters of a word that are compared."""
_SAME_MATTER = 0.75
_SAME_WORDS = 0.5
"""Share of the shorter clause from which two questions stand on the same words."""


class QuestionFinder:
    """Finds the open questions of one document."""

    def __init__(self, document: Document, reports: list[Report], actor_ids: dict[int, str]) -> None:
        self._document = document
        self._actor_ids = actor_ids
        self._reports = reports
        self._triggers = [r.trigger[0] for r in reports]
        by_token = {r.token.i: r for r in reports}
        self._rules = VerbRules(document, by_token), NounRules(document, by_token)

    def find(self) -> list[Question]:
        """One question for each thing left open, in order of the text."""
        raised = [
            found for token in self._document.doc for rules in self._rules if (found := rules.find(token)) is not None
        ]
        groups = _joined(_groups([r for r in raised if not self._is_boilerplate(r) and not self._is_settled(r)]))
        asked = Counter(r.opener.sent.start for group in groups for r in group)
        return [self._question(group, asked) for group in groups]

    def _is_settled(self, raised: Raised) -> bool:
        """Whether what was planned is told as having happened elsewhere in the article."""
        if raised.opening != Opening.PLAN:
            return False
        lemma = raised.content.lemma_.lower()
        named = {
            e
            for m in self._document.mentions
            if raised.core[0] <= self._document.doc[m.head].idx < raised.core[1]
            for e in m.entities
        }
        done = (
            r
            for r in self._reports
            if r.status == Status.OCCURRED
            and not r.negated
            and r.token != raised.content
            and r.token.lemma_.lower() == lemma
        )
        return any(named & {e for e, _ in r.participants} for r in done)

    def _evidence(self, raised: Raised, alone: bool) -> Evidence:
        """The clause that raises the question; where its sentence is short and raises no other, the sentence."""
        sentence = raised.opener.sent
        if alone and len(sentence.text.split()) <= _SHORT_SENTENCE:
            return self._document.evidence(sentence.start_char, sentence.end_char)
        return self._document.evidence(*raised.span)

    def _is_boilerplate(self, raised: Raised) -> bool:
        """Whether a mere chance is said of nobody named and nothing that happens: opinion, not a question.

        A headline only says in short what its article tells.
        """
        document = self._document
        if document.block_of(raised.opener).kind in ("headline", "heading"):
            return True
        if raised.opening not in (Opening.CHANCE, Opening.PLAN):
            return False
        named = any(
            raised.span[0] <= document.doc[m.head].idx < raised.span[1]
            for m in document.mentions
            if document.entities[m.entities[0]].kind is not None
        )
        return not named and not any(raised.span[0] <= t < raised.span[1] for t in self._triggers)

    def _question(self, group: list[Raised], asked: Counter[int]) -> Question:
        inside = Counter(r.opener.sent.start for r in group)
        found = (self._evidence(r, inside[r.opener.sent.start] == asked[r.opener.sent.start]) for r in group)
        evidence = {(e.start, e.end): e for e in found}
        about: dict[str, None] = {}
        for mention in self._document.mentions:
            position = self._document.doc[mention.head].idx
            if any(start <= position < end for start, end in evidence):
                about.update(dict.fromkeys(self._actor_ids[e] for e in mention.entities if e in self._actor_ids))
        best = max(group, key=lambda r: r.opening)
        return Question(
            id="",
            text=best.text,
            about=list(about),
            raised=self._document.published,
            evidence=sorted(evidence.values(), key=lambda e: e.start),
        )


def _groups(raised: list[Raised]) -> list[list[Raised]]:
    """The finds that ask one thing, together: the same words of the article, or a question in nearly the same words."""
    groups: list[list[Raised]] = []
    for one in raised:
        same = next(
            (g for g in groups if any(_overlap(o.core, one.core) > _SAME_WORDS or _alike(o, one) for o in g)),
            None,
        )
        if same is None:
            groups.append([one])
        else:
            same.append(one)
    return groups


def _joined(groups: list[list[Raised]]) -> list[list[Raised]]:
    """The groups, a weak one (a plan, a claim, an inquiry) put with the other that its sentence raises."""
    result: list[list[Raised]] = []
    for group in groups:
        strength = max(r.opening for r in group)
        beside = (g for g in result if g[0].opener.sent.start == group[0].opener.sent.start)
        same = next((g for g in beside if min(strength, max(r.opening for r in g)) < Opening.DEMAND), None)
        if same is None:
            result.append(group)
        else:
            same.extend(group)
    return result


def _alike(one: Raised, other: Raised) -> bool:
    """Whether two questions ask the same: most words of the shorter one, or the same act of the same actor."""
    first, second = _stems(one.text), _stems(other.text)
    common = {s for s in first & second if s.islower()}
    named = len(first & second) > len(common)
    if named and one.content.lemma_[:_STEM].lower() == other.content.lemma_[:_STEM].lower():
        return True
    return (
        len(common) + named >= 2 and len(first & second) >= _SAME_MATTER * min(len(first), len(second)) and bool(common)
    )


def _stems(text: str) -> set[str]:
    """The beginnings of a question's words, its first word aside."""
    return {w[:_STEM] for w in re.findall(r"[^\W\d_]+", text)[1:] if len(w) > 3} - _ASKING


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Share of the shorter span that lies in the other."""
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(common, 0) / max(1, min(a[1] - a[0], b[1] - b[0]))
