"""The folder of a dataset: where its parts lie, and what says that it is one.

    DIR/dataset.json                         what this folder is
    DIR/readings/published=2018-01/part-….parquet    readings of articles published in that month
    DIR/readings/published=undated/part-….parquet
    DIR/ledger/part-….parquet                inputs that failed or were passed over
    DIR/archive.duckdb                       what `dateline open DIR` made of them

Parts are only added, each under a name that is a hash of its content, and never changed: whoever writes one needs no lock, and
writing it twice is writing it once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.errors import DatasetError

MARKER, LAYOUT = "dataset.json", 1
UNDATED = "published=undated"
ARCHIVE = "archive.duckdb"


@dataclass(frozen=True, slots=True)
class Window:
    """Articles that appeared from one day to another; an open bound is None, and articles without a date are in no bounded
    one.
    """

    since: date | None = None
    until: date | None = None

    @property
    def is_bounded(self) -> bool:
        return self.since is not None or self.until is not None

    def may_hold(self, partition: str) -> bool:
        """Whether a partition, such as `published=2018-01`, can hold articles of the window."""
        if partition == UNDATED:
            return not self.is_bounded
        month = partition.partition("=")[2]
        return (not self.since or month >= f"{self.since:%Y-%m}") and (not self.until or month <= f"{self.until:%Y-%m}")


ALWAYS = Window()


@dataclass(frozen=True, slots=True)
class Dataset:
    """A folder of parts. Made by `make_dataset`, found again by `open_dataset`."""

    root: Path

    @property
    def ledger_folder(self) -> Path:
        return self.root / "ledger"

    def partition(self, published: date | None) -> Path:
        """The folder of readings of articles that were published then."""
        return self.root / "readings" / (f"published={published:%Y-%m}" if published else UNDATED)

    def readings(self, window: Window = ALWAYS) -> tuple[Path, ...]:
        """The parts that hold readings and may hold some of this window, in the order of their names."""
        found = self.root.glob("readings/*/part-*.parquet")
        return tuple(sorted(part for part in found if window.may_hold(part.parent.name)))

    def ledger(self) -> tuple[Path, ...]:
        """The parts that say what was not read, in the order of their names."""
        return tuple(sorted(self.ledger_folder.glob("part-*.parquet")))

    def archive(self, window: Window = ALWAYS) -> Path:
        """The file in which what is read within the window is put together."""
        if not window.is_bounded:
            return self.root / ARCHIVE
        return self.root / f"archive-{window.since or ''}..{window.until or ''}.duckdb"


def is_dataset(path: Path) -> bool:
    """Whether this is a folder that `make_dataset` made."""
    return (path / MARKER).is_file()


def make_dataset(path: Path) -> Dataset:
    """The dataset in this folder, made where there is none; raises DatasetError for a folder that holds something else."""
    if is_dataset(path):
        return open_dataset(path)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise DatasetError(
            f"{path}: is there, and is no folder of readings (name a new one, or one that `dateline add --engine ray` made)"
        )
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / MARKER).write_text(json.dumps({"what": "readings of dateline", "layout": LAYOUT}) + "\n", encoding="utf-8")
    except OSError as error:
        raise DatasetError(f"{path}: the folder cannot be made: {error.strerror} (name one that you may write to)") from error
    return Dataset(path.resolve())


def open_dataset(path: Path) -> Dataset:
    """The dataset in this folder; raises DatasetError where there is none, or one that a newer version wrote."""
    if not is_dataset(path):
        remedy = f"make one with `dateline add PATH --engine ray --to {path}`"
        raise DatasetError(f"{path}: is no folder of readings: it holds no {MARKER} ({remedy})")
    try:
        layout = json.loads((path / MARKER).read_text(encoding="utf-8"))["layout"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetError(f'{path / MARKER}: is damaged (write {{"layout": {LAYOUT}}} into it): {error}') from error
    if layout != LAYOUT:
        raise DatasetError(f"{path}: is laid out in way {layout!r}, this version knows {LAYOUT} (upgrade dateline)")
    return Dataset(path.resolve())
