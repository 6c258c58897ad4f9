"""Who speaks a quotation, as far as a pronoun within it tells: of themselves people say "I"."""

from __future__ import annotations

from dateline.actors.scene import Scene
from dateline.knowledge.cues import verb_cues

_ATTITUDES = frozenset({"believe", "intend"})
WHOLE = 5
"""Tokens from which on a quotation is taken to be in its speaker's own words, pronouns too."""


def says(lemma: str) -> bool:
    """Is this verb one of saying rather than of thinking or wanting?"""
    return any(cue.act not in _ATTITUDES for cue in verb_cues().get(lemma, ()))


def speakers_of(scene: Scene, token: int) -> frozenset[str]:
    """The actors who are told to say the quotation around `token`, in its sentence and the ones beside it."""
    if token not in scene.quoted or not _is_long(scene, token):
        return frozenset()
    cols = scene.cols
    start = cols.sentences[max(cols.sentence[_edge(scene, token, -1)] - 1, 0)][0]
    stop = cols.sentences[min(cols.sentence[_edge(scene, token, 1)] + 1, len(cols.sentences) - 1)][1]
    tellers = [i for i in range(start, stop) if i not in scene.quoted and cols.paragraph[i] == cols.paragraph[token]]
    found = (_known(scene, i, token) for i in tellers if cols.dep[i] == "nsubj" and _is_teller(scene, cols.head[i]))
    return frozenset(key for key in found if key is not None)


def _is_teller(scene: Scene, verb: int) -> bool:
    """A verb of saying that is not itself what somebody says: "the White House said Trump had agreed"."""
    return says(scene.cols.lemma[verb]) and scene.cols.dep[verb] not in ("ccomp", "relcl", "acl", "xcomp")


def _known(scene: Scene, teller: int, token: int) -> str | None:
    """Who that is; one who comes after the pronoun counts only by name."""
    if teller < token:
        return scene.actor(teller)
    mention = scene.names.get(teller)
    return mention.key if mention is not None else None


def _is_long(scene: Scene, token: int) -> bool:
    return _edge(scene, token, 1) - _edge(scene, token, -1) + 1 >= WHOLE


def _edge(scene: Scene, token: int, step: int) -> int:
    """The first or last token of the quotation around `token` within its paragraph."""
    paragraph = scene.cols.paragraph
    while token + step in scene.quoted and paragraph[token + step] == paragraph[token]:
        token += step
    return token
