"""The PDFs that a site offers: the whole brief, and each dossier by itself. Made again only where something changed."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.changes import combined, fingerprint
from generator.model import Brief
from generator.render.visible import visible
from generator.typeset import PACKAGE_TEMPLATES, Design, file_name, typeset_dossiers, typeset_volume, volumes
from generator.wholefiles import write_whole
from generator.yamlfiles import sha256

WHOLE = "brief.pdf"
"""The path of the whole brief below `docs/`."""

_MOST_DOSSIERS = 300
"""Dossiers that a PDF of their own is made of; a brief of more has them by `brief pdf --only`."""
_MOST_VOLUMES = 9
"""Of a brief of more, a site offers the first, which takes seconds and not minutes; `brief pdf` makes them all."""


def documents(
    brief: Brief, design: Design, templates: Sequence[Path], cache: Path, note: Callable[[str], None]
) -> Mapping[str, bytes]:
    """The PDFs by their paths below `docs/`: the volumes of the brief, and its dossiers.

    They are those of the last run where nothing that they are made from has changed. `cache` is a folder of this
    function's own. `note` is told what a person should know. Raises TypesetError if a template is at fault.
    """
    kept = cache / _key(brief, design, templates)
    several, dossiers = _volumes(brief, note), _dossiers(brief)
    paths = [*several, *dossiers.values()]
    if all((kept / path).is_file() for path in paths):
        return {path: (kept / path).read_bytes() for path in paths}
    found = {path: typeset_volume(brief, number, design, templates, note) for path, number in several.items()}
    for identifier, document in typeset_dossiers(brief, list(dossiers), design, templates, _nobody).items():
        found[dossiers[identifier]] = document
    shutil.rmtree(cache, ignore_errors=True)
    for path, document in found.items():
        write_whole(kept / path, document)
    return found


def _volumes(brief: Brief, note: Callable[[str], None]) -> dict[str, int]:
    """The path of each volume that the site offers, and its number."""
    several = volumes(brief)
    if len(several) > _MOST_VOLUMES:
        note(f"the site offers the first of the brief's {len(several)} volumes as PDF; `brief pdf` makes all")
        return {WHOLE: 1}
    return {file_name(WHOLE, each.number): each.number for each in several}


def _dossiers(brief: Brief) -> dict[str, str]:
    """The path of each dossier's own PDF by the dossier's id; none where there are too many."""
    shown = visible(brief)
    paths = {
        **{actor.id: f"actors/{actor.id}.pdf" for actor in shown.actors},
        **{agreement.id: f"agreements/{agreement.id}.pdf" for agreement in shown.agreements},
        **{topic.id: f"topics/{topic.id}.pdf" for topic in shown.topics},
    }
    return paths if len(paths) <= _MOST_DOSSIERS else {}


def _key(brief: Brief, design: Design, templates: Sequence[Path]) -> str:
    files = [path for folder in [*templates, PACKAGE_TEMPLATES] for path in sorted(folder.glob("*.typ"))]
    code = fingerprint(("typeset", "render", "assess", "export", "knowledge", "model", "documents.py"))
    return combined([code, repr(design), brief.model_dump_json(), *(sha256(path.read_bytes()) for path in files)])[:32]


def _nobody(_: str) -> None:
    """What a dossier lacks, the whole brief lacks too, and has said so."""
