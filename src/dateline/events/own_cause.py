"""Support that is none: one's own policy defended, a danger recognised, an expectation voiced, a standard honoured."""

from __future__ import annotations

from dataclasses import replace

from dateline.events.arguments import complements, object_of, role_nouns
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import surface_subject
from dateline.language.tokens import Token

_HELPFUL = frozenset({"financial", "military", "logistical", "material", "humanitarian", "medical", "economic"})


def is_own_cause(scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "defended his trip", "defended our country", "trumpets its strength": not what is another's, or done with another."""
    thing = object_of(token) if lemma_of(token) in ("defend", "trumpet") else None
    if thing is None:
        return False
    found = scene.cast.at(thing)
    person = found is not None and scene.cast.actor(found).kind == "person"
    if any(scene.cast.at(n) is not None for word in ("with", "for") for n in role_nouns(thing, word)):
        return False
    return not person and any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in thing.children)


def is_noticing(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "recognizes the threat posed by Chad", "recognized that he must yield": sees how things are."""
    if lemma_of(token) not in ("recognize", "recognise"):
        return False
    thing = object_of(token)
    clause = any(c.dep_ == "ccomp" and c.i > token.i for c in token.children)
    return clause or (thing is not None and lemma_of(thing) in object_class("noticed"))


def is_expectation(scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "expressed confidence that the strikes would work", "regret that it had not done more"; confidence in a doer backs him."""
    thing = object_of(token) if lemma_of(token) in ("express", "voice", "signal") else None
    if thing is None or lemma_of(thing) not in ("confidence", "regret", "hope", "satisfaction"):
        return False
    if any(True for word in ("in", "for", "to", "with") for _ in role_nouns(thing, word)):
        return False
    clauses = [c for w in (thing, token) for c in w.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > thing.i]
    doers = (surface_subject(c) for c in clauses)
    trusted = lemma_of(thing) == "confidence" and any(d is not None and scene.cast.at(d) is not None for d in doers)
    return bool(clauses) and not trusted


def is_standard_kept(_scene: Scene, token: Token, _row: Trigger) -> bool:
    """ "honors global standards"."""
    thing = object_of(token) if lemma_of(token) in ("honor", "honour") else None
    return thing is not None and lemma_of(thing) in ("standard", "rule", "norm", "principle", "tradition", "spirit", "custom")


def is_mere_mood(_scene: Scene, token: Token, row: Trigger) -> bool:
    """ "was hopeful for talks", "will be in Oslo for talks": only who is for a plan backs it."""
    if lemma_of(token) != "be" or "for" not in row.with_:
        return False
    own = any(c.lower_ == "for" and c.dep_ == "prep" and c.i > token.i for c in token.children)
    elsewhere = any(c.dep_ in ("acomp", "attr") or (c.dep_ == "prep" and c.lower_ in ("in", "at", "on")) for c in token.children)
    return not own or elsewhere


def of_help(token: Token, row: Trigger) -> Trigger | None:
    """ "gives financial support" aids, "offered medical support" promises to; None where the words are of support alone."""
    thing = object_of(token)
    if thing is None or lemma_of(thing) not in ("support", "backing") or not _HELPFUL & {w.lower_ for w in _attributes(thing)}:
        return None
    if lemma_of(token) in ("give", "lend", "extend", "add", "throw"):
        return replace(row, type="AID", mode=None, cameo="070")
    return replace(row, type="AGREE", mode=None, cameo="033") if lemma_of(token) in ("offer", "pledge", "promise") else None


def _attributes(noun: Token) -> tuple[Token, ...]:
    first = tuple(c for c in noun.children if c.dep_ in ("amod", "nmod", "compound"))
    return tuple(w for a in first for w in (a, *a.conjuncts))


def of_word_kept(token: Token, row: Trigger) -> Trigger | None:
    """ "would honor its obligation" gives a word; None where it is not a word given that is honoured."""
    thing = object_of(token) if lemma_of(token) in ("honor", "honour") else None
    words = object_class("agreement") | {"commitment", "obligation", "pledge", "promise", "word"}
    kept = thing is not None and lemma_of(thing) in words
    return replace(row, type="AGREE", mode=None, cameo="03", sides=("obj", "of", "to", "with")) if kept else None


def is_open(token: Token) -> bool:
    """ "seeks to negotiate a deal": talks that may lead to one."""
    return lemma_of(token) == "negotiate" and token.tag_ in ("VB", "VBP", "VBG") and not complements(token)
