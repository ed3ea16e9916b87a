"""`mkdocs build` makes the brief first, and stops in clear lines where something is at fault."""

import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator import workspace
from generator.model import Brief
from generator.plugin import BriefPlugin
from generator.workspace import InputError


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs" / "about").mkdir(parents=True)
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "data" / "brief.yml").write_text("pdf: false\n", encoding="utf-8")
    (tmp_path / "docs" / "about" / "method.md").write_text("# Method\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [brief]\n", encoding="utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"))


def give(monkeypatch: pytest.MonkeyPatch, brief: Brief | Exception) -> None:
    def stand_in(*_: Any) -> Brief:
        if isinstance(brief, Exception):
            raise brief
        return brief

    monkeypatch.setattr(workspace, "build_brief", stand_in)


def before_build(config: MkDocsConfig) -> None:
    config.plugins.on_pre_build(config=config)


def test_pages_are_written_before_the_build(
    config: MkDocsConfig, strait: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, strait)
    before_build(config)

    assert (Path(config.docs_dir) / "actors" / "karsk.md").exists()


def test_a_misquoted_fact_stops_the_build_before_a_page_changes(
    config: MkDocsConfig, strait: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoilt = strait.model_copy(deep=True)
    spoilt.events[0].evidence[0].quote = "Verania won"
    give(monkeypatch, spoilt)

    with pytest.raises(PluginError, match=r'^events\.yml: event "karsk-seizes.*stands nowhere in it$'):
        before_build(config)
    assert not (Path(config.docs_dir) / "index.md").exists()


def test_a_dead_link_stops_the_build(config: MkDocsConfig, strait: Brief, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, strait)
    (Path(config.docs_dir) / "about" / "method.md").write_text("[x](gone.md)", encoding="utf-8")

    with pytest.raises(PluginError, match=r"^docs/about/method\.md: the link to gone\.md leads to no page$"):
        before_build(config)


def test_articles_at_fault_are_told_in_their_own_lines(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, InputError(["a.txt: the file is empty", "b.txt: not text"]))

    with pytest.raises(PluginError, match=re.escape("a.txt: the file is empty\nb.txt: not text")):
        before_build(config)


def test_a_template_at_fault_stops_the_build(
    config: MkDocsConfig, strait: Brief, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    give(monkeypatch, strait)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "home.md").write_text("{% for %}", encoding="utf-8")

    with pytest.raises(PluginError, match=r"home\.md:1: the template cannot be used"):
        before_build(config)


class Server:
    """Stands in for MkDocs' server and notes what it watches."""

    def __init__(self, docs: str) -> None:
        self.watched = {docs}

    def watch(self, path: str) -> None:
        self.watched.add(path)

    def unwatch(self, path: str) -> None:
        self.watched.remove(path)


def test_serving_follows_what_people_write_and_not_what_the_build_writes(
    config: MkDocsConfig, strait: Brief, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    give(monkeypatch, strait)
    plugin = config.plugins["brief"]
    assert isinstance(plugin, BriefPlugin)
    server = Server(config.docs_dir)
    config = plugin.on_config(config)
    before_build(config)
    plugin.on_serve(server, config=config, builder=None)  # type: ignore[arg-type]

    assert server.watched == {str(tmp_path / "docs" / "about")}
    assert config.watch == [str(tmp_path / "data" / part) for part in ("articles", "brief.yml")]


def test_a_restricted_brief_is_not_built_for_a_public_address(
    monkeypatch: pytest.MonkeyPatch, config: MkDocsConfig, strait: Brief
) -> None:
    give(monkeypatch, strait.model_copy(update={"tlp": "TLP:AMBER"}))
    settings = Path(config.config_file_path).parent / "data" / "brief.yml"
    settings.write_text("tlp: TLP:AMBER\npdf: false\n", encoding="utf-8")
    config.site_url = "https://brief.example.org/"
    with pytest.raises(PluginError, match="site_url is the public address"):
        before_build(config)
    assert not (Path(config.docs_dir) / "index.md").exists()
    settings.write_text("tlp: TLP:AMBER\npdf: false\npublish_restricted: true\n", encoding="utf-8")
    before_build(config)
    assert (Path(config.docs_dir) / "index.md").exists()
