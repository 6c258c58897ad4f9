"""Content as a main clause, with the saying put in as a parenthesis: "The rebels were armed, he said.", "Sudan, he said,
would sign."

Quirk et al. (1985), section 15.54, call these comment clauses. Which words belong to the content is read off the
commas, since the parser makes now the saying, now the content the main clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from dateline.language.clauses import agent, direct_object, surface_subject
from dateline.language.phrases import tight
from dateline.records import Span, Spans
from dateline.statements.cues import Cue
from dateline.statements.draft import Draft
from dateline.statements.sources import CITING, TELLING, addressees_of, author, cited_source, media_of, quoted_source, source_span

_NEW_CLAUSE = frozenset(
    ["adding", "citing", "quoting", "noting", "which", "who", "while", "whereas", "although", "though", "but", "as"]
)
"""Words after the closing comma that begin something of the article's own."""
_BREAKS = frozenset({";", "–", "—", "--"})
MAX_PARENTHESIS = 14
"""Words between the verb of saying and the mark that closes the parenthesis."""


def parenthetical_drafts(cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """One draft for each cue of the that-clause frame that stands between commas, or between a comma and a full stop."""
    for cue in cues:
        reading = cue.reading("t")
        source = surface_subject(cue.verb) or _inverted(cue.verb) or quoted_source(cue.verb) if reading is not None else None
        if reading is None or source is None or _has_own_clause(cue) or not _comments(cue.verb, source):
            continue
        content = _content(cue, source)
        if content:
            named = cited_source(cue.verb) or author(source) or source
            yield Draft(
                act=reading.act,
                cue=(cue.span,),
                content=content,
                source=named,
                rule=f"{cue.verb.lemma_.lower()} as a parenthesis",
                confidence=0.85,
                addressees=addressees_of(cue.verb),
                media=media_of(cue.verb, named),
                source_spans=(source_span(source, cue.span),),
            )


def _comments(verb: Token, source: Token) -> bool:
    """A finite verb of its own, or "saying" under a verb of citing; not a relative clause or a participle of the content."""
    relative = source.tag_ in ("WP", "WDT") or verb.dep_ in ("relcl", "acl")
    return not relative and (verb.tag_ in ("VBD", "VBZ", "VBP", "NNS", "NN") or quoted_source(verb) is not None or _perfect(verb))


def _perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.dep_ == "aux" for c in verb.children)


def _inverted(verb: Token) -> Token | None:
    """ "..., says the ministry": a subject that the parser took for an object."""
    following = [
        c
        for c in verb.children
        if c.i > verb.i and c.dep_ in ("dobj", "npadvmod", "attr", "oprd") and c.pos_ in ("PROPN", "NOUN")
    ]
    return following[0] if following and agent(verb) is None and following[0].ent_type_ not in ("DATE", "TIME") else None


def _has_own_clause(cue: Cue) -> bool:
    """A content after the verb, or an object that is what is said ("denied involvement"), leaves no room for one before it."""
    spoken = direct_object(cue.verb)
    if (
        spoken is not None
        and cue.verb.lemma_ not in TELLING
        and spoken.i > cue.verb.i
        and spoken.ent_type_ not in ("DATE", "TIME")
    ):
        return True
    return any(c.dep_ == "ccomp" and c.i > cue.verb.i for head in (cue.verb, *cue.particles) for c in head.children)


def _content(cue: Cue, source: Token) -> Spans:
    sentence = cue.verb.sent
    before = _words_before(sentence, min(_opening(cue.verb), source.left_edge.i, cue.verb.i))
    if not before:
        return ()
    after = _words_after(sentence, max(cue.verb.i, source.right_edge.i if source.i > cue.verb.i else 0))
    if after is None:
        return ()
    if _finite(before) and (not _finite(after) or after[0].dep_ == "cc" or after[0].lower_ in _NEW_CLAUSE):
        after = []
    if not _finite([*before, *after]) and not any(t.text == '"' for t in before):
        return ()
    return tuple(tight(part) for part in (before, after) if part and any(t.is_alpha for t in part))


def _words_before(sentence: Tokens, opening: int) -> list[Token]:
    """The tokens before the comma that opens the parenthesis, back to a break; empty where no comma stands there."""
    doc = sentence.doc
    at = opening - 1
    if at < sentence.start or doc[at].text not in (",", '"', "'") or "," not in doc[max(at - 1, sentence.start) : at + 1].text:
        return []
    tokens = list(doc[sentence.start : at])
    breaks = [k for k, t in enumerate(tokens) if t.text in _BREAKS or (t.text == ":" and doc[t.i + 1].text == '"')]
    return tokens[breaks[-1] + 1 :] if breaks else tokens


def _opening(verb: Token) -> int:
    """Where the parenthesis begins when the speaker is cited: "..., the agency quoted the army as saying"."""
    governor = next((a for a in verb.ancestors if a.lemma_ in CITING), None)
    citer = surface_subject(governor) if governor is not None else None
    return int(citer.left_edge.i) if citer is not None else int(verb.i)


def _words_after(sentence: Tokens, last: int) -> list[Token] | None:
    """The tokens after the comma that closes the parenthesis; [] at the end of the sentence; None where no parenthesis ends."""
    doc = sentence.doc
    for words, token in enumerate(doc[last + 1 : sentence.end]):
        if token.text in (",", "–", "—"):
            return list(doc[token.i + 1 : sentence.end])
        if token.text in (".", ";"):
            return []
        if words > MAX_PARENTHESIS or token.text in (":", '"'):
            return None
    return []


def _finite(tokens: list[Token]) -> bool:
    return any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens)


def parenthesis(draft: Draft) -> Span:
    """From the source to the cue of a parenthetical draft."""
    pieces = [*draft.cue, *draft.source_spans]
    return Span(min(p.start for p in pieces), max(p.end for p in pieces))
