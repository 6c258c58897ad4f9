from io import StringIO

import pytest
from rich.console import Console
from tests.crisis import crisis

from dateline.archive import open_archive
from dateline.views.explain import explain
from dateline.views.explanation_report import explanation_report


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "dam.duckdb") as archive:
        archive.add(*crisis().readings)
        yield archive


@pytest.mark.parametrize("kind", ["event", "statement", "position"])
def test_a_record_with_its_words_and_the_reason(archive, kind):
    record = next(iter(getattr(crisis().readings[3], f"{kind}s")))
    console = Console(file=StringIO(), width=100, color_system=None, highlight=False)
    console.print(explanation_report(explain(archive, record.id)))
    printed = console.file.getvalue()
    assert record.id in printed
    assert "Agency: Sudan left talks · Khartoum Star · 14 March 2025" in printed
    assert "In the article" in printed
    assert "estimated chance of being right" in printed
