"""What people confirmed, edited and rejected as a gold pack: the articles as files, and a gold.json for the scorer of packs.

Only what somebody has looked at is in it. Events that nobody has looked at are `neutral`; statements and positions have no such
mark, so their precision means something only for articles of which all were reviewed (`complete` says which).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.archive.archive import Archive
from dateline.archive.corrections.actor_records import ActorSubject, actor_subjects
from dateline.archive.corrections.correction import ACTOR, CLASSES, Correction, records_of
from dateline.corroboration.sentence import sentence_around
from dateline.errors import ArchiveError
from dateline.records import Actor, DateInterval, Event, Position, Reading, Span, Statement

NOTE = (
    "Written by `dateline review --gold` from corrections. Events that nobody looked at are neutral; statements and positions "
    "of an article are all there only where `complete` names them."
)


@dataclass(frozen=True, slots=True)
class _Case:
    """An article with what was said about it: `now` as corrected, `kept` the ids of what was confirmed or edited."""

    now: Reading
    kept: frozenset[str]
    rejected: tuple[Correction, ...]

    @property
    def file(self) -> str:
        return f"{self.now.article.id}.txt"


def write_gold(archive: Archive, folder: Path) -> list[Path]:
    """Write the pack into this folder, made where there is none; raises ArchiveError where nothing was reviewed."""
    made = archive.corrections.in_force()
    cases = _cases(archive, made)
    if not cases and not any(one.kind == ACTOR for one in made):
        raise ArchiveError(
            f"{archive.path}: nothing was reviewed yet, so there is no gold (`dateline review ARCHIVE` lists records)"
        )
    articles = [_article(case) for case in cases]
    gold = {
        "note": NOTE,
        "aliases": _aliases(cases, _named(articles)),
        "articles": articles,
        "incidents": [],
        "copies": [],
        "stories": [],
        "actors": [_of_actor(subject) for subject in actor_subjects(made)],
        "proposals": [one.words.split(" = ") for one in made if one.kind == "proposal link" and one.action == "confirm"],
    }
    try:
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        written = [folder / "gold.json"]
        written[0].write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        for case in cases:
            written.append(folder / "articles" / case.file)
            written[-1].write_text(case.now.article.text + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise ArchiveError(f"{folder}: cannot write the pack there: {error} (name a folder that you may write to)") from error
    return written


def _cases(archive: Archive, made: Iterable[Correction]) -> list[_Case]:
    by_article: defaultdict[str, list[Correction]] = defaultdict(list)
    for one in made:
        if one.article is not None:
            by_article[one.article].append(one)
    return [_case(archive.reading(article), found) for article, found in sorted(by_article.items())]


def _case(now: Reading, made: Sequence[Correction]) -> _Case:
    present = {record.id for kind in CLASSES for record in records_of(now, kind)}
    kept = frozenset(one.record_now for one in made if one.record_now in present)
    rejected = {one.subject: one for one in made if one.action == "reject" and one.record_now not in present}
    return _Case(now, frozenset(key for key in kept if key), tuple(rejected.values()))


def _article(case: _Case) -> dict[str, Any]:
    article, published = case.now.article, case.now.article.published
    complete = [kind for kind in CLASSES if all(record.id in case.kept for record in records_of(case.now, kind))]
    events = [event for event in case.now.events if event.id in case.kept]
    return {
        "file": case.file,
        "published": published.end.isoformat() if published else None,
        "outlet": article.outlet,
        "url": article.url,
        "statements": [_statement(one, case.now) for one in case.now.statements if one.id in case.kept],
        "events": [_event(event, case.now) for event in events],
        "no_event": _traps(case, events),
        "neutral": [{"context": _context(article.text, event.trigger)} for event in case.now.events if event.id not in case.kept],
        "positions": [_position(one, case.now) for one in case.now.positions if one.id in case.kept],
        "complete": complete,
    }


def _of_actor(subject: ActorSubject) -> dict[str, Any]:
    """What an actor is, as somebody vouches for it, and the names under which it was read."""
    values = {name: value for one in subject.corrections for name, value in one.after.items()}
    read = [actor for one in subject.corrections for actor in one.cast().values()]
    names = dict.fromkeys(name for actor in read for name in (actor.name, *actor.aliases))
    told = {"name": read[0].name, "kind": read[0].kind, "country": read[0].country, "code": read[0].code} | values
    return told | {"aliases": [name for name in names if name != told["name"]], "vouched_for": sorted(values)}


def _statement(one: Statement, reading: Reading) -> dict[str, Any]:
    longest = max(one.content, key=lambda span: span.length)
    speaker = _actor(reading, one.speaker)
    return {
        "content": reading.article.text[slice(*longest)], "speaker": speaker.name if speaker else None,
        "reported_by": list(one.reported_by), "kind": one.kind, "act": one.act,
    }  # fmt: skip


def _event(one: Event, reading: Reading) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "context": _context(reading.article.text, one.trigger), "source": _side(one.sources, reading),
        "target": _side(one.targets, reading), "type": one.type, "factuality": [one.factuality],
    }  # fmt: skip
    return plain | ({"date": days} if (days := _days(one.date)) else {})


def _position(one: Position, reading: Reading) -> dict[str, Any]:
    actor = _actor(reading, one.actor)
    return {"actor": actor.name if actor else one.actor, "proposal": one.proposal, "stance": one.stance}


def _traps(case: _Case, events: Sequence[Event]) -> list[dict[str, str]]:
    """Places where nothing may be told as done: what was rejected, unless another event is told in the same words."""
    taken = [span for event in events for span in (event.trigger, *event.mentions)]
    found = []
    for one in case.rejected:
        record = one.read() if one.kind == "event" else None
        if isinstance(record, Event) and record.factuality == "actual" and not any(record.trigger.overlaps(s) for s in taken):
            found.append({"context": _context(case.now.article.text, record.trigger), "type": record.type})
    return found


def _context(text: str, span: Span) -> str:
    """The shortest stretch of whole words around a trigger, within its sentence, that stands only once in the text."""
    around = sentence_around(text, span)
    start, end = span
    while text.count(text[start:end]) > 1 and (start, end) != tuple(around):
        start = max(text.rfind(" ", around.start, max(start - 1, around.start)) + 1, around.start)
        following = text.find(" ", end + 1, around.end)
        end = following if following >= 0 else around.end
    return text[start:end].strip()


def _days(when: DateInterval | None) -> list[str] | None:
    if when is None or when.start is None or when.end is None:
        return None
    return [when.start.isoformat(), when.end.isoformat()]


def _side(ids: Iterable[str], reading: Reading) -> list[str]:
    """ISO codes of the states acted for, names of those who act for none."""
    found = [actor for key in ids for actor in _single(reading, key)]
    return list(dict.fromkeys(actor.country or actor.name for actor in found))


def _single(reading: Reading, key: str) -> list[Actor]:
    actor = _actor(reading, key)
    if actor is None:
        return []
    members = [found for member in actor.members if (found := _actor(reading, member))]
    return members or [actor]


def _actor(reading: Reading, key: str | None) -> Actor | None:
    return next((actor for actor in reading.actors if actor.id == key), None)


def _named(articles: Iterable[Mapping[str, Any]]) -> set[str]:
    """The names that the gold uses."""
    found: set[str] = set()
    for one in articles:
        found |= {said["speaker"] for said in one["statements"] if said["speaker"]} | {held["actor"] for held in one["positions"]}
        found |= {name for event in one["events"] for name in (*event["source"], *event["target"])}
    return found


def _aliases(cases: Iterable[_Case], named: set[str]) -> Mapping[str, list[str]]:
    """For each of these names the others by which its articles call the same actor."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for case in cases:
        for actor in case.now.actors:
            if actor.name in named:
                found[actor.name].update(dict.fromkeys(actor.aliases))
    return {name: list(others) for name, others in sorted(found.items()) if others}
