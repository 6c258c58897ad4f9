"""Ministries, armies, police, parliaments and other bodies named by a common noun: "Sudan's army", "the water ministry"."""

from __future__ import annotations

from dateline.actors.columns import Columns
from dateline.actors.known import CONTESTED, PEOPLES, adjective_of
from dateline.actors.known_names import from_entry
from dateline.actors.lexicon import Noun
from dateline.actors.owners import (
    LOOK_BACK,
    NOBODY,
    Owner,
    is_american_administration,
    is_ours,
    is_sided_with,
    owner,
    owners,
    salient_country,
    subject_country,
)
from dateline.actors.phrasing import (
    INDEFINITE,
    LONGEST_COMPLEMENT,
    bare_start,
    complement_end,
    determiner,
    is_counted,
    is_definite,
    is_plural,
    modifiers,
    noun_of,
)
from dateline.actors.scene import Draft, Scene
from dateline.actors.sectors import phrase_sector
from dateline.knowledge.discourse import discourse_nouns, igo_codes, outlet_kinds
from dateline.knowledge.national_words import national_word, regimes
from dateline.knowledge.outlets import outlet_by_name

NEAR = 4
"""Sentences within which "the newspaper" is the outlet that was last a subject, rather than the one last named."""
NO_REGIMES = frozenset({"USA"})
"""States whose government the press does not call a regime: "pressuring China to isolate the regime" is about another."""
_AT_WAR = frozenset({"REB", "UAF"})
_MINISTRIES = frozenset({"ministry", "department", "bureau", "office", "council", "house", "chamber", "commission", "committee"})


def state_draft(scene: Scene, country: str) -> Draft | None:
    """The state itself as an actor of this article."""
    entry = scene.known.states.get(country)
    return scene.add(from_entry(entry)) if entry else None


def government(scene: Scene, head: int) -> str | None:
    """ "The Egyptian government", "the Trump administration", "Addis Ababa's side": the state itself."""
    cols = scene.cols
    if is_counted(cols, head) or determiner(cols, head) in INDEFINITE or determiner(cols, head) == "both":
        return None
    if cols.lemma[head] == "side" and cols.dep[head] == "pobj" and cols.lower[cols.head[head]] == "on":
        return None  # time is on its side
    found = owner(scene, head)
    if found.key and scene.drafts[found.key].kind in ("intergovernmental", "armed_group", "company", "outlet"):
        return None
    if (found.key or "").startswith((CONTESTED, PEOPLES)):
        return None
    country = found.country
    if country is None and cols.lemma[head] != "side" and (is_definite(cols, head) or cols.lower[head] == "authorities"):
        if cols.kid(head, "relcl") is not None or (cols.lemma[head] == "regime" and _says_which(cols, head)):
            return None  # "the leadership that only we can provide", "the sanctions regime"
        country = "USA" if is_american_administration(scene, head) else salient_country(scene, head)
        if cols.lemma[head] == "regime" and country not in regimes():
            country = _last_regime(scene, head) or (None if country in NO_REGIMES else country)
    draft = state_draft(scene, country) if country else None
    if draft is None:
        return None
    draft.called(_phrase_in_text(scene, head))
    return draft.key


def _says_which(cols: Columns, head: int) -> bool:
    """ "The sanctions regime", but not "the communist regime"."""
    return any(cols.lower[m] not in discourse_nouns("evaluative") for m in modifiers(cols, head))


def _last_regime(scene: Scene, head: int) -> str | None:
    """The state named last before the token, by name, adjective or its people, whose government is called a regime."""
    told = {t: key for t, key in scene.states.items() if t < head} | {t: key for t, key in scene.trail if t < head}
    near = (scene.drafts[told[t]].country for t in sorted(told, reverse=True))
    return next((c for c in near if c in regimes()), None)


def _phrase_in_text(scene: Scene, head: int) -> str:
    return scene.cols.text(scene.cols.left[head], head + 1)


def body(scene: Scene, head: int, noun: Noun) -> str | None:
    """The body as an actor of its own; "the ministry" alone is the last ministry named."""
    if is_ours(scene, head):
        return None
    several = _of_several(scene, head, noun)
    if several is not None:
        return several
    found = owner(scene, head) if not _is_mixed(scene, head) else NOBODY
    phrase = body_phrase(scene, head)
    if found == NOBODY and phrase == scene.cols.lemma[head]:
        known = _named_before(scene, head)
        if known is not None and not _of_another_state(scene, head, known):
            return known
    country = found.country
    if country is None and found.key is None and not _is_mixed(scene, head) and _takes_salient_country(scene, head, noun):
        known = _same_phrase(scene, phrase)
        if known is not None:
            return known
        country = salient_country(scene, head)
    return _body_draft(scene, head, noun, phrase, Owner(found.key, country)).key


def _of_several(scene: Scene, head: int, noun: Noun) -> str | None:
    """ "U.S. and South Korean troops": a body of several states, which are its members."""
    states = dict.fromkeys(o.key for o in owners(scene, head) if o.key and scene.drafts[o.key].kind == "state")
    if len(states) < 2:
        return None
    name = scene.cols.text(bare_start(scene.cols, head), head + 1)
    draft = Draft(f"bodies:{name.casefold()}", name, noun.kind, (scene.document.article.id, name), members=tuple(states))
    draft.code, draft.reason = noun.sector or None, "body of several states"
    return scene.add(draft).key


def body_country(scene: Scene, head: int) -> str | None:
    """The state of a body that only qualifies a person: that of the same body named near, else the state that is the subject."""
    phrase = body_phrase(scene, head).casefold()
    bodies = (d for _, d in scene.before(head, NEAR) if d.key.startswith("body:"))
    near = (d for d in bodies if d.key.endswith(f":{phrase}") or phrase in map(str.casefold, d.aliases))
    known = next(near, None)
    return known.country if known is not None else subject_country(scene, head)


def body_phrase(scene: Scene, head: int) -> str:
    """The body's own words without state, possessor and determiner: "water ministry", "ministry of foreign affairs"."""
    cols = scene.cols
    own = (i for i in modifiers(cols, head) if i not in scene.lent or is_sided_with(cols, i))
    words = [*_generic_possessor(scene, head), *(cols.words[i] for i in own)]
    end = complement_end(cols, head, "of") if cols.lemma[head] in _MINISTRIES else head + 1
    tail = [cols.text(head + 1, end)] if end > head + 1 and not _state_within(scene, head + 1, end) else []
    last = cols.lower[head] if is_plural(cols, head) else cols.words[head]
    text = " ".join([*words, last, *tail]).replace(" - ", "-")
    first = cols.pos[head] if not words else ""
    sentence_start = cols.left[head] == cols.sentences[cols.sentence[head]][0]
    return text[0].lower() + text[1:] if sentence_start and first != "PROPN" and not text.split()[0].isupper() else text


def _generic_possessor(scene: Scene, head: int) -> list[str]:
    """ "A lawyers' association": a plural possessor that says what kind of body it is."""
    cols = scene.cols
    kinds = [k for k in cols.kids[head] if cols.dep[k] == "poss" and cols.tag[k] == "NNS" and not cols.kid(k, "det", "amod")]
    return [cols.words[kinds[0]] + "'"] if kinds else []


def _state_within(scene: Scene, start: int, end: int) -> bool:
    return any(i in scene.states for i in range(start, end))


def _is_mixed(scene: Scene, head: int) -> bool:
    """ "US and coalition forces": of one state and of others."""
    cols = scene.cols
    states = [i for i in range(cols.left[head], head) if i in scene.states]
    return any(cols.dep[k] == "conj" and national_word("abroad", [cols.lower[k]]) for i in states for k in cols.kids[i])


def _takes_salient_country(scene: Scene, head: int, noun: Noun) -> bool:
    """Definite or bare ("police", a headline's "ministry") and such as a state has one of; "a brigade" may be anybody's."""
    cols = scene.cols
    if is_counted(cols, head) or not {" ".join(noun.words), noun.words[-1]} & discourse_nouns("organ"):
        return False
    if noun.sector.split(" ")[0] in _AT_WAR:
        return False  # whoever arms or fights rebels is of another state as often as not
    if any(cols.lower[m] not in discourse_nouns("plain_modifier") and m not in scene.lent for m in _extra(cols, head, noun)):
        return False
    return determiner(cols, head) in ("the", None)


def _extra(cols: Columns, head: int, noun: Noun) -> list[int]:
    """Modifiers of "forces", "troops", "army" that are not words of the noun: "pro-independence", "Western", "terrorist"."""
    armed = noun.sector in ("MIL", "COP")
    return [m for m in modifiers(cols, head) if cols.lower[m] not in noun.words] if armed else []


def _named_before(scene: Scene, head: int) -> str | None:
    """ "The ministry", "the Bureau": the last body whose name ends in this noun, or near before it another of its names."""
    cols = scene.cols
    if not is_definite(cols, head) and cols.lower[head] != "police":
        return None
    near = {draft.key for _, draft in scene.before(head, NEAR)}
    for _, draft in scene.before(head):
        if draft.kind in ("person", "people", "state"):
            continue
        names = (draft.name, *(draft.aliases if draft.kind == "government_body" and draft.key in near else ()))
        if any(name.casefold().split()[-1:] == [cols.lower[head]] for name in names):
            return draft.key
    return None


def _of_another_state(scene: Scene, head: int, known: str) -> bool:
    """Was the body last named a while ago, and is another state the subject here: "Egypt ... the military is mounting"?"""
    here = subject_country(scene, head)
    country = scene.drafts[known].country
    if here is None or country is None or here == country:
        return False
    return all(draft.key != known for _, draft in scene.before(head, LOOK_BACK))


def _same_phrase(scene: Scene, phrase: str) -> str | None:
    for _, draft in reversed(scene.trail):
        found = scene.drafts[draft]
        same = found.key.endswith(f":{phrase.casefold()}") or phrase.casefold() in map(str.casefold, found.aliases)
        if found.key.startswith("body:") and same:
            return found.key
    return None


def _body_draft(scene: Scene, head: int, noun: Noun, phrase: str, whose: Owner) -> Draft:
    lord = scene.drafts[whose.key] if whose.key else None
    if lord is not None and lord.key.startswith((CONTESTED, PEOPLES)):
        return _body_below_state(scene, head, noun, phrase, lord)
    state = scene.known.states.get(whose.country or "")
    official = _official(scene, whose.country, phrase)
    if official is not None:
        official.called(phrase, scene.cols.text(scene.cols.left[head], head + 1))
        return official
    name = f"{adjective_of(whose.country)} {phrase}" if state else phrase
    if lord is not None and lord.kind in ("intergovernmental", "armed_group"):
        name = f"{lord.name} {phrase}"
    sector = phrase_sector(scene, head, noun, lord)
    key = f"body:{whose.country or (lord.key if lord else '')}:{phrase.casefold()}"
    parts = (key,) if whose.country or lord else (key, scene.document.article.id)
    draft = scene.add(Draft(key, name, noun.kind, parts, whose.country, code_of(whose.country, sector, lord)))
    draft.called(phrase, scene.cols.text(scene.cols.left[head], head + 1), _full_phrase(scene, head))
    if state is not None:
        draft.called(f"{state.name}'s {phrase}", f"{phrase} of {state.name}", f"{phrase[0].upper()}{phrase[1:]} of {state.name}")
    draft.reason = draft.reason or f"body noun '{' '.join(noun.words)}'"
    return draft


def _body_below_state(scene: Scene, head: int, noun: Noun, phrase: str, lord: Draft) -> Draft:
    """ "The Abkhaz parliament", "the Catalan government": not that of the state that the land is counted to."""
    key, name = f"body:{lord.key}:{phrase.casefold()}", scene.cols.text(bare_start(scene.cols, head), head + 1)
    code = code_of(lord.country, phrase_sector(scene, head, noun, lord), lord)
    draft = scene.add(Draft(key, name, noun.kind, (key,), lord.country, code, reason=f"body noun '{' '.join(noun.words)}'"))
    draft.called(phrase, scene.cols.text(scene.cols.left[head], head + 1), _full_phrase(scene, head))
    return draft


def _official(scene: Scene, country: str | None, phrase: str) -> Draft | None:
    """The body that a table knows by this phrase: "Sudanese army" is the Sudanese Armed Forces."""
    adjective = adjective_of(country)
    entries = scene.known.gazetteer.find(f"{adjective} {phrase.title()}") if adjective else ()
    known = next((e for e in entries if e.country == country and e.kind == "government_body"), None)
    return scene.add(from_entry(known)) if known else None


def _full_phrase(scene: Scene, head: int) -> str:
    end = complement_end(scene.cols, head, "of", "in", "for")
    return scene.cols.text(scene.cols.left[head], end) if end - head < LONGEST_COMPLEMENT else ""


def code_of(country: str | None, sector: str, lord: Draft | None = None) -> str | None:
    """A PLOVER-style code: country and sector, or those of the international body or armed group that one belongs to."""
    if lord is not None and lord.kind in ("intergovernmental", "armed_group"):
        return lord.code
    partial = " PRE" if lord is not None and lord.key.startswith(CONTESTED) and sector != "PRE" else ""
    return f"{country or ''} {sector}{partial}".strip() or None


def pointing_back(scene: Scene, head: int) -> str | None:
    """ "The bloc", "the agency", "the rebels", "the Council": the last actor of that kind, or of that word in its name.

    A plural points to fighters alone: "the companies" are not the one named last.
    """
    cols = scene.cols
    if not is_definite(cols, head):
        return None
    if (named := _known_as(scene, head) or _named_people(scene, head)) is not None:
        return named
    word, lemma = cols.words[head], cols.lemma[head]
    bare = not [m for m in modifiers(cols, head) if m not in scene.states]
    several = is_plural(cols, head) and cols.lemma[head] != cols.lower[head]
    kinds = [k for k in ("armed_group",) if several] or ["igo", "outlet", "armed_group", "company"]
    kinds = [k for k in kinds if lemma in discourse_nouns(k) and (bare or _one_noun(cols, head))]
    if bare and word[0].isupper() and (named := _named_with(scene, head, word)) is not None:
        return named
    sought = {_KINDS[k] for k in kinds}
    if not sought:
        return None if several else _last_named_body(scene, head)
    nearest, near = None, cols.sentence[head] - NEAR
    for position, draft in scene.before(head):
        if draft.kind not in sought or not _is_kind_of(draft, lemma) or not _is_of_states(scene, head, draft):
            continue
        if draft.kind == "company" and _unknown_name_between(scene, position, head):
            return None
        if draft.kind != "outlet" or (scene.is_subject(position) and cols.sentence[position] >= near):
            return draft.key if nearest is None or draft.kind == "outlet" else nearest
        nearest = nearest or draft.key
        if cols.sentence[position] < near:
            break
    return nearest or (None if several else _last_named_body(scene, head))


def _named_people(scene: Scene, head: int) -> str | None:
    """ "The militants" after "three Falcon militants": those last called so, where their group was named with them."""
    cols = scene.cols
    for position, draft in scene.before(head, 1) if is_plural(cols, head) and not modifiers(cols, head) else ():
        named = (scene.owners[i] for i in range(cols.left[position], position) if i in scene.owners)
        if cols.lower[position] == cols.lower[head] and any(scene.drafts[key].kind == "armed_group" for key in named):
            return draft.key
    return None


def _is_of_states(scene: Scene, head: int, draft: Draft) -> bool:
    """ "The moderate Syrian rebels" are no group of another state, or of none; "the Lebanese militia" is one of Lebanon."""
    told = {scene.drafts[scene.states[m]].country for m in modifiers(scene.cols, head) if m in scene.states}
    return not told or draft.kind != "armed_group" or (draft.code or "")[:3] in told


def _known_as(scene: Scene, head: int) -> str | None:
    """ "The Islamist group known as the Shabab", "a militia called Kataib Hezbollah"."""
    cols = scene.cols
    at = head + 1
    if at + 2 >= len(cols) or cols.lower[at] not in ("known", "called", "named"):
        return None
    at += 1 + (cols.lower[at + 1] == "as")
    at += at < len(cols) and cols.lower[at] == "the"
    found = next((key for i, key in scene.owners.items() if scene.spans[i][0] == at), None)
    return found if found is not None and scene.drafts[found].kind not in ("state", "person") else None


def _unknown_name_between(scene: Scene, known: int, head: int) -> bool:
    """Has somebody whom no table knows been the subject since: the company may be that one."""
    cols = scene.cols
    names = (i for i in range(known + 1, head) if cols.dep[i] == "nsubj" and cols.tag[i] in ("NNP", "NNPS"))
    return any(scene.heads.get(i) is None for i in names)


def _last_named_body(scene: Scene, head: int) -> str | None:
    """ "The rights group" for Amnesty International: the last subject, if it has a proper name and is no state or person."""
    cols = scene.cols
    if cols.lemma[head] not in discourse_nouns("named_body") or not scene.is_subject(head) or cols.kid(head, "prep", "relcl"):
        return None
    if any(m in scene.lent for m in modifiers(cols, head)):
        return None
    for position, draft in scene.before(head, 2):
        if scene.is_subject(position) and draft.kind not in ("outlet", "people"):
            return draft.key if position in scene.names and draft.kind not in ("person", "state") else None
    return None


def _named_with(scene: Scene, head: int, word: str) -> str | None:
    """ "The Council": the last body with this word in its name."""
    bodies = (d for _, d in scene.before(head) if d.kind not in ("person", "people", "state"))
    return next((d.key for d in bodies if word in d.name.split()), None)


def _is_kind_of(draft: Draft, lemma: str) -> bool:
    """Is the body of the sort that the noun names: an alliance is NATO rather than the EU, a newspaper is no agency?"""
    if draft.kind == "intergovernmental":
        codes, own = igo_codes(lemma), set((draft.code or "").split())
        real = draft.key.startswith(("igo:", "name:")) and not draft.key.count("_")
        return real and (not codes or bool(codes & (own - {"IGO"} or own)))
    if draft.kind == "outlet":
        known = outlet_by_name(draft.name)
        return known is None or known.kind in outlet_kinds(lemma)
    return True


def _one_noun(cols: Columns, head: int) -> bool:
    """Are all modifiers part of a noun that the tables know ("news agency", not "Dahlak channel")?"""
    noun = noun_of(cols, head)
    return noun is not None and len(noun.words) > len(modifiers(cols, head))


_KINDS = {"igo": "intergovernmental", "outlet": "outlet", "armed_group": "armed_group", "company": "company"}
