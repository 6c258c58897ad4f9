"""How two states of an archive differ, so far as that is news: an echo, and a new reading of old articles, are not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.analysis.news.state import IncidentState, State
from dateline.analysis.news.taking import same_reports

Kind = Literal["appeared", "origin", "changed", "corrected"]
KINDS: tuple[Kind, ...] = ("appeared", "changed", "corrected", "origin")


@dataclass(frozen=True, slots=True)
class Threshold:
    """From when on an incident is worth telling: so many outlets vouching on their own, and told as one of these."""

    origins: int = 1
    standings: frozenset[str] = frozenset({"actual", "claimed", "planned", "hypothetical", "denied"})

    def reached_by(self, one: IncidentState) -> bool:
        """Whether it has been reached; not where nobody has worked out who vouches."""
        return one.standing in self.standings and one.vouching is not None and len(one.vouching.origins) >= self.origins


@dataclass(frozen=True, slots=True)
class IncidentChange:
    """What is new of an incident; `what` says it in a few words, such as "claimed → actual" or "+ Reuters"."""

    kind: Kind
    incident: str
    what: tuple[str, ...]


def earlier_of(then: State, now: State) -> dict[str, IncidentState | None]:
    """For each incident of now the one that it was then: of the same id, else that with most reports in common."""
    by_report = {report: key for key, one in then.incidents.items() for report in one.reports}
    found: dict[str, IncidentState | None] = {}
    for key, one in now.incidents.items():
        shared = [by_report[report] for report in sorted(one.reports) if report in by_report]
        best = key if key in shared else max(shared, key=lambda other: (shared.count(other), other), default=None)
        found[key] = then.incidents[best] if best is not None else None
    return found


def moved(then: State, now: State, touched: Collection[str]) -> frozenset[str]:
    """Incidents of now of which something may be new: reports were added, taken away or read anew, or people decided."""
    earlier = earlier_of(then, now)
    return frozenset(k for k, one in now.incidents.items() if k in touched or not same_reports(one, earlier[k]))


def incident_changes(
    then: State, now: State, threshold: Threshold, corrections: Mapping[str, tuple[str, ...]]
) -> Iterator[IncidentChange]:
    """What is news of incidents, by id; `corrections` gives for incidents what people decided about them since."""
    earlier = earlier_of(then, now)
    for key, one in sorted(now.incidents.items()):
        if not threshold.reached_by(one):
            continue
        told = corrections.get(key, ())
        if same_reports(one, earlier[key]) and not told:
            continue
        change = _change(earlier[key], one, threshold, told, has_news=_has_new_article(one, then))
        if change:
            yield IncidentChange(change[0], key, change[1])


def read_anew(then: State, now: State) -> int:
    """How many incidents of old articles alone a newer reading tells otherwise."""
    earlier = earlier_of(then, now)
    return sum(not same_reports(one, earlier[key]) and not _has_new_article(one, then) for key, one in now.incidents.items())


def _has_new_article(one: IncidentState, then: State) -> bool:
    return any(report.partition("/")[0] not in then.articles for report in one.reports)


def _change(
    old: IncidentState | None, one: IncidentState, threshold: Threshold, corrections: tuple[str, ...], *, has_news: bool
) -> tuple[Kind, tuple[str, ...]] | None:
    back = _taken_back(old, one) if has_news else ()
    if corrections or back:
        return "corrected", (*corrections, *back, *_differences(old, one))
    if not has_news:
        return None
    if old is None or not threshold.reached_by(old):
        return "appeared", _differences(old, one)
    gained = _gained(old, one)
    newly_disputed = one.disputed and not old.disputed
    # An echo that tells a claim as a fact changes nothing: whatever changes must come from somebody new, or be a denial.
    differences = _differences(old, one) if gained or newly_disputed else ()
    if differences:
        return "changed", (*differences, *gained)
    return ("origin", gained) if gained else None


def _gained(old: IncidentState, one: IncidentState) -> tuple[str, ...]:
    if one.vouching is None or old.vouching is None:
        return ()
    return tuple(f"+ {name}" for name in one.vouching.origins if name not in old.vouching.origins)


def _taken_back(old: IncidentState | None, one: IncidentState) -> tuple[str, ...]:
    known = old.vouching.taken_back if old and old.vouching else ()
    return tuple(f"taken back: {claim}" for claim in (one.vouching.taken_back if one.vouching else ()) if claim not in known)


def _differences(old: IncidentState | None, one: IncidentState) -> tuple[str, ...]:
    if old is None:
        return ()
    pairs = ((old.standing, one.standing), (old.type, one.type), (_when(old), _when(one)))
    found = [f"{before} → {after}" for before, after in pairs if before != after]
    return (*found, *(("now disputed",) if one.disputed and not old.disputed else ()))


def _when(one: IncidentState) -> str:
    first, _, last = one.when.partition("/")
    return (first if first == last else one.when) or "undated"
