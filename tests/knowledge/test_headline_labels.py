from dateline.knowledge.headline_labels import headline_labels


def test_labels_are_small_words_each_once():
    assert {"news", "analysis", "live"} <= headline_labels()
    assert all(word == word.casefold() for word in headline_labels())
