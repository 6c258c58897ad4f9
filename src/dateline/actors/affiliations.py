"""For whom somebody acts who is named without an office: "Lester Holt of NBC News", "CNN's Jake Tapper", "Japan's Taro Kono"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.actors.bodies import code_of, state_draft
from dateline.actors.owners import owner
from dateline.actors.phrasing import noun_of
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.actors.seats import hometown
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.holders import TABLE

REACH = 8
"""Tokens after "of" within which the body's name stands."""
LONGEST = 5
"""Tokens from any word of a name to the one that heads it."""
_BELONGING = frozenset({"of", "at", "from", "with", "for"})
_BODIES = frozenset({"outlet", "government_body", "intergovernmental", "armed_group", "company", "other"})
_WRITING = frozenset({"contributor", "columnist"})
_STOP = frozenset({"VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "PRON"})
_PRESENTERS = frozenset({"outlet"})
_LEADING = frozenset({"head", "lead", "run", "direct", "chair"})
_WORKING = frozenset({"work", "teach", "study", "serve"})
_OF_CALLING, _OF_WORK = ("at", "of", "with", "for", "in"), ("at", "for", "with")
_PRESENT = frozenset({"VBZ", "VBP"})
_AMERICAN_PARTIES = frozenset({"democrat", "republican"})


def affiliate(scene: Scene, head: int, mention: NameMention, draft: Draft) -> None:
    """Give a person of whom nothing is known the country and sector of the body or state that stands beside the name."""
    if draft.country is not None or (draft.code or "").startswith("IGO") or draft.reason.startswith(TABLE):
        return
    if (country := _country_of_people(scene, head)) is not None:
        draft.country, draft.code = country, code_of(country, draft.code or "CVL")
        draft.reason = draft.reason or "one of a people named before"
        return
    lord = next(_lords(scene, head, mention), None)
    if lord is None:
        if not _by_party(scene, draft):
            _by_origin(scene, head, mention, draft)
        return
    draft.country = lord.country
    sector = (draft.code or "") if lord.kind == "state" else sector_within(lord, draft.code or "")
    draft.code = code_of(lord.country, sector, lord)
    draft.reason = draft.reason or f"named with '{lord.name}'"


def _country_of_people(scene: Scene, head: int) -> str | None:
    """ "The Americans, Kim Dong Chul and Tony Kim, were freed": the state of the people whom the names explain."""
    cols, top = scene.cols, head
    while cols.dep[top] == "conj" and cols.head[top] < top:
        top = cols.head[top]
    above = cols.head[top]
    if cols.dep[top] != "appos" or cols.tag[above] not in ("NNS", "NNPS") or above > top:
        return None
    people = scene.draft(above)
    return people.country if people is not None and people.kind in ("people", "state") else None


def sector_within(lord: Draft, own: str) -> str:
    """The sector of somebody at that body: the body's, unless a calling of their own is told ("professor", "reporter")."""
    whole = (lord.code or "").split(" ")
    sector = " ".join(whole[1:] if lord.country else whole)
    return own if own and own not in ("GOV", "BUS", "CVL", "ELI", "PTY") else sector or own


def _lords(scene: Scene, head: int, mention: NameMention) -> Iterator[Draft]:
    cols = scene.cols
    before = mention.start - 1
    if before > 0 and cols.tag[before] == "POS" and cols.sentence[before] == cols.sentence[head]:
        yield from _named_at(scene, before - 1, {*_BODIES, "state"})
    for i in range(before, max(mention.start - 4, -1), -1):
        if cols.pos[i] in _STOP or cols.tag[i] == "POS" or cols.sentence[i] != cols.sentence[head]:
            break
        yield from _named_at(scene, i, _PRESENTERS)
    yield from _after(scene, head, mention)
    yield from _lords_of_clause(scene, head)


def _after(scene: Scene, head: int, mention: NameMention) -> Iterator[Draft]:
    """The body after "of", or after another preposition that the parser attaches to the name."""
    cols, i = scene.cols, mention.end
    i += i + 1 < len(cols) and cols.words[i] == "," and cols.lower[i + 1] in ("of", "with", "from")
    if i >= len(cols) or cols.lower[i] not in _BELONGING or cols.sentence[i] != cols.sentence[head]:
        return
    if cols.lower[i] != "of" and cols.head[i] != head:
        return
    for j in range(i + 1, min(i + REACH, len(cols))):
        if cols.pos[j] in _STOP:
            return
        yield from _named_at(scene, j, {*_BODIES, "state"} if cols.lower[i] in ("of", "from") else _BODIES)


def _named_at(scene: Scene, token: int, kinds: frozenset[str] | set[str]) -> Iterator[Draft]:
    """The known body whose name covers the token; an adjective names no body."""
    for i in range(max(token - LONGEST, 0), min(token + LONGEST, len(scene.cols))):
        start, end = scene.spans.get(i, (0, 0))
        draft = scene.drafts[scene.owners[i]] if start <= token < end else None
        if draft is not None and draft.kind in kinds and scene.cols.pos[i] != "ADJ":
            yield draft


def institution_below(scene: Scene, head: int) -> Draft | None:
    """ "Fellow with the Center for Policies at the Brookings Institution", "a contributor to the project 38 North".

    The first institution of a known state along the prepositions of what stands in apposition to the name.
    """
    cols = scene.cols
    apposed = [k for k in cols.kids[head] if cols.dep[k] == "appos" and k > head]
    apposed += [k for noun in apposed for k in cols.kids[noun] if cols.dep[k] == "conj" and k not in scene.names]
    for noun in apposed:
        calling, at = noun_of(cols, noun), [noun]
        if calling is None or not calling.human:
            continue
        while at:
            token = at.pop(0)
            for k in cols.kids[token]:
                writes = cols.lower[k] == "to" and token == noun and cols.lemma[noun] in _WRITING
                if cols.dep[k] == "prep" and k > token and (cols.lower[k] in _BELONGING or writes):
                    at.extend(o for o in cols.kids[k] if cols.dep[o] == "pobj")
                elif cols.dep[k] == "appos" and k > token and token != noun:
                    at.append(k)
            lord = scene.drafts.get(scene.owners.get(token) or "") or (scene.draft(token) if token != noun else None)
            if lord is not None and lord.country is not None and lord.kind in ("other", "outlet", "company"):
                return lord
    return None


def _by_party(scene: Scene, draft: Draft) -> bool:
    """ "Democrat Joe Crowley": a party of the United States."""
    if not (draft.offices & _AMERICAN_PARTIES and state_draft(scene, "USA") is not None):
        return False
    draft.country, draft.code = "USA", code_of("USA", "PTY")
    return True


def _by_origin(scene: Scene, head: int, mention: NameMention, draft: Draft) -> None:
    """ "Ann Reed, 65, of Mount Gilead, Ohio", "the Japanese pro Hideki Matsuyama": no more than the state."""
    country = _adjective_before(scene, head, mention) or hometown(scene, mention.end)
    if country is not None:
        draft.country, draft.code = country, code_of(country, draft.code or "CVL")
        draft.reason = draft.reason or "named with a place or people"


def _adjective_before(scene: Scene, head: int, mention: NameMention) -> str | None:
    """The state whose adjective qualifies the words before the name within its phrase."""
    cols = scene.cols
    first = scene.name_before(mention.start, min(cols.left[head], mention.start))
    near = range(max(first, mention.start - 3), mention.start)
    if any(cols.tag[i] == "POS" or cols.pos[i] in _STOP for i in near):
        return None
    told = [i for i in near if i in scene.states and cols.pos[i] == "ADJ" and cols.tag[i] != "POS"]
    return scene.drafts[scene.states[told[0]]].country if len(told) == 1 else None


def _lords_of_clause(scene: Scene, head: int) -> Iterator[Draft]:
    """ "X, who heads the Carnegie-Tsinghua Center", "Y is a professor at Dartmouth College": a body led or worked for."""
    cols = scene.cols
    told = (head, *(k for k in cols.kids[head] if cols.dep[k] == "appos" and k > head))
    clauses = (k for noun in told for k in cols.kids[noun] if cols.dep[k] == "relcl")
    verbs = [k for k in clauses if (s := cols.subject(k)) is not None and cols.lower[s] == "who"]
    if cols.dep[head] == "nsubj":
        verbs.append(cols.head[head])
    for verb in verbs:
        if cols.lemma[verb] == "be":
            calling = cols.kid(verb, "attr")
            noun = noun_of(cols, calling) if calling is not None and cols.kid(verb, "neg") is None else None
            if noun is not None and noun.human and calling is not None:
                yield from _under(scene, calling, _OF_CALLING)
                yield from _whose(scene, calling)
        elif cols.lemma[verb] == "serve" and (office := _served_as(scene, verb)) is not None:
            yield from _under(scene, office, _OF_CALLING)
            yield from _whose(scene, office)
        elif cols.lemma[verb] in _LEADING and cols.tag[verb] in _PRESENT:
            yield from _under(scene, verb, ())
        elif cols.lemma[verb] in _WORKING and cols.tag[verb] in _PRESENT:
            yield from _under(scene, verb, _OF_WORK)


def _served_as(scene: Scene, verb: int) -> int | None:
    """The office in "who served as the council's senior director"."""
    cols = scene.cols
    role = next((k for k in cols.kids[verb] if cols.dep[k] == "prep" and cols.lower[k] == "as"), None)
    office = cols.kid(role, "pobj") if role is not None else None
    noun = noun_of(cols, office) if office is not None else None
    return office if noun is not None and noun.human else None


def _whose(scene: Scene, calling: int) -> Iterator[Draft]:
    """ "The State Department coordinator", "the council's director": the body that qualifies what somebody is or was."""
    noun = noun_of(scene.cols, calling)
    lord = scene.drafts.get(owner(scene, calling).key or "")
    if lord is not None and lord.kind in _BODIES and noun is not None and noun.words[-1] not in discourse_nouns("student"):
        yield lord


def _under(scene: Scene, token: int, prepositions: tuple[str, ...]) -> Iterator[Draft]:
    """Bodies that are the object of the verb, or of one of the prepositions below the token."""
    cols = scene.cols
    objects = [k for k in cols.kids[token] if cols.dep[k] == "dobj"] if not prepositions else []
    for k in cols.kids[token]:
        if cols.dep[k] == "prep" and cols.lower[k] in prepositions:
            objects.extend(o for o in cols.kids[k] if cols.dep[o] == "pobj")
    for k in objects:
        key = scene.owners.get(k) or (scene.names[k].key if k in scene.names else None)
        if key is not None and scene.drafts[key].kind in _BODIES:
            yield scene.drafts[key]
