"""All layouts that are known."""

from __future__ import annotations

from dateline.sources.services.factiva import FACTIVA
from dateline.sources.services.nexis import NEXIS
from dateline.sources.services.nexis_uni import NEXIS_UNI
from dateline.sources.services.proquest import PROQUEST

SERVICES = (NEXIS_UNI, NEXIS, FACTIVA, PROQUEST)
"""In the order in which they are tried."""
