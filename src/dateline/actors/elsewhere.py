"""Words of a noun phrase that tell that somebody of another state, or of no one state, is meant."""

from __future__ import annotations

from dateline.actors.phrasing import determiner, modifiers
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.national_words import national_word

_OF = frozenset({"of", "from", "in", "at", "with", "for", "to", "inside", "within"})
_WORLDWIDE = "international"
"""What somebody at home in a place may deal with."""
_NATIONS = frozenset({"country", "nation", "state", "world", "region", "government", "europe", "asia", "africa", "west"})

_KINDS = frozenset(
    {"dictator", "tyrant", "strongman", "regime", "government", "dictatorship", "administration", "parliament", "congress"}
)
"""In the plural, of no one state."""
_FORCES = frozenset(
    {
        "security",
        "armed",
        "special",
        "ground",
        "military",
        "government",
        "police",
        "air",
        "naval",
        "riot",
        "elite",
        "army",
        "pro",
        "regime",
        "loyalist",
    }
)


def phrase_of(scene: Scene, head: int) -> list[str]:
    """The modifiers of a noun and its singular, in small letters."""
    cols = scene.cols
    last = cols.lower[head].removesuffix("s") if cols.tag[head] == "NNPS" else cols.lemma[head]
    last = cols.lemma[head] if last in discourse_nouns("confession") else last
    return [*(cols.lower[m].strip(".") for m in modifiers(cols, head)), last]


def is_qualified_abroad(scene: Scene, head: int) -> bool:
    """ "Western officials"; not the South of "South Korea-based", nor "a Leeds-based international economist"."""
    cols, left = scene.cols, scene.cols.left[head]
    told = (m for m in range(left, head) if m not in scene.states and "based" not in cols.lower[m + 1 : m + 4])
    return any(
        national_word("abroad", [cols.lower[m]]) for m in told if cols.lower[m] != _WORLDWIDE or "based" not in cols.lower[left:m]
    )


def is_of_nations(scene: Scene, head: int) -> bool:
    """ "Officials from several countries"."""
    cols = scene.cols
    wholes = (cols.kid(k, "pobj") for k in cols.kids[head] if k > head and cols.lower[k] in _OF)
    return any(w is not None and cols.tag[w] == "NNS" and cols.lemma[w] in _NATIONS for w in wholes)


def is_elsewhere(scene: Scene, head: int) -> bool:
    """ "Western officials", "leaders of several countries", "other parties": told to be of no state or of some other."""
    cols = scene.cols
    if is_qualified_abroad(scene, head):
        return True
    if cols.words[head - 1] in "”’\"'" and head > 0:
        return True  # “Leave” voters
    for k in cols.kids[head]:
        if k > head and cols.lower[k] in _OF and (whose := cols.kid(k, "pobj")) is not None:
            states = any(i in scene.states for i in range(k, whose + 1))
            if states or cols.lemma[whose] in _NATIONS or cols.tag[whose] in ("NNP", "NNPS"):
                return True
    return False


def is_generic(scene: Scene, head: int) -> bool:
    """ "Dictators", "market forces", "public opposition", "its own government": a kind, a thing, or somebody else's."""
    cols = scene.cols
    words = [cols.lower[m] for m in modifiers(cols, head)]
    if "own" in words or (cols.tag[head] == "NNS" and cols.lemma[head] in _KINDS):
        return True
    if cols.lemma[head] == "force":
        return not words or any(w not in discourse_nouns("plain_modifier") | _FORCES for w in words)
    return cols.lemma[head] == "opposition" and determiner(cols, head) != "the"
