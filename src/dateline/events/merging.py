"""One event told in several places of an article: headline, lead, body.

Two triggers tell one event if type, sides, dates and certainty allow it and something links them: the same clause, the headline
or lead with a body sentence of the same code, or the same word again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.events.arguments import object_of
from dateline.events.denoting import others
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.events.verdict import Certainty
from dateline.events.whereabouts import place_of
from dateline.knowledge.ontology import event_class
from dateline.language.clauses import direct_object
from dateline.records import DateInterval, Place

_SETTLED = frozenset({"actual", "claimed"})
_OPEN = frozenset({"planned", "hypothetical"})
_KIN = frozenset({"CONCEDE", "RETREAT"})
_HELD = frozenset({"arrest", "detain", "hold", "imprison", "seize", "capture", "jail"})
_CLAUSES = frozenset(
    {"advcl", "acl", "relcl", "conj", "ccomp", "xcomp", "prep", "pcomp", "pobj", "nsubj", "dobj", "agent", "nsubjpass"}
)


def merge(scene: Scene, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with those that tell one event joined into the one with the fullest sides."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        home = next(
            (g for g in groups if all(_may_be_one(scene, draft, d) for d in g) and any(_linked(scene, draft, d) for d in g)), None
        )
        if home is None:
            groups.append([draft])
        else:
            home.append(draft)
    return tuple(_joined(scene, group) for group in groups)


def _may_be_one(scene: Scene, a: Draft, b: Draft) -> bool:
    return (
        (a.row.type == b.row.type or {a.row.type, b.row.type} == _KIN)
        and (_same_parties(scene, a, b) or _compatible(scene, a.sources, b.sources))
        and (
            _same_parties(scene, a, b)
            or _compatible(scene, a.targets, b.targets)
            or (a.row.type == "ASSAULT" and _same_clauses(a, b) and not _of_two_objects(a, b))
        )
        and _dates_agree(a.date, b.date)
        and _equally_certain(a, b)
        and _places_agree(scene, a, b)
    )


def _of_two_objects(a: Draft, b: Draft) -> bool:
    """ "attacked Korean ships and tortured Warmbier": two verbs, each with somebody of its own that it is done to."""
    joined = b.token in a.token.conjuncts and {a.token.pos_, b.token.pos_} == {"VERB"}
    return joined and bool(a.targets and b.targets) and direct_object(a.token) != direct_object(b.token)


def _places_agree(scene: Scene, a: Draft, b: Draft) -> bool:
    """Attacks that their own clauses set in two different states are two."""
    if a.row.type != "ASSAULT" or b.row.type != "ASSAULT":
        return True
    places = (p for d in (a, b) if (p := _own_place(scene, d)) is not None)
    return len({p.country for p in places if p.country}) < 2


def _own_place(scene: Scene, draft: Draft) -> Place | None:
    """That of the clause, or of "the Afghanistan strike"."""
    found = place_of(scene, draft.token, "ASSAULT")
    before = (c for c in draft.token.children if c.dep_ in ("compound", "nmod") and draft.token.pos_ == "NOUN")
    return found or next((place for c in before if (place := scene.place_at(c)) is not None), None)


def _compatible(scene: Scene, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One side within the other, by state; two different people are two sides though they act for one state."""
    persons = [{i for i in ids if scene.cast.actor(i).kind == "person"} for ids in (a, b)]
    if all(persons) and not persons[0] & persons[1]:
        return False
    mine, theirs = ({scene.country(i) or i for i in ids} for ids in (a, b))
    return not mine or not theirs or mine <= theirs or theirs <= mine


def _dates_agree(a: DateInterval | None, b: DateInterval | None) -> bool:
    if a is None or b is None:
        return True
    if _broad(a) != _broad(b):
        return False
    before = a.end is not None and b.start is not None and a.end < b.start
    after = b.end is not None and a.start is not None and b.end < a.start
    return not (before or after)


def _broad(date: DateInterval) -> bool:
    """A year or more, or open: background, not the event of the day."""
    return date.start is None or date.end is None or (date.end - date.start).days > 180


def _equally_certain(a: Draft, b: Draft) -> bool:
    values = {a.certainty.value, b.certainty.value}
    if a.token.lemma_ == b.token.lemma_ and a.sources == b.sources and "decision" in (a.certainty.because, b.certainty.because):
        return values <= _SETTLED | _OPEN  # "lifted the ban ...; the decision to lift it"
    return len(values) == 1 or values <= _SETTLED or values <= _OPEN


def _linked(scene: Scene, a: Draft, b: Draft) -> bool:
    if a.token.sent == b.token.sent:
        return _same_clauses(a, b) or (a.row.type in ("CONSULT", "COERCE") and _same_parties(scene, a, b))
    same_word = a.token.lemma_ == b.token.lemma_ or _theme(a) == _theme(b) != ""
    same_code = a.row.cameo == b.row.cameo
    bare = not (a.sources or a.targets) or not (b.sources or b.targets)
    if (bare and same_word and a.date is not None and b.date is not None) or _same_parties(scene, a, b):
        return True
    if _opens(scene, a) != _opens(scene, b) or a.in_headline != b.in_headline:
        return same_code or same_word or (a.row.type == "ASSAULT" and bool(a.targets) == bool(b.targets))
    verbal = event_class(a.row.type).quad.startswith("verbal")
    alike = a.sources == b.sources if verbal else bool(a.sources) == bool(b.sources)
    return (same_word or (same_code and not verbal)) and alike and a.targets == b.targets


def _same_parties(scene: Scene, a: Draft, b: Draft) -> bool:
    """A meeting of the same two, or an attack on the same person: told twice, though in other words."""
    if a.row.type != b.row.type:
        return False
    if a.row.type == "CONSULT":
        return (
            len({*a.sources, *a.targets}) > 1
            and {*a.sources, *a.targets} == {*b.sources, *b.targets}
            and a.row.mode == b.row.mode
        )
    if a.row.type == "COERCE":
        return a.token.lemma_ in _HELD and b.token.lemma_ in _HELD and bool(set(a.targets) & set(b.targets))
    people = [t for t in a.targets if scene.cast.actor(t).kind == "person"]
    return a.row.type == "ASSAULT" and len(people) == len(a.targets) == 1 and a.targets == b.targets


def _opens(scene: Scene, draft: Draft) -> bool:
    """In the headline or the first paragraph of the body."""
    body = [p for p in scene.document.paragraphs if not scene.document.in_headline(p.start)]
    return draft.in_headline or bool(body and draft.span.start < body[0].end)


def _theme(draft: Draft) -> str:
    noun = object_of(draft.token)
    return noun.lemma_.lower() if noun is not None else ""


def _same_clauses(a: Draft, b: Draft) -> bool:
    """One trigger hangs on the other's clause: "attacked a convoy, killing three", "killed in a clash"."""
    participle = a.row.type == "AGREE" and "advcl" in (a.token.dep_, b.token.dep_)
    if a.row.type not in ("ASSAULT", "PROTEST", "MOBILIZE", "CONSULT", "COERCE") and not participle:
        return False
    if a.token.sent != b.token.sent:
        return False
    low, high = (a.token, b.token) if b.token.is_ancestor(a.token) else (b.token, a.token)
    if not high.is_ancestor(low):
        return False
    node = low
    while node != high:
        if node.dep_ not in _CLAUSES:
            return False
        node = node.head
    return True


def _joined(scene: Scene, group: Sequence[Draft]) -> Draft:
    if len(group) == 1:
        return replace(group[0], mentions=(group[0].span,))
    best = max(
        group,
        key=lambda d: (bool(d.sources) + bool(d.targets), not d.in_headline, d.date is not None, d.row.word_class == "verb"),
    )
    doers = best.sources or next((d.sources for d in group if d.sources), ())
    undergone = (others(scene, d.targets, doers) for d in (best, *group))
    return replace(
        best,
        sources=doers,
        targets=next(filter(None, undergone), ()),
        date=best.date or next((d.date for d in group if d.date is not None and _tells_when(d, best)), None),
        quantities=tuple({(q.what, q.low, q.high): q for d in group for q in d.quantities}.values()),
        mentions=tuple(sorted({d.span for d in group})),
        certainty=_surest(best, group),
        in_headline=any(d.in_headline for d in group),
    )


def _tells_when(other: Draft, best: Draft) -> bool:
    """A request or charge without a target may be another one of the same speaker: its date is not lent."""
    verbal = event_class(best.row.type).quad.startswith("verbal") and best.row.type != "CONSULT"
    return (
        not (verbal or best.row.type == "COERCE")
        or (other.targets == best.targets and other.sources == best.sources)
        or other.in_headline
    )


def _surest(best: Draft, group: Sequence[Draft]) -> Certainty:
    """What the article vouches for in one place it vouches for."""
    return next((d.certainty for d in group if d.certainty.value == "actual"), best.certainty)
