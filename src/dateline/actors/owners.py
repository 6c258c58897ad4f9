"""For whom somebody acts: the state or body named with a noun, or else the one that the text is about at that point."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.columns import Columns
from dateline.actors.office_places import country_of_seat
from dateline.actors.phrasing import modifiers, noun_of
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.outlets import outlet_of_masthead

_OWNER_PREPOSITIONS = ("of", "for", "from", "in", "at", "with")
_SERVING = frozenset({"adviser", "advisor", "aide", "assistant", "counselor", "counsellor"})
"""Those who are somebody's own with "to"; an ambassador or envoy to a state is another's."""
_AMERICAN_PARTIES = frozenset({"democratic", "republican", "gop", "democrat"})
"""Written with a capital before "lawmakers" or "senator", and no part of a longer name."""
_RULING = frozenset({"administration", "government", "regime"})
_LED = frozenset({"cabinet", "government", "administration"})
_SENT = frozenset({"envoy", "ambassador", "diplomat", "refugee", "migrant", "visitor", "call", "letter", "exile", "defector"})
"""Those who come from a place or state, but need not be its own."""
_STATE_SECTORS = ("GOV", "MIL", "COP", "LEG", "JUD", "SPY")
_FIRST_PERSON = frozenset({"my", "our"})
_INSTITUTIONS = frozenset({"state", "government_body", "intergovernmental", "armed_group", "company", "outlet", "other"})
_INSTITUTES = frozenset({"other", "company", "outlet"})
"""Bodies that "at" names as the place of somebody's work: universities, think tanks, firms, papers."""
_REPORTING = frozenset({"correspondent", "reporter", "journalist", "columnist", "editor"})
_GUESTS = frozenset({"foreign", "international", "western", "overseas", "visiting", "expatriate", "migrant"})
_NOT_STUDIED = frozenset({"u.s.", "us", "u.s", "uk", "u.k.", "eu"})
"""Abbreviations that stand for the adjective before a noun: "U.S. analysts" need not study the United States."""
_FAR_MORE = 4
"""So many times as often as the dateline's state is that named of which an article speaks."""
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
    if scene.cols.lemma[noun] in discourse_nouns("relational") and is_of_american_party(scene.cols, noun):
        return Owner(None, "USA")
    if scene.cols.lemma[noun] in discourse_nouns("between_states"):
        return NOBODY  # the allies of a state, or allies that are states
    if scene.cols.lemma[noun] in discourse_nouns("relational"):
        own = [k for k in scene.cols.kids[noun] if k in scene.owners and scene.cols.dep[k] in ("amod", "compound", "nmod")]
        return _of(scene.drafts[scene.owners[own[0]]]) if own else NOBODY
    left = list(_left_owners(scene, noun))
    pronoun = scene.cols.tag[scene.cols.left[noun]] == "PRP$" and len(left) > 1
    for found in left[1:] if pronoun else left:
        return found
    for found in (*_right_owners(scene, noun), *_place_beside(scene, noun), *_shared(scene, noun), *_seated(scene, noun)):
        return found
    return NOBODY


def is_of_american_party(cols: Columns, noun: int) -> bool:
    """ "Republican critics", "his Democratic opponents"."""
    return any(cols.lower[k] in _AMERICAN_PARTIES and cols.words[k][0].isupper() for k in modifiers(cols, noun))


def _shared(scene: Scene, noun: int) -> Iterator[Owner]:
    """ "American men and women": the state of the first is that of a bare plural joined to it."""
    cols, first = scene.cols, scene.cols.head[noun]
    bare = cols.dep[noun] == "conj" and cols.left[noun] == noun and noun - first == 2 and cols.lower[noun - 1] in ("and", "or")
    if bare and cols.tag[noun] == cols.tag[first] == "NNS":
        yield from (o for o in _left_owners(scene, first) if o.key in scene.states.values())


def _seated(scene: Scene, noun: int) -> Iterator[Owner]:
    country = country_of_seat(scene, noun) if not _is_a_guest(scene, noun) else None
    if country is not None:
        yield Owner(None, country)


def _place_beside(scene: Scene, noun: int) -> Iterator[Owner]:
    """ "Told lawmakers in Seoul", where the parser gives the place to the verb; "in Israel, where leaders said"."""
    cols = scene.cols
    if not _is_of_its_place(scene, noun):
        return
    if (
        noun + 1 < len(cols)
        and cols.lower[noun + 1] == "in"
        and cols.head[noun + 1] < noun
        and cols.pos[cols.head[noun + 1]] == "VERB"
    ):
        yield from _of_objects(scene, noun + 1)
    clause = cols.head[noun]
    where = scene.is_subject(noun) and cols.dep[clause] == "relcl" and any(cols.lower[k] == "where" for k in cols.kids[clause])
    place = cols.head[clause]
    where = where and cols.kid(place, "conj") is None
    if where and place in scene.states and cols.pos[place] == "PROPN":
        yield _of(scene.drafts[scene.states[place]])
    elif where and scene.places.get(place):
        yield Owner(None, scene.places[place])


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
            if is_sided_with(cols, i) or _is_beside_backed(cols, i) or _is_dealt_with(scene, noun, i):
                continue
            yield _of(scene.drafts[scene.owners[i]])
        elif i in scene.names or cols.tag[i] in ("PRP$", "WP$") or (cols.dep[i] == "poss" and cols.pos[i] == "NOUN"):
            found = scene.draft(i)
            if found is not None:
                yield _of(found)
        elif i in scene.places:
            yield Owner(None, scene.places[i] or None)
        elif cols.lower[i] in _AMERICAN_PARTIES and cols.words[i][0].isupper():
            yield Owner(None, "USA")
        elif cols.dep[i] == "compound" and cols.lower[i] in _RULING and _serves(scene, noun, i):
            yield from _ruling(scene, i)


def _is_dealt_with(scene: Scene, noun: int, i: int) -> bool:
    """What a calling studies or reports on: a Syria expert, a White House correspondent, a UN expert at the Crisis Group."""
    cols, kind = scene.cols, scene.drafts[scene.owners[i]].kind
    if cols.lemma[noun] in _REPORTING and kind == "government_body":
        return True
    if cols.lemma[noun] not in discourse_nouns("student"):
        return False
    if i in scene.states and cols.pos[i] == "PROPN" and cols.dep[i] in ("compound", "nmod", "conj"):
        return cols.lower[i] not in _NOT_STUDIED
    works = any(k > noun and cols.lower[k] in ("at", "with") and cols.dep[k] == "prep" for k in cols.kids[noun])
    return works and kind == "intergovernmental"


def _serves(scene: Scene, noun: int, ruling: int) -> bool:
    """Officials and troops, and one official of an American administration; the sources of a report may be of any government."""
    cols = scene.cols
    american = is_american_administration(scene, ruling)
    return (cols.tag[noun] == "NNS" or american) and cols.lemma[noun] != "source"


def _ruling(scene: Scene, token: int) -> Iterator[Owner]:
    """ "Administration officials" are American where Americans rule; "government troops" of the state spoken of."""
    country = "USA" if is_american_administration(scene, token) else salient_country(scene, token)
    if country is not None:
        yield Owner(None, country)


def is_american_administration(scene: Scene, token: int) -> bool:
    """ "The administration" without more, where the article names the United States or somebody of their government."""
    if scene.cols.lower[token] != "administration":
        return False
    rules = (d for d in scene.drafts.values() if d.country == "USA" and d.code is not None and d.code.startswith("USA GOV"))
    return "state:USA" in scene.drafts or any(d.kind in ("person", "government_body") for d in rules)


def is_sided_with(cols: Columns, i: int) -> bool:
    """ "Pro-Russian insurgents", "anti-American protesters": whom they are for or against."""
    return i > 1 and cols.words[i - 1] in "-‑–" and cols.lower[i - 2] in ("pro", "anti")


def _is_beside_backed(cols: Columns, i: int) -> bool:
    """ "Iran and Iran-backed militias": the state itself, and those whom it backs."""
    joined = cols.lower[i + 1 : i + 2] in (["and"], ["or"])
    return joined and cols.words[i + 3 : i + 4] == ["-"] and cols.tag[i + 4 : i + 5] in (["VBN"], ["JJ"], ["VBD"])


def _right_owners(scene: Scene, noun: int) -> Iterator[Owner]:
    cols = scene.cols
    for k in cols.kids[noun]:
        serves = k > noun and cols.lower[k] == "to" and cols.lemma[noun] in _SERVING
        if serves or (k > noun and cols.dep[k] == "prep" and cols.lower[k] in _OWNER_PREPOSITIONS):
            inside = cols.lower[k] in ("in", "at")
            if inside and (_is_a_guest(scene, noun) or not (_is_of_its_place(scene, noun) or _in_a_body(scene, k))):
                continue
            if cols.lower[k] == "from" and cols.tag[noun] in ("NN", "NNP") and cols.lemma[noun] in _SENT:
                continue  # an envoy recalled from a country is not that country's
            yield from _of_objects(scene, k)
        elif k > noun and cols.lower[k] == "there" and _is_of_its_place(scene, noun):
            place = max((p for p in scene.places if p < k), default=None)
            if place is not None:
                yield Owner(None, scene.places[place] or None)


def _is_a_guest(scene: Scene, noun: int) -> bool:
    """ "Foreign students in Egypt" are of other states; a foreign minister in Cairo is not."""
    known = noun_of(scene.cols, noun)
    own = set(known.words) if known is not None else set()
    return any(scene.cols.lower[m] in _GUESTS - own for m in range(scene.cols.left[noun], noun))


def _is_of_its_place(scene: Scene, noun: int) -> bool:
    """A minister or the police in a city are of its state; a diplomat, a garrison or an embassy there need not be."""
    cols = scene.cols
    lemmas = {cols.lemma[noun], f"{cols.lower[max(noun - 1, 0)]} {cols.lemma[noun]}"}
    return any(lemmas & discourse_nouns(role) for role in ("state_office", "organ", "of_state", "local"))


def _in_a_body(scene: Scene, preposition: int) -> bool:
    """ "Leaders in Congress", "a professor at Yonsei University" and "at Yonsei University's graduate school" are of the body."""
    kinds = {"government_body", *(_INSTITUTES if scene.cols.lower[preposition] == "at" else ())}
    return any(scene.drafts[key].kind in kinds for key in _named_under(scene, preposition))


def _named_under(scene: Scene, preposition: int) -> Iterator[str]:
    """The known and the proper names that are objects of the preposition, or own them."""
    cols = scene.cols
    for k in (k for k in cols.kids[preposition] if cols.dep[k] == "pobj"):
        for token in (k, *(i for i in cols.kids[k] if cols.dep[i] == "poss")):
            if token in scene.owners:
                yield scene.owners[token]
            elif token in scene.names:
                yield scene.names[token].key


def _of_objects(scene: Scene, preposition: int) -> Iterator[Owner]:
    cols = scene.cols
    objects = [k for k in cols.kids[preposition] if cols.dep[k] == "pobj"]
    yield from _whose_cabinet(scene, objects)
    for k in objects:
        objects.extend(j for j in _beside(cols, k) if j in scene.owners and j not in objects)
        if k in scene.places:
            yield Owner(None, scene.places[k] or None)
        elif k in scene.owners:
            studied = cols.lower[preposition] == "of" and cols.lemma[cols.head[preposition]] == "historian"
            if k in scene.states and (cols.lower[preposition] == "for" or studied):
                continue  # an envoy for Korea and a historian of Korea are somebody else's
            yield _of(scene.drafts[scene.owners[k]])
        else:
            found = scene.draft(k) or _named_for(scene, k)
            lender = _institute_of(scene, preposition, k) if found is None or found.country is None else None
            if lender is not None:
                yield _of(lender)
            elif found is not None and (found.country or cols.lower[preposition] != "for"):
                yield _of(found)
            elif cols.lower[preposition] == "for" and cols.lemma[k] not in discourse_nouns("relational"):
                for whose in (i for i in cols.kids[k] if cols.dep[i] == "poss" and i in scene.owners):
                    yield _of(scene.drafts[scene.owners[whose]])  # a spokesman for Mali's security council
                yield from _campaigner(scene, k)


def _campaigner(scene: Scene, campaign: int) -> Iterator[Owner]:
    """ "A spokeswoman for the Ortega campaign": of the state of whoever runs."""
    if scene.cols.lemma[campaign] != "campaign":
        return
    for i in scene.cols.kids[campaign]:
        person = scene.draft(i) if i in scene.names else None
        if person is not None and person.kind == "person" and person.country is not None:
            yield Owner(None, person.country)


def _whose_cabinet(scene: Scene, objects: list[int]) -> Iterator[Owner]:
    """ "A minister in Modi's cabinet": of the state of whoever leads it."""
    for k in (k for k in objects if scene.cols.lemma[k] in _LED):
        for whose in (i for i in scene.cols.kids[k] if scene.cols.dep[i] == "poss"):
            if (leader := scene.draft(whose)) is not None and leader.country is not None:
                yield Owner(None, leader.country)


def _beside(cols: Columns, token: int) -> Iterator[int]:
    """What is joined to the token or explains it, past names that are no actors: "Iran, Europe, China and Russia"."""
    for k in cols.kids[token]:
        if cols.dep[k] in ("conj", "appos"):
            yield k
            yield from _beside(cols, k)


def _institute_of(scene: Scene, preposition: int, token: int) -> Draft | None:
    """Yonsei University in "at Yonsei University's graduate school"."""
    if scene.cols.lower[preposition] not in ("at", "with", "of"):
        return None
    named = (scene.drafts[scene.owners[i]] for i in scene.cols.kids[token] if scene.cols.dep[i] == "poss" and i in scene.owners)
    return next((draft for draft in named if draft.kind in _INSTITUTES), None)


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
    nearby = _earlier_subject(scene, token) or _reported_from(scene, token)
    return nearby or (None if subjects_only else _first_state(scene, token))


def subject_country(scene: Scene, token: int) -> str | None:
    """The country of the last subject in this sentence or of those of the sentences before, without a dateline's."""
    for position, draft in scene.before(token, 0):
        if scene.is_subject(position) and draft.country and draft.kind == "state":
            return draft.country
    return _earlier_subject(scene, token)


def _speaks_for_state(draft: Draft) -> bool:
    people = draft.reason.startswith("people of ") and draft.count is None  # "Iranians protest ... the government"
    return people or draft.kind in ("state", "government_body") or (draft.code or "").endswith(_STATE_SECTORS)


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


def _reported_from(scene: Scene, token: int) -> str | None:
    """The country of the dateline, unless the article speaks of another far more often: from Beirut about Syria."""
    country = dateline_country(scene, token)
    named = Counter(scene.drafts[key].country for key in scene.states.values())
    most, times = named.most_common(1)[0] if named else (None, 0)
    return most if country is not None and times >= _FAR_MORE * max(named[country], 1) else country


def home_country(scene: Scene) -> str | None:
    """The state of the article's outlet, where a table knows it."""
    masthead = scene.document.article.outlet
    outlet = outlet_of_masthead(masthead) if masthead else None
    return outlet.country if outlet is not None else None


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
