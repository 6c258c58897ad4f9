"""Indirect speech: the clause, infinitive or phrase that a cue governs is the content (Quirk et al. 1985, sections 14.28-35)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from dateline.knowledge.cues import VerbCue
from dateline.language.clauses import SUBJECTS, agent, direct_object, is_passive, prepositional_object
from dateline.language.document import Document
from dateline.language.phrases import tight
from dateline.records import Span, Spans
from dateline.statements.cues import Cue
from dateline.statements.draft import Draft
from dateline.statements.sources import CITING, addressees_of, media_of, source_of, source_span

FRAMES_OF_SPEECH = frozenset("interview statement speech letter tweet post briefing address email memo call appearance".split())
Content = tuple[Token, ...]
"""The tokens of a content, in order of the text."""


def clausal_drafts(document: Document, cues: tuple[Cue, ...]) -> Iterator[Draft]:
    """One draft for each cue that governs a content of its own."""
    for cue in cues:
        draft = clausal_draft(document, cue)
        if draft is not None:
            yield draft


def clausal_draft(document: Document, cue: Cue) -> Draft | None:
    """The first frame of the cue that the parse fills, in the order of `FRAMES`."""
    for frame, find, confidence in FRAMES:
        reading = cue.reading(frame)
        if reading is None:
            continue
        content = find(cue)
        if content:
            return _draft(document, cue, reading, frame, content, confidence)
    return None


def _draft(document: Document, cue: Cue, reading: VerbCue, frame: str, content: Content, confidence: float) -> Draft | None:
    source = source_of(cue.verb) if not _fronted_question(cue.verb) else None
    if source is None or (frame in _NEEDS_AGENT and is_passive(cue.verb) and agent(cue.verb) is None):
        return None
    span = tight(content)
    spans = without(span, Span(*cue.span))
    if not spans or (source.dep_ == "dobj" and span.start <= source.idx < span.end):
        return None
    return Draft(
        act=reading.act,
        cue=(cue.span,),
        content=spans,
        source=source,
        rule=f"{cue.verb.lemma_.lower()} + {FRAME_NAMES[frame]}",
        confidence=confidence,
        addressees=addressees_of(cue.verb),
        media=media_of(cue.verb, source),
        source_spans=(source_span(source, cue.span),),
    )


def _fronted_question(verb: Token) -> bool:
    """ "Asked by Reuters whether it would, he said": what is asked is no statement."""
    return verb.tag_ == "VBN" and verb.dep_ in ("advcl", "prep", "acl") and is_passive(verb) and verb.lemma_ in ("ask", "tell")


def without(span: Span, hole: Span) -> Spans:
    """What is left of `span` when `hole` is taken out of its middle."""
    if not span.overlaps(hole):
        return (span,)
    return tuple(s for s in (Span(span.start, hole.start), Span(hole.end, span.end)) if s.length > 1)


def _clause(cue: Cue) -> Content:
    """A that-clause or bare clause after the cue; one before it is a parenthesis (`parenthetical`)."""
    verb = cue.verb
    clause = _complement_clause(cue)
    if clause is None:
        return _headline_clause(verb)
    if any(c.dep_ in SUBJECTS and c.tag_ == "WP" and c.i < verb.i for c in clause.children):
        return ()  # "in what it said was a test": the saying only hedges the noun
    mark = next((c.i for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), verb.i)
    return _extended(_after_cue([t for t in clause.subtree if t.i >= mark], verb))


def _headline_clause(verb: Token) -> Content:
    """ "Sudan says five soldiers killed in clash": a headline leaves out the auxiliary, and the parser sees an object."""
    target = direct_object(verb)
    if target is None or verb.tag_ not in ("VBZ", "VBP") or target.i < verb.i or verb.doc[verb.sent.end - 1].text == ".":
        return ()
    reduced = any(c.dep_ == "acl" and (c.tag_ == "VBN" or _infinitive(c)) for c in target.children)
    return tuple(target.subtree) if reduced else ()


def _extended(content: Content) -> Content:
    """Take in a further clause that the parser hung elsewhere: ", but that Ethiopia would sign", ", in his words, a lamp"."""
    if not content:
        return ()
    doc, end = content[-1].doc, content[-1].sent.end
    rest = doc[content[-1].i + 1 : end]
    words = [t.lower_ for t in rest[:6] if not t.is_punct]
    if words[:2] in (["but", "that"], ["and", "that"]):
        clause = next((t.head for t in rest[:6] if t.lower_ == "that" and t.dep_ == "mark"), None)
        return (
            (*content, *doc[content[-1].i + 1 : max(clause.right_edge.i, content[-1].i) + 1]) if clause is not None else content
        )
    if len(words) > 2 and words[0] == "in" and "words" in words[2:4]:
        return (*content, *rest)
    return content


def _complement_clause(cue: Cue) -> Token | None:
    """The clause that is the object of the verb or of its particle, or that the parser hung on a noun after it."""
    for head in (cue.verb, *cue.particles):
        for child in head.children:
            own = child.dep_ == "ccomp" and child.i > cue.verb.i and child not in cue.particles and _has_verb(child)
            if own and not _infinitive(child) and not (child.tag_ == "VBG" and child.lemma_ in CITING):
                return child
    return _that_clause(cue.verb)


def _has_verb(clause: Token) -> bool:
    """A clause, not the noun or adjective of "called it a farce"."""
    return clause.pos_ in ("VERB", "AUX") or any(c.dep_ in ("cop", "aux", "mark") for c in clause.children)


def _that_clause(verb: Token) -> Token | None:
    """ "said in a statement posted on X that nothing had been withheld": the first that-clause below the verb."""
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            clause = token.head
            between = [a for a in clause.ancestors if verb.is_ancestor(a)]
            if all(a.pos_ in ("NOUN", "PROPN", "ADP", "ADJ", "PRON") or a.tag_ in ("VBN", "VBG") for a in between):
                return clause
    return None


def _after_cue(tokens: list[Token], verb: Token) -> Content:
    """The complementizer is part of the content, as in PolNeAR's guidelines; the time of saying is not.

    "Ruiz said on Friday he would wait": the parser hangs "on Friday" on what he would do.
    """
    after = [t for t in tokens if t.i > verb.i and not t.is_space]
    return tuple(_less_citation(_less_contrast(_less_frame(_less_time(after)))))


def _less_citation(tokens: list[Token]) -> list[Token]:
    """Without ", citing two officials" at the end."""
    for at, token in enumerate(tokens[1:], start=1):
        if token.tag_ == "VBG" and token.lemma_ in CITING and tokens[at - 1].text == ",":
            return tokens[: at - 1]
    return tokens


def _less_time(tokens: list[Token]) -> list[Token]:
    """Without a time expression, and its preposition, that opens the content."""
    at = 1 if tokens and tokens[0].pos_ == "ADP" else 0
    if at < len(tokens) and tokens[at].ent_type_ in ("DATE", "TIME"):
        while at < len(tokens) and tokens[at].ent_type_ in ("DATE", "TIME"):
            at += 1
        modifier = at < len(tokens) and (tokens[at].tag_ == "POS" or tokens[at - 1].head == tokens[at])
        return tokens if modifier and tokens[at - 1].pos_ != "ADP" else tokens[at:]
    return tokens


def _less_frame(tokens: list[Token]) -> list[Token]:
    """Without "in an interview with ..." or "in a statement" at the end, which tells where it was said."""
    for at, token in enumerate(tokens[1:], start=1):
        if token.lower_ in ("in", "during") and token.dep_ == "prep" and token.right_edge == tokens[-1]:
            place = next((c for c in token.children if c.dep_ == "pobj"), None)
            if place is not None and place.lemma_.lower() in FRAMES_OF_SPEECH and not any(t.text == '"' for t in token.subtree):
                return tokens[:at]
    return tokens


def _less_contrast(tokens: list[Token]) -> list[Token]:
    """Without a clause of the article's own after ", while"."""
    for at, token in enumerate(tokens[1:], start=1):
        if token.lower_ in ("while", "whereas") and tokens[at - 1].text == "," and token.dep_ == "mark":
            inside = sum(t.text == '"' for t in tokens[:at]) % 2 == 1
            return tokens if inside else tokens[: at - 1]
    return tokens


def _infinitive(clause: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _to_infinitive(cue: Cue) -> Content:
    for child in cue.verb.children:
        if child.dep_ in ("xcomp", "advcl") and child.i > cue.verb.i and _infinitive(child) and not _has_subject(child):
            return tuple(child.subtree)
    return ()


def _has_subject(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _object_infinitive(cue: Cue) -> Content:
    """ "urged both sides to return", "called on China to intervene": from the object to the end of the infinitive."""
    verb = cue.verb
    asked = direct_object(verb) or prepositional_object(verb, *(t.lower_ for t in cue.particles))
    for clause in _infinitives_below(verb, asked):
        own = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        start = own or asked
        if start is not None and verb.i < start.left_edge.i < clause.i:
            end = max(t.i for t in clause.subtree)
            return tuple(verb.doc[start.left_edge.i : end + 1])
    return ()


def _infinitives_below(verb: Token, asked: Token | None) -> Iterator[Token]:
    heads = [verb, *([asked] if asked is not None else []), *(c for c in verb.children if c.dep_ == "prep")]
    for head in heads:
        for child in head.children:
            if child.dep_ in ("ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp") and _infinitive(child):
                yield child


def _of_phrase(cue: Cue) -> Content:
    """ "accused Addis Ababa of breaking a declaration": what stands after "of"."""
    found = _phrase_after(cue.verb, "of")
    accused = direct_object(cue.verb) is not None or is_passive(cue.verb)
    return found if accused else ()


def _for_phrase(cue: Cue) -> Content:
    gerund = prepositional_object(cue.verb, "for")
    return tuple(gerund.subtree) if gerund is not None and gerund.tag_ == "VBG" else ()


def _phrase_after(verb: Token, preposition: str) -> Content:
    heads = [verb, *([o] if (o := direct_object(verb)) is not None else [])]
    for head in heads:
        found = prepositional_object(head, preposition)
        if found is not None and found.i > verb.i:
            return tuple(found.subtree)
    return ()


def _as_phrase(cue: Cue) -> Content:
    """ "dismissed that version as a fairy tale": object and judgement together."""
    target = direct_object(cue.verb) or prepositional_object(cue.verb, *(t.lower_ for t in cue.particles))
    judged = _as_complement(cue.verb, target)
    if target is None or judged is None or target.i < cue.verb.i:
        return ()
    return tuple(cue.verb.doc[target.left_edge.i : judged.right_edge.i + 1])


def _as_complement(verb: Token, target: Token | None) -> Token | None:
    heads = [verb, *([target] if target is not None else [])]
    for head in heads:
        for child in head.children:
            if child.lower_ == "as" and child.i > verb.i and child.dep_ == "prep":
                return child
    return None


def _object_predicate(cue: Cue) -> Content:
    """ "called the recall a piece of theatre": object and predicate together."""
    for child in cue.verb.children:
        if child.i > cue.verb.i and child.dep_ in ("ccomp", "oprd", "xcomp", "dobj", "attr", "acomp") and not _infinitive(child):
            target = direct_object(cue.verb) or next((c for c in child.children if c.dep_ == "nsubj"), None)
            if target is not None and target != child and cue.verb.i < target.i and target.left_edge.i < child.right_edge.i:
                return tuple(cue.verb.doc[target.left_edge.i : child.right_edge.i + 1])
    return ()


def _number_put(cue: Cue) -> Content:
    """ "put the number of dead at 20"."""
    target, number = direct_object(cue.verb), prepositional_object(cue.verb, "at")
    if target is None or number is None or not any(t.like_num or t.pos_ == "NUM" for t in number.subtree):
        return ()
    return tuple(cue.verb.doc[target.left_edge.i : number.right_edge.i + 1])


def _gerund(cue: Cue) -> Content:
    """ "denied helping", "proposed meeting in Oslo"."""
    for child in cue.verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and child.i > cue.verb.i:
            return tuple(child.subtree)
    return ()


FRAMES: tuple[tuple[str, Callable[[Cue], Content], float], ...] = (
    ("at", _number_put, 0.7),
    ("of", _of_phrase, 0.8),
    ("as", _as_phrase, 0.6),
    ("o2", _object_infinitive, 0.8),
    ("t", _clause, 0.85),
    ("np2", _object_predicate, 0.6),
    ("2", _to_infinitive, 0.8),
    ("ing", _gerund, 0.6),
    ("for", _for_phrase, 0.6),
)
"""Frames in the order in which they are tried, with the share of them that was right on the visible gold, roughly."""

FRAME_NAMES = {
    "at": "number at",
    "of": "object of",
    "as": "object as",
    "o2": "object to-infinitive",
    "np2": "object predicate",
    "t": "clause",
    "2": "to-infinitive",
    "ing": "gerund",
    "for": "object for",
}

_NEEDS_AGENT = frozenset({"of", "for", "as", "np2", "o2"})
