"""Lists that name saved pages: RIS and BibTeX as Zotero writes them, and tables of addresses with paths."""

from dateline.sources.bibliography.listing import BEGINS_BIBTEX, BEGINS_RIS, articles_of_listing
from dateline.sources.bibliography.table import names_pages

__all__ = ["BEGINS_BIBTEX", "BEGINS_RIS", "articles_of_listing", "names_pages"]
