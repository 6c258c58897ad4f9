"""Learns what signs say of whether an event is right: writes the rows of knowledge/data/event_signs.tsv.

    event_signs.py [--check] > event_signs.tsv

A logistic regression over the signs of `dateline.events.signs`, on all events of today's program that somebody has judged. The
judges of the one pile are milder than the annotators of the other: a weight of its own takes up the difference while the signs
are weighed, and the bias is then fitted to both. With --check only cross-validation by article is printed. Takes a quarter of an
hour of one core, nearly all of it for reading.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from unittest import mock

import event_labels
import numpy
import sides
from numpy.typing import NDArray

from dateline.events import coding, seconding, signs
from dateline.knowledge.event_signs import BIAS
from dateline.reading import read_articles
from dateline.records import Article, Event, Reading
from dateline.sources import read_path

Floats = NDArray[numpy.float64]
LEAST = 15
"""Events that must bear a sign."""
SHRUNK = 12.0
"""What the squares of the weights cost, halved."""
FOLDS = 10
ROUNDS = 30
HEADER = (
    "# How much each sign of events.signs adds to the log odds that type and both sides of an event are right: where the network",
    "# of relations is heard, and where events are coded by rules alone. Source: learnt by training/event_signs.py of {sample}",
    "# events of the international sample and {pile} of the North Korea pile that were judged one by one (eval/judged); signs of",
    "# fewer than {least} events have no row.",
)


@dataclass(frozen=True)
class Example:
    """A judged event: its pile and article, its signs, and the share of judges who found it right."""

    pile: str
    article: int
    signs: frozenset[str]
    right: float


def main() -> int:
    """Print the table, or how well it does on articles that it has not seen."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--check", action="store_true")
    given = ask.parse_args()
    examples = list(gathered())
    if given.check:
        check(examples)
    else:
        sys.stdout.write("\n".join(table(examples)) + "\n")
    return 0


def gathered(read: Callable[..., Iterable[Reading]] = read_articles) -> Iterator[Example]:
    """The judged events of both piles."""
    annotated, judged = sides.annotations(), event_labels.draws()
    found: dict[tuple[object, ...], frozenset[str]] = {}
    with mock.patch.object(coding, "rated", _noting(found)):
        for pile, path, lines in (("sample", sides.SAMPLE, annotated), ("pile", event_labels.PILE, judged)):
            articles = (a for a in read_path(str(path)) if isinstance(a, Article) and int(a.source.rpartition("#")[2]) in lines)
            for reading in read(articles):
                line = event_labels.number(reading)
                right = event_labels.of_sample(reading, annotated[line]) if pile == "sample" else {}
                right |= event_labels.of_draws(reading, judged[line]) if pile == "pile" else {}
                told = {e.id: found[_key(e, reading.article.id)] for e in reading.events}
                yield from (Example(pile, line, told[event], share) for event, share in right.items())


def _noting(found: dict[tuple[object, ...], frozenset[str]]) -> Callable[..., list[coding.Draft]]:
    """In the place of what rates events, so that none is left out and the signs of each are known."""

    def rated(scene: coding.Scene, drafts: Sequence[coding.Draft], score: seconding.Scorer) -> list[coding.Draft]:
        heard = seconding.opinions(scene, drafts, score)
        for draft, chances in zip(drafts, heard, strict=True):
            found[_key(draft, scene.document.article.id)] = signs.signs(scene, draft, chances)
        return [replace(draft, confidence=1.0) for draft in drafts]

    return rated


def _key(told: coding.Draft | Event, article: str) -> tuple[object, ...]:
    if isinstance(told, Event):
        return article, told.type, told.trigger, told.sources, told.targets, told.factuality
    targets = tuple(t for t in told.targets if t not in told.sources)
    return article, told.row.type, told.span, told.sources, targets, told.certainty.value


@dataclass(frozen=True)
class Model:
    """`columns` are the places of signs among `weights`; `bias` is that of both piles together."""

    columns: dict[str, int]
    weights: Floats
    bias: float

    def chances(self, examples: Sequence[Example]) -> Floats:
        """That each is right, to judges of either pile."""
        return _sigmoid(_matrix(examples, self.columns) @ self.weights + self.bias)


def fitted(examples: Sequence[Example]) -> Model:
    """The model of these examples."""
    counts = Counter(sign for e in examples for sign in e.signs)
    columns = {sign: place for place, sign in enumerate(sorted(s for s, n in counts.items() if n >= LEAST))}
    right = numpy.array([e.right for e in examples])
    ones, milder = numpy.ones(len(examples)), numpy.array([float(e.pile == "pile") for e in examples])
    found = _newton(numpy.column_stack([_matrix(examples, columns), milder, ones]), right, free=2)
    weights = numpy.round(found[:-2], 2)
    given = _matrix(examples, columns) @ weights
    return Model(columns, weights, round(float(_newton(ones[:, None], right, free=1, given=given)[0]), 2))


def _matrix(examples: Sequence[Example], columns: dict[str, int]) -> Floats:
    found = numpy.zeros((len(examples), len(columns)))
    for row, example in enumerate(examples):
        found[row, [columns[sign] for sign in example.signs if sign in columns]] = 1.0
    return found


def _newton(matrix: Floats, right: Floats, free: int, given: Floats | float = 0.0) -> Floats:
    """Weights of the least log loss, all but the last `free` of them shrunk; `given` are log odds that are known."""
    found = numpy.zeros(matrix.shape[1])
    cost = numpy.full(matrix.shape[1], SHRUNK)
    cost[-free:] = 1e-9
    for _ in range(ROUNDS):
        chances = _sigmoid(matrix @ found + given)
        slope = matrix.T @ (chances - right) + cost * found
        bend = (matrix * (chances * (1 - chances))[:, None]).T @ matrix + numpy.diag(cost)
        step = numpy.linalg.solve(bend, slope)
        found -= step
        if numpy.abs(step).max() < 1e-6:
            break
    return found


def _sigmoid(odds: Floats) -> Floats:
    return 1 / (1 + numpy.exp(-odds))


def _alone(examples: Sequence[Example]) -> list[Example]:
    """As the rules alone see them."""
    return [replace(e, signs=frozenset(s for s in e.signs if not s.startswith("network"))) for e in examples]


def table(examples: Sequence[Example]) -> Iterator[str]:
    """The lines of the data file."""
    heard, alone = fitted(examples), fitted(_alone(examples))
    piles = Counter(e.pile for e in examples)
    yield from (line.format(sample=piles["sample"], pile=piles["pile"], least=LEAST) for line in HEADER)
    yield "sign\theard\talone"
    yield f"{BIAS}\t{heard.bias}\t{alone.bias}"
    for sign, place in heard.columns.items():
        weights = heard.weights[place], alone.weights[alone.columns[sign]] if sign in alone.columns else 0.0
        if any(weights):
            yield f"{sign}\t{weights[0]:g}\t{weights[1]:g}"


def check(examples: Sequence[Example]) -> None:
    """Print what the model says of articles that it was not fitted to."""
    for name, chosen in (("with the network", examples), ("rules alone", _alone(examples))):
        said, right = unseen(chosen), numpy.array([e.right for e in chosen])
        for pile in ("sample", "pile"):
            rows = numpy.array([e.pile == pile for e in chosen])
            print(f"{name}, {pile}: {rows.sum()} events", reliability(said[rows], right[rows]), sep="\n")


def reliability(said: Floats, right: Floats) -> str:
    """AUC, Brier score, and for each tenth of confidence how many are right."""
    lines = [f"  AUC {auc(said, right):.3f}, Brier {float(numpy.mean((said - right) ** 2)):.3f}"]
    for tenth in range(10):
        held = numpy.floor(said * 10).astype(int) == tenth
        if held.any():
            lines.append(f"  {tenth / 10:.1f}: {held.sum():5d} said {said[held].mean():.2f} right {right[held].mean():.2f}")
    return "\n".join(lines)


def unseen(examples: Sequence[Example]) -> Floats:
    """The chance of each by a model of other articles."""
    articles = sorted({(e.pile, e.article) for e in examples})
    random.Random(1).shuffle(articles)
    fold = {article: place % FOLDS for place, article in enumerate(articles)}
    said = numpy.zeros(len(examples))
    for number in range(FOLDS):
        tested = [place for place, e in enumerate(examples) if fold[e.pile, e.article] == number]
        model = fitted([e for e in examples if fold[e.pile, e.article] != number])
        said[tested] = model.chances([examples[place] for place in tested])
    return said


def auc(said: Floats, right: Floats) -> float:
    """How often a right event has the higher chance of the two, of all pairs of a right and a wrong one."""
    good, bad = said[right >= 0.5], said[right < 0.5]
    return float(numpy.mean([(one > bad).mean() + (one == bad).mean() / 2 for one in good]))


if __name__ == "__main__":
    sys.exit(main())
