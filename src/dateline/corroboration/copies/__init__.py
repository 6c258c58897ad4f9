"""Near-copies: one text that is another one, cut, re-headlined, lightly edited or merged with a third."""

from dateline.corroboration.copies.passages import Passage, differing_passages, is_common
from dateline.corroboration.copies.updating import bring_up_to_date, renew

__all__ = ["Passage", "bring_up_to_date", "differing_passages", "is_common", "renew"]
