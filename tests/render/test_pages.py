"""What stands on the pages, as Markdown that a person can read too."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.model import Actor, AgreementStatus, Brief, DateSpan, Event, Evidence, Question, Review
from generator.render.pages import pages
from generator.render.rendering import RenderError, render
from generator.render.standing import Standing


@pytest.fixture(scope="module")
def written(strait: Brief) -> dict[str, str]:
    return {page.path: page.text for page in pages(strait, [])}


def lines(page: str, heading: str = "") -> list[str]:
    """The list items under a heading as a reader sees them: without links' targets, tags and attribute lists."""
    part = page
    if heading:
        part = re.split(r"^## ", page.partition(f"## {heading}")[2], maxsplit=1, flags=re.MULTILINE)[0]
    return [seen(line) for line in part.splitlines() if re.match(r"\s*(-|\d\.) ", line)]


def seen(line: str) -> str:
    line = re.sub(r"\]\([^()]*\)|\]\[p\d+\]|\{[.#][^{}]*\}|<[^<>]+>|\[", "", line)
    return " ".join(line.split())


def rendered(brief: Brief, path: str) -> str:
    return next(page.text for page in pages(brief, []) if page.path == path)


def test_home_opens_with_edition_title_and_bottom_line(written: dict[str, str]) -> None:
    home = written["index.md"]

    assert "Edition of 20 Jun 2031" in home
    assert "3\N{NO-BREAK SPACE}articles, 3 May 2031 to 19 Jun 2031" in home
    assert (
        home.index("# The Sandrel Strait")
        < home.index("Verania and Karsk signed the Sandrel Accord")
        < home.index("## ")
    )


def test_home_shows_the_latest_first_and_what_is_ahead_apart(written: dict[str, str]) -> None:
    latest, ahead = lines(written["index.md"], "Latest"), lines(written["index.md"], "Ahead")

    assert latest[0].startswith("- 16 Jun 2031 ongoing The first joint patrol leaves Port Lisse with mixed crews 6")
    assert len(latest) == 10
    assert not any("planned" in line or "possible" in line for line in latest)
    assert ahead[0].startswith("- Jun 2031 possible Teodor Vance may visit the court")
    assert ahead[-1].startswith("- undated possible Karsk could suspend the accord")


def test_home_ranks_actors_by_the_events_they_take_part_in(written: dict[str, str]) -> None:
    assert lines(written["index.md"], "Actors")[:3] == ["- Karsk 14", "- Verania 14", "- Teodor Vance 3"]


def test_a_dossier_says_who_it_is_and_since_when(written: dict[str, str]) -> None:
    dossier = written["actors/ilsa-marrow.md"]

    assert lines(dossier.partition("## ")[0]) == ["- Prime Minister of Verania 1 2 as of 19 Jun 2031"]
    assert "Also written Marrow" in dossier
    assert "In articles of 12 Jun 2031 to 19 Jun 2031" in dossier


def test_a_dossier_shows_timeline_words_relations_and_what_is_open(written: dict[str, str]) -> None:
    dossier = written["actors/ilsa-marrow.md"]

    assert lines(dossier, "Timeline") == [
        "- 4 Oct 2031 planned Ilsa Marrow travels to Dovrin 4 5 low confidence "
        "2 sources, 1 independent · possible as of 12 Jun 2031 5 · date set by an analyst · "
        "the visit was announced for the fourth",
        "- 10 Jun 2031 occurred Verania and Karsk sign the Sandrel Accord 6 7 8 9 moderate confidence "
        "Port Lisse · 2 sources · date from one source 6",
    ]
    assert lines(dossier, "In their words")[0] == "- 19 Jun 2031 “You are the accord” 10"
    assert lines(dossier, "Relations")[0] == "- Karsk 2 events, 2 cooperative 4 6"
    assert lines(dossier, "Questions") == [
        "- 12 Jun 2031 When will Ilsa Marrow visit Dovrin? 5 answered",
        "- 4 Oct 2031 planned Ilsa Marrow travels to Dovrin 12",
    ]


@pytest.mark.parametrize(
    ("text", "quoted", "shown"),
    [
        ("You are the accord", True, "“You are the accord”"),
        ('"You are the accord"', True, "“You are the accord”"),
        ("the navy “will go”", True, "the navy “will go”"),
        ('She called it "unlawful"', True, 'She called it "unlawful"'),
        ("Karsk has no objection", False, "Karsk has no objection"),
    ],
)
def test_only_direct_speech_stands_in_quotation_marks(strait: Brief, text: str, quoted: bool, shown: str) -> None:
    said = strait.statements[0].model_copy(update={"text": text, "quoted": quoted})
    page = rendered(strait.model_copy(update={"statements": [said]}), "actors/ilsa-marrow.md")

    (line,) = lines(page, "In their words")
    assert line == f"- 10 Jun 2031 {shown} 10"


def test_sections_without_content_do_not_appear(written: dict[str, str]) -> None:
    dossier = written["actors/noor-castellane.md"]

    assert re.findall(r"^## (\w+)", dossier, re.MULTILINE) == ["Timeline", "Relations", "Topics", "Sources"]
    assert "None" not in dossier
    assert "N/A" not in dossier


def test_long_lists_fold_after_the_tenth(written: dict[str, str]) -> None:
    timeline = written["actors/karsk.md"].partition("## Timeline")[2].partition("## ")[0]
    shown, folded = timeline.split("<summary>4 more</summary>")

    assert (len(lines(shown)), len(lines(folded))) == (10, 4)


def test_one_passage_has_one_number_on_a_page(written: dict[str, str]) -> None:
    for path, text in written.items():
        targets = re.findall(r"^\[p(\d+)\]: (\S+)", text, re.MULTILINE)
        assert len({target for _, target in targets}) == len(targets), path
        assert [int(number) for number, _ in targets] == list(range(1, len(targets) + 1)), path


def test_a_citation_shows_quote_source_and_date_in_place(written: dict[str, str]) -> None:
    words = "Verania and Karsk signed the Sandrel Accord in Port Lisse on Tuesday"
    hover = f"“{words}” — Port Lisse Herald, 12 Jun 2031, grade B"
    assert f'[p1]: sources/accord-signed.md#p-53-121 "{hover}"' in written["index.md"]


def test_a_quote_of_a_few_words_is_shown_with_its_sentence(written: dict[str, str]) -> None:
    definition = next(line for line in written["actors/ilsa-marrow.md"].splitlines() if "#p-579-615" in line)
    hover = "“You are the accord,” she told them. — Coast &amp; Current, 19 Jun 2031, grade F"
    assert definition.split(' "', 1)[1] == f'{hover}"'


def test_an_agreement_shows_parties_status_provisions_and_what_is_around_it(written: dict[str, str]) -> None:
    agreement = written["agreements/sandrel-accord.md"]

    particulars = lines(agreement.partition("## ")[0])
    assert particulars == [
        "- Parties Verania, Karsk 1 2 3",
        "- Signed 10 Jun 2031 1 date from one source",
        "- Status signed 1 high confidence",
        "- Called Strait Treaty, 3 accord 3 4",
        "- Sep 2030 Negotiating: “The talks began in September 2030” 5",
        "- 10 Jun 2031 Signed: “Verania and Karsk signed the Sandrel Accord in Port Lisse on Tuesday” 1",
    ]
    assert lines(agreement, "Provisions")[0] == "1. A joint coastguard of 40 vessels 6"
    assert "Teodor Vance “a beginning that must be proved every morning”" in " ".join(
        lines(agreement, "What is said of it")
    )
    assert "Will the parliament in Dovrin ratify the accord" in " ".join(lines(agreement, "What it leaves open"))
    assert len(lines(agreement, "Events around it")) == 4


def test_an_agreement_that_ended_says_so(strait: Brief) -> None:
    ended = strait.agreements[0].model_copy(update={"status": AgreementStatus.BROKEN})
    page = rendered(strait.model_copy(update={"agreements": [ended]}), "agreements/sandrel-accord.md")

    assert re.findall(r'<li class="(\w+)"[^>]*>([\w ]+)</li>', page)[-1] == ("here", "broken")


def test_the_timeline_runs_through_years_and_months_with_the_undated_last(written: dict[str, str]) -> None:
    timeline = written["events/index.md"]

    assert re.findall(r"^###? ([\w ]+) \{", timeline, re.MULTILINE) == [
        *("2030", "September"),
        *("2031", "January", "March", "April", "May", "June", "July", "October"),
        "Undated",
    ]
    assert len(lines(timeline)) == 20


def test_an_event_of_a_whole_year_stands_before_the_months_of_that_year(strait: Brief) -> None:
    year = DateSpan.model_validate({"start": "2031-01-01", "end": "2031-12-31", "precision": "year", "basis": "stated"})
    events = [strait.events[2].model_copy(update={"date": year}), *strait.events[3:5]]
    page = rendered(strait.model_copy(update={"events": events}), "events/index.md")

    assert [line.split(" ")[1] for line in lines(page)] == ["2031", "Apr", "Apr"]


def test_a_status_other_than_occurred_stands_before_the_sentence(written: dict[str, str]) -> None:
    line = next(line for line in lines(written["events/index.md"]) if "Ardent makes" in line)
    assert line.startswith("- Apr 2031 denied The Ardent makes a voyage in April")


def test_an_event_of_many_reports_shows_four_marks_and_leads_to_all(strait: Brief) -> None:
    event = next(event for event in strait.events if event.id == "sandrel-accord-is-signed")
    more = [*event.evidence, *strait.agreements[0].provisions[0].evidence, *strait.agreements[0].provisions[1].evidence]
    told = event.model_copy(update={"evidence": more, "given_by": {}})
    brief = strait.model_copy(update={"events": [told]})

    assert "[+2](events/index.md#sandrel-accord-is-signed" in rendered(brief, "index.md")
    assert len(re.findall(r"\]\[p\d+\]", rendered(brief, "events/index.md"))) == 6


def test_a_source_page_shows_its_origin_and_what_rests_on_each_paragraph(written: dict[str, str]) -> None:
    source = written["sources/court-hearing.md"]

    assert "The Meridian Record · 3 May 2031 (stated in the text)" in source
    assert "grade C, fairly reliable" in source
    paragraph = source.partition("A ruling")[0].rpartition("offered to send observers")[0]
    assert "- Teodor Vance may visit the court" in lines(paragraph)
    assert "Ruth Okonjo-Lind says" in " ".join(lines(source))


@pytest.mark.parametrize(
    ("raised", "age"), [("2031-05-01", ""), ("2031-04-30", "open for 1\N{NO-BREAK SPACE}day"), ("2031-05-02", "")]
)
def test_a_question_raised_on_the_day_of_the_brief_has_no_age(raised: str, age: str) -> None:
    evidence = Evidence(source="a", start=0, end=5, quote="words")
    question = Question(id="q", text="Will it rain?", raised=date.fromisoformat(raised), evidence=[evidence])
    assert Standing(Brief(title="x", generated=date(2031, 5, 1), questions=[question])).age(question) == age


def test_open_questions_and_answered_ones_with_what_answers_them(written: dict[str, str]) -> None:
    questions = written["questions/index.md"]

    assert len(lines(questions, "[The seabed case")) == 3
    assert len(lines(questions, "[Fishing and protest")) == 1
    first = lines(questions, "[The accord")[0]
    assert first.startswith("- 19 Jun 2031 Will the parliament in Dovrin ratify the accord before winter?")
    assert "open for 1 day" in first
    owner = next(line for line in lines(questions) if "Who owns the seabed itself?" in line)
    assert "Would answer it: A report that the court rules on the seabed" in owner
    asked, answer = lines(questions, "Answered")
    assert asked.startswith("- 12 Jun 2031 When will Ilsa Marrow visit Dovrin?")
    assert answer.startswith("- 4 Oct 2031 planned Ilsa Marrow travels to Dovrin")
    assert answer.endswith("“The prime minister is to travel to Dovrin on 4 October”")


def test_a_brief_of_nothing_is_small_and_not_broken() -> None:
    nothing = {page.path: page.text for page in pages(Brief(title="Nothing yet"), [])}

    assert sorted(nothing) == sorted(
        f"{folder}index.md"
        for folder in ("", "actors/", "agreements/", "discrepancies/", "events/", "questions/", "sources/", "topics/")
    )
    assert "# Nothing yet" in nothing["index.md"]
    assert "## " not in nothing["index.md"]


def test_a_workspace_template_of_the_same_name_wins(strait: Brief, tmp_path: Path) -> None:
    (tmp_path / "topics.md").write_text("Our own: {{ brief.topics[0].name }}\n", encoding="utf-8")
    topic = strait.topics[0].model_copy(update={"name": "The *accord*"})
    texts = {page.path: page.text for page in pages(strait.model_copy(update={"topics": [topic]}), [tmp_path])}

    assert texts["topics/index.md"] == "Our own: The &#42;accord&#42;\n"
    assert texts["agreements/index.md"].startswith("---")


@pytest.mark.parametrize(
    ("template", "complaint"),
    [("{% if %}", "topics.md:1"), ("\n{{ page.nothing() }}", "topics.md"), ("{{ brief.titel }}", "titel")],
)
def test_a_template_at_fault_is_named_and_nothing_is_written(
    strait: Brief, tmp_path: Path, template: str, complaint: str
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "topics.md").write_text(template, encoding="utf-8")

    with pytest.raises(RenderError, match=complaint):
        render(strait, tmp_path / "docs", [tmp_path / "templates"])
    assert not (tmp_path / "docs").exists()


def test_a_fact_shows_how_well_it_is_borne_out_and_what_it_was_before(written: dict[str, str]) -> None:
    timeline = written["events/index.md"]
    seen_lines = {
        words: next(each for each in lines(timeline) if part in each)
        for words, part in (("signed", "sign the Sandrel Accord"), ("travels", "travels to Dovrin"))
    }

    assert "moderate confidence" in seen_lines["signed"]
    assert "2 sources" in seen_lines["signed"]
    assert "independent" not in seen_lines["signed"]
    assert "Credibility 2, probably true: two independent sources tell it" in timeline
    assert "2 sources, 1 independent" in seen_lines["travels"]
    assert "possible as of 12 Jun 2031" in seen_lines["travels"]
    assert "date set by an analyst · the visit was announced for the fourth" in seen_lines["travels"]


def test_where_sources_differ_is_flagged_and_shown_side_by_side(written: dict[str, str]) -> None:
    page = written["discrepancies/index.md"]

    first, second = lines(page)
    assert first.startswith("- Karsk sent the ship “Verania accused Karsk of sending a survey ship")
    assert second.startswith("- it did not sail “Karsk denied that any such voyage took place”")
    anchor = "discrepancies/index.md#occurrence-of-survey-ship-ardent-enters-disputed-waters"
    for path in ("events/index.md", "actors/karsk.md"):
        assert f"[sources differ on whether it happened](../{anchor} " in written[path]
    assert "## Discrepancies" in written["actors/karsk.md"]
    assert "## Discrepancies" not in written["actors/ilsa-marrow.md"]


def test_home_gives_key_judgements_with_confidence_and_what_is_new(written: dict[str, str]) -> None:
    analyst, machine = [line for line in written["index.md"].splitlines() if line.startswith("1. ")][:2]

    assert seen(analyst).startswith("1. The accord is likely to hold until the court rules.")
    assert "moderate confidence" in seen(analyst)
    assert seen(analyst).endswith("analyst")
    assert "Composed by rule. two independent sources agree." in machine
    assert lines(written["index.md"], "New")[:2] == [
        "- new The first joint patrol leaves Port Lisse with mixed crews 6",
        "- changed Ilsa Marrow travels to Dovrin 7",
    ]
    assert lines(written["changes/index.md"], "Withdrawn") == [
        "- event The port is closed its only source was taken out"
    ]


def test_an_agreement_shows_its_steps_with_dates_and_words(written: dict[str, str]) -> None:
    page = written["agreements/sandrel-accord.md"]

    assert '<li class="done">negotiating <span class="when">Sep 2030</span></li>' in page
    assert '<li class="here" aria-current="step">signed <span class="when">10 Jun 2031</span></li>' in page
    assert "- Sep 2030 Negotiating: “The talks began in September 2030”" in " | ".join(lines(page))


def test_sources_open_with_what_they_are_worth_together(written: dict[str, str]) -> None:
    page = written["sources/index.md"]
    assert "Three news articles of May and June 2031 by three publishers" in page


def test_what_a_person_hides_is_on_no_page_and_what_they_pin_comes_first(strait: Brief) -> None:
    def marked[F: (Actor, Event)](facts: list[F], identifier: str, review: Review) -> list[F]:
        return [f.model_copy(update={"review": review}) if f.id == identifier else f for f in facts]

    hidden = marked(strait.events, "police-arrest-eleven", Review(hidden=True))
    events = marked(hidden, "karsk-releases-the-trawlers", Review(pinned=True))
    actors = marked(strait.actors, "halden-copper", Review(hidden=True))
    texts = {page.path: page.text for page in pages(strait.model_copy(update={"events": events, "actors": actors}), [])}

    assert not any("arrest" in line for text in texts.values() for line in lines(text))
    assert "actors/halden-copper.md" not in texts
    assert not any("halden-copper.md" in text for text in texts.values())
    assert "Karsk releases the trawlers" in lines(texts["index.md"], "Latest")[0]


def test_a_dossier_opens_with_what_is_established_in_cited_sentences(written: dict[str, str]) -> None:
    head = written["actors/karsk.md"].partition("## ")[0]
    (lead,) = [seen(line) for line in head.splitlines() if line.startswith("Verania and Karsk signed")]
    assert lead.startswith("Verania and Karsk signed the Sandrel Accord on 10 June 2031. 1 On 2 May 2031, Karsk")
    assert 'class="lead' not in written["actors/ilsa-marrow.md"]


def test_an_event_that_several_tell_has_a_page_with_their_accounts_and_its_grades(written: dict[str, str]) -> None:
    page = written["stories/sandrel-accord-is-signed.md"]

    particulars = lines(page.partition("## ")[0])
    assert particulars[0].startswith("- When 10 Jun 2031 worked out from the date of publication")
    assert "- Where Port Lisse" in particulars[1]
    assert "Moderate confidence: two independent sources agree." in seen(page)
    assert "- Protest, praise and a patrol follow the accord on the account of Strait Wire" in lines(page, "How well")
    told = lines(page, "Who tells it")
    assert told[0].startswith("- 19 Jun 2031 Protest, praise and a patrol follow the accord: “A week after Verania")
    travels = written["stories/marrow-travels-to-dovrin.md"]
    assert [line.split(":")[0] for line in lines(travels, "How it came about")] == [
        "- 12 Jun 2031 Possible",
        "- 19 Jun 2031 Planned",
    ]
    assert "When will Ilsa Marrow visit Dovrin?" in " ".join(lines(travels, "What it answers"))
    assert "](../stories/sandrel-accord-is-signed.md)" in written["events/index.md"]
    assert "stories/police-arrest-eleven.md" not in written


def test_a_page_of_an_event_that_very_many_tell_stays_short(strait: Brief) -> None:
    first = strait.sources[0]
    sources = [first.model_copy(update={"id": f"copy-{number:02}", "title": f"Copy {number}"}) for number in range(60)]
    event = strait.events[0]
    told = [passage.model_copy(update={"source": source.id}) for source in sources for passage in event.evidence[:1]]
    of_many = event.model_copy(update={"evidence": told, "given_by": {}})
    brief = Brief(title="Many", sources=sources, actors=strait.actors[:0], events=[of_many])
    page = next(page.text for page in pages(brief, []) if page.path.startswith("stories/"))

    assert len(lines(page, "Who tells it")) == 40
    assert "20\N{NO-BREAK SPACE}more sources" in page
