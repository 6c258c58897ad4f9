"""Drafts of what only the network marked: is it really said, and with which act?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.knowledge.cues import VerbCue, noun_cues, verb_cues
from dateline.knowledge.statement_evidence import evidence_of
from dateline.language.clauses import is_passive
from dateline.language.document import Document
from dateline.records import Act, Span, Spans
from dateline.statements.cues import cue_of, reports
from dateline.statements.draft import Draft, common_share
from dateline.statements.sources import CITING, addressees_of, media_of
from dateline.statements.tagging.marks import Mark
from dateline.statements.transcript import TURN

NETWORK, ATTITUDE = "the network", "network attitude"
ATTITUDES: frozenset[Act] = frozenset({"believe", "intend"})
WISHES: frozenset[Act] = frozenset({"request", "offer", "promise", "threaten", "agree", "intend"})
"""Where no thought is told, these are a wish ("demanded compensation"), all others an attitude ("condemned the attack")."""
_VERBS = frozenset({"VB", "VBD", "VBZ", "VBP", "MD"})
_SAYING = frozenset({":", "according", "per", "via"})
"""Cues without a verb that give words to somebody."""
_INFINITIVES = frozenset({"2", "o2"})


def network_draft(document: Document, mark: Mark, kept: Sequence[Draft]) -> Draft | None:
    """A statement that no rule found, where the network is sure enough and nothing that rules know speaks against it."""
    evidence = evidence_of(NETWORK)
    chance = mark.cue_chance * mark.content_chance * (mark.source_chance or 1.0)
    word, head = root_of(document, (mark.cue,)), root_of(document, mark.source)
    if chance < evidence.keep_alone or word is None or head is None:
        return None
    if not _said(document, mark, word) or _known(document, mark, word, kept):
        return None
    act = _act(document, mark, word)
    return Draft(
        act=act,
        cue=(mark.cue,),
        content=mark.content,
        source=head,
        rule=NETWORK,
        confidence=round(evidence_of(ATTITUDE if act in ATTITUDES else NETWORK).alone * chance, 2),
        addressees=addressees_of(word),
        media=media_of(word, head),
        source_spans=mark.source,
        marked=True,
    )


def root_of(document: Document, spans: Spans) -> Token | None:
    """The word of the first span that governs the others."""
    tokens = document.tokens(spans[0]) if spans else None
    return tokens.root if tokens is not None and len(tokens) else None


def _said(document: Document, mark: Mark, word: Token) -> bool:
    """Is it really said, by the writer's account, and not asked ("Asked whether it would, he said") or quoted?"""
    if document.quotation_at(word.idx) is not None or (word.lemma_ == "ask" and word.tag_ == "VBN" and is_passive(word)):
        return False
    return all(reports(token) for token in document.tokens(mark.cue) if token.pos_ in ("VERB", "AUX"))


def _known(document: Document, mark: Mark, word: Token, kept: Sequence[Draft]) -> bool:
    """Have rules dealt with these words: the same content, a turn or a label before a colon, somebody quoted by an outlet?"""
    if any(common_share(draft.content, mark.content) > 0.5 or _holds(draft.content, mark.cue) for draft in kept):
        return True
    if word.text == ":":
        return document.in_headline(word.idx) or any(draft.rule.startswith(TURN) for draft in kept)
    named = any(_holds(mark.content, cue) for draft in kept for cue in draft.cue) or not _proposition(document, mark.content)
    return word.lemma_ in CITING and named


def _holds(content: Spans, span: Span) -> bool:
    return any(part.contains(span) for part in content)


def _act(document: Document, mark: Mark, word: Token) -> Act:
    """By the row of the cue; where the content is a thing and no thought, an attitude or a wish, whatever the cue.

    What stands in no table is a way of thinking rather than of saying: the verbs of saying are listed.
    """
    infinitive = document.words(mark.content[0]).casefold().startswith("to ") or document.words(mark.cue).endswith(" to")
    act = next(_acts(word, infinitive), None) or ("say" if word.lower_ in _SAYING else "believe")
    if act in ATTITUDES or (_proposition(document, mark.content) and not (infinitive and act == "agree")):
        return act
    return "intend" if act in WISHES else "believe"


def _acts(word: Token, infinitive: bool) -> Iterator[Act]:
    """Acts of the rows of a cue, those whose frame fits first."""
    cue = cue_of(word)
    readings: tuple[VerbCue, ...] = cue.readings if cue is not None else verb_cues().get(word.lemma_.lower(), ())
    yield from (r.act for r in readings if bool(_INFINITIVES & r.frames) == infinitive)
    yield from (r.act for r in readings)
    noun = noun_cues().get(word.lemma_.lower())
    if noun is not None:
        yield noun.act


def _proposition(document: Document, content: Spans) -> bool:
    """Is it a thought that could be said, or words quoted? "Condemned the attack" is an act in words, but gives none of them."""
    tokens = [t for span in content for t in document.tokens(span)]
    if any(t.tag_ in _VERBS for t in tokens) and len(tokens) > 1:
        return True
    return any(span.overlaps(part) for span in content for quotation in document.quotations for part in quotation.parts)


def attitude_alone(act: Act, reason: str) -> bool:
    """Did only the network see it, as an attitude or a wish?"""
    return act in ATTITUDES and reason.startswith(NETWORK)
