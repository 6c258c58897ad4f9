"""A research export: tables, codebook, loader and manifest in one folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dateline._version import __version__
from dateline.archive.archive import Archive
from dateline.errors import ArchiveError
from dateline.views.research.codebook import codebook_csv, codebook_markdown
from dateline.views.research.columns import TABLES
from dateline.views.research.files import ENDINGS, FORMATS, Format, table_file
from dateline.views.research.loader_r import loader
from dateline.views.research.manifest import NAME, Manifest, manifest_of
from dateline.views.research.tables import research_tables


def formats_of(words: str) -> tuple[Format, ...]:
    """The formats in a list such as `csv,stata`, each once; raises ArchiveError for one that there is not."""
    given = list(dict.fromkeys(part.strip().lower() for part in words.split(",") if part.strip()))
    wrong = [one for one in given if one not in FORMATS]
    if wrong or not given:
        problem = f"{wrong[0]!r} is no format of a research export" if wrong else "no format is given"
        raise ArchiveError(f"{problem} (choose from {', '.join(FORMATS)})")
    return tuple(form for form in FORMATS if form in given)


def export_research(archive: Archive, to: Path, formats: Sequence[Format]) -> list[Path]:
    """Write all files of a research export into a folder, made where there is none; returns them, the manifest last.

    Raises ArchiveError where the folder cannot be written, MissingLibrary where a format needs a library that is not installed.
    """
    files, manifest = made(archive, formats)
    return write_files(to, {**files, NAME: manifest.to_json().encode()})


def made(archive: Archive, formats: Sequence[Format]) -> tuple[dict[str, bytes], Manifest]:
    """The files but for the manifest, by name, and the manifest."""
    tables = research_tables(archive)
    files = {
        f"{table}.{ENDINGS[form]}": table_file(table, tables[table], form)
        for form in formats if form in ENDINGS for table in TABLES
    }  # fmt: skip
    if "r" in formats:
        files["load.R"] = loader().encode()
    files |= {"codebook.md": codebook_markdown(__version__).encode(), "codebook.csv": codebook_csv().encode()}
    return files, manifest_of(archive, formats, files)


def write_files(to: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files into a folder, each as a whole."""
    try:
        to.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            part = to / f"{name}.part"
            part.write_bytes(content)
            part.replace(to / name)
    except OSError as error:
        raise ArchiveError(f"{to}: cannot export there: {error} (name a folder that you may write to)") from error
    return [to / name for name in files]
