"""Speech acts that lie in what is said, not in the verb of saying.

"All sides should keep talking" is a request by the speaker to all sides; "Russia is not helping" is an accusation; "any plane that enters
our sky will not go home" a threat under a condition (Searle 1976: directives, expressives, commissives).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.events.draft import Draft
from dateline.events.factuality import Certainty
from dateline.events.scene import Scene
from dateline.events.sides import actors_of
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import Trigger, object_class
from dateline.language.clauses import agent, is_negated, modal, prepositional_object, subject, surface_subject
from dateline.language.phrases import token_span
from dateline.records import Span

OBLIGATION = Trigger((), "verb", (), (), "REQUEST", None, "100", ())
JUDGEMENT = Trigger((), "verb", (), (), "ACCUSE", "disapprove", "111", ())
_DUTY = frozenset({"must", "should", "ought"})


def implied(scene: Scene, token: Token) -> Iterator[Draft]:
    """The speech act that the clause of the verb `token` performs, if it is said by somebody about somebody else."""
    if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
        return
    row = _row(token)
    if row is None:
        return
    who = surface_subject(token)
    addressees = actors_of(scene, who) if who is not None else ()
    speakers = speakers_at(scene, token)
    if addressees and speakers and not _same(scene, speakers, addressees):
        words = "obligation put on somebody" if row is OBLIGATION else "negative judgement on what somebody does"
        yield Draft(token, row, _clause_span(token), speakers, addressees, Certainty("actual", words), confidence=0.5, reason=words)


def _row(token: Token) -> Trigger | None:
    if (modal(token) in _DUTY or _has_to(token)) and not is_negated(token):
        return OBLIGATION
    if is_negated(token) and token.lemma_.lower() in object_class("harmony") and modal(token) is None:
        return JUDGEMENT
    return None


def _has_to(token: Token) -> bool:
    return token.dep_ == "xcomp" and token.head.lemma_ in ("have", "need") and surface_subject(token) is not None


def _same(scene: Scene, speakers: tuple[str, ...], addressees: tuple[str, ...]) -> bool:
    mine = {scene.country(s) or s for s in speakers}
    return bool(mine & {scene.country(a) or a for a in addressees})


def _clause_span(token: Token) -> Span:
    """From the modal or negation to the verb."""
    first = min((c for c in token.children if c.dep_ in ("aux", "neg") and c.i < token.i), key=lambda c: c.i, default=token)
    return Span(token_span(first).start, token_span(token).end)


def speakers_at(scene: Scene, token: Token) -> tuple[str, ...]:
    """Whose words these are: the speaker of the statement around, else the subject of the verb of saying above."""
    statement = scene.statement_around(token)
    if statement is not None:
        return scene.cast.expand(statement.speaker) if statement.speaker else ()
    for ancestor in token.ancestors:
        if ancestor.pos_ == "VERB" and effect_of(ancestor.lemma_.lower(), "verb") == "claimed":
            who = agent(ancestor) or subject(ancestor) or prepositional_object(ancestor, "to")
            return actors_of(scene, who) if who is not None else ()
    return ()
