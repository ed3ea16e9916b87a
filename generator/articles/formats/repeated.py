"""What stands in an article twice: pull quotes, and paragraphs that a page shows again."""

from generator.articles.paragraphs import Paragraph
from generator.articles.wording import key, weight

_MOST_COMPARED = 1_000
"""Paragraphs. Comparing all of more with all would take long, and no news page has them."""

_LEAST = 6
"""Words from which a paragraph that is there twice is said once."""


def without_repeated(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs but for those whose words stand again within a longer one, as pull quotes do, or that are repeated."""
    if len(paragraphs) > _MOST_COMPARED:
        return paragraphs
    keys = [key(paragraph.text) for paragraph in paragraphs]
    together = "\n".join(keys)
    kept: list[Paragraph] = []
    seen: set[str] = set()
    for paragraph, words in zip(paragraphs, keys, strict=True):
        may_be_quote = paragraph.mark is None or (paragraph.mark == "heading" and paragraph.level > 1)
        if may_be_quote and weight(paragraph.text) >= _LEAST:
            again = words in seen and paragraph.mark is None
            if again or _stands_within_another(words, together):
                continue
        seen.add(words)
        kept.append(paragraph)
    return kept


def _stands_within_another(words: str, together: str) -> bool:
    start = together.find(words)
    while start >= 0:
        end = start + len(words)
        if together[max(0, start - 1) : start] not in {"", "\n"} or together[end : end + 1] not in {"", "\n"}:
            return True
        start = together.find(words, end)
    return False
