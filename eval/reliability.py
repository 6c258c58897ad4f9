"""How far the confidence of statements can be trusted: a table of confidence against outcome on PolNeAR dev.

A statement counts as right as in `score.py attributions`: its content shares half of its characters with a gold content whose
source it meets. PolNeAR lies outside the project, in ../shared; where it is missing, this says so and exits 0.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from attributions import SHARED, scorer

from dateline.reading import read_articles
from dateline.records import Article, Reading, Spans, Statement
from dateline.sources import read_sources

FOLDER = SHARED / "data" / "polnear" / "dev"
Characters = frozenset[int]
Gold = Sequence[Mapping[str, Characters]]


def main() -> int:
    """Print one row for each tenth of confidence, said and held apart."""
    if not FOLDER.is_dir():
        print("reliability: skipped, PolNeAR is not here (looked for ../shared/data/polnear/dev)")
        return 0
    bins: dict[tuple[str, int], list[bool]] = defaultdict(list)
    articles = [item for item in read_sources([FOLDER / "text"]) if isinstance(item, Article)]
    for reading in read_articles(articles):
        for statement, right in judged(reading):
            kind = "held" if statement.act in ("believe", "intend") else "said"
            bins[kind, int(statement.confidence * 10)].append(right)
    for (kind, tenth), outcomes in sorted(bins.items()):
        print(f"{kind}  {tenth / 10:.1f}-{tenth / 10 + 0.09:.2f}  {len(outcomes):5d}  right {sum(outcomes) / len(outcomes):.2f}")
    return 0


def judged(reading: Reading) -> Iterator[tuple[Statement, bool]]:
    """Statements that stand in nobody else's words, each with its outcome."""
    right = outcomes_of(reading.article)
    yield from ((s, right(s.content, s.source)) for s in reading.statements if s.inside is None)


def outcomes_of(article: Article) -> Callable[[Spans, Spans], bool]:
    """Whether some gold attribution of the article has this content and this source."""
    score = scorer()
    name = score.name_of(article.source)
    annotations = sorted((FOLDER / "attributions").glob(f"{name}_*.ann"))[0]
    text = (FOLDER / "text" / f"{name}.txt").open(encoding="utf-8", newline="").read()
    gold = [{role: score.chars(r[role], text) for role in ("Source", "Content")} for r in score.load_ann(annotations)]
    where = score.align(text, article.text)

    def moved(spans: Spans) -> Characters:
        return frozenset(where[i] for a, b in spans for i in range(a, b) if i in where and text[where[i]] not in score.IGNORED)

    return lambda content, source: _right(moved(content), moved(source), gold)


def _right(content: Characters, source: Characters, gold: Gold) -> bool:
    return any(
        g["Content"]
        and 2 * len(content & g["Content"]) >= len(content | g["Content"])
        and (source & g["Source"] or not (source or g["Source"]))
        for g in gold
    )


if __name__ == "__main__":
    sys.exit(main())
