"""Can this be a speaker? Only people, bodies and the texts they write say things; tests, figures and activity show them."""

from __future__ import annotations

from dateline.knowledge.cues import noun_cues
from dateline.knowledge.nouns import actor_noun, office_noun
from dateline.language.clauses import prepositional_object
from dateline.language.tokens import Token
from dateline.records import Actor

_ANIMATE_ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_ANIMATE_PRONOUNS = frozenset(
    {"i", "we", "he", "she", "they", "who", "one", "some", "others", "many", "most", "several", "both", "all", "it"}
)
_DESCRIBED = frozenset({"person", "people", "other"})
"""Kinds of actors that the cast makes of a description, whatever its noun."""
_PERSON_ENDINGS = ("man", "men", "woman", "women", "person", "people", "ist", "ists", "ian", "ians", "eer", "eers")


_SHARES = frozenset(
    "majority percent percentage third quarter half fifth fourth bulk plurality handful number most dozen minority".split()
)
"""Heads of phrases that count people: "a majority of voters"."""
_PLANS = frozenset("plan schedule rule law tradition custom need size age taste will practice procedure protocol logic".split())
"""What things go "according to" without anybody saying so."""


def is_authority(source: Token) -> bool:
    """What stands after "according to" says what is given to it, be it a poll or a filing; a plan or a custom does not."""
    return source.lemma_.lower() not in _PLANS


def can_speak(source: Token, actor: Actor) -> bool:
    """By the head noun of the source, where it is a common noun; else by the actor's kind.

    A relative pronoun or "it" counts where the cast found whom it stands for.
    """
    if source.text[:1].isupper() and source.text in actor.name.split():
        return True
    if source.pos_ == "PRON":
        return source.lower_ in _ANIMATE_PRONOUNS or actor.kind != "other"
    if source.pos_ in ("NOUN", "ADJ") and source.ent_type_ not in _ANIMATE_ENTITIES and actor.kind in _DESCRIBED:
        return source.is_upper or _animate_noun(source)
    return True


def may_be_person(source: Token) -> bool:
    """Of a source that stands for no known actor: a name, a pronoun of people, or a noun for people?"""
    if source.pos_ == "PRON":
        return source.lower_ in _ANIMATE_PRONOUNS
    return source.pos_ not in ("NOUN", "ADJ") or source.ent_type_ in _ANIMATE_ENTITIES or source.is_upper or _animate_noun(source)


def _animate_noun(source: Token) -> bool:
    """Number words count for the people they count ("two of them", "dozens")."""
    lemma = source.lemma_.lower()
    if source.lower_ in ("dozens", "hundreds", "thousands") or lemma.endswith(_PERSON_ENDINGS):
        return True
    if lemma in _SHARES:
        counted = prepositional_object(source, "of", "among", "in")
        return counted is not None and (counted.ent_type_ in _ANIMATE_ENTITIES or _animate_noun(counted))
    row = noun_cues().get(lemma)
    return actor_noun(lemma) is not None or office_noun(lemma) is not None or (row is not None and "text" in row.frames)
