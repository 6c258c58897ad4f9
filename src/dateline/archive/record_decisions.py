"""Decisions that records of two articles, such as two events, are one thing or are not: users', and late ones of the program.

A new reading of an article may give a record another id; a decision then finds it again by its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateline.archive.clock import utc_now
from dateline.archive.decision import USER, PairDecision

if TYPE_CHECKING:
    from dateline.archive.archive import Archive

LONG = 4
"""Words from which on a wording is nobody else's in its article, also where a new reading cuts it a little longer or shorter."""


class RecordKey(NamedTuple):
    """A record of an article."""

    article: str
    id: str


@dataclass(frozen=True, slots=True)
class RecordDecision(PairDecision):
    """One row of a table of decisions; a decision about several pairs of records has several rows with one `number`.

    `a` and `b` are ids of records, each of its article, with its words; `score` is None where a user decided.
    """

    number: int
    kind: Literal["merge", "split"]
    a_article: str
    a: str
    a_words: str
    b_article: str
    b: str
    b_words: str
    score: float | None
    reason: str
    decided_by: str
    decided_at: datetime
    undone_by: str | None = None
    undone_at: datetime | None = None

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.a, self.b))


class RecordDecisions:
    """One table of them; `words` is a query for the columns article, id and words of the records of some articles.

    With `undone_bars` also a user's merge that was taken back keeps its records apart.
    """

    def __init__(self, archive: Archive, table: str, words: str, *, undone_bars: bool = False) -> None:
        self._archive, self._table, self._words, self._undone_bars = archive, table, words, undone_bars

    def listing(self) -> tuple[RecordDecision, ...]:
        """All of them in the order in which they were made, also those taken back."""
        rows = self._archive.select(f"SELECT * FROM {self._table} ORDER BY number, a, b")
        return tuple(RecordDecision(**row) for row in rows)

    def of_users(self) -> tuple[RecordDecision, ...]:
        """What users want, under the ids that the records have now."""
        query = f"SELECT * FROM {self._table} WHERE decided_by = $1 OR undone_by = $1 ORDER BY number, a, b"
        made = [RecordDecision(**row) for row in self._archive.select(query, [USER])]
        return self.of_today([one for one in made if one.is_users or (self._undone_bars and one.kind == "merge")])

    def of_today(self, decisions: Sequence[RecordDecision]) -> tuple[RecordDecision, ...]:
        """The decisions about the records as they are now: an id that is gone is found again by its words."""
        if not decisions:
            return ()
        words = self._words_of({article for one in decisions for article in (one.a_article, one.b_article)})
        return tuple(
            replace(one, a=_of_today(RecordKey(one.a_article, one.a), one.a_words, words),
                    b=_of_today(RecordKey(one.b_article, one.b), one.b_words, words))
            for one in decisions
        )  # fmt: skip

    def enter(
        self, kind: str, pairs: Sequence[tuple[RecordKey, RecordKey]], by: str, why: Sequence[tuple[str, float | None]]
    ) -> tuple[RecordDecision, ...]:
        """Enter decisions: a user's call under one number, the program's under one each."""
        number = self._archive.select(f"SELECT coalesce(max(number), 0) AS last FROM {self._table}")[0]["last"] + 1
        found = self._words_of({record.article for pair in pairs for record in pair})
        words = {key: said for of_article in found.values() for key, said in of_article.items()}
        made = tuple(
            RecordDecision(
                number if by == USER else number + place, "split" if kind == "split" else "merge",
                one.article, one.id, words.get(one.id, ""), other.article, other.id, words.get(other.id, ""),
                score, reason, by, utc_now(),
            )
            for place, ((one, other), (reason, score)) in enumerate(zip(pairs, why, strict=True))
        )  # fmt: skip
        self._archive.insert({self._table: [asdict(one) for one in made]})
        return made

    def take_back(self, number: int) -> None:
        """Mark a decision as undone by the user."""
        query = f"UPDATE {self._table} SET undone_by = ?, undone_at = ? WHERE undone_at IS NULL AND number = ?"
        self._archive.execute(query, [USER, utc_now(), number])

    def _words_of(self, articles: Collection[str]) -> dict[str, dict[str, str]]:
        """For each article the words of its records by id."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for row in self._archive.select(self._words, [list(articles)]):
            found[row["article"]][row["id"]] = row["words"]
        return found


def wanted(decisions: Iterable[RecordDecision]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs that users want together and apart, given what users decided; of two about one pair the newer holds."""
    together: set[frozenset[str]] = set()
    apart: set[frozenset[str]] = set()
    for decision in sorted(decisions, key=lambda d: (d.undone_at or d.decided_at, d.number)):
        splits = decision.kind == "split" or not decision.stands
        (apart if splits else together).add(decision.pair)
        (together if splits else apart).discard(decision.pair)
    return together, apart


def _of_today(record: RecordKey, words: str, known: Mapping[str, Mapping[str, str]]) -> str:
    """Its id, or that of the only record of the article with its words, or with a little more or less of many words."""
    records = known.get(record.article, {})
    if record.id in records:
        return record.id
    found = [key for key, said in records.items() if said == words] or [
        key for key, said in records.items() if _is_cut_of(said, words) or _is_cut_of(words, said)
    ]
    return found[0] if len(found) == 1 else record.id


def _is_cut_of(part: str, whole: str) -> bool:
    words = part.split()
    return len(words) >= LONG and f" {' '.join(words)} " in f" {' '.join(whole.split())} "
