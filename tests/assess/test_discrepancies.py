"""Where sources contradict each other, and where they only tell more or less exactly."""

import pytest

from generator.assess.grading import grade
from generator.model import Agreement, AgreementStatus, AgreementStep, Event, EventReport, EventType, Source, Status
from tests.assess.briefs import brief, event, quotes, report, sides, source, span

A = source("a", "A\n\nShells fell on Port Ilsa.", published="2031-05-04")
B = source("b", "B\n\nGuns fired at Port Ilsa.", published="2031-05-04")
C = source("c", "C\n\nPort Ilsa came under fire.", published="2031-05-04")
TOLD = {"a": "Shells fell on Port Ilsa", "b": "Guns fired at Port Ilsa", "c": "Port Ilsa came under fire"}


def found(*reports: EventReport, kind: EventType = EventType.ASSAULT) -> dict[str, dict[str, list[str]]]:
    """The discrepancies of an event that three sources tell as the reports say."""
    told = event([A, B, C], TOLD, reports=reports, kind=kind)
    return sides(grade(brief([A, B, C], [told], actors="Norland Sudia Tarn")).discrepancies)


def numbers(first: str, second: str, days: tuple[str, str] = ("2031-05-04", "2031-05-04")) -> list[list[str]]:
    """The values of what differs where two articles tell of one event in these words."""
    sources = [
        source("a", f"A\n\n{first}", published=days[0]),
        source("b", f"B\n\n{second}", published=days[1]),
    ]
    told = event(sources, {"a": first, "b": second})
    return [list(accounts) for accounts in sides(grade(brief(sources, [told])).discrepancies).values()]


def test_different_days_are_side_by_side_with_the_sources_of_each() -> None:
    assert found(report("a", "2031-05-02"), report("b", "2031-05-03"), report("c", "2031-05-03")) == {
        "date-of-norland-shells-port-ilsa": {"3 May 2031": ["b", "c"], "2 May 2031": ["a"]}
    }


def test_every_account_has_the_quotes_of_its_sources() -> None:
    reports = [report("a", "2031-05-02"), report("b", "2031-05-09")]
    told = event([A, B], {"a": TOLD["a"], "b": TOLD["b"]}, reports=reports)
    (discrepancy,) = grade(brief([A, B], [told])).discrepancies
    assert discrepancy.about == told.id
    assert [[e.quote for e in account.evidence] for account in discrepancy.accounts] == [[TOLD["a"]], [TOLD["b"]]]


def test_a_less_exact_date_contradicts_nothing() -> None:
    assert found(report("a", "2031-05-02"), report("b", "2031-05-01", until="2031-05-31")) == {}


def test_a_month_that_fits_two_contradicting_days_takes_no_side() -> None:
    reports = [report("a", "2031-05-02"), report("b", "2031-05-09"), report("c", "2031-05-01", until="2031-05-31")]
    assert found(*reports) == {"date-of-norland-shells-port-ilsa": {"2 May 2031": ["a"], "9 May 2031": ["b"]}}


def test_a_day_reckoned_from_the_day_of_publication_may_be_one_off() -> None:
    assert found(report("a", "2031-05-02"), report("b", "2031-05-03", basis="relative")) == {}
    assert found(report("a", "2031-05-02"), report("b", "2031-05-05", basis="relative")) != {}


def test_two_days_of_one_article_are_no_contradiction() -> None:
    assert found(report("a", "2031-05-02"), report("a", "2031-05-09"), report("b", "2031-05-09")) == {}


def test_days_of_one_visit_are_no_contradiction() -> None:
    reports = [report("a", "2031-05-02"), report("b", "2031-05-04")]
    assert found(*reports, kind=EventType.CONSULT) == {}


def test_what_was_planned_for_another_day_is_no_contradiction() -> None:
    assert found(report("a", "2031-05-02", status=Status.PLANNED), report("b", "2031-05-09")) == {}


def test_different_states_as_the_place() -> None:
    reports = [report("a", place="Oslo"), report("b", place="Madrid, Spain"), report("c", place="the old harbour")]
    assert found(*reports) == {"place-of-norland-shells-port-ilsa": {"Norway": ["a"], "Spain": ["b"]}}
    assert found(report("a", place="Oslo"), report("b", place="Norway")) == {}


def test_another_state_as_the_one_who_acted() -> None:
    assert found(report("a", agent="norland"), report("b", agent="sudia"), report("c", agent="norland")) == {
        "party-of-norland-shells-port-ilsa": {"Norland": ["a", "c"], "Sudia": ["b"]}
    }
    assert found(report("a", agent="norland"), report("b"), report("c", agent="norland")) == {}
    assert found(report("a", agent="norland"), report("b", agent="sudia"), kind=EventType.CONSULT) == {}


def test_one_source_says_that_it_did_not_happen() -> None:
    assert found(report("a"), report("b", status=Status.DENIED), report("c", status=Status.PLANNED)) == {
        "occurrence-of-norland-shells-port-ilsa": {"occurred": ["a"], "denied": ["b"]}
    }


def test_different_numbers_of_the_same_things() -> None:
    assert numbers("12 people were killed.", "The shells killed 15.") == [["12 people were killed", "15"]]
    assert numbers("It fired nine missiles.", "It fired 12 missiles.") == [["nine missiles", "12 missiles"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("At least 12 people were killed.", "15 people were killed."),
        ("About 3,000 people marched.", "3,200 people marched."),
        ("12 people were killed.", "30 people were injured."),
        ("12 soldiers were killed.", "Four civilians were killed."),
        ("Nearly 40 vessels left.", "38 vessels left."),
        ("It fired nine missiles.", "It fired 12 drones."),
        ("The fire burned for two days.", "The fire burned for 3 days."),
    ],
)
def test_numbers_that_can_both_be_right_are_no_contradiction(first: str, second: str) -> None:
    assert numbers(first, second) == []


def test_a_toll_that_grows_from_day_to_day_is_no_contradiction() -> None:
    first, second = "12 people were killed.", "15 people were killed."
    assert numbers(first, second, ("2031-05-04", "2031-05-06")) == []
    assert numbers(first, second, ("2031-05-06", "2031-05-04")) != []


def test_several_numbers_that_differ_have_ids_of_their_own() -> None:
    sources = [source("a", "A\n\n12 killed and 30 injured"), source("b", "B\n\n15 killed and 40 injured")]
    told = event(sources, {"a": "12 killed and 30 injured", "b": "15 killed and 40 injured"})
    ids = [one.id for one in grade(brief(sources, [told])).discrepancies]
    assert ids == ["number-of-norland-shells-port-ilsa", "number-of-norland-shells-port-ilsa-2"]


def pact(sources: list[Source], told: dict[str, str], steps: dict[str, str]) -> Agreement:
    """An agreement that single sources say to have been signed on different days."""
    evidence = quotes(sources, told)
    return Agreement(
        id="bay-pact",
        title="Bay Pact",
        steps=[
            AgreementStep(
                status=AgreementStatus.SIGNED, date=span(day), evidence=[e for e in evidence if e.source == identifier]
            )
            for identifier, day in steps.items()
        ],
        evidence=evidence,
    )


def test_two_days_of_one_signing_are_told_on_the_agreement() -> None:
    sources = [source("a", "A\n\nThe Bay Pact was signed."), source("b", "B\n\nThey signed the Bay Pact.")]
    told = {"a": "The Bay Pact was signed", "b": "They signed the Bay Pact"}
    agreement = pact(sources, told, {"a": "2031-05-02", "b": "2031-05-03"})
    expected = {"date-of-bay-pact": {"2 May 2031": ["a"], "3 May 2031": ["b"]}}
    assert sides(grade(brief(sources, agreements=[agreement])).discrepancies) == expected

    def signing(identifier: str, day: str) -> Event:
        one = event(sources, {identifier: told[identifier]}, f"Signing {identifier}", EventType.AGREE)
        return one.model_copy(update={"date": span(day)})

    undated = agreement.model_copy(update={"steps": []})
    signings = [signing("a", "2031-05-02"), signing("b", "2031-05-03")]
    assert sides(grade(brief(sources, signings, [undated])).discrepancies) == expected


def denial(words: str, published: str = "2031-05-05", agent: str = "norland") -> list[str]:
    """The ids of what differs where one article tells of a shelling, and another one of this."""
    sources = [
        source("a", "A\n\nNorland shelled the grain harbour.", published="2031-05-04"),
        source("b", f"B\n\n{words}.", published=published),
    ]
    told = {"a": "Norland shelled the grain harbour"}
    real = event(sources, told, "Norland shells the grain harbour", agent="norland")
    denied = event(sources, {"b": words}, words, status=Status.DENIED, agent=agent)
    graded = grade(brief(sources, [real, denied], actors="Norland Sudia"))
    return [one.id for one in graded.discrepancies]


def test_what_another_article_says_did_not_happen_is_contradicted() -> None:
    words = "Norland did not shell the grain harbour"
    assert denial(words) == ["occurrence-of-norland-shells-the-grain-harbour"]


def test_a_denial_of_something_else_contradicts_nothing() -> None:
    assert denial("Norland did not shell the coal wharf") == []
    assert denial("Norland did not close the grain harbour") == []
    assert denial("Sudia did not shell the grain harbour", agent="sudia") == []
    assert denial("Norland did not shell the grain harbour", published="2031-06-05") == []


def test_sources_that_agree_give_no_discrepancy() -> None:
    reports = [report("a", "2031-05-02", place="Oslo", agent="norland"), report("b", "2031-05-02", agent="norland")]
    assert found(*reports) == {}
