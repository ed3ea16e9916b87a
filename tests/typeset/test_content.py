"""What a brief holds stands in its PDF."""

import re

import pytest

from generator.model import Agreement, Brief, Review, Topic
from generator.render import dates
from generator.typeset import Design, Paper, typeset, typeset_dossiers
from generator.typeset.document import document
from tests.typeset.reading import ReadPdf


def close(words: str) -> str:
    """The words without spaces: lines break anywhere between them."""
    return "".join(words.split())


def test_every_event_stands_in_the_timeline_with_its_date(read: ReadPdf, labelled: Brief) -> None:
    first, last = (next(i for i, p in enumerate(read.pages) if p.startswith(s)) for s in ("Timeline", "Dossiers"))
    timeline = close(" ".join(read.pages[first:last]))
    for event in labelled.events:
        assert close(event.title) in timeline
        assert close(dates.span(event.date)) in timeline


def test_bottom_line_and_judgements_stand_on_one_page_with_their_confidence(read: ReadPdf, labelled: Brief) -> None:
    (page,) = [close(page) for page in read.pages if "KEY JUDGEMENTS" in page]
    for judgement in [*labelled.bottom_line, *labelled.judgements]:
        assert close(judgement.text.split(".")[0]) in page
    for judgement in labelled.judgements:
        if judgement.confidence:
            assert f"{judgement.confidence}confidence" in page


def test_agreements_with_provisions_questions_with_indicators_and_statements(read: ReadPdf, labelled: Brief) -> None:
    for agreement in labelled.agreements:
        for provision in agreement.provisions:
            assert close(provision.text[1:]) in read.close
    for question in labelled.questions:
        assert close(question.text) in read.close
        for indicator in question.indicators if question.status == "open" else []:
            assert close(indicator) in read.close
    for statement in labelled.statements:
        if statement.speaker:
            assert close(statement.text.strip('"“”')) in read.close


def test_sides_of_a_discrepancy_stand_beside_each_other(read: ReadPdf, labelled: Brief) -> None:
    (page,) = [close(page) for page in read.pages if "Discrepancies" in page and "Sources differ on" in page]
    for discrepancy in labelled.discrepancies:
        for account in discrepancy.accounts:
            assert close(account.value) in page
            assert close(account.evidence[0].quote) in page


def test_every_source_has_its_descriptor_and_grade(read: ReadPdf, labelled: Brief) -> None:
    for source in labelled.sources:
        assert close(source.title) in read.close
        assert f"grade{source.reliability}," in read.close
        assert close(source.descriptor or "") in read.close


def test_endnotes_quote_the_source_with_date_and_grade(read: ReadPdf, labelled: Brief) -> None:
    notes = close(" ".join(read.pages[next(i for i, p in enumerate(read.pages) if p.startswith("Notes")) :]))
    for event in labelled.events:
        assert close(event.evidence[0].quote) in notes
    assert re.search(r"PortLisseHerald,12Jun2031,B\d", notes)


def test_the_cover_says_what_it_is(read: ReadPdf) -> None:
    for words in ("The Sandrel Strait", "20 Jun 2031", "3 May 2031 to 19 Jun 2031", "3 articles", "Desk 4"):
        assert words in read.pages[0].replace("\u00a0", " ")


def test_the_executive_page(labelled: Brief) -> None:
    read = ReadPdf(typeset(labelled, Design(one_page=True)))
    for head in ("BOTTOM LINE", "KEY JUDGEMENTS", "LATEST", "OPEN QUESTIONS"):
        assert head in read.pages[0]
    assert "Sources" in read.pages[1]
    assert "Dossiers" not in read.text
    assert all("TLP:AMBER+STRICT" in page for page in read.pages)


def test_one_dossier(labelled: Brief) -> None:
    told = {
        "ilsa-marrow": ("Ilsa Marrow", "IN THEIR WORDS"),
        "sandrel-accord": ("Sandrel Accord", "PROVISIONS"),
        "the-accord": ("The accord", "AGREEMENTS"),
    }
    for identifier, words in told.items():
        read = ReadPdf(typeset(labelled, Design(only=identifier)))
        assert all(each in read.text for each in words)
        assert "Noor Castellane" not in [bookmark.title for bookmark in read.bookmarks]


def test_many_dossiers_at_once_are_the_same_as_one_by_one(labelled: Brief) -> None:
    found = typeset_dossiers(labelled, ["ilsa-marrow", "sandrel-accord"], Design(paper="us-letter"))
    assert list(found) == ["ilsa-marrow", "sandrel-accord"]
    for identifier, pdf in found.items():
        assert pdf == typeset(labelled, Design(paper="us-letter", only=identifier))


def test_an_actor_of_whom_nothing_is_told_still_cites_where_it_is_named(labelled: Brief) -> None:
    bare = labelled.actors[-1].model_copy(update={"id": "bare", "name": "Bare Mention"})
    brief = labelled.model_copy(update={"actors": [*labelled.actors, bare]})
    read = ReadPdf(typeset(brief, Design(only="bare")))
    assert close(bare.evidence[0].quote) in close(" ".join(read.pages[-1:]))


def test_a_topic_of_nothing(labelled: Brief) -> None:
    brief = labelled.model_copy(update={"topics": [*labelled.topics, Topic(id="empty", name="Empty")]})
    assert "The Sandrel Strait" in ReadPdf(typeset(brief, Design(only="empty"))).text


def test_a_dossier_of_nobody(labelled: Brief) -> None:
    with pytest.raises(LookupError, match="nobody: no actor, agreement or topic"):
        typeset(labelled, Design(only="nobody"))


def test_hidden_facts_are_not_printed(labelled: Brief) -> None:
    event = labelled.events[0]
    hidden = event.model_copy(update={"review": Review(hidden=True)})
    brief = labelled.model_copy(update={"events": [hidden, *labelled.events[1:]]})
    assert event.title not in str(document(brief, Design()).as_json())


def test_a_brief_of_nothing(labelled: Brief) -> None:
    assert "Nothing yet" in ReadPdf(typeset(Brief(title="Nothing yet"))).pages[0]


def test_paper(labelled: Brief) -> None:
    sizes: dict[Paper, tuple[int, int]] = {"a4": (595, 842), "us-letter": (612, 792)}
    for paper, size in sizes.items():
        read = ReadPdf(typeset(labelled, Design(paper=paper, one_page=True)))
        box = read.document.pages[0].mediabox
        assert (round(float(box[2])), round(float(box[3]))) == size


def test_an_agreement_of_which_only_the_name_is_told(labelled: Brief) -> None:
    known = labelled.agreements[0]
    bare = Agreement(id="bare", title="Harbour pact", evidence=known.evidence)
    with_it = labelled.model_copy(update={"agreements": [*labelled.agreements, bare]})
    assert "Harbour pact" in ReadPdf(typeset(with_it)).text
