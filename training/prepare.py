"""Turns PolNeAR (../shared/data/polnear) into arrays: words, features, word pieces and gold labels, one file a part.

Articles without labels (../shared/data/articles) become one more, `articles`, for the student of `distil.py`.

The text goes the way that reading goes: the same sources, the same parse, the same features.
"""

from __future__ import annotations

import importlib.util
import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy

from dateline.language import parse
from dateline.records import Article
from dateline.sources import read_sources
from dateline.statements.tagging.features import Codes, Words, words_of

ROOT = Path(__file__).resolve().parent.parent
POLNEAR = ROOT.parent / "shared" / "data" / "polnear"
UNLABELLED = ROOT.parent / "shared" / "data" / "articles"
BUILD = ROOT / "build" / "training"
ROLES = ("Source", "Cue", "Content")


@dataclass(frozen=True)
class Example:
    """One article with its attributions: for each, the positions of the words of source, cue and content."""

    name: str
    words: Words
    attributions: tuple[tuple[Codes, Codes, Codes], ...]


def scorer():  # noqa: ANN201  a module from outside the project
    """`../shared/eval/score.py`, whose reading of the annotation files we share."""
    spec = importlib.util.spec_from_file_location("score", ROOT.parent / "shared" / "eval" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("../shared/eval/score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def examples(part: str) -> Iterator[Example]:
    """One example for each article of the part and annotator."""
    score, folder = scorer(), POLNEAR / part
    articles = [item for item in read_sources([folder / "text"]) if isinstance(item, Article)]
    for document in parse(articles):
        name = score.name_of(document.article.source)
        gold_text = (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="").read()
        onto_gold = score.align(gold_text, document.article.text)
        words = words_of(document)
        places = [_gold_characters(onto_gold, int(a), int(b)) for a, b in zip(words.starts, words.ends, strict=True)]
        files = sorted((folder / "attributions").glob(f"{name}_*.ann"))
        for file in files[:1] if part == "dev" else files:
            yield Example(name, words, tuple(_attributions(score.load_ann(file), places)))


def unlabelled() -> Iterator[Example]:
    """Articles of which only the text is known; those named alike are told apart by their number."""
    files = sorted(UNLABELLED.glob("*.jsonl.gz"))
    articles = [item for item in read_sources(files) if isinstance(item, Article)]
    for number, document in enumerate(parse(articles)):
        yield Example(f"article {number}", words_of(document), ())


def _gold_characters(onto_gold: dict[int, int], start: int, end: int) -> frozenset[int]:
    return frozenset(onto_gold[i] for i in range(start, end) if i in onto_gold)


def _attributions(relations: list, places: list[frozenset[int]]) -> Iterator[tuple[Codes, Codes, Codes]]:
    for relation in relations:
        spans = [frozenset(i for a, b in relation[role] for i in range(a, b)) for role in ROLES]
        found = [_covered(places, characters) for characters in spans]
        if len(found[1]):
            yield found[0], found[1], found[2]


def _covered(places: list[frozenset[int]], characters: frozenset[int]) -> Codes:
    """Words at least half of which lie within the annotation."""
    hits = [k for k, place in enumerate(places) if place and 2 * len(place & characters) >= len(place)] if characters else []
    return numpy.asarray(hits, dtype=numpy.int64)


def main() -> int:
    """Write one file a part."""
    if not POLNEAR.is_dir():
        print(f"prepare: skipped, PolNeAR is not here (looked for {POLNEAR.relative_to(ROOT.parent)})")
        return 0
    BUILD.mkdir(parents=True, exist_ok=True)
    for part in ("train", "dev", "articles"):
        made = list(unlabelled() if part == "articles" else examples(part))
        (BUILD / f"{part}.pickle").write_bytes(pickle.dumps(made))
        words, found = sum(len(e.words) for e in made), sum(len(e.attributions) for e in made)
        print(f"{part}: {len(made)} articles, {words} words, {found} attributions")
    return 0


if __name__ == "__main__":
    import prepare  # so that what is pickled is named by this module, not by __main__

    sys.exit(prepare.main())
