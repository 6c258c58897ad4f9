"""What putting together costs as the archive grows: time per added article and stage, and memory.

    corroboration.py READINGS.jsonl... [--articles 20000] [--per-day 50] [--to benchmarks/corroboration]

Readings are those of `dateline read --json` over real articles; from them `synthetic.py` makes as many as wished. They are added
in batches as `dateline add` does; what is timed is each stage by itself, in processor time of all threads, without the reading
and without the storing of readings. Written after each thousand are a table (.tsv) and a curve (.svg) of milliseconds per article
over the size of the archive. The last lines say how the time at the end compares with that at 2,000 articles, the time in all and
the peak of memory.

How near the articles of a day are to each other decides what they cost. 20,000 made of 760 real ones are 26 worlds that have
nothing in common, each with two articles a day at 50 a day: as near as in a sample from many outlets on all subjects. `--per-day`
makes it denser.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from synthetic import synthetic

from dateline.archive import Archive, open_archive
from dateline.archive.collection import kept_from_collection
from dateline.contract import from_json
from dateline.corroboration import copies, identity, incidents, proposals, sayings, stories
from dateline.ingest import batch_size
from dateline.records import Reading

STEP = 1000
"""Articles over which times are averaged."""
BASE = 2000
Stage = Callable[[Archive, Sequence[str], Sequence[Reading]], object]

STAGES: Mapping[str, Stage] = {
    "copies": lambda archive, articles, _: copies.bring_up_to_date(archive, articles),
    "identities": lambda archive, articles, readings: identity.bring_up_to_date(archive, articles, (), readings),
    "stories": stories.bring_up_to_date,
    "incidents": incidents.bring_up_to_date,
    "sayings": sayings.bring_up_to_date,
    "proposals": proposals.bring_up_to_date,
}
"""The stages in their order; a new one is one line here. Storing the readings is shown, and no part of the sum."""
COUNTED = (*STAGES, "collecting")
"""What the sum is of: the stages, and the looking for garbage between batches."""

Times = dict[str, float]


def main() -> int:
    """Run, print, write."""
    arguments = _arguments()
    readings = [from_json(line) for path in arguments.readings for line in path.open(encoding="utf-8") if line.endswith("\n")]
    print(f"{arguments.articles} articles made of {len(readings)}, {arguments.per_day} a day")
    before = _peak()
    # The real readings, which no archive would hold in memory, are no part of what the collector of garbage goes through.
    gc.freeze()
    rows: list[tuple[int, Times]] = []
    loads: list[float] = []
    for size, times in run(synthetic(readings, arguments.articles, arguments.per_day), arguments.stages):
        rows.append((size, times))
        shown = "  ".join(f"{name} {value:6.2f}" for name, value in times.items())
        loads.append(os.getloadavg()[1])
        told = f"{size:6}  {shown}  sum {_sum(times):6.2f} ms an article"
        print(f"{told}, peak {_peak():.0f} MiB, load {loads[-1]:.1f}", flush=True)
        write(arguments.to, rows)
    _conclude(rows, before)
    print(f"load of {os.cpu_count()} cores {min(loads):.1f} to {max(loads):.1f}: where it exceeds the cores, times are too long")
    return 0


def run(readings: Iterable[Reading], stages: Sequence[str]) -> Iterator[tuple[int, Times]]:
    """After each `STEP` articles the milliseconds per article that each stage took for them."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(Path(folder) / "grown.duckdb") as archive,
        kept_from_collection() as between_batches,
    ):
        size, spent = 0, defaultdict[str, float](float)
        for batch in _batches(readings):
            started, others = time.process_time(), sum(spent[name] for name in stages)
            with archive.transaction():
                archive.add(*batch)
                articles = [reading.article.id for reading in batch]
                for name in stages:
                    _timed(spent, name, lambda name=name, articles=articles, batch=batch: STAGES[name](archive, articles, batch))
            spent["storing"] += time.process_time() - started - (sum(spent[name] for name in stages) - others)
            _timed(spent, "collecting", between_batches)
            size += len(batch)
            if size % STEP < len(batch):
                yield size, {name: 1000 * seconds / STEP for name, seconds in spent.items()}
                spent.clear()


def write(to: Path, rows: Sequence[tuple[int, Times]]) -> None:
    """The table and the curve."""
    names = [name for name in rows[-1][1] if name in COUNTED]
    lines = ["\t".join(["articles", *names, "sum"])]
    lines += ["\t".join([str(size), *(f"{times[name]:.2f}" for name in names), f"{_sum(times):.2f}"]) for size, times in rows]
    to.with_suffix(".tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    to.with_suffix(".svg").write_text(curve(rows, names), encoding="utf-8")


def curve(rows: Sequence[tuple[int, Times]], names: Sequence[str]) -> str:
    """Milliseconds per article over the size of the archive, a line a stage and one for the sum."""
    wide, high, left, low = 760, 360, 60, 40
    series = {name: [times[name] for _, times in rows] for name in names} | {"sum": [_sum(times) for _, times in rows]}
    most, last = max(max(values) for values in series.values()) * 1.1, rows[-1][0]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide + 140}" height="{high + low + 20}" '
        'font-family="sans-serif" font-size="12">'
    ]
    parts.append(f'<text x="{left}" y="14">milliseconds per added article, by articles in the archive</text>')
    for step in range(5):
        y = high - step * (high - 30) / 4
        parts.append(
            f'<line x1="{left}" y1="{y:.0f}" x2="{wide}" y2="{y:.0f}" stroke="#ddd"/>'
            f'<text x="8" y="{y + 4:.0f}">{step * most / 4:.1f}</text>'
        )
        x = left + step * (wide - left) / 4
        parts.append(f'<text x="{x - 15:.0f}" y="{high + 18}">{step * last // 4}</text>')
    for number, (name, values) in enumerate(series.items()):
        colour = ("#1b6ca8", "#888888", "#c0392b", "#27864f", "#8e5ea2", "#222222")[number % 6]
        points = " ".join(
            f"{left + size * (wide - left) / last:.1f},{high - value * (high - 30) / most:.1f}"
            for (size, _), value in zip(rows, values, strict=True)
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{wide + 8}" y="{40 + 18 * number}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>\n"])


def _conclude(rows: Sequence[tuple[int, Times]], before: float) -> None:
    base = next((times for size, times in rows if size >= BASE), rows[0][1])
    for name in (*(name for name in rows[-1][1] if name in STAGES), "sum"):
        first, last = (_sum(times) if name == "sum" else times[name] for times in (base, _mean_of_last(rows)))
        print(
            f"{name + ':':<12} {last:6.2f} ms an article at the end, {first:6.2f} at {BASE}: {last / max(first, 1e-9):.2f} times"
        )
    total = sum(_sum(times) * STEP / 1000 for _, times in rows)
    print(
        f"in all {total / 60:.1f} minutes without reading and storing; "
        f"peak {_peak():.0f} MiB, of which {before:.0f} before the first article"
    )


def _mean_of_last(rows: Sequence[tuple[int, Times]]) -> Times:
    """Over the last two steps, so that one slow moment of the machine counts half."""
    last = rows[-2:]
    return {name: sum(times[name] for _, times in last) / len(last) for name in last[0][1]}


def _sum(times: Times) -> float:
    return sum(value for name, value in times.items() if name in COUNTED)


def _timed(spent: dict[str, float], name: str, work: Callable[[], object]) -> None:
    """Processor time of all threads: other programs on the machine do not count."""
    started = time.process_time()
    work()
    spent[name] += time.process_time() - started


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    iterator, given = iter(readings), 0
    while batch := list(islice(iterator, batch_size(given))):
        yield batch
        given += len(batch)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What putting together costs as the archive grows.")
    parser.add_argument("readings", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=20000)
    parser.add_argument("--per-day", type=int, default=50)
    parser.add_argument("--stages", nargs="+", choices=tuple(STAGES), default=list(STAGES))
    parser.add_argument("--to", type=Path, default=Path(__file__).with_suffix(""))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
