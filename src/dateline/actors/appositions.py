"""Names and the offices beside them where the parser lost the apposition: "Russia's ambassador to the U.N., X, was ..."."""

from __future__ import annotations

from dateline.actors.lexicon import longest_noun, office_words
from dateline.actors.name_runs import HONORIFICS
from dateline.actors.phrasing import noun_of
from dateline.actors.scene import NameMention, Scene
from dateline.knowledge.abbreviations import abbreviations

REACH = 9
"""Tokens within which a noun of office may stand from the comma before or after the name."""
_BRACKETS = frozenset({"[", "]", "(", ")"})
_PURSUED = frozenset({"to", "for", "at", "in"})
"""Prepositions with which an office goes on: "the adviser to President Trump" is not the president."""
_STOP = frozenset({"VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON"})


def link_offices(scene: Scene) -> None:
    """Fill `scene.linked`: the office between two commas after a name, or the office that ends at the comma before one."""
    for head, mention in scene.names.items():
        if scene.drafts[mention.key].kind != "person":
            continue
        found = [_one_of(scene, mention), _adjacent(scene, mention), _before(scene, mention) or _after(scene, mention)]
        scene.linked.update((office, head) for office in found if office is not None)


def _adjacent(scene: Scene, mention: NameMention) -> int | None:
    """ "New chief of staff John Kelly", "[Secretary of State] Rex Tillerson": an office with "of" right before the name."""
    cols, end = scene.cols, mention.start
    while end > 0 and cols.words[end - 1] in _BRACKETS:
        end -= 1
    noun = longest_noun(cols.lower[max(end - 5, 0) : end])
    apart = cols.sentence[end - 1] != cols.sentence[mention.start] or cols.tag[end - 1].startswith("VB")
    if noun is None or not noun.human or apart:
        return None
    if "of" not in noun.words:
        return end - 1 if end == mention.start and cols.dep[end - 1] not in ("compound", "conj") else None
    return end - len(noun.words) + noun.words.index("of") - 1


def _one_of(scene: Scene, mention: NameMention) -> int | None:
    """ "One of the released detainees, Kim Dong Chul": the token "one"."""
    cols, comma = scene.cols, mention.start - 1
    first = cols.sentences[cols.sentence[mention.start]][0]
    if comma <= first or cols.words[comma] != ",":
        return None
    for i in range(comma - 1, max(first, comma - REACH) - 1, -1):
        if cols.lower[i] == "one" and cols.lower[i + 1] == "of":
            return i
        if cols.pos[i] in _STOP and cols.dep[i] != "amod":
            return None
    return None


def _before(scene: Scene, mention: NameMention) -> int | None:
    cols = scene.cols
    comma = mention.start - 1
    while comma > 0 and (cols.lower[comma] in HONORIFICS or cols.words[comma] == "." or _titles(scene, comma)):
        comma -= 1
    first = cols.sentences[cols.sentence[mention.start]][0]
    if comma <= first or cols.words[comma] != ",":
        return None
    for i in range(comma - 1, max(first, comma - REACH) - 1, -1):
        if cols.pos[i] in _STOP and cols.words[i] not in ("'s", "’s"):
            return None
        if _is_office(scene, i) and (i == comma - 1 or cols.lower[i + 1] in ("of", "to", "for", "at", "in")):
            return None if _closes_adjunct(scene, i, mention) else i
    return None


def _closes_adjunct(scene: Scene, office: int, mention: NameMention) -> bool:
    """ "In his letter to the president, Mr Coats said": the comma ends the adjunct, and the name is the subject."""
    cols = scene.cols
    subject = any(cols.dep[i] == "nsubj" for i in range(mention.start, mention.end))
    closed = mention.end < len(cols) and cols.words[mention.end] == ","
    return cols.dep[office] == "pobj" and subject and not closed


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
    while i < len(cols) and cols.pos[i] not in ("PUNCT", "VERB", "AUX", "CCONJ") and cols.lower[i] not in _PURSUED:
        mention = scene.names.get(i)
        if mention is not None and scene.drafts[mention.key].kind == "person":
            return True
        i += 1
    return False


def _titles(scene: Scene, token: int) -> bool:
    """A word of a title such as "Vice President" before the name."""
    return _is_office(scene, token) or (scene.cols.tag[token] == "NNP" and scene.cols.lower[token] in office_words())


def _is_office(scene: Scene, token: int) -> bool:
    cols = scene.cols
    if cols.lower[token].strip(".") in abbreviations():
        return True
    if cols.tag[token] not in ("NN", "NNP") or token in scene.names or token in scene.lent:
        return False
    noun = noun_of(cols, token)
    return noun is not None and noun.kind == "person"
