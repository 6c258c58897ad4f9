import pytest

from dateline.knowledge.boilerplate import boilerplate_rules
from dateline.knowledge.function_words import function_words
from dateline.sources.boilerplate import reason

EXAMPLES = [(rule, line) for rule in boilerplate_rules() for line in rule.example]


@pytest.mark.parametrize(("rule", "line"), EXAMPLES, ids=[line[:40] for _, line in EXAMPLES])
def test_each_example_matches_its_own_pattern_and_is_left_out(rule, line):
    assert rule.pattern.fullmatch(line)
    assert reason(line)


def test_every_rule_has_an_example_and_a_reason():
    assert all(rule.example and rule.why for rule in boilerplate_rules())


def test_function_words_are_small():
    assert {"the", "of"} <= function_words()
    assert all(word == word.lower() for word in function_words())
