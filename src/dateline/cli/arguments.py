"""Arguments that several commands share."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dateline.sources import JsonFields


def day(value: str | date) -> date:
    """A day written as YYYY-MM-DD."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no date (write it as YYYY-MM-DD)") from None


def json_fields(words: str | None) -> JsonFields:
    """The names of the fields of JSON lines, from `text=body,title=headline`."""
    from dateline.sources import JsonFields

    pairs = [part.strip().partition("=") for part in (words or "").split(",") if part.strip()]
    known = [field.name for field in dataclasses.fields(JsonFields)]
    wrong = [name for name, _, value in pairs if name not in known or not value]
    if wrong:
        raise typer.BadParameter(f"--fields: {wrong[0]!r} (write NAME=FIELD with a NAME of {', '.join(known)})")
    return JsonFields(**{name: value for name, _, value in pairs})


_PATHS = (
    "Articles: .txt, .html, .mhtml, .docx, .rtf, .pdf, .eml, .mbox, .ris, .bib, .jsonl, .csv, .parquet, .warc, .rss,"
    " .atom (also .gz), a folder of them, or - for standard input."
)
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help=_PATHS)]
PathsIfAny = Annotated[list[str] | None, typer.Argument(metavar="[PATH...]", help=_PATHS)]
Published = Annotated[
    date | None,
    typer.Option(parser=day, metavar="YYYY-MM-DD", help="The day on which the articles appeared; wins over what they say."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet that published them; wins over what they say.")]
Metadata = Annotated[
    Path | None,
    typer.Option(metavar="CSV", help="What is known of each file: columns path, published, outlet, url, title.", dir_okay=False),
]
Fields = Annotated[
    str | None,
    typer.Option(
        metavar="NAME=FIELD,...",
        help="What the fields of .jsonl, .csv and .parquet are named, if not title, text, published, outlet, url, byline:"
        " text=body,title=headline.",
    ),
]
ActorsFile = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="CSV",
        help="Your own people, bodies, armed groups and states, which add to the known ones or override them.",
        dir_okay=False,
    ),
]
AnyLanguage = Annotated[bool, typer.Option("--any-language", help="Read also articles that are not in English.")]
NoModel = Annotated[
    bool, typer.Option("--no-model", help="Find statements by rules alone, without the trained network: faster, and fewer.")
]


def archive_in(path: Path) -> Path:
    """The archive that a path means: the file itself, or that of a folder of readings."""
    if not path.is_dir():
        return path
    from dateline.cluster.dataset import is_dataset, open_dataset
    from dateline.errors import DatasetError

    if not is_dataset(path):
        raise typer.BadParameter(f"{path} is a folder (name an archive, or a folder that `dateline add --engine ray` made)")
    dataset = open_dataset(path)
    archive = dataset.archive()
    if not archive.is_file():
        raise DatasetError(f"{path}: is not put together yet (`dateline open {path} --update-only` does that)")
    if any(part.stat().st_mtime > archive.stat().st_mtime for part in dataset.readings()):
        typer.echo(f"{path} holds newer readings, which `dateline open {path} --update-only` takes in.", err=True)
    return archive


ArchivePath = Annotated[
    Path,
    typer.Argument(
        metavar="ARCHIVE",
        help="The archive that `dateline add` made, or a folder that `dateline open` opens.",
        callback=archive_in,
    ),
]
