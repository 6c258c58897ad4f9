"""Descriptions that come back to somebody by other words: an office held by the table, a calling, the same number of people."""

from __future__ import annotations

from dateline.actors.announced import named_elsewhere
from dateline.actors.lexicon import Noun
from dateline.actors.owners import NOBODY, Owner
from dateline.actors.phrasing import determiner, is_counted, is_definite, modifiers, number
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.holders import TABLE
from dateline.knowledge.us_states import us_states

FORMER = frozenset({"then", "former", "ex", "retired", "late", "one-time", "erstwhile"})
RANKED = frozenset({"vice", "deputy", "assistant"})
"""Words that make another office: "the president" is not the vice president."""
STATE_OFFICES = frozenset(
    [
        "gov",
        "governor",
        "sen",
        "senator",
        "rep",
        "representative",
        "congressman",
        "congresswoman",
        "lawmaker",
        "attorney",
        "mayor",
    ]
)
"""Offices of those who sit for one of the United States."""
CAPTIVE = "captive"
"""A word of office that marks people in or out of captivity, so that "the prisoners" are the detainees named before."""
_HEADS = frozenset(
    {"president", "prime", "premier", "chancellor", "king", "queen", "leader", "emir", "taoiseach", "ruler", "dictator"}
)
_POLITICIANS = frozenset({"USA LEG", "USA GOV", "USA ELI"})
_TOGETHER_BACK = 4
_PARTY_BACK = 4
_FREED = frozenset({"release", "free", "detain", "imprison", "jail", "hold", "capture", "abduct", "kidnap", "arrest", "seize"})


def holder_named(scene: Scene, head: int, wanted: set[str], whose: Owner, noun: Noun) -> str | None:
    """ "The US secretary of state" in a caption: the one person named in the article who holds the office.

    By the table, else by the article's own words beside the name.
    """
    return _holder_by_table(scene, wanted, whose, noun) or named_elsewhere(scene, head, wanted, whose, noun)


def _holder_by_table(scene: Scene, wanted: set[str], whose: Owner, noun: Noun) -> str | None:
    bare = whose == NOBODY and wanted <= {"prime", "minister", "the"} and "prime" in wanted
    if not noun.office or wanted & FORMER or not (whose.country or bare):
        return None
    persons = [d for d in scene.drafts.values() if d.reason.startswith(TABLE) and not RANKED & (d.offices - wanted)]
    found = [d for d in persons if wanted <= d.offices and (whose.country is None or d.country == whose.country)]
    return found[0].key if len(found) == 1 else None


def by_party(scene: Scene, head: int, noun: Noun) -> str | None:
    """ "The California Republican", "the Democrat": the last politician named who sits for no other state and party."""
    cols = scene.cols
    told = {cols.lower[m] for m in modifiers(cols, head)} | {cols.lower[head], *noun.words}
    parties, seats = told & discourse_nouns("party"), told & us_states()
    if not parties and not (seats and told & STATE_OFFICES):
        return None
    if determiner(cols, head) != "the" or cols.kid(head, "relcl", "acl", "prep", "appos") is not None:
        return None
    for position, draft in scene.before(head, _PARTY_BACK):
        elsewhere = draft.offices & us_states() - seats if seats else frozenset()
        other = draft.offices & discourse_nouns("party") - parties if parties else frozenset()
        sits = bool(draft.offices & STATE_OFFICES) or (draft.code or "") in _POLITICIANS
        if draft.key.startswith("person:") and scene.is_subject(position) and not leads(draft):
            return draft.key if sits and not elsewhere and not other else None
    return None


def by_epithet(scene: Scene, head: int, whose: Owner, noun: Noun) -> str | None:
    """The named person who is the subject of the sentence before, for "the 56-year-old" and "the Moscow-based columnist for X".

    "The retired general" too, unless that person leads a state.
    """
    cols = scene.cols
    told = {cols.lower[m] for m in modifiers(cols, head)}
    aged = {"year", "old"} <= told or any(w.endswith("-year-old") for w in told) or bool({"based", "born", "raised"} & told)
    if (whose != NOBODY and not aged) or determiner(cols, head) != "the" or not (aged or (noun.office and told & FORMER)):
        return None
    if not scene.is_subject(head) or (not aged and cols.kid(head, "relcl", "acl", "prep", "appos") is not None):
        return None
    subjects = [d for position, d in scene.before(head, 1) if d.kind == "person" and scene.is_subject(position)]
    found = subjects[0] if subjects and len({d.key for d in subjects}) == 1 else None
    fits = found is not None and found.key.startswith("person:") and (aged or not leads(found))
    return found.key if found is not None and fits and noun.gender in (None, found.gender) else None


def by_hypernym(scene: Scene, head: int, whose: Owner, noun: Noun) -> str | None:
    """ "The diplomat", "the North Korean diplomat" for the named person who was the last to act or speak, if of that calling."""
    cols = scene.cols
    if (whose != NOBODY and whose.country is None) or (noun.office and cols.lemma[head] not in discourse_nouns("hypernym")):
        return None
    plain = not [m for m in modifiers(cols, head) if m not in scene.states]
    if determiner(cols, head) != "the" or not plain or not scene.is_subject(head):
        return None
    if cols.kid(head, "relcl", "acl", "prep", "appos") is not None:
        return None
    for position, draft in scene.before(head, 2):
        if cols.lemma[position] == cols.lemma[head]:
            return None
        if draft.kind == "person" and scene.is_subject(position):
            fits = _is_of_calling(draft, noun) and whose.country in (None, draft.country)
            return draft.key if fits else None
    return None


def _is_of_calling(draft: Draft, noun: Noun) -> bool:
    calling = (draft.code or "CVL").split(" ")[-1]
    same_gender = not (noun.gender and draft.gender and noun.gender != draft.gender)
    return draft.key.startswith("person:") and same_gender and calling == noun.sector and not leads(draft)


def leads(draft: Draft) -> bool:
    """A head of state or government, by the table or by the article's own title."""
    return bool(draft.offices & _HEADS) and not draft.offices & RANKED


def same_people(scene: Scene, head: int, noun: Noun) -> str | None:
    """ "The three men" for the three Americans named before, "the prisoners" for the detainees."""
    cols = scene.cols
    captive = cols.lemma[head] in discourse_nouns(CAPTIVE)
    count = number(cols, head)
    if not (is_definite(cols, head) or determiner(cols, head) == "all") or cols.kid(head, "relcl", "acl") is not None:
        return None
    if count is None and not captive:
        return None
    groups = {d.key: d for _, d in scene.before(head) if d.kind == "people"}
    if count is not None:
        found = [d for d in groups.values() if d.count == count and _may_be_called(d, noun)]
    else:
        found = [d for d in groups.values() if captive and CAPTIVE in d.offices]
    if len(found) != 1:
        return None
    found[0].offices.update(w for w in noun.words if w != "people")
    found[0].offices.update({CAPTIVE} if captive else ())
    return found[0].key


def one_of_them(scene: Scene, head: int) -> str | None:
    """The country of "the official" after "U.S. officials": one of those who were named together."""
    cols = scene.cols
    if determiner(cols, head) != "the" or modifiers(cols, head) or cols.tag[head] != "NN":
        return None
    for position, draft in scene.before(head, _TOGETHER_BACK):
        if draft.kind == "people" and cols.tag[position] == "NNS" and cols.lemma[position] == cols.lemma[head]:
            return draft.country
    return None


def _may_be_called(draft: Draft, noun: Noun) -> bool:
    """People of no calling may be called men or prisoners; officials are not taken for soldiers."""
    calling = (draft.code or "CVL").split(" ")[-1]
    return calling == noun.sector or (noun.sector == "CVL" and calling in ("CVL", draft.country))


def note_people(scene: Scene, head: int, draft: Draft) -> None:
    """How many people a description counts, and whether it speaks of captivity."""
    cols = scene.cols
    draft.count = number(cols, head) if is_counted(cols, head) else draft.count
    freed = any(cols.dep[k] in ("acl", "relcl", "amod") and cols.lemma[k] in _FREED for k in cols.kids[head])
    if freed or cols.lemma[head] in discourse_nouns(CAPTIVE):
        draft.offices.add(CAPTIVE)
