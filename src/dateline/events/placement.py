"""When: the time expressions that belong to the clause of a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.borrowed_times import borrowed, days_before_the_news, of_a_bygone_complement, of_its_occasion
from dateline.events.denoting import is_event_noun
from dateline.events.draft import Draft
from dateline.events.passing import reporting_verb
from dateline.events.scene import Scene
from dateline.events.time_table import BY_A_CLAUSE, TimeTable
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import SUBJECTS, clause_head, direct_object, is_passive, modal
from dateline.language.tokens import Token
from dateline.records import DateInterval, Factuality
from dateline.times import TimeExpression

_SHARING = ("advcl", "xcomp", "acl", "pcomp", "prep", "ccomp")
_SAID_AHEAD = frozenset({"AGREE", "THREATEN", "REJECT"})
_AHEAD = frozenset({"will", "shall"})

_BEHIND = 1
"""Days that a page may be dated behind its news, being written in another zone of time."""
_FURTHEST = 2
"""Clauses climbed from one without a tense."""
SHARED = 2
"""How many clauses `_clauses` gives before the one with which the trigger's clause shares its time."""


def _of_the_object(verb: Token, time: TimeExpression) -> bool:
    """ "praised the strike on Iran earlier this month": a week or more after a deed that is judged dates the deed."""
    start, end = time.interval.start, time.interval.end
    if start is None or end is None or (end - start).days < 3 or verb.lemma_ not in object_class("judging"):
        return False
    thing = direct_object(verb)
    return thing is not None and is_event_noun(thing) and thing.idx < time.span.start


def when(scene: Scene, draft: Draft, table: TimeTable) -> DateInterval | None:
    """The date that the text gives for an event: of the deed or, where saying is doing, of the saying.

    "The North must act, she said on Friday" asks on Friday; "they will strike next week, he warned" threatens today.
    """
    if not _is_saying(draft):
        found = date_of(draft.token, draft.certainty.value, table, draft.row.type in _SAID_AHEAD)
        found = found or days_before_the_news(scene, draft.token) or of_a_bygone_complement(scene, draft, table)
        found = found or _of_the_reporting(draft, table)
        return _done_by_now(scene, draft, found) or (_saying(scene, draft, table) if _is_said(draft) else None)
    return _saying(scene, draft, table)


def _of_the_reporting(draft: Draft, table: TimeTable) -> DateInterval | None:
    """ "said on Friday that it had begun, urging them to stop": urged on Friday."""
    above = reporting_verb(draft.token) if draft.certainty.value in ("actual", "claimed") else None
    return date_of(above, "actual", table) if above is not None else None


_BY_SAYING = frozenset({"saying it is doing it", "the speaker's own speech act"})


def _is_said(draft: Draft) -> bool:
    """ "'We are ready to talk,' he said on Friday" offers talks on Friday."""
    if draft.certainty.because in _BY_SAYING:
        return True
    said = draft.token.head if draft.token.dep_ == "conj" else draft.token
    return draft.row.type in _SAID_AHEAD and modal(draft.token) == "would" and said.dep_ == "ccomp"


def _saying(scene: Scene, draft: Draft, table: TimeTable) -> DateInterval | None:
    statement = scene.statement_around(draft.token)
    cue = scene.document.token_at(statement.cue[0].start) if statement and statement.cue else None
    return _said(cue, table) if cue is not None and cue != draft.token else None


def _said(cue: Token, table: TimeTable) -> DateInterval | None:
    """ "said on Friday that it had begun, adding that": who adds it adds it then."""
    above = reporting_verb(cue)
    return date_of(cue, "actual", table) or (date_of(above, "actual", table) if above is not None else None)


def _done_by_now(scene: Scene, draft: Draft, found: DateInterval | None) -> DateInterval | None:
    """ "has proposed talks on 9 January": a day to come is that of what is proposed, not of the proposal."""
    published = scene.document.article.published
    if found is None or found.start is None or published is None or draft.certainty.value != "actual":
        return found
    told = draft.token.tag_ in ("VBD", "VBN") and (found.start - published.end).days > _BEHIND
    return None if told else found


def _is_saying(draft: Draft) -> bool:
    if not draft.row.words:
        return True
    return draft.certainty.value == "actual" and draft.row.type in _SAID_AHEAD and modal(draft.token) in _AHEAD


def date_of(token: Token, value: Factuality, table: TimeTable, said: bool = True) -> DateInterval | None:
    """The date that the text gives for the event that `token` carries; None where it gives none.

    `said`: whether the day of saying that it will be done is its own, as that of a promise is.
    """
    for level, clause in enumerate(_clauses(token)):
        told = level >= SHARED and any(c.dep_ == "ccomp" and c.is_ancestor(token) for c in clause.children)
        direct = (
            0 if told else BY_A_CLAUSE - (value not in ("actual", "claimed"))
        )  # "said after talks on Monday that he would go": Monday is that of the talks
        times = ((n, time) for n, time in table.get(clause.i, ()) if n <= direct and not _of_the_object(clause, time))
        found = [(nouns, abs(time.span.start - token.idx), time) for nouns, time in times]
        if found:
            nearest = min(found, key=lambda f: f[:2])[2]
            if level >= SHARED and nearest.interval.precision != "day" and _is_before_what_governs(token):
                return None
            if not said and value in ("planned", "hypothetical") and level >= SHARED and _is_told_then(clause):
                return None
            # "resolved on Tuesday to impose a ban": the time of the governing clause is past though the ban is to come.
            past = level >= SHARED or _is_past(clause) or _outside(clause, nearest) or _is_tried(clause)
            past = past or _is_gone_by(clause, nearest, table)
            return nearest.interval if past else _reading(nearest, "planned" if modal(clause) in _AHEAD else value)
    return _of_the_judged(token, table) or of_its_occasion(token, table) or borrowed(_carrier(token), table)


def _is_before_what_governs(token: Token) -> bool:
    """ "first said so in April, after seizing it": it need not have been in April."""
    return token.dep_ == "pcomp" and token.head.lower_ in ("after", "following", "since")


def _is_told_then(clause: Token) -> bool:
    """ "said on Sunday that it would leave", "asked on Friday to meet him": the day is that of the words.

    What somebody resolved or voted to do is dated by that.
    """
    if not _is_past(clause) or is_passive(clause) or lemma_of(clause) in _RESOLVING:
        return False
    told = effect_of(lemma_of(clause), "verb")
    return told in ("claimed", "hypothetical") or lemma_of(clause) in _GIVING_ONES_WORD


_GIVING_ONES_WORD = frozenset({"agree", "promise", "vow", "pledge", "offer", "swear", "undertake", "threaten"})
_RESOLVING = frozenset({"decide", "resolve", "vote", "choose", "opt", "order", "direct", "instruct", "command"})


def _carrier(token: Token) -> Token:
    """The verb that a noun of action is the subject or object of; the token itself where there is none."""
    head = clause_head(token)
    return head if token.pos_ == "NOUN" and head.pos_ == "VERB" and _carries(token, head) else token


def _of_the_judged(noun: Token, table: TimeTable) -> DateInterval | None:
    """ "praised the strike on Iran earlier this month": the month is that of the strike."""
    if noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
        return None
    return next((time.interval for _, time in table.get(noun.head.i, ()) if _of_the_object(noun.head, time)), None)


def _outside(clause: Token, time: TimeExpression) -> bool:
    """ "decided in January to leave", "said on Friday he would go": a time before the clause is that of what governs it."""
    opening = [
        c for c in clause.children if (c.dep_ == "aux" and c.lower_ == "to") or (clause.dep_ == "ccomp" and c.dep_ in SUBJECTS)
    ]
    return bool(opening) and clause.head.idx < time.span.start and time.span.end <= opening[0].idx


def _is_tried(clause: Token) -> bool:
    """ "tried to launch it on Saturday", "failed to meet on Tuesday"."""
    above = clause.head
    if clause.dep_ != "xcomp" or clause.tag_ != "VB" or above.tag_ != "VBD":
        return False
    lemma = above.lemma_.lower()
    return effect_of(lemma, "attempt") is not None or effect_of(lemma, "infinitive") in ("actual", "negated")


def _is_gone_by(clause: Token, time: TimeExpression, table: TimeTable) -> bool:
    """ "on Tuesday, when he made the announcement": a past clause tells that the day is past."""
    later = (c for c in clause.children if c.dep_ in ("advcl", "relcl") and c.idx > time.span.start)
    return any(told.span == time.span for c in later for nouns, told in table.get(c.i, ()) if nouns == BY_A_CLAUSE)


def _is_past(clause: Token) -> bool:
    """ "did not attack on Thursday" looks back, whatever came of it."""
    past = any(c.dep_ in ("aux", "auxpass") and c.tag_ == "VBD" for c in clause.children) or clause.tag_ == "VBD"
    return past and modal(clause) is None


def _reading(time: TimeExpression, value: Factuality) -> DateInterval:
    ahead = value in ("planned", "hypothetical") and time.future_interval is not None
    return time.future_interval if ahead and time.future_interval is not None else time.interval


def _clauses(token: Token) -> Iterator[Token]:
    """The trigger itself, its clause, and the clause with which that one shares its time."""
    yield token
    head = token if token.pos_ in ("VERB", "AUX") else clause_head(token)
    if head != token and (head.pos_ not in ("VERB", "AUX") or not _carries(token, head)):
        return
    yield head
    if head == token or head.lemma_ not in object_class("judging"):  # "left on Monday, citing the strike"
        yield from _governing(head)


def _governing(verb: Token) -> Iterator[Token]:
    """The clauses with which one without a tense shares its time: of "flew in to meet and thank him" the flight."""
    for _ in range(_FURTHEST):
        while verb.dep_ == "conj" and verb.tag_ == verb.head.tag_ and _without_tense(verb):
            verb = verb.head
        if _of_a_distant_noun(verb):
            yield verb.head
        if not ((_without_tense(verb) and verb.dep_ in _SHARING) or _locates(verb)) or _of_a_distant_noun(verb):
            return
        if _is_ground(verb):
            return
        below, verb = verb, clause_head(verb.head)
        yield verb
        if _has_noun_between(below, verb):
            return


def _is_ground(verb: Token) -> bool:
    """ "were charged on Friday for hacking it": what somebody is charged with was done before."""
    return (
        verb.dep_ == "pcomp"
        and verb.head.lower_ in ("for", "of", "with", "over")
        and lemma_of(verb.head.head) in object_class("object-control") | object_class("judging")
    )


def _has_noun_between(below: Token, above: Token) -> bool:
    node = below.head
    while node not in (above, node.head):
        if node.pos_ in ("NOUN", "PROPN", "ADJ"):
            return True
        node = node.head
    return False


def _of_a_distant_noun(verb: Token) -> bool:
    """ "warned on Monday because of the decision to leave": what is decided has not the day of the warning."""
    judged = verb.head.dep_ == "dobj" and lemma_of(verb.head.head) in object_class("judging")  # "defended his choice to leave"
    infinitive = verb.tag_ == "VB" and modal(verb) is None and (verb.head.dep_ not in _OWN or judged)
    sent = verb.lemma_ in ("send", "dispatch")  # "observers sent by the Union arrived on Monday": it is their mission
    reduced = verb.tag_ == "VBN" and not sent and not any(c.dep_ in ("aux", "mark") for c in verb.children)
    return verb.dep_ == "acl" and (reduced or infinitive)


_OWN = frozenset({"dobj", "nsubjpass", "attr", "nsubj", "ROOT"})


def _locates(verb: Token) -> bool:
    """ "It ended on Tuesday in a ballroom where ministers signed": the signing was then."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)


def _carries(noun: Token, verb: Token) -> bool:
    """The noun of action is subject or object of the verb, so that the verb's time is its own."""
    possible = noun.dep_ == "nsubj" and modal(verb) is not None and verb.lemma_ not in object_class("taking-place")
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "ROOT") and noun.head == verb and not possible


def _without_tense(verb: Token) -> bool:
    if verb.dep_ in ("ccomp", "acl") and verb.head.pos_ == "NOUN" and modal(verb) is not None:
        return False  # "went on Tuesday in the hope that they would agree"
    if verb.tag_ == "VBG" and (modal(verb) is not None or any(lemma_of(c) == "have" and c.dep_ == "aux" for c in verb.children)):
        return False  # "suggested on Saturday that they will be meeting", "that they have been fighting"
    if verb.tag_ == "VBG" and verb.dep_ == "acl" and any(c.dep_ == "aux" for c in verb.children):
        return False  # "meets on Friday amid reports that they are arming"
    return verb.tag_ in ("VBG", "VB") or (verb.tag_ == "VBN" and verb.dep_ == "acl")
