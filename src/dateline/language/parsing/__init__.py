"""The parse of tokenised texts: as spaCy's pipeline gives it, cheaper, and with what was parsed before taken from a cache.

What the pipeline's networks decide about a stretch of text depends on a few words beside it and on nothing else (`stretches`), so
it can be kept and used again (`cache`), and what its tables then say of a word is looked up once for each word (`word_tables`).
"""

from dateline.language.parsing.cache import CacheUse, Kept, ParseCache, shared_cache
from dateline.language.parsing.running import fill

__all__ = ["CacheUse", "Kept", "ParseCache", "fill", "shared_cache"]
