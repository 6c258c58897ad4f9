import pytest

from dateline.knowledge.certainty import effect_of


@pytest.mark.parametrize(
    ("word", "word_class", "effect"),
    [
        ("deny", "verb", "denied"),
        ("plan", "verb", "planned"),
        ("plan", "noun", "planned"),
        ("manage", "verb", "actual"),
        ("fail", "verb", "negated"),
        ("call off", "verb", "negated"),
        ("fear", "noun", "hypothetical"),
        ("reportedly", "adverb", "claimed"),
        ("table", "verb", None),
    ],
)
def test_what_a_word_says_about_what_depends_on_it(word, word_class, effect):
    assert effect_of(word, word_class) == effect
