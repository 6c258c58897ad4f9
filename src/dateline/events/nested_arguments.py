"""Whom the clauses and phrases within a trigger's complement name, where its own arguments name nobody."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import agent, surface_subject
from dateline.language.tokens import Token

_MEETING_VERBS = frozenset({"meet", "talk", "speak", "negotiate", "engage", "work", "cooperate"})
_DEALING = frozenset({"deal", "negotiate", "talk"})
_CONDITIONS = frozenset({"unless", "if", "until", "should", "once", "provided"})
_RESTRICTING = frozenset({"on", "against", "of", "in", "to", "from", "including", "for", "at"})
_COVERING = ("of", "with", "over", "about", "at", "for")


def nested(token: Token, row: Trigger) -> Iterator[Token]:
    """The nouns that may be the other side, the likeliest first."""
    kind = row.type
    if kind in ("AGREE", "REJECT", "THREATEN"):
        yield from _with_whom(token)
    if kind == "AGREE":
        yield from _dealt_with(token)
        yield from _eased(token)
    elif kind == "CONCEDE":
        yield from _spoken_of(token)
    if kind in ("AGREE", "SUPPORT"):
        yield from _committed_to(token)
    if kind in ("REJECT", "THREATEN") or (kind == "AGREE" and lemma_of(token) != "accept"):
        yield from bound(token)
    if kind == "THREATEN":
        yield from _against(token)
        yield from _held_to_account(token)
    elif kind in ("ACCUSE", "SUPPORT"):
        yield from _alleged(token)
        yield from _whose_conduct(token)
    elif kind == "REQUEST":
        yield from role_nouns(token, "compsubj")
        yield from _to_be_reformed(token)
    elif kind == "SANCTION":
        yield from _restricted(token)


def bound(token: Token) -> Iterator[Token]:
    """ "threatened to strike unless Iran yields": Iran."""
    for verb in (token, *complements(token)):
        for clause in verb.children:
            if clause.dep_ == "advcl" and any(c.lower_ in _CONDITIONS for c in clause.children):
                yield from (c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    yield from _should_they(token)


def _should_they(token: Token) -> Iterator[Token]:
    """ "threatened to leave should Niger go on": the inversion, wherever the parser hangs it."""
    for word in token.doc[token.i : token.sent.end]:
        if word.lower_ == "should" and word.dep_ == "aux":
            yield from (c for c in word.head.children if c.dep_ == "nsubj" and c.i > word.i)


_MASTERING = frozenset({"hold", "punish", "counter", "deter", "force", "pressure", "stop", "isolate", "confront", "curb"})


def _held_to_account(token: Token) -> Iterator[Token]:
    """ "vowed stronger measures to hold Iran accountable": Iran."""
    thing = object_of(token)
    clauses = (c for word in (token, *((thing,) if thing is not None else ())) for c in word.children if c.dep_ in _PURPOSES)
    for clause in clauses:
        if lemma_of(clause) in _MASTERING:
            yield from role_nouns(clause, "obj")
            yield from role_nouns(clause, "compsubj")


_PURPOSES = ("acl", "relcl", "advcl", "xcomp")


def _with_whom(token: Token) -> Iterator[Token]:
    """ "signalled an interest in talking to Iran", "agreed to engage in talks with Iran"."""
    for word in token.subtree:
        meets = word.pos_ == "VERB" and lemma_of(word) in _MEETING_VERBS
        if word.i > token.i and (meets or lemma_of(word) in object_class("meeting")):
            yield from (n for c in word.children if c.lower_ in ("with", "to") for n in c.children if n.dep_ == "pobj")
            yield from (c for c in word.children if c.dep_ == "dobj" and lemma_of(word) == "meet")


def _dealt_with(token: Token) -> Iterator[Token]:
    """ "in dealing with Iran, when he was willing to talk": Iran."""
    if token.dep_ == "advcl":
        nouns = (c for c in token.head.children if c.dep_ == "prep" and c.i < token.i)
        verbs = (v for c in nouns for v in c.children if v.dep_ == "pcomp" and lemma_of(v) in _DEALING)
        yield from (n for v in verbs for n in role_nouns(v, "with"))


def _eased(token: Token) -> Iterator[Token]:
    """ "is willing to consider lifting sanctions against Iran": Iran gains by it."""
    for verb in token.subtree:
        thing = object_of(verb) if verb.i > token.i and lemma_of(verb) in object_class("easing") else None
        if thing is not None and lemma_of(thing) in object_class("sanction"):
            yield from (n for role in ("on", "against") for n in role_nouns(thing, role))


def _spoken_of(token: Token) -> Iterator[Token]:
    """ "backed away from his rhetoric about Iran", "toned down its criticism of Iran": Iran."""
    things = (*role_nouns(token, "obj"), *role_nouns(token, "from"), *role_nouns(token, "on"))
    spoken = object_class("of-words") | object_class("names-words") | {"rhetoric", "tone", "threat", "demand"}
    for thing in things:
        if lemma_of(thing) in spoken:
            yield from (
                n for role in ("about", "against", "of", "toward", "towards", "on", "to") for n in role_nouns(thing, role)
            )


def _committed_to(token: Token) -> Iterator[Token]:
    """ "stands behind our commitment to the security of Japan", "reaffirmed its pledge to Japan"."""
    thing = object_of(token)
    nouns = (*((thing,) if thing is not None else ()), *(n for role in ("behind", "by") for n in role_nouns(token, role)))
    for noun in nouns:
        if lemma_of(noun) in object_class("promisen"):
            yield from role_nouns(noun, "to")
            yield from (n for to in noun.children if to.lower_ == "to" for v in to.children for n in _defended(v))


def _defended(verb: Token) -> tuple[Token, ...]:
    """ "its commitment to defending Japan"."""
    return role_nouns(verb, "obj") if verb.dep_ == "pcomp" and lemma_of(verb) in ("defend", "protect", "support") else ()


def _against(token: Token) -> Iterator[Token]:
    """ "is prepared to use force, if necessary, against Iran", whatever the parser joins it to."""
    for word in token.doc[token.i + 1 : token.sent.end]:
        if word.dep_ == "nsubj":
            return
        if word.lower_ == "against":
            yield from (c for c in word.children if c.dep_ == "pobj")


def _alleged(token: Token) -> Iterator[Token]:
    """ "is investigating allegations of Russian interference": whose deed is alleged."""
    thing = object_of(token) if lemma_of(token) in ("investigate", "probe", "examine", "review") else None
    if thing is not None and lemma_of(thing) in object_class("accusation"):
        yield from role_nouns(thing, "of")
    if thing is not None and lemma_of(thing) in object_class("link"):
        yield from (n for role in ("between", "with", "to", "by") for n in role_nouns(thing, role))


def _whose_conduct(token: Token) -> Iterator[Token]:
    """ "approve of how Modi rules", "of the job Modi is doing", "concern that Modi may", "the thaw begun by Modi"."""
    thing = object_of(token)
    nouns = (*((thing,) if thing is not None else ()), *(n for role in _COVERING for n in role_nouns(token, role)))
    for noun in (n for n in nouns if lemma_of(n) not in object_class("menace") | object_class("warn")):
        for clause in noun.children if lemma_of(noun) not in object_class("proposal") | object_class("agreement") else ():
            content = any(c.dep_ == "mark" or (c.tag_ == "IN" and c.lower_ == "that") for c in clause.children)
            open_ = not content or lemma_of(noun) in object_class("complaint")
            if (
                clause.dep_ in ("relcl", "acl", "ccomp")
                and open_
                and clause != token
                and (who := agent(clause) or _own_subject(clause)) is not None
            ):
                yield who
    complaint = (thing,) if thing is not None and lemma_of(thing) in object_class("complaint") else ()
    told = (token, *complaint) if complaint else ()
    news = (n for c in told for role in _COVERING for n in role_nouns(c, role) if lemma_of(n) in object_class("tidings"))
    clauses = (c for n in news for c in n.children if c.dep_ in ("acl", "relcl") and any(w.dep_ == "mark" for w in c.children))
    yield from (who for clause in clauses if (who := _own_subject(clause)) is not None)
    for word in (token, *(c for w in (token, *complaint) for c in w.children if c.dep_ == "prep")):
        clauses = (c for c in word.children if c.dep_ in ("pcomp", "ccomp") and any(w.tag_ in ("WRB", "WP") for w in c.children))
        yield from (who for clause in clauses if (who := _own_subject(clause)) is not None)


def _own_subject(clause: Token) -> Token | None:
    who = surface_subject(clause)
    return who if who is not None and who.tag_ not in ("WDT", "WP") and who.lower_ != "that" else None


def _to_be_reformed(token: Token) -> Iterator[Token]:
    """ "pushes for reforms to the bank"."""
    thing = object_of(token)
    for noun in (*((thing,) if thing is not None else ()), *role_nouns(token, "for")):
        if lemma_of(noun) in object_class("reform"):
            yield from (n for role in ("to", "of", "in", "at") for n in role_nouns(noun, role))


def _restricted(token: Token) -> Iterator[Token]:
    """ "announced sanctions, including a ban on investment in Iran", "cut funding for a body of the UN"."""
    thing = object_of(token)
    if thing is not None:
        yield from (w for w in thing.subtree if w.dep_ == "pobj" and w.i > token.i and _reached(w, thing))


def _reached(word: Token, thing: Token) -> bool:
    """Through prepositions alone that say on whom or what it lies."""
    while word != thing:
        if word.dep_ != "pobj" or word.head.lower_ not in _RESTRICTING:
            return False
        word = word.head.head
        if word.lower_ == "including":
            word = word.head
    return True
