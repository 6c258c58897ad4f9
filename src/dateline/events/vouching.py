"""Which drafts say enough to be an event: a wrong fact is worse than a missing one."""

from __future__ import annotations

from dateline.events.arguments import object_of, role_nouns
from dateline.events.draft import Draft
from dateline.events.penalties import penalty_strikes
from dateline.events.scene import Scene
from dateline.events.sides import is_symmetric
from dateline.events.verdict import ABILITY, CONDITION, COUNTERFACTUAL, FICTION
from dateline.events.whereabouts import told_at
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import is_passive, subject, surface_subject

SOURCELESS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
"""Types told also where the article does not say who did it."""
_WORDS = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"})
_STRIKING = ("weapon", "attackn", "armed-men", "projectile", "force", "fighting-men", "troop")
_BLASTS = frozenset({"explosion", "blast", "bomb", "mine", "device", "shell", "fire"})
_DONE_BY_SOMEBODY = frozenset({"COERCE", "SANCTION", "RETREAT", "CONCEDE", "MOBILIZE", "COOPERATE"})
"""Deeds worth telling in the passive, though nobody is named who did them."""


def vouched(scene: Scene, draft: Draft) -> bool:
    """The sides that the type needs are known."""
    kind = draft.row.type
    if not _worth_telling(draft) or _private(scene, draft) or _of_everyday(scene, draft):
        return False
    if draft.row.word_class == "noun" and not (draft.sources or draft.targets):
        return (
            kind in ("ASSAULT", "PROTEST")
            and not is_symmetric(draft.row)
            and (len(draft.mentions) > 1 or draft.date is not None or _armed(draft))
        )
    if draft.sources:
        return not _lonely(scene, draft)
    if draft.certainty.value not in ("actual", "claimed"):
        return False
    if kind == "ASSAULT" and not draft.targets and not _is_placed(scene, draft):
        return False
    if kind == "ASSAULT":
        counted = bool(draft.quantities or draft.targets) or draft.token.lemma_ not in object_class("casualties")
        return counted and not _accident(draft) and not _of_somebody_else(draft)
    if kind == "PROTEST":
        return bool(draft.targets or draft.quantities or draft.date)
    if kind not in _DONE_BY_SOMEBODY or draft.row.mode in ("access", "restrict", "convict"):
        return False
    if not draft.targets or draft.row.word_class != "verb":
        return False
    unnamed = (kind == "COERCE" and _by_unnamed(draft)) or (kind == "SANCTION" and penalty_strikes(draft.token))
    return is_passive(draft.token) or unnamed


def on_somebody(draft: Draft) -> bool:
    """Penalties that are put on nobody, as duties at home are, are no sanction; joy at one's own deed is no support."""
    if draft.targets or draft.row.word_class != "verb":
        return True
    thing = object_of(draft.token)
    if draft.row.type == "SUPPORT":
        return thing is None or lemma_of(thing) not in _JOY
    penalty = draft.row.type == "SANCTION" and draft.row.mode == "discontinue"
    return not penalty or thing is None or lemma_of(thing) not in object_class("sanction") | _DUTIES


_JOY = frozenset({"satisfaction", "pride", "joy", "delight", "pleasure", "happiness"})
_DUTIES = frozenset({"tariff", "duty", "quota", "restriction", "curb", "penalty", "sanction", "levy", "ban"})


def _is_placed(scene: Scene, draft: Draft) -> bool:
    """Of an attack by nobody on nobody in particular at least how many it hit, when, or a thing that it hit is told."""
    if draft.quantities or draft.date is not None or draft.row.word_class != "verb":
        return True
    thing = object_of(draft.token)
    struck = thing is not None and lemma_of(thing) not in object_class("attackn") and not is_passive(draft.token)
    return struck or told_at(scene, draft) is not None


def _of_somebody_else(draft: Draft) -> bool:
    """ "the cult that is torturing": the clause names the doer, whom the cast does not know, and nobody it is done to."""
    if draft.targets or draft.quantities or draft.row.word_class != "verb" or is_passive(draft.token):
        return False
    who = subject(draft.token)
    if who is None or who.pos_ not in ("NOUN", "PROPN") or lemma_of(who) in _BLASTS:
        return False
    return not any(lemma_of(who) in object_class(name) for name in _STRIKING)


def _by_unnamed(draft: Draft) -> bool:
    """ "gunmen seized two Swedes": it is told that somebody did it, not who."""
    who = surface_subject(draft.token)
    return who is not None and who.pos_ == "NOUN" and lemma_of(who) in object_class("armed-men")


def _of_everyday(scene: Scene, draft: Draft) -> bool:
    """A person's own exercise, the journey of somebody who is nobody's envoy, a journey home."""
    if not draft.sources:
        return False
    doers = [scene.cast.actor(a) for a in draft.sources]
    if draft.row.type == "MOBILIZE" and draft.row.word_class == "noun":
        return all(a.kind == "person" for a in doers)
    if draft.row.mode != "visit":
        return False
    return all("CVL" in (a.code or "").split() for a in doers) or (not draft.targets and _homeward(scene, draft))


def _homeward(scene: Scene, draft: Draft) -> bool:
    to = [n for word in ("to", "into") for n in role_nouns(draft.token, word)]
    nouns = to or role_nouns(draft.token, "in")
    states = {s for n in nouns if (s := scene.cast.state_of(n) or scene.state_at(n) or scene.cast.at(n)) is not None}
    return bool(states) and {scene.country(s) for s in states} <= {scene.country(d) for d in draft.sources}


def _private(scene: Scene, draft: Draft) -> bool:
    """People who act for no state, body or armed group, among themselves."""
    actors = [scene.cast.actor(a) for a in (*draft.sources, *draft.targets)]
    return bool(actors) and all(a.kind in ("person", "company") and a.country is None and a.code in (None, "") for a in actors)


def _lonely(scene: Scene, draft: Draft) -> bool:
    """A meeting, exchange or clash of one party, with nobody named on the other side; a council meets by itself."""
    alone = is_symmetric(draft.row) and len(draft.sources) < 2 and not draft.targets
    if alone and draft.row.type == "MOBILIZE" and draft.row.word_class == "noun":
        return any(c.lower_ == "with" for c in draft.token.children)  # "exercises with South Korea": whose?
    council = any(scene.cast.actor(s).kind == "intergovernmental" for s in draft.sources)
    return alone and draft.row.type in ("CONSULT", "COOPERATE", "ASSAULT") and not (council and draft.row.word_class == "verb")


def _worth_telling(draft: Draft) -> bool:
    """Conditions of something else, and words that were not said, tell no event unless they are deeds."""
    if not (draft.sources or draft.targets) and draft.certainty.value not in ("actual", "claimed"):
        return False
    if draft.certainty.because in (ABILITY, FICTION, "whether"):
        return False
    if draft.certainty.because.startswith("not ") and not _is_material(draft):
        return False
    if draft.certainty.because == "purpose" and draft.row.type in (
        "ACCUSE",
        "REQUEST",
        "SUPPORT",
        "CONSULT",
        "AGREE",
        "REJECT",
        "PROTEST",
    ):
        return False
    told = draft.certainty.value in ("actual", "claimed")
    if _is_remedy(draft) or (draft.row.type == "AID" and not draft.targets and not told):
        return False  # a rescue of whoever it be, still to come
    if draft.certainty.value == "hypothetical" and draft.row.type in _WORDS and not draft.targets and not is_symmetric(draft.row):
        return False  # what somebody might say to nobody in particular
    material = _is_material(draft)
    if draft.certainty.value == "denied" and not material:
        return False
    if draft.certainty.value == "negated":
        return material and bool(draft.sources and (draft.targets or _deployed_to(draft)))
    if draft.certainty.because == COUNTERFACTUAL:
        return draft.row.type == "ASSAULT"
    return draft.certainty.because != CONDITION or draft.row.type in ("ASSAULT", "MOBILIZE")


def _deployed_to(draft: Draft) -> bool:
    """ "will send no troops to Mali": where they would have gone is told, though it is not against whom."""
    return draft.row.mode == "troops" and any(role_nouns(draft.token, role) for role in ("to", "in"))


def _is_remedy(draft: Draft) -> bool:
    """ "the key to resolving the conflict"."""
    above = draft.token.head.head if draft.token.dep_ == "pcomp" else draft.token
    return draft.row.type == "AGREE" and lemma_of(above) in ("key", "way", "path", "road", "solution")


def _is_material(draft: Draft) -> bool:
    return draft.row.type in ("ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "AID", "RETREAT")


def _armed(draft: Draft) -> bool:
    """A deadly or armed act by its own attributes: "a deadly drone strike on a convoy"."""
    return any(c.lemma_.lower() in object_class("armed") for c in draft.token.children)


def _accident(draft: Draft) -> bool:
    accidents = object_class("accident")
    return any(w.lemma_.lower() in accidents for w in draft.token.sent)
