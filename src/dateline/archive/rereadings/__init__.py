"""What a second reading of an article, by another version of the reader, changes in it."""

from dateline.archive.rereadings.comparing import differences
from dateline.archive.rereadings.difference import Difference, FieldChange, Rereading
from dateline.archive.rereadings.store import Rereadings

__all__ = ["Difference", "FieldChange", "Rereading", "Rereadings", "differences"]
