"""How often, and where, an article names what is of each state: its name, its people of rank, its bodies and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from dateline.actors.scene import Scene


@dataclass(frozen=True, slots=True)
class Proof:
    """What has to be of a state before somebody is: parts of all that the article names, and of what is named around.

    `clear` where it alone is named around the mention, `large` where it makes up `most` of what is, `main` where nothing is.
    """

    clear: float
    large: float
    main: float
    most: float


FIRM, FAIR = Proof(0.35, 0.5, 0.6, 0.75), Proof(0.3, 0.45, 0.5, 0.5)
MIDDLING = Proof(0.3, 0.45, 0.55, 0.65)
RIVAL = 0.75
"""The part of the namings of the state named most that another one needs to be what the article is about as well."""
MENTIONS = 4
LISTED = 12
"""So many states in one sentence are a list to choose from, which tells nothing of what the article is about."""
_PARTS = {"HKG": "CHN", "MAC": "CHN"}
"""Territories whose people the news tells of together with the state that they are part of."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming at a token, of something or somebody of the state `country`; `key` is the actor named."""

    token: int
    sentence: int
    country: str
    key: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the rest of an article tells of the state of one actor.

    `around` counts the states named around its first mention, `total` those named anywhere.
    """

    around: Counter[str]
    total: Counter[str]

    def share(self, country: str, among: Collection[str] | None = None) -> float:
        """The part of all namings, or of those of some states, that are of this one."""
        whole = sum(n for c, n in self.total.items() if among is None or c in among)
        return self.total[country] / whole if whole else 0.0

    def spoken_of(self, proof: Proof = FIRM) -> str | None:
        """The state named around, or most often around where the article is about it; where none is, the state of the article."""
        told = (self.around or self.total).most_common(1)
        if not told or self.total[told[0][0]] < MENTIONS:
            return None
        country, times = told[0]
        share, near = self.share(country), sum(self.around.values())
        if not near:
            return country if share >= proof.main else None
        first = self.total[country] >= RIVAL * max(self.total.values())
        alone = len(self.around) == 1 and share >= (proof if first else FIRM).clear
        return country if alone or (share >= proof.large and times >= proof.most * near) else None


def namings(scene: Scene) -> list[Naming]:
    """Every naming of a state or of something that is of one; outlets tell nothing of whom they write about."""
    keys = dict(scene.owners) | {token: mention.key for token, mention in scene.names.items()}
    found = {token: (scene.drafts[key].country, key) for token, key in keys.items() if not key.startswith("outlet:")}
    found |= {token: (country, "place") for token, country in scene.places.items()}
    sentence = scene.cols.sentence
    every = [Naming(token, sentence[token], country, key) for token, (country, key) in sorted(found.items()) if country]
    lists = _lists(every)
    return [naming for naming in every if naming.sentence not in lists]


def _lists(every: Collection[Naming]) -> set[int]:
    """Sentences that name more states than a text can speak of."""
    named: dict[int, set[str]] = {}
    for naming in every:
        named.setdefault(naming.sentence, set()).add(naming.country)
    return {sentence for sentence, states in named.items() if len(states) > LISTED}


def evidence(every: Collection[Naming], key: str, own: Collection[int], *sentences: int) -> Evidence:
    """What is named apart from the actor `key` and its own phrases; around it means its sentences and those beside them."""
    others = [n for n in every if n.key != key and n.token not in own]
    around = Counter(n.country for n in others if any(abs(n.sentence - s) <= 1 for s in sentences))
    return _as_one(Evidence(around, Counter(n.country for n in others)))


def _as_one(found: Evidence) -> Evidence:
    """Hong Kong and China count together, as the one that the article names more often."""
    for part, whole in _PARTS.items():
        if found.total[part]:
            less, more = (part, whole) if found.total[whole] > found.total[part] else (whole, part)
            for told in (found.around, found.total):
                told[more] += told.pop(less, 0)
            found = Evidence(+found.around, +found.total)
    return found
