"""The archive's tables as polars frames, narrowed to an actor, a time and a confidence. Needs polars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dateline.analysis.change_points import can_find_changes, changes_of
from dateline.analysis.tables import table_query
from dateline.analysis.tension import Tension
from dateline.archive import Archive
from dateline.errors import DatelineError
from dateline.knowledge.event_words import QUAD_CLASSES
from dateline.records import Actor

if TYPE_CHECKING:
    import polars

Day = date | str
"""A day, or its ISO text."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a frame is narrowed to; `about` is a name, an actor code or an ISO 3166-1 alpha-3 country. Bounds are included."""

    about: str | None = None
    since: Day | None = None
    until: Day | None = None
    minimum_confidence: float = 0.0

    @property
    def first(self) -> date | None:
        """The lower bound as a day; raises DatelineError where it is none."""
        return day_of(self.since)

    @property
    def last(self) -> date | None:
        """The upper bound as a day; raises DatelineError where it is none."""
        return day_of(self.until)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold ids of actors across articles (several ids joined by "; "), and its time.

    The time is the first column of each that has a value.
    """

    identities: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    confidence: str | None = "confidence"


ACTORS = """
SELECT x.name, x.country, x.code, x.aliases, list(DISTINCT coalesce(i.identity, x.id)) AS identities
FROM actors AS x LEFT JOIN actor_identities AS i ON i.actor = x.id
GROUP BY x.name, x.country, x.code, x.aliases"""
DATED = ("date_start", "date_end", "published"), ("date_end", "date_start", "published")
TABLES = {
    "articles": Columns((), ("published",), ("published_until",), None),
    "statements": Columns(("speaker_identity",), *DATED),
    "events": Columns(("source_identities", "target_identities"), *DATED),
    "positions": Columns(("actor_identity",), *DATED),
    "incidents": Columns(
        ("source_identities", "target_identities"), ("first_day", "last_day", "day"), ("last_day", "first_day", "day")
    ),
    "identities": Columns(("id",), ("first_published",), ("last_published",), None),
}


def frame(archive: Archive, table: str, narrowed: Narrowed) -> polars.DataFrame:
    """One of `TABLES` as a frame; that of `incidents` needs the digest. Raises DatelineError where polars is not installed."""
    _need_polars()
    import polars

    columns = TABLES[table]
    made = polars.DataFrame(archive.relation(table_query(table)).to_arrow_table())
    made = _in_time(made, columns, narrowed)
    if columns.confidence and narrowed.minimum_confidence:
        made = made.filter(polars.col(columns.confidence) >= narrowed.minimum_confidence)
    return made if narrowed.about is None else _about(archive, made, columns, narrowed.about)


def tension_frame(tension: Tension) -> polars.DataFrame:
    """The periods of an index; `change` is true of those with which a change point begins, null where ruptures is missing."""
    _need_polars()
    import polars

    starts = {change.start for change in changes_of(tension.periods)} if can_find_changes() else None
    return polars.DataFrame(
        {
            "start": [p.start for p in tension.periods],
            "end": [p.end for p in tension.periods],
            "balance": [p.balance for p in tension.periods],
            "cooperation": [p.cooperation for p in tension.periods],
            "conflict": [p.conflict for p in tension.periods],
            "mean": [p.mean for p in tension.periods],
            "incidents": [p.incidents for p in tension.periods],
            **{name.replace(" ", "_"): [p.quad[n] for p in tension.periods] for n, name in enumerate(QUAD_CLASSES)},
            "change": [None if starts is None else p.start in starts for p in tension.periods],
        },
        schema_overrides={"start": polars.Date, "end": polars.Date, "mean": polars.Float64, "change": polars.Boolean},
    )


def identities_about(archive: Archive, words: str) -> tuple[str, ...]:
    """Ids across articles of the actors that these words ask for; raises DatelineError where there are none."""
    about = archive.about(words)
    found = {identity for ids, actor in _actors(archive) if about.matches(actor) for identity in ids}
    if not found:
        raise DatelineError(f"{archive.path}: no actor is called {words!r} (`archive.actors()` lists them)")
    return tuple(sorted(found))


def day_of(day: Day | None) -> date | None:
    """A day given as such or as ISO text; raises DatelineError where it is neither."""
    if not isinstance(day, str):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise DatelineError(f"{day!r} is no day (write it as 2018-03-05)") from error


def _actors(archive: Archive) -> Iterator[tuple[list[str], Actor]]:
    """Actors that go by the same names, and their ids across articles."""
    for row in archive.select(ACTORS):
        aliases = tuple(row["aliases"] or ())
        yield row["identities"], Actor("", row["name"], "other", row["country"], row["code"], aliases)


def _in_time(made: polars.DataFrame, columns: Columns, narrowed: Narrowed) -> polars.DataFrame:
    """What may lie in the time; what has no date does not where a bound is given."""
    import polars

    if narrowed.first:
        made = made.filter(polars.coalesce(*columns.ends) >= narrowed.first)
    if narrowed.last:
        made = made.filter(polars.coalesce(*columns.starts) <= narrowed.last)
    return made


def _about(archive: Archive, made: polars.DataFrame, columns: Columns, words: str) -> polars.DataFrame:
    import polars

    asked_for = identities_about(archive, words)
    if not columns.identities:
        return made.filter(polars.col("id").is_in(_articles_with(archive, asked_for)))
    with_them = (
        polars.col(name).str.split("; ").list.eval(polars.element().is_in(asked_for)).list.any() for name in columns.identities
    )
    return made.filter(polars.any_horizontal(with_them))


def _articles_with(archive: Archive, identities: Sequence[str]) -> list[str]:
    query = """SELECT DISTINCT x.article FROM actors AS x LEFT JOIN actor_identities AS i ON i.actor = x.id
        WHERE coalesce(i.identity, x.id) IN (SELECT unnest(?))"""
    return [row["article"] for row in archive.select(query, [list(identities)])]


def _need_polars() -> None:
    try:
        import polars  # noqa: F401
    except ImportError as error:
        raise DatelineError("frames need polars, which is not installed (pip install 'dateline[room]')") from error
