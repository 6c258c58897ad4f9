"""Which state "the country" and "the nation" are: the one last spoken of, but not the one that acts there."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.bodies import state_draft
from dateline.actors.owners import owner
from dateline.actors.phrasing import INDEFINITE, determiner, is_definite, is_plural, modifiers
from dateline.actors.scene import Scene
from dateline.knowledge.national_words import kingdoms
from dateline.knowledge.states import dependencies

_WITHIN = frozenset({"in", "into", "from", "inside", "within", "across", "throughout", "to", "out"})


def country(scene: Scene, token: int) -> str | None:
    """ "The country": the state last spoken of, a subject before others; "her country": the state that she acts for."""
    cols = scene.cols
    if is_plural(cols, token) or determiner(cols, token) in INDEFINITE:
        return None
    whose = owner(scene, token)
    if whose.country:
        draft = state_draft(scene, whose.country)
        return draft.key if draft else None
    if not is_definite(cols, token) or modifiers(cols, token):
        return None
    if cols.lemma[token] == "kingdom":
        return next((d.key for _, d in scene.before(token) if d.kind == "state" and d.country in kingdoms()), None)
    rival = _acts_within(scene, token)
    told = [(p, key) for p, key in _states_before(scene, token) if key != rival]
    for position, key in told:
        here = cols.sentence[position] == cols.sentence[token]
        if here and position in scene.names and scene.drafts[key].country not in dependencies():
            return key
    return next((key for position, key in told if scene.is_subject(position)), told[0][1] if told else None)


def _states_before(scene: Scene, token: int) -> Iterator[tuple[int, str]]:
    """The present states told of in the last sentences, by their names or their people, the nearest first."""
    for position, draft in scene.before(token, 3):
        uncounted = draft.kind == "people" and draft.count is None
        key = draft.key if draft.kind == "state" else scene.states.get(position, "") if uncounted else ""
        if key and draft.country in scene.known.states:
            yield position, key


def _acts_within(scene: Scene, token: int) -> str | None:
    """ "The U.S. will stay in the country": whoever acts there is of another one."""
    cols, preposition = scene.cols, scene.cols.head[token]
    possessive = cols.tag[token + 1 : token + 2] == ["POS"]
    if cols.dep[token] != "pobj" or possessive or cols.lower[preposition] not in _WITHIN:
        return None
    subject = cols.subject(cols.clause(preposition))
    return scene.actor(subject) if subject is not None and subject < token else None
