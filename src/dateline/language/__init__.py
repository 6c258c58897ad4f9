"""Sentences, tokens, dependencies and quotations over one article, with offsets into its text."""

from dateline.language.document import BATCH, Document, parse
from dateline.language.quotations import Quotation

__all__ = ["BATCH", "Document", "Quotation", "parse"]
