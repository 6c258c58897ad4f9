"""Which files a list of paths means."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import UnreadableSource

STANDARD_INPUT = "-"
SUFFIXES = (
    ".txt", ".html", ".htm", ".mhtml", ".mht", ".jsonl", ".parquet", ".warc", ".rss", ".atom", ".docx", ".rtf", ".pdf", ".eml",
    ".mbox",
)  # fmt: skip
"""Not .csv and .xml: those are tables of metadata and maps of sites as often as articles. Not .ris and .bib: the pages that they
name lie in the folder as well."""
_SAVED_WITH_PAGE = re.compile(r"(?P<page>.+)(?:_files|\.files|-Dateien|_fichiers|_archivos)")
"""The folder of images and frames that a browser saves beside a page."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; `name` is what its articles are called by, `root` the folder that was asked for."""

    name: str
    root: str | None = None


def find(paths: Iterable[str | Path]) -> Iterator[Found | UnreadableSource]:
    """Files in the order given, folders opened in sorted order; a file named twice comes once.

    In folders only files whose names end in one of SUFFIXES, each also with .gz, are taken, and nothing whose name begins with
    a dot, nothing in a folder that a browser saved beside a page, and no link out of the folder. A path given by itself is taken
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
    empty, inside = True, os.path.realpath(path)
    for name in _files(path):
        empty = False
        yield _checked(name, path, inside)
    if empty:
        yield UnreadableSource(path, "the folder holds no article", f"articles end in {', '.join(SUFFIXES)} or .gz of these")


def _checked(name: str, folder: str, inside: str) -> Found | UnreadableSource:
    """A file of a folder, unless it is a link to something outside or nothing that ends: a pipe, a device."""
    target = os.path.realpath(name)
    if os.path.commonpath([target, inside]) != inside:
        return UnreadableSource(name, "is a link out of the folder", "name the file itself")
    try:
        regular = stat.S_ISREG(os.stat(target).st_mode)
    except OSError:
        regular = True  # what is wrong with it is told when it is opened
    return Found(name, folder) if regular else UnreadableSource(name, "is no ordinary file", "leave it out")


def _files(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        pages = {os.path.splitext(name)[0] for name in files}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _saved_with_page(name, pages))
        yield from (os.path.join(parent, name) for name in sorted(files) if _is_article(name))


def _saved_with_page(folder: str, pages: set[str]) -> bool:
    match = _SAVED_WITH_PAGE.fullmatch(folder)
    return match is not None and match["page"] in pages


def _is_article(name: str) -> bool:
    return not name.startswith(".") and name.lower().removesuffix(".gz").endswith(SUFFIXES)
