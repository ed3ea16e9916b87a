"""The gate refuses the forms that ICD 203 forbids, in the machine's sentences and the analyst's."""

import pytest

from generator.check import check_brief
from generator.check.judgements import judgement_faults
from generator.model import Brief, Judgement

CITED = "sandrel-accord"


def faults(brief: Brief, *judgements: Judgement) -> list[str]:
    return judgement_faults(brief.model_copy(update={"judgements": list(judgements), "bottom_line": []}))


def analyst(text: str, *about: str, likelihood: str | None = None) -> Judgement:
    return Judgement(text=text, about=list(about or (CITED,)), author="analyst", likelihood=likelihood, evidence=[])


def test_a_sound_brief_has_no_fault(strait: Brief) -> None:
    assert judgement_faults(strait) == []
    assert faults(strait, analyst("Karsk will very likely ratify."), analyst("A veto is unlikely.")) == []
    assert faults(strait, analyst("Karsk will likely ratify. We have high confidence in this.")) == []


def test_words_of_both_rows_in_one_brief(strait: Brief) -> None:
    (fault,) = faults(strait, analyst("Karsk will likely ratify."), analyst("A veto is improbable."))
    assert fault == (
        'brief.yml: judgement "A veto is improbable.": “improbable” is of the other row of ICD 203 than “likely”; '
        "one product uses one row; allowed: almost no chance, very unlikely, unlikely, roughly even chance, likely, "
        "very likely, almost certain"
    )


def test_the_word_beside_the_text_counts_too(strait: Brief) -> None:
    (fault,) = faults(
        strait, analyst("Karsk will likely ratify."), analyst("A veto comes.", likelihood="nearly certain")
    )
    assert "“nearly certain” is of the other row of ICD 203 than “likely”" in fault


@pytest.mark.parametrize(
    "text",
    [
        "We judge with high confidence that Karsk will likely ratify.",
        "It is almost certain that Karsk ratifies; our confidence is moderate.",
        "Karsk will probably ratify (low confidence).",
    ],
)
def test_a_likelihood_and_a_confidence_in_one_sentence(strait: Brief, text: str) -> None:
    (fault,) = faults(strait, analyst(text))
    assert "a likelihood and a level of confidence in one sentence" in fault
    assert fault.endswith("allowed: two sentences, or the level beside the text")


def test_a_judgement_that_cites_no_fact(strait: Brief) -> None:
    (fault,) = faults(strait, analyst("Karsk ratified.").model_copy(update={"about": []}))
    assert fault.endswith("cites no fact; allowed: ids of facts of the brief")


def test_a_judgement_that_cites_a_fact_that_is_not_there(strait: Brief) -> None:
    cited = analyst("Karsk ratified.", "no-such-fact").model_copy(update={"evidence": strait.events[0].evidence})
    (fault,) = check_brief(strait.model_copy(update={"judgements": [cited]}))
    assert fault.endswith('about names "no-such-fact", but there is no such item')


def test_a_likelihood_of_the_machine(strait: Brief) -> None:
    (fault,) = faults(strait, Judgement(text="Karsk will likely ratify.", about=[CITED], evidence=[]))
    assert "uses the likelihood “likely”, which only an analyst may" in fault


def test_what_others_are_quoted_with_is_not_the_briefs_own_word(strait: Brief) -> None:
    quoting = analyst("Marrow called a veto “improbable”, but it is likely.")
    assert faults(strait, quoting) == []


def test_a_likelihood_that_is_no_word_of_the_table(strait: Brief) -> None:
    (fault,) = faults(strait, analyst("Karsk may ratify.", likelihood="conceivable"))
    assert "“conceivable” is no word of ICD 203; allowed: almost no chance" in fault
