"""People without a name or a state to whom something is done: "killed 40 protesters", "called on lawmakers to vote".

Nobody in particular stands on a side by the rules of `denoting`: what a crowd does is told of too loosely. Who is killed,
arrested, accused or asked is told by the object of the verb and is a side all the same, where no other is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.events.arguments import role_nouns
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.language.clauses import undergoer
from dateline.language.tokens import Token

_DONE_TO = frozenset({"ASSAULT", "COERCE", "REQUEST", "ACCUSE", "SUPPORT", "REJECT", "AID", "THREATEN", "SANCTION"})
"""Types whose verbs have those as object to whom it is done; whom one mobilises or sends is one's own side."""
_PREPOSITIONS = {"REQUEST": ("on", "upon"), "AID": ("to",)}


def onto_people(scene: Scene, draft: Draft) -> Draft:
    """The draft with the people whom its verb names as target, if it has none."""
    if draft.targets or not draft.row.words or draft.row.word_class != "verb" or draft.row.type not in _DONE_TO:
        return draft
    found = (who for noun in _objects(draft) if (who := _people(scene, noun)) is not None and who not in draft.sources)
    target = next(found, None)
    return replace(draft, targets=(target,)) if target is not None else draft


def _objects(draft: Draft) -> Iterator[Token]:
    """The object or passive subject, the noun that a participle stands beside, the noun of a preposition."""
    verb = draft.token
    thing = undergoer(verb)
    if thing is not None:
        yield thing
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head
    yield from (noun for word in _PREPOSITIONS.get(draft.row.type, ()) for noun in role_nouns(verb, word))


def _people(scene: Scene, noun: Token) -> str | None:
    """Whom the noun itself describes."""
    found = scene.cast.at(noun)
    return found if found is not None and scene.cast.actor(found).kind == "people" else None
