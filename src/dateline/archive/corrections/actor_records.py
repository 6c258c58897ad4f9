"""What people say about an actor itself: its name, what it is, for which state it acts, and its code.

Such a correction belongs to no article. It holds for the ids that the actor had when it was made, and for actors of other ids
that were read under the same name, as the same kind of actor of the same state: so it outlives new readings, and meets new
articles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

from dateline.archive.clock import utc_now
from dateline.archive.corrections.correction import ACTOR, Correction
from dateline.archive.corrections.editing import NOTHING
from dateline.archive.corrections.making import Verdict
from dateline.contract import to_object
from dateline.errors import ArchiveError
from dateline.knowledge.names import fold
from dateline.knowledge.states import state_by_iso3, state_by_name
from dateline.records import Actor, ActorKind, Reading

FIELDS = ("name", "kind", "country", "code")
"""What can be edited, and what a confirmation vouches for."""
KINDS: tuple[ActorKind, ...] = get_args(ActorKind)
_CODE = re.compile(r"[A-Z]{3}( [A-Z]{3}){0,3}")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class ActorSubject:
    """An actor with the corrections of it that stand, in the order in which they were made."""

    id: str
    corrections: tuple[Correction, ...]

    def means(self, actor: Actor) -> bool:
        """Whether this actor of a machine's reading is the one that was corrected."""
        known = [one for made in self.corrections for one in made.cast().values()]
        return any(one.id == actor.id or _read_alike(one, actor) for one in known)


def actor_subjects(corrections: Iterable[Correction]) -> tuple[ActorSubject, ...]:
    """The actors that these corrections are about, as far as they stand."""
    found: dict[str, list[Correction]] = {}
    for one in sorted(corrections, key=lambda made: made.number):
        if one.stands and one.kind == ACTOR:
            found.setdefault(one.subject, []).append(one)
    return tuple(ActorSubject(key, tuple(made)) for key, made in found.items())


def with_corrected_actors(reading: Reading, subjects: Sequence[ActorSubject]) -> Reading:
    """The reading with its actors as people have them; their ids stay."""
    if not subjects:
        return reading
    return replace(reading, actors=tuple(_corrected(actor, subjects) for actor in reading.actors))


def meant_in(reading: Reading, subjects: Sequence[ActorSubject]) -> bool:
    """Whether one of these actors is in a machine's reading."""
    return any(subject.means(actor) for subject in subjects for actor in reading.actors)


def actor_correction(known: Sequence[Actor], now: Actor, verdict: Verdict, subject: str, number: int) -> Correction:
    """The correction of an actor that a machine read as each of `known`, the first of which stands for all.

    `now` is the actor as it is told now. Raises ArchiveError where a value is none, or nothing would change.
    """
    if verdict.action == "reject":
        raise ArchiveError(
            "an actor's own record can be confirmed or edited (reject what is said of it; `dateline actors split` parts actors)"
        )
    plain = to_object(now)
    after = edited_fields(now, verdict.changes) if verdict.action == "edit" else {name: plain[name] for name in FIELDS}
    cast_ = tuple(to_object(replace(one, mentions=(), reason="")) for one in known)
    return Correction(
        number=number, kind=ACTOR, action=verdict.action, article=None, record=known[0].id, subject=subject, words=known[0].name,
        as_read=cast_[0], actors=cast_, before={name: plain[name] for name in after}, after=after, reason=verdict.why.strip(),
        decided_by=verdict.by.strip(), decided_at=utc_now(), record_now=known[0].id,
    )  # fmt: skip


def edited_fields(actor: Actor, assignments: Mapping[str, str]) -> dict[str, Any]:
    """The fields that change, as plain JSON; the code follows a country that changes unless it is given itself."""
    unknown = [name for name in assignments if name not in FIELDS]
    if unknown:
        raise ArchiveError(f"{unknown[0]!r} of an actor cannot be edited (actor: {', '.join(FIELDS)})")
    values: dict[str, Any] = {name: _READING[name](words.strip()) for name, words in assignments.items()}
    if "country" in values and "code" not in values:
        values["code"] = _moved(actor.code, actor.country, values["country"])
    made = replace(actor, **values)
    _check(made)
    changed = {name: value for name in FIELDS if (value := getattr(made, name)) != getattr(actor, name)}
    if not changed:
        raise ArchiveError("nothing would change: the record says so already (`confirm` says that it is right)")
    return changed


def written_fields(actor: Actor) -> dict[str, str]:
    """The fields as one would write them in an edit."""
    return {name: getattr(actor, name) or "" for name in FIELDS}


def _corrected(actor: Actor, subjects: Sequence[ActorSubject]) -> Actor:
    made = actor
    for subject in subjects:
        if subject.means(actor):
            for one in subject.corrections:
                made = replace(made, **cast(dict[str, Any], dict(one.after)), reason="; ".join((made.reason, one.note)))
    if made.name != actor.name:
        others = (actor.name, *(alias for alias in made.aliases if alias != made.name))
        return replace(made, aliases=tuple(dict.fromkeys(others)))
    return made


def _read_alike(one: Actor, other: Actor) -> bool:
    return one.kind == other.kind and one.country == other.country and fold(one.name) == fold(other.name)


def _name(words: str) -> str:
    if not words or len(words) > _LONGEST_NAME:
        raise ArchiveError(f"a name has 1 to {_LONGEST_NAME} characters, not {len(words)}")
    return words


def _kind(words: str) -> str:
    found = next((kind for kind in KINDS if kind == words.casefold().replace(" ", "_")), None)
    if found is None:
        raise ArchiveError(f"{words!r} is no kind of actor (choose from {', '.join(KINDS)})")
    return found


def _country(words: str) -> str | None:
    if words.casefold() in NOTHING:
        return None
    state = state_by_iso3(words.upper()) or state_by_name(words)
    if state is None:
        raise ArchiveError(f"{words!r} is no state (write its ISO 3166-1 alpha-3 code, such as KOR, or nothing for none)")
    return state.iso3


def _code(words: str) -> str | None:
    if words.casefold() in NOTHING:
        return None
    if not _CODE.fullmatch(words.upper()):
        raise ArchiveError(f"{words!r} is no actor code (write country and sector, such as 'KOR GOV', or 'IGO UNO')")
    return words.upper()


_READING: Mapping[str, Callable[[str], str | None]] = {"name": _name, "kind": _kind, "country": _country, "code": _code}


def _moved(code: str | None, before: str | None, after: str | None) -> str | None:
    """The code of the same sector of another state; without a state the nationality stays in the code alone."""
    if after is None:
        return code
    first, _, rest = (code or "").partition(" ")
    sector = rest if before is not None and first == before else "" if state_by_iso3(first) else code or ""
    return f"{after} {sector}".strip()


def _check(actor: Actor) -> None:
    first = (actor.code or "").partition(" ")[0]
    if actor.country is not None and state_by_iso3(first) and first != actor.country:
        raise ArchiveError(f"the code {actor.code!r} is of another state than {actor.country} (let them agree)")
    if actor.kind == "state" and actor.country is None:
        raise ArchiveError("a state has a country (write its ISO 3166-1 alpha-3 code)")
