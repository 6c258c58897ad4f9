"""The version of dateline; part of the key under which the archive remembers what was read."""

__version__ = "0.12.0"
