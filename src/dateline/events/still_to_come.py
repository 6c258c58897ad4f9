"""What cannot have happened yet, a deed of a day to come and the meeting that the article tells elsewhere as planned; and what
must have, by its day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.events.draft import Draft
from dateline.events.factuality import certainty
from dateline.events.scene import Scene
from dateline.events.verdict import Certainty
from dateline.knowledge.ontology import event_class
from dateline.language.tokens import Token

LAG = timedelta(days=1)
"""A page may bear the day before the one on which it was written."""
_AHEAD = frozenset({"planned", "hypothetical"})
_DONE = frozenset({"actual", "claimed"})


def unhappened(scene: Scene, draft: Draft, drafts: Sequence[Draft] = ()) -> Draft:
    """A deed of a day to come is planned; an act of speech has been done, and the day is that of what it speaks of."""
    published, when = scene.document.article.published, draft.date
    if when is None and (ahead := _on_a_planned_occasion(scene, draft)) is not None:
        return replace(draft, certainty=ahead)
    if when is None and _is_the_planned_meeting(scene, draft, drafts):
        return replace(draft, certainty=Certainty("planned", "told elsewhere as still to come", "meeting"))
    if published is not None and when is not None and when.end is not None and when.end < published.start:
        return replace(draft, certainty=_carried_out(draft)) if _is_decided(scene, draft) else draft
    if published is None or when is None or when.start is None or draft.certainty.value not in _DONE:
        return draft
    if when.start <= published.end + LAG:
        return draft
    if event_class(draft.row.type).quad.startswith("verbal") and draft.row.type != "CONSULT":
        return replace(draft, date=None)
    return replace(draft, certainty=Certainty("planned", "its day is still to come", "date"))


def _is_decided(scene: Scene, draft: Draft) -> bool:
    """ "the decision to attack the base last week won praise": the day is that of the attack, so it took place.

    In "announced his decision to attack the base last week" it may be that of the announcement.
    """
    verb, noun = draft.token, draft.token.head
    if draft.certainty.value != "planned" or draft.certainty.because not in ("decision", "move") or noun.dep_ != "nsubj":
        return False
    return any(verb.idx < time.span.start < noun.head.idx for time in scene.times)


def _carried_out(draft: Draft) -> Certainty:
    return Certainty("actual", f"{draft.certainty.because} of a day that is past", "date")


def _is_the_planned_meeting(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "will meet Kim in June ... the summit between the two": a noun of action has no tense of its own."""
    if draft.row.type != "CONSULT" or draft.row.word_class != "noun" or draft.certainty.value not in _DONE:
        return False
    if _took_place(draft.token):
        return False
    same = [d for d in drafts if d.row.type == "CONSULT" and d is not draft and _same_meeting(scene, d, draft)]
    ahead = [d for d in same if d.certainty.value in _AHEAD]
    held = any(d.certainty.value in _DONE and (d.row.word_class == "verb" or d.date is not None) for d in same)
    return bool(ahead) and not held


def _on_a_planned_occasion(scene: Scene, draft: Draft) -> Certainty | None:
    """ "plans to raise it during visits to Chad": the visits are as far off as what is to be done on them."""
    noun, verb = draft.token, draft.token.head.head
    if draft.row.type != "CONSULT" or draft.row.word_class != "noun" or draft.certainty.value not in _DONE:
        return None
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("during", "at", "on") or verb.tag_ != "VB":
        return None
    judged = certainty(scene, verb)
    return judged if judged.value in _AHEAD else None


def _took_place(noun: Token) -> bool:
    """ "during their meeting he gave him a message": by then it had begun."""
    above = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in ("during", "after", "following") and above.tag_ == "VBD"


def _same_meeting(scene: Scene, one: Draft, other: Draft) -> bool:
    """Of the same parties; two different people of one state meet apart."""
    mine, theirs = (dict.fromkeys((*d.sources, *d.targets)) for d in (one, other))
    if mine == theirs:
        return True
    people = [{scene.country(i): i for i in ids if scene.cast.actor(i).kind == "person"} for ids in (mine, theirs)]
    if any(people[0][state] != people[1][state] for state in people[0].keys() & people[1].keys()):
        return False
    states = [{scene.country(i) for i in ids} for ids in (mine, theirs)]
    return states[0] == states[1] and None not in states[0] and len(states[0]) > 1
