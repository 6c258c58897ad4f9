"""Departures from "the last subject": names after their pronoun, and objects that "them" or a passive "it" takes up."""

from __future__ import annotations

from dateline.actors.phrasing import determiner
from dateline.actors.scene import Scene
from dateline.knowledge.discourse import discourse_nouns

_ANYBODY = frozenset({"one", "man", "woman", "person"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_SO = frozenset({"so", "before", "until", "once", "unless", "that"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def coming(scene: Scene, token: int) -> str | None:
    """ "After being briefed by his army, Shin Kyung-min asked ...": the person who is the subject after a fronted adjunct."""
    cols = scene.cols
    if cols.tag[token] != "PRP$" or token in scene.quoted:
        return None
    start, end = cols.sentences[cols.sentence[token]]
    if any(scene.names[i].key.startswith("person:") for i in range(start, token) if i in scene.names):
        return None
    for i in range(token + 1, end):
        if cols.dep[i] in _SUBJECTS and cols.head[cols.head[i]] == cols.head[i]:
            named = i in scene.names and scene.names[i].key.startswith("person:")
            return scene.actor(i) if named and _is_fronted(scene, token, cols.head[i]) else None
        if cols.dep[i] in _SUBJECTS:
            return None
    return None


def _is_fronted(scene: Scene, token: int, verb: int) -> bool:
    """Does the token stand in a phrase or clause that depends on the verb and comes before its subject?"""
    cols = scene.cols
    adjunct = next((a for a in (token, *cols.ancestors(token)) if cols.head[a] == verb), None)
    return adjunct is not None and adjunct < verb and cols.dep[adjunct] in ("prep", "advcl", "npadvmod")


def plural_object(scene: Scene, token: int) -> int | None:
    """The last plural object before "them" in the sentence and after its last subject: "bring the troops home, not send them"."""
    cols = scene.cols
    start = cols.sentences[cols.sentence[token]][0]
    for i in range(token - 1, start - 1, -1):
        if cols.dep[i] in _SUBJECTS and cols.tag[i] not in ("PRP", "WP", "WDT"):
            return None
        if cols.dep[i] in _OBJECTS and cols.tag[i] in ("NNS", "NNPS") and cols.lower[i - 1] != "of":
            return i
    return None


def same_object(scene: Scene, token: int) -> str | None:
    """ "Arrested X and beat him": the object of the verb to which that of the pronoun is joined without a subject of its own."""
    cols, verb = scene.cols, scene.cols.head[token]
    if cols.dep[token] not in ("dobj", "dative") or cols.tag[token] != "PRP" or cols.dep[verb] != "conj":
        return None
    shared = cols.pos[cols.head[verb]] == "VERB" and not any(cols.dep[k] in _SUBJECTS for k in cols.kids[verb])
    object_ = cols.kid(cols.head[verb], "dobj") if shared else None
    return scene.actor(object_) if object_ is not None and object_ < token else None


def things_made(scene: Scene, token: int) -> int | None:
    """ "We will finish the procedures and they will become law": the plural object before the clause of "they"."""
    cols, verb = scene.cols, scene.cols.head[token]
    if cols.dep[token] not in _SUBJECTS or cols.dep[verb] != "conj" or not cols.head[verb] < token:
        return None
    object_ = cols.kid(cols.head[verb], "dobj")
    return object_ if object_ is not None and object_ < token and cols.tag[object_] == "NNS" else None


def joined_before(scene: Scene, token: int) -> str | None:
    """ "Oligarchs and the companies they own": the people to whom the noun that "they" qualifies is joined."""
    cols, verb = scene.cols, scene.cols.head[token]
    noun = cols.head[verb]
    if cols.lower[token] != "they" or cols.dep[verb] != "relcl" or cols.dep[noun] != "conj" or not noun < token:
        return None
    people = scene.draft(cols.head[noun])
    return people.key if people is not None and people.kind == "people" and cols.head[noun] < noun else None


def is_thing(scene: Scene, token: int) -> bool:
    """ "Miniaturize a weapon so it could be placed": the passive takes up the object, which is no actor."""
    cols, verb = scene.cols, scene.cols.head[token]
    above, object_ = cols.head[verb], cols.kid(cols.head[verb], "dobj")
    if cols.lower[token] != "it" or cols.dep[token] != "nsubjpass" or cols.dep[verb] not in ("advcl", "ccomp"):
        return False
    marked = any(cols.lower[k] in _SO for k in (token - 1, *cols.kids[verb]) if k < token)
    return (
        marked
        and cols.kid(above, "nsubjpass") is None
        and object_ is not None
        and object_ < token
        and cols.tag[object_] == "NN"
        and scene.actor(object_) is None
    )


def bearer(scene: Scene, token: int) -> int | None:
    """Whose deed "its" or "their" names in the reason for a penalty or a judgement, in a warning, or in what one is helped in.

    "Sanctions on Chad for its raid", "warned Chad that its raid", "backs Chad in its fight": Chad's, whoever the subject is.
    """
    cols, noun = scene.cols, scene.cols.head[token]
    if cols.tag[token] != "PRP$" or not token < noun:
        return None
    above = cols.head[noun]
    if cols.dep[noun] in _SUBJECTS and cols.dep[above] == "ccomp" and cols.head[above] < token:
        warning = cols.head[above]
        return cols.kid(warning, "dobj") if cols.lemma[warning] in ("warn", "remind") else None
    if cols.dep[noun] != "pobj" or cols.dep[above] != "prep":
        return None
    if cols.lower[above] in ("for", "over"):
        return _penalised(scene, above)
    return _helped(scene, above) if cols.lower[above] == "in" else None


def _penalised(scene: Scene, preposition: int) -> int | None:
    """The nearest before the preposition, in its clause, upon whom a penalty is put or who is judged."""
    cols = scene.cols
    start = cols.sentences[cols.sentence[preposition]][0]
    for i in range(preposition - 1, start - 1, -1):
        head = cols.head[i]
        if cols.dep[i] in _SUBJECTS:
            return None
        if cols.dep[i] == "pobj" and cols.lower[head] in ("on", "against") and _is_penal(scene, cols.head[head]):
            return i
        if cols.dep[i] == "dobj" and cols.lemma[head] in discourse_nouns("judges"):
            return i
    return None


def _is_penal(scene: Scene, governor: int) -> bool:
    object_ = scene.cols.kid(governor, "dobj")
    return any(scene.cols.lemma[i] in discourse_nouns("penalty") for i in (governor, object_) if i is not None)


def _helped(scene: Scene, preposition: int) -> int | None:
    """ "Stands behind Chad in its fight", "helped Chad in its talks"."""
    cols, verb = scene.cols, scene.cols.head[preposition]
    if cols.lemma[verb] in discourse_nouns("stands"):
        beside = next((k for k in cols.kids[verb] if cols.lower[k] in ("behind", "with", "by") and k < preposition), None)
        return cols.kid(beside, "pobj") if beside is not None else None
    return cols.kid(verb, "dobj") if cols.lemma[verb] in discourse_nouns("helps") else None


def possessed_beside(scene: Scene, token: int) -> str | None:
    """ "Assad and his regime": whose name stands beside."""
    cols = scene.cols
    if cols.tag[token] != "PRP$" or cols.dep[cols.head[token]] != "conj":
        return None
    partner = cols.head[cols.head[token]]
    joined_to = cols.dep[token - 1] == "cc" and cols.lower[token - 1] in ("and", "or")
    return scene.actor(partner) if partner == token - 2 and joined_to else None


def of_topic(scene: Scene, position: int) -> bool:
    """ "Even as Trump advisers insisted": whose people the subject is."""
    cols = scene.cols
    return cols.dep[position] == "compound" and cols.dep[cols.head[position]] in _SUBJECTS and position in scene.names


def is_expletive(scene: Scene, token: int) -> bool:
    """ "It is likely that", "it is widely reported": the pronoun stands for a clause."""
    cols = scene.cols
    if cols.lower[token] != "it" or cols.dep[token] not in _SUBJECTS:
        return False
    verb = cols.head[token]
    if cols.pos[verb] not in ("VERB", "AUX"):
        return True
    clausal = any(cols.dep[k] in ("ccomp", "csubj", "xcomp", "advcl") for k in cols.kids[verb] if k > token)
    if cols.dep[token] == "nsubjpass":
        return clausal
    if cols.lemma[verb] == "come" and any(cols.lower[k] in ("to", "down") for k in cols.kids[verb] if k > token):
        return True  # "when it comes to freedom"
    return cols.lemma[verb] in ("be", "seem", "appear", "take", "become") and any(
        cols.dep[k] in ("acomp", "attr", "oprd", "prep") or clausal for k in cols.kids[verb] if k > token
    )


def is_nobodys(scene: Scene, token: int) -> bool:
    """ "Nobody gave up his house", "no one in his senses": of the clause's own subject or of the noun around, which is nobody."""
    cols = scene.cols
    own = cols.subject(cols.clause(token)) if cols.dep[token] == "poss" else None
    around = next((i for i in cols.ancestors(token) if i < token and cols.pos[i] in ("NOUN", "PROPN", "PRON")), None)
    return any(_means_nobody(scene, i) for i in (own, around) if i is not None and i < token)


def _means_nobody(scene: Scene, token: int) -> bool:
    cols = scene.cols
    return cols.lower[token] == "nobody" or (cols.lower[token] in _ANYBODY and determiner(cols, token) == "no")
