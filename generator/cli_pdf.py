"""The command `brief pdf`: the brief as one document to hand on."""

from pathlib import Path
from typing import Literal

import click

from generator.check import check_brief
from generator.terminal import DATA, Faults, reported, write_output
from generator.workspace import Workspace, build_brief


@click.command()
@DATA
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=Path("brief.pdf"),
    show_default=True,
    help="A file; - is standard output.",
)
@click.option("--paper", type=click.Choice(["a4", "us-letter"]), help="The size of its pages, instead of brief.yml's.")
@click.option("--one-page", is_flag=True, help="The executive page alone: judgements, what is newest, open questions.")
@click.option("--only", metavar="ID", help="The dossier of one actor, agreement or topic.")
@click.option("--attach", is_flag=True, help="Puts the brief's data into the file, as JSON and as YAML.")
@click.option("--prepared-by", metavar="NAME", help="Who prepared it, for the cover, instead of brief.yml's.")
@click.option("--site", metavar="ADDRESS", help="The site's public address, to which the endnotes then lead.")
@click.option(
    "--templates",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("templates"),
    metavar="DIR",
    help="A folder whose pdf/*.typ replace the package's own.",
)
def pdf(
    data: Path,
    output: Path,
    paper: Literal["a4", "us-letter"] | None,
    one_page: bool,
    only: str | None,
    attach: bool,
    prepared_by: str | None,
    site: str | None,
    templates: Path,
) -> None:
    """Sets the brief as a PDF, after distilling what changed.

    \b
    brief pdf
    brief pdf --one-page --output summary.pdf
    brief pdf --only kingdom-of-norland --paper us-letter

    Characters that no font has a glyph for become a square, and are named. A brief of more than some 400 dossiers
    becomes several volumes: brief.pdf to read, brief-2.pdf and so on to look things up in.
    """
    # Loading fonts and Typst takes a moment, which `brief --help` should not.
    from generator.typeset import Design, TypesetError, file_name, typeset_volume, volumes

    with reported() as terminal:
        workspace = Workspace(data)
        brief, settings = build_brief(workspace, terminal), workspace.settings()
        if faults := check_brief(brief):
            raise Faults(faults)
        author = prepared_by or settings.prepared_by
        design = Design(paper or settings.paper, one_page, only, author, attach or settings.attach, site)
        numbers = [1] if one_page or only else [each.number for each in volumes(brief)]
        if len(numbers) > 1 and str(output) == "-":
            terminal.note(f"this is the first of {len(numbers)} volumes; name a file with --output to get all")
            numbers = [1]
        for number in numbers:
            path = output.with_name(file_name(output.name, number))
            try:
                document = typeset_volume(brief, number, design, [templates / "pdf"], terminal.note)
            except (TypesetError, LookupError) as error:
                raise Faults([str(error.args[0])]) from None
            write_output(document, path)
            if str(output) != "-":
                click.echo(f"{path}: {len(document) // 1024} KB")
