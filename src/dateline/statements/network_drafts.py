"""Drafts of what only the network marked: is it really said, and with which act?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.knowledge.cues import VerbCue, noun_cues, verb_cues
from dateline.language.clauses import is_passive
from dateline.language.document import Document
from dateline.records import Act, Span, Spans
from dateline.statements.cues import NOT_DOING, cue_of, put_to, reports
from dateline.statements.draft import Draft, common_share, holds
from dateline.statements.sources import CITING, addressees_of, media_of
from dateline.statements.tagging.marks import Mark
from dateline.statements.transcript import TURN

NETWORK = "the network"
LEAST = 0.5
"""Chance of cue, source and content together below which a mark is passed over."""
RIGHT, RIGHT_ATTITUDE = 0.75, 0.3
"""Shares of such marks found right: of what is said on PolNeAR dev, of attitudes on articles of another field (`eval/judged`)."""
ATTITUDES: frozenset[Act] = frozenset({"believe", "intend"})
WISHES: frozenset[Act] = frozenset({"request", "offer", "promise", "threaten", "agree", "intend"})
"""Where no thought is told, these are a wish ("demanded compensation"), all others an attitude ("condemned the attack")."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = _FINITE | {"VB"}
_SAYING = frozenset({":", "according", "per", "via"})
"""Cues without a verb that give words to somebody."""
_NONE = frozenset({"no", "little", "nothing", "neither"})
""" "Offered no hint of" gives none."""
_ASKED = frozenset({"ask", "press", "question", "quiz", "query", "challenge"})
_DONE_TO = frozenset({"accuse", "praise", "threaten", "warn", "request"})
"""Acts done to the subject of their passive."""
_CONTRASTS = frozenset({"though", "although", "whereas"})
_CONDITIONS = frozenset({"if", "unless"})
_INFINITIVES = frozenset({"2", "o2"})


def network_drafts(document: Document, alone: Sequence[Mark], kept: Sequence[Draft]) -> list[Draft]:
    """Statements that no rule found: the network is sure enough, and neither rules nor a surer mark speak against it."""
    found: list[Draft] = []
    for mark in sorted(alone, key=_chance, reverse=True):
        draft = _draft(document, mark, [*kept, *found])
        if draft is not None:
            found.append(draft)
    return found


def _chance(mark: Mark) -> float:
    return mark.cue_chance * mark.content_chance * mark.source_chance


def _draft(document: Document, mark: Mark, kept: Sequence[Draft]) -> Draft | None:
    word, head = root_of(document, (mark.cue,)), root_of(document, mark.source)
    if _chance(mark) < LEAST or word is None or head is None or head.pos_ in ("PART", "PUNCT"):
        return None
    if not _said(document, mark, word) or labelled(document, mark.source) or _of_another_noun(document, mark):
        return None
    if _undergoes(word, head) or _topic(document, mark):
        return None
    if _known(document, mark, word, kept):
        return None
    act = _act(document, mark, word)
    return Draft(
        act=act,
        cue=(mark.cue,),
        content=less_contrast(document, mark),
        source=head,
        rule=NETWORK,
        confidence=(RIGHT_ATTITUDE if act in ATTITUDES else RIGHT) * _chance(mark),
        addressees=addressees_of(word),
        media=media_of(word, head),
        source_spans=mark.source,
        marked=True,
    )


def _undergoes(word: Token, source: Token) -> bool:
    """ "An official accused of being behind it": who is accused accuses nobody."""
    cue = cue_of(word)
    acts = {reading.act for reading in cue.readings} if cue is not None else set()
    below = (word.dep_ == "acl" and word.head == source) or (
        is_passive(word) and source.dep_ == "nsubjpass" and source.head == word
    )
    return word.tag_ == "VBN" and below and bool(acts & _DONE_TO)


def _topic(document: Document, mark: Mark) -> bool:
    """ "Offered contradictory messages about |what he had achieved|": what is spoken of, not what is said."""
    *before, last = document.tokens(mark.cue)
    first = document.tokens(mark.content[0])
    wh = len(first) > 0 and first[0].tag_ in ("WP", "WRB", "WDT", "WP$")
    return wh and last.lower_ in ("about", "on", "over") and any(t.pos_ == "NOUN" for t in before)


def _of_another_noun(document: Document, mark: Mark) -> bool:
    """Does the content open with the clause of another noun: "his statement, in response to reports |that it had ..."?"""
    root = next((t.head for t in document.tokens(mark.content[0])[:1] if t.dep_ == "mark" and t.lower_ == "that"), None)
    if root is None or root.dep_ not in ("acl", "ccomp", "relcl") or root.head.pos_ != "NOUN":
        return False
    return root.head.lemma_.lower() in noun_cues() and not (mark.cue.start <= root.head.idx < mark.cue.end)


def labelled(document: Document, source: Spans) -> bool:
    """Does a label with its colon stand within the source, which a name never has?"""
    return any(":" in document.words(span) for span in source)


def less_contrast(document: Document, mark: Mark) -> Spans:
    """Without a clause of the writer's own, and without what the speaker was asked.

    "It was big, the agency said, |though others put it lower"; "Pressed on |how it would be verified|, he said".
    """
    first, *rest = mark.content
    own = (s for s in rest if s.start < mark.cue.start or document.words(s).split()[0].casefold() not in _CONTRASTS)
    spans = (first, *own)
    return tuple(s for s in spans if len(spans) == 1 or s.start > mark.cue.start or not _question(document, s)) or spans


def _question(document: Document, piece: Span) -> bool:
    """ "Pressed on |how it would be verified|, he said": what was asked of the speaker."""
    root = root_of(document, (piece,))
    return root is not None and any(a.tag_ == "VBN" and a.lemma_ in _ASKED and a.idx < piece.start for a in root.ancestors)


def root_of(document: Document, spans: Spans) -> Token | None:
    """The word of the first span that governs the others."""
    tokens = document.tokens(spans[0]) if spans else None
    return tokens.root if tokens is not None and len(tokens) else None


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


def _known(document: Document, mark: Mark, word: Token, kept: Sequence[Draft]) -> bool:
    """Have rules dealt with these words: the same content, a turn or a label before a colon, somebody quoted by an outlet?"""
    if any(common_share(draft.content, mark.content) > 0.5 or holds(draft.content, mark.cue) for draft in kept):
        return True
    if word.text == ":":
        return document.in_headline(word.idx) or _salutation(word) or any(draft.rule == TURN for draft in kept)
    if word.lemma_ not in CITING:
        return False
    return any(holds(mark.content, cue) for draft in kept for cue in draft.cue) or not _wordy(document, mark.content)


def _salutation(colon: Token) -> bool:
    """ "To Iranian President Rouhani: NEVER ..." opens a letter or a post to him, who does not say it."""
    return colon.doc[colon.sent.start].lower_ in ("to", "dear")


def _act(document: Document, mark: Mark, word: Token) -> Act:
    """By the row of the cue; where the content is a thing and no thought, an attitude or a wish, whatever the cue.

    What stands in no table is a way of thinking rather than of saying: the verbs of saying are listed.
    """
    if word.lemma_ == "show" or any(t.lower_ in _NONE for t in document.tokens(mark.cue)):
        return "believe"
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
    first = document.tokens(content[0])
    clause = first.root.tag_ in _VERBS or any(t.tag_ in _FINITE and t.head == first.root for t in first)
    return (len(first) > 1 and clause) or _mostly_quoted(document, content)


def _mostly_quoted(document: Document, content: Spans) -> bool:
    """Do quotation marks hold most of it, and not only an epithet ("hit back at 'short and fat' Kim")?"""
    parts = [part for quotation in document.quotations for part in quotation.parts]
    inside = sum(max(0, min(s.end, p.end) - max(s.start, p.start)) for s in content for p in parts)
    return inside > sum(s.length for s in content) / 2


def _wordy(document: Document, content: Spans) -> bool:
    """Does it hold a verb, or words quoted?"""
    tokens = [t for span in content for t in document.tokens(span)]
    return (len(tokens) > 1 and any(t.tag_ in _VERBS for t in tokens)) or _quoted(document, content)


def _quoted(document: Document, content: Spans) -> bool:
    return any(span.overlaps(part) for span in content for quotation in document.quotations for part in quotation.parts)
