"""What the network marks and nobody says: asked, imagined or told of, said to the source or done to it, or named by a label."""

from __future__ import annotations

from dateline.knowledge.cues import noun_cues
from dateline.language.clauses import is_passive
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import Spans
from dateline.statements.cues import NOT_DOING, cue_of, put_to, reports
from dateline.statements.sources import is_nobody
from dateline.statements.tagging.marks import Mark

_HEARING = frozenset({"told", "reassured", "assured", "informed", "advised", "reminded", "notified", "briefed"})
"""Said to the subject of their passive."""
_DONE_TO = frozenset({"accuse", "praise", "threaten", "warn", "request"})
"""Acts done to the subject of their passive."""
_AIMED = frozenset({"at", "to", "about", "over", "against"})
"""Prepositions of what a saying is aimed at."""
_CONDITIONS = frozenset({"if", "unless"})


def unsaid(document: Document, mark: Mark, word: Token, source: Token) -> bool:
    """Is what hangs on the cue `word` not said by `source`?"""
    return (
        not _said(document, mark, word)
        or is_nobody(source)
        or labelled(document, mark.source)
        or _of_another_noun(document, mark)
        or _undergoes(word, source)
        or _hears(document, mark)
        or _topic(document, mark)
        or _of_participle(document, mark)
    )


def _undergoes(word: Token, source: Token) -> bool:
    """ "An official accused of being behind it": who is accused accuses nobody."""
    cue = cue_of(word)
    acts = {reading.act for reading in cue.readings} if cue is not None else set()
    subject = is_passive(word) and source.dep_ == "nsubjpass" and source.head == word
    return word.tag_ == "VBN" and (subject or (word.dep_ == "acl" and word.head == source)) and bool(acts & _DONE_TO)


def _hears(document: Document, mark: Mark) -> bool:
    """ "They are reassured that": it is said to them."""
    words = document.tokens(mark.cue)
    return any(t.lower_ in _HEARING for t in words) and any(t.lemma_ == "be" for t in words)


def _topic(document: Document, mark: Mark) -> bool:
    """ "Offered contradictory messages about |what he had achieved|": what is spoken of, not what is said."""
    *before, last = document.tokens(mark.cue)
    first = document.tokens(mark.content[0])
    wh = len(first) > 0 and first[0].tag_ in ("WP", "WRB", "WDT", "WP$")
    return wh and last.lower_ in ("about", "on", "over") and any(t.pos_ == "NOUN" for t in before)


def _of_participle(document: Document, mark: Mark) -> bool:
    """ "He responded, knocking |the idea that it was new|": the object of what he did while responding."""
    first = document.tokens(mark.content[0])
    before = first[0].nbor(-1) if len(first) and first[0].i > 0 else None
    if before is None or before.tag_ != "VBG" or mark.cue.end > before.idx or mark.content[0].start < mark.cue.end:
        return False
    return before.i > 0 and before.nbor(-1).text == ","


def _of_another_noun(document: Document, mark: Mark) -> bool:
    """Does the content open with the clause of another noun: "his statement, in response to reports |that it had ..."?

    So does what he was "responding to reports |that ...|".
    """
    root = next((t.head for t in document.tokens(mark.content[0])[:1] if t.dep_ == "mark" and t.lower_ == "that"), None)
    if root is None or root.dep_ not in ("acl", "ccomp", "relcl") or root.head.pos_ != "NOUN":
        return False
    noun = root.head
    aimed_at = noun.dep_ == "pobj" and noun.head.lower_ in _AIMED and mark.cue.start <= noun.head.idx
    return noun.lemma_.lower() in noun_cues() and (aimed_at or not (mark.cue.start <= noun.idx < mark.cue.end))


def labelled(document: Document, source: Spans) -> bool:
    """Does a label with its colon stand within the source, which a name never has?"""
    return any(":" in document.words(span) for span in source)


def _said(document: Document, mark: Mark, word: Token) -> bool:
    """Is it really said, by the writer's account, and not declined, asked ("Asked whether it would, he said") or quoted?"""
    asked = put_to(word) or (word.lemma_ == "ask" and word.tag_ == "VBN" and is_passive(word))
    if asked or word.lemma_ in NOT_DOING or document.quotation_at(word.idx) is not None or _after_if(word):
        return False
    return all(reports(token) for token in document.tokens(mark.cue) if token.pos_ in ("VERB", "AUX"))


def _after_if(word: Token) -> bool:
    """ "If Kim demands that they leave or demands that ...": no comma between, whatever the parse makes of the second verb."""
    for before in reversed(list(word.doc[word.sent.start : word.i])):
        if before.pos_ == "PUNCT":
            return False
        if before.lower_ in _CONDITIONS:
            return True
    return False


def salutation(colon: Token) -> bool:
    """ "To Iranian President Rouhani: NEVER ..." opens a letter or a post to him, who does not say it."""
    return colon.doc[colon.sent.start].lower_ in ("to", "dear")
