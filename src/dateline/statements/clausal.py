"""Indirect speech: the clause, infinitive or phrase that a cue governs is the content (Quirk et al. 1985, sections 14.28-35)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.knowledge.cues import VerbCue, noun_cues
from dateline.language.clauses import agent, direct_object, doer, is_passive, prepositional_object
from dateline.language.document import Document
from dateline.language.phrases import tight
from dateline.language.tokens import Token
from dateline.records import Span, Spans
from dateline.statements.cues import Cue, put_to
from dateline.statements.draft import Draft
from dateline.statements.finite_clauses import Content, after_cue, finite_clause, infinitive, less_strays
from dateline.statements.sources import addressees_of, media_of, source_of, source_span

_CONDITIONAL = frozenset({"if", "unless", "until", "once", "when", "as"})


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
    source = source_of(cue.verb) if not put_to(cue.verb) else None
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


def without(span: Span, hole: Span) -> Spans:
    """What is left of `span` when `hole` is taken out of its middle."""
    if not span.overlaps(hole):
        return (span,)
    return tuple(s for s in (Span(span.start, hole.start), Span(hole.end, span.end)) if s.length > 1)


def _to_infinitive(cue: Cue) -> Content:
    for child in cue.verb.children:
        if child.dep_ in ("xcomp", "advcl") and child.i > cue.verb.i and infinitive(child) and not _has_subject(child):
            return _with_condition(cue.verb, tuple(t for t in child.subtree if t.i > cue.verb.i))
    return ()


def _with_condition(verb: Token, content: Content) -> Content:
    """ "vowed to stay until it ends", "offered to go if they went": the condition belongs to what is promised, though the
    parser hangs it on the promise.
    """
    for child in verb.children:
        follows = child.dep_ == "advcl" and child.i > content[-1].i
        if follows and any(c.dep_ in ("mark", "advmod") and c.lower_ in _CONDITIONAL for c in child.children):
            between = verb.doc[content[-1].i + 1 : child.left_edge.i]
            return content if any(t.text in (",", ";") for t in between) else (*content, *between, *child.subtree)
    return content


def _has_subject(clause: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)


def _object_infinitive(cue: Cue) -> Content:
    """ "urged both sides to return", "called on China to intervene": from the object to the end of the infinitive."""
    verb = cue.verb
    asked = direct_object(verb) or _object_of_particle(cue)
    for clause in _infinitives_below(verb, asked):
        own = next((c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        start = own or asked
        if start is not None and verb.i < start.left_edge.i < clause.i:
            end = max(t.i for t in clause.subtree)
            return tuple(verb.doc[start.left_edge.i : end + 1])
    return ()


def _object_of_particle(cue: Cue) -> Token | None:
    """ "called on Monday on both sides": what stands after the particle, not after another "on"."""
    found = [c for p in cue.particles for c in p.children if c.dep_ in ("pobj", "pcomp")]
    named = [t for t in found if t.ent_type_ not in ("DATE", "TIME")]
    return named[0] if named else _second_object(cue)


def _second_object(cue: Cue) -> Token | None:
    words = {t.lower_ for t in cue.particles}
    preps = [c for c in cue.verb.children if c.dep_ == "prep" and c.lower_ in words]
    objects = [c for p in preps for c in p.children if c.dep_ == "pobj" and c.ent_type_ not in ("DATE", "TIME")]
    return objects[0] if objects else None


def _infinitives_below(verb: Token, asked: Token | None) -> Iterator[Token]:
    heads = [verb, *([asked] if asked is not None else []), *(c for c in verb.children if c.dep_ == "prep")]
    for head in heads:
        for child in head.children:
            if child.dep_ in ("ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp") and infinitive(child):
                yield child


def _of_phrase(cue: Cue) -> Content:
    """ "accused Addis Ababa of breaking a declaration": what stands after "of"."""
    found = _phrase_after(cue.verb, "of")
    accused = direct_object(cue.verb) is not None or is_passive(cue.verb)
    return found if accused else ()


def _for_phrase(cue: Cue) -> Content:
    """ "praised them for waiting"; "blamed Spain for the delay": of an accusation a noun says enough."""
    found = _phrase_after(cue.verb, "for")
    accused = direct_object(cue.verb) is not None and all(r.act == "accuse" for r in cue.readings)
    return found if accused or any(t.tag_ == "VBG" and t.dep_ == "pcomp" for t in found[:3]) else ()


def _with_phrase(cue: Cue) -> Content:
    """ "charged Spain with hiding the report"; a charge with a noun ("with murder") is a court's."""
    found = _phrase_after(cue.verb, "with")
    gerund = any(t.tag_ == "VBG" and t.dep_ == "pcomp" for t in found[:3])
    return found if gerund and direct_object(cue.verb) is not None else ()


def _phrase_after(verb: Token, preposition: str) -> Content:
    heads = [verb, *([o] if (o := direct_object(verb)) is not None else [])]
    for head in heads:
        found = prepositional_object(head, preposition)
        if found is not None and found.i > verb.i:
            return _with_means(verb, tuple(found.subtree))
    return ()


def _with_means(verb: Token, content: Content) -> Content:
    """ "accused them of feeding the fire by shipping arms": the means is theirs, though the parser hangs it on the verb."""
    for child in verb.children:
        gerund = child.lower_ == "by" and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in child.children)
        if gerund and child.i == content[-1].i + 1:
            return (*content, *child.subtree)
    return content


def _as_phrase(cue: Cue) -> Content:
    """ "dismissed that version as a fairy tale": object and judgement together."""
    target = direct_object(cue.verb) or _object_of_particle(cue)
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
        if child.i > cue.verb.i and child.dep_ in ("ccomp", "oprd", "xcomp", "dobj", "attr", "acomp") and not infinitive(child):
            target = direct_object(cue.verb) or next((c for c in child.children if c.dep_ == "nsubj" or _pronoun_mark(c)), None)
            if target is not None and target != child and cue.verb.i < target.i and target.left_edge.i < child.right_edge.i:
                return tuple(cue.verb.doc[target.left_edge.i : child.right_edge.i + 1])
    return _quoted_predicate(cue)


def _quoted_predicate(cue: Cue) -> Content:
    """'called the plan "a joke"': the parser takes the quoted predicate for an apposition of the object."""
    target = direct_object(cue.verb)
    for child in target.children if target is not None else ():
        if child.dep_ == "appos" and child.left_edge.i > 0 and child.left_edge.nbor(-1).text == '"':
            return tuple(cue.verb.doc[child.head.left_edge.i : child.right_edge.i + 1])
    return ()


def _pronoun_mark(token: Token) -> bool:
    """ "called that 'a bedtime story'": the parser takes the pronoun for a conjunction."""
    return token.dep_ == "mark" and token.lower_ == "that"


def _number_put(cue: Cue) -> Content:
    """ "put the number of dead at 20"."""
    target, number = direct_object(cue.verb), prepositional_object(cue.verb, "at")
    if target is None or number is None or not any(t.like_num or t.pos_ == "NUM" for t in number.subtree):
        return ()
    return tuple(cue.verb.doc[target.left_edge.i : number.right_edge.i + 1])


def _noun_with_clause(cue: Cue) -> Content:
    """ "denied reports that the dam had broken": what is denied is the noun with its clause."""
    said = direct_object(cue.verb)
    if said is None or said.i < cue.verb.i or said.lemma_.lower() not in noun_cues():
        return ()
    clause = next((c for c in said.children if c.dep_ in ("acl", "ccomp", "relcl") and _conjunction(c)), None)
    return after_cue(less_strays(list(said.subtree), cue.verb), cue.verb) if clause is not None else ()


def _conjunction(clause: Token) -> bool:
    return any(c.lower_ == "that" and c.tag_ == "IN" for c in clause.children)


def _object(cue: Cue) -> Content:
    """ "supports the plan": only for attitudes, and only where no clause says more."""
    wanted = direct_object(cue.verb)
    if wanted is None or wanted.i < cue.verb.i or wanted.ent_type_ in ("DATE", "TIME") or is_passive(cue.verb):
        return ()
    return tuple(wanted.subtree)


def _clause_of_text(cue: Cue) -> Content:
    """ "the poll shows that": verbs that report something only where a text is their subject."""
    source = doer(cue.verb)
    row = noun_cues().get(source.lemma_.lower()) if source is not None else None
    return finite_clause(cue) if row is not None and "finds" in row.frames else ()


def _gerund(cue: Cue) -> Content:
    """ "denied helping", "proposed meeting in Oslo", "cautioned against sending troops"."""
    for child in cue.verb.children:
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and child.i > cue.verb.i:
            return tuple(t for t in child.subtree if t.i > cue.verb.i)
    governed = (c for particle in cue.particles for c in particle.children)
    return next((tuple(c.subtree) for c in governed if c.dep_ == "pcomp" and c.tag_ == "VBG"), ())


FRAMES: tuple[tuple[str, Callable[[Cue], Content], float], ...] = (
    ("at", _number_put, 0.7),
    ("of", _of_phrase, 0.8),
    ("as", _as_phrase, 0.6),
    ("o2", _object_infinitive, 0.8),
    ("nt", _noun_with_clause, 0.8),
    ("t", finite_clause, 0.85),
    ("np2", _object_predicate, 0.6),
    ("2", _to_infinitive, 0.8),
    ("ing", _gerund, 0.6),
    ("for", _for_phrase, 0.6),
    ("with", _with_phrase, 0.6),
    ("tt", _clause_of_text, 0.7),
    ("np", _object, 0.6),
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
    "with": "object with",
    "nt": "noun with clause",
    "tt": "clause, of a text",
    "np": "object",
}

_NEEDS_AGENT = frozenset({"of", "for", "with", "as", "np2", "o2", "np", "2", "ing"})
