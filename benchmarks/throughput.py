"""Reading speed and peak memory, beside the bare parser over the same texts in the same run.

    python benchmarks/throughput.py [ARTICLES.jsonl.gz] [--limit N]

The default is the pile of 296 articles in ../shared. Both runs are single-process, on texts already in memory;
the bare parser gets them in batches of the same size. The figure to watch is the ratio.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.language.document import BATCH
from dateline.language.straightening import straighten
from dateline.models import load_parser
from dateline.reading import read_articles
from dateline.records import Article
from dateline.sources import read_sources

PILE = Path(__file__).resolve().parents[2] / "shared" / "data" / "articles" / "north-korea-2017-18.jsonl.gz"


def main() -> int:
    """Print one line a run."""
    arguments = _arguments()
    if not arguments.articles.is_file():
        print(f"throughput: skipped, {arguments.articles.name} is not here")
        return 0
    articles = [a for a in read_sources([arguments.articles]) if isinstance(a, Article)][: arguments.limit]
    words = sum(len(a.text.split()) for a in articles)
    parser = load_parser()
    list(read_articles(articles[:BATCH]))
    bare = _timed(lambda: _parse(parser, [straighten(a.text) for a in articles]))
    before = _peak()
    full = _timed(lambda: sum(1 for _ in read_articles(articles)))
    print(f"{len(articles)} articles, {words} words")
    _report(f"bare parser, batches of {BATCH}", bare, before, len(articles), words)
    _report("dateline", full, _peak(), len(articles), words)
    print(f"ratio: {full / bare:.2f}")
    return 0


def _report(name: str, seconds: float, peak: float, articles: int, words: int) -> None:
    rates = f"{articles / seconds:6.2f} articles/s  {words / seconds:8.0f} words/s"
    print(f"{name + ':':<28} {seconds:7.1f} s  {rates}  peak {peak:.0f} MiB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Reading speed beside the bare parser.")
    parser.add_argument("articles", nargs="?", type=Path, default=PILE)
    parser.add_argument("--limit", type=int, default=None, help="read only the first N articles")
    return parser.parse_args()


def _parse(parser: Callable[[str], object], texts: Sequence[str]) -> None:
    for _ in parser.pipe(texts, batch_size=BATCH):  # type: ignore[attr-defined]
        pass


def _timed(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
