"""States of the United States, and what nouns point back to."""

from dateline.knowledge.discourse import igo_codes, outlet_kinds
from dateline.knowledge.states import dependencies
from dateline.knowledge.us_states import us_states


def test_georgia_is_left_out_and_ohio_is_in():
    assert "ohio" in us_states()
    assert "georgia" not in us_states()


def test_guam_is_a_dependency_and_cuba_is_none():
    assert "GUM" in dependencies()
    assert "CUB" not in dependencies()


def test_an_alliance_is_nato_and_any_body_may_be_an_organisation():
    assert igo_codes("alliance") == {"NAT"}
    assert igo_codes("organisation") == frozenset()


def test_a_wire_is_an_agency_and_an_outlet_is_anything():
    assert outlet_kinds("wire") == {"agency"}
    assert len(outlet_kinds("outlet")) == 5
