"""Sentences, tokens, dependencies and quotations over one article, with offsets into its text."""

from dateline.language.document import Document, parse
from dateline.language.quotations import Quotation

__all__ = ["Document", "Quotation", "parse"]
