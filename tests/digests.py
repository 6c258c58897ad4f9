"""Archives with a digest for tests: of the invented crisis, or of incidents written down one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from crisis import crisis
from dateline.analysis.digest import build_digest
from dateline.analysis.notebook import AnalysedArchive, open_archive
from dateline.corroboration import incidents, stories
from dateline.ingest import add
from dateline.records import Reading

MONDAY = date(2018, 1, 1)
PAIRS = """
SELECT p.*, d.standing, d.quad, d.goldstein, d.day, d.first_day, d.last_day, d.is_dated, d.outlets, d.reports, d.confidence,
    a.no AS one_no, b.no AS other_no
FROM told_pairs AS p JOIN digest_incidents AS d ON d.id = p.incident
JOIN digest_parties AS a ON a.party = p.one JOIN digest_parties AS b ON b.party = p.other
"""
PARTS = """
SELECT DISTINCT s.party, p.no AS party_no, d.id AS incident, d.standing, d.day
FROM digest_sides AS s JOIN digest_incidents AS d ON d.id = s.incident JOIN digest_parties AS p ON p.party = s.party
"""


@dataclass(frozen=True)
class Told:
    """An incident of two states as the digest has it; `days` is how many days its date leaves open, None for no date at all."""

    day: date
    goldstein: float = -2.0
    pair: tuple[str, str] = ("PRK", "USA")
    standing: str = "vouched"
    days: int | None = 1
    outlets: int = 1
    material: bool = False


def weeks_after(weeks: int) -> date:
    return MONDAY + timedelta(weeks=weeks)


@contextmanager
def digest_of(path: Path, told: Iterable[Told]) -> Iterator[AnalysedArchive]:
    """An archive whose digest holds these incidents, in order `i0`, `i1`, and so on; its other tables are empty."""
    with open_archive(path) as archive:
        build_digest(archive)
        told = list(told)
        _insert(archive, "digest_incidents", [_row(f"i{number}", incident) for number, incident in enumerate(told)])
        archive.execute("CREATE TEMP TABLE told_pairs (one VARCHAR, other VARCHAR, incident VARCHAR)")
        _insert(archive, "told_pairs", [_pair(f"i{number}", incident) for number, incident in enumerate(told)])
        _insert(
            archive, "digest_sides", [side for number, incident in enumerate(told) for side in _sides(f"i{number}", incident)]
        )
        parties = sorted({party for incident in told for party in incident.pair})
        _insert(archive, "digest_actors", [{"id": f"a_{p}", "name": p, "kind": "state", "country": p} for p in parties])
        _insert(
            archive,
            "digest_parties",
            [{"no": n, "party": p, "name": p, "kind": "state", "country": p} for n, p in enumerate(parties)],
        )
        for table in ("digest_pairs", "digest_couples"):  # digest_ties is a view of them
            archive.execute(f"INSERT INTO {table} BY NAME {PAIRS}")
        archive.execute(f"INSERT INTO digest_parts BY NAME {PARTS}")
        yield archive


def _insert(archive: AnalysedArchive, table: str, rows: list[dict[str, object]]) -> None:
    columns = list(rows[0])
    values = [[row[column] for row in rows] for column in columns]
    archive.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join('unnest(?)' for _ in columns)}", values)


def _row(key: str, told: Told) -> dict[str, object]:
    last = None if told.days is None else told.day + timedelta(days=told.days - 1)
    quad = f"{'material' if told.material else 'verbal'} {'cooperation' if told.goldstein > 0 else 'conflict'}"
    type = {"verbal cooperation": "REQUEST", "material cooperation": "AID", "verbal conflict": "ACCUSE"}.get(quad, "ASSAULT")
    return {
        "id": key, "type": type, "goldstein": told.goldstein, "quad": quad, "standing": told.standing,
        "first_day": last and told.day, "last_day": last, "reported": told.day,
        "day": told.day if told.days is None or told.days <= 31 else None, "is_dated": told.days is not None,
        "reports": told.outlets, "articles": told.outlets, "outlets": told.outlets, "confidence": 0.5,
    }  # fmt: skip


def _pair(key: str, told: Told) -> dict[str, object]:
    return {"one": told.pair[0], "other": told.pair[1], "incident": key}


def _sides(key: str, told: Told) -> Iterator[dict[str, object]]:
    for side, party in zip(("source", "target"), told.pair, strict=True):
        yield {
            "incident": key, "side": side, "number": 0, "party": party, "identity": f"a_{party}", "name": party, "is_state": True
        }  # fmt: skip


@contextmanager
def crisis_archive(path: Path) -> Iterator[AnalysedArchive]:
    """The invented crisis as an archive, with its copy, incidents and stories."""
    corpus = crisis()
    with open_archive(path) as archive:
        archive.add(*corpus.readings)
        archive.add_copies(corpus.relations)
        ids = [reading.article.id for reading in corpus.readings]
        stories.bring_up_to_date(archive, ids, corpus.readings)
        incidents.bring_up_to_date(archive, ids, corpus.readings)
        yield archive


def add_readings(path: Path, readings: Iterable[Reading]) -> None:
    """Put readings that were made by hand into an archive, by the path that read ones take."""
    made = {reading.article.id: reading for reading in readings}
    with open_archive(path) as archive:
        report = add(
            [reading.article for reading in made.values()], archive, version="test",
            read=lambda articles: (made[article.id] for article in articles),
        )  # fmt: skip
    if report.failed:
        raise ValueError(f"readings could not be added: {report.failed}")
