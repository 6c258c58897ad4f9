"""Which words of the article carry an event, by the trigger table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.events.arguments import role_nouns
from dateline.events.conditions import holds, is_reflexive
from dateline.events.idioms import about_games, idiomatic
from dateline.events.nonevents import tells_nothing
from dateline.events.retyping import retyped
from dateline.events.scene import Scene
from dateline.knowledge.triggers import Trigger, trigger_lemmas, triggers
from dateline.language.clauses import direct_object
from dateline.language.tokens import Token

VERBAL = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "ACCUSE", "CONSULT"})
_COVERING = frozenset({"AGREE", "REQUEST", "THREATEN", "REJECT", "SUPPORT"})
"""Types whose complement is what the act is about, not a further event: "agreed to impose sanctions"."""
_VIOLENT = frozenset({"ASSAULT", "PROTEST", "COERCE", "REJECT", "MOBILIZE"})
_MATERIAL = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
_PATH = frozenset(
    {
        "acomp",
        "xcomp",
        "ccomp",
        "dobj",
        "pobj",
        "pcomp",
        "prep",
        "conj",
        "acl",
        "nsubjpass",
        "advcl",
        "dative",
        "agent",
        "oprd",
        "nsubj",
        "compound",
    }
)


_COMPLEMENTING = frozenset({"of", "to", "for", "on", "against", "from", "with", "by", "about", "at", "into"})


@dataclass(frozen=True)
class Find:
    """A word that carries an event, and the row of the table that says so."""

    token: Token
    row: Trigger


def finds(scene: Scene, taken: frozenset[int] = frozenset()) -> tuple[Find, ...]:
    """All triggers of the article, in order; those that only say what another speech act is about are left out.

    `taken` are the indices of verbs that perform a speech act by their whole clause.
    """
    document, lemmas = scene.document, trigger_lemmas()
    dull, games = idiomatic(scene), about_games(scene)
    found = {}
    for index, lemma in enumerate(scene.lemmas):
        if lemma not in lemmas or index in dull or index in taken:
            continue
        token = document.doc[index]
        if (row := _row(scene, token)) is not None:
            if row.type in _MATERIAL and _of_dull(token, dull):
                continue
            if row.type in _VIOLENT and document.paragraph_at(token.idx).start in games:
                continue
            found[token.i] = Find(token, row)
    return tuple(f for f in found.values() if not _covered(f, found, taken))


def _of_dull(token: Token, dull: frozenset[int]) -> bool:
    """ "waging trade wars": what is waged is a figure of speech."""
    noun = direct_object(token) if token.pos_ == "VERB" else None
    return noun is not None and noun.i in dull


def _row(scene: Scene, token: Token) -> Trigger | None:
    word_class = _word_class(token)
    rows = triggers().get((scene.lemmas[token.i], word_class), ()) if word_class else ()
    if not rows or is_reflexive(token):
        return None
    found = next((row for row in rows if holds(scene, token, row) and not tells_nothing(scene, token, row)), None)
    return retyped(scene, token, found) if found is not None else None


def _word_class(token: Token) -> str | None:
    if token.dep_ == "prep" and token.tag_ != "VBD":
        return None  # "given our history"
    if (token.pos_ == "VERB" and token.dep_ not in ("amod", "compound")) or (
        token.pos_ == "AUX" and token.lemma_ == "be" and token.dep_ not in ("aux", "auxpass")
    ):
        return "verb"
    if token.pos_ == "NOUN":
        return "noun"
    return None


def _covered(find: Find, found: Mapping[int, Find], taken: frozenset[int]) -> bool:
    """Within the complement or object of a speech act, or the object that a light verb has already used."""
    node = find.token
    for ancestor in _ancestors(node):
        if ancestor.i in taken:
            return True
        above = found.get(ancestor.i)
        if above is not None and _absorbs(above, find):
            return True
    return False


def _ancestors(node: Token) -> Iterator[Token]:
    """Upwards as long as `node` is a complement, object or modifier, and not a clause of its own."""
    while node.head != node and node.dep_ in _PATH and not _independent(node):
        node = node.head
        yield node


def _independent(node: Token) -> bool:
    if node.dep_ == "conj":
        return node.pos_ in ("VERB", "AUX") and node.head.pos_ in ("VERB", "AUX") and not _shared_infinitive(node)
    if node.dep_ == "advcl":
        return not any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
    if node.dep_ == "nsubj" or (node.dep_ == "prep" and node.lower_ not in _COMPLEMENTING):
        return True
    return node.dep_ == "ccomp" and node.i < node.head.i


def _told_in_full(find: Find) -> bool:
    """A deed with its doer before and its target after it."""
    children = list(find.token.children)
    if find.row.type not in _MATERIAL:
        return False
    whose = any(c.dep_ == "poss" for c in children)
    of_by = any(c.lower_ == "of" for c in children) and bool(role_nouns(find.token, "by"))
    return of_by or (whose and any(c.lower_ in ("on", "against") for c in children))


def _is_what_for(verb: Token, deed: Token) -> bool:
    """Whether the deed itself stands after "for": what somebody is thanked or praised for."""
    return deed.dep_ in ("pcomp", "pobj") and deed.head.lower_ == "for" and deed.head.head == verb


def _says_how(verb: Token) -> bool:
    """ "hit back by imposing tariffs", "imposed sanctions targeting Chad": one penalty, told in two verbs."""
    return verb.dep_ == "acl" or (verb.dep_ == "pcomp" and verb.head.lower_ == "by")


def _shared_infinitive(node: Token) -> bool:
    return node.tag_ == "VB" and node.head.tag_ == "VB"


def _absorbs(above: Find, find: Find) -> bool:
    if above.row.type == find.row.type == "SANCTION" and _says_how(find.token):
        return True
    if above.token.lemma_ == "vote" and above.row.type == "SANCTION":
        return True
    if above.row.type == "SUPPORT" and _is_what_for(above.token, find.token):
        return False  # "thanked Iran for freeing two men": freed they are
    if find.row.word_class == "noun" and find.row.type == "THREATEN":
        return above.row.type == "THREATEN"  # "asked Egypt to drop its threat": the threat has been made
    if find.row.word_class == "noun" and above.row.type in ("ACCUSE", "SUPPORT") and _told_in_full(find):
        return False  # "praised Russia's strike on Aleppo": the strike is told too
    if find.row.word_class == "noun":
        return above.row.word_class == "verb" and (
            above.row.type in VERBAL or direct_object(above.token) == find.token or above.row.type == find.row.type
        )
    return above.row.type in _COVERING or (above.row.type == "ACCUSE" and find.row.type in VERBAL)
