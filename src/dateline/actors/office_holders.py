"""What the knowledge base says of a person on the article's date: country, office, gender."""

from __future__ import annotations

from collections.abc import Collection, Set
from datetime import date, timedelta

from dateline.actors.known_actors import KnownActors
from dateline.actors.scene import Draft
from dateline.knowledge.holders import TABLE, Holder
from dateline.knowledge.national_words import is_english_name
from dateline.knowledge.partial_dates import PartialDate
from dateline.knowledge.surnames import surnames_first

HEADS = frozenset({"president", "prime minister", "supreme leader", "chancellor", "king", "premier", "emir"})
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO", "PTY", "OPP", ""})
"""Sectors of offices, which make those who left them ELI; a student or a broadcaster stays one."""
_CROWNS = frozenset({"king", "queen", "prince", "princess", "emir", "sultan", "emperor", "crown"})
"""Who is called so is no minister of that name."""
_HISTORIC = date(1990, 1, 1)
_FOREVER = date(9999, 12, 31)
RECENT = timedelta(days=365 * 20)
"""A former holder is recognised for so long after leaving office."""
LIFETIME = timedelta(days=365 * 60)
"""One of whom a full name is known to be a former head of state or government, for so long after leaving office."""


def holder_of_full_name(known: KnownActors, name: str, day: date | None) -> Holder | None:
    """The term of that person on that day; else the last one before it."""
    rows = [h for h in _named(known, name) if " " in name or "-" in name]
    if day is None:
        return rows[0] if len({(h.name, h.country) for h in rows}) == 1 else None
    return _best(rows, day) or max((h for h in rows if _led_once(h, day) or _is_historic(h)), key=_began, default=None)


def _began(holder: Holder) -> date:
    return holder.since.earliest if holder.since else date.min


def _led_once(holder: Holder, day: date) -> bool:
    """A head of state or government of the last generations, by the full name."""
    return holder.office in HEADS and holder.until is not None and holder.until.latest <= day < holder.until.latest + LIFETIME


def _is_historic(holder: Holder) -> bool:
    """Of the few whom the table knows though they left office long ago: Thomas Jefferson."""
    return holder.until is not None and holder.until.latest < _HISTORIC


def holder_of_surname(
    known: KnownActors, surname: str, day: date | None, countries: Collection[str | None], titles: Set[str]
) -> Holder | None:
    """The only one in office of that surname; of several, the one whose office the article names, or the head of state.

    `titles` are the words that stand before the surname anywhere in the article.
    """
    if day is None:
        return None
    plain = _without_article(surname)
    found = dict.fromkeys([*_named(known, surname), *_named(known, f"al-{plain}"), *_named(known, plain)])
    rows = [h for h in found if _is_called(h, plain) and not h.surname_only]
    rows = [h for h in rows if not titles & _CROWNS or set(h.office.split()) & _CROWNS]
    if is_english_name(surname) is not False and plain.casefold() not in surnames_first():
        rows = [h for h in rows if h.country in countries]  # "James" alone is hardly a minister of a state not spoken of
    for fitting in (_in_office(rows, day), _recent(rows, day), _historic(rows, plain)):
        choices = (
            fitting,
            [h for h in fitting if set(h.office.split()) <= set(titles)],
            [h for h in fitting if h.office in HEADS and h.country in countries],
            [h for h in fitting if h.office in HEADS],
            [h for h in fitting if h.country in countries],
        )
        for some in choices:
            if some and len({h.name for h in some}) == 1:
                return _best(some, day) or max(some, key=_began)
        if fitting:
            return None  # of several in office nobody can tell which
    return None


def _historic(rows: list[Holder], name: str) -> list[Holder]:
    """Those of long ago whom the table calls by this one word; not every Johnson is Lyndon Johnson."""
    return [h for h in rows if _is_historic(h) and name in map(str.casefold, h.aliases)]


def _is_called(holder: Holder, surname: str) -> bool:
    """By the surname, or by a single word that the table gives as another name: "Qaddafi", "Lula"."""
    return _without_article(holder.surname) == surname or any(_without_article(alias) == surname for alias in holder.aliases)


def _without_article(surname: str) -> str:
    """ "Assad" for "al-Assad"."""
    return surname.casefold().removeprefix("al-").removeprefix("el-")


def leader_of_surname(known: KnownActors, surname: str, day: date | None) -> Holder | None:
    """A head of state or government of that surname on that day."""
    return next((h for h in _named(known, surname) if day is not None and h.office in HEADS and h.holds(day)), None)


def leaders_office(known: KnownActors, surname: str, day: date | None) -> str | None:
    """The last word of the office of a head of state or government of that surname on that day."""
    head = leader_of_surname(known, surname, day)
    return head.office.split()[-1] if head is not None else None


def _named(known: KnownActors, name: str) -> list[Holder]:
    """The terms of that name in present states and in bodies of states; a user's rows may name no country."""
    return [h for h in known.holders.named(name) if h.country in known.states or h.country in ("IGO", "")]


def _in_office(rows: list[Holder], day: date) -> list[Holder]:
    return [h for h in rows if h.holds(day)]


def _recent(rows: list[Holder], day: date) -> list[Holder]:
    return [h for h in rows if h.until is not None and timedelta(0) <= day - h.until.latest < RECENT]


def _best(rows: list[Holder], day: date | None) -> Holder | None:
    if day is None or not rows:
        return None
    now = _in_office(rows, day)
    if now:  # a queen of several states is first of all that of the one she has reigned longest
        return now[0] if len({h.country for h in now}) == 1 else min(now, key=_began)
    past = _recent(rows, day)
    return max(past, key=lambda h: h.until.latest if h.until else _FOREVER, default=None)


def prefill(known: KnownActors, draft: Draft, holder: Holder, day: date | None) -> None:
    """Give a draft what the table knows; the article's own words may still overrule it.

    Without a day only what every term of the person says: country and gender.
    """
    if day is None:
        _prefill_without_day(known, draft, holder)
        return
    current = holder.holds(day)
    draft.past.update(_past_offices(known, holder, day))
    draft.country = holder.country if len(holder.country) == 3 and holder.country != "IGO" else None
    public = holder.sector.split(" ")[0] in _PUBLIC
    draft.code = (holder.code if current or not public else f"{holder.country} ELI".strip()) or None
    draft.gender = draft.gender or holder.gender
    draft.role = (holder.office if current or not holder.office else f"former {holder.office}") or None
    draft.role_from, draft.role_until = _first(holder.since), _last(holder.until)
    draft.offices.update(_office_words(holder) if current else ())
    draft.called(holder.name, *holder.aliases)
    draft.reason = _reason(holder)


def _prefill_without_day(known: KnownActors, draft: Draft, holder: Holder) -> None:
    terms = [h for h in _named(known, holder.name) if h.name == holder.name]
    draft.country, draft.gender = holder.country if holder.country != "IGO" else None, draft.gender or holder.gender
    draft.code = holder.code if len({h.sector for h in terms}) == 1 else None
    draft.role = holder.office if len({h.office for h in terms}) == 1 else None
    heads = [h for h in terms if h.office in HEADS]
    draft.offices.update(word for h in heads or terms for word in _office_words(h))
    draft.called(holder.name, *holder.aliases)
    draft.reason = f"{TABLE}: {holder.name}, whatever the day"


def _past_offices(known: KnownActors, holder: Holder, day: date) -> set[str]:
    terms = [h for h in _named(known, holder.name) if h.name == holder.name and h.until is not None and h.until.earliest <= day]
    return {word for h in terms for word in _office_words(h)}


def _office_words(holder: Holder) -> list[str]:
    """The words of the office; a head of state or government is a leader too."""
    return [*holder.office.casefold().replace("-", " ").split(), *(["leader"] if holder.office in HEADS else [])]


def _reason(holder: Holder) -> str:
    """Where the term stands: in the table, or on a line of a user's file."""
    line = f" ({holder.source})" if holder.source.startswith("line ") else ""
    return f"{TABLE}: {holder.name}" + (f", {holder.office}" if holder.office else "") + line


def _first(when: PartialDate | None) -> date | None:
    return when.earliest if when else None


def _last(when: PartialDate | None) -> date | None:
    return when.latest if when else None
