"""Cues in the parse: verbs of saying, believing and intending that really report, with the rows of the table that fit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.knowledge.cues import VerbCue, noun_cues, verb_cues
from dateline.language.clauses import is_negated, is_passive, modal, surface_subject
from dateline.language.document import Document
from dateline.language.phrases import tight
from dateline.language.tokens import Token
from dateline.records import Span

_UNREAL_MODALS = frozenset({"would", "could", "should", "may", "might", "must", "can", "will", "shall"})
NOT_DOING = frozenset({"decline", "refuse", "fail", "stop", "avoid", "refrain"})
_NOT_SAYING = NOT_DOING | {"help", "plan", "want", "expect", "hope", "intend", "able", "likely", "worth"}
_IMAGINING = frozenset({"picture", "imagine", "envision", "envisage", "visualize", "visualise"})
_NEEDS = frozenset({"need", "require", "allow", "permit", "provide"})
_CONDITIONS = frozenset({"if", "unless", "until", "whether", "once", "lest", "before"})
_AIMED = frozenset({"at", "on", "to", "about", "over", "against", "of"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Forms that take no modal; a conjunct's modal is not theirs."""
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb in the text and the readings of it whose particle is there; `hedge` is the "refused" of "refused to deny"."""

    verb: Token
    readings: tuple[VerbCue, ...]
    particles: tuple[Token, ...] = ()
    hedge: Token | None = None

    def reading(self, frame: str) -> VerbCue | None:
        """The first reading that has this frame."""
        return next((r for r in self.readings if frame in r.frames), None)

    @property
    def span(self) -> Span:
        """Auxiliaries, verb and particle, where they stand side by side."""
        group = _verb_group(self.verb, self.particles)
        return tight(group if self.hedge is None else self.verb.doc[self.hedge.i : group[-1].i + 1])


def find_cues(document: Document) -> tuple[Cue, ...]:
    """All verbs of the table that report something as said, believed or intended, in the order of the text."""
    candidates = document.with_lemma(verb_cues())
    found = (
        _hedged(cue_of(t)) for t in candidates if t.pos_ in ("VERB", "AUX") or t.tag_ in ("VBZ", "VBD") or _verb_taken_for_noun(t)
    )
    return tuple(cue for cue in found if cue is not None and (reports(cue.verb) or cue.hedge is not None))


def _hedged(cue: Cue | None) -> Cue | None:
    """ "refused to deny that": not to deny is no saying of its own; to refuse is."""
    head = cue.verb.head if cue is not None else None
    if cue is None or head is None or cue.verb.dep_ != "xcomp" or head.lemma_ not in ("refuse", "decline") or not reports(head):
        return cue
    readings = tuple(replace(r, act="reject") for r in cue.readings if r.act == "deny")
    return Cue(cue.verb, readings, cue.particles, head) if readings else cue


def _verb_taken_for_noun(token: Token) -> bool:
    """ "saw North Korea claim that ...": tagged as a noun, but it has a subject and stands where a clause stands."""
    return token.dep_ in ("ccomp", "xcomp", "ROOT") and any(c.dep_ == "nsubj" for c in token.children)


def cue_of(verb: Token) -> Cue | None:
    """The readings of this verb whose particle follows it; those with a particle displace those without."""
    rows = verb_cues().get(verb.lemma_.lower(), ())
    fitting = [(row, _particles(verb, row.particle)) for row in rows]
    longest = max((len(row.particle) for row, found in fitting if found is not None), default=None)
    if longest is None:
        return None
    kept = [(row, found) for row, found in fitting if found is not None and len(row.particle) == longest]
    return Cue(verb, tuple(row for row, _ in kept), kept[0][1] or ())


def _particles(verb: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The words of a particle among the next tokens, in order; None where one lacks."""
    found: list[Token] = []
    at = verb.i + 1
    for word in words:
        while at < len(verb.doc) and at <= verb.i + 3 and verb.doc[at].lower_ != word:
            at += 1
        if at >= len(verb.doc) or at > verb.i + 3:
            return None
        found.append(verb.doc[at])
        at += 1
    return tuple(found)


def _verb_group(verb: Token, particles: tuple[Token, ...]) -> list[Token]:
    before = [t for t in verb.lefts if t.dep_ in _AUXILIARIES or (t.dep_ == "advmod" and t.i == verb.i - 1)]
    first = verb.i
    for token in reversed(before):
        if token.i == first - 1 and token.lower_ != "to":
            first = token.i
    return [*verb.doc[first : verb.i + 1], *particles]


def reports(verb: Token) -> bool:
    """Is something really said (believed, intended) here? Not where it is denied, conditional, asked, or yet to come."""
    if is_negated(verb) or (verb.tag_ not in _TENSED and modal(verb) in _UNREAL_MODALS):
        return False
    if _conditional(verb) or _noun_taken_for_verb(verb) or _reports_as_saying(verb):
        return False
    return not _under_unreal(verb)


def put_to(verb: Token) -> bool:
    """ "Asked by Reuters whether it would, he said": what is asked is put to him, not said by him."""
    fronted = verb.dep_ in ("advcl", "prep", "acl") and verb.lemma_ in ("ask", "tell")
    active = verb.tag_ == "VBD" and verb.i < verb.head.i and surface_subject(verb) is None
    return fronted and ((verb.tag_ == "VBN" and is_passive(verb)) or active)


def _conditional(verb: Token) -> bool:
    """ "If he refuses or demands that", and "for the state to clarify who": what may be said, or ought to be."""
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    if marks & _CONDITIONS or ("for" in marks and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)):
        return True
    joined = verb.dep_ == "conj" and not any(c.dep_ in ("nsubj", "nsubjpass", "mark") for c in verb.children)
    return joined and _conditional(verb.head)


def _reports_as_saying(verb: Token) -> bool:
    """ "The agency reported the minister as saying": what is said is the minister's."""
    return verb.lemma_ == "report" and any(c.lower_ == "as" and any(g.lemma_ == "say" for g in c.children) for c in verb.children)


def _noun_taken_for_verb(verb: Token) -> bool:
    """ "Lashed out at it, following the test - and reports that": a present form joined to a past one is a plural.

    So is one after a preposition and its noun: "scoffed at the US claims that ...".
    """
    if verb.tag_ == "VBZ" and verb.lemma_.lower() in noun_cues() and verb.i > 0:
        before = verb.nbor(-1)
        object_of = before.dep_ == "pobj" and before.head.lower_ in _AIMED and before.head.head == verb.head
        if object_of and surface_subject(verb) is None:
            return True
    past = verb.dep_ == "conj" and verb.tag_ == "VBZ" and verb.head.tag_ == "VBD" and verb.lemma_.lower() in noun_cues()
    return past and verb.nbor(-1).dep_ == "cc"


def _under_unreal(verb: Token) -> bool:
    """An infinitive reports only under a verb that makes it happen: "went on to say", not "declined to say"."""
    head = verb.head
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        imagined = verb.dep_ in ("xcomp", "ccomp") and head.lemma_ in _IMAGINING
        return imagined or (verb.dep_ in ("xcomp", "pcomp") and _governor_lemma(verb) in _NOT_SAYING)
    if verb.dep_ == "advcl":
        return (
            head.lemma_ in _NEEDS
            or modal(head) in _UNREAL_MODALS
            or any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
        )
    return head.lemma_ not in ("go", "continue", "begin", "appear", "seem", "have", "come", "use", "take", "proceed", "rush")


def _governor_lemma(verb: Token) -> str:
    head = verb.head if verb.head.pos_ != "ADP" else verb.head.head
    return head.lemma_
