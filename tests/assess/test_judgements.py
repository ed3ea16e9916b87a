"""The machine's key judgements: whole sentences, one for each story, cited, with the confidence of their facts."""

from collections.abc import Sequence
from datetime import date

import pytest

from generator.assess.judgements import judged
from generator.assess.likelihood import confidences, likelihoods, percent
from generator.assess.past_tense import told_in_past
from generator.model import (
    Actor,
    Agreement,
    AgreementStatus,
    Assessment,
    Brief,
    Confidence,
    DateSpan,
    Discrepancy,
    Event,
    EventType,
    Evidence,
    Kind,
    Origin,
    Participant,
    Provision,
    Question,
    Review,
    Source,
    Status,
    StatusChange,
    Topic,
)


def on(day: str) -> DateSpan:
    return DateSpan(start=date.fromisoformat(day), end=date.fromisoformat(day), precision="day", basis="stated")


def words(sources: str, at: int) -> list[Evidence]:
    return [Evidence(source=source, start=at, end=at + 5, quote="words") for source in sources]


def grades(sources: str, confidence: Confidence) -> Assessment:
    origins = [Origin(sources=[source]) for source in sources]
    reason = f"{len(origins)} origins"
    return Assessment(
        origins=origins,
        credibility=2,
        credibility_reason=reason,
        confidence=confidence,
        confidence_reason=reason,
    )


def event(
    title: str, sources: str, at: int, kind: EventType, day: str | None, parts: Sequence[tuple[str, str]] = ()
) -> Event:
    return Event(
        id=title.lower().replace(" ", "-"),
        title=title,
        type=kind,
        status=Status.OCCURRED,
        date=on(day) if day else None,
        participants=[Participant(actor=actor, role=role) for actor, role in parts],
        evidence=words(sources, at),
        assessment=grades(sources, "moderate" if len(sources) > 1 else "low"),
    )


def brief(events: Sequence[Event] = (), agreements: Sequence[Agreement] = (), **more: object) -> Brief:
    actors = [
        Actor(id=name.lower().replace(" ", "-"), name=name, kind=kind, evidence=words("a", 0))
        for name, kind in (
            ("Norland", Kind.STATE),
            ("Sudia", Kind.STATE),
            ("Tarn", Kind.STATE),
            ("Anna Berg", Kind.PERSON),
            ("United Nations", Kind.ORGANISATION),
        )
    ]
    return Brief.model_validate(
        {"title": "x", "actors": actors, "events": list(events), "agreements": list(agreements), **more}
    )


def texts(told: Brief) -> list[str]:
    return [judgement.text for judgement in judged(told).judgements]


def pact() -> Agreement:
    return Agreement(
        id="pact",
        title="fisheries pact",
        parties=["norland", "sudia"],
        status=AgreementStatus.SIGNED,
        signed=on("2031-06-18"),
        provisions=[
            Provision(text="includes a joint coastguard", evidence=words("b", 300)),
            Provision(text="our grandparents worked there", evidence=words("b", 400)),
        ],
        evidence=words("abc", 0),
        assessment=grades("abc", "high"),
    )


def test_an_agreement_is_told_with_what_it_provides() -> None:
    (judgement,) = judged(brief(agreements=[pact()])).judgements
    assert judgement.text == (
        "Norland and Sudia signed the fisheries pact on 18 June 2031, as three independent sources report; "
        "it includes a joint coastguard."
    )
    assert (judgement.confidence, judgement.reason, judgement.author) == ("high", "3 origins", "machine")
    assert Evidence(source="b", start=300, end=305, quote="words") in judgement.evidence


def test_what_happened_is_told_in_the_past_with_its_day() -> None:
    told = event("United Nations withdraws observers from Tarn", "ab", 0, EventType.RETREAT, "2031-05-02")
    told.participants = [Participant(actor="united-nations", role="agent")]
    assert texts(brief([told])) == [
        "On 2 May 2031, the United Nations withdrew observers from Tarn, as two independent sources report."
    ]


@pytest.mark.parametrize(
    "title", ["Anna Berg visits Tarn with the ministers of…", "Anna Berg tells Tarn: “Nobody can put pressure on me…”"]
)
def test_a_title_that_is_cut_comes_after_whole_ones_whoever_reports_it(title: str) -> None:
    cut = event(title, "abc", 0, EventType.CONSULT, "2031-05-02", [("anna-berg", "agent")])
    whole = event("Sudia expels Anna Berg", "a", 40, EventType.SANCTION, "2031-05-05", [("sudia", "agent")])
    told = texts(brief([cut, whole]))
    assert "expelled Anna Berg" in told[0]


def test_history_comes_after_the_news() -> None:
    parts = [("norland", "agent"), ("tarn", "target")]
    old = event("Norland sends ships to Tarn", "ab", 0, EventType.MOBILIZE, "2005-05-02", parts)
    new = event("Sudia expels Anna Berg", "a", 40, EventType.SANCTION, "2031-05-05", [("sudia", "agent")])
    dated = [
        Source(id=name, path=f"{name}.txt", sha256="0" * 64, title=name, text="x", published=date(2031, 5, 6))
        for name in "abc"
    ]
    assert "2005" in texts(brief([old, new]))[0]
    assert "2031" in texts(brief([old, new], sources=dated))[0]


def test_what_has_no_date_is_no_newer_than_its_article() -> None:
    old = event("Norland visits Tarn", "a", 0, EventType.CONSULT, None, [("norland", "agent"), ("tarn", "target")])
    dated = event("Sudia arrests Anna Berg", "a", 40, EventType.COERCE, "2025-05-05", [("sudia", "agent")])
    dated.participants.append(Participant(actor="anna-berg", role="target"))
    new = event("Tarn signs a pact", "b", 40, EventType.AGREE, "2031-05-05", [("tarn", "agent")])
    sources = [
        Source(id=name, path=f"{name}.txt", sha256="0" * 64, title=name, text="x", published=day)
        for name, day in (("a", date(2025, 5, 6)), ("b", date(2031, 5, 6)))
    ]
    told = texts(brief([old, dated, new], sources=sources))
    assert next(text for text in told if "visited" in text or "arrested" in text).startswith("On 5 May 2025")


def test_one_story_takes_one_judgement_and_there_are_at_most_seven() -> None:
    titles = (
        "Norland arrests eleven dockers",
        "Norland bans foreign trawlers from its shoals",
        "Norland releases the crew of a seized ship",
        "Norland shells a harbour at night",
        "Norland expels two envoys over spying",
        "Norland signs a loan with Sudia",
        "Norland rejects a ceasefire plan",
        "Norland evacuates three islands before the storm",
        "Norland calls elections for the autumn",
    )
    parts = [("norland", "agent"), ("tarn", "target")]
    events = [
        event(title, "ab", 20 * at, EventType.ASSAULT, f"2031-05-{at + 10}", parts) for at, title in enumerate(titles)
    ]
    again = events[0].model_copy(update={"id": "again"})
    found = judged(brief([*events, again])).judgements
    assert len(found) == 7
    assert {events[0].id, "again"} - {judgement.about[0] for judgement in found}


def test_another_matter_comes_before_a_second_judgement_on_the_same() -> None:
    parts = [("norland", "agent"), ("sudia", "target")]
    shelled = event("Norland shells the harbour of Sudia", "abc", 0, EventType.ASSAULT, "2031-05-02", parts)
    bombed = event("Norland bombs an airfield in Sudia", "abc", 40, EventType.ASSAULT, "2031-05-09", parts)
    aided = event("Tarn sends grain to Sudia", "abc", 80, EventType.AID, "2031-05-05", [("tarn", "agent"), parts[1]])
    topics = [
        Topic(id="war", name="War", events=[shelled.id, bombed.id]),
        Topic(id="grain", name="Grain", events=[aided.id]),
    ]
    about = [j.about[0] for j in judged(brief([shelled, bombed, aided], topics=topics)).judgements]
    assert about.index(aided.id) == 1


def test_what_two_actors_did_again_and_again_is_a_pattern() -> None:
    days = ("2030-03-03", "2030-09-01", "2031-02-11", "2031-06-18", "2031-06-18")
    parts = [("norland", "agent"), ("sudia", "with")]
    events = [event(f"Talks in hall {at}", "ab", 50 * at, EventType.CONSULT, d, parts) for at, d in enumerate(days)]
    found = next(j for j in judged(brief(events)).judgements if "at least" in j.text)
    assert found.text == (
        "Norland and Sudia held talks or visited each other at least four times between 3 March 2030 and 18 June 2031, "
        "as two sources report."
    )
    assert len(found.about) == 4
    assert len({(e.source, e.start) for e in found.evidence}) == 4
    assert (found.confidence, found.reason) == ("moderate", "of its weakest part: 2 origins")


def test_a_judgement_says_what_it_answers_where_sources_differ_and_what_was_planned() -> None:
    parts = [("anna-berg", "agent"), ("tarn", "target")]
    visit = event("Anna Berg visits Tarn with her ministers", "ab", 0, EventType.CONSULT, "2031-05-02", parts)
    visit.history = [
        StatusChange(status=Status.PLANNED, reported=date(2031, 3, 1), evidence=words("a", 0)),
        StatusChange(status=Status.OCCURRED, reported=date(2031, 5, 3), evidence=words("b", 0)),
    ]
    question = Question(
        id="q",
        text="Will Berg visit Tarn?",
        status="answered",
        answered_by=[visit.id],
        raised=date(2031, 3, 1),
        evidence=words("a", 90),
    )
    differing = Discrepancy(id="d", about=visit.id, matter="date", accounts=[])
    (judgement,) = judged(brief([visit], questions=[question], discrepancies=[differing])).judgements
    assert judgement.text == (
        "On 2 May 2031, Anna Berg visited Tarn with her ministers, as two independent sources report; the sources "
        "differ on its date; first told of on 1 March 2031 as planned; this answers the question raised on "
        "1 March 2031: “Will Berg visit Tarn?”."
    )
    assert judgement.about == [visit.id, "q"]
    assert question.evidence[0] in judgement.evidence


def test_no_word_of_likelihood_is_the_machines() -> None:
    told = event("Norland is likely to shell the harbour of Sudia", "abc", 0, EventType.ASSAULT, "2031-05-02")
    others = [
        event(f"Sudia bans boat number {at} from Tarn", "a", 50 * at, EventType.SANCTION, None) for at in range(1, 4)
    ]
    assert texts(brief([told, *others]))
    assert not any(likelihoods(text) for text in texts(brief([told, *others])))


def test_what_a_person_hid_is_not_told_and_what_a_person_pinned_comes_first() -> None:
    shelled = event("Norland shells the harbour of Sudia", "abc", 0, EventType.ASSAULT, "2031-05-02")
    aided = event("Tarn sends grain to Sudia", "a", 40, EventType.AID, "2031-05-05")
    banned = event("Sudia bans boats from Norland", "ab", 80, EventType.SANCTION, "2031-05-06")
    shelled.review, aided.review = Review(hidden=True), Review(pinned=True)
    told = judged(brief([shelled, aided, banned]))
    assert [j.about[0] for j in told.judgements] == [aided.id, banned.id]
    assert told.bottom_line[0].about == [aided.id]


def test_without_grades_the_sources_are_counted_and_no_confidence_is_given() -> None:
    told = event("Norland bans boats from Sudia", "ab", 0, EventType.SANCTION, None, [("norland", "agent")])
    told.assessment = None
    (judgement,) = judged(brief([told])).judgements
    assert judgement.text == "Norland banned boats from Sudia, as two sources report, giving no date."
    assert judgement.confidence is None


def test_the_order_of_sources_and_facts_does_not_matter() -> None:
    events = [
        event(f"Norland arrests {n} dockers in Tarn", "ab", 60 * n, EventType.COERCE, "2031-05-02") for n in (3, 4, 5)
    ]
    assert texts(brief(events, [pact()])) == texts(brief(events[::-1], [pact()]))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Norland signs a pact", "Norland signed a pact"),
        ("Norland and Sudia sign a pact", "Norland and Sudia signed a pact"),
        ("Norland does not recognise Sudia", "Norland did not recognise Sudia"),
        ("Anna Berg and 3 others gather in Tarn", "Anna Berg and 3 others gathered in Tarn"),
        ("Norland declares that it will try again", "Norland declared that it would try again"),
        ("Anna Berg says: “Norland will see”", None),
        ("Anna Berg tells Tarn: “Norland will see”", "Anna Berg told Tarn: “Norland will see”"),
        ("Norland submits a plan and visits Sudia", None),
        ("Norland's protest grows louder", None),
        ("Norland demonstrations end today", None),
    ],
)
def test_a_title_is_told_in_the_past_only_where_its_verb_is_certain(title: str, told: str | None) -> None:
    assert told_in_past(title, ["Norland", "Sudia", "Anna Berg"], many=False) == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is very likely that Norland pays.", ["very likely"]),
        ("It is unlikely, and almost certainly untrue.", ["unlikely", "almost certain"]),
        ("He called it “likely” in a likely-looking letter.", []),
        ("The chance is remote on this remote island.", ["remote"]),
    ],
)
def test_words_of_likelihood_are_found_whole_longest_first_and_not_in_quotations(text: str, found: list[str]) -> None:
    assert [likelihood.word for likelihood in likelihoods(text)] == found


def test_levels_of_confidence_and_ranges_of_percent() -> None:
    assert confidences("We say so with moderate confidence; our confidence is high.") == ["moderate", "high"]
    assert confidences("The talks built confidence between low-lying states.") == []
    assert [percent("likely"), percent("probably"), percent("perhaps")] == [(55, 80), (55, 80), None]
