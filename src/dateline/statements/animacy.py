"""Can this be a speaker? Only people, bodies and the texts they write say things; tests, figures and activity show them."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.knowledge.cues import noun_cues
from dateline.knowledge.nouns import actor_noun, office_noun
from dateline.records import Actor

_ANIMATE_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_ANIMATE_PRONOUNS = frozenset("i we he she they who one some others many most several both all it".split())


def can_speak(source: Token, actor: Actor) -> bool:
    """By the actor's kind; one of kind `other` must be named as a person or body by its head noun.

    A relative pronoun or "it" counts where the cast found whom it stands for.
    """
    if actor.kind != "other":
        return True
    if source.pos_ == "PRON":
        return source.lower_ in _ANIMATE_PRONOUNS
    return source.ent_type_ in _ANIMATE_ENTITIES or _animate_noun(source)


def _animate_noun(source: Token) -> bool:
    """Number words count for the people they count ("two of them", "dozens")."""
    lemma = source.lemma_.lower()
    if source.pos_ == "NUM" or source.lower_ in ("dozens", "hundreds", "thousands"):
        return True
    row = noun_cues().get(lemma)
    return actor_noun(lemma) is not None or office_noun(lemma) is not None or (row is not None and "text" in row.frames)
