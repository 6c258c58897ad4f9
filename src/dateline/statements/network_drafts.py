"""Drafts of what only the network marked: is it really said, and with which act?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.cues import VerbCue, noun_cues, verb_cues
from dateline.language.document import Document
from dateline.language.tokens import Token
from dateline.records import Act, Span, Spans
from dateline.statements.cues import cue_of
from dateline.statements.draft import Draft, common_share, holds
from dateline.statements.sources import CITING, addressees_of, media_of
from dateline.statements.tagging.marks import Mark
from dateline.statements.titles import only_works
from dateline.statements.transcript import TURN
from dateline.statements.unsaid import salutation, unsaid

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
_NEAR = 60
"""Characters after the cue within which it is told of what something is said."""
_ASKED = frozenset({"ask", "press", "question", "quiz", "query", "challenge"})
_CONTRASTS = frozenset({"though", "although", "whereas"})
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
    if unsaid(document, mark, word, head) or only_works(document, mark.content):
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


def less_contrast(document: Document, mark: Mark) -> Spans:
    """Without a clause of the writer's own, and without what the speaker was asked.

    "It was big, the agency said, |though others put it lower"; "Pressed on |how it would be verified|, he said".
    """
    first, *rest = mark.content
    kept = (s for s in rest if not (first.end <= mark.cue.start < s.start and _told_of(document, mark.cue, s)))
    own = (s for s in kept if s.start < mark.cue.start or document.words(s).split()[0].casefold() not in _CONTRASTS)
    spans = (first, *own)
    return tuple(s for s in spans if len(spans) == 1 or s.start > mark.cue.start or not _question(document, s)) or spans


def _told_of(document: Document, cue: Span, piece: Span) -> bool:
    """ ""It is responsible," he said of |her plan|": what is spoken of."""
    before = document.words(Span(cue.start, piece.start)).split()
    return "of" in before[-4:] and document.quotation_at(piece.start) is None and piece.start - cue.end < _NEAR


def _question(document: Document, piece: Span) -> bool:
    """ "Pressed on |how it would be verified|, he said": what was asked of the speaker."""
    root = root_of(document, (piece,))
    return root is not None and any(a.tag_ == "VBN" and a.lemma_ in _ASKED and a.idx < piece.start for a in root.ancestors)


def root_of(document: Document, spans: Spans) -> Token | None:
    """The word of the first span that governs the others; in "a U.S. |warning|" no article, which is of the noun without."""
    tokens = document.tokens(spans[0]) if spans else None
    if tokens is None or not len(tokens):
        return None
    tops = (t for t in tokens if t.pos_ not in ("DET", "PUNCT", "SPACE") and (t.head == t or t.head not in tokens))
    return next(tops, tokens.root)


def _known(document: Document, mark: Mark, word: Token, kept: Sequence[Draft]) -> bool:
    """Have rules dealt with these words: the same content, a turn or a label before a colon, somebody quoted by an outlet?"""
    if any(common_share(draft.content, mark.content) > 0.5 or holds(draft.content, mark.cue) for draft in kept):
        return True
    if any(all(holds(draft.content, piece) for piece in mark.content) for draft in kept):
        return True  # "hit back and said |that ...|": the first verb says a part of what the second does
    if word.text == ":":
        return document.in_headline(word.idx) or salutation(word) or any(draft.rule == TURN for draft in kept)
    if word.lemma_ not in CITING:
        return False
    return any(holds(mark.content, cue) for draft in kept for cue in draft.cue) or not _wordy(document, mark.content)


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
