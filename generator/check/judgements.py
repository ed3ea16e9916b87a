"""Whether the brief's own sentences keep to ICD 203: its bottom line, the machine's judgements and the analyst's."""

from collections.abc import Iterator

from generator.assess.likelihood import allowed_words, likelihoods, mixed_sentences, row_of
from generator.check.facts import shortened
from generator.model import Brief, Judgement


def judgement_faults(brief: Brief) -> list[str]:
    """Faults of the sentences that the brief stands for, a line each.

    Words of likelihood come from one row of the table over the whole brief, no sentence holds a likelihood and a level
    of confidence, every judgement cites a fact, and no likelihood is the machine's.
    """
    told = [*((line, "bottom line") for line in brief.bottom_line), *((j, "judgement") for j in brief.judgements)]
    faults: list[str] = []
    first: tuple[int, str] | None = None
    for judgement, name in told:
        item = f'brief.yml: {name} "{shortened(judgement.text)}"'
        faults += [f"{item}: {words}" for words in _own_faults(judgement)]
        for word in _words(judgement):
            row = row_of(word)
            if row and first is None:
                first = row, word
            elif row and first and row != first[0]:
                faults.append(
                    f"{item}: “{word}” is of the other row of ICD 203 than “{first[1]}”; one product uses one row; "
                    f"allowed: {', '.join(allowed_words(first[0]))}"
                )
    return faults


def _words(judgement: Judgement) -> list[str]:
    """The words of likelihood that a judgement uses, each once."""
    field = [judgement.likelihood] if judgement.likelihood else []
    words = [found.word for found in likelihoods(" ".join([judgement.text, *field]))]
    return list(dict.fromkeys(words))


def _own_faults(judgement: Judgement) -> Iterator[str]:
    """Faults of one judgement by itself."""
    for told in mixed_sentences(judgement.text):
        yield (
            f"a likelihood and a level of confidence in one sentence: “{shortened(told)}”; allowed: two sentences, "
            "or the level beside the text"
        )
    if not judgement.about:
        yield "cites no fact; allowed: ids of facts of the brief"
    words = _words(judgement)
    if judgement.author == "machine" and words:
        yield f"uses the likelihood “{words[0]}”, which only an analyst may; allowed: what the sources report"
    if judgement.likelihood and row_of(judgement.likelihood) is None:
        both = ", ".join(allowed_words())
        yield f"the likelihood “{judgement.likelihood}” is no word of ICD 203; allowed: {both}"
