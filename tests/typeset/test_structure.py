"""The PDF as other software finds it: bookmarks, links, labels, tags, fonts, attachments."""

import io
from decimal import Decimal
from pathlib import Path

import pikepdf

from generator.export import to_json
from generator.model import Actor, Agreement, Brief, Evidence
from generator.render.linking import name
from generator.typeset import Design, typeset
from generator.typeset.document import document
from generator.yamlfiles import model_to_yaml
from tests.typeset.reading import Bookmark, ReadPdf

SMALLEST_LABEL = 12  # Points, as the Traffic Light Protocol asks.


def test_bookmarks_name_every_section_and_every_dossier(read: ReadPdf, labelled: Brief) -> None:
    sections = [bookmark.title for bookmark in read.bookmarks if bookmark.depth == 0]
    expected = ["Bottom line", "Key judgements", "Contents", "Timeline", "Network", "Dossiers", "Agreements"]
    assert sections == [*expected, "Questions", "Discrepancies", "Sources", "Method", "Notes"]
    things: list[Actor | Agreement] = [*labelled.actors, *labelled.agreements]
    for thing in things:
        assert Bookmark(name(thing), 1) in read.bookmarks


def test_every_page_has_its_label_twice_and_large(read: ReadPdf) -> None:
    for page, text in zip(read.document.pages, read.pages, strict=True):
        assert text.count("TLP:AMBER+STRICT") == 2
        sizes = [
            abs(Decimal(str(operation.operands[1])))
            for operation in pikepdf.parse_content_stream(page)
            if str(operation.operator) == "Tf"
        ]
        assert sum(size >= SMALLEST_LABEL for size in sizes) >= 2


def test_every_link_inside_lands_on_a_page(read: ReadPdf) -> None:
    inside = [link for _, link in read.links_inside]
    assert len(inside) > 100
    assert all(read.landing(link) for link in inside)


def test_citations_lead_to_endnotes_and_back(read: ReadPdf) -> None:
    first = next(i for i, page in enumerate(read.pages, start=1) if page.startswith("Notes"))
    landings = [(number, read.landing(link)) for number, link in read.links_inside]
    assert any(number < first and landing and landing >= first for number, landing in landings)
    assert any(number >= first and landing and landing < first for number, landing in landings)


def test_it_is_tagged_and_says_what_it_keeps(read: ReadPdf, notes_of_the_press: list[str]) -> None:
    root = read.document.Root
    assert notes_of_the_press == []
    assert root.MarkInfo.Marked
    assert str(root.Lang).startswith("en")
    assert root.ViewerPreferences.DisplayDocTitle
    metadata = read.document.open_metadata()
    assert metadata["dc:title"] == "The Sandrel Strait"
    assert (metadata["pdfuaid:part"], metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("1", "2", "A")


def test_what_cannot_be_kept_is_told_and_the_next_best_is_kept(labelled: Brief, tmp_path: Path) -> None:
    (tmp_path / "brief.typ").write_text('#set text(lang: "en")\nA document without a title', "utf-8")
    said: list[str] = []
    metadata = ReadPdf(typeset(labelled, templates=[tmp_path], note=said.append)).document.open_metadata()
    (line,) = said
    assert line.startswith("the PDF keeps a-2b; it cannot keep ua-1 and a-2a: ")
    assert "title" in line
    assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")


def test_figures_are_described(read: ReadPdf) -> None:
    waiting, described = [read.document.Root.StructTreeRoot], []
    while waiting:
        here = waiting.pop()
        if isinstance(here, pikepdf.Array):
            waiting += list(here)
        elif isinstance(here, pikepdf.Dictionary):
            if here.get("/S") == "/Figure":
                described.append(str(here.get("/Alt", "")))
            if "/K" in here:
                waiting.append(here.K)
    assert any(words.startswith("Timeline of") for words in described)
    assert any(words.startswith("Network of") for words in described)


def test_all_fonts_are_inside(read: ReadPdf) -> None:
    assert read.fonts
    for font in read.fonts:
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(font.keys())
        assert any(face in str(font.FontName) for face in ("Libertinus", "FiraGO", "Noto"))


def test_equal_briefs_give_equal_bytes(labelled: Brief, printed: bytes) -> None:
    assert typeset(labelled.model_copy(deep=True), Design(prepared_by="Desk 4")) == printed


def test_the_data_goes_along_byte_for_byte(labelled: Brief) -> None:
    said: list[str] = []
    document = pikepdf.open(io.BytesIO(typeset(labelled, Design(attach=True, one_page=True), note=said.append)))
    attached = {name: file.get_file().read_bytes() for name, file in document.attachments.items()}
    assert attached == {"brief.json": to_json(labelled).encode(), "brief.yml": model_to_yaml(labelled).encode()}
    assert document.open_metadata()["pdfaid:part"] == "3"
    assert said == []


def test_endnotes_lead_to_the_passages_on_the_site(labelled: Brief) -> None:
    read = ReadPdf(typeset(labelled, Design(site="https://brief.example/strait/")))
    passage: Evidence = labelled.events[0].evidence[0]
    address = f"https://brief.example/strait/sources/{passage.source}/#p-{passage.start}-{passage.end}"
    assert address in read.addresses


def test_a_very_large_brief_cites_its_sources_by_number(labelled: Brief) -> None:
    crowd = [labelled.actors[-1].model_copy(update={"id": f"crowd-{number}"}) for number in range(200)]
    read = ReadPdf(typeset(labelled.model_copy(update={"actors": [*labelled.actors, *crowd], "comparison": None})))
    assert "Notes" not in [bookmark.title for bookmark in read.bookmarks]
    assert "S1" in read.pages[1]


def test_every_endnote_is_cited_and_every_citation_has_its_endnote(labelled: Brief) -> None:
    for design in (Design(), Design(one_page=True), Design(only="verania"), Design(only="the-accord")):
        marked, noted = set[str](), set[str]()
        waiting = [document(labelled, design).as_json()]
        while waiting:
            here = waiting.pop()
            if isinstance(here, dict):
                marked |= {here["to"]} if "mark" in here and "to" in here else set()
                noted |= {here["anchor"]} if "back" in here else set()
                waiting += here.values()
            elif isinstance(here, list):
                waiting += here
        assert noted
        assert marked == noted
