"""MkDocs plugin: makes the brief and its pages before every build. Thin: each step is another room's."""

import json
import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import Config
from mkdocs.config.config_options import Choice, ExtraScriptValue, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from generator.check import check_brief, check_pages, marking_faults
from generator.editions import EditionError, moved
from generator.own_faults import of_the_system, own_fault
from generator.render.marking import label
from generator.render.rendering import MANIFEST, Addresses, RenderError, render
from generator.site import LARGE, SearchError, index_pages, pagefind_is_here, with_policy

if TYPE_CHECKING:
    from generator.model import Brief
    from generator.workspace import Workspace

log = logging.getLogger("mkdocs.plugins.brief")


class BriefConfig(Config):  # type: ignore[no-untyped-call]
    """What `mkdocs.yml` may say: where the data and the workspace's own templates are, relative to it.

    `search` is "theme", "pagefind", or "auto": the theme's own search below a thousand pages, Pagefind from there on.
    """

    data_dir = Type(str, default="data")
    templates_dir = Type(str, default="templates")
    search = Choice(("auto", "theme", "pagefind"), default="auto")


class BriefPlugin(BasePlugin[BriefConfig]):  # type: ignore[no-untyped-call]
    """Distils what changed, checks the brief, writes its pages, checks them. A fault stops the build in clear lines."""

    _until_built = ExitStack()
    """What is held while a site is built, so that no other run writes into the workspace."""

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
        """Makes the pages, before MkDocs looks at what there is. No other run changes them until the site is built."""
        self._until_built = ExitStack()
        try:
            self._make_pages(config)
        except (PluginError, OSError):
            raise
        except Exception as error:
            cache = self._folder(config, self.config.data_dir) / ".cache"
            raise PluginError(own_fault("The brief cannot be made", error, cache)) from None

    def on_build_error(self, *, error: Exception, **_: Any) -> None:
        """Lets other runs go on. What the system refuses, such as a file on a full disk, is a line and no traceback."""
        self._until_built.close()
        if isinstance(error, OSError):
            log.error(of_the_system(error, "The site cannot be written"))
            raise Abort("Aborted: the site is not whole; build it again")

    def _make_pages(self, config: MkDocsConfig) -> None:
        # Loading the language pipeline's packages takes seconds, which `mkdocs --help` and the like should not.
        from generator.workspace import InputError, Workspace, build_brief

        docs = Path(config.docs_dir)
        try:
            workspace = Workspace(self._folder(config, self.config.data_dir))
            self._until_built.enter_context(workspace.locked(_progress()))
            brief = build_brief(workspace, _progress())
            settings = workspace.settings()
            _stop_at(marking_faults(settings.tlp, config.site_url, settings.publish_restricted))
            _stop_at(check_brief(brief))
            templates = [self._folder(config, self.config.templates_dir)]
            addresses = Addresses(config.site_url, config.use_directory_urls)
            offered = self._documents(brief, workspace, templates, config.site_url)
            result = render(brief, docs, templates, addresses, moved(brief, workspace.editions), offered)
        except InputError as error:
            raise PluginError("\n".join(error.faults)) from None
        except (RenderError, EditionError) as error:
            raise PluginError(str(error)) from None
        _stop_at(check_pages(docs, brief))
        self._label, self._written = label(brief.tlp), set(result.pages)
        self._choose_search(config, len(result.pages))
        log.info(f"{len(result.pages)} pages: {len(result.written)} written, {len(result.removed)} removed")

    @staticmethod
    def _documents(
        brief: "Brief", workspace: "Workspace", templates: Sequence[Path], site: str | None
    ) -> Mapping[str, bytes]:
        """The PDFs that the site offers; none where the workspace does without."""
        from generator.documents import documents
        from generator.typeset import Design, TypesetError

        settings = workspace.settings()
        if not settings.pdf:
            return {}
        design = Design(settings.paper, prepared_by=settings.prepared_by, attach=settings.attach, site=site)
        folders = [folder / "pdf" for folder in templates]
        try:
            return documents(brief, design, folders, workspace.cache / "pdf", log.info)
        except TypesetError as error:
            raise PluginError(str(error)) from None

    def _choose_search(self, config: MkDocsConfig, pages: int) -> None:
        """Puts Pagefind in the place of the theme's search where that is wanted and can be."""
        wanted = self.config.search == "pagefind" or (self.config.search == "auto" and pages >= LARGE)
        theme = config.plugins.get("material/search")
        self._pagefind = wanted and theme is not None and pagefind_is_here()
        if wanted and theme is not None and not self._pagefind:
            log.info(f"{pages} pages, and Pagefind is not installed: the first search on a page will be slow")
        if self._pagefind and theme is not None:
            theme.config["enabled"] = False
            config.extra_javascript.append(ExtraScriptValue("assets/search.js"))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Makes the search index of a large site from its pages, and lets other runs go on."""
        self._until_built.close()
        if self._pagefind:
            try:
                index_pages(Path(config.site_dir))
            except SearchError as error:
                raise PluginError(str(error)) from None

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:
        """Puts the label that says who may read the brief on the pages that people wrote, too."""
        return html if page.file.src_uri in self._written else f"{self._label}{html}{self._label}"

    def on_post_page(self, output: str, /, **_: Any) -> str:
        """Allows the page nothing from elsewhere, and no script but its own."""
        return with_policy(output)

    def on_post_template(self, output_content: str, /, *, template_name: str, **_: Any) -> str:
        """The same for the pages of the theme, such as the one for addresses that lead nowhere."""
        return with_policy(output_content) if template_name.endswith(".html") else output_content

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
