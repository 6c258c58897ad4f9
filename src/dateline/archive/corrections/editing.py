"""What somebody writes in the place of a field, as the values that the record then has: `targets=Egypt`, `date=2025-03-10`."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from dateline.archive.corrections.correction import Record, RecordKind, anchor, kind_of
from dateline.contract import to_object
from dateline.errors import ArchiveError, KnowledgeError
from dateline.knowledge.ontology import all_contexts, cameo_code, goldstein, modes_of
from dateline.knowledge.states import state_by_iso3
from dateline.places.candidates import candidates
from dateline.records import Act, Actor, DateInterval, Event, EventType, Factuality, Place, Precision, Span, Stance, StatementKind

FIELDS: Mapping[RecordKind, tuple[str, ...]] = {
    "statement": ("speaker", "act", "kind", "addressees", "reported_by", "date", "content"),
    "event": ("type", "mode", "sources", "targets", "factuality", "date", "place", "contexts", "reported_by"),
    "position": ("actor", "stance", "proposal", "date", "reported_by"),
}
"""What can be edited."""
PINNED: Mapping[RecordKind, tuple[str, ...]] = {
    "statement": ("speaker", "act", "kind", "addressees", "reported_by", "date"),
    "event": ("type", "mode", "cameo", "goldstein", "sources", "targets", "factuality", "date", "place", "reported_by"),
    "position": ("actor", "stance", "proposal", "date", "reported_by"),
}
"""What a confirmation vouches for."""
NOTHING = ("", "none", "nobody", "-")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "act": get_args(Act), "kind": get_args(StatementKind), "type": get_args(EventType), "factuality": get_args(Factuality),
    "stance": get_args(Stance),
}  # fmt: skip
LONGEST_PROPOSAL = 12
"""Words; the contract has it so."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What an edit is checked against: the text of the article, and who is meant by a name."""

    text: str
    find: Callable[[str], Actor]


def edited(record: Record, assignments: Mapping[str, str], desk: Desk) -> tuple[dict[str, Any], tuple[Actor, ...]]:
    """The fields that change, as plain JSON, and the actors that they name.

    Raises ArchiveError where a field cannot be edited, a value is none of it, or nothing would change.
    """
    kind, found = kind_of(record), _Found(desk)
    unknown = [name for name in assignments if name not in FIELDS[kind]]
    if unknown:
        raise ArchiveError(f"{unknown[0]!r} of a record of this kind cannot be edited ({kind}: {', '.join(FIELDS[kind])})")
    values = {name: found.value(record, name, words.strip()) for name, words in assignments.items()}
    made = replace(record, **values)
    made = _coded(made, values) if isinstance(made, Event) else made
    _check(made)
    old, new = to_object(record), to_object(made)
    changed = {name: value for name, value in new.items() if old[name] != value}
    if not changed:
        raise ArchiveError("nothing would change: the record says so already (`confirm` says that it is right)")
    return changed, tuple(found.actors)


def pinned(record: Record) -> dict[str, Any]:
    """The fields that a confirmation vouches for, as plain JSON."""
    plain = to_object(record)
    return {name: plain[name] for name in PINNED[kind_of(record)]}


def assignments_of(words: Sequence[str]) -> dict[str, str]:
    """Fields with their values, from `type=SANCTION targets=Iran,Syria`; raises ArchiveError where one is no such pair."""
    pairs = [word.partition("=") for word in words]
    wrong = [word for word, (name, sign, _) in zip(words, pairs, strict=True) if not (name.strip() and sign)]
    if wrong or not pairs:
        given = repr(wrong[0]) if wrong else "nothing"
        raise ArchiveError(f"{given} is no edit (write FIELD=VALUE, for example factuality=claimed)")
    return {name.strip(): value for name, _, value in pairs}


class _Found:
    """Reads the values; `actors` are those that they name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.actors: list[Actor] = []

    def value(self, record: Record, name: str, words: str) -> Any:
        if name in CHOICES:
            return _choice(name, words)
        if name in ("speaker", "actor"):
            return None if name == "speaker" and words.casefold() in NOTHING else self._actor(words)
        if name in ("sources", "targets", "addressees"):
            return tuple(dict.fromkeys(self._actor(part) for part in _parts(words, ";" if ";" in words else ",")))
        if name in ("reported_by", "contexts"):
            return _parts(words, ">" if ">" in words else ",")
        if name == "date":
            return _interval(words)
        if name == "place":
            return _place(words)
        return self._content(record, words) if name == "content" else words

    def _actor(self, words: str) -> str:
        actor = self._desk.find(words)
        self.actors.append(actor)
        return actor.id

    def _content(self, record: Record, words: str) -> tuple[Span, ...]:
        """The place of these words that is nearest to where the content stands now."""
        text, places = self._desk.text, list[int]()
        at = text.find(words) if words else -1
        while at >= 0:
            places.append(at)
            at = text.find(words, at + 1)
        if not places:
            raise ArchiveError(f"the article does not have the words {words!r} (give them exactly as it writes them)")
        now = anchor(record)[0].start
        start = min(places, key=lambda place: abs(place - now))
        return (Span(start, start + len(words)),)


def _choice(name: str, words: str) -> str:
    found = next((one for one in CHOICES[name] if one.casefold() == words.casefold()), None)
    if found is None:
        raise ArchiveError(f"{words!r} is no {name} (choose from {', '.join(CHOICES[name])})")
    return found


def _parts(words: str, sign: str) -> tuple[str, ...]:
    if words.casefold() in NOTHING:
        return ()
    return tuple(part.strip() for part in words.split(sign) if part.strip())


def _interval(words: str) -> DateInterval | None:
    """`2017`, `2017-12`, `2017-12-27`, or two of these with `..` between, of which one may be missing."""
    if words.casefold() in NOTHING:
        return None
    first, sign, last = (part.strip() for part in words.partition(".."))
    start = _days(first)[0] if first else None
    end = _days(last if sign else first)[1] if (last or not sign) else None
    if (start is None and end is None) or (start and end and end < start):
        raise ArchiveError(f"{words!r} is no date (write 2017-12-27, 2017-12, 2017 or 2017-12-01..2017-12-05)")
    return DateInterval(start, end, _precision(start, end), "text")


def _days(words: str) -> tuple[date, date]:
    try:
        year, *rest = (int(part) for part in words.split("-"))
        if len(rest) == 2:
            return date(year, *rest), date(year, *rest)
        month = rest[0] if rest else None
        first, last = date(year, month or 1, 1), date(year, month or 12, 1)
        return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])
    except (ValueError, TypeError) as error:
        raise ArchiveError(f"{words!r} is no date (write 2017-12-27, 2017-12, 2017 or 2017-12-01..2017-12-05)") from error


def _precision(start: date | None, end: date | None) -> Precision:
    if start is None or end is None:
        return "other"
    if start == end:
        return "day"
    whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1] and start.year == end.year
    if whole and start.month == end.month:
        return "month"
    return "year" if whole and (start.month, end.month) == (1, 12) else "other"


def _place(words: str) -> Place | None:
    """A place by its name, or by name and ISO code: `Aswan, EGY`; where the gazetteer has it, with its coordinates."""
    if words.casefold() in NOTHING:
        return None
    name, sign, code = (part.strip() for part in words.rpartition(","))
    state = state_by_iso3(code.upper()) if sign else None
    if sign and state is None:
        raise ArchiveError(f"{code!r} is no ISO 3166-1 alpha-3 code (write a place as NAME or NAME, CODE: Aswan, EGY)")
    wanted = name if state else words
    found = [one.place for one in candidates(wanted) if state is None or one.place.country == state.iso3]
    countries = sorted({place.country or "no state" for place in found})
    if len(countries) > 1:
        raise ArchiveError(
            f"places called {wanted!r} are in {', '.join(countries)} (write the code too: {wanted}, {countries[0]})"
        )
    if found:
        return found[0]
    return Place(wanted, state.iso3 if state else None, None, None)


def _coded(event: Event, values: Mapping[str, Any]) -> Event:
    """The event with a mode that its type has, and the CAMEO code and the weight that follow."""
    if not values.keys() & {"type", "mode", "contexts"}:
        return event
    known = [one.mode for one in modes_of(event.type)]
    mode = None if (event.mode or "").casefold() in NOTHING or ("mode" not in values and event.mode not in known) else event.mode
    if mode is not None and mode not in known:
        raise ArchiveError(f"{mode!r} is no mode of {event.type} (choose from {', '.join(known) or 'none'})")
    wrong = sorted(set(event.contexts) - {row.context for row in all_contexts()})
    if wrong:
        raise ArchiveError(f"{wrong[0]!r} is no context (choose from {', '.join(row.context for row in all_contexts())})")
    try:
        code = cameo_code(event.type, mode, event.contexts)
    except KnowledgeError as error:
        raise ArchiveError(str(error)) from error
    return replace(event, mode=mode, cameo=code, goldstein=goldstein(code))


def _check(record: Record) -> None:
    if isinstance(record, Event) and set(record.sources) & set(record.targets):
        raise ArchiveError("one actor would be on both sides (give sources and targets anew)")
    proposal = getattr(record, "proposal", None)
    if proposal is not None and not 0 < len(proposal.split()) <= LONGEST_PROPOSAL:
        raise ArchiveError(f"a proposal is named in at most {LONGEST_PROPOSAL} words")
