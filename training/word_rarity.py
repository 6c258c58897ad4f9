"""Count how rarely words stand in a sentence of international news: writes the rows of knowledge/data/word_rarity.tsv.

    word_rarity.py [PILE] > word_rarity.tsv

PILE is the stem of a file in ../shared/data/articles.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from pathlib import Path

from dateline.corroboration.sentence import SENTENCE_END
from dateline.corroboration.stems import stems

PILES = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "articles"
FEWEST, SHORTEST = 12, 4
"""Sentences that a stem must stand in, and stems that a sentence must have."""


def main(pile: str = "international-sample") -> int:
    """Print the table."""
    sentences, counts = 0, Counter[str]()
    with gzip.open(PILES / f"{pile}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            for sentence in SENTENCE_END.split(json.loads(line)["text"]):
                found = set(stems(sentence))
                if len(found) >= SHORTEST:
                    sentences += 1
                    counts.update(found)
    print("# How rarely a word's stem stands in a sentence: minus the natural logarithm of its share of sentences. Counted by")
    print(f"# training/word_rarity.py on a sample of international news; stems of {FEWEST} sentences and more.")
    print("stem\trarity")
    for stem, count in counts.most_common():
        if count >= FEWEST and stem[0].isalpha():
            print(f"{stem}\t{-math.log(count / sentences):.1f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
