"""A small invented crisis, read by hand: five articles of four outlets on one dam, one of them a copy.

Real states, invented officials and events.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dateline.analysis.corpus import Corpus
from dateline.archive import CopyRelation, open_archive
from dateline.corroboration import incidents, stories
from dateline.records import (
    Actor,
    Article,
    DateInterval,
    Event,
    Position,
    Published,
    Reading,
    Span,
    Statement,
    content_id,
)

SUDAN = Actor("a_sdn", "Sudan", "state", "SDN", "SDN", aliases=("Khartoum",))
EGYPT = Actor("a_egy", "Egypt", "state", "EGY", "EGY", aliases=("Cairo",))
ETHIOPIA = Actor("a_eth", "Ethiopia", "state", "ETH", "ETH", aliases=("Addis Ababa",))
UNION = Actor("a_au", "African Union", "intergovernmental", None, "IGO AFU", aliases=("AU",))
IDRIS = Actor("a_idris", "Amal Idris", "person", "SDN", "SDN GOV", aliases=("Idris",), role="irrigation minister")
TEFERA = Actor("a_tefera", "Dawit Tefera", "person", "ETH", "ETH GOV", aliases=("Tefera",), role="chief negotiator")
ANALYST = Actor("a_analyst", "Hoda Sami", "person", "EGY", "EGY", role="hydrologist")
WIRE = Actor("a_wire", "Horn Wire", "outlet", None, "MED")

ACTORS = (SUDAN, EGYPT, ETHIOPIA, UNION, IDRIS, TEFERA, ANALYST, WIRE)


@dataclass(frozen=True)
class Draft:
    """An article, to which records are added by quoting its words."""

    article: Article

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span(start, start + len(words))

    def event(self, type: str, trigger: str, sources: Sequence[Actor], targets: Sequence[Actor] = (), **more: Any) -> Event:
        span = self.span(trigger)
        fields: dict[str, Any] = {
            "mode": None, "contexts": (), "cameo": None, "goldstein": None, "mentions": (span,), "factuality": "actual",
            "confidence": 0.7, "reason": f"verb {trigger!r}", **more,
        }  # fmt: skip
        ids = tuple(a.id for a in sources), tuple(a.id for a in targets)
        return Event(
            content_id("event", self.article.id, type, *span), type, trigger=span, sources=ids[0], targets=ids[1], **fields
        )

    def said(self, speaker: Actor, source: str, cue: str, content: str, **more: Any) -> Statement:
        key = content_id("statement", self.article.id, content)
        fields: dict[str, Any] = {"kind": "indirect", "act": "say", "confidence": 0.8, "reason": f"cue {cue!r}", **more}
        spans = ((self.span(source),), (self.span(cue),), (self.span(content),))
        return Statement(key, source=spans[0], cue=spans[1], content=spans[2], speaker=speaker.id, **fields)

    def stands(self, actor: Actor, proposal: str, stance: str, evidence: str, **more: Any) -> Position:
        key = content_id("position", self.article.id, actor.id, proposal)
        fields: dict[str, Any] = {"confidence": 0.6, **more}
        return Position(key, actor.id, proposal, stance, self.span(evidence), **fields)

    def reading(
        self, statements: Sequence[Statement] = (), events: Sequence[Event] = (), positions: Sequence[Position] = ()
    ) -> Reading:
        mentioned = tuple(a for a in ACTORS if any(name in self.article.text for name in (a.name, *a.aliases)))
        return Reading(self.article, mentioned, tuple(statements), tuple(events), tuple(positions), version="test")


def draft(outlet: str, published: date, title: str, body: str) -> Draft:
    text = f"{title}\n\n{body}"
    key = content_id("article", outlet, published, text)
    when = Published(published, published, "given")
    source = f"{outlet.lower().replace(' ', '-')}.txt"
    article = Article(
        key, content_id("text", text), source, outlet, title, None, None, "en", when, text, headline=Span(0, len(title))
    )
    return Draft(article)


def on(year: int, month: int, day: int, basis: str = "text") -> DateInterval:
    return DateInterval(date(year, month, day), date(year, month, day), "day", basis)  # type: ignore[arg-type]


@cache
def crisis() -> Corpus:
    """The whole crisis: walkout, flood claim, planned summit, a passing-on outlet and a copy; with its incidents."""
    wire, copy = walkout("Horn Wire"), walkout("Delta Daily")
    return put_together(Corpus((wire, copy, reactions(), echo(), talks()), {copy.article.id: wire.article.id}))


def put_together(corpus: Corpus) -> Corpus:
    """The corpus with the incidents and stories that an archive of it has."""
    with tempfile.TemporaryDirectory() as folder, open_archive(Path(folder) / "crisis.duckdb") as archive:
        archive.add(*corpus.readings)
        relations = tuple(CopyRelation(copy, original, 1.0, "same words") for copy, original in corpus.copies.items())
        archive.add_copies(relations)
        ids = [reading.article.id for reading in corpus.readings]
        stories.bring_up_to_date(archive, ids, corpus.readings)
        incidents.bring_up_to_date(archive, ids, corpus.readings)
        return replace(corpus, relations=relations, incidents=incidents.incidents(archive), stories=archive.stories.listing(1))


def walkout(outlet: str) -> Reading:
    d = draft(
        outlet,
        date(2025, 3, 12),
        "Sudan walks out of dam talks",
        "Sudan on Wednesday walked out of talks with Ethiopia and Egypt on the filling of the dam. "
        "“We will not sign a paper that lets our fields go dry,” said Amal Idris, the irrigation minister.\n\n"
        "Ethiopia accused Sudan of playing to a domestic crowd. Ethiopia did not close the gates, "
        "Dawit Tefera said. The three countries had met in Addis Ababa in 2019.",
    )
    statements = (
        d.said(
            IDRIS,
            "Amal Idris, the irrigation minister",
            "said",
            "We will not sign a paper that lets our fields go dry",
            kind="direct",
            act="reject",
        ),
        said := d.said(TEFERA, "Dawit Tefera", "said.", "Ethiopia did not close the gates", act="deny"),
    )
    day = on(2025, 3, 12)
    events = (
        d.event("REJECT", "walked out", (SUDAN,), (ETHIOPIA, EGYPT), date=day, goldstein=-4.0, in_headline=True),
        d.event("ACCUSE", "accused", (ETHIOPIA,), (SUDAN,), date=day, goldstein=-2.0),
        d.event("COERCE", "close the gates", (ETHIOPIA,), (SUDAN,), date=day, factuality="denied", statement=said.id),
        d.event("CONSULT", "had met", (SUDAN, ETHIOPIA, EGYPT), date=DateInterval(date(2019, 1, 1), date(2019, 12, 31), "year")),
    )
    positions = (d.stands(IDRIS, "filling of the dam", "oppose", "will not sign a paper"),)
    return d.reading(statements, events, positions)


def reactions() -> Reading:
    d = draft(
        "Nile Post",
        date(2025, 3, 13),
        "Cairo backs Khartoum after walkout",
        "Egypt praised Sudan, which left the dam negotiations with Ethiopia and Egypt on Wednesday. "
        "Hoda Sami, a hydrologist, said the reservoir <half full> could be emptied in a “matter of weeks”.\n\n"
        "Khartoum says that Ethiopia has massed troops near the border. "
        "The African Union plans a summit of the three states on 2 April.",
    )
    troops = d.said(SUDAN, "Khartoum", "says", "Ethiopia has massed troops near the border", act="claim")
    statements = (
        troops,
        d.said(
            ANALYST,
            "Hoda Sami, a hydrologist,",
            "said",
            "the reservoir <half full> could be emptied in a “matter of weeks”",
            kind="mixed",
        ),
    )
    events = (
        d.event("SUPPORT", "praised", (EGYPT,), (SUDAN,), date=on(2025, 3, 13, "published"), goldstein=3.4),
        d.event("REJECT", "left the dam negotiations", (SUDAN,), (ETHIOPIA, EGYPT), date=on(2025, 3, 12), goldstein=-4.0),
        d.event(
            "MOBILIZE",
            "massed troops",
            (ETHIOPIA,),
            (SUDAN,),
            date=on(2025, 3, 13, "published"),
            factuality="claimed",
            statement=troops.id,
        ),
        d.event("CONSULT", "summit", (UNION,), (), date=on(2025, 4, 2), factuality="planned"),
    )
    positions = (d.stands(EGYPT, "the filling of the dam", "oppose", "praised Sudan"),)
    return d.reading(statements, events, positions)


def echo() -> Reading:
    d = draft(
        "Khartoum Star",
        date(2025, 3, 14),
        "Agency: Sudan left talks",
        "Sudan quit the talks with Ethiopia and Egypt on Wednesday, Horn Wire reported. "
        "Ethiopia accused Sudan of weakness, according to the Horn Wire. "
        "Dawit Tefera told the agency that the filling “will go on with or without them”.",
    )
    chain = ("Horn Wire",)
    statements = (
        d.said(WIRE, "Horn Wire", "reported", "Sudan quit the talks with Ethiopia and Egypt on Wednesday", act="report"),
        d.said(TEFERA, "Dawit Tefera", "told", "the filling “will go on with or without them”", kind="mixed", reported_by=chain),
    )
    events = (
        d.event(
            "REJECT",
            "quit",
            (SUDAN,),
            (ETHIOPIA, EGYPT),
            date=on(2025, 3, 12),
            reported_by=chain,
            goldstein=-4.0,
            factuality="claimed",
        ),
        d.event("ACCUSE", "accused", (ETHIOPIA,), (SUDAN,), date=on(2025, 3, 14, "published"), reported_by=chain, goldstein=-2.0),
    )
    positions = (d.stands(TEFERA, "Filling of the dam", "support", "will go on with or without them", reported_by=chain),)
    return d.reading(statements, events, positions)


def talks() -> Reading:
    d = draft(
        "Nile Post",
        date(2025, 4, 3),
        "Three states talk again under African Union roof",
        "Sudan, Egypt and Ethiopia met at the African Union on 2 April. "
        "Amal Idris said her country would come back if the gates stayed open until June. "
        "“Nobody wants a dry summer,” Idris told reporters.",
    )
    statements = (
        d.said(IDRIS, "Amal Idris", "said", "her country would come back if the gates stayed open until June", act="offer"),
        d.said(IDRIS, "Idris told", "told reporters", "Nobody wants a dry summer", kind="direct"),
    )
    events = (d.event("CONSULT", "met", (SUDAN, EGYPT, ETHIOPIA), date=on(2025, 4, 2), goldstein=1.0, mode="visit"),)
    positions = (d.stands(IDRIS, "Filling of the dam", "conditional", "come back if the gates stayed open"),)
    return d.reading(statements, events, positions)
