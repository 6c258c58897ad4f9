"""Score the reading of the codebook's own sentences, end to end: right type and both countries.

    python eval/codebook.py          the figure, by type
    python eval/codebook.py -v       every miss too, grouped by cause
    python eval/codebook.py rules    statements by rules alone

The sentences are those of `plover/PLOVER_GSR_CAMEO.txt` in ../shared (Open Event Data Alliance), each read as an article of its
own with the file's date; what documents the file is left out. The file's type names are those of 2016 and are mapped. An event
meets its sentence if it has the type, and on each side every country that the gold has there; a side without a country code
(organisations, nobody) is not asked. Exit status 0; where ../shared is missing nothing is scored.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.reading import read_articles
from dateline.records import Article, Event, Published, Reading

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "plover" / "PLOVER_GSR_CAMEO.txt"
NAME = "codebook"
"""What the gate's floors call these figures."""
FIGURE = "right type and both countries"
_TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
_ISO = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
"""Codes of the file that are not those of ISO 3166."""
_NO_COUNTRY = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC", "---", ""})
_CAUSES = ("no event", "wrong type", "wrong source", "wrong target", "both sides wrong")


@dataclass(frozen=True)
class Sentence:
    """A sentence with the type of its event and the countries on each side; an empty side is not asked."""

    id: str
    text: str
    published: date
    type: str
    sources: frozenset[str]
    targets: frozenset[str]


@dataclass(frozen=True)
class Found:
    """An event by its type and the countries of its sides."""

    type: str
    sources: frozenset[str]
    targets: frozenset[str]

    def has(self, sentence: Sentence) -> tuple[bool, bool]:
        """Whether each side is right; parties to what is done together may stand on either."""
        whole = self.sources | self.targets
        together = not self.targets or (not sentence.targets and len(sentence.sources) > 1)
        if together and sentence.sources | sentence.targets <= whole:
            return True, True
        return sentence.sources <= self.sources, sentence.targets <= self.targets


def sentences(path: Path = SHARED) -> Iterator[Sentence]:
    """The codebook's sentences in the order of the file."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        if row["event"] != "DOCUMENT":
            kind = _TODAY.get(row["event"], row["event"])
            sides = (_countries(row.get(side)) for side in ("source", "target"))
            yield Sentence(row["id"], row["text"], date.fromisoformat(row["date"]), kind, *sides)


def _countries(side: object) -> frozenset[str]:
    codes = (actor.get("code", "") for actor in side) if isinstance(side, list) else ()
    return frozenset(_ISO.get(code, code) for code in codes if code not in _NO_COUNTRY)


def readings(asked: Sequence[Sentence], *, model: bool = True) -> Iterator[Reading]:
    """Each sentence read as an article."""
    return read_articles((_article(sentence) for sentence in asked), model=model)


def _article(sentence: Sentence) -> Article:
    published = Published(sentence.published, sentence.published, "given")
    return Article(sentence.id, sentence.id, "codebook", None, None, None, None, "en", published, sentence.text, (), None)


def found_in(reading: Reading) -> tuple[Found, ...]:
    """The events of a reading, sides as countries."""
    country = {actor.id: actor.country or _of_code(actor.code) for actor in reading.actors}
    return tuple(_found(event, country) for event in reading.events)


def _of_code(code: str | None) -> str | None:
    """The country in the code of an armed group: "PSE REB"."""
    first = (code or "").partition(" ")[0]
    return first if " " in (code or "") and first not in _NO_COUNTRY else None


def _found(event: Event, country: Mapping[str, str | None]) -> Found:
    sides = (frozenset(c for a in ids if (c := country.get(a))) for ids in (event.sources, event.targets))
    return Found(event.type, *sides)


def cause(sentence: Sentence, found: Sequence[Found]) -> str | None:
    """What is amiss with the best of the events; None where one of them meets the sentence."""
    if not found:
        return "no event"
    typed = [event.has(sentence) for event in found if event.type == sentence.type]
    if not typed:
        return "wrong type"
    if (True, True) in typed:
        return None
    if (True, False) in typed:
        return "wrong target"
    return "wrong source" if (False, True) in typed else "both sides wrong"


def score(*, model: bool = True, verbose: bool = False) -> float:
    """Print the table; give the share of sentences that are met."""
    asked = list(sentences())
    missed: dict[str, list[str]] = defaultdict(list)
    met: Counter[str] = Counter()
    for sentence, reading in zip(asked, readings(asked, model=model), strict=True):
        found = found_in(reading)
        why = cause(sentence, found)
        if why is None:
            met[sentence.type] += 1
        else:
            missed[why].append(_line(sentence, found))
    _print(asked, met, missed, verbose)
    return sum(met.values()) / len(asked)


def _line(sentence: Sentence, found: Sequence[Found]) -> str:
    got = "; ".join(_triple(event) for event in found) or "nothing"
    return f"{sentence.id[-14:]} {sentence.text}\n          gold {_triple(sentence)}, read {got}"


def _triple(event: Sentence | Found) -> str:
    return f"{event.type} {'+'.join(sorted(event.sources)) or '-'} -> {'+'.join(sorted(event.targets)) or '-'}"


def _print(asked: Sequence[Sentence], met: Mapping[str, int], missed: Mapping[str, Sequence[str]], verbose: bool) -> None:
    for why in _CAUSES:
        print(f"{why:<20} {len(missed.get(why, ()))}")
        for line in missed.get(why, ()) if verbose else ():
            print(f"     {line}")
    for kind, number in sorted(Counter(s.type for s in asked).items()):
        print(f"     {kind:<12} {met.get(kind, 0)} of {number}")
    share = sum(met.values()) / len(asked)
    print(f"{sum(met.values())} of {len(asked)} sentences with the right type and both countries ({share:.3f})")


def figures() -> dict[str, float]:
    """The figure that the gate holds against its floor."""
    return {FIGURE: score()}


def main(arguments: Sequence[str]) -> int:
    """Score the codebook."""
    if SHARED.is_file():
        score(model="rules" not in arguments, verbose="-v" in arguments)
    else:
        print("codebook: skipped, the sentences are not here (looked in ../shared/data/plover)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
