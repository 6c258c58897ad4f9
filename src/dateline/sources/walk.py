"""Which files a list of paths means."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UnreadableSource

STANDARD_INPUT = "-"
SUFFIXES = (".txt", ".html", ".htm", ".jsonl", ".docx", ".rtf", ".pdf", ".eml", ".mbox")


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `name` is what its articles are called by, `root` the folder that was asked for."""

    name: str
    root: str | None = None


def find(paths: Iterable[str | Path]) -> Iterator[Found | UnreadableSource]:
    """Files in the order given, folders opened in sorted order; a file named twice comes once.

    In folders only names with the endings of `SUFFIXES`, each also with .gz, are taken, and nothing whose name begins with a
    dot. Lists of saved pages (.ris, .bib, .csv) are not: the pages lie in the folder as well. A path given by itself is taken
    whatever its name; `-` is standard input.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expand(str(path)):
            key = os.path.abspath(found.name) if isinstance(found, Found) else found.source
            if key not in seen:
                seen.add(key)
                yield found


def _expand(path: str) -> Iterator[Found | UnreadableSource]:
    if path == STANDARD_INPUT or not os.path.isdir(path):
        yield Found(path)
        return
    empty = True
    for name in _files(path):
        empty = False
        yield Found(name, path)
    if empty:
        yield UnreadableSource(path, "the folder holds no article", f"articles end in {', '.join(SUFFIXES)} or .gz of these")


def _files(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(parent, name) for name in sorted(files) if _is_article(name))


def _is_article(name: str) -> bool:
    return not name.startswith(".") and name.lower().removesuffix(".gz").endswith(SUFFIXES)
