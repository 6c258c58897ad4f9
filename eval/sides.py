"""Events of 588 articles of the international sample against what annotators say of them who did not see dateline's sides.

    sides.py [--half a|b] [--errors FILE]

`judged/sides-international.tsv` has the events that dateline 0.9.0 coded, each with its right type (or none) and its right sides,
as places in the text. An event of today is held against the annotation of the words that tell it. A side is right where each
actor is one of those annotated, or of the same state, and none is missing; of meetings and agreements it does not matter who is
named first. The articles lie outside the project, in ../shared. Half `a` is for looking at errors, half `b` for checking.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.reading import read_articles
from dateline.records import Actor, Article, Event, Reading, Span
from dateline.sources import read_path

SAMPLE = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "articles" / "international-sample.jsonl.gz"
ANNOTATIONS = Path(__file__).with_name("judged") / "sides-international.tsv"
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})
CONTEXT = 160
_UNNAMED = "?"
Sides = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Annotated:
    """One annotation; sides are spans of mentions, or None for somebody whom no mention names."""

    trigger: Span
    coded: str
    right: str
    sources: tuple[Span | None, ...]
    targets: tuple[Span | None, ...]


def annotations() -> dict[int, list[Annotated]]:
    """By the line of the article in the sample."""
    found: dict[int, list[Annotated]] = defaultdict(list)
    with ANNOTATIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"):
            trigger, right = Span(int(row["start"]), int(row["end"])), row["right_type"]
            sides = _spans(row["sources"]), _spans(row["targets"])
            found[int(row["line"])].append(Annotated(trigger, row["type"], row["type"] if right == "same" else right, *sides))
    return found


def _spans(side: str) -> tuple[Span | None, ...]:
    parts = side.split("+") if side != "-" else []
    return tuple(None if part == "?" else Span(*map(int, part.split("-"))) for part in parts)


def verdicts(reading: Reading, wanted: Annotated) -> tuple[str, ...]:
    """What is wrong with the event that the words tell: nothing but "right", or one or two of the classes."""
    told = [e for e in reading.events if any(span.overlaps(wanted.trigger) for span in (e.trigger, *e.mentions))]
    if wanted.right == "none":
        return ("no event",) if told else ("no event, and none coded",)
    same = [e for e in told if e.type == wanted.right] or [e for e in told if e.type == wanted.coded]
    if not same:
        return ("not coded",)
    return _of_sides(reading, same[0], wanted) if same[0].type == wanted.right else ("type",)


def _of_sides(reading: Reading, event: Event, wanted: Annotated) -> tuple[str, ...]:
    gold = tuple(_who(reading, side) for side in (wanted.sources, wanted.targets))
    given = tuple([frozenset(_names(reading.actor(i))) for i in side] for side in (event.sources, event.targets))
    pairs = zip(("source", "target"), given, gold, strict=True)
    wrong = [f"{name} {_class(one, other)}" for name, one, other in pairs if not _same(one, other)]
    parties = _same([*given[0], *given[1]], [*gold[0], *gold[1]]) and len(event.sources) + len(event.targets) > 1
    return tuple(wrong) if wrong and not (parties and wanted.right in MUTUAL) else ("right",)


def _who(reading: Reading, side: Iterable[Span | None]) -> list[frozenset[str]]:
    """Of each annotated actor its id and state; nothing that could match where no mention of today names it.

    Somebody whom the annotators found unnamed is any actor that today's reading describes without name or state.
    """
    found = []
    for span in side:
        actor = next((a for a in reading.actors if span is not None and any(m.overlaps(span) for m in a.mentions)), None)
        exact = next((a for a in reading.actors if span in a.mentions), actor)
        found.append(frozenset((_UNNAMED,) if span is None else _names(exact) if exact is not None else ()))
    return found


def _names(actor: Actor) -> Iterator[str]:
    yield actor.id
    if actor.country is not None:
        yield actor.country
    elif actor.name[:1].islower():
        yield _UNNAMED


def _same(given: list[frozenset[str]], gold: list[frozenset[str]]) -> bool:
    return all(any(one & other for other in gold) for one in given) and all(any(one & other for other in given) for one in gold)


def _class(given: list[frozenset[str]], gold: list[frozenset[str]]) -> str:
    return "missing" if not given else "surplus" if not gold else "wrong"


def report(counts: Mapping[str, int]) -> str:
    """A table: of events that are still coded the share of each class."""
    coded = counts["events"] - counts["not coded"] - counts["no event, and none coded"]
    lines = [f"{name:<26}{number:>6}{number / coded:>8.3f}" for name, number in sorted(counts.items()) if name != "events"]
    return "\n".join([f"{'annotated':<26}{counts['events']:>6}", f"{'still coded':<26}{coded:>6}", *lines])


def error(article: Article, wanted: Annotated, found: tuple[str, ...]) -> str:
    """A line for those who look at errors."""
    text, (start, end) = article.text, wanted.trigger
    around = f"{text[max(0, start - CONTEXT) : start]}[[{text[start:end]}]]{text[end : end + CONTEXT]}"
    right = [" + ".join("?" if s is None else text[slice(*s)] for s in side) or "-" for side in (wanted.sources, wanted.targets)]
    return "\t".join([", ".join(found), article.source.rpartition("#")[2], wanted.right, *right, " ".join(around.split())])


def main() -> int:
    """Read, compare, print."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--half", choices=("a", "b"))
    ask.add_argument("--errors", type=Path, help="write what is wrong to this file")
    given = ask.parse_args()
    if not SAMPLE.is_file():
        print("sides: skipped, the articles are not here (looked in ../shared/data/articles)")
        return 0
    every = annotations()
    half = {line for place, line in enumerate(sorted(every)) if given.half is None or "ab"[place % 2] == given.half}
    articles = (a for a in read_path(str(SAMPLE)) if isinstance(a, Article) and int(a.source.rpartition("#")[2]) in half)
    counts: Counter[str] = Counter()
    lines = []
    for reading in read_articles(articles):
        for wanted in every[int(reading.article.source.rpartition("#")[2])]:
            found = verdicts(reading, wanted)
            counts.update(("events", *found))
            if found != ("right",):
                lines.append(error(reading.article, wanted, found))
    print(report(counts))
    if given.errors is not None:
        given.errors.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
