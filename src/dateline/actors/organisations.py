"""Bodies with a proper name that no table knows, told by its last word or by an apposition: "Amhara Security Bureau"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.actors.bodies import code_of
from dateline.actors.lexicon import Noun, longest_noun, name_endings
from dateline.actors.name_runs import Run
from dateline.actors.owners import NOBODY, owner
from dateline.actors.people import Person, apposed_body
from dateline.actors.scene import Draft, NameMention, Scene
from dateline.actors.seats import LARGE, seat
from dateline.actors.sectors import name_sector
from dateline.actors.unknown_people import ENGLISH
from dateline.knowledge.cities import find_cities
from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.sites import sites
from dateline.knowledge.states import is_ambiguous, state_by_name
from dateline.records import ActorKind

_OF_PLACES = frozenset({"university", "institute", "college"})
_LEARNED = frozenset({"university", "institute"})
SIZE, FAR_LARGER = 50_000, 4
"""Inhabitants of a city after which a university may be named, and how many times those of its namesakes they are."""
_REBELS = frozenset({"liberation", "resistance", "revolutionary", "salvation"})
_NEWS = frozenset({"news", "press", "tv", "radio", "daily", "times", "post", "herald", "broadcasting", "television", "magazine"})
_NOT_ENDINGS = frozenset({"republic", "kingdom", "state", "country", "nation", "power", "regime"})
_UNITS = frozenset(
    "column front movement army brigade brigades battalion battalions legion force guardians sons soldiers defenders".split()
)
"""With which the name of an armed group opens or ends."""
_ARMED_ENDINGS = frozenset({"front", "army", "movement", "brigade", "brigades", "forces", "militia", "alliance"})


def read_organisations(scene: Scene, runs: Sequence[Run], persons: Iterable[Person]) -> None:
    """Make actors of those runs of two and more proper nouns that end in a word for a body."""
    taken = {id(r) for p in persons for r in p.runs}
    for run in runs:
        noun = None if id(run) in taken or run.headline else _body_noun(scene, run)
        if noun is not None and run.head not in scene.names:
            _enter(scene, run, noun)


def _body_noun(scene: Scene, run: Run) -> Noun | None:
    """What the last word of the name says, else what stands in apposition to it: "Hyflux, a water company"."""
    if _is_numbered(scene, run.end):
        return None
    whole = len(run.words) > 1 or _is_of_a_place(scene, run)
    own, apposed = ending(run.words) if whole else None, apposed_body(scene.cols, run)
    if own is None and apposed is None and _is_fought_for(scene, run):
        return Noun(("group",), "armed_group", "UAF", None, False, False)
    return apposed if apposed is not None and (own is None or apposed.kind == "armed_group") else own


def _is_numbered(scene: Scene, end: int) -> bool:
    """ "Air Force Two", "Channel One": a number with a capital goes on with the name, which is that of some thing."""
    return end < len(scene.cols) and scene.cols.tag[end] in ("CD", "NNP") and scene.cols.words[end] in ("One", "Two", "Three")


def _is_of_a_place(scene: Scene, run: Run) -> bool:
    """ "The University of Kentucky": a single noun that only its complement makes a name."""
    return run.words[0] in _OF_PLACES and _with_complement(scene, run) > run.end + 1


def _is_fought_for(scene: Scene, run: Run) -> bool:
    """ "Fighters of the Durruti Column", "militants from Sons of the River"."""
    cols, preposition = scene.cols, scene.cols.head[run.head]
    fighters = longest_noun([cols.lower[cols.head[preposition]]]) if cols.lower[preposition] in ("of", "from") else None
    armed = fighters is not None and fighters.human and (fighters.sector or "").split(" ")[0] in ("UAF", "REB")
    return armed and bool({run.words[0], run.words[-1]} & _UNITS)


def ending(words: Sequence[str]) -> Noun | None:
    """The word for a body in which a name ends; a liberation front or army is an armed group."""
    plain = [w.strip(".") for w in words]
    if _REBELS & set(plain) and plain[-1] in _ARMED_ENDINGS:
        return Noun(("group",), "armed_group", "REB", None, False, False)
    plain = _without_place(plain)
    noun = longest_noun(plain) if plain[-1] not in _NOT_ENDINGS else None
    return noun if noun is not None and not noun.human else None


def _without_place(words: list[str]) -> list[str]:
    """ "Medical Services Alliance Northern Territory", "Amnesty International Kenya": the name without the place at its end."""
    for size in (2, 1):
        if len(words) > size + 1 and _place_country(" ".join(words[-size:]).title()):
            return words[:-size]
    return words


def _enter(scene: Scene, run: Run, noun: Noun) -> None:
    first, end = _with_adjective(scene, run), _with_complement(scene, run)
    name = scene.cols.text(first, end)
    whose = NOBODY if _is_the_countrys(scene, run.head) else owner(scene, run.head)
    sector = name_sector([w.strip(".") for w in run.words], noun)
    country = (
        None
        if noun.kind == "armed_group" or sector == "IGO" or run.words[0] == "international"
        else whose.country or (None if noun.sector == "MIL" else seat(scene, end)) or _home(scene, name)
    )
    if country is None and (meant := _in_short(scene, first, name)) is not None:
        scene.names[run.head] = NameMention(meant, first, end)
        return
    draft = Draft(f"name:{name.casefold()}", name, _kind(noun, run.words), (f"name:{name.casefold()}", country or ""), country)
    draft = scene.add(draft)
    draft.code = code_of(country, sector)
    draft.called(f"the {name}", *_acronym(name))
    draft.plural = noun.kind == "armed_group"
    draft.reason = f"proper name that ends in '{run.words[-1]}'"
    scene.names[run.head] = NameMention(draft.key, first, end)


def _is_the_countrys(scene: Scene, head: int) -> bool:
    """ "The country's National Assembly": which country that is cannot be told before all names are read."""
    cols = scene.cols
    return any(cols.dep[k] == "poss" and cols.lemma[k] in discourse_nouns("state") for k in cols.kids[head])


def _in_short(scene: Scene, first: int, name: str) -> str | None:
    """ "The Foreign Ministry" after "Russia's Foreign Ministry": the state's body last named whose name ends so."""
    before = sorted((m.start, m.key) for m in scene.names.values() if m.start < first)
    tail = f" {name.casefold()}"
    ends = (key for _, key in reversed(before) if scene.drafts[key].name.casefold().endswith(tail))
    return next((key for key in ends if scene.drafts[key].kind == "government_body"), None)


def _with_adjective(scene: Scene, run: Run) -> int:
    """From "American" in "American Enterprise Institute", where the parser sees one name."""
    cols, first = scene.cols, run.first
    while first - 1 in scene.lent and cols.entity[first - 1] == "ORG" == cols.entity[run.first]:
        first -= 1
    return first


def _home(scene: Scene, name: str) -> str | None:
    """The state of a place in the name: a region, a city of a state that the article names, or one of the largest cities."""
    words = name.replace("-", " ").split()
    countries = {d.country for d in scene.drafts.values() if d.kind == "state"}
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            place = " ".join(words[at : at + size])
            if place.casefold() in name_endings():
                continue  # there is a town called University
            found = _place_country(place) if place[0].isupper() else None
            if found is not None:
                return found
            cities = (
                [c for c in find_cities(place) if c.country in countries or c.population >= LARGE] if place[0].isupper() else []
            )
            if cities:
                return cities[0].country
    return _of_one_city(words) if _LEARNED & {w.casefold() for w in words} else None


def _of_one_city(words: list[str]) -> str | None:
    """The state of a city far larger than all its namesakes, like Bologna; English cities share their names with people."""
    for at in range(len(words)):
        cities = find_cities(words[at]) if words[at][0].isupper() and words[at].casefold() not in name_endings() else ()
        rivals = max((c.population for c in cities if c.country != cities[0].country), default=0)
        if cities and cities[0].country not in ENGLISH and cities[0].population >= max(SIZE, FAR_LARGER * rivals):
            return cities[0].country
    return None


def _place_country(place: str) -> str | None:
    state, site = state_by_name(place), sites().one(place)
    if state is not None and not is_ambiguous(place):
        return state.iso3
    return site.country if site is not None and site.precision == "region" else None


def _kind(noun: Noun, words: Sequence[str]) -> ActorKind:
    """A network or service is an outlet only if its name speaks of news; an alliance need not be one of states."""
    if noun.kind == "outlet":
        return "outlet" if _NEWS & set(words) else "other"
    return "other" if noun.kind == "intergovernmental" else noun.kind


def _with_complement(scene: Scene, run: Run) -> int:
    """Past "of Foreign Affairs" in "Chicago Council of Foreign Affairs"."""
    cols, end = scene.cols, run.end
    if end + 1 >= len(cols) or cols.lower[end] not in ("of", "on", "for"):
        return end
    if cols.lower[end] == "of" and cols.lower[end + 1] == "the" and cols.tag[run.end - 1] in ("NNPS", "NNS"):
        end += 1  # the Guardians of the Valley
    while end + 1 < len(cols) and cols.tag[end + 1] in ("NNP", "NNPS") and cols.entity[end + 1] not in ("DATE", "TIME"):
        end += 1
    return end + 1 if end > run.end and cols.lower[end] != "the" else run.end


def _acronym(name: str) -> tuple[str, ...]:
    letters = "".join(w[0] for w in name.split() if w[0].isupper())
    return (letters,) if len(letters) > 2 else ()
