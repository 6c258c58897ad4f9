"""Tables read into a mapping by a name: a second row of the name would silently displace the first."""

from collections import Counter

import pytest

from dateline.knowledge.tables import DATA

KEYS = [("object_classes.tsv", ("name",)), ("discourse_nouns.tsv", ("noun", "role")), ("counted_deeds.tsv", ("verbs", "what"))]


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_no_two_rows_have_one_name(table, key):
    lines = [line for line in (DATA / table).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    header, *rows = (line.split("\t") for line in lines)
    names = Counter(tuple(row[header.index(column)] for column in key) for row in rows)
    assert [name for name, count in names.items() if count > 1] == []
