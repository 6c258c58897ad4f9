"""What is new in an archive since a look at it."""

from __future__ import annotations
