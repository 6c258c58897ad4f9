"""Jinja for the pages: escaped everywhere, with the words and addresses that templates need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from importlib import resources
from types import CodeType
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from dateline._version import __version__
from dateline.analysis.moved_pairs import MovedPair
from dateline.knowledge.event_words import QUAD_CLASSES
from dateline.records import content_id
from dateline.views.room.party import Party
from dateline.views.sparkline import sparkline_svg
from dateline.views.wording import STANCE_VERBS, balance_words, count, day_words, listing, period_words
from dateline.web.questions import ACTS, TYPES

STANDINGS = {
    "vouched": "",
    "claimed": "claimed",
    "planned": "planned",
    "hypothetical": "possible",
    "denied": "denied",
}
"""A word for how an incident stands; that it is vouched for needs none."""


class Compiled(BytecodeCache):
    """What this process has compiled of templates, for all of its environments: to compile one takes some 50 ms."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was compiled of the same source."""
        checksum, code = self._known.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._known[bucket.key] = (bucket.checksum, bucket.code)


COMPILED = Compiled()


def compile_templates() -> None:
    """Compile all templates, so that no page has to wait for its own."""
    made = environment()
    for name in made.list_templates():
        made.get_template(name)


def environment() -> Environment:
    """The environment with all filters and the globals of every page."""
    made = Environment(
        loader=PackageLoader("dateline.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )  # fmt: skip
    made.filters.update(
        day=day_words, balance=balance_words, listing=_listing, percent=_percent, query=query_of, segment=_segment,
        short_day=_short_day, cut=_cut, cell=_cell,
    )  # fmt: skip
    made.globals.update(
        count=count, period=_period, version=__version__, standings=STANDINGS, quads=QUAD_CLASSES, types=TYPES, acts=ACTS,
        party_address=party_address, stance_verbs=STANCE_VERBS, asset=asset, sparkline=_sparkline, reviewer="",
    )  # fmt: skip
    return made


def party_address(party: Party) -> str:
    """The page of a party."""
    return f"/actors/{_segment(party.key)}"


def query_of(asked: object, **changes: object) -> str:
    """The query of an address that asks the same with some changes: what is nothing is left out."""
    given = {f.name: getattr(asked, f.name) for f in fields(asked)} if is_dataclass(asked) else dict(_mapping(asked))
    pairs = {name: _plain(value) for name, value in (given | changes).items() if value not in (None, "", False)}
    return f"?{urlencode(pairs)}" if pairs else ""


def _mapping(asked: object) -> Mapping[str, Any]:
    return asked if isinstance(asked, Mapping) else {}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def asset(name: str) -> str:
    """The address of a file of the page, which changes with its content, so that browsers may keep it for ever."""
    return f"/static/{name}?{_hash(name)}"


@cache
def _hash(name: str) -> str:
    return content_id("f", resources.files("dateline.web").joinpath("static", name).read_text(encoding="utf-8"))[2:10]


def _segment(text: str) -> str:
    return quote(text, safe="")


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _period(first: date | None, last: date | None) -> str:
    return period_words(first, last) if first and last else "undated"


def _listing(names: Iterable[str], most: int = 4) -> Markup:
    """The names as a sentence has them, each with a direction of its own: a name may turn the letters after it around."""
    return Markup(listing([Markup("<bdi>{}</bdi>").format(_cut(name, 120)) for name in names], most))


def _cut(text: str | None, most: int) -> str:
    """At most so many characters: articles are hostile, and a name or a title may be as long as a book."""
    found = text or ""
    return found if len(found) <= most else f"{found[:most].rstrip()}…"


def _cell(value: object) -> str:
    """A value in the table beside a chart."""
    if isinstance(value, date):
        return _short_day(value)
    if isinstance(value, float):
        return balance_words(value)
    return f"{value:,}" if isinstance(value, int) else str(value or "")


def _short_day(day: date | None) -> str:
    """For example "4 Jul 2017"."""
    return f"{day.day} {day_words(day).split()[1][:3]} {day.year}" if day else "undated"


def _sparkline(pair: MovedPair) -> str:
    periods = pair.tension.periods
    marks = [number for number, period in enumerate(periods) if period.start == pair.turn.start]
    label = f"Index of {pair.names[0]} and {pair.names[1]} by {pair.tension.by}"
    return sparkline_svg([p.balance if p.incidents else None for p in periods], marks, 220, 44, label=label)
