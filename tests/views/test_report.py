from datetime import date
from io import StringIO

import pytest
from rich.console import Console
from tests.crisis import TEFERA, WIRE, crisis, draft

from dateline.records import Reading
from dateline.views.report import CONTENT, CUE, SOURCE, TRIGGER, report


def shown(reading: Reading, width: int = 120) -> str:
    console = Console(file=StringIO(), width=width, color_system=None, highlight=False)
    console.print(report(reading))
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


@pytest.mark.parametrize("number", [0, 3, 4])
def test_report(number, snapshot):
    assert shown(crisis().readings[number]) == snapshot


def test_a_narrow_terminal_gets_lines_that_fit():
    assert max(map(len, shown(crisis().readings[0], width=70).splitlines())) <= 70


def test_a_reading_without_records_is_a_report_too():
    text = shown(draft("Nile Post", date(2025, 3, 1), "Weather", "It rained.").reading())
    assert "Weather" in text
    assert "0 statements" in text


def test_the_words_are_marked():
    console = Console(file=StringIO(), width=120, color_system="truecolor", force_terminal=True, highlight=False)
    console.print(report(crisis().readings[0]))
    printed = console.file.getvalue()
    for style, words in (
        (SOURCE, "Dawit Tefera"),
        (CUE, "said."),
        (CONTENT, "Ethiopia did not close the gates"),
        (TRIGGER, "walked out"),
    ):
        rendered = console.get_style(style).render(words)
        assert rendered in printed


def test_an_outlet_that_is_told_something_and_reports_it_is_named_once():
    d = draft("Nile Post", date(2025, 3, 1), "Water", "Dawit Tefera told Horn Wire that the water would come back.")
    content = "that the water would come back"
    said = d.said(TEFERA, "Dawit Tefera", "told", content, addressees=(WIRE.id,), reported_by=("Horn Wire",))
    text = shown(d.reading((said,)))
    assert "via Horn Wire" in text
    assert "to Horn Wire" not in text
