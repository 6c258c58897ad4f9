"""Spans that statements found as sources of speech: each is somebody, even if no table knows the noun."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from dateline.actors.descriptions import describe
from dateline.actors.groups import joined
from dateline.actors.owners import owner
from dateline.actors.phrasing import is_definite, noun_of
from dateline.actors.scene import Scene
from dateline.knowledge.cues import noun_cues
from dateline.records import Span

_NOBODY = frozenset({"PRON", "DET", "VERB", "AUX", "ADP", "ADV", "SCONJ", "PART", "PUNCT", "SPACE", "CCONJ", "SYM", "X", "INTJ"})


def give_sources(scene: Scene, sources: Sequence[Span]) -> dict[int, str]:
    """Make sure that every source has an actor; for joint sources, the key of the group by the token of the first."""
    groups: dict[int, str] = {}
    for span in sources:
        head = root(scene, span)
        if head is None or _within_name(scene, head):
            continue
        if scene.actor(head) is None and scene.cols.pos[head] not in _NOBODY:
            key = author(scene, head) or describe(scene, head, noun_of(scene.cols, head)).key
            scene.heads[head] = key
            insort(scene.trail, (head, key))
        members = scene.coordinated(head, bisect_left(scene.cols.offset, span.end))
        if len(members) > 1:
            groups[head] = joined(scene, members).key
    return groups


def _within_name(scene: Scene, token: int) -> bool:
    """ "Al" in "al-Abadi", where the parser makes a part of the name its head."""
    if token in scene.names:
        return False
    near = (scene.names[i] for i in range(max(token - 4, 0), min(token + 5, len(scene.cols))) if i in scene.names)
    return any(m.start <= token < m.end for m in near)


def author(scene: Scene, head: int) -> str | None:
    """Who speaks in "the ministry's statement", or in "the communique" of the sentence before."""
    cols = scene.cols
    cue = noun_cues().get(cols.lemma[head])
    if cue is None or "text" not in cue.frames:
        return None
    own = owner(scene, head).key
    if own is not None or not is_definite(cols, head) or cols.sentence[head] == 0:
        return own
    start, end = cols.sentences[cols.sentence[head] - 1]
    verb = next((i for i in range(start, end) if cols.head[i] == i), start)
    subject = cols.subject(verb)
    return (scene.actor(subject) or owner(scene, subject).key) if subject is not None else None


def root(scene: Scene, span: Span) -> int | None:
    """The token of the span on which its other tokens depend; a preposition gives way to its object."""
    cols = scene.cols
    first = bisect_left(cols.offset, span.start)
    last = bisect_left(cols.offset, span.end)
    inside = range(first, last)
    for i in inside:
        if cols.pos[i] in ("PUNCT", "SPACE") or (cols.head[i] in inside and cols.head[i] != i):
            continue
        if cols.pos[i] in ("ADP", "SCONJ"):
            return next((k for k in cols.kids[i] if cols.dep[k] == "pobj" and k in inside), i)
        return i
    return None
