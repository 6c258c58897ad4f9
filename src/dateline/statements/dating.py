"""When something was said: the time that the words of saying have, and not any time that their sentence names.

"As he said on Friday", "speaking on Friday, he said", "in a report issued on Friday it says"; a time that belongs to what was
judged, to another clause or to a name ("condemned Friday's attack", "the 2015 accord") dates something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.discourse import discourse_nouns
from dateline.language.clauses import clause_head, modal, surface_subject
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import DateInterval
from dateline.statements.draft import Draft
from dateline.times import TimeExpression

_APART = frozenset({"name", "dateline"})
"""Kinds of expressions that date a thing or the whole story."""
_OF_THINGS = frozenset({"modifier_year", "modifier_month"})
"""Kinds that date a noun: the saying only where that noun is its occasion, "in a 2002 interview"."""
_CLAUSES = frozenset({"VERB", "AUX"})
_OPENING = frozenset({"ADV", "CCONJ", "ADP", "DET", "PUNCT", "SPACE", "SCONJ"})
_AHEAD = frozenset({"will", "shall"})
_BEHIND = 1
"""Days that a page may be dated behind its news, being written in another zone of time."""


def said_on(document: Document, draft: Draft, times: Sequence[TimeExpression]) -> DateInterval | None:
    """The date that the text gives for the saying itself; None where it gives none."""
    cue = _cue(document, draft)
    if cue is None:
        return None
    told = [t for t in _beside(document, cue, draft, times) if _dates(document, t, cue, draft.source)]
    nearest = min(told, key=lambda t: abs(t.span.start - cue.idx), default=None)
    return _reading(document, nearest, cue) if nearest is not None else None


def _cue(document: Document, draft: Draft) -> Token | None:
    words = document.tokens(draft.cue[0]) if draft.cue else None
    return words.root if words is not None and len(words) else None


def _beside(document: Document, cue: Token, draft: Draft, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """The times of the sentence outside what was said."""
    sentence = cue.sent
    for time in times:
        inside = sentence.start_char <= time.span.start < sentence.end_char
        if inside and time.kind not in _APART and not any(c.overlaps(time.span) for c in draft.content):
            yield time


def _reading(document: Document, time: TimeExpression, cue: Token) -> DateInterval | None:
    """Past or to come; nothing said is dated after the article."""
    if modal(clause_head(cue)) in _AHEAD:
        return time.future_interval or time.interval
    published = document.article.published
    start = time.interval.start
    late = published is not None and start is not None and (start - published.end).days > _BEHIND
    return None if late else time.interval


def _dates(document: Document, time: TimeExpression, cue: Token, source: Token | None) -> bool:
    """Is it the time of the clause of the cue?"""
    words = document.tokens(time.span)
    if not len(words):
        return False
    if time.kind in _OF_THINGS:
        return _is_occasion(words.root.head) and _is_told_in(words.root, cue)
    if time.kind == "clause_apart":
        return words[-1].i < cue.i and not any(t.pos_ in _CLAUSES for t in cue.doc[words[-1].i + 1 : cue.i])
    if _right_after(words[0], cue) or _leads(words.root, cue) or _is_told_in(words.root, cue, source) or _is_when(words[-1], cue):
        return True
    return _of_one_subject(words.root, cue, source) or (_is_a_day(time) and _of_one_day(words.root, cue))


def _is_a_day(time: TimeExpression) -> bool:
    return time.interval.precision == "day" and time.interval.start is not None


def _is_occasion(noun: Token) -> bool:
    """ "in a 2002 interview", "at a 2011 meeting"."""
    said = noun.lemma_.lower() in discourse_nouns("occasion")
    return said and noun.dep_ == "pobj" and noun.head.lower_ in ("in", "at", "during")


def _is_when(last: Token, cue: Token) -> bool:
    """ "remarks on Wednesday, when he said", "at a meeting on Friday in which he said"."""
    said, doc = clause_head(cue), cue.doc
    after = next((t for t in doc[last.i + 1 : said.i] if t.text != ","), None)
    if after is None or said.dep_ not in ("relcl", "advcl", "acl") or said.tag_ != "VBD":
        return False
    if after.lower_ in ("in", "at", "during") and after.i + 1 < said.i:
        after = doc[after.i + 1]
        return after.tag_ == "WDT" and after.is_ancestor(said) | said.is_ancestor(after)
    return after.lower_ in ("when", "where") and said.is_ancestor(after)


def _of_one_subject(time: Token, cue: Token, source: Token | None) -> bool:
    """ "On Sunday he dismissed the claim that ..., saying": whoever did it that day says so, whatever "saying" is joined to."""
    said, verb = clause_head(cue), clause_head(time)
    if said.tag_ != "VBG" or source is None or surface_subject(said) is not None or said.i < verb.i:
        return False
    return surface_subject(verb) == source and _is_told_in(time, verb)


def _of_one_day(time: Token, cue: Token) -> bool:
    """ "had a call with him on Sunday and said": both on that day."""
    said = clause_head(cue)
    first = _first_joined(said)
    return first != said and first.tag_ == said.tag_ == "VBD" and first.i < time.i < said.i and _is_told_in(time, first)


def _right_after(first: Token, cue: Token) -> bool:
    """ "said late on Friday that", whatever the parser joins it to."""
    between = cue.doc[cue.i + 1 : first.i] if cue.i < first.i else None
    return between is not None and all(t.lower_ in discourse_nouns("before_time") for t in between)


def _leads(time: Token, cue: Token) -> bool:
    """ "On Friday, the ministry said", also where the parser joins it to what was said."""
    verb = clause_head(cue)
    first = next((t for t in cue.sent if not t.is_space), None)
    if first is None or verb.i < time.i or any(t.pos_ not in _OPENING for t in cue.doc[first.i : time.left_edge.i]):
        return False
    above = clause_head(time)
    return verb.dep_ == "ROOT" and verb.is_ancestor(above) and above.i > verb.i


def _is_told_in(time: Token, cue: Token, source: Token | None = None) -> bool:
    """Does the way up from the time lead to the cue, through nothing that has a time of its own?"""
    below = time
    for above in time.ancestors:
        if above == cue:
            return not _of_the_object(below, cue)
        if above.pos_ in _CLAUSES and not _is_published(above):
            return (above == clause_head(cue) and cue.pos_ not in _CLAUSES) or _says_meanwhile(above, cue, time, source)
        if not _passes(below, above):
            return False
        below = above
    return False


def _of_the_object(child: Token, cue: Token) -> bool:
    """ "condemned the attack of Friday": not "told reporters on Friday", "criticized Haley on Friday"."""
    judged = child.dep_ in ("dobj", "nsubjpass", "attr", "oprd", "ccomp", "xcomp", "advcl")
    return judged and child.pos_ != "PROPN" and child.lemma_.lower() not in discourse_nouns("hears")


def _passes(below: Token, above: Token) -> bool:
    """May a time below this word be that of what stands above it: "at a rally in Ohio on Friday", not "after talks on Friday"?"""
    if (below.dep_ == "relcl" and not _is_published(below)) or above.pos_ == "ADJ":
        return False
    if above.dep_ == "prep" or above.pos_ in ("ADP", "SCONJ"):
        return above.lower_ in discourse_nouns("occasion_preposition")
    return True


def _is_published(verb: Token) -> bool:
    """ "a report released on Friday", "an interview that aired on Friday"."""
    of_a_text = (verb.dep_ == "acl" and verb.tag_ == "VBN") or verb.dep_ == "relcl"
    return of_a_text and verb.lemma_.lower() in discourse_nouns("publishes")


def _says_meanwhile(verb: Token, cue: Token, time: Token, source: Token | None) -> bool:
    """Two verbs of one time: "speaking on Friday, he said", "quit on Friday, saying", "on Friday he quit and said"."""
    said = clause_head(cue)
    if said.head == verb and said.dep_ in ("advcl", "xcomp") and said.tag_ == "VBG":
        return surface_subject(said) is None and source in (None, surface_subject(verb))
    if verb.head in (said, *said.children) and verb.dep_ in ("advcl", "acl") and verb.tag_ in ("VBG", "VBN"):
        return verb.lemma_.lower() in discourse_nouns("speaks")
    first = _first_joined(said)
    return first == verb != said and time.i < verb.i


def _first_joined(verb: Token) -> Token:
    """The first of verbs joined under one subject."""
    while verb.dep_ == "conj" and verb.head.pos_ in _CLAUSES and surface_subject(verb) is None:
        verb = verb.head
    return verb
