"""The state of rebels, militias, civilians and minorities: the one that is at war within and named near them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.actors.harmed import are_harmed
from dateline.actors.namings import MENTIONS, Naming
from dateline.actors.owners import owner
from dateline.actors.phrasing import modifiers
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.national_words import national_word
from dateline.knowledge.wars import states_at_war

MOST = 2
"""How many times as often as any other the article names the state at war of which it is."""
_OF_ANY_STATE = frozenset({"islamist", "jihadist", "muslim", "christian", "other", "various", "several", "different"})
"""Words of those who are of another state elsewhere, and of the one at war here."""
PART = 3
"""How many times as often the state that the article names most may be named."""


def country_at_war(scene: Scene, head: int, others: Sequence[Naming]) -> str | None:
    """The only state at war that is named in the sentence, else in those beside it, else the one that the article is about."""
    near_only = scene.cols.lower[head].removesuffix("s") in discourse_nouns("confession") or are_harmed(scene, head)
    if not (near_only or _are_at_war(scene, head)) or _are_from_abroad(scene, head) or _are_somebodys(scene, head):
        return None
    sentence, wars = scene.cols.sentence[head], states_at_war(scene.day)
    for reach in (0, 1):
        told = Counter(n.country for n in others if n.country in wars and abs(n.sentence - sentence) <= reach)
        if told:
            return _first(told)
    return None if near_only else _of_article(Counter(n.country for n in others), wars)


def _first(told: Counter[str]) -> str | None:
    """The one named most by far."""
    ranked = told.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < MOST * ranked[1][1]):
        return None
    return ranked[0][0]


def _of_article(told: Counter[str], wars: frozenset[str]) -> str | None:
    country = _first(Counter({c: n for c, n in told.items() if c in wars}))
    enough = country is not None and told[country] >= max(MENTIONS, max(told.values()) / PART)
    return country if enough else None


def _are_at_war(scene: Scene, head: int) -> bool:
    """Rebels and civilians by the noun, forces and groups by the word before it."""
    cols = scene.cols
    if {cols.lemma[head], cols.lower[head].removesuffix("s")} & discourse_nouns("belligerent"):
        return True
    armed = cols.lemma[head] in discourse_nouns("armed_by_modifier")
    return armed and any(cols.lower[m] in discourse_nouns("rising") for m in modifiers(cols, head))


def _are_somebodys(scene: Scene, head: int) -> bool:
    """ "Its insurgents", "Islamic State militias"; whose allies they are tells nothing."""
    allies = scene.cols.lemma[head] in discourse_nouns("between_states")
    owned = not allies and any(scene.cols.tag[k] == "PRP$" for k in scene.cols.kids[head])
    return owned or owner(scene, head).key is not None


def _are_from_abroad(scene: Scene, head: int) -> bool:
    """ "Foreign militias", "Sunni Arab and Turkish allies"."""
    told = modifiers(scene.cols, head)
    words = {scene.cols.lower[m] for m in told} - discourse_nouns("rising") - _OF_ANY_STATE
    return any(national_word("abroad", [word]) for word in words)
