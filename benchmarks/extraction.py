"""Quality of body extraction: token precision, recall and F1 against the article bodies of a folder of pages.

The folder holds NAME.html.gz and ground-truth.json (NAME -> {"articleBody": text}), as in article-extraction-benchmark.
Tokens are words, counted as a bag; figures are means over pages.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dateline.records import Article
from dateline.sources import read_path

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "data" / "articles" / "html"


@dataclass(frozen=True)
class Score:
    """How well one page's body was found."""

    name: str
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def body_of(article: Article) -> str:
    """The text without the headline, which the ground truth does not hold."""
    return article.text[article.headline.end :] if article.headline else article.text


def score(name: str, found: str, expected: str) -> Score:
    """Precision and recall of a page's words."""
    have, want = (Counter(re.findall(r"\w+", text)) for text in (found, expected))
    common = (have & want).total()
    return Score(name, common / max(1, have.total()), common / max(1, want.total()))


def score_page(folder: Path, name: str, expected: str) -> Score:
    """Zero for a page that could not be read."""
    result = next(read_path(folder / f"{name}.html.gz"))
    return score(name, body_of(result) if isinstance(result, Article) else "", expected)


def main() -> None:
    """Print the means and the worst pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst pages to list")
    options = parser.parse_args()
    truth = json.loads((options.folder / "ground-truth.json").read_text(encoding="utf-8"))
    began = time.perf_counter()
    scores = [score_page(options.folder, name, page["articleBody"]) for name, page in truth.items()]
    took = time.perf_counter() - began
    for label in ("precision", "recall", "f1"):
        print(f"{label:<10}{sum(getattr(s, label) for s in scores) / len(scores):.4f}")
    print(f"{len(scores)} pages, {len(scores) / took:.1f} pages/s")
    for s in sorted(scores, key=lambda s: s.f1)[: options.worst]:
        print(f"  {s.f1:.3f} (precision {s.precision:.3f}, recall {s.recall:.3f}) {s.name}")


if __name__ == "__main__":
    main()
