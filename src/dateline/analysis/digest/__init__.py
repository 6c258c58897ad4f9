"""The digest: what all articles together tell, as tables that answer a question in milliseconds."""

from dateline.analysis.digest.building import build_digest, has_digest

__all__ = ["build_digest", "has_digest"]
