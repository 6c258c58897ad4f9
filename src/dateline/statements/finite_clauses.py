"""Finite clauses as content: found where the parser hung them, and trimmed of what is no part of what is said.

The complementizer is part of the content, as in PolNeAR's guidelines; the time and the place of saying, citations and
clauses of the article's own are not.
"""

from __future__ import annotations

from dateline.knowledge.cues import verb_cues
from dateline.language.clauses import SUBJECTS, direct_object, surface_subject
from dateline.language.tokens import Token, Tokens
from dateline.statements.cues import Cue
from dateline.statements.participle import participles
from dateline.statements.sources import CITING, TELLING, governing_cue

FRAMES_OF_SPEECH = frozenset("interview statement speech letter tweet post briefing address email memo call appearance".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
CIRCUMSTANCES = frozenset({"as", "because", "after", "while", "although", "though", "since"})
"""Conjunctions of when, where and why something is said."""
_ABOUT = frozenset({"at", "about", "over", "against", "to"})
"""Prepositions of what a saying is aimed at."""
Content = tuple[Token, ...]
"""The tokens of a content, in order of the text."""


def finite_clause(cue: Cue) -> Content:
    """A that-clause or bare clause after the cue; one before it is a parenthesis (`parenthetical`)."""
    verb = cue.verb
    clause = _complement_clause(cue)
    if clause is None:
        return _headline_clause(verb) or _after_that(cue)
    if any(c.dep_ in SUBJECTS and c.tag_ == "WP" and c.i < verb.i for c in clause.children):
        return ()  # "in what it said was a test": the saying only hedges the noun
    if _describes_noun(clause):
        return ()  # "the trio said in the statement |which the ministry supplied|"
    mark = next((c.i for c in clause.children if c.dep_ == "mark" and c.lower_ == "that"), None) or _that_after_hearer(
        cue, clause
    )
    if any(t.lower_ in participles() for t in verb.doc[max(mark - 3, verb.i + 1) : mark]):
        return ()  # "fired back, with Ruiz warning them that": the clause is what she warns
    return _extended(after_cue(less_strays([t for t in clause.subtree if t.i >= mark], verb), verb))


def _describes_noun(clause: Token) -> bool:
    """Does "which" right after a noun open it, so that it tells of the noun?"""
    opening = (c for c in clause.children if c.tag_ == "WDT" and c.lower_ == "which" and c.i < clause.i)
    return any(c.i > 0 and c.nbor(-1).pos_ in ("NOUN", "PROPN") for c in opening)


def _that_after_hearer(cue: Cue, clause: Token) -> int:
    """ "told the agency dpa that ...": where a name before "that" was taken into the clause, it belongs to the hearer."""
    if cue.verb.lemma_ in TELLING:
        for token in cue.verb.doc[cue.verb.i + 1 : clause.right_edge.i]:
            if token.lower_ == "that" and token.tag_ == "IN":
                return int(token.i)
            if token.tag_ in FINITE and token.i > clause.i:
                break
    return int(cue.verb.i)


def _after_that(cue: Cue) -> Content:
    """ "reveals that the minister called at his home": where the parser took the clause for an object, "that" right after the
    cue shows it.
    """
    last = max((cue.verb, *cue.particles), key=lambda t: t.i)
    doc, end = cue.verb.doc, cue.verb.sent.end
    if last.i + 2 >= end or doc[last.i + 1].lower_ != "that" or doc[last.i + 1].tag_ != "IN":
        return ()
    rest = list(doc[last.i + 1 : end])
    return after_cue(rest, cue.verb) if any(t.tag_ in FINITE for t in rest) else ()


def _headline_clause(verb: Token) -> Content:
    """ "Sudan says five soldiers killed in clash": a headline leaves out the auxiliary, and the parser sees an object."""
    target = direct_object(verb)
    if target is None or verb.tag_ not in ("VBZ", "VBP") or target.i < verb.i or verb.doc[verb.sent.end - 1].text == ".":
        return ()
    reduced = any(c.dep_ == "acl" and (c.tag_ == "VBN" or infinitive(c)) for c in target.children)
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
    return (*content, *rest) if _quoted_end(rest) else content


def _quoted_end(rest: Tokens) -> bool:
    """Is the rest of the sentence one quotation? It belongs to the clause that it closes."""
    marks = [k for k, t in enumerate(rest) if t.text == '"']
    return len(marks) == 2 and marks[0] == 0 and all(t.is_punct or t.is_space for t in rest[marks[1] :])


def _complement_clause(cue: Cue) -> Token | None:
    """The clause that is the object of the verb or of its particle, or that the parser hung on a noun after it."""
    for head in (cue.verb, *cue.particles):
        for child in head.children:
            own = child.dep_ == "ccomp" and child.i > cue.verb.i and child not in cue.particles and _has_verb(child)
            if (
                own
                and not infinitive(child)
                and not (child.tag_ == "VBG" and child.lemma_ in CITING)
                and not _circumstance(child)
            ):
                return child
    return _that_clause(cue.verb)


def _circumstance(clause: Token) -> bool:
    """ "Said in the Oval Office as he welcomed them": when, where or why it was said, not what."""
    first = clause.left_edge
    return first.lower_ in CIRCUMSTANCES and first.dep_ == "mark"


def _has_verb(clause: Token) -> bool:
    """A clause, not the noun or adjective of "called it a farce"."""
    return clause.left_edge != clause.right_edge and (
        clause.pos_ in ("VERB", "AUX") or any(c.dep_ in ("cop", "aux", "mark") for c in clause.children)
    )


def _that_clause(verb: Token) -> Token | None:
    """ "said in a statement posted on X that nothing had been withheld": the first that-clause below the verb."""
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        joined = token.nbor(-1).dep_ == "cc"
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i and not joined:
            clause = token.head
            between = [a for a in clause.ancestors if verb.is_ancestor(a)]
            through = all(a.pos_ in ("NOUN", "PROPN", "ADP", "ADJ", "PRON") or a.tag_ in ("VBN", "VBG") for a in between)
            if through and not _of_another_saying(clause.head, verb):
                return clause
    return None


def _of_another_saying(noun: Token, verb: Token) -> bool:
    """ "Responded, knocking the idea that ...", "hit back at claims that ...": the noun's own clause is not said."""
    governor = noun.head
    if noun.pos_ != "NOUN" or governor == verb:
        return False
    return (noun.dep_ == "dobj" and governor.tag_ == "VBG") or (noun.dep_ == "pobj" and governor.lower_ in _ABOUT)


def after_cue(tokens: list[Token], verb: Token) -> Content:
    """What follows the cue, less the time and place of saying, citations and contrasts.

    "Ruiz said on Friday he would wait": the parser hangs "on Friday" on what he would do.
    """
    after = [t for t in tokens if t.i > verb.i and not t.is_space]
    return tuple(_less_citation(_less_contrast(_less_next_saying(_less_frame(_less_time(after))))))


def _less_next_saying(tokens: list[Token]) -> list[Token]:
    """Without what the next one says: "Ruiz said Spain would wait|, and Wolff said Austria would not"."""
    for at, token in enumerate(tokens[1:], start=1):
        if token.dep_ != "cc" or tokens[at - 1].text != "," or at + 1 >= len(tokens) or tokens[at + 1].lower_ == "that":
            continue
        saying = next((t for t in tokens[at + 1 :] if t.dep_ == "conj" and t.head == token.head), None)
        speaker = surface_subject(saying) if saying is not None and saying.tag_ in ("VBD", "VBZ") else None
        if saying is not None and speaker is not None and speaker.pos_ == "PROPN" and _takes_clause(saying):
            return tokens[: at - 1]
    return tokens


def _takes_clause(verb: Token) -> bool:
    return any("t" in reading.frames for reading in verb_cues().get(verb.lemma_.lower(), ()))


def _less_citation(tokens: list[Token]) -> list[Token]:
    """Without ", citing two officials" or ", as Reuters reported" at the end."""
    for at, token in enumerate(tokens[1:], start=1):
        citing = token.tag_ == "VBG" and token.lemma_ in CITING
        if tokens[at - 1].text == "," and (citing or (token.lower_ == "as" and _reported(tokens[at + 1 : at + 8]))):
            return tokens[: at - 1]
    return tokens


def _reported(words: list[Token]) -> bool:
    """Does the first verb report?"""
    verb = next((t for t in words if t.pos_ in ("VERB", "AUX")), None)
    return verb is not None and verb.lemma_ in ("report", "quote", "cite", "say") and verb.tag_ in ("VBD", "VBN", "VBZ")


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


def infinitive(clause: Token) -> bool:
    """Is this verb an infinitive with "to"?"""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def less_strays(tokens: list[Token], verb: Token) -> list[Token]:
    """Without a further saying of the same speaker: "denied that it had fired |and accused Spain of lying"."""
    for token in tokens:
        if governing_cue(token) == verb:
            cut = next((t.i for t in token.head.children if t.dep_ == "cc" and t.i < token.i), token.left_edge.i)
            return [t for t in tokens if t.i < min(cut, token.left_edge.i)]
    return tokens
