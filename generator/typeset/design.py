"""What a reader or a workspace chooses of a PDF: its paper, what stands in it, what goes along with it."""

from dataclasses import dataclass
from typing import Literal

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")


@dataclass(frozen=True)
class Design:
    """The choices for one PDF.

    `one_page` asks for the executive page alone: bottom line, judgements, what is newest, open questions. `only` is the
    id of an actor, an agreement or a topic: the PDF then holds that one dossier. `attach` puts the brief's data as JSON
    and YAML into the file. `site` is the public address of the site, from which endnotes lead to their passages.
    """

    paper: Paper = "a4"
    one_page: bool = False
    only: str | None = None
    prepared_by: str | None = None
    attach: bool = False
    site: str | None = None
