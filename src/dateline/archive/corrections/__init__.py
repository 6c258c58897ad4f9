"""What people confirm, reject and edit: a layer over the machine's readings that outlives them."""

from dateline.archive.corrections.applying import Corrected, corrected
from dateline.archive.corrections.correction import Correction

__all__ = ["Corrected", "Correction", "corrected"]
