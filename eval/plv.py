"""Recall of the reading on newswire sentences with marked sides: is there an event of that type between those two?

    python eval/plv.py               the table, by type
    python eval/plv.py -v [TYPE]     every miss too, grouped by cause
    python eval/plv.py rules         statements by rules alone

The sentences are those of `plover/PLV_train.tsv` in ../shared (about 5 % of its labels are wrong), each read as an article of
its own. An event meets its sentence if it has the type and a mention of one of its sources overlaps the marked source, and one of
its targets the marked target; parties to what is done together may stand on either side. What is joined in the set as YIELD is
met by CONCEDE and by RETREAT. Exit status 0; where ../shared is missing nothing is scored.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.reading import read_articles
from dateline.records import Article, Event, Reading, Span

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "plover" / "PLV_train.tsv"
NAME = "newswire"
"""What the gate's floors call these figures."""
FIGURE = "right type and both sides"
_JOINED = {"YIELD": frozenset({"CONCEDE", "RETREAT"})}
_MARK = re.compile(r"</?[st]>")
_CAUSES = ("no event", "an event between others", "one side right", "right sides, wrong type")


@dataclass(frozen=True)
class Sentence:
    """A sentence with its marked sides, each where it is marked (nowhere: not asked), and the type between them."""

    id: str
    text: str
    source: tuple[Span, ...]
    target: tuple[Span, ...]
    type: str

    @property
    def types(self) -> frozenset[str]:
        """The types that the label stands for."""
        return _JOINED.get(self.type, frozenset({self.type}))


def sentences(path: Path = SHARED) -> Iterator[Sentence]:
    """The sentences in the order of the file, marks taken out."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            text, spans = _unmarked(row["marked_sentence"])
            yield Sentence(row["sentence_id"], text, tuple(spans["s"]), tuple(spans["t"]), row["gold_root"])


def _unmarked(marked: str) -> tuple[str, dict[str, list[Span]]]:
    """The text without its marks, and the stretches that they enclosed."""
    taken, starts = 0, {"s": 0, "t": 0}
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for mark in _MARK.finditer(marked):
        side, at = mark.group()[-2], mark.start() - taken
        if mark.group().startswith("</"):
            spans[side].append(Span(starts[side], at))
        else:
            starts[side] = at
        taken += len(mark.group())
    return _MARK.sub("", marked), spans


def readings(asked: Sequence[Sentence], *, model: bool = True) -> Iterator[Reading]:
    """Each sentence read as an article, without a date."""
    articles = (Article(s.id, s.id, "newswire", None, None, None, None, "en", None, s.text, (), None) for s in asked)
    return read_articles(articles, model=model)


def sides_right(sentence: Sentence, event: Event, mentions: Mapping[str, Sequence[Span]]) -> tuple[bool, bool]:
    """Whether the event's sides overlap the marked ones."""
    source, target = ([m for a in ids for m in mentions[a]] for ids in (event.sources, event.targets))
    if not target:
        return _overlap(source, sentence.source), _overlap(source, sentence.target)
    return _overlap(source, sentence.source), _overlap(target, sentence.target)


def _overlap(spans: Sequence[Span], marked: Sequence[Span]) -> bool:
    return not marked or any(s.start < m.end and m.start < s.end for s in spans for m in marked)


def cause(sentence: Sentence, reading: Reading) -> str | None:
    """What is amiss with the best of the events; None where one of them meets the sentence."""
    mentions = {actor.id: actor.mentions for actor in reading.actors}
    found = [(event, sides_right(sentence, event, mentions)) for event in reading.events]
    if any(event.type in sentence.types and sides == (True, True) for event, sides in found):
        return None
    if any(sides == (True, True) for _, sides in found):
        return _CAUSES[3]
    if any(any(sides) for _, sides in found):
        return _CAUSES[2]
    return _CAUSES[1] if found else _CAUSES[0]


def score(*, model: bool = True, verbose: bool = False, only: str | None = None) -> float:
    """Print the table; give the share of sentences that are met."""
    asked = [s for s in sentences() if only in (None, s.type)]
    causes: dict[str, Counter[str]] = defaultdict(Counter)
    missed: dict[str, list[str]] = defaultdict(list)
    for sentence, reading in zip(asked, readings(asked, model=model), strict=True):
        why = cause(sentence, reading)
        causes[sentence.type][why or "met"] += 1
        if why is not None:
            missed[why].append(_line(sentence, reading))
    for why, lines in missed.items() if verbose else ():
        print(f"{why}: {len(lines)}", *lines, sep="\n     ")
    _print(causes)
    return sum(counted["met"] for counted in causes.values()) / len(asked)


def _line(sentence: Sentence, reading: Reading) -> str:
    names = {actor.id: actor.name for actor in reading.actors}
    got = [f"{e.type} {'+'.join(names[a] for a in e.sources)} -> {'+'.join(names[a] for a in e.targets)}" for e in reading.events]
    sides = " -> ".join(sentence.text[m[0].start : m[0].end] if m else "-" for m in (sentence.source, sentence.target))
    return f"{sentence.id} {sentence.text}\n          gold {sentence.type} {sides}, read {'; '.join(got) or 'nothing'}"


def _print(causes: Mapping[str, Counter[str]]) -> None:
    columns = ("met", _CAUSES[3], _CAUSES[2], _CAUSES[1], _CAUSES[0])
    print(f"{'type':<12} {'all':>5}", *(f"{c:>24}" for c in columns))
    total: Counter[str] = Counter()
    for kind, counted in sorted(causes.items()):
        total += counted
        print(f"{kind:<12} {sum(counted.values()):>5}", *(f"{counted[c]:>24}" for c in columns))
    number = sum(total.values())
    print(f"{'all':<12} {number:>5}", *(f"{total[c]:>24}" for c in columns))
    print(f"{total['met']} of {number} sentences with the right type and both sides ({total['met'] / number:.3f})")


def figures() -> dict[str, float]:
    """The figure that the gate holds against its floor."""
    return {FIGURE: score()}


def main(arguments: Sequence[str]) -> int:
    """Score the newswire sentences."""
    if SHARED.is_file():
        only = next((a for a in arguments if a.isupper()), None)
        score(model="rules" not in arguments, verbose="-v" in arguments, only=only)
    else:
        print("newswire: skipped, the sentences are not here (looked in ../shared/data/plover)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
