"""The nouns of a list, also where the parser hides that they are one."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.events.scene import Scene
from dateline.language.clauses import conjuncts
from dateline.language.tokens import Token


def half_named(scene: Scene, noun: Token) -> Iterator[str]:
    """ "North and South Korea": the first of two states whose names share their noun."""
    if noun.ent_type_ == "GPE":
        for half in (c for c in noun.children if c.dep_ == "nmod" and any(w.dep_ == "cc" for w in c.children)):
            name = f"{half.text} {noun.text}"
            yield from (a.id for a in scene.cast.actors if a.kind == "state" and a.name == name)


def joined_before(scene: Scene, noun: Token) -> Iterator[Token]:
    """ "US and South Korean forces", "met Kerry and US President Obama": the parser hangs the first of the two on the second."""
    if scene.cast.at(noun) is not None:
        for child in noun.children:
            if child.dep_ == "nmod" and child.pos_ == "PROPN" and any(c.dep_ == "cc" for c in child.children):
                yield child
        if scene.document.in_headline(noun.idx):
            yield from _in_headline(noun)


def _in_headline(noun: Token) -> Iterator[Token]:
    """ "US, EU agree to ...": a comma for "and", where the parser takes the first name for an adverb."""
    first = noun.left_edge
    if noun.dep_ == "nsubj" and first.i >= first.sent.start + 2 and first.nbor(-1).text == ",":
        before = first.nbor(-2)
        loose = before.dep_ in ("npadvmod", "dep", "nmod", "advmod") and before.head == noun.head
        if loose and before.pos_ == "PROPN" and before.left_edge.i == first.sent.start:
            yield before


def is_singular(verb: Token) -> bool:
    """ "A, B and C, who was arrested": only C."""
    return any(c.lower_ in ("was", "is", "has") for c in verb.children) or verb.tag_ == "VBZ"


def listed(noun: Token) -> Iterator[Token]:
    """The noun with its conjuncts; also "Canada, Mexico and Japan", where the parser takes the second for an apposition."""
    described = _described(noun)
    yield from (n for n in conjuncts(noun) if described is None or not (n == described or described.is_ancestor(n)))
    if noun.lower_ in ("republic", "kingdom"):  # "the Republic of Korea and Japan"
        inner = (n for c in noun.children if c.lower_ == "of" for n in c.children if n.dep_ == "pobj")
        yield from (c for n in inner for c in n.conjuncts if c.pos_ == "PROPN")
    titled = noun.nbor(1) if noun.pos_ == "NOUN" and noun.i + 1 < noun.sent.end else None
    if titled is not None and titled.dep_ == "appos" and titled.head == noun:  # "its ally Chad and the African Union"
        yield from conjuncts(titled)[1:]
    else:
        yield from _beside_a_name(noun)
    if noun.ent_type_ == "GPE":
        for child in noun.children:
            if child.dep_ == "appos" and child.ent_type_ == "GPE" and any(c.dep_ in ("conj", "cc") for c in child.children):
                yield from conjuncts(child)


def _beside_a_name(noun: Token) -> Iterator[Token]:
    """ "The US president, Mr Roe, and his Korean counterpart": the parser joins the second to the first one's name."""
    if noun.tag_ in ("NN", "NNP"):
        yield from _second_subject(noun)
        names = (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > noun.i)
        yield from (c for name in names if name.ent_type_ == "PERSON" for c in conjuncts(name)[1:] if _is_another(c))


def _second_subject(noun: Token) -> Iterator[Token]:
    """... or makes the second a subject of its own beside the first."""
    if noun.dep_ == "nsubj" and any(c.dep_ == "cc" and c.i > noun.i for c in noun.children):
        yield from (c for c in noun.head.children if c.dep_ == "nsubj" and c.i > noun.i and _is_another(c))


def _is_another(noun: Token) -> bool:
    """Somebody else than whom the name before it names: a name, or a title with an owner or a country."""
    return noun.pos_ == "PROPN" or any(c.dep_ in ("poss", "amod", "compound") and c.i < noun.i for c in noun.children)


def repeated(noun: Token) -> Iterator[Token]:
    """ "Met with Chad's envoy and with Libya's", "backed by Chad but also by Libya": the preposition is said again."""
    if noun.dep_ == "pobj":
        before = (noun.head, *(c for c in noun.head.head.children if c.dep_ == "prep"))
        again = (c for b in before for c in b.children if c.dep_ == "conj" and c.lower_ == noun.head.lower_ and c.i > noun.i)
        yield from (n for c in again for p in c.children if p.dep_ == "pobj" for n in conjuncts(p))


def _described(noun: Token) -> Token | None:
    """ "Beijing, Iran's neighbour and ally": the parser takes the apposition for a second member of a list."""
    if noun.pos_ != "PROPN" or any(c.dep_ == "cc" for c in noun.children):
        return None
    joined = (c for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN")
    return next((c for c in joined if any(w.dep_ == "poss" and w.pos_ == "PROPN" for w in c.children)), None)
