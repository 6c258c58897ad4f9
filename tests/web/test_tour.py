"""What docs/tour.md shows and says is so."""

import doctest
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
TOUR = (DOCS / "tour.md").read_text(encoding="utf-8")
HEAVIEST = 120_000


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\]\(images/(.*?)\)", TOUR))))
def test_pictures_are_there_and_light(name):
    assert 1_000 < (DOCS / "images" / name).stat().st_size < HEAVIEST


def test_no_picture_is_left_over():
    assert {path.name for path in (DOCS / "images").iterdir()} == set(re.findall(r"\]\(images/(.*?)\)", TOUR))


def test_its_addresses_are_answered(client):
    addresses = [one for one in re.findall(r"`(/[^` ]*(?: [^` ]*)?)`", TOUR) if len(one) > 1]
    assert len(addresses) > 10
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_its_notebook_prints_what_it_shows(demo_archive, tmp_path, monkeypatch):
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "samples.duckdb").write_bytes(demo_archive.read_bytes())
    monkeypatch.chdir(tmp_path)
    [block] = re.findall(r"```python\n(.*?)```", TOUR, re.S)
    test = doctest.DocTestParser().get_doctest(block.replace("\n...\n", "\n"), {}, "tour", "tour", 0)
    report: list[str] = []
    assert doctest.DocTestRunner().run(test, out=report.append).failed == 0, "".join(report)
