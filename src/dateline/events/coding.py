"""The events of one article: from triggers to records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.events.arguments import role_nouns, roles_of
from dateline.events.confidence import rated
from dateline.events.denoting import actors_of
from dateline.events.draft import Draft
from dateline.events.factuality import certainty
from dateline.events.finding import Find, finds
from dateline.events.half_told import half_told
from dateline.events.hosts import without_host
from dateline.events.implicit_arguments import filled
from dateline.events.intentions import as_act
from dateline.events.merging import merge
from dateline.events.modes import code_of, contexts_of, mode_of
from dateline.events.nobody_met import is_mere_journey
from dateline.events.penalties import penalty_strikes
from dateline.events.placement import when
from dateline.events.quantities import quantities_of
from dateline.events.releasing import released
from dateline.events.scene import Cast, Scene
from dateline.events.seconding import Scorer
from dateline.events.sides import is_symmetric, own_policy, passive_without_agent, sources, targets
from dateline.events.speech_acts import implied, performing
from dateline.events.still_to_come import unhappened
from dateline.events.time_table import TimeTable, time_table
from dateline.events.unaligned import unaligned
from dateline.events.undated import of_the_day
from dateline.events.unnamed_people import onto_people
from dateline.events.vouching import SOURCELESS, on_somebody, vouched
from dateline.events.whereabouts import place_of, told_at
from dateline.knowledge.ontology import contexts, event_class, goldstein
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language import Document
from dateline.language.clauses import direct_object, is_passive, subject
from dateline.language.phrases import token_span
from dateline.records import Event, EventType, Span, Statement, content_id
from dateline.times import TimeExpression

if TYPE_CHECKING:
    from dateline.language.tokens import Token
    from dateline.places import PlaceMention


def find_events(
    document: Document,
    cast: Cast,
    statements: Sequence[Statement] = (),
    times: Sequence[TimeExpression] = (),
    places: Sequence[PlaceMention] = (),
    score: Scorer | None = None,
) -> tuple[Event, ...]:
    """Who did what to whom in one article, in the order of the text; with `score` the network of relations is heard on how sure.

    Each event is the reading of a trigger word by a row of `knowledge/data/triggers.tsv` or by one of the rules of `speech_acts`;
    mentions of one event are joined. Sides are ids of `cast`.
    """
    scene = Scene(document, cast, statements, times, places)
    spoken = tuple(_from_clauses(scene))
    taken = frozenset(draft.token.i for draft in spoken)
    told = (as_act(scene, draft) for draft in _from_table(scene, taken))
    drafts = sorted((*told, *spoken), key=lambda d: d.span)
    dated = time_table(scene)
    whole = [_placed(scene, draft, dated) for draft in drafts]
    merged = merge(scene, whole)
    explicit = [onto_people(scene, d) for d in merged if vouched(scene, d)]
    told_once = [without_host(scene, d) for d in filled(scene, explicit, merged) if on_somebody(d)]
    settled = (_settled(scene, draft, merged) for draft in told_once if not half_told(scene, draft))
    dated_too = [replace(d, date=d.date or of_the_day(scene, d)) for d in settled]
    return tuple(_record(scene, draft) for draft in sorted(rated(scene, dated_too, score), key=lambda d: d.span))


def _settled(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """With the certainty that days and other events leave it, and the reason for that."""
    new = unhappened(scene, draft, drafts)
    if new.certainty is draft.certainty:
        return new
    return replace(new, reason=f"{draft.reason}, but {new.certainty.value}: {new.certainty.because}")


def _from_table(scene: Scene, taken: frozenset[int]) -> Iterator[Draft]:
    for find in finds(scene, taken):
        doers = _armed(scene, find, sources(scene, find.token, find.row)) or _at_home(scene, find)
        doers = doers or unaligned(scene, find.token, find.row)
        others = targets(scene, find.token, find.row, doers, roles_of(find.row))
        if find.row.mode == "release" and lemma_of(find.token) in object_class("securing"):
            doers, others = released(scene, find.token)
        if find.row.mode == "release" and find.token.lemma_ == "announce" and not others:
            continue  # whoever tells of a release need not be who frees them
        if not doers and (find.token.lemma_ in ("claim", "admit") or find.row.mode == "release"):
            continue
        if not others and "!" in "".join(find.row.sides) and not (is_symmetric(find.row) and doers):
            continue
        if find.row.mode == "visit" and _visits_nobody(scene, find.token, doers, others):
            continue
        others = _not_joint(scene, doers, others)
        row = _by_government(scene, find, doers)
        kind = cast_type(row.type)
        if kind == "CONCEDE" and not own_policy(scene, find.token, doers):
            continue
        if not doers and kind not in SOURCELESS and _should_name_doer(find, kind):
            continue
        sure, counted = certainty(scene, find.token, kind, doers), quantities_of(find.token, kind)
        for one, other in _directions(find, doers, others):
            yield Draft(find.token, row, _span(find), one, other, sure, quantities=counted, reason=_reason(find))


def _visits_nobody(scene: Scene, token: Token, doers: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Nobody visits their own country."""
    own = {scene.country(o) for o in others} <= {scene.country(d) for d in doers}
    return own if others else is_mere_journey(scene, token, doers)


def _armed(scene: Scene, find: Find, doers: tuple[str, ...]) -> tuple[str, ...]:
    """No council of states tests missiles."""
    weapons = find.row.type == "MOBILIZE" and find.row.mode == "weapons"
    return tuple(d for d in doers if not weapons or scene.cast.actor(d).kind != "intergovernmental")


def _should_name_doer(find: Find, kind: EventType) -> bool:
    """An active verb has a subject who does it; but "the sanctions target Chad" leaves open whose they are."""
    active = find.row.word_class == "verb" and not is_passive(find.token)
    return active and not (kind == "SANCTION" and penalty_strikes(find.token))


def _directions(find: Find, doers: tuple[str, ...], others: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Once; but "A and B's threats to destroy each other", "A and B traded insults" are two deeds."""
    verbal = find.row.type in ("ACCUSE", "THREATEN")
    if len(doers) == 2 and not others and (verbal or not is_symmetric(find.row)) and _is_mutual(find.token):
        yield doers[:1], doers[1:]
        yield doers[1:], doers[:1]
    else:
        yield doers, others


def _not_joint(scene: Scene, doers: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """ "Chad and Libya made a deal, freezing Libya's programme": whose leader takes part undergoes nothing."""
    mine = {scene.country(d) for d in doers if scene.cast.actor(d).kind in ("person", "state", "government_body")} - {None}
    return others if len(mine) < 2 else tuple(o for o in others if scene.country(o) not in mine or not scene.is_state(o))


def _is_mutual(token: Token) -> bool:
    if token.lemma_ in ("trade", "exchange", "swap"):
        return True
    return any(w.lower_ in ("other", "another") and w.dep_ in ("dobj", "pobj") and w.i > token.i for w in token.subtree)


def _by_government(scene: Scene, find: Find, doers: tuple[str, ...]) -> Trigger:
    """A state that "protests" complains; only people march."""
    who = subject(find.token) if find.row.type == "PROTEST" and find.token.lemma_ == "protest" else None
    if who is None or not doers:
        return find.row
    state = who.pos_ == "PROPN" and all(scene.is_state(d) for d in doers)
    person = all(scene.cast.actor(d).kind == "person" for d in doers) and direct_object(find.token) is not None
    if not (state or person):
        return find.row
    return replace(find.row, type="ACCUSE", mode="disapprove", cameo="114")


def _at_home(scene: Scene, find: Find) -> tuple[str, ...]:
    """Unnamed crowds and police act in, and so for, the country in which their deed takes place."""
    if find.row.mode in ("investigate", "allege", "convict") and passive_without_agent(find.token):
        return _where(scene, find.token)  # "was put on trial in Italy"
    if find.row.type not in ("PROTEST", "COERCE") or find.row.word_class != "verb":
        return ()
    if find.row.mode != "arrest" and passive_without_agent(find.token):
        return ()
    place = place_of(scene, find.token, cast_type(find.row.type))
    state = scene.cast.by_country(place.country) if place is not None and place.country else None
    return (state,) if state is not None else _where(scene, find.token)


def _where(scene: Scene, token: Token) -> tuple[str, ...]:
    """The state of "in the Turkish port of Finike"."""
    nouns = (n for word in ("in", "at") for n in role_nouns(token, word))
    return next((found for n in nouns if (found := tuple(a for a in actors_of(scene, n) if scene.is_state(a)))), ())


def _from_clauses(scene: Scene) -> Iterator[Draft]:
    for token in performing(scene):
        yield from implied(scene, token)


def cast_type(name: str) -> EventType:
    """The name of a type as the table has it; raises KnowledgeError where it is none of the 16."""
    return event_class(name).type


def _span(find: Find) -> Span:
    """The trigger with its particle, if that stands close by."""
    start, end = token_span(find.token)
    for child in find.token.children:
        if child.i > find.token.i and (child.dep_ == "prt" or child.lower_ in find.row.with_) and child.i - find.token.i < 4:
            end = max(end, token_span(child).end)
    return Span(start, end)


def _reason(find: Find) -> str:
    """The row that coded it; of a long list of alternatives the first three."""
    conditions = [" or ".join(c[:3]) + (" ..." if len(c) > 3 else "") for c in (find.row.with_, find.row.object) if c]
    return f'{find.row.word_class} "{find.token.lemma_}"' + (f" with {', '.join(conditions)}" if conditions else "")


def _placed(scene: Scene, draft: Draft, dated: TimeTable) -> Draft:
    statement = scene.statement_around(draft.token) or scene.statement_of_cue(draft.token)
    return replace(
        draft,
        date=when(scene, draft, dated),
        in_headline=scene.document.in_headline(draft.span.start),
        statement=statement.id if statement else None,
        reported_by=statement.reported_by if statement else (),
        reason=f"{draft.reason}; {draft.certainty.value}: {draft.certainty.because}",
    )


def _record(scene: Scene, draft: Draft) -> Event:
    row = draft.row
    both = tuple(t for t in draft.targets if t not in draft.sources)
    mode = mode_of(draft)
    about = contexts_of(mode, contexts(w.lemma_.lower() for w in draft.token.sent))
    code = code_of(draft, mode, about)
    return Event(
        id=content_id("ev", scene.document.article.id, row.type, draft.span.start, draft.span.end, *draft.sources, "|", *both),
        type=cast_type(row.type),
        mode=mode,
        contexts=about,
        cameo=code,
        goldstein=goldstein(code),
        trigger=draft.span,
        mentions=draft.mentions,
        sources=draft.sources,
        targets=both,
        factuality=draft.certainty.value,
        date=draft.date,
        place=told_at(scene, draft),
        quantities=draft.quantities,
        statement=draft.statement,
        reported_by=draft.reported_by,
        in_headline=draft.in_headline,
        confidence=draft.confidence,
        reason=draft.reason,
    )
