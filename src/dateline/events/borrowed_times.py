"""Times that an event borrows from a clause beside its own: of a first verb, of an opening participle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.events.time_table import TimeTable
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import clause_head, direct_object, is_negated, surface_subject
from dateline.language.tokens import Token
from dateline.records import DateInterval
from dateline.times import TimeExpression
from dateline.times.numerals import AMOUNT, amount

_AT_ONCE = frozenset({"when", "as", "while"})
_LONGEST, _LONGEST_FRONTED = 31, 366
"""Days that a time may have which another clause borrows; of one before the subject of the first of them."""
_LATELY = 2
"""Days for which news is told by the name of its day."""
_DEPTH = 3
"""How many verbs are joined in a row."""


def borrowed(verb: Token, table: TimeTable) -> DateInterval | None:
    """The time of the clause with which the verb's own goes together; None where there is none."""
    readings = (_while_saying, _shared, _of_the_opening, _at_once, _at_which, _of_its_product, _of_the_deed)
    return next((found for reading in readings if (found := reading(verb, table)) is not None), None)


def _while_saying(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "threatened to destroy it during an address in May": the occasion, and its time, is that of the threat."""
    if verb.tag_ != "VBD":
        return None
    occasions = (p for c in verb.children if c.dep_ == "xcomp" for p in c.children if p.lower_ == "during" and p.dep_ == "prep")
    nouns = (n for p in occasions for n in p.children if n.dep_ == "pobj")
    return next((time.interval for n in nouns for _, time in table.get(n.i, ())), None)


def _shared(verb: Token, table: TimeTable, depth: int = 0) -> DateInterval | None:
    """ "stopped a bus on Sunday and abducted two people": both on that day; "in March they left and warned": both in March."""
    first = verb.head
    if verb.dep_ != "conj" or not _is_joined(first, verb) or not _same_tense(first, verb):
        return None
    fronted = next((t.interval for t in _fronted(first, table)), None)
    if surface_subject(verb) is not None:
        return fronted
    days = [t for n, t in table.get(first.i, ()) if n == 0 and t.interval.precision == "day" and t.span.end <= verb.idx]
    if days and verb.tag_ == "VBD":
        return days[-1].interval
    further = _shared(first, table, depth + 1) if depth < _DEPTH else None
    return fronted or further or _of_the_opening(first, table)


def _is_joined(first: Token, verb: Token) -> bool:
    """By "and" or a comma, whatever adverbs and subject stand between that and the verb."""
    who = surface_subject(verb)
    opening = who.left_edge if who is not None and who.i < verb.i else verb
    return next((t for t in reversed(verb.doc[first.i + 1 : opening.i]) if t.pos_ != "ADV"), first).dep_ in ("cc", "punct")


def _same_tense(first: Token, verb: Token) -> bool:
    """ "stopped and abducted", "has left the fund and cut aid"."""
    if any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return False
    return {verb.tag_, first.tag_} == {"VBD"} or (first.tag_ == "VBN" and verb.tag_ in ("VBN", "VBD") and _is_perfect(first))


def _is_perfect(verb: Token) -> bool:
    return any(c.dep_ == "aux" and lemma_of(c) == "have" and c.tag_ in ("VBZ", "VBP") for c in verb.children)


def _fronted(verb: Token, table: TimeTable) -> Iterator[TimeExpression]:
    """The times before the subject of a clause, which hold of all that follows."""
    who = surface_subject(verb)
    if who is not None and who.i < verb.i:
        edge = who.left_edge.idx
        yield from (t for _, t in table.get(verb.i, ()) if t.span.end <= edge and _is_short(t.interval, _LONGEST_FRONTED))


def _is_short(interval: DateInterval, longest: int = _LONGEST) -> bool:
    return interval.start is not None and interval.end is not None and (interval.end - interval.start).days <= longest


def _of_the_opening(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "Speaking to reporters on Monday, he warned": and he did so then."""
    if verb.tag_ != "VBD" or verb.pos_ != "VERB":
        return None
    openings = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i < verb.i)
    occasions = (c for c in openings if lemma_of(c) in object_class("occasion") and not any(a.dep_ == "mark" for a in c.children))
    found = (t.interval for c in occasions for n, t in table.get(c.i, ()) if n < 2 and t.span.end <= verb.idx)
    return next((interval for interval in found if _is_short(interval)), None)


def _at_once(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "stole the show on Monday when she met him", "asked for help as he arrived on Monday": both on that day."""
    main = verb.head
    if verb.dep_ == "advcl" and _go_together(main, verb):
        own = [t for n, t in table.get(main.i, ()) if n == 0 and t.span.end <= verb.left_edge.idx]
        return next((t.interval for t in (*_fronted(main, table), *own) if _is_short(t.interval)), None)
    clauses = (c for c in verb.children if c.dep_ == "advcl" and _go_together(verb, c))
    times = (t.interval for c in clauses for n, t in table.get(c.i, ()) if n == 0 and t.interval.precision == "day")
    return next(times, None)


def _go_together(main: Token, clause: Token) -> bool:
    if lemma_of(clause) == "do":
        return False  # "as he did on Monday, he warned them"
    marked = any(c.lower_ in _AT_ONCE and c.dep_ in ("mark", "advmod") for c in clause.children)
    return marked and {clause.tag_, main.tag_} == {"VBD"} and not is_negated(main)


def _at_which(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "held a summit in April at which they agreed": in April."""
    which = (p for p in verb.children if p.dep_ == "prep" and p.lower_ in ("in", "at", "during") and p.i < verb.i)
    opening = next((p for p in which if any(c.lower_ == "which" for c in p.children)), None)
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or opening is None:
        return None
    noun = next((n for n in (verb.head, *verb.head.ancestors) if n.pos_ in ("NOUN", "PROPN")), verb.head)
    own = (t.interval for n, t in table.get(noun.i, ()) if n == 0)
    beside = (t.interval for n, t in table.get(clause_head(noun).i, ()) if n < 2 and noun.idx < t.span.end <= opening.idx)
    return next(own, None) or next(beside, None)


def _of_its_product(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "the 2015 agreement that they struck", "the 2013 truce signed by both": struck and signed in that year."""
    made = verb.head
    told = (verb.dep_ == "relcl" and verb.tag_ == "VBD") or (verb.dep_ == "acl" and verb.tag_ == "VBN")
    if not told or lemma_of(verb) not in object_class("settling") or (verb.dep_ == "relcl" and direct_object(verb) != made):
        return None
    return next((t.interval for n, t in table.get(made.i, ()) if n == 0 and t.span.end <= made.idx), None)


def _of_the_deed(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "the raid into Mali in 2011 that killed him": killed in 2011."""
    who, deed = surface_subject(verb), verb.head
    if verb.dep_ != "relcl" or verb.tag_ != "VBD" or who is None or who.lower_ not in ("that", "which"):
        return None
    if lemma_of(deed) not in object_class("attackn"):
        return None
    return next((t.interval for n, t in table.get(deed.i, ()) if n == 0 and t.span.end <= verb.idx), None)


def days_before_the_news(scene: Scene, verb: Token) -> DateInterval | None:
    """ "Two days after it struck them, the army is on alert": two days before the article, since the army is so now."""
    published, main = scene.document.article.published, verb.head
    after = any(c.lower_ == "after" and c.dep_ == "mark" for c in verb.children)
    if published is None or published.start != published.end or verb.dep_ != "advcl" or verb.tag_ != "VBD" or not after:
        return None
    unit = next((c for c in verb.children if c.dep_ == "npadvmod" and c.i < verb.i and lemma_of(c) == "day"), None)
    count = [c.text for c in unit.children if c.dep_ in ("det", "nummod")] if unit is not None else []
    if len(count) != 1 or not _is_now(main) or not re.fullmatch(AMOUNT, count[0], re.IGNORECASE):
        return None
    day = published.start - timedelta(days=int(amount(count[0])))
    return DateInterval(day, day, "day")


def _is_now(verb: Token) -> bool:
    """ "is threatening", "have yet to answer"."""
    present = verb.tag_ in ("VBZ", "VBP") or any(c.tag_ in ("VBZ", "VBP") for c in verb.children if c.dep_ in ("aux", "auxpass"))
    return present and verb.dep_ == "ROOT"


def of_its_occasion(noun: Token, table: TimeTable) -> DateInterval | None:
    """ "said at a meeting with him in Oslo on Saturday": of what is done at it is the time of the meeting."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "during") or noun.head.head.pos_ != "VERB":
        return None
    verb = noun.head.head
    times = (t for n, t in table.get(verb.i, ()) if n == 0 and t.span.start > verb.idx)
    return next((t.interval for t in times if t.interval.precision == "day"), None)


def of_a_bygone_complement(scene: Scene, draft: Draft, table: TimeTable) -> DateInterval | None:
    """ "agreed to meet him in 2009", of which year the meeting is: and so the agreement, once the year is past."""
    verb, published = draft.token, scene.document.article.published
    if verb.tag_ != "VBD" or published is None or draft.certainty.value != "actual":
        return None
    for below in _complements(verb):
        for time in (t for n, t in table.get(below.i, ()) if n == 0):
            first, last = time.interval.start, time.interval.end
            if first is not None and last is not None and last < published.start and _is_past(time, published.start):
                return time.interval
    return None


def _is_past(time: TimeExpression, today: date) -> bool:
    """A year that is over; of the days of the week one just gone by, "urged them to meet on Friday" being said on Friday."""
    coming = time.future_interval
    if coming is None or coming.start is None or time.interval.start is None:
        return coming is None
    return time.interval.precision == "day" and (today - time.interval.start).days <= _LATELY < (coming.start - today).days


def _complements(verb: Token) -> Iterator[Token]:
    """ "agreed to meet", "signalled an interest in meeting", "voiced a wish to meet"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VB":
            yield child
        elif child.dep_ == "dobj" and child.i > verb.i:
            yield from (c for c in child.children if c.dep_ == "acl" and c.tag_ == "VB")
            yield from (g for p in child.children if p.dep_ == "prep" for g in p.children if g.dep_ == "pcomp")
