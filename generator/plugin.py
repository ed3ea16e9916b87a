"""MkDocs plugin: makes the brief and its pages before every build. Thin: each step is another room's."""

import json
import logging
from pathlib import Path
from typing import Any

from mkdocs.config import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from generator.check import check_brief, check_pages, marking_faults
from generator.render import MANIFEST, RenderError, render
from generator.render.marking import label

log = logging.getLogger("mkdocs.plugins.brief")


class BriefConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say: where the data and the workspace's own templates are, relative to it."""

    data_dir = Type(str, default="data")
    templates_dir = Type(str, default="templates")


class BriefPlugin(BasePlugin[BriefConfig]):  # type: ignore[no-untyped-call]
    """Distils what changed, checks the brief, writes its pages, checks them. A fault stops the build in clear lines."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Lets `mkdocs serve` follow articles, decisions and templates."""
        data = self._folder(config, self.config.data_dir)
        watched = [
            data / "articles",
            data / "curation",
            data / "brief.yml",
            self._folder(config, self.config.templates_dir),
        ]
        config.watch += [str(path) for path in watched if path.exists()]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Makes the pages, before MkDocs looks at what there is."""
        # Loading the language pipeline's packages takes seconds, which `mkdocs --help` and the like should not.
        from generator.workspace import InputError, Workspace, build_brief

        docs = Path(config.docs_dir)
        try:
            workspace = Workspace(self._folder(config, self.config.data_dir))
            brief = build_brief(workspace, _progress())
            settings = workspace.settings()
            _stop_at(marking_faults(settings.tlp, config.site_url, settings.publish_restricted))
            _stop_at(check_brief(brief))
            result = render(brief, docs, [self._folder(config, self.config.templates_dir)])
        except InputError as error:
            raise PluginError("\n".join(error.faults)) from None
        except RenderError as error:
            raise PluginError(str(error)) from None
        _stop_at(check_pages(docs, brief))
        self._label, self._written = label(brief.tlp), set(result.pages)
        log.info(f"{len(result.pages)} pages: {len(result.written)} written, {len(result.removed)} removed")

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Puts the label that says who may read the brief on the pages that people wrote, too."""
        return html if page.file.src_uri in self._written else f"{self._label}{html}{self._label}"

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Watches what people write in `docs/` and not what this plugin writes, or each edit would build twice."""
        docs = Path(config.docs_dir)
        generated = {Path(path).parts[0] for path in json.loads((docs / MANIFEST).read_text(encoding="utf-8"))}
        server.unwatch(str(docs))
        for path in sorted(docs.iterdir()):
            if path.name not in generated and not path.name.startswith("."):
                server.watch(str(path))
        return server

    @staticmethod
    def _folder(config: MkDocsConfig, name: str) -> Path:
        return Path(config.config_file_path or "mkdocs.yml").resolve().parent / name


def _stop_at(faults: list[str]) -> None:
    if faults:
        raise PluginError("\n".join(faults))


def _progress() -> Any:
    """Says in MkDocs' own log what a person should know."""
    from generator.workspace import Progress

    class _Log(Progress):
        def started(self, total: int) -> None:
            log.info(f"Distilling {total} {'article' if total == 1 else 'articles'}")

        def note(self, line: str) -> None:
            log.info(line)

    return _Log()


__all__ = ["BriefPlugin"]
