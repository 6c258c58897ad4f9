"""Inflected forms share a stem; words of different meaning do not."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.english_stems import english_stem, irregular_forms


@pytest.mark.parametrize(
    "forms",
    [
        "launch launches launched launching",
        "strike strikes striking struck",
        "country countries",
        "threaten threatens threatened threatening",
        "stop stops stopped stopping",
        "missile missiles",
        "deny denies denied denying",
        "agree agrees agreed agreeing",
        "plan plans planned planning",
        "use uses used using",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({english_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "nation national",
        "new news",
        "plan plane",
        "hop hope",
        "unit unity",
        "general generate",
        "gas gag",
        "sing s",
        "king k",
        "us u",
    ],
)
def test_other_words_do_not(words: str) -> None:
    one, other = words.split()
    assert english_stem(one) != english_stem(other)


@pytest.mark.parametrize("word", ["news", "us", "gas", "kn23", "москва", "ed", "ing", "23"])
def test_what_is_no_inflected_form_stays(word: str) -> None:
    assert english_stem(word) == word


@given(st.text(string.ascii_lowercase, min_size=1, max_size=12))
def test_a_stem_is_never_empty(word: str) -> None:
    assert english_stem(word)


ENDINGS = st.sampled_from(("", "s", "es", "ed", "ing", "ied", "ies", "eed", "sses", "y", "e", "ll", "lled", "pping", "us", "ss"))


@given(st.builds(str.__add__, st.text("abeilnopstuy", max_size=7), ENDINGS).filter(bool))
def test_a_word_begins_with_its_stem_but_for_the_last_letter(word: str) -> None:
    stem = english_stem(word)
    assert word.startswith(stem[:-1]) or word in irregular_forms(stem)


def test_irregular_forms_are_known_by_their_stem() -> None:
    assert "went" in irregular_forms(english_stem("going"))
    assert irregular_forms(english_stem("missile")) == ()
