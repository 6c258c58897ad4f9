"""The index of search as arrays in files, for a copy of an archive that nobody adds to.

A word is found in microseconds instead of milliseconds, and what of the files is in memory is there once, however many processes
search. Documents are numbered in the order of their keys, articles and statements each for themselves.
"""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from dateline.archive.search_postings import TABLES, Keys, Postings, keys_of
from dateline.archive.storage import TABLES_OF_SEARCH
from dateline.errors import ArchiveError

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

UNITS = {"articles": "statement_number < 0", "statements": "statement_number >= 0"}
ROWS = """
SELECT term, article_number, statement_number, count, words FROM (FROM search_terms UNION ALL FROM search_recent_terms)
WHERE {unit} ORDER BY term, article_number, statement_number
"""
TEXTS = "SELECT article_number, statement_number, folded FROM search_texts WHERE {unit} ORDER BY ALL"
TEXTS_AT_ONCE = 10_000
FIELDS = ("terms", "starts", "documents", "counts", "keys", "words", "ends")


@dataclass(frozen=True)
class UnitArrays:
    """One of the units: of each term in order the documents from its place in `starts` up to the next one's, with how often it
    stands in them; of each document its key, its number of words, and where in `texts` its folded words end.
    """

    terms: Keys
    starts: Keys
    documents: Keys
    counts: Keys
    keys: Keys
    words: Keys
    ends: Keys
    texts: mmap.mmap | bytes

    def postings(self, term: int) -> Postings:
        """The documents of a term."""
        at = int(np.searchsorted(self.terms, term))
        found = at < len(self.terms) and self.terms[at] == term
        start, end = (int(self.starts[at]), int(self.starts[at + 1])) if found else (0, 0)
        documents = self.documents[start:end]
        return Postings(self.keys[documents], self.counts[start:end], self.words[documents])

    def having(self, keys: Keys, have: Sequence[str], lack: Sequence[str]) -> Keys:
        """Those of these documents in which all of the one stand as they are, and none of the other."""
        wanted, unwanted = ([words.encode() for words in some] for some in (have, lack))
        places = np.searchsorted(self.keys, keys)
        starts, ends = np.where(places > 0, self.ends[places - 1], 0).tolist(), self.ends[places].tolist()
        texts = (self.texts[start:end] for start, end in zip(starts, ends, strict=True))
        return keys[[all(w in text for w in wanted) and not any(w in text for w in unwanted) for text in texts]]


class SearchArrays:
    """The arrays of one folder."""

    def __init__(self, folder: Path) -> None:
        self._units = {name: _opened(folder, name) for name in UNITS}

    def postings(self, term: int, *, of_articles: bool) -> Postings:
        """As `TableIndex.postings`."""
        return self._unit(of_articles).postings(term)

    def having(self, keys: Keys, have: Sequence[str], lack: Sequence[str], *, of_articles: bool) -> Keys:
        """As `TableIndex.having`."""
        return self._unit(of_articles).having(keys, have, lack)

    def _unit(self, of_articles: bool) -> UnitArrays:
        return self._units["articles" if of_articles else "statements"]


def move_to_arrays(archive: Archive, folder: Path) -> None:
    """Write what is indexed into files of this folder, and drop the tables from which it came: the archive must be a copy."""
    for name, unit in UNITS.items():
        keys, ends = _write_texts(archive, unit, _path(folder, name, "texts"))
        arrays = {"keys": keys, "ends": ends} | _of_terms(archive, unit, keys)
        for field, values in arrays.items():
            np.save(_path(folder, name, field), values)
    for table in (*TABLES, "search_texts"):
        archive.execute(f"DROP TABLE {table}")


def _path(folder: Path, unit: str, field: str) -> Path:
    return folder / f"search-{unit}-{field}.{'txt' if field == 'texts' else 'npy'}"


def _opened(folder: Path, unit: str) -> UnitArrays:
    # The class of mapped arrays takes longer to cut a stretch out of one than to add up what is in it.
    arrays = {field: np.asarray(np.load(_path(folder, unit, field), mmap_mode="r")).view(np.ndarray) for field in FIELDS}
    with open(_path(folder, unit, "texts"), "rb") as file:
        # Nothing can be mapped of an empty file.
        texts = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if file.seek(0, 2) else b""
    return UnitArrays(**arrays, texts=texts)


def _write_texts(archive: Archive, unit: str, path: Path) -> tuple[Keys, Keys]:
    """The folded words of all documents one after the other; gives their keys, and where each ends."""
    keys, lengths = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    with open(path, "wb") as file:
        for batch in archive.relation(TEXTS.format(unit=unit)).to_arrow_reader(TEXTS_AT_ONCE):
            columns = dict(zip(batch.schema.names, batch.columns, strict=True))
            texts = [text.encode() for text in columns["folded"].to_pylist()]
            file.writelines(texts)
            numbers = {name: columns[name].to_numpy() for name in ("article_number", "statement_number")}
            keys.append(keys_of(numbers))
            lengths.append(np.fromiter(map(len, texts), np.int64, len(texts)))
    return np.concatenate(keys), np.cumsum(np.concatenate(lengths))


def _of_terms(archive: Archive, unit: str, keys: Keys) -> dict[str, Keys]:
    rows = archive.columns(ROWS.format(unit=unit))
    terms, starts = np.unique(rows["term"], return_index=True)
    documents = _places(archive, keys_of(rows), keys)
    words = np.zeros(len(keys), np.int32)
    words[documents] = rows["words"]
    return {
        "terms": terms, "starts": np.append(starts, len(documents)), "documents": documents,
        "counts": rows["count"].astype(np.int32), "words": words,
    }  # fmt: skip


def _places(archive: Archive, wanted: Keys, keys: Keys) -> Keys:
    """Where these documents stand among all, whose words are known."""
    places = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0)).astype(np.int32)
    lost = np.unique(wanted[keys[places] != wanted]) if len(keys) else np.unique(wanted)
    if len(lost):
        raise ArchiveError(
            f"{archive.path}: the index of search lacks the words of {len(lost):,} documents "
            f"(empty its tables {', '.join(TABLES_OF_SEARCH)}; the next `dateline add` fills them)"
        )
    return places
