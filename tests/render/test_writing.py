"""On the disk: equal input changes no byte, and nothing stays that no longer belongs."""

from pathlib import Path

import pytest

from generator.model import Brief
from generator.render.rendering import MANIFEST, render


def stamps(docs: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in docs.rglob("*") if path.is_file()}


def test_rendering_again_touches_no_file(strait: Brief, tmp_path: Path) -> None:
    first = render(strait, tmp_path)
    before = stamps(tmp_path)
    again = render(strait, tmp_path)

    assert len(first.written) > 30
    assert (again.written, again.removed) == ([], [])
    assert stamps(tmp_path) == before


def test_only_the_pages_that_differ_are_written(strait: Brief, tmp_path: Path) -> None:
    render(strait, tmp_path)
    agreement = strait.agreements[1].model_copy(update={"title": "Interim Notice Protocol (renewed)"})
    changed = render(strait.model_copy(update={"agreements": [strait.agreements[0], agreement]}), tmp_path)

    assert "agreements/interim-notice-protocol.md" in changed.written
    assert "actors/noor-castellane.md" not in changed.written


def test_a_page_whose_fact_is_gone_goes_too(strait: Brief, tmp_path: Path) -> None:
    render(strait, tmp_path)
    (tmp_path / "topics" / "mine.md").write_text("by hand", encoding="utf-8")
    changed = render(strait.model_copy(update={"topics": [], "agreements": []}), tmp_path)

    assert "agreements/sandrel-accord.md" in changed.removed
    assert sorted(path.name for path in (tmp_path / "agreements").iterdir()) == ["index.md"]
    assert sorted(path.name for path in (tmp_path / "topics").iterdir()) == ["index.md", "mine.md"]


@pytest.mark.parametrize("manifest", ["", "{}", '["../outside.md", "/etc/hostname", 3]', "[[]]"])
def test_a_manifest_that_someone_spoilt_harms_nothing(strait: Brief, tmp_path: Path, manifest: str) -> None:
    docs = tmp_path / "docs"
    render(strait, docs)
    (tmp_path / "outside.md").write_text("stays", encoding="utf-8")
    (docs / MANIFEST).write_text(manifest, encoding="utf-8")

    assert render(strait, docs).removed == []
    assert (tmp_path / "outside.md").read_text(encoding="utf-8") == "stays"


def test_style_and_fonts_come_along(strait: Brief, tmp_path: Path) -> None:
    (tmp_path / "own" / "assets").mkdir(parents=True)
    (tmp_path / "own" / "assets" / "brief.js").write_text("// ours", encoding="utf-8")
    render(strait, tmp_path / "docs", [tmp_path / "own"])

    assert (tmp_path / "docs" / "assets" / "brief.js").read_text(encoding="utf-8") == "// ours"
    assert "@media print" in (tmp_path / "docs" / "assets" / "brief.css").read_text(encoding="utf-8")
    assert (tmp_path / "docs" / "assets" / "fonts" / "source-serif-latin.woff2").stat().st_size > 10_000
