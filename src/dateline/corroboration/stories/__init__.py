"""Running stories: articles about one course of events, over days and weeks."""

from dateline.corroboration.stories.deciding import move, undo
from dateline.corroboration.stories.updating import bring_up_to_date, renew

__all__ = ["bring_up_to_date", "move", "renew", "undo"]
