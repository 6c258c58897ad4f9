"""How far periods are from the mean of all their incidents: the cost by which ruptures cuts a series. Needs ruptures."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from ruptures.base import BaseCost

Numbers = NDArray[np.float64]


class WeightedMean(BaseCost):  # type: ignore[misc]
    """Squared distances of the periods' means from their common mean, each as often as the period has incidents.

    The signal has two columns: the mean of a period, and its number of incidents, at least one. So a period with one incident
    weighs little, and how many articles an archive holds on a time does not look like a change.
    """

    model = "weighted mean"
    min_size = 1

    def fit(self, signal: Numbers) -> WeightedMean:
        """Sum up once, so that any part of the series is judged at once."""
        self.signal = signal
        means, weights = signal[:, 0], signal[:, 1]
        self._weights, self._sums, self._squares = (_summed(weights * means**power) for power in range(3))
        return self

    def error(self, start: int, end: int) -> float:
        """The cost of the periods from `start` up to, not including, `end`."""
        weight = self._weights[end] - self._weights[start]
        total = self._sums[end] - self._sums[start]
        return float(self._squares[end] - self._squares[start] - total * total / weight)


def _summed(values: Numbers) -> Numbers:
    return np.concatenate([np.zeros(1), np.cumsum(values)])
