"""A research export made again, and what differs from the first time: named by what it is, not only that it does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.archive.archive import Archive
from dateline.errors import ManifestError
from dateline.views.research.exporting import formats_of, made, write_files
from dateline.views.research.manifest import NAME, Input, Manifest

MISSING = "missing"
KINDS = ("dateline", "parser", "library", "weights", "knowledge", "decisions", "input", "file")
"""What can differ; all but `file` are causes."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was; `then` and `now` are hashes or versions, `missing` where there is none."""

    kind: str
    name: str
    then: str
    now: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}: was {_short(self.then)}, is {_short(self.now)}"


@dataclass(frozen=True, slots=True)
class Reproduction:
    """`files` are those written; the export is reproduced where no difference is one of a file."""

    files: tuple[Path, ...]
    differences: tuple[Difference, ...]

    @property
    def is_identical(self) -> bool:
        """Whether all files of the first export have the same bytes."""
        return all(difference.kind != "file" for difference in self.differences)


def reproduce(manifest: Manifest, archive: Archive, to: Path) -> Reproduction:
    """Make the export of a manifest again from this archive into a folder, and compare.

    Raises ManifestError where the folder holds the manifest itself or another export, which must not be overwritten.
    """
    if (to / NAME).exists():
        raise ManifestError(f"{to}: holds a research export already (name another folder, so that both can be compared)")
    files, now = made(archive, formats_of(",".join(manifest.formats)))
    written = write_files(to, {**files, NAME: now.to_json().encode()})
    return Reproduction(tuple(written), differences(manifest, now))


def differences(then: Manifest, now: Manifest) -> tuple[Difference, ...]:
    """All that differs between two manifests, causes first."""
    return tuple(_differences(then, now))


def _differences(then: Manifest, now: Manifest) -> Iterator[Difference]:
    yield from _mapping("dateline", {"version": then.dateline}, {"version": now.dateline})
    yield from _mapping("parser", {"name": then.parser}, {"name": now.parser})
    yield from _mapping("library", then.libraries, now.libraries)
    yield from _mapping("weights", then.weights, now.weights)
    yield from _mapping("knowledge", then.knowledge, now.knowledge)
    yield from _mapping("decisions", then.decisions, now.decisions)
    yield from _inputs(then.inputs, now.inputs)
    yield from _mapping("file", then.files, now.files)


def _mapping(kind: str, then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Difference]:
    for name in dict.fromkeys((*then, *now)):
        if then.get(name) != now.get(name):
            yield Difference(kind, name, then.get(name, MISSING), now.get(name, MISSING))


def _inputs(then: tuple[Input, ...], now: tuple[Input, ...]) -> Iterator[Difference]:
    before, after = {one.id: one for one in then}, {one.id: one for one in now}
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key), after.get(key)
        if one is None or other is None:
            yield Difference("input", _named(one or other), "there" if one else MISSING, "there" if other else MISSING)
        elif one.version != other.version:
            yield Difference("input", _named(one), f"read by {one.version}", f"read by {other.version}")
        elif one.reading != other.reading:
            yield Difference("input", _named(one), f"reading {one.reading}", f"reading {other.reading}")
    common = [one.id for one in then if one.id in after]
    if common != [one.id for one in now if one.id in before]:
        yield Difference("input", "order of adding", "as in the manifest", "another one")


def _named(one: Input | None) -> str:
    return f"{one.id} ({one.outlet or 'unnamed outlet'}: {one.title or 'without title'})" if one else ""


def _short(value: str) -> str:
    """The beginning of a hash is enough to tell two apart."""
    words = value.split(" ")
    return " ".join(word[:12] if len(word) == 64 else word for word in words)
