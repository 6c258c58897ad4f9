"""Lists that name saved pages: RIS and BibTeX as Zotero writes them, and tables of addresses with paths."""

from dateline.sources.bibliography.listing import articles_of_listing, is_listing

__all__ = ["articles_of_listing", "is_listing"]
