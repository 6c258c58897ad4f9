"""The shipped network: whole, or refused with a remedy."""

import shutil

import pytest

from dateline.errors import ModelError
from dateline.models.attribution import FILES, load_attribution_network, verify, weights_name
from dateline.models.shipped import FOLDER, HASHES


def test_the_shipped_weights_match_their_hashes_and_name_the_version():
    assert verify() == weights_name()
    assert len(weights_name()) == 8


def test_a_damaged_file_is_refused_and_the_remedy_named(tmp_path):
    for name in (*FILES, HASHES):
        shutil.copy(FOLDER / name, tmp_path / name)
    with (tmp_path / FILES[1]).open("r+b") as graph:
        graph.seek(1000)
        graph.write(b"\0\0\0\0damaged")
    with pytest.raises(ModelError, match=rf"{FILES[1]}: damaged .*install dateline again"):
        verify(tmp_path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"SHA256SUMS: cannot be read .*--no-model"):
        verify(tmp_path)


def test_a_file_without_a_hash_is_named(tmp_path):
    (tmp_path / HASHES).write_text("abc  other.onnx\n")
    with pytest.raises(ModelError, match=r"no hash of attribution-encoder\.onnx"):
        verify(tmp_path)


def test_every_word_has_a_piece_and_a_piece_knows_no_neighbours():
    network = load_attribution_network()
    alone, together = network.pieces(["Pyongyang"]), network.pieces(["a", "Pyongyang", "\u200b", "denuclearization"])
    assert together[1] == alone[0]
    assert all(together)
    assert 0 not in {piece for word in together for piece in word}
