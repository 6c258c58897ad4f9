from dateline.knowledge.discourse import discourse_nouns
from dateline.knowledge.surnames import surnames_first


def test_roles_are_kept_apart():
    assert "bloc" in discourse_nouns("igo")
    assert "bloc" not in discourse_nouns("outlet")
    assert "neighbour" in discourse_nouns("relational")


def test_an_unknown_role_is_empty():
    assert discourse_nouns("no such role") == frozenset()


def test_surnames_of_peoples_that_write_them_first():
    assert {"kim", "zhao", "nguyen"} <= surnames_first()
    assert "smith" not in surnames_first()
