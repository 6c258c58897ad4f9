"""`dateline review`: what nobody has looked at, and confirming, rejecting and editing records and links."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from dateline.cli.arguments import ArchivePath, day

if TYPE_CHECKING:
    from dateline.archive.corrections import Correction

USAGE = "dateline review ARCHIVE ID confirm|reject|edit [FIELD=VALUE...] --by NAME --why TEXT"
Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID ACTION [FIELD=VALUE...]]",
        help="A record, link or actor with what to do: confirm, reject, edit with new values; or a correction's number and undo.",
    ),
]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so; kept with the correction.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; kept with the correction.")]
KindOption = Annotated[
    str | None,
    typer.Option(metavar="KIND", help="statement, event, position, actor, actor link, incident link or proposal link."),
]
About = Annotated[str | None, typer.Option(metavar="ACTOR", help="Only with this actor, by name or ISO code.")]
What = Annotated[str | None, typer.Option("--type", metavar="WORD", help="Only of this type, factuality, act or stance.")]
Since = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Only in articles of this day or later.")]
Until = Annotated[date | None, typer.Option(parser=day, metavar="YYYY-MM-DD", help="Only in articles of this day or earlier.")]
OfArticle = Annotated[str | None, typer.Option("--article", metavar="ID", help="Only of this article.")]
OfOutlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Only of this outlet.")]
Below = Annotated[float, typer.Option(min=0.0, max=1.0, help="Only records that are at most so sure.")]
Most = Annotated[int, typer.Option("--most", min=1, help="So many lines at most.")]
Every = Annotated[bool, typer.Option("--all", help="List what has been reviewed too.")]
Made = Annotated[bool, typer.Option("--corrections", help="List all corrections, also those taken back.")]
Lost = Annotated[bool, typer.Option("--lost", help="List the corrections that no longer fit any record.")]
Gold = Annotated[Path | None, typer.Option(metavar="DIR", help="Write what was reviewed as a gold pack.", file_okay=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one line of JSON each.")]


def review(
    archive: ArchivePath,
    words: Words = None,
    by: By = "",
    why: Why = "",
    kind: KindOption = None,
    about: About = None,
    what: What = None,
    since: Since = None,
    until: Until = None,
    article: OfArticle = None,
    outlet: OfOutlet = None,
    below: Below = 1.0,
    most: Most = 40,
    reviewed: Every = False,
    corrections: Made = False,
    lost: Lost = False,
    gold: Gold = None,
    as_json: AsJson = False,
) -> None:
    """List what nobody has looked at yet, the least sure first; or confirm, reject or edit a record, link or actor."""
    if words:
        _decide(archive, words, by, why, as_json=as_json)
    elif gold:
        _write_gold(archive, gold)
    elif corrections or lost:
        _list_corrections(archive, only_lost=lost, as_json=as_json)
    else:
        from dateline.views.open_records import Asked

        asked = Asked(cast(Any, kind), about, what, since, until, article, outlet, below, reviewed)
        _list_open(archive, asked, most, as_json=as_json)


def _decide(path: Path, words: Sequence[str], by: str, why: str, *, as_json: bool) -> None:
    from dateline.archive.corrections.editing import assignments_of
    from dateline.archive.corrections.making import Verdict
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.reviewing import review as decide
    from dateline.corroboration.reviewing import undo

    key, action, rest = words[0], words[1] if len(words) > 1 else "", words[2:]
    if action not in ("confirm", "reject", "edit", "undo") or (rest and action != "edit"):
        raise typer.BadParameter(f"{' '.join(words)!r} is no correction (write {USAGE})")
    if action == "undo" and not key.isdecimal():
        raise typer.BadParameter(f"{key!r} is no number of a correction (`dateline review ARCHIVE --corrections` lists them)")
    with open_archive(path) as opened:
        if action == "undo":
            _tell([undo(opened, int(key), by)], as_json=as_json)
            return
        verdict = Verdict(cast(Any, action), by, why, assignments_of(rest) if action == "edit" else {})
        outcome = decide(opened, key, verdict)
    _tell([outcome.correction], as_json=as_json)
    if outcome.look_at:
        typer.echo(f"It carried {', '.join(outcome.look_at)}: look at these too", err=True)


def _tell(made: Sequence[Correction], *, as_json: bool) -> None:
    from dateline.views.open_records import correction_lines, correction_object

    lines = (json.dumps(correction_object(one), ensure_ascii=False) for one in made) if as_json else correction_lines(made)
    for line in lines:
        typer.echo(line)


def _list_corrections(path: Path, *, only_lost: bool, as_json: bool) -> None:
    from dateline.corroboration.renewing import open_archive
    from dateline.corroboration.reviewing.deciding import lost

    with open_archive(path, read_only=True) as opened:
        found = lost(opened) if only_lost else opened.corrections.listing()
    _tell(found, as_json=as_json)
    if not found:
        typer.echo("Every correction fits its record" if only_lost else "No corrections were made", err=True)


def _list_open(path: Path, asked: Any, most: int, *, as_json: bool) -> None:
    from dateline.corroboration.renewing import open_archive
    from dateline.views.open_records import in_sentences, open_line, open_records

    with open_archive(path, read_only=True) as opened:
        found = open_records(opened, asked)
        shown = in_sentences(opened, found[:most])
    for one in shown:
        typer.echo(json.dumps(asdict(one), ensure_ascii=False, default=str) if as_json else open_line(one))
    if len(found) != len(shown) or not found:
        typer.echo(f"{len(shown):,} of {len(found):,} that nobody has looked at" if found else "Nothing is open", err=True)


def _write_gold(path: Path, folder: Path) -> None:
    from dateline.corroboration.renewing import open_archive
    from dateline.views.gold_pack import write_gold

    with open_archive(path, read_only=True) as opened:
        for written in write_gold(opened, folder):
            typer.echo(written)
