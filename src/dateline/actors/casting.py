"""From the finished scene to the frozen cast."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.actors.cast import Cast
from dateline.actors.phrasing import bare_start
from dateline.actors.scene import Draft, Scene
from dateline.records import Actor, Span, content_id

MOST_ALIASES = 24


def cast_of(scene: Scene, groups: dict[int, str]) -> Cast:
    """Freeze all drafts that the article mentions."""
    extents = {token: extent(scene, token, key) for token, key in scene.heads.items() if key}
    _record_mentions(scene, extents)
    kept = _kept(scene, groups.values())
    ids = _ids(scene, kept)
    heads = {t: ids[k] for t, k in scene.heads.items() if k is not None}
    actors = tuple(_actor(scene, d, ids) for d in kept)
    return Cast(
        actors=actors,
        author=_author(scene, ids),
        _scene=scene,
        _heads=heads,
        _cover=_painted({t: e for t, e in extents.items() if t in heads}, heads),
        _states={t: ids[k] for t, k in scene.states.items()},
        _groups={t: ids[k] for t, k in groups.items()},
        _outer=_outermost(scene, extents, heads, ids),
        _by_id={a.id: a for a in actors},
    )


def extent(scene: Scene, token: int, key: str) -> tuple[int, int]:
    """Tokens of the mention: modifiers, head, and a name in apposition that means the same actor."""
    cols = scene.cols
    name = scene.names.get(token)
    start = min(cols.left[token], name.start if name else token)
    if name is not None and scene.drafts[key].kind != "person":
        start = name.start - 1 if name.start > 0 and cols.lower[name.start - 1] == "the" else name.start
    if cols.dep[token] == "conj" or cols.sentence[start] != cols.sentence[token]:
        start = max(start, bare_start(cols, token))
    start = min(scene.name_before(name.start if name else token, start), token)
    end = name.end if name else _past_quantified(scene, token, key)
    while start < token and cols.pos[start] in ("PUNCT", "SPACE", "CCONJ"):
        start += 1
    if any(a <= token < b for a, b, _ in scene.datelines):
        return (name.start if name else token), end
    if name is not None and scene.drafts[key].kind == "outlet":
        return start, end
    for k in cols.kids[token]:
        if cols.dep[k] == "appos" and k >= end and scene.heads.get(k) == key:
            other = scene.names.get(k)
            end = other.end if other else k + 1
    return start, end


def _past_quantified(scene: Scene, token: int, key: str) -> int:
    """Past "advisers" in "one of his advisers"."""
    cols = scene.cols
    of = next((k for k in cols.kids[token] if cols.lower[k] == "of"), None)
    whole = cols.kid(of, "pobj") if of is not None and scene.drafts[key].reason.startswith("some of") else None
    return whole + 1 if whole is not None else token + 1


def _record_mentions(scene: Scene, extents: dict[int, tuple[int, int]]) -> None:
    for token, (start, end) in sorted(extents.items()):
        key = scene.heads[token]
        if key is not None and not _is_around_outlet(scene, token, key, range(start, end)):
            scene.drafts[key].mentions.append(scene.cols.span(start, end))
    for token, key in scene.owners.items():
        if token not in extents:
            scene.drafts[key].mentions.append(scene.cols.span(*scene.spans[token]))


def _is_around_outlet(scene: Scene, token: int, key: str, tokens: range) -> bool:
    """ "German broadcaster ARD", "a Washington Post report": the outlet's own name within is its mention."""
    if scene.drafts[key].kind != "outlet" or token in scene.names:
        return False
    return token in scene.linked or any(scene.owners.get(i) == key for i in tokens if i != token)


def _kept(scene: Scene, groups: Iterable[str]) -> list[Draft]:
    wanted = {d.key for d in scene.drafts.values() if d.mentions} | set(groups) | set(scene.states.values())
    wanted |= {m for key in wanted for m in scene.drafts[key].members}
    kept = [d for d in scene.drafts.values() if d.key in wanted]
    return sorted(kept, key=lambda d: (min((m.start for m in d.mentions), default=1 << 60), d.key))


def _ids(scene: Scene, kept: Iterable[Draft]) -> dict[str, str]:
    ids = {d.key: _id(d) for d in kept if not d.members}
    for draft in scene.drafts.values():
        if draft.members and all(m in ids for m in draft.members):
            own = () if draft.key.startswith("group:") else draft.parts
            ids[draft.key] = content_id("a", "group", *own, *sorted(ids[m] for m in draft.members))
    return ids


def _id(draft: Draft) -> str:
    country = (draft.country or "",) if draft.kind == "person" else ()
    return content_id("a", *draft.parts, *country)


def _actor(scene: Scene, draft: Draft, ids: dict[str, str]) -> Actor:
    return Actor(
        id=ids[draft.key],
        name=draft.name,
        kind=draft.kind,
        country=draft.country,
        code=draft.code,
        aliases=tuple(draft.aliases)[:MOST_ALIASES],
        role=draft.role,
        role_from=draft.role_from,
        role_until=draft.role_until,
        role_conflict=draft.role_conflict,
        members=tuple(ids[m] for m in draft.members),
        mentions=tuple(dict.fromkeys(_tidy(draft.mentions))),
        reason=draft.reason,
    )


def _tidy(mentions: Iterable[Span]) -> list[Span]:
    return sorted(mentions)


def _painted(extents: dict[int, tuple[int, int]], heads: dict[int, str]) -> dict[int, str]:
    """The actor of each token within a mention; smaller mentions are painted over larger ones."""
    cover: dict[int, str] = {}
    for token, (start, end) in sorted(extents.items(), key=lambda item: item[1][0] - item[1][1]):
        cover.update(dict.fromkeys(range(start, end), heads[token]))
    return cover


def _outermost(
    scene: Scene, extents: dict[int, tuple[int, int]], heads: dict[int, str], ids: dict[str, str]
) -> tuple[tuple[int, str], ...]:
    spans = {**extents, **{t: scene.spans[t] for t in scene.owners if t not in extents}}
    found: list[tuple[int, str]] = []
    reach = -1
    for token, (_, end) in sorted(spans.items(), key=lambda item: (item[1][0], -item[1][1])):
        if end <= reach:
            continue
        reach = max(reach, end)
        actor = heads.get(token) or ids[scene.owners[token]]
        found.append((token, actor))
    return tuple(sorted(found))


def _author(scene: Scene, ids: dict[str, str]) -> str | None:
    outlet = scene.document.article.outlet
    if not outlet:
        return None
    keys = [e.key for e in scene.known.gazetteer.find(outlet)]
    return next((ids[k] for k in keys if k in ids), None)
