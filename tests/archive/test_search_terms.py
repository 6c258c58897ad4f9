"""Words with their offsets, folded: any spelling of one word gives one term."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.archive.search_terms import WordFinder, are_neighbours, fold_word, folded_words, term_of, words

ANY_TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
TRICKY = st.text(st.sampled_from("aEsé\u0301U.S’'ʼ- \n\u202e\u200d\u00adŁß中1½_%\"ﷺ"), max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The U.S.-led talks", ["the", "us", "led", "talks"]),
        ("“Korea’s” leader O'Brien's café", ["korea", "leader", "obrien", "cafe"]),
        ("re\u0301sume\u0301 RÉSUMÉ résumé", ["resume"] * 3),
        ("Jae-in_KN-23 $1.5bn", ["jae", "in", "kn", "23", "1", "5bn"]),
        ("mis\u00adsile mis\u202esile", ["missile", "missile"]),
        ("Łódź Straße Москва", ["lodz", "strasse", "москва"]),
        ("x.com the end.Now nations'", ["x", "com", "the", "end", "now", "nations"]),
        (" _ %% \u202e\u200f ", []),
    ],
)
def test_words_are_folded(text: str, folded: list[str]) -> None:
    assert folded_words(text) == folded


@given(ANY_TEXT | TRICKY)
def test_offsets_point_at_the_words(text: str) -> None:
    at = 0
    for word in words(text):
        assert at <= word.start < word.end <= len(text)
        assert fold_word(text[word.start : word.end]) == word.folded
        at = word.end


@given(ANY_TEXT | TRICKY)
def test_a_folded_word_is_one_word_and_stays_as_it_is(text: str) -> None:
    for folded in folded_words(text):
        assert folded_words(folded) == [folded]


@given(TRICKY)
def test_the_form_of_unicode_does_not_matter(text: str) -> None:
    assert folded_words(unicodedata.normalize("NFC", text)) == folded_words(unicodedata.normalize("NFD", text))


@given(ANY_TEXT | TRICKY, st.data())
def test_words_are_found_as_by_going_through_all(text: str, data: st.DataObject) -> None:
    standing = folded_words(text)
    asked = data.draw(st.lists(st.sampled_from(standing), min_size=1, max_size=3)) if standing else ["a"]
    terms = set(map(term_of, asked))
    found = WordFinder(asked).find(text)
    assert found == [one for one in words(text) if term_of(one.folded) in terms]
    assert bool(found) == bool(standing)


@given(ANY_TEXT | TRICKY)
def test_neighbours_are_words_without_another_between(text: str) -> None:
    standing = list(words(text))
    assert all(are_neighbours(text, one, other) for one, other in pairwise(standing))
    assert not any(are_neighbours(text, one, other) for one, other in zip(standing, standing[2:], strict=False))


@pytest.mark.parametrize(
    ("asked", "text", "standing"),
    [
        ("go", "He went. They GO on, gone.", ["went", "GO", "gone"]),
        ("us", "U.S. troops; us, Russia's bus", ["U.S.", "us"]),
        ("smith", "J.Smith and O'Smith, Smith's", ["Smith", "Smith's"]),
        ("elan", "Élan, elan, e\u0301lan", ["Élan", "elan", "e\u0301lan"]),
    ],
)
def test_a_word_is_found_in_all_its_forms_and_not_within_others(asked: str, text: str, standing: list[str]) -> None:
    assert [text[word.start : word.end] for word in WordFinder([asked]).find(text)] == standing


def test_forms_of_one_word_are_one_term_of_64_bits() -> None:
    assert term_of("missiles") == term_of("missile") != term_of("missal")
    assert all(-(2**63) <= term_of(str(number)) < 2**63 for number in range(1000))
