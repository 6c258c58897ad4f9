"""The `dateline` program: its commands, its options for all of them, and how it ends.

Exit status: 0 all done, 1 some inputs could not be read, 2 wrong usage or an archive that cannot be used, 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from dateline._version import __version__
from dateline.cli.actors import actors
from dateline.cli.add import add
from dateline.cli.brief import brief
from dateline.cli.cite import cite
from dateline.cli.demo import demo
from dateline.cli.explain import explain
from dateline.cli.export import export
from dateline.cli.incidents import incidents
from dateline.cli.new import new
from dateline.cli.ontology import ontology
from dateline.cli.open_dataset import open as open_dataset
from dateline.cli.origins import origins
from dateline.cli.positions import positions
from dateline.cli.read import read
from dateline.cli.reproduce import reproduce
from dateline.cli.review import review
from dateline.cli.sample import sample
from dateline.cli.search import search
from dateline.cli.serve import serve
from dateline.cli.statements import statements
from dateline.cli.stories import stories
from dateline.cli.watch import watch
from dateline.errors import DatelineError

USAGE = 2
INTERRUPTED = 130

app = typer.Typer(
    name="dateline",
    help="Read news articles offline: who said what, who did what to whom, when, according to whom, and how certain that is.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read,
    add,
    watch,
    brief,
    search,
    new,
    export,
    explain,
    cite,
    review,
    origins,
    sample,
    reproduce,
    serve,
    open_dataset,
    ontology,
    demo,
):
    app.command()(command)
app.add_typer(actors)
app.add_typer(stories)
app.add_typer(incidents)
app.add_typer(statements)
app.add_typer(positions)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def options(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell on standard error what is being done.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Options that stand before the command."""
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO if verbose else logging.ERROR,
        format="%(levelname)s %(name)s: %(message)s",
        force=True,
    )
    # What other libraries find remarkable about a web page is no news to the user.
    for chatty in ("trafilatura", "htmldate", "charset_normalizer"):
        logging.getLogger(chatty).setLevel(logging.CRITICAL)
    if not verbose:
        logging.getLogger("dateline").setLevel(logging.WARNING)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program with these arguments (None: those of the command line); always ends in SystemExit."""
    try:
        app(args=arguments, prog_name="dateline")
    except DatelineError as error:
        typer.echo(f"dateline: {error}", err=True)
        raise SystemExit(USAGE) from None
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
        raise SystemExit(INTERRUPTED) from None


if __name__ == "__main__":
    main()
