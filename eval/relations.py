"""What the shipped network of relations says of the packs' sentences, none of which it was trained on.

    python eval/relations.py [PACK ...]

For each gold event with the states of both sides named in its sentence: is its type the likeliest of the 16, and is NONE less
likely than not? For each stretch that tempts a coder (`no_event`): which share of its pairs of actors is given NONE? And for two
actors of a sentence in which the gold has no event at all. At last the speed. The sides are the mentions that the reading found.
The packs shared by all lie outside the project, in ../shared; where they are missing, this says so and scores the project's own.
The cross-validation on PLV_train is printed by `training/relations.py --folds 5`.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

from dateline.events.relations import NONE, RelationQuery, score_relations
from dateline.language import Document, parse
from dateline.reading import read_document
from dateline.records import Actor, Article, Span
from dateline.sources import SourceOptions, read_path

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE.parent.parent / "shared" / "gold", HERE / "packs")
PACKS = ("river-dam", "korea-2017", "strait-ferry", "andes-lithium", "baltic-cable")


@dataclass(frozen=True)
class Asked:
    """A pair, and what is right: one of the types, or NONE; `kind` is event, trap or quiet."""

    kind: str
    right: frozenset[str]
    query: RelationQuery


def main(*names: str) -> int:
    """Print a line a pack, a table of types, the speed."""
    everything: list[Asked] = []
    for name in names or PACKS:
        folder = next((f / name for f in FOLDERS if (f / name).is_dir()), None)
        if folder is None:
            print(f"relations: {name} skipped, it is not here (looked in ../shared/gold and eval/packs)")
            continue
        asked = list(questions(folder))
        everything += asked
        print(f"{name:14} {summary(asked)}", flush=True)
    if everything:
        print(f"{'all':14} {summary(everything)}")
        by_type(everything)
        speed([a.query for a in everything])
    return 0


def summary(asked: Sequence[Asked]) -> str:
    """Figures of one pack."""
    found = score_relations([a.query for a in asked])
    pairs = list(zip(asked, found, strict=True))
    events = [(a, f) for a, f in pairs if a.kind == "event"]
    parts = [f"{len(events)} events: type {share(typed(f) in a.right for a, f in events)}"]
    parts.append(f"kept from NONE {share(f[NONE] < 0.5 for _, f in events)}")
    for kind in ("trap", "quiet"):
        chosen = [f for a, f in pairs if a.kind == kind]
        parts.append(f"{len(chosen)} pairs of {kind}s: NONE {share(f[NONE] >= 0.5 for f in chosen)}")
    return "; ".join(parts)


def typed(chances: dict[str, float]) -> str:
    """The likeliest type, NONE aside."""
    return max((kind for kind in chances if kind != NONE), key=chances.__getitem__)


def share(outcomes: Iterator[bool] | Any) -> str:
    """As .83."""
    found = list(outcomes)
    return f"{sum(found) / len(found):.2f}".lstrip("0") if found else "-"


def by_type(asked: Sequence[Asked]) -> None:
    """How many gold events of each type, and how many of them are typed right."""
    events = [a for a in asked if a.kind == "event"]
    found = score_relations([a.query for a in events])
    total, right = Counter[str](), Counter[str]()
    for a, chances in zip(events, found, strict=True):
        kind = min(a.right)
        total[kind] += 1
        right[kind] += typed(chances) in a.right
    print("  ".join(f"{kind} {right[kind]}/{total[kind]}" for kind in sorted(total)))


def speed(queries: Sequence[RelationQuery]) -> None:
    """Milliseconds a pair, batched."""
    sample = (list(queries) * (1 + 500 // len(queries)))[:500]
    began = time.perf_counter()
    score_relations(sample)
    print(f"{(time.perf_counter() - began) / len(sample) * 1000:.1f} ms a pair")


def questions(folder: Path) -> Iterator[Asked]:
    """All pairs that the pack asks about."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    wanted = {folder / "articles" / g["file"]: g for g in gold["articles"]}
    for path, article_gold in wanted.items():
        options = SourceOptions(published=date.fromisoformat(article_gold["published"]), outlet=article_gold["outlet"])
        articles = [a for a in read_path(path, options) if isinstance(a, Article)]
        for document in parse(articles[:1]):
            yield from _of_article(document, article_gold)


def _of_article(document: Document, gold: dict[str, Any]) -> Iterator[Asked]:
    actors = read_document(document).actors
    sentences = [Span(s.start_char, s.end_char) for s in document.doc.sents]
    told = [place for e in [*gold["events"], *gold.get("neutral", [])] for place in _places(document, e["context"])]
    traps = [place for t in gold["no_event"] for place in _places(document, t["context"])]
    for event in gold["events"]:
        for place in _places(document, event["context"])[:1]:
            yield from _event(document, actors, event, (_around(sentences, place), place))
    for sentence in sentences:
        if not any(sentence.overlaps(p) for p in told):
            kind = "trap" if any(sentence.overlaps(p) for p in traps) else "quiet"
            yield from _nothing(document, actors, sentence, kind)


def _places(document: Document, context: str) -> list[Span]:
    start = document.article.text.find(context)
    return [Span(start, start + len(context))] if start >= 0 else []


def _around(sentences: Sequence[Span], place: Span) -> Span:
    return next((s for s in sentences if s.overlaps(place)), place)


def _event(document: Document, actors: Sequence[Actor], event: dict[str, Any], where: tuple[Span, Span]) -> Iterator[Asked]:
    """Asked where a mention of an actor of each side stands in the sentence: the ones nearest to what tells the event."""
    first, second = (_mention(actors, event.get(side), where) for side in ("source", "target"))
    if first and second and not first.overlaps(second):
        right = frozenset({event["type"], *(event.get("also_acceptable") or [])})
        yield Asked("event", right, _query(document, where[0], first, second))


def _mention(actors: Sequence[Actor], codes: Any, where: tuple[Span, Span]) -> Span | None:
    sentence, place = where
    wanted = {codes} if isinstance(codes, str) else set(codes or [])
    here = [m for a in actors if {a.country, a.name, *a.aliases} & wanted for m in a.mentions if sentence.contains(m)]
    return min(here, key=lambda m: max(place.start - m.end, m.start - place.end), default=None)


def _nothing(document: Document, actors: Sequence[Actor], sentence: Span, kind: str) -> Iterator[Asked]:
    here = [(a.id, m) for a in actors for m in a.mentions if sentence.contains(m)]
    for (a, first), (b, second) in permutations(here, 2):
        if a != b and not first.overlaps(second):
            yield Asked(kind, frozenset({NONE}), _query(document, sentence, first, second))


def _query(document: Document, sentence: Span, source: Span, target: Span) -> RelationQuery:
    text = document.article.text[sentence.start : sentence.end]
    at = sentence.start
    return RelationQuery(text, (source.start - at, source.end - at), (target.start - at, target.end - at))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
