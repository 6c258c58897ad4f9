"""Content as a main clause, with the saying put in as a parenthesis: "The rebels were armed, he said.", "Sudan, he said,
would sign."

Quirk et al. (1985), section 15.54, call these comment clauses. Which words belong to the content is read off the
commas, since the parser makes now the saying, now the content the main clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.knowledge.cues import verb_cues
from dateline.language.clauses import agent, direct_object, surface_subject
from dateline.language.phrases import tight
from dateline.language.tokens import Token, Tokens
from dateline.records import Span, Spans
from dateline.statements.cues import Cue
from dateline.statements.draft import Draft
from dateline.statements.finite_clauses import CIRCUMSTANCES
from dateline.statements.sources import CITING, TELLING, addressees_of, author, cited_source, media_of, quoted_source, source_span

_NEW_CLAUSE = frozenset(
    ["adding", "citing", "quoting", "noting", "which", "who", "while", "whereas", "although", "though", "but", "as"]
)
"""Words after the closing comma that begin something of the article's own."""
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "NUM", "CCONJ"})
_BREAKS = frozenset({";", "–", "—", "--"})
PARENTHESIS = "as a parenthesis"
MAX_PARENTHESIS = 14
"""Words between the verb of saying and the mark that closes the parenthesis."""


def parenthetical_drafts(cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """One draft for each cue of the that-clause frame that stands between commas, or between a comma and a full stop."""
    for cue in cues:
        reading = cue.reading("t")
        source = _speaking(cue.verb) if reading is not None else None
        if reading is None or source is None or _has_own_clause(cue, source) or not _comments(cue.verb, source):
            continue
        content = _content(cue, source)
        if content:
            named = cited_source(cue.verb) or author(source) or source
            yield Draft(
                act=reading.act,
                cue=(cue.span,),
                content=content,
                source=named,
                rule=f"{cue.verb.lemma_.lower()} {PARENTHESIS}",
                confidence=0.85,
                addressees=addressees_of(cue.verb),
                media=media_of(cue.verb, named),
                source_spans=(source_span(source, cue.span),),
            )


def comments_finally(verb: Token) -> bool:
    """Does a comma and then nothing but verb and subject, in either order, close the sentence?"""
    words = _from_comma(verb)
    subject_first = bool(words) and all(t.pos_ in _NOMINAL or t.pos_ == "PRON" for t in words)
    return subject_first or (verb.i > verb.sent.start and verb.nbor(-1).text == ",")


def _speaking(verb: Token) -> Token | None:
    return surface_subject(verb) or _between_comma_and(verb) or _inverted(verb) or quoted_source(verb)


def _between_comma_and(verb: Token) -> Token | None:
    """ "..., a source at the ministry told EFE": the noun phrase that fills the place from the comma to the verb, wherever
    the parser hung it.
    """
    words = _from_comma(verb)
    if not words or words[-1].pos_ not in ("NOUN", "PROPN") or any(t.pos_ not in _NOMINAL and t.tag_ != "POS" for t in words):
        return None
    head: Token = verb.doc[words[0].i : verb.i].root
    return head if head.pos_ in ("NOUN", "PROPN") and head.ent_type_ not in ("DATE", "TIME") else words[-1]


def _from_comma(verb: Token) -> list[Token]:
    """The words between the last comma and the verb, with its auxiliaries and adverbs left out."""
    words = [t for t in verb.doc[max(verb.sent.start, verb.i - MAX_PARENTHESIS) : verb.i] if not t.is_space]
    commas = [k for k, t in enumerate(words) if t.text == ","]
    words = words[commas[-1] + 1 :] if commas else []
    while words and words[-1].pos_ in ("AUX", "ADV"):
        words.pop()
    return words


def _comments(verb: Token, source: Token) -> bool:
    """A finite verb of its own, or "saying" under a verb of citing; not a relative clause or a participle of the content.

    What follows a comma with a subject of its own is no relative clause, even where the parser sees one.
    """
    bare = verb.dep_ == "relcl" and verb.tag_ != "VBN" and source in _from_comma(verb)
    relative = source.tag_ in ("WP", "WDT") or (verb.dep_ in ("relcl", "acl") and not bare)
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


def _has_own_clause(cue: Cue, source: Token) -> bool:
    """A content after the verb, or an object that is what is said ("denied involvement"), leaves no room for one before it."""
    spoken = direct_object(cue.verb)
    if (
        spoken is not None
        and spoken != source
        and cue.verb.lemma_ not in TELLING
        and spoken.i > cue.verb.i
        and spoken.ent_type_ not in ("DATE", "TIME")
    ):
        return True
    if any(c.dep_ in ("acomp", "oprd", "attr", "xcomp") and c.i > cue.verb.i and c != source for c in cue.verb.children):
        return True
    clauses = (c for head in (cue.verb, *cue.particles) for c in head.children if c.dep_ == "ccomp" and c.i > cue.verb.i)
    return any(c.left_edge != c.right_edge for c in clauses)


def _content(cue: Cue, source: Token) -> Spans:
    sentence = cue.verb.sent
    before = _words_before(sentence, min(_opening(cue.verb), source.left_edge.i, cue.verb.i))
    if not before:
        return ()
    after = _words_after(sentence, max(cue.verb.i, source.right_edge.i if source.i > cue.verb.i else 0))
    if after is None:
        return ()
    if _finite(before) and (not _finite(after) or after[0].dep_ == "cc" or after[0].lower_ in _NEW_CLAUSE or _comment(after)):
        after = []
    if not (_finite([*before, *after]) or any(t.text == '"' for t in before) or _headline_clause(sentence, before)):
        return ()
    if _circumstance(before) and not any(t.dep_ in ("nsubj", "nsubjpass") and t.head in after for t in after):
        return ()
    return tuple(tight(part) for part in (before, after) if part and any(t.is_alpha for t in part))


def _circumstance(before: list[Token]) -> bool:
    """ "Since he took office, he has responded": a clause of time or reason, and nothing else, is not what was said."""
    mark = before[0]
    if mark.dep_ != "mark" or mark.lower_ not in CIRCUMSTANCES or any(t.text == '"' for t in before):
        return False
    clause = mark.head
    return all(t == clause or clause.is_ancestor(t) or not _finite([t]) for t in before)


def _headline_clause(sentence: Tokens, before: list[Token]) -> bool:
    """ "Spain to sign, minister says": a headline leaves out its auxiliaries and its full stop."""
    stop = any(t.text in (".", "!", "?") for t in sentence[-2:])
    return not stop and any(t.tag_ in ("VB", "VBN", "VBG") for t in before)


def _comment(after: list[Token]) -> bool:
    """Another saying closes the sentence: "..., Ruiz announced, |AFP reported"."""
    verbs = [t for t in after if t.pos_ in ("VERB", "AUX")]
    return len(verbs) == 1 and verbs[0].lemma_.lower() in verb_cues() and verbs[0].tag_ in ("VBD", "VBZ", "VBP")


def _words_before(sentence: Tokens, opening: int) -> list[Token]:
    """The tokens before the comma that opens the parenthesis, back to a break; empty where no comma stands there."""
    doc = sentence.doc
    at = opening - 1
    while at > sentence.start and doc[at].is_space:
        at -= 1
    if at < sentence.start or doc[at].text not in (",", '"', "'") or "," not in doc[max(at - 1, sentence.start) : at + 1].text:
        return []
    tokens = list(doc[sentence.start : at])
    breaks = [k for k, t in enumerate(tokens) if t.text in _BREAKS or (t.text == ":" and _finite(tokens[k + 1 :]))]
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
