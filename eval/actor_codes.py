"""Score the codes of phrases: country and first sector, as `actor_codes.json` of ../shared or a table of phrases has them.

    python eval/actor_codes.py              the phrases of ../shared/data/actors, with every miss
    python eval/actor_codes.py TABLE.tsv    a table with the columns category, text, context, date, country, sector

Only what a row asks is scored: where it has no sector (a dash in a table), any sector is right. Exit status 0; where
../shared is missing nothing is scored.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline import code_actor

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "actors" / "actor_codes.json"
NAME = "actor-codes"
"""What the gate's floors call these figures."""
FIGURE = "country and first sector right"


@dataclass(frozen=True)
class Phrase:
    """A phrase and the country and first sector that it should get; None where it is not said."""

    text: str
    context: str | None
    date: str | None
    country: str | None
    sector: str | None
    category: str = ""


@dataclass(frozen=True)
class Miss:
    """A phrase that got something else."""

    phrase: Phrase
    country: str
    sector: str
    reason: str


def phrases_of_json(path: Path) -> Iterator[Phrase]:
    """The rows of ../shared."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        yield Phrase(row["text"], row.get("context"), row.get("date"), row.get("country"), row.get("code_1"))


def phrases_of_table(path: Path) -> Iterator[Phrase]:
    """The rows of a table; a dash stands for what is not asked."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for line in lines[1:]:
        category, text, context, date, country, sector = line.split("\t")
        asked = [None if cell == "-" else cell for cell in (country, sector)]
        yield Phrase(text, context or None, date or None, asked[0], asked[1], category)


def misses(phrases: Sequence[Phrase]) -> Iterator[Miss]:
    """All phrases whose country or sector, where asked, comes out otherwise."""
    for phrase in phrases:
        coded = code_actor(phrase.text, phrase.context, phrase.date)
        if phrase.country not in (None, coded.country) or phrase.sector not in (None, coded.sector):
            yield Miss(phrase, coded.country, coded.sector, coded.reason)


def score(phrases: Sequence[Phrase]) -> float:
    """Print every miss and the share that is right; give that share."""
    missed = list(misses(phrases))
    for miss in missed:
        wanted = " ".join(c for c in (miss.phrase.country, miss.phrase.sector) if c)
        found = f"{miss.country} {miss.sector}".strip()
        print(f"     {miss.phrase.text!r} is {found or 'nothing'!r}, should be {wanted or 'nothing'!r} ({miss.reason})")
    _by_category(phrases, missed)
    share = 1 - len(missed) / len(phrases)
    print(f"{len(phrases) - len(missed)} of {len(phrases)} phrases right ({share:.3f})")
    return share


def _by_category(phrases: Sequence[Phrase], missed: Sequence[Miss]) -> None:
    total, wrong = Counter(p.category for p in phrases), Counter(m.phrase.category for m in missed)
    for category in filter(None, total):
        print(f"     {category:<12} {total[category] - wrong[category]} of {total[category]}")


def figures() -> dict[str, float]:
    """The figure that the gate holds against its floor; every miss is printed."""
    return {FIGURE: score(list(phrases_of_json(SHARED)))}


def main(arguments: Sequence[str]) -> int:
    """Score one set of phrases."""
    if arguments:
        score(list(phrases_of_table(Path(arguments[0]))))
    elif SHARED.is_file():
        score(list(phrases_of_json(SHARED)))
    else:
        print("actor codes: skipped, the phrases are not here (looked in ../shared/data/actors)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
