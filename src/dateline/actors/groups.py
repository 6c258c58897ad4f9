"""Groups that are named by their number: "both sides", "the two countries", "the two leaders", "all three", "the pair"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.phrasing import determiner, is_definite, is_plural, modifiers, number
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns

PERSONS_BACK = 4
"""Sentences within which "the two leaders" were named."""
_UNCOUNTED = frozenset({"sides", "parties"})


def group(scene: Scene, head: int) -> str | None:
    """The members last named, as many as the phrase counts; None where the phrase counts nobody named before."""
    cols = scene.cols
    if not _may_point_back(scene, head):
        return None
    if cols.lower[head] == "both":
        return _floating(scene, head)
    lemma, count = cols.lemma[head], number(cols, head)
    if count is None and cols.lower[head] in _UNCOUNTED and determiner(cols, head) != "all":
        count = 2
    if count is None:
        return _pair_named(scene, head) if lemma == "leader" and is_plural(cols, head) else None
    if lemma in discourse_nouns("members_persons"):
        return _counted_before(scene, head, count) or _last(scene, head, count, persons=True)
    if lemma in discourse_nouns("members_states"):
        return _last(scene, head, count, persons=False)
    if lemma in ("two", "three", "pair"):
        return _counted_before(scene, head, count) or _last(scene, head, count, persons=False)
    return None


def _pair_named(scene: Scene, head: int) -> str | None:
    """ "The leaders", where this sentence and the one before have named just two people."""
    named = {d.key for _, d in scene.before(head, 1) if d.key.startswith("person:")}
    return joined(scene, tuple(sorted(named))).key if len(named) == 2 else None


def _may_point_back(scene: Scene, head: int) -> bool:
    """Definite and plain: nothing in the phrase says itself who is meant."""
    cols = scene.cols
    if cols.kid(head, "relcl", "acl") is not None or any(cols.lower[k] == "of" for k in cols.kids[head]):
        return False
    if head + 1 < len(cols) and (head + 1 in scene.lent or cols.tag[head + 1] in ("NNP", "NNPS")):
        return False
    word = determiner(cols, head)
    if word == "both" and cols.lemma[head] in discourse_nouns("relational"):
        return False
    definite = word in ("the", "both", "all", "these", "those") or cols.lower[head] in ("both", "pair")
    return definite and all(cols.lower[m] in discourse_nouns("group_adjective") for m in modifiers(cols, head))


def _floating(scene: Scene, head: int) -> str | None:
    """ "China and Japan both claimed": the quantifier of a joint subject."""
    subject = scene.cols.subject(scene.cols.clause(head))
    members = scene.coordinated(subject) if subject is not None and subject < head else ()
    return joined(scene, members).key if len(members) == 2 else None


def _counted_before(scene: Scene, head: int, count: int) -> str | None:
    """ "The pair": people whom the last sentences counted ("two engineers")."""
    for position, draft in scene.before(head, 2):
        counted = number(scene.cols, position) == count and not is_definite(scene.cols, position)
        if draft.kind == "people" and counted:
            return draft.key
    return None


def _last(scene: Scene, head: int, count: int, *, persons: bool) -> str | None:
    shut_out = _own_subject(scene, head)
    found: list[str] = []
    for key in _named_persons(scene, head) if persons else _named_states(scene, head):
        if key not in found and key != shut_out:
            found.append(key)
        if len(found) == count:
            return joined(scene, tuple(reversed(found))).key
    return None


def _own_subject(scene: Scene, head: int) -> str | None:
    """Who acts upon the group is not in it: "Sudan urged both sides"."""
    cols = scene.cols
    if cols.dep[head] in ("nsubj", "nsubjpass"):
        return None
    verb = cols.clause(head)
    while cols.subject(verb) is None and cols.head[verb] != verb:
        verb = cols.head[verb]
    subject = cols.subject(verb)
    return scene.actor(subject) if subject is not None and subject < head else None


def _named_states(scene: Scene, head: int) -> Iterator[str]:
    for token in range(head - 1, -1, -1):
        if token in scene.states and not _in_a_title(scene, token):
            yield scene.states[token]


def _in_a_title(scene: Scene, token: int) -> bool:
    """ "US envoy Daniel Whitfield" speaks of a person, not of the state."""
    cols = scene.cols
    for governor in (token, *cols.ancestors(token)):
        if governor in scene.names and scene.drafts[scene.names[governor].key].kind == "person":
            return True
        if cols.dep[governor] not in ("compound", "amod", "nmod"):
            return False
    return False


def _named_persons(scene: Scene, head: int) -> Iterator[str]:
    for _, draft in scene.before(head, PERSONS_BACK):
        if draft.key.startswith("person:"):
            yield draft.key


def joined(scene: Scene, members: tuple[str, ...]) -> Draft:
    """A group of actors as one actor."""
    drafts = [scene.drafts[m] for m in members]
    name = " and ".join([", ".join(d.name for d in drafts[:-1]), drafts[-1].name])
    countries = {d.country for d in drafts}
    draft = Draft(f"group:{'|'.join(sorted(members))}", name, "other", (), members=members, plural=True)
    draft.country = countries.pop() if len(countries) == 1 else None
    draft.reason = "group of actors named before"
    return scene.add(draft)
