"""Offices that stand beside people's names anywhere in the article, for descriptions that come before the name.

"The national security adviser warned ..." some paragraphs above "John Bolton, the national security adviser".
"""

from __future__ import annotations

from dateline.actors.lexicon import Noun, longest_noun, office_words
from dateline.actors.name_runs import RANKS
from dateline.actors.owners import Owner, home_country, salient_country
from dateline.actors.phrasing import bare_start, is_definite, modifiers
from dateline.actors.scene import Announced, Draft, Scene

_RANKED = frozenset({"vice", "deputy", "assistant", "acting", "former", "ex", "then", "late", "retired", "next", "future"})
_SMALL = frozenset({"of", "the", "for", "to", "-", "new", "top", "senior", "own"})
_TITLE = 6
"""Tokens before a name that its title may take."""


def announce(scene: Scene) -> None:
    """Fill `scene.announced` with the titles before names and the offices in apposition to them."""
    for head, mention in scene.names.items():
        if scene.drafts[mention.key].kind == "person":
            found = [_title(scene, mention.start), *_apposed(scene, head, mention.end)]
            told = [one for one in found if one is not None]
            if told:
                scene.announced.setdefault(mention.key, []).extend(told)
    for office, head in scene.linked.items():
        if (key := scene.names[head].key).startswith("person:") and scene.cols.lower[office] != "one":
            words = range(bare_start(scene.cols, office), office + 1)
            scene.announced.setdefault(key, []).append(_announced(scene, [*words]))


def _title(scene: Scene, start: int) -> Announced | None:
    cols, first = scene.cols, start
    while first > max(start - _TITLE, 0) and cols.sentence[first - 1] == cols.sentence[start] and _is_title(scene, first - 1):
        first -= 1
    noun = longest_noun([_in_full(w) for w in cols.lower[first:start] if w != "-"])
    return _announced(scene, [*range(first, start)]) if noun is not None and noun.human else None


def _apposed(scene: Scene, head: int, end: int) -> list[Announced]:
    cols = scene.cols
    nouns = [k for k in cols.kids[head] if cols.dep[k] == "appos" and k >= end and cols.tag[k] in ("NN", "NNP")]
    return [_announced(scene, [*range(bare_start(cols, k), k + 1)]) for k in nouns if k not in scene.names]


def _is_title(scene: Scene, token: int) -> bool:
    cols = scene.cols
    known = token in scene.states or cols.lower[token] in office_words() or cols.tag[token] == "POS"
    return known or (
        cols.tag[token] in ("NNP", "NN", "JJ") and token not in scene.lent and cols.dep[token] in ("compound", "amod")
    )


def _announced(scene: Scene, tokens: list[int]) -> Announced:
    state = next((scene.drafts[scene.states[i]].country for i in tokens if i in scene.states), None)
    words = frozenset(_in_full(scene.cols.lower[i]) for i in tokens if i not in scene.states and i not in scene.lent)
    return Announced(words - _SMALL, state)


def _in_full(word: str) -> str:
    """ "Gen." is a general."""
    return RANKS.get(word.strip("."), word)


def named_elsewhere(scene: Scene, head: int, wanted: set[str], whose: Owner, noun: Noun) -> str | None:
    """The one person of the article who is named with this office, before or after; None where two may be meant."""
    if not noun.office or wanted & _RANKED or scene.cols.kid(head, "relcl", "acl") is not None:
        return None
    if whose.key is not None and whose.country is None:
        return None
    sought = wanted - _SMALL
    people = [d for key in scene.announced if _is_of(d := scene.drafts[key], scene.announced[key], sought, whose)]
    if whose.country is None and len(people) > 1:
        if not is_definite(scene.cols, head) or modifiers(scene.cols, head):
            return None
        country = salient_country(scene, head, subjects_only=True) or home_country(scene)
        people = [d for d in people if d.country == country]
    return people[0].key if len(people) == 1 else None


def _is_of(draft: Draft, told: list[Announced], sought: set[str], whose: Owner) -> bool:
    for one in told:
        state = one.country or draft.country
        same_state = whose.country is None or state in (None, whose.country)
        if same_state and sought <= one.words and not (_RANKED & (one.words - sought)):
            return True
    return False


def own_president(scene: Scene, head: int, found: str, whose: Owner, noun: Noun) -> str | None:
    """ "The president" in a paper of his state, where the last president named is a guest who was no subject."""
    home = home_country(scene)
    if whose.key or whose.country or noun.words != ("president",) or home in (None, scene.drafts[found].country):
        return None
    near = list(scene.before(head, 2))
    if any(draft.key == found and scene.is_subject(position) for position, draft in near):
        return None
    ours = {d.key for _, d in scene.before(head) if d.country == home and "president" in d.offices and "vice" not in d.offices}
    return ours.pop() if len(ours) == 1 else None
