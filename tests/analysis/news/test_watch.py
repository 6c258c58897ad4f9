"""Files that say what is watched."""

import pytest

from dateline.analysis.news.watch import Watch, read_watch
from dateline.errors import WatchError


def test_lines(tmp_path):
    path = tmp_path / "watch.txt"
    path.write_text(
        "# mine\nactor: North Korea\nPAIR: China, United States\n\nproposal: dual freeze\nwords: missile test\npair: a and b\n"
    )
    watch, problems = read_watch(path)
    assert watch == Watch(("North Korea",), (("China", "United States"), ("a", "b")), ("dual freeze",), ("missile test",))
    assert problems == ()


def test_toml(tmp_path):
    path = tmp_path / "watch.toml"
    path.write_text(
        'actors = ["North Korea"]\npairs = [["China", "United States"]]\nwords = ["missile test", 3]\ncolours = ["red"]\n'
    )
    watch, problems = read_watch(path)
    assert (watch.actors, watch.pairs, watch.words) == (("North Korea",), (("China", "United States"),), ("missile test",))
    assert [problem.partition(": ")[2].split(" is ")[0] for problem in problems] == ["3 of words", "colours"]


def test_a_bad_line_is_named_and_the_rest_is_used(tmp_path):
    path = tmp_path / "watch.txt"
    path.write_text("actor: North Korea\npair: China\nfoo\nwords:\n")
    watch, problems = read_watch(path)
    assert watch.actors == ("North Korea",)
    assert [problem.split(": ")[0] for problem in problems] == [f"{path}, line {number}" for number in (2, 3, 4)]


@pytest.mark.parametrize(("name", "content"), [("a.txt", "# nothing\n"), ("a.toml", "actors = ["), ("a.txt", "foo\n")])
def test_what_watches_nothing_is_an_error(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(WatchError, match="actor: North Korea"):
        read_watch(path)


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(WatchError, match="cannot be read"):
        read_watch(tmp_path / "none.txt")
