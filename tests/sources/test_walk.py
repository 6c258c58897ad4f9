"""What a folder may lead to."""

import os

from dateline.errors import UnreadableSource
from dateline.sources import find


def test_links_out_of_a_folder_are_not_followed(tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret")
    (inside / "a.txt").write_text("A")
    (inside / "b.txt").symlink_to(inside / "a.txt")
    (inside / "c.txt").symlink_to(outside / "secret.txt")
    (inside / "d").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    found = list(find([inside]))
    assert [os.path.basename(f.name) for f in found if not isinstance(f, UnreadableSource)] == ["a.txt", "b.txt"]
    (error,) = [f for f in found if isinstance(f, UnreadableSource)]
    assert error.source.endswith("c.txt")


def test_a_link_given_by_itself_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("A")
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "a.txt")
    assert [f.name for f in find([link])] == [str(link)]


def test_pipes_in_a_folder_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    (error,) = find([tmp_path])
    assert isinstance(error, UnreadableSource)
