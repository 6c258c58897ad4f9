"""A person's name in its place: the office that stands with it, the country acted for, the code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors.affiliations import affiliate, sector_within
from dateline.actors.anaphors import STATE_OFFICES
from dateline.actors.bodies import code_of, state_draft
from dateline.actors.lexicon import Noun, longest_noun, office_words
from dateline.actors.name_runs import HONORIFICS, RANKS
from dateline.actors.office_holders import HEADS
from dateline.actors.owners import NOBODY, Owner, dateline_country, home_country, near_place, owner, owners, salient_country
from dateline.actors.phrasing import bare_start, complement_end, is_definite, noun_of
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.actors.sectors import name_sector
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.holders import TABLE
from dateline.knowledge.sector_words import sector_words
from dateline.knowledge.us_states import us_states

_COMPARED = frozenset({"president", "minister", "premier", "chancellor", "secretary", "ambassador", "adviser"})
"""Offices that are worth a note where article and table differ; "leader" and "spokesman" say the same of many."""
_CONGRESS = frozenset({"rep", "sen", "congressman", "congresswoman"})
_OF_STATES = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "SPY"})
"""Sectors of offices that need a state, or a place in the text that shows them to be of one."""
_HOME_OFFICES = frozenset({"secretary", "general", "adviser", "advisor", "speaker", "leader", "whip"})
"""Offices of the outlet's own state that it names without the state, as it would not those of other states."""
_LONGEST_NAME = 8
"""Tokens of an institution's name before a title."""
_TITLE_TAGS = frozenset({"NNP", "NN", "JJ", "NNPS"})
_PRESENT = frozenset({"VBZ", "VBP"})
_MASTERS = frozenset({"LEG", "PTY", "OPP", "JUD", "REL", "BUS", "REB", "NGO", "HRI"})
"""Sectors that somebody lends to those who speak and work for him."""
_PRIVATE = frozenset({"other", "company", "outlet"})
_FORMER = frozenset({"former", "ex", "ex-", "retired", "late", "onetime", "then"})


@dataclass(frozen=True, slots=True)
class Role:
    """What the text says a person is, right where it names them.

    `assumable`: where no state is named, that of the text may be assumed: for a title before the name and "the prime minister"
    beside it, not for "president of the Atlantic Council".
    """

    text: str
    noun: Noun
    words: frozenset[str]
    owner: Owner
    assumable: bool = True


def person_at(scene: Scene, head: int, mention: NameMention) -> str:
    """Read the roles that stand with this mention of a person into the draft, and give the draft's key."""
    draft = scene.drafts[mention.key]
    for role in sorted(roles(scene, head, mention), key=lambda r: r.owner == NOBODY):
        _take_role(scene, head, draft, role)
    affiliate(scene, head, mention, draft)
    draft.called(scene.cols.text(mention.start, mention.end))
    if draft.offices & STATE_OFFICES:
        draft.offices.update(word for name in _federated(scene, mention) for word in name.split())
    return draft.key


def roles(scene: Scene, head: int, mention: NameMention) -> Iterator[Role]:
    """The title before the name, then what stands in apposition to it."""
    title = _title(scene, head, mention)
    if title is not None:
        yield title
    cols = scene.cols
    apposed = [n for n, name in scene.linked.items() if name == head]
    apposed += [k for k in cols.kids[head] if cols.dep[k] == "appos" and k >= mention.end]
    if cols.dep[head] == "appos" and cols.head[head] < mention.start:
        apposed.append(cols.head[head])
    for noun_head in apposed:
        role = _apposed(scene, noun_head)
        if role is not None:
            yield role
    calling = _calling(scene, head)
    role = _apposed(scene, calling) if calling is not None else None
    if role is not None and (role.owner != NOBODY or role.noun.sector.split(" ")[0] not in _OF_STATES):
        yield role


def _calling(scene: Scene, head: int) -> int | None:
    """What somebody whom no table knows is said to be: "X is a lawyer", "Y, who is the group's spokesman"."""
    cols = scene.cols
    if scene.drafts[scene.names[head].key].reason.startswith(TABLE):
        return None
    verbs = [
        k for k in cols.kids[head] if cols.dep[k] == "relcl" and (s := cols.subject(k)) is not None and cols.lower[s] == "who"
    ]
    verbs += [cols.head[head]] if cols.dep[head] == "nsubj" else []
    for verb in (v for v in verbs if cols.lemma[v] == "be" and cols.tag[v] in _PRESENT and cols.kid(v, "neg") is None):
        attr = cols.kid(verb, "attr")
        noun = noun_of(cols, attr) if attr is not None and cols.tag[attr] == "NN" else None
        if noun is not None and noun.kind == "person" and noun.sector not in ("", "CVL") and not _is_of_others(noun):
            return attr
    return None


def _is_of_others(noun: Noun) -> bool:
    """A critic or ally is one of somebody else's, an expert may be one on what he studies."""
    others = discourse_nouns("relational") | discourse_nouns("between_states") | discourse_nouns("student")
    return noun.words[-1] in others


def _title(scene: Scene, head: int, mention: NameMention) -> Role | None:
    cols = scene.cols
    first = scene.name_before(mention.start, _first_of_title(scene, head, mention))
    words = [i for i in range(first, mention.start) if cols.lower[i] not in HONORIFICS and cols.pos[i] != "SPACE"]
    if words and cols.words[words[-1]] == ":":
        return None
    while words and cols.pos[words[-1]] == "PUNCT" and cols.words[words[-1]] != ".":
        words.pop()
    noun = _title_noun(scene, words)
    if noun is None or not noun.human or cols.tag[words[-1]].startswith("VB"):
        return None
    whose = () if _studies(scene, words, noun) else owners(scene, head) or _lent_to(scene, words)
    kept = [i for i in words if _belongs_to_role(scene, i, head)]
    text = _role_text(scene, kept)
    return Role(text, noun, _role_words(scene, kept), whose[0] if whose else american(scene, noun, mention))


def _first_of_title(scene: Scene, head: int, mention: NameMention) -> int:
    """Where the title may begin; of two joint names the parser often gives the first one's title to the second."""
    cols, first = scene.cols, min(scene.cols.left[head], mention.start)
    start = cols.sentences[cols.sentence[mention.start]][0]
    while first > start and cols.tag[first - 1] in _TITLE_TAGS and first - 1 not in scene.names:
        if cols.lower[first - 1] not in office_words() and first - 1 not in scene.states:
            break
        first -= 1
    return first


def _lent_to(scene: Scene, words: list[int]) -> tuple[Owner, ...]:
    """The state within a title that the parser did not attach to the name, or the institution right before the title."""
    states = tuple(Owner(scene.states[i], scene.drafts[scene.states[i]].country) for i in words if i in scene.states)
    return states or _institution_before(scene, words[0])


def _institution_before(scene: Scene, first: int) -> tuple[Owner, ...]:
    """ "Middlebury Institute of International Studies Professor Jeffrey Lewis", where the parser sees two phrases."""
    near = range(max(first - _LONGEST_NAME, 0), first)
    heads = [i for i in near if i in scene.owners and scene.spans[i][1] == first and i not in scene.states]
    draft = scene.drafts[scene.owners[heads[-1]]] if heads else None
    apart = not heads or scene.cols.sentence[heads[-1]] != scene.cols.sentence[first]
    return (Owner(draft.key, draft.country),) if draft is not None and not apart and draft.kind == "other" else ()


def _studies(scene: Scene, words: list[int], noun: Noun) -> bool:
    """ "North Korea analyst Ankit Panda": the state is what he deals with."""
    before = words[-1 - len(noun.words)] if len(words) > len(noun.words) else -1
    named = before in scene.states and scene.cols.tag[before] in ("NNP", "NNPS") and scene.cols.pos[before] == "PROPN"
    return named and noun.words[-1] in discourse_nouns("student")


def _role_text(scene: Scene, tokens: list[int]) -> str:
    """The last unbroken stretch of adjectives and nouns among the tokens, with the spacing of the article."""
    cols = scene.cols
    first = len(tokens)
    while first > 0 and (cols.pos[tokens[first - 1]] in ("ADJ", "NOUN", "PROPN", "ADP") or cols.words[tokens[first - 1]] in "-."):
        first -= 1
    while first < len(tokens) and (cols.words[tokens[first]] in "-." or cols.pos[tokens[first]] == "ADP"):
        first += 1
    parts: list[str] = []
    for number, i in enumerate(tokens[first:]):
        tight = number and cols.offset[i] == cols.offset[i - 1] + len(cols.words[i - 1])
        parts.append(cols.words[i] if tight or not number else " " + cols.words[i])
    return "".join(parts)


def american(scene: Scene, noun: Noun, mention: NameMention) -> Owner:
    """ "Rep. X" and "Sen. Y (D-Ohio)" sit in the Congress of the United States."""
    cols = scene.cols
    party = "".join(cols.words[mention.end : mention.end + 3])
    congress = bool(set(noun.words) & _CONGRESS and noun.sector == "LEG")
    party_given = bool(re.match(r"[(,][DRI](-|\)|,)", party)) and noun.sector in ("LEG", "GOV")
    governor = "gov" in {cols.lower[i].strip(".") for i in range(max(mention.start - 2, 0), mention.start)}
    seat = (governor or bool(_federated(scene, mention))) and bool(set(noun.words) & STATE_OFFICES)
    draft = state_draft(scene, "USA") if congress or party_given or seat else None
    return Owner(draft.key, "USA") if draft else NOBODY


def _federated(scene: Scene, mention: NameMention) -> set[str]:
    """The state of the United States beside a name: "Senator Angus King of Maine", "Ohio Gov. X", "X (R) of Ohio"."""
    cols = scene.cols
    stop = cols.sentences[cols.sentence[mention.start]][1]
    near = {*range(max(mention.start - 4, 0), mention.start), *range(mention.end, min(mention.end + 6, stop))}
    pairs = {f"{cols.lower[i]} {cols.lower[i + 1]}" for i in near if i + 1 < len(cols)}
    return ({cols.lower[i] for i in near} | pairs) & us_states()


def _title_noun(scene: Scene, words: list[int]) -> Noun | None:
    """The office in which the words end, or that they complete: "former ambassador to the United Nations"."""
    cols = scene.cols
    plain = [RANKS.get(w, w) for i in words if (w := cols.lower[i].strip("."))]
    noun = longest_noun([w for w in plain if w != "-"])
    if noun is not None:
        return noun
    for at in range(len(plain) - 2, -1, -1):
        if plain[at + 1] in ("of", "to", "for") and (noun := longest_noun(plain[: at + 1])) is not None and noun.office:
            return noun
    return None


def _belongs_to_role(scene: Scene, i: int, name: int = -1) -> bool:
    """Is it a word of the role, and not of somebody's whose it is ("President Trump's adviser"), unless that is who is named?"""
    cols = scene.cols
    if any(cols.dep[a] == "poss" for a in (i, cols.head[i]) if a != name):
        return False
    if i in scene.lent or i in scene.places or cols.dep[i] in ("det", "poss", "case") or cols.pos[i] in ("DET", "SPACE"):
        return False
    return cols.words[i] not in (",", "“", "”", '"')


def _role_words(scene: Scene, tokens: list[int]) -> frozenset[str]:
    return frozenset(scene.cols.lower[i].strip(".") for i in tokens)


def _apposed(scene: Scene, noun_head: int) -> Role | None:
    cols = scene.cols
    noun = noun_of(cols, noun_head)
    if noun is None or noun.kind != "person" or noun_head in scene.names:
        return None
    tokens = [i for i in range(bare_start(cols, noun_head), noun_head + 1) if _belongs_to_role(scene, i)]
    end = complement_end(cols, noun_head, "of", "for", "to", "at")
    if not tokens:
        return None
    text = " ".join(cols.words[i] for i in tokens)
    tail = cols.text(noun_head + 1, end) if end > noun_head + 1 else ""
    words = _role_words(scene, [*tokens, *(range(noun_head + 1, end) if noun.office else ())])
    assumable = is_definite(cols, noun_head) and not _names_a_body(scene, noun_head, end)
    return Role(f"{text} {tail}".strip(), noun, words, owner(scene, noun_head), assumable)


def _speaks_of_state(role: Role) -> bool:
    """Every word of the role is one of public office: an airline's spokeswoman is of no state."""
    if role.noun.words[-1] in ("mayor", "governor"):
        return False
    return all(w in office_words() for w in role.words if w.isalpha())


def _names_a_body(scene: Scene, noun_head: int, end: int) -> bool:
    """ "Of the Atlantic Council", but not the portfolio in "Minister of Water"."""
    if scene.cols.lower[noun_head] in ("minister", "secretary"):
        return False
    return any(scene.cols.pos[i] == "PROPN" for i in range(noun_head + 1, end))


def _take_role(scene: Scene, head: int, draft: Draft, role: Role) -> None:
    draft.offices.update(role.words, role.noun.words, (RANKS[w] for w in role.words if w in RANKS))
    draft.gender = draft.gender or role.noun.gender
    if draft.reason.startswith(TABLE):
        if _has_gone_to(scene, draft, role):
            draft.code, draft.country = scene.drafts[role.owner.key or ""].code, None
        _compare(draft, role)
        return
    if draft.role is not None and not _is_better(draft, role):
        return
    draft.role = role.text
    lord = scene.drafts[role.owner.key] if role.owner.key else None
    country = role.owner.country
    if role.owner == NOBODY and draft.country is None and not _is_of_igo(draft) and role.noun.office and _of_state(role):
        country = _assumed_country(scene, head, role)
    if country is None and draft.country is None and role.owner == NOBODY and not _is_of_igo(draft):
        country = _at_home(scene, role)
    if lord is not None and (lord.kind == "intergovernmental" or (lord.kind == "armed_group" and country is None)):
        draft.code, draft.country = lord.code, None
    elif country is not None:
        draft.country = draft.country or country
        former = bool(_FORMER & role.words)
        draft.code = code_of(country, "ELI" if former else _sector(role, lord), lord)
    elif draft.code is None and (_sector(role, lord) not in _OF_STATES or role.assumable):
        draft.code = code_of(draft.country, _sector(role, lord))
    draft.reason = f"introduced as '{role.text}'"
    if lord is not None and draft.country:
        draft.called(f"{role.text} of {lord.name}")


def _assumed_country(scene: Scene, head: int, role: Role) -> str | None:
    """The state of a bare office: the one spoken of, else the outlet's own, whose officials it need not introduce."""
    spoken_of = _acts(scene, head) or scene.cols.dep[head] == "appos"
    country = salient_country(scene, head, subjects_only=True) if spoken_of else near_place(scene, head)
    if role.noun.words[-1] == "president" and country != dateline_country(scene, head):
        return None  # as likely a foreign guest, a past president or the president of a company
    return country or (home_country(scene) if role.noun.words[-1] in _HOME_OFFICES else None)


def _at_home(scene: Scene, role: Role) -> str | None:
    """The state of "a University of Virginia student", and of "Retired Col. X", who served the outlet's own state."""
    if role.words & us_states():
        return "USA"
    served = bool(_FORMER & role.words) and role.noun.sector.split(" ")[0] in ("GOV", "MIL", "SPY")
    return home_country(scene) if served and role.assumable else None


def _is_of_igo(draft: Draft) -> bool:
    return (draft.code or "").startswith("IGO")


def _of_state(role: Role) -> bool:
    """An office of the kind that belongs to the state spoken of; a rank or a seat in a parliament may be another's."""
    own = role.noun.sector.split(" ")[0] in ("GOV", "MIL", "COP", "JUD")
    public = _speaks_of_state(role) or role.noun.words[-1] == "secretary"
    return own and role.assumable and public and not set(role.noun.words) & (RANKS.keys() | set(RANKS.values()))


def _compare(draft: Draft, role: Role) -> None:
    """Where the article gives an office that the table does not, its words win and the table's are kept beside them.

    The country stays the table's: the states that stand near a leader's name are often not his own.
    """
    known = set((draft.role or "").casefold().split())
    if draft.role is None:
        draft.role, draft.code = role.text, draft.code or code_of(draft.country, role.noun.sector)
        return
    former = "former" in known and not _FORMER & role.words
    office = role.noun.words[-1]
    if draft.role_conflict is not None or office not in _COMPARED or not role.text or draft.role in HEADS:
        return
    if former or not known & set(role.noun.words):
        draft.role_conflict = f"{draft.role}, {draft.country}"
        draft.role, draft.role_from, draft.role_until = role.text, None, None


def _has_gone_to(scene: Scene, draft: Draft, role: Role) -> bool:
    """ "European Commission Vice President X", who has left the office at home that the table knows."""
    lord = scene.drafts.get(role.owner.key or "")
    left = (draft.code or "").endswith("ELI")
    return (
        left and lord is not None and lord.kind == "intergovernmental" and bool(role.noun.words[-1] in _COMPARED - {"ambassador"})
    )


def _is_better(draft: Draft, role: Role) -> bool:
    """A role with its state or body tells more than the bare title met first; a mere profession never does."""
    bare = draft.country is None and not _is_of_igo(draft)
    return bare and role.owner != NOBODY and role.noun.office


def _sector(role: Role, lord: Draft | None) -> str:
    last = role.text.split(" ")[-1]
    if last in sector_words("kin"):
        return sector_words("kin")[last]  # the father of somebody, not Father Lombardi
    if lord is not None and lord.kind == "person" and role.noun.sector == "GOV":
        return _sector_of_master(lord) or role.noun.sector
    if lord is None or lord.kind in ("state", "person", "people"):
        return (_sector_within_title(role) if role.noun.sector == "GOV" else "") or role.noun.sector
    if role.noun.sector == "MED" and lord.kind == "government_body":
        return "MED"  # a White House correspondent reports on it
    if lord.kind == "government_body" and lord.code and " " in lord.code:
        return lord.code.split(" ", 1)[1]
    return sector_within(lord, role.noun.sector)


def _sector_of_master(lord: Draft) -> str:
    """The spokesman of the Speaker is of Congress."""
    sector = (lord.code or "").split(" ")[-1]
    return sector if sector in _MASTERS else ""


def _sector_within_title(role: Role) -> str:
    """ "Soybean Association President": of the association."""
    words = role.text.casefold().split()
    at = next((n for n in range(len(words)) if tuple(words[n : n + len(role.noun.words)]) == role.noun.words), 0)
    body = longest_noun(words[:at]) if at else None
    private = body is not None and not body.human and body.kind in _PRIVATE
    return (name_sector(words[:at], body) or "NGO") if private and body is not None else ""


def _acts(scene: Scene, head: int) -> bool:
    """Is the person, or the noun that the name explains, a subject or a source: then the text's own state is theirs?"""
    cols = scene.cols
    top = cols.head[head] if cols.dep[head] == "appos" else head
    return cols.dep[top] in ("nsubj", "nsubjpass", "ROOT", "appos") or cols.lower[cols.head[top]] in ("to", "by")
