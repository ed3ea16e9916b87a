"""Participles without "was": told apart from the past tense."""

import pytest

from generator.language import Pipeline
from generator.language.parse import Doc
from generator.language.reduced_passives import reads_passive, says_stance


def _verb(pipeline: Pipeline, sentence: str, word: str) -> bool:
    return reads_passive(next(t for t in Doc([pipeline.nlp(sentence)]) if t.text == word))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("She was arrested in May, and prosecuted for fraud.", "prosecuted"),
        ("The ministers held a vigil, attended by friends.", "attended"),
        ("Sudia, backed by its allies, invaded the island.", "backed"),
        ("The bridge was destroyed in May.", "destroyed"),
    ],
)
def test_a_participle_is_a_passive(pipeline: Pipeline, sentence: str, word: str) -> None:
    assert _verb(pipeline, sentence, word)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The soldiers arrested the minister.", "arrested"),
        ("The soldiers arrested and jailed him.", "arrested"),
        ("He had resigned and fled the country.", "fled"),
        ("The minister died in May.", "died"),
        ("The man whom the soldiers arrested is ill.", "arrested"),
    ],
)
def test_the_past_tense_is_no_passive(pipeline: Pipeline, sentence: str, word: str) -> None:
    assert not _verb(pipeline, sentence, word)


def test_opposed_tells_a_side(pipeline: Pipeline) -> None:
    assert says_stance(Doc([pipeline.nlp("The rebels are opposed to it.")])[3])
