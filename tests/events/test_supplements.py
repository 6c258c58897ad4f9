"""Judgements told by a supplement: of whoever does what the clause before it tells."""

import pytest


@pytest.mark.parametrize(
    ("text", "event_type", "whom"),
    [
        ("Kenya closed the border on Monday, a move condemned by Somalia.", "ACCUSE", {"KEN"}),
        ("Kenya sent troops into Uganda, a step that Somalia criticised.", "ACCUSE", {"KEN"}),
        ("Kenya tested a rocket in a move welcomed by Somalia.", "SUPPORT", {"KEN"}),
        ("Kenya has insisted on keeping the port, a stance rejected by Somalia.", "REJECT", {"KEN"}),
        ("Kenya issued ten demands that Somalia rejected on Friday.", "REJECT", {"KEN"}),
    ],
)
def test_whose_clause_it_sums_up(coded, text, event_type, whom):
    code = coded(text)
    assert code.countries(code.only(event_type).targets) == whom


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Kenya printed a new map, a sheet condemned by Somalia.", "ACCUSE"),
        ("Kenya's president studied the demands that Somalia rejected.", "REJECT"),
    ],
)
def test_no_noun_that_sums_up_a_clause(coded, text, event_type):
    code = coded(text)
    assert all(not e.targets for e in code.events if e.type == event_type)
