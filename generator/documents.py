"""The PDFs that a site offers: the whole brief, and each dossier by itself. Made again only where something changed."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.changes import combined, fingerprint
from generator.model import Brief
from generator.render.visible import visible
from generator.typeset import PACKAGE_TEMPLATES, Design, typeset, typeset_dossiers
from generator.yamlfiles import sha256

WHOLE = "brief.pdf"
"""The path of the whole brief below `docs/`."""

_MOST_DOSSIERS = 300
"""Dossiers that a PDF of their own is made of; a brief of more has them by `brief pdf --only`."""
_MOST_IN_ONE = 600
"""Dossiers of the greatest brief that is set as one PDF by itself; greater ones are by `brief pdf`."""


def documents(
    brief: Brief, design: Design, templates: Sequence[Path], cache: Path, note: Callable[[str], None]
) -> Mapping[str, bytes]:
    """The PDFs by their paths below `docs/`; those of the last run where nothing that they are made from has changed.

    `cache` is a folder of this function's own. `note` is told what a person should know. Raises TypesetError if a
    template is at fault.
    """
    kept = cache / _key(brief, design, templates)
    wanted = _paths(brief)
    if all((kept / path).is_file() for path in wanted.values()):
        return {path: (kept / path).read_bytes() for path in wanted.values()}
    found: dict[str, bytes] = {}
    if WHOLE in wanted.values():
        found[WHOLE] = typeset(brief, design, templates, note)
    dossiers = [identifier for identifier, path in wanted.items() if path != WHOLE]
    for identifier, document in typeset_dossiers(brief, dossiers, design, templates, _nobody).items():
        found[wanted[identifier]] = document
    shutil.rmtree(cache, ignore_errors=True)
    for path, document in found.items():
        (kept / path).parent.mkdir(parents=True, exist_ok=True)
        (kept / path).write_bytes(document)
    return found


def _paths(brief: Brief) -> dict[str, str]:
    """The path of each PDF by the id of its dossier; that of the whole brief by an id that nothing has."""
    shown = visible(brief)
    dossiers = {
        **{actor.id: f"actors/{actor.id}.pdf" for actor in shown.actors},
        **{agreement.id: f"agreements/{agreement.id}.pdf" for agreement in shown.agreements},
        **{topic.id: f"topics/{topic.id}.pdf" for topic in shown.topics},
    }
    whole = {"": WHOLE} if len(dossiers) <= _MOST_IN_ONE else {}
    return whole | (dossiers if len(dossiers) <= _MOST_DOSSIERS else {})


def _key(brief: Brief, design: Design, templates: Sequence[Path]) -> str:
    files = [path for folder in [*templates, PACKAGE_TEMPLATES] for path in sorted(folder.glob("*.typ"))]
    code = fingerprint(("typeset", "render", "assess", "export", "knowledge", "model.py", "documents.py"))
    return combined([code, repr(design), brief.model_dump_json(), *(sha256(path.read_bytes()) for path in files)])[:32]


def _nobody(_: str) -> None:
    """What a dossier lacks, the whole brief lacks too, and has said so."""
