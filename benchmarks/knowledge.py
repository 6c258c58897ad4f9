"""What it costs to load all tables of dateline.knowledge and the gazetteer built from them: time and memory of a fresh process.

    python benchmarks/knowledge.py

Modules and the parser's library, which a reader needs anyway, are imported before the clock starts. Time is that of the
processor, the least of some runs, since other work on the machine only adds to it; the median stands beside it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from typing import Any

LIMIT_SECONDS, LIMIT_MEGABYTES = 0.2, 100
PROBE = """
import importlib, json, pkgutil, resource, time
import dateline.actors.known_actors as known
import dateline.knowledge as knowledge

modules = [importlib.import_module(f"dateline.knowledge.{m.name}") for m in pkgutil.iter_modules(knowledge.__path__)]
# What takes no argument: tables, indexes, compiled rules. Lookups take one, and are filled as articles ask. Rows of office
# holders are made as articles ask for them, too; `load_holders` makes them all, for tests and reports. No reading needs the
# outline of the world, by which maps are drawn.
loaders = [f for m in modules for f in vars(m).values() if hasattr(f, "cache_info") and f.__module__ == m.__name__]
loaders = [f for f in loaders if f.__wrapped__.__code__.co_argcount == 0]
loaders = [f for f in loaders if f.__name__ != "load_holders" and f.__module__ != "dateline.knowledge.outline"]
size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
processor, parts = time.process_time(), {}
def timed(name, load):
    began = time.process_time()
    load()
    parts[name] = time.process_time() - began
for load in loaders:
    timed(f"{load.__module__.rpartition('.')[2]}.{load.__name__}", load)
timed("actors.gazetteer", known.known_actors)
timed("holders.other spellings", lambda: known.known_actors().holders.named("Nobody Ofthatname"))
print(json.dumps({
    "processor": time.process_time() - processor,
    "megabytes": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - size) / 1024,
    "parts": parts,
}))
"""


def measure() -> dict[str, Any]:
    """One fresh process."""
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> None:
    """Print the medians and the dearest tables; exit 1 over the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--parts", type=int, default=8, help="how many of the dearest tables to list")
    options = parser.parse_args()
    runs = [measure() for _ in range(options.runs)]
    best = min(runs, key=lambda run: run["processor"])
    processor, memory = best["processor"], max(run["megabytes"] for run in runs)
    median = statistics.median(run["processor"] for run in runs)
    print(f"knowledge base: {processor:.3f} s (median of {len(runs)}: {median:.3f} s), {memory:.0f} MB")
    parts = best["parts"]
    for name, seconds in sorted(parts.items(), key=lambda item: -item[1])[: options.parts]:
        print(f"  {seconds * 1000:6.1f} ms {name}")
    if processor > LIMIT_SECONDS or memory > LIMIT_MEGABYTES:
        sys.exit(f"over the limit of {LIMIT_SECONDS} s and {LIMIT_MEGABYTES} MB")


if __name__ == "__main__":
    main()
