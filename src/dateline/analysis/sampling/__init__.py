"""Samples of an archive for people to code by hand: strata, how many of each, and which ones."""

from __future__ import annotations
