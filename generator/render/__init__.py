"""Brief → Markdown pages below `docs/`, for any builder that reads MkDocs' configuration."""

from collections.abc import Sequence
from pathlib import Path

from generator.model import Brief
from generator.render.pages import PACKAGE_TEMPLATES, RenderError, pages
from generator.render.writing import MANIFEST, RenderResult, assets, write_all

GUIDE = "about/reading.md"


def render(brief: Brief, docs: Path, templates: Sequence[Path] = ()) -> RenderResult:
    """Writes the brief's pages, and the style sheet, script and fonts they use, below `docs`.

    `templates` are folders whose templates replace the package's own of the same name. A file is written only where
    its bytes differ, and a page that an earlier run wrote and that is no longer part of the brief is removed.
    Raises RenderError if a template is at fault; then nothing is written.
    """
    files = assets([*templates, PACKAGE_TEMPLATES]) | {
        page.path: page.text.encode() for page in pages(brief, templates, _guide(docs))
    }
    return write_all(docs, files)


def _guide(docs: Path) -> str | None:
    """The page that tells how to read a brief, if people keep one where `brief new` puts it."""
    return GUIDE if (docs / GUIDE).is_file() else None


__all__ = ["MANIFEST", "PACKAGE_TEMPLATES", "RenderError", "RenderResult", "render"]
