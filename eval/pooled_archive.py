"""All gold packs and 300 articles of the international sample pooled in one archive, from cached readings or by reading."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path, PurePath
from typing import Any

from dateline.archive import Archive
from dateline.contract import from_json
from dateline.ingest import add
from dateline.reading import read_articles
from dateline.records import Article, Reading
from dateline.sources import SourceOptions, read_path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
PACK_FOLDERS = (SHARED / "gold", ROOT / "eval" / "packs")
SAMPLE = SHARED / "data" / "articles" / "international-sample.jsonl.gz"
STRANGERS = 300
HELD_OUT = frozenset({"baltic-cable"})
"""Packs that are never looked into: they count in totals, and no miss of theirs is printed."""
VERSION = "pooled evaluation"
INTERNATIONAL = "international sample"


@dataclass(frozen=True)
class Pack:
    """A gold pack: its name, its gold.json, and for each of its files the id of the article."""

    name: str
    gold: Mapping[str, Any]
    articles: Mapping[str, str]

    def ids(self, files: Iterable[str]) -> list[str]:
        """The article ids of these files, leaving out those without a reading."""
        return [self.articles[file] for file in files if file in self.articles]

    @property
    def is_held_out(self) -> bool:
        return self.name in HELD_OUT


@dataclass
class Pool:
    """The packs, and all readings in the order in which they are to be added."""

    packs: list[Pack] = field(default_factory=list)
    readings: dict[str, Reading] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)

    def pack_of(self, article: str) -> str:
        """Name of the pack of an article, or that of the sample."""
        return next((pack.name for pack in self.packs if article in pack.articles.values()), INTERNATIONAL)


def gather(cached: Path | None, *, held_out: bool = True, strangers: int = STRANGERS) -> Pool:
    """The pool; `cached` is a folder of files NAME.readings.jsonl, and what it lacks is read."""
    pool = Pool()
    for folder in pack_folders():
        if held_out or folder.name not in HELD_OUT:
            _take_pack(pool, folder, cached)
    for reading in _sample(cached, strangers):
        pool.readings[reading.article.id] = reading
        pool.strangers.append(reading.article.id)
    return pool


def pack_folders() -> list[Path]:
    """All packs that are here, by name."""
    found = [path.parent for folder in PACK_FOLDERS if folder.is_dir() for path in folder.glob("*/gold.json")]
    return sorted(found, key=lambda path: path.name)


def fill(archive: Archive, readings: Sequence[Reading]) -> None:
    """Add readings to an archive as they are, without parsing."""
    known = {reading.article.id: reading for reading in readings}

    def read(articles: Sequence[Article]) -> Iterator[Reading]:
        return (known[article.id] for article in articles)

    report = add((reading.article for reading in readings), archive, read=read, version=VERSION)
    if report.failed:
        raise SystemExit(f"{len(report.failed)} articles could not be added: {report.failed[0].error}")


def _take_pack(pool: Pool, folder: Path, cached: Path | None) -> None:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    readings = _cached(cached, folder.name) or list(read_articles(list(_articles(folder, gold))))
    pool.readings.update({reading.article.id: reading for reading in readings})
    files = {PurePath(reading.article.source).name: reading.article.id for reading in readings}
    pool.packs.append(Pack(folder.name, gold, files))


def _articles(folder: Path, gold: Mapping[str, Any]) -> Iterator[Article]:
    for entry in gold["articles"]:
        options = SourceOptions(published=date.fromisoformat(entry["published"]), outlet=entry["outlet"])
        found = next(iter(read_path(folder / "articles" / entry["file"], options)))
        if isinstance(found, Article):
            yield found


def _sample(cached: Path | None, number: int) -> list[Reading]:
    if readings := _cached(cached, "intl", number):
        return readings
    found = (item for item in read_path(SAMPLE) if isinstance(item, Article)) if SAMPLE.is_file() else iter(())
    return list(read_articles(list(islice(found, number)))) if number else []


def _cached(folder: Path | None, name: str, number: int | None = None) -> list[Reading]:
    path = folder / f"{name}.readings.jsonl" if folder else None
    if path is None or not path.is_file():
        return []
    return [from_json(line) for line in islice(_lines(path), number)]


def _lines(path: Path) -> Iterator[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from (line for line in file if line.endswith("\n"))
