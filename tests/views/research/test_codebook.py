"""The codebook and the R loader name every column, and the codebook every code of the ontology."""

import csv
import io

from dateline.knowledge.ontology import all_contexts, all_modes, cameo_codes, event_types
from dateline.views.research.codebook import codebook_csv, codebook_markdown
from dateline.views.research.columns import TABLES, codes, columns
from dateline.views.research.loader_r import loader


def test_markdown_has_all_columns_and_codes():
    text = codebook_markdown("9.9")
    assert "written by dateline 9.9" in text
    for table in TABLES:
        part = text.partition(f"\n## {table}\n")[2].partition("\n## ")[0]
        assert all(f"| {column.name} | " in part for column in columns(table))
    assert all(f"| {code} | " in text for code in (*event_types(), *cameo_codes(), *(one.context for one in all_contexts())))
    assert all(f"| {mode.type} | {mode.mode} | " in text for mode in all_modes())


def test_csv_has_a_row_for_each_column_and_code():
    rows = list(csv.DictReader(io.StringIO(codebook_csv(), newline="")))
    assert [r["column"] for r in rows if r["table"] == "events" and not r["code"]] == [c.name for c in columns("events")]
    types = [r for r in rows if r["table"] == "events" and r["column"] == "Event Type" and r["code"]]
    assert [r["code"] for r in types] == list(event_types())
    assert types[0]["stata_code"] == "1"
    assert all(r["meaning"] for r in rows if not r["code"])


def test_the_loader_gives_each_column_its_class_and_codes_their_levels():
    script = loader()
    for table in TABLES:
        part = script.partition(f"  {table} = c(")[2].partition("\n  )")[0]
        assert part.count(" = ") == len(columns(table))
    assert '"Event Date" = "Date"' in script
    assert '"agreement" = "integer"' in script
    assert '"Factuality" = c(' + ", ".join(f'"{code}"' for code in codes("standing")) + ")" in script
    for one, other in ("()", "{}", "[]"):
        assert script.count(one) == script.count(other)
