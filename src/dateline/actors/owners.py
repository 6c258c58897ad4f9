"""For whom somebody acts: the state or body named with a noun, or else the one that the text is about at that point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.columns import Columns
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns

_OWNER_PREPOSITIONS = ("of", "for", "from", "in", "at", "with")
_SERVING = frozenset({"adviser", "advisor", "aide", "assistant", "counselor", "counsellor"})
"""Those who are somebody's own with "to"; an ambassador or envoy to a state is another's."""
_AMERICAN_PARTIES = frozenset({"democratic", "republican", "gop", "democrat"})
"""Written with a capital before "lawmakers" or "senator", and no part of a longer name."""
_RULING = frozenset({"administration", "government", "regime"})
_SENT = frozenset({"envoy", "ambassador", "diplomat", "refugee", "migrant", "visitor", "call", "letter", "exile", "defector"})
"""Those who come from a place or state, but need not be its own."""
_STATE_SECTORS = ("GOV", "MIL", "COP", "LEG", "JUD", "SPY")
_FIRST_PERSON = frozenset({"my", "our"})
_INSTITUTIONS = frozenset({"state", "government_body", "intergovernmental", "armed_group", "company", "outlet", "other"})
LOOK_BACK = 2
"""Sentences before this one whose subject may be the state that a bare office belongs to."""


@dataclass(frozen=True, slots=True)
class Owner:
    """The actor behind a noun phrase and its country; `country` alone where only a place says so."""

    key: str | None
    country: str | None


NOBODY = Owner(None, None)


def owner(scene: Scene, noun: int) -> Owner:
    """The owner named within the noun phrase: "Egypt's", "US", "of the army", "in Cairo", "its"."""
    if scene.cols.lemma[noun] in discourse_nouns("between_states"):
        return NOBODY  # the allies of a state, or allies that are states
    if scene.cols.lemma[noun] in discourse_nouns("relational"):
        own = [k for k in scene.cols.kids[noun] if k in scene.owners and scene.cols.dep[k] in ("amod", "compound", "nmod")]
        return _of(scene.drafts[scene.owners[own[0]]]) if own else NOBODY
    left = list(_left_owners(scene, noun))
    pronoun = scene.cols.tag[scene.cols.left[noun]] == "PRP$" and len(left) > 1
    for found in left[1:] if pronoun else left:
        return found
    for found in _right_owners(scene, noun):
        return found
    return NOBODY


def is_ours(scene: Scene, noun: int) -> bool:
    """ "Our army": of whoever speaks, which the statements tell."""
    return any(scene.cols.lower[k] in _FIRST_PERSON for k in scene.cols.kids[noun])


def owners(scene: Scene, noun: int) -> tuple[Owner, ...]:
    """All owners of a noun phrase: two for "U.S. and South Korean troops" and "ministers from Egypt and Sudan"."""
    if scene.cols.lemma[noun] in discourse_nouns("relational"):
        return ()
    right = tuple(_right_owners(scene, noun))
    if right and scene.cols.tag[noun] == "NNS" and all(o.key in scene.states.values() for o in right):
        joined = (k for k in scene.cols.kids[noun] if scene.cols.dep[k] == "conj")
        right += tuple(
            _of(scene.drafts[scene.states[k]]) for k in joined if k in scene.states
        )  # "ministers of Iran, Russia and Oman"
    return tuple(dict.fromkeys(_left_owners(scene, noun))) or tuple(dict.fromkeys(right))


def _left_owners(scene: Scene, noun: int) -> Iterator[Owner]:
    cols = scene.cols
    for i in range(cols.left[noun], noun):
        if i in scene.owners:
            if _is_sided_with(cols, i):
                continue
            studied = i in scene.states and cols.pos[i] == "PROPN" and cols.dep[i] in ("compound", "nmod", "conj")
            if studied and cols.lemma[noun] in discourse_nouns("student"):
                continue  # a Syria expert studies Syria
            yield _of(scene.drafts[scene.owners[i]])
        elif i in scene.names or cols.tag[i] in ("PRP$", "WP$") or (cols.dep[i] == "poss" and cols.pos[i] == "NOUN"):
            found = scene.draft(i)
            if found is not None:
                yield _of(found)
        elif i in scene.places:
            yield Owner(None, scene.places[i] or None)
        elif cols.lower[i] in _AMERICAN_PARTIES and cols.words[i][0].isupper():
            yield Owner(None, "USA")
        elif cols.dep[i] == "compound" and cols.lower[i] in _RULING and _serves(cols, noun):
            yield from _ruling(scene, i)


def _serves(cols: Columns, noun: int) -> bool:
    """Officials and troops; the sources of a report may be of any government."""
    return cols.tag[noun] == "NNS" and cols.lemma[noun] != "source"


def _ruling(scene: Scene, token: int) -> Iterator[Owner]:
    """ "Administration officials" are American where the United States are named; "government troops" of the state spoken of."""
    american = scene.cols.lower[token] == "administration" and "state:USA" in scene.drafts
    country = "USA" if american else salient_country(scene, token)
    if country is not None:
        yield Owner(None, country)


def _is_sided_with(cols: Columns, i: int) -> bool:
    """ "Pro-Russian insurgents", "anti-American protesters": whom they are for or against."""
    return i > 1 and cols.words[i - 1] in "-‑–" and cols.lower[i - 2] in ("pro", "anti")


def _right_owners(scene: Scene, noun: int) -> Iterator[Owner]:
    cols = scene.cols
    for k in cols.kids[noun]:
        serves = k > noun and cols.lower[k] == "to" and cols.lemma[noun] in _SERVING
        if serves or (k > noun and cols.dep[k] == "prep" and cols.lower[k] in _OWNER_PREPOSITIONS):
            if cols.lower[k] in ("in", "at") and not (_is_of_its_place(scene, noun) or _in_a_body(scene, k)):
                continue
            if cols.lower[k] == "from" and cols.tag[noun] in ("NN", "NNP") and cols.lemma[noun] in _SENT:
                continue  # an envoy recalled from a country is not that country's
            yield from _of_objects(scene, k)
        elif k > noun and cols.lower[k] == "there" and _is_of_its_place(scene, noun):
            place = max((p for p in scene.places if p < k), default=None)
            if place is not None:
                yield Owner(None, scene.places[place] or None)


def _is_of_its_place(scene: Scene, noun: int) -> bool:
    """A minister or the police in a city are of its state; a diplomat, a garrison or an embassy there need not be."""
    lemma = scene.cols.lemma[noun]
    return any(lemma in discourse_nouns(role) for role in ("state_office", "organ", "of_state", "local"))


def _in_a_body(scene: Scene, preposition: int) -> bool:
    """ "Leaders in Congress" are of the body."""
    objects = (k for k in scene.cols.kids[preposition] if k in scene.owners)
    return any(scene.drafts[scene.owners[k]].kind == "government_body" for k in objects)


def _of_objects(scene: Scene, preposition: int) -> Iterator[Owner]:
    cols = scene.cols
    objects = [k for k in cols.kids[preposition] if cols.dep[k] == "pobj"]
    for k in objects:
        objects.extend(j for j in cols.kids[k] if cols.dep[j] in ("conj", "appos") and j in scene.owners)
        if k in scene.places:
            yield Owner(None, scene.places[k] or None)
        elif k in scene.owners:
            if cols.lower[preposition] == "for" and k in scene.states:
                continue  # an envoy for Korea is somebody else's
            yield _of(scene.drafts[scene.owners[k]])
        else:
            found = scene.draft(k) or _named_for(scene, k)
            if found is not None and (found.country or cols.lower[preposition] != "for"):
                yield _of(found)
            elif cols.lower[preposition] == "for" and cols.lemma[k] not in discourse_nouns("relational"):
                for whose in (i for i in cols.kids[k] if cols.dep[i] == "poss" and i in scene.owners):
                    yield _of(scene.drafts[scene.owners[whose]])  # a spokesman for Mali's security council


def _named_for(scene: Scene, token: int) -> Draft | None:
    """The state in a proper name that no table knows: "of the U.S. National Counterterrorism Center"."""
    cols = scene.cols
    if cols.tag[token] not in ("NNP", "NNPS"):
        return None
    named = (k for k in cols.kids[token] if k in scene.states and cols.dep[k] in ("compound", "amod", "nmod", "poss"))
    return next((scene.drafts[scene.states[k]] for k in named), None)


def _of(draft: Draft) -> Owner:
    return Owner(draft.key, draft.country)


def salient_country(scene: Scene, token: int, *, subjects_only: bool = False) -> str | None:
    """The country that the text is about at `token`.

    In this order: the subject of the sentence, the last state in it (unless `subjects_only`), the subjects before, the dateline,
    the first state of all (unless `subjects_only`).
    """
    if scene.document.in_headline(scene.cols.offset[token]):
        return next((country for _, _, country in scene.datelines if country), None)
    here = [(p, d) for p, d in scene.before(token, 0) if d.country and _speaks_for_state(d)]
    subjects = [d.country for p, d in here if scene.is_subject(p)]
    states = [d.country for _, d in here if d.kind in ("state", "government_body")]
    for country in subjects if subjects_only else (*subjects, *states):
        return country
    nearby = _earlier_subject(scene, token) or dateline_country(scene, token)
    return nearby or (None if subjects_only else _first_state(scene, token))


def subject_country(scene: Scene, token: int) -> str | None:
    """The country of the last subject in this sentence or of those of the sentences before, without a dateline's."""
    for position, draft in scene.before(token, 0):
        if scene.is_subject(position) and draft.country and draft.kind == "state":
            return draft.country
    return _earlier_subject(scene, token)


def _speaks_for_state(draft: Draft) -> bool:
    return draft.kind in ("state", "government_body") or (draft.code or "").endswith(_STATE_SECTORS)


def _earlier_subject(scene: Scene, token: int) -> str | None:
    """The country of the subject of a main clause, one or two sentences back; a headline tells nothing about the lead."""
    cols = scene.cols
    for sentence in range(cols.sentence[token] - 1, max(cols.sentence[token] - LOOK_BACK - 1, -1), -1):
        start, end = cols.sentences[sentence]
        root = next((i for i in range(start, end) if cols.head[i] == i), start)
        subject = cols.subject(root)
        draft = scene.draft(subject) if subject is not None and subject < token else None
        country = draft.country if draft is not None and _speaks_for_state(draft) else None
        if country is not None and not scene.document.in_headline(cols.offset[start]):
            return country
    return None


def dateline_country(scene: Scene, token: int) -> str | None:
    """The country of the last dateline before `token`."""
    return next((c for start, _, c in reversed(scene.datelines) if start <= token and c), None)


def home_country(scene: Scene) -> str | None:
    """The state of the article's outlet, where a table knows it."""
    outlet = scene.document.article.outlet
    found = [e for e in scene.known.gazetteer.find(outlet) if e.kind == "outlet"] if outlet else []
    return found[0].country if found else None


def deputies_country(scene: Scene, token: int) -> str | None:
    """Whose "lawmakers" these are: of the outlet's own state where its parliament is in the text, else of the one spoken of."""
    home = home_country(scene)
    at_home = home is not None and any(d.country == home and (d.code or "").endswith(" LEG") for d in scene.drafts.values())
    return home if at_home else salient_country(scene, token)


def _first_state(scene: Scene, token: int) -> str | None:
    first = min((s for s in scene.states if s < token), default=None)
    return scene.drafts[scene.states[first]].country if first is not None else None


def near_place(scene: Scene, token: int) -> str | None:
    """The country of the last place named before `token` in its sentence: "talks in Cairo with Foreign Minister X"."""
    start = scene.cols.sentences[scene.cols.sentence[token]][0]
    return next((scene.places[i] for i in range(token - 1, start - 1, -1) if scene.places.get(i)), None)


def is_institution(draft: Draft) -> bool:
    """May "it" stand for this actor?"""
    return draft.kind in _INSTITUTIONS and not draft.members
