"""Sentences with two marked sides and the type of what one does to the other, from all sources of `relations.py`.

plv        PLV_train.tsv: the gold; CONCEDE and RETREAT are one there, YIELD
codebook   PLOVER_GSR_CAMEO.txt: names of 2016 mapped to those of today
none-plv   other pairs of actors in the sentences of plv between which the rules see nothing
weak       pairs of the international sample between which the rules are sure of an event
none-weak  pairs there between which the rules see nothing
"""

from __future__ import annotations

import csv
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice, permutations

from prepare import BUILD, ROOT

from dateline.language import Document, parse
from dateline.reading import read_document
from dateline.records import Actor, Article, Event, Reading, Span
from dateline.sources import article_from_text, read_sources

DATA = ROOT.parent / "shared" / "data"
PLOVER = DATA / "plover"
SAMPLE = DATA / "articles" / "international-sample.jsonl.gz"
NONE = "NONE"
YIELD = "YIELD"
YIELDING = ("CONCEDE", "RETREAT")
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
SURE = 0.55
"""Confidence from which an event of the rules becomes a weak label."""
_MARK = re.compile(r"</?[st]>")
LONGEST = 500
Side = tuple[int, int] | None


@dataclass(frozen=True)
class Example:
    """`source` and `target` are [start, end) in `sentence`, or None; `group` is the sentence of PLV it comes from, or empty."""

    sentence: str
    source: Side
    target: Side
    type: str
    origin: str
    group: str = ""


def plv() -> Iterator[Example]:
    """All sentences in which both sides are marked or can be found."""
    with (PLOVER / "PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            plain, source, target = sides(row["marked_sentence"], row["source"], row["target"])
            yield Example(plain, source, target, row["gold_root"], "plv", row["sentence"])


def sides(marked: str, source: str, target: str) -> tuple[str, Side, Side]:
    """The sentence without its marks and where the sides stand; a side without mark is looked for, else it is none."""
    plain, at, places, last = [], 0, {}, 0
    for mark in _MARK.finditer(marked):
        plain.append(marked[last : mark.start()])
        at, last = at + mark.start() - last, mark.end()
        places.setdefault(mark.group(), at)
    text = "".join([*plain, marked[last:]])
    return text, _side(text, places, "s", source), _side(text, places, "t", target)


def _side(text: str, places: dict[str, int], name: str, words: str) -> Side:
    start, end = places.get(f"<{name}>"), places.get(f"</{name}>")
    if start is None or end is None or end <= start:
        start, end = text.find(words.strip()), text.find(words.strip()) + len(words.strip())
        if start < 0 or not words.strip() or end - start == len(text):
            return None
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), end - (len(inside) - len(inside.rstrip()))


def codebook() -> Iterator[Example]:
    """One example a sentence: its first source and first target that stand in the text; joint sources are both sides."""
    for row in json.loads((PLOVER / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8")):
        text = row.get("text") or ""
        found = [_places(text, row.get(side)) for side in ("source", "target")]
        ends = (found[0][:1] + found[1][:1]) if found[1] else found[0][:2]
        if len(ends) == 2 and ends[0][0] < ends[1][1] and ends[1][0] < ends[0][1]:
            ends = ends[:1]
        if ends and found[0]:
            target = ends[1] if len(ends) == 2 else None
            yield Example(text, ends[0], target, RENAMED.get(row["event"], row["event"]), "codebook")


def _places(text: str, actors: list | str | None) -> list[tuple[int, int]]:
    names = [a["actorText"].strip() for a in actors or [] if isinstance(a, dict) and a.get("actorText")]
    return [(text.find(n), text.find(n) + len(n)) for n in names if n and n in text]


def told_apart(examples: Iterable[Example]) -> Iterator[Example]:
    """Sentences of YIELD as CONCEDE or RETREAT where the rules see only one of these in them; the others as they are."""
    given = list(examples)
    articles = (article_from_text(e.sentence) for e in given if e.type == YIELD)
    seen = {d.article.text: {e.type for e in r.events} & set(YIELDING) for d, r in documents(articles)}
    for e in given:
        kinds = seen.get(e.sentence, set()) if e.type == YIELD else set()
        yield replace(e, type=next(iter(kinds))) if len(kinds) == 1 else e


def documents(articles: Iterable[Article]) -> Iterator[tuple[Document, Reading]]:
    """Each parsed and read by the rules."""
    for document in parse(articles):
        yield document, read_document(document)


def other_pairs(examples: Iterable[Example]) -> Iterator[Example]:
    """Pairs of actors of a sentence that leave out at least one of its gold sides, and between which the rules see nothing."""
    known = {}
    for example in examples:
        known.setdefault(example.sentence, []).append(example)
    articles = (article_from_text(sentence) for sentence in known)
    for document, reading in documents(articles):
        gold = known.get(document.article.text, [])
        for pair in unrelated(document, reading):
            if gold and not any(_same_pair(pair, example) for example in gold):
                yield replace(pair, sentence=document.article.text, origin="none-plv", group=gold[0].group)


def _same_pair(pair: Example, gold: Example) -> bool:
    ours, theirs = (pair.source, pair.target), (gold.source, gold.target)
    return all(any(a and b and a[0] < b[1] and b[0] < a[1] for b in theirs) for a in ours)


def unrelated(document: Document, reading: Reading) -> Iterator[Example]:
    """Pairs of mentions in one sentence of actors that share no event of the reading with a trigger there."""
    for sentence, found in mentions(document, reading):
        events = [e for e in reading.events if any(sentence.contains(m) for m in e.mentions)]
        for (a, first), (b, second) in permutations(found, 2):
            together = any(a in {*e.sources, *e.targets} and b in {*e.sources, *e.targets} for e in events)
            if a != b and not together and not first.overlaps(second):
                yield example(document, sentence, first, second, NONE)


def related(document: Document, reading: Reading) -> Iterator[Example]:
    """The surest pair of each event of whose sides both stand in the sentence of its trigger."""
    actors = {actor.id: actor for actor in reading.actors}
    for event in reading.events:
        sentence = next((s for s in sentences(document) if s.contains(event.trigger)), None)
        if event.confidence < SURE or sentence is None:
            continue
        first, second = _event_sides(event, actors, sentence)
        if first and second and not first.overlaps(second):
            yield example(document, sentence, first, second, event.type)


def _event_sides(event: Event, actors: dict[str, Actor], sentence: Span) -> tuple[Span | None, Span | None]:
    one, other = (event.sources[:1], event.targets[:1]) if event.targets else (event.sources[:1], event.sources[1:2])
    return _nearest(one, actors, sentence, event.trigger), _nearest(other, actors, sentence, event.trigger)


def _nearest(ids: tuple[str, ...], actors: dict[str, Actor], sentence: Span, trigger: Span) -> Span | None:
    here = [m for i in ids if i in actors for m in actors[i].mentions if sentence.contains(m) and not m.overlaps(trigger)]
    return min(here, key=lambda m: abs(m.start - trigger.start), default=None)


def sentences(document: Document) -> list[Span]:
    """Their bounds in the article's text."""
    return [Span(s.start_char, s.end_char) for s in document.doc.sents]


def mentions(document: Document, reading: Reading) -> Iterator[tuple[Span, list[tuple[str, Span]]]]:
    """Each sentence with the mentions of actors in it, in order."""
    everywhere = sorted((m, a.id) for a in reading.actors for m in a.mentions)
    for sentence in sentences(document):
        yield sentence, [(i, m) for m, i in everywhere if sentence.contains(m)]


def example(document: Document, sentence: Span, first: Span, second: Span, kind: str) -> Example:
    """With offsets from the start of the sentence."""
    text = document.article.text[sentence.start : sentence.end]
    places = [(m.start - sentence.start, m.end - sentence.start) for m in (first, second)]
    return Example(text, places[0], places[1], kind, "none-weak" if kind == NONE else "weak")


def weak(count: int, rng: random.Random) -> Iterator[Example]:
    """From `count` articles: all sure events, and two unrelated pairs for each."""
    articles = [a for a in read_sources([SAMPLE]) if isinstance(a, Article)]
    rng.shuffle(articles)
    for document, reading in documents(islice(articles, count)):
        typed = [e for e in related(document, reading) if len(e.sentence) < LONGEST]
        nothing = [e for e in unrelated(document, reading) if len(e.sentence) < LONGEST]
        yield from typed
        yield from rng.sample(nothing, min(len(nothing), 2 * len(typed)))


def write(name: str, examples: Iterable[Example]) -> None:
    """One JSON object a line."""
    made = list(examples)
    (BUILD / f"{name}.jsonl").write_text("\n".join(json.dumps(asdict(e)) for e in made) + "\n", encoding="utf-8")
    print(name, Counter(e.origin for e in made), Counter(e.type for e in made), flush=True)


def load(name: str) -> list[Example]:
    """What `write` wrote."""
    rows = (json.loads(line) for line in (BUILD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())
    return [Example(**{**row, **{k: tuple(row[k]) if row[k] else None for k in ("source", "target")}}) for row in rows]


def main() -> int:
    """Write the examples of all origins under build/training."""
    if not PLOVER.is_dir():
        print("relation_data: skipped, the data are not in ../shared/data")
        return 0
    BUILD.mkdir(parents=True, exist_ok=True)
    gold, rng = list(told_apart(plv())), random.Random(1)
    write("relations-gold", [*gold, *codebook()])
    write("relations-none", other_pairs(gold))
    write("relations-weak", weak(600, rng))
    return 0


if __name__ == "__main__":
    sys.exit(main())
