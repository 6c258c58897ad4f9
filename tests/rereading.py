"""Invented readings with a record in each sentence, and what a changed version of the reader would make of the same articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from dateline.records import Actor, Article, DateInterval, Event, Position, Published, Reading, Span, Statement, content_id

NAMES = ("Egypt", "Sudan", "Ethiopia", "Kenya", "Amal Idris", "Dawit Tefera", "Horn Union", "Hoda Sami")
VERBS = ("warned", "attacked", "sanctioned", "met", "threatened", "accused", "praised", "shelled", "blocked", "aided")
TYPES = ("THREATEN", "ASSAULT", "SANCTION", "CONSULT", "ACCUSE", "COERCE", "AID", "PROTEST")
FACTUALITIES = ("actual", "claimed", "planned", "denied")
STANCES = ("support", "oppose", "neutral")


def sentence(number, rng):
    one, other = rng.sample(NAMES, 2)
    return f"{one} {rng.choice(VERBS)} {other} over point{number} on the river{number} plan{number} last week."


def first_reading(name, rng, records=14):
    """An article of so many sentences, each with one statement, event or position."""
    lines = [sentence(number, rng) for number in range(records)]
    text = "\n\n".join(lines)
    article = Article(
        content_id("art", name), content_id("txt", text), f"{name}.txt", "Horn Wire", lines[0], f"https://horn.example/{name}",
        "Lina Haddad", "en", Published(date(2025, 3, 10), date(2025, 3, 10), "given"), text,
    )  # fmt: skip
    actors = tuple(Actor(content_id("a", name, who, "1"), who, "state" if n < 4 else "person") for n, who in enumerate(NAMES))
    reading, start = Reading(article, actors, version="1"), 0
    for number, line in enumerate(lines):
        reading = _with_record(reading, Span(start, start + len(line)), number, rng)
        start += len(line) + 2
    return reading


def _with_record(reading, place, number, rng):
    text, ids = reading.article.text, {actor.name: actor.id for actor in reading.actors}
    line = text[place.start : place.end]
    who, whom = (ids[name] for name in sorted((n for n in NAMES if n in line), key=line.index))
    verb = next(v for v in VERBS if v in line)
    trigger = Span(place.start + line.index(verb), place.start + line.index(verb) + len(verb))
    day = DateInterval(date(2025, 3, 3), date(2025, 3, 9), "week")
    key = (reading.article.id, number, reading.version)
    if number % 3 == 0:
        content = Span(place.start + line.index("over"), place.end - 1)
        said = Statement(
            content_id("s", *key), "indirect", "say", (), (trigger,), (content,), who, (whom,), date=day, reason="cue"
        )
        return replace(reading, statements=(*reading.statements, said))
    if number % 3 == 1:
        done = Event(
            content_id("ev", *key), rng.choice(TYPES), None, (), None, None, trigger, (trigger,), (who,), (whom,),
            rng.choice(FACTUALITIES), day, reason="verb",
        )  # fmt: skip
        return replace(reading, events=(*reading.events, done))
    evidence = Span(trigger.start, place.end - 1)
    stands = Position(content_id("p", *key), who, f"plan{number}", rng.choice(STANCES), evidence, date=day, reason="verb")
    return replace(reading, positions=(*reading.positions, stands))


@dataclass
class Fate:
    """What became of a record of the first reading: its new id, None where it is gone, and whether it says something else."""

    id: str | None
    changed: bool = False


def read_again(reading, rng, version="2"):
    """The reading as another version has it, and the fate of each record by its old id.

    All ids are new, everything stands in another order, cuts are a little longer or shorter, a few records are gone, say
    something else or are new.
    """
    ids = {actor.id: content_id("a", reading.article.id, actor.name, version) for actor in reading.actors}
    actors = [replace(actor, id=ids[actor.id], aliases=(f"{actor.name}n",), reason=version) for actor in reading.actors]
    fates: dict[str, Fate] = {}
    made = {name: [] for name in ("statements", "events", "positions")}
    for name, again in made.items():
        for record in getattr(reading, name):
            new = _again(record, ids, rng, version, fates)
            if new is not None:
                again.append(new)
        rng.shuffle(again)
    rng.shuffle(actors)
    extra = _extra(reading, ids, version)
    return replace(reading, actors=tuple(actors), version=version, **{n: tuple(r) for n, r in made.items()} | extra(made)), fates


def _again(record, ids, rng, version, fates):
    if rng.random() < 0.1:
        fates[record.id] = Fate(None)
        return None
    fates[record.id] = Fate(content_id(record.id.split("_")[0], record.id, version), changed=rng.random() < 0.2)
    new = replace(record, id=fates[record.id].id, confidence=round(rng.random(), 3), reason=f"version {version}", date=None)
    if isinstance(new, Statement):
        content = new.content[0]
        new = replace(new, content=(Span(content.start, content.end - rng.choice((0, 0, 5))),))
        new = replace(new, speaker=ids[record.speaker], addressees=tuple(ids[a] for a in record.addressees), inside=None)
        return replace(new, speaker=ids[record.addressees[0]]) if fates[record.id].changed else new
    if isinstance(new, Event):
        longer = rng.choice((0, 0, 2))
        new = replace(new, trigger=Span(new.trigger.start, new.trigger.end + longer))
        new = replace(new, sources=tuple(ids[a] for a in new.sources), targets=tuple(ids[a] for a in new.targets), statement=None)
        return replace(new, sources=new.targets, targets=new.sources) if fates[record.id].changed else new
    new = replace(new, actor=ids[new.actor], evidence=Span(new.evidence.start, new.evidence.end - rng.choice((0, 5))))
    return replace(new, stance="conditional") if fates[record.id].changed else new


def _extra(reading, ids, version):
    """A record that the first version did not have, on the last word of the text."""
    end = len(reading.article.text)
    span = Span(end - 5, end - 1)
    who = next(iter(ids.values()))
    event = Event(
        content_id("ev", "new", reading.article.id, version),
        "MOBILIZE",
        None,
        (),
        None,
        None,
        span,
        (span,),
        (who,),
        (),
        "actual",
    )
    return lambda made: {"events": (*made["events"], event)}


def random_verdict(record, reading, rng):
    """What somebody may say about a record: action, and new values as one writes them."""
    action = rng.choice(("confirm", "reject", "edit", "edit"))
    if action != "edit":
        return action, {}
    involved = {actor.id: actor.name for actor in reading.actors}
    if isinstance(record, Statement):
        return action, rng.choice(({"act": "deny"}, {"speaker": rng.choice([n for n in NAMES if n != involved[record.speaker]])}))
    if isinstance(record, Event):
        sides = {involved[a] for a in (*record.sources, *record.targets)}
        new = {"sources": rng.choice([n for n in NAMES if n not in sides])}
        return action, rng.choice((new, {"type": "RETREAT"}, {"factuality": "hypothetical"}, {"date": "2025-03-08"}))
    return action, rng.choice(({"stance": "conditional"}, {"proposal": "joint patrol plan"}, {"reported_by": "Reuters"}))
