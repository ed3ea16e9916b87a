"""What falls if a source goes."""

from generator.assess.dependence import Fallen, falls
from generator.model import (
    Agreement,
    Assessment,
    Brief,
    Event,
    EventType,
    Evidence,
    Origin,
    Provision,
    Question,
    Source,
    Statement,
    Status,
)


def words(sources: str) -> list[Evidence]:
    return [Evidence(source=source, start=0, end=5, quote="words") for source in sources]


def event(title: str, sources: str, origins: tuple[str, ...] = ()) -> Event:
    graded = Assessment(
        origins=[Origin(sources=list(origin)) for origin in origins],
        credibility=2,
        credibility_reason="x",
        confidence="low",
        confidence_reason="x",
    )
    return Event(
        id=title.lower(),
        title=title,
        type=EventType.OTHER,
        status=Status.OCCURRED,
        evidence=words(sources),
        assessment=graded if origins else None,
    )


def brief(**facts: object) -> Brief:
    sources = [Source(id=i, path=i, sha256="0", title=i, text="words") for i in "abcd"]
    return Brief.model_validate({"title": "x", "sources": sources, **facts})


def test_what_rests_on_one_source_alone_goes_with_it() -> None:
    found = falls(
        brief(
            events=[event("Alone", "a"), event("Shared", "abc")],
            questions=[Question(id="q", text="Why?", evidence=words("a"))],
            statements=[Statement(id="s", speaker=None, text="No.", quoted=True, evidence=words("b"))],
        )
    )
    assert found["a"].gone == [Fallen("event", "alone", "Alone"), Fallen("question", "q", "Why?")]
    assert found["b"].gone == [Fallen("statement", "s", "No.")]
    assert found["d"].gone == found["d"].uncorroborated == []


def test_one_of_two_independent_origins_is_the_end_of_corroboration() -> None:
    found = falls(brief(events=[event("Two", "ab"), event("Three", "abc")]))
    assert {i: [f.text for f in found[i].uncorroborated] for i in "abcd"} == {
        "a": ["Two"],
        "b": ["Two"],
        "c": [],
        "d": [],
    }


def test_an_origin_stands_while_a_copy_of_it_is_there() -> None:
    found = falls(brief(events=[event("Copied", "abc", ("ab", "c")), event("One account", "ab", ("ab",))]))
    assert {i: [f.text for f in found[i].uncorroborated] for i in "abc"} == {"a": [], "b": [], "c": ["Copied"]}


def test_parts_of_what_other_sources_keep_fall_by_themselves() -> None:
    pact = Agreement(
        id="pact",
        title="fisheries pact",
        provisions=[Provision(text="opens the shoals", evidence=words("a"))],
        evidence=words("ab"),
    )
    alone = pact.model_copy(update={"id": "alone", "evidence": words("a")})
    role = {"title": "Premier", "evidence": words("b")}
    actor = {"id": "anna-berg", "name": "Anna Berg", "kind": "person", "roles": [role], "evidence": words("ab")}
    found = falls(brief(agreements=[pact, alone], actors=[actor]))
    assert found["a"].gone == [
        Fallen("provision", "pact", "opens the shoals"),
        Fallen("agreement", "alone", "fisheries pact"),
    ]
    assert found["b"].gone == [Fallen("role", "anna-berg", "Premier, Anna Berg")]
