"""A dossier whose address changed is still found under the old one."""

from pathlib import Path

from lxml import html

from generator.editions import moved, record
from generator.model import Brief
from generator.render.rendering import render


def renamed(brief: Brief, old: str, new: str) -> Brief:
    """The brief with an actor under another id."""
    return Brief.model_validate_json(brief.model_dump_json().replace(f'"{old}"', f'"{new}"'))


def test_a_renamed_actor_is_found_under_the_names_of_all_editions(strait: Brief, tmp_path: Path) -> None:
    record(strait, tmp_path, "first")
    second = renamed(strait, "karsk", "republic-of-karsk")
    record(second, tmp_path, "second")
    third = renamed(second, "republic-of-karsk", "karsk-republic")

    assert moved(third, tmp_path) == {
        "actors/karsk.md": "actors/karsk-republic.md",
        "actors/republic-of-karsk.md": "actors/karsk-republic.md",
    }


def test_an_actor_who_was_merged_into_another_is_found_there(strait: Brief, tmp_path: Path) -> None:
    record(strait, tmp_path)
    karsk = next(actor for actor in strait.actors if actor.id == "karsk")
    marrow = next(actor for actor in strait.actors if actor.id == "ilsa-marrow")
    whole = marrow.model_copy(update={"evidence": marrow.evidence + karsk.evidence})
    actors = [whole if actor is marrow else actor for actor in strait.actors if actor is not karsk]

    assert moved(strait.model_copy(update={"actors": actors}), tmp_path) == {"actors/karsk.md": "actors/ilsa-marrow.md"}


def test_a_superseded_article_is_found_at_the_newer_one(strait: Brief, tmp_path: Path) -> None:
    record(strait, tmp_path)
    first, second, *others = strait.sources
    newer = second.model_copy(update={"stands_for": [first.id, "never-in-an-edition"]})

    assert moved(strait.model_copy(update={"sources": [newer, *others]}), tmp_path) == {
        f"sources/{first.id}.md": f"sources/{second.id}.md"
    }


def test_what_is_gone_for_good_leads_nowhere(strait: Brief, tmp_path: Path) -> None:
    record(strait, tmp_path)
    assert moved(strait, tmp_path) == {}
    assert moved(strait.model_copy(update={"agreements": []}), tmp_path) == {}
    assert moved(strait, tmp_path / "none") == {}


def test_the_old_address_leads_to_the_page_and_is_no_page_itself(strait: Brief, tmp_path: Path) -> None:
    result = render(strait, tmp_path, moved={"actors/old.md": "actors/karsk.md", "actors/gone.md": "actors/nobody.md"})

    page = html.parse(str(tmp_path / "actors" / "old" / "index.html")).getroot()
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../karsk/index.html"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["../karsk/index.html"]
    assert page.xpath("//a/@href") == ["../karsk/index.html"]
    assert not (tmp_path / "actors" / "gone").exists()
    assert "actors/old.md" not in result.pages


def test_an_old_address_that_is_taken_again_belongs_to_the_new_page(strait: Brief, tmp_path: Path) -> None:
    render(strait, tmp_path, moved={"actors/karsk.md": "actors/ilsa-marrow.md"})
    assert not (tmp_path / "actors" / "karsk").exists()
