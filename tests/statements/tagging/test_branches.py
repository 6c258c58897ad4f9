"""Where a word stands, seen from a cue."""

import numpy

from articles import document
from dateline.statements.tagging.branches import (
    AFTER,
    BEFORE,
    CUE,
    REACH,
    branches,
    cue_head,
    distances,
    sentence_steps,
)
from dateline.statements.tagging.features import DEPENDENCIES, words_of

TEXT = "The talks failed. Spain's minister said that the port would close. Nobody wept."


def at(words, text):
    return words.texts.index(text)


def seen(text, cue):
    words = words_of(document(text))
    first = at(words, cue)
    return words, branches(words, first, first, 0, len(words))


def test_the_branches_below_a_verb_are_those_of_the_parse():
    words, codes = seen(TEXT, "said")
    assert DEPENDENCIES[codes[at(words, "Spain")]] == "nsubj"
    assert DEPENDENCIES[codes[at(words, "minister")]] == "nsubj"
    assert DEPENDENCIES[codes[at(words, "port")]] == "ccomp"
    assert codes[at(words, "said")] == CUE


def test_other_sentences_lie_before_and_after():
    words, codes = seen(TEXT, "said")
    assert codes[at(words, "talks")] == BEFORE
    assert codes[at(words, "wept")] == AFTER
    first = at(words, "said")
    steps = sentence_steps(words, first, 0, len(words)).tolist()
    assert steps[0] == 2
    assert steps[first] == 3
    assert steps[-1] == 4


def test_a_word_outside_of_the_cue_verbs_branch_hangs_on_its_governor():
    words, codes = seen("The port would close, according to Spain's minister.", "according")
    assert codes[at(words, "port")] >= len(DEPENDENCIES)
    assert codes[at(words, "minister")] < len(DEPENDENCIES)


def test_the_head_of_a_cue_of_several_words_governs_the_others():
    words = words_of(document("Spain has repeatedly said that the port would close."))
    assert cue_head(words, at(words, "has"), at(words, "said")) == at(words, "said")


def test_distances_are_signed_powers_of_two_and_zero_within_the_cue():
    assert (distances(5, 6, 0, 12) - REACH).tolist() == [-3, -3, -2, -2, -1, 0, 0, 1, 2, 2, 3, 3]
    assert numpy.abs(distances(0, 0, 0, 9999) - REACH).max() == REACH
