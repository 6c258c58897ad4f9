"""News found: what an archive holds now against what it held at the last look, or before some day."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from dateline.analysis.news.changes import KINDS, IncidentChange, Threshold, earlier_of, incident_changes, moved, read_anew
from dateline.analysis.news.item import Item, News
from dateline.analysis.news.said import position_items, statement_items
from dateline.analysis.news.state import State
from dateline.analysis.news.taking import Taken, same_reports, taken, with_vouching
from dateline.analysis.news.watch import Watch
from dateline.analysis.news.watching import Watched
from dateline.archive.archive import Archive
from dateline.archive.decisions_of_people import OfPeople, decisions_of_people
from dateline.corroboration.sentence import sentence_around
from dateline.records import Span

NEAR = 200
SENTENCES = f"""
SELECT e.id, a.outlet, a.published_start AS published, a.id AS article, e.mode, e.trigger_words, e.trigger_start, e.trigger_end,
    greatest(e.trigger_start - {NEAR}, 0) AS cut,
    substr(a.text, greatest(e.trigger_start - {NEAR}, 0) + 1, e.trigger_end - e.trigger_start + 2 * {NEAR}) AS near
FROM events AS e JOIN articles AS a ON a.id = e.article WHERE e.id IN (SELECT unnest(?))
"""
NO_DAY = date.max


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: whom and what to watch, and from when on an incident is worth telling."""

    watch: Watch = field(default_factory=Watch)
    threshold: Threshold = field(default_factory=Threshold)


def news_since_look(archive: Archive, then: State, asked: Asked) -> tuple[News, State]:
    """What is new since the archive was in this state, and its state now, to be kept for the next look."""
    return _news(archive, Taken(then, {}), asked)


def news_since_day(archive: Archive, day: date, asked: Asked) -> tuple[News, State]:
    """What is new by articles that were first read on this day or later (UTC), and by decisions made since."""
    return _news(archive, taken(archive, datetime.combine(day, time())), asked)


def _news(archive: Archive, before: Taken, asked: Asked) -> tuple[News, State]:
    now, watched = taken(archive), Watched(archive, asked.watch)
    decided = [one for one in decisions_of_people(archive) if one.key in now.state.decisions - before.state.decisions]
    touched = _touched(before.state, now, decided)
    words = {key: tuple(dict.fromkeys(one.words for one in of)) for key, of in touched.items()}
    told = _sentences(archive, now, moved(before.state, now.state, words))
    wanted = {key for key, rows in told.items() if _is_watched(watched, now, key, rows)}
    wanted = {key for key in wanted if now.state.incidents[key].standing in asked.threshold.standings}
    now = with_vouching(archive, _carried(now, before.state), wanted)
    before = with_vouching(archive, before, wanted & before.incidents.keys())
    # Who vouches is carried over for incidents that nothing happened to; of those only the watched ones may be told.
    changes = [one for one in incident_changes(before.state, now.state, asked.threshold, words) if one.incident in wanted]
    items = [_incident_item(change, now, told[change.incident]) for change in changes]
    items += statement_items(archive, before.state, watched, asked.threshold.origins)
    items += position_items(archive, before.state, watched, asked.threshold.origins)
    items += _decision_items(decided, {one.key for change in changes for one in touched.get(change.incident, ())})
    return News(tuple(sorted(items, key=_order)), read_anew(before.state, now.state)), now.state


def _carried(now: Taken, then: State) -> Taken:
    """With those who vouched then for incidents to which nothing happened since."""
    earlier = earlier_of(then, now.state)
    states = {
        key: replace(one, vouching=old.vouching) if (old := earlier[key]) and same_reports(one, old) else one
        for key, one in now.state.incidents.items()
    }
    return Taken(replace(now.state, incidents=states), now.incidents)


def _touched(then: State, now: Taken, decided: Collection[OfPeople]) -> dict[str, list[OfPeople]]:
    """For incidents about whose reports people decided: what; a report that was rejected is one of then."""
    by_event = {r.partition("/")[2]: key for key, one in then.incidents.items() if key in now.incidents for r in one.reports}
    by_event |= {report.event: key for key, one in now.incidents.items() for report in one.reports}
    found: dict[str, list[OfPeople]] = {}
    for one in decided:
        for subject in one.subjects & by_event.keys():
            found.setdefault(by_event[subject], []).append(one)
    return found


def _sentences(archive: Archive, now: Taken, keys: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """For each of these incidents its reports with the sentence that tells them, the most telling first."""
    events = [report.event for key in keys for report in now.incidents[key].reports]
    rows = {row["id"]: row | {"words": _sentence(row)} for row in archive.select(SENTENCES, [events])}
    return {key: [rows[report.event] for report in now.incidents[key].reports if report.event in rows] for key in sorted(keys)}


def _sentence(row: Mapping[str, Any]) -> str:
    found = sentence_around(row["near"], Span(row["trigger_start"] - row["cut"], row["trigger_end"] - row["cut"]))
    return " ".join(row["near"][slice(*found)].split())


def _is_watched(watched: Watched, now: Taken, key: str, rows: Collection[Mapping[str, Any]]) -> bool:
    return watched.incident(_events(now, key), " ".join(row["words"] for row in rows))


def _events(now: Taken, key: str) -> list[str]:
    incident = now.incidents.get(key)
    return [report.event for report in incident.reports] if incident else []


def _incident_item(change: IncidentChange, now: Taken, rows: list[dict[str, Any]]) -> Item:
    incident, state = now.incidents[change.incident], now.state.incidents[change.incident]
    best = rows[0]
    return Item(
        change.kind, "incident", change.incident, incident.sources, incident.targets,
        incident.type, change.what, state.vouching.origins if state.vouching else (), state.standing, incident.when,
        best["words"], best["outlet"], best["published"], best["article"], best["mode"], best["trigger_words"],
    )  # fmt: skip


def _decision_items(decided: Collection[OfPeople], told: Collection[str]) -> Iterator[Item]:
    """Decisions that no incident tells already, each once: one over several pairs has a row for each."""
    for one in {one.key: one for one in decided}.values():
        if one.key not in told:
            yield Item("corrected", "decision", one.key, what=(one.words,), deed=one.table, published=one.at.date())


def _order(item: Item) -> tuple[int, str, date, str, str]:
    day = (item.when.start or item.when.end) if item.when else None
    return KINDS.index(item.kind), item.subject, day or item.published or NO_DAY, item.id, item.deed
