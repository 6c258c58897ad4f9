"""The Equal Earth projection: areas keep their size, so that a large country does not look larger than it is.

Formula and coefficients: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International Journal of
Geographical Information Science 33 (2019), https://doi.org/10.1080/13658816.2018.1504949.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
HALF_WIDTH, HALF_HEIGHT = 2.7066299836, 1.3173627591
"""How far the equator and the poles are from the middle of the map, in radii of the sphere."""


def project(longitude: Numbers, latitude: Numbers, central: float = 0.0) -> tuple[Numbers, Numbers]:
    """Degrees to radii of the sphere, x to the east of the central meridian, y to the north.

    Longitudes are taken as they are: one that lies more than 180 degrees from the central meridian falls off the map.
    """
    theta = np.arcsin(_M * np.sin(np.radians(latitude)))
    square = theta * theta
    sixth = square**3
    stretch = _M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
    x = np.radians(longitude - central) * np.cos(theta) / stretch
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, y


def projected(longitude: float, latitude: float, central: float = 0.0) -> tuple[float, float]:
    """As `project`, for a single place: numpy would take ten times as long."""
    theta = math.asin(_M * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    stretch = _M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square))
    x = math.radians(longitude - central) * math.cos(theta) / stretch
    return x, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


def turned(longitude: float, central: float) -> float:
    """The same meridian as the one that lies within 180 degrees of the central one."""
    return (longitude - central + 180) % 360 - 180 + central
