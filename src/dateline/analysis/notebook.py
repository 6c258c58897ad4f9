"""The archive for notebooks: the same object, which also hands out frames, indices and networks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dateline.analysis import frames
from dateline.analysis.digest import build_digest, has_digest
from dateline.analysis.frames import Day, Narrowed, day_of
from dateline.analysis.network import as_graph, network_of
from dateline.analysis.periods import Step
from dateline.analysis.tension import tension
from dateline.archive import ActorIdentities, Archive
from dateline.corroboration.renewing import open_renewed
from dateline.errors import DatelineError
from dateline.knowledge.states import state_by_iso3, state_by_name

if TYPE_CHECKING:
    import duckdb
    import networkx
    import polars

TEMPORARY = """
SELECT 'TABLE' AS kind, table_name AS name FROM duckdb_tables() WHERE temporary AND starts_with(table_name, 'digest_')
UNION ALL SELECT 'VIEW', view_name FROM duckdb_views() WHERE temporary AND starts_with(view_name, 'digest_')"""


def open_archive(path: str | Path, *, read_only: bool = False) -> AnalysedArchive:
    """The archive in this file, made where there is none; use it in a `with` statement.

    An archive of an older version is brought up to date, also where it is opened for reading. Raises ArchiveError where the file
    is no archive, is locked by another program, was written by a newer version, or by an older one where it cannot be written.
    Any number of programs may read one archive at once, or one may write it.
    """
    return open_renewed(AnalysedArchive, path, read_only=read_only)


class ActorTable(ActorIdentities):
    """`archive.actors`: which actors are one across articles; called, the frame of them."""

    def __init__(self, archive: AnalysedArchive) -> None:
        super().__init__(archive, archive.insert)
        self._analysed = archive

    def __call__(self, *, about: str | None = None, since: Day | None = None, until: Day | None = None) -> polars.DataFrame:
        """One row an actor across articles, those of most articles first; the time is that of the articles."""
        return frames.frame(self._analysed, "identities", Narrowed(about, since, until))


class AnalysedArchive(Archive):
    """An archive that also answers in polars frames (`.to_pandas()` makes them pandas') and networkx graphs.

    Frames are narrowed by keyword: `about` is a name, an actor code or an ISO code such as PRK, bounds are days or ISO text and
    are included, `minimum_confidence` lies between 0 and 1. What is asked of incidents is put together from the whole archive at
    first need, in memory, and again after something was added.
    """

    actors: ActorTable

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        super().__init__(path, connection)
        self.actors = ActorTable(self)
        self._is_current = False

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """As that of `Archive`; what was put together for the analysis is out of date afterwards."""
        self._is_current = False
        with super().transaction():
            yield

    def digested(self) -> Self:
        """The archive itself, with its digest made: what `tension`, `change_points`, `network_of` and others are asked with."""
        if not self._is_current:
            for row in self.select(TEMPORARY):
                self.execute(f"DROP {row['kind']} {row['name']}")
            if not has_digest(self):
                build_digest(self)
            self._is_current = True
        return self

    def articles(self, *, about: str | None = None, since: Day | None = None, until: Day | None = None) -> polars.DataFrame:
        """One row an article, by the date of publication."""
        return frames.frame(self, "articles", Narrowed(about, since, until))

    def statements(
        self, *, about: str | None = None, since: Day | None = None, until: Day | None = None, minimum_confidence: float = 0.0
    ) -> polars.DataFrame:
        """One row a statement of an article; `about` is the speaker."""
        return frames.frame(self, "statements", Narrowed(about, since, until, minimum_confidence))

    def events(
        self, *, about: str | None = None, since: Day | None = None, until: Day | None = None, minimum_confidence: float = 0.0
    ) -> polars.DataFrame:
        """One row an event as an article tells it; `about` is on either side."""
        return frames.frame(self, "events", Narrowed(about, since, until, minimum_confidence))

    def positions(
        self, *, about: str | None = None, since: Day | None = None, until: Day | None = None, minimum_confidence: float = 0.0
    ) -> polars.DataFrame:
        """One row a position of an actor on a proposal."""
        return frames.frame(self, "positions", Narrowed(about, since, until, minimum_confidence))

    def incidents(
        self, *, about: str | None = None, since: Day | None = None, until: Day | None = None, minimum_confidence: float = 0.0
    ) -> polars.DataFrame:
        """One row an incident, however many articles report it; `confidence` is that of the surest report."""
        return frames.frame(self.digested(), "incidents", Narrowed(about, since, until, minimum_confidence))

    def tension(
        self,
        one: str,
        other: str,
        by: Step = "week",
        *,
        since: Day | None = None,
        until: Day | None = None,
        claimed: bool = False,
    ) -> polars.DataFrame:
        """The conflict-cooperation index of two states, given by name or ISO code; see `dateline.analysis.tension`."""
        pair = _iso3(one), _iso3(other)
        return frames.tension_frame(
            tension(self.digested(), *pair, by, since=day_of(since), until=day_of(until), claimed=claimed)
        )

    def network(
        self, *, about: str | None = None, since: Day | None = None, until: Day | None = None, minimum: int = 2, limit: int = 60
    ) -> networkx.Graph[str]:
        """Who deals with whom in at least `minimum` incidents, the `limit` strongest edges; `about` one of each two."""
        parties = self._parties(about) if about else ()
        bounds = day_of(since), day_of(until)
        return as_graph(network_of(self.digested(), *bounds, parties=parties, minimum=minimum, limit=limit))

    def _parties(self, about: str) -> tuple[str, ...]:
        asked_for = list(frames.identities_about(self, about))
        query = "SELECT DISTINCT party FROM digest_people WHERE identity IN (SELECT unnest(?)) ORDER BY party"
        return tuple(row["party"] for row in self.digested().select(query, [asked_for]))


def _iso3(words: str) -> str:
    state = state_by_iso3(words.upper()) or state_by_name(words)
    if state is None:
        raise DatelineError(f"{words!r} is no state (give its name or its ISO 3166-1 alpha-3 code, such as PRK)")
    return state.iso3
