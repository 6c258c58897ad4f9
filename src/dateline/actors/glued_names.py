"""Names of office holders within a longer run of capitals: "Crooked Hillary Clinton", "Trump Signs" in a headline."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from dateline.actors.known_names import head_of
from dateline.actors.lexicon import longest_noun
from dateline.actors.name_runs import Run, name_words
from dateline.actors.office_holders import holder_of_full_name, leaders_office
from dateline.actors.scene import Scene
from dateline.knowledge.surnames import surnames_first
from dateline.models import verb_forms

_SHIPS = frozenset({"uss", "hms", "usns", "ss"})
"""With which the names of ships open that are called after somebody."""


def freed(scene: Scene, found: Iterable[Run], given: Collection[str]) -> list[Run]:
    """The runs, less words that are no part of the known name that they hold; `given` are given names."""
    return [_freed(scene, run, given) for run in found]


def _freed(scene: Scene, run: Run, given: Collection[str]) -> Run:
    size = run.end - run.start
    if size < 2 or run.titular or _is_known(scene, run.start, run.end):
        return run
    if size == 2:
        return _beside_word(scene, run, given)
    opens, second = scene.cols.lower[run.start : run.start + 2]
    if size == 3 and len(run.words) == 3 and second in given and opens not in {*given, *surnames_first(), *_SHIPS}:
        return _cut(scene, run, run.start + 1, run.end) if _is_known(scene, run.start + 1, run.end) else run
    return run


def _beside_word(scene: Scene, run: Run, given: Collection[str]) -> Run:
    """ "Trump Signs", "Citizen Trump": a verb or a noun with a capital and the surname of who leads a state on the day."""
    for other, name in ((run.start, run.end - 1), (run.end - 1, run.start)):
        word, surname = scene.cols.lower[other], scene.cols.lower[name]
        common = word in verb_forms() or longest_noun([word]) is not None
        if not common or {word, surname} & {*given, *surnames_first()}:
            continue
        if scene.day is not None and leaders_office(scene.known, surname, scene.day) is not None:
            return _cut(scene, run, name, name + 1)
    return run


def _is_known(scene: Scene, start: int, end: int) -> bool:
    return holder_of_full_name(scene.known, scene.cols.text(start, end), scene.day) is not None


def _cut(scene: Scene, run: Run, start: int, end: int) -> Run:
    words = name_words(scene.cols, start, end)
    return replace(run, first=start, start=start, end=end, head=head_of(scene.cols, start, end), words=words)
