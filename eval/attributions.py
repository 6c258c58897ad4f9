"""Score statements on PolNeAR (`score.py attributions`): source, cue and content as exact spans.

    attributions.py [PART] [rules|network|both ...]

PART is `dev` (default) or `train`. Rules alone, the network alone (all that it marks above one half, no rule asked) or
both, as `dateline read` decides; `both` if none is named. PolNeAR (Newell, Margolin and Ruths 2018) lies outside the
project, in ../shared; where it is missing, this says so and exits 0.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dateline.contract import to_json
from dateline.language import Document, parse
from dateline.models import load_attribution_network
from dateline.reading import read_document
from dateline.records import Article
from dateline.sources import read_sources
from dateline.statements.tagging.features import words_of
from dateline.statements.tagging.marks import marks
from dateline.statements.tagging.tagging import tag

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
POLNEAR = SHARED / "data" / "polnear"
LIKELY = 0.5


def main(part: str = "dev", *ways: str) -> int:
    """Read every text of the part in each way, then let the scorer print its tables."""
    folder = POLNEAR / part
    if not folder.is_dir():
        print(f"attributions: skipped, PolNeAR is not here (looked for ../shared/data/polnear/{part})")
        return 0
    texts = list(documents(folder))
    for way in ways or ("both",):
        print(way, flush=True)
        score(folder, [WAYS[way](document) for document in texts])
    return 0


def documents(folder: Path) -> Iterator[Document]:
    """The parsed texts of a part."""
    return parse(item for item in read_sources([folder / "text"]) if isinstance(item, Article))


def score(folder: Path, lines: Sequence[str]) -> None:
    """Print the scorer's table."""
    with tempfile.TemporaryDirectory() as temporary:
        readings = Path(temporary) / "readings.jsonl"
        readings.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        scorer().attributions(str(folder), str(readings))


def by_rules(document: Document) -> str:
    """A reading without the network."""
    return to_json(read_document(document))


def by_both(document: Document) -> str:
    """A reading as users get it."""
    return to_json(read_document(document, tag(words_of(document), load_attribution_network())))


def by_network(document: Document) -> str:
    """Only what the network marks, as the scorer needs it."""
    article = {"source": document.article.source, "text": document.article.text}
    return json.dumps({"article": article, "statements": list(_marked(document))})


def _marked(document: Document) -> Iterator[dict[str, object]]:
    for mark in marks(document, tag(words_of(document), load_attribution_network(), LIKELY)):
        yield {"source": mark.source, "cue": [mark.cue], "content": mark.content}


WAYS: dict[str, Callable[[Document], str]] = {"rules": by_rules, "network": by_network, "both": by_both}


def scorer():  # noqa: ANN201  a module from outside the project
    """The project-wide scorer, `../shared/eval/score.py`."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("../shared/eval/score.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
