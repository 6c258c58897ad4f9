"""Which sector a noun phrase tells: by its noun, by what qualifies it, by the body that it belongs to, by "former"."""

from __future__ import annotations

from dateline.actors.columns import Columns
from dateline.actors.lexicon import Noun, longest_noun
from dateline.actors.phrasing import modifiers
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.sector_words import sector_words

_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "IGO"})
_SIDES = frozenset({"pro", "anti", "non"})
_ORGANISED = frozenset({"government_body", "company", "outlet", "other", "people"})


def phrase_sector(scene: Scene, head: int, noun: Noun | None, lord: Draft | None = None) -> str:
    """The sectors, the first one first; empty where nothing tells any.

    `noun` is what the tables know of the head, `lord` the actor that the phrase belongs to.
    """
    cols = scene.cols
    qualifiers = _qualifiers(scene, head, noun)
    if _is_partial(cols, head, qualifiers):
        return "PRE"
    base = noun.sector if noun is not None else ""
    if cols.lemma[head] in sector_words("kin") and cols.words[head].islower():
        base = sector_words("kin")[cols.lemma[head]]
    found = _armed(cols, qualifiers) or (_qualified(cols, qualifiers) if not base or _is(cols, head, "weak") else "")
    if not found and (not base or _is(cols, head, "head")):
        found = lord_sector(lord)
    sector = found or base
    return "ELI" if sector.split(" ")[0] in _PUBLIC and _is_former(cols, head) else sector


def lord_sector(lord: Draft | None) -> str:
    """The sectors of a body without its country; a state or a person lends none."""
    if lord is None or lord.kind not in _ORGANISED or not lord.code:
        return ""
    return " ".join(p for p in lord.code.split() if p != lord.country)


def name_sector(words: list[str], noun: Noun) -> str:
    """What the words of a proper name say: "Medical" in "Aboriginal Medical Services Alliance"."""
    if noun.sector and noun.words[-1] not in sector_words("weak"):
        return noun.sector
    told = [sector_words("qualifier")[w] for w in words[:-1] if w in sector_words("qualifier")]
    return told[-1] if told else noun.sector


def _qualifiers(scene: Scene, head: int, noun: Noun | None) -> list[int]:
    """The modifiers that are not words of the noun itself nor names."""
    cols = scene.cols
    own = len(noun.words) - 1 if noun is not None else 0
    found = [m for m in modifiers(cols, head) if cols.words[m] != "-"]
    return [m for m in (found[:-own] if own else found) if m not in scene.lent]


def _armed(cols: Columns, qualifiers: list[int]) -> str:
    for m in qualifiers:
        if cols.lower[m] == "armed" and m > 0 and cols.words[m - 1] in "-‑–":
            continue  # a nuclear-armed state
        sided = m > 1 and cols.words[m - 1] == "-" and cols.lower[m - 2] in _SIDES
        word = f"{cols.lower[m - 2]} {cols.lower[m]}" if sided else cols.lower[m]
        if (sector := sector_words("armed").get(word)) is not None:
            return sector
    return ""


def _qualified(cols: Columns, qualifiers: list[int]) -> str:
    """The sector of the modifier nearest to the noun: an adjective of the table, or a noun for an actor ("bank officials")."""
    for n, m in reversed(list(enumerate(qualifiers))):
        if m > 1 and cols.words[m - 1] == "-" and cols.lower[m - 2] in _SIDES:
            continue
        sector = sector_words("qualifier").get(cols.lower[m])
        if sector is not None:
            return sector
        noun = longest_noun([cols.lower[i] for i in qualifiers[: n + 1]]) if cols.pos[m] in ("NOUN", "PROPN") else None
        if noun is not None and noun.sector:
            return noun.sector
    return ""


def _is(cols: Columns, head: int, role: str) -> bool:
    return cols.lemma[head] in sector_words(role) or cols.lower[head] in sector_words(role)


def _is_former(cols: Columns, head: int) -> bool:
    """ "Retired vice president", "ex-minister"."""
    return any(cols.lower[m] in sector_words("former") for m in range(max(cols.left[head], head - 5), head))


def _is_partial(cols: Columns, head: int, qualifiers: list[int]) -> bool:
    told = {cols.lower[m] for m in qualifiers} | {cols.lower[max(head - 1, 0)]}
    return _is(cols, head, "land") and bool(told & sector_words("partial").keys()) and "internationally" not in told
