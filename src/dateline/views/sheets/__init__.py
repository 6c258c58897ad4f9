"""Sheets for people to code by hand, and what is read back from them."""

from __future__ import annotations
