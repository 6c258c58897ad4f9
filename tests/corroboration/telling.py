"""One-event articles for tests of what is put together across articles."""

from __future__ import annotations

import re
from datetime import date

from dateline.corroboration.incidents.incident import Incident, Report
from dateline.records import Actor, Article, DateInterval, Event, Published, Quantity, Reading, Span, Statement, content_id

SUDAN = Actor("a_sdn", "Sudan", "state", "SDN", "SDN")
EGYPT = Actor("a_egy", "Egypt", "state", "EGY", "EGY")
ETHIOPIA = Actor("a_eth", "Ethiopia", "state", "ETH", "ETH")
ARMY = Actor("a_army", "Sudanese Armed Forces", "government_body", "SDN", "SDN MIL")
MINISTRY = Actor("a_ministry", "Ethiopian water ministry", "government_body", "ETH", "ETH GOV")
KEBEDE = Actor("a_kebede", "Selamawit Kebede", "person", "ETH", "ETH GOV", role="water minister")
OFFICIALS = Actor("a_officials", "two officials", "people", "ETH", "ETH GOV")
ACTORS = (SUDAN, EGYPT, ETHIOPIA, ARMY, MINISTRY, KEBEDE, OFFICIALS)


def outlet(name: str) -> Actor:
    return Actor(f"a_{name.casefold().replace(' ', '_')}", name, "outlet")


def told(publisher: str, day: int, body: str, **fields) -> Reading:
    """An article of March 2025 with the event that [brackets] mark; `says`, `chain`, `killed` and fields of the event are optional."""
    trigger = re.search(r"\[([^\]]+)\]", body)
    text = f"Headline of {publisher}\n\n{body.replace('[', '').replace(']', '')}"
    start = text.index(trigger.group(1), len(f"Headline of {publisher}"))
    when = Published(date(2025, 3, day), date(2025, 3, day), "given")
    key = content_id("art", publisher, day, text)
    head = Span(0, len(f"Headline of {publisher}"))
    byline = fields.pop("byline", None)
    article = Article(key, content_id("txt", text), "x.txt", publisher, None, None, byline, "en", when, text, headline=head)
    actors, statements, statement = list(ACTORS), [], None
    speaker, chain = fields.pop("says", None), tuple(fields.pop("chain", ()))
    if speaker is not None:
        actors += [speaker] if speaker not in actors else []
        content = Span(start, start + len(trigger.group(1)))
        statement = Statement(
            content_id("st", key), "indirect", "say", (), (), (content,), speaker.id, reported_by=chain, confidence=0.8
        )
        statements.append(statement)
    event = _event(key, text, Span(start, start + len(trigger.group(1))), statement, chain, fields)
    return Reading(article, tuple(actors), tuple(statements), (event,))


def _event(key, text, span, statement, chain, fields) -> Event:
    killed = fields.pop("killed", None)
    quantities = ()
    if killed is not None:
        low, high, words = killed
        at = text.index(words)
        quantities = (Quantity("dead", low, high, "people", Span(at, at + len(words))),)
    known = {
        "sources": ("a_eth",), "targets": ("a_sdn",), "factuality": "claimed" if statement else "actual",
        "date": DateInterval(date(2025, 3, 9), date(2025, 3, 9)), "type": "ASSAULT",
    } | fields  # fmt: skip
    kind = known.pop("type")
    return Event(
        content_id("ev", key), kind, None, (), None, None, span, (span,), known.pop("sources"), known.pop("targets"),
        known.pop("factuality"), known.pop("date"), quantities=quantities, statement=statement.id if statement else None,
        reported_by=chain, **known,
    )  # fmt: skip


def incident(*readings: Reading, type: str = "ASSAULT", sources=("ETH",), targets=("SDN",)) -> Incident:
    """The incident of which all events of the readings are reports."""
    reports = tuple(Report(r.article.id, e.id, 1.0, "test") for r in readings for e in r.events)
    return Incident("in_test", reports, type, "told", None, None, sources, targets)


def by_id(*readings: Reading) -> dict[str, Reading]:
    return {reading.article.id: reading for reading in readings}
