"""The digest: what all articles together tell, as tables that answer a question in milliseconds."""

from dateline.analysis.digest.building import build_digest, has_digest
from dateline.analysis.digest.counted import Counted
from dateline.analysis.digest.selects import Selects

__all__ = ["Counted", "Selects", "build_digest", "has_digest"]
