"""Which countries an article tells about, and where: what decides between places of one name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

FOCUS = 3
"""How many of the countries that an article names most often are those it is about."""
NEAR, ABOUT = 1.6, 0.6
"""What a candidate gains, in powers of ten of its people, where its country is named in the sentence, or told about elsewhere."""
EVERYWHERE, NEAR_EVERYWHERE = "USA", 1.0
"""A state that news names whatever the place, so that its being named says less: most of its cities have namesakes."""
CAPITAL_NEAR = 2.5
"""A capital beside its own country's name is meant, however small it is."""
MOSTLY = 0.75


@dataclass(frozen=True)
class Prior:
    """Countries (alpha-3) by sentence; `starts` are the offsets at which the sentences begin."""

    starts: Sequence[int] = ()
    told: Counter[str] = field(default_factory=Counter)
    near: dict[int, set[str]] = field(default_factory=dict)

    def tell(self, named: Iterable[tuple[int, str]]) -> None:
        """Add countries named at these offsets."""
        for offset, country in named:
            self.told[country] += 1
            self.near.setdefault(self._sentence(offset), set()).add(country)

    def is_near(self, country: str | None, offset: int) -> bool:
        """Is the country named in the sentence at this offset?"""
        return country in self.near.get(self._sentence(offset), ())

    def is_told(self, country: str | None) -> bool:
        """Is it one of those that the article is about?"""
        return country in {c for c, _ in self.told.most_common(FOCUS)}

    def is_mostly(self, country: str | None) -> bool:
        """Does the article tell of this country and hardly of any other?"""
        return self.told.total() > 0 and self.told[country or ""] / self.told.total() >= MOSTLY

    def gain(self, country: str | None, offset: int, *, is_capital: bool) -> float:
        """What the article adds to the prominence of a candidate in that country."""
        if self.is_near(country, offset):
            near = NEAR_EVERYWHERE if country == EVERYWHERE else NEAR
            return CAPITAL_NEAR if is_capital else near
        return ABOUT if self.is_told(country) else 0.0

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.starts, offset)
