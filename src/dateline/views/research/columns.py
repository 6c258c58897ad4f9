"""The columns of the tables for research: names, kinds and meanings stand in columns.tsv; here is what the codes mean.

Names of the event tables follow POLECAT's, so that scripts for its files find what they look for; those of the tables of actors
and concepts follow the export of Discourse Network Analyzer.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal, get_args

from dateline.knowledge.ontology import event_class, event_types
from dateline.records import Act, Precision, Stance, StatementKind

Table = Literal["events", "reports", "actor_concepts", "statements", "articles"]
TABLES: tuple[Table, ...] = get_args(Table)
TABLE_MEANINGS: dict[Table, str] = {
    "events": "One row per incident: one event, however many articles report it.",
    "reports": "One row per event of an article; the incident to which it belongs stands in Event ID.",
    "actor_concepts": "One row per position: an actor, a proposal, agreement, after the layout of Discourse Network Analyzer.",
    "statements": "One row per statement: who said what, to whom, and through whom it came.",
    "articles": "One row per article; the texts are not given.",
}
PLAIN = frozenset({"text", "day", "number", "whole", "flag"})
FACTUALITY = {
    "actual": "the article vouches for it, or the saying of it is the doing of it",
    "claimed": "somebody says so; the article does not vouch for it",
    "planned": "intended, scheduled or expected",
    "hypothetical": "conditional or merely possible",
    "denied": "somebody says that it is not so",
    "negated": "the article says that it did not happen",
}
STANDING = {key: meaning for key, meaning in FACTUALITY.items() if key != "negated"} | {
    "denied": "all reports deny it or say that it did not happen"
}
BASES = {
    "text": "a date expression in the text says it",
    "published": "taken from the date of the article",
    "first report": "no article dates it: the day on which it was first reported",
}
PUBLISHED = {"given": "given by the user", "metadata": "metadata of the input", "inferred": "inferred"}
STATA_NAME = 32


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `kind` is text, day, number, whole, flag, or the name of a list of codes."""

    table: Table
    name: str
    kind: str
    meaning: str

    @property
    def stata_name(self) -> str:
        """The name in small letters, digits and underscores, as Stata and R take it."""
        return re.sub(r"\W+", "_", self.name).strip("_").lower()[:STATA_NAME]


@cache
def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table in their order."""
    return tuple(column for column in _all() if column.table == table)


@cache
def codes(kind: str) -> Mapping[str, str]:
    """The values of a column of codes with their meanings, in the order of their numbers in Stata."""
    lists: dict[str, Mapping[str, str]] = {
        "type": {name: event_class(name).definition for name in event_types()},
        "quad": dict.fromkeys(dict.fromkeys(event_class(name).quad for name in event_types()), ""),
        "precision": dict.fromkeys(get_args(Precision), ""),
        "date_basis": BASES, "standing": STANDING, "factuality": FACTUALITY, "published_basis": PUBLISHED,
        "stance": dict.fromkeys(get_args(Stance), ""), "act": dict.fromkeys(get_args(Act), ""),
        "kind": dict.fromkeys(get_args(StatementKind), ""), "agreement": {"0": "opposes", "1": "supports"},
    }  # fmt: skip
    return lists[kind]


@cache
def _all() -> tuple[Column, ...]:
    text = resources.files("dateline.views.research").joinpath("columns.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Column(table, row["name"], row["kind"], row["meaning"]) for table in TABLES for row in rows if row["table"] == table
    )
