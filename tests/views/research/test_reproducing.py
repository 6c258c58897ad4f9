"""An export made again: byte for byte the same elsewhere, and what differs is named."""

import dataclasses
import json

import pytest
from tests.crisis import crisis
from tests.views.research.archives import crisis_archive

from dateline.archive import open_archive
from dateline.corroboration.incidents import deciding, incidents
from dateline.errors import BadRecord, ManifestError
from dateline.views.research.exporting import export_research, formats_of
from dateline.views.research.inputs_again import refill
from dateline.views.research.manifest import read_manifest
from dateline.views.research.reproducing import differences, reproduce

ALL = formats_of("csv,parquet,stata,r")


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    folder = tmp_path_factory.mktemp("first")
    with open_archive(crisis_archive(folder / "a.duckdb"), read_only=True) as archive:
        export_research(archive, folder / "out", ALL)
    return folder / "out"


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_another_directory_gives_the_same_bytes(first, tmp_path):
    path = crisis_archive(tmp_path / "elsewhere" / "b.duckdb", moved_to="/another/machine")
    with open_archive(path, read_only=True) as archive:
        again = reproduce(read_manifest(first), archive, tmp_path / "elsewhere" / "out")
    assert again.differences == ()
    assert again.is_identical
    assert contents(tmp_path / "elsewhere" / "out") == contents(first)
    assert len(contents(first)) == 5 * 3 + 4


def test_no_file_says_when_or_where_it_was_made(first):
    for name, content in contents(first).items():
        assert b"here/" not in content, name
    manifest = json.loads((first / "manifest.json").read_text())
    assert set(manifest["files"]) | {"manifest.json"} == set(contents(first))
    assert {"attribution-encoder.onnx", "relations.onnx"} <= set(manifest["weights"])
    assert "triggers.tsv" in manifest["knowledge"]


def test_a_missing_article_is_named(first, tmp_path):
    from tests.digests import add_readings

    readings = crisis().readings[:-1]
    add_readings(tmp_path / "b.duckdb", readings)
    with open_archive(tmp_path / "b.duckdb", read_only=True) as archive:
        again = reproduce(read_manifest(first), archive, tmp_path / "out")
    assert not again.is_identical
    gone = [str(one) for one in again.differences if one.kind == "input"]
    lost = crisis().readings[-1].article
    assert gone == [f"input {lost.id} ({lost.outlet}: {lost.title}): was there, is missing"]
    assert any(one.kind == "file" and one.name == "events.csv" for one in again.differences)


def test_a_decision_of_a_user_is_named(first, tmp_path):
    path = crisis_archive(tmp_path / "b.duckdb")
    with open_archive(path) as archive:
        several = next(one for one in incidents(archive) if len(one.reports) > 1)
        deciding.split(archive, several.id, [several.reports[-1].event], "another one")
        again = reproduce(read_manifest(first), archive, tmp_path / "out")
    kinds = {one.kind: one.name for one in again.differences}
    assert kinds["decisions"] == "incident_decisions"
    assert not again.is_identical


def test_other_weights_and_knowledge_are_named(first):
    then = read_manifest(first)
    now = dataclasses.replace(
        then, dateline="9.9", weights=then.weights | {"relations.onnx": "f" * 64}, knowledge=then.knowledge | {"cues.tsv": "0"}
    )
    found = {(one.kind, one.name) for one in differences(then, now)}
    assert found == {("dateline", "version"), ("weights", "relations.onnx"), ("knowledge", "cues.tsv")}


def test_articles_are_found_again_by_their_texts_whatever_their_files_say(first, tmp_path):
    manifest = read_manifest(first)
    by_hash = {reading.article.text_hash: reading for reading in crisis().readings}
    files = [
        dataclasses.replace(reading.article, id="other", outlet=None, published=None, source=f"x/{number}.txt")
        for number, reading in enumerate(reversed(crisis().readings))
    ]
    unknown = dataclasses.replace(files[0], text_hash="unknown", source="x/unknown.txt")

    def read(articles):
        return (dataclasses.replace(by_hash[one.text_hash], article=one) for one in articles)

    with open_archive(tmp_path / "b.duckdb") as archive:
        broken = BadRecord("x/broken.txt", "is broken")
        refilled = refill(archive, manifest.inputs, [*files, unknown, broken], read, "test")
        assert [row["id"] for row in archive.select("SELECT id FROM articles ORDER BY number")] == [
            one.id for one in manifest.inputs
        ]
    assert (refilled.missing, refilled.not_in_manifest, refilled.failed) == ((), ("x/unknown.txt",), ("x/broken.txt: is broken",))


def test_an_export_is_never_written_over(first, tmp_path):
    archive = open_archive(crisis_archive(tmp_path / "b.duckdb"), read_only=True)
    with archive, pytest.raises(ManifestError, match="holds a research export already"):
        reproduce(read_manifest(first), archive, first)


@pytest.mark.parametrize("content", ["no json", "{}", '{"layout": 99}', "[]"])
def test_what_is_no_manifest_is_an_error(tmp_path, content):
    path = tmp_path / "manifest.json"
    path.write_text(content)
    with pytest.raises(ManifestError, match=r"manifest\.json"):
        read_manifest(path)


def test_a_missing_manifest_is_an_error(tmp_path):
    with pytest.raises(ManifestError, match="cannot be read"):
        read_manifest(tmp_path / "none.json")
