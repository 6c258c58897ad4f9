"""Score statements on PolNeAR dev (`score.py attributions`): source, cue and content as exact spans.

PolNeAR (Newell, Margolin and Ruths 2018) lies outside the project, in ../shared; where it is missing, this says so and exits 0.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

from dateline.contract import to_json
from dateline.reading import read_articles
from dateline.records import Article
from dateline.sources import read_sources

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def main(part: str = "dev") -> int:
    """Read every text of the part, then let the scorer print its table."""
    folder = SHARED / "data" / "polnear" / part
    if not folder.is_dir():
        print(f"attributions: skipped, PolNeAR is not here (looked for ../shared/data/polnear/{part})")
        return 0
    articles = [item for item in read_sources([folder / "text"]) if isinstance(item, Article)]
    with tempfile.TemporaryDirectory() as temporary:
        readings = Path(temporary) / "readings.jsonl"
        with readings.open("w", encoding="utf-8") as out:
            out.writelines(to_json(reading) + "\n" for reading in read_articles(articles))
        _scorer().attributions(str(folder), str(readings))
    return 0


def _scorer():  # noqa: ANN202  a module from outside the project
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("../shared/eval/score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
