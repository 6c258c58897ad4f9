"""When: the time expressions that belong to the clause of a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.denoting import is_event_noun
from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.certainty import effect_of
from dateline.knowledge.triggers import object_class
from dateline.language.clauses import SUBJECTS, clause_head, direct_object, modal, surface_subject
from dateline.language.tokens import Token
from dateline.records import DateInterval, Factuality
from dateline.times import TimeExpression

_SHARING = ("advcl", "xcomp", "acl", "pcomp", "prep", "ccomp")
_APART = frozenset({"name", "dateline"})
_SAID_AHEAD = frozenset({"AGREE", "THREATEN", "REJECT"})
_AHEAD = frozenset({"will", "shall"})
_MODIFIERS = frozenset({"modifier_year", "modifier_month"})

_BEHIND = 1
"""Days that a page may be dated behind its news, being written in another zone of time."""
_BY_A_CLAUSE = 8
"""A time that stands before its clause counts after all that stand in it."""
SHARED = 2
"""How many clauses `_clauses` gives before the one with which the trigger's clause shares its time."""
TimeTable = dict[int, list[tuple[int, TimeExpression]]]
"""For each token, the time expressions that depend on it, with the number of nouns between."""


def time_table(scene: Scene) -> TimeTable:
    """For each token, the time expressions that depend on it, with the number of nouns between."""
    table: TimeTable = {}
    for time in scene.times:
        if time.kind not in _APART:
            for token, nouns in _holders(scene, time):
                table.setdefault(token.i, []).append((nouns, time))
            if (verb := _told_by_a_clause(scene, time)) is not None:
                table.setdefault(verb.i, []).append((_BY_A_CLAUSE, time))
    return table


def _holders(scene: Scene, time: TimeExpression) -> Iterator[tuple[Token, int]]:
    """The nouns and the verb above a time expression."""
    head = _head(scene, time)
    if head is None:
        return
    nouns = 0
    for ancestor in head.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            yield ancestor, nouns
            return
        if ancestor.pos_ == "ADJ" and nouns:
            return  # "warned him, reminiscent of his tweet last year": last year is that of the tweet
        if ancestor.pos_ in ("NOUN", "PROPN"):
            yield ancestor, nouns
            nouns += 1
            if time.kind in _MODIFIERS or (ancestor == head.head and _is_its_own(head, ancestor, time)):
                return


def _is_its_own(head: Token, noun: Token, time: TimeExpression) -> bool:
    """The time dates the noun alone: "rejected Monday's offer", "praised the strike of last month"."""
    if head.dep_ == "poss":
        if noun.dep_ in ("dobj", "nsubj", "nsubjpass"):
            return noun.head.lemma_ in object_class("judging")
        return not (noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during") and noun.head.head.pos_ == "VERB")
    return False


def _of_the_object(verb: Token, time: TimeExpression) -> bool:
    """ "praised the strike on Iran earlier this month": a week or more after a deed that is judged dates the deed."""
    start, end = time.interval.start, time.interval.end
    if start is None or end is None or (end - start).days < 3 or verb.lemma_ not in object_class("judging"):
        return False
    thing = direct_object(verb)
    return thing is not None and is_event_noun(thing) and thing.idx < time.span.start


def _head(scene: Scene, time: TimeExpression) -> Token | None:
    """The token of the expression whose head stands outside it; of the clause that follows, where it dates that one."""
    tokens = scene.document.tokens(time.span)
    if not len(tokens):
        return None
    if time.kind == "clause_apart":
        after = tokens[-1].i + 1
        return scene.document.doc[after] if after < len(scene.document.doc) else None
    return tokens.root


def when(scene: Scene, draft: Draft, table: TimeTable) -> DateInterval | None:
    """The date that the text gives for an event: of the deed or, where saying is doing, of the saying.

    "The North must act, she said on Friday" asks on Friday; "they will strike next week, he warned" threatens today.
    """
    if not _is_saying(draft):
        return _done_by_now(scene, draft, date_of(draft.token, draft.certainty.value, table))
    statement = scene.statement_around(draft.token)
    cue = scene.document.token_at(statement.cue[0].start) if statement and statement.cue else None
    return date_of(cue, "actual", table) if cue is not None else None


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


def _told_by_a_clause(scene: Scene, time: TimeExpression) -> Token | None:
    """The past clause of "on Tuesday, when he signed", "in June, as they imposed a ban": that was then."""
    tokens, doc = scene.document.tokens(time.span), scene.document.doc
    if not len(tokens) or time.interval.start is None or time.interval.end is None:
        return None
    mark = tokens[-1].i + 1
    if mark < len(doc) and doc[mark].text == ",":
        mark += 1
    if mark >= len(doc) or doc[mark].lower_ not in ("when", "as"):
        return None
    verb = doc[mark].head
    if verb.tag_ != "VBD" or verb.i < mark or modal(verb) is not None or doc[mark].dep_ not in ("advmod", "mark"):
        return None
    return verb if doc[mark].lower_ == "when" or _is_saturated(verb) else None


def _is_saturated(verb: Token) -> bool:
    """Not "as he promised in his campaign"."""
    return any(c.dep_ in ("dobj", "xcomp", "ccomp", "nsubjpass", "prt") for c in verb.children if c.i > verb.i)


def date_of(token: Token, value: Factuality, table: TimeTable) -> DateInterval | None:
    """The date that the text gives for the event that `token` carries; None where it gives none."""
    for level, clause in enumerate(_clauses(token)):
        told = level == SHARED and any(c.dep_ == "ccomp" and c.is_ancestor(token) for c in clause.children)
        direct = (
            0 if told else _BY_A_CLAUSE - (value not in ("actual", "claimed"))
        )  # "said after talks on Monday that he would go": Monday is that of the talks
        times = ((n, time) for n, time in table.get(clause.i, ()) if n <= direct and not _of_the_object(clause, time))
        found = [(nouns, abs(time.span.start - token.idx), time) for nouns, time in times]
        if found:
            nearest = min(found, key=lambda f: f[:2])[2]
            # "resolved on Tuesday to impose a ban": the time of the governing clause is past though the ban is to come.
            past = level == SHARED or _is_past(clause) or _outside(clause, nearest) or _is_tried(clause)
            past = past or _is_gone_by(clause, nearest, table)
            return nearest.interval if past else _reading(nearest, "planned" if modal(clause) in _AHEAD else value)
    return _of_the_judged(token, table) or _while_saying(token, table) or _shared_day(token, table)


def _of_the_judged(noun: Token, table: TimeTable) -> DateInterval | None:
    """ "praised the strike on Iran earlier this month": the month is that of the strike."""
    if noun.dep_ != "dobj" or noun.head.pos_ != "VERB":
        return None
    return next((time.interval for _, time in table.get(noun.head.i, ()) if _of_the_object(noun.head, time)), None)


def _while_saying(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "threatened to destroy it during an address in May": the occasion, and its time, is that of the threat."""
    if verb.tag_ != "VBD":
        return None
    occasions = (p for c in verb.children if c.dep_ == "xcomp" for p in c.children if p.lower_ == "during" and p.dep_ == "prep")
    nouns = (n for p in occasions for n in p.children if n.dep_ == "pobj")
    return next((time.interval for n in nouns for _, time in table.get(n.i, ())), None)


def _shared_day(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "stopped a bus on Sunday and abducted two people": both on that day."""
    first = verb.head
    joined = next((t for t in reversed(verb.doc[first.i + 1 : verb.i]) if t.pos_ != "ADV"), first).dep_ in ("cc", "punct")
    if verb.dep_ != "conj" or not joined or {verb.tag_, first.tag_} != {"VBD"} or surface_subject(verb) is not None:
        return None
    days = [t for n, t in table.get(first.i, ()) if n == 0 and t.interval.precision == "day" and t.span.end <= verb.idx]
    return days[-1].interval if days else None


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
    return any(told is time for c in later for nouns, told in table.get(c.i, ()) if nouns == _BY_A_CLAUSE)


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
    if (_without_tense(head) and head.dep_ in _SHARING) or _locates(head):
        yield clause_head(head.head)


def _locates(verb: Token) -> bool:
    """ "It ended on Tuesday in a ballroom where ministers signed": the signing was then."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)


def _carries(noun: Token, verb: Token) -> bool:
    """The noun of action is subject or object of the verb, so that the verb's time is its own."""
    possible = noun.dep_ == "nsubj" and modal(verb) is not None
    return noun.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "ROOT") and noun.head == verb and not possible


def _without_tense(verb: Token) -> bool:
    if verb.dep_ in ("ccomp", "acl") and verb.head.pos_ == "NOUN" and modal(verb) is not None:
        return False  # "went on Tuesday in the hope that they would agree"
    if verb.tag_ == "VBG" and modal(verb) is not None:
        return False  # "suggested on Saturday that they will be meeting"
    return verb.tag_ in ("VBG", "VB") or (verb.tag_ == "VBN" and verb.dep_ == "acl")
