"""Addresses of pages of the reading room, drawn by seed from what an archive holds."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from dateline.archive import Archive
from dateline.knowledge.function_words import function_words
from dateline.web.questions import ACTS, TYPES

INCIDENTS = """
SELECT incident FROM (SELECT incident, count(*) AS reports FROM incident_reports GROUP BY incident) WHERE reports {} ORDER BY 1
"""
ACTORS = "SELECT id FROM identities WHERE articles {} ORDER BY id"
STATES = "SELECT country FROM actors WHERE kind = 'state' AND country IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 30"
SHOWN = 24
"""Turns of drawing after which an address that was drawn before is taken once more: there may be no other."""


@dataclass(frozen=True)
class Drawing:
    """Draws addresses of one archive."""

    archive: Archive
    rng: random.Random

    def of_kind(self, kind: str, number: int, asked: set[str]) -> Iterator[str]:
        """So many addresses of this kind, as far as possible none that was `asked` before; adds them to it."""
        return (self._new(DRAWN[kind], asked) for _ in range(number))

    def _new(self, draw: Callable[[Drawing], str], asked: set[str]) -> str:
        address = draw(self)
        for _ in range(SHOWN):
            if address not in asked:
                break
            address = draw(self)
        asked.add(address)
        return address

    def one(self, name: str) -> str:
        """A key or word of this sort."""
        return self.rng.choice(self.pools[name])

    def any_of(self, *names: str) -> str:
        return self.one(self.rng.choice(names))

    @cached_property
    def pools(self) -> dict[str, Sequence[str]]:
        """Keys and words by sort."""
        keys = {
            "articles": "SELECT id FROM articles ORDER BY id",
            "outlets": "SELECT DISTINCT outlet FROM articles WHERE outlet <> ''",
            "single": INCIDENTS.format("= 1"), "several": INCIDENTS.format("> 1"), "known": ACTORS.format("> 20"),
            "seldom": ACTORS.format("<= 20"), "states": STATES,
            "stories": "SELECT id FROM stories WHERE articles > 1 ORDER BY id",
            "proposals": "SELECT id FROM proposals ORDER BY id",
            "names": "SELECT name FROM identities WHERE articles > 5 ORDER BY id",
        }  # fmt: skip
        found = {name: [str(next(iter(row.values()))) for row in self._rows(query)] for name, query in keys.items()}
        return found | {"words": self._words()}

    def _words(self) -> list[str]:
        texts = self._rows("SELECT text FROM articles ORDER BY number LIMIT 300")
        words = [word for row in texts for word in re.findall(r"[A-Za-z]{4,}", row["text"])]
        return [word for word in words if word.casefold() not in function_words()]

    @cached_property
    def days(self) -> tuple[date, date]:
        row = self._rows("SELECT min(published_start) AS first, max(published_end) AS last FROM articles")[0]
        return row["first"], row["last"]

    def _rows(self, query: str) -> list[dict[str, Any]]:
        return self.archive.select(query)

    def period(self) -> dict[str, str]:
        """Bounds of a time, or none."""
        first, last = self.days
        since = first + timedelta(self.rng.randrange((last - first).days))
        until = since + timedelta(self.rng.choice((7, 30, 90, 365)))
        return self.rng.choice(({}, {"since": str(since)}, {"since": str(since), "until": str(until)}))

    def some(self, **given: Callable[[], str]) -> dict[str, str]:
        """Each of these parameters with an even chance."""
        return {name: draw() for name, draw in given.items() if self.rng.random() < 0.5}

    def page(self, most: int) -> dict[str, str]:
        return {"page": str(self.rng.randint(1, most))}

    def typed(self) -> str:
        """What somebody types to search: words, a phrase, words with a filter."""
        words = [self.one("words") for _ in range(self.rng.randint(1, 3))]
        more = self.rng.choice(("", "", f" outlet:{self.one('outlets').split()[0]}", f" since:{self.rng.randint(2013, 2019)}"))
        return f'"{self.one("names")}"' if self.rng.random() < 0.2 else " ".join(words) + more


def _asking(path: str, *parts: dict[str, str]) -> str:
    asked = {name: value for part in parts for name, value in part.items()}
    return f"{path}?{urlencode(asked)}" if asked else path


def _incidents(d: Drawing) -> str:
    some = d.some(
        about=lambda: d.any_of("states", "known", "names"), type=lambda: d.rng.choice(TYPES), order=lambda: d.rng.choice(ORDERS)
    )
    return _asking("/incidents", some, d.period(), d.page(5))


def _statements(d: Drawing) -> str:
    some = d.some(
        speaker=lambda: d.any_of("states", "known", "names"), about=lambda: d.any_of("states", "known"),
        act=lambda: d.rng.choice(ACTS), words=lambda: d.one("words"),
    )  # fmt: skip
    return _asking("/statements", some, d.period(), d.page(3))


def _pair(d: Drawing) -> str:
    one, other = d.rng.sample(list(d.pools["states"]), 2)
    return _asking(f"/pairs/{one}/{other}", d.some(by=lambda: d.rng.choice(("day", "week", "month"))))


def _about(d: Drawing) -> dict[str, str]:
    return d.some(about=lambda: d.any_of("states", "known", "names"))


def _chart(d: Drawing) -> str:
    one, other = d.rng.sample(list(d.pools["states"]), 2)
    return d.rng.choice((f"/charts/tension/{one}/{other}.json", f"/charts/statements/{d.any_of('known', 'seldom')}.json"))


ORDERS = ("latest", "earliest", "widest")
DRAWN: dict[str, Callable[[Drawing], str]] = {
    "overview": lambda d: "/",
    "stories": lambda d: _asking("/stories", d.page(60)),
    "story": lambda d: f"/stories/{d.one('stories')}",
    "incidents": _incidents,
    "incident": lambda d: f"/incidents/{d.any_of('single', 'several')}",
    "statements": _statements,
    "articles": lambda d: _asking("/articles", d.some(outlet=lambda: d.one("outlets"), title=lambda: d.one("words")), d.period()),
    "article": lambda d: f"/articles/{d.one('articles')}",
    "actors": lambda d: _asking("/actors", d.some(words=lambda: d.one("names").split()[-1]), d.page(40)),
    "actor": lambda d: f"/actors/{d.any_of('states', 'known', 'known', 'seldom')}",
    "pairs": lambda d: _asking("/pairs", d.page(30)),
    "pair": _pair,
    "positions": lambda d: _asking("/positions", {"about": d.any_of("states", "known", "known")}),
    "proposal": lambda d: f"/positions/{d.one('proposals')}",
    "search": lambda d: _asking("/search", {"q": d.typed()}),
    "places": lambda d: _asking("/places", _about(d), d.period()),
    "network": lambda d: _asking("/network", _about(d), d.period()),
    "chart": _chart,
}
"""For each kind of page how an address of it is drawn."""


def mixed(drawing: Drawing, number: int, asked: set[str]) -> Iterator[str]:
    """Addresses of all kinds in turn, in an order drawn."""
    kinds = [kind for _ in range(-(-number // len(DRAWN))) for kind in DRAWN][:number]
    drawing.rng.shuffle(kinds)
    return (address for kind in kinds for address in drawing.of_kind(kind, 1, asked))
