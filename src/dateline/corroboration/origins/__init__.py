"""Who really vouches for an incident: outlets that tell it on their own, and the sources behind them all."""

from dateline.corroboration.origins.origin import Origins, origins_of
from dateline.corroboration.origins.originals import Original, Originals, originals_of
from dateline.corroboration.origins.testimony import PrimarySource, Testimony
from dateline.corroboration.origins.tree import Branch, tree_of

__all__ = ["Branch", "Original", "Originals", "Origins", "PrimarySource", "Testimony", "originals_of", "origins_of", "tree_of"]
