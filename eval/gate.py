"""Score gold packs and phrases and hold the figures against `floors.json`; exit 1 where one lies below its floor.

Each pack's dates and outlets come from its gold.json and are given to `dateline read` with `--metadata`, as a user would
give them. What is put together across articles is scored over the same readings, all packs in one archive; without the
strangers of `corroboration.py`, which would take minutes to read. The scorer and two packs lie outside the project, in
../shared; the others are in `eval/packs`. Where ../shared is missing nothing can be scored, and the exit status is 0.
"""

from __future__ import annotations

import csv
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import actor_codes
from pooled_archive import gather

import corroboration

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("floors.json")
POOLED = "packs in one archive"
"""The floors of what is put together across articles; they come last, when all packs have been read."""
EPSILON = 0.0005
"""Floors are written with three decimals; a figure may lie this far below by rounding."""

Figures = Mapping[str, float]


def main() -> int:
    """Print every figure beside its floor."""
    if not (SHARED / "gold").is_dir() or not (SHARED / "eval" / "score.py").is_file():
        print("eval: skipped, the gold packs are not here (looked in ../shared)")
        return 0
    floors: Mapping[str, Figures] = json.loads(FLOORS.read_text(encoding="utf-8"))
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, wanted in floors.items():
            if name == actor_codes.NAME and not actor_codes.SHARED.is_file():
                print("actor codes: skipped, the phrases are not here (looked in ../shared/data/actors)")
                continue
            failures += report(name, figures_of(name, Path(folder)), wanted)
    print(f"eval: {failures} figures below their floors" if failures else "eval: all floors held")
    return 1 if failures else 0


def figures_of(name: str, readings: Path) -> Figures:
    """The figures that these floors are about; `readings` is a folder in which those of packs are kept."""
    if name == actor_codes.NAME:
        return actor_codes.figures()
    if name == POOLED:
        return corroboration.figures(gather(readings, strangers=0))
    return score(folder_of(name), readings / f"{name}.readings.jsonl")


def folder_of(pack: str) -> Path:
    """Where the pack lies: in the project or in ../shared."""
    own = Path(__file__).with_name("packs") / pack
    return own if own.is_dir() else SHARED / "gold" / pack


def score(pack: Path, readings: Path) -> Figures:
    """Read a pack with the command line and score it; the scorer's table is printed."""
    with tempfile.TemporaryDirectory() as folder, readings.open("w", encoding="utf-8") as out:
        metadata = Path(folder) / "metadata.csv"
        write_metadata(pack, metadata)
        command = [sys.executable, "-m", "dateline", "read", str(pack / "articles"), "--metadata", str(metadata), "--json"]
        subprocess.run(command, stdout=out, check=True)
    return dict(scorer()(str(pack), str(readings)))


def write_metadata(pack: Path, to: Path) -> None:
    """The columns that `--metadata` takes, from the pack's gold.json."""
    gold = json.loads((pack / "gold.json").read_text(encoding="utf-8"))
    with to.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "published", "outlet", "url", "title"])
        rows.writerows([a["file"], a["published"], a["outlet"], "", ""] for a in gold["articles"])


def scorer() -> Callable[[str, str], Figures]:
    """`pack` of ../shared/eval/score.py."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{SHARED / 'eval' / 'score.py'} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    pack: Callable[[str, str], Figures] = module.pack
    return pack


def report(pack: str, figures: Figures, floors: Figures) -> int:
    """Print figure and floor; the number of figures below their floors."""
    below = 0
    for name, floor in floors.items():
        figure = figures.get(name, 0.0)
        held = figure >= floor - EPSILON
        below += not held
        print(f"{'ok  ' if held else 'FAIL'} {pack:<12} {name:<44} {figure:.3f} (floor {floor:.3f})")
    return below


if __name__ == "__main__":
    sys.exit(main())
