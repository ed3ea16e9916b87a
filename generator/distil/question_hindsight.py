"""What somebody holds against what was done: "should never have been released", "could have been prevented"."""

from collections.abc import Iterable, Iterator

from generator.distil.question_ground import SUBJECTS, Ground, Opening, Raised, Rule, Trigger, has_child, reporting
from generator.distil.question_names import definite
from generator.language.arguments import is_passive
from generator.language.parse import Token

_HAVE = ("have", "'ve", "’ve", "of")


class Hindsight(Ground):
    """Questions of whether what happened was right, or had to be."""

    def rules(self) -> Iterator[tuple[Trigger, Iterable[str], Rule]]:
        """The rules with the words that call them."""
        yield "word", ("should",), self._regretted
        yield "word", ("could",), self._avoidable

    def _regretted(self, modal: Token) -> Raised | None:
        """ "She should never have been released", "said Norland should have sent help": should it?"""
        verb = modal.head
        if not self._is_judged(modal, verb) or has_child(verb, ("mark",), ("if", "unless")):
            return None
        return self.made(Opening.DEMAND, self._asked("Should", verb), modal, verb)

    def _avoidable(self, modal: Token) -> Raised | None:
        """ "A war that could have been prevented", "said the crash could have been avoided": could it?"""
        verb = modal.head
        denied = any(c.dep_ == "neg" for c in verb.children)
        if not self._is_judged(modal, verb) or not is_passive(verb) or denied:
            return None
        return self.made(Opening.CHANCE, self._asked("Could", verb), modal, verb)

    def _is_judged(self, modal: Token, verb: Token) -> bool:
        """Whether somebody says of what is past what she thinks of it."""
        if modal.tag_ != "MD" or verb.tag_ != "VBN" or not has_child(verb, ("aux",), _HAVE):
            return False
        if any(c.dep_ in SUBJECTS and c.lower_ in ("i", "we", "you", "one") for c in verb.children):
            return False
        said = any(a.dep_ == "ccomp" and a.head.lemma_.lower() in reporting() for a in (verb, *verb.ancestors))
        return said or self.document.in_speech(verb)

    def _asked(self, front: str, verb: Token) -> str:
        subject = definite(self.wording.subject(verb))
        been = "been " if is_passive(verb) else ""
        return self.wording.finished(f"{front} {subject} have {been}{verb.text}", verb) if subject else ""
