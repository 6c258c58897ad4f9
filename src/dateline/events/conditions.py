"""Whether a row of the trigger table holds for a word: its particles, complements and object."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.events.arguments import behind_a_day, complements, object_of, role_nouns
from dateline.events.denoting import actors_of
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, lemma_of, object_class
from dateline.language.clauses import is_negated, is_passive, modal
from dateline.language.tokens import Token

_PARTICLES = ("prt", "advmod", "prep", "dative", "agent", "npadvmod", "acomp", "dep", "intj", "det")


_BODILY = frozenset({"ASSAULT", "RETREAT"})
"""Types whose deed is done to people and things: "damaged ties with Turkey" is none."""


def holds(scene: Scene, token: Token, row: Trigger) -> bool:
    """Both conditions of the row are met by the words that depend on `token`."""
    if row.with_ and not any(_has(token, wanted, row.type != "PROTEST") for wanted in row.with_):
        return False
    if row.type in _BODILY and any(scene.lemmas[o.i] in object_class("abstract") for o in _objects(scene, token)):
        return bool(row.nouns & {scene.lemmas[o.i] for o in _objects(scene, token)})
    objects = _objects(scene, token) or tuple(n for word in row.with_ for n in role_nouns(token, word))
    if not row.object or any(not row.nouns.isdisjoint(_lemmas(scene, n)) for n in objects):
        return True
    return any(_object_holds(scene, token, o) for o in row.other_conditions)


def is_reflexive(token: Token) -> bool:
    """ "will defend itself" is done to nobody else."""
    return any(c.dep_ == "dobj" and c.lower_.endswith(("self", "selves")) for c in token.children)


def _has(token: Token, wanted: str, timeless: bool = False) -> bool:
    if wanted == "to-inf":
        return any(_infinitive(c) for c in complements(token))
    if wanted == "that":
        return any(c.dep_ == "ccomp" and not _infinitive(c) for c in complements(token))
    if wanted == "ing":
        return any(c.tag_ == "VBG" for c in complements(token))
    if wanted.startswith("gov:"):
        return token.head.lemma_ == wanted[4:] and token.dep_ in ("nsubj", "nsubjpass", "dobj")
    if wanted == "own":
        return _is_owned(token)
    if wanted == "paired":
        return any(w.text in "-–" for w in token.doc[max(token.i - 6, 0) : token.i])
    return _has_particle(token, wanted, timeless)


def _has_particle(token: Token, wanted: str, timeless: bool) -> bool:
    next_to = token.i + 1 < len(token.doc) and token.nbor(1).lower_ == wanted
    if not next_to and wanted not in token.sent.forms:
        return False
    if timeless and wanted in _TEMPORAL and all(_of_time(c) for c in token.subtree if c.lower_ == wanted and c.i > token.i):
        return any(c.lower_ == wanted and c.dep_ == "prt" for c in token.children)  # "fired on Monday"
    if next_to:
        return True  # however the parser takes it: "gave way over the fee"
    if any(_is_particle(c, token, wanted) for c in token.children) or _inner_particle(token, wanted):
        return True
    return next(behind_a_day(token, wanted), None) is not None


def _is_particle(word: Token, verb: Token, wanted: str) -> bool:
    """ "In a post on Syria, he called that a lie" is not "called on"."""
    if verb.dep_ == "relcl" and word.lower_ == "against" and word.i < verb.i:
        return False  # "an invasion against which only Chad was able to hold"
    after = word.i > verb.i or verb.dep_ == "relcl" or verb.pos_ == "NOUN"
    return word.lower_ == wanted and word.dep_ in _PARTICLES and (after or wanted not in _STRANDED)


_STRANDED = frozenset({"on", "upon", "for", "in", "at", "to", "over"})
"""Prepositions that before the verb belong to no idiom with it."""


_TEMPORAL = frozenset({"on", "in", "at", "by", "over"})


def _of_time(preposition: Token) -> bool:
    nouns = [c for c in preposition.children if c.dep_ == "pobj"]
    return bool(nouns) and all(n.ent_type_ in ("DATE", "TIME") for n in nouns)


def _inner_particle(token: Token, wanted: str) -> bool:
    if any(c.dep_ == "acomp" and any(p.lower_ == wanted for p in c.children) for c in token.children):
        return True
    if any(c.lower_ == "back" and any(p.lower_ == wanted and p.dep_ == "prep" for p in c.children) for c in token.children):
        return True  # "put it back on the list"
    noun = object_of(token) if token.pos_ == "VERB" else None
    return noun is not None and any(c.lower_ == wanted and c.dep_ in ("prep", "prt", "amod", "advmod") for c in noun.children)


def _infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _is_owned(noun: Token) -> bool:
    """ "its attack", "Egypt's attack", "an Ethiopian attack", "Egypt and Sudan's attack"."""
    if any(c.dep_ == "nmod" and any(i.tag_ == "POS" for x in c.conjuncts for i in x.children) for c in noun.children):
        return True
    return any(
        c.dep_ == "poss" or (c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in ("NORP", "GPE", "ORG"))
        for c in noun.children
    )


def _object_holds(scene: Scene, token: Token, wanted: str) -> bool:
    role, _, condition = wanted.rpartition(":")
    if wanted == "own":
        return _is_owned(token)
    if wanted == "prospective":
        return any(modal(c) in ("should", "will", "would", "must") for c in complements(token))
    if wanted == "subjunctive":
        return any(_is_subjunctive(c) for c in complements(token))
    if wanted == "passive":
        return is_passive(token)
    if wanted == "none":
        return not _objects(scene, token)
    nouns = _objects(scene, token) if role == "" else _nouns(token, role)
    return any(_noun_holds(scene, noun, condition) for noun in nouns)


def _is_subjunctive(verb: Token) -> bool:
    """ "insisted that he leave", "that observers be sent", "that no troops take part"; not "that he did leave"."""
    if modal(verb) is not None or any(c.dep_ == "aux" for c in verb.children):
        return False
    passive = any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in verb.children)
    after_past = verb.tag_ == "VBP" and verb.head.tag_ in ("VBD", "VBN") and any(c.lower_ == "that" for c in verb.children)
    return verb.tag_ == "VB" or passive or after_past


def _objects(scene: Scene, token: Token) -> tuple[Token, ...]:
    known = scene.objects.get(token.i)
    if known is None:
        found = object_of(token)
        known = scene.objects[token.i] = (found,) if found is not None else ()
    return known


def _nouns(token: Token, role: str) -> Iterator[Token]:
    if role in ("comp", "that"):
        yield from (c for c in complements(token) if not is_negated(c))
    elif role == "notcomp":
        yield from (c for c in complements(token) if is_negated(c))
    elif role in ("acomp", "attr"):
        yield from (c for c in token.children if c.dep_ in ("acomp", "attr", "oprd"))
    elif role == "compound":
        yield from (c for c in token.children if c.dep_ in ("compound", "nmod", "nsubj", "amod"))
    elif role == "sub":
        yield from _predicate_words(token)
    else:
        yield from role_nouns(token, role)


def _predicate_words(token: Token) -> Iterator[Token]:
    """The words that are predicated of the object: "called it an insult", "dismissed it as a farce"; not "what she called X"."""
    if any(child.lower_ == "what" for child in token.children) or _calls_upon(token):
        return
    for child in token.children:
        if child.i > token.i and (child.dep_ in ("oprd", "ccomp", "xcomp", "acomp", "dobj", "dep") or child.lower_ == "as"):
            words = _without_their_objects(child) if child.lower_ == "as" else _said_of(token, child)
            near = (w for w in words if w.i - token.i < 25 and w.pos_ in ("NOUN", "ADJ", "VERB", "PROPN"))
            yield from (w for w in near if not any(t.text == ":" for t in token.doc[token.i : w.i]))


def _said_of(verb: Token, child: Token) -> Iterator[Token]:
    """The words of a predicate; of what is dismissed those after "as", for "dismissed the threat" calls nothing a threat."""
    words = tuple(child.subtree)
    if lemma_of(verb) != "dismiss":
        return iter(words)
    return iter(words[next((n for n, w in enumerate(words) if w.lower_ == "as"), len(words)) :])


def _calls_upon(token: Token) -> bool:
    """ "called on the court to look into crimes" names nothing a crime."""
    return lemma_of(token) == "call" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("on", "upon")


_TOWARDS = frozenset({"to", "against", "by", "from", "for", "on"})


def _without_their_objects(preposition: Token) -> Iterator[Token]:
    """ "as a response to Chad's threat" calls nothing a threat."""
    phrases = [c for noun in preposition.children for c in noun.children if c.lower_ in _TOWARDS]
    aside = {w.i for phrase in phrases for w in phrase.subtree}
    yield from (w for w in preposition.subtree if w.i not in aside)


def _noun_holds(scene: Scene, noun: Token, condition: str) -> bool:
    test = _TESTS.get(condition)
    if test is not None:
        return test(scene, noun)
    lemmas = _lemmas(scene, noun)
    return not lemmas.isdisjoint(object_class(condition[1:])) if condition.startswith("@") else condition in lemmas


def _is_state(scene: Scene, noun: Token) -> bool:
    found = scene.cast.at(noun)
    return found is not None and scene.is_state(found)


def _is_gerund(scene: Scene, noun: Token) -> bool:
    word = scene.words[noun.i]
    return word.endswith("ing") and len(noun) > 5 and noun.dep_ == "dobj" and word not in object_class("meeting")


def _is_counted(_scene: Scene, noun: Token) -> bool:
    return noun.like_num or noun.pos_ == "PRON" or any(c.dep_ == "nummod" for c in noun.children)


def _is_named_person(scene: Scene, noun: Token) -> bool:
    people = (scene.cast.actor(a) for a in actors_of(scene, noun))
    return any(a.kind == "person" and a.name[:1].isupper() for a in people)


def _is_people(scene: Scene, noun: Token) -> bool:
    """The noun itself denotes people, not a thing of theirs."""
    found = scene.cast.at(noun)
    return noun.ent_type_ == "NORP" or (found is not None and scene.cast.actor(found).kind in ("person", "people"))


_TESTS: dict[str, Callable[[Scene, Token], bool]] = {
    "any": lambda _scene, _noun: True,
    "actor": lambda scene, noun: bool(actors_of(scene, noun)),
    "place": lambda scene, noun: scene.place_at(noun) is not None or _is_state(scene, noun),
    "state": _is_state,
    "gerund": _is_gerund,
    "count": _is_counted,
    "person": _is_named_person,
    "people": _is_people,
    "threat": lambda _scene, noun: _is_threatening(noun),
    "sanctionlist": lambda scene, noun: any(scene.lemmas[w.i] == "list" for w in noun.subtree) and _is_of_sanctioned(scene, noun),
    "reprisal": lambda scene, noun: any(scene.lemmas[o.i] in object_class("reprisal") for o in _objects(scene, noun)),
}
"""What a condition other than a lemma or a class of lemmas asks of a noun (of a verb, for "threat" and "reprisal")."""


def _lemmas(scene: Scene, noun: Token) -> frozenset[str]:
    known = scene.kinds.get(noun.i)
    if known is None:
        known = frozenset(form for w in _heads(noun) for form in (scene.lemmas[w.i], scene.words[w.i]))
        scene.kinds[noun.i] = known
    return known


def _heads(noun: Token) -> Iterator[Token]:
    """The noun, its conjuncts, and what it measures: "30 tonnes of medicine", "a group of soldiers"."""
    for head in (noun, *noun.conjuncts):
        yield head
        if head.like_num or len(head) < 4:
            yield from (c for c in head.subtree if c.tag_ == "$" and c.i < head.i)
        if head.lemma_.lower() in object_class("measure") or head.like_num or any(c.dep_ == "nummod" for c in head.children):
            yield from role_nouns(head, "of")


def _is_of_sanctioned(scene: Scene, noun: Token) -> bool:
    """ "The list of sanctioned firms", "the |state sponsor| of terrorism list"."""
    return any(scene.lemmas[w.i] in object_class("of-sanctioned") for w in noun.subtree)


def _is_threatening(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    ahead = any(c.tag_ == "MD" and c.lower_ in ("will", "would", "could", "shall", "'ll", "might", "may") for c in verb.children)
    return ahead and lemma in object_class("consequence")
