"""Third-person and relative pronouns: whom they mean, where that is plain enough, else nobody.

Preference for the subject of the governing clause, then of the clause and the sentence before (centering: Grosz, Joshi and
Weinstein 1995); a subject that is no actor blocks "it" and "they", so that they are not taken for a state.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.actors.centering import (
    bearer,
    coming,
    is_expletive,
    is_nobodys,
    is_thing,
    joined_before,
    of_topic,
    plural_object,
    possessed_beside,
    same_object,
    things_made,
)
from dateline.actors.groups import joined
from dateline.actors.owners import is_institution
from dateline.actors.relatives import is_conjunction, relative
from dateline.actors.scene import Draft, Scene
from dateline.actors.source_spans import author
from dateline.actors.speakers import says, speakers_of
from dateline.knowledge.cues import verb_cues
from dateline.knowledge.discourse import discourse_nouns

_HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "themselves", "theirs"})
_AGAINST = frozenset({"though", "although", "while", "whereas"})
_SINGLE = frozenset({"state", "intergovernmental"})
_PLURAL_BODIES = frozenset({"police", "authorities"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_LOOK_BACK = 3
"""Sentences back within which "he" or "she" may find a person."""
_SUBJECTS = ("nsubj", "nsubjpass")


def is_pronoun(scene: Scene, token: int) -> bool:
    """A pronoun that may stand for somebody named: third person or relative."""
    cols = scene.cols
    word = cols.lower[token]
    if word in _RELATIVE:
        return (cols.tag[token] in ("WP", "WDT", "WP$") and not is_conjunction(cols, token)) or (
            word == "that" and cols.dep[token] in _SUBJECTS
        )
    return cols.tag[token] in ("PRP", "PRP$") and (word in _HE or word in _IT or word in _THEY)


def pronoun(scene: Scene, token: int) -> str | None:
    """The key of the actor that a pronoun means."""
    word = scene.cols.lower[token]
    if word in _RELATIVE:
        return relative(scene, token)
    if word in _HE:
        return _person(scene, token, _HE[word])
    if word in _IT:
        return _institution(scene, token, _may_be_it)
    found = joined_before(scene, token) or _institution(scene, token, _may_be_they)
    made = things_made(scene, token) if found is not None and scene.drafts[found].kind in _SINGLE else None
    return found if made is None else scene.actor(made)


def _person(scene: Scene, token: int, gender: str) -> str | None:
    if is_nobodys(scene, token):
        return None
    speaking = speakers_of(scene, token)
    for candidate in _person_candidates(scene, token):
        draft = scene.drafts[candidate]
        if candidate in speaking:
            continue
        if draft.kind == "person" and not draft.plural and draft.gender in (None, gender):
            draft.gender = gender
            return candidate
    return None


def _person_candidates(scene: Scene, token: int) -> Iterator[str]:
    """Subjects of governing clauses first, then by sentence, subjects before others, the nearest sentence first."""
    rival = _co_argument(scene, token)
    if (beside := possessed_beside(scene, token) or coming(scene, token) or same_object(scene, token)) is not None:
        yield beside
    for subject in _governing_subjects(scene, token):
        key = scene.actor(subject)
        owner = scene.cols.kid(subject, "poss")  # "Smith's body was found after he had been killed"
        whose = scene.actor(owner) if owner is not None else None
        yield from (k for k in (key, whose) if k is not None and k != rival)
    yield from (key for key in _persons_before(scene, token) if key != rival)


def _persons_before(scene: Scene, token: int) -> Iterator[str]:
    """Those of this sentence, of the one before, then whom the pronoun's own words are about, then those further back."""
    cols, here = scene.cols, scene.cols.sentence[token]
    adjunct, bare = _fronted(scene, token)
    says, said, silent = _speaks(scene, token), _content_before(scene, token), _quoted_before(scene, token)
    found: dict[float, list[tuple[bool, int, int, str]]] = {}
    for position, draft in scene.before(token, _LOOK_BACK + silent):
        if draft.kind != "person" or (position in scene.quoted and token not in scene.quoted):
            continue
        if position in adjunct and (bare or not (_topical(scene, position) or of_topic(scene, position))):
            continue
        tells = says and _tells(scene, position)
        talked_of = position in said and not tells
        leading = says and scene.is_subject(position) and _stands_alone(scene, cols.head[position])
        anonymous = draft.key.startswith("desc:") and not (tells or leading)
        place = here - silent - 1.5 if talked_of else cols.sentence[position]
        found.setdefault(place, []).append((anonymous, _prominence(scene, position, says), position, draft.key))
    for place in sorted(found, reverse=True):
        if place < here - 1.5 and not silent and _other_paragraph(scene, token, int(place)):
            continue
        yield from (rank[-1] for rank in sorted(found[place]))


def _tells(scene: Scene, position: int) -> bool:
    """Is this, or what it is an apposition to, the subject of a saying?"""
    cols = scene.cols
    top = cols.head[position] if cols.dep[position] == "appos" else position
    return cols.dep[top] == "nsubj" and says(cols.lemma[cols.head[top]])


def _speaks(scene: Scene, token: int) -> bool:
    """Is the pronoun given words, by a verb of saying rather than of thinking or wanting, and outside any quotation?"""
    return token not in scene.quoted and says(scene.cols.lemma[scene.cols.clause(token)])


def _content_before(scene: Scene, token: int) -> range:
    """What the pronoun is said to say, where that stands before it: whom it speaks of is seldom the speaker."""
    cols, verb = scene.cols, scene.cols.head[token]
    if cols.dep[token] != "nsubj" or not _speaks(scene, token):
        return range(0)
    content = next((k for k in cols.kids[verb] if cols.dep[k] == "ccomp" and k < token), None)
    return range(cols.left[content], token) if content is not None else range(0)


def _quoted_before(scene: Scene, token: int) -> int:
    """How many sentences right before are nothing but quotation: whoever speaks them goes on speaking."""
    cols, sentence = scene.cols, scene.cols.sentence[token] - 1
    first = sentence
    while sentence >= 0 and all(
        i in scene.quoted for i in range(*cols.sentences[sentence]) if cols.pos[i] not in ("PUNCT", "SPACE")
    ):
        sentence -= 1
    return first - sentence


def _fronted(scene: Scene, token: int) -> tuple[range, bool]:
    """The tokens of the sentence before the pronoun, where they are an adjunct of its own clause: "After meeting X, he said".

    With it, whether that adjunct has no subject of its own, so that whom it names is somebody else: "Asked whether X, he said".
    """
    cols = scene.cols
    start = cols.sentences[cols.sentence[token]][0]
    verb = cols.clause(token)
    if cols.dep[token] not in _SUBJECTS or cols.head[token] != verb:
        return range(0), False
    first = next((k for k in cols.kids[verb] if k < token and cols.dep[k] in ("prep", "advcl")), None)
    if first is None or cols.left[first] - start > 1:
        return range(0), False
    after = [k for k in cols.kids[verb] if first < k <= token and cols.dep[k] not in ("punct", "advmod")]
    bare = cols.tag[first] in ("VBN", "VBG") and all(cols.dep[k] not in _SUBJECTS for k in cols.kids[first])
    return range(start, min(cols.left[k] for k in after)), bare


def _other_paragraph(scene: Scene, token: int, sentence: int) -> bool:
    start = scene.cols.sentences[sentence][0]
    return scene.cols.paragraph[token] - scene.cols.paragraph[start] > 1


def _topical(scene: Scene, position: int) -> bool:
    """A subject, an apposition to one, or the source after "according to"."""
    cols = scene.cols
    top = cols.head[position] if cols.dep[position] == "appos" else position
    if cols.dep[top] in _SUBJECTS and cols.tag[position] not in ("PRP$",):
        return True
    return cols.dep[top] == "pobj" and cols.lower[cols.head[top]] == "to" and cols.lower[cols.head[cols.head[top]]] == "according"


_OTHERS = 1000
_UNDERSTOOD = frozenset({"advcl", "xcomp", "conj", "acl", "pcomp", "ccomp"})
"""Clauses without a subject of their own share that of the clause above: "said it was an honor to meet him"."""


def _prominence(scene: Scene, position: int, says: bool) -> int:
    """Subjects before others, and of subjects that of the main clause first.

    Where the pronoun speaks, whoever was the last to speak comes first: "Pompeo dismissed it, though Safadi wrote ... He said".
    """
    cols = scene.cols
    if not _topical(scene, position):
        return _OTHERS
    top = cols.head[position] if cols.dep[position] == "appos" else position
    if says and _tells(scene, position) and _stands_alone(scene, cols.head[top]):
        return -position
    return sum(1 for _ in cols.ancestors(position))


def _stands_alone(scene: Scene, verb: int) -> bool:
    """The main clause, one joined to it, or one set against it by "though" or "while"."""
    cols = scene.cols
    while cols.head[verb] != verb:
        against = cols.dep[verb] == "advcl" and any(cols.lower[k] in _AGAINST for k in cols.kids[verb])
        if cols.dep[verb] != "conj" and not against:
            return False
        verb = cols.head[verb]
    return True


def _co_argument(scene: Scene, token: int) -> str | None:
    """ "He told him": an object is not its own subject."""
    cols = scene.cols
    if cols.dep[token] not in ("dobj", "dative", "pobj") or cols.lower[token].endswith("self"):
        return None
    verb = cols.clause(token)
    while not _shows_subject(scene, verb) and cols.dep[verb] in _UNDERSTOOD and cols.head[verb] != verb:
        verb = cols.clause(cols.head[verb])
    subject = cols.subject(verb)
    return scene.actor(subject) if subject is not None and subject < token else None


def _shows_subject(scene: Scene, verb: int) -> bool:
    subject = scene.cols.subject(verb)
    return subject is not None and scene.cols.lower[subject] != "it"


def _governing_subjects(scene: Scene, token: int) -> Iterator[int]:
    """Subjects of the clause and of those above it that stand before `token`, the nearest first."""
    cols = scene.cols
    own = cols.dep[token] in _SUBJECTS
    verb = cols.clause(token)
    above = {token, *cols.ancestors(token)}
    for clause in (verb, *cols.ancestors(verb)):
        if cols.pos[clause] not in ("VERB", "AUX") and cols.agent(clause) is None:
            continue  # "overrun", taken for a noun, is a verb by its agent
        if (controlled := _controller(scene, clause)) is not None and controlled < token and controlled not in above:
            yield controlled
        subject = cols.subject(clause)
        if subject is not None and subject < token and not (own and clause == verb) and subject not in above:
            yield subject
        doer = cols.agent(clause) if own and subject is not None and clause != verb else None
        if doer is not None and doer < token and doer not in above:
            yield doer


def _controller(scene: Scene, clause: int) -> int | None:
    """ "Accused X of starving his people", "urged X to give up his plan": the object, where the clause has no subject."""
    cols = scene.cols
    if cols.dep[clause] not in ("pcomp", "xcomp") or cols.subject(clause) is not None:
        return None
    above = cols.clause(cols.head[clause])
    if cols.lemma[above] not in discourse_nouns("controls"):
        return None
    return next((k for k in cols.kids[above] if cols.dep[k] == "dobj" and k < clause), None)


def _may_be_it(draft: Draft) -> bool:
    return is_institution(draft)


def _may_be_they(draft: Draft) -> bool:
    return (
        draft.plural
        or draft.kind in ("people", "state", "government_body", "armed_group", "intergovernmental")
        or bool(draft.members)
    )


def _institution(scene: Scene, token: int, fits: Callable[[Draft], bool]) -> str | None:
    """Stop at the first subject that the pronoun may agree with, actor or not."""
    cols = scene.cols
    if cols.lower[token] == "it" and cols.dep[token] not in _SUBJECTS:
        return None
    if is_expletive(scene, token) or is_thing(scene, token):
        return None
    if (owner := _owner_beside(scene, token, fits)) is not None:
        return owner
    rival, named = _co_argument(scene, token), _named_in_content(scene, token)
    if cols.lower[token] == "them" and (object_ := plural_object(scene, token)) is not None:
        key = scene.actor(object_)
        return key if key is not None and key != rival and fits(scene.drafts[key]) else None
    for subject in _subjects_before(scene, token):
        key = _joint(scene, subject) if cols.lower[token] in _THEY else scene.actor(subject)
        if key in named:
            continue
        if key is None and _speaks(scene, token) and cols.lower[token] == "it" and (writer := author(scene, subject)) is not None:
            return writer if writer not in named else None
        several = cols.lower[token] in _THEY and key is not None and _are_many(scene, subject, scene.drafts[key])
        agrees = several or (fits(scene.drafts[key]) if key is not None and _same_number(scene, token, subject) else False)
        if key is not None and key != rival and agrees and not _too_far(scene, token, subject, key):
            return key
        if key is None and _agrees(scene, token, subject):
            return None
    return None


def _owner_beside(scene: Scene, token: int, fits: Callable[[Draft], bool]) -> str | None:
    """ "Chad and its army", "sanctions on Chad for its raid": whom the words right around the pronoun make its owner."""
    beside = scene.drafts.get(possessed_beside(scene, token) or "")
    if beside is not None and fits(beside) and (scene.cols.lower[token] == "its" or beside.plural):
        return beside.key
    borne = bearer(scene, token)
    key = scene.actor(borne) if borne is not None else None
    return key if key is not None and fits(scene.drafts[key]) else None


def _named_in_content(scene: Scene, token: int) -> frozenset[str]:
    """Whom the pronoun's own words name as their subject is somebody else: "it also said |the North| was violating sanctions".

    Principle C of binding theory (Chomsky 1981, section 3.2.3): a name is not bound by the pronoun that commands it.
    """
    cols, verb = scene.cols, scene.cols.head[token]
    if cols.dep[token] != "nsubj" or token in scene.quoted:
        return frozenset()
    clauses = (k for k in cols.kids[verb] if cols.dep[k] == "ccomp" and k > token)
    subjects = (s for clause in clauses if (s := cols.subject(clause)) is not None and s > token and cols.pos[s] != "PRON")
    objects = (k for k in cols.kids[verb] if cols.dep[k] == "dobj" and k in scene.names)  # "to stop it attacking Chad"
    return frozenset(key for s in (*subjects, *objects) if (key := scene.actor(s)) is not None)


def _same_number(scene: Scene, token: int, subject: int) -> bool:
    """ "It" is no plural, such as "Republicans" for their party."""
    return scene.cols.lower[token] in _THEY or scene.cols.tag[subject] not in ("NNS", "NNPS") or subject in scene.states


def _are_many(scene: Scene, subject: int, draft: Draft) -> bool:
    """ "Republicans ... They say": a plural, whatever sort of body the tables make of it."""
    return scene.cols.tag[subject] in ("NNS", "NNPS") and draft.kind == "other"


def _too_far(scene: Scene, token: int, subject: int, key: str) -> bool:
    """ "They" may be a state within one sentence only; after it, people or a group."""
    if scene.cols.lower[token] not in _THEY or scene.cols.sentence[token] == scene.cols.sentence[subject]:
        return False
    draft = scene.drafts[key]
    many = scene.cols.lower[subject] in _PLURAL_BODIES or _are_many(scene, subject, draft)
    return not draft.members and not many and draft.kind not in ("people", "armed_group")


def _joint(scene: Scene, subject: int) -> str | None:
    """The actor of a subject, or the group where several are joined: "Egypt and Sudan ... them"."""
    members = scene.coordinated(subject)
    return joined(scene, members).key if len(members) > 1 else scene.actor(subject)


def _agrees(scene: Scene, token: int, subject: int) -> bool:
    """Could the pronoun stand for this noun, which is no actor?"""
    cols = scene.cols
    if cols.pos[subject] == "PRON" and cols.tag[subject] != "PRP":
        return False
    plural = cols.tag[subject] in ("NNS", "NNPS") or any(cols.dep[k] == "conj" for k in cols.kids[subject])
    return plural == (cols.lower[token] in _THEY) and cols.lower[subject] not in ("i", "we", "you", "he", "she")


def _subjects_before(scene: Scene, token: int) -> Iterator[int]:
    """Governing subjects, then other subjects of this sentence, then those of the sentence before.

    Where the pronoun says what stands before it ("..., it added"), whoever spoke in the sentence before comes first.
    """
    cols = scene.cols
    if _follows_content(scene, token):
        yield from (s for s in _main_subjects(scene, cols.sentence[token] - 1) if cols.lemma[cols.head[s]] in verb_cues())
    seen: set[int] = set()
    for subject in _governing_subjects(scene, token):
        seen.add(subject)
        yield subject
    sentence = cols.sentence[token]
    start = cols.sentences[sentence][0]
    for i in range(token - 1, start - 1, -1):
        if cols.dep[i] in _SUBJECTS and i not in seen and cols.tag[i] not in ("WP", "WDT"):
            yield i
    if sentence > 0 and not seen:
        yield from _main_subjects(scene, sentence - 1)


def _follows_content(scene: Scene, token: int) -> bool:
    cols = scene.cols
    verb = cols.head[token]
    if cols.sentence[token] == 0 or cols.dep[token] != "nsubj" or cols.lemma[verb] not in verb_cues():
        return False
    aside = cols.lower[token - 1] == "," and verb + 1 < len(cols.lower) and cols.lower[verb + 1] == ","
    return aside or any(cols.dep[k] == "ccomp" and k < token for k in cols.kids[verb])


def _main_subjects(scene: Scene, sentence: int) -> Iterator[int]:
    """The subject of the main clause first: that of a saying comes after the clause said."""
    cols = scene.cols
    start, end = cols.sentences[sentence]
    depth = {i: sum(1 for _ in cols.ancestors(i)) for i in range(start, end) if cols.dep[i] in _SUBJECTS}
    yield from sorted((i for i in depth if cols.tag[i] not in ("WP", "WDT")), key=lambda i: (depth[i], i))
