"""What tables for research were made from: program, weights, knowledge, inputs, decisions, options, and the tables' own hashes.

Nothing in a manifest says when or where it was made: what is made again from the same things gives the same manifest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from dateline._version import __version__
from dateline.archive.archive import Archive
from dateline.archive.decisions_of_people import decisions_of_people
from dateline.errors import ManifestError
from dateline.models.parser import parser_name
from dateline.models.shipped import FOLDER as WEIGHTS

NAME = "manifest.json"
LAYOUT = 1
LIBRARIES = ("duckdb", "pyarrow", "polars", "pyreadstat", "spacy", "onnxruntime")
NO_PART = frozenset({"number", "decided_at", "undone_at", "decision", "record_now", "lost"})
"""Columns that say when and in which order, or that follow from the others."""


@dataclass(frozen=True, slots=True)
class Input:
    """An article as it went in, in the order of adding; `reading` is the hash of all that was read out of it."""

    id: str
    text_hash: str
    outlet: str | None
    title: str | None
    url: str | None
    byline: str | None
    language: str | None
    published: dict[str, str] | None
    version: str
    reading: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """See the module; each mapping is from a name to a hash or a version."""

    layout: int
    dateline: str
    parser: str
    libraries: dict[str, str]
    weights: dict[str, str]
    knowledge: dict[str, str]
    decisions: dict[str, str]
    formats: tuple[str, ...]
    inputs: tuple[Input, ...]
    files: dict[str, str]

    def to_json(self) -> str:
        """Indented, with its keys in a fixed order."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


def manifest_of(archive: Archive, formats: Iterable[str], files: Mapping[str, bytes]) -> Manifest:
    """The manifest of these files, made from this archive by this installation."""
    hashes = {name: _hash(content) for name, content in files.items()}
    return Manifest(
        LAYOUT, __version__, parser_name(), _libraries(), weights(), knowledge(), decisions(archive), tuple(formats),
        inputs(archive), hashes,
    )  # fmt: skip


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file, or in a folder; raises ManifestError where there is none or it cannot be understood."""
    path = path / NAME if path.is_dir() else path
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
        if plain["layout"] != LAYOUT:
            raise ManifestError(f"{path}: its layout is {plain['layout']}, this version knows {LAYOUT} (upgrade dateline)")
        given = {field.name: plain[field.name] for field in fields(Manifest)}
        given["inputs"] = tuple(Input(**{field.name: one[field.name] for field in fields(Input)}) for one in given["inputs"])
        return Manifest(**given | {"formats": tuple(given["formats"])})
    except OSError as error:
        raise ManifestError(f"{path}: cannot be read: {error} (give the manifest.json of a research export)") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ManifestError(f"{path}: is no manifest of a research export: {error!r} (give its manifest.json)") from error


def weights() -> dict[str, str]:
    """Hashes of the shipped weights."""
    return {path.name: _hash(path.read_bytes()) for path in sorted(WEIGHTS.iterdir()) if path.is_file()}


def knowledge() -> dict[str, str]:
    """Hashes of the tables of knowledge."""
    folder = resources.files("dateline.knowledge").joinpath("data")
    found = {one.name: _hash(one.read_bytes()) for one in folder.iterdir() if one.is_file()}
    return dict(sorted(found.items()))


def decisions(archive: Archive) -> dict[str, str]:
    """For each table of what people decided a hash of what stands in it; tables in which people have nothing are left out."""
    rows: dict[str, list[str]] = {}
    for one in decisions_of_people(archive):
        plain = {key: value for key, value in one.row.items() if key not in NO_PART}
        rows.setdefault(one.table, []).append(json.dumps(plain, ensure_ascii=False, default=str, sort_keys=True))
    return {table: f"{len(lines)} rows, {_hash(chr(10).join(sorted(lines)).encode())}" for table, lines in rows.items()}


def inputs(archive: Archive) -> tuple[Input, ...]:
    """The articles of an archive in the order of adding."""
    rows = archive.select("SELECT r.contract FROM readings AS r JOIN articles AS a ON a.id = r.article ORDER BY a.number")
    return tuple(_input(json.loads(row["contract"])) for row in rows)


def _input(contract: dict[str, Any]) -> Input:
    """Of the path where the article lay nothing is kept: it differs from machine to machine."""
    article = contract["article"]
    contract["article"] = {key: value for key, value in article.items() if key != "source"}
    plain = json.dumps(contract, ensure_ascii=False, sort_keys=True)
    given = {name: article.get(name) for name in ("id", "text_hash", "outlet", "title", "url", "byline", "language", "published")}
    return Input(**given, version=contract.get("version", ""), reading=_hash(plain.encode()))


def _libraries() -> dict[str, str]:
    return {name: version for name in LIBRARIES if (version := _installed(name))}


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
