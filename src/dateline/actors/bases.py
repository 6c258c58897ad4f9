"""Where somebody has his seat by an adjective: "the U.S.-based expert", "an Istanbul-based conglomerate"."""

from __future__ import annotations

from dateline.actors.scene import Scene
from dateline.actors.seats import LARGE
from dateline.knowledge.cities import find_cities
from dateline.knowledge.names import fold
from dateline.knowledge.us_states import us_states

LONGEST = 3
"""Words of a place before the hyphen."""
REACH = 9
"""Tokens before the noun or name within which the adjective stands."""
_STOP = frozenset({"ADP", "VERB", "AUX", "SCONJ", "PRON"})
_HYPHENS = frozenset("-‑–")


def base_of(scene: Scene, token: int) -> str | None:
    """The state of the place in "X-based" before the noun or name at `token`, or before what stands in apposition to it."""
    cols = scene.cols
    apposed = [k for k in cols.kids[token] if cols.dep[k] == "appos"]
    apposed += [cols.head[token]] if cols.dep[token] == "appos" else []
    apposed += [noun for noun, name in scene.linked.items() if name == token]
    for head in (token, *apposed):
        if (country := _before(scene, head)) is not None:
            return country
    return None


def _before(scene: Scene, head: int) -> str | None:
    cols = scene.cols
    name = scene.names.get(head)
    last = name.start if name is not None else head
    first = max(last - REACH, cols.sentences[cols.sentence[head]][0])
    for i in range(scene.name_before(last, first), last):
        if cols.lower[i].endswith("-based") and not _is_anothers(scene, i, last):
            return _place(scene, i, cols.words[i][: -len("-based")])
        if cols.lower[i] == "based" and cols.words[i - 1] in _HYPHENS and not _is_anothers(scene, i, last):
            return _place(scene, i - 1, "")
    return None


def _is_anothers(scene: Scene, based: int, head: int) -> bool:
    """ "A Washington-based group's director", "analysts at a London-based firm": of what stands between."""
    between = range(based + 1, head)
    return any(scene.cols.tag[i] == "POS" or scene.cols.pos[i] in _STOP or scene.cols.words[i] == "," for i in between)


def _place(scene: Scene, hyphen: int, glued: str) -> str | None:
    """The state of the longest place that ends right before the hyphen, if all who have that name are of one.

    `glued` is what the tokenizer left together with "-based".
    """
    cols = scene.cols
    start = cols.sentences[cols.sentence[hyphen]][0]
    for first in range(max(hyphen - LONGEST, start), hyphen + bool(glued)):
        if not cols.words[first][0].isupper():
            continue
        name = f"{cols.text(first, hyphen)} {glued}".strip() if glued and first < hyphen else glued or cols.text(first, hyphen)
        known = {e.country for e in scene.known.gazetteer.find(name) if e.kind == "state"}
        if len(known) == 1:
            return known.pop()
        if fold(name).casefold() in us_states():
            return "USA"
        if (country := _city(scene, name)) is not None:
            return country
    return None


def _city(scene: Scene, name: str) -> str | None:
    named = {d.country for d in scene.drafts.values() if d.kind == "state"}
    cities = find_cities(name)
    large = [c.country for c in cities if c.population >= LARGE]
    told = [c.country for c in cities if c.country in named]
    return next(iter(large or told), None)
