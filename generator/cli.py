"""The command `brief`. Thin: every command calls one room of the generator and says what came of it.

Exit codes: 0 done; 1 the input or the brief is at fault, one line per fault; 2 wrong use.
"""

import click

from generator.terminal import Commands

_COMMANDS = {
    "add": "generator.cli_add:add",
    "build": "generator.cli_site:build",
    "check": "generator.cli_distil:check",
    "curate": "generator.cli_curate:curate",
    "distil": "generator.cli_distil:distil",
    "edition": "generator.cli_edition:edition",
    "export": "generator.cli_distil:export",
    "new": "generator.cli_site:new",
    "pdf": "generator.cli_pdf:pdf",
    "render": "generator.cli_distil:render",
    "schema": "generator.cli_curate:schema",
    "serve": "generator.cli_site:serve",
    "zip": "generator.cli_zip:zip_site",
}
"""Where each command stands; what it needs is loaded when it is called, since all of it together takes a second."""


@click.group(cls=Commands, later=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="brief-generator")
def main() -> None:
    """Turns a folder of articles into a cited intelligence brief, on this machine alone.

    \b
    A topic of your own:
      brief new harbour-strike            makes a folder with all that is needed
      cd harbour-strike
      brief add ~/Downloads/article.html  or an address, or save articles into data/articles/
      brief serve                         shows the brief and follows every change

    \b
    An existing workspace:
      brief add --feed URL                the new articles of an RSS or Atom feed
      brief distil                        articles -> data/distilled (only what changed)
      brief check                         is every quote in its source, word for word?
      brief build                         the site, into site/
      brief pdf                           the brief as one document, into brief.pdf
      brief zip                           the site as a file that opens without a server, into brief.zip
      brief export --output brief.json    everything as one document
      brief curate                        what is doubtful, and the decision to write for it
      brief edition                       record the brief as it is; builds then show what changed since
    """
