"""Sentences given to a source by a prepositional phrase or an adverbial clause: "according to", "as reported by", "in
the words of".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.knowledge.cues import verb_cues
from dateline.language.clauses import agent, direct_object, is_passive, surface_subject
from dateline.language.document import Document
from dateline.language.phrases import CLAUSAL, subtree, tight, token_span
from dateline.language.tokens import Token, Tokens
from dateline.records import Act, Span, Spans
from dateline.statements.draft import Draft
from dateline.statements.sources import author, citing_clauses, media_of

ACCORDING_TO = "according to"
_REPORTING = frozenset(
    {"report", "say", "note", "put", "state", "announce", "claim", "cite", "reveal", "quote", "observe", "write"}
)


def according_drafts(document: Document) -> Iterator[Draft]:
    """Drafts for every "according to X" and "as X reports"."""
    for token in document.with_word(("according", "as")):
        find = _according_to if token.lower_ == "according" else _as_reported
        draft = find(document, token.sent, token)
        if draft is not None:
            yield draft
    for noun in document.with_word(("view", "opinion", "judgment", "judgement", "eyes")):
        view = _in_view(document, noun.sent, noun)
        if view is not None:
            yield view


def _in_view(document: Document, sentence: Tokens, noun: Token) -> Draft | None:
    """ "In the view of Ruiz, ...", "in her opinion, ..."."""
    mark = noun.head
    if mark.lower_ != "in" or noun.dep_ != "pobj" or mark.left_edge.i != mark.i or mark.i > sentence.start:
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    source = next((c for c in (of or noun).children if c.dep_ == ("pobj" if of is not None else "poss")), None)
    if source is None or (of is None and noun.right_edge != noun):
        return None
    cue = tight(noun.doc[mark.i : of.i + 1]) if of is not None else tight([noun])
    return _draft(
        document, sentence, Span(mark.idx, noun.right_edge.idx + len(noun.right_edge)), cue, source, ("believe", "in the view of")
    )


def _according_to(document: Document, sentence: Tokens, according: Token) -> Draft | None:
    to = next((c for c in according.children if c.lower_ == "to"), None) or _next_word(according, "to")
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return None
    cue = Span(according.idx, to.idx + len(to))
    phrase = _phrase_end(sentence, according, source)
    return _draft(document, sentence, phrase, cue, source, ("claim", ACCORDING_TO))


def _next_word(token: Token, word: str) -> Token | None:
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following if following is not None and following.lower_ == word else None


def _as_reported(document: Document, sentence: Tokens, mark: Token) -> Draft | None:
    """ "As reported by CNN, ..." and "..., as the BBC first reported"."""
    verb = _reporting_verb(mark)
    if verb is None or _says_more(verb):
        return None
    source = agent(verb) if is_passive(verb) or verb.tag_ == "VBN" else surface_subject(verb)
    source = source or _by_phrase(verb)
    if source is None or source.lower_ in ("it", "they", "he", "she", "we", "i"):
        return None
    phrase = _phrase_end(sentence, mark, max(source, verb, key=lambda t: t.i))
    return _draft(document, sentence, phrase, token_span(verb), source, ("report", "as reported by"))


def _says_more(verb: Token) -> bool:
    """ "The answer came as the army said in a statement that it had fired": it says that, not what stands before."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]:
        if token.is_punct:
            return False
        if token.lower_ == "that" and token.tag_ == "IN":
            return True
    return False


def _reporting_verb(mark: Token) -> Token | None:
    """The verb of reporting within a few words of "as", in a clause that "as" opens."""
    for token in mark.doc[mark.i + 1 : mark.i + 8]:
        if token.text in (",", ".", ";"):
            return None
        if (
            token.lemma_.lower() in _REPORTING
            and token.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
            and token.tag_ in ("VBN", "VBD", "VBZ", "VBP")
        ):
            return token if token.lemma_.lower() in verb_cues() else None
    return None


def _by_phrase(verb: Token) -> Token | None:
    """A by-phrase that the parser hung elsewhere: the noun after the next "by"."""
    for token in verb.doc[verb.i + 1 : verb.i + 4]:
        if token.lower_ == "by":
            return next((c for c in token.children if c.dep_ == "pobj"), None)
    return None


def _phrase_end(sentence: Tokens, first: Token, source: Token) -> Span:
    """From the first word of the phrase to the end of its source, with what describes the source.

    Where the parser found no main clause beside the phrase, the phrase ends at the first comma.
    """
    right = source if first.dep_ == "ROOT" else _own_right_edge(source)
    while first.dep_ == "ROOT" and right.i + 1 < sentence.end and right.nbor(1).text not in (",", ":", ";"):
        right = right.nbor(1)
    return Span(first.idx, right.idx + len(right))


_MODIFIERS = frozenset({"prep", "appos", "acl", "relcl", "poss", "compound", "conj", "cc", "nummod", "amod"})


def _own_right_edge(source: Token) -> Token:
    """The last word that belongs to the source; the parser sometimes hangs the main clause below it."""
    kept = [t for t in source.rights if t.dep_ in _MODIFIERS]
    edge = source
    for child in kept:
        text = child.doc[edge.i + 1 : child.left_edge.i].text
        if "," in text and child.dep_ not in ("appos", "relcl", "conj"):
            break
        edge = child.right_edge
    return edge


def _draft(document: Document, sentence: Tokens, phrase: Span, cue: Span, source: Token, how: tuple[Act, str]) -> Draft | None:
    content = _rest(document, sentence, phrase)
    if not content:
        return None
    cited = next((o for c in citing_clauses(source) if (o := direct_object(c)) is not None and o != source), None)
    named = cited or author(source) or source
    return Draft(
        act=how[0],
        cue=(cue,),
        content=content,
        source=named,
        rule=how[1],
        confidence=0.8,
        media=(source,) if cited is not None else media_of(named.head, named),
        source_spans=(subtree(named if cited is not None else source, without=CLAUSAL - {"appos", "relcl", "acl"}),),
    )


def _rest(document: Document, sentence: Tokens, phrase: Span) -> Spans:
    """The sentence without the phrase; only the clause before a semicolon or dash where the phrase closes a clause.

    A quotation that the sentence splits is taken whole.
    """
    tokens = [t for t in sentence if not (phrase.start <= t.idx < phrase.end)]
    before = _after_break([t for t in tokens if t.idx < phrase.start])
    after = _before_break([t for t in tokens if t.idx >= phrase.end])
    if _has_verb(before) and not _has_verb(after) and not any(q.outer.start >= phrase.end for q in document.quotations):
        after = []  # "according to the agency, |the state news service|": who that is
    parts = [tight(run) for run in (before, after) if _has_words(run)]
    return tuple(p for p in parts if p.length > 2)


def _after_break(tokens: Sequence[Token]) -> list[Token]:
    breaks = [k for k, t in enumerate(tokens) if t.text in (";", ":")]
    return list(tokens[breaks[-1] + 1 :]) if breaks else list(tokens)


def _before_break(tokens: Sequence[Token]) -> list[Token]:
    breaks = [k for k, t in enumerate(tokens) if t.text == ";"]
    return list(tokens[: breaks[0]]) if breaks else list(tokens)


def _has_verb(tokens: Sequence[Token]) -> bool:
    return any(t.pos_ in ("VERB", "AUX") for t in tokens)


def _has_words(tokens: Sequence[Token]) -> bool:
    return sum(t.is_alpha for t in tokens) > 1
