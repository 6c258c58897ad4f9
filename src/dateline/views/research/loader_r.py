"""An R script that reads the tables with the right types: base R for CSV, the package arrow where there is only Parquet."""

from __future__ import annotations

from collections.abc import Callable

from dateline.views.research.columns import PLAIN, TABLES, Column, codes, columns
from dateline.views.research.files import NUMBERED

CLASSES = {"day": "Date", "number": "numeric", "whole": "integer", "flag": "integer"}
HEAD = """# Reads the tables that `dateline export --research` wrote, with the right types.
#   source("load.R"); events <- dateline_read("events")
# Base R reads the .csv; where there is none, the package arrow reads the .parquet.

dateline_classes <- list(
{classes}
)

dateline_levels <- list(
{levels}
)

dateline_read <- function(table, folder = ".") {{
  classes <- dateline_classes[[table]]
  if (is.null(classes)) stop("tables: ", paste(names(dateline_classes), collapse = ", "))
  path <- file.path(folder, paste0(table, ".csv"))
  if (file.exists(path)) {{
    data <- utils::read.csv(path, colClasses = unname(classes), na.strings = "", check.names = FALSE, encoding = "UTF-8",
                            stringsAsFactors = FALSE)
  }} else {{
    data <- as.data.frame(arrow::read_parquet(file.path(folder, paste0(table, ".parquet"))))
  }}
  for (column in names(dateline_levels[[table]])) {{
    data[[column]] <- factor(data[[column]], levels = dateline_levels[[table]][[column]])
  }}
  for (column in dateline_flags[[table]]) data[[column]] <- as.logical(data[[column]])
  data
}}

dateline_flags <- list(
{flags}
)
"""


def loader() -> str:
    """The script."""
    return HEAD.format(
        classes=_list(lambda column: f'"{column.name}" = "{_class(column)}"', lambda column: True),
        levels=_list(_levels, lambda column: column.kind not in PLAIN | NUMBERED, "list"),
        flags=_list(lambda column: f'"{column.name}"', lambda column: column.kind == "flag"),
    )


def _class(column: Column) -> str:
    return "integer" if column.kind in NUMBERED else CLASSES.get(column.kind, "character")


def _levels(column: Column) -> str:
    return f'"{column.name}" = c(' + ", ".join(f'"{code}"' for code in codes(column.kind)) + ")"


def _list(written: Callable[[Column], str], wanted: Callable[[Column], bool], vector: str = "c") -> str:
    """For each table a vector of what is written of the columns wanted."""
    tables = []
    for table in TABLES:
        entries = [written(column) for column in columns(table) if wanted(column)]
        body = ",\n    ".join(entries)
        tables.append(f"  {table} = {vector}(\n    {body}\n  )" if entries else f"  {table} = {vector}()")
    return ",\n".join(tables)
