"""One article in several files: what is one source, which text stands, and what fell with an earlier one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.merge.addresses import normal_address
from generator.merge.versions import Sameness, same_article, settle_versions
from generator.model import Actor, DateSpan, Distillate, Event, EventType, Evidence, Kind, Source, Status

LEAD = "Six dockers were injured on Monday when a crane fell at the harbour of Lorvik, the port authority said."
PARAGRAPHS = (
    LEAD,
    "The crane had been inspected in March and no fault was found, a spokeswoman for the authority told reporters.",
    "Two ships that waited outside the harbour were sent on to Tarsk, a day further along the northern coast.",
    "The dockers' union asked the government of Norland to close the eastern quay until all cranes are checked.",
    "Work on the western quay went on during the night, and the first container ship is to leave on Wednesday morning.",
)
FALLEN = LEAD.replace("Six", "Eight")


def article(identifier: str, *paragraphs: str, title: str = "Crane falls at Lorvik harbour", **fields: Any) -> Source:
    """An article of a headline and paragraphs."""
    text = "\n\n".join([title, *(paragraphs or PARAGRAPHS)])
    values = {"id": identifier, "path": f"{identifier}.txt", "sha256": "0" * 64, "title": title, "text": text}
    return Source.model_validate({**values, **fields})


def told(source: Source, *sentences: str, status: Status = Status.OCCURRED, day: date | None = None) -> Distillate:
    """What is distilled from an article: a happening for each of these sentences of it, and an actor."""
    span = DateSpan(start=day, end=day, precision="day", basis="stated") if day else None
    events = [
        Event(
            id=f"e{number}",
            title=sentence.split(" when")[0],
            type=EventType.OTHER,
            status=status,
            date=span,
            evidence=[_evidence(source, sentence)],
        )
        for number, sentence in enumerate(sentences)
    ]
    actors = [
        Actor(id=name.lower(), name=name, kind=Kind.GROUP, evidence=[_evidence(source, name)])
        for name in ("Lorvik", "Tarsk")
        if name in source.text
    ]
    return Distillate(source=source, actors=actors, events=events)


def _evidence(source: Source, words: str) -> Evidence:
    start = source.text.index(words)
    return Evidence(source=source.id, start=start, end=start + len(words), quote=words)


def settled(*sources: Source) -> tuple[list[Source], list[str]]:
    """The sources that remain, and the notes."""
    kept, notes = settle_versions([told(source) for source in sources])
    return [distillate.source for distillate in kept], notes


# --- addresses


@pytest.mark.parametrize(
    "address",
    [
        "http://news.example.org/2031/06/crane",
        "https://www.news.example.org/2031/06/crane/",
        "https://m.news.example.org/2031/06/crane#comments",
        "https://amp.news.example.org/2031/06/crane",
        "https://news.example.org/2031/06/crane/amp",
        "https://news.example.org/2031/06/crane.amp",
        "https://news.example.org/2031/06/crane?utm_source=feed&utm_medium=rss&fbclid=xyz",
        "HTTPS://News.Example.org:443//2031/06/crane",
        "https://www.google.com/amp/s/news.example.org/2031/06/crane",
        "https://web.archive.org/web/20310613101112/https://news.example.org/2031/06/crane",
    ],
)
def test_one_address_in_many_dresses(address: str) -> None:
    assert normal_address(address) == "news.example.org/2031/06/crane"


def test_parameters_that_say_which_article_it_is_are_kept_in_one_order() -> None:
    assert normal_address("https://example.org/?utm_source=x&page=2&id=7") == "example.org?id=7&page=2"
    assert normal_address("https://example.org/?id=7") != normal_address("https://example.org/?id=8")


@pytest.mark.parametrize("address", [None, "", "https://www.example.org/", "https://[", "no address"])
def test_a_front_page_is_no_articles_address(address: str | None) -> None:
    assert normal_address(address) is None


# --- which are the same


def test_two_files_of_one_address_are_one_article() -> None:
    one = article("a", url="https://example.org/crane?utm_source=feed")
    other = article("b", *PARAGRAPHS[:3], url="http://www.example.org/crane/")
    assert same_article(one, other) is Sameness.ADDRESS
    assert str(Sameness.ADDRESS) == "same address"


def test_the_same_words_are_the_same_text_whatever_the_signs_between_them() -> None:
    other = article("b", *(paragraph.replace("'", "’").replace(", ", " – ") for paragraph in PARAGRAPHS))
    assert same_article(article("a"), other) == Sameness.TEXT


def test_a_text_with_a_line_more_is_near_the_same() -> None:
    longer = article("b", *PARAGRAPHS, "Additional reporting by the newsroom in Brenholm.")
    assert same_article(article("a"), longer) == Sameness.NEAR


def test_a_copy_by_another_publisher_is_another_source() -> None:
    one, other = article("a", publisher="Norland Post"), article("b", publisher="Sudia Herald")
    assert same_article(one, other) is None
    assert same_article(one, article("c")) == Sameness.TEXT


def test_where_no_publisher_is_named_the_hosts_tell_them_apart() -> None:
    one, other = article("a", url="https://post.example/crane"), article("b", url="https://herald.example/crane-falls")
    assert same_article(one, other) is None


@pytest.mark.parametrize("name", ["The Norland Post", "Norland Post Online", "NORLAND POST", "Norland Post News"])
def test_a_publishers_name_in_other_forms(name: str) -> None:
    assert same_article(article("a", publisher="Norland Post"), article("b", publisher=name)) == Sameness.TEXT


def test_another_article_on_the_same_happening_is_another_source() -> None:
    other = article(
        "b", "A crane has fallen in Lorvik and hurt six people.", "Nobody knows why it fell.", title="Crane"
    )
    assert same_article(article("a"), other) is None


def test_reports_of_another_day_that_are_alike_are_two_articles() -> None:
    """A daily report tells of its own day in the words of the day before."""
    monday = article("a", publisher="Post", published="2031-06-09", url="https://example.org/report-1")
    later = [paragraph.replace("Monday", "Tuesday").replace("Wednesday", "Thursday") for paragraph in PARAGRAPHS]
    tuesday = article("b", *later, publisher="Post", published="2031-06-10", url="https://example.org/report-2")
    assert same_article(monday, tuesday) is None
    assert same_article(monday.model_copy(update={"url": None}), tuesday.model_copy(update={"url": None})) is None


def test_one_address_says_nothing_about_texts_that_have_nothing_in_common() -> None:
    one = article("a", url="https://example.org/news")
    other = article("b", "The harvest was good in the south.", title="Rain", url="https://example.org/news")
    kept, notes = settled(one, other)
    assert [source.id for source in kept] == ["a", "b"]
    assert notes == ["b.txt: gives the address of a.txt, but is another text; both are kept, correct the `url` of one"]


def test_an_article_that_a_person_sets_apart_stays_a_source_of_its_own() -> None:
    kept, notes = settled(article("a"), article("b", supersedes="none"))
    assert [source.id for source in kept] == ["a", "b"]
    assert notes == []


# --- one source with two files


def test_the_same_text_twice_is_one_source_with_two_files() -> None:
    saved = article("a-saved", url="https://example.org/crane", publisher="Norland Post", published="2031-06-10")
    kept, notes = settled(article("a-pasted", reliability="B"), saved, article("other", "Another text.", title="Rain"))
    assert [source.id for source in kept] == ["a-saved", "other"]
    assert kept[0].files == ["a-saved.txt", "a-pasted.txt"]
    assert (kept[0].earlier, kept[0].reliability) == ([], "B")
    assert (kept[1].files, kept[1].earlier) == ([], [])
    assert notes == ["a-pasted.txt: is the same article as a-saved.txt (same text); the two are one source"]


def test_a_source_takes_from_its_other_file_what_it_does_not_say_itself() -> None:
    one = article("a", url="https://example.org/crane", author="Anna Berg")
    kept, _ = settled(one, article("b", publisher="Norland Post"))
    assert (kept[0].id, kept[0].publisher, kept[0].author) == ("a", "Norland Post", "Anna Berg")


def test_copies_of_different_publishers_and_one_of_none_stay_as_many_sources_as_publishers() -> None:
    kept, _ = settled(article("a", publisher="Post"), article("b"), article("c", publisher="Herald"))
    assert [(source.id, source.files) for source in kept] == [("a", ["a.txt", "b.txt"]), ("c", [])]


def test_records_of_one_file_are_named_by_their_number() -> None:
    records = [article(f"r{number}", path="news.jsonl", record=number) for number in (1, 2)]
    kept, notes = settled(*records)
    assert kept[0].files == ["record 1 of news.jsonl", "record 2 of news.jsonl"]
    assert notes[0].startswith("record 2 of news.jsonl: is the same article as record 1 of news.jsonl")


# --- a newer text supersedes an older one


@pytest.mark.parametrize(
    ("newer", "older", "reason"),
    [
        ({"published": "2031-06-11"}, {"published": "2031-06-10"}, "it is of an earlier day"),
        (
            {"published": "2031-06-10", "updated": "2031-06-12"},
            {"published": "2031-06-10"},
            "it is of an earlier day",
        ),
        ({"path": "2031-06-12/crane.txt"}, {"path": "2031-06-11/crane.txt"}, "the newer file's path has a later date"),
        (
            {"path": "crane-10.txt"},
            {"path": "crane-2.txt"},
            "nothing says which is the newer, so that the file that comes later by name was taken for it",
        ),
        (
            {"supersedes": "z-older.txt", "published": "2031-06-01"},
            {"path": "z-older.txt", "published": "2031-06-10"},
            "a person stated so",
        ),
    ],
)
def test_which_of_two_texts_of_one_address_is_the_newer(
    newer: dict[str, Any], older: dict[str, Any], reason: str
) -> None:
    address = {"url": "https://example.org/crane"}
    kept, _ = settled(
        article("newer", **address, **newer), article("older", FALLEN, *PARAGRAPHS[1:], **address, **older)
    )
    assert [source.id for source in kept] == ["newer"]
    assert [(earlier.id, earlier.reason) for earlier in kept[0].earlier] == [("older", reason)]


@pytest.mark.parametrize(
    "notice",
    [
        "This article has been updated with the number of the injured.",
        "Correction: An earlier version gave a wrong number.",
        "Editor's note: An earlier version of this story misstated how many people were injured.",
        "(Corrects number of injured in first paragraph)",
        "Updated 12 June 2031",
    ],
)
def test_a_text_that_says_it_was_corrected_supersedes_the_other(notice: str) -> None:
    corrected = article("a", *PARAGRAPHS, notice)
    kept, notes = settled(corrected, article("b", FALLEN, *PARAGRAPHS[1:]))
    assert [source.id for source in kept] == ["a"]
    assert kept[0].earlier[0].reason == "the newer text says that it was corrected or updated"
    assert len(notes) == 1


def test_a_person_says_what_supersedes_what_however_different_the_texts() -> None:
    rewritten = article("b/new", "All is well.", title="Correction", path="b/new.txt", supersedes="old.txt")
    kept, _ = settled(article("b/old", path="b/old.txt"), rewritten)
    assert [(source.path, source.earlier[0].path) for source in kept] == [("b/new.txt", "b/old.txt")]


def test_a_statement_that_names_no_article_is_told() -> None:
    kept, notes = settled(article("a", supersedes="gone.txt"))
    assert len(kept) == 1
    assert notes == ["a.txt: supersedes “gone.txt”, but there is no such article; name its file"]


def test_facts_that_fell_with_an_earlier_version_are_listed() -> None:
    address = {"url": "https://example.org/crane"}
    older = article("older", FALLEN, *PARAGRAPHS[1:], published="2031-06-10", **address)
    newer = article("newer", published="2031-06-11", **address)
    kept, notes = settle_versions([told(newer, LEAD, PARAGRAPHS[2]), told(older, FALLEN, PARAGRAPHS[2])])
    [earlier] = kept[0].source.earlier
    assert [(fact.kind, fact.title, fact.quote) for fact in earlier.fell] == [
        ("event", "Eight dockers were injured on Monday", FALLEN)
    ]
    assert (earlier.path, earlier.published) == ("older.txt", date(2031, 6, 10))
    assert notes == [
        "older.txt: superseded by newer.txt, since it is of an earlier day; no longer told: event “Eight dockers were "
        "injured on Monday”"
    ]


def test_every_version_lists_what_the_next_ones_no_longer_tell() -> None:
    address = {"url": "https://example.org/crane"}
    seven = LEAD.replace("Six", "Seven")
    versions = [
        told(article(f"v{number}", lead, *PARAGRAPHS[1:], published=f"2031-06-1{number}", **address), lead)
        for number, lead in enumerate((FALLEN, seven, LEAD))
    ]
    kept, _ = settle_versions(versions)
    assert [(e.id, [fact.quote for fact in e.fell]) for e in kept[0].source.earlier] == [
        ("v1", [seven]),
        ("v0", [FALLEN]),
    ]


def test_an_event_whose_words_and_date_changed_fell_though_its_title_did_not() -> None:
    address = {"url": "https://example.org/crane"}
    lead = LEAD.replace("the port", "the old port")
    older = article("older", lead, *PARAGRAPHS[1:], published="2031-06-10", **address)
    newer = article("newer", published="2031-06-11", **address)
    kept, _ = settle_versions([told(older, lead, day=date(2031, 6, 9)), told(newer, LEAD, day=date(2031, 6, 2))])
    assert [fact.title for fact in kept[0].source.earlier[0].fell] == ["Six dockers were injured on Monday"]


def test_evidence_of_what_is_kept_stands_in_texts_that_are_kept() -> None:
    address = {"url": "https://example.org/crane"}
    older = told(article("older", FALLEN, *PARAGRAPHS[1:], published="2031-06-10", **address), FALLEN)
    kept, _ = settle_versions([older, told(article("newer", published="2031-06-11", **address), LEAD)])
    sources = {distillate.source.id: distillate.source for distillate in kept}
    held = [e for told_of in kept for event in told_of.events for e in event.evidence]
    held += [e for told_of in kept for actor in told_of.actors for e in actor.evidence]
    assert held
    assert all(sources[e.source].text[e.start : e.end] == e.quote for e in held)


def test_nothing_depends_on_the_order_in_which_articles_come() -> None:
    address = {"url": "https://example.org/crane"}
    sources = [
        article("a", published="2031-06-10", publisher="Post", **address),
        article("b", FALLEN, *PARAGRAPHS[1:], published="2031-06-12", publisher="Post", **address),
        article("c", publisher="Herald"),
        article("d"),
        article("e", *PARAGRAPHS, "More to come.", publisher="Herald"),
    ]
    assert settled(*sources) == settled(*reversed(sources))


def test_articles_without_a_likeness_are_left_as_they_are(telling: Callable[..., Any]) -> None:
    articles = [telling("a", "2031-06-10", "One").distillate(), telling("b", None, "Two").distillate()]
    assert settle_versions(articles) == (articles, [])
