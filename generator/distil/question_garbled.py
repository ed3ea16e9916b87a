"""Wordings that cannot be English, which are rather not asked: traces of a sentence that was read wrongly."""

import re

_AUXILIARY = r"(?i:will|would|could|should|did|does|do|is|are|was|were|has|have|had|can|may|might)"
_MARKS = (
    rf"^{_AUXILIARY} (?:what|who|whom|whose|which|how|why|when|where|if|whether)\b",
    # "Will Berg has been taught, be queen?"
    r"^(?:Will|Would|Could|Should|Did|Does|Do) (?:[A-Z][\w'’.-]* ){1,4}(?:has|had|is|was|are|were)\b",
    r"^(?:What|Who) (?:is|are|was|were) (?:any|no)\b",
    r"^Whom (?:is|are|was|were)\b",
    r"\bwhich to\b",
    r"\b(?:all|both|many|some) those['’]s\b",
    r"^(?:What|Which) [^,]*\bor (?:know|see|say|do|have|be)\b",
    r"\b(?:the|a|an|of|to|in|on|at|for|by|and|or|with|from)$",
)
_GARBLED = re.compile("|".join(_MARKS))
_TWICE = re.compile(r"\b(\w+ \w+) \1(?:['’]s)?\b")
_FIRST_PERSON = re.compile(r"^((?:\w+ )?)[Aa]m (?=[A-Z])")
_BROKEN = re.compile(r" to (?:de|re|un|pre|co)$")
"""A verb cut off at its hyphen: "pull together to de-carbonise"."""


def mended(text: str) -> str:
    """A question without the traces that can be mended: "Why am Berg asking" is "Why is Berg asking"."""
    return _BROKEN.sub("", _FIRST_PERSON.sub(lambda m: f"{m[1]}is ", text))


def is_garbled(text: str) -> bool:
    """Whether a question, without its mark, cannot be English."""
    return bool(_GARBLED.search(text) or _TWICE.search(text))
