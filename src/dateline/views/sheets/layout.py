"""The columns of sheets for hand-coding, what is asked in each, and which values it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.analysis.sampling.population import What
from dateline.analysis.validity.precision import CODES
from dateline.knowledge.ontology import event_types
from dateline.records import Act, Factuality

Kind = Literal["judged", "blind", "listed"]
"""`judged`: the coder says whether the program's values are right; `blind`: the coder gives values of his own for marked words;
`listed`: the coder reads whole articles and lists all that is in them."""

NONE = "NONE"
IS = "_is"
"""Ends the names of columns for judgements: `type_is` says whether `type` is right."""
DRAWN = ("record", "article", "outlet", "published", "title", "passage")
LISTED = ("article", "outlet", "published", "title")
WEIGHED = ("stratum", "weight")
NOTE = "note"
PARAGRAPHS = (*LISTED, "paragraph", "text")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: what makes the program's value right, and what a coder without it writes."""

    name: str
    right: str
    asked: str
    values: tuple[str, ...] = ()


EVENT_FIELDS = (
    Field(
        "type",
        "right where the marked words tell an event of this type; wrong where another or none (leave the rest empty then)",
        "the PLOVER type of the event that the marked words tell; NONE where they tell no event (leave the rest empty then)",
        (*event_types(), NONE),
    ),
    Field(
        "source",
        "right where exactly these did it; for talks, clashes and signings all parties; empty is right where nobody is named",
        "who did it, as the article names them, with '; ' between several; for talks, clashes and signings all parties",
    ),
    Field(
        "target",
        "right where it was done to exactly these; empty is right where it was done to nobody in particular",
        "to whom it was done, as the article names them, with '; ' between several; empty where to nobody in particular",
    ),
    Field(
        "date",
        "right where it happened, or is to happen, then, as precisely as the article says; empty is right where it does not say",
        "when: 2018-05-01, or first/last day as 2018-05-01/2018-05-31; empty where the article does not say",
    ),
    Field(
        "place",
        "right where it happened there; empty is right where the article does not say",
        "where, as the article names it; empty where it does not say",
    ),
    Field(
        "factuality",
        "right where the article tells it so: actual, claimed by somebody, planned, hypothetical, denied by somebody, negated",
        "how the article tells it",
        get_args(Factuality),
    ),
)
STATEMENT_FIELDS = (
    Field(
        "source",
        "right where this is who said it (name and the words for it); empty is right where nobody is named or described",
        "who said it, as the article names them; empty where nobody is named or described; NONE where nothing is said at all",
    ),
    Field("cue", "right where these are the words of saying", "the words of saying, copied; empty where there are none"),
    Field(
        "content",
        "right where this, no less and no more than a word or two, is what was said",
        "what was said, copied from the article; ' ... ' where it is interrupted",
    ),
    Field("act", "right where this is what is done by saying it", "what is done by saying it", get_args(Act)),
    Field(
        "addressee",
        "right where it was said to these; empty is right where the article does not say to whom",
        "to whom, as the article names them; empty where it does not say",
    ),
)
FIELDS: dict[What, tuple[Field, ...]] = {"events": EVENT_FIELDS, "statements": STATEMENT_FIELDS}
GROUPING: dict[What, str] = {"events": "type", "statements": "act"}
"""The field by whose values precision is shown."""


def field_names(what: What) -> tuple[str, ...]:
    """The fields of events or of statements, in the order of the sheet."""
    return tuple(field.name for field in FIELDS[what])


def columns(what: What, kind: Kind) -> tuple[str, ...]:
    """The header of a sheet."""
    names = field_names(what)
    if kind == "judged":
        return (*DRAWN, *names, *(f"{name}{IS}" for name in names), NOTE, *WEIGHED)
    if kind == "blind":
        return (*DRAWN, *names, NOTE, *WEIGHED)
    words = ("words",) if what == "events" else ()
    return (*LISTED, "paragraph", *words, *names, NOTE, *WEIGHED)


def choices(what: What, kind: Kind) -> dict[str, tuple[str, ...]]:
    """For each column with a closed list its values."""
    if kind == "judged":
        return {f"{name}{IS}": CODES for name in field_names(what)}
    return {field.name: field.values for field in FIELDS[what] if field.values}


def to_fill(what: What, kind: Kind) -> tuple[str, ...]:
    """The columns that the coder fills."""
    names = field_names(what)
    filled = tuple(f"{name}{IS}" for name in names) if kind == "judged" else names
    return (*(("paragraph", "words") if kind == "listed" and what == "events" else ()), *filled, NOTE)


def kind_of(header: frozenset[str]) -> tuple[What, Kind] | None:
    """What a sheet with these columns is, by one that only such a sheet has; None where it is none to be coded."""
    what: What
    for what, sign in (("statements", "cue"), ("events", "factuality")):
        if f"{sign}{IS}" in header:
            return what, "judged"
        if sign in header:
            return what, "blind" if "record" in header else "listed"
    return None


def needed(what: What, kind: Kind) -> tuple[str, ...]:
    """The columns without which a sheet cannot be scored."""
    if kind == "listed":
        return ("article", *(("words", "type") if what == "events" else ("source", "content")))
    group = (GROUPING[what],) if kind == "judged" else ()
    return ("record", "weight", *group, *(name for name in to_fill(what, kind) if name != NOTE))
