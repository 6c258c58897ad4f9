"""An archive as tables for research, with what is needed to read them and to make them again."""

from __future__ import annotations
