"""Brief → PDF, set with Typst from the templates in `templates/pdf/`."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.export import to_json
from generator.model import Brief
from generator.typeset.design import PAPERS, Design, Paper
from generator.typeset.document import document
from generator.typeset.printing import TypesetError, print_documents
from generator.typeset.volumes import file_name, volumes
from generator.yamlfiles import model_to_yaml

PACKAGE_TEMPLATES = Path(__file__).parents[2] / "templates" / "pdf"

_FIRST_DAY = date(2000, 1, 1)
"""Stands in the file for the day of a brief that has none."""
_AT_ONCE = 60
"""Dossiers that one process sets; it keeps the memory of all."""


def _nobody(_: str) -> None:
    pass


def typeset(
    brief: Brief,
    design: Design | None = None,
    templates: Sequence[Path] = (),
    note: Callable[[str], None] = _nobody,
) -> bytes:
    """The brief as a PDF, or the first of its volumes; equal briefs give equal bytes.

    `templates` are folders whose `.typ` files replace the package's own of the same name. `note` is told what a person
    should know: characters without a glyph, a standard that could not be kept. Raises TypesetError if a template is at
    fault, LookupError if `design.only` names nothing of the brief.
    """
    return typeset_volume(brief, 1, design, templates, note)


def typeset_volume(
    brief: Brief,
    number: int,
    design: Design | None = None,
    templates: Sequence[Path] = (),
    note: Callable[[str], None] = _nobody,
) -> bytes:
    """One of the brief's `volumes` as a PDF, by its number from 1, as `typeset` sets the first.

    The data goes along with the first alone.
    """
    design = design or Design()
    attachments: dict[str, bytes] = {}
    if design.attach and number == 1:
        attachments = {"brief.json": to_json(brief).encode(), "brief.yml": model_to_yaml(brief).encode()}
    values = document(brief, design, number).as_json()
    made = brief.generated or _FIRST_DAY
    return print_documents([values], [*templates, PACKAGE_TEMPLATES], made, attachments, note)[0]


def typeset_dossiers(
    brief: Brief,
    identifiers: Sequence[str],
    design: Design | None = None,
    templates: Sequence[Path] = (),
    note: Callable[[str], None] = _nobody,
) -> dict[str, bytes]:
    """The dossiers of these actors, agreements and topics as a PDF each, by id; far quicker than one by one.

    Nothing is attached to them. Raises what `typeset` raises.
    """
    one = design or Design()
    made = brief.generated or _FIRST_DAY
    folders = [*templates, PACKAGE_TEMPLATES]
    found: dict[str, bytes] = {}
    for start in range(0, len(identifiers), _AT_ONCE):
        wanted = identifiers[start : start + _AT_ONCE]
        documents = [document(brief, replace(one, only=each)).as_json() for each in wanted]
        found |= dict(zip(wanted, print_documents(documents, folders, made, {}, note), strict=True))
    return found


__all__ = [
    "PACKAGE_TEMPLATES",
    "PAPERS",
    "Design",
    "Paper",
    "TypesetError",
    "file_name",
    "typeset",
    "typeset_dossiers",
    "typeset_volume",
    "volumes",
]
