"""The corrections of one archive as rows: `archive.corrections`."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from dateline.archive.clock import utc_now
from dateline.archive.corrections.actor_records import actor_subjects, meant_in, with_corrected_actors
from dateline.archive.corrections.applying import Corrected, corrected
from dateline.archive.corrections.correction import ACTOR, Correction
from dateline.archive.corrections.former_records import FormerRecords
from dateline.contract import from_json, to_json
from dateline.errors import ArchiveError
from dateline.records import Reading

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

ENCODED = ("as_read", "actors", "before", "after")
"""Columns that hold JSON."""
# A decision about a link may be taken back by the command of its own kind, such as `dateline incidents undo`.
SELECTED = """
SELECT c.* REPLACE (coalesce(c.undone_by, d.undone_by) AS undone_by, coalesce(c.undone_at, d.undone_at) AS undone_at)
FROM corrections AS c LEFT JOIN (
    SELECT DISTINCT 'actor link' AS kind, number, undone_by, undone_at FROM actor_decisions
    UNION SELECT 'incident link', number, undone_by, undone_at FROM incident_decisions
    UNION SELECT 'proposal link', number, undone_by, undone_at FROM proposal_decisions
) AS d ON d.kind = c.kind AND d.number = c.decision
"""


class Corrections:
    """Which corrections there are, where they stand now, and what the machine had read. Writing belongs into a transaction."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.former = FormerRecords(archive)
        """Records of earlier readings."""

    def listing(self) -> tuple[Correction, ...]:
        """All of them in the order in which they were made, also those taken back."""
        return self._selected(f"{SELECTED} ORDER BY c.number", [])

    def of_articles(self, articles: Collection[str]) -> tuple[Correction, ...]:
        """Those about records of these articles, in the order in which they were made."""
        query = "SELECT * FROM corrections WHERE article IN (SELECT unnest(?)) ORDER BY number"
        return self._selected(query, [list(articles)])

    def of_actors(self) -> tuple[Correction, ...]:
        """Those about actors themselves that stand, in the order in which they were made."""
        query = "SELECT * FROM corrections WHERE kind = ? AND undone_at IS NULL ORDER BY number"
        return self._selected(query, [ACTOR])

    def in_force(self) -> tuple[Correction, ...]:
        """Those that stand and fit a record of the present readings; of links those that were not taken back."""
        query = f"{SELECTED} WHERE coalesce(c.undone_at, d.undone_at) IS NULL AND c.lost IS NULL ORDER BY c.number"
        return self._selected(query, [])

    def numbered(self, number: int) -> Correction:
        """The correction with this number; raises ArchiveError where there is none."""
        found = self._selected(f"{SELECTED} WHERE c.number = ?", [number])
        if not found:
            raise ArchiveError(f"no correction has the number {number} (`dateline review ARCHIVE --corrections` lists them)")
        return found[0]

    def known(self, prefix: str) -> bool:
        """Whether an id that begins so was corrected, or stood in an earlier reading."""
        query = (
            "SELECT 1 FROM corrections WHERE starts_with(record, $1) UNION SELECT 1 FROM former_records WHERE starts_with(id, $1)"
        )
        return bool(self._archive.select(query, [prefix]))

    def next_number(self) -> int:
        """The number of the next correction."""
        number: int = self._archive.select("SELECT coalesce(max(number), 0) + 1 AS next FROM corrections")[0]["next"]
        return number

    def enter(self, made: Correction) -> None:
        """Add a correction; where it stands is found when the reading of its article is stored again."""
        self._archive.insert({"corrections": [_row(made)]})

    def take_back(self, number: int, by: str) -> None:
        """Mark a correction as undone."""
        query = "UPDATE corrections SET undone_by = ?, undone_at = ?, record_now = NULL, lost = NULL WHERE number = ?"
        self._archive.execute(query, [by, utc_now(), number])

    def machine_reading(self, article: str) -> Reading:
        """What the machine read of an article, before any correction; raises ArchiveError where there is no such article."""
        rows = self._archive.select("SELECT contract FROM machine_readings WHERE article = ?", [article])
        return from_json(rows[0]["contract"]) if rows else self._archive.reading(article)

    def enforce(self, readings: Iterable[Reading]) -> tuple[Reading, ...]:
        """New readings as the corrections of their articles have them; notes what the machine read, and what fits no more."""
        by_article = {reading.article.id: reading for reading in readings}
        found: dict[str, list[Correction]] = {}
        for one in self.of_articles(by_article):
            found.setdefault(one.article or "", []).append(one)
        actors = actor_subjects(self.of_actors())
        of_people = {article for article, made in found.items() if any(one.stands for one in made)}
        of_people |= {article for article, reading in by_article.items() if meant_in(reading, actors)}
        self._note_readings(by_article, of_people)
        outcomes = {article: corrected(by_article[article], made) for article, made in found.items()}
        self._note_places(found, outcomes)
        told = (outcomes[key].reading if key in outcomes else reading for key, reading in by_article.items())
        return tuple(with_corrected_actors(reading, actors) for reading in told)

    def _note_readings(self, readings: Mapping[str, Reading], of_people: Collection[str]) -> None:
        """Keep what the machine read of the articles that are told otherwise, and of no others."""
        if self._archive.select("SELECT 1 FROM machine_readings WHERE article IN (SELECT unnest(?)) LIMIT 1", [list(readings)]):
            self._archive.execute("DELETE FROM machine_readings WHERE article IN (SELECT unnest(?))", [list(readings)])
        rows = [{"article": article, "contract": to_json(readings[article])} for article in sorted(of_people)]
        self._archive.insert({"machine_readings": rows})

    def _note_places(self, found: Mapping[str, Sequence[Correction]], outcomes: Mapping[str, Corrected]) -> None:
        for article, made in found.items():
            outcome = outcomes[article]
            for one in made:
                if one.stands:
                    self._archive.execute(
                        "UPDATE corrections SET record_now = ?, lost = ? WHERE number = ?",
                        [outcome.where.get(one.subject), outcome.lost.get(one.subject), one.number],
                    )

    def _selected(self, query: str, parameters: Sequence[Any]) -> tuple[Correction, ...]:
        return tuple(_correction(row) for row in self._archive.select(query, parameters))


def _correction(row: Mapping[str, Any]) -> Correction:
    plain = dict(row) | {name: json.loads(row[name]) for name in ENCODED}
    return Correction(**plain | {"actors": tuple(plain["actors"])})


def _row(made: Correction) -> dict[str, Any]:
    plain = {field.name: getattr(made, field.name) for field in fields(made)}
    return plain | {name: json.dumps(plain[name], ensure_ascii=False) for name in ENCODED}
