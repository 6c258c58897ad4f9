"""Groups that are named by their number: "both sides", "the two countries", "the two leaders", "all three", "the pair"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.actors.anaphors import leads, same_people
from dateline.actors.bodies import state_draft
from dateline.actors.lexicon import Noun
from dateline.actors.phrasing import determiner, is_definite, is_plural, modifiers, number
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.states import dependencies

_ANYBODY = Noun(("people",), "people", "CVL", None, False, True)
PERSONS_BACK = 4
"""Sentences within which "the two leaders" were named."""
STATES_BACK = 3
"""Sentences within which "both sides" were named, if two were."""
_WHERE = frozenset({"in", "at", "near", "inside", "outside", "across", "into", "around", "throughout"})
_UNCOUNTED = frozenset({"sides", "parties"})
_POINTING = frozenset({"the", "both", "all", "these", "those"})


def group(scene: Scene, head: int) -> str | None:
    """The members last named, as many as the phrase counts; None where the phrase counts nobody named before."""
    cols = scene.cols
    if not _may_point_back(scene, head):
        return None
    if cols.lower[head] == "both":
        return _floating(scene, head)
    if (namesakes := _namesakes(scene, head)) is not None:
        return namesakes
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
        people = _counted_before(scene, head, count) or _persons_told_of(scene, head, count)
        return people or _last(scene, head, count, persons=False)
    return None


def _namesakes(scene: Scene, head: int) -> str | None:
    """ "The two Koreas": the states whose names end in the same word, where the phrase means all of them."""
    cols = scene.cols
    if not cols.words[head][0].isupper() or not cols.lower[head].endswith("s"):
        return None
    word = cols.lower[head][:-1]
    named = [country for country, entry in scene.known.states.items() if entry.name.casefold().split()[-1] == word]
    states = [country for country in named if country not in dependencies()]
    if len(states) < 2 or number(cols, head) not in (None, len(states)):
        return None
    found = (state_draft(scene, country) for country in sorted(states))
    return joined(scene, tuple(draft.key for draft in found if draft is not None)).key


def _pair_named(scene: Scene, head: int) -> str | None:
    """ "The leaders", where this sentence and the one before have named just two people."""
    named = {d.key for _, d in scene.before(head, 1) if d.key.startswith("person:")}
    lead = len(named) == 2 and all(leads(scene.drafts[key]) for key in named)
    return joined(scene, tuple(sorted(named))).key if lead else None


def _may_point_back(scene: Scene, head: int) -> bool:
    """Definite and plain: nothing in the phrase says itself who is meant."""
    cols, word = scene.cols, determiner(scene.cols, head)
    if word not in _POINTING and cols.lower[head] not in ("both", "pair"):
        return False
    if cols.kid(head, "relcl", "acl") is not None or any(cols.lower[k] == "of" for k in cols.kids[head]):
        return False
    if any(k > head and cols.dep[k] in ("amod", "advmod") for k in cols.kids[head]):
        return False
    if head + 1 < len(cols) and (head + 1 in scene.lent or cols.tag[head + 1] in ("NNP", "NNPS")):
        return False
    if word == "both" and cols.lemma[head] in discourse_nouns("relational"):
        return False
    return all(cols.lower[m] in discourse_nouns("group_adjective") for m in modifiers(cols, head))


def _persons_told_of(scene: Scene, head: int, count: int) -> str | None:
    """ "The two" after "Kim met Xi, and later Moon": the subject of the sentence before and whom it names last."""
    before = [(p, d) for p, d in scene.before(head, 1) if d.key.startswith("person:")]
    subject = next((d.key for p, d in before if scene.is_subject(p)), None)
    if count != 2 or subject is None:
        return None
    other = next((d.key for _, d in before if d.key != subject), None)
    return joined(scene, tuple(sorted((subject, other)))).key if other is not None else None


def _floating(scene: Scene, head: int) -> str | None:
    """ "China and Japan both claimed": the quantifier of a joint subject."""
    subject = scene.cols.subject(scene.cols.clause(head))
    members = scene.coordinated(subject) if subject is not None and subject < head else ()
    return joined(scene, members).key if len(members) == 2 else None


def _counted_before(scene: Scene, head: int, count: int) -> str | None:
    """ "The pair": people whom the last sentences counted ("two engineers"), or the only people of that number in the article."""
    for position, draft in scene.before(head, 2):
        counted = number(scene.cols, position) == count and not is_definite(scene.cols, position)
        if draft.kind == "people" and counted:
            return draft.key
    return same_people(scene, head, _ANYBODY)


def _last(scene: Scene, head: int, count: int, *, persons: bool) -> str | None:
    if not persons and (states := _states_of_leaders(scene, head, count)) is not None:
        return joined(scene, states).key
    shut_out = _own_subject(scene, head)
    named = list(_named_persons(scene, head)) if persons else list(_named_states(scene, head, count))
    outside = scene.drafts[shut_out] if shut_out else None
    country = outside.country if outside is not None and not persons and outside.kind == "government_body" else None
    if scene.cols.lemma[head] == "party" and not persons:
        found = list(dict.fromkeys(named))
        pair = _side_by_side(scene, head, found, count)
        return joined(scene, pair).key if pair is not None else None
    found = [key for key in dict.fromkeys(named) if key != shut_out and (not country or scene.drafts[key].country != country)]
    if len(found) <= count or (pair := _of_topic(scene, head, found, count, persons=persons)) is None:
        return joined(scene, tuple(reversed(found))).key if len(found) == count else None
    return joined(scene, pair).key


def _states_of_leaders(scene: Scene, head: int, count: int) -> tuple[str, ...] | None:
    """ "The deal that President Obama struck with President Xi, in which the two countries agreed": theirs."""
    people = dict.fromkeys(d.key for _, d in scene.before(head, 0) if d.key.startswith("person:"))
    leaders = [scene.drafts[key] for key in people if leads(scene.drafts[key])]
    states = tuple(dict.fromkeys(d.key for person in leaders if (d := state_draft(scene, person.country or "")) is not None))
    return states if len(people) == len(leaders) == len(states) == count else None


def _of_topic(scene: Scene, head: int, found: list[str], count: int, *, persons: bool) -> tuple[str, ...] | None:
    """Of more actors than the phrase counts: those last named side by side, else those of whom the text so far speaks most."""
    together = _side_by_side(scene, head, found, count)
    if together is not None:
        return together
    recent = found[:count]
    told = _times_named(scene, head, persons=persons)
    most = sorted(found, key=lambda key: -told[key])
    if told[most[count - 1]] == told[most[count]]:
        return tuple(reversed(recent)) if min(told[k] for k in recent) == told[most[count - 1]] else None
    return tuple(sorted(most[:count], key=lambda key: -found.index(key)))


def _times_named(scene: Scene, head: int, *, persons: bool) -> Counter[str]:
    if persons:
        return Counter(d.key for _, d in scene.before(head))
    return Counter(key for token, key in scene.states.items() if token < head)


def _side_by_side(scene: Scene, head: int, found: list[str], count: int) -> tuple[str, ...] | None:
    """ "Egypt and Sudan", "between China and Japan" in this sentence or the two before."""
    cols = scene.cols
    start = cols.sentences[max(cols.sentence[head] - 2, 0)][0]
    for token in range(head - 1, start - 1, -1):
        if cols.dep[token] != "conj" and cols.kid(token, "conj") is not None and (token in scene.names or token in scene.states):
            members = scene.coordinated(token, head)
            if len(members) == count and set(members) <= set(found):
                return members
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


def _named_states(scene: Scene, head: int, count: int) -> Iterator[str]:
    """The states named in the last sentences, the nearest first, without territories of others; further back as far as needed."""
    seen: set[str] = set()
    near = scene.cols.sentence[head] - STATES_BACK
    for token in range(head - 1, -1, -1):
        if scene.cols.sentence[token] < near and len(seen) >= count:
            return
        if (
            token in scene.states
            and not _in_a_title(scene, token)
            and not _is_locative(scene, token)
            and _is_sovereign(scene, token)
        ):
            seen.add(scene.states[token])
            yield scene.states[token]


def _is_locative(scene: Scene, token: int) -> bool:
    """ "In the Philippines": where something is, not who takes part."""
    cols = scene.cols
    return cols.dep[token] == "pobj" and cols.lower[cols.head[token]] in _WHERE


def _is_sovereign(scene: Scene, token: int) -> bool:
    return (scene.drafts[scene.states[token]].country or "") not in dependencies()


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
    """Those named in the last sentences; leaders are heads of state or government where the article knows such."""
    persons = [d for _, d in scene.before(head, PERSONS_BACK) if d.key.startswith("person:")]
    if scene.cols.lemma[head] == "leader":
        persons = [d for d in persons if leads(d)]
        if len({d.key for d in persons}) < 2:
            persons += [d for _, d in scene.before(head) if d.key.startswith("person:") and leads(d)]
    yield from (d.key for d in persons)


def joined(scene: Scene, members: tuple[str, ...]) -> Draft:
    """A group of actors as one actor."""
    drafts = [scene.drafts[m] for m in members]
    name = " and ".join([", ".join(d.name for d in drafts[:-1]), drafts[-1].name])
    countries = {d.country for d in drafts}
    draft = Draft(f"group:{'|'.join(sorted(members))}", name, "other", (), members=members, plural=True)
    draft.country = countries.pop() if len(countries) == 1 else None
    draft.reason = "group of actors named before"
    return scene.add(draft)
