"""Confirming, rejecting and editing what an archive tells: records, and links between them."""

from dateline.corroboration.reviewing.deciding import Outcome, review, undo

__all__ = ["Outcome", "review", "undo"]
