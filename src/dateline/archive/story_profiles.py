"""What is stored to compare articles with stories: profiles, keys by which candidates are found, and how common terms are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from dateline.archive.memory import Kept
from dateline.archive.stories import StoredProfile

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

KEPT = 1 << 18
"""Terms whose counts are kept in memory."""
LEAST_ROWS = 1 << 17
"""Rows beyond which it is worth while to sum up the counts of terms."""
SUMMED_UP = "story terms when summed up"
SUM_UP = (
    "CREATE TEMP TABLE story_terms_summed AS "
    "SELECT term, CAST(sum(articles) AS INTEGER) AS articles FROM story_terms GROUP BY term",
    "DELETE FROM story_terms",
    "INSERT INTO story_terms BY NAME FROM story_terms_summed",
    "DROP TABLE story_terms_summed",
)
NEAR = """
SELECT mine.article AS article, theirs.article AS other
FROM given AS mine JOIN story_keys AS theirs ON mine.key = theirs.key AND abs(mine.day - theirs.day) <= $1
WHERE theirs.day BETWEEN $2 AND $3 AND theirs.article <> mine.article
GROUP BY mine.article, theirs.article HAVING count(*) >= $4
QUALIFY row_number() OVER (PARTITION BY mine.article ORDER BY count(*) DESC, theirs.article) <= $5
"""


class StoryProfiles:
    """The profiles of one archive: `archive.story_profiles`."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def lacking(self, method: str) -> tuple[str, ...]:
        """The articles of which this method has made no profile, in order of time."""
        query = """SELECT id FROM articles WHERE id NOT IN (SELECT article FROM story_profiles WHERE method = ?)
            ORDER BY published_start NULLS LAST, number"""
        return tuple(row["id"] for row in self._archive.select(query, [method]))

    def known(self, articles: Collection[str]) -> frozenset[str]:
        """Those of these articles that have a profile, by whatever method."""
        query = "SELECT article FROM story_profiles WHERE article IN (SELECT unnest(?))"
        return frozenset(row["article"] for row in self._archive.select(query, [list(articles)])) if articles else frozenset()

    def add(self, profiles: Sequence[StoredProfile], keys: Mapping[str, Sequence[int]]) -> None:
        """Store profiles and the keys of their articles, in the place of earlier ones."""
        articles = [profile.article for profile in profiles]
        rows = [(one.article, one.day, key) for one in profiles if one.day for key in keys.get(one.article, ())]
        with self._archive.transaction():
            if self.known(self._archive.first_stored.traced(articles, "story profiles")):
                for table in ("story_profiles", "story_keys"):
                    self._archive.execute(f"DELETE FROM {table} WHERE article IN (SELECT unnest(?))", [articles])
            self._archive.insert({"story_profiles": [_row(one) for one in profiles]})
            of_article, days, found = zip(*rows, strict=True) if rows else ((), (), ())
            self._archive.insert_columns("story_keys", {"article": of_article, "day": days, "key": found})

    def get(self, articles: Collection[str]) -> dict[str, StoredProfile]:
        """The profiles of these articles."""
        # By rows, so that DuckDB does not go through the terms of all others.
        query = """SELECT * FROM story_profiles
            WHERE rowid IN (SELECT rowid FROM story_profiles WHERE article IN (SELECT unnest(?)))"""
        rows = self._archive.select(query, [list(articles)])
        return {row["article"]: _profile(row) for row in rows}

    def near(
        self, days_of: Mapping[str, date | None], keys: Mapping[str, Sequence[int]], days: int, *, shared: int, most: int
    ) -> dict[str, list[str]]:
        """For each article others that appeared at most so many days apart and share so many keys, those that share most.

        `days_of` are the days of the articles, `keys` their keys, which are stored.
        """
        asked = [(article, day, key) for article, day in days_of.items() if day for key in keys[article]]
        if not asked:
            return {}
        dated = [day.toordinal() for _, day, _ in asked]
        first, last = (date.fromordinal(max(bound, 1)) for bound in (min(dated) - days, max(dated) + days))
        columns = dict(zip(("article", "day", "key"), zip(*asked, strict=True), strict=True))
        found: dict[str, list[str]] = {}
        for row in self._archive.select(NEAR, [days, first, last, shared, most], given=pa.table(columns)):
            found.setdefault(row["article"], []).append(row["other"])
        return found

    def counts(self, terms: Collection[int]) -> dict[int, int]:
        """In how many articles of the archive each of these terms stands."""

        def fetch(missing: Collection[int]) -> dict[int, int]:
            query = """SELECT term, sum(articles) AS articles FROM story_terms
                WHERE term IN (SELECT term FROM given) GROUP BY term"""
            known = {row["term"]: int(row["articles"]) for row in self._archive.select(query, given=_table(missing))}
            return dict.fromkeys(missing, 0) | known

        return {term: number for term, number in self._counts.get(terms, fetch).items() if number}

    def count(self, added: Mapping[int, int], known: Mapping[int, int]) -> None:
        """Add to the counts of terms; `known` are the counts so far."""
        table = pa.table({"term": pa.array(added, pa.int64()), "articles": pa.array(added.values(), pa.int32())})
        with self._archive.transaction():
            self._archive.execute("INSERT INTO story_terms BY NAME FROM given", given=table)
            self._counts.put({term: known.get(term, 0) + number for term, number in added.items()})
            self._sum_up()

    def _sum_up(self) -> None:
        """Make one row of all of each term when there are twice as many rows as terms: cheaper than doing so for each batch."""
        rows = self._archive.select("SELECT count(*) AS n FROM story_terms")[0]["n"]
        if rows > LEAST_ROWS and rows > 2 * self._archive.memory.once(SUMMED_UP, self._terms):
            for statement in SUM_UP:
                self._archive.execute(statement)
            self._archive.memory.forget(SUMMED_UP)

    def _terms(self) -> int:
        number: int = self._archive.select("SELECT count(DISTINCT term) AS n FROM story_terms")[0]["n"]
        return number

    @property
    def _counts(self) -> Kept[int, int]:
        return self._archive.memory.of("story terms", KEPT)


def _profile(row: Mapping[str, Any]) -> StoredProfile:
    lists = {key: tuple(row[key] or ()) for key in ("names", "deeds")}
    return StoredProfile(**{**row, **lists})


def _row(one: StoredProfile) -> dict[str, Any]:
    return {name: getattr(one, name) for name in StoredProfile.__slots__}


def _table(terms: Collection[int]) -> pa.Table:
    return pa.table({"term": pa.array(list(terms), pa.int64())})
