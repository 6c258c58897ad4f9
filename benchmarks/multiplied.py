"""A large archive made of a small one: every row of every table so many times, re-dated, under other ids.

Nothing is read or put together anew, so the numbers that relate articles, statements, events, actors, stories, incidents and
proposals to each other are those of the real archive. Actors that several articles know stay who they are, and grow with the
archive; whoever is in one article only is somebody else in each copy of it. Texts are the same in all copies.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa

from dateline.archive import open_archive, search_index

DAYS_APART = 41
"""Each copy is that much later than the one before."""
ID = r"(art|txt|s|ev|p|a|inc|say|story|naming)_[0-9a-f]{16}"
SAME = frozenset(("role_from", "role_until"))
"""Dates of the world, not of the news."""
COUNTED = {
    "articles": "number", "search_terms": "article_number", "search_recent_terms": "article_number",
    "search_texts": "article_number", "search_lengths": "article_number", "event_accounts": "number",
    "event_account_keys": "number", "utterances": "number", "utterance_keys": "number", "incident_reports": "number",
    "saying_reports": "number", "actor_decisions": "number", "proposal_decisions": "number", "incident_decisions": "number",
    "story_decisions": "number",
}  # fmt: skip
"""Columns of numbers that run through the whole table."""
COMMON = frozenset(("actor_identities", "actor_keys", "story_terms"))
"""Tables in which copies can say the same as the original."""
IN_JSON = (("readings", "contract"), ("event_accounts", "features"), ("utterances", "features"))
DAYS_OF_ACCOUNT = slice(6, 9)
"""Where the features of an event's account hold days, as ordinals."""
_ID, _DAY = re.compile(f'"{ID}"'), re.compile(r'("(?:start|end)": )"(\d{4}-\d\d-\d\d)"')


def multiplied(source: Path, target: Path, articles: int) -> int:
    """Write an archive of at least so many articles; gives how often the source is in it."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder) / "source.duckdb"
        shutil.copyfile(source, own)
        with open_archive(own) as archive:
            search_index.renew(archive)
        with open_archive(target):
            pass
        with duckdb.connect(str(target)) as connection:
            connection.execute(f"ATTACH '{own}' AS source (READ_ONLY)")
            (real,) = connection.execute("SELECT count(*) FROM source.articles").fetchall()[0]
            copies = -(-articles // real)
            known = _known_actors(connection)
            for table in _tables(connection):
                _multiply(connection, table, copies)
            for table, column in IN_JSON:
                _rewrite(connection, table, column, copies, known)
            connection.execute("DROP TABLE known_actors")
            connection.execute("DETACH source")
    # The index stands in the order of its terms, as after adding.
    with open_archive(target) as archive, archive.transaction():
        search_index.put_in_order(archive, share=0.0)
    return copies


def renamed(key: str, copy: int) -> str:
    """The id in this copy: as long as before, so that none begins as another one."""
    return f"{key[:-3]}{copy:03x}"


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    names = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = 'source'").fetchall()
    return sorted({name for (name,) in names} - {"schema_migrations"} - {table for table, _ in IN_JSON})


def _known_actors(connection: duckdb.DuckDBPyConnection) -> frozenset[str]:
    connection.execute("""CREATE TABLE known_actors AS
        SELECT id FROM source.actors GROUP BY id HAVING count(*) > 1 UNION SELECT identity FROM source.actor_identities""")
    connection.execute("SET VARIABLE known_actors = (SELECT list(id) FROM known_actors)")
    return frozenset(key for (key,) in connection.execute("FROM known_actors").fetchall())


def _multiply(connection: duckdb.DuckDBPyConnection, table: str, copies: int) -> None:
    columns = connection.execute(f"SELECT column_name, column_type FROM (DESCRIBE source.{table})").fetchall()
    chosen = ", ".join(_column(connection, table, *column) for column in columns)
    distinct = "DISTINCT" if table in COMMON else ""
    names = ", ".join(name for name, _ in columns)
    connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {distinct} {chosen} FROM source.{table} AS one, range({copies}) AS copy"
    )


def _column(connection: duckdb.DuckDBPyConnection, table: str, name: str, kind: str) -> str:
    if COUNTED.get(table) == name:
        return f"one.{name} + (SELECT max({name}) FROM source.{table}) * copy.range"
    if kind == "DATE" and name not in SAME:
        return f"one.{name} + CAST(copy.range * {DAYS_APART} AS INTEGER)"
    values = f"(SELECT {'unnest' if kind.endswith('[]') else ''}({name}) AS value FROM source.{table})"
    if not kind.startswith("VARCHAR") or not _first(connection, f"SELECT count(*) FROM {values} WHERE {_is_id('value')}"):
        return f"one.{name}"
    if kind.endswith("[]"):
        known = "list_contains(getvariable('known_actors'), x)"
        return f"list_transform(one.{name}, lambda x: {_renamed('x', known)})"
    return _renamed(f"one.{name}", f"one.{name} IN (FROM known_actors)")


def _first(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    return int(connection.execute(query).fetchall()[0][0])


def _is_id(value: str) -> str:
    return f"regexp_full_match({value}, '{ID}')"


def _renamed(value: str, known: str) -> str:
    other = f"left({value}, -3) || printf('%03x', copy.range)"
    return f"CASE WHEN {_is_id(value)} AND NOT coalesce({known}, false) THEN {other} ELSE {value} END"


def _rewrite(connection: duckdb.DuckDBPyConnection, table: str, column: str, copies: int, known: Collection[str]) -> None:
    """The tables with records in JSON, whose ids and dates are changed inside of it."""
    found = connection.execute(f"SELECT * FROM source.{table}").fetchall()
    names = [name for name, *_ in connection.execute(f"DESCRIBE source.{table}").fetchall()]
    last = max((row[names.index("number")] for row in found), default=0) if "number" in names else 0
    for copy in range(copies):
        rows = [tuple(_value(name, value, copy, known, last) for name, value in zip(names, row, strict=True)) for row in found]
        given = pa.table({name: [row[place] for row in rows] for place, name in enumerate(names)})  # noqa: F841 (DuckDB reads it)
        connection.execute(f"INSERT INTO {table} BY NAME FROM given")


def _value(name: str, value: object, copy: int, known: Collection[str], last: int) -> object:
    if isinstance(value, int):
        return value + copy * last
    text = str(value)
    if name not in ("contract", "features"):
        return renamed(text, copy)
    text = _ID.sub(lambda found: _quoted(found.group(), copy, known), text)
    if name == "contract":
        return _DAY.sub(lambda found: f'{found[1]}"{date.fromisoformat(found[2]) + timedelta(copy * DAYS_APART)}"', text)
    return json.dumps(list(_later(json.loads(text), copy)), ensure_ascii=False)


def _quoted(quoted: str, copy: int, known: Collection[str]) -> str:
    key = quoted[1:-1]
    return quoted if key in known else f'"{renamed(key, copy)}"'


def _later(features: list[object], copy: int) -> Iterator[object]:
    days = range(*DAYS_OF_ACCOUNT.indices(len(features)))
    is_account = str(features[1]).startswith("ev_")
    for place, value in enumerate(features):
        moves = is_account and place in days and isinstance(value, int)
        yield value + copy * DAYS_APART if moves and isinstance(value, int) else value
