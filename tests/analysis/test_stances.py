from tests.crisis import crisis

from dateline.analysis.stances import stance_matrix


def test_names_of_one_proposal_are_one_column():
    matrix = stance_matrix(crisis())
    assert matrix.total == 1
    assert [proposal.name for proposal in matrix.proposals] == ["Filling of the dam"]


def test_an_actor_may_hold_several_stances():
    matrix = stance_matrix(crisis())
    stances = {actor.name: matrix.proposals[0].stances(actor) for actor in matrix.actors}
    assert stances["Dawit Tefera"] == ("support",)
    assert set(stances["Amal Idris"]) == {"oppose", "conditional"}


def test_the_matrix_can_be_kept_small():
    matrix = stance_matrix(crisis(), actors=1)
    assert len(matrix.actors) == 1
    assert {held.actor for held in matrix.proposals[0].held} == set(matrix.actors)
