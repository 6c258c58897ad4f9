"""Those without a name or a state to whom something is done: "killed 40 protesters", "called on world leaders to act".

Nobody in particular stands on a side by the rules of `denoting`: what a crowd does is told of too loosely. Who is killed,
accused, asked or threatened is told by the object of the verb, or by a preposition that its row names, and is a side all the
same, where no other is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.events.arguments import complements, role_nouns, roles_of
from dateline.events.distant import from_whom
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import undergoer
from dateline.language.tokens import Token
from dateline.records import Actor

_DONE_TO = frozenset({"ASSAULT", "COERCE", "REQUEST", "ACCUSE", "SUPPORT", "REJECT", "AID", "THREATEN", "SANCTION"})
"""Types whose verbs have those as object to whom it is done; whom one mobilises or sends is one's own side."""
_TOWARDS = frozenset({"on", "upon", "at", "against", "compsubj"})
"""Roles that name whom it is done to as plainly as an object does."""
_GIVEN = frozenset({"AID", "AGREE"})
"""What is given or promised is given or promised "to" somebody."""
_ALSO = {
    "AID": frozenset({"to", "dat"}),
    "AGREE": frozenset({"to", "dat"}),
    "SUPPORT": frozenset({"behind", "for", "with"}),
    "REQUEST": frozenset({"with"}),
}
_DESCRIBED = frozenset({"people", "person", "government_body", "armed_group", "intergovernmental"})
"""Kinds that a description always makes of somebody; of other kinds only the nouns of the class `unnamed-party` are."""


def onto_people(scene: Scene, draft: Draft) -> Draft:
    """The draft with those whom its verb names as target, if it has none."""
    if draft.targets or draft.row.type not in _DONE_TO | _GIVEN:
        return draft
    nouns = _objects(draft) if draft.row.words and draft.row.word_class == "verb" else _of_noun_or_clause(draft)
    found = (who for noun in nouns if (who := _party(scene, draft, noun)) is not None and not _is_own(scene, draft, who))
    target = next(found, None)
    return replace(draft, targets=(target,)) if target is not None else draft


def _is_own(scene: Scene, draft: Draft, who: str) -> bool:
    """The doer; or, of a penalty, whom the doer calls home: "withdrew its ambassador"."""
    own = {scene.country(s) for s in draft.sources} - {None} if draft.row.type == "SANCTION" else set()
    return who in draft.sources or scene.country(who) in own


def _objects(draft: Draft) -> Iterator[Token]:
    """The object or passive subject, the noun that a participle stands beside, the nouns of the roles of its row."""
    verb = draft.token
    thing = undergoer(verb) if draft.row.type in _DONE_TO else None
    if thing is not None:
        yield thing
        yield from _owners(draft.row.type, thing)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head
    towards = _TOWARDS | _ALSO.get(draft.row.type, frozenset())
    roles = (*roles_of(draft.row), *(("compsubj",) if draft.row.type == "REQUEST" else ()))
    yield from (n for role in roles if role in towards for n in role_nouns(verb, role) if not _is_undergone(n))
    if draft.row.type == "REQUEST":
        yield from from_whom(verb)
    if draft.row.type == "THREATEN":  # "vowed to crush the protesters"
        yield from (thing for verb in complements(verb) if (thing := undergoer(verb)) is not None)
    if draft.row.type == "REJECT":  # "refused to cede power to his rival"
        yield from (n for verb in complements(verb) for n in role_nouns(verb, "to"))


def _owners(kind: str, thing: Token) -> Iterator[Token]:
    """ "slammed a report by Human Rights Watch", "seized his passport"."""
    if kind in ("ACCUSE", "SUPPORT", "REJECT"):
        yield from role_nouns(thing, "by")
    elif kind in ("COERCE", "ASSAULT"):
        yield from (c for c in thing.children if c.dep_ == "poss" and not any(w.lower_ == "own" for w in thing.children))


def _is_undergone(noun: Token) -> bool:
    """ "asked that observers be sent": not of the observers."""
    return noun.dep_ == "nsubjpass"


def _of_noun_or_clause(draft: Draft) -> Iterator[Token]:
    """ "attacks on the witnesses"; "Chad would strike its enemies harder"."""
    if draft.row.word_class == "noun":
        yield from (noun for role in roles_of(draft.row) if role in _TOWARDS for noun in role_nouns(draft.token, role))
    elif draft.row.type == "THREATEN" and (thing := undergoer(draft.token)) is not None:
        yield thing


def _party(scene: Scene, draft: Draft, noun: Token) -> str | None:
    """Whom the noun itself describes, or who is named beside it: "our partners in the Union"."""
    if lemma_of(noun) in object_class("companion"):
        bodies = (scene.cast.at(n) for n in role_nouns(noun, "in"))
        found = next((b for b in bodies if b is not None and scene.cast.actor(b).kind == "intergovernmental"), None)
        if found is not None:
            return found
    named = next((c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN"), noun)
    found = scene.cast.at(named) or scene.cast.at(noun)
    own_state = found is not None and scene.is_state(found) and _speak_to_their_state(scene, draft)
    return found if found is not None and (own_state or _is_somebody(scene.cast.actor(found), noun)) else None


def _speak_to_their_state(scene: Scene, draft: Draft) -> bool:
    """ "lawmakers urged the government to act": who does not govern asks and blames their own state as others do."""
    sectors = {word for s in draft.sources for word in (scene.cast.actor(s).code or "GOV").split()}
    return draft.row.type in ("REQUEST", "ACCUSE") and sectors.isdisjoint({"GOV", "MIL", "IGO"})


def _is_somebody(actor: Actor, noun: Token) -> bool:
    told_on = noun.lower_ in object_class("platform")  # "expressed his outrage on Facebook"
    named = actor.kind in ("other", "company") and noun.pos_ == "PROPN" and actor.code is not None and not told_on
    return actor.kind in _DESCRIBED or named or lemma_of(noun) in object_class("unnamed-party")
