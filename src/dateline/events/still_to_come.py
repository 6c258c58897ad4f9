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
from dateline.events.scope import is_told_of
from dateline.events.verdict import Certainty
from dateline.knowledge.ontology import event_class
from dateline.language.tokens import Token
from dateline.records import DateInterval

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
        ahead = Certainty("planned", "told elsewhere as still to come", "meeting")
        return replace(draft, certainty=ahead, date=_planned_day(scene, draft, drafts))
    if _is_left(scene, draft) or _is_the_meeting_held(scene, draft, drafts):
        return replace(draft, certainty=_carried_out(draft))
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
    if draft.certainty.value != "planned" or draft.certainty.because not in _CHOICES or noun.dep_ not in ("nsubj", "pobj"):
        return False
    last = noun.head.idx if noun.dep_ == "nsubj" else verb.right_edge.idx + 1
    return any(verb.idx < time.span.start < last for time in scene.times)


_CHOICES = frozenset({"decision", "move", "agreement"})


def _is_left(scene: Scene, draft: Draft) -> bool:
    """ "his decision this week to pull out of the treaty": whoever has decided to leave has left."""
    published, noun = scene.document.article.published, draft.token.head
    if draft.row.mode != "withdraw" or draft.certainty.because != "decision" or draft.certainty.value != "planned":
        return False
    when = draft.date.start if draft.date is not None else None
    past = when is not None and published is not None and when <= published.end
    return any(c.dep_ == "poss" for c in noun.children) and (past or any(c.lower_ == "recent" for c in noun.children))


def _is_the_meeting_held(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """ "defended his decision to meet Kim", where the article tells that they met."""
    if draft.row.type != "CONSULT" or draft.certainty.value != "planned" or draft.certainty.because not in _CHOICES:
        return False
    same = [d for d in drafts if d.row.type == "CONSULT" and d is not draft and _same_meeting(scene, d, draft)]
    held = any(d.certainty.value == "actual" and _has_been(scene, d) for d in same)
    return held and not any(d.certainty.value in _AHEAD and d.certainty.because not in _CHOICES for d in same)


def _has_been(scene: Scene, draft: Draft) -> bool:
    """Told by a past verb, or of a day that is past."""
    published = scene.document.article.published
    past = draft.date is not None and draft.date.end is not None and published is not None and draft.date.end <= published.end
    return past or draft.token.tag_ == "VBD"


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


def _planned_day(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> DateInterval | None:
    """The day that the article tells elsewhere for the meeting, where it tells one."""
    same = [d for d in drafts if d.row.type == "CONSULT" and d is not draft and _same_meeting(scene, d, draft)]
    days = {d.date for d in same if d.date is not None and d.date.precision == "day" and d.certainty.value in _AHEAD}
    return next(iter(days)) if len(days) == 1 else None


def _on_a_planned_occasion(scene: Scene, draft: Draft) -> Certainty | None:
    """ "plans to raise it during visits to Chad": the visits are as far off as what is to be done on them."""
    noun, verb = draft.token, draft.token.head.head
    if draft.row.type != "CONSULT" or draft.row.word_class != "noun" or draft.certainty.value not in _DONE:
        return None
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("during", "at", "on") or verb.tag_ != "VB":
        return None
    if is_told_of(noun.head):
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
