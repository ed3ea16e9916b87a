"""Articles that try to be more than text, from the folder to all that is given out: harmless, and there to read."""

import json
import random
import re
import shutil
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest
import yaml
from click.testing import CliRunner
from lxml import etree, html
from mkdocs.commands.build import build
from mkdocs.config import load_config

import generator.language
from generator.articles import read_articles
from generator.cli import main
from generator.language import Pipeline
from generator.model import Brief
from generator.workspace import Workspace, build_brief
from tests.faults.runs import DEEDS, PLACES
from tests.typeset.reading import ReadPdf

REPOSITORY = Path(__file__).parents[2]

ATTACKS = {
    "a script": "<script>alert('evil')</script>",
    "an event handler": "<img src=x onerror=alert('evil')>",
    "a figure": "</svg><svg onload=alert('evil')>",
    "the end of an element": "</li></ul></article><b onclick=\"alert('evil')\">bold</b>",
    "a link": "[click](javascript:alert('evil')) <https://evil.example>",
    "Markdown": "**bold** `code` # heading {: onclick=\"alert('evil')\" } ![x](https://evil.example/x.png)",
    "a template": "{{ 7 * 7 }} {% include 'secret' %} {# gone #}",
    "YAML": "!!python/object/apply:os.system ['touch /tmp/evil'] &a [*a]",
    "Typst": '#read("/etc/passwd") #import "evil.typ" $x^2$ <label> @label',
    "a formula": '=HYPERLINK("https://evil.example";"x") +1+1 @SUM(A1) -2+3 =cmd|\' /C calc\'!A0',
    "a snippet": '--8<-- "/etc/passwd" [TOC] :smile: ==mark==',
    "a calendar": "END:VEVENT BEGIN:VEVENT SUMMARY:evil",
    "an entity": "&lt;script&gt;alert('evil')&lt;/script&gt; <!ENTITY x SYSTEM 'file:///etc/passwd'> <![CDATA[evil]]>",
}
UNSEEN = "\u202e\u2066\x00\x1b[31m\ufeff\u200b"
HARMFUL = re.compile(r"\s*(?:javascript:|data:text|(?:https?:)?//evil)", re.IGNORECASE)
SIGNS = ("\u202e", "\u2066", "\x00", "\x1b", "\ufeff")


KINDS = ["minister", "president", "navy", "army", "court", "parliament", "bank", "police", "farmers", "nurses"]
WHEN = ["in winter", "after the floods", "at dawn", "by sea", "in secret", "for a week", "without a word", "on Monday"]


def story(number: int, attack: str) -> str:
    """An article that tells something and holds an attack in its headline, in quotations, names and titles."""
    choice = random.Random(number)
    others = " ".join(
        f"The {choice.choice(KINDS)} of {choice.choice(PLACES)} {choice.choice(DEEDS)} {choice.choice(PLACES)} "
        f"{choice.choice(WHEN)}."
        for _ in range(12)
    )
    return (
        f"{choice.choice(PLACES)} accuses Sudia {attack}\n\n{number + 1} May 2030\n\n{others}\n\n"
        f"Norland accused Sudia of espionage on Friday{UNSEEN}, said Anna {attack} Berg, president of Norland.\n\n"
        f"“We will visit Sudia next week {attack},” said Ilsa Varn. The ministers of Norland and Sudia signed the "
        f"{attack} Treaty in Lorvik on Thursday. It is unclear whether Sudia {attack} will leave the {attack} Union.\n"
    )


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Iterator[Path]:
    """Hostile articles in several formats under hostile names, with everything that is made of them."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = folder / "data" / "articles"
    articles.mkdir(parents=True)
    attacks = list(ATTACKS.values())
    for number, attack in enumerate(attacks):
        (articles / f"story-{number:02}.txt").write_text(story(number, attack), encoding="utf-8")
    described = {"title": attacks[0], "publisher": attacks[1], "author": attacks[6]}
    (articles / "story-00.meta.yml").write_text(yaml.safe_dump(described), encoding="utf-8")
    (articles / "<b onclick=x>{{ 7 * 7 }} =1+1.md").write_text(story(20, attacks[5]), encoding="utf-8")
    record = {
        "title": f"Sudia denies it {attacks[0]}",
        "text": story(21, attacks[1]),
        "source": attacks[6],
        "author": attacks[3],
    }
    (articles / "record.json").write_text(json.dumps(record), encoding="utf-8")
    page = "".join(
        f"<p>{html.tostring(_text(part), encoding='unicode')}</p>" for part in story(22, attacks[0]).split("\n\n")
    )
    (articles / "page.html").write_text(f"<html><body><article>{page}</article></body></html>", encoding="utf-8")
    mail = EmailMessage()
    mail["Subject"], mail["From"] = f"Norland accuses Sudia {attacks[6]}", "Anna Berg <a@norland.example>"
    mail.set_content(story(23, attacks[4]).replace("\x00", ""))
    (articles / "mail.eml").write_bytes(mail.as_bytes())
    (folder / "data" / "brief.yml").write_text(
        "title: \"{{ 7 * 7 }} <script>alert('evil')</script>\"\n", encoding="utf-8"
    )
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    shutil.copytree(REPOSITORY / "docs" / "about", folder / "docs" / "about")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generator.language, "load_pipeline", lambda _=None: pipeline)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build(load_config(str(folder / "mkdocs.yml"), strict=True))
        written = CliRunner().invoke(
            main, ["export", "--data", str(folder / "data"), "--output", str(folder / "brief.json")]
        )
        assert written.exit_code == 0, written.output
        yield folder


def _text(words: str) -> html.HtmlElement:
    element = html.Element("span")
    element.text = "".join(character for character in words if character >= " ")
    return element


@pytest.fixture(scope="module")
def brief(workspace: Path) -> Brief:
    return build_brief(Workspace(workspace / "data"))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_articles_say_what_they_said(workspace: Path, brief: Brief) -> None:
    assert len(brief.sources) == len(ATTACKS) + 4
    texts = {source.path: source.text for source in brief.sources}
    for number, attack in enumerate(ATTACKS.values()):
        shown = html.fromstring(f"<p>{attack}</p>").text_content() if attack.startswith("&lt;") else attack
        assert flat(shown).replace("&lt;", "<").replace("&gt;", ">") in flat(texts[f"story-{number:02}.txt"])
    assert brief.events
    assert brief.actors
    assert brief.statements


def test_nothing_unseen_is_left_in_anything_that_is_given_out(workspace: Path) -> None:
    for part in ("docs", "site", "data/distilled", "brief.json"):
        place = workspace / part
        for path in [place] if place.is_file() else place.rglob("*"):
            if (
                path.suffix in {".md", ".html", ".yml", ".json", ".xml", ".ics", ".txt", ".svg"}
                and "about" not in path.parts
            ):
                text = path.read_text(encoding="utf-8")
                assert not [sign for sign in SIGNS if sign in text and "javascripts" not in path.parts], path


def test_no_page_of_the_site_has_anything_of_an_article_but_words(workspace: Path, brief: Brief) -> None:
    pages = [path for path in (workspace / "site").rglob("*.html") if "about" not in path.parts]
    assert len(pages) > 20
    for path in pages:
        page = html.parse(str(path)).getroot()
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        assert not [each for each in page.xpath("//@href | //@src | //@action") if HARMFUL.match(each)], path
        assert not [script for script in page.iter("script") if "evil" in (script.text or "")], path
        for article in page.xpath("//article"):
            assert not list(article.iter("script", "img", "iframe", "object", "embed", "link", "meta", "base")), path
            assert not [each for each in article.iter("svg") if each.get("onload")], path
    for source in brief.sources:
        words = flat(
            html.parse(str(workspace / "site" / "sources" / source.id / "index.html")).getroot().text_content()
        )
        for paragraph in source.text.split("\n\n"):
            assert flat(paragraph) in words, source.path


def test_templates_and_yaml_of_articles_are_not_run(workspace: Path, brief: Brief) -> None:
    assert not Path("/tmp/evil").exists()
    home = html.parse(str(workspace / "site" / "index.html")).getroot().text_content()
    assert "{{ 7 * 7 }} <script>alert('evil')</script>" in home
    for path in (workspace / "data" / "distilled").rglob("*.yml"):
        yaml.safe_load(path.read_text(encoding="utf-8"))
    for source in brief.sources:
        written = yaml.safe_load(
            (workspace / "data/distilled/articles" / f"{source.id}.yml").read_text(encoding="utf-8")
        )
        assert written["source"]["text"] == source.text


def test_the_document_for_programs_is_exact(workspace: Path, brief: Brief) -> None:
    document = json.loads((workspace / "brief.json").read_text(encoding="utf-8"))
    texts = {source["id"]: source["text"] for source in document["sources"]}
    assert texts == {source.id: source.text for source in brief.sources}
    evidence = [
        each for kind in ("actors", "events", "statements") for fact in document[kind] for each in fact["evidence"]
    ]
    assert evidence
    assert all(texts[each["source"]][each["start"] : each["end"]] == each["quote"] for each in evidence)


def test_feeds_and_the_calendar_hold_words(workspace: Path) -> None:
    site = workspace / "site"
    atom = etree.parse(str(site / "feed.xml"), etree.XMLParser(resolve_entities=False)).getroot()
    assert not [element for element in atom.iter() if etree.QName(element).namespace != "http://www.w3.org/2005/Atom"]
    assert json.loads((site / "feed.json").read_text(encoding="utf-8"))["title"].startswith("{{ 7 * 7 }} <script>")
    calendar = icalendar.Calendar.from_ical((site / "calendar.ics").read_bytes())
    assert not [event for event in calendar.walk("VEVENT") if str(event.get("SUMMARY")) == "evil"]
    listed = (site / "llms.txt").read_text(encoding="utf-8")
    assert "<script" not in listed
    assert "](javascript:" not in listed


def test_the_search_index_holds_no_markup(workspace: Path) -> None:
    index = json.loads((workspace / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))
    for page in index["docs"]:
        for element in html.fragments_fromstring(page["text"]) if page["text"] else []:
            if not isinstance(element, str):
                assert {each.tag for each in element.iter()}.isdisjoint({"script", "img", "svg", "b", "iframe"}), page


def test_the_pdf_prints_the_words(workspace: Path, brief: Brief) -> None:
    read = ReadPdf((workspace / "site" / "brief.pdf").read_bytes())
    assert "".join(["{{7*7}}<script>alert('evil')</script>"]) in read.close
    assert all("evil" not in address for address in read.addresses)
    assert "root:x:0" not in read.close


def test_every_file_is_read_alone_as_it_is_read_among_the_others(workspace: Path, brief: Brief) -> None:
    articles = workspace / "data" / "articles"
    alone = {
        each.source.path: each.source.text
        for path in articles.iterdir()
        if path.suffix != ".yml"
        for each in read_articles(path, articles)
    }
    assert alone == {source.path: source.text for source in brief.sources}
