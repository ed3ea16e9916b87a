"""Which of the questions found ask one thing: those on the same words, in the same words, or of the same matter."""

import re

from generator.distil.question_ground import SUBJECTS, Opening, Raised
from generator.distil.question_knowledge import knowledge
from generator.language.arguments import is_passive

_STEM = 6
"""Letters of a word that are compared."""
_SAME_MATTER = 0.6
"""Share of the shorter question's words that stand in the other where both ask one thing."""
_SAME_THINGS = 0.75
"""The same share where names are left aside."""
_SAME_WORDS = 0.5
"""Share of the shorter clause from which two questions stand on the same words."""


class Grouping:
    """Puts together the questions of one document that ask one thing."""

    def __init__(self, families: dict[str, str]) -> None:
        self._families = families

    def groups(self, raised: list[Raised]) -> list[list[Raised]]:
        """The questions in order, those that ask one thing together."""
        groups: list[list[Raised]] = []
        for one in raised:
            same = next((g for g in groups if any(self._is_same(o, one) for o in g) or _is_same_wrong(g, one)), None)
            if same is None:
                groups.append([one])
            else:
                same.append(one)
        return _joined(groups)

    def _is_same(self, one: Raised, other: Raised) -> bool:
        if _shared(one.core, other.core) > _SAME_WORDS or _is_same_remedy(one, other) or _is_own_story(one, other):
            return True
        if _is_said_on(one, other) or _is_said_on(other, one):
            return True
        return self._is_alike(one, other)

    def _is_alike(self, one: Raised, other: Raised) -> bool:
        """Whether two questions ask the same: most words of the shorter one, or the same act of the same actor."""
        if (
            one.opening == other.opening == Opening.PENDING
            and one.text.rsplit(" ", 1)[0] == other.text.rsplit(" ", 1)[0]
        ):
            return True  # "will the bill be debated", "will the bill be passed"
        first, second = self._stems(one.text), self._stems(other.text)
        common = {s for s in first & second if s.islower()}
        named = len(first & second) > len(common)
        if named and one.content.lemma_[:_STEM].lower() == other.content.lemma_[:_STEM].lower():
            return True
        if common and one.opening == other.opening == Opening.LAWFULNESS:
            return True
        if "guilty" in common and "found guilty" in one.text + other.text:
            return True  # "will they be found guilty", "should they be declared not guilty"
        things = min(len({s for s in first if s.islower()}), len({s for s in second if s.islower()}))
        if len(common) >= 3 and len(common) >= _SAME_THINGS * things:
            return True
        shorter = min(len(first), len(second))
        return bool(common) and len(common) + named >= 2 and len(first & second) >= _SAME_MATTER * shorter

    def _stems(self, text: str) -> set[str]:
        """The beginnings of a question's words, its first word aside; words of one family are one."""
        words = (w for w in re.findall(r"[^\W\d_]+", text)[1:] if len(w) > 3 and w not in knowledge()["asking_words"])
        return {self._families.get(w, w)[:_STEM] for w in words}


def _joined(groups: list[list[Raised]]) -> list[list[Raised]]:
    """The groups, a weak one (a plan, a proposal, an effort) put with the other that its sentence raises."""
    result: list[list[Raised]] = []
    for group in groups:
        strength = max(r.opening for r in group)
        beside = (g for g in result if g[0].opener.sent.start == group[0].opener.sent.start)
        beside = (g for g in beside if not any(_asks_number(r) for r in (*g, *group)))
        same = next((g for g in beside if min(strength, max(r.opening for r in g)) < Opening.INQUIRY), None)
        if same is None:
            result.append(group)
        else:
            same.extend(group)
    return result


def _asks_number(raised: Raised) -> bool:
    """Whether a question asks for a number, which no other of its sentence stands for."""
    return raised.text.startswith(("How many ", "By how much "))


def _is_same_remedy(one: Raised, other: Raised) -> bool:
    """Whether both ask if the measures that an article tells of will work."""
    return one.opening == other.opening == Opening.EFFORT and all(r.text.endswith(" succeed?") for r in (one, other))


def _is_own_story(one: Raised, other: Raised) -> bool:
    """Whether both ask if what somebody claims was done to her is true: "Berg claims that she was held", "was sent"."""
    tellers = [_own_teller(r) for r in (one, other)]
    return tellers[0] != "" and tellers[0] == tellers[1]


def _is_same_wrong(group: list[Raised], one: Raised) -> bool:
    """Whether a question asks for the one deed alleged where the others ask for the wrong without telling it, or the
    other way round."""
    deeds = any(_is_deed(r) for r in group)
    if is_unnamed_wrong(one):
        return deeds
    return _is_deed(one) and not deeds and any(is_unnamed_wrong(r) for r in group)


def is_unnamed_wrong(raised: Raised) -> bool:
    """Whether a question asks whether allegations are true that do not tell a deed: "allegations of misconduct"."""
    nouns = knowledge()["unnamed_wrongs"]
    return (
        raised.text.startswith("Are the ") and raised.content.lemma_.lower() in nouns and len(raised.text.split()) < 7
    )


def _is_deed(raised: Raised) -> bool:
    alleged = raised.opening in (Opening.ALLEGATION, Opening.CHANCE)
    return alleged and raised.text.startswith(("Did ", "Was ", "Were "))


def _is_said_on(one: Raised, other: Raised) -> bool:
    """Whether the second claim only goes on with the first: "claimed she was alone, insisting nobody had helped"."""
    if not one.opening == other.opening == Opening.CLAIM or other.opener.head != one.opener:
        return False
    return other.opener.dep_ == "advcl" and other.opener.tag_ == "VBG"


def _own_teller(raised: Raised) -> str:
    """Who claims that something was done to her, as the question names her; empty where it is no such claim."""
    suffered = is_passive(raised.content) or raised.content.tag_ == "VBG"
    if raised.opening != Opening.CLAIM or raised.content.head != raised.opener or not suffered:
        return ""
    subjects = [c for verb in (raised.opener, raised.content) for c in verb.children if c.dep_ in SUBJECTS]
    if len(subjects) != 2 or subjects[1].lower_ not in ("he", "she") or subjects[0].tag_ not in ("NNP", "PRP"):
        return ""
    words = raised.text.split()
    return " ".join(w for w in words[1:4] if w[:1].isupper())


def _shared(one: frozenset[int], other: frozenset[int]) -> float:
    """Share of the shorter clause that stands in the other, by tokens."""
    return len(one & other) / max(1, min(len(one), len(other)))
