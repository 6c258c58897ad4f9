"""PLOVER-style codes for phrases: country and sector of "four Saudi men", "a US destroyer", "Angela Merkel" on a day.

A phrase is read like the subject of a sentence in an article of that day, with the context as the paragraph before it, so
that it means what it would mean in a reading.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.actors.finding import read_scene
from dateline.actors.gazetteer import Entry
from dateline.actors.lexicon import longest_noun
from dateline.actors.phrasing import noun_of
from dateline.actors.scene import Draft, Scene
from dateline.actors.source_spans import give_sources, root
from dateline.errors import BadRecord
from dateline.knowledge.cities import find_cities
from dateline.knowledge.function_words import function_words
from dateline.knowledge.nouns import actor_noun
from dateline.knowledge.sector_words import sector_words
from dateline.knowledge.sites import sites
from dateline.knowledge.states import load_states, state_by_name
from dateline.language import parse
from dateline.records import Article, Published, Span, content_id
from dateline.sources.publication_date import parse_days
from dateline.times import find_times

_SAYING = " said so."
"""What makes a subject of the phrase; saying is what every sort of actor does."""
_PLOVER = {"MED": "JRN", "HLH": "MED"}
"""Readings keep CAMEO's codes for media and health, which PLOVER renamed."""
_NOW = frozenset({"", "today", "now"})
_SECTORS = frozenset({"AGR", "BUS", "COP", "EDU", "ENV", "HLH", "HRI", "JUD", "LAB", "LEG", "MIL", "REF", "SPY"})
_SOME_OF = re.compile(
    r"^(?:an?\s+)?(?:few|several|some|many|most|all|both|number|dozens|scores|hundreds|thousands)\s+of\s+(?=(?:the|these|those|its|their)\b)",
    re.I,
)
"""What a part is taken of is what tells the sector: "several of the largest trade unions"."""
_UNIONS = {"UNO": "UNO", "EEC": "EUR"}
"""The two bodies of states that PLOVER tells from the others in place of a country."""


@dataclass(frozen=True, slots=True)
class ActorCode:
    """What a phrase means. `country` is an alpha-3 code, `IGO`, `UNO` or `EUR`, `IMG`, or empty; `sector` is the first one.

    `code` holds country and all sectors ("USA GOV MIL"); `reason` names the rule or the table that told.
    """

    name: str
    country: str
    sector: str
    code: str
    reason: str


def code_actor(text: str, context: str | None = None, date: str | datetime.date | None = None) -> ActorCode:
    """Country and sector of the actor that a phrase names or describes, on a day.

    `context` is a word or sentence that tells what the phrase is about ("Mexico", "Colombian defense"). `date` is a day, or a
    day in words ("2015-05-10", "10 May 2015", "Today"); without it, today. Sectors are those of the PLOVER manual of 2021:
    `JRN` for media and `MED` for health; `ELI` for who has left office; `UNK` for who is nobody in particular, `JNK` for what is
    no actor. A state by its name has no sector. Who was in office when the tables were made is taken to be so still. Raises
    BadRecord for a date that cannot be read.
    """
    phrase, day = _SOME_OF.sub("", " ".join(text.split()).strip(" ,;:"), count=1), _day(date)
    if not _has_content(phrase) or _is_time(phrase, day):
        return ActorCode(phrase, "", "JNK", "JNK", "no actor")
    scene, span = _read(phrase, context, day)
    vouched = _last_vouched(scene, span, day)
    if vouched is not None:
        scene, span = _read(phrase, context, vouched)
    return _coded(phrase, scene, span)


def _day(words: str | date | None) -> date:
    if isinstance(words, date):
        return words
    if words is None or words.strip().casefold() in _NOW:
        return date.today()
    days = parse_days(words)
    if days is None:
        raise BadRecord("code_actor", f"date={words!r} is no day", "give it as YYYY-MM-DD, or like 10 May 2015")
    return days[0]


def _has_content(phrase: str) -> bool:
    """More than marks and words such as "of" and "the"."""
    words = [w for w in phrase.split() if any(c.isalpha() for c in w)]
    return any(w.casefold() not in function_words() or (w.isupper() and len(w) > 1) for w in words)


def _is_time(phrase: str, day: date) -> bool:
    """ "Yesterday", "in March 2014"."""
    return any(t.span.length >= len(phrase) - 4 for t in find_times(phrase, Published(day, day, "given")))


def _read(phrase: str, context: str | None, day: date) -> tuple[Scene, Span]:
    """The scene of a short article, and where the phrase stands in it."""
    before = f"{context.strip()}\n\n" if context and context.strip() else ""
    text = f"{before}{phrase[0].upper()}{phrase[1:]}{_SAYING}"
    span = Span(len(before), len(before) + len(phrase))
    digest = content_id("phrase", text)
    published = Published(day, day, "given")
    article = Article(digest, digest, "code_actor", None, None, None, None, "en", published, text)
    scene = read_scene(next(parse([article])))
    give_sources(scene, [span])
    return scene, span


def _last_vouched(scene: Scene, span: Span, day: datetime.date) -> datetime.date | None:
    """The last day on which the tables know a person in an office whose end they do not know, if `day` comes after it."""
    head = root(scene, span)
    draft = scene.draft(head) if head is not None else None
    if draft is None or draft.kind != "person" or " " not in draft.name:
        return None
    open_ended = [h for h in scene.known.holders.named(draft.name) if h.until is None and h.as_of is not None]
    return max((h.as_of.latest for h in open_ended if h.as_of and h.as_of.latest < day), default=None)


def _coded(phrase: str, scene: Scene, span: Span) -> ActorCode:
    head = root(scene, span)
    draft = scene.draft(head) if head is not None else None
    entry = _known(phrase, scene) if draft is None or _is_nobody_known(draft) else None
    if entry is not None:
        return _of_code(entry.name, entry.country, entry.code, entry.origin, state=entry.kind == "state")
    if draft is None or head is None:
        return ActorCode(phrase, _place_country(phrase, scene, span) or "", "UNK", "UNK", "no actor known")
    named = draft.kind == "state" and not _is_governing(scene, head)
    country = draft.country or (None if _codes_country(draft.code) else _place_country(phrase, scene, span))
    code = _stated(draft) or draft.code
    code = code if code and code != draft.country else _by_head(scene, head, draft)
    return _of_code(draft.name, country, code, draft.reason, state=named)


def _stated(draft: Draft) -> str | None:
    """ "Foreign Minister Park Jin" after he has left office: the phrase's word counts, as in readings it does for the role."""
    noun = longest_noun((draft.role or "").casefold().split()) if draft.role_conflict is not None else None
    return f"{draft.country or ''} {noun.sector}".strip() if noun is not None and noun.office else None


def _is_governing(scene: Scene, head: int) -> bool:
    """ "Mexican authorities", "the Palestinian Authority", not "the Republic of Korea"."""
    noun = noun_of(scene.cols, head)
    return noun is not None and noun.kind == "government_body" and noun.words[-1].removesuffix("s") not in sector_words("land")


def _is_nobody_known(draft: Draft) -> bool:
    return draft.code is None or draft.code == draft.country


def _known(phrase: str, scene: Scene) -> Entry | None:
    """What a table says of the whole phrase: of several the one whose country the context names, else the first."""
    plain = phrase[4:] if phrase[:4].casefold() == "the " else phrase
    entries = (*scene.known.gazetteer.find(phrase), *scene.known.gazetteer.find(plain))
    named = [e for e in entries if f"state:{e.country}" in scene.named]
    return next(iter((*named, *entries)), None)


def _codes_country(code: str | None) -> bool:
    return (code or "").split(" ")[0] in {*_alpha3(), "IGO", "IMG"}


def _place_country(phrase: str, scene: Scene, span: Span) -> str | None:
    """The country of the place that the phrase is, of the last one that it names, or else of the first one of the context."""
    first, last = (bisect_left(scene.cols.offset, o) for o in span)
    here = [c for i in range(first, last) if (c := _country_at(scene, i))]
    named = [c for start, end in _proper_names(scene, first, last) if (c := _of_place(scene.cols.text(start, end)))]
    told = [c for i in range(first) if (c := _country_at(scene, i))]
    return _of_place(phrase) or next(iter((*here[-1:], *named[-1:], *told)), None)


def _country_at(scene: Scene, token: int) -> str | None:
    if token in scene.states:
        return scene.drafts[scene.states[token]].country
    return scene.places.get(token)


def _proper_names(scene: Scene, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of proper nouns after a preposition, or in the possessive."""
    cols, start = scene.cols, first
    while start < last:
        end = start
        while end < last and cols.tag[end] in ("NNP", "NNPS"):
            end += 1
        before, after = cols.pos[start - 1] if start > first else "", cols.tag[end] if end < len(cols) else ""
        if end > start and (before == "ADP" or after == "POS"):
            yield start, end
        start = max(end, start + 1)


def _of_place(name: str) -> str | None:
    """The country of a state, region or city of that name; of several cities, of the largest."""
    state, site, cities = state_by_name(name), sites().one(name), find_cities(name)
    if state is not None:
        return state.iso3
    if site is not None and site.country:
        return site.country
    return cities[0].country if cities else None


def _by_head(scene: Scene, head: int, draft: Draft) -> str | None:
    """A ship or hospital that readings take for no actor has a sector yet; who is described by no word for an actor is UNK.

    A thing or a name has no sector.
    """
    noun = actor_noun(scene.cols.lower[head]) or actor_noun(scene.cols.lemma[head])
    if noun is not None and noun.sector:
        return noun.sector
    if not draft.reason.startswith(("described", "body noun")) or scene.cols.pos[head] == "PROPN":
        return None
    return None if scene.cols.lemma[head] in sector_words("thing") else "UNK"


@cache
def _alpha3() -> frozenset[str]:
    return frozenset(s.iso3 for s in load_states())


def _of_code(name: str, country: str | None, code: str | None, reason: str, *, state: bool) -> ActorCode:
    """Country and sectors from the code of a reading, in the words of the PLOVER manual."""
    parts = (code or "").split()
    if parts[:1] == ["IGO"]:
        country = next((_UNIONS[p] for p in parts if p in _UNIONS), "IGO")
        parts = [p for p in parts if p in _SECTORS] or ["IGO"]
    elif parts and (parts[0] in _alpha3() or parts[0] == "IMG"):
        country, parts = country or parts[0], parts[1:]
    sectors = [] if state else [_PLOVER.get(p, p) for p in parts]
    return ActorCode(name, country or "", sectors[0] if sectors else "", " ".join([country or "", *sectors]).strip(), reason)
