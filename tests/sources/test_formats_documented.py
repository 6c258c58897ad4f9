"""`docs/formats.md` names every ending that is read, every service, and every field of the lists."""

import re
from pathlib import Path

import pytest

from dateline.sources.bibliography.listing import LISTS
from dateline.sources.services import SERVICES
from dateline.sources.walk import SUFFIXES

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [*SUFFIXES, *LISTS])
def test_endings(ending):
    assert f"`{ending}`" in TEXT


@pytest.mark.parametrize("name", [service.name for service in SERVICES])
def test_services(name):
    assert re.search(rf"^\| {re.escape(name)}\b", TEXT, re.MULTILINE)


def test_no_other_endings_are_promised():
    promised = set(re.findall(r"`(\.[a-z]+)`", TEXT))
    assert promised == {*SUFFIXES, *LISTS, ".gz"}
