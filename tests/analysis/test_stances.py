from datetime import date

from tests.crisis import EGYPT, IDRIS, SUDAN, WIRE, crisis, draft

from dateline.analysis.corpus import Corpus
from dateline.analysis.stances import stance_matrix


def matrix_of(*positions, text="Amal Idris of Sudan and Egypt spoke of the border treaty.", d=None):
    d = d or draft("Nile Post", date(2025, 5, 2), "Treaty", text)
    stands = tuple(d.stands(*position) for position in positions)
    return stance_matrix(Corpus((d.reading(positions=stands),)))


def test_names_of_one_proposal_are_one_row():
    matrix = stance_matrix(crisis())
    assert matrix.total == 1
    assert [proposal.name for proposal in matrix.proposals] == ["Filling of the dam"]


def test_officials_stand_in_the_row_of_their_state_and_are_named_in_the_evidence():
    (proposal,) = stance_matrix(crisis()).proposals
    assert {actor.name for actor in proposal.holding("oppose")} == {"Sudan", "Egypt"}
    assert {(held.actor.name, held.person and held.person.name) for held in proposal.held} == {
        ("Sudan", "Amal Idris"),
        ("Ethiopia", "Dawit Tefera"),
        ("Egypt", None),
    }


def test_an_actor_may_hold_several_stances():
    (proposal,) = stance_matrix(crisis()).proposals
    stances = {actor.name: proposal.stances(actor) for actor in proposal.actors}
    assert stances["Ethiopia"] == ("support",)
    assert set(stances["Sudan"]) == {"oppose", "conditional"}


def test_support_and_opposition_out_of_one_sentence_are_both_dropped():
    treaty = "border treaty"
    matrix = matrix_of(
        (SUDAN, treaty, "support", "spoke"), (IDRIS, treaty, "oppose", "spoke"), (EGYPT, treaty, "support", "spoke")
    )
    (proposal,) = matrix.proposals
    assert [actor.name for actor in proposal.actors] == ["Egypt"]


def test_outlets_take_no_stand():
    d = draft("Nile Post", date(2025, 5, 2), "Treaty", "Horn Wire mocked the border treaty.")
    assert matrix_of((WIRE, "border treaty", "oppose", "mocked"), d=d).proposals == ()


def test_a_name_that_says_nothing_is_not_shown():
    assert matrix_of((SUDAN, "new offer", "support", "spoke")).proposals == ()
