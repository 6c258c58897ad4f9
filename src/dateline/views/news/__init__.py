"""What is new in an archive, as text, page, feed or JSON."""

from __future__ import annotations
