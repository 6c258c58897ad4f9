"""How right an archive is, from what people coded by hand: precision, agreement and recall, each with an interval."""

from __future__ import annotations
