"""Where actors stand: the matrix of actors by proposals, and one proposal over time with its evidence and turns."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.analysis.corpus import Corpus
from dateline.analysis.stances import Held, proposals_of
from dateline.analysis.turns import History, history
from dateline.archive.copy_relation import roots
from dateline.corroboration.proposals import is_telling
from dateline.errors import ArchiveError
from dateline.views.room.party import Party
from dateline.views.room.reader import Reader
from dateline.views.room.vouching import reading_of
from dateline.views.wording import STANCES

SHOWN_PROPOSALS, SHOWN_ACTORS = 24, 12
LEAST = 0.4
"""Estimated chance of being right from which on a position is shown."""
RANKED = """
SELECT p.id, p.label, p.names, p.articles, p.actors, p.positions, p.first_published, p.last_published FROM digest_proposals AS p
ORDER BY p.actors DESC, p.articles DESC, p.positions DESC, p.id LIMIT ?
"""
CELLS = """
SELECT proposal, party, any_value(name) AS name, any_value(is_state) AS is_state, stance, count(*) AS positions,
    max(day) AS latest, any_value(actor_kind) AS kind
FROM digest_positions WHERE proposal IN (SELECT unnest(?)) AND confidence >= ? AND actor_kind <> 'outlet' GROUP BY ALL
ORDER BY proposal, party, latest, stance
"""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal under its commonest name."""

    id: str
    label: str
    names: tuple[str, ...]
    articles: int
    actors: int
    positions: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one actor stands on one proposal: its stances in order of time; several where it moved or articles differ."""

    party: str
    stances: tuple[str, ...]
    positions: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A proposal and the cells of the actors shown, in the order of the matrix; None where an actor says nothing of it."""

    proposal: ProposalLine
    cells: tuple[Cell | None, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Proposals by actors; `total` proposals there are in all."""

    actors: tuple[Party, ...]
    rows: tuple[MatrixRow, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Stand:
    """One position with its evidence; `person` is who speaks for the actor, where that is somebody else."""

    actor: str
    person: str | None
    stance: str
    stance_words: str
    day: date | None
    called: str
    words: str
    article: str
    record: str
    outlet: str
    chain: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A change of stance: who, what kind of turn, the stand before and after, and whom it followed."""

    actor: str
    kind: str
    before: Stand
    after: Stand
    follows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """A proposal with all stands by actor (key and name) in order of time, turns and splits."""

    line: ProposalLine
    stands: tuple[tuple[str, str, tuple[Stand, ...]], ...]
    turns: tuple[TurnLine, ...]
    splits: tuple[tuple[Stand, Stand], ...]


def matrix(reader: Reader, about: str | None = None) -> Matrix:
    """The proposals on which most actors stand; with `about` (a party's key) those on which this one does."""
    telling, cells, total = reader.known.get("stances", lambda: _stances(reader))
    if about:
        telling = [line for line in telling if about in cells.get(line.id, {})]
    shown = [line for line in telling if cells.get(line.id)][:SHOWN_PROPOSALS]
    actors = _actors((cells[line.id] for line in shown), about)
    rows = tuple(_row(line, cells[line.id], actors) for line in shown)
    return Matrix(actors, rows, total)


def _stances(reader: Reader) -> tuple[list[ProposalLine], dict[str, Found], int]:
    """The proposals whose names tell something, their cells, and how many proposals there are."""
    ranked = [_line(row) for row in reader.select(RANKED, [400])]
    telling = [line for line in ranked if is_telling(line.label)]
    cells = _cells(reader.select(CELLS, [[line.id for line in telling], LEAST]))
    return telling, cells, reader.select("SELECT count(*) AS total FROM digest_proposals")[0]["total"]


def _line(row: Mapping[str, Any]) -> ProposalLine:
    names = tuple(dict.fromkeys((row["label"], *row["names"])))
    return ProposalLine(
        row["id"], row["label"], names, row["articles"], row["actors"], int(row["positions"] or 0),
        row["first_published"], row["last_published"],
    )  # fmt: skip


Found = dict[str, tuple[Party, Cell]]


def _cells(rows: Iterable[Mapping[str, Any]]) -> dict[str, Found]:
    grouped: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        grouped[row["proposal"], row["party"]].append(row)
    cells: defaultdict[str, Found] = defaultdict(dict)
    for (proposal, key), found in grouped.items():
        party = Party(key, found[0]["name"], found[0]["is_state"])
        cell = Cell(key, tuple(dict.fromkeys(row["stance"] for row in found)), sum(row["positions"] for row in found))
        cells[proposal][key] = party, cell
    return cells


def _actors(found: Iterable[Found], about: str | None) -> tuple[Party, ...]:
    counted: Counter[str] = Counter()
    parties: dict[str, Party] = {}
    for cells in found:
        for key, (party, _) in cells.items():
            counted[key] += 1
            parties[key] = party
    ranked = sorted(counted, key=lambda key: (key != about, -counted[key], not parties[key].is_state, key))
    return tuple(parties[key] for key in ranked[:SHOWN_ACTORS])


def _row(line: ProposalLine, cells: Found, actors: Sequence[Party]) -> MatrixRow:
    shown = tuple(cells[actor.key][1] if actor.key in cells else None for actor in actors)
    return MatrixRow(line, shown, len(cells) - sum(cell is not None for cell in shown))


def proposal_page(reader: Reader, key: str) -> ProposalPage:
    """The proposal with this id; raises ArchiveError where there is none."""
    row = reader.one("SELECT * FROM digest_proposals WHERE id = ?", [key])
    if row is None:
        raise ArchiveError(f"no proposal has the id {key!r}")
    found = reader.select("SELECT DISTINCT article FROM digest_positions WHERE proposal = ?", [key])
    readings = tuple(reading_of(reader, article["article"]) for article in found)
    namings = dict.fromkeys(row["namings"], key)
    copies = roots([relation for relation in reader.relations if relation.article in {r.article.id for r in readings}])
    known = [one for one in proposals_of(Corpus(readings, copies, proposals=namings), minimum_confidence=LEAST)]
    called = set(row["names"])
    histories = [history(one) for one in known if called.intersection(held.proposal for held in one.told)]
    return _page(_line(row), histories)


def _page(line: ProposalLine, histories: Sequence[History]) -> ProposalPage:
    stands = [(actor, told) for one in histories for actor, told in one.stands]
    turns = tuple(
        TurnLine(turn.actor.name, turn.kind, _stand(turn.before), _stand(turn.after), tuple(p.name for p in turn.follows))
        for one in histories
        for turn in one.turns
    )
    splits = tuple((_stand(split.one), _stand(split.other)) for one in histories for split in one.splits)
    return ProposalPage(line, tuple((actor.key, actor.name, tuple(map(_stand, told))) for actor, told in stands), turns, splits)


def _stand(held: Held) -> Stand:
    return Stand(
        actor=held.actor.name, person=held.person.name if held.person else None, stance=held.stance,
        stance_words=STANCES[held.stance], day=held.day, called=held.proposal, words=held.evidence.quote.text,
        article=held.evidence.article, record=held.position.id, outlet=held.evidence.outlet, chain=held.position.reported_by,
        confidence=held.position.confidence,
    )  # fmt: skip
