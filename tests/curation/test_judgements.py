"""An analyst's own judgements: read from judgements.yml, cited, and held against the rules of ICD 203."""

from pathlib import Path

import pytest

from generator.curation import CurationError, load_decisions
from generator.curation.judgements import judgements_of, load_judgements
from generator.model import Brief, Judgement


def judged(folder: Path, brief: Brief, text: str) -> tuple[list[Judgement], list[str]]:
    folder = folder / "curation"
    folder.mkdir(exist_ok=True)
    (folder / "judgements.yml").write_text(text, encoding="utf-8")
    assert len(load_decisions(folder)) == 0
    return judgements_of(brief, load_judgements(folder))


def faults(folder: Path, brief: Brief, text: str) -> list[str]:
    return judged(folder, brief, text)[1]


def test_a_judgement_stands_with_the_evidence_of_what_it_cites(tmp_path: Path, strait: Brief) -> None:
    (judgement,), wrong = judged(
        tmp_path,
        strait,
        "- text: Karsk will likely ratify the accord.\n"
        "  likelihood: likely\n"
        "  confidence: moderate\n"
        "  evidence: [sandrel-accord, when-will-marrow-visit]\n"
        "  note: Two good sources, and the vote is set.\n",
    )
    assert wrong == []
    assert (judgement.author, judgement.likelihood, judgement.confidence) == ("analyst", "likely", "moderate")
    assert judgement.reason == "Two good sources, and the vote is set."
    assert judgement.about == ["sandrel-accord", "when-will-marrow-visit"]
    accord = next(a for a in strait.agreements if a.id == "sandrel-accord")
    assert {e.source for e in accord.evidence} <= {e.source for e in judgement.evidence}
    texts = {source.id: source.text for source in strait.sources}
    assert all(texts[e.source][e.start : e.end] == e.quote for e in judgement.evidence)


def test_no_file_is_no_judgement(tmp_path: Path, strait: Brief) -> None:
    assert judgements_of(strait, load_judgements(tmp_path)) == ([], [])


def test_words_of_both_rows(tmp_path: Path, strait: Brief) -> None:
    told, wrong = judged(
        tmp_path,
        strait,
        "- {text: Karsk will likely ratify., evidence: sandrel-accord}\n"
        "\n"
        "- text: A veto is improbable.\n"
        "  evidence: sandrel-accord\n",
    )
    assert [judgement.text for judgement in told] == ["Karsk will likely ratify."]
    assert wrong == [
        "curation/judgements.yml:3: text: “improbable” is of the other row of ICD 203 than “likely” on line 1; one "
        "product uses one row; allowed: almost no chance, very unlikely, unlikely, roughly even chance, likely, very "
        "likely, almost certain"
    ]


def test_a_likelihood_and_a_confidence_in_one_sentence(tmp_path: Path, strait: Brief) -> None:
    text = "- evidence: sandrel-accord\n  text: We judge with high confidence that Karsk will likely ratify.\n"
    (fault,) = faults(tmp_path, strait, text)
    assert fault.startswith(
        "curation/judgements.yml:2: text: a likelihood and a level of confidence in one sentence: “We judge with high"
    )
    assert fault.endswith("allowed: two sentences, or the level in the field confidence")


def test_a_fact_that_is_not_there_is_named_with_the_nearest(tmp_path: Path, strait: Brief) -> None:
    text = "- text: Karsk signed.\n  evidence:\n    - sandrel-acord\n    - court-opens-hearings\n"
    told, (fault,) = judged(tmp_path, strait, text)
    assert fault.startswith(
        "curation/judgements.yml:2: evidence: the brief has no fact 'sandrel-acord' (nearest: 'sandrel-accord', “"
    )
    assert fault.endswith("allowed: ids of events, agreements, questions, statements and actors")
    assert told[0].about == ["court-opens-hearings"]


def test_a_judgement_with_nothing_to_stand_on_is_left_out(tmp_path: Path, strait: Brief) -> None:
    told, wrong = judged(tmp_path, strait, "- {text: Karsk signed., evidence: zzz}\n")
    assert told == []
    assert len(wrong) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "- {text: Karsk will pay., likelihood: likely, evidence: sandrel-accord}",
            "likelihood: “likely” must stand in the text, outside quotation marks; the text has no such word",
        ),
        (
            "- {text: Karsk will very likely pay., likelihood: likely, evidence: sandrel-accord}",
            "likelihood: “likely” must stand in the text, outside quotation marks; the text says “very likely”",
        ),
        (
            "- {text: Karsk may well pay., likelihood: perhaps, evidence: sandrel-accord}",
            "likelihood: “perhaps” is no word of ICD 203; allowed: almost no chance, very unlikely",
        ),
        (
            "- {text: Karsk is highly likely to pay., evidence: sandrel-accord}",
            "text: “highly likely” is no word of ICD 203; allowed: almost no chance",
        ),
    ],
)
def test_a_word_that_is_not_allowed_or_not_in_the_text(tmp_path: Path, strait: Brief, text: str, fault: str) -> None:
    told, (wrong,) = judged(tmp_path, strait, text)
    assert wrong.startswith(f"curation/judgements.yml:1: {fault}")
    assert told == []


@pytest.mark.parametrize("word", ["almost certainly", "almost certain", "unlikely"])
def test_the_word_may_stand_in_another_form(tmp_path: Path, strait: Brief, word: str) -> None:
    text = f"- text: It is almost certain or unlikely.\n  likelihood: {word}\n  evidence: sandrel-accord\n"
    assert faults(tmp_path, strait, text) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- text: A.\n  evidnce: x\n", "unknown field 'evidnce'; did you mean 'evidence'?"),
        ("- text: A.\n  confidence: certain\n  evidence: x\n", "judgements.yml:2: 1.confidence: Input should be 'low'"),
        ("- evidence: x\n", "judgements.yml:1: 1.text: missing"),
    ],
)
def test_a_mistyped_entry_gets_file_line_and_field(tmp_path: Path, strait: Brief, text: str, fault: str) -> None:
    with pytest.raises(CurationError) as caught:
        judged(tmp_path, strait, text)
    assert fault in str(caught.value)
    assert "\n" not in str(caught.value)
