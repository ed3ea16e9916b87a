"""The PDFs that a site offers are made again only where something changed, and hidden dossiers have none."""

from pathlib import Path

import pytest

from generator import documents as room
from generator.documents import documents
from generator.model import Brief, Review
from generator.typeset import Design


def test_nothing_is_set_twice(strait: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    few = strait.model_copy(update={"actors": strait.actors[:2], "topics": []})
    first = documents(few, Design(), [], tmp_path / "pdf", print)
    assert sorted(first) == [
        "actors/karsk.pdf",
        "actors/verania.pdf",
        "agreements/interim-notice-protocol.pdf",
        "agreements/sandrel-accord.pdf",
        "brief.pdf",
    ]
    monkeypatch.delattr(room, "typeset_volume")
    assert documents(few, Design(), [], tmp_path / "pdf", print) == first


def test_a_change_of_the_brief_or_the_design_is_set_anew_and_what_was_kept_goes(strait: Brief, tmp_path: Path) -> None:
    few = strait.model_copy(update={"actors": strait.actors[:2], "agreements": [], "topics": []})
    first = documents(few, Design(), [], tmp_path / "pdf", print)
    hidden = few.actors[0].model_copy(update={"review": Review(hidden=True)})
    second = documents(
        few.model_copy(update={"actors": [hidden, few.actors[1]]}), Design(), [], tmp_path / "pdf", print
    )
    assert sorted(second) == [f"actors/{few.actors[1].id}.pdf", "brief.pdf"]
    assert second["brief.pdf"] != first["brief.pdf"]
    assert documents(few, Design("us-letter"), [], tmp_path / "pdf", print)["brief.pdf"] != first["brief.pdf"]
    assert len(list((tmp_path / "pdf").iterdir())) == 1


def test_a_site_offers_the_volumes_of_a_large_brief_and_the_first_of_a_huge_one(
    strait: Brief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "typeset_volume", lambda _, number, *__: f"volume {number}".encode())
    model, said = strait.actors[-1], list[str]()

    def offered(actors: int) -> list[str]:
        crowd = [model.model_copy(update={"id": f"crowd-{number}"}) for number in range(actors)]
        brief = strait.model_copy(update={"actors": crowd, "agreements": []})
        return sorted(documents(brief, Design(), [], tmp_path / f"pdf-{actors}", said.append))

    assert offered(800) == ["brief-2.pdf", "brief-3.pdf", "brief.pdf"]
    assert said == []
    assert offered(4000) == ["brief.pdf"]
    assert said == ["the site offers the first of the brief's 12 volumes as PDF; `brief pdf` makes all"]
