"""`dateline sample`: sheets for coding an archive by hand, and what coded sheets say of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dateline.views.sheets.making import Book, Wanted


SOME_FAILED = 1


class What(StrEnum):
    """Which records are drawn."""

    events = "events"
    statements = "statements"


class ReportForm(StrEnum):
    """How the scores are printed."""

    text = "text"
    markdown = "markdown"
    json = "json"


Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="ARCHIVE | SHEET...", help="The archive to draw from; with --score one or two coded sheets.", dir_okay=False
    ),
]
To = Annotated[
    Path | None, typer.Option("--to", metavar="SHEET", help="The sheet to write: .xlsx, or .csv with instructions beside it.")
]
WhatOption = Annotated[What, typer.Option("--what", help="Which records are drawn.")]
Number = Annotated[int, typer.Option("--n", min=1, help="How many records are drawn.")]
By = Annotated[
    str | None,
    typer.Option(
        metavar="KEY,...",
        help="What strata are formed by: type (statements: act), outlet, month, year, factuality, kind; "
        "as many from the first as N allows, the others are spread.",
    ),
]
Seed = Annotated[str, typer.Option(help="Any word: the same one draws the same sample.")]
Blind = Annotated[bool, typer.Option("--blind", help="Leave the program's values out: the coder gives his own.")]
Equal = Annotated[bool, typer.Option("--equal", help="The same number of each stratum, not in proportion to its size.")]
Articles = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Draw N whole articles instead, to be read blind, for recall.")
]
Score = Annotated[bool, typer.Option("--score", help="Read one or two coded sheets back and print what they say.")]
Against = Annotated[
    Path | None,
    typer.Option(
        "--archive", metavar="ARCHIVE", help="With --score: what blind sheets and lists are compared with.", dir_okay=False
    ),
]
FormatOption = Annotated[ReportForm, typer.Option("--format", help="How scores are printed.")]


def sample(
    paths: Paths,
    to: To = None,
    what: WhatOption = What.events,
    n: Number = 200,
    by: By = None,
    seed: Seed = "0",
    blind: Blind = False,
    equal: Equal = False,
    articles: Articles = None,
    score: Score = False,
    archive: Against = None,
    format: FormatOption = ReportForm.text,
) -> None:
    """Draw a sample of an archive for coding by hand; with --score read the coded sheets back."""
    if score:
        _score(paths, archive, format)
        return
    if len(paths) != 1 or to is None:
        raise typer.BadParameter("name one archive and the sheet to write: dateline sample ARCHIVE --to sheet.xlsx")
    from dateline.analysis.sampling.population import USUAL
    from dateline.views.sheets.making import Wanted

    usual = USUAL["articles" if articles else what.value]
    keys = tuple(key.strip() for key in by.split(",") if key.strip()) if by else usual
    wanted = Wanted(articles or n, keys, seed, "equal" if equal else "proportional")
    _write(_drawn(paths[0], what, wanted, whole=articles is not None, blind=blind), to, keys)


def _drawn(archive: Path, what: What, wanted: Wanted, *, whole: bool, blind: bool) -> Book:
    from dateline.corroboration.renewing import open_archive
    from dateline.views.sheets.making import articles_book, records_book

    with open_archive(archive, read_only=True) as opened:
        return articles_book(opened, wanted) if whole else records_book(opened, what.value, wanted, blind=blind)


def _write(book: Book, to: Path, keys: tuple[str, ...]) -> None:
    from dateline.views.sheets.writing import write_book

    for path in write_book(book, to):
        typer.echo(path)
    sample, formed = book.sample, ", ".join(keys[: book.sample.strata_by]) or "nothing: all in one"
    spread = ", ".join(keys[book.sample.strata_by :])
    typer.echo(
        f"{len(sample.drawn)} of {sample.population} drawn; {sample.strata} strata by {formed}"
        + (f"; spread over {spread}" if spread else ""),
        err=True,
    )


def _score(sheets: list[Path], archive: Path | None, form: ReportForm) -> None:
    from dateline.corroboration.renewing import open_archive
    from dateline.views.sheets.report import report
    from dateline.views.sheets.scoring import score

    if archive is None:
        validity = score(sheets)
    else:
        with open_archive(archive, read_only=True) as opened:
            validity = score(sheets, opened)
    typer.echo(report(validity, form.value))
    for problem in validity.problems:
        typer.echo(f"dateline: {problem}", err=True)
    if validity.problems:
        raise typer.Exit(SOME_FAILED)
