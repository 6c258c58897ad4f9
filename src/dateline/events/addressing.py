"""The other side of what is said, where the report of it names that side: whom it was told, of whom, who fears it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import object_of
from dateline.events.denoting import Ids, actors_of, is_event_noun, one, others
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import clause_head, subject
from dateline.language.tokens import Token
from dateline.records import Statement

_TOLD = frozenset({"AGREE", "THREATEN", "REJECT", "CONCEDE"})
_SAID_OF = frozenset({"SUPPORT", "ACCUSE", "REJECT", "THREATEN", "REQUEST"})
_OWN_DEFENCE = frozenset({"defend", "promote", "pitch", "tout", "outline", "champion", "reaffirm", "drop", "abandon"})
_ASSENTING = frozenset({"agree", "accept", "consent", "concur"})
_THIRD_PERSON = frozenset({"him", "her"})
_NEAR = 45
"""How many tokens before a quotation the person may be named of whom it speaks."""


def addressed(scene: Scene, draft: Draft) -> Ids:
    """ "Niger told Chad that it would give up its plan": Chad, where the speaker tells of a deed of their own side."""
    statement = scene.statement_around(draft.token) if draft.row.type in _TOLD else None
    if statement is None or statement.speaker is None or statement.kind == "direct" or draft.certainty.value == "denied":
        return ()
    speakers = scene.cast.expand(statement.speaker)
    mine = {scene.country(s) for s in speakers} - {None}
    if not {scene.country(d) for d in draft.sources} <= mine or _is_report(draft.token):
        return ()
    told = tuple(a for a in _addressees(scene, statement) if scene.acts(a) and scene.country(a) not in (None, *mine))
    return tuple(a for a in told if scene.is_state(a) or " GOV" in (scene.cast.actor(a).code or ""))


def agreed_with_speaker(scene: Scene, draft: Draft) -> Ids:
    """ "Chad asked for talks, its minister said, adding that Libya agreed": with the minister's side, if nobody else is named."""
    verb = draft.token
    if (
        draft.row.type != "AGREE"
        or lemma_of(verb) not in _ASSENTING
        or any(c.i > verb.i and not c.is_punct for c in verb.children)
    ):
        return ()
    statement = scene.statement_around(verb)
    speakers = scene.cast.expand(statement.speaker) if statement is not None and statement.speaker else ()
    official = tuple(a for a in speakers if scene.country(a) is not None and scene.is_official(a))
    return tuple(a for a in others(scene, official, draft.sources) if scene.country(a) not in _states(scene, draft.sources))


def _states(scene: Scene, actors: Ids) -> set[str | None]:
    return {scene.country(a) for a in actors}


def _addressees(scene: Scene, statement: Statement) -> Iterator[str]:
    for addressee in statement.addressees:
        yield from scene.cast.expand(addressee)


def _is_report(token: Token) -> bool:
    """What has been done, as opposed to what will be."""
    return token.tag_ in ("VBD", "VBN") or any(c.dep_ == "aux" and lemma_of(c) == "have" for c in token.children)


def other_person(scene: Scene, draft: Draft) -> Ids:
    """ "Cohn left. 'I like him,' the president said": whoever is "him" to the speaker is the person named right before."""
    if draft.row.type not in _SAID_OF:
        return ()
    pronoun = next((c for c in draft.token.children if c.dep_ == "dobj" and c.lower_ in _THIRD_PERSON), None)
    quoted = scene.document.quotation_at(draft.token.idx) is not None
    if pronoun is None or not (quoted or (pronoun.lower_ == "him" and scene.cast.at(pronoun) is None)):
        return ()
    people = [scene.cast.actor(a) for a in _named_before(scene, draft.token)]
    rest = {p.id for p in people if p.id not in draft.sources}
    return tuple(rest) if len(rest) == 1 else ()


def _named_before(scene: Scene, token: Token) -> Iterator[str]:
    start = token.sent.start
    for word in token.doc[max(start - _NEAR, 0) : start]:
        found = scene.cast.at(word) if word.pos_ == "PROPN" else None
        if found is not None and scene.cast.actor(found).kind == "person":
            yield found


def whose_plan(scene: Scene, draft: Draft) -> Ids:
    """ "The Swede spoke first. The Dane endorsed his approach": the Swede's; but what one defends is one's own."""
    thing = object_of(draft.token) if draft.row.type in ("SUPPORT", "ACCUSE", "REJECT") else None
    if thing is None or lemma_of(draft.token) in _OWN_DEFENCE or lemma_of(thing) not in object_class("line-taken"):
        return ()
    if not any(c.dep_ == "poss" and c.lower_ in ("his", "her") for c in thing.children) or len(draft.sources) != 1:
        return ()
    start = draft.token.sent.start
    before = draft.token.doc[start - 1].sent if start else draft.token.sent
    who = subject(before.root) if before.end <= draft.token.i else None
    found = scene.cast.at(who) if who is not None else None
    person = found is not None and scene.cast.actor(found).kind == "person"
    return others(scene, (found,), draft.sources) if found is not None and person else ()


def provoked(scene: Scene, draft: Draft) -> Ids:
    """ "warned of consequences over Chad's test", "vowed to act in response to Chad's raid": whose deed the threat answers."""
    if draft.row.type != "THREATEN" or draft.row.word_class != "verb":
        return ()
    heads = [draft.token, *(n for n in (object_of(draft.token),) if n is not None)]
    causes = (n for c in (c for h in heads for c in h.children if c.dep_ == "prep") for n in _cause(c))
    found = (others(scene, actors_of(scene, n), draft.sources) for n in causes if is_event_noun(n))
    return next(filter(None, found), ())


def _cause(preposition: Token) -> Iterator[Token]:
    """What stands after "over", "due to", "because of", "in response to"."""
    if preposition.lower_ in ("over", "due", "because"):
        yield from (n for n in preposition.children if n.dep_ == "pobj")
    elif preposition.lower_ == "in":
        answers = (n for n in preposition.children if n.lower_ in ("response", "retaliation", "reaction", "reply"))
        yield from (n for a in answers for c in a.children if c.lower_ in ("to", "for") for n in c.children if n.dep_ == "pobj")


def fearing(scene: Scene, draft: Draft) -> Ids:
    """ "Chad is convinced that Libya is about to attack": it would be Chad that is attacked."""
    if draft.row.type != "ASSAULT" or draft.row.word_class != "verb" or object_of(draft.token) is not None:
        return ()
    clause = next((a for a in (draft.token, *draft.token.ancestors) if a.dep_ == "ccomp"), None)
    if clause is None or lemma_of(clause.head) not in object_class("fearing") or clause.i < clause.head.i:
        return ()
    who = subject(clause_head(clause.head))
    return others(scene, one(scene, who, 0), draft.sources) if who is not None and who.pos_ == "PROPN" else ()
