"""Tenses of verbs, as far as the time of a happening hangs on them."""

from generator.language.parse import Token

_AUXILIARIES = ("aux", "auxpass")
_PERFECT = {"been", "have", "has", "had"}


def is_simple_past(verb: Token) -> bool:
    """Whether a verb stands in the simple past: "signed", "was signed", "was signing", "did not sign"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in _AUXILIARIES}
    if verb.tag_ == "VBD":
        return "have" not in helpers
    if verb.tag_ == "VB":
        return "did" in helpers
    return verb.tag_ in ("VBN", "VBG") and bool(helpers & {"was", "were"}) and not helpers & _PERFECT


def is_past(verb: Token) -> bool:
    """Whether a verb stands in the simple past or the past perfect."""
    return is_simple_past(verb) or any(c.lower_ == "had" for c in verb.children if c.dep_ == "aux")


def is_present_perfect(verb: Token) -> bool:
    """ "Has signed", "have been signed"."""
    return verb.tag_ == "VBN" and any(c.lower_ in ("has", "have") for c in verb.children if c.dep_ == "aux")


def has_modal(verb: Token) -> bool:
    """Whether a verb has a modal of its own: "will sign", "could sign"."""
    return any(c.tag_ == "MD" for c in verb.children)


def in_one_tense(verb: Token, other: Token) -> bool:
    """Whether two coordinated verbs do not stand in different tenses; a form without a tense takes the other's."""
    one, two = _tense(verb), _tense(other)
    return one is None or two is None or one == two


def _tense(verb: Token) -> str | None:
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in _AUXILIARIES)}
    if "VBD" in tags:
        return "past"
    return "present" if tags & {"VBZ", "VBP", "MD"} else None
