"""Count in how many articles of international news each term stands: knowledge/data/background_terms.tsv.

    scripts/background_terms.py READINGS.jsonl [ARTICLES.jsonl.gz]

Words are counted over all articles, actors, deeds and places over the readings and scaled to the same number. Terms of fewer
than three articles are left out. The articles lie outside the project, in ../shared; only the counts come into it.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from dateline.contract import from_json
from dateline.corroboration.stories.features import features_of
from dateline.knowledge.background_terms import ARTICLES
from dateline.records import Article, Reading
from dateline.sources import read_path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT.parent / "shared" / "data" / "articles" / "international-sample.jsonl.gz"
TABLE = ROOT / "src" / "dateline" / "knowledge" / "data" / "background_terms.tsv"
LEAST = 3
HEAD = """# source: counted over 1,500 articles of an AllSides crawl (Baly et al. 2020) by scripts/background_terms.py
# words are stems, actors codes of states or folded names, deeds types and parties
kind\tterm\tarticles
"""


def main(readings: str, articles: str = str(SAMPLE)) -> int:
    """Write the table."""
    texts = [item for item in read_path(articles) if isinstance(item, Article)][:ARTICLES]
    words = Counter(word for article in texts for word in features_of(Reading(article)).word)
    read = [from_json(line) for line in Path(readings).read_text(encoding="utf-8").splitlines() if line.endswith("}")]
    found = [features_of(reading) for reading in read]
    scale = ARTICLES / len(found)
    rows = [("word", word, count) for word, count in words.items()]
    for kind in ("actor", "deed", "place"):
        counted = Counter(term for features in found for term in getattr(features, kind))
        rows += [(kind, term, round(count * scale)) for term, count in counted.items() if count >= LEAST]
    rows = sorted(row for row in rows if row[2] >= LEAST and "\t" not in row[1])
    TABLE.write_text(HEAD + "".join(f"{kind}\t{term}\t{count}\n" for kind, term, count in rows), encoding="utf-8")
    print(f"{len(rows)} terms over {len(texts)} articles and {len(read)} readings")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
