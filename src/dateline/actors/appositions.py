"""Names and the offices beside them where the parser lost the apposition: "Russia's ambassador to the U.N., X, was ..."."""

from __future__ import annotations

from dateline.actors.name_runs import HONORIFICS
from dateline.actors.phrasing import noun_of
from dateline.actors.scene import NameMention, Scene
from dateline.knowledge.abbreviations import abbreviations

REACH = 9
"""Tokens within which a noun of office may stand from the comma before or after the name."""
_STOP = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON"})


def link_offices(scene: Scene) -> None:
    """Fill `scene.linked`: the office between two commas after a name, or the office that ends at the comma before one."""
    for head, mention in scene.names.items():
        if scene.drafts[mention.key].kind != "person":
            continue
        office = _before(scene, mention) or _after(scene, mention)
        if office is not None:
            scene.linked[office] = head


def _before(scene: Scene, mention: NameMention) -> int | None:
    cols = scene.cols
    comma = mention.start - 1
    while comma > 0 and (cols.lower[comma] in HONORIFICS or cols.words[comma] == "." or _is_office(scene, comma)):
        comma -= 1
    first = cols.sentences[cols.sentence[mention.start]][0]
    if comma <= first or cols.words[comma] != ",":
        return None
    for i in range(comma - 1, max(first, comma - REACH) - 1, -1):
        if cols.pos[i] in _STOP and cols.words[i] not in ("'s", "’s"):
            return None
        if _is_office(scene, i) and (i == comma - 1 or cols.lower[i + 1] in ("of", "to", "for", "at", "in")):
            return i
    return None


def _after(scene: Scene, mention: NameMention) -> int | None:
    cols = scene.cols
    comma = mention.end
    stop = min(cols.sentences[cols.sentence[mention.start]][1], comma + REACH)
    if comma >= stop or cols.words[comma] != ",":
        return None
    for i in range(comma + 1, stop):
        if cols.pos[i] in _STOP and cols.words[i] not in ("'s", "’s", "-"):
            return None
        following = cols.lower[i + 1] if i + 1 < len(cols) else ","
        if _is_office(scene, i) and following in (",", ".", "of", "to", "for", "at", "in", "who"):
            return None if _opens_another_name(scene, i) else i
    return None


def _opens_another_name(scene: Scene, office: int) -> bool:
    """In a list, the office after a name is the next one's: "Trump, Secretary of State Rex Tillerson and ..."."""
    cols, i = scene.cols, office + 1
    while i < len(cols) and cols.pos[i] not in ("PUNCT", "VERB", "AUX", "CCONJ"):
        mention = scene.names.get(i)
        if mention is not None and scene.drafts[mention.key].kind == "person":
            return True
        i += 1
    return False


def _is_office(scene: Scene, token: int) -> bool:
    cols = scene.cols
    if cols.lower[token].strip(".") in abbreviations():
        return True
    if cols.tag[token] not in ("NN", "NNP") or token in scene.names or token in scene.lent:
        return False
    noun = noun_of(cols, token)
    return noun is not None and noun.kind == "person"
