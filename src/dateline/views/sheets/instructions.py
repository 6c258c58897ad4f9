"""What coders are told."""

from __future__ import annotations

from dateline.analysis.sampling.drawing import Sample
from dateline.analysis.sampling.population import What
from dateline.knowledge.ontology import event_class, event_types
from dateline.views.sheets.layout import FIELDS, IS, NONE, Kind

GENERAL: dict[Kind, tuple[str, ...]] = {
    "judged": (
        "Each row is one record that the program read out of an article. Judge it by the passage, or by the article where that "
        "is not enough. Give right, wrong or unclear in each column that ends in _is.",
        "Judge what the article says, not whether it is true. Judge each field by itself. A near miss is wrong.",
        "unclear is for passages that readers of good will can read in two ways; it counts neither for nor against the program.",
    ),
    "blind": (
        "In each row some words of an article are marked. Give your own values for what they tell; the program's are not shown.",
        "Give what the article says, not whether it is true.",
    ),
    "listed": (
        "Read each article of the table 'articles' as a whole and list everything that is in it, one row for each; repeat the "
        "article's id. The first row of each article is there already.",
        f"An article in which there is nothing: write {NONE} in its first row, as type of an event or source of a statement.",
        "Copy words exactly as they stand in the article: by them what you list is compared with what the program found.",
    ),
}
MARKS: dict[What, str] = {
    "events": "[[marked]]: the words that carry the event.",
    "statements": "{S: marked}: who says it. {C: marked}: the words of saying. [[marked]]: what is said.",
}
BLIND_MARKS = "[[marked]]: the words of the statement meant: the cue where it has one, else the first words of what is said."
WORK = (
    "Work alone: the second coder's sheet is a copy of this one, filled in without looking at yours. Leave all other columns as "
    "they are."
)


def instructions(what: What, kind: Kind, sample: Sample) -> tuple[tuple[str, str, str], ...]:
    """Rows of a table: column or "", what is asked, values that it takes."""
    general = [("", line, "") for line in (*GENERAL[kind], WORK, _marks(what, kind), _drawn(sample)) if line]
    return (*general, *_fields(what, kind), *(_types() if what == "events" else ()))


def _types() -> list[tuple[str, str, str]]:
    """What the types mean: the coder's codebook."""
    return [("type", f"{one.type}: {one.definition} Example: {one.example}", one.type) for one in map(event_class, event_types())]


def _fields(what: What, kind: Kind) -> list[tuple[str, str, str]]:
    fields = FIELDS[what]
    if kind == "judged":
        return [(f"{field.name}{IS}", field.right, "right, wrong, unclear") for field in fields]
    words = [("words", "the few words that carry the event, copied", "")] if kind == "listed" and what == "events" else []
    return [*words, *((field.name, field.asked, ", ".join(field.values)) for field in fields)]


def _marks(what: What, kind: Kind) -> str:
    if kind == "listed":
        return ""
    return BLIND_MARKS if kind == "blind" and what == "statements" else MARKS[what]


def _drawn(sample: Sample) -> str:
    return (
        f"{len(sample.drawn)} drawn of {sample.population}, from {sample.strata} strata; weight says for how many of them a row "
        "stands, and must stay as it is."
    )
