"""Word processors' files to lines: Office Open XML (.docx) and Rich Text Format (.rtf)."""

from dateline.sources.office.docx import lines_of_docx
from dateline.sources.office.rtf import lines_of_rtf

__all__ = ["lines_of_docx", "lines_of_rtf"]
