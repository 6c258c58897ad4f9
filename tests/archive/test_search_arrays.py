"""Arrays find what the tables find from which they are made."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dateline.archive import Archive, open_archive, search_index
from dateline.archive.search import search_articles, search_statements
from dateline.archive.search_arrays import SearchArrays, move_to_arrays
from dateline.archive.search_postings import TableIndex, numbers_in
from dateline.archive.search_terms import term_of
from dateline.errors import ArchiveError
from dateline.records import Actor, Article, Published, Reading, Span, Statement

TEXTS = (
    "North Korea tested a missile. The missile flew north of Korea.",
    "Tests of missiles go on in North Korea’s north. A dual freeze was offered.",
    "The café in Łódź is closed. Nobody tests it.",
    "",
    "Dual use: a freeze, a missile, dual freeze.",
    "Korea north, north Korea, North Korea. A missile test.",
)
QUERIES = (
    "missile", "tested missiles", '"north korea"', '"dual freeze" -use', '-"north korea" missile', "cafe lodz", "nothing",
    '"korea north" -freeze', "missile since:2018-01-03", '"no such words"', "outlet:wire",
)  # fmt: skip


def reading(number: int, text: str) -> Reading:
    key, day = f"a{number}", date(2018, 1, number + 1)
    article = Article(key, f"t-{key}", key, "Wire", f"Title {key}", None, None, "en", Published(day, day, "given"), text)
    ends = [place + 1 for place, sign in enumerate(text) if sign == "."]
    spans = [Span(start, end) for start, end in zip((0, *ends), ends, strict=False)]
    said = tuple(Statement(f"{key}-s{n}", "indirect", "say", (), (), (span,), "kim") for n, span in enumerate(spans))
    return Reading(article, (Actor("kim", "Kim", "person", "PRK"),), said)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Two articles in order of term, two that wait for it, two that are not indexed."""
    with open_archive(tmp_path / "a.duckdb") as opened:
        opened.add(*(reading(number, text) for number, text in enumerate(TEXTS)))
        search_index.bring_up_to_date(opened, ["a0", "a1"])
        search_index.put_in_order(opened, share=0)
        search_index.bring_up_to_date(opened, ["a2", "a3", "a4"])
        yield opened


def copied(archive: Archive, folder: Path) -> Path:
    folder.mkdir()
    archive.execute("CHECKPOINT")
    return Path(shutil.copyfile(archive.path, folder / "copy.duckdb"))


def moved(archive: Archive, folder: Path) -> SearchArrays:
    with open_archive(copied(archive, folder)) as copy:
        move_to_arrays(copy, folder)
        assert copy.select("SELECT 1 FROM duckdb_tables() WHERE table_name IN ('search_terms', 'search_texts')") == []
    return SearchArrays(folder)


@pytest.mark.parametrize("search", [search_articles, search_statements])
def test_the_same_is_found_in_the_same_order(archive: Archive, tmp_path: Path, search: Any) -> None:
    arrays = moved(archive, tmp_path / "own")
    found = {typed: search(archive, typed) for typed in QUERIES}
    assert {typed: search(archive, typed, index=arrays) for typed in QUERIES} == found
    assert sum(hits.total > 0 for hits in found.values()) > 5


@pytest.mark.parametrize("of_articles", [True, False])
def test_a_term_has_the_same_documents(archive: Archive, tmp_path: Path, of_articles: bool) -> None:
    arrays, tables = moved(archive, tmp_path / "own"), TableIndex(archive)
    for word in ("missile", "north", "dual", "lodz", "nowhere"):
        found, wanted = (one.postings(term_of(word), of_articles=of_articles) for one in (arrays, tables))
        for field in ("keys", "counts", "words"):
            assert np.array_equal(getattr(found, field), getattr(wanted, field))
    assert set(numbers_in(tables.postings(term_of("dual"), of_articles=True).keys)) == {2, 5}


def test_an_archive_without_articles_has_arrays_too(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.duckdb") as empty:
        arrays = moved(empty, tmp_path / "own")
        assert search_articles(empty, '"north korea"', index=arrays).total == 0


def test_an_index_without_the_words_of_a_document_is_told(archive: Archive, tmp_path: Path) -> None:
    archive.execute("DELETE FROM search_texts WHERE article_number = 2")
    with pytest.raises(ArchiveError, match=r"index of search lacks the words of 1 "):
        moved(archive, tmp_path / "own")
