"""Which words the time expressions of an article belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.events.scene import Scene
from dateline.knowledge.triggers import lemma_of, object_class
from dateline.language.clauses import modal
from dateline.language.tokens import Token
from dateline.records import DateInterval
from dateline.times import TimeExpression

_APART = frozenset({"name", "dateline"})
_MODIFIERS = frozenset({"modifier_year", "modifier_month"})
BY_A_CLAUSE = 8
"""A time that stands before its clause counts after all that stand in it."""
TimeTable = dict[int, list[tuple[int, TimeExpression]]]
"""For each token, the time expressions that depend on it, with the number of nouns between."""


def time_table(scene: Scene) -> TimeTable:
    """For each token, the time expressions that depend on it, with the number of nouns between."""
    table: TimeTable = {}
    for time in _coordinated(scene.times, scene.document.article.text):
        if time.kind not in _APART:
            for token, nouns in _holders(scene, time):
                table.setdefault(token.i, []).append((nouns, time))
            if (verb := _told_by_a_clause(scene, time)) is not None:
                table.setdefault(verb.i, []).append((BY_A_CLAUSE, replace(time, interval=time.closed or time.interval)))
    return table


def _coordinated(times: Iterable[TimeExpression], text: str) -> Iterator[TimeExpression]:
    """ "in 2016 and 2017", "in late May or early June": what happened then happened from the first to the last of them."""
    held: TimeExpression | None = None
    for time in times:
        both = _from_one_to_other(held, time, text) if held is not None else None
        if held is not None and both is None:
            yield held
        held = both or time
    if held is not None:
        yield held


def _from_one_to_other(first: TimeExpression, last: TimeExpression, text: str) -> TimeExpression | None:
    if first.kind != last.kind or not _AND.fullmatch(text, first.span.end, last.span.start):
        return None
    interval = _hull(first.interval, last.interval)
    future = _hull(first.future_interval or first.interval, last.future_interval or last.interval)
    if interval is None and future is None:
        return None
    return replace(first, interval=interval or first.interval, future_interval=future)


_AND = re.compile(r"\s+(?:and|or|and/or)\s+(?:in\s+|on\s+)?(?:the\s+)?")


def _hull(first: DateInterval, last: DateInterval) -> DateInterval | None:
    """From the one to the other where the second comes after."""
    if first.start is None or first.end is None or last.start is None or last.end is None or last.start <= first.end:
        return None
    return DateInterval(first.start, last.end, "other")


def _holders(scene: Scene, time: TimeExpression) -> Iterator[tuple[Token, int]]:
    """The nouns and the verb above a time expression."""
    head = _head(scene, time)
    if head is None:
        return
    nouns = 0
    for ancestor in head.ancestors:
        if ancestor.pos_ in ("VERB", "AUX"):
            yield from _verbs(ancestor, head, nouns)
            if not _passes_its_time_on(ancestor):
                return
            nouns += ancestor.lemma_ not in _OPENING
        elif nouns and (ancestor.pos_ == "ADJ" or _is_other_time(ancestor, time)):
            return  # "warned him, reminiscent of his tweet last year": last year is that of the tweet
        if ancestor.pos_ in ("NOUN", "PROPN"):
            yield ancestor, nouns
            nouns += 1
            if time.kind in _MODIFIERS or (ancestor == head.head and _is_its_own(head, ancestor, time)):
                return


def _verbs(verb: Token, head: Token, nouns: int) -> Iterator[tuple[Token, int]]:
    """The verb above a time and, of "the talks held on Monday", the talks; in "After he left on Monday, she" he left then."""
    opening = next((c for c in verb.children if _holds(c, head)), None) if not nouns else None
    yield (verb if opening is None else opening), nouns
    named = verb
    while named.dep_ == "xcomp":
        named = named.head
    if named.dep_ in ("acl", "relcl") and {lemma_of(verb), lemma_of(named)} & object_class("taking-place"):
        yield named.head, nouns


def _holds(clause: Token, head: Token) -> bool:
    """A clause before the main one, with no comma between its verb and the time."""
    if clause.dep_ != "advcl" or clause.tag_ != "VBD" or not clause.i < head.i < clause.head.i:
        return False
    return not any(t.text == "," for t in clause.doc[clause.i : head.i])


_OPENING = frozenset({"start", "begin"})


def _passes_its_time_on(verb: Token) -> bool:
    """ "drills starting on Monday", "said in a statement released on Monday", "in the region bordering Mali in May"."""
    if verb.dep_ in ("acl", "prep", "advcl") and verb.tag_ == "VBG" and verb.lemma_ in _OPENING:
        return True
    if verb.dep_ != "acl":
        return False
    told = verb.tag_ == "VBN" and lemma_of(verb) in object_class("publishing")
    example = verb.head.head.lower_ in ("like", "as")  # "a region like the one bordering Mali today"
    return (verb.tag_ == "VBG" and not example) or (
        told and verb.head.dep_ == "pobj" and verb.head.head.lower_ in ("in", "on", "to", "by")
    )


def _is_other_time(word: Token, time: TimeExpression) -> bool:
    """ "since his election in 2016", "threatened him prior to a thaw this year": it was before the thaw, after the election."""
    if word.lower_ == "since":
        return True
    return word.lower_ in ("until", "till", "before", "ahead", "prior") and time.interval.precision != "day"


def _is_its_own(head: Token, noun: Token, time: TimeExpression) -> bool:
    """The time dates the noun alone: "rejected Monday's offer", "praised the strike of last month"."""
    if head.dep_ == "poss":
        if noun.dep_ in ("dobj", "nsubj", "nsubjpass"):
            return noun.head.lemma_ in object_class("judging")
        return not (noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during") and noun.head.head.pos_ == "VERB")
    return False


def _head(scene: Scene, time: TimeExpression) -> Token | None:
    """The token of the expression whose head stands outside it; of the clause that follows, where it dates that one."""
    tokens = scene.document.tokens(time.span)
    if not len(tokens):
        return None
    if time.kind == "clause_apart":
        after = tokens[-1].i + 1
        return scene.document.doc[after] if after < len(scene.document.doc) else None
    return tokens.root


def _told_by_a_clause(scene: Scene, time: TimeExpression) -> Token | None:
    """The past clause of "on Tuesday, when he signed", "in June, as they imposed a ban": that was then."""
    tokens, doc = scene.document.tokens(time.span), scene.document.doc
    interval = time.closed or time.interval
    if not len(tokens) or interval.start is None or interval.end is None:
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
