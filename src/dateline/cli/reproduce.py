"""`dateline reproduce`: a research export made again from its manifest, and what differs."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.arguments import ActorsFile, Fields, NoModel, json_fields

if TYPE_CHECKING:
    from dateline.views.research.inputs_again import Refilled
    from dateline.views.research.manifest import Manifest
    from dateline.views.research.reproducing import Reproduction

DIFFERS = 1
DUCKDB_SIGN = (8, b"DUCK")
SHOWN = 20
"""Differences of one kind that are listed; the rest is counted."""

ManifestFile = Annotated[Path, typer.Argument(metavar="MANIFEST", help="manifest.json of a research export, or its folder.")]
From = Annotated[
    list[Path],
    typer.Option("--from", metavar="PATH", help="The archive, or the articles themselves (to be read anew); may be repeated."),
]
To = Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder for the new export; must hold none.")]


def reproduce(
    manifest: ManifestFile, sources: From, to: To, fields: Fields = None, actors: ActorsFile = None, no_model: NoModel = False
) -> None:
    """Make a research export again from its manifest and say whether all files are the same, and else why not.

    Status 0: all files have the same bytes; 1: some differ.
    """
    from dateline.corroboration.renewing import open_archive
    from dateline.views.research.manifest import read_manifest
    from dateline.views.research.reproducing import reproduce as make_again

    known = read_manifest(manifest)
    if len(sources) == 1 and _is_archive(sources[0]):
        with open_archive(sources[0], read_only=True) as archive:
            _tell(make_again(known, archive, to), known)
        return
    with tempfile.TemporaryDirectory(prefix="dateline-reproduce-") as folder, open_archive(Path(folder) / "a.duckdb") as archive:
        from dateline.knowledge.own_actors import load_own_actors
        from dateline.reading import read_articles, reading_version
        from dateline.sources import SourceOptions, read_sources
        from dateline.views.research.inputs_again import refill

        own = load_own_actors(actors) if actors else None
        reader = partial(read_articles, model=not no_model, actors=own)
        files = read_sources([str(path) for path in sources], SourceOptions(fields=json_fields(fields)))
        _tell_inputs(refill(archive, known.inputs, files, reader, reading_version(model=not no_model, actors=own)))
        _tell(make_again(known, archive, to), known)


def _is_archive(path: Path) -> bool:
    place, sign = DUCKDB_SIGN
    try:
        with path.open("rb") as file:
            return file.read(place + len(sign))[place:] == sign
    except OSError:
        return False


def _tell_inputs(refilled: Refilled) -> None:
    for one in refilled.missing:
        typer.echo(f"no file holds the text of {one.id} ({one.outlet or 'unnamed outlet'}: {one.title})", err=True)
    for problem in refilled.failed:
        typer.echo(f"dateline: {problem}", err=True)
    if refilled.not_in_manifest:
        typer.echo(f"{len(refilled.not_in_manifest)} articles are not in the manifest and were left out", err=True)


def _tell(again: Reproduction, manifest: Manifest) -> None:
    from dateline.views.research.reproducing import KINDS, MISSING

    for kind in KINDS:
        of_kind = [difference for difference in again.differences if difference.kind == kind]
        for difference in of_kind[:SHOWN]:
            typer.echo(str(difference))
        if len(of_kind) > SHOWN:
            typer.echo(f"... and {len(of_kind) - SHOWN} more of {kind}")
    if any(difference.kind == "decisions" and difference.now == MISSING for difference in again.differences):
        typer.echo("What people decided or corrected stands in the archive alone (give it with --from)")
    same = sum(difference.kind == "file" for difference in again.differences)
    typer.echo(f"{len(manifest.files) - same} of {len(manifest.files)} files are the same, byte for byte")
    if not again.is_identical:
        raise typer.Exit(DIFFERS)
