"""Numbers, names and quotes as a sentence has them."""

from generator.render.text import shorten

_LONGEST_QUOTE = 240
_QUOTATION_MARKS = frozenset('"“”„«»「」')


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number and its noun, which no line parts: "1 source", "3 sources"."""
    return f"{number}\N{NO-BREAK SPACE}{one if number == 1 else many or one + 's'}"


def quoted(text: str) -> str:
    """The words in quotation marks, of a long text its beginning; words that hold such marks stay as they are."""
    words = shorten(" ".join(text.split()), _LONGEST_QUOTE)
    return words if set(words) & _QUOTATION_MARKS else f"“{words}”"
