"""A brief's pages, the files that they use, and its feeds, written below `docs/`."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.model import Brief
from generator.render.catalogue import Catalogue
from generator.render.feeds import Addresses, feeds, redirects
from generator.render.pages import PACKAGE_TEMPLATES, RenderError, pages
from generator.render.visible import visible
from generator.render.writing import MANIFEST, RenderResult, assets, write_all

GUIDE = "about/reading.md"


def render(
    brief: Brief,
    docs: Path,
    templates: Sequence[Path] = (),
    addresses: Addresses | None = None,
    moved: Mapping[str, str] | None = None,
    documents: Mapping[str, bytes] | None = None,
) -> RenderResult:
    """Writes the brief's pages, the style sheet, script and fonts they use, and its feeds, below `docs`.

    `templates` are folders whose templates replace the package's own of the same name. A file is written only where
    its bytes differ, and a page that an earlier run wrote and that is no longer part of the brief is removed.
    `addresses` says where the site will stand, which feeds need to know; `moved` gives for pages that are gone the page
    that stands for them now, both by their paths below `docs`. `documents` are files that the pages offer, by their
    paths there.
    Raises RenderError if a template is at fault; then nothing is written.
    """
    addresses = addresses or Addresses()
    written = {page.path: page.text for page in pages(brief, templates, _guide(docs), documents or {})}
    written |= redirects(moved or {}, list(written), addresses.directories)
    written |= feeds(Catalogue(visible(brief)), addresses)
    files = assets([*templates, PACKAGE_TEMPLATES]) | {path: text.encode() for path, text in written.items()}
    return write_all(docs, files | (dict(documents) if documents else {}))


def _guide(docs: Path) -> str | None:
    """The page that tells how to read a brief, if people keep one where `brief new` puts it."""
    return GUIDE if (docs / GUIDE).is_file() else None


__all__ = ["MANIFEST", "PACKAGE_TEMPLATES", "Addresses", "RenderError", "RenderResult", "render"]
