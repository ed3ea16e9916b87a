"""What the form of a line says: how long it is, whether it is a sentence, a name or a web address."""

import re
from urllib.parse import urlsplit

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।॥։።]\s*[\"'”’»«」』】)\]*]*\s*(?:\[\d+\]\s*)*$")
_TYPOGRAPHY = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚`", "'") | {"\u2011": "-", "：": ":"})
_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?][”\"']?\s+[“\"']?[^\W\d_a-zà-öø-ÿ]")
_ENDING = 60
"""Characters of the end of a text in which its last full stop is looked for."""

_EDGES = " \t-–—*•·|><:~#=_[]→←↓↑▼▲▶►◀✕×+›‹"


def weight(text: str) -> int:
    """Number of words; of writing without spaces between words, two characters count as one."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_WORD.findall(_UNSPACED.sub(" ", text))) + unspaced // 2


def ends_sentence(text: str) -> bool:
    """Whether the line ends as a sentence does, closing quotes and footnote marks aside."""
    return _SENTENCE_END.search(text[-_ENDING:]) is not None


def has_sentences(text: str) -> bool:
    """Whether a text has the end of one sentence and the beginning of another in it."""
    return _SENTENCES.search(text) is not None


def folded(text: str) -> str:
    """A line for comparing with knowledge: lower case, straight quotes, single spaces, decoration at the ends gone."""
    return " ".join(text.translate(_TYPOGRAPHY).lower().replace("…", "...").split()).strip(_EDGES)


def key(text: str) -> str:
    """Letters and digits only, in lower case: lines that differ in spacing and punctuation alone have one key."""
    return "".join(character for character in text.casefold() if character.isalnum())


def is_capitalised(word: str) -> bool:
    """Whether a word begins with a letter that is not a small one; scripts without case count as capitals."""
    return bool(word) and word[0].isalpha() and not word[0].islower()


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital, as in labels and in the headings of some papers."""
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return bool(words) and sum(map(is_capitalised, words)) >= 0.8 * len(words)


def is_web_address(text: str) -> bool:
    """Whether a text is an http or https address with a host and without spaces or control characters."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    sound = all(character.isprintable() and not character.isspace() for character in text)
    return sound and parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
