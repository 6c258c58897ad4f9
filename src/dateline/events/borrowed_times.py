"""Times that an event borrows from a clause beside its own: of a first verb, an opening participle, the clause that it goes with."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.events.draft import Draft
from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import is_negated, surface_subject
from dateline.records import DateInterval
from dateline.times import TimeExpression

TimeTable = dict[int, list[tuple[int, TimeExpression]]]
"""For each token, the time expressions that depend on it, with the number of nouns between."""
_AT_ONCE = frozenset({"when", "as", "while"})
_LONGEST = 31
"""Days that a time may have which another clause borrows."""
_DEPTH = 3
"""How many verbs are joined in a row."""


def borrowed(verb: Token, table: TimeTable) -> DateInterval | None:
    """The time of the clause with which the verb's own goes together; None where there is none."""
    return _while_saying(verb, table) or _shared(verb, table) or _of_the_opening(verb, table) or _at_once(verb, table)


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
    joined = next((t for t in reversed(verb.doc[first.i + 1 : verb.i]) if t.pos_ != "ADV"), first).dep_ in ("cc", "punct")
    if verb.dep_ != "conj" or not joined or {verb.tag_, first.tag_} != {"VBD"} or surface_subject(verb) is not None:
        return None
    days = [t for n, t in table.get(first.i, ()) if n == 0 and t.interval.precision == "day" and t.span.end <= verb.idx]
    if days:
        return days[-1].interval
    at_first = next((t.interval for t in _fronted(first, table)), None)
    return at_first or (_shared(first, table, depth + 1) if depth < _DEPTH else None) or _of_the_opening(first, table)


def _fronted(verb: Token, table: TimeTable) -> Iterator[TimeExpression]:
    """The times before the subject of a clause, which hold of all that follows."""
    who = surface_subject(verb)
    if who is not None and who.i < verb.i:
        yield from (t for _, t in table.get(verb.i, ()) if t.span.end <= who.left_edge.idx and _is_short(t.interval))


def _is_short(interval: DateInterval) -> bool:
    return interval.start is not None and interval.end is not None and (interval.end - interval.start).days <= _LONGEST


def _of_the_opening(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "Speaking to reporters on Monday, he warned": and he did so then."""
    if verb.tag_ != "VBD" or verb.pos_ != "VERB":
        return None
    openings = (c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i < verb.i)
    occasions = (c for c in openings if lemma_of(c) in object_class("occasion") and not any(a.dep_ == "mark" for a in c.children))
    found = (t.interval for c in occasions for n, t in table.get(c.i, ()) if n < 2 and t.span.end <= verb.idx)
    return next((interval for interval in found if _is_short(interval)), None)


def _at_once(verb: Token, table: TimeTable) -> DateInterval | None:
    """ "stole the show on Monday when she met him": she did so on that day."""
    main = verb.head
    if verb.dep_ != "advcl" or {verb.tag_, main.tag_} != {"VBD"} or is_negated(main):
        return None
    if not any(c.lower_ in _AT_ONCE and c.dep_ in ("mark", "advmod") for c in verb.children):
        return None
    own = [t for n, t in table.get(main.i, ()) if n == 0 and t.span.end <= verb.left_edge.idx]
    return next((t.interval for t in (*_fronted(main, table), *own) if _is_short(t.interval)), None)


def of_a_bygone_complement(scene: Scene, draft: Draft, table: TimeTable) -> DateInterval | None:
    """ "agreed to meet him in 2009", of which year the meeting is: and so the agreement, once the year is past."""
    verb, published = draft.token, scene.document.article.published
    if verb.tag_ != "VBD" or published is None or draft.certainty.value != "actual":
        return None
    for below in _complements(verb):
        times = [t for n, t in table.get(below.i, ()) if n == 0 and t.future_interval is None]
        for interval in (t.interval for t in times if t.interval.start is not None):
            if interval.end is not None and interval.end < published.start:
                return interval
    return None


def _complements(verb: Token) -> Iterator[Token]:
    """ "agreed to meet", "signalled an interest in meeting", "voiced a wish to meet"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VB":
            yield child
        elif child.dep_ == "dobj" and child.i > verb.i:
            yield from (c for c in child.children if c.dep_ == "acl" and c.tag_ == "VB")
            yield from (g for p in child.children if p.dep_ == "prep" for g in p.children if g.dep_ == "pcomp")
