"""Search finds what going through all texts finds, in the order of BM25; the index follows every change of the archive."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.archive import Archive, open_archive, search_index
from dateline.archive.migrations import MIGRATIONS
from dateline.archive.search import search_articles, search_statements
from dateline.archive.search_query import SearchFilters, SearchQuery, parse_query
from dateline.archive.search_terms import folded_words, term_of
from dateline.archive.storage import TABLES_OF_SEARCH
from dateline.ingest import add
from dateline.records import Actor, Article, Published, Reading, Span, Statement

WORDS = ("missile", "missiles", "test", "tested", "North", "Korea", "Korea's", "the", "U.S.", "us", "Café", "freeze,", "dual")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
QUERIES = st.lists(
    st.sampled_from((*WORDS, "-test", "-missile", '"North Korea"', '"dual freeze"', '-"the us"', '"tests"')),
    min_size=1,
    max_size=3,
).map(" ".join)


def article(key: str, text: str, day: date | None = date(2018, 1, 9), outlet: str = "Wire") -> Article:
    published = Published(day, day, "given") if day else None
    return Article(key, f"text-{key}", f"{key}.txt", outlet, f"Title {key}", None, None, "en", published, text)


def said(text: str, words: str, key: str, speaker: str = "kim", act: Any = "say") -> Statement:
    start = text.index(words)
    return Statement(key, "indirect", act, (), (), (Span(start, start + len(words)),), speaker)


def reading(key: str, text: str, **of_article: Any) -> Reading:
    """Each sentence is a statement."""
    parts = [part.strip() for part in text.split(".. ") if part.strip()]
    found = tuple(said(text, part, f"s-{key}-{number}") for number, part in enumerate(parts))
    return Reading(article(key, text, **of_article), (Actor("kim", "Kim", "person", "PRK"),), found)


def add_all(archive: Archive, *readings: Reading, version: str = "1") -> None:
    known = {one.article.id: one for one in readings}
    report = add([one.article for one in readings], archive, read=lambda some: (known[a.id] for a in some), version=version)
    assert report.failed == ()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "a.duckdb") as opened:
        yield opened


def brute(texts: dict[str, str], query: SearchQuery) -> dict[str, float]:
    """All texts gone through, scored as the formula stands in the book."""
    terms = {key: Counter(map(term_of, folded_words(text))) for key, text in texts.items()}
    mean = max(sum(map(Counter.total, terms.values())) / max(len(terms), 1), 1)
    wanted = set(map(term_of, query.required))
    number = {term: sum(term in found for found in terms.values()) for term in wanted}

    def score(found: Counter[int]) -> float:
        length = 1 - 0.75 + 0.75 * found.total() / mean
        idf = {term: math.log(1 + (len(terms) - number[term] + 0.5) / (number[term] + 0.5)) for term in wanted}
        return sum(idf[term] * found[term] * 2.2 / (found[term] + 1.2 * length) for term in wanted)

    return {key: score(terms[key]) for key, text in texts.items() if wanted and fits(folded_words(text), query)}


def fits(words: list[str], query: SearchQuery) -> bool:
    terms = set(map(term_of, words))
    return (
        {term_of(word) for word in query.required} <= terms
        and not {term_of(word) for word in query.without} & terms
        and all(stands(words, phrase) for phrase in query.phrases)
        and not any(stands(words, phrase) for phrase in query.without_phrases)
    )


def stands(words: list[str], phrase: tuple[str, ...]) -> bool:
    return any(tuple(words[start : start + len(phrase)]) == phrase for start in range(len(words)))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=6),
    typed=st.lists(QUERIES, min_size=2, max_size=4),
    indexed=st.integers(0, 6),
    ordered=st.integers(0, 6),
)
def test_the_index_finds_what_going_through_all_texts_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], typed: list[str], indexed: int, ordered: int
) -> None:
    """Some of the articles are in order, some are recent, some are not indexed at all."""
    with open_archive(tmp_path_factory.mktemp("search") / "a.duckdb") as archive:
        readings = [reading(str(number), f"{text}.. {text[:20]}") for number, text in enumerate(texts)]
        archive.add(*readings)
        search_index.bring_up_to_date(archive, [one.article.id for one in readings[:ordered]])
        search_index.put_in_order(archive, share=0)
        search_index.bring_up_to_date(archive, [one.article.id for one in readings[:indexed]])
        whole = {one.article.id: one.article.text for one in readings}
        contents = {row["id"]: row["content_words"] for row in archive.select("SELECT id, content_words FROM statements")}
        for one in typed:
            query = parse_query(one)
            found = search_articles(archive, one, limit=100)
            assert {hit.article: hit.score for hit in found.hits} == pytest.approx(brute(whole, query))
            assert found.total == len(found.hits)
            said_so = search_statements(archive, one, limit=100)
            assert {hit.statement: hit.score for hit in said_so.hits} == pytest.approx(brute(contents, query))
            assert [hit.score for hit in said_so.hits] == sorted((hit.score for hit in said_so.hits), reverse=True)


def test_hits_tell_where_the_words_stand(archive: Archive) -> None:
    text = "Seoul waits\n\nThe tests of missiles \N{GRINNING FACE} go on, said Kim."
    add_all(
        archive,
        Reading(article("a", text), (Actor("kim", "Kim", "person"),), (said(text, "missiles \N{GRINNING FACE} go on", "s"),)),
    )
    (hit,) = search_articles(archive, "testing missile").hits
    assert [text[one.start : one.end] for one in hit.snippet.marks] == ["tests", "missiles"]
    assert (hit.article, hit.title, hit.outlet, hit.published) == ("a", "Title a", "Wire", date(2018, 1, 9))
    (stated,) = search_statements(archive, "missile").hits
    assert (stated.statement, stated.article, stated.speaker, stated.speaker_name, stated.act) == ("s", "a", "kim", "Kim", "say")
    assert [stated.content[one.start : one.end] for one in stated.marks] == ["missiles"]


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", '"', '""', "'", "%", "_", "a%' OR 1=1 --", "'; DROP TABLE articles; --", "\u202emissile\u202c", "\x00", "\ud800missile",
        "-missile", "$1 ?", "x" * 1_000_000, "missile " * 200_000, 'outlet:"\x00\';--" missile', "speaker:% missile", "act:\\ missile",
        "since:9999 missile", "until:0001 missile", "(missile", "missile*", '-"', "speaker:\u202e missile", "outlet:\ud800 missile",
    ],
)  # fmt: skip
def test_hostile_queries_do_no_harm(archive: Archive, typed: str) -> None:
    add_all(archive, reading("a", "A missile flew.. A missile fell."))
    for search in (search_articles, search_statements):
        found = search(archive, typed)
        assert found.total >= len(found.hits)
    assert search_articles(archive, "missile").total == 1
    assert search_articles(archive, "").total == 0
    assert search_articles(archive, "-missile").total == 0


def test_marks_of_direction_do_not_hide_a_word(archive: Archive) -> None:
    add_all(archive, reading("a", "A \u202emissile\u202c flew; mis\u00adsiles"))
    (hit,) = search_articles(archive, "\u2066missile\u2069").hits
    assert len(hit.snippet.marks) == 2


def test_pages_follow_each_other_and_know_the_total(archive: Archive) -> None:
    add_all(archive, *(reading(str(number), "missile " * (number + 1)) for number in range(7)))
    pages = [search_articles(archive, "missile", limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [len(page.hits) for page in pages] == [3, 3, 1, 0]
    assert {page.total for page in pages} == {7}
    assert len({hit.article for page in pages for hit in page.hits}) == 7
    assert search_articles(archive, "missile", limit=0).total == 7
    assert search_articles(archive, "missile", limit=-1, offset=-1).hits == ()


def narrowed(archive: Archive, typed: str, **filters: Any) -> list[str]:
    return [hit.statement for hit in search_statements(archive, typed, SearchFilters(**filters)).hits]


def test_filters(archive: Archive) -> None:
    text = "Talks will go on. Talks are dead. Talks help."
    actors = (
        Actor("trump", "Donald J. Trump", "person"), Actor("kim", "Kim Jong-un", "person"),
        Actor("both", "both leaders", "other", members=("trump", "kim")),
    )  # fmt: skip
    statements = (
        said(text, "Talks will go on", "s1", "trump", "promise"),
        said(text, "Talks are dead", "s2", "kim", "deny"),
        said(text, "Talks help", "s3", "both"),
    )
    add_all(archive, Reading(article("a", text, outlet="BBC News"), actors, statements), reading("b", "Talks", day=None))
    assert narrowed(archive, "talks", speaker="kim") == narrowed(archive, "talks speaker:jong-un")
    assert set(narrowed(archive, "talks speaker:trump outlet:bbc")) == {"s1", "s3"}
    assert narrowed(archive, "talks", act="deny", outlet="BBC News") == ["s2"]
    assert narrowed(archive, "talks act:deny outlet:Reuters") == []
    assert narrowed(archive, "talks speaker:nobody") == []
    assert len(narrowed(archive, "talks", since=date(2018, 1, 9), until=date(2018, 1, 9))) == 3
    assert narrowed(archive, "talks since:2018-01-10") == narrowed(archive, "talks until:2018-01-08") == []
    assert [hit.article for hit in search_articles(archive, "talks act:deny speaker:kim").hits] == ["a"]
    assert search_articles(archive, "talks act:deny speaker:trump").total == 0
    assert [hit.article for hit in search_articles(archive, "outlet:bbc").hits] == ["a"]
    assert narrowed(archive, "", act="promise") == ["s1"]


def test_a_filter_by_one_id_finds_what_is_said_under_the_others(archive: Archive) -> None:
    one, other = (
        Reading(
            article(key, f"Talks {key}"),
            (Actor(key, f"Nebenz{key}", "person"),),
            (said(f"Talks {key}", "Talks", f"s-{key}", key),),
        )
        for key in ("ia", "ya")
    )
    add_all(archive, one, other)
    assert narrowed(archive, "talks", speaker="ya") == ["s-ya"]
    archive.actors.merge("Nebenzia", "Nebenzya", "one man")
    assert set(narrowed(archive, "talks", speaker="ya")) == {"s-ia", "s-ya"}
    assert {hit.identity for hit in search_statements(archive, "talks").hits} == {"ia"}


def dangling(archive: Archive) -> int:
    query = "SELECT count(*) AS n FROM {} WHERE article_number NOT IN (SELECT number FROM articles)"
    return sum(archive.select(query.format(table))[0]["n"] for table in TABLES_OF_SEARCH)


def sizes(archive: Archive) -> list[int]:
    return [archive.select(f"SELECT count(*) AS n FROM {table}")[0]["n"] for table in TABLES_OF_SEARCH]


def test_a_second_reading_replaces_the_first_in_the_index(archive: Archive) -> None:
    first = reading("a", "A missile flew.. Talks go on.")
    add_all(archive, first, reading("b", "A missile fell."))
    before = sizes(archive)
    add_all(archive, first, version="2")
    assert sizes(archive) == before
    add_all(archive, replace(first, statements=first.statements[:1]), version="3")
    assert search_statements(archive, "talks").total == 0
    assert search_articles(archive, "talks").total == 1
    assert dangling(archive) == 0


def test_rows_in_order_are_replaced_too(archive: Archive) -> None:
    add_all(archive, reading("a", "A missile flew."))
    search_index.put_in_order(archive, share=0)
    ordered, recent, *_ = sizes(archive)
    assert ordered > 0
    assert recent == 0
    add_all(archive, reading("a", "A missile flew."), version="2")
    assert sizes(archive)[:2] == [ordered, 0]  # the same reading by another version leaves the index as it is
    add_all(archive, replace(reading("a", "A missile flew."), statements=()), version="3")
    left, anew, *_ = sizes(archive)
    assert (left, anew > 0) == (0, True)
    assert search_articles(archive, "missile").total == 1


def _index_and_fail(archive: Archive) -> None:
    with archive.transaction():
        search_index.bring_up_to_date(archive, ["a"])
        raise ZeroDivisionError


def test_a_reading_that_fails_to_be_stored_leaves_no_index(archive: Archive) -> None:
    archive.add(reading("a", "A missile flew."))
    with pytest.raises(ZeroDivisionError):
        _index_and_fail(archive)
    assert sum(sizes(archive)) == 0
    assert search_articles(archive, "missile").total == 1


def test_an_older_archive_is_searched_at_once_and_indexed_with_the_next_article(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with open_archive(path) as archive:
        archive.add(reading("a", "A missile flew."))
    with duckdb.connect(str(path)) as connection:
        for table in TABLES_OF_SEARCH:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DELETE FROM schema_migrations WHERE name = 'm0007_search'")
    assert MIGRATIONS[-1].__name__ >= "m0007_search"
    with open_archive(path) as archive:
        assert [hit.article for hit in search_articles(archive, "missiles").hits] == ["a"]
        assert search_statements(archive, '"missile flew"').total == 1
        assert sum(sizes(archive)) == 0
        add_all(archive, reading("b", "Talks go on."))
        assert [row["article_number"] for row in archive.select("SELECT article_number FROM search_lengths ORDER BY 1")] == [1, 2]
        assert [hit.article for hit in search_articles(archive, "missiles").hits] == ["a"]


def test_what_another_method_indexed_is_read_anew(archive: Archive) -> None:
    add_all(archive, reading("a", "A missile flew."), reading("b", "A missile fell."))
    before = search_articles(archive, "missile -fell")
    with archive.transaction():
        archive.execute("UPDATE search_lengths SET method = 'older' WHERE article_number = 1")
        archive.execute("DELETE FROM search_terms")
        archive.execute("UPDATE search_recent_terms SET count = 9, words = 90 WHERE article_number = 1")
    assert search_articles(archive, "missile -fell") == before
    add_all(archive, reading("c", "Talks"))
    assert archive.select("SELECT count(*) AS n FROM search_lengths WHERE method = 'older'") == [{"n": 0}]
    assert dangling(archive) == 0


class Cursor:
    """A cursor of a copy that is only read, as a server has one for each of its threads."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._cursor = connection.cursor()

    def select(self, sql: str, parameters: Any = ()) -> list[dict[str, Any]]:
        found = self._cursor.execute(sql, list(parameters))
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

    def columns(self, sql: str, parameters: Any = ()) -> Any:
        return self._cursor.execute(sql, list(parameters)).fetchnumpy()


def test_several_threads_search_a_copy_that_is_only_read(tmp_path: Path) -> None:
    with open_archive(tmp_path / "a.duckdb") as archive:
        add_all(archive, *(reading(str(number), f"missile word{number}") for number in range(20)))
    found: list[int] = []
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as connection:

        def ask(number: int) -> None:
            cursor = Cursor(connection)
            found.extend(search_articles(cursor, f"missile word{number}").total for _ in range(5))

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [1] * 40
