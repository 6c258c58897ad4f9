"""One proposal under several names, within an article and across articles."""

from dateline.corroboration.proposals.content import content_of, is_telling
from dateline.corroboration.proposals.joining import commonest, joined
from dateline.corroboration.proposals.namings import naming_id, namings_of
from dateline.corroboration.proposals.updating import bring_up_to_date, renew

__all__ = ["bring_up_to_date", "commonest", "content_of", "is_telling", "joined", "naming_id", "namings_of", "renew"]
