"""For whom somebody acts who is named without an office: "Lester Holt of NBC News", "CNN's Jake Tapper", "Japan's Taro Kono"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.bodies import code_of, state_draft
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.knowledge.holders import TABLE

REACH = 8
"""Tokens after "of" within which the body's name stands."""
LONGEST = 5
"""Tokens from any word of a name to the one that heads it."""
_BELONGING = frozenset({"of", "at", "from", "with", "for"})
_BODIES = frozenset({"outlet", "government_body", "intergovernmental", "armed_group", "company", "other"})
_STOP = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON"})
_PRESENTERS = frozenset({"outlet"})
_AMERICAN_PARTIES = frozenset({"democrat", "republican"})


def affiliate(scene: Scene, head: int, mention: NameMention, draft: Draft) -> None:
    """Give a person of whom nothing is known the country and sector of the body or state that stands beside the name."""
    if draft.country is not None or (draft.code or "").startswith("IGO") or draft.reason.startswith(TABLE):
        return
    if (country := _country_of_people(scene, head)) is not None:
        draft.country, draft.code = country, code_of(country, draft.code or "CVL")
        draft.reason = draft.reason or "one of a people named before"
        return
    lord = next(_lords(scene, head, mention), None)
    if lord is None:
        _by_party(scene, draft)
        return
    draft.country = lord.country
    sector = (draft.code or "") if lord.kind == "state" else sector_within(lord, draft.code or "")
    draft.code = code_of(lord.country, sector, lord)
    draft.reason = draft.reason or f"named with '{lord.name}'"


def _country_of_people(scene: Scene, head: int) -> str | None:
    """ "The Americans, Kim Dong Chul and Tony Kim, were freed": the state of the people whom the names explain."""
    cols, top = scene.cols, head
    while cols.dep[top] == "conj" and cols.head[top] < top:
        top = cols.head[top]
    above = cols.head[top]
    if cols.dep[top] != "appos" or cols.tag[above] not in ("NNS", "NNPS") or above > top:
        return None
    people = scene.draft(above)
    return people.country if people is not None and people.kind in ("people", "state") else None


def sector_within(lord: Draft, own: str) -> str:
    """The sector of somebody at that body: the body's, unless a calling of their own is told ("professor", "reporter")."""
    whole = (lord.code or "").split(" ")
    sector = " ".join(whole[1:] if lord.country else whole)
    return own if own and own not in ("GOV", "BUS", "CVL", "ELI", "PTY") else sector or own


def _lords(scene: Scene, head: int, mention: NameMention) -> Iterator[Draft]:
    cols = scene.cols
    before = mention.start - 1
    if before > 0 and cols.tag[before] == "POS" and cols.sentence[before] == cols.sentence[head]:
        yield from _named_at(scene, before - 1, {*_BODIES, "state"})
    for i in range(before, max(mention.start - 4, -1), -1):
        if cols.pos[i] in _STOP or cols.tag[i] == "POS" or cols.sentence[i] != cols.sentence[head]:
            break
        yield from _named_at(scene, i, _PRESENTERS)
    yield from _after(scene, head, mention)


def _after(scene: Scene, head: int, mention: NameMention) -> Iterator[Draft]:
    """The body after "of", or after another preposition that the parser attaches to the name."""
    cols, i = scene.cols, mention.end
    i += i + 1 < len(cols) and cols.words[i] == "," and cols.lower[i + 1] in ("of", "with", "from")
    if i >= len(cols) or cols.lower[i] not in _BELONGING or cols.sentence[i] != cols.sentence[head]:
        return
    if cols.lower[i] != "of" and cols.head[i] != head:
        return
    for j in range(i + 1, min(i + REACH, len(cols))):
        if cols.pos[j] in _STOP:
            return
        yield from _named_at(scene, j, {*_BODIES, "state"} if cols.lower[i] in ("of", "from") else _BODIES)


def _named_at(scene: Scene, token: int, kinds: frozenset[str] | set[str]) -> Iterator[Draft]:
    """The known body whose name covers the token; an adjective names no body."""
    for i in range(max(token - LONGEST, 0), min(token + LONGEST, len(scene.cols))):
        start, end = scene.spans.get(i, (0, 0))
        draft = scene.drafts[scene.owners[i]] if start <= token < end else None
        if draft is not None and draft.kind in kinds and scene.cols.pos[i] != "ADJ":
            yield draft


def _by_party(scene: Scene, draft: Draft) -> None:
    """ "Democrat Joe Crowley": a party of the United States."""
    if draft.offices & _AMERICAN_PARTIES and state_draft(scene, "USA") is not None:
        draft.country = "USA"
        draft.code = code_of("USA", "PTY")
