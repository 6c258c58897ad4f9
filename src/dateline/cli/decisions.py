"""How decisions are told: `dateline actors decisions`, and those of incidents, positions, statements and stories."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

if TYPE_CHECKING:
    from dateline.archive.decision import Decision, PairDecision
    from dateline.archive.record_decisions import RecordDecision

Because = Annotated[str, typer.Option("--because", metavar="WORDS", help="Why; kept with the decision.")]
Number = Annotated[int, typer.Argument(metavar="DECISION", help="The number of the decision.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one line of JSON each.")]

Made = TypeVar("Made", bound="Decision")


def tell(made: Iterable[Made], what: Callable[[Made], str]) -> None:
    """Print decisions, each as what it says, who made it when and why, and whether it was taken back."""
    for one in made:
        undone = f" [taken back by {one.undone_by} on {one.undone_at:%Y-%m-%d}]" if one.undone_at else ""
        typer.echo(f"{one.number} {what(one)}{undone}\n    {one.decided_by}, {one.decided_at:%Y-%m-%d}: {one.reason}")


def tell_all(made: Iterable[Made], what: Callable[[Made], str], *, json_lines: bool) -> None:
    """Print decisions in words or as lines of JSON."""
    if not json_lines:
        tell(made, what)
        return
    for one in made:
        typer.echo(json_line(one))


def of_two(one: PairDecision, a: str, b: str) -> str:
    """What was decided of two things that are told as `a` and `b`."""
    score = "" if one.score is None else f" {one.score:.2f}"
    return f"{one.kind}{score} {a}, {b}"


def of_records(one: RecordDecision) -> str:
    """What was decided of two records, by their words and ids."""
    return of_two(one, f"{one.a_words!r} ({one.a})", f"{one.b_words!r} ({one.b})")


def json_line(one: Any) -> str:
    """A dataclass as one line of JSON."""
    return json.dumps(asdict(one), ensure_ascii=False, default=str)
