"""Where somebody is at home by the place named right after: "Sungshin University in Seoul", "Ann Reed of Mount Gilead, Ohio"."""

from __future__ import annotations

from dateline.actors.scene import Scene
from dateline.knowledge.cities import find_cities
from dateline.knowledge.us_states import us_state_abbreviations, us_states

LONGEST = 7
"""Tokens that a place with its state may take."""
LARGE = 1_000_000
"""Inhabitants of a city whose name tells its state wherever it is named."""
_WITHIN = frozenset({"in", "at"})
_PLACE_LABELS = frozenset({"GPE", "LOC"})


def seat(scene: Scene, end: int) -> str | None:
    """The state of the place in which a body has its seat, named right after the body's name."""
    cols, at = scene.cols, end + (end < len(scene.cols) and scene.cols.words[end] == ",")
    if at + 1 >= len(cols) or cols.sentence[at] != cols.sentence[end - 1] or cols.lower[at] not in _WITHIN:
        return None
    return state_of_place(scene, at + 1)


def hometown(scene: Scene, end: int) -> str | None:
    """The state of the town from which a person is, where an age or nothing stands between: "of", "from" and a place."""
    cols, at = scene.cols, end
    if at + 2 < len(cols) and cols.words[at] == "," and cols.words[at + 1].isdigit() and cols.words[at + 2] == ",":
        at += 3
    if at + 1 >= len(cols) or cols.sentence[at] != cols.sentence[end - 1] or cols.lower[at] not in ("of", "from"):
        return None
    return state_of_place(scene, at + 1)


def state_of_place(scene: Scene, first: int) -> str | None:
    """A state or one of the United States after the town's name, else the town itself if it can be but one."""
    cols = scene.cols
    end = first
    stop = min(first + LONGEST, cols.sentences[cols.sentence[first]][1])
    while end < stop and (cols.tag[end] in ("NNP", "NNPS") or cols.words[end] in (",", ".")):
        end += 1
    town, _, rest = cols.text(first, end).partition(",")
    federal = rest.partition(",")[0].strip().rstrip(".")
    if federal.casefold() in us_states() or f"{federal}." in us_state_abbreviations():
        return "USA"
    state = next((scene.drafts[scene.states[i]].country for i in range(first, end) if i in scene.states), None)
    return state or _of_town(scene, town.rstrip("."), range(first, end))


def _of_town(scene: Scene, town: str, run: range) -> str | None:
    capital = next((scene.places[i] for i in run if scene.places.get(i)), None)
    owner = next((scene.drafts[scene.owners[i]].country for i in run if i in scene.owners), None)
    if capital or owner:
        return capital or owner
    if town.casefold() in us_states():
        return "USA"
    named = {d.country for d in scene.drafts.values() if d.kind == "state"}
    cities = [c for c in find_cities(town) if c.country in named or c.population >= LARGE] if town else []
    return cities[0].country if cities else None
