"""Signs say how an event was found, and never who or what it is about."""

import pytest

from dateline.actors import find_actors
from dateline.events import coding
from dateline.events.signs import signs
from dateline.language import parse
from dateline.sources import article_from_text


def told(text, monkeypatch, chances=None):
    """The signs of all events of a text."""
    found = []

    def noting(scene, drafts, score):
        found.extend(signs(scene, draft, chances) for draft in drafts)
        return list(drafts)

    monkeypatch.setattr(coding, "rated", noting)
    document = next(iter(parse([article_from_text(text, published="2018-05-10")])))
    coding.find_events(document, find_actors(document))
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kenya accused Somalia of theft.", {"source: subject", "target: object", "of two countries", "beside: 0"}),
        ("Kenya's president criticised the plan.", {"target: nobody", "target: ACCUSE nobody", "sides: source, -"}),
        ("President Uhuru Kenyatta of Kenya spoke. He threatened Somalia.", {"source by: pronoun"}),
        ("Kenya, which fears Sudan, accused Somalia of theft.", {"beside: 1"}),
        ("A raid by Kenya on Somalia killed two.", {"construction: ASSAULT noun"}),
        ("Two men were arrested in Kenya.", {"passive without agent"}),
        ("Kenya and Somalia held talks.", {"parties: CONSULT 2"}),
    ],
)
def test_how_an_event_was_found(text, wanted, monkeypatch):
    assert any(wanted <= found for found in told(text, monkeypatch))


def test_nobody_is_named(monkeypatch):
    (found,) = told("Kenya accused Somalia of theft in 2018.", monkeypatch)
    assert not any(word in sign for sign in found for word in ("Kenya", "Somalia", "theft", "accuse"))


def test_what_the_network_says_is_a_sign(monkeypatch):
    chances = {"ACCUSE": 0.7, "REQUEST": 0.1, "NONE": 0.2}
    (found,) = told("Kenya accused Somalia of theft.", monkeypatch, chances)
    assert {"network agrees", "network: below 0.8"} <= found
    (other,) = told("Kenya accused Somalia of theft.", monkeypatch, {"ACCUSE": 0.1, "REQUEST": 0.7, "NONE": 0.2})
    assert "network says: REQUEST" in other


def test_what_was_not_asked_says_nothing(monkeypatch):
    (found,) = told("Kenya accused Somalia of theft.", monkeypatch)
    assert [sign for sign in found if sign.startswith("network")] == ["network: not asked"]
