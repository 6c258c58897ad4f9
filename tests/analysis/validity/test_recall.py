"""Recall of what readers listed."""

from dateline.analysis.validity.recall import Listed, best_pairs, recall


def test_shares_of_what_is_found_and_of_what_is_right():
    listed = [
        Listed("a", 1.0, frozenset({"found", "type"})),
        Listed("a", 1.0, frozenset({"found"})),
        Listed("b", 2.0, frozenset()),
    ]
    at_all, of_type = recall(listed, ((), ("type",)))
    assert (at_all.share.share, at_all.share.n, at_all.articles) == (0.5, 3, 2)
    assert of_type.share.share == 0.25


def test_each_record_answers_for_one_thing_the_nearest_first():
    assert best_pairs({(0, "x"): 1.0, (1, "x"): 2.0, (0, "y"): 0.5}) == {1: "x", 0: "y"}
    assert best_pairs({(0, "x"): 1.0, (1, "x"): 1.0}) == {0: "x"}
