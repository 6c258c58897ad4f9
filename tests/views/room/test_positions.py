"""The matrix of proposals by actors, and one proposal with its evidence."""

import pytest

from dateline.errors import ArchiveError
from dateline.views.room.positions import LEAST, matrix, proposal_page


@pytest.fixture(scope="module")
def filling(reader):
    return next(row for row in matrix(reader).rows if "filling" in row.proposal.label.lower())


def test_a_cell_for_each_actor(reader):
    found = matrix(reader)
    assert found.rows
    for row in found.rows:
        assert len(row.cells) == len(found.actors)
        for actor, cell in zip(found.actors, row.cells, strict=True):
            assert cell is None or cell.party == actor.key


def test_who_is_for_and_who_is_against(reader, filling):
    cells = {cell.party: cell.stances for cell in filling.cells if cell}
    assert cells["EGY"] == ("oppose",)
    assert cells["ETH"] == ("support",)
    assert cells["SDN"][0] == "oppose"
    assert cells["SDN"][-1] == "conditional"


def test_about_somebody_only_what_that_one_stands_on(reader):
    found = matrix(reader, "EGY")
    assert found.actors[0].key == "EGY"
    assert all(row.cells[0] for row in found.rows)
    assert not matrix(reader, "ZZZ").rows


def test_every_stand_has_its_words(reader, filling):
    page = proposal_page(reader, filling.proposal.id)
    assert page.line.id == filling.proposal.id
    stands = [stand for _, _, told in page.stands for stand in told]
    assert {stand.stance for stand in stands} == {"oppose", "support", "conditional"}
    for stand in stands:
        assert stand.confidence >= LEAST
        text = reader.one("SELECT text FROM articles WHERE id = ?", [stand.article])["text"]
        assert stand.words in text
    for _, _, told in page.stands:
        days = [stand.day for stand in told if stand.day]
        assert days == sorted(days)


def test_a_turn_has_a_before_and_an_after(reader, filling):
    [turn] = proposal_page(reader, filling.proposal.id).turns
    assert (turn.before.stance, turn.after.stance) == ("oppose", "conditional")
    assert turn.before.day < turn.after.day


def test_what_is_not_there(reader):
    with pytest.raises(ArchiveError):
        proposal_page(reader, "none")
