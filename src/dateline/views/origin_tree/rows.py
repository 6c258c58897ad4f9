"""Where the outlets of a tree of origins stand, and the sources before them: a row an outlet, a column a step of passing on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.corroboration.origins import Branch, PrimarySource, Testimony


@dataclass(frozen=True, slots=True)
class Teller:
    """An outlet of the tree: `depth` 0 vouches itself, 1 has it from one that does (`giver`); `row` counts from the top."""

    branch: Branch
    depth: int
    row: int
    giver: Teller | None = None

    @property
    def articles(self) -> tuple[Testimony, ...]:
        """One testimony of each of its articles, in the order of time."""
        return tuple({told.article: told for told in reversed(self.branch.told)}.values())[::-1]

    @property
    def denies(self) -> bool:
        """Whether all that it tells is that it is not so."""
        return bool(self.branch.told) and all(told.denies for told in self.branch.told)

    @property
    def saw_it(self) -> bool:
        """Whether it vouches, and without anybody else's word."""
        return self.giver is None and any(source.kind == "own account" for source in self.branch.sources)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source that several outlets may have it from; `row` may lie between two."""

    source: PrimarySource
    tellers: tuple[Teller, ...]
    row: float


def tellers_of(tree: Sequence[Branch]) -> tuple[Teller, ...]:
    """All outlets from the top; the first that passes one on stands in its row."""
    return tuple(_tellers(tree, 0, 0, None))


def _tellers(branches: Iterable[Branch], depth: int, row: int, giver: Teller | None) -> Iterator[Teller]:
    for branch in branches:
        teller = Teller(branch, depth, row, giver)
        onward = list(_tellers(branch.passed_on_by, depth + 1, row, teller))
        yield teller
        yield from onward
        row = max((one.row for one in onward), default=row) + 1


def voices_of(tellers: Sequence[Teller], rows: int) -> tuple[Voice, ...]:
    """Each person, body or paper behind the outlets that vouch, beside the middle of those, none nearer than a row to another."""
    found: dict[str, tuple[PrimarySource, list[Teller]]] = {}
    for teller in tellers:
        for source in teller.branch.sources if teller.depth == 0 else ():
            if source.kind != "own account":
                found.setdefault(source.key, (source, []))[1].append(teller)
    wished = sorted(found.values(), key=lambda item: (_middle(item[1]), item[0].name, item[0].key))
    places = _apart([_middle(told) for _, told in wished], rows)
    return tuple(Voice(source, tuple(told), row) for (source, told), row in zip(wished, places, strict=True))


def _middle(tellers: Sequence[Teller]) -> float:
    return sum(teller.row for teller in tellers) / len(tellers)


def _apart(wishes: Sequence[float], rows: int) -> list[float]:
    """As near to the wishes as one row apart allows, from the last row up where the end is full."""
    found: list[float] = []
    for wish in wishes:
        found.append(max(wish, found[-1] + 1) if found else wish)
    floor = float(max(rows, len(wishes)) - 1)
    for position in range(len(found) - 1, -1, -1):
        found[position] = max(0.0, min(found[position], floor))
        floor = found[position] - 1
    return found
