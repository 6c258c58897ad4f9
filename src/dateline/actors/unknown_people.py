"""The state of a named person whom no table knows: by an office that one state has, by outlet, kin or given name."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.actors.affiliations import institution_below, sector_within
from dateline.actors.name_runs import RANKS
from dateline.actors.namings import FAIR, Evidence
from dateline.actors.owners import home_country
from dateline.actors.people import surname_first
from dateline.actors.phrasing import noun_of
from dateline.actors.scene import Draft, Scene
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.national_words import is_english_name, national_word
from dateline.knowledge.sector_words import sector_words

ENGLISH = frozenset({"USA", "GBR", "CAN", "AUS", "NZL", "IRL"})
"""States whose people bear English names and are much in the news."""
SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG", "SGP", "VNM"})
_PUBLIC = frozenset(
    "minister spokesman spokeswoman prosecutor mayor leader activist lawyer official general colonel brigadier major captain "
    "lieutenant sergeant admiral commander director engineer agronomist doctor farmer shopkeeper trader local resident elder "
    "demonstrator protester villager father mother son brother headmaster principal pharmacist housewife driver".split()
)
"""Last words of roles of those who are of the state spoken of, where nothing tells otherwise."""
_SETTLED = frozenset({"EDU", "CVL", "BUS", "LAB", "AGR", "HLH", "REL", "LEG", "HRI", "JUD", "ENV"})
AMONG = 0.8
"""The share of one of them among all of them."""
ENOUGH = 0.2
"""And in the whole article."""
MUCH, MOSTLY = 0.3, 0.6
MANY = 10
"""Namings of a state from which an article with hardly any others is all about it."""
LEAST = 3
"""Namings of a state from which it can be what an article is about."""


def country_of_person(scene: Scene, draft: Draft, tokens: Sequence[int], found: Evidence) -> tuple[str, str] | None:
    """The state and why."""
    if any(start <= t < end for t in tokens for start, end, _ in scene.datelines) or len(draft.name.split()) < 2:
        return None
    role = [RANKS.get(word.strip("."), word.strip(".")) for word in (draft.role or "").casefold().split()]
    only = national_word("only", role) or next((w for n in range(len(role)) if (w := national_word("only", role[: n + 1]))), None)
    if only is not None and only.country and found.total[only.country]:
        return only.country, f"'{only.phrase}'"
    if (told := _told_beside(scene, draft, tokens, role)) is not None:
        return told
    given = draft.name.split()[0]
    english = is_english_name(given) if "." not in given else None
    if (country := _of_calling(draft, role, english, found, _is_aged(scene, tokens))) is not None:
        return country, "of the state spoken of"
    if english is None:
        return None
    return _english(scene, found) if english else _other(draft, found)


def _is_aged(scene: Scene, tokens: Sequence[int]) -> bool:
    """ "Mohammed Musleh, 27, said": one of the people whom a report from a place lets speak."""
    cols = scene.cols
    ends = [scene.names[t].end for t in tokens if t in scene.names]
    return any(
        e + 2 < len(cols) and cols.words[e] == "," and cols.words[e + 1].isdigit() and cols.words[e + 2] == "," for e in ends
    )


def _of_calling(draft: Draft, role: Sequence[str], english: bool | None, found: Evidence, aged: bool) -> str | None:
    """ "Lawmaker Inna Bogoslovskaya", "Yasuhide Nakayama, a deputy foreign minister": one of the state spoken of.

    People of a state's public life and those whom a report meets, where their given name does not tell that they are of another.
    """
    public = aged or national_word("candidate", role) or (role and role[-1] in _PUBLIC)
    country = found.spoken_of(FAIR) if public else None
    if country is None or english is (country not in ENGLISH):
        return None
    turned = surname_first(draft.name.casefold().split())
    return country if not turned or country in SURNAME_FIRST else None


def _told_beside(scene: Scene, draft: Draft, tokens: Sequence[int], role: Sequence[str]) -> tuple[str, str] | None:
    """What stands with the name: an outlet, a people, an institution, a crowd, kin, a place."""
    if (country := _of_outlet(scene, tokens)) is not None:
        return country, "named with an outlet"
    if (country := next((c for t in tokens if (c := _said_to_be(scene, t)) is not None), None)) is not None:
        return country, "said to be of that people"
    lord = next((body for t in tokens if (body := institution_below(scene, t)) is not None), None)
    if lord is not None and lord.country is not None:
        draft.code = sector_within(lord, draft.code or "") or draft.code
        return lord.country, f"named with '{lord.name}'"
    if (country := _of_crowd(scene, tokens[0])) is not None:
        return country, "one of the people of a place"
    if (country := _of_namesake(scene, draft, role)) is not None:
        return country, "of somebody's family"
    if (country := next((c for t in tokens if (c := _resident(scene, t)) is not None), None)) is not None:
        return country, "at home in a place"
    return None


def _of_outlet(scene: Scene, tokens: Sequence[int]) -> str | None:
    """ "Simon Tisdall, The Guardian": who writes or speaks for an outlet named right after the name."""
    cols = scene.cols
    for end in (scene.names[t].end for t in tokens if t in scene.names):
        if end + 1 < len(cols) and cols.words[end] == ",":
            at = end + 1 + (cols.lower[end + 1] == "the")
            lord = next((scene.drafts[scene.owners[i]] for i, (start, _) in scene.spans.items() if end < start <= at), None)
            if lord is not None and lord.kind == "outlet":
                return lord.country
    return None


def _said_to_be(scene: Scene, token: int) -> str | None:
    """ "Goto is a respected Japanese journalist": the state whose adjective qualifies what the person is said to be."""
    cols, verb = scene.cols, scene.cols.head[token]
    if cols.dep[token] != "nsubj" or cols.lemma[verb] != "be" or cols.kid(verb, "neg") is not None:
        return None
    attr = cols.kid(verb, "attr")
    noun = noun_of(cols, attr) if attr is not None else None
    if attr is None or noun is None or not noun.human or noun.words[-1] in discourse_nouns("student"):
        return None
    told = [k for k in cols.kids[attr] if k in scene.states and k < attr and cols.dep[k] == "amod"]
    return scene.drafts[scene.states[told[0]]].country if len(told) == 1 else None


def _of_crowd(scene: Scene, first: int) -> str | None:
    """ "People in Pyongyang praised the launch. Ri Song Gil, 38, said": of those of whom the sentence before speaks."""
    cols = scene.cols
    mention = scene.names.get(first)
    if mention is None or cols.sentence[first] == 0 or not scene.is_subject(first):
        return None
    aged = mention.end + 1 < len(cols) and cols.words[mention.end] == "," and cols.words[mention.end + 1].isdigit()
    start, end = cols.sentences[cols.sentence[first] - 1]
    crowd = next((t for t in range(start, end) if scene.is_subject(t) and cols.tag[t] == "NNS"), None)
    draft = scene.draft(crowd) if crowd is not None else None
    of_people = draft is not None and draft.kind == "people" and (draft.code or "").endswith("CVL")
    return draft.country if aged and of_people and draft is not None else None


def _resident(scene: Scene, token: int) -> str | None:
    """ "X, a sociologist in India", "Y, a shopkeeper in Kabul": of the state or city where a calling has its place.

    Officials, soldiers, diplomats and reporters may be there for another state.
    """
    cols = scene.cols
    for noun in (k for k in cols.kids[token] if cols.dep[k] == "appos" and k > token):
        calling = noun_of(cols, noun)
        if calling is None or not calling.human or calling.sector.split(" ")[0] not in _SETTLED:
            continue
        if any(cols.lower[k] in ("of", "at", "for") for k in cols.kids[noun]):
            continue  # "chairman of the American Chamber of Commerce in China"
        within = next((k for k in cols.kids[noun] if cols.dep[k] == "prep" and cols.lower[k] in ("in", "from")), None)
        place = cols.kid(within, "pobj") if within is not None else None
        if place is not None:
            return scene.places.get(place) or (scene.drafts[scene.states[place]].country if place in scene.states else None)
    return None


def _of_namesake(scene: Scene, draft: Draft, role: Sequence[str]) -> str | None:
    """ "The candidate's wife, Ann Romney": of the state of the one person of that surname who is known."""
    if not role or role[-1] not in sector_words("kin") or surname_first(draft.name.casefold().split()):
        return None
    others = (d for d in scene.drafts.values() if d.kind == "person" and d.key != draft.key and d.country)
    states = {d.country for d in others if d.name.split()[-1] == draft.name.split()[-1]}
    return states.pop() if len(states) == 1 else None


def _english(scene: Scene, found: Evidence) -> tuple[str, str] | None:
    told = [(n, c) for c, n in found.total.items() if c in ENGLISH]
    if not told:
        return None
    country = max(told)[1]
    home = home_country(scene) or country
    clear = found.share(country, ENGLISH) >= AMONG and found.share(country) >= ENOUGH
    elsewhere = set(found.around) & ENGLISH - {country}
    return (country, "a name of the state spoken of") if clear and country == home and not elsewhere else None


def _is_all_about(country: str, found: Evidence) -> bool:
    """Is nearly all that the article names of one state, and most of what is named around this person?"""
    here = found.around[country] >= max(found.around.values(), default=0)
    return here and found.share(country) >= AMONG and found.total[country] >= MANY


def _other(draft: Draft, found: Evidence) -> tuple[str, str] | None:
    rest = set(found.total) - ENGLISH
    if not rest:
        return None
    country = max(rest, key=lambda c: (found.total[c], c))
    turned = surname_first(draft.name.casefold().split())
    around = {c for c in found.around if c not in ENGLISH}
    if found.total[country] < LEAST or turned != (country in SURNAME_FIRST):
        return None
    if _is_all_about(country, found):
        return country, "a name of the state spoken of"
    if around != {country} or found.share(country, rest) < MOSTLY:
        return None
    return (country, "a name of the state spoken of") if found.share(country) >= (MOSTLY if turned else MUCH) else None
