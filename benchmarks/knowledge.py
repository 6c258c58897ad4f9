"""What it costs to load the tables of dateline.knowledge and the gazetteer on them: time and memory of a fresh process.

    python benchmarks/knowledge.py

The tables are all those that reading the packaged sample articles asks for, as a first process finds out; what one article
in a hundred needs, or only comparing articles, is not loaded before then. Modules and the parser's library, which a reader needs
anyway, are imported before the clock starts. Time is that of the processor, the least of some runs, since other work on the
machine only adds to it; the median stands beside it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
from typing import Any

LIMIT_SECONDS, LIMIT_MEGABYTES = 0.2, 100
LOADERS = """
import importlib, json, pkgutil, resource, sys, time
import dateline.actors.known_actors as known
import dateline.knowledge as knowledge

modules = [importlib.import_module(f"dateline.knowledge.{m.name}") for m in pkgutil.iter_modules(knowledge.__path__)]
loaders = {
    f"{f.__module__.rpartition('.')[2]}.{name}": f
    for m in modules for name, f in vars(m).items()
    if hasattr(f, "cache_info") and f.__module__ == m.__name__ and f.__wrapped__.__code__.co_argcount == 0
}
"""
"""What takes no argument: tables, indexes, compiled rules. Lookups take one, and are filled as articles ask."""
NEEDED = f"""{LOADERS}
from pathlib import Path
import dateline
from dateline.reading import read_articles
from dateline.records import Article
from dateline.sources import read_path

samples = Path(dateline.__file__).parent / "samples"
articles = [item for item in read_path(samples / "winter.jsonl") if isinstance(item, Article)]
for reading in read_articles(articles, model=False):
    pass
print(json.dumps([name for name, f in loaders.items() if f.cache_info().misses]))
"""
PROBE = f"""{LOADERS}
size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
processor, parts = time.process_time(), {{}}
def timed(name, load):
    began = time.process_time()
    load()
    parts[name] = time.process_time() - began
for name in json.loads(sys.argv[1]):
    timed(name, loaders[name])
timed("actors.gazetteer", known.known_actors)
timed("holders.other spellings", lambda: known.known_actors().holders.named("Nobody Ofthatname"))
print(json.dumps({{
    "processor": time.process_time() - processor,
    "megabytes": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - size) / 1024,
    "parts": parts,
}}))
"""


def needed() -> list[str]:
    """The loaders that reading the samples calls."""
    done = subprocess.run([sys.executable, "-c", NEEDED], capture_output=True, text=True, check=True)
    names: list[str] = json.loads(done.stdout)
    return names


def measure(names: list[str]) -> dict[str, Any]:
    """One fresh process that calls these loaders."""
    done = subprocess.run([sys.executable, "-c", PROBE, json.dumps(names)], capture_output=True, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def main() -> None:
    """Print the medians and the dearest tables; exit 1 over the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--parts", type=int, default=8, help="how many of the dearest tables to list")
    options = parser.parse_args()
    names = needed()
    runs = [measure(names) for _ in range(options.runs)]
    best = min(runs, key=lambda run: run["processor"])
    processor, memory = best["processor"], max(run["megabytes"] for run in runs)
    median = statistics.median(run["processor"] for run in runs)
    print(f"knowledge base: {processor:.3f} s (median of {len(runs)}: {median:.3f} s), {memory:.0f} MB; {len(names)} tables")
    parts = best["parts"]
    for name, seconds in sorted(parts.items(), key=lambda item: -item[1])[: options.parts]:
        print(f"  {seconds * 1000:6.1f} ms {name}")
    if processor > LIMIT_SECONDS or memory > LIMIT_MEGABYTES:
        sys.exit(f"over the limit of {LIMIT_SECONDS} s and {LIMIT_MEGABYTES} MB")


if __name__ == "__main__":
    main()
