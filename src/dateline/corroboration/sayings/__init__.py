"""The same utterance quoted by several articles, in different words or lengths, as one saying."""

from dateline.corroboration.sayings.listing import sayings
from dateline.corroboration.sayings.updating import bring_up_to_date, renew

__all__ = ["bring_up_to_date", "renew", "sayings"]
