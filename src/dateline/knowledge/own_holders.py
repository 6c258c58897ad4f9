"""A user's rows of people laid over the terms of office of the tables."""

from __future__ import annotations

from dataclasses import replace

from dateline.knowledge.holders import Holder, Holders, known_holders
from dateline.knowledge.names import fold
from dateline.knowledge.own_actors import OwnActor, OwnActors
from dateline.knowledge.partial_dates import PartialDate
from dateline.knowledge.surnames import surnames_first


def holders_with(own: OwnActors) -> Holders:
    """The tables' terms with the user's: a row about a term that the tables have replaces it, any other is added."""
    base = known_holders()
    terms: list[Holder] = []
    replaced: dict[int, Holder] = {}
    for row in (row for row in own.rows if row.kind == "person"):
        meant = _terms_meant(base, row)
        source = f"line {row.line} of {own.path.name}"
        replaced.update({at: _amended(replaced.get(at, term), row, source) for at, term in meant.items()})
        if not meant:
            terms.append(_new_term(base, row, source))
    return base.with_rows([*terms, *replaced.values()], replaced)


def _terms_meant(base: Holders, row: OwnActor) -> dict[int, Holder]:
    """The terms of that person in that office, or in all offices where the row names none, that share a day with the row's."""
    terms = _terms(base, row)
    if row.office is not None:
        terms = {at: term for at, term in terms.items() if fold(term.office) == fold(row.office)}
    return {at: term for at, term in terms.items() if _share_a_day(term, row)}


def _terms(base: Holders, row: OwnActor) -> dict[int, Holder]:
    """All terms of the person of that name; where several states have one, only those of the row's state."""
    terms = {at: base.at(at) for at in base.positions(row.name)}
    state = row.country or row.home
    of_state = {at: term for at, term in terms.items() if term.country == state}
    return terms if not state or len({t.country for t in terms.values()}) == 1 else of_state


def _share_a_day(term: Holder, row: OwnActor) -> bool:
    starts_late = row.since is not None and term.until is not None and term.until.latest < row.since.earliest
    ends_early = row.until is not None and term.since is not None and row.until.latest < term.since.earliest
    return not starts_late and not ends_early


def _amended(term: Holder, row: OwnActor, source: str) -> Holder:
    """The term with what the row fills in."""
    aliases = dict.fromkeys([*term.aliases, *row.aliases, *([term.name] if term.name != row.name else [])])
    return replace(
        term,
        name=row.name,
        aliases=tuple(alias for alias in aliases if alias != row.name),
        country=_filled(row.country or row.home, term.country),
        sector=_filled(row.sector, term.sector),
        since=row.since or term.since,
        until=None if row.open_end else row.until or term.until,
        as_of=None if row.open_end or row.until else term.as_of,
        gender=row.gender or term.gender,
        surname=row.surname or (term.surname if term.name == row.name else _surname(row)),
        surname_only=False,
        wikidata=row.wikidata or term.wikidata,
        source=source,
    )


def _new_term(base: Holders, row: OwnActor, source: str) -> Holder:
    """A term that the tables do not have; of a person whom they know, the other cells are those of the last term."""
    known = max(_terms(base, row).values(), key=_start, default=None)
    return Holder(
        name=row.name,
        aliases=tuple(dict.fromkeys((*row.aliases, *(known.aliases if known else ())))),
        country=_filled(row.country or row.home, known.country if known else ""),
        office=row.office or "",
        sector=_filled(row.sector, known.sector if known and not row.office else ""),
        since=row.since,
        until=row.until,
        as_of=None,
        gender=row.gender or (known.gender if known else None),
        surname=row.surname or (known.surname if known else _surname(row)),
        surname_only=False,
        wikidata=row.wikidata or (known.wikidata if known else None),
        source=source,
    )


def _filled(cell: str | None, else_: str) -> str:
    return else_ if cell is None else cell


def _start(term: Holder) -> PartialDate:
    return term.since or PartialDate.parse("0001")


def _surname(row: OwnActor) -> str:
    """The last word, or the first where a Chinese, Korean or Vietnamese surname opens the name ("Kim Jong-un")."""
    words = row.name.split()
    eastern = len(words) in (2, 3) and words[0].casefold() in surnames_first() and ("-" in words[1] or len(words) == 3)
    return words[0] if eastern else words[-1]
