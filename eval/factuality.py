"""Score `judge_factuality` on MEANTIME: which events did not happen, and which are left open.

    factuality.py [-v]

MEANTIME (Minard and others 2016, Wikinews) marks events from -3 (did not happen) to 3 (happened), as unified by Stanovsky and
others (2017). Gold: below 0 is negated, from 0 to below 3 uncertain. MEANTIME takes what is certain to come ("will") as 3. Ours:

    by word     `negated` and `denied` are negated, `planned` and `hypothetical` uncertain, `actual` and `claimed` happened
    by degree   below 0 is negated, below 2.25 uncertain: the scale of knowledge/data/factuality_degrees.tsv
    five-fold   the same, but the degree of each row of that table is learnt on the other folds (mean of the gold, shrunken)

Train and dev together; intervals are 95% by bootstrap over sentences. With -v every event that is wrong by degree is shown.
MEANTIME lies outside the project, in ../shared; where it is missing, this says so and exits 0.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dateline.events.judging import FactualityJudgement, judge_factuality

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "factuality"
GROUPS = {"negated": "negated", "denied": "negated", "planned": "uncertain", "hypothetical": "uncertain"}
CLOSING, OPENING = frozenset({".", ",", ";", ":", "!", "?", ")", "%", "''", "]"}), frozenset({"(", "$", "``", "[", "US$"})
DRAWS = 2000


OPEN = 2.25
FOLDS, DRAWS, SHRINKAGE = 5, 2000, 4.0


@dataclass(frozen=True)
class Judged:
    """One marked event: gold, ours, and where it stands."""

    sentence: str
    word: str
    gold: float
    ours: FactualityJudgement

    @property
    def expected(self) -> str:
        return "negated" if self.gold < 0 else "uncertain" if self.gold < 3 else "happened"

    @property
    def row(self) -> tuple[str, str, float]:
        """The row of the table of degrees that it falls under."""
        construction, _, word = self.ours.reason.partition(": ")
        return self.ours.value, construction if word else "", self.ours.degree


Outcome = tuple[str, str]
"""Gold group and ours."""
Sample = Sequence[Sequence[Judged]]


def main(*flags: str) -> int:
    """Print the table."""
    files = [FOLDER / "train.conll", FOLDER / "dev.conll"]
    if not all(f.is_file() for f in files):
        print("factuality: skipped, MEANTIME is not here (looked for ../shared/data/factuality)")
        return 0
    sample = [list(judged(block)) for file in files for block in blocks(file)]
    report([sentence for sentence in sample if sentence])
    if "-v" in flags:
        show(event for sentence in sample for event in sentence)
    return 0


def blocks(file: Path) -> Iterator[list[list[str]]]:
    """The rows of each sentence."""
    for block in file.read_text(encoding="utf-8").split("\n\n"):
        if rows := [line.split("\t") for line in block.splitlines() if line]:
            yield rows


def judged(rows: Sequence[Sequence[str]]) -> Iterator[Judged]:
    """The marked events of a sentence with our judgement."""
    text, spans = rebuilt([row[1] for row in rows])
    for row, span in zip(rows, spans, strict=True):
        if row[2] != "_":
            ours = judge_factuality(text, span)
            yield Judged(text, text[slice(*span)], float(row[2]), ours)


def rebuilt(words: Iterable[str]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence with the spaces and marks that a newspaper prints, and where each word stands in it."""
    text, spans, before, quoted = "", [], "", False
    for word in words:
        closing = word in CLOSING or word.startswith(("'", "n't")) or (word == '"' and quoted)
        glued = not text or closing or before in OPENING or (before == '"' and quoted)
        quoted = (not quoted) if word == '"' else quoted
        printed = '"' if word in ("``", "''") else word
        text += ("" if glued else " ") + printed
        spans.append((len(text) - len(printed), len(text)))
        before = word
    return text, spans


def report(sample: Sample) -> None:
    """P, R and F1 of both groups in each way, beside the baseline."""
    golds = [event.gold for sentence in sample for event in sentence]
    told = Counter(event.expected for sentence in sample for event in sentence)
    print(f"{len(golds)} events: {told['negated']} negated, {told['uncertain']} uncertain, {told['happened']} happened")
    print(f"{'':22}{'P':>7}{'R':>7}{'F1':>7}   95% interval")
    for name, found in (("by word", by_word(sample)), ("by degree", by_degree(sample)), ("five-fold", by_folds(sample))):
        for group in ("negated", "uncertain"):
            low, high = interval(found, group)
            figures = "".join(f"{x:7.3f}" for x in scores(chain.from_iterable(found), group))
            print(f"{name:12}{group:10}{figures}   {low:.3f} to {high:.3f}")
    print(f"{'always happened: either':22}{0:6.3f}")
    error = statistics.mean(abs(event.gold - event.ours.degree) for sentence in sample for event in sentence)
    print(f"mean absolute error of the degree: {error:.3f}; always happened: {statistics.mean(3 - g for g in golds):.3f}")


def by_word(sample: Sample) -> list[list[Outcome]]:
    """As the contract's words say."""
    return [[(event.expected, GROUPS.get(event.ours.value, "happened")) for event in sentence] for sentence in sample]


def by_degree(sample: Sample) -> list[list[Outcome]]:
    """As the shipped scale says."""
    return [[(event.expected, grouped(event.ours.degree)) for event in sentence] for sentence in sample]


def by_folds(sample: Sample) -> list[list[Outcome]]:
    """As a scale says that is learnt on the other folds."""
    order = list(range(len(sample)))
    random.Random(1).shuffle(order)
    found: list[list[Outcome]] = [[] for _ in sample]
    for fold in range(FOLDS):
        degrees = learnt([sample[i] for k, i in enumerate(order) if k % FOLDS != fold])
        for i in order[fold::FOLDS]:
            found[i] = [(event.expected, grouped(degrees(event))) for event in sample[i]]
    return found


def learnt(sample: Sample) -> Callable[[Judged], float]:
    """The mean gold of each row, shrunken towards that of its word."""
    rows, words = defaultdict[object, list[float]](list), defaultdict[object, list[float]](list)
    for event in chain.from_iterable(sample):
        rows[event.row].append(event.gold)
        words[event.ours.value].append(event.gold)

    def degree(event: Judged) -> float:
        golds = rows[event.row]
        return (sum(golds) + SHRINKAGE * statistics.mean(words[event.ours.value] or [0.0])) / (len(golds) + SHRINKAGE)

    return degree


def grouped(degree: float) -> str:
    """The group of a degree."""
    return "negated" if degree < 0 else "uncertain" if degree < OPEN else "happened"


def scores(outcomes: Iterable[Outcome], group: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of one group."""
    counted = Counter((gold == group, ours == group) for gold, ours in outcomes)
    right = counted[True, True]
    precision = right / max(right + counted[False, True], 1)
    recall = right / max(right + counted[True, False], 1)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def interval(found: Sequence[Sequence[Outcome]], group: str) -> tuple[float, float]:
    """The middle 95% of F1 over samples of as many sentences, drawn with replacement."""
    draw = random.Random(1)
    drawn = (chain.from_iterable(draw.choices(found, k=len(found))) for _ in range(DRAWS))
    values = sorted(scores(outcomes, group)[2] for outcomes in drawn)
    return values[int(0.025 * DRAWS)], values[int(0.975 * DRAWS)]


def show(events: Iterable[Judged]) -> None:
    """Every event put in another group than the gold's."""
    for event in events:
        if event.expected != grouped(event.ours.degree):
            print(f"{event.gold:5} {event.word:14} {event.ours.value:12} {event.ours.reason:24} | {event.sentence}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
