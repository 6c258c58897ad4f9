"""Score copies, stories, incidents, origins, proposals and positions over one archive of all gold packs and 300 strangers.

    corroboration.py [--readings FOLDER] [--held-out] [--strangers N] [--order given|dated|shuffled] [--only PART] [-v]

`FOLDER` holds readings cached as NAME.readings.jsonl (packs by their names, the international sample as intl); what it lacks is
read. Without `--held-out` the packs nobody may look into are left out of the archive; with it they count, and `-v` prints
nothing of them. Every part is scored over all packs, and over those of ../shared alone in the same archive. What the program
says is fetched by `corroborated.py`. Measures:

copies      F1 of unordered pairs; a pair of a pack's article and a stranger is wrong; pairs among strangers are only counted
stories     B-cubed over the packs' articles; `strangers` are articles of the sample in a story with a pack's article
incidents   a gold report is met by an event of its article one of whose mentions overlaps `context`, and, where gold events there
            name types, by those of these types if there are any. Gold pairs: pairs of reports of one gold incident; found where
            events of both stand in one incident of the program. Precision is judged among gold reports only; links of their
            events with another pack or with a stranger are counted apart, and all are wrong where the pack's events are invented
origins     exact on share of incidents: those of the program's incident that holds most of the gold incident's reports
proposals   pairs of different names; a name answers to a gold group as in score.py; pairs of which one name answers to none are
            counted only
positions   as score.py scores them in each article
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from types import ModuleType
from typing import Any

import corroborated
from pooled_archive import INTERNATIONAL, SHARED, STRANGERS, Pack, Pool, fill, gather

from dateline.archive import Archive, open_archive
from dateline.contract import to_object
from dateline.records import Event, Reading, Span

Figures = dict[str, float]
Named = tuple[str, str]
PARTS = ("copies", "stories", "incidents", "origins", "proposals", "positions")
REAL_EVENTS = frozenset({"korea-2017"})
"""Packs of real articles: a link of theirs with a stranger may be right."""


def main() -> int:
    """Pool, score, print."""
    arguments = _arguments()
    if not (SHARED / "gold").is_dir():
        print("corroboration: skipped, the gold packs are not here (looked in ../shared)")
        return 0
    pool = gather(arguments.readings, held_out=arguments.held_out, strangers=arguments.strangers)
    print(f"{sum(len(p.articles) for p in pool.packs)} articles of {len(pool.packs)} packs, {len(pool.strangers)} strangers")
    figures(pool, arguments.order, only=arguments.only, verbose=arguments.verbose)
    return 0


def figures(pool: Pool, order: str = "given", *, only: str | None = None, verbose: bool = False) -> Figures:
    """Build the archive, print every part, and give back all figures by name."""
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "pool.duckdb") as archive:
        fill(archive, _ordered(pool, order))
        shared = [pack for pack in pool.packs if (SHARED / "gold" / pack.name).is_dir()]
        found: Figures = {}
        for name, packs in (("all packs", pool.packs), ("../shared", shared)):
            print(f"-- {name}")
            scores = Scores(pool, archive, packs, verbose and packs is pool.packs)
            found |= {
                f"{name} {key}": value for part in PARTS if only in (None, part) for key, value in getattr(scores, part)().items()
            }
        return found


def _ordered(pool: Pool, order: str) -> list[Reading]:
    readings = list(pool.readings.values())
    if order == "dated":
        readings.sort(key=lambda r: r.article.published.start.isoformat() if r.article.published else "9999")
    elif order == "shuffled":
        random.Random(6).shuffle(readings)
    return readings


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score what is put together across articles.")
    parser.add_argument("--readings", type=Path, default=None, help="folder of cached readings")
    parser.add_argument("--held-out", action="store_true", help="with the packs that nobody looks into")
    parser.add_argument("--strangers", type=int, default=STRANGERS, help="articles of the international sample")
    parser.add_argument("--order", choices=("given", "dated", "shuffled"), default="given", help="order of adding")
    parser.add_argument("--only", choices=PARTS, default=None, help="score one part")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is missed and what is wrong")
    return parser.parse_args()


@dataclass(frozen=True)
class GoldReport:
    """One report of a gold incident, and the events of the reading that meet it."""

    pack: Pack
    incident: str
    article: str
    context: str
    events: frozenset[Named]


class Scores:
    """The measures over one archive."""

    def __init__(self, pool: Pool, archive: Archive, packs: Sequence[Pack], verbose: bool) -> None:
        self.pool, self.archive, self.packs, self.verbose = pool, archive, packs, verbose
        self.score = scorer()
        self.pack_of = {article: pack.name for pack in packs for article in pack.articles.values()}
        self.held_out = {article for pack in packs if pack.is_held_out for article in pack.articles.values()}
        self.reports = [report for pack in packs for report in self._reports(pack)]

    def copies(self) -> Figures:
        """Unordered pairs, and of those found how many have the right direction."""
        gold = {(b, a) for pack in self.packs for a, b in (pack.ids(pair) for pair in pack.gold.get("copies", []))}
        made = set(corroborated.copies(self.archive))
        wanted, got = {frozenset(pair) for pair in gold}, {frozenset(pair) for pair in made}
        strange = {pair for pair in got if not any(article in self.pack_of for article in pair)}
        self._misses("copy missed", wanted - got)
        self._misses("copy wrong", got - strange - wanted)
        out = self._prf("copies", len(wanted & got), len(got - strange), len(wanted & got), len(wanted))
        directed = sum(pair in made for pair in gold)
        print(f"  direction as in the packs {directed} of {len(wanted & got)}; {len(strange)} pairs among strangers")
        return out

    def stories(self) -> Figures:
        """B-cubed; a story of the program is cut to the packs' articles."""
        groups = corroborated.stories(self.archive)
        gold = [frozenset(pack.ids(story)) for pack in self.packs for story in pack.gold.get("stories", [])]
        of_gold, made = _by_member(gold), _by_member(groups)
        precision = recall = 0.0
        for article, story in of_gold.items():
            mine = made.get(article, frozenset({article})) & self.pack_of.keys()
            precision += len(mine & story) / len(mine)
            recall += len(mine & story) / len(story)
        n = len(of_gold) or 1
        strangers = Counter(self.pack_of[a] for a in of_gold for b in made.get(a, ()) if b not in self.pack_of)
        for story in gold:
            parts = Counter(made.get(a, frozenset({a})) for a in story)
            self._misses("story parts", [] if story & self.held_out else [sorted(parts.values(), reverse=True)])
        out = _shown("stories", precision / n, recall / n, f"over {n} articles")
        sizes = Counter(len(g - self.pack_of.keys()) for g in groups if not g & self.pack_of.keys())
        print(
            f"  strangers in a pack's story, by pack: {dict(strangers)}; "
            f"sizes of stories of strangers: {dict(sorted(sizes.items()))}"
        )
        return out

    def incidents(self) -> Figures:
        """Pairs of gold reports in one incident."""
        made = {event: number for number, reports in corroborated.incidents(self.archive).items() for event in reports}
        placed = [{made[event] for event in report.events if event in made} for report in self.reports]
        hit = predicted = wanted = across = 0
        for (i, one), (j, other) in combinations(enumerate(self.reports), 2):
            together = bool(placed[i] & placed[j]) or bool(one.events & other.events)
            same = (one.pack.name, one.incident) == (other.pack.name, other.incident)
            hit, predicted, wanted = hit + (together and same), predicted + together, wanted + same
            across += together and one.pack.name != other.pack.name
            if together != same:
                self._pair("pair missed" if same else "pair wrong", one, other)
        out = self._prf("incidents", hit, predicted, hit, wanted)
        self._what_else(made)
        print(f"  pairs across packs: {across}")
        return out

    def _what_else(self, made: Mapping[Named, str]) -> None:
        """The ceiling that the readings set, and links beyond the gold reports."""
        met = [bool(report.events) for report in self.reports]
        same = [(i, j) for i, j in combinations(range(len(met)), 2) if self._one_incident(i, j)]
        ceiling = sum(met[i] and met[j] for i, j in same) / max(len(same), 1)
        print(f"  {sum(met)} of {len(met)} gold reports have an event; pair recall cannot exceed {ceiling:.3f}")
        groups: defaultdict[str, set[Named]] = defaultdict(set)
        for event, number in made.items():
            groups[number].add(event)
        gold = {event for report in self.reports for event in report.events if event in made}
        beyond = Counter()
        for article, event in gold:
            for other, _ in groups[made[article, event]]:
                if self._where(other) != self.pack_of[article]:
                    beyond["real" if self.pack_of[article] in REAL_EVENTS else "invented"] += 1
        unjudged = sum(1 for event in gold for other in groups[made[event]] if other not in gold and other[0] in self.pack_of)
        print(
            f"  links of gold reports with other packs or strangers: {dict(beyond)}; within a pack, not in the gold: {unjudged}"
        )

    def _one_incident(self, i: int, j: int) -> bool:
        one, other = self.reports[i], self.reports[j]
        return (one.pack.name, one.incident) == (other.pack.name, other.incident)

    def origins(self) -> Figures:
        """Exact on share of the gold incidents that name origins."""
        made, told = corroborated.incidents(self.archive), corroborated.origins(self.archive)
        where = {event: number for number, reports in made.items() for event in reports}
        right = total = 0
        for pack in self.packs:
            for incident in pack.gold.get("incidents", []):
                if "origins" not in incident:
                    continue
                reports = [r for r in self.reports if r.pack is pack and r.incident == incident["name"]]
                counted = Counter(n for r in reports for n in {where[event] for event in r.events if event in where})
                best = max(counted, key=lambda n: (counted[n], n)) if counted else None
                mine = told.get(best, ()) if best is not None else ()
                exact = self._same_outlets(pack, incident["origins"], mine)
                right, total = right + exact, total + 1
                if not exact and not pack.is_held_out:
                    self._misses("origins", [f"{incident['name']}: {incident['origins']} <> {list(mine)}"])
        print(f"origins exact: {right} of {total} = {right / max(total, 1):.3f}")
        return {"origins exact": right / max(total, 1)}

    def proposals(self) -> Figures:
        """Pairs of different names of one proposal."""
        wanted = {frozenset({(pack.name, a), (pack.name, b)})
                  for pack in self.packs for group in pack.gold.get("proposals", [])
                  for a, b in combinations(dict.fromkeys(map(self.score.fold, group)), 2)}  # fmt: skip
        found: set[frozenset[Named]] = set()
        right = wrong = unjudged = 0
        for names in corroborated.proposals(self.archive):
            distinct = {(self._where(a), self.score.fold(n)): (a, n) for a, n in names}
            for one, other in combinations(distinct, 2):
                if INTERNATIONAL in (one[0], other[0]) and one[0] == other[0]:
                    continue
                verdict = self._same_gold(one, other)
                if verdict is None:
                    unjudged += 1
                right, wrong = right + (verdict is True), wrong + (verdict is False)
                found |= self._pairs_met(one, other) & wanted
                if verdict is False:
                    self._misses("proposals wrong", [(one, other)], one[0], other[0])
        for pair in sorted(wanted - found, key=sorted):
            self._misses("proposals missed", [sorted(pair)], next(iter(pair))[0])
        out = self._prf("proposals", right, right + wrong, len(found), len(wanted))
        print(f"  pairs of which one name answers to no gold name: {unjudged}")
        return out

    def positions(self) -> Figures:
        """As score.py has them in each article."""
        tally: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        for pack in self.packs:
            for entry in pack.gold["articles"]:
                if entry["file"] in pack.articles:
                    self._positions_of(pack, entry, tally)
        hit, predicted, wanted, found = tally["position right"]
        return self._prf("positions", hit, predicted, found, wanted)

    def _positions_of(self, pack: Pack, entry: Mapping[str, Any], tally: Any) -> None:
        reading = to_object(self.pool.readings[pack.articles[entry["file"]]])
        speakers = {statement["speaker"] for statement in entry["statements"]}
        names = self.score.Names(pack.gold.get("aliases", {}), {a["id"]: a for a in reading["actors"]}, speakers)

        def miss(kind: str, words: str) -> None:
            self._misses(f"{kind} missed", [f"{entry['file']}: {words}"], pack.name)

        self.score.score_positions(entry, reading, names, pack.gold.get("proposals", []), tally, miss)

    def _reports(self, pack: Pack) -> Iterator[GoldReport]:
        entries = {entry["file"]: entry for entry in pack.gold["articles"]}
        for incident in pack.gold.get("incidents", []):
            for report in incident["reports"]:
                if report["file"] in pack.articles:
                    article = pack.articles[report["file"]]
                    events = self._meeting(article, report["context"], entries[report["file"]])
                    yield GoldReport(pack, incident["name"], article, report["context"], events)

    def _meeting(self, article: str, context: str, entry: Mapping[str, Any]) -> frozenset[Named]:
        reading = self.pool.readings[article]
        text = self.score.Text(reading.article.text)
        places = [Span(*place) for place in text.locate(context)]
        types = set()
        for event in entry.get("events", []):
            if any(Span(*p).overlaps(place) for p in text.locate(event["context"]) for place in places):
                types |= {event["type"], *event.get("also_acceptable", [])}
        events = [event for event in reading.events if _tells(event, places)]
        fitting = [event for event in events if event.type in types]
        return frozenset((article, event.id) for event in fitting or events)

    def _same_outlets(self, pack: Pack, gold: Sequence[str], mine: Iterable[str]) -> bool:
        names = self.score.Names(pack.gold.get("aliases", {}), {}, set())
        outlets = {self.score.fold(outlet) for outlet in mine}
        return len(outlets) == len(gold) and all(names.wanted(wanted) & outlets for wanted in gold)

    def _groups_of(self, pack: str, name: str) -> frozenset[int]:
        groups = next((p.gold.get("proposals", []) for p in self.packs if p.name == pack), [])
        exact = {n for n, group in enumerate(groups) if name in map(self.score.fold, group)}
        return frozenset(exact or {n for n, group in enumerate(groups) if self.score.same_proposal(group[0], name, groups)})

    def _same_gold(self, one: Named, other: Named) -> bool | None:
        """Whether two names answer to one gold proposal; None where one of them answers to none."""
        if one[0] != other[0]:
            return False
        groups = [self._groups_of(*name) for name in (one, other)]
        return bool(groups[0] & groups[1]) if all(groups) else None

    def _pairs_met(self, one: Named, other: Named) -> set[frozenset[Named]]:
        """The pairs of gold names to which these two names answer, in one group."""
        groups = next((p.gold.get("proposals", []) for p in self.packs if p.name == one[0]), [])
        fold, same = self.score.fold, self.score.same_proposal
        met: set[frozenset[Named]] = set()
        for group in groups:
            sides = [[n for n in group if same(n, name[1], [])] for name in (one, other)]
            met |= {frozenset({(one[0], fold(a)), (one[0], fold(b))}) for a, b in product(*sides) if fold(a) != fold(b)}
        return met

    def _where(self, article: str) -> str:
        return self.pack_of.get(article, INTERNATIONAL)

    def _prf(self, name: str, hit: int, predicted: int, found: int, wanted: int) -> Figures:
        line, precision, recall, f1 = self.score.prf(hit, predicted, wanted, found)
        print(f"{name:<22} {line}")
        return {f"{name} precision": precision, f"{name} recall": recall, f"{name} F1": f1}

    def _pair(self, kind: str, one: GoldReport, other: GoldReport) -> None:
        names = [f"{self._title(r.article)} {'' if r.events else '(no event) '}{r.context!r}" for r in (one, other)]
        self._misses(kind, [f"{one.incident}: " + " | ".join(names)], one.pack.name, other.pack.name)

    def _title(self, article: str) -> str:
        return Path(self.pool.readings[article].article.source).name

    def _misses(self, kind: str, what: Iterable[Any], *packs: str) -> None:
        """Print misses, except those of packs that nobody may look into."""
        if not self.verbose or any(pack.is_held_out and pack.name in packs for pack in self.packs):
            return
        for one in what:
            if isinstance(one, frozenset):
                if one & self.held_out:
                    continue
                one = sorted(map(self._title, one))
            print(f"MISS\t{kind}\t{one}")


def _tells(event: Event, places: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for span in (event.trigger, *event.mentions) for place in places)


def _by_member(groups: Iterable[frozenset[str]]) -> dict[str, frozenset[str]]:
    return {member: group for group in groups for member in group}


def _shown(name: str, precision: float, recall: float, words: str) -> Figures:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{name:<22} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({words})")
    return {f"{name} precision": precision, f"{name} recall": recall, f"{name} F1": f1}


def scorer() -> ModuleType:
    """../shared/eval/score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SHARED / 'eval' / 'score.py'} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
