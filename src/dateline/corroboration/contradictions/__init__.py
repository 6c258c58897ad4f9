"""Where the reports of one incident cannot all be true, and which of them have been taken back."""

from dateline.corroboration.contradictions.contradiction import Claim, Contradiction, Version
from dateline.corroboration.contradictions.corrections import Correction, corrections_in
from dateline.corroboration.contradictions.finding import contradictions_of

__all__ = ["Claim", "Contradiction", "Correction", "Version", "contradictions_of", "corrections_in"]
