import pytest

from dateline.knowledge.comment_headlines import is_comment


@pytest.mark.parametrize("headline", ["OPINION: A gamble", "Why the talks failed", "Talks at last?", "How it began"])
def test_comments(headline):
    assert is_comment(headline)


def test_news_is_no_comment():
    assert not is_comment("Sudan walks out of dam talks")
