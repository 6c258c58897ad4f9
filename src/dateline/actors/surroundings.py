"""Whose officials or citizens these are where nothing beside them tells it: those of the state that the article is about."""

from __future__ import annotations

from collections import Counter

from dateline.actors.phrasing import determiner, modifiers
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

SHARE = 0.5
"""How much of all that the article names has to be of one state."""
MENTIONS = 4
"""How often the article has to name that state or somebody of it."""
_RANKS = frozenset(
    "senior top local government security health police provincial regional federal military defense defence law enforcement "
    "other public state intelligence ordinary former political".split()
)
_PLAIN = frozenset({None, "the", "some", "many", "a", "an", "several", "most"})


def article_country(scene: Scene, head: int) -> str | None:
    """The state of most names of the article, where this sentence and the one before name no other.

    For nouns of public service and of residents alone, without possessor and complement; "an official" may be anybody's.
    """
    cols = scene.cols
    if cols.lemma[head] not in discourse_nouns("resident") or cols.tag[head] not in ("NN", "NNS"):
        return None
    if determiner(cols, head) not in _PLAIN or (cols.lemma[head] == "official" and determiner(cols, head) in ("a", "an")):
        return None
    if any(cols.lower[m] not in _RANKS for m in modifiers(cols, head)) or cols.kid(head, "nummod", "poss") is not None:
        return None
    if any(cols.lower[k] in ("from", "of", "in", "at", "with") for k in cols.kids[head]):
        return None
    named = _countries(scene)
    told = Counter(c for _, c in named)
    top, times = told.most_common(1)[0] if told else (None, 0)
    near = {c for sentence, c in named if cols.sentence[head] - 1 <= sentence <= cols.sentence[head]}
    return top if times >= MENTIONS and times >= SHARE * len(named) and near == {top} else None


def _countries(scene: Scene) -> list[tuple[int, str]]:
    """The country of every name with the number of its sentence, without those of outlets."""
    found: list[tuple[int, str]] = []
    heads = {t: k for t, k in scene.owners.items()} | {t: m.key for t, m in scene.names.items()}
    for token, key in heads.items():
        country = scene.drafts[key].country
        if country is not None and not key.startswith("outlet:"):
            found.append((scene.cols.sentence[token], country))
    found.extend((scene.cols.sentence[t], c) for t, c in scene.places.items() if c)
    return found
